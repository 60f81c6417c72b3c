"""How much speaks for two rows being accounts of one contact: evidence in bins, each with a weight
(log-odds, base 2) and its words.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf

from chronolator.contacts.accounts import KIND, Account
from chronolator.contacts.vocabulary import MESSAGES, NO_KIND, Vocabulary
from chronolator.model import Mode

_TALKS = frozenset(MESSAGES)
_LOOSE = (Mode.INCIDENT, Mode.MESSAGE)
"""Modes in which one contact is often told by several kinds: a fight, an arrest, a crew on scene."""

_MINUTES = 24 * 60
_DATE = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?![\d:]|\.\d)")
_MONTHS = 12
_DAYS = 31
_ONLY_TWO = 2
_FEW = 4

Quote = str | tuple[Account, int, int]
"""What stands in the words of a piece of evidence: a text, or the place of an account's words."""

Piece = tuple[str, Quote, Quote]
"""The id of a piece of evidence, and what stands for {a} and {b} in its words."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two accounts, the sum of the evidence for their being one contact, and what it is made of."""

    a: Account
    b: Account
    weight: float
    pieces: tuple[Piece, ...]
    told: tuple[str, ...]


class Scale:
    """Weighs pairs of accounts by the rules and by how rare words are near them."""

    def __init__(self, accounts: Sequence[Account], vocabulary: Vocabulary) -> None:
        """`accounts` are all of the run, in the order of their days."""
        self._vocabulary = vocabulary
        self._rules = vocabulary.rules
        self._days_of: defaultdict[str, list[int]] = defaultdict(list)
        for account in accounts:
            for word in account.rare:
                self._days_of[word].append(account.first)

    @staticmethod
    def worth_weighing(a: Account, b: Account) -> bool:
        """False where nothing can bring the two together: neither names the other, nor a kind."""
        return bool(
            a.mentions & b.bit or b.mentions & a.bit or a.meets & b.kinds
        ) or not a.named.isdisjoint(b.named)

    def weigh(self, a: Account, b: Account) -> Weighed:
        """The evidence for and against, added up. The order of the two changes nothing."""
        if (b.first, b.event.agency, b.event.id) < (a.first, a.event.agency, a.event.id):
            a, b = b, a
        pieces: list[Piece] = [("before looking", "", "")]
        pieces += self._compare_naming(a, b)
        pieces += self._compare_kinds(a, b)
        pieces += self._compare_turning(a, b)
        pieces += self._compare_people(a, b)
        days, clock, told = self._compare_times(a, b)
        weight = days + clock + sum(self._rules.weights[one].weight for one, _, _ in pieces)
        if weight + self._words_weight() >= self._rules.limits.possible:
            words = list(self._compare_words(a, b))
            weight += sum(self._rules.weights[one].weight for one, _, _ in words)
            pieces += words
        return Weighed(a, b, round(weight, 2), tuple(pieces), told)

    def _words_weight(self) -> float:
        """The most that words in common can add."""
        weights = self._rules.weights
        rare = self._rules.rare_words * weights["only these two"].weight
        kind = weights["only these two of the kind"].weight
        return rare + kind + weights["same date told"].weight

    def tell(self, weighed: Weighed) -> tuple[str, ...]:
        """The evidence in words."""
        weights = self._rules.weights
        pieces = [one for one in weighed.pieces if one[0] != "before looking"]
        return (
            *weighed.told,
            *(weights[one].says.format(a=_show_quote(a), b=_show_quote(b)) for one, a, b in pieces),
        )

    def _compare_naming(self, a: Account, b: Account) -> Iterator[Piece]:
        a_names, b_names = a.mentions & b.bit, b.mentions & a.bit
        if a_names and b_names:
            yield "both name the other", self._quote(a, b), self._quote(b, a)
        elif a_names or b_names:
            yield "one names the other", self._quote(a, b) or self._quote(b, a), ""
        if self._are_messages(a, b):
            return
        a_with, b_with = a.together & b.bit, b.together & a.bit
        if a_with and b_with:
            yield "both tell of being together", self._quote(a, b), self._quote(b, a)
        elif a_with or b_with:
            yield (
                "one tells of being together",
                self._quote(a if a_with else b, b if a_with else a),
                "",
            )
        for one in (a, b):
            if one.apart and not a.joint | b.joint:
                yield "apart", (one, *one.apart), ""
                return

    @staticmethod
    def _quote(one: Account, other: Account) -> Quote:
        """The words with which `one` names the agency of `other`."""
        for mask, span in one.party_at.items():
            if mask & other.bit:
                return (one, *span)
        return other.event.agency if one.mentions & other.bit else ""

    def _are_messages(self, a: Account, b: Account) -> bool:
        return self._mode(a) in MESSAGES and self._mode(b) in MESSAGES

    def _mode(self, one: Account) -> Mode | None:
        return self._vocabulary.kinds[one.kind].mode if one.kind != NO_KIND else None

    def _mirrored(self, a: Account, b: Account) -> bool:
        mirrors = self._vocabulary.mirrors
        return (
            NO_KIND not in (a.kind, b.kind) and bool(mirrors[a.kind] >> b.kind & 1 or mirrors[b.kind] >> a.kind & 1)
        )

    def _compare_kinds(self, a: Account, b: Account) -> Iterator[Piece]:
        if NO_KIND in (a.kind, b.kind):
            return
        if self._mirrored(a, b):
            yield "mirrored kinds", self._kind(a), self._kind(b)
            return
        shared = self._find_shared(a, b)
        messages = self._are_messages(a, b)
        if shared != NO_KIND:
            yield from self._tell_shared(shared, a, b)
            if not messages and self._mode(a) is not self._mode(b):
                yield "told in passing", self._kind(a), self._kind(b)
        elif messages:
            kinds = self._vocabulary.kinds
            if kinds[a.kind].means and kinds[b.kind].means:
                yield "other means", self._kind(a), self._kind(b)
        elif self._mode(a) is not self._mode(b):
            yield self._tell_modes(a, b), self._kind(a), self._kind(b)
        elif self._mode(a) is Mode.MEETING:
            yield "other meeting", self._kind(a), self._kind(b)
        elif self._mode(a) is Mode.DIRECT:
            yield "other kind", self._kind(a), self._kind(b)

    def _tell_modes(self, a: Account, b: Account) -> str:
        """In passing, where one is a talk and the other tells, among other things, of one too."""
        for one, other in ((a, b), (b, a)):
            if self._mode(one) in MESSAGES and other.kinds & self._vocabulary.talks:
                return "told in passing"
        return "other mode"

    def _find_shared(self, a: Account, b: Account) -> int:
        """The most special kind that both tell, one of them mainly; a form of it counts."""
        for one, other in ((a, b), (b, a)):
            if other.kinds >> one.kind & 1:
                return one.kind
        if self._mode(a) is self._mode(b) and self._mode(a) in _LOOSE:
            return (a.kinds & b.kinds).bit_length() - 1
        return NO_KIND

    def _tell_shared(self, kind: int, a: Account, b: Account) -> Iterator[Piece]:
        mode = self._vocabulary.kinds[kind].mode
        name = self._vocabulary.kinds[kind].id
        general = self._vocabulary.general >> kind & 1
        if mode is Mode.MEETING:
            if (general and a.kind != b.kind) or general:
                yield "a meeting", self._kind(a), self._kind(b)
            else:
                yield "same meeting", name, ""
        elif mode is Mode.NOTICE and not self._vocabulary.kinds[kind].means:
            yield "same notice", name, ""
        elif mode is Mode.INCIDENT:
            yield ("an incident" if general else "same incident"), name, ""
        elif mode is Mode.DIRECT:
            yield "same kind", name, ""
        elif kind != self._vocabulary.talk:
            yield "same means", name, ""

    def _kind(self, one: Account) -> str:
        return self._vocabulary.kinds[one.kind].id

    def _compare_turning(self, a: Account, b: Account) -> Iterator[Piece]:
        """Who turned to whom, where both tell of a talk or of something sent."""
        if not (self._talks(a) and self._talks(b)) or not {self._mode(a), self._mode(b)} & _TALKS:
            return
        partner_a = (a.gives | a.takes | a.together) & b.bit
        partner_b = (b.gives | b.takes | b.together) & a.bit
        if partner_a and partner_b:
            pieces = self._quote(a, b), self._quote(b, a)
            if self._contradict(a, b):
                yield "both say that they turned to the other", *pieces
            else:
                yield "told and received", *pieces
            return
        others = [self._turned_elsewhere(a, b), self._turned_elsewhere(b, a)]
        if partner_a or partner_b:
            one, other = (a, b) if partner_a else (b, a)
            if others[1 if partner_a else 0]:
                yield "with somebody else", self._tell_elsewhere(other), ""
            else:
                yield "told or received", self._quote(one, other), ""
        elif any(others):
            yield "with somebody else", self._tell_elsewhere(a if others[0] else b), ""
        elif (a.sent and b.received) or (a.received and b.sent):
            yield "told or received", self._kind(a), ""

    def _talks(self, one: Account) -> bool:
        return bool(one.kinds & self._vocabulary.talks) or self._mode(one) in MESSAGES

    @staticmethod
    def _contradict(a: Account, b: Account) -> bool:
        a_gives, b_gives = a.gives & b.bit, b.gives & a.bit
        a_takes, b_takes = a.takes & b.bit, b.takes & a.bit
        return bool(
            (a_gives and b_gives and not a_takes and not b_takes)
            or (a_takes and b_takes and not a_gives and not b_gives)
        )

    @staticmethod
    def _turned_elsewhere(one: Account, other: Account) -> bool:
        """True where it tells of a talk with others, and not with the other account's agency."""
        partners = one.gives | one.takes | one.together
        return bool(partners or one.elsewhere) and not partners & other.bit

    @staticmethod
    def _tell_elsewhere(one: Account) -> Quote:
        partners = one.gives | one.takes | one.together
        for mask, span in one.party_at.items():
            if mask & partners:
                return (one, *span)
        return "family"

    def _compare_people(self, a: Account, b: Account) -> Iterator[Piece]:
        names = sorted(a.names & b.names)
        for number, name in enumerate(names[:2]):
            yield ("more professionals" if number else "one professional"), name.title(), ""
        signed = sorted((a.signed & b.names) | (b.signed & a.names))
        if signed and not names:
            yield "the one who wrote it", signed[0].title(), ""
        case = self._vocabulary.case
        both = a.people & b.people
        people = (one.name for number, one in enumerate(case.people) if both >> number & 1)
        for name in islice(people, self._rules.people):
            yield "one person", name, ""
        if a.children and b.children and not a.children & b.children:
            yield "different child", self._children(a), self._children(b)

    def _children(self, one: Account) -> str:
        children = enumerate(self._vocabulary.case.children)
        return ", ".join(child.name for number, child in children if one.children >> number & 1)

    def _compare_times(self, a: Account, b: Account) -> tuple[float, float, tuple[str, ...]]:
        """The weights of the days and of the clock, and both in words."""
        modes = {self._mode(a), self._mode(b)}
        notice = Mode.NOTICE in modes
        mode = Mode.NOTICE if notice else self._mode(a) or self._mode(b) or Mode.DIRECT
        days = max(0, b.first - a.last, a.first - b.last)
        minutes = find_minutes_apart(a, b)
        if days == 1 and minutes is not None and minutes <= self._rules.limits.night_hours * 60:
            days = 0
            told = ["the same night"]
        else:
            told = ["the same day" if not days else f"{days} day{'s' if days > 1 else ''} apart"]
        clock = 0.0
        if minutes is not None and not days:
            clock = next(
                (weight for most, weight in self._rules.clock if minutes <= most),
                self._rules.clock[-1][1],
            )
            if notice:
                clock = max(clock, 0.0)
            told.append(f"{show_time(a.at)} and {show_time(b.at)}")
        by_days = self._rules.days[mode]
        return by_days[days] if days < len(by_days) else -inf, clock, tuple(told)

    def _compare_words(self, a: Account, b: Account) -> Iterator[Piece]:
        found = []
        for word in a.rare & b.rare:
            count = self._count(word, a.first, b.first)
            if word.startswith(KIND):
                if count <= _ONLY_TWO:
                    yield "only these two of the kind", self._kind(a), ""
            elif count <= _FEW:
                found.append((count > _ONLY_TWO, word))
        for common, word in sorted(found)[: self._rules.rare_words]:
            yield ("a rare word" if common else "only these two"), f'"{_show(word, a)}"', ""
        dates = _find_dates(a.words.text) & _find_dates(b.words.text)
        for day, month in sorted(dates)[:1]:
            yield "same date told", f"{day:02}/{month:02}", ""

    def _count(self, word: str, first: int, last: int) -> int:
        days = self._days_of[word]
        near = self._rules.limits.nearby_days
        return bisect_right(days, max(first, last) + near) - bisect_left(
            days, min(first, last) - near
        )


def find_minutes_apart(a: Account, b: Account) -> int | None:
    """Minutes between two accounts that both have a time; 0 where their spans meet."""
    if a.at is None or b.at is None:
        return None
    shift = (b.first - a.first) * _MINUTES
    a_end = max(a.at, a.until or a.at)
    b_end = max(b.at, b.until or b.at) + shift
    return max(0, b.at + shift - a_end, a.at - b_end)


def show_time(minutes: int | None) -> str:
    """The minutes of a day as a clock shows them."""
    return f"{minutes // 60:02}:{minutes % 60:02}" if minutes is not None else ""


def _show_quote(quote: Quote) -> str:
    if isinstance(quote, str):
        return quote
    account, start, end = quote
    return f'"{account.words.quote(start, end)}"'


def _show(key: str, account: Account) -> str:
    """The word that a key of rare words stands for, as the account has it."""
    if key.startswith("="):
        return key[1:]
    for written, lower in zip(account.words.written, account.words.lower, strict=True):
        if lower.startswith(key):
            return written
    return key


def _find_dates(text: str) -> set[tuple[int, int]]:
    found = ((int(day), int(month)) for day, month in _DATE.findall(text))
    return {(day, month) for day, month in found if 1 <= day <= _DAYS and 1 <= month <= _MONTHS}

"""How much speaks for two rows being accounts of one contact: evidence in bins, each with a weight
(log-odds, base 2) and its words.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf

from chronolator.contacts.accounts import KIND, PART, Account
from chronolator.contacts.beside import compare_again, compare_days_beside
from chronolator.contacts.clock import (
    are_of_one_night,
    find_minutes_apart,
    find_told_apart,
    show_time,
)
from chronolator.contacts.kinds import compare_kinds, find_mode
from chronolator.contacts.matters import MatterScale
from chronolator.contacts.pieces import Piece, Quote, show_quote, with_article
from chronolator.contacts.told_numbers import REFERENCE, find_ages, find_references
from chronolator.contacts.told_times import find_told_days
from chronolator.contacts.turning import (
    FROM_ANOTHER,
    TOLD_BY_ANOTHER,
    compare_naming,
    compare_turning,
)
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Mode

_START = "before looking"
_ONLY_TWO = 2
_FEW = 4
_HARDLY = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two accounts, the sum of the evidence for their being one contact, and what it is made of.

    `times` is what their days and times say, in words, each with its weight; nothing of a row that
    is vague.
    """

    a: Account
    b: Account
    weight: float
    pieces: tuple[Piece, ...]
    times: tuple[tuple[str, float], ...]


class Scale:
    """Weighs pairs of accounts by the rules and by how rare words are near them."""

    def __init__(self, accounts: Sequence[Account], vocabulary: Vocabulary) -> None:
        """`accounts` are all of the run, in the order of their days."""
        self._vocabulary = vocabulary
        self._rules = vocabulary.rules
        self._matters = MatterScale(vocabulary.rules)
        self._days_of: defaultdict[str, list[int]] = defaultdict(list)
        self._days_by: defaultdict[int, list[int]] = defaultdict(list)
        for account in accounts:
            self._days_by[account.bit].append(account.first)
            for word in account.rare | account.numbers:
                self._days_of[word].append(account.first)

    def worth_weighing(self, a: Account, b: Account) -> bool:
        """False where nothing can bring the two together: neither names the other, nor a kind."""
        patient = self._vocabulary.lexicon.patient
        numbers = a.numbers & b.numbers
        if any(key.startswith(REFERENCE) for key in numbers):
            return True
        if b.first - a.last > 1 and not (a.kinds & patient and b.kinds & patient):
            return False
        if numbers or (b.first - a.last <= 1 and len(a.rare & b.rare) > 1):
            return True
        if a.mentions & b.bit or b.mentions & a.bit or a.meets & b.kinds:
            return True
        return not a.named.isdisjoint(b.named)

    def weigh(self, a: Account, b: Account) -> Weighed:
        """The evidence for and against, added up. The order of the two changes nothing."""
        if (b.first, b.event.agency, b.event.id) < (a.first, a.event.agency, a.event.id):
            a, b = b, a
        dated = not (a.vague or b.vague)
        turned = list(compare_turning(a, b, self._vocabulary))
        told = {one for one, _, _ in turned}
        apart = TOLD_BY_ANOTHER in told  # what else is alike, two talks with the same person have
        pieces: list[Piece] = [(_START, "", "")]
        pieces += self._look_round(a, b) if dated and not apart else ()
        if dated:
            pieces += compare_days_beside(a, b, self._vocabulary)
            pieces += compare_again(a, b, self._vocabulary)
        pieces += compare_naming(a, b, self._vocabulary)
        pieces += compare_kinds(a, b, self._vocabulary)
        pieces += turned
        if not apart:
            # What one sender tells of a family, each receiver notes of the child that it knows.
            pieces += self._compare_people(a, b, one_child=FROM_ANOTHER not in told)
        times = tuple(self._compare_times(a, b, clock=not apart)) if dated else ()
        weight = sum(one for _, one in times) + sum(
            self._rules.weights[one].weight for one, _, _ in pieces
        )
        if not apart and weight + self._words_weight() >= self._rules.limits.possible:
            words = [*self._compare_words(a, b), *self._matters.compare(a, b)]
            weight += sum(self._rules.weights[one].weight for one, _, _ in words)
            pieces += words
        return Weighed(a, b, round(weight, 2), tuple(pieces), times)

    def _look_round(self, a: Account, b: Account) -> Iterator[Piece]:
        """Where two agencies seldom write, two rows of one day are seldom there by chance."""
        near = self._rules.limits.quiet_days
        if abs(a.first - b.first) > near:
            return
        first, last = min(a.first, b.first) - near, max(a.first, b.first) + near
        others = sum(_count_between(self._days_by[one.bit], first, last) for one in (a, b)) - 2
        if others <= _HARDLY:
            yield (
                ("little else near" if others else "nothing else near"),
                a.event.agency,
                b.event.agency,
            )

    def _words_weight(self) -> float:
        """The most that words in common can add."""
        weights = self._rules.weights
        rare = self._rules.rare_words * weights["only these two"].weight
        kind = weights["only these two of the kind"].weight
        numbers = weights["same reference"].weight + weights["same age"].weight
        return rare + kind + numbers + weights["same date told"].weight + self._matters.most

    def tell(self, weighed: Weighed) -> tuple[str, ...]:
        """The evidence in words."""
        return tuple(says for says, _ in self.list_evidence(weighed))

    def list_evidence(self, weighed: Weighed) -> tuple[tuple[str, float], ...]:
        """The evidence in words, each piece with its weight: with `find_start` they add up."""
        weights = self._rules.weights
        pieces = [one for one in weighed.pieces if one[0] != _START]
        says = [
            (weights[one].says.format(a=show_quote(a), b=show_quote(b)), weights[one].weight)
            for one, a, b in pieces
        ]
        return (*weighed.times, *says)

    def find_start(self) -> tuple[str, float]:
        """What is held of any two rows before looking, in words, and its weight."""
        start = self._rules.weights[_START]
        return start.says, start.weight

    def _compare_people(self, a: Account, b: Account, *, one_child: bool) -> Iterator[Piece]:
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
        if one_child and a.children and b.children and not a.children & b.children:
            yield "different child", self._children(a), self._children(b)

    def _children(self, one: Account) -> str:
        children = enumerate(self._vocabulary.case.children)
        return ", ".join(child.name for number, child in children if one.children >> number & 1)

    def _compare_times(self, a: Account, b: Account, *, clock: bool) -> Iterator[tuple[str, float]]:
        """What the days and the clock say, each in words and with its weight."""
        modes = find_mode(a, self._vocabulary), find_mode(b, self._vocabulary)
        notice = Mode.NOTICE in modes
        mode = Mode.NOTICE if notice else modes[0] or modes[1] or Mode.DIRECT
        days = max(0, b.first - a.last, a.first - b.last)
        minutes = find_minutes_apart(a, b)
        if are_of_one_night(a, b, self._rules.limits.night_hours):
            days = 0
            told = "the same night"
        else:
            told = "the same day" if not days else f"{days} day{'s' if days > 1 else ''} apart"
        by_days = self._rules.days[mode]
        yield told, by_days[days] if days < len(by_days) else -inf
        if not clock:
            return
        if days == 1 and a.at is not None and a.at == b.at and not notice:
            weights = self._rules.a_day_off
            rare = next((rare for every, rare in weights if a.at % every == 0), 0.0)
            yield f"{show_time(a.at)} by both, one of them a day off", rare
        told_apart = find_told_apart(a, b)
        if told_apart is not None and not days:
            near = next((weight for most, weight in self._rules.clock if told_apart <= most), 0.0)
            if near > 0:
                yield f"{told_apart} minutes apart, by a time in the words", near
        if minutes is not None and not days:
            on_clock = next(
                (weight for most, weight in self._rules.clock if minutes <= most),
                self._rules.clock[-1][1],
            )
            alike = f"{show_time(a.at)} and {show_time(b.at)}"
            yield alike, max(on_clock, 0.0) if notice else on_clock

    def _compare_words(self, a: Account, b: Account) -> Iterator[Piece]:
        for key in sorted(a.numbers & b.numbers):
            if self._count(key, a.first, b.first) <= _FEW:
                reference = key.startswith(REFERENCE)
                yield "same reference" if reference else "same age", self._show_number(key, a), ""
        found = []
        for word in a.rare & b.rare:
            count = self._count(word, a.first, b.first)
            if word.startswith(KIND):
                if count <= _ONLY_TWO:
                    yield (
                        "only these two of the kind",
                        with_article(self._vocabulary.lexicon.kinds[a.kind].id),
                        "",
                    )
            elif count <= _FEW:
                found.append((count > _ONLY_TWO, word))
        parts = sorted(one for one in found if one[1].startswith(PART))
        found = [one for one in found if one not in parts[1:]]
        for common, word in sorted(found)[: self._rules.rare_words]:
            yield ("a rare word" if common else "only these two"), f'"{self._show(word, a)}"', ""
        dates = find_told_days(a.words.text) & find_told_days(b.words.text)
        for day, month in sorted(dates)[:1]:
            yield "same date told", f"{day:02}/{month:02}", ""

    def _show(self, key: str, account: Account) -> str:
        """The word that a key of rare words stands for, as the account has it."""
        words, lexicon = account.words, self._vocabulary.lexicon
        if key.startswith(("=", PART)):
            book = lexicon.parts if key.startswith(PART) else lexicon.same
            told = book.find(words.lower)
            spans = (
                (start, end)
                for start, end, group in told
                if key[1:] in {group, lexicon.part_of.get(group)}
            )
            return next((words.quote(*span) for span in spans), key[1:])
        both = zip(words.written, words.lower, strict=True)
        return next((written for written, lower in both if lower.startswith(key)), key)

    def _show_number(self, key: str, account: Account) -> Quote:
        """The age or the reference number, as the account has it."""
        words, lexicon = account.words, self._vocabulary.lexicon
        told = (*find_references(words, lexicon), *find_ages(words, lexicon))
        return next((account, start, end) for start, end, one in told if one == key)

    def _count(self, word: str, first: int, last: int) -> int:
        days = self._days_of[word]
        near = self._rules.limits.nearby_days
        return _count_between(days, min(first, last) - near, max(first, last) + near)


def _count_between(days: Sequence[int], first: int, last: int) -> int:
    """How many of the days, in their order, lie between the two, both included."""
    return bisect_right(days, last) - bisect_left(days, first)

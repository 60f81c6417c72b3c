"""In what the accounts of one contact differ, each with its own words. Silence is no difference."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronolator.contacts.accounts import Account, take_all_words
from chronolator.contacts.differences.acting import ActionComparer
from chronolator.contacts.differences.attendance import AttendanceReader
from chronolator.contacts.differences.attenders import AttenderFinder
from chronolator.contacts.differences.beginnings import is_of_the_beginning
from chronolator.contacts.differences.claims import ClaimReader
from chronolator.contacts.differences.days import DayReader
from chronolator.contacts.differences.deadlines import DeadlineReader
from chronolator.contacts.differences.denials import DenialReader
from chronolator.contacts.differences.details import DetailReader
from chronolator.contacts.differences.doings import DoingReader
from chronolator.contacts.differences.injuries import InjuryReader
from chronolator.contacts.differences.injuries_compared import InjuryComparer
from chronolator.contacts.differences.numbers import NumberReader
from chronolator.contacts.differences.silences import Flags, SilenceFinder, quote
from chronolator.contacts.differences.terms import TermReader
from chronolator.contacts.differences.times import TimeReader
from chronolator.contacts.differences.topics import TopicReader
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.lexicon import MESSAGES
from chronolator.contacts.texts import open_book, split_words
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import (
    Answer,
    Difference,
    DifferenceKind,
    Flag,
    Mode,
    Reason,
    Said,
    Silence,
)

_SIDES = {Answer.NO: 0, Answer.YES: 1}
"""The sides of the claim that a child was seen."""
_ORDER = list(DifferenceKind)


class Comparer:
    """Finds the differences and silences of accounts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the phrases once for all accounts."""
        attenders = AttenderFinder(vocabulary)
        topics = TopicReader(vocabulary, attenders)
        self._vocabulary = vocabulary
        self._rules = vocabulary.rules
        self._parties = vocabulary.parties
        self._attendance = AttendanceReader(vocabulary, attenders)
        self._injuries = InjuryReader(vocabulary)
        self._injury_comparer = InjuryComparer(vocabulary, self._injuries)
        self._claims = ClaimReader(vocabulary, topics)
        self._doings = DoingReader(vocabulary)
        self._details = DetailReader(vocabulary, topics)
        self._days = DayReader(vocabulary, topics, attenders)
        self._deadlines = DeadlineReader(vocabulary, topics, self._days)
        self._terms = TermReader(vocabulary)
        self._denials = DenialReader(vocabulary, topics)
        self._actions = ActionComparer(vocabulary, attenders, topics)
        self._silences = SilenceFinder(vocabulary, self._attendance, self._injuries, self._actions)
        self._numbers = NumberReader(vocabulary.rules)
        self._times = TimeReader(vocabulary)
        self._at_first = open_book(vocabulary.rules.topic_words.at_first)

    def find_differences(self, accounts: Sequence[Account], seen: Flags) -> tuple[Difference, ...]:
        """The differences, in the order of `DifferenceKind`; none twice in the same words, or in a
        part of them.
        """
        return self.add_sightings(self.compare_words(accounts), accounts, seen)

    def compare_words(self, accounts: Sequence[Account]) -> tuple[Difference, ...]:
        """The differences that need no flags: all but those in whether a child was seen."""
        return _order(self._compare(accounts))

    def add_sightings(
        self, told: Sequence[Difference], accounts: Sequence[Account], seen: Flags
    ) -> tuple[Difference, ...]:
        """What `compare_words` told, with the others. `seen` holds of every event the flags that
        say whether each child was seen.
        """
        there = [one for one in accounts if not _is_of_day_behind(one, accounts)]
        whole = [take_all_words(one) for one in there]
        differ = list(self._compare_seen(accounts, seen)) or self._claims.compare_sides(
            whole, DifferenceKind.SEEN, self._list_answers(there, seen)
        )
        return _order((*differ, *told))

    def _compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        whole = [take_all_words(one) for one in accounts]
        claim = self._claims.compare_sides
        yield from self._times.compare(accounts)
        if absent := self._attendance.compare(accounts):
            yield absent
        else:
            yield from claim(whole, DifferenceKind.ATTENDANCE)
        injuries = [(one, self._injuries.read(one)) for one in accounts]
        differ = list(self._injury_comparer.compare(injuries))
        yield from differ or claim(whole, DifferenceKind.INJURY)
        hurt = any(found for _, found in injuries) or all(map(self._injuries.names_part, accounts))
        yield from self._doings.compare(whole, hurt=hurt)
        yield from self._details.compare(whole, hurt=hurt)
        yield from claim(whole, DifferenceKind.OTHER)
        yield from self._claims.compare(whole)
        yield from self._denials.compare(whole)
        yield from self._actions.compare(whole)
        yield from self._days.compare(whole)
        yield from self._deadlines.compare(whole)
        yield from self._numbers.compare(accounts)
        yield from self._terms.compare(whole)

    def find_silences(self, accounts: Sequence[Account]) -> tuple[Silence, ...]:
        """What one account tells and another does not, by their words: no flags are needed."""
        return tuple(self._silences.find(accounts))

    def _compare_seen(self, accounts: Sequence[Account], seen: Flags) -> Iterator[Difference]:
        """One difference for all children of whom the same words say yes and no."""
        several = len(self._vocabulary.case.children) > 1
        of: dict[Difference, list[str]] = {}
        for child in _list_children(accounts, seen):
            flags = [(one, flag) for one in accounts if (flag := _find_flag(seen, one, child))]
            passed_on = any(flag.reason is Reason.SECOND_HAND for _, flag in flags)
            told = [
                (one, flag)
                for one, flag in flags
                if self._takes_side(flag, one, accounts, passed_on=passed_on)
            ]
            if len({flag.answer for _, flag in told}) > 1:
                words = tuple(Said(one.event.id, quote(flag)) for one, flag in told)
                said = Difference(DifferenceKind.SEEN, words)
                of.setdefault(said, []).append(child)
        for said, children in of.items():
            yield replace(said, children=tuple(children)) if several else said

    def _takes_side(
        self,
        flag: Flag,
        account: Account,
        accounts: Sequence[Account],
        *,
        passed_on: bool = False,
    ) -> bool:
        """True for a yes or a no of the contact of which all of them tell; `passed_on`: one of them
        tells what another saw, so that it matters where the other says that the child was.
        """
        return (
            flag.answer in _SIDES
            and not (_is_weighed_no(flag) and not self._claims.names_child(account))
            and not self._could_see_nobody(flag, account, passed_on=passed_on)
            and not self._is_with_another(flag, account, accounts)
            and not _is_of_day_behind(account, accounts)
        )

    def _could_see_nobody(self, flag: Flag, account: Account, *, passed_on: bool) -> bool:
        """True for a column's "no" on the row of a meeting, a call or a notice, and where a call or
        a notice tells that the child is elsewhere: nobody was there to be seen by this agency, and
        what another tells of its own sighting is no contradiction. So it is where it was so only
        at first.
        """
        if flag.answer is not Answer.NO:
            return False
        if is_of_the_beginning(flag, account, self._at_first):
            return True
        mode = find_mode(account, self._vocabulary)
        elsewhere = flag.reason is Reason.AWAY and mode in MESSAGES and not passed_on
        return elsewhere or (flag.reason is Reason.COLUMN and mode is not Mode.DIRECT)

    def _is_with_another(self, flag: Flag, account: Account, accounts: Sequence[Account]) -> bool:
        """True where the child is said to be away at one of the agencies that tell of the contact:
        "with baby at hospital" beside what the hospital did.
        """
        if flag.reason is not Reason.AWAY:
            return False
        named = self._parties.find(split_words(quote(flag)).lower)
        meant = {party.every & ~account.bit for _, _, party in named}
        return any(one.bit & bits for one in accounts for bits in meant)

    def _list_answers(
        self, accounts: Sequence[Account], seen: Flags
    ) -> list[list[tuple[int, str]]]:
        """The sides that the flags of each account answer for."""
        return [
            [
                (_SIDES[flag.answer], quote(flag))
                for flag in seen.get(one.event.id, ())
                if self._takes_side(flag, one, accounts)
            ]
            for one in accounts
        ]


def _order(found: Iterable[Difference]) -> tuple[Difference, ...]:
    told = dict.fromkeys(sorted(found, key=lambda one: _ORDER.index(one.kind)))
    return tuple(one for one in told if not any(_is_part(one, other) for other in told))


def _is_part(one: Difference, other: Difference) -> bool:
    """True where the other shows the same words of the same rows, and more."""
    alike = one.kind is other.kind and one.children == other.children
    if one == other or not alike or len(one.said) != len(other.said):
        return False
    return all(
        mine.event == theirs.event and mine.words in theirs.words
        for mine, theirs in zip(one.said, other.said, strict=True)
    )


def _is_weighed_no(flag: Flag) -> bool:
    """True for a no that no phrase tells: of words that name no child it is silence, no denial."""
    return flag.answer is Answer.NO and flag.reason is Reason.WEIGHED


def _list_children(accounts: Sequence[Account], seen: Flags) -> Iterable[str]:
    return dict.fromkeys(flag.child for one in accounts for flag in seen.get(one.event.id, ()))


def _find_flag(seen: Flags, account: Account, child: str) -> Flag | None:
    return next((one for one in seen.get(account.event.id, ()) if one.child == child), None)


def _is_of_day_behind(account: Account, accounts: Sequence[Account]) -> bool:
    """True for who was told of it on a day behind all others, and adds what that day was like:
    "Police told us of it. K not in school".
    """
    others = [one for one in accounts if one is not account]
    told = any((account.gives | account.takes) & one.bit for one in others)
    return told and all(one.last < account.first for one in others)

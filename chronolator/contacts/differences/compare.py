"""In what the accounts of one contact differ, each with its own words. Silence is no difference."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.actions import ActionReader
from chronolator.contacts.differences.attendance import AttendanceReader
from chronolator.contacts.differences.claims import ClaimReader
from chronolator.contacts.differences.days import DayReader
from chronolator.contacts.differences.denials import DenialReader
from chronolator.contacts.differences.doings import DoingReader
from chronolator.contacts.differences.injuries import InjuryReader
from chronolator.contacts.differences.numbers import NumberReader
from chronolator.contacts.differences.terms import TermReader
from chronolator.contacts.told_times import quote_told_time
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.contacts.weighing import find_minutes_apart, find_told_apart, show_time
from chronolator.model import (
    Answer,
    Difference,
    DifferenceKind,
    Flag,
    Question,
    Said,
    Silence,
)

_SIDES = {Answer.NO: 0, Answer.YES: 1}
"""The sides of the claim that a child was seen."""


_ORDER = list(DifferenceKind)


class Comparer:
    """Finds the differences and silences of accounts."""

    def __init__(self, flags: Sequence[Flag], vocabulary: Vocabulary) -> None:
        """`flags` say whether each child was seen."""
        self._rules = vocabulary.rules
        self._seen: defaultdict[str, list[Flag]] = defaultdict(list)
        for flag in flags:
            if flag.question is Question.SEEN:
                self._seen[flag.event].append(flag)
        self._attendance = AttendanceReader(vocabulary)
        self._injuries = InjuryReader(vocabulary)
        self._claims = ClaimReader(vocabulary)
        self._doings = DoingReader(vocabulary)
        self._days = DayReader(vocabulary)
        self._terms = TermReader(vocabulary)
        self._denials = DenialReader(vocabulary)
        self._actions = ActionReader(vocabulary)
        self._numbers = NumberReader(vocabulary.rules)

    def find_differences(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """The differences, in the order of `DifferenceKind`; none twice in the same words."""
        found = sorted(self._compare(accounts), key=lambda one: _ORDER.index(one.kind))
        yield from dict.fromkeys(found)

    def _compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        claims, claim = self._claims.compare, self._claims.compare_sides
        yield from self._compare_times(accounts)
        seen = list(self._compare_seen(accounts))
        yield from seen or claim(accounts, DifferenceKind.SEEN, self._list_answers(accounts))
        if absent := self._attendance.compare(accounts):
            yield absent
        else:
            yield from claim(accounts, DifferenceKind.ATTENDANCE)
        injuries = list(self._injuries.compare(accounts))
        yield from injuries or claim(accounts, DifferenceKind.INJURY)
        hurt = any(self._injuries.read(one) for one in accounts)
        yield from self._doings.compare(accounts, hurt=hurt)
        yield from claim(accounts, DifferenceKind.OTHER)
        for kind in DifferenceKind:
            yield from claims(accounts, kind)
        yield from self._denials.compare(accounts)
        yield from self._actions.compare(accounts)
        yield from self._days.compare(accounts)
        yield from self._numbers.compare(accounts)
        yield from self._terms.compare(accounts)

    def find_silences(self, accounts: Sequence[Account]) -> Iterator[Silence]:
        """What one account tells of a child being seen or of an injury, and another does not."""
        children = {flag.child: None for one in accounts for flag in self._seen[one.event.id]}
        for child in children:
            flags = [(one, flag) for one in accounts if (flag := self._flag(one, child))]
            told = tuple(
                Said(one.event.id, _quote(flag))
                for one, flag in flags
                if flag.answer is not Answer.NOT_RECORDED and flag.evidence
            )
            for one, flag in flags:
                if told and flag.answer is Answer.NOT_RECORDED:
                    yield Silence(f"whether {child} was seen", one.event.id, told)
        injuries = [(one, self._injuries.read(one)) for one in accounts]
        said = tuple(
            Said(one.event.id, injury.words)
            for one, found in injuries
            for injury in found.values()
            if not injury.is_none
        )
        for one, found in injuries:
            if said and not found:
                yield Silence("an injury", one.event.id, said)

    def _flag(self, account: Account, child: str) -> Flag | None:
        return next((one for one in self._seen[account.event.id] if one.child == child), None)

    def _compare_times(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        pairs = list(combinations(accounts, 2))
        if any(a.last < b.first or b.last < a.first for a, b in pairs):
            dated = [(one, written) for one in accounts if (written := one.event.when.written)]
            yield _tell(DifferenceKind.DATE, dated)
        known = [(a, b) for a, b in pairs if not (a.vague or b.vague)]
        same_day = [(a, b) for a, b in known if a.first <= b.last and b.first <= a.last]
        alike = self._rules.limits.minutes_alike
        if any((find_minutes_apart(a, b) or 0) > alike for a, b in same_day):
            timed = [(one, _tell_time(one)) for one in accounts if one.at is not None]
            yield _tell(DifferenceKind.TIME, timed)
        elif told := next((pair for pair in same_day if self._told_apart(*pair)), None):
            yield _tell(DifferenceKind.TIME, [(one, _tell_time(one)) for one in told])

    def _told_apart(self, a: Account, b: Account) -> bool:
        """True where a time in the words of one is near the other's, and not the same."""
        apart = find_told_apart(a, b)
        limits = self._rules.limits
        return apart is not None and limits.minutes_alike < apart <= limits.told_minutes

    def _compare_seen(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        children = {flag.child: None for one in accounts for flag in self._seen[one.event.id]}
        for child in children:
            told = [
                (one, flag)
                for one in accounts
                if (flag := self._flag(one, child)) and flag.answer in {Answer.YES, Answer.NO}
            ]
            if len({flag.answer for _, flag in told}) > 1:
                yield _tell(DifferenceKind.SEEN, [(one, _quote(flag)) for one, flag in told])

    def _list_answers(self, accounts: Sequence[Account]) -> list[list[tuple[int, str]]]:
        """The sides that the flags of each account answer for."""
        return [
            [
                (_SIDES[flag.answer], _quote(flag))
                for flag in self._seen[one.event.id]
                if flag.answer in _SIDES
            ]
            for one in accounts
        ]


def _tell(kind: DifferenceKind, said: Sequence[tuple[Account, str]]) -> Difference:
    return Difference(kind, tuple(Said(one.event.id, words) for one, words in said))


def _tell_time(account: Account) -> str:
    if account.at is None:
        return quote_told_time(account.event.text)
    return " to ".join(show_time(one) for one in (account.at, account.until) if one is not None)


def _quote(flag: Flag) -> str:
    return " ... ".join(one.words for one in flag.evidence)

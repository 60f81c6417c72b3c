"""Whether accounts of one contact tell another day, or another time."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.clock import find_minutes_apart, find_told_apart, show_time
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.lexicon import MESSAGES
from chronolator.contacts.texts import STOPS, split_words
from chronolator.contacts.told_times import (
    find_all_told_times,
    find_first_words,
    find_times_of,
    find_told_times,
    quote_told_time,
)
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Said


class TimeReader:
    """Compares when the accounts say that it was."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare once for all accounts."""
        self._vocabulary = vocabulary
        self._rules = vocabulary.rules
        self._happenings = frozenset(vocabulary.rules.happenings)
        self._of_others = set(vocabulary.rules.of_others)

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """The days, and the times of one day; of accounts without a time those in their words."""
        pairs = list(combinations(accounts, 2))
        if any(a.last < b.first or b.last < a.first for a, b in pairs):
            dated = [(one, written) for one in accounts if (written := one.event.when.written)]
            yield _make(DifferenceKind.DATE, dated)
        known = [(a, b) for a, b in pairs if not (a.vague or b.vague)]
        same_day = [(a, b) for a, b in known if a.first <= b.last and b.first <= a.last]
        alike = self._rules.limits.minutes_alike
        if any(
            (find_minutes_apart(a, b) or 0) > alike and not self._tells_time_of_other(a, b)
            for a, b in same_day
        ):
            timed = [(one, _tell_time(one)) for one in accounts if one.at is not None]
            yield _make(DifferenceKind.TIME, timed)
        elif told := next((pair for pair in same_day if self._told_apart(*pair)), None):
            yield _make(DifferenceKind.TIME, [(one, _tell_time(one)) for one in told])
        else:
            yield from self._compare_happenings(same_day)

    def _compare_happenings(self, pairs: Sequence[tuple[Account, Account]]) -> Iterator[Difference]:
        """The first thing that two accounts tell of, each with another time: "located 21:40"."""
        alike = self._rules.limits.minutes_alike
        for a, b in pairs:
            first, second = (find_times_of(one.event.text, self._happenings) for one in (a, b))
            for word in (one for one in first if one in second):
                (times, words), (others, other_words) = first[word], second[word]
                if all(abs(one - other) > alike for one in times for other in others):
                    yield _make(DifferenceKind.TIME, [(a, words), (b, other_words)])
                    return

    def _tells_time_of_other(self, a: Account, b: Account) -> bool:
        """True where one tells the time at which the other stands as well as its own."""
        alike = self._rules.limits.minutes_alike
        return any(
            one.at is not None and other.at is not None and abs(told - other.at) <= alike
            for one, other in ((a, b), (b, a))
            for told in self._list_told_times(one)
        )

    def _list_told_times(self, account: Account) -> Collection[int]:
        """The times that a message tells ("police went at 19:20"), or with which the only sentence
        that tells one begins: "10.40 rang SW" in a row of five past ten.
        """
        text = account.event.text
        if find_mode(account, self._vocabulary) in MESSAGES:
            return find_all_told_times(text)
        return find_told_times(text) if _begins_with_time(text) else ()

    def _told_apart(self, a: Account, b: Account) -> bool:
        """True where a time in the words of one is near the other's, and not the same."""
        apart = find_told_apart(a, b)
        limits = self._rules.limits
        if apart is None or apart <= limits.minutes_alike:
            return False
        if any(one.at is None and _is_of_a_thing(one) for one in (a, b)):
            return False
        return apart <= limits.told_minutes or all(
            one.at is not None or self._tells_own_time(one) for one in (a, b)
        )

    def _tells_own_time(self, account: Account) -> bool:
        """True for "Phoned HV at 12.30 re weight", not for "Call re child found at 12.30"."""
        before = split_words(find_first_words(account.event.text)).lower
        return self._of_others.isdisjoint(before) and STOPS.isdisjoint(before)


def _begins_with_time(text: str) -> bool:
    """True where a sentence begins with the only time of the text."""
    before = find_first_words(text).rstrip(" ")
    return not before or before[-1] in STOPS


def _is_of_a_thing(account: Account) -> bool:
    """True for "the 9am register", "the 15:10 bus": a time that is a thing's name."""
    return split_words(find_first_words(account.event.text)).lower[-1:] == ["the"]


def _tell_time(account: Account) -> str:
    if account.at is None:
        return quote_told_time(account.event.text)
    return " to ".join(show_time(one) for one in (account.at, account.until) if one is not None)


def _make(kind: DifferenceKind, said: Sequence[tuple[Account, str]]) -> Difference:
    return Difference(kind, tuple(Said(one.event.id, words) for one, words in said))

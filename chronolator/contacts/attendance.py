"""Who is said to have been there, and who not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronolator.contacts.accounts import Account
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.texts import PhraseBook
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Mode, Said

_NEAR = 6
_BETWEEN = (",", "and")
_RELATIVE = "relative"
_PRESENT, _ABSENT = True, False


@dataclass(frozen=True, slots=True)
class _Subject:
    start: int
    end: int
    keys: tuple[str, ...]


class AttendanceReader:
    """Compares who was there by what each account says."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the phrases once for all accounts."""
        words = vocabulary.rules.attendance
        self._vocabulary = vocabulary
        self._none = set(vocabulary.rules.none)
        self._beside = set(words.beside)
        self._absent_before = _make_book(words.absent_before)
        self._behind = set(words.absent_behind)
        self._present_before = _make_book(words.present_before)
        self._after = PhraseBook(
            [
                *((text, True) for text in words.present_after),
                *((text, False) for text in words.absent_after),
            ]
        )
        self._own = PhraseBook(
            [
                *((text, True) for text in words.own_present),
                *((text, False) for text in words.own_absent),
            ]
        )
        groups = vocabulary.rules.relatives
        self._relatives = PhraseBook(
            (text, tuple(f"{_RELATIVE} {one.id}" for one in groups if text in one.words))
            for group in groups
            for text in group.words
        )

    def compare(self, accounts: Sequence[Account]) -> Difference | None:
        """The difference, where one says that somebody was there and another that they were not."""
        said: defaultdict[str, dict[bool, dict[str, str]]] = defaultdict(
            lambda: {True: {}, False: {}}
        )
        for account in accounts:
            for key, present, words in self.read(account):
                said[key][present].setdefault(account.event.id, words)
        for sides in said.values():
            there = {one: words for one, words in sides[True].items() if one not in sides[False]}
            away = {one: words for one, words in sides[False].items() if one not in sides[True]}
            if there and away:
                words_of = there | away
                return Difference(
                    DifferenceKind.ATTENDANCE,
                    tuple(
                        Said(one.event.id, words_of[one.event.id])
                        for one in accounts
                        if one.event.id in words_of
                    ),
                )
        return None

    def read(self, account: Account) -> Iterator[tuple[str, bool, str]]:
        """Whom the account says to have been there (or not), with its words."""
        words = account.words
        for start, end in words.sentences():
            subjects = list(self._find_subjects(account, start, end))
            yield from self._read_around(account, subjects, start, end)
            yield from self._read_own(account, subjects, start, end)

    def _find_subjects(self, account: Account, start: int, end: int) -> Iterator[_Subject]:
        vocabulary, lower = self._vocabulary, account.words.lower
        own = account.event.agency
        found: list[_Subject] = []
        for at, stop, party in vocabulary.parties.find(lower, start, end):
            beside = at > start and lower[at - 1] in self._beside
            if beside and not self._absent_before.ending_at(lower, at):
                continue
            agencies = vocabulary.read_party(party, own)
            keys = tuple(name for name, bit in vocabulary.bits.items() if agencies & bit)
            if not agencies and party.every & account.bit:
                keys = (own,)
            found.append(_Subject(at, stop, keys or (party.kind,)))
        found += [
            _Subject(at, stop, keys) for at, stop, keys in self._relatives.find(lower, start, end)
        ]
        yield from sorted(found, key=lambda one: one.start)

    def _read_around(
        self, account: Account, subjects: Sequence[_Subject], start: int, end: int
    ) -> Iterator[tuple[str, bool, str]]:
        lower, quote = account.words.lower, account.words.quote
        joined = False
        for number, subject in enumerate(subjects):
            stop = subjects[number + 1].start if number + 1 < len(subjects) else end
            verbs = self._after.find(lower, subject.end, min(stop, subject.end + _NEAR))
            after = verbs[0] if verbs else None
            absent = self._absent_before.ending_at(lower, subject.start)
            if after:
                denied = subject.start > start and lower[subject.start - 1] in self._none
                present = after[2] is not denied
                yield from self._say(
                    subject,
                    present,
                    quote(max(start, subject.start - 1) if denied else subject.start, after[1]),
                )
                joined = False
            elif absent or joined or self._unrepresented(lower, subject, start, end):
                behind = subject.end < end and lower[subject.end] in self._behind
                yield from self._say(subject, _ABSENT, quote(start, subject.end + behind))
                joined = True
            elif self._listed(account, subjects, number, start):
                yield from self._say(subject, _PRESENT, quote(start, subject.end))
            joined = joined and stop - subject.end <= 1

    def _unrepresented(self, lower: list[str], subject: _Subject, start: int, end: int) -> bool:
        """True for "no school rep"."""
        denied = subject.start > start and lower[subject.start - 1] in self._none
        last = lower[subject.end - 1 : min(end, subject.end + 1)]
        return denied and not self._behind.isdisjoint(last)

    def _listed(
        self, account: Account, subjects: Sequence[_Subject], number: int, start: int
    ) -> bool:
        """True in a list behind "with" or "present:", or behind the colon after a meeting."""
        lower, first = account.words.lower, subjects[number].start
        for _, stop, _ in self._present_before.find(lower, start, first):
            listed = [one.start for one in subjects if one.start >= stop]
            if lower[stop : stop + 1] == [":"] or listed[0] - stop <= 1:
                return True
        if find_mode(account, self._vocabulary) is not Mode.MEETING:
            return False
        named = {at for one in subjects for at in range(one.start, one.end)}
        at = first - 1
        while at > start and (at in named or lower[at] in _BETWEEN):
            at -= 1
        return lower[at] == ":"

    @staticmethod
    def _say(subject: _Subject, present: bool, words: str) -> Iterator[tuple[str, bool, str]]:  # noqa: FBT001  the answer itself
        yield from ((key, present, words) for key in subject.keys)

    def _read_own(
        self, account: Account, subjects: Sequence[_Subject], start: int, end: int
    ) -> Iterator[tuple[str, bool, str]]:
        """What the agency that writes says of itself: a phrase without a subject before it."""
        lower = account.words.lower
        for at, _, present in self._own.find(lower, start, end):
            beside = any(one.keys and one.end <= at <= one.end + _NEAR for one in subjects)
            if not beside:
                yield account.event.agency, present, account.words.quote(start, end)


def _make_book(phrases: Sequence[str]) -> PhraseBook[bool]:
    return PhraseBook((text, True) for text in phrases)

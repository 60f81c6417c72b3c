"""Lists of those who were there: "Present: mum, HV", "Mum, head of year, dad on speakerphone"."""

from collections.abc import Sequence
from itertools import pairwise

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.attenders import AttenderFinder, Subject
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.texts import Words, open_book
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Mode

BETWEEN = (",", "and")
"""What stands between two who are listed."""
_COLON = ":"
_NEAR = 8
_CLOSE = 3
_FEWEST, _LONGEST_ITEM = 2, 3


class ListReader:
    """Finds lists in the sentences of accounts."""

    def __init__(self, vocabulary: Vocabulary, attenders: AttenderFinder) -> None:
        """Prepare the phrases once for all accounts."""
        words = vocabulary.rules.attendance
        self._vocabulary = vocabulary
        self._attenders = attenders
        self._present_before = open_book(words.present_before)
        self._none = set(vocabulary.rules.none)
        self._elsewhere = set(words.elsewhere)
        self._no_items = set(words.no_items)
        self._owners = set(words.owners)
        self._beside = set(words.list_beside)
        self._oneself = set(vocabulary.rules.acting.own)

    def find_end(self, words: Words, subjects: Sequence[Subject], start: int, end: int) -> int:
        """Where the list ends of those who were there, with which a sentence begins or what follows
        a colon, of whom no rule knows some: "Mum, head of year, me"; the last may go on. `start`
        where it is none.
        """
        first = subjects[0].start if subjects else start
        begin = first if words.lower[first - 1 : first] == [_COLON] else start
        commas = [at for at in range(begin, end) if words.lower[at] == ","]
        if not commas or not subjects or first != begin:
            return start
        named = {at for one in subjects for at in range(one.start, one.end)}
        parts = list(pairwise([begin - 1, *commas, end]))
        for before, after in parts[:-1]:
            strange = [words.lower[at] for at in range(before + 1, after) if at not in named]
            known = len(strange) < after - before - 1
            if known and not all(map(self._may_stand_beside, strange)):
                return start  # "dad invited", "GP report"
            if len(strange) > _LONGEST_ITEM or not self._no_items.isdisjoint(strange):
                return start
        listed = sum(one.start < commas[-1] for one in subjects)
        begins = commas[-1] + 1
        last = next((one for one in subjects if one.start == begins), None)
        whole = end - begins <= _LONGEST_ITEM and self._no_items.isdisjoint(words.lower[begins:end])
        if not (last or whole) or (len(commas) < _FEWEST and listed < _FEWEST):
            return start
        return end if whole else commas[-1]

    def _may_stand_beside(self, word: str) -> bool:
        """True for what only tells whose or which: "mum and her new partner"."""
        return word in BETWEEN or word in self._owners or word in self._beside

    def holds(
        self, account: Account, subjects: Sequence[Subject], number: int, start: int, end: int
    ) -> bool:
        """True in a list behind "with" or "present:", or behind a meeting: "TAF, mum and HV"."""
        words, lower, first = account.words, account.words.lower, subjects[number].start
        for at, stop, _ in self._present_before.find(lower, start, first):
            if self._tells_otherwise(lower[max(start, at - _CLOSE) : at]):
                continue
            listed = [one.start for one in subjects if one.start >= stop]
            last = stop
            while last < listed[0] - 1 and self._is_listed(words, last):
                last += 1  # "Present Finley, carer, mother"
            if lower[last : last + 1] == [_COLON] or listed[0] - last <= 1:
                return True
        if find_mode(account, self._vocabulary) is not Mode.MEETING:
            return False
        named = {at for one in subjects for at in range(one.start, one.end)}
        at = first - 1
        while at > start and (at in named or lower[at] in BETWEEN):
            at -= 1
        if lower[at] == _COLON:
            return True
        if lower[at + 1] != ",":
            return False
        last = at + 2
        while last < end and (last in named or self._is_listed(words, last)):
            last += 1
        parted = last == end or lower[last - 1] == ","
        return (
            parted
            and self._attenders.is_list(words, subjects, at + 2, last)
            and any(
                at + 1 - stop <= _NEAR and self._vocabulary.lexicon.kinds[kind].mode is Mode.MEETING
                for _, stop, kind in self._vocabulary.lexicon.texts.find(lower, start, at + 1)
            )
        )

    def _tells_otherwise(self, before: Sequence[str]) -> bool:
        """True behind what says that they are elsewhere with somebody ("home with mum"), or that
        nobody was there: "no parent present: ...".
        """
        return not (self._elsewhere.isdisjoint(before[-1:]) and self._none.isdisjoint(before))

    def _is_listed(self, words: Words, at: int) -> bool:
        """True for what stands in a list beside those whom rules know: "and", "myself", a name."""
        word = words.lower[at]
        return word in BETWEEN or word in self._oneself or words.written[at].istitle()

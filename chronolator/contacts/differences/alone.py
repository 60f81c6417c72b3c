"""Who is said to have been there alone: nobody else of the family, or nobody else at all."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.attenders import CHILD, CLIENT, AttenderFinder, Subject
from chronolator.contacts.differences.family import RELATIVE
from chronolator.contacts.texts import open_book
from chronolator.contacts.vocabulary import Vocabulary

_BETWEEN = (",", "and", "with")


@dataclass(frozen=True, slots=True)
class Alone:
    """That only those with these keys were there: of the family, or (`all`) of everybody."""

    keys: frozenset[str]
    all: bool
    words: str


class AloneReader:
    """Finds who is said to have been there alone."""

    def __init__(self, vocabulary: Vocabulary, attenders: AttenderFinder) -> None:
        """Prepare the phrases once for all accounts."""
        words = vocabulary.rules.attendance
        self._attenders = attenders
        self._after = open_book(words.alone_after)
        self._before = open_book(words.alone_before)
        self._adverbs = set(words.alone_adverbs)
        self._no_family = open_book(words.no_family)
        self._no_others = open_book(words.no_others)
        self._no_adults = open_book(words.no_adults)
        self._beside = {CHILD, CLIENT, *(child.name for child in vocabulary.case.children)}

    def read(self, account: Account) -> Iterator[Alone]:
        """What the account says of it, in its order."""
        words, lower = account.words, account.words.lower
        for start, end in words.sentences:
            for at, stop, _ in self._no_family.find(lower, start, end):
                yield Alone(frozenset(), all=False, words=words.quote(at, stop))
            for at, stop, _ in self._no_others.find(lower, start, end):
                told = self._attenders.find(account, 0, at)
                keys = frozenset(key for one in told for key in one.keys)
                yield Alone(keys, all=False, words=words.quote(at, stop))
            for at, stop, _ in self._no_adults.find(lower, start, end):
                told = self._attenders.find(account, 0, len(lower))
                keys = frozenset(key for one in told for key in one.keys)
                yield Alone(keys, all=True, words=words.quote(at, stop))
            subjects = [one for one in self._attenders.find(account, start, end) if not one.either]
            for group in self._gather(account, subjects):
                first, last = group[0].start, self._pass_names(account, group[-1].end, end)
                behind = self._find_behind(lower, last, end)
                before = self._before.ending_at(lower, first)
                if behind or before:
                    keys = frozenset(key for one in group for key in one.keys)
                    family = all(key.startswith(RELATIVE) or key in self._beside for key in keys)
                    until = behind or last
                    begin = first - bool(before)
                    yield Alone(keys, all=not family, words=words.quote(begin, until))

    def _find_behind(self, lower: list[str], at: int, end: int) -> int:
        """Where words end that tell behind somebody that they were alone, else 0; an adverb does so
        where nothing goes on: "mum only", not "mum only supervised".
        """
        found = self._after.at(lower, at) if at < end else None
        if found or at >= end:
            return found[0] if found else 0
        closes = at + 1 == end or lower[at + 1] in _BETWEEN
        return at + 1 if closes and lower[at] in self._adverbs else 0

    def _gather(self, account: Account, subjects: Sequence[Subject]) -> Iterator[list[Subject]]:
        """Those who are named together: "SW and school"."""
        group: list[Subject] = []
        for one in subjects:
            if group and not self._attenders.are_joined(account.words, group[-1], one):
                yield group
                group = []
            group.append(one)
        if group:
            yield group

    def _pass_names(self, account: Account, at: int, end: int) -> int:
        """Behind those named with them whom no rule knows: "mum and Owen"."""
        words = account.words
        while at + 1 < end and words.lower[at] in _BETWEEN and words.written[at + 1].istitle():
            at += 2
        return at

    def find_another(
        self, alone: Alone, there: Mapping[str, str], own: Collection[str]
    ) -> str | None:
        """The words by which another account has somebody there who was not; None for nobody.
        `there`: its words by who was there. `own` may be there in any case.
        """
        for key, words in there.items():
            relative = key.startswith(RELATIVE)
            passed = key in alone.keys or key in self._beside or key in own
            if not passed and (relative or alone.all):
                return words
        return None

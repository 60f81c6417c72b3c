"""How an injury is said to have come about: a fall from the bed, a slap, hot tea."""

from collections.abc import Iterable, Iterator, Sequence

from chronolator.contacts.texts import PhraseBook
from chronolator.contacts.vocabulary import Vocabulary

_STEM = 6
_SHORTEST = 3
_LONGEST = 4
_NO_CAUSE = ""

Cause = tuple[str, ...]
"""A cause behind those that it is a form of: ("an accident", "a fall", "stairs")."""
Span = tuple[int, int]


class CauseReader:
    """Finds causes, and tells if those of two accounts can be the same."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        self._of = {group.id: group.of for group in rules.causes}
        causes = ((text, group.id) for group in rules.causes for text in group.words)
        self._words = PhraseBook([*causes, *((text, _NO_CAUSE) for text in rules.things.no_cause)])
        self._before = PhraseBook(
            (text, group.id) for group in rules.causes for text in group.before
        )
        self._same = {text: group.id for group in rules.same for text in group.words}
        words = rules.things
        self._articles = set(words.articles)
        self._ends = {*rules.topic_words.breaks, *words.ends}
        parts = (text for group in rules.parts for text in group.words)
        self._no_things = {*words.places, *rules.family, *parts}

    def find(self, lower: list[str], start: int, end: int) -> list[tuple[int, int, Cause]]:
        """The causes in these words: beginning, end (exclusive), cause."""
        return list(self._find(lower, start, end))

    def _find(self, lower: list[str], start: int, end: int) -> Iterator[tuple[int, int, Cause]]:
        free = start
        for at, stop, cause in self._before.find(lower, start, end):
            last, thing = self._find_thing(lower, stop, end)
            if thing:
                yield from self._find_words(lower, free, at)
                free = last
                known = self._words.at(lower, last - 1)
                told = known[1] if known else _NO_CAUSE
                yield at, last, self._trace(told) if told else (*self._trace(cause), thing)
        yield from self._find_words(lower, free, end)

    def _find_words(
        self, lower: list[str], start: int, end: int
    ) -> Iterator[tuple[int, int, Cause]]:
        """The causes that have words of their own, but what only sounds like one: "at the door"."""
        for at, stop, cause in self._words.find(lower, start, end):
            if cause != _NO_CAUSE:
                yield at, stop, self._trace(cause)

    def _find_thing(self, lower: list[str], start: int, end: int) -> tuple[int, str]:
        """The thing right behind a word that asks for one, "fell off the kitchen worktop": the last
        word before the next small one.
        """
        at = start
        while at < min(end, start + _LONGEST) and self._is_before_thing(lower[at]):
            at += 1
        stop = at
        while stop < min(end, at + _LONGEST) and not (
            lower[stop] in self._ends or lower[stop].isdecimal()  # "fell from highchair 0700"
        ):
            stop += 1
        thing = lower[stop - 1] if stop > at else ""
        if len(thing) < _SHORTEST or not thing.isalpha() or thing in self._no_things:
            return start, ""
        return stop, self._same.get(thing, thing.rstrip("s")[:_STEM])

    def _is_before_thing(self, word: str) -> bool:
        """True for "the", and for how many: "fell down approx 12 stairs"."""
        return word in self._articles or word.isdecimal()

    def _trace(self, cause: str) -> Cause:
        found = [cause]
        while of := self._of.get(found[0]):
            found.insert(0, of)
        return tuple(found)


def are_apart(some: Iterable[Cause], others: Iterable[Cause]) -> bool:
    """True where none of the one can be one of the others: a fall can be that from the bed, but
    where both say from what, it counts.
    """
    first, second = _leave_out_vague(some), _leave_out_vague(others)
    return bool(first and second) and not any(_can_be(a, b) for a in first for b in second)


def _leave_out_vague(causes: Iterable[Cause]) -> Sequence[Cause]:
    """Without those of which another is a form."""
    known = list(causes)
    return [
        one
        for one in known
        if not any(
            one != other and _can_be(one, other) and len(one) < len(other) for other in known
        )
    ]


def _can_be(a: Cause, b: Cause) -> bool:
    return all(one == other for one, other in zip(a, b, strict=False))

"""Quoted words that somebody said, and those that only stand in quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from chronolator.seen.patterns import Match
from chronolator.words.word import Word

_SENTENCE = attrgetter("sentence")


class Quotations:
    """The words around a quotation that tell what it is, ready to be looked at."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Prepare once for all texts, from the lists of the rules."""
        self._before = frozenset(lists.get("before_marks", ()))
        self._openers = frozenset(lists.get("openers", ()))
        self._tellers = frozenset(lists.get("tellers", ()))

    def are_said(self, words: Sequence[Word], first: int) -> bool:
        """True where the quotation that begins at the place `first` stands for itself: no name or
        word in marks ("the 'Nurture Group'", "a 'typical' boy"), and nothing that its sentence says
        another told or wrote.
        """
        last = first
        while last < len(words) and words[last].quoted:
            last += 1
        here = words[first]
        before = words[first - 1] if first else None
        marked = before and before.segment == here.segment and before.text in self._before
        if marked and here.text not in self._openers:
            return False
        behind = words[last] if last < len(words) else None
        if behind is not None and behind.clause == words[last - 1].clause:
            return False
        if here.capital and words[last - 1].capital and _is_title(words[first:last]):
            return False
        return not self._tellers.intersection(_list_around(words, first, last))


def is_told_in_marks(words: Sequence[Word], match: Match) -> bool:
    """True for what is quoted of whom a phrase begins with: "daughter 'running about'"."""
    who = match.who
    if who is None or who.first != match.first or who.last >= match.last:
        return False
    return words[who.last].quoted and not words[who.first].quoted


def _is_title(words: Sequence[Word]) -> bool:
    """True where every other word has a capital: "House of Horrors", not "I hate it at Nan's"."""
    return len(words) > 1 and 2 * sum(word.capital for word in words) >= len(words)


def _list_around(words: Sequence[Word], first: int, last: int) -> set[str]:
    """The words of the sentences in which the quotation begins and ends that are not quoted."""
    begin = bisect_left(words, words[first].sentence, key=_SENTENCE)
    end = bisect_right(words, words[last - 1].sentence, key=_SENTENCE)
    return {word.text for word in words[begin:end] if not word.quoted}

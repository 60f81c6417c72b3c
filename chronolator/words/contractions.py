"""Words drawn together: "Mum's out" is "mum is out", and "at Mum's" is not."""

from collections.abc import Sequence

from chronolator.model import PeopleRules
from chronolator.words.word import Word

_NEAR = 2  # words: "at her mum's"
_TAIL = 2  # letters: "'s"


class Contractions:
    """Tells where "'s" behind somebody is "is" or "has"."""

    def __init__(self, rules: PeopleRules) -> None:
        """Prepare once for all texts."""
        self._behind = frozenset(rules.behind_is)
        self._places = frozenset(rules.before_owner)

    def write_out(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words, "is" standing for itself where it was drawn to the word before it."""
        if not any(word.possessive for word in words):
            return tuple(words)
        written: list[Word] = []
        for at, word in enumerate(words):
            if not (word.possessive and self._is_drawn(words, at)):
                written.append(word)
                continue
            cut = word.end - _TAIL
            written.append(word._replace(end=cut, possessive=False))
            place = cut, word.end, word.clause, word.segment, word.sentence
            written.append(Word("is", *place, quoted=word.quoted))
        return tuple(written)

    def _is_drawn(self, words: Sequence[Word], at: int) -> bool:
        word, behind = words[at], words[at + 1 : at + 2]
        near = [one.text for one in words[max(0, at - _NEAR) : at] if one.clause == word.clause]
        return self._places.isdisjoint(near) and any(
            one.start - word.end == 1 and one.text in self._behind for one in behind
        )

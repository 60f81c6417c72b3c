"""Words drawn together: "Mum's out" is "mum is out", and "at Mum's" is not; "at mums" is."""

from collections.abc import Collection, Sequence

from chronolator.model import PeopleRules
from chronolator.words.word import Word

_NEAR = 2  # words: "at her mum's"
_TAIL = 2  # letters: "'s"
_OWNS = "s"


class Contractions:
    """Tells where "'s" behind somebody is "is" or "has", and where "s" is "'s"."""

    def __init__(self, rules: PeopleRules, names: Collection[str]) -> None:
        """Prepare once for all texts. `names`: what adults of the family are called."""
        self._behind = frozenset(rules.behind_is)
        self._places = frozenset(rules.before_owner)
        self._homes = {f"{one}{_OWNS}": one for one in (*rules.homes_of, *names)}
        self._before_homes = frozenset(rules.before_homes)
        self._no_homes = frozenset(rules.no_homes)

    def write_out(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words, "is" standing for itself where it was drawn to the word before it, and whoever
        has a home owning it.
        """
        words = self._own_homes(words)
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

    def _own_homes(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words, with "at her mums" as "at her mum's", but not "to mums group"."""
        homes = [at for at, word in enumerate(words) if word.text in self._homes]
        if not homes:
            return words
        owned = list(words)
        for at in homes:
            behind = words[at + 1].text if at + 1 < len(words) else ""
            near = self._list_near(words, at)
            if behind not in self._no_homes and not self._before_homes.isdisjoint(near):
                owned[at] = words[at]._replace(text=self._homes[words[at].text], possessive=True)
        return owned

    def _is_drawn(self, words: Sequence[Word], at: int) -> bool:
        word, behind = words[at], words[at + 1 : at + 2]
        near = self._list_near(words, at)
        return self._places.isdisjoint(near) and any(
            one.start - word.end == 1 and one.text in self._behind for one in behind
        )

    def _list_near(self, words: Sequence[Word], at: int) -> list[str]:
        """What stands just before, in the same clause."""
        clause = words[at].clause
        return [one.text for one in words[max(0, at - _NEAR) : at] if one.clause == clause]

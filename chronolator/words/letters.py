"""Letters that stand for a person, and those that stand for a side of the body or a thing."""

from collections.abc import Sequence

from chronolator.model import PeopleRules
from chronolator.words.word import Word


class Letters:
    """Tells where a letter by which the case file calls somebody stands for something else."""

    def __init__(self, rules: PeopleRules) -> None:
        """Prepare once for all texts."""
        self._heads = frozenset(rules.letter_heads)
        self._things = frozenset(rules.letter_things)
        self._sides = frozenset(rules.sides)
        self._joins = frozenset(rules.joins)

    def stand_for_nobody(self, words: Sequence[Word], at: int) -> bool:
        """True for the letter in "R hand", "grade R", "vitamin K" and "R and L ears"."""
        word = words[at]
        if len(word.text) > 1 or word.possessive:
            return False
        if self._is_of_thing(words, at):
            return True
        return word.text in self._sides and any(
            self._is_other_side(words, at, other) for other in self._find_beside(words, at)
        )

    def _is_of_thing(self, words: Sequence[Word], at: int) -> bool:
        here = words[at]
        before, behind = words[at - 1 : at] if at else (), words[at + 1 : at + 2]
        return any(
            one.text in known and one.segment == here.segment and not one.colon
            for near, known in ((before, self._heads), (behind, self._things))
            for one in near
        )

    def _find_beside(self, words: Sequence[Word], at: int) -> list[int]:
        """The places of the words next to it, but for a join between: "R and L", "R + L"."""
        places = []
        for step in (-1, 1):
            beside = at + step
            if 0 <= beside < len(words) and words[beside].text in self._joins:
                beside += step
            if 0 <= beside < len(words) and words[beside].sentence == words[at].sentence:
                places.append(beside)
        return places

    def _is_other_side(self, words: Sequence[Word], at: int, other: int) -> bool:
        """True for "L" beside "R", unless what follows is said of the two of them."""
        if words[other].text not in self._sides - {words[at].text} or not words[other].shouted:
            return False
        last = max(at, other)
        behind = words[last + 1 : last + 2]
        return (
            self._is_of_thing(words, last) or not behind or behind[0].clause != words[last].clause
        )

"""Letters that stand for a person, and those that stand for a side of the body or a thing."""

from collections.abc import Container, Sequence

from chronolator.model import PeopleRules
from chronolator.words.word import Word


class Letters:
    """Tells where a letter by which the case file calls somebody stands for something else."""

    def __init__(self, rules: PeopleRules, children: Container[str]) -> None:
        """Prepare once for all texts. `children`: the single words that call a child."""
        self._children = children
        self._heads = frozenset(rules.letter_heads)
        self._things = frozenset(rules.letter_things)
        self._sides = frozenset(rules.sides)
        self._joins = frozenset(rules.joins)
        self._writers = frozenset(rules.letter_writers)
        self._behind_others = frozenset(rules.behind_others)

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

    def is_writer(self, words: Sequence[Word], at: int) -> bool:
        """True for "I" before what is said of oneself alone ("I am", "I saw"), and beside an "and"
        that joins it to no child: "HV and I", not "H and I in".
        """
        behind = words[at + 1 : at + 2]
        if words[at].text not in self._writers or words[at].possessive:
            return False
        if (
            at > 1
            and words[at - 1].text in self._joins
            and words[at - 2].text not in self._children
        ):
            return True
        if behind and behind[0].text in self._joins:
            return not any(word.text in self._children for word in words[at + 2 : at + 3])
        if not behind or behind[0].segment != words[at].segment:
            return False
        return behind[0].text not in self._behind_others

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


def bears_letter(words: Sequence[Word], at: int) -> bool:
    """True where a capital alone stands there, as behind the title of "Mrs P"."""
    return any(len(word.text) == 1 and word.shouted for word in words[at : at + 1])

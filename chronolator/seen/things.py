"""Where a text tells of a thing, and of nobody: "bedroom not seen"."""

from collections.abc import Sequence

from chronolator.model import Kind
from chronolator.seen.nearest import find_last
from chronolator.seen.patterns import Match
from chronolator.seen.standing import Standing
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_THING = (Kind.THING,)


class Things:
    """The things among all that is named in a text."""

    def __init__(self, words: Sequence[Word], named: Sequence[Mention], standing: Standing) -> None:
        """`named`: who and what is named, in order."""
        self._words = words
        self._named = named
        self._standing = standing

    def stand_before(self, match: Match) -> bool:
        """True right behind a thing that begins its clause: "bedroom not seen"."""
        nearest = find_last(self._named, match)
        return (
            nearest is not None
            and nearest.kinds == _THING
            and nearest.last == match.first
            and self._words[nearest.first].sentence == self._words[match.first].sentence
            and self._standing.begins_clause(nearest.first)
        )

    def are_told_of(self, match: Match) -> bool:
        """True behind a thing that its sentence tells of: "cot seen, clean and tidy"; before quoted
        words one that begins its clause: "kitchen 'a mess'".
        """
        nearest, here = find_last(self._named, match), self._words[match.first]
        if nearest is None or nearest.kinds != _THING:
            return False
        begins = not here.quoted or self._standing.begins_clause(nearest.first)
        return begins and self._words[nearest.first].sentence == here.sentence

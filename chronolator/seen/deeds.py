"""What a child of the case did with others: "K held the cat", "K sat with his nan"."""

from collections.abc import Collection, Iterable, Sequence

from chronolator.model import Kind
from chronolator.seen.patterns import Match
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_OURS = frozenset({Kind.CHILD, Kind.CHILDREN})


class Deeds:
    """Who stands before the words of a text and can be the one who did what they tell."""

    def __init__(
        self, words: Sequence[Word], mentions: Iterable[Mention], pronouns: Collection[int]
    ) -> None:
        """`pronouns` are the places of those who are named by a pronoun."""
        self._pronouns = pronouns
        self._before = {
            one.last: one
            for one in mentions
            if not one.owner
            and one.last < len(words)
            and words[one.last].clause == words[one.first].clause
        }

    def hold(self, match: Match) -> bool:
        """True where a child of the case did it, with a thing or with somebody who is no other
        child of it: that tells of who did it, and of nobody else.
        """
        by, who = match.by or self._before.get(match.first), match.who
        if by is None or who is None or not _OURS.issuperset(by.kinds) or who.first < by.last:
            return False
        if who.first in self._pronouns:
            return False
        return bool(by.children | by.perhaps) and who.children | who.perhaps <= by.children

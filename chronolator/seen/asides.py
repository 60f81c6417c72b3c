"""What is said of somebody on the way, over which a phrase goes on."""

from collections.abc import Iterable, Sequence

from chronolator.model import Kind
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_MOST_WORDS = 12
_THING = (Kind.THING,)  # "reports", which may be what they do
_ROLES = frozenset({(Kind.PROFESSIONAL,), (Kind.ADULT,)})


class Asides:
    """Where asides end, in one text: "K, who is poorly, came", "Mrs Hill (class teacher) said"."""

    def __init__(
        self, words: Sequence[Word], mentions: Iterable[Mention], fronts: frozenset[str]
    ) -> None:
        """`fronts`: the words with which an aside begins that is no role."""
        self._words = words
        self._fronts = fronts
        self._named = {one.first: one for one in mentions}

    def pass_over(self, who: Mention) -> int:
        """The place behind the aside that begins behind somebody; where none does, theirs."""
        end = self._find_end(who.last)
        if end > who.last and self._words[who.last].text in self._fronts:
            return end if end - who.last <= _MOST_WORDS else who.last
        return end if self.is_role(who, end) else who.last

    def is_role(self, who: Mention, end: int) -> bool:
        """True where what goes up to `end` is what somebody with a name is, and none of a list."""
        role, after = self._named.get(who.last), self._named.get(end)
        return (
            role is not None
            and who.titled
            and role.kinds in _ROLES
            and role.kinds == who.kinds
            and not role.titled
            and role.last == end
            and (after is None or after.kinds == _THING)
        )

    def _find_end(self, at: int) -> int:
        """The place behind the pause after next, within the sentence; where there is none, `at`."""
        words = self._words
        if at >= len(words) or words[at - 1].segment == words[at].segment:
            return at
        end = at
        while end < len(words) and words[end].segment == words[at].segment:
            end += 1
        inside = end < len(words) and words[at - 1].sentence == words[end].sentence
        return end if inside else at

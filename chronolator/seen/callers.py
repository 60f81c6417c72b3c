"""Who rang or wrote: of a child at whom nobody looks they tell, and not the child."""

from collections.abc import Container, Iterable, Sequence

from chronolator.model import Cue, Kind, Means, Of, Phrase, Says
from chronolator.seen.nets import Span
from chronolator.seen.patterns import Match
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_ADULTS = frozenset({Kind.ADULT, Kind.LAY})
_US = frozenset({"me", "us"})
_NOWHERE = -1


class Call:
    """What an adult tells over the telephone, until the child comes on the line or is met."""

    def __init__(
        self,
        words: Sequence[Word],
        mentions: Sequence[Mention],
        cues: Iterable[tuple[Cue, Span]],
        joins: Container[str],
    ) -> None:
        """Look once at a text for the first call or message, and who else is in its sentence.
        One of `joins` ("and") joins who was on the line too.
        """
        first = next((span.first for cue, span in cues if cue.means is Means.REMOTE), _NOWHERE)
        self._place = _NOWHERE
        self._workers = {one.first for one in mentions if Kind.PROFESSIONAL in one.kinds}
        self._workers.update(place for place, word in enumerate(words) if word.text in _US)
        if first != _NOWHERE:
            sentence = words[first].sentence
            there = [
                one for one in mentions if words[one.first].sentence == sentence and not one.owner
            ]
            callers = [one for one in there if _ADULTS.issuperset(one.kinds)]
            if callers and not any(_shares(words, callers[0], one, joins) for one in there):
                self._place = max(first, callers[0].last - 1)

    def tells(self, match: Match, phrase: Phrase, who: Mention, means: Iterable[Means]) -> bool:
        """True where what the phrase tells of the child comes from who rang, and was not told to a
        worker.
        """
        if self._place == _NOWHERE or not who.children or match.first <= self._place:
            return False
        if not self._workers.isdisjoint(range(match.first, match.last + 1)):
            return False
        spoken = Says.VIEWS in phrase.says
        if not spoken or phrase.of is Of.THE_ROW:
            if spoken or (Says.SEEN in phrase.says and not phrase.implied):
                self._place = _NOWHERE  # "spoke to K", "K came on the line"
            return False
        return Means.REMOTE in means


def _shares(words: Sequence[Word], caller: Mention, other: Mention, joins: Container[str]) -> bool:
    """True for who may have been on the line too, or at either end of it; not for the child of
    "rang mum as K had not come in", of whom the call was.
    """
    if Kind.PROFESSIONAL in other.kinds:
        return True
    why = words[other.first - 1] if other.first > caller.last else None
    return bool(other.children) and not (why and why.joining and why.text not in joins)

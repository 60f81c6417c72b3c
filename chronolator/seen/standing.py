"""Where somebody who is named stands in a text, and whether they take part in what it tells."""

from collections.abc import Sequence

from chronolator.model import Kind
from chronolator.seen.joints import Joints
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_FROM, _OF = "from", "of"
_GROWN = frozenset({Kind.ADULT, Kind.LAY})
_FAR = 3  # words: "mother's own dental exam"


class Standing:
    """The words of a text with its joints, asked of one place or one mention."""

    def __init__(self, words: Sequence[Word], joints: Joints) -> None:
        self._words = words
        self._joints = joints

    def take_part(self, mention: Mention) -> Mention:
        """The mention; whose appointment it is was there: "brother's review"."""
        behind = self._words[mention.last : mention.last + _FAR]
        if not mention.owner or not any(one.text in self._joints.occasions for one in behind):
            return mention
        clause = self._words[mention.first].clause
        first = next(one for one in behind if one.text in self._joints.occasions)
        return mention._replace(owner=False) if first.clause == clause else mention

    def count_turns(self) -> list[int]:
        """For each word the number of its sentence, where "but" begins none: who came, but left."""
        turned, turns = [], 0
        for at, word in enumerate(self._words):
            turns += at > 0 and word.joining and word.sentence != self._words[at - 1].sentence
            turned.append(word.sentence - turns)
        return turned

    def stands_behind(self, mention: Mention, before: frozenset[str]) -> bool:
        """True right behind one of the words `before`, in the same segment; who is dealt with
        takes part: "arrest of father".
        """
        if not mention.first or self._is_dealt_with(mention):
            return False
        nearest, here = self._words[mention.first - 1], self._words[mention.first]
        return nearest.text in before and nearest.segment == here.segment

    def _is_dealt_with(self, mention: Mention) -> bool:
        near = [one.text for one in self._words[max(0, mention.first - 2) : mention.first]]
        return near[1:] == [_OF] and near[0] in self._joints.dealings

    def find_aside(self, people: Sequence[Mention]) -> frozenset[int]:
        """Where those begin who stand behind one of `aside`, and the second of "between mum and
        dad".
        """
        aside, joins = self._joints.aside, self._joints.joins
        ends = {one.last for one in people if self.stands_behind(one, aside)}
        return frozenset(
            one.first
            for one in people
            if self.stands_behind(one, aside)
            or (self.stands_behind(one, joins) and one.first - 1 in ends)
        )

    def is_there(self, mention: Mention) -> bool:
        """False for "no adult", and for "parents out", "mum, who waited outside"."""
        if self.stands_behind(mention, self._joints.absent):
            return False
        sentence = self._words[mention.first].sentence
        near = self._words[mention.last : mention.last + _FAR]
        behind = [one.text for one in near if one.sentence == sentence]
        if behind and behind[0] in self._joints.relatives:
            behind = behind[1:]
        gone = not self._joints.gone.isdisjoint((*behind[:1], " ".join(behind[:2])))
        return not gone or _GROWN.isdisjoint(mention.kinds)

    def attends(self, mention: Mention) -> bool:
        """True for the adult who is there with a patient: "carer in attendance"."""
        behind = [one.text for one in self._words[mention.last : mention.last + _FAR]]
        begun = [" ".join(behind[:count]) for count in range(1, _FAR + 1)]
        return Kind.ADULT in mention.kinds and not self._joints.attending.isdisjoint(begun)

    def calls(self, mention: Mention) -> bool:
        """True for who rang or wrote: "phone call from mum, wants a new worker"."""
        sentence = self._words[mention.first].sentence
        before = self._words[max(0, mention.first - _FAR) : mention.first]
        return Kind.ADULT in mention.kinds and any(
            one.text in self._joints.messages and one.sentence == sentence for one in before
        )

    def rang(self, mention: Mention) -> bool:
        """True for the worker of "SW rang", "email from school", who wants what follows; not for
        one who speaks for a child.
        """
        if Kind.PROFESSIONAL not in mention.kinds:
            return False
        name = " ".join(one.text for one in self._words[mention.first : mention.last])
        if name in self._joints.spokesmen:
            return False
        clause, behind = self._words[mention.first].clause, self._words[mention.last :][:1]
        rang = [one.clause == clause and one.text in self._joints.calling for one in behind]
        return any(rang) or self._is_from(mention)

    def _is_from(self, mention: Mention) -> bool:
        """True for "email from school"."""
        before = [one.text for one in self._words[max(0, mention.first - 2) : mention.first]]
        return before[-1:] == [_FROM] and before[0] in self._joints.messages

    def begins(self, place: int) -> bool:
        """True where a sentence begins; not to be asked of the first word."""
        return self._words[place].sentence != self._words[place - 1].sentence

    def begins_clause(self, place: int) -> bool:
        """True where a clause begins, or with whose they are: "K's sister said"."""
        while place and self._words[place].clause == self._words[place - 1].clause:
            if not self._words[place - 1].possessive:
                return False
            place -= 1
        return True

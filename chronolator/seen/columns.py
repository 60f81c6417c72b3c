"""What the cells of the columns that ask about the child answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from chronolator.model import Answer, ColumnWords, Evidence, Field, Kind, Question, Reason
from chronolator.seen.boxes import Boxes
from chronolator.seen.decide import Finding
from chronolator.seen.targets import Listener
from chronolator.words.fold import fold
from chronolator.words.names import NOBODY, Mention

FIELDS = {
    Question.SEEN: Field.CHILD_SEEN,
    Question.ALONE: Field.SEEN_ALONE,
    Question.VIEWS: Field.VIEWS,
}
"""The column that asks each question."""

_CHILDREN = frozenset({Kind.CHILD, Kind.CHILDREN})
STRENGTH = (Answer.NOT_RECORDED, Answer.UNCLEAR, Answer.NO, Answer.YES)
"""The answers, the weakest first: what takes back an answer goes before it."""

BOXES = "boxes"


@dataclass(frozen=True, slots=True)
class Told:
    """What a part of a cell answers, and for which children (None: it does not say)."""

    finding: Finding
    children: frozenset[int] | None


class Cells:
    """The columns' words, ready to read cells."""

    def __init__(self, listener: Listener) -> None:
        """Prepare once for all cells."""
        self._listener = listener
        self._boxes = Boxes(listener.rules.boxes)
        self._words: dict[Question, dict[str, ColumnWords]] = {one: {} for one in Question}
        for rule in listener.rules.columns:
            self._words[rule.question].update(dict.fromkeys(rule.words, rule))

    def read(self, cell: str, question: Question) -> list[Told]:
        """What the cell answers, part by part; nothing where it holds no words of the column.

        Of boxes the words of those that were chosen are read. A part of names alone ("RA and WA")
        answers yes for those children, or unclear where another part is not understood; behind an
        answer ("Y - RA") it says whose that is. Behind an answer "no concerns" is none.
        """
        choice = self._boxes.read(cell)
        if choice is None:
            return self._read_parts(cell, question, 0, len(cell))
        told = [one for span in choice.words for one in self._read_parts(cell, question, *span)]
        bare = {one.finding.answer for one in told if one.children is None}
        whole = (Evidence(cell, FIELDS[question], 0, len(cell)),)
        if choice.ticked:
            return [Told(Finding(question, Answer.YES, Reason.COLUMN, whole, BOXES), None)]
        if choice.crossed or len(bare) > 1:
            return [Told(Finding(question, Answer.UNCLEAR, Reason.DOUBT, whole, BOXES), None)]
        return told

    def is_unread(self, cell: str, told: Sequence[Told] | None) -> bool:
        """True for a cell of which `read` told nothing, though it holds words and no boxes."""
        return not told and any(map(str.isalnum, cell)) and self._boxes.read(cell) is None

    def _read_parts(self, cell: str, question: Question, start: int, end: int) -> list[Told]:
        """What the cell's words from `start` to `end` answer."""
        words = [
            word for word in self._listener.split(cell) if start <= word.start and word.end <= end
        ]
        mentions = self._listener.people.find(words)
        told: list[Told] = []
        named: list[Told] = []
        unread = False
        for _, part in groupby(range(len(words)), key=lambda at: words[at].segment):
            places = list(part)
            inside = [one for one in mentions if one.first in places and one.last - 1 in places]
            taken = {
                at
                for one in inside
                if not _CHILDREN.isdisjoint(one.kinds)
                for at in range(one.first, one.last)
            }
            rest = [fold(words[at].text) for at in places if at not in taken]
            rule = self._find_rule(rest, question, behind=told)
            children = NOBODY.union(*(one.children for one in inside if _is_child(one)))
            first, last = words[places[0]].start, words[places[-1]].end
            evidence = (Evidence(cell[first:last], FIELDS[question], first, last),)
            if rule is not None:
                found = Finding(question, rule.answer, rule.reason, evidence, rule.id)
                told.append(Told(found, children or None))
            elif rest:
                unread = True
            elif children and told and told[-1].children is None:
                told[-1] = Told(told[-1].finding, children)
            elif children and question is not Question.VIEWS:
                found = Finding(question, Answer.YES, Reason.COLUMN, evidence, "column-names")
                named.append(Told(found, children))
        if unread and question is Question.VIEWS:
            return []  # what a child said is heard as a text is
        if unread:  # "Wren - asleep"
            named = [Told(_doubt(one.finding), one.children) for one in named]
        return [*told, *named]

    def _find_rule(
        self, words: Sequence[str], question: Question, behind: Sequence[Told]
    ) -> ColumnWords | None:
        """The rule of the whole part, else of its beginning; "seen on screen" is the weaker.

        `behind` an answer "no concerns" is none.
        """
        known = self._words[question]
        whole = known.get(" ".join(words))
        if whole is not None:
            return whole
        starts = (known.get(" ".join(words[:size])) for size in range(len(words), 0, -1))
        first = next((one for one in starts if one is not None and not one.whole), None)
        if first is not None and first.answer is Answer.NO and behind:
            return None
        if first is None or first.answer is not Answer.YES:
            return first
        inside = [known[one] for one in words if one in known]
        inside = [one for one in inside if one.answer is not Answer.NO]  # "yes, no concerns"
        return min((first, *inside), key=lambda one: STRENGTH.index(one.answer))


def _doubt(found: Finding) -> Finding:
    return replace(found, answer=Answer.UNCLEAR, reason=Reason.DOUBT)


def _is_child(mention: Mention) -> bool:
    return not mention.owner and not _CHILDREN.isdisjoint(mention.kinds)

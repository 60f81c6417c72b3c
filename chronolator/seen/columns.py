"""What the cells of the columns that ask about the child answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from chronolator.model import Answer, ColumnWords, Evidence, Field, Kind, Question, Reason
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
        self._words: dict[Question, dict[str, ColumnWords]] = {one: {} for one in Question}
        for rule in listener.rules.columns:
            self._words[rule.question].update(dict.fromkeys(rule.words, rule))

    def read(self, cell: str, question: Question) -> list[Told]:
        """What the cell answers, part by part; nothing where it holds no words of the column.

        A part of names alone ("RA and WA") answers yes for those children; behind an answer ("Y -
        RA") it says whose that is.
        """
        words = self._listener.split(cell)
        mentions = self._listener.people.find(words)
        told: list[Told] = []
        for _, part in groupby(range(len(words)), key=lambda at: words[at].segment):
            places = list(part)
            inside = [one for one in mentions if one.first in places and one.last - 1 in places]
            taken = {
                at
                for one in inside
                if not _CHILDREN.isdisjoint(one.kinds)
                for at in range(one.first, one.last)
            }
            rest = [words[at].text for at in places if at not in taken]
            rule = self._find_rule([fold(word) for word in rest], question)
            children = NOBODY.union(*(one.children for one in inside if _is_child(one)))
            first, last = words[places[0]].start, words[places[-1]].end
            evidence = (Evidence(cell[first:last], FIELDS[question], first, last),)
            if rule is not None:
                found = Finding(question, rule.answer, rule.reason, evidence, rule.id)
                told.append(Told(found, children or None))
            elif not rest and children and told and told[-1].children is None:
                told[-1] = Told(told[-1].finding, children)
            elif not rest and children and question is not Question.VIEWS:
                found = Finding(question, Answer.YES, Reason.COLUMN, evidence, "column-names")
                told.append(Told(found, children))
        return told

    def _find_rule(self, words: Sequence[str], question: Question) -> ColumnWords | None:
        """The rule of the whole part, else of its beginning; "seen on screen" is the weaker."""
        known = self._words[question]
        whole = known.get(" ".join(words))
        if whole is not None:
            return whole
        starts = (known.get(" ".join(words[:size])) for size in range(len(words), 0, -1))
        first = next((one for one in starts if one is not None and not one.whole), None)
        if first is None or first.answer is not Answer.YES:
            return first
        inside = [known[one] for one in words if one in known]
        return min((first, *inside), key=lambda one: STRENGTH.index(one.answer))


def _is_child(mention: Mention) -> bool:
    return not mention.owner and not _CHILDREN.isdisjoint(mention.kinds)

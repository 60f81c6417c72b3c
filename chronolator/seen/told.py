"""What the cells of columns that ask tell, and for whom."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from chronolator.model import Answer, Field, Question, Reason
from chronolator.seen.decide import Finding
from chronolator.words.fold import fold
from chronolator.words.mention import NOBODY

FIELDS = {
    Question.SEEN: Field.CHILD_SEEN,
    Question.ALONE: Field.SEEN_ALONE,
    Question.VIEWS: Field.VIEWS,
}
"""The column that asks each question."""
NAMES = "column-names"
"""The rule by which a cell answers that does nothing but name children."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a part of a cell answers, and for which children (None: it does not say). `asked`: these
    are named by what is asked ("RA seen?"), which leaves the others out whatever is answered.
    """

    finding: Finding
    children: frozenset[int] | None
    asked: bool = False


def answers_for_others(told: Sequence[Told], child: int) -> bool:
    """True where a cell answers for children whom it names, and not for this one: who visited one
    of them and found nobody in did not come for the others.
    """
    named = [one.children for one in told if not one.asked]
    return bool(named) and all(one is not None and child not in one for one in named)


def restore(told: Told, cell: str) -> Told:
    """What was told, with the words of its evidence as the cell has them."""
    evidence = tuple(replace(one, words=cell[one.start : one.end]) for one in told.finding.evidence)
    return replace(told, finding=replace(told.finding, evidence=evidence))


def doubt(told: Told) -> Told:
    """The answer, a yes being unclear."""
    if told.finding.answer is not Answer.YES:
        return told
    return replace(told, finding=replace(told.finding, answer=Answer.UNCLEAR, reason=Reason.DOUBT))


def leave_to_named(told: Sequence[Told], groups: Container[str]) -> list[Told]:
    """What was told, a yes beside names being of those named ("Present: RA", "Spoken to: Yes"), but
    one of `groups` ("all").
    """
    yes = [one for one in told if one.finding.answer is Answer.YES]
    named = NOBODY.union(*(one.children for one in yes if one.children is not None))
    return [
        replace(one, children=named)
        if named
        and one in yes
        and one.children is None
        and not any(fold(words.words) in groups for words in one.finding.evidence)
        else one
        for one in told
    ]

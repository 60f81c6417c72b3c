"""What a column that answers for some children says of one whom it does not name."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from chronolator.model import Answer, Means, Question, Reason
from chronolator.seen.decide import Finding
from chronolator.seen.observed import Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.told import Told


def leave_out(
    row: Row,
    child: int,
    told: Mapping[Question, Sequence[Told]],
    text: Finding,
    placed: Container[str],
) -> Finding | None:
    """What a column that names whom a visitor saw says of a child whom it does not name: a
    doubt beside words that only hint at a sighting, and no where a sentence tells where that
    child was.
    """
    named = [one.finding for one in told[Question.SEEN]]
    if {one.answer for one in named} != {Answer.YES}:
        return None
    evidence = tuple(words for one in named for words in one.evidence)
    if text.answer is Answer.YES and text.implied:
        return Finding(Question.SEEN, Answer.UNCLEAR, Reason.DISAGREE, evidence, named[0].rule)
    visited = row.finds(Means.IN_PERSON) and not row.finds(*AT_A_DISTANCE)
    if text.answer is Answer.NOT_RECORDED and visited and _is_placed(row, child, placed):
        return Finding(Question.SEEN, Answer.NO, Reason.SIBLING_ONLY, evidence, named[0].rule)
    return None


def _is_placed(row: Row, child: int, placed: Container[str]) -> bool:
    """True where a sentence begins with the child and tells where it was: "K at gran's"."""
    words = row.heard.words
    return any(
        one.children == {child}
        and not one.owner
        and (one.first == 0 or words[one.first - 1].sentence != words[one.first].sentence)
        and one.last < len(words)
        and words[one.last].text in placed
        for one in row.heard.mentions
    )


def leave_to_others(
    column: Mapping[Question, Finding | None], meant: frozenset[int], child: int, text: Finding
) -> Finding | None:
    """No answer of the column for a child whom its yes does not mean; a doubt for one who is named
    beside those whom it means.
    """
    asked = column[Question.SEEN]
    if asked is None or child not in meant or text.answer is not Answer.NOT_RECORDED:
        return None
    return replace(asked, answer=Answer.UNCLEAR, reason=Reason.DOUBT)


def is_of_others(child: int, told: Sequence[Told], seen: Mapping[int, Finding]) -> bool:
    """True where a yes that names nobody is of other children: the row's words show them, and do
    not show this one.
    """
    others = [number for number, one in seen.items() if one.answer is Answer.YES]
    return says_yes(told) and bool(others) and child not in others


def says_yes(told: Sequence[Told]) -> bool:
    """True where the cell says yes, and names nobody."""
    return {one.finding.answer for one in told if one.children is None} == {Answer.YES}

"""What a column answers and what the text does, to one answer."""

from dataclasses import replace

from chronolator.model import Answer, Reason, Says
from chronolator.seen.decide import Finding


def meet(text: Finding, column: Finding | None) -> Finding:
    """The text's answer and the column's to one; where they disagree it is unclear."""
    if column is None or (column.answer is Answer.NOT_RECORDED and column.reason is Reason.SILENT):
        return text
    if text.answer in {Answer.YES, Answer.NO} and column.answer is not text.answer:
        return disagree(column, text)
    if column.answer is text.answer:
        return replace(column, evidence=(*column.evidence, *text.evidence))
    return column


def disagree(column: Finding, text: Finding) -> Finding:
    """Unclear, with the words of both."""
    evidence = (*column.evidence, *text.evidence)
    return replace(column, answer=Answer.UNCLEAR, reason=Reason.DISAGREE, evidence=evidence)


def meet_alone(text: Finding, column: Finding | None) -> Finding:
    """A yes that names nobody, beside a text that tells of another child alone, may be of that
    child.
    """
    if column is not None and column.answer is Answer.YES and text.reason is Reason.SIBLING_ONLY:
        evidence = (*column.evidence, *text.evidence)
        return replace(column, answer=Answer.UNCLEAR, reason=Reason.DOUBT, evidence=evidence)
    return meet(text, column)


def meet_named(text: Finding, column: Finding | None) -> Finding:
    """The same of a yes that names the child: a carer who was about at the visit left them."""
    if column is not None and column.answer is Answer.YES and text.says is Says.CARER_ABOUT:
        return column
    return meet(text, column)

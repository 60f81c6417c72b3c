"""What a column answers and what the text does, to one answer."""

from collections.abc import Sequence
from dataclasses import replace

from chronolator.model import Answer, Evidence, Field, Kind, Means, Reason, Says
from chronolator.seen.decide import NOT_TOLD, Finding
from chronolator.seen.observed import Row
from chronolator.seen.present import PRESENT
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.unmet import UNMET

_SOME_CHILD = (Kind.SOME_CHILD,)


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


def meet_views(text: Finding, column: Finding | None) -> Finding:
    """The text's answer on views and the column's: words in the column that may be of several
    children are no doubt about the child whose words the text tells.
    """
    if column is not None and column.answer is Answer.UNCLEAR and text.answer is Answer.YES:
        return text
    return meet(text, column)


def meet_alone(text: Finding, column: Finding | None) -> Finding:
    """A yes that names nobody, beside a text that tells of another child alone, may be of that
    child.
    """
    if column is not None and column.answer is Answer.YES and _is_about(text):
        return column
    if column is not None and column.answer is Answer.YES and text.reason is Reason.SIBLING_ONLY:
        evidence = (*column.evidence, *text.evidence)
        return replace(column, answer=Answer.UNCLEAR, reason=Reason.DOUBT, evidence=evidence)
    return meet(text, column)


def meet_named(text: Finding, column: Finding | None, child: int) -> Finding:
    """The text's answer on alone and the column's, which names the child: a carer who was merely
    about at the visit, or with several children or another, gives way to its yes.
    """
    if column is None or column.answer is not Answer.YES:
        return meet(text, column)
    return column if _is_about(text) or _is_of_others(text, child) else meet(text, column)


def _is_about(text: Finding) -> bool:
    """True for a carer who was merely about, or present at the visit: they need not have been in
    the room while the child was seen alone.
    """
    return text.answer is Answer.NO and (
        text.says in {Says.CARER_ABOUT, Says.SEEN} or text.rule == PRESENT
    )


def _is_of_others(text: Finding, child: int) -> bool:
    """True where the text does not tell of this child by itself that somebody was with it."""
    if text.answer is not Answer.NO or text.target is None:
        return False
    return text.target.who.children != {child}


def meet_seen(
    row: Row,
    found: Sequence[Finding],
    text: Finding,
    column: Finding | None,
    away: Evidence | None = None,
) -> Finding:
    """The column's answer and the text's to one: where they disagree it is unclear. `away`: what
    tells that the contact was over a distance.
    """
    if column is None or _is_of_a_call(away, text, column) or _is_idle(text, column):
        return text
    hinted = text.implied or text.answer is not Answer.YES
    if column.answer is Answer.YES and text.answer is Answer.UNCLEAR:
        return _meet_doubt(column, text, found)
    if column.answer is Answer.NOT_RECORDED and column.reason is Reason.SILENT:
        visit = (
            text.answer is Answer.NOT_RECORDED
            and row.finds(Means.IN_PERSON)
            and not row.finds(*AT_A_DISTANCE, Means.HEARSAY, Means.EARLIER)
        )
        return replace(column, answer=Answer.UNCLEAR, reason=Reason.DOUBT) if visit else text
    silent = column.answer is Answer.NOT_RECORDED and hinted
    # Who is named as present is not denied by words that were weighed together.
    named = column.rule == PRESENT and column.answer is Answer.YES
    hidden = column.answer is Answer.NO and text.answer is Answer.YES and text.implied
    if silent or hidden or (named and text.reason is Reason.WEIGHED):
        return column
    untold = column.answer is Answer.YES and text.answer is Answer.NOT_RECORDED
    elsewhere = row.finds(Means.IN_PERSON) is None or text.reason is Reason.VIDEO
    passed_on = column.reason is Reason.SECOND_HAND
    if untold and away is not None and elsewhere and not passed_on:
        return disagree(column, replace(text, evidence=(away,)))
    return meet(text, column)


def _is_of_a_call(away: Evidence | None, text: Finding, column: Finding) -> bool:
    """True for who was "present" at a telephone call, and of whom the text tells nothing."""
    called = away is not None and away.field is Field.CONTACT_TYPE
    return called and column.rule == PRESENT and text.answer is Answer.NOT_RECORDED


def _is_idle(text: Finding, column: Finding) -> bool:
    """True for a bare no where nobody can have been in sight, and of which the text tells more."""
    hinted = text.answer is Answer.YES and text.reason is not Reason.SECOND_HAND
    return column.rule == UNMET and not hinted and text != NOT_TOLD[text.question]


def _meet_doubt(column: Finding, text: Finding, found: Sequence[Finding]) -> Finding:
    """A yes beside doubtful words, which only words that deny it can make doubtful; or such as tell
    of one child of several, and not which.
    """
    if any(one.reason is Reason.NOT_SEEN and not one.implied for one in found):
        return disagree(column, text)
    return text if _is_of_some(text) else column


def _is_of_some(text: Finding) -> bool:
    """True for "one of the children seen": a yes beside it does not say which."""
    return text.target is not None and text.target.who.kinds == _SOME_CHILD

"""Where an agency's own column and its text do not agree, or nobody understands the column."""

from collections.abc import Iterable

from chronolator.model import Answer, Event, Flag, Problem, ProblemKind, Question, Reason
from chronolator.seen.cells_heard import UNREADABLE

_ASKED = {
    Question.SEEN: "whether the child was seen",
    Question.ALONE: "whether the child was seen alone",
    Question.VIEWS: "whether the child was heard",
}
_DISAGREE = "the agency's own column and its text do not agree on {}"
_NOT_UNDERSTOOD = "what the agency's own column tells is not understood: {}"


def tell_problems(events: Iterable[Event], flags: Iterable[Flag]) -> tuple[Problem, ...]:
    """A problem for each row and question whose answer is unclear since the column says one thing,
    the text another, or since the column's cell cannot be understood.

    Where the child was not even seen for sure, alone is not told besides. No child is named: rows
    of many children are gathered by what the problem says.
    """
    origins = {event.id: event.origin for event in events}
    told: dict[tuple[str, Question], Problem] = {}
    doubted: set[tuple[str, str]] = set()
    for flag in flags:
        if flag.reason is Reason.DISAGREE:
            message, hint = _DISAGREE, "Read both: choose the answer in the workbook, or ask"
        elif flag.answer is Answer.UNCLEAR and flag.rule in UNREADABLE:
            message, hint = (
                _NOT_UNDERSTOOD,
                "Read the cell: choose the answer in the workbook, or ask",
            )
        else:
            continue
        row = flag.event, flag.child
        if flag.question is Question.SEEN:
            doubted.add(row)
        elif flag.question is Question.ALONE and row in doubted:
            continue
        origin = origins[flag.event]
        told.setdefault(
            (flag.event, flag.question),
            Problem(
                origin,
                ProblemKind.ANSWER,
                f"{origin}: {message.format(_ASKED[flag.question])}",
                hint=f"{hint} the agency.",
            ),
        )
    return tuple(told.values())

"""Where an agency's own column and its text do not agree, or nobody understands the column."""

from collections.abc import Iterable

from chronolator.model import Event, Flag, Problem, ProblemKind, Question, Reason

_ASKED = {
    Question.SEEN: "whether the child was seen",
    Question.ALONE: "whether the child was seen alone",
    Question.VIEWS: "whether the child was heard",
}
_TELLS = {
    Reason.DISAGREE: (
        "the agency's own column and its text do not agree on {}",
        "Read both: choose the answer in the workbook, or ask the agency.",
    ),
    Reason.UNREAD: (
        "it cannot be told from the agency's own column {}",
        "Read the cell: choose the answer in the workbook, or ask the agency.",
    ),
}


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
        if flag.reason not in _TELLS:
            continue
        row = flag.event, flag.child
        if flag.question is Question.SEEN:
            doubted.add(row)
        elif flag.question is Question.ALONE and row in doubted:
            continue
        origin = origins[flag.event]
        message, hint = _TELLS[flag.reason]
        words = f"{origin}: {message.format(_ASKED[flag.question])}"
        told.setdefault(
            (flag.event, flag.question), Problem(origin, ProblemKind.ANSWER, words, hint)
        )
    return tuple(told.values())

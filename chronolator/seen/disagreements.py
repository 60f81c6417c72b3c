"""Where a column that asks and the text beside it do not agree."""

from collections.abc import Iterable

from chronolator.model import Event, Flag, Problem, ProblemKind, Question, Reason

_ASKED = {
    Question.SEEN: "whether {} was seen",
    Question.ALONE: "whether {} was seen alone",
    Question.VIEWS: "whether {} was heard",
}


def tell_disagreements(events: Iterable[Event], flags: Iterable[Flag]) -> tuple[Problem, ...]:
    """A problem for each answer that is unclear since the column says one thing, the text another.

    Where the child was not even seen for sure, alone is not told besides.
    """
    origins = {event.id: event.origin for event in events}
    told: list[Problem] = []
    doubted: set[tuple[str, str]] = set()
    for flag in flags:
        if flag.reason is not Reason.DISAGREE:
            continue
        row = flag.event, flag.child
        if flag.question is Question.SEEN:
            doubted.add(row)
        elif flag.question is Question.ALONE and row in doubted:
            continue
        asked = _ASKED[flag.question].format(flag.child)
        origin = origins[flag.event]
        told.append(
            Problem(
                origin,
                ProblemKind.ANSWER,
                f"{origin}: the agency's own column and its text do not agree on {asked}",
                hint="Read both: choose the answer in the workbook, or ask the agency.",
            )
        )
    return tuple(told)

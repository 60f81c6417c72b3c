"""What is to be said of decisions that do not count, and of rows that had to be looked for."""

from collections.abc import Iterator, Sequence

from chronolator.model import Decision, Earlier, Origin, Problem, ProblemKind
from chronolator.notes.decided_rows import IS_NOW, Ways
from chronolator.notes.decisions import LEFT_OUT, OTHERWISE

_GONE = (
    "It is kept on the sheet Decisions, and counts again when the row is back. Where another row "
    "is meant now, write that row's Ref."
)
_AGAINST = "Take one of them out: the one that stands higher counts."
_OTHER = "Correct it, or take it out."
_FOUND = "Check that it is the right row; if not, write the Ref of the one that is meant."


def tell_decisions(
    decisions: Sequence[Decision], earlier: Earlier | None, followed: Ways
) -> Iterator[Problem]:
    """A problem for each decision that does not count, or not for all its rows, and for each row
    that was found by other things than its id since the earlier workbook.
    """
    if earlier is not None:
        yield from earlier.doubts
    for one in decisions:
        place = one.written or (earlier.path if earlier else "")
        line = f"line {one.line}: " if one.line else ""
        what = f"{place}: {line}“{one.kind}” of {', '.join(one.events)}"
        first, *others = one.remark.splitlines() or [""]
        if not one.honoured:
            hint = _GONE if LEFT_OUT in first else _AGAINST if OTHERWISE in first else _OTHER
            yield _tell(place, f"{what}: not followed: {first}", hint)
        for told in others if not one.honoured else (first, *others):
            was, _, now = told.partition(f" {IS_NOW} ")
            if LEFT_OUT in told:
                yield _tell(place, f"{what}: {told}", _GONE)
            elif now and was in followed:
                yield _tell(place, f"{what}: {told}", _FOUND)


def _tell(place: str, message: str, hint: str) -> Problem:
    return Problem(Origin(place), ProblemKind.DECISION, message, hint)

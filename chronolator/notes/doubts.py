"""What is to be said of decisions that do not count, and of rows that had to be looked for."""

from collections.abc import Iterator, Sequence

from chronolator.model import Decision, DecisionsFile, Earlier, Origin, Problem, ProblemKind
from chronolator.notes.decided_rows import IS_NOW, Ways, lead_on
from chronolator.notes.decisions import LEFT_OUT, OTHERWISE

_GONE = (
    "It is kept on the sheet Decisions, and counts again when the row is back. Where another row "
    "is meant now, write that row's Ref."
)
_AGAINST = "Take one of them out: the one that stands higher counts."
_OTHER = "Correct it, or take it out."
_NO_MORE = (
    "Write it into the file again if it still holds. What is changed on the sheet Decisions beside "
    "a decision of a file does not count while that file is there."
)
_FOUND = "Check that it is the right row; if not, write the Ref of the one that is meant."


def tell_decisions(
    decisions: Sequence[Decision],
    given: DecisionsFile | None,
    earlier: Earlier | None,
    followed: Ways,
) -> Iterator[Problem]:
    """A problem for each decision that does not count, or not for all its rows, and for each row
    that was found by other things than its id since the earlier workbook. One that the workbook
    lists of the file `given`, and that is not in it any more, is told too.
    """
    if earlier is not None:
        yield from earlier.doubts
        if given is not None:
            yield from _tell_no_more(given, earlier)
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


def _tell_no_more(given: DecisionsFile, earlier: Earlier) -> Iterator[Problem]:
    for one in earlier.decisions:
        if one.written.casefold() != given.name.casefold():
            continue
        # The workbook lists the rows as they were then, and the file keeps the Refs of old.
        if one.says not in {(it.kind, lead_on(it.events, one)) for it in given.decisions}:
            what = f"{earlier.path}: “{one.kind}” of {', '.join(one.events)}: stands in"
            message = f"{what} {given.name} no more, and does not count"
            yield _tell(earlier.path, message, _NO_MORE)


def _tell(place: str, message: str, hint: str) -> Problem:
    return Problem(Origin(place), ProblemKind.DECISION, message, hint)

"""What the author is asked to check: that a row which is not the one of then is the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from chronolator.model import (
    Check,
    CorrectedCell,
    Earlier,
    Event,
    Origin,
    Problem,
    ProblemKind,
)
from chronolator.model.review import IN_OTHER_WORDS
from chronolator.notes.ways import REWORDED, Ways
from chronolator.rows.days import name_when

_RIGHT = (
    "Check in the column Carried note: check that it stands beside the right row; empty its cell "
    "when it does, and you are not asked again."
)
_HOLDS = (
    "Check that your note or answer still holds; the sheet Changes shows both versions of the row. "
    "Empty its cell in the column Carried note: check when it does."
)


def list_checks(earlier: Earlier, ways: Ways) -> Iterator[Check]:
    """A check for each row to which something of hers was carried by other things than the id, with
    the row as it was; and those of before that she has not confirmed, as they stand.
    """
    before = {one.note.id: one.row for one in earlier.unplaced}
    before |= {event.id: event for event in earlier.events}
    told: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for check in earlier.checks:
        if check.event in ways.homes:
            told[ways.homes[check.event]][check.text] = None
    for old in _list_touched(earlier):
        if old in ways.reasons:
            told[ways.homes[old]][_ask(ways.reasons[old], before.get(old))] = None
    return (Check(event, "\n".join(texts)) for event, texts in told.items())


def tell_checks(
    earlier: Earlier, ways: Ways, homeless: Sequence[CorrectedCell]
) -> Iterator[Problem]:
    """A problem for each row beside which she wrote and which is another one now, or tells
    otherwise; and for each that she was asked to check before and has not confirmed.
    """
    kinds = {note.id: ProblemKind.NOTE for note in earlier.notes}
    for one in earlier.corrections:
        if one not in homeless:
            kinds.setdefault(one.event, ProblemKind.CORRECTION)
    told = set[str]()
    for ref, kind in kinds.items():
        reason = ways.reasons.get(ref)
        if not reason:
            continue
        home = ways.homes[ref]
        told.add(home)
        if reason == REWORDED or home == ref:
            what = f"row {ways.name_row(home)}: {reason}, and you have written beside it"
            yield _tell(earlier, ProblemKind.NOTE, what, _HOLDS, home)
        else:
            same = reason.startswith(IN_OTHER_WORDS)
            now = "the same row in other words" if same else "another row"
            what = f"what you wrote in row {ref} stands beside {now} now, {ways.name_row(home)}"
            what = f"{what}: {reason}"
            yield _tell(earlier, kind, what, _RIGHT, home)
    for check in earlier.checks:
        home = ways.homes.get(check.event, "")
        if home and home not in told:
            told.add(home)
            what = f"row {ways.name_row(home)}: what was carried to it is still to be checked"
            yield _tell(earlier, ProblemKind.NOTE, what, _RIGHT, home)


def _tell(earlier: Earlier, kind: ProblemKind, what: str, hint: str, event: str) -> Problem:
    return Problem(Origin(earlier.path), kind, f"{earlier.path}: {what}", hint, event)


def _list_touched(earlier: Earlier) -> dict[str, None]:
    """The ids of the rows beside which she wrote anything, in order."""
    written = [note.id for note in earlier.notes]
    written += [one.event for one in earlier.corrections]
    written += [ref for ref, look in earlier.looks.rows.items() if look.comments]
    written += [one.note.id for one in earlier.unplaced]
    return dict.fromkeys(written)


def _ask(reason: str, was: Event | None) -> str:
    asked = f"{reason[:1].upper()}{reason[1:]}."
    if was is None:
        return asked
    row = ", ".join(filter(None, (name_when(was.when), was.agency, was.text)))
    return f"{asked} It was: {row}"

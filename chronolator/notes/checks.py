"""What the author is asked to check: that a row which is not the one of then is the same."""

from collections import defaultdict
from collections.abc import Iterator

from chronolator.model import Check, Earlier, Event
from chronolator.notes.ways import Ways
from chronolator.rows.days import name_when


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

"""The notes that stand beside no row, each with the rows that may be meant, to choose from."""

from chronolator.columns import NOTES_HEADINGS, NOTES_SHEET
from chronolator.model import Chronology, Event, UnplacedNote
from chronolator.rows import RowValue
from chronolator.rows.days import name_when
from chronolator.words.shorten import shorten
from chronolator.write.workbook.tables import Finding, Heading

_WIDTHS = (44, 20, 16, 60, 34, 16, 15, 20, 60)
_ASKS = (
    "Choose the Ref of the row that is meant, or write another one from the column Ref. The next "
    "merge puts the note there."
)
_SHORT = 160


def list_notes_to_place(chronology: Chronology) -> Finding:
    """The notes to place; a note of an event that is not there is one of them."""
    known = {event.id: event for event in chronology.events}
    waiting = [
        *chronology.unplaced,
        *(UnplacedNote(one, "", "", "") for one in chronology.notes if one.id not in known),
    ]
    headings = [
        Heading(text, width, asks=_ASKS if text == "Place at Ref" else "")
        for text, width in zip(NOTES_HEADINGS, _WIDTHS, strict=True)
    ]
    return Finding(
        NOTES_SHEET,
        tuple(headings),
        [_tell(one, known) for one in waiting],
        "Every note stands beside its row.",
        purpose="Notes of yours whose row is not known: choose beside each the Ref of the row that "
        "is meant.",
        place=NOTES_HEADINGS.index("Old Ref"),
        identity=(("Note", "Column", "Old Ref"),),
        offers=[one.candidates for one in waiting],
    )


def _tell(one: UnplacedNote, known: dict[str, Event]) -> tuple[RowValue, ...]:
    return (
        one.note.text,
        one.note.column,
        one.place_at,
        "\n".join(_describe(known[ref]) for ref in one.candidates if ref in known),
        one.why,
        one.note.id,
        one.day or one.written,
        one.agency,
        one.row_text,
    )


def _describe(event: Event) -> str:
    words = shorten(" ".join(event.text.split()), _SHORT)
    told = ", ".join(filter(None, (name_when(event.when), event.agency, words)))
    return f"{event.id}: {told}"

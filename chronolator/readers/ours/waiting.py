"""The sheet Notes to place, as its author left it."""

from collections.abc import Iterator, Sequence

from chronolator.columns import NOTES_HEADINGS, NOTES_SHEET
from chronolator.model import Note, Sheet, UnplacedNote
from chronolator.model.values import show_value
from chronolator.model.written import REF
from chronolator.readers.ours.earlier_row import take_day
from chronolator.readers.ours.headed import find_headed, list_headed

_NEEDED = ("Note", "Column", "Old Ref")


def list_waiting(sheets: Sequence[Sheet]) -> Iterator[UnplacedNote]:
    """The notes that stand on the sheet, wherever its columns were moved to."""
    sheet = find_headed(sheets, NOTES_SHEET, _NEEDED)
    for row in list_headed(sheet, NOTES_HEADINGS) if sheet else ():
        note, column, place_at, candidates, why, ref, _, agency, words = (
            row.texts[heading] for heading in NOTES_HEADINGS
        )
        if note:
            day = row.cells["Date"]
            yield UnplacedNote(
                Note(ref, column, note),
                show_value(day),
                agency,
                words,
                take_day(day),
                why,
                tuple(REF.findall(candidates)),
                place_at,
            )

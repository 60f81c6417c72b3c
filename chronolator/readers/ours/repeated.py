"""The rows that repeat another one, as the sheet Duplicates of a workbook of ours holds them."""

from collections.abc import Sequence

from chronolator.columns import DAY_AS_READ, DUPLICATES_KEYS, DUPLICATES_KIND, DUPLICATES_SHEET
from chronolator.model import DuplicateKind, Event, Origin, Sheet, When
from chronolator.readers.ours.earlier_row import take_day
from chronolator.readers.ours.headed import HeadedRow, find_headed, list_headed

_REPEATING = {DuplicateKind.EXACT, DuplicateKind.DECIDED}
_OF_REPEATED = ("Agency", "Date as written", "What the row says", DAY_AS_READ)


def read_repeated(sheets: Sequence[Sheet]) -> tuple[Event, ...]:
    """The rows that repeat another word for word, or of which she decided so: they stand on the
    sheet Duplicates alone, and may be looked for when their agency corrects them.
    """
    headings = (*DUPLICATES_KEYS, DUPLICATES_KIND, *_OF_REPEATED)
    sheet = find_headed(sheets, DUPLICATES_SHEET, headings)
    if sheet is None:
        return ()
    return tuple(
        _make_event(row)
        for row in list_headed(sheet, headings)
        if row.texts[DUPLICATES_KIND] in _REPEATING and row.texts[DUPLICATES_KEYS[1]]
    )


def _make_event(row: HeadedRow) -> Event:
    agency, written, words, _ = (row.texts[heading] for heading in _OF_REPEATED)
    day = take_day(row.cells[DAY_AS_READ])
    return Event(
        row.texts[DUPLICATES_KEYS[1]],
        When(written, day, day),
        agency,
        words,
        Origin(""),
    )

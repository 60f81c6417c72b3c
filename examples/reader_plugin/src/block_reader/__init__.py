"""Reads records that an old system prints in blocks: codes, each with its value beside it.

Chronolator reads forms by itself where it knows their labels; nobody but this agency knows what CDT
and NAR stand for. A block begins with the code of the date. It tells one event; its first row is
where the event stands, and of each row below it is said that it was told there.
"""

from collections.abc import Iterable, Iterator

from chronolator.model import Entry, Field, Layout, NotEvent, Origin, Problem, Sheet, Value
from chronolator.readers import Settings

FIRST_LABEL = "CDT"
FIELDS = {
    FIRST_LABEL: Field.DATE,
    "CTM": Field.TIME,
    "WRK": Field.AUTHOR,
    "CTY": Field.CONTACT_TYPE,
    "PRS": Field.PEOPLE,
    "NAR": Field.TEXT,
    "CSN": Field.CHILD_SEEN,
    "OUT": Field.OUTCOME,
}
ENOUGH_BLOCKS = 2
IN_BLOCK = "told with the record that begins above it"

Row = tuple[int, str, str]


class BlockReader:
    """The reader that the entry point names. Chronolator makes it without arguments."""

    name = "blocks"
    looks_for = 'blocks of codes in the first column, each beginning with "CDT"'

    def recognise(self, sheet: Sheet, settings: Settings) -> Layout | None:
        """Claim the sheet where at least two blocks begin in it; leave all others alone."""
        del settings
        rows = list(list_rows(sheet))
        if sum(label == FIRST_LABEL for _, label, _ in rows) < ENOUGH_BLOCKS:
            return None
        labels = dict.fromkeys(label for _, label, _ in rows)
        return Layout(header_row=0, columns={label: FIELDS.get(label) for label in labels})

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem]:
        """An entry for each block, at its first row; every other row says where it went."""
        del layout, settings
        block: list[Row] = []
        for row in list_rows(sheet):
            if row[1] == FIRST_LABEL:
                yield from tell_block(sheet, block)
                block = []
            block.append(row)
        yield from tell_block(sheet, block)


def list_rows(sheet: Sheet) -> Iterator[Row]:
    """The rows that are not blank: number, label, and value."""
    for number, cells in enumerate(sheet.rows, start=1):
        texts = [show(value) for value in cells]
        if any(texts):
            yield number, texts[0], " | ".join(text for text in texts[1:] if text)


def tell_block(sheet: Sheet, block: list[Row]) -> Iterator[Entry | NotEvent]:
    """The event of one block. Rows above the first block are titles."""
    if not block:
        return
    first = Origin(sheet.file, sheet.name, block[0][0])
    if block[0][1] != FIRST_LABEL:
        for number, label, value in block:
            origin = Origin(sheet.file, sheet.name, number)
            yield NotEvent(origin, "above the first record", f"{label} {value}".strip())
        return
    cells: dict[Field, Value] = {}
    other: dict[str, str] = {}
    for _, label, value in block:
        if label in FIELDS:
            cells[FIELDS[label]] = value
        elif value:
            other[label] = value
    yield Entry(first, cells, other)
    for number, label, value in block[1:]:
        yield NotEvent(Origin(sheet.file, sheet.name, number), IN_BLOCK, f"{label} {value}")


def show(value: Value) -> str:
    """A cell as text; a date as the agency would write it."""
    if value is None:
        return ""
    if hasattr(value, "strftime"):
        return str(value.strftime("%d/%m/%Y"))
    return str(value).strip()

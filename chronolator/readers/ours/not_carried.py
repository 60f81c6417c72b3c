"""What the author changed in the sheet of the chronology that no merge carries, in words."""

from collections.abc import Iterator, Sequence

from chronolator.columns import CHECK_KEY, CORRECTED_KEYS, NO_ANSWER, cell_hash, cell_text
from chronolator.model import Sheet
from chronolator.model.values import show_value
from chronolator.model.written import read_ref
from chronolator.readers.ours.answers import is_answer
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row


def list_not_carried(rows: Sequence[Row], base: Base, found: FoundColumns) -> Iterator[str]:
    """In words each row with cells that she changed and that cannot be carried, and which."""
    ours = [
        (key, column.heading)
        for key, column in found.known.items()
        if key not in {*found.notes, CHECK_KEY, "ref"}
    ]
    for row in rows:
        changed = []
        was = base.hashes.get(row.ref, {})
        for key, heading in ours if row.ref in base.hashes else ():
            text = cell_text(row.cells.get(key))
            if cell_hash(text) != was.get(key, "") and not base.is_carried(row, key):
                takes = f" {NO_ANSWER}" if is_answer(key) else ""
                takes += f": “{text}”" if takes and text else ""
                emptied = " (which was emptied)" if key in CORRECTED_KEYS and not text else ""
                changed.append(f"{heading}{takes}{emptied}")
        if changed:
            yield f"row {row.ref}, column{'s' * (len(changed) > 1)} {', '.join(changed)}"


def list_above(sheet: Sheet, found: FoundColumns) -> Iterator[str]:
    """Rows that she wrote above the headings. A row with a Ref there was sorted, and is one of
    ours.
    """
    for number, row in enumerate(sheet.rows[: found.header_row - 1], start=1):
        texts = [show_value(value) for value in row]
        if any(texts) and not any(map(read_ref, texts)):
            yield f"row {number} above the headings"

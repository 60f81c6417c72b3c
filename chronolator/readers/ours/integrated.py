"""The integrated reader: a workbook that chron wrote, as the return of an agency that merged its
own records.
"""

from collections.abc import Iterable

from chronolator.columns import list_columns
from chronolator.model import (
    Case,
    Entry,
    Field,
    Layout,
    NotEvent,
    Origin,
    Problem,
    Sheet,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.ours.columns_found import find_columns
from chronolator.readers.ours.refs import looks_integrated
from chronolator.readers.protocol import Settings

_KEYS = {"date_to": Field.END_DATE, **{name.value: name for name in Field}}


class IntegratedReader:
    """Reads the chronology's sheet of a workbook that chron wrote, by its Refs."""

    name = "integrated"
    looks_for = "a column of Refs (C- and ten characters), as chron writes them"

    def recognise(self, sheet: Sheet, settings: Settings) -> Layout | None:
        """How the sheet is laid out, wherever its columns were moved to; None without Refs."""
        del settings
        if not looks_integrated(sheet):
            return None
        found = find_columns(sheet, list_columns(Case()), {})
        fields = {place: _KEYS.get(key) for key, place in found.places.items()}
        headings = sheet.rows[found.header_row - 1]
        columns = {
            show_value(value): fields.get(place)
            for place, value in enumerate(headings)
            if show_value(value)
        }
        positions = tuple(place for place, value in enumerate(headings) if show_value(value))
        return Layout(found.header_row, columns, positions)

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem]:
        """An entry for every row below the headings."""
        del settings
        places = list(zip(layout.positions, layout.columns.items(), strict=True))
        for number, row in enumerate(sheet.rows, start=1):
            texts = [text for value in row if (text := show_value(value))]
            if not texts:
                continue
            origin = Origin(sheet.file, sheet.name, number)
            if number <= layout.header_row:
                yield NotEvent(origin, "the headings", " | ".join(texts))
                continue
            cells: dict[Field, Value] = {}
            other: dict[str, str] = {}
            for place, (heading, name) in places:
                value = row[place] if place < len(row) else None
                if show_value(value) and name is not None:
                    cells[name] = value
                elif text := show_value(value):
                    other[heading] = text
            yield Entry(origin, cells, other)

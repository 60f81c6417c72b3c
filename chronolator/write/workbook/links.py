"""Links to the rows of the chronology that stay right after sorting, and to the sheets."""

from dataclasses import dataclass

from xlsxwriter.format import Format

from chronolator.columns import CHRONOLOGY_SHEET, is_on_first
from chronolator.write.workbook.checked import CheckedSheet

_ROWS_SEARCHED = 100_000_000
"""So many rows may be searched by all links together: on two cores they are worked out in some two
seconds, whenever the workbook is worked out anew.
"""
_FEWEST = 100
_REFS = f"'{CHRONOLOGY_SHEET}'!$A:$A"


@dataclass(frozen=True, slots=True)
class RowLink:
    """A cell that shows the `number` of a row of the chronology and leads to it, by its `ref`."""

    ref: str
    number: int


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A cell that shows the name of a sheet of ours and leads to it."""

    sheet: str


Link = RowLink | SheetLink


class Links:
    """Writes the links of one workbook, and counts them.

    Each looks for its row whenever the workbook is worked out anew. So of a chronology with many
    `rows` only the first ones lead there; the others show the number alone, and are counted in
    `plain`, as are those to a row that stands on a sheet behind the first.
    """

    def __init__(self, rows: int) -> None:
        self.most = max(_FEWEST, _ROWS_SEARCHED // max(rows, 1))
        self.written = 0
        self.plain = 0

    def put(
        self, sheet: CheckedSheet, row: int, column: int, link: Link, cell_format: Format
    ) -> None:
        """Write the link: a formula of ours, in which no words of a return stand."""
        if isinstance(link, SheetLink):
            place, shown = f"'{link.sheet}'!$A$1", link.sheet
            sheet.put_formula(row, column, _lead(place, f'"{shown}"'), shown, cell_format)
            return
        if self.written >= self.most or not is_on_first(link.number):
            self.plain += 1
            sheet.put(row, column, link.number, cell_format)
            return
        self.written += 1
        place = f'INDEX({_REFS},MATCH("{link.ref}",{_REFS},0))'
        formula = _lead(place, str(link.number))
        sheet.put_formula(row, column, formula, link.number, cell_format)


def _lead(place: str, shown: str) -> str:
    return f'=HYPERLINK("#"&CELL("address",{place}),{shown})'

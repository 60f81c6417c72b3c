"""A worksheet on which no write can fail in silence."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from chronolator.columns.parts import MOST_ROWS
from chronolator.errors import OutputError
from chronolator.rows import RowValue
from chronolator.write.workbook.assembled import AssembledSheet
from chronolator.write.workbook.heights import count_lines
from chronolator.write.workbook.long_entries import SURE

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was, and knows no day before 1900."""
_DAY_0 = date(1899, 12, 30).toordinal()
"""From which Excel counts the days, but for those before the first day."""
MOST_COLUMNS = 16_384
_MINUTES_A_DAY = 24 * 60
_NOT_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads "_x0041_" in the XML as an A. XlsxWriter knows that of cells, not of columns."""
_COMMENT_WIDTH, _MOST_COMMENT_LINES = 38, 40
"""In characters, and as many as fit on a screen."""
_PIXELS, _COMMENT_LINE, _COMMENT_EDGE = 7, 17, 14
_TOO_MUCH = "Merge fewer files at a time, or write a .csv or .json file."


class CheckedSheet(AssembledSheet):
    """Rows and columns count from 0. Text is always written as text, never as a formula or a link.

    Raises `OutputError` where XlsxWriter refuses a write, which it tells by a number alone.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rules: set[str] = set()
        """The formulas of the conditional formats and of the lists to choose from."""

    @property
    def is_drawn_on(self) -> bool:
        """Whether charts or pictures stand on it."""
        return bool(self.charts or self.images or self.shapes)

    def add_rule(self, area: tuple[int, int, int, int], options: dict[str, Any]) -> None:
        """Format the cells of the area by what stands in them."""
        self.rules.add(str(options.get("value") or options.get("criteria")).removeprefix("="))
        self.check(self.conditional_format(*area, options))

    def add_choice(self, area: tuple[int, int, int, int], options: dict[str, Any]) -> None:
        """Offer the choices in the cells of the area, or tell what to write there."""
        if isinstance(source := options.get("source"), list):
            self.rules.add(f'"{",".join(source)}"')
        elif source or "value" in options:
            self.rules.add(str(source or options["value"]).removeprefix("="))
        self.check(self.data_validation(*area, options))

    def add_comment(self, row: int, column: int, text: str) -> None:
        """Put a comment of the author's on a cell, in a box that shows it."""
        lines = min(count_lines(text, _COMMENT_WIDTH), _MOST_COMMENT_LINES)
        box = {
            "width": _COMMENT_WIDTH * _PIXELS + _COMMENT_EDGE,
            "height": lines * _COMMENT_LINE + _COMMENT_EDGE,
            "font_size": 9,
        }
        self.check(self.write_comment(row, column, text, box), row)

    def require_room(self, rows: int, columns: int) -> None:
        """Raise `OutputError` where so many rows and columns, headings too, are more than a sheet
        holds: before the first is written.
        """
        if rows > MOST_ROWS:
            raise OutputError(
                f"Sheet {self.name}: {rows:,} rows are more than the {MOST_ROWS:,} that a sheet "
                "holds",
                hint=_TOO_MUCH,
            )
        if columns > MOST_COLUMNS:
            raise OutputError(
                f"Sheet {self.name}: {columns:,} columns are more than the {MOST_COLUMNS:,} that a "
                "sheet holds",
                hint="Name fewer review columns or children in the case file.",
            )

    def put(self, row: int, column: int, value: RowValue, cell_format: Format) -> None:
        """Write one value: a text as text, a day and a time as Excel's own, nothing as a blank."""
        code: int
        if isinstance(value, str) and value:
            code = self._put_text(row, column, value, cell_format)
        elif value is None or value == "":
            code = self.write_blank(row, column, None, cell_format)
        elif isinstance(value, int | float):
            code = self.write_number(row, column, value, cell_format)
        elif isinstance(value, time):
            code = self.write_number(row, column, as_number(value), cell_format)
        elif value < FIRST_DAY:
            code = self.write_string(row, column, value.isoformat(), cell_format)
        else:
            day = datetime.combine(value, time())
            code = self.write_datetime(row, column, day, cell_format)
        if code < 0:
            self._refuse(row, column, code)

    def finish_row(self, row: int, cells: Iterable[tuple[int, RowValue, Format]]) -> None:
        """Write what is left of a row, each value with its column, as `put` writes one, but sooner.
        Nothing can be written to the row any more.
        """
        if not self.finish(row, self._put_rare(row, cells)):
            self._refuse(row, 0, -1)

    def finish_texts(self, row: int, texts: Sequence[str], cell_format: Format) -> None:
        """Write texts, none empty or longer than a cell holds, into the first cells of a row, which
        holds nothing else. They take less of the memory than by `finish_row`, and are none of those
        that cells share.
        """
        if not self.finish_inside(row, texts, cell_format):
            self._refuse(row, 0, -1)

    def _put_rare(
        self, row: int, cells: Iterable[tuple[int, RowValue, Format]]
    ) -> list[tuple[int, str | float | None, Format]]:
        """Write what is no plain text, number or blank, and give what is."""
        plain: list[tuple[int, str | float | None, Format]] = []
        for column, value, cell_format in cells:
            if isinstance(value, str) and len(value) <= SURE and not value.startswith("<r>"):
                plain.append((column, value or None, cell_format))
            elif value is None or isinstance(value, int):
                plain.append((column, value, cell_format))
            elif (type(value) is date and value >= FIRST_DAY) or isinstance(value, time):
                plain.append((column, as_number(value), cell_format))
            else:
                self.put(row, column, value, cell_format)
        return plain

    def put_runs(
        self, row: int, column: int, runs: Sequence[tuple[Format | None, str]], cell_format: Format
    ) -> None:
        """Write one text in two runs or more, none empty, each in its own format.

        The first may go without: it takes the cell's.
        """
        if sum(len(words) for _, words in runs) <= SURE:
            if not self.place_runs(row, column, runs, cell_format):
                self._refuse(row, column, -1)
            return
        parts = [part for run in runs for part in run if part is not None]
        code = self.write_rich_string(row, column, *parts, cell_format)
        if code < 0:
            self._refuse(row, column, code)

    def put_formula(
        self, row: int, column: int, formula: str, shown: str | int, cell_format: Format
    ) -> None:
        """Write a formula of ours, never one with words of a return, and what it shows."""
        if not self.place_formula(row, column, formula, shown, cell_format):
            self._refuse(row, column, -1)

    def set_height(
        self, row: int, points: float | None, *, hidden: bool = False, fixed: bool = False
    ) -> None:
        """Set the height of a row as it opens, None for the usual one; it still grows when the
        author types, unless it is `fixed`.
        """
        self.check(self.set_row(row, points, None, {"hidden": True} if hidden else {}), row)
        self.share_height(row, points, hidden=hidden)
        if fixed:
            self.fixed.add(row)

    def colour_tab(self, colour: str) -> None:
        """Give the sheet's tab a colour as "FFC000"; none where it is ""."""
        if colour:
            self.set_tab_color(f"#{colour}")

    def merge_written(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells that are written already: only on a sheet of the author's."""
        self.merge.append([top, left, bottom, right])

    def tabulate(
        self, name: str, last: int, headings: Sequence[tuple[str, Format]], first: int = 0
    ) -> None:
        """Make one table of the sheet, from its first column, from the row `first` to the row
        `last`, with these headings: each of one line, of 255 units at most, and unlike the others,
        also in lower case.
        """
        columns = [{"header": _NOT_ESCAPED.sub("_x005F_", text)} for text, _ in headings]
        options = {"name": name, "style": None, "columns": columns}
        self.check(self.add_table(first, 0, first + 1, len(columns) - 1, options))
        self.stretch_table(first, last)
        for column, (text, cell_format) in enumerate(headings):
            self.put(first, column, text, cell_format)

    def check(self, code: Any, row: int = 0) -> None:  # noqa: ANN401  a number, or None for "done"
        """Take XlsxWriter's answer to anything else that was asked of the sheet."""
        if isinstance(code, int) and code < 0:
            self._refuse(row, 0, code)

    def _put_text(self, row: int, column: int, text: str, cell_format: Format) -> int:
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for the XML of a rich string and would not escape it.
            answer: int = self.write_rich_string(
                row, column, text[:1], cell_format, text[1:], cell_format
            )
            return answer
        code: int = self.write_string(row, column, text, cell_format)
        return code

    def _refuse(self, row: int, column: int, code: int) -> None:
        raise OutputError(
            f"Sheet {self.name}, row {row + 1}, column {column + 1}: cannot be written "
            f"(XlsxWriter's answer {code})",
            hint=_TOO_MUCH,
        )


def add_sheet(book: Workbook, name: str) -> CheckedSheet:
    """A new sheet of the workbook, at the end."""
    return cast("CheckedSheet", book.add_worksheet(name, CheckedSheet))


def as_number(value: float | date | time) -> float:
    """What stands in the cell of a number, a day or a time of day."""
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) / _MINUTES_A_DAY
    return value.toordinal() - _DAY_0 if isinstance(value, date) else value


def list_sheets(book: Workbook) -> list[CheckedSheet]:
    """The sheets of the workbook, in its order."""
    return [cast("CheckedSheet", one) for one in book.worksheets()]

"""The workbook that the merge wrote, and what it said, as a reader finds them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.robot.desk import FILE, REF, ROW
from tests.robot.edits.decisions import Decided, list_decisions, read_rows
from tests.robot.held import show
from tests.robot.returns import Place

CHECK = "Carried note: check"
MARKS = ("About this row", CHECK)
"""Where a row says what is to be checked."""
_QUOTING = (*MARKS, "Agency's own words")

_STANDS = re.compile(r"(.+?)(?:, sheet .+?)?, row (\d+)")


@dataclass(frozen=True, slots=True)
class Cell:
    heading: str
    text: str
    comment: str = ""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the chronology; `record` is None where it is one of hers."""

    ref: str
    record: int | None
    cells: tuple[Cell, ...]

    def get(self, heading: str) -> str:
        return next((one.text for one in self.cells if one.heading == heading), "")

    @property
    def marks(self) -> str:
        return " ".join(f"{one}: {text}" for one in MARKS if (text := self.get(one)))

    def list_told(self) -> list[Cell]:
        """The cells that do not quote others."""
        return [one for one in self.cells if one.heading not in _QUOTING]


@dataclass(slots=True)
class Shown:
    """`repeats` are the rows that stand for a record that is told twice, by its number."""

    rows: list[Row]
    sheets: dict[str, list[str]]
    decisions: list[Decided]
    printed: str
    repeats: dict[int, set[str]] = field(default_factory=dict)
    own_refs: dict[str, int] = field(default_factory=dict)
    """The Refs of rows told twice, with their records."""

    @property
    def waiting(self) -> list[str]:
        return self.sheets.get("Notes to place", [])

    @property
    def named(self) -> list[str]:
        """What stands on the sheets that name what was not carried, and on the screen."""
        return [*self.sheets.get("Problems", []), self.printed]


def look(path: Path, places: dict[Place, int], printed: str) -> Shown:
    """Read the workbook; which record a row is comes from its file and row, never from its Ref."""
    book = openpyxl.load_workbook(path)
    parts = list(_list_parts(book))
    rows = [row for part in parts for row in _read_chronology(part, places)]
    sheets = {
        one.title: [
            " | ".join(show(value) for value in row if value is not None)
            for row in one.iter_rows(values_only=True)
        ]
        for one in book.worksheets
        if one not in parts and one.sheet_state == "visible"
    }
    shown = Shown(rows, sheets, [*list_decisions(book)], printed)
    repeats: defaultdict[int, set[str]] = defaultdict(set)
    if "Duplicates" in book.sheetnames:
        for row in read_rows(book["Duplicates"]):
            if found := _STANDS.match(row.get("Where it stands", "")):
                record = places[found[1], int(found[2])]
                repeats[record].add(row["Ref of the row kept"])
                shown.own_refs[row["Its own Ref"]] = record
    shown.repeats = dict(repeats)
    return shown


def _list_parts(book: Workbook) -> Iterator[Worksheet]:
    """The sheet of the chronology, and those on which it goes on: a copy of hers has its Refs."""
    known: set[object] = set()
    for sheet in book.worksheets:
        if {REF, ROW} <= {cell.value for cell in sheet[1]}:
            column = [cell.value for cell in sheet[1]].index(REF) + 1
            refs = {cell[0].value for cell in sheet.iter_rows(2, None, column, column)} - {None}
            if not refs & known:
                yield sheet
            known |= refs


def _read_chronology(sheet: Worksheet, places: dict[Place, int]) -> list[Row]:
    headings = [show(cell.value) for cell in sheet[1]]
    rows = []
    for line in sheet.iter_rows(min_row=2):
        cells = tuple(
            Cell(
                heading,
                show(cell.value),
                cell.comment.text if cell.comment else "",
                str(cell.fill.fgColor.rgb) if cell.fill.fill_type == "solid" else "",
            )
            for heading, cell in zip(headings, line, strict=True)
        )
        row = Row("", None, cells)
        ref = row.get(REF)
        record = places[row.get(FILE), int(row.get(ROW))] if ref else None
        rows.append(Row(ref, record, cells))
    return rows

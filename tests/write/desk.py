"""A workbook on the author's desk, and what she finds in it."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import CASE_SHEET, CHRONOLOGY_SHEET
from chronolator.model import Chronology, Earlier
from chronolator.notes import carry, carry_looks, find_ways
from chronolator.readers.open import open_file
from chronolator.readers.ours.earlier import read_earlier
from chronolator.readers.ours.looks.book import find_looks
from chronolator.readers.ours.stored import read_our_looks, read_sheet_names
from chronolator.readers.package import read_names
from chronolator.write import write_workbook

TODAY = date(2026, 11, 24)
VISIT, MONTH, BEFORE, UNDATED = (f"C-AAAAAAAAA{number}" for number in (1, 2, 3, 5))
TEXT = "What the agency recorded"
YELLOW, GREEN = "FFFF00", "92D050"


class Desk:
    """A workbook on the author's desk: she edits it, and merges again."""

    def __init__(self, chronology: Chronology, path: Path) -> None:
        self.chronology = chronology
        self.path = path
        self.merge()

    def merge(self) -> Earlier | None:
        """Write the workbook with what the one before holds of hers."""
        earlier = self.look() if self.path.exists() else None
        told = self.chronology
        if earlier is not None:
            events = tuple(event for event in told.events if not event.own)
            own = tuple(event for event in told.events if event.own)
            earlier = replace(earlier, own=earlier.own[: len(own)])
            ways = find_ways(earlier, events, told.duplicates, {})
            dressed = carry_looks(earlier, ways, told.case, own)
            carried = carry(replace(earlier, unplaced=dressed.waiting), ways, told.case, own)
            told = replace(
                told,
                notes=carried.notes,
                unplaced=(*carried.unplaced, *dressed.unplaced),
                author_columns=carried.author_columns,
                problems=(*carried.problems, *dressed.problems),
                looks=dressed.looks,
                own_sheets=earlier.own_sheets,
                jottings=earlier.jottings,
                tables=earlier.tables,
            )
        write_workbook(told, self.path, TODAY)
        return earlier

    def look(self) -> Earlier:
        """The workbook as it would be read."""
        sheets = open_file(str(self.path), self.path.name).sheets
        stored = next(sheet for sheet in sheets if sheet.name == CASE_SHEET)
        ours = read_our_looks(stored)
        assert ours is not None
        book = find_looks(str(self.path), ours, read_sheet_names(stored))
        assert not book.unread
        return read_earlier(self.path.name, sheets, read_names(self.path), book)

    def list_tables(self) -> list[str]:
        """The sheets of findings."""
        sheets = open_file(str(self.path), self.path.name).sheets
        ours = read_our_looks(next(one for one in sheets if one.name == CASE_SHEET))
        assert ours is not None
        return list(ours.tables)

    def open(self) -> tuple[openpyxl.Workbook, Worksheet]:
        """The workbook, and its sheet of the chronology."""
        book = openpyxl.load_workbook(self.path)
        return book, book[CHRONOLOGY_SHEET]

    def edit(self, change: Callable[[Worksheet], object]) -> None:
        """Change the sheet of the chronology, as she does."""
        book, sheet = self.open()
        change(sheet)
        book.save(self.path)


def parts(path: Path) -> dict[str, bytes]:
    """The parts of the workbook, without the one that holds the moment of writing."""
    with zipfile.ZipFile(path) as package:
        return {
            name: package.read(name) for name in package.namelist() if name != "docProps/core.xml"
        }


def headings(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[1]]


def letters_of(sheet: Worksheet) -> dict[str, str]:
    return {name: get_column_letter(n) for n, name in enumerate(headings(sheet), start=1)}


def cell_of(sheet: Worksheet, ref: str, heading: str) -> Any:
    rows = [row[0].value for row in sheet.iter_rows()]
    return sheet.cell(rows.index(ref) + 1, headings(sheet).index(heading) + 1)


def fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def colour_of(cell: Any) -> str:
    return str(cell.fill.fgColor.rgb)[-6:] if cell.fill.patternType == "solid" else ""


def comment(cell: Any, text: str) -> None:
    cell.comment = Comment(text, "K")

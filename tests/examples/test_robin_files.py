"""The files of the example are those that its hand-written rows make."""

import csv
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from odf.opendocument import load
from odf.table import Table, TableRow
from python_calamine import CalamineWorkbook

from chronolator.model import Chronology

ROBIN = Path(__file__).parents[2] / "examples" / "robin"
RETURNS = sorted(path.name for path in (ROBIN / "agency").iterdir())
SAVED = (2021, 1, 11)
MADE = ("rows.csv", "contacts.csv", "duplicates.csv", "not_events.csv")
Cells = dict[str, list[list[Any]]]
DELIMITED = {".csv": (";", "cp1252"), ".tsv": ("\t", "utf-8-sig")}


def read_xlsx(path: Path) -> Cells:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()]
        for sheet in book.worksheets
    }


def read_xls(path: Path) -> Cells:
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def read_ods(path: Path) -> Cells:
    tables = load(str(path)).getElementsByType(Table)
    return {
        str(table.getAttribute("name")): [
            [str(cell) for cell in row.childNodes] for row in table.getElementsByType(TableRow)
        ]
        for table in tables
    }


def read_delimited(path: Path) -> Cells:
    delimiter, encoding = DELIMITED[path.suffix]
    with path.open(encoding=encoding, newline="") as file:
        return {"": list(csv.reader(file, delimiter=delimiter))}


READ: dict[str, Callable[[Path], Cells]] = {
    ".xlsx": read_xlsx,
    ".xls": read_xls,
    ".ods": read_ods,
    ".csv": read_delimited,
    ".tsv": read_delimited,
}


def read_cells(path: Path) -> Cells:
    return READ[path.suffix](path)


def count_filled(rows: list[list[Any]]) -> int:
    return sum(any(cell not in (None, "") for cell in row) for row in rows)


@pytest.mark.parametrize("name", RETURNS)
def test_a_new_build_has_the_same_cells(built: Path, name: str) -> None:
    cells = read_cells(ROBIN / "agency" / name)
    assert any(cells.values())
    assert read_cells(built / "agency" / name) == cells


def test_a_new_build_has_the_same_files(built: Path) -> None:
    assert sorted(path.name for path in (built / "agency").iterdir()) == RETURNS


@pytest.mark.parametrize("name", MADE)
def test_a_new_build_has_the_same_tables(built: Path, name: str) -> None:
    made = (built / "expected" / name).read_text(encoding="utf-8")
    assert (ROBIN / "expected" / name).read_text(encoding="utf-8") == made


def test_a_second_build_gives_the_same_bytes(
    make: Callable[[Path], None], built: Path, tmp_path: Path
) -> None:
    make(tmp_path)
    for name in RETURNS:
        assert (tmp_path / "agency" / name).read_bytes() == (built / "agency" / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in RETURNS if name.endswith((".xlsx", ".ods"))])
def test_no_file_tells_when_it_was_made(built: Path, name: str) -> None:
    with zipfile.ZipFile(built / "agency" / name) as package:
        assert {info.date_time[:3] for info in package.infolist()} == {SAVED}
        told = b"".join(package.read(part) for part in package.namelist())
    years = set(re.findall(rb"(?:created|modified|date)[^<>]*>(\d{4})-", told))
    assert years <= {b"2021"}


def test_every_row_is_counted(chronology: Chronology) -> None:
    """The rows that are not blank, counted by other libraries than ours where there is one."""
    counted = {
        (name, sheet): count_filled(rows)
        for name in RETURNS
        for sheet, rows in read_cells(ROBIN / "agency" / name).items()
    }
    told = {(one.file, one.sheet): one.counts for one in chronology.sources}
    assert {place: counts.not_blank for place, counts in told.items()} == counted
    for counts in told.values():
        assert counts.not_blank == counts.events + counts.duplicates + counts.not_events

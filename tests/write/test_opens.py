"""Other programs read the whole workbook, whatever its size.

`python -m tests.write.test_opens 20000` tries another number of entries.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from chronolator.columns import CHRONOLOGY_SHEET, cell_text
from chronolator.write import write_workbook
from tests.benchmarks.writing import make_chronology
from tests.opening.repairs import find_repairs
from tests.opening.written import read_written

pytestmark = pytest.mark.usefixtures("untraced")

MERGED = date(2026, 11, 24)
SOFFICE = shutil.which("soffice")
Told = dict[str, list[list[str]]]
"""The texts of each sheet's cells, row by row."""


def write(rows: int, folder: Path) -> Path:
    path = folder / "out.xlsx"
    write_workbook(make_chronology(rows), path, MERGED)
    return path


def read_file(path: Path) -> Told:
    """What the XML holds, of texts alone."""
    told: Told = {}
    for sheet in read_written(path).sheets:
        width, height = (max(place) for place in zip(*sheet.cells, strict=True))
        rows = [[""] * width for _ in range(height)]
        for (column, row), cell in sheet.cells.items():
            if cell.kind in ("s", "str", "inlineStr"):
                rows[row - 1][column - 1] = cell.text
        told[sheet.name] = rows
    return told


def read_calamine(path: Path) -> Told:
    book = CalamineWorkbook.from_path(path)
    return {
        name: [
            [_tell(cell) for cell in row]
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        ]
        for name in book.sheet_names
    }


def read_openpyxl(path: Path) -> Told:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: [[_tell(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }


def read_libreoffice(path: Path) -> Told:
    """What it saves again, as calamine reads that."""
    assert SOFFICE is not None
    folder = path.parent / "saved"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    convert = ("--headless", "--convert-to", "xlsx", "--outdir", str(folder))
    subprocess.run([SOFFICE, profile, *convert, str(path)], check=True, capture_output=True)
    return read_calamine(folder / path.name)


def _tell(value: Any) -> str:
    """The text of a cell; "" of one that is no text."""
    return cell_text(value) if isinstance(value, str) else ""


READERS = [
    read_calamine,
    read_openpyxl,
    pytest.param(
        read_libreoffice,
        marks=pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there"),
    ),
]


def compare(read: Callable[[Path], Told], path: Path) -> None:
    expected, told = read_file(path), read(path)
    assert list(told) == list(expected)
    for name, rows in expected.items():
        found = told[name] + [[]] * (len(rows) - len(told[name]))
        for number, (row, other) in enumerate(zip(rows, found, strict=True), start=1):
            filled = other + [""] * (len(row) - len(other))
            assert filled == row, (name, number)


@pytest.fixture(scope="module", params=[0, 1, 200, 2_000])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = write(request.param, tmp_path_factory.mktemp("opens"))
    assert find_repairs(made) == []
    assert len(read_file(made)[CHRONOLOGY_SHEET]) == request.param + 1
    return made


@pytest.mark.parametrize("read", READERS)
def test_it_is_read_whole(path: Path, read: Callable[[Path], Told]) -> None:
    compare(read, path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        written = write(int(sys.argv[1]), Path(scratch))
        assert find_repairs(written) == []
        for reader in (read_calamine, read_openpyxl, read_libreoffice):
            compare(reader, written)
            print(f"{reader.__name__}: {int(sys.argv[1]):,} entries read whole")  # noqa: T201  a command's result

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.__main__ import main


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Chron = Callable[..., Ran]


def check(ran: Ran) -> Ran:
    assert "Traceback" not in ran.err
    assert "a fault of its own" not in ran.err
    return ran


def run_apart(folder: Path, *words: str, encoding: str = "utf-8", columns: int = 80) -> Ran:
    environment = os.environ | {"COLUMNS": str(columns), "PYTHONIOENCODING": encoding}
    ran = subprocess.run(
        [sys.executable, "-m", "chronolator", *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment,
        check=False,
    )
    out, err = (told.decode(encoding).replace("\r\n", "\n") for told in (ran.stdout, ran.stderr))
    return check(Ran(ran.returncode, out, err))


@pytest.fixture
def chron_apart(tmp_path: Path) -> Chron:
    """Runs the command in a process of its own, in the test's folder, as a user does."""
    return partial(run_apart, tmp_path)


@pytest.fixture
def chron(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Chron:
    """Runs the command in the test's folder, in this process: the same, and much faster."""

    def run(*words: str, columns: int = 80) -> Ran:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(sys, "argv", ["chron", *words])
        capsys.readouterr()
        status: object = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        assert isinstance(status, int)
        out, err = capsys.readouterr()
        return check(Ran(status, out, err))

    return run


POLICE = """Date,Time,Event
12/03/2019,14:45,Joint visit with SW Hill. Robin seen in the living room.
01/04/2019,,Robin not seen. No reply at the door.
"""
SCHOOL = """Date,Event
14/06/2019,Robin in school today.
,Mother rang about the school trip.
"""


CASE = """title = "A case"
from = 2019-01-01
to = 2019-12-31
[[child]]
name = "Robin Ashdown"
born = 2015-11-03
aliases = ["Robin"]
"""


def fill(folder: Path) -> Path:
    (folder / "Police.csv").write_text(POLICE, encoding="utf-8")
    (folder / "School.csv").write_text(SCHOOL, encoding="utf-8")
    return folder


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    folder = tmp_path / "agency"
    folder.mkdir()
    return fill(folder)


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.toml"
    path.write_text(CASE, encoding="utf-8")
    return path


SHEET = "Integrated chronology"


def find_cell(sheet: Worksheet, heading: str, found_in: str) -> tuple[int, int] | None:
    """Row and column of the cell under the heading, in the first row that holds the words."""
    headings = [str(cell.value) for cell in sheet[1]]
    for number, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
        if any(found_in in str(value) for value in row):
            return number, headings.index(heading) + 1
    return None


@pytest.fixture
def edit() -> Callable[..., None]:
    """Writes into a cell of the chronology, as its author does."""

    def write(path: Path, heading: str, found_in: str, text: object) -> None:
        book = openpyxl.load_workbook(path, rich_text=True)
        place = find_cell(book[SHEET], heading, found_in)
        assert place is not None
        book[SHEET].cell(*place).value = text  # type: ignore[assignment]
        book.save(path)

    return write


@pytest.fixture
def add_row() -> Callable[..., None]:
    """Adds a row of the author's own at the end of the chronology, cells by their headings."""

    def write(path: Path, **cells: object) -> None:
        book = openpyxl.load_workbook(path, rich_text=True)
        sheet = book[SHEET]
        headings = [str(cell.value) for cell in sheet[1]]
        row = sheet.max_row + 1
        for heading, value in cells.items():
            sheet.cell(row, headings.index(heading) + 1).value = value  # type: ignore[assignment]
        book.save(path)

    return write


@pytest.fixture
def look() -> Callable[..., str | None]:
    """The text of a cell of the chronology; None where it is empty or its row is not there."""

    def read(path: Path, heading: str, found_in: str) -> str | None:
        sheet = openpyxl.load_workbook(path)[SHEET]
        place = find_cell(sheet, heading, found_in)
        value = sheet.cell(*place).value if place else None
        return None if value is None else str(value)

    return read


@pytest.fixture(scope="session")
def merged(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of the two returns as merged, made once."""
    folder = tmp_path_factory.mktemp("merged")
    (folder / "agency").mkdir()
    fill(folder / "agency")
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    assert run_apart(folder, "merge", "--quiet").status == 0
    return (folder / "integrated-chronology.xlsx").read_bytes()


@pytest.fixture
def workbook(merged: bytes, agency: Path, case_file: Path, tmp_path: Path) -> Path:
    """The merged workbook beside its returns and its case file."""
    assert agency.exists()
    assert case_file.exists()
    path = tmp_path / "integrated-chronology.xlsx"
    path.write_bytes(merged)
    return path

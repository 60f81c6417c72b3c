from pathlib import Path
from typing import Any

import openpyxl
import pytest

SHEET = "Integrated chronology"


def edit(path: Path, heading: str, found_in: str, text: str) -> None:
    """Write into the column `heading`, in the row that holds the words `found_in`."""
    book = openpyxl.load_workbook(path, rich_text=True)
    sheet = book[SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        if any(found_in in str(cell.value) for cell in row):
            row[headings.index(heading)].value = text
    book.save(path)


def read(path: Path, heading: str, found_in: str) -> str | None:
    sheet = openpyxl.load_workbook(path)[SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2, values_only=True):
        if any(found_in in str(value) for value in row):
            value = row[headings.index(heading)]
            return None if value is None else str(value)
    return "the row is not there"


@pytest.fixture
def workbook(chron: Any, agency: Path, case_file: Path, tmp_path: Path) -> Path:
    assert agency.exists()
    assert case_file.exists()
    assert chron("merge", "--quiet").status == 0
    return tmp_path / "integrated-chronology.xlsx"


def test_notes_and_corrections_survive_a_merge(chron: Any, workbook: Path) -> None:
    edit(workbook, "Review notes", "No reply at the door", "Ask the police")
    edit(workbook, "Robin: seen", "No reply at the door", "Unclear")
    assert chron("merge").status == 0
    assert read(workbook, "Review notes", "No reply at the door") == "Ask the police"
    assert read(workbook, "Robin: seen", "No reply at the door") == "Unclear"
    assert read(workbook, "Review notes", "Joint visit") is None
    assert chron("merge", "--quiet").status == 0
    assert read(workbook, "Robin: seen", "No reply at the door") == "Unclear"
    assert list(workbook.parent.glob("*backup*"))


def test_gaps_count_what_the_author_corrected(chron: Any, workbook: Path) -> None:
    before = chron("gaps")
    assert before.status == 0
    edit(workbook, "Robin: seen", "Joint visit", "No")
    after = chron("gaps")
    assert before.out != after.out
    assert "12 Mar 2019" in before.out
    assert "not recorded in the returns" in " ".join(before.out.casefold().split())


def test_a_row_of_the_authors_stays_hers(chron: Any, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    row = sheet.max_row + 1
    sheet.cell(row, headings.index("What the agency recorded") + 1).value = "Interview with aunt"
    book.save(workbook)
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert read(workbook, "What the agency recorded", "Interview with aunt") is not None
        sheet = openpyxl.load_workbook(workbook)[SHEET]
        texts = [str(value) for row in sheet.iter_rows(values_only=True) for value in row]
        assert texts.count("Interview with aunt") == 1


def test_a_missing_return_stops_the_merge(chron: Any, workbook: Path, agency: Path) -> None:
    (agency / "School.csv").unlink()
    before = workbook.read_bytes()
    ran = chron("merge")
    assert ran.status == 1
    assert "School.csv" in ran.err
    assert "--without" in ran.err
    assert workbook.read_bytes() == before
    assert chron("merge", "--without", "School").status == 0


def test_a_note_without_its_row_is_kept_to_place(chron: Any, workbook: Path, agency: Path) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    (agency / "School.csv").write_text(
        "Date,Event\n20/09/2019,Parents evening. Mother came alone.\n", encoding="utf-8"
    )
    for _ in range(2):
        assert chron("merge").status == 0
        book = openpyxl.load_workbook(workbook)
        texts = [str(v) for row in book["Notes to place"].values for v in row]
        assert "Who saw her?" in texts
        assert any("in school today" in text for text in texts)

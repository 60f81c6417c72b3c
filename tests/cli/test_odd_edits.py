"""What few authors do in the workbook, and some one day will."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

pytestmark = pytest.mark.usefixtures("untraced")

SHEET = "Integrated chronology"


def read_row(path: Path, words: str) -> dict[str, Any]:
    """The cells that hold anything, by heading, of the row with the words."""
    head, *rows = openpyxl.load_workbook(path)[SHEET].values
    (row,) = [row for row in rows if any(words in str(value) for value in row)]
    return {str(one): value for one, value in zip(head, row, strict=True) if value is not None}


@pytest.mark.parametrize("heading", ["Review notes", "practice", "Order"])
def test_two_columns_of_notes_with_one_heading_stay_two(
    chron: Any, workbook: Path, edit: Any, heading: str
) -> None:
    edit(workbook, "Your column 3", "No reply", "mine")
    edit(workbook, heading.capitalize(), "No reply", 1)
    book = openpyxl.load_workbook(workbook)
    (cell,) = [cell for cell in book[SHEET][1] if cell.value == "Your column 3"]
    cell.value = heading
    book.save(workbook)
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        row = read_row(workbook, "No reply")
        assert (row[heading.capitalize()], row[f"{heading} (2)"]) == (1, "mine")


@pytest.mark.parametrize("heading", ["Text", "Check", "Number", "Seen Robin Ashdown"])
def test_a_column_of_hers_keeps_a_heading_that_no_other_has(
    chron: Any, workbook: Path, edit: Any, heading: str
) -> None:
    edit(workbook, "Your column 3", "No reply", "mine")
    book = openpyxl.load_workbook(workbook)
    (cell,) = [cell for cell in book[SHEET][1] if cell.value == "Your column 3"]
    cell.value = heading
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    assert read_row(workbook, "No reply")[heading] == "mine"


@pytest.mark.parametrize("copied", [False, True], ids=["renamed", "copied"])
def test_a_sheet_of_findings_that_stays_as_it_was_is_told(
    chron: Any, workbook: Path, *, copied: bool
) -> None:
    """What stands on it is of an earlier merge, and looks like findings."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.copy_worksheet(book["Gaps"]) if copied else book["Gaps"]
    sheet.title = "The gaps"
    book.save(workbook)
    for _ in range(2):
        ran = chron("merge", columns=500)
        assert "“The gaps” holds what stood on “Gaps”" in ran.out
        names = openpyxl.load_workbook(workbook).sheetnames
        assert {"Gaps", "The gaps"} <= {*names}


def test_a_sheet_of_hers_is_taken_for_no_copy(chron: Any, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book.create_sheet("Plan").append(["Child", "From", "To", "Days"])
    book.save(workbook)
    assert "holds what stood on" not in chron("merge", columns=500).out

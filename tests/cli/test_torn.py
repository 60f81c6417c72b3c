"""Some columns were sorted without the others: nothing that she wrote goes to a wrong row."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import NOTES_SHEET

pytestmark = pytest.mark.usefixtures("untraced")

TEXT = "What the agency recorded"
SHEET = "Integrated chronology"
HERS = {"No reply at the door": "about the door", "Joint visit": "about the visit"}


def headings(sheet: Worksheet) -> list[Any]:
    return [cell.value for cell in sheet[1]]


def sort_columns(sheet: Worksheet, first: int, last: int, order: list[int]) -> None:
    """Put the cells of these columns, 1-based, in another order of rows."""
    rows = [[sheet.cell(row, column).value for column in range(first, last + 1)] for row in
            range(2, sheet.max_row + 1)]  # fmt: skip
    for row, place in enumerate(order, start=2):
        for column, value in enumerate(rows[place], start=first):
            sheet.cell(row, column).value = value


def read_notes(path: Path) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(path)
    if NOTES_SHEET not in book.sheetnames:
        return []
    first, *rows = ([str(value) for value in row] for row in book[NOTES_SHEET].values)
    return [dict(zip(first, row, strict=True)) for row in rows]


def read_beside(path: Path) -> set[str]:
    """What stands in review and own columns of the chronology."""
    sheet = openpyxl.load_workbook(path)[SHEET]
    return {str(cell.value) for row in sheet.iter_rows(min_row=2) for cell in row}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        *(("Ref", "No."), ("Ref", TEXT), ("No.", TEXT), (TEXT, TEXT), (TEXT, "Review notes")),
        ("Review notes", "Robin: why"),
    ],
)
def test_what_she_wrote_in_torn_rows_waits_with_both_rows(
    chron: Any, workbook: Path, edit: Any, look: Any, first: str, last: str
) -> None:
    refs = {words: look(workbook, "Ref", words) for words in HERS}
    for words, note in HERS.items():
        edit(workbook, "Review notes", words, note)
    edit(workbook, "Robin: seen", "No reply at the door", "Unclear")
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    left, right = (headings(sheet).index(one) + 1 for one in (first, last))
    sort_columns(sheet, left, right, [1, 2, 3, 0])
    book.save(workbook)
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        waiting = {one["Note"]: one for one in read_notes(workbook)}
        assert waiting.keys() == {*HERS.values(), "Unclear"}
        for words, note in HERS.items():
            assert refs[words] in waiting[note]["Candidates"]
            assert waiting[note]["Candidates"].count("C-") == 2
            assert "torn" in waiting[note]["Why it stands here"]
        assert not {*HERS.values(), "Unclear"} & read_beside(workbook)
        assert look(workbook, TEXT, "Joint visit") is not None
        assert "Agency's own words" not in headings(openpyxl.load_workbook(workbook)[SHEET])
    ref = refs["Joint visit"]
    place(workbook, "about the visit", ref)
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Review notes", "Joint visit") == "about the visit"


def place(path: Path, note: str, ref: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[NOTES_SHEET]
    told = headings(sheet)
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, told.index("Note") + 1).value == note:
            sheet.cell(row, told.index("Place at Ref") + 1).value = ref
    book.save(path)


def test_a_correction_to_what_another_row_says_waits_too(
    chron: Any, workbook: Path, edit: Any
) -> None:
    edit(workbook, "Date", "Joint visit", "2019-06-14")
    edit(workbook, "Time", "Joint visit", None)
    book = openpyxl.load_workbook(workbook)
    column = headings(book[SHEET]).index(TEXT) + 1
    sort_columns(book[SHEET], column, column, [1, 2, 3, 0])
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    waiting = {(one["Column"], one["Note"]) for one in read_notes(workbook)}
    assert waiting == {("Date", "2019-06-14"), ("Time", "(emptied)")}


@pytest.mark.parametrize("ranged", [False, True], ids=["a table", "turned into a range"])
def test_a_column_outside_the_table_waits_where_the_table_was_sorted(
    chron: Any, workbook: Path, *, ranged: bool
) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    if ranged:
        sheet.tables.clear()
    width = sheet.max_column
    sheet.cell(1, width + 2).value = "My thoughts"
    sheet.cell(2, width + 2).value = "beside the first row"
    sort_columns(sheet, 1, width, [1, 2, 3, 0])
    first, now = (sheet.cell(row, 1).value for row in (5, 2))
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    (waiting,) = read_notes(workbook)
    assert (waiting["Note"], waiting["Column"]) == ("beside the first row", "My thoughts")
    assert [line[:12] for line in waiting["Candidates"].splitlines()] == [now, first]
    assert "beside the first row" not in read_beside(workbook)
    told = " ".join(str(cell) for row in openpyxl.load_workbook(workbook)["Problems"].values
                    for cell in row)  # fmt: skip
    assert "columns outside the table" in told.lower()


def test_a_column_outside_the_table_stays_where_nothing_was_sorted(
    chron: Any, workbook: Path, look: Any
) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    sheet.cell(1, sheet.max_column + 2).value = "My thoughts"
    sheet.cell(2, sheet.max_column).value = "beside the first row"
    words = sheet.cell(2, headings(sheet).index(TEXT) + 1).value
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "My thoughts", words) == "beside the first row"
    assert read_notes(workbook) == []


def copy_text(sheet: Worksheet) -> None:
    column = headings(sheet).index(TEXT) + 1
    sheet.cell(3, column).value = sheet.cell(2, column).value


def copy_row(sheet: Worksheet) -> None:
    for column in range(1, sheet.max_column + 1):
        sheet.cell(6, column).value = sheet.cell(2, column).value


def sort_all(sheet: Worksheet) -> None:
    sort_columns(sheet, 1, sheet.max_column, [3, 1, 0, 2])


def swap_answers(sheet: Worksheet) -> None:
    column = headings(sheet).index("Robin: seen") + 1
    sort_columns(sheet, column, column, [1, 0, 3, 2])


@pytest.mark.parametrize("act", [copy_text, copy_row, sort_all, swap_answers])
def test_rows_that_are_whole_are_not_taken_for_torn(
    chron: Any, workbook: Path, edit: Any, act: Callable[[Worksheet], None]
) -> None:
    for words, note in HERS.items():
        edit(workbook, "Review notes", words, note)
    book = openpyxl.load_workbook(workbook)
    act(book[SHEET])
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    assert not [one for one in read_notes(workbook) if one["Note"] in HERS.values()]
    assert set(HERS.values()) <= read_beside(workbook)


def test_a_row_of_hers_among_torn_ones_is_kept_cell_by_cell(
    chron: Any, workbook: Path, add_row: Any
) -> None:
    add_row(workbook, **{"Date": "20/05/2019", TEXT: "Interview with aunt", "Practice": "hers"})
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    sort_columns(sheet, 1, 2, [4, 0, 1, 2, 3])
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    told = {one["Note"] for one in read_notes(workbook)} | read_beside(workbook)
    assert {"Interview with aunt", "hers"} <= told


def test_what_she_wrote_in_a_cell_of_ours_in_a_torn_row_is_named(
    chron: Any, workbook: Path, edit: Any
) -> None:
    edit(workbook, "Contact", "Joint visit", "the one of the referral")
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    left, right = (headings(sheet).index(one) + 1 for one in ("Ref", TEXT))
    sort_columns(sheet, left, right, [1, 2, 3, 0])
    book.save(workbook)
    told = " ".join(chron("merge").out.split())
    assert told.count("column Contact") == 1

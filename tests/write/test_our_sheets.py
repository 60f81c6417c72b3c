"""What an author does to our sheets of findings: carried, or named with its place."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.worksheet.filters import FilterColumn, Filters

from chronolator.columns import CHRONOLOGY_SHEET, NOTES_SHEET
from chronolator.model import Note, UnplacedNote
from chronolator.readers.ours.looks.sheet import SheetXml
from tests.write.desk import (
    BEFORE,
    GREEN,
    MONTH,
    UNDATED,
    VISIT,
    Desk,
    cell_of,
    colour_of,
    comment,
    fill,
    headings,
    letters_of,
    parts,
)

GAPS, LINK = "Gaps", "https://example.org/minutes"


@pytest.fixture(autouse=True)
def _with_a_note_to_place(desk: Desk) -> None:
    lost = UnplacedNote(Note("C-ZZZZZZZZZZ", "Practice", "good"), "1/5/2018", "GP", "It is gone.")
    desk.chronology = replace(desk.chronology, unplaced=(lost,))
    desk.path.unlink()
    desk.merge()


def save(desk: Desk, book: openpyxl.Workbook) -> None:
    book.save(desk.path)


def list_told(desk: Desk, words: str) -> list[str]:
    return [one for one in desk.look().left_behind if words in one]


def merge_twice_alike(desk: Desk) -> None:
    for _ in range(2):  # the second merge has nothing more to tell of the first
        desk.merge()
    once = parts(desk.path)
    desk.merge()
    assert parts(desk.path) == once


@pytest.mark.parametrize(
    ("sheet", "heading"), [("Start here", "Go to sheet, or row No."), (GAPS, "No.")]
)
def test_what_she_writes_over_a_link_is_named(desk: Desk, sheet: str, heading: str) -> None:
    book, _ = desk.open()
    place = headings(book[sheet]).index(heading) + 1
    book[sheet].cell(2, place).value = "ask Jo"
    save(desk, book)
    assert desk.look().left_behind == (
        f"sheet {sheet}, row 2: what you wrote in columns of ours is not carried",
    )


@pytest.mark.parametrize("sheet", [NOTES_SHEET, "Decisions"])
def test_a_remark_beside_a_row_of_hers_is_carried(desk: Desk, sheet: str) -> None:
    book, _ = desk.open()
    jotted = book[sheet]
    jotted.cell(2, jotted.max_column + 1).value = "perhaps the police"
    comment(jotted.cell(2, 4), "see below")
    save(desk, book)
    merge_twice_alike(desk)
    again: Any = desk.open()[0][sheet]
    assert "perhaps the police" in [cell.value for cell in again[2]]
    assert again.cell(2, 4).comment.text == "K: see below"


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [
        (GAPS, "Days"),
        (GAPS, "Child"),
        ("Start here", "Part"),
        ("Contacts", "Ref"),
        (NOTES_SHEET, "Note"),
    ],
)
def test_a_heading_of_ours_that_she_changed_is_ours_again_and_named(
    desk: Desk, sheet: str, heading: str
) -> None:
    book, _ = desk.open()
    before = [[cell.value for cell in row] for row in book[sheet].iter_rows()]
    place = headings(book[sheet]).index(heading) + 1
    book[sheet].cell(1, place).value = "my heading"
    save(desk, book)
    told = desk.look().left_behind
    assert told == (
        f"sheet {sheet}: the heading {heading}: the name that you gave instead is not carried",
    )
    desk.merge()
    after = [[cell.value for cell in row] for row in desk.open()[0][sheet].iter_rows()]
    assert after[0] == before[0]
    assert list_told(desk, heading) == []


def test_a_heading_of_the_chronology_that_she_changed_is_named(desk: Desk) -> None:
    desk.edit(
        lambda sheet: setattr(sheet.cell(1, headings(sheet).index("Contact") + 1), "value", "C")
    )
    (told,) = desk.look().left_behind
    assert told == (
        f"sheet {CHRONOLOGY_SHEET}: the heading Contact: the name that you gave instead is not "
        "carried"
    )


def test_a_column_of_hers_in_the_place_of_one_that_she_deleted_stays_hers(desk: Desk) -> None:
    book, _ = desk.open()
    sheet = book[GAPS]
    place = headings(sheet).index("Days") + 1
    sheet.cell(1, place).value = "Mine"
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, place).value = f"mine {row}"
    save(desk, book)
    desk.merge()
    assert "mine 2" in [cell.value for cell in desk.open()[0][GAPS][2]]


def test_hidden_columns_and_rows_widths_and_the_order_of_a_sheet_are_kept(desk: Desk) -> None:
    book, _ = desk.open()
    sheet: Any = book[GAPS]
    letters = letters_of(sheet)
    sheet.column_dimensions[letters["Certain"]].hidden = True
    sheet.column_dimensions[letters["Begins with"]].width = 44.71
    sheet.row_dimensions[2].hidden = True
    sheet.sheet_view.zoomScale = 70
    sheet.freeze_panes = f"{letters['From']}2"
    sheet.sheet_properties.tabColor = GREEN
    sheet.sheet_state = "hidden"
    save(desk, book)
    merge_twice_alike(desk)
    sheet = desk.open()[0][GAPS]
    assert sheet.column_dimensions[letters["Certain"]].hidden
    assert not sheet.column_dimensions[letters["Child"]].hidden
    assert sheet.column_dimensions[letters["Begins with"]].width == pytest.approx(44.71, abs=0.1)
    assert sheet.row_dimensions[2].hidden
    assert sheet.sheet_view.zoomScale == 70
    assert sheet.freeze_panes == f"{letters['From']}2"
    assert str(sheet.sheet_properties.tabColor.rgb).endswith(GREEN)
    assert sheet.sheet_state == "hidden"


@pytest.mark.parametrize("sheet", [GAPS, CHRONOLOGY_SHEET])
def test_merged_cells_and_grouped_rows_are_named(desk: Desk, sheet: str) -> None:
    book, _ = desk.open()
    book[sheet].merge_cells("AZ2:AZ3")
    book[sheet].row_dimensions[3].outlineLevel = 1
    save(desk, book)
    assert set(desk.look().left_behind) == {
        f"sheet {sheet}: not carried: merged cells",
        f"sheet {sheet}: not carried: group of rows",
    }


def test_columns_that_she_moved_stay_there(desk: Desk) -> None:
    book, _ = desk.open()
    sheet = book["Contacts"]
    first, second = (headings(sheet).index(one) + 1 for one in ("Agency", "Your decision"))
    for row in sheet.iter_rows():
        one, other = row[first - 1], row[second - 1]
        one.value, other.value = other.value, one.value
    moved = headings(sheet)
    save(desk, book)
    merge_twice_alike(desk)
    assert headings(desk.open()[0]["Contacts"]) == moved


@pytest.mark.parametrize("sheet", ["Start here", "Picture", "About", GAPS, NOTES_SHEET])
def test_the_colours_of_a_row_are_carried_and_others_named(desk: Desk, sheet: str) -> None:
    book, _ = desk.open()
    book[sheet].cell(2, 2).fill = fill(GREEN)
    save(desk, book)
    merge_twice_alike(desk)
    book, _ = desk.open()
    assert colour_of(book[sheet].cell(2, 2)) == GREEN
    assert desk.look().left_behind == ()
    width, height = book[sheet].max_column, book[sheet].max_row
    book[sheet].cell(2, width + 3).fill = fill(GREEN)
    book[sheet].cell(height + 4, 1).fill = fill(GREEN)
    book[sheet].cell(1, 1).fill = PatternFill("solid", fgColor=GREEN)
    save(desk, book)
    (told,) = desk.look().left_behind
    assert told.startswith(f"sheet {sheet}, cells A1, ")
    assert told.endswith("colours and comments of yours there are not carried")
    assert f"A{height + 4}" in told


def test_a_comment_on_a_heading_of_a_finding_is_named(desk: Desk) -> None:
    book, _ = desk.open()
    comment(book[GAPS].cell(1, 2), "what is this?")
    save(desk, book)
    assert desk.look().left_behind == (
        "sheet Gaps, cell B1: colours and comments of yours there are not carried",
    )


def test_a_link_on_a_cell_is_kept_in_a_comment(desk: Desk) -> None:
    book, sheet = desk.open()
    cell = cell_of(sheet, VISIT, "Review notes")
    cell.value, cell.hyperlink = "the minutes", LINK
    bare = cell_of(sheet, VISIT, "Your column 1")
    bare.value, bare.hyperlink = LINK, LINK
    hers = book.create_sheet("Mine")
    hers["A1"].value, hers["A1"].hyperlink = "the minutes", LINK
    save(desk, book)
    assert set(list_told(desk, "link")) == {
        f"sheet {name}: a link is carried as a comment that says where to"
        for name in (CHRONOLOGY_SHEET, "Mine")
    }
    merge_twice_alike(desk)
    book, sheet = desk.open()
    for one in (cell_of(sheet, VISIT, "Review notes"), book["Mine"]["A1"]):
        assert one.comment.text == f"Link: {LINK}"
    assert cell_of(sheet, VISIT, "Your column 1").comment is None
    assert list_told(desk, "link") == []


def test_a_filter_left_on_a_sheet_of_findings_is_named(desk: Desk) -> None:
    book, _ = desk.open()
    sheet: Any = book[GAPS]
    table = next(iter(sheet.tables.values()))
    column = FilterColumn(colId=0, filters=Filters(filter=["x"]))
    table.autoFilter.filterColumn.append(column)
    sheet.row_dimensions[2].hidden = True
    save(desk, book)
    assert list_told(desk, "filter") == [
        "sheet Gaps: the filter is not carried: all rows are shown"
    ]
    desk.merge()
    assert not desk.open()[0][GAPS].row_dimensions[2].hidden


@pytest.mark.parametrize("heading", ["Your column 1", "Review notes"])
def test_numbers_days_and_times_of_hers_stay_what_they_are(desk: Desk, heading: str) -> None:
    values = {VISIT: 0.25, MONTH: date(2019, 5, 6), BEFORE: 7, UNDATED: time(9, 5)}
    book, sheet = desk.open()
    for ref, value in values.items():
        cell_of(sheet, ref, heading).value = value
    cell_of(sheet, VISIT, heading).number_format = "0%"
    gaps = book[GAPS]
    width = gaps.max_column
    gaps.cell(1, width + 1).value = "Weight"
    gaps.cell(2, width + 1).value = 1.5
    gaps.cell(2, width + 2).value = date(2019, 5, 6)
    save(desk, book)
    merge_twice_alike(desk)
    book, sheet = desk.open()
    for ref, value in values.items():
        found = cell_of(sheet, ref, heading).value
        assert (found.date() if isinstance(found, datetime) else found) == value
    assert cell_of(sheet, VISIT, heading).number_format == "0%"
    assert cell_of(sheet, MONTH, heading).number_format == "dd/mm/yyyy"
    kept = [cell.value for cell in book[GAPS][2][width:]]
    assert kept == [1.5, datetime(2019, 5, 6)]


@pytest.mark.parametrize(("level", "grouped"), [("0", False), ("1", True), ("7", True)])
def test_rows_of_no_level_are_not_grouped(level: str, *, grouped: bool) -> None:
    """LibreOffice writes the level of every row."""
    row = f'<row r="2" customFormat="false" ht="12.8" outlineLevel="{level}" collapsed="false"/>'
    sheet = SheetXml(f"<worksheet><sheetData>{row}</sheetData></worksheet>".encode())
    assert sheet.groups_rows is grouped

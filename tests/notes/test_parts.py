"""A chronology of more rows than a sheet holds: on which sheets they stand, and what is found again
of what the author wrote on them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import CHRONOLOGY_SHEET
from chronolator.earlier import read_earlier
from chronolator.model import Case, Child, Chronology, Earlier, Note
from chronolator.save import save
from chronolator.write import write_workbook_by_contact
from chronolator.write.package import read_refs, read_texts
from chronolator.write.workbook.checked import add_sheet
from chronolator.write.workbook.links import Links, RowLink
from tests.notes.test_round_trip import EVENTS, FLAGS, SOURCES, TODAY, column_of, row_of
from tests.opening.repairs import find_repairs

CASE = Case(children=(Child("Robin Ashdown", date(2015, 11, 3)), Child("Wren Ashdown")))
SECOND, THIRD = f"{CHRONOLOGY_SHEET} (2)", f"{CHRONOLOGY_SHEET} (3)"
REFS = [event.id for event in EVENTS]
WHOLE = Chronology(CASE, EVENTS, flags=FLAGS, sources=SOURCES)
NOTES, TEXT = "Review notes", "What the agency recorded"


@pytest.fixture(autouse=True)
def _few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet of five rows, in place of a million."""
    monkeypatch.setattr("chronolator.columns.parts.MOST_ROWS", 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    save(WHOLE, tmp_path / "out.xlsx", merged_on=TODAY)
    return tmp_path / "out.xlsx"


def list_refs(sheet: Worksheet) -> list[object]:
    return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]


def read(path: Path) -> Earlier:
    earlier = read_earlier(path)
    assert earlier is not None
    return earlier


def test_the_rows_go_on_on_sheets_of_the_same_columns(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheets = [book[name] for name in (CHRONOLOGY_SHEET, SECOND, THIRD)]
    assert [list_refs(sheet) for sheet in sheets] == [REFS[:4], REFS[4:8], REFS[8:]]
    headings = [[cell.value for cell in sheet[1]] for sheet in sheets]
    assert headings[0] == headings[1] == headings[2]
    assert [list(sheet.tables) for sheet in sheets] == [
        ["Chronology"],
        ["Chronology2"],
        ["Chronology3"],
    ]
    numbers = [row[1] for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert numbers == list(range(1, 11))
    assert find_repairs(path) == []


def test_the_first_page_says_where_they_go_on(path: Path) -> None:
    rows = openpyxl.load_workbook(path)["Start here"].iter_rows(values_only=True)
    told = {row[1]: row[2:4] for row in rows}
    assert told[CHRONOLOGY_SHEET][0] == 4
    assert told[SECOND][0] == 4
    assert told[THIRD][0] == 2
    assert "goes on" in str(told[THIRD][1])
    assert "from No. 9 on" in str(told[THIRD][1])


def test_links_lead_to_rows_of_the_first_sheet_alone(tmp_path: Path) -> None:
    links = Links(10)
    book = xlsxwriter.Workbook(tmp_path / "out.xlsx")
    sheet = add_sheet(book, "Findings")
    for number in (4, 5):
        links.put(sheet, number, 0, RowLink(REFS[0], number), book.add_format())
    book.close()
    assert (links.written, links.plain) == (1, 1)


def test_the_first_column_and_the_texts_are_read_back_over_all_sheets(path: Path) -> None:
    assert read_refs(path) == REFS
    texts = read_texts(path, {0, 4, 9})
    assert all(EVENTS[place].text in texts[place] for place in (4, 9))
    assert set(texts) == {0, 4, 9}


def test_nothing_is_taken_for_hers_where_she_wrote_nothing(path: Path) -> None:
    earlier = read(path)
    assert earlier.events == EVENTS
    assert not any((earlier.own, earlier.notes, earlier.unplaced, earlier.corrections))
    assert not any((earlier.own_sheets, earlier.doubts, earlier.deleted, earlier.left_behind))


def test_what_she_wrote_on_a_later_sheet_stands_beside_its_row(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    first, second = book[CHRONOLOGY_SHEET], book[SECOND]
    place = review_column(first)
    first.cell(row_of(first, REFS[1]), place).value = "on the first"
    second.cell(row_of(second, REFS[6]), place).value = "on the second"
    second.cell(row_of(second, REFS[5]), 1).fill = PatternFill("solid", fgColor="FFC000")
    second.cell(row_of(second, REFS[6]), column_of(second, "Agency")).value = "Probation"
    second.title = "Later years"
    book.save(path)
    earlier = read(path)
    heading = str(first.cell(1, place).value)
    assert [(note.id, note.text) for note in earlier.notes] == [
        (REFS[1], "on the first"),
        (REFS[6], "on the second"),
    ]
    assert heading in {note.column for note in earlier.notes}
    assert [(one.event, one.author_said) for one in earlier.corrections] == [(REFS[6], "Probation")]
    assert set(earlier.looks.rows) == {REFS[5]}
    assert not earlier.own_sheets


def test_columns_that_she_moved_or_added_on_a_later_sheet_are_found(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    second = book[SECOND]
    column = column_of(second, TEXT)
    second.insert_cols(column)
    second.cell(1, column).value = "My thoughts"
    second.cell(row_of(second, REFS[6]), column).value = "a thought"
    second.append(["", "", "words of a row of hers"])
    book.save(path)
    earlier = read(path)
    assert earlier.events == EVENTS
    assert Note(REFS[6], "My thoughts", "a thought") in earlier.notes
    assert len(earlier.own) == 1


def test_a_sheet_that_she_took_away_took_its_rows(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book[THIRD]
    book.save(path)
    assert set(read(path).deleted) == set(REFS[8:])


def test_a_later_merge_of_fewer_rows_stands_on_fewer_sheets(path: Path) -> None:
    fewer = replace(WHOLE, events=EVENTS[:4], flags=())
    save(fewer, path, merged_on=TODAY, force=True)
    assert SECOND not in openpyxl.load_workbook(path).sheetnames
    assert read(path).events == EVENTS[:4]


def test_a_copy_for_reading_goes_on_too(tmp_path: Path) -> None:
    write_workbook_by_contact(WHOLE, tmp_path / "copy.xlsx", TODAY)
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert [len(list_refs(sheet)) for sheet in book.worksheets[:3]] == [4, 4, 2]
    assert read_refs(tmp_path / "copy.xlsx") == REFS
    assert find_repairs(tmp_path / "copy.xlsx") == []


def review_column(sheet: Worksheet) -> int:
    """The first column of the author's, from 1."""
    headings: Sequence[object] = [cell.value for cell in sheet[1]]
    return next(place for place, one in enumerate(headings, start=1) if one == NOTES)


def test_a_column_of_ours_that_she_deleted_on_the_first_sheet_alone_is_named(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    first = book[CHRONOLOGY_SHEET]
    first.delete_cols(column_of(first, "About this row"))
    book.save(path)
    earlier = read(path)
    assert not earlier.corrections
    assert any(SECOND in told and "About this row" in told for told in earlier.left_behind)

"""What an author does to the looks of a workbook, and what of it the next workbook has."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import CASE_SHEET, CHRONOLOGY_SHEET
from chronolator.model import Chronology, Earlier, Event
from chronolator.notes import carry, carry_looks
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
            dressed = carry_looks(earlier, events, told.duplicates, told.case, own, {})
            carried = carry(replace(earlier, unplaced=dressed.waiting), events, (), told.case, own)
            told = replace(
                told,
                notes=carried.notes,
                unplaced=(*carried.unplaced, *dressed.unplaced),
                author_columns=carried.author_columns,
                problems=(*carried.problems, *dressed.problems),
                looks=dressed.looks,
                own_sheets=earlier.own_sheets,
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

    def open(self) -> tuple[openpyxl.Workbook, Worksheet]:
        """The workbook, and its sheet of the chronology."""
        book = openpyxl.load_workbook(self.path)
        return book, book[CHRONOLOGY_SHEET]

    def edit(self, change: Callable[[Worksheet], object]) -> None:
        """Change the sheet of the chronology, as she does."""
        book, sheet = self.open()
        change(sheet)
        book.save(self.path)


@pytest.fixture
def desk(chronology: Chronology, tmp_path: Path) -> Desk:
    return Desk(replace(chronology, notes=(), unplaced=(), problems=()), tmp_path / "out.xlsx")


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


def test_an_untouched_workbook_tells_nothing_and_stays_byte_for_byte(desk: Desk) -> None:
    before = parts(desk.path)
    earlier = desk.merge()
    assert earlier is not None
    assert (earlier.looks.rows, earlier.left_behind, earlier.own_sheets) == ({}, (), ())
    assert not any(one.width or one.hidden for one in earlier.looks.columns)
    assert parts(desk.path) == before


def test_the_same_after_a_save_by_openpyxl(desk: Desk) -> None:
    desk.edit(lambda _: None)
    earlier = desk.look()
    assert (earlier.looks.rows, earlier.left_behind, earlier.own_sheets) == ({}, (), ())


@pytest.mark.parametrize("heading", [TEXT, "Review notes", "Date", "Robin: seen", "File", "Ref"])
def test_a_filled_cell_stays_filled(desk: Desk, heading: str) -> None:
    def colour(sheet: Worksheet) -> None:
        cell_of(sheet, MONTH, heading).fill = fill(GREEN)

    desk.edit(colour)
    desk.merge()
    desk.merge()
    _, sheet = desk.open()
    filled = {cell.coordinate for row in sheet for cell in row if colour_of(cell) == GREEN}
    assert filled == {cell_of(sheet, MONTH, heading).coordinate}


def test_a_fill_goes_with_its_row_when_she_sorts(desk: Desk) -> None:
    def sort(sheet: Worksheet) -> None:
        cell_of(sheet, VISIT, TEXT).fill = fill(GREEN)
        cells = [(cell_of(sheet, one, TEXT).row) for one in (VISIT, UNDATED)]
        for first, second in zip(sheet[cells[0]], sheet[cells[1]], strict=True):
            first.value, second.value = second.value, first.value
            first._style, second._style = second._style, first._style  # noqa: SLF001

    desk.edit(sort)
    desk.merge()
    _, sheet = desk.open()
    assert colour_of(cell_of(sheet, VISIT, TEXT)) == GREEN
    assert colour_of(cell_of(sheet, UNDATED, TEXT)) != GREEN


def test_a_whole_row_is_filled_in_columns_that_are_new_too(desk: Desk) -> None:
    def colour(sheet: Worksheet) -> None:
        for cell in sheet[cell_of(sheet, MONTH, TEXT).row]:
            cell.fill = fill(YELLOW)

    desk.edit(colour)
    events = tuple(replace(one, outcome="none") for one in desk.chronology.events)
    desk.chronology = replace(desk.chronology, events=events)
    desk.merge()
    _, sheet = desk.open()
    assert "Outcome" in headings(sheet)
    assert {colour_of(cell) for cell in sheet[cell_of(sheet, MONTH, TEXT).row]} == {YELLOW}


def test_her_own_row_keeps_its_look_and_comment(desk: Desk) -> None:
    def colour(sheet: Worksheet) -> None:
        row = next(row for row in sheet.iter_rows(min_row=2) if not row[0].value)
        for cell in row:
            cell.fill = fill(GREEN)
        row[4].comment = Comment("who told me", "K")

    desk.edit(colour)
    desk.merge()
    _, sheet = desk.open()
    row = next(row for row in sheet.iter_rows(min_row=2) if not row[0].value)
    assert {colour_of(cell) for cell in row} == {GREEN}
    assert row[4].comment is not None
    assert row[4].comment.text == "K: who told me"


def test_letters_are_carried_where_they_say_nothing_of_the_agencys_words(desk: Desk) -> None:
    def change(sheet: Worksheet) -> None:
        note = cell_of(sheet, MONTH, "Review notes")
        note.value = "mine"
        note.font = Font(bold=True, italic=True, underline="single", strike=True, color="0000FF")
        words = cell_of(sheet, MONTH, TEXT)
        words.font = Font(bold=True, underline="single", strike=True, color="FF00FF")

    desk.edit(change)
    assert any("struck the agency's words through" in one for one in desk.look().left_behind)
    desk.merge()
    _, sheet = desk.open()
    note, words = (cell_of(sheet, MONTH, one).font for one in ("Review notes", TEXT))
    assert (note.b, note.i, note.u, note.strike) == (True, True, "single", True)
    assert (note.color.rgb, words.color.rgb) == ("FF0000FF", "FFFF00FF")
    assert (words.b, words.u, words.strike) == (False, None, None)


def test_white_letters_on_a_dark_fill_stay_white(desk: Desk) -> None:
    def change(sheet: Worksheet) -> None:
        cell = cell_of(sheet, VISIT, TEXT)
        cell.fill, cell.font = fill("000080"), Font(color="FFFFFF")

    desk.edit(change)
    desk.merge()
    _, sheet = desk.open()
    assert cell_of(sheet, VISIT, TEXT).font.color.rgb == "FFFFFFFF"


def test_comments_stay_on_their_cells_and_headings_and_on_those_of_a_sorted_row(
    desk: Desk,
) -> None:
    places = [(VISIT, TEXT), (MONTH, "Review notes"), (UNDATED, "Robin: seen"), ("Ref", "Agency")]

    def comment(sheet: Worksheet) -> None:
        for place in places:
            cell_of(sheet, *place).comment = Comment(f"On {place}\nand more", "K Author")

    desk.edit(comment)
    for _ in range(2):
        desk.merge()
        _, sheet = desk.open()
        told = [cell_of(sheet, *place).comment.text for place in places]
        assert told == [f"K Author: On {place}\nand more" for place in places]
        assert sum(cell.comment is not None for row in sheet for cell in row) == len(places)


def test_a_comment_whose_row_is_gone_waits_and_comes_back(desk: Desk) -> None:
    desk.edit(lambda sheet: _comment(cell_of(sheet, MONTH, TEXT), "ask them"))
    whole = desk.chronology
    desk.chronology = _leave_out(whole, MONTH)
    desk.merge()
    desk.merge()
    book, sheet = desk.open()
    assert not any(cell.comment for row in sheet for cell in row)
    waiting = [row[:3] for row in book["Notes to place"].iter_rows(min_row=2, values_only=True)]
    assert waiting == [("K: ask them", f"Comment on {TEXT}", MONTH)]
    desk.chronology = whole
    desk.merge()
    book, sheet = desk.open()
    assert cell_of(sheet, MONTH, TEXT).comment.text == "K: ask them"
    assert "Notes to place" not in book.sheetnames


def _comment(cell: Any, text: str) -> None:
    cell.comment = Comment(text, "K")


def _leave_out(chronology: Chronology, ref: str) -> Chronology:
    def is_there(event: Event) -> bool:
        return event.id != ref

    return replace(
        chronology,
        events=tuple(filter(is_there, chronology.events)),
        flags=(),
        duplicates=(),
        contacts=(),
        one_sided=(),
        gaps=(),
        clocks=(),
    )


def test_a_comment_of_a_column_that_is_gone_goes_to_the_row(desk: Desk) -> None:
    desk.edit(lambda sheet: _comment(cell_of(sheet, VISIT, "People"), "who?"))
    events = tuple(replace(one, people="") for one in desk.chronology.events)
    desk.chronology = replace(desk.chronology, events=events)
    desk.merge()
    _, sheet = desk.open()
    assert "People" not in headings(sheet)
    assert cell_of(sheet, VISIT, "Ref").comment.text == "K: who?"


def test_columns_keep_her_order_and_a_new_one_stands_where_it_belongs(desk: Desk) -> None:
    def move(sheet: Worksheet) -> None:
        moved = headings(sheet).index("Review notes") + 1
        values = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for number, row in enumerate(values, start=1):
            row.insert(2, row.pop(moved - 1))
            row.insert(1, row.pop(0))  # also the Ref
            for place, value in enumerate(row, start=1):
                sheet.cell(number, place).value = value
        for place, column in enumerate(sheet.tables["Chronology"].tableColumns):
            column.name = sheet.cell(1, place + 1).value

    desk.edit(move)
    events = tuple(replace(one, outcome="none") for one in desk.chronology.events)
    desk.chronology = replace(desk.chronology, events=events)
    desk.merge()
    desk.merge()
    told = headings(desk.open()[1])
    assert told[:3] == ["Ref", "No.", "Review notes"]
    assert told[told.index("Outcome") - 1] in {"People", "Action"}


def test_widths_and_hidden_columns_stay_and_ours_follow_our_list(desk: Desk) -> None:
    def change(sheet: Worksheet) -> None:
        letters = letters_of(sheet)
        sheet.column_dimensions[letters[TEXT]].width = 90
        sheet.column_dimensions[letters["People"]].hidden = True
        for name in ("File", "Sheet", "Row"):
            sheet.column_dimensions[letters[name]].hidden = True
        sheet.sheet_view.zoomScale = 80
        sheet.freeze_panes = f"{letters['Agency']}2"

    desk.edit(change)
    for _ in range(2):
        desk.merge()
        _, sheet = desk.open()
        letters = letters_of(sheet)
        known = sheet.column_dimensions
        assert round(known[letters[TEXT]].width) == 90
        assert known[letters["People"]].hidden
        assert known[letters["File"]].hidden
        assert not known[letters["Agency"]].hidden
        assert sheet.sheet_view.zoomScale == 80
        assert sheet.freeze_panes == f"{letters['Agency']}2"


def test_a_narrower_column_makes_higher_rows_and_a_low_row_still_shows_its_text(
    desk: Desk,
) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions[letters_of(sheet)[TEXT]].width = 8
        for number in range(1, sheet.max_row + 1):
            sheet.row_dimensions[number].height = None
        sheet.row_dimensions[2].height = 15
        sheet.row_dimensions[3].height = 200

    _, sheet = desk.open()
    before = sheet.row_dimensions[2].height
    desk.edit(change)
    desk.merge()
    desk.merge()
    _, sheet = desk.open()
    assert sheet.row_dimensions[2].height > before
    assert sheet.row_dimensions[3].height == 200.25  # whole pixels


def test_rows_hidden_by_hand_stay_hidden_and_those_of_a_filter_are_shown(desk: Desk) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[cell_of(sheet, MONTH, TEXT).row].hidden = True

    def filter_it(sheet: Worksheet) -> None:
        sheet.tables["Chronology"].autoFilter.add_filter_column(6, ["x"])

    desk.edit(hide)
    desk.merge()
    _, sheet = desk.open()
    assert [number for number in range(1, 8) if sheet.row_dimensions[number].hidden] == [3]
    desk.edit(filter_it)
    assert any("filter" in one and "all rows are shown" in one for one in desk.look().left_behind)
    desk.merge()
    _, sheet = desk.open()
    assert not any(sheet.row_dimensions[number].hidden for number in range(1, 8))


def test_her_sheets_come_as_values_in_their_looks(desk: Desk) -> None:
    book, _ = desk.open()
    sheet = book.create_sheet("Thoughts", 0)
    rows = [
        ["Theme", "When", "Share", "Sure"],
        ["Neglect", date(2020, 5, 6), 0.25, True],
        [None, datetime(2020, 5, 6, 14, 30), 12, "=1+1"],
    ]
    for row in rows:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True)
    sheet["A2"].fill = fill(GREEN)
    sheet["C2"].number_format = "0%"
    sheet["A5"] = "=not a formula, a text"
    sheet["A5"].data_type = "s"
    sheet.merge_cells("A6:B6")
    sheet["A2"].comment = Comment("why?", "K")
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["C"].hidden = True
    sheet.freeze_panes = "B2"
    sheet.sheet_properties.tabColor = "FF0000"
    book.create_sheet("Empty")
    book.save(desk.path)
    for _ in range(3):
        desk.merge()
    book, _ = desk.open()
    assert book.sheetnames.index("Thoughts") == book.sheetnames.index("About") + 1
    assert "Empty" not in book.sheetnames
    sheet = book["Thoughts"]
    told = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=3, max_col=4)]
    assert told == [
        rows[0],
        ["Neglect", datetime(2020, 5, 6), 0.25, True],
        [None, datetime(2020, 5, 6, 14, 30), 12, "=1+1"],
    ]
    assert sheet["D3"].data_type == sheet["A5"].data_type == "s"
    assert sheet["A1"].font.b
    assert colour_of(sheet["A2"]) == GREEN
    assert (sheet["C2"].number_format, sheet["B2"].is_date) == ("0%", True)
    assert sheet["A2"].comment is not None
    assert sheet["A2"].comment.text == "K: why?"
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A6:B6"]
    assert round(sheet.column_dimensions["A"].width) == 40
    assert sheet.column_dimensions["C"].hidden
    assert sheet.freeze_panes == "B2"
    assert sheet.sheet_properties.tabColor is not None
    assert sheet.sheet_properties.tabColor.rgb == "FFFF0000"


def test_her_sheet_with_the_name_of_one_of_ours_gets_a_number(desk: Desk) -> None:
    book, _ = desk.open()
    book.create_sheet("Glossary")["A1"] = "mine"
    book.save(desk.path)
    (hers,) = desk.look().own_sheets
    told = replace(desk.chronology, own_sheets=(replace(hers, name="gaps"), hers))
    write_workbook(told, desk.path, TODAY)
    assert [one.name for one in desk.look().own_sheets] == ["gaps (2)", "Glossary"]


def _add_chart(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
    sheet.add_chart(chart, "H2")


def _add_rule(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    rule = Rule(type="cellIs", operator="equal", formula=['"x"'])
    sheet.conditional_formatting.add("B2:B9", rule)


def _add_repeats(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    sheet.conditional_formatting.add("B2:B9", Rule(type="duplicateValues"))


def _add_list(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    choice = DataValidation(type="list", formula1='"a,b"')
    choice.add("C2:C9")
    sheet.add_data_validation(choice)


def _add_formula(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    cell_of(sheet, VISIT, "Review notes").value = "=1+1"


def _add_name(book: openpyxl.Workbook, _: Worksheet) -> None:
    book.defined_names["Mine"] = DefinedName("Mine", attr_text="Gaps!$A$1")


def _lock(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    sheet.protection.sheet = True


def _add_far_comment(_: openpyxl.Workbook, sheet: Worksheet) -> None:
    _comment(sheet.cell(sheet.max_row + 5, 2), "far away")


_PLACE = f"sheet {CHRONOLOGY_SHEET}, row"
_RULE = "the conditional format"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_add_chart, f"sheet {CHRONOLOGY_SHEET}: not carried: chart"),
        (_add_rule, f"sheet {CHRONOLOGY_SHEET}, cells B2:B9: not carried: {_RULE}"),
        (_add_repeats, f"sheet {CHRONOLOGY_SHEET}, cells B2:B9: not carried: {_RULE}"),
        (_add_list, f"sheet {CHRONOLOGY_SHEET}, cells C2:C9: not carried: the data validation"),
        (
            _add_formula,
            f"{_PLACE} {VISIT}, column Review notes: a formula is carried as its value alone",
        ),
        (_add_name, "not carried: the name Mine"),
        (_lock, f"sheet {CHRONOLOGY_SHEET}: not carried: protection of the sheet"),
        (
            _add_far_comment,
            f"{_PLACE} 11, column No.: a comment that stands beside no row is not carried",
        ),
    ],
)
def test_what_is_not_carried_is_named_with_its_place(desk: Desk, change: Any, told: str) -> None:
    book, sheet = desk.open()
    change(book, sheet)
    book.save(desk.path)
    assert desk.look().left_behind == (told,)
    desk.merge()
    assert desk.look().left_behind == ()

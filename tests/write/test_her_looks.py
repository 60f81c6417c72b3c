"""What an author does to the looks of the chronology, and what of it the next workbook has."""

from dataclasses import replace

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.model import Chronology, Event
from tests.write.desk import (
    GREEN,
    MONTH,
    TEXT,
    UNDATED,
    VISIT,
    YELLOW,
    Desk,
    cell_of,
    colour_of,
    comment,
    fill,
    headings,
    letters_of,
    parts,
)


def test_an_untouched_workbook_tells_nothing_and_stays_byte_for_byte(desk: Desk) -> None:
    desk.merge()  # from here on the open check of its rows stands among the problems
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

    def put(sheet: Worksheet) -> None:
        for place in places:
            cell_of(sheet, *place).comment = Comment(f"On {place}\nand more", "K Author")

    desk.edit(put)
    for _ in range(2):
        desk.merge()
        _, sheet = desk.open()
        told = [cell_of(sheet, *place).comment.text for place in places]
        assert told == [f"K Author: On {place}\nand more" for place in places]
        assert sum(cell.comment is not None for row in sheet for cell in row) == len(places)


def test_a_comment_whose_row_is_gone_waits_and_comes_back(desk: Desk) -> None:
    desk.edit(lambda sheet: comment(cell_of(sheet, MONTH, TEXT), "ask them"))
    whole = desk.chronology
    desk.chronology = _leave_out(whole, MONTH)
    desk.merge()
    desk.merge()
    book, sheet = desk.open()
    assert not any(cell.comment for row in sheet for cell in row)
    headings, row = book["Notes to place"].values
    told = dict(zip(headings, row, strict=True))
    wanted = {"Note": "K: ask them", "Column": f"Comment on {TEXT}", "Old Ref": MONTH}
    assert told | wanted == told
    desk.chronology = whole
    desk.merge()
    book, sheet = desk.open()
    assert cell_of(sheet, MONTH, TEXT).comment.text == "K: ask them"
    assert "Notes to place" not in book.sheetnames


def test_the_colours_of_a_row_that_is_gone_are_named(desk: Desk) -> None:
    desk.edit(lambda sheet: setattr(cell_of(sheet, MONTH, TEXT), "fill", fill(YELLOW)))
    desk.chronology = _leave_out(desk.chronology, MONTH)
    desk.merge()
    book, _ = desk.open()
    told = [str(row[2]) for row in book["Problems"].iter_rows(values_only=True)]
    assert ["colours" in one for one in told if MONTH in one] == [True]


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
    desk.edit(lambda sheet: comment(cell_of(sheet, VISIT, "People"), "who?"))
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

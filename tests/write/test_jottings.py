"""What an author leaves beside the findings, and what of it the next workbook has."""

from dataclasses import replace
from datetime import date
from typing import Any

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import NOTES_HEADINGS, NOTES_SHEET
from chronolator.model import Gap, Question
from tests.write.desk import GREEN, Desk, colour_of, comment, fill, parts

GAPS = "Gaps"


def add_gap(desk: Desk) -> None:
    """A second gap, before the one that is there."""
    first, last = date(2018, 4, 1), date(2018, 5, 22)
    gap = Gap(
        "Robin Ashdown", Question.SEEN, None, first, last, None, last, 51, 51, 51, certain=True
    )
    desk.chronology = replace(desk.chronology, gaps=(gap, *desk.chronology.gaps))


def jot(desk: Desk, sheet: str, row: int = 2) -> None:
    """A tick in a new column, a colour and a comment."""
    book, _ = desk.open()
    jotted = book[sheet]
    width = jotted.max_column
    jotted.cell(1, width + 1).value = "Done"
    jotted.cell(row, width + 1).value = "asked the GP"
    jotted.cell(row, width + 2).value = "x"
    jotted.cell(row, 1).fill = fill(GREEN)
    comment(jotted.cell(row, 2), "see below")
    book.save(desk.path)


def find(sheet: Worksheet, words: str) -> list[Any]:
    """The row that holds the words in one of its cells."""
    (row,) = [row for row in sheet.iter_rows() if any(cell.value == words for cell in row)]
    return list(row)


def test_a_tick_goes_with_its_finding(desk: Desk) -> None:
    jot(desk, GAPS)
    add_gap(desk)
    before = desk.open()[0][GAPS].cell(2, 3).value
    for _ in range(2):
        desk.merge()
        sheet = desk.open()[0][GAPS]
        row = find(sheet, "asked the GP")
        headings = [cell.value for cell in sheet[1]]
        assert row[headings.index("Done")].value == "asked the GP"
        assert row[-1].value == "x"
        assert row[2].value == before
        assert colour_of(row[0]) == GREEN
        assert row[1].comment.text == "K: see below"
        assert NOTES_SHEET not in desk.open()[0].sheetnames
    once = parts(desk.path)
    desk.merge()
    assert parts(desk.path) == once


def test_every_sheet_of_findings_keeps_them(desk: Desk) -> None:
    sheets = desk.list_tables()
    assert "Integrated chronology" not in sheets
    assert {GAPS, "Contacts", "Duplicates", "Differences"} <= set(sheets)
    for sheet in sheets:
        jot(desk, sheet)
    assert desk.look().left_behind == ()
    desk.merge()
    book, _ = desk.open()
    of_the_whole = {"Start here", "Picture", "About"}
    for sheet in {*sheets} - of_the_whole:
        assert find(book[sheet], "asked the GP")
        assert find(book[sheet], "asked the GP")[1].comment is not None
    rows = list(book[NOTES_SHEET].iter_rows(min_row=2, max_col=2, values_only=True))
    assert {one for one in rows if one[0] == "asked the GP"} == {
        ("asked the GP", f"{sheet}: Done") for sheet in of_the_whole
    }
    assert sum(one[0] == "K: see below" for one in rows) == len(of_the_whole)


def test_words_beside_a_finding_that_is_gone_wait_to_be_placed(desk: Desk) -> None:
    jot(desk, GAPS)
    desk.chronology = replace(desk.chronology, gaps=())
    desk.merge()
    desk.merge()
    rows = list(desk.open()[0][NOTES_SHEET].iter_rows(min_row=2, values_only=True))
    assert [row[:2] for row in rows] == [
        ("asked the GP", "Gaps: Done"),
        ("x", "Gaps: Column " + _letters(desk)),
        ("K: see below", rows[2][1]),
    ]
    assert str(rows[2][1]).startswith("Gaps: Comment on ")
    words = NOTES_HEADINGS.index("Words of the row")
    assert all("Robin Ashdown" in str(row[words]) for row in rows)


def _letters(desk: Desk) -> str:
    notes = desk.open()[0][NOTES_SHEET].cell(3, 2).value
    return str(notes).rpartition(" ")[2]


def test_what_she_writes_over_our_words_is_named(desk: Desk) -> None:
    book, _ = desk.open()
    book[GAPS].cell(2, 2).value = "something else"
    book[GAPS].cell(9, 1).value = "a gap of my own"
    book.save(desk.path)
    told = "sheet Gaps, rows 2, 9: what you wrote in columns of ours is not carried"
    assert desk.look().left_behind == (told,)


def test_a_sorted_sheet_keeps_each_row_its_words(desk: Desk) -> None:
    add_gap(desk)
    desk.path.unlink()
    desk.merge()
    jot(desk, GAPS)
    book, _ = desk.open()
    sheet = book[GAPS]
    for first, second in zip(sheet[2], sheet[3], strict=True):
        first.value, second.value = second.value, first.value
    dates = [cell.value for cell in sheet[3]]
    book.save(desk.path)
    desk.merge()
    row = find(desk.open()[0][GAPS], "asked the GP")
    assert [cell.value for cell in row[: len(dates) - 2]] == dates[:-2]


def test_her_letters_in_our_columns_are_hers_where_they_say_nothing_of_ours(desk: Desk) -> None:
    book, _ = desk.open()
    book[GAPS].cell(2, 1).font = Font(strike=True, color="FF0000")
    book.save(desk.path)
    desk.merge()
    font = desk.open()[0][GAPS].cell(2, 1).font
    assert (font.strike, font.color and font.color.rgb) == (True, "FFFF0000")


def test_a_tick_stays_with_a_finding_that_says_otherwise_and_tells_so(desk: Desk) -> None:
    jot(desk, GAPS)
    gap, *others = desk.chronology.gaps
    longer = replace(gap, days=gap.days + 9, longest=gap.longest + 9, certain=False)
    desk.chronology = replace(desk.chronology, gaps=(longer, *others))
    for _ in range(2):
        desk.merge()
        row = find(desk.open()[0][GAPS], "asked the GP")
        done = next(cell for cell in row if cell.value == "asked the GP")
        assert done.comment.text.startswith("This row says otherwise since you wrote here. It was:")
        assert f"({gap.days} days)" in done.comment.text
        assert NOTES_SHEET not in desk.open()[0].sheetnames
    once = parts(desk.path)
    desk.merge()
    assert parts(desk.path) == once


def test_where_two_findings_may_be_meant_a_tick_waits(desk: Desk) -> None:
    jot(desk, GAPS)
    gap, *others = desk.chronology.gaps
    twins = (replace(gap, days=gap.days + 1), replace(gap, days=gap.days + 2))
    desk.chronology = replace(desk.chronology, gaps=(*twins, *others))
    desk.merge()
    assert find(desk.open()[0][NOTES_SHEET], "asked the GP")

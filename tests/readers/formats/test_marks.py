"""Marks of xlsx workbooks as programs write them, each kind alone."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from chronolator import journey
from chronolator.model import Mark, MarkKind, Sheet
from chronolator.readers.formats.workbooks import read_workbook

TRANSITIONAL = (
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://schemas.openxmlformats.org/drawingml/2006/main",
)
STRICT = (
    b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    b"http://purl.oclc.org/ooxml/drawingml/main",
)
HEADINGS = ("Date", "Event", "Rating")
Change = Callable[[Worksheet], None]


def make(change: Change) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(HEADINGS)
    for row in range(2, 6):
        sheet.append([datetime(2019, 3, row), f"Entry {row}", "low"])
    change(sheet)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def rewrite(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return kept.getvalue()


def make_strict(data: bytes) -> bytes:
    def change(_: str, part: bytes) -> bytes:
        for plain, strict in zip(TRANSITIONAL, STRICT, strict=True):
            part = part.replace(plain, strict)
        return part

    return rewrite(data, change)


def read(data: bytes) -> Sheet:
    return read_workbook(data, "return.xlsx")[0]


def hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True


def hide_columns_without_cells(sheet: Worksheet) -> None:
    sheet.column_dimensions.group("G", "XFD", hidden=True)


def strike_cell(sheet: Worksheet) -> None:
    sheet["B4"].font = Font(strike=True)


def strike_date(sheet: Worksheet) -> None:
    sheet["A4"].font = Font(strike=True)


def strike_words(sheet: Worksheet) -> None:
    struck = InlineFont(strike=True)
    sheet["B4"] = CellRichText(
        "Seen ", TextBlock(struck, "alone "), TextBlock(struck, "by HV"), "."
    )


def strike_all_but_some(sheet: Worksheet) -> None:
    sheet["B4"] = CellRichText("Seen ", TextBlock(InlineFont(b=True), "alone"), " by HV")
    sheet["B4"].font = Font(strike=True)


def fill_row(sheet: Worksheet) -> None:
    for cell in sheet[3]:
        cell.fill = PatternFill("solid", fgColor="FFFFC000")


def fill_cell(sheet: Worksheet) -> None:
    sheet["C3"].fill = PatternFill("solid", fgColor="FFFFC000")


def fill_empty_cell(sheet: Worksheet) -> None:
    sheet["C3"].value = None
    sheet["C3"].fill = PatternFill("solid", fgColor="FF92D050")


def fill_by_theme(sheet: Worksheet) -> None:
    sheet["C3"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.5999938962981048))


def fill_by_index(sheet: Worksheet) -> None:
    sheet["C3"].fill = PatternFill("solid", fgColor=Color(indexed=13))


def fill_with_pattern(sheet: Worksheet) -> None:
    sheet["C3"].fill = PatternFill("lightUp", fgColor="FFFF0000")


def fill_white(sheet: Worksheet) -> None:
    sheet["C3"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    sheet["C4"].fill = PatternFill("solid", fgColor=Color(theme=0))


def link(sheet: Worksheet) -> None:
    sheet["B3"].hyperlink = "https://records.example/17"


def link_bare(sheet: Worksheet) -> None:
    sheet["B3"] = "https://records.example/17"
    sheet["B3"].hyperlink = "https://records.example/17/"
    sheet["B4"] = "j.hale@example.org"
    sheet["B4"].hyperlink = "mailto:j.hale@example.org"


def link_by_formula(sheet: Worksheet) -> None:
    sheet["C3"] = '=HYPERLINK("https://records.example/17","low")'


def comment(sheet: Worksheet) -> None:
    sheet["B3"].comment = Comment("J Hale:\nNot our entry", "J Hale")
    sheet["B4"].comment = Comment("See file", "T Moss")


def calculate(sheet: Worksheet) -> None:
    sheet["C3"] = "=A3+1"


def break_cell(sheet: Worksheet) -> None:
    sheet["C3"] = "#REF!"
    sheet["C3"].data_type = "e"


def show_month(sheet: Worksheet) -> None:
    sheet["A3"].number_format = "mmm\\-yy"


def show_nothing(sheet: Worksheet) -> None:
    sheet["B3"].number_format = ";;;"


def show_word(sheet: Worksheet) -> None:
    sheet["C3"] = 1
    sheet["C3"].number_format = '"Yes";;"No"'


CASES: list[tuple[Change, list[Mark]]] = [
    (hide_row, [Mark(MarkKind.HIDDEN, 3)]),
    (hide_column, [Mark(MarkKind.HIDDEN, 0, 3)]),
    (hide_columns_without_cells, []),
    (strike_cell, [Mark(MarkKind.WITHDRAWN, 4, 2, "Entry 4")]),
    (strike_date, [Mark(MarkKind.WITHDRAWN, 4, 1, "04/03/2019")]),
    (strike_words, [Mark(MarkKind.WITHDRAWN, 4, 2, "alone by HV")]),
    (
        strike_all_but_some,
        [Mark(MarkKind.WITHDRAWN, 4, 2, "Seen"), Mark(MarkKind.WITHDRAWN, 4, 2, "by HV")],
    ),
    (fill_row, [Mark(MarkKind.FILL, 3, 0, "FFC000")]),
    (fill_cell, [Mark(MarkKind.FILL, 3, 3, "FFC000")]),
    (fill_empty_cell, [Mark(MarkKind.FILL, 3, 3, "92D050")]),
    (fill_by_theme, [Mark(MarkKind.FILL, 3, 3, "B9CDE5")]),
    (fill_by_index, [Mark(MarkKind.FILL, 3, 3, "FFFF00")]),
    (fill_with_pattern, [Mark(MarkKind.FILL, 3, 3, "FF0000")]),
    (fill_white, []),
    (link, [Mark(MarkKind.LINK, 3, 2, "https://records.example/17")]),
    (link_bare, []),
    (comment, [Mark(MarkKind.COMMENT, 3, 2, "J Hale:\nNot our entry")]),
    (break_cell, [Mark(MarkKind.ERROR, 3, 3, "#REF!")]),
    (calculate, [Mark(MarkKind.NO_RESULT, 3, 3, "=A3+1")]),
    (show_month, [Mark(MarkKind.SHOWN, 3, 1, "March 2019")]),
    (show_nothing, [Mark(MarkKind.SHOWN, 3, 2, "")]),
    (show_word, [Mark(MarkKind.SHOWN, 3, 3, "Yes")]),
]


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
@pytest.mark.parametrize(("change", "marks"), CASES, ids=lambda one: getattr(one, "__name__", ""))
def test_each_mark_alone(change: Change, marks: list[Mark], strict: bool) -> None:  # noqa: FBT001  a case
    data = make(change)
    sheet = read(make_strict(data) if strict else data)
    assert [one for one in sheet.marks if one.text != "T Moss: See file"] == marks
    assert sheet.rows[0] == list(HEADINGS)
    assert len(sheet.rows) == 5


def test_a_link_by_formula_and_its_missing_result() -> None:
    marks = read(make(link_by_formula)).marks
    formula = '=HYPERLINK("https://records.example/17","low")'
    assert marks == (
        Mark(MarkKind.LINK, 3, 3, "https://records.example/17"),
        Mark(MarkKind.NO_RESULT, 3, 3, formula),
    )


def test_the_link_of_a_cell_without_a_value_is_kept() -> None:
    def change(sheet: Worksheet) -> None:
        break_cell(sheet)
        sheet["C3"].hyperlink = "https://records.example/17"

    broken = read(make(break_cell)).marks
    linked = Mark(MarkKind.LINK, 3, 3, "https://records.example/17")
    assert read(make(change)).marks == (*broken, linked)


def test_the_author_of_a_comment_is_named_once() -> None:
    texts = [one.text for one in read(make(comment)).marks]
    assert texts == ["J Hale:\nNot our entry", "T Moss: See file"]


@pytest.mark.parametrize(
    ("old", "new", "mark"),
    [
        (b'<row r="3"', b'<row r="3" ht="0" customHeight="1"', Mark(MarkKind.HIDDEN, 3)),
        (b"<sheetData>", b'<cols><col min="3" max="9" width="0"/></cols><sheetData>', None),
        (b'<row r="3"', b"<row r='3' hidden='1'", Mark(MarkKind.HIDDEN, 3)),
        (b'<row r="3"', b'<row hidden="true" spans="1:3" r="3"', Mark(MarkKind.HIDDEN, 3)),
    ],
)
def test_what_is_too_small_to_see_is_hidden(old: bytes, new: bytes, mark: Mark | None) -> None:
    data = rewrite(make(lambda _: None), lambda _, part: part.replace(old, new))
    assert read(data).marks == (mark or Mark(MarkKind.HIDDEN, 0, 3),)


def test_rows_that_the_sheet_hides_by_default() -> None:
    def hide(_: str, part: bytes) -> bytes:
        part = part.replace(b"<sheetFormatPr ", b'<sheetFormatPr zeroHeight="1" ')
        return part.replace(b'<row r="3"', b'<row r="3" ht="15" customHeight="1"')

    marks = read(rewrite(make(lambda _: None), hide)).marks
    assert marks == tuple(Mark(MarkKind.HIDDEN, row) for row in (1, 2, 4, 5))


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets(state: Literal["hidden", "veryHidden"]) -> None:
    def hide(sheet: Worksheet) -> None:
        assert sheet.parent
        sheet.parent.create_sheet("Seen")
        sheet.sheet_state = state

    hidden, seen = read_workbook(make(hide), "return.xlsx")
    assert hidden.marks == (Mark(MarkKind.HIDDEN),)
    assert len(hidden.rows) == 5
    assert seen.marks == ()


def test_filtered_rows_are_hidden(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for row in range(4):
        sheet.write_row(row, 0, ["Event" if not row else f"Entry {row}"])
    sheet.autofilter(0, 0, 3, 0)
    sheet.filter_column(0, "x == NonBlanks")
    sheet.set_row(2, options={"hidden": True})
    sheet.set_row(3, options={"hidden": True})
    book.close()
    assert read(path.read_bytes()).marks == (Mark(MarkKind.HIDDEN, 3), Mark(MarkKind.HIDDEN, 4))


def test_words_of_a_text_box(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADINGS)
    sheet.insert_textbox("C2", "No contact in May.\nSee the file.")
    sheet.insert_textbox("D9", "")
    book.close()
    text = "Text box: No contact in May.\nSee the file."
    assert read(path.read_bytes()).marks == (Mark(MarkKind.COMMENT, 2, 3, text),)


@given(
    st.lists(
        st.tuples(
            st.text("ab é_x005F_&<\n\u2019", min_size=1, max_size=8).filter(str.strip),
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    ),
    st.booleans(),
)
def test_every_struck_word_comes_out(pieces: list[tuple[str, bool]], shared: bool) -> None:  # noqa: FBT001  a case
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"constant_memory": not shared})
    sheet = book.add_worksheet()
    plain, struck = book.add_format({"bold": True}), book.add_format({"font_strikeout": True})
    runs: list[Any] = [one for text, gone in pieces for one in (struck if gone else plain, text)]
    if len(pieces) == 1:
        sheet.write_string(0, 0, pieces[0][0], runs[0])
    else:
        assert sheet.write_rich_string(0, 0, *runs) == 0
    book.close()
    read_back = read(kept.getvalue())
    told = [one.text for one in read_back.marks if one.kind is MarkKind.WITHDRAWN]
    joined = "".join("".join(told).split())
    assert joined == "".join("".join(text for text, gone in pieces if gone).split())
    for words in told:
        assert words in str(read_back.rows[0][0])


def test_a_file_without_marks_pays_for_no_library() -> None:
    lines = (
        "import sys; from chronolator.readers.formats.workbooks import read_workbook\n"
        "sheets = read_workbook(sys.stdin.buffer.read(), 'return.xlsx')\n"
        "assert [sheet.marks for sheet in sheets] == [()], sheets\n"
        "assert not {'openpyxl', 'xlrd'} & set(sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", lines], input=make(lambda _: None), check=False, capture_output=True
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    "damage", [b"", b"<a><b></a>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_damage_costs_the_marks_alone(damage: bytes) -> None:
    data = make(comment)
    part = "xl/comments/comment1.xml"
    assert part in zipfile.ZipFile(io.BytesIO(data)).namelist()
    broken = rewrite(data, lambda name, old: damage if name == part else old)
    sheet = read(broken)
    assert sheet.rows == read(data).rows
    (mark,) = sheet.marks
    assert (mark.kind, mark.row, mark.column) == (MarkKind.UNREAD, 0, 0)
    assert mark.text


def test_marks_that_were_not_looked_at_are_told(tmp_path: Path) -> None:
    broken = rewrite(make(comment), lambda name, old: b"" if name.endswith("comment1.xml") else old)
    (tmp_path / "return.xlsx").write_bytes(broken)
    reading = journey.read([tmp_path / "return.xlsx"])
    assert len(reading.entries) == 4
    told = [one for one in reading.problems if "not looked at" in one.message]
    assert [(one.origin.file, one.origin.sheet) for one in told] == [("return.xlsx", "Sheet")]


@pytest.mark.parametrize("limit", ["_LOOK_SECONDS", "_WALK_SECONDS"])
def test_too_slow_a_look_costs_the_marks_alone(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"chronolator.readers.formats.marks.{limit}", -1.0)
    if limit == "_WALK_SECONDS":  # what was picked needs no time of its own
        monkeypatch.setattr("chronolator.readers.formats.marks.xlsx.pick_cells", lambda *_: None)
    sheet = read(make(strike_cell))
    assert len(sheet.rows) == 5
    assert [mark.kind for mark in sheet.marks] == [MarkKind.UNREAD]


def test_no_room_for_a_look_costs_the_marks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("threading.Thread.start", fail)
    sheet = read(make(strike_cell))
    assert len(sheet.rows) == 5
    assert [mark.kind for mark in sheet.marks] == [MarkKind.UNREAD]


def test_days_are_counted_from_1904_where_the_file_says_so() -> None:
    def count_from_1904(sheet: Worksheet) -> None:
        assert sheet.parent
        sheet.parent.epoch = datetime(1904, 1, 1)

    assert read(make(count_from_1904)).rows[1][0] == date(2019, 3, 2)

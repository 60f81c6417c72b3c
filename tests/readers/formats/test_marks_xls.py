"""Marks of old workbooks, each kind alone."""

import io
import struct
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Mark, MarkKind, Sheet
from chronolator.readers.formats.workbooks import read_workbook

STRUCK = xlwt.easyxf("font: struck_out on")
FILLED = xlwt.easyxf("pattern: pattern solid, fore_colour yellow")
WHITE = xlwt.easyxf("pattern: pattern solid, fore_colour white")
Change = Callable[[Any], None]


def make(change: Change) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Chronology", cell_overwrite_ok=True)
    for row in range(4):
        for column, text in enumerate(("12/03/2019", f"Entry {row}", "low")):
            sheet.write(row, column, text)
    change(sheet)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def read(data: bytes) -> Sheet:
    return read_workbook(data, "return.xls")[0]


def leave(_: Any) -> None:
    return


def hide_row(sheet: Any) -> None:
    sheet.row(2).hidden = True


def hide_column(sheet: Any) -> None:
    sheet.col(1).hidden = True
    sheet.col(9).hidden = True


def strike_cell(sheet: Any) -> None:
    sheet.write(2, 1, "Entry 2", STRUCK)


def strike_date(sheet: Any) -> None:
    style = xlwt.easyxf("font: struck_out on", num_format_str="dd/mm/yyyy")
    sheet.write(2, 0, datetime(2019, 3, 12), style)


def strike_words(sheet: Any) -> None:
    plain, struck = xlwt.easyfont(""), xlwt.easyfont("struck_out on")
    sheet.write_rich_text(
        2, 1, [("Seen \U0001f600 ", plain), ("alone ", struck), ("by HV", struck), (".", plain)]
    )


def fill_row(sheet: Any) -> None:
    for column in range(3):
        sheet.write(2, column, "x", FILLED)


def fill_cell(sheet: Any) -> None:
    sheet.write(2, 2, "low", FILLED)
    sheet.write(3, 2, "low", WHITE)


def show_month(sheet: Any) -> None:
    sheet.write(2, 0, datetime(2019, 3, 1), xlwt.easyxf(num_format_str="mmm-yy"))


def show_word(sheet: Any) -> None:
    sheet.write(2, 2, 1, xlwt.easyxf(num_format_str='"Yes";;"No"'))


CASES: list[tuple[Change, list[Mark]]] = [
    (leave, []),
    (hide_row, [Mark(MarkKind.HIDDEN, 3)]),
    (hide_column, [Mark(MarkKind.HIDDEN, 0, 2)]),
    (strike_cell, [Mark(MarkKind.WITHDRAWN, 3, 2, "Entry 2")]),
    (strike_date, [Mark(MarkKind.WITHDRAWN, 3, 1, "12/03/2019")]),
    (strike_words, [Mark(MarkKind.WITHDRAWN, 3, 2, "alone by HV")]),
    (fill_row, [Mark(MarkKind.FILL, 3, 0, "FFFF00")]),
    (fill_cell, [Mark(MarkKind.FILL, 3, 3, "FFFF00")]),
    (show_month, [Mark(MarkKind.SHOWN, 3, 1, "March 2019")]),
    (show_word, [Mark(MarkKind.SHOWN, 3, 3, "Yes")]),
]


@pytest.mark.parametrize(("change", "marks"), CASES, ids=lambda one: getattr(one, "__name__", ""))
def test_each_mark_alone(change: Change, marks: list[Mark]) -> None:
    sheet = read(make(change))
    assert list(sheet.marks) == marks
    assert len(sheet.rows) == 4


@given(
    st.lists(
        st.tuples(st.text("ab \u00e9\u4e00\U0001f600", min_size=1, max_size=6), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_every_struck_word_comes_out(pieces: list[tuple[str, bool]]) -> None:
    plain, struck = xlwt.easyfont(""), xlwt.easyfont("struck_out on")

    def strike(sheet: Any) -> None:
        sheet.write_rich_text(2, 1, [(text, struck if gone else plain) for text, gone in pieces])

    sheet = read(make(strike))
    told = "".join(one.text for one in sheet.marks)
    assert "".join(told.split()) == "".join("".join(t for t, gone in pieces if gone).split())
    assert all(one.text in str(sheet.rows[2][1]) for one in sheet.marks)


@pytest.mark.parametrize("failure", [struct.error("x"), AssertionError(), MemoryError()])
def test_what_the_library_cannot_read_costs_the_marks_alone(
    failure: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: Any) -> None:
        raise failure

    monkeypatch.setattr("xlrd.open_workbook", fail)
    sheet = read(make(strike_cell))
    assert len(sheet.rows) == 4
    (mark,) = sheet.marks
    assert (mark.kind, mark.row, mark.column) == (MarkKind.UNREAD, 0, 0)
    assert mark.text


def test_a_file_that_takes_too_long_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronolator.readers.formats.marks.xls._MOST_BYTES", 100)
    assert [mark.kind for mark in read(make(strike_cell)).marks] == [MarkKind.UNREAD]


def test_hidden_sheets() -> None:
    def hide(sheet: Any) -> None:
        sheet.get_parent().add_sheet("Seen").write(0, 0, "x")
        sheet.visibility = 1
        sheet.get_parent().set_active_sheet(1)

    hidden, seen = read_workbook(make(hide), "return.xls")
    assert (hidden.marks, seen.marks) == ((Mark(MarkKind.HIDDEN),), ())

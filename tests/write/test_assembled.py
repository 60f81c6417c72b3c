"""Rows put together by us are those that XlsxWriter puts together, but for two attributes."""

import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from chronolator.write.workbook.assembled import AssembledSheet


def _write(path: Path, kind: type[Worksheet]) -> str:
    book = Workbook(str(path), {"in_memory": True})
    sheet = book.add_worksheet("Sheet", kind)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd mmm yyyy"})
    twin = book.add_format({"bold": True})
    sheet.write_string(0, 0, "a & b", bold)
    sheet.write_string(0, 30, "far away", twin)
    sheet.write_string(0, 2, "no format")
    sheet.write_rich_string(1, 0, "plain ", bold, "bold", day)
    sheet.write_number(1, 1, 1 / 3, bold)
    sheet.write_number(1, 2, 12345678901, twin)
    sheet.write_datetime(1, 3, datetime(2018, 5, 22, 10, 5), day)
    sheet.write_blank(1, 4, None, bold)
    sheet.write_formula(1, 5, '=HYPERLINK("#A1","to")', bold, "to")
    sheet.write_boolean(1, 6, True, bold)  # noqa: FBT003  as XlsxWriter takes it
    sheet.set_row(1, 44.25)
    sheet.set_row(4, 60, bold)
    sheet.write_string(4, 1, "of the row")
    sheet.set_row(6, 20)
    sheet.write_comment(9, 1, "a comment and no cell")
    sheet.add_table(11, 0, 12, 1, {"columns": [{"header": "One"}, {"header": "Two"}]})
    book.close()
    with zipfile.ZipFile(path) as package:
        return package.read("xl/worksheets/sheet1.xml").decode()


def test_every_kind_of_cell_and_row_is_the_same(tmp_path: Path) -> None:
    theirs = _write(tmp_path / "theirs.xlsx", Worksheet)
    assert 'customHeight="1"' in theirs
    expected = re.sub(r' (spans="[0-9:]+"|customHeight="1")(?=[^<]*>)', "", theirs)
    assert _write(tmp_path / "ours.xlsx", AssembledSheet) == expected


def test_cells_of_a_row_put_together_are_those_written_one_by_one(tmp_path: Path) -> None:
    told = []
    for at_once in (True, False):
        book = Workbook(str(tmp_path / "out.xlsx"))
        sheet = cast("AssembledSheet", book.add_worksheet("Sheet", AssembledSheet))
        bold, plain = book.add_format({"bold": True}), book.add_format()
        sheet.write_rich_string(3, 2, "a ", bold, "b", bold)
        if at_once:
            assert sheet.finish(3, [(0, "a & b", bold), (1, None, plain), (3, 7, bold)])
        else:
            sheet.write_string(3, 0, "a & b", bold)
            sheet.write_blank(3, 1, None, plain)
            sheet.write_number(3, 3, 7, bold)
        book.close()
        with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
            told.append(package.read("xl/worksheets/sheet1.xml"))
    assert told[0] == told[1]


@pytest.mark.parametrize(("row", "column"), [(1_048_576, 0), (0, 16_384)])
def test_nothing_is_written_outside_a_sheet(row: int, column: int) -> None:
    book = Workbook()
    sheet = cast("AssembledSheet", book.add_worksheet("Sheet", AssembledSheet))
    style = book.add_format()
    assert not sheet.finish(row, [(0, "inside", style), (column, "", style)])
    assert not sheet.table


def test_a_chart_shows_rows_that_are_put_together(tmp_path: Path) -> None:
    """The same numbers, texts, blanks and gaps as of cells that XlsxWriter holds."""
    values: list[str | float | None] = ["a < b", 7, 0.5, 1e20, -3, None, "a & b", ""]
    told = []
    for together in (True, False):
        book = Workbook(str(tmp_path / "out.xlsx"))
        sheet = cast("AssembledSheet", book.add_worksheet("Numbers", AssembledSheet))
        style = book.add_format()
        for row, value in enumerate(values, start=1):
            if together:
                assert sheet.finish(row, [(2, value or None, style), (27, row, style)])
            elif isinstance(value, float | int):
                sheet.write_number(row, 2, value, style)
            elif value:
                sheet.write_string(row, 2, value, style)
            else:
                sheet.write_blank(row, 2, None, style)
            if not together:
                sheet.write_number(row, 27, row, style)
        chart = cast("Chart", book.add_chart({"type": "line"}))
        last = len(values) + 2  # below, nothing stands there
        for column in (2, 3, 27):
            chart.add_series({"values": ["Numbers", 0, column, last, column]})
        sheet.insert_chart(0, 5, chart)
        book.close()
        with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
            names = ("xl/charts/chart1.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")
            told.append([package.read(name) for name in names])
    assert told[0] == told[1]


@pytest.mark.parametrize("rows", [0, 1])
def test_hardly_any_rows(rows: int, tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "out.xlsx"))
    sheet = book.add_worksheet("Sheet", AssembledSheet)
    for row in range(rows):
        sheet.write_string(row, 0, "one")
    book.close()
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        told = package.read("xl/worksheets/sheet1.xml").decode()
    assert told.count("<row ") == rows

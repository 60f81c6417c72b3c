"""Rows put together by us are those that XlsxWriter puts together, but for two attributes."""

import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook
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

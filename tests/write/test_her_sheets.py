"""Sheets of the author's own, and what cannot be carried."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import CHRONOLOGY_SHEET
from chronolator.write import write_workbook
from tests.layouts.formats.threads import add_threads
from tests.write.desk import (
    GREEN,
    MONTH,
    TEXT,
    TODAY,
    VISIT,
    YELLOW,
    Desk,
    cell_of,
    colour_of,
    comment,
    fill,
    letters_of,
)


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
    comment(sheet.cell(sheet.max_row + 5, 2), "far away")


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


def test_a_thread_is_carried_as_a_comment_with_who_wrote(desk: Desk) -> None:
    desk.edit(lambda sheet: comment(cell_of(sheet, VISIT, TEXT), "ask them"))
    desk.path.write_bytes(add_threads(desk.path.read_bytes()))
    for _ in range(2):
        desk.merge()
        _, sheet = desk.open()
        assert cell_of(sheet, VISIT, TEXT).comment.text == "A Reader: ask them"


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_all_of_it_is_carried_after_a_save_by_libreoffice(desk: Desk, tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        cell_of(sheet, VISIT, TEXT).fill = fill(GREEN)
        comment(cell_of(sheet, MONTH, "Review notes"), "ask them")
        sheet.column_dimensions[letters_of(sheet)[TEXT]].width = 90
        sheet.column_dimensions[letters_of(sheet)["People"]].hidden = True

    desk.edit(change)
    book, _ = desk.open()
    thoughts = book.create_sheet("Thoughts")
    thoughts["A1"], thoughts["B1"] = "When", date(2020, 5, 6)
    thoughts["A1"].fill = fill(YELLOW)
    book.save(desk.path)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    target = tmp_path / "saved"
    words = [home, "--headless", "--convert-to", "xlsx", "--outdir", target, desk.path]
    subprocess.run([str(SOFFICE), *map(str, words)], check=True, capture_output=True)
    desk.path.write_bytes((target / desk.path.name).read_bytes())
    earlier = desk.merge()
    assert earlier is not None
    assert earlier.left_behind == ()
    book, sheet = desk.open()
    filled = [cell.coordinate for row in sheet for cell in row if colour_of(cell) == GREEN]
    assert filled == [cell_of(sheet, VISIT, TEXT).coordinate]
    assert cell_of(sheet, MONTH, "Review notes").comment.text.endswith("ask them")
    assert round(sheet.column_dimensions[letters_of(sheet)[TEXT]].width) == 90
    assert sheet.column_dimensions[letters_of(sheet)["People"]].hidden
    assert book["Thoughts"]["B1"].value == datetime(2020, 5, 6)
    assert colour_of(book["Thoughts"]["A1"]) == YELLOW

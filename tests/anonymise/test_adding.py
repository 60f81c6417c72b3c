"""A hidden sheet goes back into a workbook, whoever saved it in the meantime."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from python_calamine import load_workbook

from chronolator.anonymise.package.adding import add_sheet

SHEET = b"""<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
<row r="1"><c r="A1" s="7"><v>42</v></c></row></sheetData></worksheet>"""


def write_by_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Second")
    book.save(path)


def write_by_xlsxwriter(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Sheet")
        book.add_worksheet("Second")


@pytest.mark.parametrize("write", [write_by_openpyxl, write_by_xlsxwriter])
def test_a_hidden_sheet_goes_back(write: object, tmp_path: Path) -> None:
    path, target = tmp_path / "saved.xlsx", tmp_path / "back.xlsx"
    assert callable(write)
    write(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    add_sheet(parts, "chron base", SHEET)
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Sheet", "Second", "chron base"]
    assert book["chron base"].sheet_state == "veryHidden"
    assert book["chron base"]["A1"].value == 42
    assert load_workbook(target).get_sheet_by_name("chron base").to_python() == [[42.0]]

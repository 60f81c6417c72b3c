"""Fills in a blank return as somebody in an agency does, in Excel and in Word."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

SHEET = "Chronology"
HEADINGS = 3
"""The row of the headings on the sheet."""
Filled = Mapping[str, str]
"""What is written into a row, by the headings of the workbook."""


def fill_workbook(
    path: Path,
    rows: Sequence[Filled],
    *,
    first: int = HEADINGS + 1,
    terms: Mapping[str, str] | None = None,
    agency: str = "",
) -> None:
    """Write the rows into the sheet, from the row `first` on."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    places = {cell.value: cell.column for cell in sheet[HEADINGS] if cell.value}
    for number, row in enumerate(rows, start=first):
        for heading, text in row.items():
            sheet.cell(number, places[heading]).value = text
    for number, pair in enumerate((terms or {}).items(), start=2):
        for column, text in enumerate(pair, start=1):
            book["Abbreviations"].cell(number, column).value = text
    if agency:
        sheet.cell(1, 2).value = agency
    book.save(path)


def reorder_columns(path: Path) -> None:
    """Put the columns of the sheet into the opposite order, as one who drags them."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    sheet.tables.clear()
    for cells in sheet.iter_rows(min_row=HEADINGS):
        for cell, value in zip(cells, [one.value for one in reversed(cells)], strict=True):
            cell.value = value
    book.save(path)


def fill_document(
    path: Path,
    rows: Sequence[Filled],
    children: Sequence[str],
    *,
    terms: Mapping[str, str] | None = None,
    agency: str = "",
) -> None:
    """Write the rows into the controls of the table; where its rows run out, add some as Word does
    at a click on the plus.
    """
    document = docx.Document(str(path))
    tables = list(document.element.body.iter(qn("w:tbl")))
    _fill_table(tables[0], [_gather(row, children) for row in rows])
    headings = ("Abbreviation", "Meaning")
    told = [dict(zip(headings, pair, strict=True)) for pair in (terms or {}).items()]
    _fill_table(tables[1], told)
    if agency:
        _write(
            next(one for one in _list_controls(document.element) if _name(one) == "Agency"), agency
        )
    document.save(str(path))


def _gather(row: Filled, children: Sequence[str]) -> dict[str, str]:
    """What is written into each control, by its name: of several children some share a cell."""
    if len(children) == 1:
        return {**row}
    told = {heading: text for heading, text in row.items() if ": " not in heading}
    for child in children:
        for mine, ours in (("seen?", "Children seen?"), ("seen alone?", "Children seen alone?")):
            if text := row.get(f"{child}: {mine}"):
                told[f"{ours} {child}"] = f"{child}: {text.lower()}"
    views = [f"{one}: {text}" for one in children if (text := row.get(f"{one}: views"))]
    return told | ({"Children's views": "\n".join(views)} if views else {})


def _fill_table(table: Any, rows: Sequence[Mapping[str, str]]) -> None:
    items = table.find(qn("w:sdt")).find(qn("w:sdtContent"))
    blank = deepcopy(items[-1])
    while len(items) < len(rows):
        items.append(deepcopy(blank))
    for item, row in zip(items, rows, strict=False):
        controls = {_name(one): one for one in _list_controls(item)}
        for name, text in row.items():
            _write(controls[name], text)


def _list_controls(element: Any) -> list[Any]:
    return [
        one
        for one in element.iter(qn("w:sdt"))
        if one.find(qn("w:sdtPr")).find(qn("w:alias")) is not None
    ]


def _name(control: Any) -> str:
    return str(control.find(qn("w:sdtPr")).find(qn("w:alias")).get(qn("w:val")))


def _write(control: Any, text: str) -> None:
    """Replace the prompt as Word does: it shows none any more, and the words are in no style."""
    properties = control.find(qn("w:sdtPr"))
    shown = properties.find(qn("w:showingPlcHdr"))
    if shown is not None:
        properties.remove(shown)
    content = control.find(qn("w:sdtContent"))
    for old in list(content):
        content.remove(old)
    run = OxmlElement("w:r")
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        words = OxmlElement("w:t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    content.append(run)

"""A look into the package of a file just written: does it hold what it should."""

import html
import re
import zipfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree as ET

from chronolator.columns import CHRONOLOGY_SHEET

_WORKBOOK = "xl/workbook.xml"
_SHEET_NAME = re.compile(r'<sheet name="([^"]*)"')
_TEXTS = "xl/sharedStrings.xml"
_REF = re.compile(r'<c r="A(\d+)"[^>]*?(?:/>|><v>(\d+)</v></c>)')
_ROW = re.compile(r'<row r="(\d+)"[^>]*>(.*?)</row>')
_CELL = re.compile(r'<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="(\w+)")?><v>([^<]*)</v>')
_SHARED = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_RUN = re.compile(r"<t(?: [^>]*)?>(.*?)</t>", re.DOTALL)
_DOCUMENT = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_refs(path: Path) -> list[str]:
    """What stands in the first column of the chronology's sheet, else of the first sheet, below
    the heading.

    Only for a workbook that was written this moment: the parts are where XlsxWriter puts them.
    Raises `zipfile.BadZipFile` where a part is damaged.
    """
    sheet, texts = _read_sheet(path)
    cells = [(int(row), number) for row, number in _REF.findall(sheet)]
    return [_tell(texts[int(number)]) if number else "" for row, number in cells if row > 1]


def read_texts(path: Path, places: Container[int]) -> dict[int, set[str]]:
    """All that stands in the rows at those places of the sheet of which `read_refs` gives the first
    column, counted from 0 below the heading. Numbers are as the sheet has them.
    """
    sheet, texts = _read_sheet(path)
    return {
        place: {
            _tell(texts[int(value)]) if kind == "s" else value for kind, value in _CELL.findall(row)
        }
        for number, row in _ROW.findall(sheet)
        if (place := int(number) - 2) in places
    }


def _read_sheet(path: Path) -> tuple[str, list[str]]:
    """The sheet's markup, and the texts that its cells share."""
    with _open_whole(path) as package:
        names = _SHEET_NAME.findall(package.read(_WORKBOOK).decode())
        number = names.index(CHRONOLOGY_SHEET) + 1 if CHRONOLOGY_SHEET in names else 1
        sheet = package.read(f"xl/worksheets/sheet{number}.xml").decode()
        shared = package.read(_TEXTS).decode()
    return sheet, _SHARED.findall(shared)


def read_rows(path: Path, table: str) -> list[str]:
    """The words of each row below the headings of the table of that name in a Word document.

    Only for one that was written this moment. Raises `zipfile.BadZipFile` where a part is damaged,
    and `ElementTree.ParseError` where it is no markup.
    """
    with _open_whole(path) as package:
        root = ET.fromstring(package.read(_DOCUMENT))  # noqa: S314  our own
    for found in root.iter(f"{_WORD}tbl"):
        if found.find(f"{_WORD}tblPr/{_WORD}tblCaption[@{_WORD}val='{table}']") is not None:
            return [_join(row) for row in found.iter(f"{_WORD}tr")][1:]
    return []


def is_sound(path: Path) -> bool:
    """Whether each part of a package is whole, and markup."""
    try:
        with _open_whole(path) as package:
            for name in package.namelist():
                ET.fromstring(package.read(name))  # noqa: S314  our own
    except (zipfile.BadZipFile, ET.ParseError):
        return False
    return True


@contextmanager
def _open_whole(path: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(path) as package:
        damaged = package.testzip()
        if damaged is not None:
            raise zipfile.BadZipFile(damaged)
        yield package


def _tell(shared: str) -> str:
    return html.unescape("".join(_RUN.findall(shared)))


def _join(row: ET.Element) -> str:
    return "".join(one.text or "" for one in row.iter(f"{_WORD}t"))

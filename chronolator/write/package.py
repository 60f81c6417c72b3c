"""A look into the package of a file just written: does it hold what it should."""

import html
import re
import zipfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from chronolator.columns import CHRONOLOGY_SHEET, name_part

_WORKBOOK = "xl/workbook.xml"
_SHEET_NAME = re.compile(r'<sheet name="([^"]*)"')
_TEXTS = "xl/sharedStrings.xml"
_REF = re.compile(rb'<c r="A(\d+)"[^>]*?(?:/>|><v>(\d+)</v></c>)')
_ROW = re.compile(rb'<row r="(\d+)"[^>]*>(.*?)</row>')
_CELL = re.compile(rb'<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="(\w+)")?><v>([^<]*)</v>')
_SHARED = re.compile(rb"<si>(.*?)</si>", re.DOTALL)
_RUN = re.compile(r"<t(?: [^>]*)?>(.*?)</t>", re.DOTALL)
_PIECE = 1 << 20
_DOCUMENT = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_refs(path: Path) -> list[str]:
    """What stands in the first column of the chronology's sheet, else of the first sheet, and of
    those on which it goes on, below the headings.

    Only for a workbook that was written this moment: the parts are where XlsxWriter puts them.
    Raises `zipfile.BadZipFile` where a part is damaged.
    """
    with _open_whole(path) as package:
        told = [
            int(number) if number else None
            for part in _list_sheets(package)
            for row, number in _find_all(package, part, _REF, b'<c r="A')
            if row != b"1"
        ]
        texts = _read_shared(package, {number for number in told if number is not None})
    return ["" if number is None else texts[number] for number in told]


def read_texts(path: Path, places: Container[int]) -> dict[int, set[str]]:
    """All that stands in the rows at those places of the list that `read_refs` gives, counted from
    0. Numbers are as the sheets have them.
    """
    with _open_whole(path) as package:
        rows = chain.from_iterable(
            islice(_find_all(package, part, _ROW, b"<row "), 1, None)
            for part in _list_sheets(package)
        )
        cells = {
            place: _CELL.findall(row) for place, (_, row) in enumerate(rows) if place in places
        }
        shared = {int(value) for row in cells.values() for kind, value in row if kind == b"s"}
        texts = _read_shared(package, shared)
    return {
        place: {texts[int(value)] if kind == b"s" else value.decode() for kind, value in row}
        for place, row in cells.items()
    }


def _list_sheets(package: zipfile.ZipFile) -> Iterator[str]:
    """The parts of the sheets on which the rows stand, which follow each other."""
    told = package.read(_WORKBOOK).decode()
    names = _SHEET_NAME.findall(told)
    number = names.index(CHRONOLOGY_SHEET) + 1 if CHRONOLOGY_SHEET in names else 1
    yield f"xl/worksheets/sheet{number}.xml"
    part = 2
    while f'name="{name_part(part)}"' in told:
        yield f"xl/worksheets/sheet{number + part - 1}.xml"
        part += 1


def _read_shared(package: zipfile.ZipFile, numbers: Container[int]) -> dict[int, str]:
    """The texts of these numbers among those that the cells share."""
    every = enumerate(_find_all(package, _TEXTS, _SHARED, b"<si>"))
    return {number: _tell(text.decode()) for number, text in every if number in numbers}


def _find_all(
    package: zipfile.ZipFile, name: str, pattern: re.Pattern[bytes], begins: bytes
) -> Iterator[Any]:
    """What the pattern finds in a part, which never stands in the memory whole: those of a large
    chronology take gigabytes. `begins` is what it begins with, and holds no second time.
    """
    rest = b""
    with package.open(name) as part:
        while piece := part.read(_PIECE):
            rest += piece
            cut = max(rest.rfind(begins), 0)
            yield from pattern.findall(rest, 0, cut)
            rest = rest[cut:]
    yield from pattern.findall(rest)


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

"""Texts inside a package (a zip of XML, as .xlsx is), by their address, with bounds."""

import codecs
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from chronolator.columns import READING_PROPERTY, VERSION_PROPERTY
from chronolator.errors import ReaderError

MOST_BYTES = 400 * 2**20
"""More than this unpacked is no return: 100,000 rows of 24 columns take about 250 MB."""
_MOST_TEXT = 8 * 2**20
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*>")
_PROPERTIES = "docProps/custom.xml"
_WORKBOOK = "xl/workbook.xml"
_PAGE, _HEAD = f'<meta name="{READING_PROPERTY}"'.encode(), 2048
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def check_size(archive: zipfile.ZipFile, place: str) -> None:
    """Raise `ReaderError` where the package would unpack to more than `MOST_BYTES`."""
    size = sum(member.file_size for member in archive.infolist())
    if size > MOST_BYTES:
        raise ReaderError(
            f"{place}: unpacks to {size // 2**20:,} MB, more than a return holds",
            hint="Copy the table into a new workbook and save that.",
        )


def is_ours(path: Path) -> bool:
    """True where the file is a workbook that chron wrote and reads back, by its document
    properties.
    """
    return VERSION_PROPERTY in _read_properties(path)


def is_reading_copy(path: Path) -> bool:
    """True where the file is a workbook, document or page that chron wrote for reading alone."""
    return READING_PROPERTY in _read_properties(path) or _is_page(path)


def _is_page(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _PAGE in file.read(_HEAD)
    except OSError:
        return False


def _read_properties(path: Path) -> set[str]:
    """The names of the custom properties of a document; none where it is none, or damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            root = _read_xml(archive, _PROPERTIES)
    except _UNREADABLE:
        return set()
    return {one.get("name", "") for one in root}


def read_names(path: Path) -> dict[str, tuple[str, str]]:
    """The defined names of a workbook: name -> (sheet, cell), for those that are one cell."""
    try:
        with zipfile.ZipFile(path) as archive:
            root = _read_xml(archive, _WORKBOOK)
    except _UNREADABLE:
        return {}
    return dict(_list_names(root))


def _list_names(root: ET.Element) -> Iterator[tuple[str, tuple[str, str]]]:
    for one in root.iter(f"{_SHEET}definedName"):
        sheet, mark, cell = (one.text or "").rpartition("!")
        if mark and ":" not in cell and "#REF" not in cell:
            plain = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
            yield one.get("name", ""), (plain, cell.replace("$", ""))


def parse_xml(data: bytes) -> ET.Element:
    """The text of a package's part as a tree.

    Raises `ElementTree.ParseError` where it is no XML, and where it defines entities, which no
    program writes into a package.
    """
    if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        data = data.decode("utf-16", "replace").encode()
        data = _DECLARATION.sub(b"", data, count=1)
    if b"<!DOCTYPE" in data or b"\x00" in data[:4]:
        raise ET.ParseError("entities, or an encoding that no package is written in")
    return ET.fromstring(data)  # noqa: S314  without entities


def _read_xml(archive: zipfile.ZipFile, name: str) -> ET.Element:
    if archive.getinfo(posixpath.normpath(name)).file_size > _MOST_TEXT:
        raise _TooMuchError
    return parse_xml(archive.read(name))


class _TooMuchError(Exception):
    """A text that is too long."""


_UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    RuntimeError,  # also where it needs a later version of zip, or a password
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    _TooMuchError,
)

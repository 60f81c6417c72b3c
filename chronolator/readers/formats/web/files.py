"""A web page's bytes -> its tables as sheets, and one sheet of the text outside them."""

import email
import email.policy
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from chronolator.errors import ReaderError
from chronolator.model import Mark, Sheet
from chronolator.readers.formats.encodings import decode
from chronolator.readers.formats.web.grid import lay_out
from chronolator.readers.formats.web.nouns import Table, Text
from chronolator.readers.formats.web.page import Page
from chronolator.readers.formats.word.document import TEXT
from chronolator.readers.formats.word.passage import Passage
from chronolator.readers.formats.word.tables import list_marked

_SIGNS = ("<!doctype html", "<html", "<head", "<meta", "<style", "<body", "<div", "<table", "<tr")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
    "unicode": "utf-8",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""What pages mean that say so. A page in UTF-16 is known before it can say anything."""


def is_web_page(beginning: str) -> bool:
    """True where a text that begins so, in small letters, is a page or a page in a single file."""
    if _is_single_file(beginning):
        return True
    signs = ("<html",) if beginning.startswith("<?xml") else _SIGNS
    return beginning.startswith("<") and any(sign in beginning for sign in signs)


def read_web_page(data: bytes, beginning: str, label: str) -> list[Sheet]:
    """Every table of the page in its order, named "table 1" and so on (one inside a cell of it
    "table 1.1"), or as Excel named its sheets; then the text outside them as a sheet of prose.

    A row's number is its number in the table. A merged cell's value stands in its first cell.
    Raises `ReaderError` where the tables stand in other files, or too deep in each other.
    """
    pages = _list_parts(data, label) if _is_single_file(beginning) else [_read(data, label)]
    try:
        sheets = _Sheets(pages, label).sheets
    except RecursionError as error:
        raise ReaderError(
            f"{label}: its tables stand too deep one in the other",
            hint="Open it in Excel, copy the table into a new workbook, and merge that.",
        ) from error
    if not any(sheet.rows for sheet in sheets) and any(page.shows_others for _, page in pages):
        raise ReaderError(
            f"{label}: a web page whose tables stand in other files, which did not come with it",
            hint="Ask the agency for the workbook, saved as an Excel workbook (.xlsx).",
        )
    return sheets


def _is_single_file(beginning: str) -> bool:
    head, _, _ = beginning.partition("\n\n")
    is_letter = any(f"\n{name}:" in f"\n{head}" for name in ("to", "received", "message-id"))
    return "mime-version:" in head and "multipart/related" in head and not is_letter


def _read(data: bytes, label: str, told: str = "") -> tuple[str, Page]:
    """The page, at no address."""
    if not told and (found := _CHARSET.search(data[:_HEAD])):
        told = found[1].decode("ascii", "replace")
    told = told.casefold()
    return "", Page(decode(data, label, _MEANT.get(told, told)))


def _list_parts(data: bytes, label: str) -> list[tuple[str, Page]]:
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    pages = []
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            told = part.get_content_charset() or ""
            _, page = _read(content, label, told)
            pages.append((_name_file(part.get("Content-Location", "")), page))
    return pages


def _name_file(address: str) -> str:
    return posixpath.basename(unquote(str(address)).replace("\\", "/")).casefold()


class _Sheets:
    """The sheets of the pages of one file."""

    def __init__(self, pages: list[tuple[str, Page]], label: str) -> None:
        self.sheets: list[Sheet] = []
        self._label = label
        self._above: list[str] = []
        self._prose: list[Passage] = []
        self._counts: dict[str, int] = {}
        self._from_1904 = any(page.from_1904 for _, page in pages)
        names = {_name_file(address): name for _, page in pages for address, name in page.names}
        for address, page in pages:
            shows_sheet = len([one for one in page.text.parts if isinstance(one, Table)]) == 1
            name = names.get(address, "") if shows_sheet and len(page.names) < 2 else ""  # noqa: PLR2004  one sheet
            self._read_text(page.text, "table ", name)
        rows = [[one.text] for one in self._prose]
        if rows or not self.sheets:
            marks = tuple(_list_marks(self._prose))
            self.sheets.append(Sheet(label, TEXT, rows, marks=marks, prose=True))

    def _read_text(self, text: Text, names: str, own: str = "") -> None:
        for part in text.list_parts():
            if isinstance(part, Passage):
                self._prose.append(part)
                self._above.append(part.text)
                continue
            self._counts[names] = self._counts.get(names, 0) + 1
            name = own or f"{names}{self._counts[names]}"
            if part.is_frame:
                for row in part.rows:
                    for cell in row.cells:
                        self._read_text(cell.text, f"{name}.")
            else:
                self._add_table(part, name)

    def _add_table(self, table: Table, name: str) -> None:
        inside: list[tuple[Table, str]] = []

        def name_inner(inner: Table) -> str:
            inside.append((inner, f"{name}.{len(inside) + 1}"))
            return inside[-1][1]

        grid = lay_out(table, name_inner, from_1904=self._from_1904)
        above, self._above = tuple(self._above), []
        self.sheets.append(
            Sheet(self._label, name, grid.rows, tuple(grid.merged), tuple(grid.marks), above=above)
        )
        for inner, inner_name in inside:
            self._add_table(inner, inner_name)


def _list_marks(prose: list[Passage]) -> Iterator[Mark]:
    for row, passage in enumerate(prose, start=1):
        for kind, texts in list_marked(passage):
            for text in texts:
                yield Mark(kind, row, 1, text)

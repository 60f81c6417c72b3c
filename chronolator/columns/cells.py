"""What the writer and the reader of our workbook agree on: sheets, names, and when a cell is as we
wrote it.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from hashlib import blake2b

from chronolator.model import Value

VERSION_PROPERTY = "Chronolator"
"""The custom document property that says that chron wrote the workbook."""
READING_PROPERTY = "Chronolator copy for reading"
"""Says it of a workbook that chron wrote to be read, and does not read back."""
FORMAT_VERSION = "1"
CHRONOLOGY_SHEET = "Integrated chronology"
DELETED = "deleted in the earlier workbook"
"""The mark of a row that its author had deleted and a return still holds."""
NOTES_SHEET = "Notes to place"
NOTES_HEADINGS = (
    *("Note", "Column", "Place at Ref", "Candidates", "Why it stands here", "Old Ref", "Date"),
    *("Agency", "Words of the row"),
)
COMMENT_ON = "Comment on "
"""Begins, among the notes to place, the name of the column on whose cell a comment stood."""
ORDER_HEADING = "Order"
ORDER_KEY = f"review {ORDER_HEADING}"
"""The column in which the author puts the rows of a day in order: a number is read, and is carried
as a note.
"""
BASE_SHEET = "chron base"
"""Row 1 headings; then one row an event: its id, its cells by `write_hashes` (of a corrected one
what the agency says), and its corrected cells by `write_corrected`, in one cell or several. The
author's own rows have `OWN_ROW` for an id.
"""
OWN_ROW = "own row"
CASE_SHEET = "chron case"
"""JSON text {"case": text of `encode_case`, "sources": [{"file", "sheet", "agency", "sha256"}],
"history": [[day, *HISTORY_FIELDS]], "sheets": [name]}, in pieces down column A.
"""
HISTORY_FIELDS = ("kind", "agency", "event", "before", "after", "remark")
"""What is kept of each `Happening`, behind its day."""

_NO_HEADING = "Other columns"
_NAME = "chron_"
_NOT_PLAIN = re.compile("[^A-Za-z0-9]|x(?=[0-9A-Fa-f]{4})")
"""Also the x of "_x0041_", which Excel would take for an A."""
_ENCODED = re.compile(r"_([0-9a-f]+)_")
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_LINE_END = re.compile(r"\r\n?")
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@lru_cache(maxsize=1024)
def name_of_key(key: str) -> str:
    """The defined name that stands on the heading cell of the column `key`.

    Every character that is no ASCII letter or digit becomes `_`, its number in hexadecimal, `_`. Of
    two keys that differ in upper and lower case alone, so do the names, and Excel takes only one.
    """
    return _NAME + _NOT_PLAIN.sub(lambda found: f"_{ord(found[0]):x}_", key)


def key_of_name(name: str) -> str | None:
    """The key that `name_of_key` made the name from; None where it is no such name."""
    if not name.startswith(_NAME):
        return None
    return _ENCODED.sub(lambda found: chr(int(found[1], 16)), name.removeprefix(_NAME))


def clean_text(text: str) -> str:
    """The text as a cell can hold it: line ends as one character, no control characters."""
    if text.isprintable() or _UNCLEAN.search(text) is None:
        return text
    return _NOT_XML.sub("", _LINE_END.sub("\n", text))


def count_units(text: str) -> int:
    """The length of a cleaned text as Excel counts it: in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def take_units(text: str, units: int) -> str:
    """So much of a cleaned text's beginning; a character of two units is never halved."""
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")


def cell_text(value: Value) -> str:
    """The text of a cell, the same whether it was just written or is read back.

    Dates are ISO 8601, times hh:mm, whole numbers without a point, an empty cell is "".
    """
    if isinstance(value, str):  # nearly all are
        return clean_text(value)
    match value:
        case None:
            text = ""
        case datetime() if value.time() != time():
            text = value.isoformat(" ")[:16]
        case date():
            text = value.isoformat()[:10]
        case time():
            text = value.isoformat()[:5]
        case timedelta():
            text = f"{value // _HOUR:02d}:{value % _HOUR // _MINUTE:02d}"
        case float() if value.is_integer():
            text = str(int(value))
        case _:
            text = str(value)
    return text


@lru_cache(maxsize=4096)
def cell_hash(text: str) -> str:
    """A short hash of a cell's text, "" of an empty cell; the same where only white space and line
    ends differ: some programs lose a blank that stands between two looks.
    """
    if not text:
        return ""
    folded = "".join(clean_text(text).split())
    return blake2b(folded.encode(), digest_size=4).hexdigest()


def write_hashes(cells: Mapping[str, str]) -> str:
    """One text for the cells of a row that hold one: the hash of each text, by the column's key."""
    return ";".join(
        [f"{name_of_key(key)}={cell_hash(text)}" for key, text in cells.items() if text]
    )


def read_hashes(text: str) -> dict[str, str]:
    """The hash of each cell that held a text, by the column's key: what `write_hashes` wrote."""
    pairs = (pair.partition("=") for pair in text.split(";"))
    return {key: pair[2] for pair in pairs if (key := key_of_name(pair[0])) is not None}


def split_other(text: str) -> dict[str, str]:
    """What stands under "Other columns", by heading. A line without a heading of its own belongs to
    the one above it; nothing of the text is left out.
    """
    other: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        heading, mark, value = line.partition(": ")
        if mark and heading not in other:
            other[heading] = value
            last = heading
        else:
            last = last or _NO_HEADING
            other[last] = f"{other[last]}\n{line}" if last in other else line
    return other

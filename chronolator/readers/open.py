"""Opens a file by what it is, not by its ending. Runs in a worker process."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from chronolator.errors import ReaderError
from chronolator.model import Sheet
from chronolator.readers.delimited import read_delimited
from chronolator.readers.package import check_size
from chronolator.readers.workbooks import read_workbook, tell_password

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_AS_WORKBOOK = "Open it, copy the table into an Excel workbook, and merge that."


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a document in rich text format"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
)
_WEB = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body")


@dataclass(frozen=True, slots=True)
class Opened:
    """The sheets of a file as raw cells, and the file's SHA-256 in hexadecimal."""

    sheets: list[Sheet]
    sha256: str


def open_file(path: str, label: str) -> Opened:
    """The sheets of the file; `label` is how the result names it.

    Raises `ReaderError` (`label`: cause; what to do) where it is no spreadsheet, damaged, protected
    with a password, or larger than a return can be.
    """
    try:
        data = Path(path).read_bytes()
    except PermissionError as error:
        raise ReaderError(
            f"{label}: cannot be opened, another program holds it or you may not read it",
            hint="Close it in the other program, or ask for the right to read it.",
        ) from error
    except OSError as error:
        raise ReaderError(
            f"{label}: cannot be opened ({error.strerror})",
            hint="Check that the file is there and its disk is connected.",
        ) from error
    return Opened(_read_by_kind(data, label), hashlib.sha256(data).hexdigest())


def _read_by_kind(data: bytes, label: str) -> list[Sheet]:
    head = data[:_HEAD]
    if not head.strip():
        raise ReaderError(f"{label}: the file is empty", hint="Ask the agency for its return.")
    if head.startswith(_ZIP):
        _check_package(data, label)
        return read_workbook(data, label)
    if head.startswith(_OLE):
        _check_compound(data, label)
        return read_workbook(data, label)
    for mark, kind in _OTHERS:
        if head.startswith(mark):
            raise ReaderError(f"{label}: {kind}, which is not read", hint=_AS_WORKBOOK)
    if any(mark in head[:1024].lower() for mark in _WEB):
        raise ReaderError(
            f"{label}: a web page under the name of a spreadsheet",
            hint="Open it in Excel and save it as an Excel workbook.",
        )
    if _is_old_sheet(head):
        return read_workbook(data, label)
    return read_delimited(data, label)


def _is_old_sheet(head: bytes) -> bool:
    """The record that begins a workbook of Excel 2 to 4, or 5 outside a compound file."""
    return head[:1] == b"\x09" and head[1:2] in (b"\x00", b"\x02", b"\x04", b"\x08")


def _check_package(data: bytes, label: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_size(archive, label)
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ReaderError(
            f"{label}: damaged, or cut off on its way",
            hint="Ask the agency to send it again.",
        ) from error
    if any(name.startswith("word/") for name in names):
        raise ReaderError(f"{label}: a Word document, which is not read yet", hint=_AS_WORKBOOK)
    if not names & {"content.xml", "[Content_Types].xml"}:
        raise ReaderError(
            f"{label}: an archive, no workbook", hint="Unpack it, and merge the files in it."
        )


def _check_compound(data: bytes, label: str) -> None:
    if _wide("EncryptedPackage") in data:
        raise tell_password(label)
    if _wide("WordDocument") in data:
        raise ReaderError(f"{label}: an old Word document, which is not read", hint=_AS_WORKBOOK)
    if _wide("__substg1.0_") in data:
        raise ReaderError(
            f"{label}: a saved e-mail, which is not read",
            hint="Save what is attached to it, and merge that.",
        )

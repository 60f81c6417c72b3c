"""Opens a file by what it is, not by its ending. Runs in a worker process."""

import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from chronolator.errors import PasswordError, ReaderError
from chronolator.model import Sheet
from chronolator.readers.formats.compound import look_into
from chronolator.readers.formats.delimited import read_delimited
from chronolator.readers.formats.encodings import show_beginning
from chronolator.readers.formats.excel_xml import is_excel_xml, read_excel_xml
from chronolator.readers.formats.unread import (
    find_unread,
    find_unread_compound,
    find_unread_package,
    find_unread_text,
    tell_locked,
)
from chronolator.readers.formats.web import is_web_page, read_web_page
from chronolator.readers.formats.word import read_document
from chronolator.readers.formats.workbooks import read_workbook
from chronolator.readers.opened import Opened
from chronolator.readers.package import check_size

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_file(path: str, label: str, passwords: Sequence[str] = ()) -> Opened:
    """The sheets of the file; `label` is how the result names it. Where it asks for a password, it
    is opened by the first of the passwords that fits, in memory alone.

    Raises `PasswordError` where none fits, and `ReaderError` (`label`: cause; what to do) where it
    is nothing that is read, damaged, or larger than a return can be.
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
    digest = hashlib.sha256(data).hexdigest()
    try:
        return Opened(read_bytes(data, label), digest)
    except PasswordError:
        from chronolator.readers.formats.decrypt import decrypt  # noqa: PLC0415  0.1 s, for few files

        return Opened(read_bytes(decrypt(data, passwords, label), label), digest)


def read_bytes(data: bytes, label: str) -> list[Sheet]:
    """The sheets of the file whose bytes these are. Raises as `open_file` does."""
    if not data.strip():
        raise ReaderError(f"{label}: the file is empty", hint="Ask the agency for its return.")
    if data.startswith(_ZIP):
        return _read_package(data, label)
    if data.startswith(_OLE):
        return _read_compound(data, label)
    if unread := find_unread(data):
        raise unread.tell(label)
    return _read_text(data, label)


def _read_text(data: bytes, label: str) -> list[Sheet]:
    beginning = show_beginning(data)
    if is_excel_xml(beginning):
        return read_excel_xml(data, label)
    if is_web_page(beginning):
        return read_web_page(data, beginning, label)
    if unread := find_unread_text(beginning):
        raise unread.tell(label)
    return read_delimited(data, label)


def _read_package(data: bytes, label: str) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unread = find_unread_package(archive)
            if unread is None:
                check_size(archive, label)
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise ReaderError(
            f"{label}: damaged, or cut off on its way",
            hint="Ask the agency to send it again.",
        ) from error
    if unread:
        raise unread.tell(label)
    if any(name.startswith("word/") for name in names):
        return read_document(data, label)
    return read_workbook(data, label)


def _read_compound(data: bytes, label: str) -> list[Sheet]:
    compound = look_into(data)
    if unread := find_unread_compound(compound):
        raise unread.tell(label)
    if compound.locked:
        raise tell_locked(label)
    return read_workbook(data, label)

"""What stands in a compound file, the form of old Office files and of locked ones."""

import contextlib
import io
import struct
from dataclasses import dataclass, field

import olefile

_WORKBOOKS = ("Workbook", "Book")
_FILE_PASS = 0x002F
_RECORDS, _BYTES = 10, 65_536
"""The record of a lock stands second or third."""


@dataclass(frozen=True, slots=True)
class Compound:
    """The names at its top, in small letters and without control characters; and whether a password
    is needed to read it. Of a damaged file neither is known.
    """

    names: frozenset[str] = field(default_factory=frozenset)
    locked: bool = False


def look_into(data: bytes) -> Compound:
    """What stands in the compound file of these bytes."""
    # Whatever olefile raises of a damaged file: the reader of workbooks is asked next.
    damaged = contextlib.suppress(OSError, ValueError, IndexError, struct.error, RecursionError)
    with damaged, olefile.OleFileIO(io.BytesIO(data)) as compound:
        paths = compound.listdir(streams=True, storages=True)
        names = frozenset(path[0].strip("\x05\x06\x09").casefold() for path in paths)
        book = next((one for one in _WORKBOOKS if compound.exists(one)), "")
        locked = "encryptedpackage" in names or (
            book != "" and _has_lock(compound.openstream(book).read(_BYTES))
        )
        return Compound(names, locked)
    return Compound()


def _has_lock(stream: bytes) -> bool:
    place = 0
    for _ in range(_RECORDS):
        kind, size = struct.unpack_from("<HH", stream, place)
        if kind == _FILE_PASS:
            return True
        place += 4 + size
    return False

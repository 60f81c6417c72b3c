"""What stood at a place before: kept under numbers, the newest first, unless nothing changed."""

import contextlib
import shutil
import zipfile
from pathlib import Path
from typing import IO

from chronolator.save.holding import make_temporary, sync

_OF_THE_DAY = "docProps/core.xml"
"""Tells only when the file was made."""
_PIECE = 2**20


def name_backup(place: Path, number: int = 1) -> Path:
    """Where the file at `place` is kept when it is replaced; 1 is the newest of its backups."""
    return place.with_name(f"{place.stem}.backup-{number}{place.suffix}")


def keep(place: Path, number: int, new: Path) -> Path | None:
    """Copy the file at `place`, which is to be replaced, to its newest backup, after moving the
    older ones on by one, and give that; at most `number` are kept.

    None where nothing is kept: none stands there, none is wanted, or the `new` file holds the same,
    so that a merge which changes nothing drives no earlier state out.
    """
    if number < 1 or not place.exists() or _holds_same(place, new):
        return None
    names = [name_backup(place, one) for one in range(1, number + 1)]
    with make_temporary(place) as copy:
        shutil.copy2(place, copy)
        sync(copy)
        for older, newer in zip(reversed(names), [*reversed(names)][1:], strict=False):
            with contextlib.suppress(FileNotFoundError):
                newer.replace(older)
        copy.replace(names[0])
    return names[0]


def _holds_same(one: Path, other: Path) -> bool:
    try:
        with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
            return _list_parts(first) == _list_parts(second) and all(
                _is_alike(first.open(name), second.open(name)) for name in _list_parts(first)
            )
    except (OSError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        with one.open("rb") as first_file, other.open("rb") as second_file:
            return _is_alike(first_file, second_file)


def _list_parts(package: zipfile.ZipFile) -> dict[str, tuple[int, int]]:
    return {
        part.filename: (part.file_size, part.CRC)
        for part in package.infolist()
        if part.filename != _OF_THE_DAY
    }


def _is_alike(one: IO[bytes], other: IO[bytes]) -> bool:
    """Whether two streams, which it closes, give the same bytes."""
    with one, other:
        while (piece := one.read(_PIECE)) == other.read(_PIECE):
            if not piece:
                return True
    return False

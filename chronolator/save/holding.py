"""A place is held while its file is made: one writer, one temporary, nothing left behind."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from chronolator.errors import OutputError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _let_go(handle: int, path: Path) -> None:
        os.close(handle)  # nothing that is open can be deleted there
        with contextlib.suppress(OSError):
            path.unlink()
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.fstat(handle).st_nlink:  # the one before let it go, and deleted it, just now
            raise BlockingIOError

    def _let_go(handle: int, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink()
        os.close(handle)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands at a place, known again as long as nobody has written to it since."""

    stamp: tuple[int, int, int] | None

    @classmethod
    def of(cls, path: Path) -> "Standing":
        """What stands there now."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return cls(None)
        return cls((found.st_ino, found.st_size, found.st_mtime_ns))


@contextmanager
def hold(place: Path, target: Path) -> Iterator[Path]:
    """A temporary file beside the place, for its owner alone, that is gone on every way out; with
    what an earlier chron left there that was broken off in the middle.

    Raises `OutputError`, which names the `target`, where another chron is writing to the place.
    """
    with _lock(place, target):
        for left in place.parent.glob(f"{_mark(place)}-*"):
            left.unlink(missing_ok=True)
        with make_temporary(place) as temporary:
            yield temporary


@contextmanager
def make_temporary(place: Path) -> Iterator[Path]:
    """One more file beside the place, for its owner alone, that is gone on every way out."""
    handle, name = tempfile.mkstemp(place.suffix, f"{_mark(place)}-", place.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have the disk hold the file, or what a folder lists, before anything goes on."""
    if path.is_dir() and sys.platform == "win32":
        return  # a folder cannot be opened there, and is written through
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mark(place: Path) -> str:
    """How the names of the files begin that stand beside the place for a moment."""
    return f".chron-{sha256(place.name.casefold().encode()).hexdigest()[:8]}"


@contextmanager
def _lock(place: Path, target: Path) -> Iterator[None]:
    """One writer at a time. The system takes the lock back from a process that is killed."""
    path = place.with_name(f"{_mark(place)}.lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle)
    except (BlockingIOError, PermissionError) as error:
        os.close(handle)
        raise OutputError(
            f"{target}: another chron is writing there at this moment",
            hint="Wait until it is done, and merge again.",
        ) from error
    except OSError:  # a network drive that knows no locks
        pass
    try:
        yield
    finally:
        _let_go(handle, path)

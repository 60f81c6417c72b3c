"""The rows that a command is asked about: by file and number, or by the Ref of a workbook."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from glob import escape
from pathlib import Path

from chronolator.errors import ReaderError
from chronolator.model import Earlier, Place
from chronolator.model.written import read_ref

_MOST = 2
_ASKED = (
    "Give a file and the number of a row (chron explain police.xlsx 12), a Ref, two of them, or "
    "one text in quotation marks."
)


def read_asked(what: Sequence[str]) -> tuple[Place | str, ...]:
    """The rows that are meant, each by its place or its Ref; none where a text is meant. Raises
    `ReaderError` where it is neither.
    """
    what = [word.strip() for word in what]
    if len(what) == 1 and not read_ref(what[0]):
        if _is_file(what[0]):
            raise ReaderError(f"{what[0]}: no row is named", hint=_ASKED)
        return ()
    refs = sum(read_ref(word) is not None for word in what)
    pairs, odd = divmod(len(what) - refs, 2)
    if odd or refs + pairs > _MOST:
        raise ReaderError("Neither rows nor one text are given", hint=_ASKED)
    return tuple(_read_each(what))


def _read_each(what: Sequence[str]) -> Iterator[Place | str]:
    words = iter(what)
    for word in words:
        yield read_ref(word) or _read_place(word, next(words))


def find_place(ref: str, earlier: Earlier | None) -> Place:
    """Where the row with the Ref stands, by the workbook: its return is looked for in the
    workbook's folder, and in the folders there. Raises `ReaderError` where that leads to none, or
    to several.
    """
    if earlier is None:
        raise ReaderError(
            f"{ref}: there is no workbook here in which this Ref could be looked up",
            hint="Name the workbook with --notes-from, or give the file and the row.",
        )
    row = next((one for one in earlier.events if one.id == ref), None)
    if row is None:
        raise ReaderError(
            f"{ref}: no row of {Path(earlier.path).name} has this Ref",
            hint="Copy it from the column Ref, or give the file and the row.",
        )
    folder, name = Path(earlier.path).parent, escape(row.origin.file)
    below = [one for depth in ("*/", "*/*/") for one in folder.glob(depth + name)]
    files = [*folder.glob(name)] or below
    if len(files) != 1:
        several = "several files" if files else "no file"
        raise ReaderError(
            f"{ref} is {row.origin}, and {several} of that name stand beside the workbook",
            hint="Give the file with its folder, and the row: chron explain FOLDER/FILE ROW.",
        )
    return Place(files[0], row.origin.sheet or None, row.origin.row)


def require_same(asked: Sequence[Place | str], told: Iterable[str]) -> None:
    """Raises `ReaderError` where a Ref was asked for, and the row that stands there has another:
    the return was changed since, or is read by another case file.
    """
    found = set(told)
    strange = [one for one in asked if isinstance(one, str) and one not in found]
    if strange:
        raise ReaderError(
            f"{strange[0]}: {_tell_found(found)} at its place now",
            hint="Merge again if the return was changed, name the case file with --case, or give "
            "the file and the row.",
        )


def _tell_found(found: Collection[str]) -> str:
    return f"another row stands ({', '.join(sorted(found))})" if found else "no entry stands"


def _read_place(file: str, row: str) -> Place:
    number = row.strip()
    if not (number.isascii() and number.isdigit() and int(number)):
        raise ReaderError(f'"{row}": not the number of a row', hint=_ASKED)
    if not _is_file(file):
        name, colon, sheet = file.rpartition(":")
        while colon and not _is_file(name):
            name, colon, rest = name.rpartition(":")
            sheet = f"{rest}:{sheet}"
        if colon:
            return Place(Path(name), sheet.strip(), int(number))
    return Place(Path(file), None, int(number))


def _is_file(name: str) -> bool:
    return os.path.isfile(name)  # noqa: PTH113  a long text is no file; Path raises for it

"""Which files an input means: a file, a folder with all that is below it, or a pattern."""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from chronolator.errors import ReaderError
from chronolator.model import Origin, Problem, ProblemKind
from chronolator.model.case import CASE_FILE
from chronolator.readers.package import is_ours, is_reading_copy

_NEVER_RETURNS = {".ds_store", "thumbs.db", "desktop.ini", CASE_FILE, "decisions.toml"}


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read, and the `label` under which the result names it: its path as given, without
    the folders above the inputs, with forward strokes on every system.
    """

    label: str
    path: Path


def find_inputs(inputs: Iterable[str | os.PathLike[str]]) -> tuple[InputFile, ...]:
    r"""The files that the inputs mean, each once, in the order of the inputs and then of the names.

    Windows shells leave patterns such as `agency\*.xlsx` alone, so they are expanded here. Raises
    `ReaderError` where an input means no file.
    """
    found: dict[Path, tuple[str, Path]] = {}
    for one in inputs:
        files = list(_expand(os.fspath(one)))
        if not files:
            raise ReaderError(
                f"{os.fspath(one)}: no file there",
                hint="Check the name, or put the agencies' files into that folder.",
            )
        for label, path in files:
            found.setdefault(path.resolve(), (label, path))
    return tuple(_tell_apart(list(found.values())))


def pass_over(file: InputFile, *, is_return: bool = False) -> Problem | None:
    """Why the file is not a return and is passed over, or None where it is to be read.

    A workbook that chron wrote is read only where `is_return`: the case file names it as the return
    of an agency that merged its own records. A copy for reading is never, a workbook or a Word
    document: its rows are joined, or parts of them left out.
    """
    name = file.path.name
    if name.startswith("~$"):
        return Problem(
            Origin(file.label),
            ProblemKind.FILE_PASSED_OVER,
            f"{file.label}: passed over, the lock that Excel keeps while a file is open",
            "Close the file in Excel before you merge, so that its last changes are saved.",
        )
    if is_reading_copy(file.path):
        return Problem(
            Origin(file.label),
            ProblemKind.FILE_NOT_READ if is_return else ProblemKind.FILE_PASSED_OVER,
            f"{file.label}: {'' if is_return else 'passed over, '}a copy for reading that chron "
            "wrote",
            "Take the full workbook, with one row an event, or the agencies' own files.",
        )
    if not is_return and is_ours(file.path):
        return Problem(
            Origin(file.label),
            ProblemKind.FILE_PASSED_OVER,
            f"{file.label}: passed over, a workbook that chron wrote",
            "If it is an agency's return, name it in case.toml under files of that agency.",
        )
    return None


def _expand(given: str) -> Iterator[tuple[str, Path]]:
    path = Path(given)
    if path.is_dir():
        yield from _list_folder(path)
    elif path.is_file():
        yield path.name, path
    else:
        for match in sorted(glob.glob(given, recursive=True), key=_order):  # noqa: PTH207  an absolute pattern is no Path.glob
            if Path(match).is_dir():
                yield from _list_folder(Path(match))
            else:
                yield Path(match).name, Path(match)


def _list_folder(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*"), key=_order):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if path.is_file() and not hidden and path.name.casefold() not in _NEVER_RETURNS:
            yield inside.as_posix(), path


def _order(path: PurePath | str) -> tuple[str, str]:
    return str(path).casefold(), str(path)


def _tell_apart(files: list[tuple[str, Path]]) -> Iterator[InputFile]:
    same = Counter(label.casefold() for label, _ in files)
    for label, path in files:
        alone = same[label.casefold()] == 1
        yield InputFile(label if alone else f"{path.parent.name}/{label}", path)

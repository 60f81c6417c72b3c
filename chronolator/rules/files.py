"""Reads a file of rules: ours, with a board's own laid over it."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli

from chronolator.errors import RulesError
from chronolator.rules.lists import fill_lists
from chronolator.rules.mistakes import tell_mistake

_OURS = Path(__file__).parent
OURS_HERE = "..."
"""In a board's list this text stands for ours."""
_SAVE = "In Notepad: File, Save as, and choose UTF-8 as the encoding."
_WRITE = (
    "Write a key, an equals sign, and a text in straight quotation marks, or a list of them in "
    "square brackets, parted by commas, as in our own file of that name."
)
_CURLY = re.compile("[\u201c\u201d\u201e\u2018\u2019]")
_LINE = re.compile(r"\(at line (\d+)[^)]*\)")
Shape = TypeVar("Shape", bound=msgspec.Struct)


def read_rules(
    name: str,
    shape: type[Shape],
    folder: Path | None,
    *,
    last_counts: bool = False,
    with_lists: bool = False,
) -> Shape:
    """The rules of the file `name` as `shape`; the same file in `folder`, if there, lies over ours.

    Key by key: what the board's file does not name stays. In a list of tables, one whose `id` is
    one of ours is laid over that, and the others are added where, of two that fit as well, theirs
    counts: before ours, or behind them where the `last_counts`. Any other list replaces ours,
    which "..." in it stands for. `with_lists`: phrases may name a list of the file. Raises
    `RulesError` naming file and key, and what to write.
    """
    tables = _read(_OURS / name)
    place, theirs = _OURS / name, dict[str, Any]()
    if folder is not None and (folder / name).is_file():
        place = folder / name
        theirs = _read(place)
        _require_single_ids(place, theirs)
        tables = _lay_over(tables, theirs, last_counts=last_counts)
    if with_lists:
        tables = fill_lists(tables)
    try:
        return msgspec.convert(tables, shape)
    except msgspec.ValidationError as error:
        where, hint = tell_mistake(str(error), shape, tables, theirs)
        raise RulesError(f"{place}{where}", hint=hint) from error


def list_own_ids(name: str, folder: Path | None) -> frozenset[str]:
    """The ids of the tables in the board's own file of that name. Raises `RulesError`."""
    if folder is None or not (folder / name).is_file():
        return frozenset()
    tables = _read(folder / name)
    return frozenset(
        table["id"]
        for value in tables.values()
        if _is_list_of_tables(value)
        for table in value
        if "id" in table
    )


def _read(place: Path) -> dict[str, Any]:
    try:
        text = place.read_text(encoding="utf-8-sig")  # Notepad can write a mark before the text
    except UnicodeDecodeError as error:
        raise RulesError(f"{place}: not saved as UTF-8 text", hint=_SAVE) from error
    except OSError as error:
        raise RulesError(
            f"{place}: cannot be opened ({error.strerror})", hint="Check the file and its folder."
        ) from error
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        lines = text.splitlines()
        number = int(found[1]) if found else len(lines)
        what, hint = _LINE.sub("", str(error)).strip(), _WRITE
        if "overwrite" in what:
            what = "a key stands twice in one rule"
            hint = "Take one of the two out, or begin the next rule with its line in brackets."
        elif lines and _CURLY.search(lines[min(number, len(lines)) - 1]):
            what = "curly quotation marks"
            hint = 'Write straight ones: ". Word and Outlook make them curly; Notepad does not.'
        raise RulesError(f"{place}, line {number}: {what}", hint=hint) from error


def _require_single_ids(place: Path, tables: dict[str, Any]) -> None:
    for key, value in tables.items():
        if isinstance(value, dict):
            _require_single_ids(place, value)
        elif _is_list_of_tables(value):
            ids = [table["id"] for table in value if isinstance(table.get("id"), str)]
            twice = next((one for one in ids if ids.count(one) > 1), None)
            if twice is not None:
                raise RulesError(
                    f'{place}: {key} "{twice}" stands there twice',
                    hint="Give each an id of its own, or put their words into one.",
                )


def _lay_over(ours: dict[str, Any], theirs: dict[str, Any], *, last_counts: bool) -> dict[str, Any]:
    return ours | {
        key: _lay_value(ours.get(key), value, last_counts=last_counts)
        for key, value in theirs.items()
    }


def _lay_value(ours: object, theirs: object, *, last_counts: bool) -> object:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _lay_over(ours, theirs, last_counts=last_counts)
    if not (isinstance(ours, list) and isinstance(theirs, list)):
        return theirs
    if _is_list_of_tables(ours) and _is_list_of_tables(theirs):
        return _join(ours, theirs, last_counts=last_counts)
    if OURS_HERE not in theirs:
        return theirs
    at = theirs.index(OURS_HERE)
    return [*theirs[:at], *(one for one in ours if one not in theirs), *theirs[at + 1 :]]


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _join(
    ours: list[dict[str, Any]], theirs: list[dict[str, Any]], *, last_counts: bool
) -> list[dict[str, Any]]:
    """Ours with theirs: a table of theirs with an id of ours is laid over it, in its place."""
    joined = list(ours)
    places = {table.get("id"): at for at, table in enumerate(ours)}
    places.pop(None, None)
    added: list[dict[str, Any]] = []
    for table in theirs:
        at = places.get(table.get("id"))
        if at is None:
            added.append(table)
        else:
            joined[at] = _lay_over(ours[at], table, last_counts=last_counts)
    return [*joined, *added] if last_counts else [*added, *joined]

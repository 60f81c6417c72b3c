"""Reads a file of rules: ours, with a board's own laid over it."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from chronolator.errors import RulesError

_OURS = Path(__file__).parent
Shape = TypeVar("Shape", bound=msgspec.Struct)


def read_rules(name: str, shape: type[Shape], folder: Path | None) -> Shape:
    """The rules of the file `name` as `shape`; the same file in `folder`, if there, lies over ours.

    In a list of tables, a table of the board's whose `id` is one of ours replaces it, the others
    are added; anything else of the board's replaces ours. Raises `RulesError` naming file and key.
    """
    place = _OURS / name
    tables = _read(place)
    if folder is not None and (folder / name).is_file():
        place = folder / name
        tables = _lay_over(tables, _read(place))
    try:
        return msgspec.convert(tables, shape)
    except msgspec.ValidationError as error:
        raise RulesError(f"{place}: {error}", hint="Correct that line, or take it out.") from error


def _read(place: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(place.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulesError(
            f"{place}: {error}", hint="The file must be TOML, saved as UTF-8."
        ) from error


def _lay_over(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    return ours | {
        key: _join(ours[key], value) if _is_list_of_tables(ours.get(key)) else value
        for key, value in theirs.items()
    }


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _join(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    replaced = {table.get("id") for table in theirs} - {None}
    return [table for table in ours if table.get("id") not in replaced] + theirs

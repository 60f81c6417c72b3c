"""The tables of the file held against its blocks: the first thing that cannot be so."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, get_args

from chronolator.case.shapes import BLOCKS, CaseText, list_keys, list_required
from chronolator.model import Field

_TEXT, _DATE, _NUMBER, _TEXTS, _FIELDS = "a text", "a date", "a number", "a list of texts", "fields"
_WANTED: dict[object, str] = {
    str: _TEXT,
    date | None: _DATE,
    int: _NUMBER,
    tuple[str, ...]: _TEXTS,
    tuple[str, ...] | None: _TEXTS,
    dict[str, Field]: _FIELDS,
}
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
_FOLDERS = re.compile(r"[\\/]")
_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, and what to write. `block` is "" for the head of the file, `number` the
    block's, from 1; `key` is "" where the block as a whole is meant.
    """

    block: str
    number: int
    key: str
    what: str
    hint: str


def find_mistake(tables: dict[str, Any]) -> Mistake | None:
    """The first mistake in the order of the file, or None."""
    return next(_list_mistakes(tables), None)


def _list_mistakes(tables: dict[str, Any]) -> Iterator[Mistake]:
    keys = list_keys(CaseText)
    for key, value in tables.items():
        if key in BLOCKS:
            yield from _check_blocks(key, value)
        elif key in keys:
            yield from _check_value("", 1, key, value, keys[key])
        else:
            yield _tell_unknown("", 1, key, value)


def _check_blocks(name: str, value: object) -> Iterator[Mistake]:
    if name == "review":
        if not isinstance(value, dict):
            hint = "Write [review] once, in single square brackets, and its lines below it."
            yield Mistake("", 1, name, "review is no block", hint)
            return
        yield from _check_block(name, 1, value)
        return
    if not (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
        hint = f'Write [[{name}]], in double square brackets, and below it {_first(name)} = "...".'
        yield Mistake("", 1, name, f"{name} is no block", hint)
        return
    for number, block in enumerate(value, start=1):
        yield from _check_block(name, number, block)


def _check_block(name: str, number: int, block: dict[str, Any]) -> Iterator[Mistake]:
    keys = list_keys(BLOCKS[name])
    for key, value in block.items():
        if key in keys:
            yield from _check_value(name, number, key, value, keys[key])
        else:
            yield _tell_unknown(name, number, key, value)
    for key in list_required(BLOCKS[name]):
        if not str(block.get(key, "")).strip():
            yield Mistake(name, number, "", f"{key} is missing", f'Write {key} = "..." below it.')


def _check_value(
    block: str, number: int, key: str, value: object, kind: object
) -> Iterator[Mistake]:
    wanted = _WANTED.get(kind, "")
    problem = _CHECKS[wanted](key, value) if wanted else None
    for one in get_args(kind) if isinstance(kind, UnionType) else (kind,):
        if isinstance(one, type) and issubclass(one, StrEnum):
            problem = _check_choice(key, value, one)
    if problem:
        yield Mistake(block, number, key, *problem)


Told = tuple[str, str] | None


def _check_text(key: str, value: object) -> Told:
    if isinstance(value, str):
        return _check_characters(key, value)
    shown = value if isinstance(value, int | float | date) else "..."
    return f"{key} is {name_value(value)}, where a text is wanted", f'Write {key} = "{shown}".'


def _check_characters(key: str, value: str) -> Told:
    if value.isprintable() or "\n" in value:
        return None
    if not any(ord(character) < ord(" ") for character in value):
        return (
            f"{key} holds a character that cannot be seen, or a blank of another kind",
            f"Delete what stands between the quotation marks of {key}, and type it anew.",
        )
    return (
        f"{key} holds a backslash with a letter, which stands for another character",
        "Write the name of the file alone, without its folder; or single quotation marks round it.",
    )


def _check_date(key: str, value: object) -> Told:
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    if isinstance(value, datetime):
        return f"{key} is a date with a time", f"Write {key} = {value:%Y-%m-%d}."
    day = _read_day(value) if isinstance(value, str) else None
    hint = f"Write {key} = {day or '2018-04-01'}, year first and without quotation marks."
    what = "stands in quotation marks" if isinstance(value, str) else f"is {name_value(value)}"
    return f"{key} is not a date: it {what}", hint


def _read_day(written: str) -> str:
    for pattern, turned in ((_DAY_FIRST, True), (_YEAR_FIRST, False)):
        if found := pattern.fullmatch(written):
            year, month, day = found.groups()[::-1] if turned else found.groups()
            return f"{year}-{int(month):02}-{int(day):02}"
    return ""


def _check_number(key: str, value: object) -> Told:
    if isinstance(value, int) and not isinstance(value, bool):
        return None
    shown = value if isinstance(value, str) and value.strip().isdigit() else "28"
    return (
        f"{key} is {name_value(value)}, where a whole number is wanted",
        f"Write {key} = {shown}, without quotation marks.",
    )


def _check_texts(key: str, value: object) -> Told:
    example = '["police*"]' if key in {"files", "supersedes"} else '["...", "..."]'
    if isinstance(value, str):
        return (
            f"{key} is a single text, where a list is wanted",
            f'Write it in square brackets: {key} = ["{value}"].',
        )
    if not isinstance(value, list):
        return f"{key} is {name_value(value)}, where a list is wanted", f"Write {key} = {example}."
    for one in value:
        if not isinstance(one, str):
            return (
                f"{key} holds {name_value(one)}, where a text is wanted",
                f"Write each text in quotation marks: {key} = {example}.",
            )
        if problem := _check_characters(key, one):
            return problem
        if key in {"files", "supersedes"} and _FOLDERS.search(one):
            alone = _FOLDERS.split(one)[-1]
            return (
                f"{key} names a folder, and only a file's own name is looked at",
                f'Write the name alone: {key} = ["{alone}"].',
            )
    return None


def _check_fields(key: str, value: object) -> Told:
    example = f'{key} = {{ "Detail" = "text" }}'
    if not isinstance(value, dict):
        return (
            f"{key} is {name_value(value)}, where headings with fields are wanted",
            f"Write {example}.",
        )
    for heading, field in value.items():
        if field not in set(Field):
            near = difflib.get_close_matches(str(field), list(Field), 1)
            known = f"A column can be: {', '.join(Field)}."
            return (
                f'{key}: "{field}", for "{heading}", is nothing that a column can be',
                f'Did you mean "{near[0]}"? {known}' if near else known,
            )
    return None


def _check_choice(key: str, value: object, choices: type[StrEnum]) -> Told:
    if value in list(choices):
        return None
    shown = f'"{value}"' if isinstance(value, str) else name_value(value)
    near = difflib.get_close_matches(str(value).casefold(), list(choices), 1)
    known = ", ".join(f'"{one}"' for one in choices)
    return (
        f"{key} is {shown}, which is none of what it can be",
        f'Did you mean "{near[0]}"? It can be {known}.' if near else f"It can be {known}.",
    )


_CHECKS = {
    _TEXT: _check_text,
    _DATE: _check_date,
    _NUMBER: _check_number,
    _TEXTS: _check_texts,
    _FIELDS: _check_fields,
}


def _tell_unknown(block: str, number: int, key: str, value: object) -> Mistake:
    here = list(list_keys(BLOCKS[block] if block else CaseText))
    is_block = not block and isinstance(value, list | dict)
    shown = f"[[{key}]]" if is_block else f'"{key}"'
    return Mistake(block, number, key, f"{shown} is not known", _find_home(key, here, block))


def _find_home(key: str, here: list[str], block: str) -> str:
    """Where a key that is not known in its place belongs, or what it may be a slip for."""
    if block and key in list_keys(CaseText):
        place = "at the top of the file, above the first line in square brackets"
        return f'"{key}" is about the whole case: write it {place}.'
    homes = [name for name, shape in BLOCKS.items() if name != block and key in list_keys(shape)]
    if homes:
        return f'"{key}" belongs below {" or ".join(map(_bracket, homes))}.'
    near = difflib.get_close_matches(key.casefold(), here, 1)
    if not near:
        return f"Known there: {', '.join(here)}."
    return (
        f"Did you mean {_bracket(near[0])}?" if near[0] in BLOCKS else f'Did you mean "{near[0]}"?'
    )


def _bracket(name: str) -> str:
    return f"[{name}]" if name == "review" else f"[[{name}]]"


def _first(name: str) -> str:
    return list_required(BLOCKS[name])[0]


def name_value(value: object) -> str:
    """What kind of value it is, in words."""
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "a text"),
        (datetime, "a date with a time"),
        (date, "a date"),
        (list, "a list"),
        (dict, "a block"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "something else")

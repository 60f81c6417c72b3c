"""What is wrong in a board's file, in words: where, what, and what to write."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import inspect

_PLACE = re.compile(r"(?P<what>.*?)(?: - at (?:`key` in )?`\$(?P<path>.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[\.\.\.\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_NO_MEMBER = re.compile(r"Invalid enum value '(.*)'")
_OTHER = re.compile(r"Expected `([\w| ]+)`, got `(\w+)`")
_LISTS = inspect.ListType | inspect.VarTupleType | inspect.TupleType
_NAMES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table of its own",
}
_WRITE = {
    "array": 'Write it in square brackets: {} = ["..."].',
    "str": 'Write it in quotation marks: "...".',
    "int": "Write it without quotation marks: {} = 3.",
    "float": "Write it without quotation marks: {} = 3.5.",
    "bool": "Write {} = true or {} = false.",
}


@dataclass(frozen=True, slots=True)
class _Here:
    """Where a path leads: the place in words, the key it ends with, and what stands there."""

    where: str
    key: str
    kind: inspect.Type
    value: object


def tell_mistake(
    told: str, shape: type[msgspec.Struct], tables: dict[str, Any], theirs: dict[str, Any]
) -> tuple[str, str]:
    """Where and what is wrong, to follow the name of the file, and what to write.

    `told` is the library's message about the `tables`, in which `theirs` are the board's own.
    """
    parted = _PLACE.fullmatch(told)
    what, path = (parted["what"], parted["path"] or "") if parted else (told, "")
    here = _follow(path, inspect.type_info(shape), tables, theirs)
    said, hint = _explain(what, here)
    return f"{here.where}: {said}", hint


def _follow(path: str, kind: inspect.Type, tables: dict[str, Any], theirs: dict[str, Any]) -> _Here:
    where, key = "", ""
    value: Any = tables
    for name, number in _STEP.findall(path):
        if name:
            key, value = name, value.get(name)
            kind = dict(_list_fields(kind)).get(name, kind)
            if isinstance(value, dict):
                where += f", [{name}]"
        elif number:
            value, kind = value[int(number)], _find_member(kind)
            if isinstance(value, dict):
                where += f", [[{key}]] {_name_table(value, theirs.get(key))}"
        else:  # one of a table's values: the library does not say which
            kind = _find_member(kind)
            wrong = (one for one in value.items() if not _fits(one[1], kind))
            key, value = next(wrong, (key, next(iter(value.values()))))
    return _Here(where, key, kind, value)


def _name_table(table: dict[str, Any], theirs: object) -> str:
    """The table by its id, else by its number in the board's file."""
    if isinstance(table.get("id"), str):
        return f'"{table["id"]}"'
    number = next((n for n, one in enumerate(_listed(theirs), start=1) if one is table), 0)
    return f"number {number}" if number else "without an id"


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _fits(value: object, kind: inspect.Type) -> bool:
    """True where the value can be of that kind, by what it is as a whole."""
    lists, texts = isinstance(kind, _LISTS), isinstance(kind, inspect.StrType)
    return isinstance(value, list) is lists and isinstance(value, str) is texts


def _list_fields(kind: inspect.Type) -> Iterator[tuple[str, inspect.Type]]:
    if isinstance(kind, inspect.StructType):
        yield from ((one.encode_name, one.type) for one in kind.fields)


def _find_member(kind: inspect.Type) -> inspect.Type:
    if isinstance(kind, inspect.ListType | inspect.VarTupleType):
        return kind.item_type
    return kind.value_type if isinstance(kind, inspect.DictType) else kind


def _explain(what: str, here: _Here) -> tuple[str, str]:
    if found := _UNKNOWN.fullmatch(what):
        known = [name for name, _ in _list_fields(here.kind)]
        near = difflib.get_close_matches(found[1], known, 1)
        hint = f'Did you mean "{near[0]}"?' if near else f"Known there: {', '.join(known)}."
        return f'"{found[1]}" is not known', hint
    if found := _MISSING.fullmatch(what):
        return (
            f"{found[1]} is missing",
            f"Write {found[1]} = ... below it. To change a rule of ours, write its own id.",
        )
    if found := _NO_MEMBER.fullmatch(what):
        kind = here.kind.key_type if isinstance(here.kind, inspect.DictType) else here.kind
        members = kind.cls if isinstance(kind, inspect.EnumType) else ()
        can_be = ", ".join(f'"{one.value}"' for one in members)
        return f'{here.key}: "{found[1]}" is nothing that it can be', f"It can be {can_be}."
    if (found := _OTHER.fullmatch(what)) and found[1] in _NAMES:
        if isinstance(here.value, dict) and found[1] == "array":
            return (
                f"{here.key} stands in single square brackets",
                f"Write [[{here.key}]], in double ones.",
            )
        wanted, got = _NAMES[found[1]], _NAMES.get(found[2], "something else")
        hint = _WRITE.get(found[1], "Look how it is written in our own file of that name.")
        return f"{here.key} is {got}, where {wanted} is wanted", hint.format(here.key, here.key)
    said = f"{here.key}: {what}" if here.key else what
    return said, "Look how it is written in our own file of that name."

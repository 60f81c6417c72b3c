"""case.toml <-> Case."""

import difflib
import inspect
import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from chronolator.errors import CaseError
from chronolator.model import (
    REVIEW_COLUMNS,
    THE_CHILD,
    Agency,
    Case,
    Child,
    Field,
    Person,
    Visiting,
)

CASE_FILE = "case.toml"
Shape = TypeVar("Shape")
_RENAMED = {"first": "from", "last": "to"}


class _Child(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    born: date | None = None
    aliases: tuple[str, ...] = ()


class _Person(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    code: str = ""


class _Agency(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    short: str = ""
    files: tuple[str, ...] = ()
    password: str = ""
    password_env: str = ""
    supersedes: tuple[str, ...] | None = None
    columns: dict[str, Field] = {}


class _Visiting(msgspec.Struct, forbid_unknown_fields=True, rename=_RENAMED):
    child: str
    every: str
    first: date | None = None
    last: date | None = None
    by: str = ""
    counting: str = "from the day after"
    holidays: str = "none"
    source: str = ""


class _Review(msgspec.Struct, forbid_unknown_fields=True):
    columns: tuple[str, ...] = REVIEW_COLUMNS
    unseen_days: int = 28


class _File(msgspec.Struct, forbid_unknown_fields=True, rename=_RENAMED):
    title: str = ""
    first: date | None = None
    last: date | None = None
    marking: str = ""
    child: tuple[_Child, ...] = ()
    person: tuple[_Person, ...] = ()
    agency: tuple[_Agency, ...] = ()
    visiting: tuple[_Visiting, ...] = ()
    review: _Review = msgspec.field(default_factory=_Review)


def load_case(path: Path) -> Case:
    """The case that the file describes. Raises `CaseError`: file, key, what to do."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise CaseError(f"{path}: there is no such file", hint="Check the name.") from error
    except UnicodeDecodeError as error:
        raise CaseError(
            f"{path}: not saved as UTF-8 text", hint="Save it as UTF-8, for instance with Notepad."
        ) from error
    except OSError as error:
        raise CaseError(
            f"{path}: cannot be opened ({error.strerror})", hint="Check the file and its folder."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise CaseError(
            f"{path}: {error}",
            hint="Texts stand in quotation marks, dates as 2018-04-01 without them.",
        ) from error
    try:
        return _build_case(msgspec.convert(tables, _File))
    except msgspec.ValidationError as error:
        raise _explain(path, str(error)) from error
    except _UnusableError as error:
        raise CaseError(f"{path}: {error}", hint=error.hint) from error


def encode_case(case: Case) -> str:
    """The case as JSON text, without passwords; `decode_case` turns it back."""
    file = _File(
        title=case.title,
        first=case.first,
        last=case.last,
        marking=case.marking,
        child=_turn(_Child, (child for child in case.children if child != THE_CHILD)),
        person=_turn(_Person, case.people),
        agency=_turn(_Agency, (replace(agency, password="") for agency in case.agencies)),
        visiting=_turn(_Visiting, case.visiting),
        review=_Review(case.review_columns, case.unseen_days),
    )
    return msgspec.json.encode(file).decode()


def decode_case(text: str) -> Case:
    """The case that `encode_case` wrote. Raises `CaseError` where the text is not such a one."""
    try:
        return _build_case(msgspec.json.decode(text, type=_File))
    except (msgspec.DecodeError, _UnusableError) as error:
        raise CaseError(
            "The case stored in the workbook cannot be read",
            hint="Name the case file with --case.",
        ) from error


class _UnusableError(Exception):
    """What the file says is well formed and cannot be meant."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def _build_case(file: _File) -> Case:
    _refuse_repeats("child", (one.name for one in file.child))
    _refuse_repeats("agency", (one.name for one in file.agency))
    _refuse_repeats("review column", file.review.columns)
    if file.first and file.last and file.last < file.first:
        raise _UnusableError("`to` lies before `from`", "Exchange the two dates.")
    if file.review.unseen_days < 0:
        raise _UnusableError("`unseen_days` is below 0", "Give a number of days, such as 28.")
    for child in file.child:
        if child.born and file.last and child.born > file.last:
            raise _UnusableError(
                f"`born` of {child.name} lies after the review period", "Check the year."
            )
    return Case(
        title=file.title,
        children=_turn(Child, file.child) or (THE_CHILD,),
        people=_turn(Person, file.person),
        agencies=_turn(Agency, file.agency),
        visiting=_turn(Visiting, file.visiting),
        first=file.first,
        last=file.last,
        marking=file.marking,
        review_columns=file.review.columns,
        unseen_days=file.review.unseen_days,
    )


def _turn(shape: type[Shape], values: Iterable[object]) -> tuple[Shape, ...]:
    """Each value as the shape that has fields of the same names (a Struct as a noun, and back)."""
    names = inspect.signature(shape).parameters
    return tuple(shape(**{name: getattr(value, name) for name in names}) for value in values)


def _refuse_repeats(kind: str, names: Iterable[str]) -> None:
    met: set[str] = set()
    for name in names:
        if not name.strip():
            raise _UnusableError(f"a {kind} without a name", "Give it a name, or take it out.")
        if name.casefold() in met:
            raise _UnusableError(
                f'the {kind} "{name}" stands there twice', "Give each a name of its own."
            )
        met.add(name.casefold())


_KEYS: dict[str, type[msgspec.Struct]] = {
    "": _File,
    "child": _Child,
    "person": _Person,
    "agency": _Agency,
    "visiting": _Visiting,
    "review": _Review,
}
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]*)`")
_PLACE = re.compile(r"`\$\.?(?P<table>\w*)(?:\[(?P<number>\d+)\])?(?P<rest>[^`]*)`$")


def _explain(path: Path, told: str) -> CaseError:
    place = _PLACE.search(told)
    table, number = (place["table"], place["number"]) if place else ("", None)
    where = f", [[{table}]] number {int(number) + 1}" if number is not None else ""
    if unknown := _UNKNOWN.search(told):
        keys = _list_keys(_KEYS.get(table, _File))
        near = difflib.get_close_matches(unknown["key"], keys, 1)
        hint = f'Did you mean "{near[0]}"?' if near else f"Known there: {', '.join(keys)}."
        return CaseError(f'{path}{where}: "{unknown["key"]}" is not known', hint=hint)
    key = (place["table"] + place["rest"]).split(".")[-1] if place else ""
    what = told.split(" - at ", maxsplit=1)[0]
    if "date" in what:
        return CaseError(f"{path}{where}: {key} is not a date", hint="Write dates as 2018-04-01.")
    if "Invalid enum value" in what:
        fields = ", ".join(Field)
        return CaseError(f"{path}{where}: {what}", hint=f"A column can be: {fields}.")
    return CaseError(f"{path}{where}, {key}: {what}" if key else f"{path}: {what}", hint=_HINT)


_HINT = "The README shows a whole case file: compare that line with it."


def _list_keys(shape: type[Any]) -> list[str]:
    return [one.encode_name for one in msgspec.structs.fields(shape)]

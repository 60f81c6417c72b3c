"""case.toml <-> Case."""

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from chronolator.case.mistakes import Mistake, find_mistake
from chronolator.case.places import explain_mistake
from chronolator.case.shapes import AgencyBlock, CaseText, ChildBlock, PersonBlock, ReviewBlock
from chronolator.case.text import parse_text, read_text
from chronolator.case.visiting import build_visiting, list_slips, turn_back
from chronolator.errors import CaseError
from chronolator.model import THE_CHILD, Agency, Case, Child, Person

Shape = TypeVar("Shape")


def load_case(path: Path) -> Case:
    """The case that the file describes. Raises `CaseError`: file, line, block, key, what to do."""
    text = read_text(path)
    tables = parse_text(path, text)
    mistake = find_mistake(tables)
    if mistake is None:
        try:
            file = msgspec.convert(tables, CaseText)
        except msgspec.ValidationError as error:  # what no check of ours knows
            raise CaseError(f"{path}: {error}", hint=_HINT) from error
        mistake = next(_list_contradictions(file), None)
    if mistake is not None:
        raise explain_mistake(path, text, mistake)
    return _build_case(file)


def encode_case(case: Case) -> str:
    """The case as JSON text, without passwords; `decode_case` turns it back."""
    file = CaseText(
        title=case.title,
        first=case.first,
        last=case.last,
        marking=case.marking,
        child=_turn(ChildBlock, (child for child in case.children if child != THE_CHILD)),
        person=_turn(PersonBlock, case.people),
        agency=_turn(AgencyBlock, (replace(agency, password="") for agency in case.agencies)),
        visiting=turn_back(case),
        review=ReviewBlock(case.review_columns, case.unseen_days),
    )
    return msgspec.json.encode(file).decode()


def decode_case(text: str) -> Case:
    """The case that `encode_case` wrote. Raises `CaseError` where the text is not such a one."""
    try:
        file = msgspec.json.decode(text, type=CaseText)
        if not any(_list_contradictions(file)):
            return _build_case(file)
    except msgspec.DecodeError:
        pass
    raise CaseError(
        "The case stored in the workbook cannot be read", hint="Name the case file with --case."
    )


def _build_case(file: CaseText) -> Case:
    return Case(
        title=file.title,
        children=_turn(Child, file.child) or (THE_CHILD,),
        people=_turn(Person, file.person),
        agencies=_turn(Agency, file.agency),
        visiting=build_visiting(file),
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


def _list_contradictions(file: CaseText) -> Iterator[Mistake]:
    """What is well formed and cannot be meant."""
    if file.first and file.last and file.last < file.first:
        yield Mistake("", 1, "to", "`to` lies before `from`", "Exchange the two dates.")
    for block, values in (("child", file.child), ("agency", file.agency)):
        for number, name in _list_repeated(one.name for one in values):
            what = f'the {block} "{name}" stands there twice'
            yield Mistake(block, number, "name", what, "Give each a name of its own.")
    for number, child in enumerate(file.child, start=1):
        if child.born and file.last and child.born > file.last:
            what = f"born of {child.name} lies after the review period"
            yield Mistake("child", number, "born", what, "Check the year.")
        if child.born and child.died and child.died < child.born:
            what = f"died of {child.name} lies before born"
            yield Mistake("child", number, "died", what, "Check both dates.")
    yield from list_slips(file)
    for _, name in _list_repeated(file.review.columns):
        what = f'the review column "{name}" stands there twice'
        yield Mistake("review", 1, "columns", what, "Give each a name of its own.")
    if not all(column.strip() for column in file.review.columns):
        yield Mistake("review", 1, "columns", "a review column without a name", "Take it out.")
    if file.review.unseen_days < 0:
        hint = "Give a number of days, such as 28."
        yield Mistake("review", 1, "unseen_days", "unseen_days is below 0", hint)


def _list_repeated(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The names that stand there before, capitals aside, each with its number from 1."""
    met: set[str] = set()
    for number, name in enumerate(names, start=1):
        if name.casefold() in met:
            yield number, name
        met.add(name.casefold())


_HINT = "The README shows a whole case file: compare that line with it."

"""The blocks [[visiting]] <-> what is expected: "10 working days" is a number and a unit."""

import difflib
import re
from collections.abc import Iterator

from msgspec.structs import asdict

from chronolator.case.mistakes import Mistake
from chronolator.case.shapes import CaseText, VisitingBlock
from chronolator.model import Case, Counting, Every, Unit, Visiting

_KEYS = VisitingBlock.__struct_fields__
_EVERY = re.compile(r"\s*(\d{1,3})\s+([a-z]+(?:\s+[a-z]+)?)\s*", re.IGNORECASE)
_UNITS = {name: unit for unit in Unit for name in (unit.value, unit.removesuffix("s"))}
_ALONE = (Every(1, Unit.DAYS), Every(1, Unit.WORKING_DAYS))
"""What the day of the sighting fills by itself, where it is counted."""


def build_visiting(file: CaseText) -> tuple[Visiting, ...]:
    """What is expected, by the children's own names. The file is one without slips."""
    return tuple(
        Visiting(**asdict(block) | {"child": _find_child(file, block.child), "every": every})
        for block in file.visiting
        if (every := _read_every(block.every)) is not None
    )


def turn_back(case: Case) -> tuple[VisitingBlock, ...]:
    """The blocks of what is expected for the children of the case."""
    names = {child.name for child in case.children}
    return tuple(
        VisitingBlock(**{key: getattr(one, key) for key in _KEYS} | {"every": str(one.every)})
        for one in case.visiting
        if one.child in names
    )


def list_slips(file: CaseText) -> Iterator[Mistake]:
    """What is well formed in the blocks and cannot be meant."""
    for number, block in enumerate(file.visiting, start=1):
        slips = (_check_child(file, block), _check_every(block), _check_days(block))
        yield from (Mistake("visiting", number, *slip) for slip in slips if slip is not None)


Slip = tuple[str, str, str] | None


def _check_child(file: CaseText, block: VisitingBlock) -> Slip:
    if _find_child(file, block.child):
        return None
    what = f'there is no [[child]] with the name or alias "{block.child}"'
    names = [child.name for child in file.child]
    if not names:
        return "child", what, f'Add [[child]] and below it name = "{block.child}".'
    near = difflib.get_close_matches(block.child, names, 1)
    known = f"The children of the case are: {', '.join(names)}."
    return "child", what, f'Did you mean "{near[0]}"? {known}' if near else known


def _check_every(block: VisitingBlock) -> Slip:
    every = _read_every(block.every)
    if every is None:
        hint = (
            "Write a whole number from 1 to 999 and days, working days, weeks or months: "
            'every = "10 working days".'
        )
        return "every", f'every is "{block.every}", which cannot be counted', hint
    if block.counting is Counting.THE_DAY and every in _ALONE:
        what = f'every {every}, counted "{block.counting}": the day of the sighting itself fills it'
        return "counting", what, f'Write counting = "{Counting.DAY_AFTER}".'
    return None


def _check_days(block: VisitingBlock) -> Slip:
    if block.first and block.last and block.last < block.first:
        return "to", "`to` lies before `from`", "Exchange the two dates."
    return None


def _read_every(written: str) -> Every | None:
    found = _EVERY.fullmatch(written)
    unit = _UNITS.get(" ".join(found[2].casefold().split())) if found else None
    number = int(found[1]) if found else 0
    return Every(number, unit) if unit and number else None


def _find_child(file: CaseText, written: str) -> str:
    """The name of the child who is meant by name, else by alias; "" where there is none."""
    asked = written.casefold().strip()
    by_name = [one.name for one in file.child if asked == one.name.casefold().strip()]
    aliases = [
        one.name for one in file.child if asked in (alias.casefold() for alias in one.aliases)
    ]
    return next(iter((*by_name, *aliases)), "")

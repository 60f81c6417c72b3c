"""Whole invented cases: the returns of seven agencies, and what is true of them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from chronolator import journey
from chronolator.model import Chronology, ContactStatus, Origin
from chronolator.rules import load_rules

FOLDERS = Path(__file__).with_name("cases"), Path(__file__).with_name("sighted")
"""Some cases have labels for both: their contacts, and who was seen."""
Place = tuple[str, int]
Two = frozenset[Place]


@dataclass
class Tally:
    """Of a case: pairs of rows linked rightly, wrongly and missed; contacts whose difference is
    told or not, and that agree and are said to or not; duplicates marked rightly, wrongly, missed;
    rows of contacts that stand nowhere.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    told: int = 0
    untold: int = 0
    quiet: int = 0
    false: int = 0
    marked: int = 0
    marked_wrongly: int = 0
    unmarked: int = 0
    lost: int = 0


def tally_cases(names: Iterable[str]) -> Tally:
    """All these cases together."""
    return Tally(*map(sum, zip(*(astuple(tally_case(name)) for name in names), strict=True)))


def tally_case(name: str) -> Tally:
    """The case merged, held against its truth."""
    folder = next(one / name for one in FOLDERS if (one / name).is_dir())
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    result = journey.integrate(folder / "returns", folder / "case.toml", rules=load_rules())
    home = _find_homes(result)
    found = Tally()
    mine = set(_list_linked(result))
    true: set[Two] = set()
    for contact in truth["contacts"]:
        rows = {home[file, row] for file, row in contact["rows"] if (file, row) in home}
        found.lost += sum((file, row) not in home for file, row in contact["rows"])
        pairs = set(_list_pairs(rows))
        true |= pairs
        if pairs & mine:
            _compare(found, contact["difference"], _list_kinds(result, pairs & mine))
    found.right, found.wrong, found.missed = _count(true, mine)
    said = {frozenset(map(_read_place, one["rows"])) for one in truth["duplicates"]}
    marked = {
        frozenset({_place(one.other.origin), _place(_origins(result)[one.kept])})
        for one in result.duplicates
    }
    found.marked, found.marked_wrongly, found.unmarked = _count(said, marked)
    return found


def _count(true: set[Two], mine: set[Two]) -> tuple[int, int, int]:
    return len(true & mine), len(mine - true), len(true - mine)


def _compare(found: Tally, difference: str, kinds: set[str]) -> None:
    if difference in {"", "none"}:
        found.quiet += not kinds
        found.false += bool(kinds)
    else:
        found.told += difference in kinds
        found.untold += difference not in kinds


def _origins(result: Chronology) -> dict[str, Origin]:
    return {event.id: event.origin for event in result.events}


def _find_homes(result: Chronology) -> dict[Place, Place]:
    """Where each row stands in the chronology: itself, or the row that it repeats."""
    origins = _origins(result)
    homes = {_place(origin): _place(origin) for origin in origins.values()}
    return homes | {
        _place(one.other.origin): _place(origins[one.kept]) for one in result.duplicates
    }


def _list_linked(result: Chronology) -> Iterator[Two]:
    origins = _origins(result)
    for contact in result.contacts:
        if contact.status is ContactStatus.LINKED:
            yield from _list_pairs(_place(origins[event]) for event in contact.events)


def _list_kinds(result: Chronology, pairs: Iterable[Two]) -> set[str]:
    origins = _origins(result)
    asked = {place for pair in pairs for place in pair}
    return {
        difference.kind.value
        for contact in result.contacts
        if contact.status is ContactStatus.LINKED
        and asked & {_place(origins[event]) for event in contact.events}
        for difference in contact.differences
    }


def _list_pairs(rows: Iterable[Place]) -> Iterator[Two]:
    """Any two rows of different returns."""
    for one, other in combinations(sorted(rows), 2):
        if one[0] != other[0]:
            yield frozenset({one, other})


def _place(origin: Origin) -> Place:
    return Path(origin.file).name, origin.row


def _read_place(told: list[Any]) -> Place:
    return told[0], told[1]

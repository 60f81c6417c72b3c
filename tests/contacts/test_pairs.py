"""Invented pairs of rows, labelled: one contact or not, and in what the accounts differ.

All stand in one case, 40 days apart. Those of the set "kept" were never looked at while the rules
were made.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from chronolator.model import Contact, ContactStatus, Event

FIRST = date(2002, 1, 7)
SETS = ("work", "kept")


def read_pairs(name: str) -> list[dict[str, str]]:
    place = Path(__file__).with_name("pairs.csv")
    with place.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["set"] == name]


def read_day(text: str) -> date:
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


def make_events(pairs: list[dict[str, str]], make_event: Callable[..., Event]) -> Iterator[Event]:
    for number, row in enumerate(pairs):
        shift = FIRST + timedelta(days=40 * number) - read_day(row["date_a"])
        for side in "ab":
            yield make_event(
                row[f"agency_{side}"],
                row[f"text_{side}"],
                row[f"time_{side}"],
                day=read_day(row[f"date_{side}"]) + shift,
                name=f"{number}{side}",
            )


@dataclass
class Score:
    true: int = 0
    wrong: int = 0
    missed: int = 0
    told: int = 0
    untold: int = 0
    quiet: int = 0
    false: int = 0


def score(pairs: list[dict[str, str]], contacts: tuple[Contact, ...]) -> Score:
    of = {
        event: contact
        for contact in contacts
        if contact.status is ContactStatus.LINKED
        for event in contact.events
    }
    found = Score()
    for number, row in enumerate(pairs):
        contact = of.get(f"{number}a")
        linked = contact is not None and contact is of.get(f"{number}b")
        same = row["same"] == "yes"
        found.true += linked and same
        found.wrong += linked and not same
        found.missed += same and not linked
        if contact is None or not linked or not same:
            continue
        kinds = {one.kind.value for one in contact.differences}
        if row["difference"] == "none":
            found.quiet += not kinds
            found.false += bool(kinds)
        else:
            found.told += row["difference"] in kinds
            found.untold += row["difference"] not in kinds
    return found


@pytest.mark.parametrize("name", SETS)
def test_links_and_differences_of_labelled_pairs(
    name: str, make_event: Callable[..., Event], link: Callable[..., tuple[Contact, ...]]
) -> None:
    pairs = read_pairs(name)
    found = score(pairs, link(list(make_events(pairs, make_event))))
    assert found.true / (found.true + found.wrong) >= 0.95
    assert found.true / (found.true + found.missed) >= 0.85
    assert found.told / (found.told + found.untold) >= 0.85
    assert found.quiet / (found.quiet + found.false) >= 0.85


def test_the_pairs_are_many_and_some_stand_apart() -> None:
    work, apart = (read_pairs(name) for name in SETS)
    assert len(work) + len(apart) >= 390
    assert len(apart) * 10 >= 3 * (len(work) + len(apart))
    for pairs in (work, apart):
        assert sum(row["same"] == "no" for row in pairs) * 3 >= len(pairs)

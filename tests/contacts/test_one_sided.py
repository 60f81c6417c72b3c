"""What one side alone records: a table of small cases, and what holds for any."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import pytest

from chronolator.contacts import (
    describe_contacts,
    find_one_sided,
    link_events,
    number_contacts,
)
from chronolator.model import Case, Event, OneSided, Origin, Precision, Qualifier, Rules, When
from chronolator.rules import load_rules
from chronolator.words.agencies import find_kind

RULES = load_rules()
AROUND = (date(2019, 1, 20), date(2019, 5, 10))
Row = dict[str, str]


def load_cases() -> dict[str, list[Row]]:
    cases = defaultdict[str, list[Row]](list)
    with Path(__file__).with_name("one_sided.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cases[row["case"]].append(row)
    return dict(cases)


CASES = load_cases()


def make_when(day: str, at: str) -> When:
    first, _, last = day.partition("/")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    clock = time.fromisoformat(at) if at else None
    precision = Precision.MINUTE if at else Precision.DAY
    qualifier = Qualifier.RANGE if last else Qualifier.EXACT
    return When(f"{day} {at}", *days, clock, None, precision, qualifier)


def make_events(rows: Sequence[Row], *, around: bool = True) -> list[Event]:
    """The rows as events, and for each agency a row before and one behind (of nothing)."""
    events = [
        Event(
            f"C-{number}",
            make_when(row["day"], row["time"]),
            row["agency"],
            row["text"],
            Origin(f"{row['agency']}.csv", "", number),
            contact_type=row["type"],
            action=row["action"],
        )
        for number, row in enumerate(rows)
    ]
    if around:
        events += [
            Event(
                f"C-{agency}-{day}",
                make_when(day.isoformat(), ""),
                agency,
                "Note.",
                Origin(f"{agency}.csv"),
            )
            for agency in sorted({row["agency"] for row in rows})
            for day in AROUND
        ]
    return events


def find(
    events: Sequence[Event], rules: Rules = RULES, case: Case | None = None
) -> tuple[OneSided, ...]:
    known = case or Case()
    linked = link_events(events, known, rules.evidence, rules.agencies)
    contacts = number_contacts(describe_contacts(linked, ()), linked.events)
    return find_one_sided(linked, contacts, events, known, rules.one_sided, rules.agencies)


def list_missing(rows: Sequence[Row]) -> set[tuple[str, str]]:
    """By the event, whose entry of what is missing, as the table has it."""
    return {
        (f"C-{number}", missing.strip())
        for number, row in enumerate(rows)
        for missing in row["missing"].split(",")
        if missing
    }


@pytest.mark.parametrize("name", CASES)
def test_what_one_side_alone_records(name: str) -> None:
    rows = CASES[name]
    around = name != "return begins a year later"
    told = {
        (one.event, f"{find_kind(one.agency, RULES.agencies)}: {one.kind}")
        for one in find(make_events(rows, around=around))
    }
    assert told == list_missing(rows)


def test_half_of_the_cases_are_traps() -> None:
    traps = [name for name, rows in CASES.items() if not list_missing(rows)]
    assert len(CASES) / 2 <= len(traps) < len(CASES)

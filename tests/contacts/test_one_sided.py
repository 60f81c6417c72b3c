"""What one side alone records: a table of small cases, and what holds for any."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
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


def make_rows(*told: tuple[str, str, str]) -> list[Row]:
    """Rows of an agency, a day of March and a text each."""
    empty = {"case": "", "time": "", "type": "", "action": "", "missing": ""}
    return [
        empty | {"agency": agency, "day": f"2019-03-{day}", "text": text}
        for agency, day, text in told
    ]


CALL = ("School", "04", "Rang social worker about lunch.")
NOTHING = ("Children's Social Care", "20", "Case note.")


def test_a_finding_names_the_entries_of_the_day_that_are_no_answer() -> None:
    visit = ("Children's Social Care", "04", "Visit to brother's placement.")
    (one,) = find(make_events(make_rows(CALL, visit, NOTHING)))
    assert one.unlinked == ("C-1",)


def test_a_finding_tells_the_words_and_the_days() -> None:
    assert find(make_events(make_rows(CALL, NOTHING))) == (
        OneSided(
            *("C-0", "call", "Children's Social Care"),
            *(date(2019, 3, 3), date(2019, 3, 5), "Rang social worker"),
        ),
    )


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [
        row for name in ("notification on one side", "present and silent") for row in CASES[name]
    ]
    events = make_events(rows)
    told = find(events)
    assert len(told) == 3
    for turned in (events[::-1], events[3:] + events[:3]):
        assert set(find(turned)) == set(told)


def test_findings_stand_in_the_order_of_the_rows() -> None:
    events = make_events(make_rows(CALL, NOTHING, ("School", "11", "Emailed SW about lunch.")))
    assert [one.event for one in find(events)] == ["C-0", "C-2"]
    assert [one.event for one in find(events[::-1])] == ["C-2", "C-0"]


def test_an_agency_that_has_no_part_in_it_changes_nothing() -> None:
    rows = make_rows(CALL, NOTHING)
    more = make_rows(("Fire Service", "04", "Alarms fitted."))
    added = [replace(one, id=f"D-{one.id}") for one in make_events(more)]
    events = make_events(rows)
    assert find([*events, *added]) == find(events)


def test_days_outside_the_review_period_are_not_looked_at() -> None:
    events = make_events(make_rows(CALL, NOTHING))
    began = Case(first=date(2019, 3, 4))
    assert [one.first for one in find(events, case=began)] == [date(2019, 3, 4)]
    assert not find(events, case=Case(first=date(2019, 3, 5)))
    assert not find(events, case=Case(last=date(2019, 3, 3)))


def test_a_row_that_the_review_period_begins_in_is_looked_at() -> None:
    events = make_events(make_rows(CALL, NOTHING))
    longer = [
        replace(one, when=replace(one.when, last=date(2019, 3, 5)))
        if one.when.first == date(2019, 3, 4)
        else one
        for one in events
    ]
    began = Case(first=date(2019, 3, 5))
    assert len(find(longer)) == len(find(longer, case=began)) == 1


def test_a_return_must_go_on_through_the_days_looked_at() -> None:
    rows = make_rows(CALL, ("Children's Social Care", "01", "Opened."))
    ended = [one for one in make_events(rows) if one.id != "C-Children's Social Care-2019-05-10"]
    assert len(find(make_events(rows))) == 1
    assert not find(ended)


def test_of_several_accounts_that_miss_one_agency_the_first_is_told() -> None:
    rows = make_rows(
        ("Children's Social Care", "04", "Strategy discussion with police and school. S47."),
        ("Police", "04", "Strategy discussion with social care and school. Joint S47."),
        ("School", "20", "In class."),
    )
    assert [(one.event, one.agency) for one in find(make_events(rows))] == [("C-0", "School")]


def test_teams_that_sent_one_return_are_one_side() -> None:
    rows = make_rows(
        ("Paediatric Liaison", "04", "Letter sent to GP re the fall."),
        ("Paediatric Liaison", "06", "Phoned CAMHS, they will see her."),
        ("CAMHS", "20", "Team meeting."),
        ("GP Surgery", "05", "Letter in from CAMHS."),
    )
    together = [
        replace(one, origin=Origin("trust.csv", "", number))
        if one.agency in {"Paediatric Liaison", "CAMHS"}
        else one
        for number, one in enumerate(make_events(rows))
    ]
    assert not find(together)
    assert [one.agency for one in find(make_events(rows))] == ["GP Surgery", "CAMHS"]


def test_the_authors_own_rows_are_not_looked_at() -> None:
    events = make_events(make_rows(CALL, NOTHING))
    assert not find([replace(events[0], own=True), *events[1:]])


def test_what_is_only_possible_is_an_entry() -> None:
    rows = [
        *make_rows(("Police", "04", "T/c to social worker re bail.")),
        *make_rows(("Children's Social Care", "05", "Police officer: bail conditions changed.")),
    ]
    assert not find(make_events(rows))

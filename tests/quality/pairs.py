"""The labelled pairs of rows, linked all at once: they stand in one case, 40 days apart."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from chronolator.contacts import describe_contacts, link_events
from chronolator.model import (
    THE_CHILD,
    Case,
    Child,
    Contact,
    ContactStatus,
    Event,
    Origin,
    Precision,
    Qualifier,
    When,
)
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings

FIRST = date(2002, 1, 7)
PAIRS = Path(__file__).with_name("pairs.csv")
EVIDENCE, AGENCIES, SEEN = load_evidence(), load_agencies(), load_seen()


@dataclass(frozen=True)
class Pair:
    """Two rows of one of the sets. `difference` is "" where they are of two contacts, and `child`
    where no child is named.
    """

    set: str
    agencies: tuple[str, str]
    dates: tuple[date, date]
    times: tuple[time | None, time | None]
    texts: tuple[str, str]
    same: bool
    difference: str
    child: str = ""


@dataclass
class Tally:
    """Pairs by what became of them. Of those linked rightly: differences that were `told` and that
    were not, accounts that agree and are said to (`quiet`), or of which a `false` one is told.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    told: int = 0
    untold: int = 0
    quiet: int = 0
    false: int = 0


def read_pairs(name: str, place: Path = PAIRS) -> list[Pair]:
    """The pairs of a set."""
    text = place.read_text(encoding="utf-8")
    rows = (row for row in csv.DictReader(text.splitlines()) if row["set"] == name)
    return [
        Pair(
            row["set"],
            (row["agency_a"], row["agency_b"]),
            (_read_day(row["date_a"]), _read_day(row["date_b"])),
            (_read_time(row["time_a"]), _read_time(row["time_b"])),
            (row["text_a"], row["text_b"]),
            row["same"] == "yes",
            row["difference"],
            row.get("child", ""),
        )
        for row in rows
    ]


def make_events(pairs: Sequence[Pair]) -> list[Event]:
    """The rows as events with the ids "0a", "0b", "1a" ..., by the places of the pairs."""
    return [event for number, pair in enumerate(pairs) for event in _make_two(number, pair)]


def link_pairs(pairs: Sequence[Pair]) -> tuple[Contact, ...]:
    """The contacts, and in what their accounts differ, also in who was seen."""
    events = make_events(pairs)
    flags = [
        flag
        for number, pair in enumerate(pairs)
        for flag in flag_sightings(
            events[2 * number : 2 * number + 2], name_children([pair]), SEEN, AGENCIES
        )
    ]
    linked = link_events(events, name_children(pairs), EVIDENCE, AGENCIES)
    return describe_contacts(linked, flags)


def name_children(pairs: Sequence[Pair]) -> Case:
    """The case with the children whom the pairs name."""
    names = sorted({one.child for one in pairs} - {""})
    nameless = any(not one.child for one in pairs)
    return Case(children=(*[THE_CHILD] * nameless, *map(Child, names)))


def tally(pairs: Sequence[Pair], contacts: Sequence[Contact]) -> Tally:
    of = {
        event: contact
        for contact in contacts
        if contact.status is ContactStatus.LINKED
        for event in contact.events
    }
    found = Tally()
    for number, pair in enumerate(pairs):
        contact = of.get(f"{number}a")
        linked = contact is not None and contact is of.get(f"{number}b")
        found.right += linked and pair.same
        found.wrong += linked and not pair.same
        found.missed += pair.same and not linked
        if contact is None or not linked or not pair.same:
            continue
        kinds = {one.kind.value for one in contact.differences}
        if pair.difference == "none":
            found.quiet += not kinds
            found.false += bool(kinds)
        else:
            found.told += pair.difference in kinds
            found.untold += pair.difference not in kinds
    return found


def _make_two(number: int, pair: Pair) -> Iterator[Event]:
    shift = FIRST + timedelta(days=40 * number) - pair.dates[0]
    for place, side in enumerate("ab"):
        day, at = pair.dates[place] + shift, pair.times[place]
        precision = Precision.MINUTE if at else Precision.DAY
        when = When(f"{day:%d/%m/%Y}", day, day, at, None, precision, Qualifier.EXACT)
        agency = pair.agencies[place]
        yield Event(
            f"{number}{side}", when, agency, pair.texts[place], Origin(f"{agency}.csv", "", number)
        )


def _read_day(text: str) -> date:
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


def _read_time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None

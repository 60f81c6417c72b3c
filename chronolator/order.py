"""The order of the result."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import pairwise

from chronolator.columns import ORDER_HEADING
from chronolator.model import (
    TO_THE_DAY,
    Contact,
    ContactStatus,
    Event,
    Note,
    Origin,
    Problem,
    ProblemKind,
    Qualifier,
)
from chronolator.model.written import read_place

ASSUMED = "place in the day assumed"
_LAST_TIME = (1, time())
_SINGLE, _PERIOD, _ENDS = range(3)
_NO_NUMBER = "what stands in the column Order is no number: it is kept, and does not count"
_WRITE_NUMBER = "Write a number there, as 2 or 2.5, or leave the cell empty."

_Time = tuple[int, time]
_Place = tuple[str, str, str, int, int, str]
_Key = tuple[object, ...]


def find_places(
    notes: Iterable[Note], file: str, own: Sequence[Event] = ()
) -> tuple[dict[str, float], tuple[Problem, ...]]:
    """The places that the author gave to rows of a day, by the rows' ids; and a problem for each
    that is no number. `file` is the workbook in which she wrote them, `own` are her own rows.
    """
    places: dict[str, float] = {}
    problems = []
    hers = {event.id: f"your own row, {event.when.written or 'undated'}" for event in own}
    for note in notes:
        if note.column != ORDER_HEADING:
            continue
        place = read_place(note.text)
        if place is None:
            told = f"{file}: {hers.get(note.id, f'row {note.id}')}: {_NO_NUMBER}"
            problems.append(Problem(Origin(file), ProblemKind.NOTE, told, _WRITE_NUMBER))
        else:
            places[note.id] = place
    return places, tuple(problems)


def sort_events(
    events: Sequence[Event],
    contacts: Sequence[Contact],
    places: Mapping[str, float] | None = None,
) -> tuple[Event, ...]:
    """The events in the order of the result, whatever the order of the files.

    By day; then those first to which the author gave a place, by that number; then by the contact's
    earliest time, its accounts of that day together; then by time; then by the agency's own order.
    A row without a time stands after the last row before it in its return that has one (after all
    accounts, where that is one of a contact), else last in the day, and is marked so where the day
    has other rows. A time that is written goes before one that is assumed. A period stands at its
    first day after the single days, "before" at its end, undated rows last.
    """
    contact_of = {
        one: contact.id
        for contact in contacts
        if contact.status is ContactStatus.LINKED
        for one in contact.events
    }
    linked = frozenset(contact_of.values())
    descending = _find_descending(events)
    days: defaultdict[date, list[Event]] = defaultdict(list)
    keys: dict[str, _Key] = {}
    for event in events:
        day, kind = _settle(event)
        if kind == _SINGLE:
            days[day].append(event)
        else:
            keys[event.id] = (day, kind, _order(event, descending))
    for day, members in days.items():
        keys |= _sort_day(day, members, contact_of, linked, descending)
    given = places or {}
    crowded = {one.id for members in days.values() if len(members) > 1 for one in members}
    crowded -= given.keys()

    def find_key(event: Event) -> _Key:
        day, *rest = keys[event.id]
        return (day, event.id not in given, given.get(event.id, 0.0), *rest)

    return tuple(_mark(event, crowded) for event in sorted(events, key=find_key))


def _settle(event: Event) -> tuple[date, int]:
    when = event.when
    if when.first is None:
        return (when.last, _ENDS) if when.last else (date.max, _ENDS)
    single = when.precision in TO_THE_DAY and (when.first == when.last or when.until is not None)
    return when.first, _SINGLE if single and when.qualifier is not Qualifier.AFTER else _PERIOD


def _sort_day(
    day: date,
    events: list[Event],
    contact_of: dict[str, str],
    linked: frozenset[str],
    descending: set[tuple[str, str]],
) -> dict[str, _Key]:
    orders = {event.id: _order(event, descending) for event in events}
    own = sorted(events, key=lambda event: orders[event.id])
    times: dict[str, _Time] = {}
    leader: dict[str, str] = {}
    last: dict[tuple[str, str], Event] = {}
    for event in own:
        sheet = (event.origin.file, event.origin.sheet)
        if event.when.at is not None:
            times[event.id] = (0, event.when.at)
            last[sheet] = event
        elif sheet in last and not event.own:
            times[event.id] = times[last[sheet].id]
            leader[event.id] = last[sheet].id
        else:
            times[event.id] = _LAST_TIME
    groups = {
        event.id: contact_of.get(event.id)
        or contact_of.get(leader.get(event.id, event.id))
        or leader.get(event.id, event.id)
        for event in own
    }
    earliest: dict[str, tuple[bool, _Time, _Place]] = {}
    for event in own:
        key = (event.when.at is None, times[event.id], orders[event.id])
        group = groups[event.id]
        earliest[group] = min(earliest.get(group, key), key)
    return {
        event.id: (
            day,
            _SINGLE,
            earliest[groups[event.id]][1:],
            event.id not in contact_of and groups[event.id] in linked,
            times[event.id],
            orders[event.id],
        )
        for event in own
    }


def _order(event: Event, descending: set[tuple[str, str]]) -> _Place:
    origin = event.origin
    sign = -1 if (origin.file, origin.sheet) in descending else 1
    return (
        origin.file.casefold(),
        origin.file,
        origin.sheet,
        sign * origin.row,
        origin.part,
        event.id,
    )


def _find_descending(events: Iterable[Event]) -> set[tuple[str, str]]:
    """The sheets whose rows run newest first: more steps back in time than forward."""
    sheets: defaultdict[tuple[str, str], list[tuple[Origin, date]]] = defaultdict(list)
    for event in events:
        if event.when.first is not None:
            origin = event.origin
            sheets[origin.file, origin.sheet].append((origin, event.when.first))
    descending = set()
    for sheet, rows in sheets.items():
        steps = Counter((b > a) - (b < a) for (_, a), (_, b) in pairwise(sorted(rows)))
        if steps[-1] > steps[1]:
            descending.add(sheet)
    return descending


def _mark(event: Event, crowded: set[str]) -> Event:
    if event.when.at is not None or event.id not in crowded or ASSUMED in event.marks:
        return event
    return replace(event, marks=(*event.marks, ASSUMED))

"""Entries -> events."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from chronolator.dates import find_beside_time
from chronolator.model import (
    Case,
    DateRules,
    Entry,
    Event,
    Field,
    Problem,
    Source,
)
from chronolator.normalise.agencies import Namer, name_agencies
from chronolator.normalise.dating import Dated, Dater
from chronolator.normalise.ids import find_key, give_ids
from chronolator.normalise.text import clean_text
from chronolator.words.fold import fold

_TOLD = {Field.DATE, Field.TIME, Field.END_DATE, Field.TEXT}
_NAMES = {field: field.value for field in Field if field not in _TOLD}
_OTHER_AGENCY = "Agency"
_OWN = "\x1f"
"""Stands before an agency in the keys of the author's rows; no folded name begins with it."""


def normalise(  # noqa: PLR0913  the last three are options, given by name
    entries: Sequence[Entry],
    agency_of: Mapping[tuple[str, str], str],
    case: Case,
    rules: DateRules,
    today: date | None,
    *,
    no_names: Collection[str] = (),
    subjects: Collection[str] = (),
    own: bool = False,
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The entries as events, in their order, and what is doubtful about their dates and agencies.

    `agency_of`: the agency that the titles of a sheet name, by file and sheet. `no_names`: words of
    a file's name that belong to no agency's name. Years of two digits do not lie after the review
    period, without one not after `today`, the day of the merge; a date after that is doubted.
    `own`: the entries are the author's; such an event has another id than an agency's with the same
    words. Below one of the headings `subjects` (folded) stands whose record a row is; of a return
    that the case file gives to an agency a cell under another agency's name is the part of it that
    the row names. Nothing of an entry is lost: what has no place of its own stands in `other`.
    """
    namer = Namer(case, no_names)
    agencies, unknown = name_agencies(entries, agency_of, namer)
    dates, doubts = Dater(case, rules, today, own=own).date_rows(entries)
    folded = {agency: (_OWN if own else "") + fold(agency) for agency in set(agencies)}
    texts = [clean_text(entry.cells.get(Field.TEXT)) for entry in entries]
    ids = give_ids(
        [find_key(folded[a], d.when, t) for a, d, t in zip(agencies, dates, texts, strict=True)],
        [entry.origin for entry in entries],
    )
    make = partial(_make_event, namer, frozenset(subjects))
    kinds = _list_kinds(entries, rules)
    events = (
        replace(event, contact_type=kind) if kind else event
        for event, kind in zip(map(make, entries, ids, agencies, dates, texts), kinds, strict=True)
    )
    told = (replace(event, own=True) for event in events) if own else events
    return tuple(told), (*unknown, *doubts)


def add_titles(events: Iterable[Event], sources: Iterable[Source]) -> tuple[Event, ...]:
    """The events, each with the titles that stand above the rows of its sheet, and with what stands
    in the sheet's column that says whose record a row is.
    """
    events = tuple(events)
    titles = {(one.file, one.sheet): one.titles for one in sources}
    subjects: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for event in events:
        if event.subject:
            subjects[event.origin.file, event.origin.sheet][event.subject] = None
    told = {place: tuple(names) for place, names in subjects.items()}
    places = ((event.origin.file, event.origin.sheet) for event in events)
    return tuple(
        replace(event, titles=titles.get(place, ()), subjects=told.get(place, ()))
        if titles.get(place) or place in told
        else event
        for event, place in zip(events, places, strict=True)
    )


def _list_kinds(entries: Sequence[Entry], rules: DateRules) -> list[str]:
    """By entry, the kind of contact that its time's cell tells ("CIN meeting 13:30"), in sheets
    without a column of its own for that, where most cells of the time hold such words.
    """
    told = [find_beside_time(entry.cells.get(Field.TIME), rules) for entry in entries]
    places = [(entry.origin.file, entry.origin.sheet) for entry in entries]
    filled, worded = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for entry, place, words in zip(entries, places, told, strict=True):
        filled[place] += entry.cells.get(Field.TIME) not in {None, ""}
        worded[place] += bool(words)
    own = {
        place
        for entry, place in zip(entries, places, strict=True)
        if Field.CONTACT_TYPE in entry.cells
    }
    mixed = {place for place, count in worded.items() if count * 2 > filled[place]} - own
    return [words if place in mixed else "" for place, words in zip(places, told, strict=True)]


def _make_event(
    namer: Namer,
    subjects: frozenset[str],
    entry: Entry,
    one: str,
    agency: str,
    dated: Dated,
    text: str,
) -> Event:
    texts: dict[str, Any] = {
        name: cleaned
        for field, value in entry.cells.items()
        if (name := _NAMES.get(field)) and (cleaned := clean_text(value))
    }
    other = {clean_text(heading): clean_text(text) for heading, text in entry.other.items()}
    written = texts.pop(Field.AGENCY.value, "")
    if written and " ".join(written.split()).casefold() != agency.casefold():
        named = Field.SERVICE.value
        if namer.spell(written) != agency and not texts.get(named):
            texts[named] = written
        else:
            other[_find_free(_OTHER_AGENCY, other)] = written
    if not texts.get(Field.SUBJECT.value):
        told = [heading for heading in other if fold(heading) in subjects]
        if len(told) == 1:  # several stay beside each other, each under its heading
            texts[Field.SUBJECT.value] = other.pop(told[0])
    marks = (*entry.marks, *dated.marks)
    if entry.withdrawn:
        texts["withdrawn"] = {
            field.value: tuple(map(clean_text, words)) for field, words in entry.withdrawn.items()
        }
    if "people" in texts:
        texts["people_heading"] = clean_text(entry.people_heading)
    return Event(one, dated.when, agency, text, entry.origin, other=other, marks=marks, **texts)


def _find_free(heading: str, taken: Iterable[str]) -> str:
    number, name = 1, heading
    while name in taken:
        number += 1
        name = f"{heading} ({number})"
    return name

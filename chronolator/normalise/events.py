"""Entries -> events."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from chronolator.dates import doubt_order, read_when
from chronolator.model import (
    Case,
    DateRules,
    Entry,
    Event,
    Field,
    Origin,
    Precision,
    Problem,
    ProblemKind,
    Qualifier,
    Value,
    When,
)
from chronolator.normalise.agencies import Namer, name_agencies
from chronolator.normalise.ids import find_key, give_ids
from chronolator.normalise.text import clean_text
from chronolator.words.fold import fold

_TOLD = {Field.DATE, Field.TIME, Field.END_DATE, Field.TEXT}
_NAMES = {field: field.value for field in Field if field not in _TOLD}
_AS_ABOVE = "dated as the row above"
_OTHER_AGENCY = "Agency"
_OWN = "\x1f"
"""Stands before an agency in the keys of the author's rows; no folded name begins with it."""


@dataclass(frozen=True, slots=True)
class _Dated:
    when: When
    mark: str = ""


def normalise(
    entries: Sequence[Entry],
    agency_of: Mapping[tuple[str, str], str],
    case: Case,
    rules: DateRules,
    latest: date | None,
    *,
    no_names: Collection[str] = (),
    own: bool = False,
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The entries as events, in their order, and what is doubtful about their dates and agencies.

    `agency_of`: the agency that the titles of a sheet name, by file and sheet. `no_names`: words of
    a file's name that belong to no agency's name. Years of two digits do not lie after `latest`.
    `own`: the entries are the author's; such an event has another id than an agency's with the same
    words. Nothing of an entry is lost: what has no place of its own stands in `other`.
    """
    agencies, unknown = name_agencies(entries, agency_of, Namer(case, no_names))
    dates, doubts = _read_dates(entries, rules, latest, own=own)
    folded = {agency: (_OWN if own else "") + fold(agency) for agency in set(agencies)}
    texts = [clean_text(entry.cells.get(Field.TEXT)) for entry in entries]
    ids = give_ids(
        [find_key(folded[a], d.when, t) for a, d, t in zip(agencies, dates, texts, strict=True)],
        [entry.origin for entry in entries],
    )
    events = map(_make_event, entries, ids, agencies, dates, texts)
    told = (replace(event, own=True) for event in events) if own else events
    return tuple(told), (*unknown, *doubts)


def _make_event(entry: Entry, one: str, agency: str, dated: _Dated, text: str) -> Event:
    texts: dict[str, Any] = {
        name: cleaned
        for field, value in entry.cells.items()
        if (name := _NAMES.get(field)) and (cleaned := clean_text(value))
    }
    other = {clean_text(heading): clean_text(text) for heading, text in entry.other.items()}
    written = texts.pop(Field.AGENCY.value, "")
    if written and " ".join(written.split()).casefold() != agency.casefold():
        other[_find_free(_OTHER_AGENCY, other)] = written
    marks = (*entry.marks, dated.mark) if dated.mark else entry.marks
    return Event(one, dated.when, agency, text, entry.origin, other=other, marks=marks, **texts)


def _find_free(heading: str, taken: Iterable[str]) -> str:
    number, name = 1, heading
    while name in taken:
        number += 1
        name = f"{heading} ({number})"
    return name


def _read_dates(
    entries: Sequence[Entry], rules: DateRules, latest: date | None, *, own: bool
) -> tuple[list[_Dated], list[Problem]]:
    dates: list[_Dated] = []
    problems: list[Problem] = []
    above: dict[tuple[str, str], When] = {}
    columns: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        cells, origin = entry.cells, entry.origin
        reading = read_when(
            cells.get(Field.DATE),
            cells.get(Field.TIME),
            rules,
            end=cells.get(Field.END_DATE),
            latest=latest,
        )
        dated = _Dated(reading.when)
        if reading.above:
            last = above.get((origin.file, origin.sheet))
            dated = _inherit(reading.when, cells.get(Field.TIME), last, rules)
            problems.append(_tell_above(origin, dated))
        elif dated.when.qualifier is Qualifier.UNDATED and not (reading.doubts or own):
            problems.append(_tell_undated(origin))
        problems += [Problem(origin, one.kind, one.message, one.hint) for one in reading.doubts]
        above[origin.file, origin.sheet] = dated.when
        columns[origin.file, origin.sheet].append(dated.when.written)
        dates.append(dated)
    for (file, sheet), written in columns.items():
        if doubt := doubt_order(written):
            problems.append(Problem(Origin(file, sheet), doubt.kind, doubt.message, doubt.hint))
    return dates, problems


def _inherit(written: When, clock: Value, above: When | None, rules: DateRules) -> _Dated:
    """The days of the row above, where it has any, with the row's own time."""
    if above is None or (above.first is None and above.last is None):
        return _Dated(written)
    timed = above.precision in {Precision.MINUTE, Precision.HOUR}
    if above.first and (timed or above.first == above.last):
        when = read_when(above.first, clock, rules).when
    else:
        when = replace(written, first=above.first, last=above.last, precision=above.precision)
    return _Dated(replace(when, written=written.written, qualifier=Qualifier.INHERITED), _AS_ABOVE)


def _tell_above(origin: Origin, dated: _Dated) -> Problem:
    written = dated.when.written
    message = (
        f'"{written}" is read as the date of the row above'
        if dated.mark
        else f'"{written}" points to a row above that has no date: the row is undated'
    )
    hint = "See that the row above is the one that is meant."
    return Problem(origin, ProblemKind.DATE, message, hint)


def _tell_undated(origin: Origin) -> Problem:
    message = "The row has no date, and stands at the end"
    hint = "Ask the agency for the date, and correct it in its file."
    return Problem(origin, ProblemKind.DATE, message, hint)

"""The events as the author corrected them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chronolator.columns import DAY_KEYS, WORD_KEYS, cell_hash, cell_text, list_columns, split_other
from chronolator.dates import DateReader
from chronolator.model import (
    Case,
    CorrectedCell,
    Correction,
    Event,
    Origin,
    Problem,
    ProblemKind,
)
from chronolator.notes.corrections.days import correct_when
from chronolator.rows import tell_record
from chronolator.words.fold import fold_name


@dataclass(frozen=True, slots=True)
class Corrected:
    """The events with the author's corrections, in their order, the corrections that differ from
    what the agencies say now, and the corrected events as these tell them (`as_returned`).
    """

    events: tuple[Event, ...]
    corrections: tuple[Correction, ...] = ()
    as_returned: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def correct_events(
    events: Sequence[Event],
    cells: Mapping[tuple[str, str], CorrectedCell],
    case: Case,
    reader: DateReader,
    file: str,
) -> Corrected:
    """The events with what the author wrote in their cells (by the event's id and the column's key)
    in place of the agency's. Their ids stay.

    What she wrote and the agency says now, too, is no correction any more. `file` is the workbook
    in which she wrote; a problem names each cell that cannot be read, and each that the agency has
    changed since.
    """
    if not cells:
        return Corrected(tuple(events))
    by_event: defaultdict[str, dict[str, CorrectedCell]] = defaultdict(dict)
    for (ref, key), cell in cells.items():
        by_event[ref][key] = cell
    agencies = _name_agencies(events, case)
    headings = {column.key: column.heading for column in list_columns(case)}
    corrected, corrections, before = [], [], []
    for event in events:
        hers = by_event.get(event.id, {})
        changed, found = _correct(event, list(_compare(event, hers)), agencies, reader)
        corrected.append(changed)
        corrections += found
        if found:
            before.append(event)
    told = [problem for one in corrections for problem in _tell(one, headings[one.field], file)]
    return Corrected(tuple(corrected), tuple(corrections), tuple(before), tuple(told))


def _name_agencies(events: Sequence[Event], case: Case) -> dict[str, str]:
    """Each agency's one spelling, by its folded names."""
    named = {fold_name(event.agency): event.agency for event in events}
    for agency in case.agencies:
        for name in (agency.short, agency.name):
            named[fold_name(name)] = agency.name
    return named


def _compare(event: Event, hers: Mapping[str, CorrectedCell]) -> Iterator[Correction]:
    """What she wrote that the agency does not say, and if the agency has changed it since."""
    record = tell_record(event)
    for key, cell in hers.items():
        said = cell_text(record[key])
        if cell_hash(said) != cell_hash(cell.author_said):
            moved = cell.was is not None and cell.was != cell_hash(said)
            yield Correction(event.id, key, said, cell.author_said, cell.changed or moved)


def _correct(
    event: Event, said: Sequence[Correction], agencies: Mapping[str, str], reader: DateReader
) -> tuple[Event, list[Correction]]:
    """The event with what she wrote, and of that the corrections that make a difference, or cannot
    be read.
    """
    hers = {one.field: one.author_said for one in said}
    days = {key: text for key, text in hers.items() if key in DAY_KEYS}
    when, unread = correct_when(event.when, days, reader) if days else (event.when, frozenset())
    words: dict[str, Any] = {key: text for key, text in hers.items() if key in WORD_KEYS}
    if "agency" in hers:
        words["agency"] = agencies.get(fold_name(hers["agency"]), hers["agency"])
    if "other" in hers:
        words["other"] = split_other(hers["other"])
    changed = replace(event, when=when, **words) if hers else event
    read = (replace(one, counts=one.field not in unread) for one in said)
    return changed, [one for one in read if not one.counts or _differs(one.field, event, changed)]


def _differs(key: str, event: Event, changed: Event) -> bool:
    if key in DAY_KEYS:
        return changed.when != event.when
    return tell_record(changed)[key] != tell_record(event)[key]


def _tell(one: Correction, heading: str, file: str) -> Iterator[Problem]:
    place = f"{file}: row {one.event}, column {heading}"
    if not one.counts:
        yield Problem(
            Origin(file),
            ProblemKind.CORRECTION,
            f"{place}: what you wrote there cannot be read: it is kept, and the agency's counts on",
            "Write a day as 5 May 2019, about 5 May 2019, May 2019 or unknown; a time as 14:30.",
            one.event,
        )
    if one.changed:
        yield Problem(
            Origin(file),
            ProblemKind.CORRECTION,
            f"{place}: the agency has changed what you corrected there; yours stands",
            "Decide whose counts. Yours: clear the cell Agency's own words in that row. The "
            "agency's: copy its words from there into the cell. Then merge again.",
            one.event,
        )

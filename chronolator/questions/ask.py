"""The queries of every agency, in one order."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from chronolator.model import (
    Chronology,
    Entry,
    Event,
    Origin,
    Problem,
    ProblemKind,
    Query,
    QueryKind,
    Reading,
    Rules,
)
from chronolator.problems import ABOUT_ROWS, group_problems
from chronolator.questions.asked import ask_one_sided, list_asked
from chronolator.questions.cut_off import find_cut_off
from chronolator.questions.dates import find_answered, find_outside, find_undated
from chronolator.questions.months import find_empty_months
from chronolator.questions.order import find_out_of_order
from chronolator.questions.places import TellPlaces, choose_places
from chronolator.questions.terms import find_unexplained
from chronolator.words.files import find_agency_of_file


def list_queries(reading: Reading, chronology: Chronology, rules: Rules) -> tuple[Query, ...]:
    """What to ask, agency by agency in the order of their names: what the author asks first.

    `chronology` is what came of the `reading`, with or without findings. Repeated rows are not
    asked about.
    """
    rows = {event.id: event for event in chronology.events}
    of_agency: defaultdict[str, list[Event]] = defaultdict(list)
    for event in chronology.events:
        if not event.own:
            of_agency[event.agency].append(event)
    sender = {event.origin: event.agency for events in of_agency.values() for event in events}
    sent: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in reading.entries:
        if entry.origin in sender:
            sent[sender[entry.origin]].append(entry)
    queries = [
        *list_asked(chronology, rows, rules.questions, rules.agencies),
        *ask_one_sided(chronology, rows),
    ]
    queries += [
        query
        for agency, events in of_agency.items()
        for query in _ask(agency, events, sent[agency], chronology, rules)
    ]
    queries += _ask_for_entries(chronology, rules)
    return tuple(sorted(queries, key=lambda query: query.agency))


def _ask(
    agency: str,
    events: Sequence[Event],
    entries: Sequence[Entry],
    chronology: Chronology,
    rules: Rules,
) -> Iterator[Query]:
    case, limits, tell = chronology.case, rules.questions, choose_places(events)
    answered = find_answered(events, limits)
    dated = [event for event in events if event.origin not in chronology.redated]
    about_dates = (
        *find_undated(agency, dated, answered, tell),
        *find_outside(agency, dated, case, tell),
        *find_out_of_order(agency, dated, limits, tell),
    )
    yield from about_dates
    yield from find_empty_months(agency, events, case, limits)
    yield from find_cut_off(agency, entries, chronology.sources, limits, tell)
    yield from find_unexplained(agency, events, chronology, limits, rules.agencies)
    asked = answered | {origin for query in about_dates for origin in query.origins}
    yield from _ask_about_problems(agency, events, chronology.problems, asked, tell)


def _ask_for_entries(chronology: Chronology, rules: Rules) -> Iterator[Query]:
    """A query for each file with a table and no entry, unless it says that there is nothing."""
    answers = {row.reason for row in rules.headings.rows if row.nil}
    answered = {one.origin.file for one in chronology.not_events if one.reason in answers}
    filled = {one.origin.file for one in chronology.events}
    filled |= {one.other.origin.file for one in chronology.duplicates}
    sources = {one.file: one for one in chronology.sources if one.reader}
    for file, source in sources.items():
        if file in filled | answered:
            continue
        given = find_agency_of_file(file, chronology.case)
        yield Query(
            given.name if given else source.agency or file,
            QueryKind.NO_ENTRY,
            f"{file} holds a table and no entry in it. Please confirm that you have nothing to "
            "report, or send it again.",
        )


def _ask_about_problems(
    agency: str,
    events: Iterable[Event],
    problems: Iterable[Problem],
    asked: Collection[Origin],
    tell: TellPlaces,
) -> Iterator[Query]:
    """What is doubtful about single rows, but for the dates that are asked about already."""
    rows = {event.origin for event in events}
    mine = [
        one
        for one in problems
        if one.kind in ABOUT_ROWS
        and one.origin in rows
        and not (one.kind is ProblemKind.DATE and one.origin in asked)
    ]
    for group in group_problems(mine):
        origins = tuple(one.origin for one in group.problems)
        rows_told = "" if len(origins) == 1 else f" {len(origins):,} rows"
        yield Query(
            agency,
            QueryKind.PROBLEM,
            f"Please check{rows_told} ({tell(origins)}): {group.message}.",
            origins,
        )

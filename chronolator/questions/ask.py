"""The queries of every agency, in one order."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from chronolator.model import (
    AgencyRules,
    Chronology,
    Event,
    Origin,
    Problem,
    Query,
    QueryKind,
    QuestionRules,
    Reading,
)
from chronolator.problems import ABOUT_ROWS, group_problems
from chronolator.questions.cut_off import find_cut_off
from chronolator.questions.dates import find_outside, find_undated
from chronolator.questions.months import find_empty_months
from chronolator.questions.order import find_out_of_order
from chronolator.questions.places import TellPlaces, choose_places
from chronolator.questions.terms import find_unexplained
from chronolator.words.files import find_agency_of_file


def list_queries(
    reading: Reading, chronology: Chronology, rules: QuestionRules, agencies: AgencyRules
) -> tuple[Query, ...]:
    """What to ask, agency by agency in the order of their names.

    `chronology` is what came of the `reading`, with or without findings. Repeated rows are not
    asked about.
    """
    of_agency: defaultdict[str, list[Event]] = defaultdict(list)
    for event in chronology.events:
        if not event.own:
            of_agency[event.agency].append(event)
    for agency in _list_empty(chronology):
        of_agency.setdefault(agency, [])
    return tuple(
        query
        for agency, events in sorted(of_agency.items())
        for query in _ask(agency, events, reading, chronology, rules, agencies)
    )


def _ask(
    agency: str,
    events: Sequence[Event],
    reading: Reading,
    chronology: Chronology,
    rules: QuestionRules,
    agencies: AgencyRules,
) -> Iterator[Query]:
    case, tell = chronology.case, choose_places(events)
    yield from _ask_for_entries(agency, chronology)
    undated = tuple(find_undated(agency, events, tell))
    yield from undated
    yield from find_outside(agency, events, case, tell)
    yield from find_empty_months(agency, events, case, rules)
    yield from find_out_of_order(agency, events, rules, tell)
    yield from find_cut_off(agency, events, reading, rules, tell)
    yield from find_unexplained(agency, events, chronology, rules, agencies)
    asked = {origin for query in undated for origin in query.origins}
    yield from _ask_about_problems(agency, events, chronology.problems, asked, tell)


def _ask_for_entries(agency: str, chronology: Chronology) -> Iterator[Query]:
    files = _list_empty(chronology).get(agency, [])
    for file in files:
        yield Query(
            agency,
            QueryKind.NO_ENTRY,
            f"{file} holds a table and no entry in it. Please confirm that you have nothing to "
            "report, or send it again.",
        )


def _list_empty(chronology: Chronology) -> dict[str, list[str]]:
    """The files with a table and no entry, by the agency whose return it is."""
    filled = {one.origin.file for one in chronology.events}
    filled |= {one.other.origin.file for one in chronology.duplicates}
    empty: dict[str, list[str]] = {}
    for source in chronology.sources:
        if source.reader and source.file not in filled:
            given = find_agency_of_file(source.file, chronology.case)
            agency = given.name if given else source.agency or source.file
            if source.file not in empty.setdefault(agency, []):
                empty[agency].append(source.file)
    return empty


def _ask_about_problems(
    agency: str,
    events: Iterable[Event],
    problems: Iterable[Problem],
    asked: Collection[Origin],
    tell: TellPlaces,
) -> Iterator[Query]:
    """What is doubtful about single rows, but for those that are asked about already."""
    rows = {event.origin for event in events}
    mine = [
        one
        for one in problems
        if one.kind in ABOUT_ROWS and one.origin in rows and one.origin not in asked
    ]
    for group in group_problems(mine):
        origins = tuple(one.origin for one in group.problems)
        number = len(origins)
        told = group.message[:1].upper() + group.message[1:]
        how = "" if number == 1 else f"{number:,} times, "
        yield Query(
            agency,
            QueryKind.PROBLEM,
            f"Please check ({how}{tell(origins)}): {told}.",
            origins,
        )

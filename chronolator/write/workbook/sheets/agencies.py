"""What each agency recorded, for the first page: how much, from when to when, and of whom."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from chronolator.columns import name_short
from chronolator.model import Answer, Chronology, Event, Question
from chronolator.rows import name_day
from chronolator.write.workbook.tables import CellValue


def tell_agencies(chronology: Chronology) -> Iterator[tuple[CellValue, ...]]:
    """A row for each agency in the order of its first entry; the case's agencies without one last,
    since what they saw is in no answer and closes no gap.
    """
    of_agency: defaultdict[str, list[Event]] = defaultdict(list)
    for event in chronology.events:
        if not event.own:
            of_agency[event.agency].append(event)
    agency_of = {event.id: event.agency for events in of_agency.values() for event in events}
    seen = Counter(
        (agency_of[flag.event], flag.child)
        for flag in chronology.flags
        if flag.question is Question.SEEN and flag.answer is Answer.YES and flag.event in agency_of
    )
    children = chronology.case.children
    for agency, events in of_agency.items():
        told = ", ".join(
            f"{name_short(child, chronology.case)} in {seen[agency, child.name]:,}"
            for child in children
        )
        words = f"{_tell_days(events)}. Recorded as seen: {told}."
        yield agency, len(events), words, None, None
    for one in chronology.case.agencies:
        if one.name not in of_agency:
            words = "No entry of this agency is here: what it saw closes no gap."
            yield one.name, 0, words, None, None


def _tell_days(events: list[Event]) -> str:
    days = [day for event in events for day in (event.when.first, event.when.last) if day]
    if not days:
        return "None has a date"
    undated = sum(event.when.known_day is None for event in events)
    told = f"{name_day(min(days))} to {name_day(max(days))}"
    return f"{told}, and {undated:,} without a date" if undated else told

"""The expectations of visits and the intervals longer than them, as the rows of a sheet."""

from collections.abc import Iterator

from chronolator.model import Chronology, Expectation, Interval
from chronolator.rows import RowValue, name_day
from chronolator.write.workbook.findings import Places
from chronolator.write.workbook.tables import Finding, Heading


def list_expectations(chronology: Chronology) -> Finding:
    """One row an interval; an expectation without one has a row that says so, or why."""
    places = Places(chronology)
    return Finding(
        "Expectations",
        (
            Heading("Child", 20, bold=True),
            Heading("Expected", 34),
            Heading("Counting rule", 34),
            Heading("From", 17),
            Heading("Begins with", 30),
            Heading("To", 17),
            Heading("Ends with", 30),
            Heading("Counted", 10, bold=True),
            Heading("At least", 10),
            Heading("Counted in", 14),
            Heading("Longer than expected", 14),
            Heading("Unclear inside", 30),
            Heading("In words", 60),
        ),
        [row for one in chronology.expectations for row in _tell_expectation(one, places)],
        "The case file expects no visits.",
        parted=True,
    )


def _tell_expectation(expectation: Expectation, places: Places) -> Iterator[tuple[RowValue, ...]]:
    visiting = expectation.visiting
    head = (visiting.child, expectation.words, expectation.rule)
    for one in expectation.longer:
        yield (*head, *_tell_interval(one, places, visiting.every.counted_in.value), one.words)
    if expectation.first and expectation.last and not expectation.longer:
        words = (
            f"From {name_day(expectation.first)} to {name_day(expectation.last)} no time between "
            "two recorded sightings was longer than expected."
        )
        yield (*head, expectation.first, "", expectation.last, *("",) * 6, words)
    elif not expectation.longer:
        yield (*head, *("",) * 9, expectation.remark)


def _tell_interval(one: Interval, places: Places, counted_in: str) -> tuple[RowValue, ...]:
    return (
        one.first,
        _describe(one.begins_with, places) or "the first day",
        one.last,
        _describe(one.ends_with, places) or "the last day: no sighting so far",
        one.counted,
        one.shortest,
        counted_in,
        "certain" if one.certain else "uncertain",
        _describe(one.unclear, places),
    )


def _describe(events: tuple[str, ...], places: Places) -> str:
    return "\n".join(places.describe(one) for one in events)

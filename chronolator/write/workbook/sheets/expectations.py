"""The expectations of visits and the intervals longer than them, as the rows of a sheet."""

from collections.abc import Iterator

from chronolator.model import Chronology, Expectation, Interval
from chronolator.rows import RowValue, name_day
from chronolator.write.workbook.sheets.places import Places
from chronolator.write.workbook.tables import Finding, Heading

SHEET = "Expectations"
_PURPOSE = (
    "The visits that the case file expects, with its source, held against the recorded sightings."
)
_OF = "Child", "Expected"
"""By these and an end of it an interval is known again."""


def list_expectations(chronology: Chronology) -> Finding:
    """One row an interval; an expectation without one has a row that says so, or why."""
    places = Places(chronology)
    return Finding(
        SHEET,
        (
            Heading("Child", 15, bold=True),
            Heading("Expected", 26),
            Heading("Counting rule", 26),
            Heading("From", 17),
            Heading("Begins with", 21),
            Heading("To", 17),
            Heading("Ends with", 21),
            Heading("Counted", 9, bold=True),
            Heading("At least", 9),
            Heading("Counted in", 10),
            Heading("Longer than expected", 11),
            Heading("Unclear inside", 21, optional=True),
            Heading("In words", 44),
        ),
        [row for one in chronology.expectations for row in _tell_expectation(one, places)],
        "The case file expects no visits.",
        purpose=_PURPOSE,
        parted=True,
        identity=((*_OF, "From"), (*_OF, "To")),
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

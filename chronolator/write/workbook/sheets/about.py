"""The sheet About: what stands in the workbook, and what it cannot tell."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib.metadata import version

from chronolator.accounting import count_files, sum_counts
from chronolator.columns import Column
from chronolator.model import Chronology, ContactStatus
from chronolator.rows import RowValue, list_result_columns, name_day
from chronolator.write.opening import NO_PERIOD, describe_child, tell_period
from chronolator.write.workbook.links import Links
from chronolator.write.workbook.sheets.about_words import (
    ACCESSIBLE,
    ANSWERS,
    CANNOT_TELL,
    READING,
    WORKING,
)
from chronolator.write.workbook.tables import Finding, Heading

SHEET = "About"
_PURPOSE = "What the answers and every column mean, how to work in the workbook, and its counts."


def list_about(chronology: Chronology, merged_on: date, links: Links) -> Finding:
    """What the columns and answers mean, with the counts of this merge, and how many of the
    `links` of the other sheets lead to their row.
    """
    rows = [
        *_tell_result(chronology, merged_on, _count(chronology)),
        *(("Working in it", *row) for row in WORKING),
        ("Working in it", "Links", _tell_links(links)),
        *(("Accessible", *row) for row in ACCESSIBLE),
        *_tell_columns(list_result_columns(chronology)),
    ]
    return _make_sheet(chronology, rows)


def list_reading_about(
    chronology: Chronology, merged_on: date, columns: Sequence[Column], rows: int
) -> Finding:
    """The same of the copy for reading: its `columns`, and how many `rows` hold the events."""
    here = ("Rows in this copy, one a contact", rows)
    told = [
        *(("A copy for reading", *row) for row in READING),
        *_tell_result(chronology, merged_on, (*_count(chronology), here)),
        *_tell_columns(columns),
    ]
    return _make_sheet(chronology, told)


def list_gaps_about(chronology: Chronology, merged_on: date) -> Finding:
    """The same of a workbook that holds the gaps alone."""
    return _make_sheet(chronology, list(_tell_result(chronology, merged_on, ())))


def _tell_links(links: Links) -> str:
    told = (
        "A blue, underlined number leads to the row with that No. in the chronology, wherever you "
        "sorted it."
    )
    if not links.plain:
        return told
    return (
        f"{told} So that the workbook opens quickly, {links.written:,} of the numbers do, those of "
        f"the first sheets; {links.plain:,} do not: find their row by its No. or Ref."
    )


def _make_sheet(chronology: Chronology, rows: Sequence[tuple[RowValue, ...]]) -> Finding:
    headings = (Heading("About", 24), Heading("What", 34, bold=True), Heading("Meaning", 120))
    title = chronology.case.title or "this chronology"
    return Finding(
        SHEET,
        headings,
        rows,
        f"About {title}.",
        purpose=_PURPOSE,
        parted=True,
        place=1,
        identity=(("About", "What"),),
    )


def _tell_result(
    chronology: Chronology, merged_on: date, counts: Iterable[tuple[str, RowValue]]
) -> Iterator[tuple[RowValue, ...]]:
    yield from (("This workbook", *row) for row in _tell_workbook(chronology, merged_on))
    yield from (("This workbook", *row) for row in counts)
    yield from (("What the answers mean", *row) for row in ANSWERS)
    yield from (("What the tool cannot tell", *row) for row in CANNOT_TELL)


def _tell_columns(columns: Iterable[Column]) -> Iterator[tuple[RowValue, ...]]:
    return (("Columns", column.heading, column.meaning) for column in columns)


def _tell_workbook(chronology: Chronology, merged_on: date) -> Iterator[tuple[str, RowValue]]:
    case = chronology.case
    if case.marking:
        yield "Marking", case.marking
    if case.title:
        yield "Title", case.title
    for child in case.children:
        yield "Child", describe_child(child, chronology)
    yield "Review period", tell_period(case) or NO_PERIOD
    changed = chronology.history[0].day if chronology.history else merged_on
    yield "As merged on", name_day(changed)
    yield "Made with", f"Chronolator {version('chronolator')}"


def _count(chronology: Chronology) -> Iterator[tuple[str, RowValue]]:
    agencies = {event.agency for event in chronology.events if not event.own}
    versions = sum(one.of_earlier_version for one in chronology.duplicates)
    yield "Files read", count_files(chronology.sources)
    yield "Rows that are not blank", sum_counts(chronology.sources).not_blank
    yield "Entries", len(chronology.events)
    yield "Agencies", len(agencies)
    yield "Duplicates", len(chronology.duplicates)
    if versions:
        yield "of them rows of an earlier version of a return", versions
    yield "Rows that are not events", len(chronology.not_events)
    linked = [one for one in chronology.contacts if one.status is ContactStatus.LINKED]
    yield "Contacts", len(linked)
    yield "Possible contacts, for you to look at", len(chronology.contacts) - len(linked)
    if chronology.decisions:
        yield (
            "Decisions of yours that are followed",
            sum(one.honoured for one in chronology.decisions),
        )
    yield "Gaps", len(chronology.gaps)
    yield "Problems", len(chronology.problems)

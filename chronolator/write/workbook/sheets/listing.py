"""All sheets of findings in their order: findings, what to decide and to ask, the accounts."""

from collections.abc import Iterator

from chronolator.model import Chronology
from chronolator.write.workbook.long_entries import SHEET as LONG_SHEET
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.sheets.accounts import (
    list_glossary,
    list_not_events,
    list_problems,
    list_sources,
)
from chronolator.write.workbook.sheets.changes import list_changes
from chronolator.write.workbook.sheets.contacts import list_contacts, list_possible
from chronolator.write.workbook.sheets.decisions import list_decisions
from chronolator.write.workbook.sheets.differences import list_differences
from chronolator.write.workbook.sheets.duplicates import list_duplicates
from chronolator.write.workbook.sheets.expectations import list_expectations
from chronolator.write.workbook.sheets.gaps import list_gaps
from chronolator.write.workbook.sheets.notes_to_place import list_notes_to_place
from chronolator.write.workbook.sheets.one_sided import list_one_sided
from chronolator.write.workbook.sheets.questions import list_questions
from chronolator.write.workbook.tables import Finding, Heading


def list_findings(chronology: Chronology) -> Iterator[Finding]:
    """What the sheets hold, also those that would be empty."""
    yield list_gaps(chronology)
    yield list_expectations(chronology)
    yield list_differences(chronology)
    yield list_one_sided(chronology)
    yield list_contacts(chronology)
    yield list_possible(chronology)
    yield list_duplicates(chronology)
    yield list_decisions(chronology)
    yield list_questions(chronology)
    yield list_notes_to_place(chronology)
    yield list_changes(chronology)
    yield list_problems(chronology)
    yield list_glossary(chronology)
    yield list_not_events(chronology)
    yield list_sources(chronology)


def list_long(long: LongEntries) -> Finding:
    """The texts that a cell or a row cannot show whole, in parts."""
    return Finding(
        LONG_SHEET,
        (
            Heading("Ref or place", 20),
            Heading("Column", 26),
            Heading("Part", 10),
            Heading("Words", 120),
        ),
        list(long.list_parts()),
        purpose="Texts that are too long for their row, whole and in parts.",
        counts=len(long.kept),
        parted=True,
    )

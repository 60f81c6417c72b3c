"""All sheets of findings in their order: findings, what to decide and to ask, the accounts."""

from collections.abc import Iterator
from dataclasses import replace

from chronolator.columns import name_sheet, share_out
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


def share_finding(finding: Finding) -> Iterator[Finding]:
    """The finding, or where its rows are more than a sheet holds its parts, each for a sheet of its
    own. One in which the author decides is read back from one sheet, and one that charts are drawn
    from is shown by it: these stay whole.
    """
    shares = share_out(len(finding.rows))
    if len(shares) == 1 or finding.charted or any(one.asks for one in finding.headings):
        yield finding
        return
    for number, share in enumerate(shares, start=1):
        begin = sum(shares[: number - 1])
        rows = finding.rows[begin : begin + share]
        told = finding.purpose if number == 1 else f"The sheet {finding.sheet} goes on here."
        name = name_sheet(finding.sheet, number)
        yield replace(finding, sheet=name, rows=rows, purpose=told, counts=None)


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

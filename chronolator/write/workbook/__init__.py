"""Chronology -> the workbook that the overview author works in."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from chronolator.columns import FORMAT_VERSION, READING_PROPERTY, VERSION_PROPERTY, clean_text
from chronolator.model import Chronology
from chronolator.write.workbook.about import list_about, list_gaps_about, list_reading_about
from chronolator.write.workbook.accounts import (
    list_glossary,
    list_not_events,
    list_notes_to_place,
    list_problems,
    list_sources,
)
from chronolator.write.workbook.base import write_base, write_case
from chronolator.write.workbook.by_contact import write_rows_by_contact
from chronolator.write.workbook.changes import list_changes
from chronolator.write.workbook.chronology import write_chronology
from chronolator.write.workbook.decisions import list_decisions
from chronolator.write.workbook.expectations import list_expectations
from chronolator.write.workbook.findings import list_contacts, list_duplicates
from chronolator.write.workbook.formats import FONT, TEXT_SIZE, Formats
from chronolator.write.workbook.gaps import list_gaps
from chronolator.write.workbook.long_entries import SHEET as LONG_SHEET
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.own_sheets import write_own_sheets
from chronolator.write.workbook.pages import Furniture
from chronolator.write.workbook.picture import write_picture
from chronolator.write.workbook.tables import Finding, Heading, write_finding

__all__ = ["write_gaps_workbook", "write_workbook", "write_workbook_by_contact"]

_LANGUAGE = "en-GB"
"""Of our words, and of nearly all returns. Excel keeps a document's language under this name."""
_OPTIONS = {
    # Temporary files would leave the records on the disk after a stop in the middle.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": TEXT_SIZE},
}


def write_workbook(chronology: Chronology, path: Path, merged_on: date) -> None:
    """Write the chronology and its findings as an .xlsx file. The same input gives the same file.

    No text becomes a formula or a link. Raises `OutputError` where a sheet cannot hold what is to
    be written, and `OSError` where the file cannot be.
    """
    with _open_book(chronology, path, merged_on) as (book, formats, furniture):
        book.set_custom_property(VERSION_PROPERTY, FORMAT_VERSION, "text")
        long = LongEntries()
        written = write_chronology(book, formats, chronology, furniture, long)
        numbers = write_picture(book, formats, chronology, furniture)
        for finding in _list_findings(chronology):
            write_finding(book, formats, finding, furniture, long)
        for finding in numbers:
            write_finding(book, formats, finding, furniture, long)
        if long.kept:
            write_finding(book, formats, _list_long(long), furniture, long)
        write_finding(book, formats, list_about(chronology, merged_on), furniture, long)
        hers = write_own_sheets(book, formats, chronology.own_sheets)
        write_base(book, formats, written)
        write_case(book, formats, chronology, hers)


def write_workbook_by_contact(chronology: Chronology, path: Path, merged_on: date) -> None:
    """Write the chronology with one row a contact, as `write_workbook` writes it: a copy for
    reading, from which no notes are read back. The findings on sheets of their own are not in it.
    """
    with _open_book(chronology, path, merged_on) as (book, formats, furniture):
        book.set_custom_property(READING_PROPERTY, FORMAT_VERSION, "text")
        long = LongEntries()
        columns, rows = write_rows_by_contact(book, formats, chronology, furniture, long)
        if long.kept:
            write_finding(book, formats, _list_long(long), furniture, long)
        about = list_reading_about(chronology, merged_on, columns, rows)
        write_finding(book, formats, about, furniture, long)


def write_gaps_workbook(chronology: Chronology, path: Path, merged_on: date) -> None:
    """Write the sheets of the gaps and of the expectations alone, as `write_workbook` writes them,
    with what they can tell; no notes are kept in them.
    """
    with _open_book(chronology, path, merged_on) as (book, formats, furniture):
        long = LongEntries()
        write_finding(book, formats, list_gaps(chronology), furniture, long)
        if chronology.expectations:
            write_finding(book, formats, list_expectations(chronology), furniture, long)
        if long.kept:
            write_finding(book, formats, _list_long(long), furniture, long)
        write_finding(book, formats, list_gaps_about(chronology, merged_on), furniture, long)


@contextmanager
def _open_book(
    chronology: Chronology, path: Path, merged_on: date
) -> Iterator[tuple[Workbook, Formats, Furniture]]:
    book = Workbook(str(path), deepcopy(_OPTIONS))  # it writes into what it is given
    _set_properties(book, chronology, merged_on)
    book.set_custom_property("Language", _LANGUAGE, "text")
    yield book, Formats(book), Furniture(chronology.case.marking, chronology.case.title)
    try:
        book.close()
    except FileCreateError as error:
        cause = error.args[0]
        raise (cause if isinstance(cause, OSError) else OSError(str(cause))) from error


def _list_findings(chronology: Chronology) -> Iterator[Finding]:
    yield list_gaps(chronology)
    if chronology.expectations:
        yield list_expectations(chronology)
    yield list_contacts(chronology)
    yield list_duplicates(chronology)
    yield list_decisions(chronology)
    if chronology.changes:
        yield list_changes(chronology)
    if (notes := list_notes_to_place(chronology)).rows:
        yield notes
    yield list_not_events(chronology)
    yield list_problems(chronology)
    if chronology.glossary:
        yield list_glossary(chronology)
    yield list_sources(chronology)


def _list_long(long: LongEntries) -> Finding:
    headings = (Heading("Ref or place", 20), Heading("Column", 26), Heading("Part", 10))
    return Finding(
        LONG_SHEET, (*headings, Heading("Words", 120)), list(long.list_parts()), parted=True
    )


def _set_properties(book: Workbook, chronology: Chronology, merged_on: date) -> None:
    case = chronology.case
    book.set_properties(
        {
            "title": clean_text(case.title) or "Integrated chronology",
            "subject": "Integrated chronology",
            "category": clean_text(case.marking),
            "created": datetime.combine(merged_on, time()),
            "comments": "Merged by Chronolator. The agencies' words are theirs.",
        }
    )

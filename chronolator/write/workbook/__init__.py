"""Chronology -> the workbook that the overview author works in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from chronolator.columns import FORMAT_VERSION, READING_PROPERTY, VERSION_PROPERTY
from chronolator.model import Chronology, UnplacedNote
from chronolator.write.workbook.base import write_base, write_case
from chronolator.write.workbook.book import open_book
from chronolator.write.workbook.by_contact import write_rows_by_contact
from chronolator.write.workbook.chronology import write_chronology
from chronolator.write.workbook.jottings import describe_table, place_jottings, place_looks
from chronolator.write.workbook.links import Links
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.own_sheets import write_own_sheets
from chronolator.write.workbook.picture import PICTURE, write_picture
from chronolator.write.workbook.sheets import about, gaps, start
from chronolator.write.workbook.sheets.expectations import list_expectations
from chronolator.write.workbook.sheets.listing import list_findings, list_long, share_finding
from chronolator.write.workbook.tables import Finding, FindingWriter

__all__ = ["write_gaps_workbook", "write_workbook", "write_workbook_by_contact"]


def write_workbook(chronology: Chronology, path: Path, merged_on: date) -> None:
    """Write the chronology and its findings as an .xlsx file. The same input gives the same file.

    No text becomes a formula or a link. Raises `OutputError` where a sheet cannot hold what is to
    be written, and `OSError` where the file cannot be.
    """
    with open_book(chronology.case, path, merged_on) as (book, formats, furniture):
        book.set_custom_property(VERSION_PROPERTY, FORMAT_VERSION, "text")
        long, links = LongEntries(), Links(len(chronology.events))
        writer = FindingWriter(book, formats, furniture, long, links)
        first = writer.begin(start.SHEET)  # filled last: it tells of all the others
        written = write_chronology(book, formats, chronology, furniture, long, links)
        picture, numbers = write_picture(book, formats, chronology, furniture)
        findings = _place_jottings(chronology, numbers)
        tables = [picture, *findings]
        for finding in findings:
            if _is_there(finding):
                writer.write(finding)
        if long.kept:
            for finding in share_finding(list_long(long)):
                findings.append(finding)
                writer.write(finding)
        told = about.list_about(chronology, merged_on, links)
        findings.append(place_looks(told, chronology))
        writer.write(findings[-1])
        tables.append(findings[-1])
        listed = [start.Listed(*PICTURE, None), *map(_list_sheet, findings)]
        # Its few links are not counted among those of the other sheets: all of them lead.
        opening = FindingWriter(book, formats, furniture, long, Links(0))
        tables.append(place_looks(start.list_start(chronology, listed), chronology))
        opening.fill(first, tables[-1])
        hers = write_own_sheets(book, formats, chronology.own_sheets)
        write_base(book, formats, written)
        described = {one.sheet: table for one in tables if (table := describe_table(one))}
        write_case(book, formats, chronology, described, hers)


def write_workbook_by_contact(chronology: Chronology, path: Path, merged_on: date) -> None:
    """Write the chronology with one row a contact, as `write_workbook` writes it: a copy for
    reading, from which no notes are read back. The findings on sheets of their own are not in it.
    """
    with open_book(chronology.case, path, merged_on) as (book, formats, furniture):
        book.set_custom_property(READING_PROPERTY, FORMAT_VERSION, "text")
        long = LongEntries()
        columns, rows = write_rows_by_contact(book, formats, chronology, furniture, long)
        writer = FindingWriter(book, formats, furniture, long, Links(0))
        if long.kept:
            writer.write(list_long(long))
        writer.write(about.list_reading_about(chronology, merged_on, columns, rows))


def write_gaps_workbook(chronology: Chronology, path: Path, merged_on: date) -> None:
    """Write the sheets of the gaps and of the expectations alone, as `write_workbook` writes them,
    with what they can tell; no notes are kept in them.
    """
    with open_book(chronology.case, path, merged_on) as (book, formats, furniture):
        long = LongEntries()
        writer = FindingWriter(book, formats, furniture, long, Links(0))
        writer.write(gaps.list_gaps(chronology, linked=False))
        if chronology.expectations:
            writer.write(list_expectations(chronology))
        if long.kept:
            writer.write(list_long(long))
        writer.write(about.list_gaps_about(chronology, merged_on))


def _place_jottings(chronology: Chronology, numbers: Sequence[Finding]) -> list[Finding]:
    """The findings with what the author left beside them; what belongs to none waits among the
    notes to place, which are a finding themselves.
    """
    findings, left = _place(chronology, numbers)
    if left:
        waiting = replace(chronology, unplaced=(*chronology.unplaced, *left))
        findings, _ = _place(waiting, numbers)
    return findings


def _place(
    chronology: Chronology, numbers: Sequence[Finding]
) -> tuple[list[Finding], tuple[UnplacedNote, ...]]:
    listed = (*list_findings(chronology), *numbers)
    findings = [part for finding in listed for part in share_finding(finding)]
    return place_jottings(findings, chronology.jottings, chronology.tables)


def _is_there(finding: Finding) -> bool:
    """True for a sheet that is written, empty or not: that there is no gap is a finding."""
    return bool(finding.rows) or finding.sheet == gaps.SHEET


def _list_sheet(finding: Finding) -> start.Listed:
    there = _is_there(finding)
    count = len(finding.rows) if finding.counts is None else finding.counts
    counted = None if finding.sheet == about.SHEET else count
    return start.Listed(
        finding.sheet, finding.purpose if there else finding.nothing, counted, there
    )

"""The sheet Start here: what came, what to look at first, and where everything stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronolator.accounting import adds_up, count_files, sum_counts
from chronolator.columns import CHRONOLOGY_SHEET, name_sheet, share_out
from chronolator.model import (
    Case,
    Chronology,
    Happening,
    HappeningKind,
    Problem,
    ProblemKind,
)
from chronolator.rows import name_day
from chronolator.write.opening import NO_PERIOD, describe_child, tell_period
from chronolator.write.workbook.links import SheetLink
from chronolator.write.workbook.sheets import changes
from chronolator.write.workbook.sheets.about_words import CANNOT_TELL
from chronolator.write.workbook.sheets.accounts import SOURCES
from chronolator.write.workbook.sheets.agencies import tell_agencies
from chronolator.write.workbook.sheets.first_look import tell_first_look
from chronolator.write.workbook.sheets.longest_gaps import find_longest, tell_longest
from chronolator.write.workbook.tables import CellValue, Finding, Heading

SHEET = "Start here"
_HEADINGS = (
    Heading("Part", 20),
    Heading("What", 30, bold=True),
    Heading("Number", 9),
    Heading("What to know", 94),
    Heading("Go to sheet, or row No.", 22),
    Heading("Then to row No.", 10, optional=True),
)
_IDENTITY = (("Part", "What"),)
_CHRONOLOGY = (
    "Every entry of every return in one order, with the answers and the words they rest on, and "
    "the yellow columns for you to write in."
)
_GOES_ON = (
    "A sheet of Excel holds no more rows: here the chronology goes on in the same columns, from No."
)
_OPENING, _GAPS, _LOOK, _WHO, _SHEETS, _CANNOT = (
    "This chronology",
    "The longest gaps",
    "Look at these first",
    "Who recorded what",
    "In this workbook",
    "What the tool cannot tell",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet that is in the workbook, and how many things it tells of; or one that is not since it
    would be empty (`there` is false), with the sentence that says so as its `purpose`.
    """

    sheet: str
    purpose: str
    count: int | None
    there: bool = True


def list_start(chronology: Chronology, listed: Sequence[Listed]) -> Finding:
    """The first page: one table, each part of it with a line above."""
    gaps = find_longest(chronology)
    there = {one.sheet for one in listed if one.there}
    parts: Sequence[tuple[str, Iterator[tuple[CellValue, ...]]]] = (
        (_OPENING, _tell_opening(chronology, there)),
        (_GAPS, tell_longest(chronology, gaps)),
        (_LOOK, tell_first_look(chronology, gaps, there)),
        (_SHEETS, _tell_sheets(chronology, listed)),
        (_WHO, tell_agencies(chronology)),
        (_CANNOT, ((what, None, words, None, None) for what, words in CANNOT_TELL)),
    )
    rows = [(part, *row) for part, told in parts for row in told]
    return Finding(SHEET, _HEADINGS, rows, parted=True, place=1, identity=_IDENTITY)


def _tell_opening(chronology: Chronology, there: set[str]) -> Iterator[tuple[CellValue, ...]]:
    case = chronology.case
    yield from _tell_case(chronology, case)
    sources = chronology.sources
    rows = sum_counts(sources)
    whole = "every row is accounted for" if all(map(adds_up, sources)) else "not all rows add up"
    words = (
        f"{rows.not_blank:,} rows that are not blank: {rows.events:,} hold entries, "
        f"{rows.duplicates:,} repeat another, {rows.not_events:,} are no entries; {whole}."
        f"{_tell_unread(chronology.problems)}"
    )
    link = SheetLink(SOURCES) if SOURCES in there else None
    yield "Files read", count_files(sources), words, link, None
    if chronology.history:
        yield (
            "Last change",
            None,
            _tell_last_change(chronology.history),
            SheetLink(changes.SHEET) if changes.SHEET in there else None,
            None,
        )


def _tell_last_change(history: Sequence[Happening]) -> str:
    """The day of the last merge that changed anything, and how many answers it changed."""
    last = history[0]
    told = f"The merge of {name_day(last.day)} was the last that changed anything."
    answers = [
        one
        for one in history
        if one.kind is HappeningKind.ANSWER and (one.day, one.at) == (last.day, last.at)
    ]
    if not answers:
        return told
    counted = [one for one in answers if one.event]  # the rest of an agency stand in one line
    number = "1 row has" if len(counted) == 1 else f"{len(counted):,} rows have"
    more = "More than " if len(counted) < len(answers) else ""
    return f"{told} {more}{number} another answer since: look there."


def _tell_unread(problems: Sequence[Problem]) -> str:
    """That nothing of some files is in these counts; "" where every file could be read."""
    files = {one.origin.file for one in problems if one.kind is ProblemKind.FILE_NOT_READ}
    if not files:
        return ""
    what, them = ("1 file", "it") if len(files) == 1 else (f"{len(files):,} files", "them")
    return f" {what} could not be read, and no row of {them} is among these."


def _tell_case(chronology: Chronology, case: Case) -> Iterator[tuple[CellValue, ...]]:
    if case.marking:
        yield "Marking", None, case.marking, None, None
    if case.title:
        yield "Title", None, case.title, None, None
    for child in case.children:
        yield "Child", None, describe_child(child, chronology), None, None
    yield "Review period", None, tell_period(case) or NO_PERIOD, None, None


def _list_chronology(events: int) -> Iterator[Listed]:
    """The sheet of the chronology, and those on which it goes on."""
    shares = share_out(events)
    yield Listed(CHRONOLOGY_SHEET, _CHRONOLOGY, shares[0])
    for number, share in enumerate(shares[1:], start=2):
        told = f"{_GOES_ON} {sum(shares[: number - 1]) + 1:,} on."
        yield Listed(name_sheet(CHRONOLOGY_SHEET, number), told, share)


def _tell_sheets(
    chronology: Chronology, listed: Sequence[Listed]
) -> Iterator[tuple[CellValue, ...]]:
    for one in (*_list_chronology(len(chronology.events)), *listed):
        link = SheetLink(one.sheet) if one.there else None
        yield one.sheet, one.count, one.purpose, link, None

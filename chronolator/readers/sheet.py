"""One sheet, read by the one reader that claims it, every row accounted for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronolator.errors import ReaderError
from chronolator.model import (
    UNDER_HEADING,
    Counts,
    Entry,
    Layout,
    MarkKind,
    NotEvent,
    Origin,
    Problem,
    ProblemKind,
    Reading,
    Sheet,
    Source,
    Term,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.layouts.aside import read_aside
from chronolator.readers.layouts.bands import BANNER
from chronolator.readers.layouts.fills import find_legend, learn_legend
from chronolator.readers.layouts.inner import fold_in
from chronolator.readers.layouts.prose import PROSE, find_remedy, read_dated, tell_doubts
from chronolator.readers.layouts.titles import find_agency, list_titles
from chronolator.readers.protocol import Reader, Settings
from chronolator.readers.registry import choose_reader, list_not_blank, show_row
from chronolator.words.agencies import find_body, find_kind
from chronolator.words.fold import fold

NO_TABLE = "no table of events was found on this sheet"
_COVER_ROWS = 30
_TABLE = re.compile(r"table \d+")
"""The name of a table of a document that holds nothing else."""


def read_sheets(
    sheets: Iterable[Sheet], readers: Sequence[Reader], settings: Settings, sha256: str
) -> list[Reading]:
    """What each sheet of one file holds; a sheet may carry on the one before it, and a cover sheet
    names the agency of those behind it. So do the titles of a document, for all its tables.
    """
    made = list(sheets)
    settings = replace(settings, legend=find_legend(made, settings.headings))
    is_document = any(one.prose or one.above or _TABLE.fullmatch(one.name) for one in made)
    before: dict[str, Layout] = {}
    titles: list[Sequence[Value]] = []
    readings = []
    for sheet in made:
        reading = read_sheet(sheet, readers, settings, sha256, before)
        learnt = learn_legend(sheet, reading.not_events)
        settings = replace(settings, legend={**settings.legend, **learnt})
        (source,) = reading.sources
        if source.reader:
            agency = source.agency or find_agency(
                titles, settings.headings, settings.agencies, settings.known
            )
            shown = _show_titles([*titles, *list_titles(sheet, _find_first(source, reading))])
            reading = replace(reading, sources=(replace(source, agency=agency, titles=shown),))
        if not source.reader:
            titles += list_titles(sheet, _COVER_ROWS)
        elif is_document:
            titles += list_titles(sheet, max(source.header_row, 1))
        if is_document and source.reader in before and reading.entries:
            before[source.reader] = replace(before[source.reader], under=_list_under(reading))
        readings.append(reading)
    return fold_in(_share_agency(readings, settings))


def _find_first(source: Source, reading: Reading) -> int:
    """The row below the titles: that of the headings, else of the first entry."""
    entries = reading.entries
    return max(source.header_row or (entries[0].origin.row if entries else 1), 1)


def _show_titles(titles: Iterable[Sequence[Value]]) -> tuple[str, ...]:
    rows = (" ".join(filter(None, map(show_value, row))) for row in titles)
    return tuple(dict.fromkeys(filter(None, rows)))


def _list_under(reading: Reading) -> tuple[str, ...]:
    """The banners below which the next table of a document goes on: those of the last entry, and
    what stands below it at the foot of the page.
    """
    last = reading.entries[-1]
    told = (last.period, last.other.get(UNDER_HEADING, ""))
    foot = (
        one.text
        for one in reading.not_events
        if one.reason == BANNER and one.origin.row > last.origin.row
    )
    return tuple(filter(None, (*told, *foot)))


def _share_agency(readings: Sequence[Reading], settings: Settings) -> list[Reading]:
    """The same, each sheet without titles given an agency where the others tell it: its own name,
    where the sheets are named after several agencies; else the one agency of all that have titles,
    where it has columns of theirs.
    """
    sources = [source for reading in readings for source in reading.sources]
    named = [one for one in sources if one.agency]
    only = named[0].agency if len({fold(one.agency) for one in named}) == 1 else ""
    bodies = {find_body(one.sheet, settings.agencies) for one in sources if one.reader} - {""}
    shared = []
    for reading, source in zip(readings, sources, strict=True):
        agency = source.agency
        if source.reader and not agency:
            if find_kind(source.sheet, settings.agencies):
                agency = source.sheet.strip() if len(bodies) > 1 else ""
            elif any(_are_alike(source, one) for one in named):
                agency = only
        shared.append(replace(reading, sources=(replace(source, agency=agency),)))
    return shared


def _are_alike(one: Source, other: Source) -> bool:
    """True where the headings of one are among those of the other."""
    first, second = set(one.columns), set(other.columns)
    return first <= second or second <= first


def read_sheet(
    sheet: Sheet,
    readers: Sequence[Reader],
    settings: Settings,
    sha256: str,
    before: dict[str, Layout] | None = None,
) -> Reading:
    """The entries of the sheet, its rows that are no events, problems, and its one source.

    `before`: how the last sheet of the file was laid out that each reader took, by its name; how
    this one is comes to stand in it.

    The rows that are not blank are counted before any reader sees them. Rows of which a reader says
    nothing, or that it fails on, come back as not events with that reason, and a `Problem`.
    """
    reading = _read(sheet, readers, settings, sha256, before)
    return replace(reading, problems=(*_tell_unread(sheet), *reading.problems))


def _read(
    sheet: Sheet,
    readers: Sequence[Reader],
    settings: Settings,
    sha256: str,
    before: dict[str, Layout] | None,
) -> Reading:
    rows = list_not_blank(sheet)
    source = Source(sheet.file, sheet.name, "", 0, {}, Counts(not_blank=len(rows)), sha256)
    if sheet.prose:
        return _read_prose(sheet, rows, source, settings, beside_table=bool(before))
    try:
        chosen = choose_reader(sheet, readers, settings, before)
    except ReaderError as error:
        return _leave_out(sheet, rows, source, str(error), error.hint)
    if chosen is None:
        if aside := read_aside(sheet, rows, settings):
            return Reading((), aside.not_events, aside.problems, (source,), aside.terms)
        return _leave_out(
            sheet,
            rows,
            source,
            NO_TABLE,
            "If it holds entries, put a row of headings above them. "
            "It was looked for by: " + "; ".join(one.looks_for for one in readers) + ".",
        )
    reader, layout = chosen
    if before is not None:
        settings = replace(settings, before=before.get(reader.name))
        before[reader.name] = layout
    source = replace(
        source,
        reader=reader.name,
        header_row=layout.header_row,
        columns=layout.columns,
        agency=layout.agency,
    )
    try:
        told = list(reader.read(sheet, layout, settings))
    except Exception as error:  # noqa: BLE001  a plug-in may fail in any way, and costs its sheet only
        return _leave_out(
            sheet,
            rows,
            source,
            f"the reader {reader.name} failed ({type(error).__name__})",
            "Tell its author, or choose another with --reader.",
        )
    return _account(sheet, rows, source, layout, told)


def _read_prose(
    sheet: Sheet, rows: Sequence[int], source: Source, settings: Settings, *, beside_table: bool
) -> Reading:
    """The text outside the tables of a document. It tells entries where no table does."""
    entries = None if beside_table else read_dated(sheet, settings)
    if entries is not None:
        layout, told = entries
        source = replace(source, reader=PROSE, columns=layout.columns, agency=layout.agency)
        return _account(sheet, rows, source, layout, told)
    aside = read_aside(sheet, rows, settings)
    if aside is None or not (beside_table or aside.problems):
        return _leave_out(sheet, rows, source, NO_TABLE, find_remedy(sheet))
    problems = (*aside.problems, *tell_doubts(sheet, settings))
    return Reading((), aside.not_events, problems, (source,), aside.terms)


def _tell_unread(sheet: Sheet) -> Iterator[Problem]:
    place = Origin(sheet.file, sheet.name)
    for mark in sheet.marks:
        if mark.kind is MarkKind.UNREAD:
            yield Problem(
                place,
                ProblemKind.READING_UNCERTAIN,
                f"{place}: its values are read; hidden rows, words struck through, comments and "
                f"colours were not looked at: {mark.text}",
                "Look for them yourself, or save it in Excel as a workbook (.xlsx) and merge that.",
            )


def _account(
    sheet: Sheet,
    rows: Sequence[int],
    source: Source,
    layout: Layout,
    told: Sequence[Entry | NotEvent | Problem | Term],
) -> Reading:
    entries = tuple(one for one in told if isinstance(one, Entry))
    not_events = tuple(one for one in told if isinstance(one, NotEvent))
    problems = [one for one in told if isinstance(one, Problem)]
    place = Origin(sheet.file, sheet.name)
    problems += [
        Problem(place, ProblemKind.READING_UNCERTAIN, f"{place}: {doubt}", hint)
        for doubt, hint in layout.doubts
    ]
    missing = set(rows) - {one.origin.row for one in entries}
    missing -= {one.origin.row for one in not_events}
    for row in sorted(missing):
        origin = replace(place, row=row)
        reason = f"the reader {source.reader} says nothing of this row"
        not_events += (NotEvent(origin, reason, show_row(sheet, row)),)
        problems.append(
            Problem(
                origin,
                ProblemKind.READING_UNCERTAIN,
                f"{origin}: {reason}",
                "Look at the row, and tell the author of the reader.",
            )
        )
    terms = tuple(one for one in told if isinstance(one, Term))
    return Reading(entries, not_events, tuple(problems), (source,), terms)


def _leave_out(
    sheet: Sheet, rows: Sequence[int], source: Source, reason: str, hint: str
) -> Reading:
    place = Origin(sheet.file, sheet.name)
    return Reading(
        not_events=tuple(
            NotEvent(replace(place, row=row), reason, show_row(sheet, row)) for row in rows
        ),
        problems=(Problem(place, ProblemKind.SHEET_NOT_READ, f"{place}: {reason}", hint),),
        sources=(source,),
    )

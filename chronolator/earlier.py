"""The order of work with an earlier workbook: read it, take its author's rows, open it again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from pathlib import Path, PureWindowsPath

from chronolator import notes, workers
from chronolator.columns import CASE_SHEET, DAY_KEYS
from chronolator.dates import DateReader
from chronolator.duplicates import Candidates, find_doubtful
from chronolator.errors import OutputError, ReaderError
from chronolator.model import (
    Case,
    Chronology,
    DecisionKind,
    Earlier,
    Entry,
    Event,
    Field,
    Origin,
    OwnRow,
    Problem,
    ProblemKind,
    Qualifier,
    Reading,
    Rules,
    Sheet,
    Source,
    When,
)
from chronolator.normalise import normalise
from chronolator.readers.files import open_in_worker
from chronolator.readers.ours.earlier import read_earlier as read_earlier_sheets
from chronolator.readers.ours.looks.found import FoundBook
from chronolator.readers.ours.refs import looks_integrated
from chronolator.readers.ours.stored import read_our_looks, read_sheet_names
from chronolator.readers.package import is_ours, read_names
from chronolator.workers import Limits

FIND_LOOKS = "chronolator.readers.ours.looks.book:find_looks"
_WHEN, _DAYS = frozenset(DAY_KEYS), frozenset({"date", "date_to"})
_MEND_DATE = "The row is your own: if it is wrong, write its date as 5 May 2019, and merge again."
_DATED = frozenset({Field.DATE, Field.TIME, Field.END_DATE})


def read_earlier(path: Path, limits: Limits | None = None) -> Earlier | None:
    """The workbook at `path` as an earlier one, or None where there is none that chron wrote.

    Raises `ReaderError` where it is ours and cannot be read: its notes must not be lost.
    """
    if not path.is_file() or not is_ours(path):
        return None
    opened = open_in_worker(path, path.name, limits)
    book = _find_looks(path, opened.sheets, limits)
    return read_earlier_sheets(str(path), opened.sheets, read_names(path), book)


def _find_looks(path: Path, sheets: Sequence[Sheet], limits: Limits | None) -> FoundBook:
    """How the author dressed the workbook, looked for in a process of its own."""
    stored = next((sheet for sheet in sheets if sheet.name == CASE_SHEET), None)
    ours = read_our_looks(stored) if stored else None
    if stored is None or ours is None:
        return FoundBook(unread="an earlier version of chron wrote the workbook")
    written = {sheet.name for sheet in sheets if looks_integrated(sheet)}
    written |= read_sheet_names(stored)
    place = str(path.absolute())
    try:
        found: FoundBook = workers.call(path.name, FIND_LOOKS, place, ours, written, limits=limits)
    except ReaderError as error:
        return FoundBook(unread=str(error))
    return found


def reopen(path: Path, rules: Rules, limits: Limits | None = None) -> Chronology:
    """The chronology of a workbook that chron wrote, as its author left it, with its own case.

    Its answers are not worked out anew. Raises `ReaderError` where chron did not write it.
    """
    earlier = read_earlier(path, limits)
    if earlier is None:
        raise ReaderError(
            f"{path}: not a workbook that chron wrote",
            hint="Run chron merge first, or name the agencies' files.",
        )
    own, _ = take_own(earlier, earlier.case, rules, earlier.case.last)
    return notes.reopen(earlier, own, make_reader(earlier.case, rules, None))


def take_own(
    earlier: Earlier, case: Case, rules: Rules, merged_on: date | None
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The author's rows as events, marked as hers, in the order of `earlier.own`."""
    reader = make_reader(case, rules, merged_on)
    entries = [_take_written(row, reader) for row in earlier.own]
    events, doubts = normalise(entries, {}, case, rules.dates, merged_on, own=True)
    settled = tuple(
        replace(event, when=_keep(row, event.when))
        for row, event in zip(earlier.own, events, strict=True)
    )
    return settled, tuple(_tell_hers(one, earlier.path) for one in doubts)


def _tell_hers(doubt: Problem, path: str) -> Problem:
    """A doubt about a row of hers: no agency can be asked for its date."""
    hint = _MEND_DATE if doubt.kind is ProblemKind.DATE else doubt.hint
    return replace(doubt, origin=replace(doubt.origin, file=path), hint=hint)


def _take_written(row: OwnRow, reader: DateReader) -> Entry:
    """The row with its date as she wrote it, where its cells still tell what we read from that: so
    what is doubtful in it is told again.
    """
    if row.kept != _WHEN:
        return row.entry
    when = reader.read(row.read.written).when
    lent = row.read.qualifier is Qualifier.INHERITED
    if not lent and (_span(when) != _span(row.read) or not any(_span(when))):
        return row.entry
    cells = {key: value for key, value in row.entry.cells.items() if key not in _DATED}
    return replace(row.entry, cells={**cells, Field.DATE: row.read.written})


def _keep(row: OwnRow, now: When) -> When:
    """When the row was: as it was read before, as far as she changed nothing of it; `now` is what
    its cells tell.
    """
    if row.kept == _WHEN:
        return row.read
    if row.kept >= _DAYS and row.read.first != row.read.last:
        return replace(row.read, at=now.at, until=now.until)
    return now


def _span(when: When) -> tuple[date | time | None, ...]:
    return when.first, when.last, when.at, when.until


def make_reader(case: Case, rules: Rules, merged_on: date | None) -> DateReader:
    """What reads the dates that the author writes: day first."""
    return DateReader(rules.dates, latest=case.last or merged_on, today=merged_on)


@dataclass(frozen=True, slots=True)
class Written:
    """A chronology with all that its author wrote in an earlier workbook.

    The events of `chronology` are the agencies' rows as she corrected them; `own` are hers, and
    `answers`, by the event's id and the column's key, stand above what the rules find.
    """

    chronology: Chronology
    own: tuple[Event, ...] = ()
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)


def carry_written(
    arranged: Chronology,
    followed: Mapping[str, tuple[str, str]],
    earlier: Earlier,
    case: Case,
    rules: Rules,
    merged_on: date | None,
) -> Written:
    """The chronology with what the author wrote in the earlier workbook and made of its looks, at
    the rows to which its rows lead, with what she is to check; what stands beside no row waits,
    comments too, with the rows that may be meant.

    `followed` tells by the id of a row that is gone what it is now, and by what it is known.
    """
    ways = _find_ways(earlier, arranged, followed, rules)
    events = notes.mark_deleted(arranged.events, earlier)
    own, doubts = take_own(earlier, case, rules, merged_on)
    placed, moved = notes.place_waiting(earlier, ways, case)
    dressed = notes.carry_looks(placed, ways, case, own)
    carried = notes.carry(replace(placed, unplaced=dressed.waiting), ways, case, own)
    find = Candidates(events, rules.versions.following).find
    waiting = (*carried.unplaced, *dressed.unplaced)
    reader = make_reader(case, rules, merged_on)
    corrected = notes.correct_events(events, carried.cells, case, reader, earlier.path)
    chronology = replace(
        arranged,
        events=corrected.events,
        notes=carried.notes,
        checks=tuple(notes.list_checks(placed, ways)),
        unplaced=tuple(notes.offer_rows(waiting, events, ways.homes, find)),
        corrections=corrected.corrections,
        as_returned=corrected.as_returned,
        author_columns=carried.author_columns,
        looks=dressed.looks,
        own_sheets=earlier.own_sheets,
        jottings=earlier.jottings,
        tables=earlier.tables,
        problems=(
            *doubts,
            *moved,
            *carried.problems,
            *corrected.problems,
            *dressed.problems,
        ),
    )
    settled = chronology.redated
    before = [
        one
        for one in arranged.problems
        if one.kind is not ProblemKind.DATE or one.origin not in settled
    ]
    chronology = replace(chronology, problems=(*before, *chronology.problems))
    return Written(chronology, own, carried.answers)


def _find_ways(
    earlier: Earlier, arranged: Chronology, followed: Mapping[str, tuple[str, str]], rules: Rules
) -> notes.Ways:
    """Where what stands beside each row of the earlier workbook goes, by what it is `followed`, and
    what is doubtful. A row that stands for itself again because she said so makes none doubtful.
    """
    known = {row.id for row in earlier.events}
    parted = {
        ref
        for one in arranged.decisions
        if one.honoured and one.kind is DecisionKind.NOT_DUPLICATE
        for ref in one.events
    }
    hidden = {*earlier.deleted, *(parted - known)}
    rows = [row for row in arranged.events if row.id not in hidden]
    repeats = [one.other for one in arranged.duplicates]
    following = rules.versions.following
    doubtful = find_doubtful(earlier.events, rows, repeats, followed, earlier.repeated, following)
    return notes.find_ways(earlier, arranged.events, arranged.duplicates, {**followed, **doubtful})


def require_returns(
    earlier: Earlier, reading: Reading, case: Case, without: Collection[str]
) -> None:
    """Raises `OutputError` where the earlier workbook was made from a return that is not read now,
    unless its agency stands in `without`: its rows would vanish.
    """
    missing = notes.find_missing_returns(earlier, reading.sources, without)
    if not missing:
        return
    names = {PureWindowsPath(one.file).name.casefold() for one in missing}
    for problem in reading.problems:
        name = PureWindowsPath(problem.origin.file).name.casefold()
        if problem.kind is ProblemKind.FILE_NOT_READ and name in names:
            raise OutputError(
                f"{earlier.path}: holds the rows of a return that cannot be read now. "
                f"{problem.message}",
                hint=f"{problem.hint} Or leave it out on purpose with --without AGENCY.",
            )
    raise OutputError(
        f"{earlier.path}: made from returns that are not given now: {_name(missing)}",
        hint=notes.advise_missing(missing, earlier, reading.sources, case),
    )


def tell_left_aside(earlier: Earlier, reading: Reading, without: Collection[str]) -> Problem | None:
    """That nothing is taken from the workbook, which nobody named, since it was made from other
    returns; None where all of these are read now, or their agencies stand in `without`.
    """
    missing = notes.find_missing_returns(earlier, reading.sources, without)
    if not missing:
        return None
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOTE,
        f"{earlier.path}: what you wrote there is left out: it was made from returns that are not "
        f"read now: {_name(missing)}",
        "To have it here, give them too, or name each with --without AGENCY.",
    )


def holds_words_for(earlier: Earlier, sources: Sequence[Source]) -> bool:
    """Whether the author wrote anything in the workbook, and any of its returns is among the
    `sources`: who reads another workbook of these would look for it there.
    """
    written = (
        *(earlier.notes, earlier.corrections, earlier.own, earlier.unplaced, earlier.decided),
        *(earlier.jottings, earlier.own_sheets),
        any(not one.written for one in earlier.decisions),
    )
    files = {one.file for one in earlier.sources if one.reader}
    missing = notes.find_missing_returns(earlier, sources, ())
    return any(written) and len(missing) < len(files)


def _name(missing: Sequence[Source]) -> str:
    return ", ".join(f"{one.file} ({one.agency})" if one.agency else one.file for one in missing)

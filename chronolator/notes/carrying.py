"""Notes find their rows: silently by the id alone, else with a word, else they wait."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath

from chronolator.model import (
    Case,
    Duplicate,
    Earlier,
    Event,
    Note,
    Origin,
    Problem,
    ProblemKind,
    Source,
    UnplacedNote,
)
from chronolator.words.fold import fold


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the author's notes. `problems` names every note that did not simply stay."""

    notes: tuple[Note, ...] = ()
    unplaced: tuple[UnplacedNote, ...] = ()
    author_columns: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def carry(
    earlier: Earlier,
    events: Sequence[Event],
    duplicates: Sequence[Duplicate],
    case: Case,
    own: Sequence[Event] = (),
) -> Carried:
    """The notes of the earlier workbook beside the rows of the new one.

    A note goes to the row with its id, or to the row that this one repeats. Where the id is gone it
    goes to the one row of that agency with the same words and a new date, and says so. All others
    wait as `unplaced`, with the row as it was. `own` are the author's rows, in the order of
    `earlier.own`.
    """
    homes = find_homes(events, duplicates)
    rows = {event.id: event for event in earlier.events}
    moved = _find_moved(earlier.events, events, homes)
    notes: list[Note] = []
    unplaced = list(earlier.unplaced)
    problems = [_tell_unplaced(earlier, one) for one in unplaced]
    for note in earlier.notes:
        if note.id in homes:
            notes.append(Note(homes[note.id], note.column, note.text))
        elif note.id in moved:
            old, new = rows[note.id], moved[note.id]
            reason = f"the same words; the date was {old.when.written or 'empty'}"
            notes.append(Note(new.id, note.column, note.text, reason))
            problems.append(_tell_moved(earlier, note, reason))
        else:
            waiting = _make_unplaced(note, rows.get(note.id))
            unplaced.append(waiting)
            problems.append(_tell_unplaced(earlier, waiting))
    for row, event in zip(earlier.own, own, strict=True):
        notes += [Note(event.id, column, text) for column, text in row.notes.items()]
    problems += [_tell_not_carried(earlier, words) for words in earlier.not_carried]
    columns, told = _settle_columns(earlier, case, [*notes, *(one.note for one in unplaced)])
    return Carried(tuple(notes), tuple(unplaced), columns, (*problems, *told))


def find_homes(events: Sequence[Event], duplicates: Sequence[Duplicate]) -> dict[str, str]:
    """The id of the row that stands for each id: its own, or of the row that it repeats."""
    homes = {event.id: event.id for event in events}
    return homes | {one.other.id: one.kept for one in duplicates}


def missing_returns(
    earlier: Earlier, sources: Sequence[Source], without: Collection[str]
) -> tuple[str, ...]:
    """The returns that the earlier workbook was made from and `sources` lack, each with its agency.

    A file is known by the last part of its path, capitals aside, else by its content. Agencies in
    `without` are left out on purpose.
    """
    given = {PureWindowsPath(one.file).name.casefold() for one in sources}
    contents = {one.sha256 for one in sources}
    excused = {fold(one) for one in without}
    missing = {}
    for one in earlier.sources:
        name = PureWindowsPath(one.file).name
        if name.casefold() in given or one.sha256 in contents:
            continue
        if excused & {fold(one.agency), fold(name), fold(PureWindowsPath(name).stem)}:
            continue
        missing[name] = f"{name} ({one.agency})" if one.agency else name
    return tuple(missing.values())


def _find_moved(
    old: Sequence[Event], new: Sequence[Event], homes: Mapping[str, str]
) -> dict[str, Event]:
    """Rows that are gone, each with the one new row of the agency that has the same words."""
    before = {event.id for event in old}
    gone: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    come: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in old:
        if event.id not in homes and event.text:
            gone[fold(event.agency), fold(event.text)].append(event)
    for event in new:
        if event.id not in before:
            come[fold(event.agency), fold(event.text)].append(event)
    return {
        events[0].id: come[key][0]
        for key, events in gone.items()
        if len(events) == 1 and len(come[key]) == 1
    }


def _make_unplaced(note: Note, row: Event | None) -> UnplacedNote:
    if row is None:
        return UnplacedNote(note, "", "", "")
    return UnplacedNote(note, row.when.written, row.agency, row.text)


def _settle_columns(
    earlier: Earlier, case: Case, notes: Sequence[Note]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The author's columns, and review columns of then that the case file has no more."""
    known = {heading.casefold() for heading in case.review_columns}
    columns = [one for one in earlier.author_columns if one.casefold() not in known]
    met = {heading.casefold() for heading in columns} | known
    left = [
        heading
        for heading in dict.fromkeys(note.column for note in notes)
        if heading.casefold() not in met
    ]
    problems = tuple(
        Problem(
            Origin(earlier.path),
            ProblemKind.NOTE,
            f'{earlier.path}: the column "{heading}" holds notes and is not in the case file; it '
            "is kept as a column of the author's",
            "Put it into case.toml, under [review], if it should stay a review column.",
        )
        for heading in left
    )
    return (*columns, *left), problems


def _tell_moved(earlier: Earlier, note: Note, reason: str) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOTE,
        f"{earlier.path}: a note of row {note.id} was carried to another row: {reason}",
        "Check that it stands beside the right row.",
    )


def _tell_unplaced(earlier: Earlier, unplaced: UnplacedNote) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOTE,
        f"{earlier.path}: a note of row {unplaced.note.id} found no row",
        "It stands on the sheet Notes to place: copy it beside its row, and delete it there.",
    )


def _tell_not_carried(earlier: Earlier, words: str) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.CORRECTION,
        f"{earlier.path}: {words}: a cell of the agency's own words was changed",
        "It is not carried; it stands in the backup. Ask the agency to correct its return.",
    )

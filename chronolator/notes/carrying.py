"""Notes and answers find their rows: silently by the id alone, else with a word, else they wait."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PureWindowsPath

from chronolator.columns import CORRECTED_KEYS, DELETED, ORDER_HEADING, list_columns
from chronolator.model import (
    Answer,
    Case,
    CorrectedCell,
    Duplicate,
    DuplicateKind,
    Earlier,
    Event,
    Note,
    Origin,
    OwnRow,
    Problem,
    ProblemKind,
    Question,
    Source,
    UnplacedNote,
)
from chronolator.notes.corrections import settle_corrections
from chronolator.words.fold import fold

EMPTIED = "(emptied)"
"""Stands for a cell that the author emptied, where its row is gone."""
_REWORDED = "a later version of the return changed this row"


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the author's notes and corrections. `answers` and `cells` are hers, by the
    event's id and the column's key; `problems` names all that did not simply stay.
    """

    notes: tuple[Note, ...] = ()
    unplaced: tuple[UnplacedNote, ...] = ()
    answers: dict[tuple[str, str], str] = field(default_factory=dict)
    cells: dict[tuple[str, str], CorrectedCell] = field(default_factory=dict)
    author_columns: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def carry(
    earlier: Earlier,
    events: Sequence[Event],
    duplicates: Sequence[Duplicate],
    case: Case,
    own: Sequence[Event] = (),
    followed: Mapping[str, tuple[str, str]] | None = None,
) -> Carried:
    """The notes and answers of the earlier workbook beside the rows of the new one.

    They go to the row with their id, or to the row that this one repeats; so do those that waited,
    where their row is there again. Where the id is gone and `followed` knows the row that it is
    now, and why, they go there and say so. All others wait as `unplaced`, with the row as it was.
    `own` are the author's rows, in the order of `earlier.own`.
    """
    homes = find_homes(events, duplicates)
    moved = {
        old: (homes[new], reason)
        for old, (new, reason) in (followed or {}).items()
        if old not in homes and new in homes
    }
    headings = {column.heading: column.key for column in list_columns(case)}
    notes, back, unplaced = _return_notes(earlier, homes, headings)
    reworded = {
        one.other.id
        for one in duplicates
        if one.differs and one.kind is DuplicateKind.EARLIER_VERSION
    }
    problems = list(_tell_reworded(earlier, reworded, homes))
    rows = {event.id: event for event in (*earlier.events, *own)}
    for note in earlier.notes:
        if note.id in homes:
            found = note.found or (_REWORDED if note.id in reworded else "")
            notes.append(Note(homes[note.id], note.column, note.text, found))
        elif note.id in moved:
            new, reason = moved[note.id]
            notes.append(Note(new, note.column, note.text, reason))
            what = f"the note in column {note.column}"
            problems.append(_tell_moved(earlier, ProblemKind.NOTE, what, note.id, reason))
        else:
            unplaced.append(_make_unplaced(note, rows.get(note.id)))
    for row, event in zip(earlier.own, own, strict=True):
        notes += [Note(event.id, column, text) for column, text in row.notes.items()]
    ways = homes | {old: new for old, (new, _) in moved.items()}
    settled = settle_corrections((*earlier.corrections, *back), earlier, ways, case, own)
    keys = {column.key: column.heading for column in list_columns(earlier.case)}
    for one in settled.homeless:
        note = Note(one.event, keys.get(one.field, one.field), _name_correction(one))
        unplaced.append(_make_unplaced(note, rows.get(one.event)))
    problems += [
        _tell_moved(earlier, ProblemKind.CORRECTION, "a correction", one.event, moved[one.event][1])
        for one in earlier.corrections
        if one.event in moved and one not in settled.homeless
    ]
    problems += [_tell_unplaced(earlier, one) for one in unplaced]
    problems += [_tell_not_carried(earlier, words) for words in earlier.not_carried]
    columns, told = _settle_columns(earlier, case, notes)
    return Carried(
        tuple(notes),
        tuple(unplaced),
        settled.answers,
        settled.cells,
        columns,
        (*problems, *told),
    )


def _return_notes(
    earlier: Earlier, homes: Mapping[str, str], headings: Mapping[str, str]
) -> tuple[list[Note], list[CorrectedCell], list[UnplacedNote]]:
    """Of what waited: notes and corrections whose row is there again, and what waits on."""
    notes: list[Note] = []
    corrections: list[CorrectedCell] = []
    waiting: list[UnplacedNote] = []
    for one in earlier.unplaced:
        note = one.note
        key = headings.get(note.column, "")
        if note.id not in homes:
            waiting.append(one)
        elif key.partition(" ")[0] in set(Question) and note.text.lower() in set(Answer):
            corrections.append(CorrectedCell(note.id, key, note.text.lower()))
        elif key in CORRECTED_KEYS:
            said = "" if note.text == EMPTIED else note.text
            corrections.append(CorrectedCell(note.id, key, said))
        else:
            notes.append(replace(note, id=homes[note.id]))
    return notes, corrections, waiting


def _name_correction(one: CorrectedCell) -> str:
    if one.field in CORRECTED_KEYS:
        return one.author_said or EMPTIED
    return one.author_said.capitalize()


def mark_deleted(events: Sequence[Event], earlier: Earlier) -> tuple[Event, ...]:
    """The events, those marked that the author had deleted: the returns still hold them."""
    back = set(earlier.deleted)
    return tuple(
        replace(event, marks=(*event.marks, DELETED)) if event.id in back else event
        for event in events
    )


def find_homes(events: Sequence[Event], duplicates: Sequence[Duplicate]) -> dict[str, str]:
    """The id of the row that stands for each id: its own, or of the row that it repeats."""
    homes = {event.id: event.id for event in events}
    return homes | {one.other.id: one.kept for one in duplicates}


def find_missing_returns(
    earlier: Earlier, sources: Sequence[Source], without: Collection[str]
) -> tuple[Source, ...]:
    """The returns that the earlier workbook was made from and that are not read now, one source a
    file. One that was never read is none.

    A file is known by the last part of its path, capitals aside, else by its content. Those are
    left out on purpose whose agency, by a name or the short one, or whose file stands in `without`.
    """
    read = [one for one in sources if one.reader]
    given = {_name_file(one) for one in read}
    contents = {one.sha256 for one in read}
    excused = {fold(one) for one in without}
    for agency in earlier.case.agencies:
        called = {fold(agency.name), fold(agency.short or agency.name)}
        excused |= called if called & excused else set()
    missing: dict[str, Source] = {}
    for one in earlier.sources:
        name = _name_file(one)
        if not one.reader or name in given or one.sha256 in contents:
            continue
        if not excused & {fold(one.agency), fold(name), fold(PureWindowsPath(name).stem)}:
            missing.setdefault(name, one)
    return tuple(missing.values())


def tell_replaced(replaced: Earlier, earlier: Earlier) -> tuple[Problem, ...]:
    """What the author wrote in the workbook that is replaced and not in the one whose notes are
    carried, counted; nothing where that one holds all of it.
    """
    left = {
        "notes and answers": len(set(_list_written(replaced)) - set(_list_written(earlier))),
        "decisions": len(set(_list_decided(replaced)) - set(_list_decided(earlier))),
        "rows": sum(_strip(row) not in map(_strip, earlier.own) for row in replaced.own),
    }
    if not any(left.values()):
        return ()
    told = ", ".join(f"{what}: {number}" for what, number in left.items() if number)
    return (
        Problem(
            Origin(replaced.path),
            ProblemKind.NOTE,
            f"{replaced.path}: what its author wrote there and not in {earlier.path} is not "
            f"carried ({told})",
            "It stands in the backup. If it is wanted, merge again with --notes-from and the name "
            "of the backup.",
        ),
    )


def _list_written(earlier: Earlier) -> Iterator[object]:
    yield from ((one.id, one.column, one.text) for one in earlier.notes)
    yield from ((one.event, one.field, one.author_said) for one in earlier.corrections)
    yield from ((one.note.column, one.note.text) for one in earlier.unplaced)


def _list_decided(earlier: Earlier) -> Iterator[object]:
    yield from (one.says for one in (*earlier.decided, *earlier.decisions))


def _strip(row: OwnRow) -> OwnRow:
    """The row, wherever it stands."""
    return replace(row, entry=replace(row.entry, origin=Origin("")))


def _name_file(source: Source) -> str:
    return PureWindowsPath(source.file).name.casefold()


def _make_unplaced(note: Note, row: Event | None) -> UnplacedNote:
    if row is None:
        return UnplacedNote(note, "", "", "")
    return UnplacedNote(note, row.when.written, row.agency, row.text)


def _settle_columns(
    earlier: Earlier, case: Case, notes: Sequence[Note]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The author's columns, and review columns of then that the case file has no more."""
    known = {heading.casefold() for heading in (*case.review_columns, ORDER_HEADING)}
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


def _tell_reworded(
    earlier: Earlier, reworded: Collection[str], homes: Mapping[str, str]
) -> Iterator[Problem]:
    """A problem for each row beside which she wrote and which a later version tells otherwise."""
    written = [one.id for one in earlier.notes] + [one.event for one in earlier.corrections]
    for ref in dict.fromkeys(written):
        if ref in reworded:
            yield Problem(
                Origin(earlier.path),
                ProblemKind.NOTE,
                f"{earlier.path}: row {homes[ref]}: {_REWORDED}, and you have written beside it",
                "Check that your note or answer still holds; the sheet Changes shows both versions "
                "of the row.",
            )


def _tell_moved(earlier: Earlier, kind: ProblemKind, what: str, ref: str, reason: str) -> Problem:
    return Problem(
        Origin(earlier.path),
        kind,
        f"{earlier.path}: {what} of row {ref} was carried to another row: {reason}",
        "Check that it stands beside the right row.",
    )


def _tell_unplaced(earlier: Earlier, unplaced: UnplacedNote) -> Problem:
    row = f"row {unplaced.note.id}, " if unplaced.note.id else ""
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOTE,
        f"{earlier.path}: what you wrote in {row}column {unplaced.note.column}, found no row",
        "It stands on the sheet Notes to place: copy it beside its row, and delete it there.",
    )


def _tell_not_carried(earlier: Earlier, words: str) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOT_CARRIED,
        f"{earlier.path}: {words}: what you changed there is not carried",
        f"{earlier.tell_kept} Write it into a column of your own; where the agency's words are "
        "wrong, ask the agency to correct its return.",
    )

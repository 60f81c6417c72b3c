"""Notes and answers find their rows: silently by the id alone, else with a word, else they wait."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chronolator.columns import (
    CORRECTED_KEYS,
    DELETED,
    EMPTIED,
    NO_ANSWER,
    ORDER_HEADING,
    list_columns,
)
from chronolator.model import (
    Case,
    CorrectedCell,
    Earlier,
    Event,
    Note,
    Origin,
    Problem,
    ProblemKind,
    UnplacedNote,
)
from chronolator.notes.checks import tell_checks
from chronolator.notes.corrections import settle_corrections
from chronolator.notes.waiting import make_unplaced, return_waiting
from chronolator.notes.ways import Ways

_NO_CELL = "Its column is not there any more, or another correction of yours stands there"


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


def carry(earlier: Earlier, ways: Ways, case: Case, own: Sequence[Event] = ()) -> Carried:
    """The notes and answers of the earlier workbook beside the rows of the new one.

    They go where the `ways` of their rows lead; so do those that waited. All others wait as
    `unplaced`, with the row as it was. `own` are the author's rows, in the order of `earlier.own`.
    """
    headings = {column.heading: column.key for column in list_columns(case)}
    notes, back, unplaced = return_waiting(earlier, ways.homes, headings)
    rows = {event.id: event for event in (*earlier.events, *own)}
    for note in earlier.notes:
        if note.id in ways.homes:
            notes.append(replace(note, id=ways.homes[note.id]))
        else:
            unplaced.append(make_unplaced(note, rows.get(note.id)))
    for row, event in zip(earlier.own, own, strict=True):
        notes += [replace(note, id=event.id) for note in row.notes]
    settled = settle_corrections((*earlier.corrections, *back), earlier, ways, case, own)
    keys = {column.key: column.heading for column in list_columns(earlier.case)}
    for one in settled.homeless:
        note = Note(one.event, keys.get(one.field, one.field), _name_correction(one))
        why = (_NO_CELL,) if one.event in ways.homes else ()
        unplaced.append(make_unplaced(note, rows.get(one.event), *why))
    columns, told = _settle_columns(earlier, case, notes)
    return Carried(
        tuple(notes),
        tuple(unplaced),
        settled.answers,
        settled.cells,
        columns,
        (
            *tell_checks(earlier, ways, settled.homeless),
            *(_tell_unplaced(earlier, one) for one in unplaced),
            *(_tell_not_carried(earlier, words) for words in earlier.not_carried),
            *told,
        ),
    )


def mark_deleted(events: Sequence[Event], earlier: Earlier) -> tuple[Event, ...]:
    """The events, those marked that the author had deleted: the returns still hold them."""
    back = set(earlier.deleted)
    return tuple(
        replace(event, marks=(*event.marks, DELETED)) if event.id in back else event
        for event in events
    )


def _name_correction(one: CorrectedCell) -> str:
    if one.field in CORRECTED_KEYS:
        return one.author_said or EMPTIED
    return one.author_said.capitalize()


def _settle_columns(
    earlier: Earlier, case: Case, notes: Sequence[Note]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The author's columns, and review columns of then that the case file has no more."""
    known = {heading.casefold() for heading in (*case.review_columns, ORDER_HEADING)}
    columns = [one for one in earlier.author_columns if one.casefold() not in known]
    met = {heading.casefold() for heading in columns} | known
    left = [
        heading
        for heading in dict.fromkeys((*earlier.renamed, *(note.column for note in notes)))
        if heading.casefold() not in met
    ]
    problems = tuple(
        Problem(
            Origin(earlier.path),
            ProblemKind.NOTE,
            f'{earlier.path}: the column "{heading}" is for notes and not in the case file; it is '
            "kept as a column of the author's",
            "Put it into case.toml, under [review], if it should stay a review column.",
        )
        for heading in left
    )
    return (*columns, *left), problems


def _tell_unplaced(earlier: Earlier, unplaced: UnplacedNote) -> Problem:
    row = f"row {unplaced.note.id}, " if unplaced.note.id else ""
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOTE,
        f"{earlier.path}: what you wrote in {row}column {unplaced.note.column}, stands beside no "
        "row",
        "It waits on the sheet Notes to place: choose the Ref of its row there.",
        unplaced.note.id,
    )


def _tell_not_carried(earlier: Earlier, words: str) -> Problem:
    hints = [earlier.kept_in]
    if NO_ANSWER in words:
        hints.append("In a cell for an answer choose Yes, No, Unclear or Not recorded.")
    if NO_ANSWER not in words or ", columns " in words:
        hints.append(
            "Write it into a column of your own; where the agency's words are wrong, ask the "
            "agency to correct its return."
        )
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOT_CARRIED,
        f"{earlier.path}: {words}: what you changed there is not carried",
        " ".join(hints),
    )

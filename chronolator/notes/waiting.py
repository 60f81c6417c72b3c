"""Notes that stand beside no row: where the author places them, and when their row is back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronolator.columns import CORRECTED_KEYS, EMPTIED
from chronolator.model import (
    Answer,
    Case,
    CorrectedCell,
    Earlier,
    Event,
    Note,
    Origin,
    Problem,
    ProblemKind,
    Question,
    UnplacedNote,
)
from chronolator.model.written import read_ref
from chronolator.notes.ways import Ways

_GONE = "Its row is in none of the returns any more"


def place_waiting(earlier: Earlier, ways: Ways, case: Case) -> tuple[Earlier, tuple[Problem, ...]]:
    """The earlier workbook with the notes to place that she gave a Ref: these are of that row now.
    A problem for each Ref that is none of the rows; those notes wait on.
    """
    first = next(iter(case.review_columns), "")
    placed, problems = [], []
    for one in earlier.unplaced:
        ref = read_ref(one.place_at) or ""
        if ref in ways.homes:
            note = Note(ways.homes[ref], one.note.column or first, one.note.text)
            placed.append(UnplacedNote(note, "", "", ""))
            continue
        if one.place_at:
            problems.append(_tell_no_row(earlier, one.place_at))
        placed.append(one)
    return replace(earlier, unplaced=tuple(placed)), tuple(problems)


def return_waiting(
    earlier: Earlier, homes: Mapping[str, str], headings: Mapping[str, str]
) -> tuple[list[Note], list[CorrectedCell], list[UnplacedNote]]:
    """Of what waited: notes and corrections whose row is there, and what waits on."""
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


def make_unplaced(note: Note, row: Event | None, why: str = _GONE) -> UnplacedNote:
    """The note as one that waits, with its row as it was."""
    if row is None:
        return UnplacedNote(note, "", "", "", why=why)
    when = row.when
    day = when.first if when.first == when.last else None
    return UnplacedNote(note, when.written, row.agency, row.text, day, why)


def offer_rows(
    unplaced: Sequence[UnplacedNote],
    events: Sequence[Event],
    homes: Mapping[str, str],
    find: Callable[[Event], tuple[str, ...]],
) -> Iterator[UnplacedNote]:
    """The notes with the rows that may be meant: those that were offered before, by the ids that
    they have now (`homes`), then those that `find` finds for the row as it was.
    """
    there = {event.id for event in events}
    for one in unplaced:
        found = find(one.row) if one.agency or one.row_text else ()
        before = (homes.get(ref, ref) for ref in one.candidates)
        offered = (ref for ref in (*before, *found) if ref in there)
        yield replace(one, candidates=tuple(dict.fromkeys(offered)))


def _tell_no_row(earlier: Earlier, written: str) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOTE,
        f"{earlier.path}: on the sheet Notes to place “{written}” is written for a row, and is the "
        "Ref of none",
        "Choose one of the candidates there, or copy a Ref from the column Ref. The note waits "
        "until then.",
    )

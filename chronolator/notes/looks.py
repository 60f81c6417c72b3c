"""What the author made of the earlier workbook's looks finds its rows, as her notes do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chronolator.columns import COMMENT_ON, list_columns
from chronolator.model import (
    Case,
    Earlier,
    Event,
    Note,
    Origin,
    Problem,
    ProblemKind,
    RowLook,
    SheetLook,
    UnplacedNote,
    note_name,
    own_id,
)
from chronolator.notes.waiting import make_unplaced
from chronolator.notes.ways import Ways


@dataclass(frozen=True, slots=True)
class CarriedLooks:
    """`looks` with its rows by the ids of the new events. `unplaced` are comments whose row is
    gone; `waiting` is what of the notes that waited is no comment whose row is there again.
    """

    looks: SheetLook = field(default_factory=SheetLook)
    unplaced: tuple[UnplacedNote, ...] = ()
    waiting: tuple[UnplacedNote, ...] = ()
    problems: tuple[Problem, ...] = ()


def carry_looks(
    earlier: Earlier, ways: Ways, case: Case, own: Sequence[Event] = ()
) -> CarriedLooks:
    """The looks of the earlier workbook's rows for the rows of the new one.

    They go the `ways` of the notes. A row that is no longer the same in words is not hidden. `own`
    are the author's rows, in the order of `earlier.own`.
    """
    homes = ways.homes | {
        own_id(row.entry.origin.row): event.id for row, event in zip(earlier.own, own, strict=True)
    }
    before = {event.id: event for event in earlier.events}
    headings = {one.name: one.heading for one in earlier.looks.columns}
    rows: dict[str, RowLook] = {}
    unplaced: list[UnplacedNote] = []
    problems: list[Problem] = []
    for old, look in earlier.looks.rows.items():
        new = homes.get(old)
        if not new:
            unplaced += _wait(old, look, headings, before.get(old))
            if look.cells or look.whole:
                problems.append(_tell_undressed(earlier, old))
            continue
        if old in ways.reasons:
            problems += _tell_moved(earlier, old, look, ways)
        same = new == old or old not in before
        taken = look if same else replace(look, hidden=False)
        rows[new] = rows[new].join(taken) if new in rows else taken
    waiting = []
    for one in earlier.unplaced:
        column = one.note.column
        if column.startswith(COMMENT_ON) and one.note.id in homes:
            new, name = homes[one.note.id], _find_name(column.removeprefix(COMMENT_ON), case)
            back = RowLook(comments={name: one.note.text})
            rows[new] = rows[new].join(back) if new in rows else back
        else:
            waiting.append(one)
    problems += [_tell_unplaced(earlier, one) for one in unplaced]
    problems += [_tell_left_behind(earlier, what) for what in earlier.left_behind]
    looks = replace(earlier.looks, rows=rows)
    return CarriedLooks(looks, tuple(unplaced), tuple(waiting), tuple(problems))


def _wait(
    ref: str, look: RowLook, headings: Mapping[str, str], row: Event | None
) -> Iterator[UnplacedNote]:
    for name, text in look.comments.items():
        note = Note(ref, f"{COMMENT_ON}{headings.get(name) or name}", text)
        yield make_unplaced(note, row)


def _find_name(heading: str, case: Case) -> str:
    """The name of the column of that heading: of ours, else of one in which she writes."""
    keys = {
        column.heading.casefold(): column.key
        for column in list_columns(case)
        if not column.is_for_notes
    }
    return keys.get(heading.casefold()) or note_name(heading)


def _tell_moved(earlier: Earlier, ref: str, look: RowLook, ways: Ways) -> Iterator[Problem]:
    """A problem that names what of the row's look was carried, if anything."""
    given = {
        "the comment": look.comments,
        "the colours and letters": look.cells or look.whole,
    }
    if named := " and ".join(name for name, there in given.items() if there):
        where = "is kept" if ways.homes[ref] == ref else "was carried to another row"
        yield Problem(
            Origin(earlier.path),
            ProblemKind.NOTE,
            f"{earlier.path}: what you gave row {ref} {where}: {named}: {ways.reasons[ref]}",
            "Check that it stands beside the right row.",
        )


def _tell_undressed(earlier: Earlier, ref: str) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOT_CARRIED,
        f"{earlier.path}: row {ref} is gone, and with it the colours and letters that you gave it",
        earlier.kept_in,
    )


def _tell_unplaced(earlier: Earlier, unplaced: UnplacedNote) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOTE,
        f"{earlier.path}: the comment in row {unplaced.note.id} found no row",
        "It waits on the sheet Notes to place: choose the Ref of its row there.",
    )


def _tell_left_behind(earlier: Earlier, what: str) -> Problem:
    return Problem(
        Origin(earlier.path),
        ProblemKind.NOT_CARRIED,
        f"{earlier.path}: {what}",
        earlier.kept_in,
    )

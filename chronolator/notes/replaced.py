"""What stands in the workbook that is replaced alone, where the notes come from another one."""

from collections.abc import Iterator
from dataclasses import replace

from chronolator.model import Earlier, Origin, OwnRow, Problem, ProblemKind


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
            ProblemKind.NOT_CARRIED,
            f"{replaced.path}: what its author wrote there and not in {earlier.path} is not "
            f"carried ({told})",
            "It stands in the backup. Two workbooks are not joined: copy what you want of it into "
            "the new one, by the Refs, or take the notes of the backup in place of these: merge "
            "again with --notes-from and the name of the backup.",
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

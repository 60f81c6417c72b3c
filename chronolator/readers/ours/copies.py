"""What stands twice in a workbook of ours, since its author copied it: the sheet, or rows of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from chronolator.model import Origin, Problem, ProblemKind, Sheet
from chronolator.problems import tell_first
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.refs import looks_integrated


def tell_copies(
    path: str, main: Sheet, sheets: Sequence[Sheet], rows: Sequence[Row]
) -> Iterator[Problem]:
    """A problem that names the copies of the `main` sheet, and one that names the rows whose Ref
    stands in it more than once.
    """
    copies = [f"“{one.name}”" for one in sheets if one is not main and looks_integrated(one)]
    if copies:
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: the chronology stands on the sheet “{main.name}” and on {tell_first(copies)} "
            f"too: notes and corrections were taken from “{main.name}” alone",
            "What you wrote on a copy stays on that sheet, as values. If it is the copy that you "
            "worked in, delete the other sheet in the backup, and name the backup with "
            "--notes-from.",
        )
    counts = Counter(row.ref for row in rows if row.ref)
    twice = [f"row {ref} ({count} times)" for ref, count in counts.items() if count > 1]
    if twice:
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: rows stand there more than once, with the same Ref: {tell_first(twice)}",
            "Each is one row again, with the notes of all its copies; of a cell that you corrected "
            "otherwise in a copy, the first counts and the other waits on the sheet Notes to "
            "place. For a row of your own, clear the Ref of the copy and change its words.",
        )

"""What stands twice in a workbook of ours, since its author copied it: the sheet, or rows of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from chronolator.columns import OurTable
from chronolator.model import Origin, Problem, ProblemKind, Sheet
from chronolator.model.values import show_value
from chronolator.problems import tell_first
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.looks.headings import find_header
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


def tell_stale(
    path: str, hers: Sequence[Sheet], tables: Mapping[str, OurTable]
) -> Iterator[Problem]:
    """A problem for each sheet of `hers` that holds the whole heading row of one of our `tables`:
    it is that sheet renamed, or a copy of it. Two tables may have the same headings.
    """
    for sheet in hers:
        names = [f"“{name}”" for name, table in tables.items() if _is_headed_so(sheet, table)]
        if names:
            told = " or ".join(names)
            yield Problem(
                Origin(path),
                ProblemKind.NOTE,
                f"{path}: the sheet “{sheet.name}” holds what stood on {told}: it is kept as a "
                "sheet of yours, as it was then",
                f"What holds now stands on {told}. Delete the other, if you need it no more.",
            )


def _is_headed_so(sheet: Sheet, table: OurTable) -> bool:
    header = find_header(sheet, table)
    there = {show_value(value) for value in sheet.rows[header - 1]} if header else set()
    return there >= {*table.headings}

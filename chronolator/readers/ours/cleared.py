"""Rows that lost their Ref, known again by their other cells."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from chronolator.columns import cell_hash, cell_text
from chronolator.model import Origin, Problem, ProblemKind
from chronolator.problems import tell_first
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row

_TELLING = ("text", "agency", "date_written", "file", "sheet", "row", "part")
"""What the agency said and where it stands: a row of the author's own differs in some of it."""


def restore_refs(rows: Sequence[Row], base: Base, known: Collection[str]) -> list[Row]:
    """The rows, those with their Ref again whose Ref was cleared: it stands in no row, and what
    chron wrote beside it stands in this row alone, as far as its columns are `known` still.

    A copy of a row that is there, without its Ref, stays a row of the author's.
    """
    keys = [key for key in _TELLING if key in known]
    missing = base.hashes.keys() - {row.ref for row in rows} if "text" in keys else ()
    written = {ref: tuple(base.hash_shown(ref, key) for key in keys) for ref in missing}
    refs = {told: ref for ref, told in written.items() if told[0]}
    found = {row.number: _hash(row, keys) for row in rows if refs and not row.ref}
    counts = Counter(written.values()) + Counter(found.values())
    return [
        replace(row, ref=refs[told])
        if (told := found.get(row.number)) in refs and counts[told] == 1 + 1
        else row
        for row in rows
    ]


def tell_restored(path: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Problem]:
    """A problem that names the rows that have their Ref again."""
    back = [
        f"row {now.number} ({now.ref})"
        for was, now in zip(before, after, strict=True)
        if was.ref != now.ref
    ]
    if back:
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: the Ref was cleared in rows whose other cells are as chron wrote them: "
            f"{tell_first(back)}",
            "They have their Ref again. For a row of your own, copy the row and change its words.",
        )


def _hash(row: Row, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell_hash(cell_text(row.cells.get(key)).strip()) for key in keys)

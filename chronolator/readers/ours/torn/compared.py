"""A column of the chronology's sheet, held against what chron wrote beside the same Refs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chronolator.columns import cell_hash, cell_text
from chronolator.model import Value
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row


@dataclass(frozen=True, slots=True)
class Compared:
    """A column by hashes, "" of an empty cell: `now` by the place of a row among the rows, `then`
    by the Refs of all rows that chron wrote. The cells at the places `differing` are not as chron
    wrote them. `told` is by place the Ref of the one row that had this cell, where that is this row
    itself, or no other has it now: a cell that was copied tells nothing.
    """

    now: Sequence[str]
    then: Mapping[str, str]
    differing: Sequence[int]
    told: Mapping[int, str]


def compare(rows: Sequence[Row], base: Base, key: str) -> Compared:
    """The column of this key, as it stands and as it was."""
    now = [hash_value(row.cells.get(key)) for row in rows]
    then = {ref: base.hash_shown(ref, key) for ref in base.hashes}
    differing = [
        place for place, row in enumerate(rows) if then.get(row.ref, now[place]) != now[place]
    ]
    return Compared(now, then, differing, _find_told(rows, now, then) if differing else {})


def _find_told(rows: Sequence[Row], now: Sequence[str], then: Mapping[str, str]) -> dict[int, str]:
    counts = Counter(then.values())
    owners = {cell: ref for ref, cell in then.items() if cell and counts[cell] == 1}
    told = {place: owners[cell] for place, cell in enumerate(now) if cell in owners}
    whole = {ref for place, ref in told.items() if rows[place].ref == ref}
    return {place: ref for place, ref in told.items() if ref == rows[place].ref or ref not in whole}


def hash_value(value: Value) -> str:
    """The hash of what stands in a cell, as the base sheet has it."""
    return cell_hash(cell_text(value).strip())

"""What may become of a thing that the author had left, and where it is looked for."""

from dataclasses import dataclass
from enum import StrEnum

from tests.robot.desk import TEXT
from tests.robot.held import Held
from tests.robot.shown import CHECK, Cell, Row, Shown
from tests.robot.truth import Truth


class Fate(StrEnum):
    """What became of one thing. Only LOST and SILENT are faults whatever happened to its row."""

    RIGHT = "placed rightly"
    WRONG = "placed wrongly, to be checked"
    WAITING = "left to place"
    NAMED = "named as not carried"
    SILENT = "on another row without a word"
    LOST = "lost"


FAULTS = (Fate.SILENT, Fate.LOST)


@dataclass(frozen=True, slots=True)
class Judged:
    """`change` is what the agency had changed of its row, "" where nothing; `remark` a weakness
    that is no loss, such as another column than before.
    """

    held: Held
    fate: Fate
    change: str
    standing: bool
    remark: str = ""


def find_rows(held: Held, shown: Shown, truth: Truth) -> list[Row]:
    """The rows beside which it may stand now."""
    if held.owner is None:
        return []
    if held.owner < 0:
        return [row for row in shown.rows if row.record is None and row.get(TEXT) == held.words]
    if not held.ref and held.owner and held.words:  # it stands there once more, as a row of hers
        again = [r for r in shown.rows if r.record is None and r.get(TEXT) == held.words]
    else:
        again = []
    records = set(truth.children[held.owner])
    kept = {ref for one in records for ref in shown.repeats.get(one, ())}
    found = [row for row in shown.rows if row.record in records or row.ref in kept]
    return found + again


def holds(text: str, held: Held) -> bool:
    """If the words stand there, alone or as lines of their own."""
    return any(f"\n{way}\n" in f"\n{text}\n" for way in held.ways)


def list_cells(row: Row, held: Held) -> list[Cell]:
    return [one for one in row.list_told() if holds(one.text, held)]


def holds_part(line: str, held: Held) -> bool:
    return any(way in line for way in held.ways)


def is_named(held: Held, shown: Shown, truth: Truth) -> bool:
    """If a problem, or the screen, tells the cell: by its row and column, as one looks for it."""
    refs = {held.ref, *(row.ref for row in find_rows(held, shown, truth))} - {""}
    told = [*shown.named, *shown.waiting]
    headings = {held.column, held.ours} - {""}
    return any(
        any(ref in line for ref in refs) and any(heading in line for heading in headings)
        for line in told
    )


def stands(owner: int | None, truth: Truth) -> bool:
    return owner in truth.before and truth.before[owner].standing


def asks(row: Row, held: Held, truth: Truth) -> bool:
    """If the row asks to check what came from the row of then, and tells that row's words."""
    was = truth.before.get(held.owner or 0)
    return was is not None and " ".join(was.text.split()) in " ".join(row.get(CHECK).split())

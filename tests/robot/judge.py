"""Holds what the author had left in the workbook against the one that the merge wrote."""

from collections.abc import Iterator, Sequence

from tests.robot.fate import Fate, Judged, asks, find_rows, holds_part, is_named, list_cells, stands
from tests.robot.held import Held, Kind
from tests.robot.judge_notes import judge_notes
from tests.robot.shown import CHECK, Row, Shown
from tests.robot.truth import Truth


def judge(held: Sequence[Held], shown: Shown, truth: Truth) -> list[Judged]:
    """The fate of everything that she had left there."""
    judged = [*judge_notes(held, shown, truth)]
    for one in held:
        if one.kind is not Kind.NOTE:
            owner = one.owner
            judged.append(
                Judged(
                    one,
                    _JUDGES[one.kind](one, shown, truth),
                    truth.tell_change(owner),
                    stands(owner, truth),
                )
            )
    return [*judged, *_judge_strange(held, shown, truth)]


def _judge_strange(held: Sequence[Held], shown: Shown, truth: Truth) -> Iterator[Judged]:
    """Rows that tell of a correction which she did not make there."""
    made = [one for one in held if one.kind in {Kind.ANSWER, Kind.CORRECTION}]
    known = {id(row) for one in made for row in find_rows(one, shown, truth)}
    if any(one.torn or one.kind is Kind.WAITING for one in held):
        return  # cells of other rows stand there, or an answer found its row again
    for row in shown.rows:
        if row.record and "You corrected" in row.marks and id(row) not in known:
            told = Held(Kind.CORRECTION, (row.marks,), row.record, row.ref)
            fate = Fate.WRONG if CHECK in row.marks else Fate.SILENT
            yield Judged(told, fate, "", standing=False, remark="made by nobody")


def _judge_own(held: Held, shown: Shown, truth: Truth) -> Fate:
    """Her row with its words; in pieces they may stand anywhere where one sees them."""
    for row in find_rows(held, shown, truth):
        if any(holds_part(cell.text, held) for cell in row.list_told()):
            return Fate.RIGHT
    everywhere = [*shown.waiting, *shown.named]
    if any(holds_part(line, held) for line in everywhere) or (
        held.torn and is_named(held, shown, truth)
    ):
        return Fate.WAITING if held.torn else Fate.NAMED
    if held.torn and any(row.marks and list_cells(row, held) for row in shown.rows):
        return Fate.WRONG
    return Fate.LOST


def find_bearing(held: Held, shown: Shown, truth: Truth) -> list[Row]:
    """The rows in which the cell stands as she had corrected it: of a row that was split since, one
    alone may bear it.
    """
    ways = {way.casefold() for way in held.ways}
    return [r for r in find_rows(held, shown, truth) if r.get(held.ours).casefold() in ways]


def _judge_cell(held: Held, shown: Shown, truth: Truth) -> Fate:
    """A corrected cell of the tool's or the agency's: shown beside its row, waiting with the Ref of
    its row or the one beside which it stood, or named.
    """
    if bearing := find_bearing(held, shown, truth):
        return Fate.SILENT if held.torn and not bearing[0].marks else Fate.RIGHT
    told = f"{held.ours}: {held.text}"
    if any(told in row.get("Other columns") for row in find_rows(held, shown, truth)):
        return Fate.RIGHT  # the row is hers now
    waits = [line for line in shown.waiting if holds_part(line.casefold(), _fold(held))]
    refs = {held.ref, *(ref for ref, record in truth.refs.items() if record == held.owner)}
    if any(held.ours in line and any(ref in line for ref in refs) for line in waits):
        return Fate.WAITING
    if is_named(held, shown, truth):
        return Fate.NAMED
    ways = {way.casefold() for way in held.ways}
    asked = [row for row in shown.rows if asks(row, held, truth)]
    there = any(row.get(held.ours).casefold() in ways for row in asked)
    return Fate.WRONG if there else Fate.LOST


def _fold(held: Held) -> Held:
    return Held(held.kind, tuple(way.casefold() for way in held.ways))


def _judge_look(held: Held, shown: Shown, truth: Truth) -> Fate:
    """A comment or a fill."""
    for row in find_rows(held, shown, truth):
        for cell in row.cells:
            if held.kind is Kind.FILL and cell.fill == held.text:
                return Fate.RIGHT
            if held.kind is Kind.COMMENT and held.text in cell.comment:
                return Fate.RIGHT
    if any(holds_part(line, held) for line in (*shown.waiting, *shown.named)):
        return Fate.WAITING
    if held.torn and held.kind is Kind.FILL and _is_beside_its_ref(held, shown, truth):
        return Fate.NAMED
    gone = held.kind is Kind.FILL and held.ref not in {row.ref for row in shown.rows}
    if gone and any(held.ref in line and "colours" in line for line in shown.named):
        return Fate.NAMED
    return Fate.NAMED if is_named(held, shown, truth) else Fate.LOST


def _is_beside_its_ref(held: Held, shown: Shown, truth: Truth) -> bool:
    """If a fill stands where the Ref is beside which it stood, as is told of torn rows."""
    records = truth.children[truth.refs.get(held.ref, 0)]
    told = any("Colours stay beside the Refs" in line for line in shown.named)
    return told and any(
        cell.fill == held.text for row in shown.rows if row.record in records for cell in row.cells
    )


def _judge_decision(held: Held, shown: Shown, truth: Truth) -> Fate:
    kind, *refs = held.ways
    ways = [{ref, *_find_refs(ref, shown, truth)} for ref in refs]
    for one in shown.decisions:
        if one.sheet == "Decisions" and one.kind == kind and all(w & {*one.refs} for w in ways):
            return Fate.RIGHT
    where = f"sheet {held.column}, row "
    if any(where in line or all(any(r in line for r in w) for w in ways) for line in shown.named):
        return Fate.NAMED
    return Fate.LOST


def _find_refs(ref: str, shown: Shown, truth: Truth) -> Iterator[str]:
    if ref in truth.refs:
        for child in truth.children[truth.refs[ref]]:
            yield from (row.ref for row in shown.rows if row.record == child)
            yield from (own for own, record in shown.own_refs.items() if record == child)
            yield from shown.repeats.get(child, ())


def _judge_sheet(held: Held, shown: Shown, _: Truth) -> Fate:
    if any(holds_part(line, held) for line in shown.sheets.get(held.column, ())):
        return Fate.RIGHT
    named = any(held.column in line for line in shown.named)
    return Fate.NAMED if named else Fate.LOST


def _judge_waiting(held: Held, shown: Shown, _: Truth) -> Fate:
    """It waits on, or its row is there again."""
    waits = any(holds_part(line, held) for line in shown.waiting)
    return Fate.RIGHT if waits or any(list_cells(row, held) for row in shown.rows) else Fate.LOST


def _judge_above(held: Held, shown: Shown, _: Truth) -> Fate:
    if any("above the headings" in line or holds_part(line, held) for line in shown.named):
        return Fate.NAMED
    return Fate.LOST


_JUDGES = {
    Kind.OWN: _judge_own,
    Kind.ANSWER: _judge_cell,
    Kind.CORRECTION: _judge_cell,
    Kind.OURS: _judge_cell,
    Kind.COMMENT: _judge_look,
    Kind.FILL: _judge_look,
    Kind.DECISION: _judge_decision,
    Kind.SHEET: _judge_sheet,
    Kind.ABOVE: _judge_above,
    Kind.WAITING: _judge_waiting,
}

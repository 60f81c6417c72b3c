"""Holds what the author had left in the workbook against the one that the merge wrote."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tests.robot.desk import TEXT
from tests.robot.held import Held, Kind
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


def judge(held: Sequence[Held], shown: Shown, truth: Truth) -> list[Judged]:
    """The fate of everything that she had left there."""
    judged = [*_judge_notes(held, shown, truth)]
    for one in held:
        if one.kind is not Kind.NOTE:
            owner = one.owner
            judged.append(
                Judged(
                    one,
                    _JUDGES[one.kind](one, shown, truth),
                    truth.tell_change(owner),
                    _stands(owner, truth),
                )
            )
    return [*judged, *_judge_strange(held, shown, truth)]


def _judge_strange(held: Sequence[Held], shown: Shown, truth: Truth) -> Iterator[Judged]:
    """Rows that tell of a correction which she did not make there."""
    made = [one for one in held if one.kind in {Kind.ANSWER, Kind.CORRECTION}]
    known = {id(row) for one in made for row in _find_rows(one, shown, truth)}
    if any(one.torn or one.kind is Kind.WAITING for one in held):
        return  # cells of other rows stand there, or an answer found its row again
    for row in shown.rows:
        if row.record and "You corrected" in row.marks and id(row) not in known:
            told = Held(Kind.CORRECTION, (row.marks,), row.record, row.ref)
            yield Judged(told, Fate.SILENT, "", standing=False, remark="made by nobody")


def _stands(owner: int | None, truth: Truth) -> bool:
    return owner in truth.before and truth.before[owner].standing


def _find_rows(held: Held, shown: Shown, truth: Truth) -> list[Row]:
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


def _holds(text: str, held: Held) -> bool:
    """If the words stand there, alone or as lines of their own."""
    return any(f"\n{way}\n" in f"\n{text}\n" for way in held.ways)


def _list_cells(row: Row, held: Held) -> list[Cell]:
    return [one for one in row.list_told() if _holds(one.text, held)]


def _judge_notes(held: Sequence[Held], shown: Shown, truth: Truth) -> Iterator[Judged]:
    """Notes of the same words are judged together: a stray one is one of those that are missing."""
    notes = [one for one in held if one.kind is Kind.NOTE]
    waited = [one.text for one in held if one.kind is Kind.WAITING]
    alike: defaultdict[str, list[Held]] = defaultdict(list)
    for one in notes:
        alike[one.text].append(one)
    homes = {id(one): _find_rows(one, shown, truth) for one in notes}
    columns = {one.ours for one in notes} | {one.column for one in notes}
    for those in alike.values():
        beside = [one for one in notes if _holds(one.text, those[0])]
        known = {id(row) for one in beside for row in homes[id(one)]}
        stray = [
            row
            for row in shown.rows
            if id(row) not in known
            and any(cell.heading in columns for cell in _list_cells(row, those[0]))
            and not any(_list_cells(row, one) for one in beside if one.text != those[0].text)
        ]
        back = sum(text in those[0].ways for text in waited)  # their rows may be there again
        pairs = [(one, homes[id(one)]) for one in those]
        yield from _judge_alike(pairs, stray, back, shown, truth)


def _judge_alike(
    those: Sequence[tuple[Held, list[Row]]],
    stray: list[Row],
    back: int,
    shown: Shown,
    truth: Truth,
) -> Iterator[Judged]:
    """Each with the rows that are right for it; `stray` are others that hold the words."""
    first = those[0][0]
    waiting = sum(_holds_part(line, first) for line in shown.waiting)
    for one, rows in those:
        found = _find_beside(rows, one, truth)
        change = truth.tell_change(one.owner)
        remark = ""
        if found:
            silent = one.torn and not any(row.marks for row in found)
            fate = Fate.SILENT if silent else Fate.RIGHT
            if one.column and not any(
                cell.heading == one.column for row in found for cell in _list_cells(row, one)
            ):
                remark = "in another column"
            if change and not any(
                CHECK in row.marks or truth.is_as_it_was(row, one.owner) for row in found
            ):
                remark = "not marked to be checked"
        elif stray:
            row = stray.pop()
            fate = Fate.WRONG if CHECK in row.marks else Fate.SILENT
        elif waiting:
            waiting -= 1
            fate = Fate.WAITING
            if not change and not one.torn:
                remark = "left to place though its row is the same"
        elif any(
            _list_cells(row, one) and (_asks(row, one, truth) or _is_named(one, shown, truth))
            for row in shown.rows
        ):
            fate = Fate.WRONG  # beside a row that holds the same words of its own
        else:
            fate = Fate.LOST
        yield Judged(one, fate, change, _stands(one.owner, truth), remark)
    for row in stray[back:]:
        yield Judged(first, Fate.SILENT, "", standing=False, remark=f"also beside row {row.ref}")


def _find_beside(rows: list[Row], held: Held, truth: Truth) -> list[Row]:
    """Those of the rows that hold it in a column of hers, since words such as "Yes" stand in others
    too; of what was torn, in its own column.
    """
    tool = truth.headings - {held.column}
    found = [row for row in rows if any(one.heading not in tool for one in _list_cells(row, held))]
    return [row for row in found if row.get(held.column)] if held.torn else found


def _asks(row: Row, held: Held, truth: Truth) -> bool:
    """If the row asks to check what came from the row of then, and tells that row's words."""
    was = truth.before.get(held.owner or 0)
    return was is not None and " ".join(was.text.split()) in " ".join(row.get(CHECK).split())


def _holds_part(line: str, held: Held) -> bool:
    return any(way in line for way in held.ways)


def _is_named(held: Held, shown: Shown, truth: Truth) -> bool:
    """If a problem, or the screen, tells the cell: by its row and column, as one looks for it."""
    refs = {held.ref, *(row.ref for row in _find_rows(held, shown, truth))} - {""}
    told = [*shown.named, *shown.waiting]
    headings = {held.column, held.ours} - {""}
    return any(
        any(ref in line for ref in refs) and any(heading in line for heading in headings)
        for line in told
    )


def _judge_own(held: Held, shown: Shown, truth: Truth) -> Fate:
    """Her row with its words; in pieces they may stand anywhere where one sees them."""
    for row in _find_rows(held, shown, truth):
        if any(_holds_part(cell.text, held) for cell in row.list_told()):
            return Fate.RIGHT
    everywhere = [*shown.waiting, *shown.named]
    if any(_holds_part(line, held) for line in everywhere) or (
        held.torn and _is_named(held, shown, truth)
    ):
        return Fate.WAITING if held.torn else Fate.NAMED
    if held.torn and any(row.marks and _list_cells(row, held) for row in shown.rows):
        return Fate.WRONG
    return Fate.LOST


def _judge_cell(held: Held, shown: Shown, truth: Truth) -> Fate:
    """A corrected cell of the tool's or the agency's: shown beside its row, waiting with the Ref of
    its row or the one beside which it stood, or named.
    """
    for row in _find_rows(held, shown, truth):
        if any(row.get(held.ours).casefold() == way.casefold() for way in held.ways):
            return Fate.SILENT if held.torn and not row.marks else Fate.RIGHT
        if f"{held.ours}: {held.text}" in row.get("Other columns"):  # of a row that is hers now
            return Fate.RIGHT
    waits = [line for line in shown.waiting if _holds_part(line.casefold(), _fold(held))]
    refs = {held.ref, *(ref for ref, record in truth.refs.items() if record == held.owner)}
    if any(held.ours in line and any(ref in line for ref in refs) for line in waits):
        return Fate.WAITING
    return Fate.NAMED if _is_named(held, shown, truth) else Fate.LOST


def _fold(held: Held) -> Held:
    return Held(held.kind, tuple(way.casefold() for way in held.ways))


def _judge_look(held: Held, shown: Shown, truth: Truth) -> Fate:
    """A comment or a fill."""
    for row in _find_rows(held, shown, truth):
        for cell in row.cells:
            if held.kind is Kind.FILL and cell.fill == held.text:
                return Fate.RIGHT
            if held.kind is Kind.COMMENT and held.text in cell.comment:
                return Fate.RIGHT
    if any(_holds_part(line, held) for line in (*shown.waiting, *shown.named)):
        return Fate.WAITING
    if held.torn and held.kind is Kind.FILL and _is_beside_its_ref(held, shown, truth):
        return Fate.NAMED
    gone = held.kind is Kind.FILL and truth.tell_change(held.owner) == "dropped"
    if gone and any(held.ref in line and "colours" in line for line in shown.named):
        return Fate.NAMED
    return Fate.NAMED if _is_named(held, shown, truth) else Fate.LOST


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
    if any(_holds_part(line, held) for line in shown.sheets.get(held.column, ())):
        return Fate.RIGHT
    named = any(held.column in line for line in shown.named)
    return Fate.NAMED if named else Fate.LOST


def _judge_waiting(held: Held, shown: Shown, _: Truth) -> Fate:
    """It waits on, or its row is there again."""
    waits = any(_holds_part(line, held) for line in shown.waiting)
    return Fate.RIGHT if waits or any(_list_cells(row, held) for row in shown.rows) else Fate.LOST


def _judge_above(held: Held, shown: Shown, _: Truth) -> Fate:
    if any("above the headings" in line or _holds_part(line, held) for line in shown.named):
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

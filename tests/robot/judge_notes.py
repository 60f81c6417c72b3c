"""Judges the notes, which are many and often of the same words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tests.robot.fate import (
    Fate,
    Judged,
    asks,
    find_rows,
    holds,
    holds_part,
    is_named,
    list_cells,
    stands,
)
from tests.robot.held import Held, Kind
from tests.robot.shown import CHECK, Row, Shown
from tests.robot.truth import Truth


def judge_notes(held: Sequence[Held], shown: Shown, truth: Truth) -> Iterator[Judged]:
    """Notes of the same words are judged together: a stray one is one of those that are missing."""
    notes = [one for one in held if one.kind is Kind.NOTE]
    waited = [one.text for one in held if one.kind is Kind.WAITING]
    alike: defaultdict[str, list[Held]] = defaultdict(list)
    for one in notes:
        alike[one.text].append(one)
    homes = {id(one): find_rows(one, shown, truth) for one in notes}
    columns = {one.ours for one in notes} | {one.column for one in notes}
    for those in alike.values():
        beside = [one for one in notes if holds(one.text, those[0])]
        known = {id(row) for one in beside for row in homes[id(one)]}
        stray = [
            row
            for row in shown.rows
            if id(row) not in known
            and any(cell.heading in columns for cell in list_cells(row, those[0]))
            and not any(list_cells(row, one) for one in beside if one.text != those[0].text)
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
    waiting = sum(holds_part(line, first) for line in shown.waiting)
    for one, rows in those:
        found = _find_beside(rows, one, truth)
        change = truth.tell_change(one.owner)
        remark = ""
        if found:
            silent = one.torn and not any(row.marks for row in found)
            fate = Fate.SILENT if silent else Fate.RIGHT
            if one.column and not any(
                cell.heading == one.column for row in found for cell in list_cells(row, one)
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
            list_cells(row, one) and (asks(row, one, truth) or is_named(one, shown, truth))
            for row in shown.rows
        ):
            fate = Fate.WRONG  # beside a row that holds the same words of its own
        else:
            fate = Fate.LOST
        yield Judged(one, fate, change, stands(one.owner, truth), remark)
    for row in stray[back:]:
        yield Judged(first, Fate.SILENT, "", standing=False, remark=f"also beside row {row.ref}")


def _find_beside(rows: list[Row], held: Held, truth: Truth) -> list[Row]:
    """Those of the rows that hold it in a column of hers, since words such as "Yes" stand in others
    too; of what was torn, in its own column.
    """
    tool = truth.headings - {held.column}
    found = [row for row in rows if any(one.heading not in tool for one in list_cells(row, held))]
    return [row for row in found if row.get(held.column)] if held.torn else found

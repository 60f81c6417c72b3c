"""A form laid out as a table: its labels as headings, an event a row, its marks moved along."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronolator.model import Mark, MarkKind, Sheet, Value
from chronolator.readers.layouts.blocks import Block, Form

_OF_LABELS = (MarkKind.COMMENT, MarkKind.LINK)
"""A fill or a line through a label says nothing of what stands beside it."""


def lay_out(sheet: Sheet, form: Form) -> tuple[Sheet, tuple[int, ...]]:
    """The form as a table, and for each row of this the row of the sheet that it comes from.

    Titles stand above, as they are; then the labels (row 0: they stand in all blocks); then an
    event a row, at the first row of its block, below the block's banners; then, as they are, the
    rows below the last block.
    """
    above = form.begins - 1
    rows: list[list[Value]] = [list(row) for row in sheet.rows[:above]]
    rows.append(list(form.labels))
    origins = [*range(1, above + 1), 0]
    firsts = []
    banners: dict[int, int] = {}
    for block in form.blocks:
        for row in block.banners:
            rows.append(list(sheet.rows[row - 1]))
            origins.append(row)
            banners[row] = len(rows)
        firsts.append(len(rows) + 1)
        for part in block.parts:
            rows.append([part.get(label) for label in range(len(form.labels))])
            origins.append(block.row)
    below = len(rows) - form.ends + 1
    rows += [list(row) for row in sheet.rows[form.ends - 1 :]]
    origins += range(form.ends, len(sheet.rows) + 1)
    marks: list[Mark] = []
    for mark in sheet.marks:
        if mark.row >= form.ends:
            marks.append(replace(mark, row=mark.row + below))
        elif mark.row in banners:
            marks.append(replace(mark, row=banners[mark.row]))
        else:
            marks += _move_mark(mark, form.blocks, firsts)
    return Sheet(sheet.file, sheet.name, rows, (), tuple(marks), sheet.above), tuple(origins)


def _move_mark(mark: Mark, blocks: Sequence[Block], firsts: Sequence[int]) -> Iterator[Mark]:
    """The mark for the table in which the events of each block begin at its row of `firsts`."""
    starts = [block.row for block in blocks]
    if mark.row:
        number = bisect_right(starts, mark.row) - 1
        yield from _move_inside(mark, blocks[number], firsts[number]) if number >= 0 else (mark,)
    elif not mark.column:
        yield mark
    else:
        for block, first in zip(blocks, firsts, strict=True):
            hidden = {
                event for (_, at), (event, _) in block.values.items() if at == mark.column - 1
            }
            yield from (Mark(mark.kind, first + event, 0, mark.text) for event in hidden)


def _move_inside(mark: Mark, block: Block, first: int) -> Iterator[Mark]:
    """The mark of a row or of a cell of the block, for the events whose it is."""
    row, place = mark.row, mark.column - 1
    if not mark.column:
        for event in range(len(block.parts)):
            yield Mark(mark.kind, first + event, 0, mark.text)
    elif (row, place) in block.values:
        event, label = block.values[row, place]
        yield Mark(mark.kind, first + event, label + 1, mark.text)
    elif (row, place) not in block.labels or mark.kind in _OF_LABELS:
        # An empty cell, as one whose formula has no result, is of the label before it.
        before = [
            (at, label) for (r, at), label in block.labels.items() if r == row and at <= place
        ]
        event = next((event for (_, at), (event, _) in block.values.items() if at == place), 0)
        yield Mark(mark.kind, first + event, max(before, default=(0, 0))[1] + 1, mark.text)

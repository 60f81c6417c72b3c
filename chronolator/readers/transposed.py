"""A form laid out as a table: its labels as headings, an event a row, its marks moved along."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from chronolator.model import Mark, MarkKind, Sheet, Value
from chronolator.readers.blocks import Block, Form

_OF_LABELS = (MarkKind.COMMENT, MarkKind.LINK)
"""A fill or a line through a label says nothing of what stands beside it."""


def lay_out(sheet: Sheet, form: Form) -> tuple[Sheet, tuple[int, ...]]:
    """The form as a table, and for each row of this the row of the sheet that it comes from.

    Titles stand above, as they are; then the labels (row 0: they stand in all blocks); then an
    event a row, at the first row of its block.
    """
    above = form.blocks[0].row - 1
    rows: list[list[Value]] = [list(row) for row in sheet.rows[:above]]
    rows.append(list(form.labels))
    origins = [*range(1, above + 1), 0]
    firsts = []
    for block in form.blocks:
        firsts.append(len(rows) + 1)
        for part in block.parts:
            rows.append([part.get(label) for label in range(len(form.labels))])
            origins.append(block.row)
    marks = tuple(_move_marks(sheet, form.blocks, firsts))
    return Sheet(sheet.file, sheet.name, rows, (), marks, sheet.above), tuple(origins)


def _move_marks(sheet: Sheet, blocks: Sequence[Block], firsts: Sequence[int]) -> Iterator[Mark]:
    """The sheet's marks as marks of the table in which a block's events begin at its first row."""
    starts = [block.row for block in blocks]
    for mark in sheet.marks:
        place = mark.column - 1
        if not mark.row:
            if not mark.column:
                yield mark
                continue
            for block, first in zip(blocks, firsts, strict=True):
                events = {event for (_, at), (event, _) in block.values.items() if at == place}
                yield from (Mark(mark.kind, first + event, 0, mark.text) for event in events)
        elif mark.row < starts[0]:
            yield mark
        else:
            number = bisect_right(starts, mark.row) - 1
            yield from _move_mark(mark, blocks[number], firsts[number])


def _move_mark(mark: Mark, block: Block, first: int) -> Iterator[Mark]:
    """The mark of a row or of a cell of the block, for the events whose it is."""
    cell = (mark.row, mark.column - 1)
    if not mark.column:
        for event in range(len(block.parts)):
            yield Mark(mark.kind, first + event, 0, mark.text)
    elif cell in block.values:
        event, label = block.values[cell]
        yield Mark(mark.kind, first + event, label + 1, mark.text)
    elif mark.kind in _OF_LABELS:
        yield Mark(mark.kind, first, block.labels.get(cell, 0) + 1, mark.text)

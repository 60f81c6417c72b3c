"""The fills of a row -> marks: one of the row where its cells agree, else one of each cell."""

from collections.abc import Iterator, Mapping, Sequence

from chronolator.model import Mark, MarkKind, Value


def mark_fills(row: int, fills: Mapping[int, str], values: Sequence[Value]) -> Iterator[Mark]:
    """The marks of the filled cells, by 1-based column. A row without a value has none.

    Where two or more cells hold a value and all of them have one colour, the row has it, and empty
    cells of that colour are not marked besides. A single cell's colour is that cell's.
    """
    filled = [column for column, value in enumerate(values, start=1) if value is not None]
    if not filled:
        return
    colours = {fills.get(column, "") for column in filled}
    whole = colours.pop() if len(colours) == 1 and len(filled) > 1 else ""
    if whole:
        yield Mark(MarkKind.FILL, row, 0, whole)
    for column, colour in fills.items():
        if colour != whole:
            yield Mark(MarkKind.FILL, row, column, colour)

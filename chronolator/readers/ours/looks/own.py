"""The sheets that the author added: their cells as values, with their looks."""

from chronolator.model import MarkKind, OwnSheet, Sheet
from chronolator.readers.ours.looks.found import FoundLooks


def make_own(sheet: Sheet, looks: FoundLooks) -> OwnSheet:
    """The sheet with what is carried of it."""
    widths, hidden = {}, []
    last = max((len(row) for row in sheet.rows), default=0)
    for span in looks.columns:
        for column in range(span.first, min(span.last, max(last, span.first)) + 1):
            if span.width:
                widths[column] = round(span.width, 2)
            if span.hidden:
                hidden.append(column)
    return OwnSheet(
        name=sheet.name,
        rows=sheet.rows,
        looks=looks.looks,
        comments=looks.comments,
        widths=widths,
        heights=looks.heights,
        hidden_rows=() if looks.filtered else looks.hidden_rows,
        hidden_columns=tuple(hidden),
        merged=sheet.merged,
        frozen=looks.frozen,
        zoom=looks.zoom,
        tab=looks.tab,
        hidden=is_hidden(sheet),
    )


def is_hidden(sheet: Sheet) -> bool:
    """Whether the sheet as a whole does not show."""
    return any(
        mark.kind is MarkKind.HIDDEN and not (mark.row or mark.column) for mark in sheet.marks
    )

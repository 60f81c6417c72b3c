"""What the author made of the sheet's looks, for the columns and rows that are written now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from chronolator.columns import Column
from chronolator.model import PLAIN_LOOK, ColumnLook, Look, RowLook, SheetLook, note_name
from chronolator.rows import note_column

_BARE = RowLook()
_SCROLLS = "text"


def arrange(names: Sequence[str], looks: SheetLook) -> list[int]:
    """The places of columns, by their names, in her order. One that was not there before stands
    behind the one that it follows in ours; the first of ours stays the first.
    """
    places = {name: place for place, name in enumerate(names)}
    there = [place for one in looks.columns if (place := places.get(one.name))]
    arranged = [0, *there]
    for place in range(1, len(names)):
        if place not in there:
            arranged.insert(arranged.index(place - 1) + 1, place)
    return arranged


class DressedRow:
    """A row as she dressed it."""

    def __init__(self, look: RowLook, names: Mapping[str, str]) -> None:
        self._look = look
        self._names = names
        self.height = look.height
        self.hidden = look.hidden
        self.is_bare = not (look.cells or look.whole)
        """Whether all its cells look as ours do."""

    def find(self, column: Column) -> Look:
        """The look of the row's cell in the column."""
        if self.is_bare:
            return PLAIN_LOOK
        return self._look.cells.get(self._names[column.key], self._look.whole)

    def list_comments(self, columns: Sequence[Column]) -> Iterator[tuple[int, str]]:
        """The comments by the 0-based place of their column, those of a column that is not there
        in the first.
        """
        if not self._look.comments:
            return
        places = {self._names[column.key]: place for place, column in enumerate(columns)}
        told: dict[int, str] = {}
        for name, text in self._look.comments.items():
            place = places.get(name, 0)
            told[place] = f"{told[place]}\n\n{text}" if place in told else text
        yield from sorted(told.items())


class HerLooks:
    """Finds what she made of columns and rows."""

    def __init__(self, looks: SheetLook | None = None) -> None:
        self._looks = looks or SheetLook()
        self._columns = {one.name: one for one in self._looks.columns}
        self._names = _Names()
        self._bare = DressedRow(_BARE, self._names)
        self.zoom, self.tab = self._looks.zoom, self._looks.tab

    def arrange(self, columns: Sequence[Column]) -> list[Column]:
        """The columns in her order and with her widths; the first stays the first, since links look
        there for their rows.
        """
        for column in columns:
            self._names.learn(column)
        names = [self._names[column.key] for column in columns]
        order = arrange(names, self._looks)
        return [self._widen(columns[place]) for place in order]

    def list_hidden(self, columns: Sequence[Column]) -> frozenset[str]:
        """The keys of the columns that she hid."""
        return frozenset(column.key for column in columns if self._find(column).hidden)

    def find_scrolls(self, columns: Sequence[Column]) -> str:
        """The key of the first column that does not stand still when she scrolls."""
        keys = {self._names[column.key]: column.key for column in columns}
        return keys.get(self._looks.scrolls, _SCROLLS)

    @property
    def heading(self) -> DressedRow:
        """The row of the headings."""
        return DressedRow(self._looks.heading, self._names)

    def find_row(self, event: str) -> DressedRow:
        """The row of the event."""
        look = self._looks.rows.get(event)
        return DressedRow(look, self._names) if look else self._bare

    def _find(self, column: Column) -> ColumnLook:
        return self._columns.get(self._names[column.key], ColumnLook(""))

    def _widen(self, column: Column) -> Column:
        width = self._find(column).width
        return replace(column, width=width) if width else column


class _Names(dict[str, str]):
    """The names under which the columns' looks are known, by the columns' keys."""

    def learn(self, column: Column) -> None:
        heading = note_column(column)
        self[column.key] = column.key if heading is None else note_name(heading)

    def __missing__(self, key: str) -> str:
        return key

"""How the overview author dressed an earlier workbook: fills, comments, columns, own sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from chronolator.model.sheets import Value

Ranges = tuple[tuple[int, int, int, int], ...]
"""As (first row, first column, last row, last column), 1-based."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the author made of a cell's look: `fill` and `ink` as "FFC000", "" where she left it.

    `number` is the number format of a cell on a sheet of her own, `wrapped` if its text wraps.
    """

    fill: str = ""
    ink: str = ""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    number: str = ""
    wrapped: bool = False

    def __bool__(self) -> bool:
        return self != PLAIN_LOOK


PLAIN_LOOK = Look()


@dataclass(frozen=True, slots=True)
class RowLook:
    """A row as she dressed it. `cells` and `comments` are by the column's name (see `SheetLook`),
    `whole` is the look of every cell of the row. `height` in points is 0 where she set none.
    """

    cells: dict[str, Look] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    whole: Look = PLAIN_LOOK
    height: float = 0.0
    hidden: bool = False

    def join(self, other: "RowLook") -> "RowLook":
        """The look of a row that was there twice: this one counts, and no comment is left out."""
        comments = dict(self.comments)
        for name, text in other.comments.items():
            before = comments.get(name, "")
            if text not in before:
                comments[name] = f"{before}\n\n{text}" if before else text
        return RowLook(
            other.cells | self.cells,
            comments,
            self.whole or other.whole,
            max(self.height, other.height),
            self.hidden and other.hidden,
        )


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """A column with its heading, its `width` in characters (0 where that is ours), and if the
    author hid it.
    """

    name: str
    heading: str = ""
    width: float = 0.0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The sheet of the chronology as its author left it; or a sheet of findings, of which the names
    of the `columns` are their headings.

    A column's name is our fixed key; of a column in which she writes it is `note_name` of the name
    under which its notes go. `columns` stand in her order. `rows` are by the event's id; those of
    the author's, as long as they are no events, by `own_id`. `heading` is the row of the headings.
    `scrolls` is the first column that moves when the sheet is scrolled to the right, "" where that
    cannot be told; `zoom` is in percent, `tab` the colour of the sheet's tab, "" where she gave
    it none; `hidden` that she hid the sheet.
    """

    columns: tuple[ColumnLook, ...] = ()
    rows: dict[str, RowLook] = field(default_factory=dict)
    heading: RowLook = field(default_factory=RowLook)
    scrolls: str = ""
    zoom: int = 100
    tab: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """A sheet that the author added: its cells as values, with what is carried of their looks.

    Rows and columns are 1-based, as she sees them; `widths` are in characters, `heights` in points.
    """

    name: str
    rows: Sequence[Sequence[Value]]
    looks: Mapping[tuple[int, int], Look] = field(default_factory=dict)
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    widths: Mapping[int, float] = field(default_factory=dict)
    heights: Mapping[int, float] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: Ranges = ()
    frozen: tuple[int, int] = (0, 0)
    zoom: int = 100
    tab: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Jotting:
    """What the author left beside a row of a sheet of findings, by the headings of its columns:
    `texts` in columns of her own, `comments` and `looks` anywhere; or that she hid the row.

    `row` is what the finding itself says, by heading: by this it is found again.
    """

    sheet: str
    row: dict[str, str]
    texts: dict[str, str | float | date | time] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    hidden: bool = False


def note_name(heading: str) -> str:
    """The name of a column in which the author writes, by its heading."""
    return f"note {heading.casefold()}"


def own_id(row: int) -> str:
    """By what a row without a Ref is known until it is an event: its number on the sheet."""
    return f"own {row}"

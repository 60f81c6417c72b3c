"""What a worker hands back from a file, and what a reader makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from chronolator.model.fields import Field, ProblemKind

Value = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell as the file holds it. An empty cell is None."""


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a row stands in the agency's file.

    `row` is 1-based, as the agency sees it (0: the sheet or the file as a whole); `part` counts the
    events that one row tells, from 1. `sheet` is empty for a CSV file.
    """

    file: str
    sheet: str = ""
    row: int = 0
    part: int = 1

    def __str__(self) -> str:
        place = self.file
        if self.sheet:
            place += f", sheet {self.sheet}"
        if self.row:
            place += f", row {self.row}"
        return place + (f", part {self.part}" if self.part > 1 else "")


@dataclass(frozen=True, slots=True)
class Place:
    """A row that is asked for, as an agency sees it. `sheet` is None where it is not said."""

    file: Path
    sheet: str | None
    row: int


class MarkKind(StrEnum):
    """What a mark says about a cell, a row, a column or a sheet."""

    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"
    COMMENT = "comment"
    FILL = "fill"
    LINK = "link"
    NO_RESULT = "formula without a stored result"
    ERROR = "error"
    SHOWN = "shown as"
    PICTURE = "picture"
    UNREAD = "marks not looked at"


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands about a cell that its value does not say.

    `row` and `column` are 1-based; 0 is all of them: a hidden row has column 0, a hidden column row
    0, a hidden sheet both. `text` is, by kind: of words hidden in a cell those words; of words
    withdrawn (struck through, or deleted in tracked changes) those words, which the cell's value
    holds too; of a comment its text, with its author before it where known ("J Hale: ..."); of a
    fill the colour as "FFC000"; of a link the address; of a formula without a result the formula;
    of an error its code ("#REF!"); of a number format what the sheet shows in place of the value
    ("" where it hides it); of what is no text ("picture", "chart", "embedded file") which of them.
    Where the marks of a sheet could not be looked at, the sheet has one mark that says so, and why.
    """

    kind: MarkKind
    row: int = 0
    column: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as raw cells: `rows[0]` is row 1 of the sheet, all rows from the first to the last.

    Rows may be of unequal length. `merged` holds ranges as (first row, first column, last row, last
    column), 1-based. `above` are the texts that stand above the table and outside it, as the
    paragraphs before a table of a Word document; `prose`: the sheet is no table but the text round
    the tables of a document, a paragraph a row.
    """

    file: str
    name: str
    rows: Sequence[Sequence[Value]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    marks: tuple[Mark, ...] = ()
    above: tuple[str, ...] = ()
    prose: bool = False


UNDER_HEADING = "Under the heading"
"""Where `Entry.other` keeps the name or the title of a section that stands above the row; several
that stand above it together are parted by "; ".
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a return, its cells sorted into fields; nothing of the row is left out.

    `cells` holds the raw values by field; `other` the cells under headings that are no field, by
    heading. Where several columns of one field hold text, they are joined by line ends, each line
    beginning with its heading and ": ". `marks` are words about the row, such as "hidden row".
    `period` is the year or the month that stands above the row, as written: on a banner, or as the
    sheet's name. `withdrawn` are the words of each field that the agency struck out; the cells hold
    them too. `people_heading` is the heading of the one column that tells of people.
    """

    origin: Origin
    cells: dict[Field, Value]
    other: dict[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    period: str = ""
    withdrawn: dict[Field, tuple[str, ...]] = field(default_factory=dict)
    people_heading: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation or a word that a return's own glossary explains."""

    origin: Origin
    term: str
    meaning: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class NotEvent:
    """A row that is not blank and tells no event (a heading, a title, a banner), and why."""

    origin: Origin
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt or a trouble that goes with the result: where, what kind, what, and what to do.

    `event` is the id of the row of the chronology that it is about; what there is of one row is
    told together.
    """

    origin: Origin
    kind: ProblemKind
    message: str
    hint: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a reader takes a sheet.

    `header_row`: the (last) row of the headings, 0 where there is none. `columns`: each heading, as
    written and stripped, with its field, in the sheet's order; None where the column goes to
    `other`; a heading that comes twice has " (2)" added, and a column without one is named by its
    letter ("Column D"). `positions`: the 0-based column of each of them in the sheet. `agency`: the
    agency that the titles name, or "". `doubts`: what is uncertain about this reading, each a
    sentence and a hint. `begins`: the row in which the table begins, with the first row of its
    headings or, where it has none, with its first entry; the rows above it are titles. 0: not said.
    `under`: the banners below which its last entry stands, where the next table of a document may
    go on below them.
    """

    header_row: int
    columns: dict[str, Field | None]
    positions: tuple[int, ...] = ()
    agency: str = ""
    doubts: tuple[tuple[str, str], ...] = ()
    begins: int = 0
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of one sheet. `not_blank` is counted from the raw cells; the others add up to it."""

    not_blank: int = 0
    events: int = 0
    duplicates: int = 0
    not_events: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """One sheet, how it was read (`reader`: "" where none claimed it) and what came of its rows.

    `agency` is what its titles name, or those of the sheets beside it; `titles` stand above its
    table, or on a cover before it.
    """

    file: str
    sheet: str
    reader: str
    header_row: int
    columns: dict[str, Field | None]
    counts: Counts
    sha256: str
    agency: str = ""
    titles: tuple[str, ...] = ()

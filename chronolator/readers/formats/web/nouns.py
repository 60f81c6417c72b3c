"""What stands on a page: paragraphs, and tables with their rows and cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from chronolator.readers.formats.word.passage import Passage

_SPACES = re.compile(r"[ \t\n\f]+")


class Text:
    """Paragraphs, and tables among them: a cell's, or what stands outside tables."""

    def __init__(self) -> None:
        self.parts: list[Passage | Table] = []
        self._open: Passage | None = None
        self._space = False

    def take_open(self) -> Passage:
        """The paragraph that is being written."""
        if self._open is None:
            self._open = Passage()
            self.parts.append(self._open)
        return self._open

    def add(self, text: str, flags: int, *, as_it_stands: bool = False) -> None:
        """Go on with these words; white space counts as one space, as a browser shows it."""
        if as_it_stands:
            apart = self._space and self.take_open().list_pieces() and text != "\n"
            self.take_open().add(f" {text}" if apart else text, flags)
            self._space = False
            return
        text = _SPACES.sub(" ", text)
        spaced = self._space or text.startswith(" ")
        words = text.strip(" ")
        self._space = text.endswith(" ") if words else spaced
        if words:
            pieces = self.take_open().list_pieces()
            apart = spaced and pieces and pieces[-1][0][-1:] != "\n"
            self.take_open().add(f" {words}" if apart else words, flags)

    def end_paragraph(self) -> None:
        """What follows is a paragraph of its own."""
        self._open = None
        self._space = False

    def add_table(self, table: "Table") -> None:
        """A table stands here."""
        self.end_paragraph()
        self.parts.append(table)

    def list_parts(self) -> Iterator["Passage | Table"]:
        """The paragraphs that are not blank and the tables, in their order."""
        for part in self.parts:
            if isinstance(part, Table) or not part.is_blank:
                yield part


@dataclass(slots=True)
class Cell:
    """A cell. `number` is what Excel says that it holds, beside what it shows; `overflows`: it is
    not merged with the columns that it spans.
    """

    text: Text = field(default_factory=Text)
    across: int = 1
    down: int = 1
    fill: str = ""
    format: str = ""
    number: str | None = None
    error: str = ""
    overflows: bool = False


@dataclass(slots=True)
class Row:
    """A row and its cells from left to right, those that reach into it from above left out."""

    cells: list[Cell] = field(default_factory=list)
    hidden: bool = False
    fill: str = ""


@dataclass(slots=True)
class Table:
    """A table; `hidden_columns` are 1-based."""

    rows: list[Row] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    hidden: bool = False

    @property
    def is_table(self) -> bool:
        """True for two rows and two columns at least: less may be a frame round words."""
        return len(self.rows) > 1 and any(len(row.cells) > 1 for row in self.rows)

    @property
    def is_frame(self) -> bool:
        """True for one cell; and for one row or column of them round a table."""
        if self.is_table:
            return False
        cells = [cell for row in self.rows for cell in row.cells]
        return len(cells) < 2 or any(_holds_table(cell.text) for cell in cells)  # noqa: PLR2004  as said


def _holds_table(text: Text) -> bool:
    tables = [part for part in text.parts if isinstance(part, Table)]
    return any(
        one.is_table or any(_holds_table(cell.text) for row in one.rows for cell in row.cells)
        for one in tables
    )


def read_span(attributes: Mapping[str, str], name: str, most: int) -> int:
    """How many columns or rows a cell spans. 0 is all that are left."""
    said = attributes.get(name, "").strip()
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 1  # noqa: PLR2004  no page has more
    return min(number or most, most)

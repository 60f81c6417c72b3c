"""A file before it is written: sheets of rows of cells, and what each row must give."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from chronolator.model import ProblemKind

from .chronology import AGENCY, KNOWN, Known

Value = str | int | float | date | datetime | time | None
CARRIED_ON = "continued"
"""The name of a sheet that goes on with the one before it, without titles and headings."""
Key = str | int
"""A column of the table by its name; a place by its distance from the table's first column."""

SHOWN = {
    "day": "dd/mm/yyyy",
    "month": "mmm-yy",
    "year": "yyyy",
    "clock": "hh:mm",
    "moment": "dd/mm/yyyy hh:mm",
}
_PYTHON = {"month": "%b-%y", "year": "%Y"}


@dataclass(slots=True)
class Cell:
    """A value and what stands about it.

    `shown` names a number format of SHOWN. `struck`, `inserted` and `deleted` are words of the
    value, the last two by tracked changes. `over` are the rows and columns of a merged range.
    `inner` is a table inside the cell, `note` a footnote, `box` a text box (in Word alone).
    """

    value: Value = None
    shown: str = ""
    formula: str = ""
    error: str = ""
    struck: str = ""
    inserted: str = ""
    deleted: str = ""
    comment: tuple[str, str] | None = None
    threaded: bool = False
    fill: str = ""
    link: str = ""
    over: tuple[int, int] = (1, 1)
    inner: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    box: str = ""
    wrapped: bool = False

    @property
    def text(self) -> str:
        """The cell as its sheet shows it."""
        if self.error:
            return self.error
        if isinstance(self.value, datetime):
            return f"{self.value:%d/%m/%Y %H:%M}"
        if isinstance(self.value, date):
            return format(self.value, _PYTHON.get(self.shown, "%d/%m/%Y"))
        if isinstance(self.value, time):
            return f"{self.value:%H:%M}"
        return "" if self.value is None else str(self.value)


@dataclass(slots=True)
class Told:
    """What must be read of one known event.

    `flagged`: the date is not to be called exact without a word: the qualifier, a mark or a problem
    of the row says so. `fields` are texts by the event's own names; `undated` means no date at all.
    """

    known: Known
    first: date
    last: date
    text: str
    at: time | None = None
    precision: str = "day"
    agency: str = AGENCY
    fields: dict[str, str] = field(default_factory=dict)
    flagged: bool = False
    withdrawn: dict[str, str] = field(default_factory=dict)

    @property
    def expected_precision(self) -> str:
        return "minute" if self.at and self.first == self.last else self.precision

    @property
    def expected_qualifier(self) -> str:
        return "exact" if self.first == self.last or self.precision != "day" else "range"


@dataclass(slots=True)
class Row:
    """One row. `kept`: words that must stand somewhere in one of its events; `marked`: words of a
    mark that each of its events must have; `problem`: the kind of problem it must have; `whole`:
    the row is struck through from end to end; `more`: a text may hold more than the event's own.
    """

    cells: dict[Key, Cell] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    problem: ProblemKind | None = None
    hidden: bool = False
    whole: bool = False
    more: bool = False


Shape = Callable[["Page"], list[Row]]


def shape_plain(page: "Page") -> list[Row]:
    """The headings in one row."""
    return [Row({key: Cell(page.headings[key]) for key in page.columns})]


@dataclass(slots=True)
class Page:
    """One sheet. `above` is what stands over the table (in Word as paragraphs); `is_table` is false
    where none of its rows is an event. `portrait`: a block of label and value for every row.
    `controls`: parts of a Word table that stand in content controls. `cut`: the body's rows before
    which a Word table ends and goes on as another with its headings again.
    """

    name: str
    columns: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    body: list[Row] = field(default_factory=list)
    above: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    shape: Shape = shape_plain
    left: int = 0
    hidden: bool = False
    hidden_columns: set[str] = field(default_factory=set)
    is_table: bool = True
    portrait: bool = False
    controls: str = ""
    cut: list[int] = field(default_factory=list)
    paragraphs_below: list[str] = field(default_factory=list)


Day = Callable[[date], Cell]


@dataclass(slots=True)
class Book:
    """The whole file, and how it writes what it tells.

    `columns` make the table's cells from a known event, and say in `Told` what they carry.
    `terms`: the glossary that must be gathered. `doubts`: kinds of problems that must be told of
    the file; others than these, those allowed, and those of its rows must not. `loose`: what no
    heading names must be kept, in whatever place.
    """

    name: str = AGENCY
    known: list[Known] = field(default_factory=lambda: list(KNOWN))
    columns: dict[str, "Column"] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    day: Day = field(default=lambda day: Cell(day, "day"))
    pages: list[Page] = field(default_factory=list)
    terms: dict[str, str] = field(default_factory=dict)
    doubts: set[ProblemKind] = field(default_factory=set)
    doubts_allowed: set[ProblemKind] = field(default_factory=set)
    epoch_1904: bool = False
    loose: bool = False
    ragged: bool = False
    paragraphs: list[str] = field(default_factory=list)

    @property
    def tables(self) -> list[Page]:
        """The pages that hold events."""
        return [page for page in self.pages if page.is_table]

    @property
    def rows(self) -> list[Row]:
        """The rows that tell events, on all pages."""
        return [row for page in self.tables for row in page.body if row.told]


Column = Callable[[Known, Told, Book], Cell]


@dataclass(frozen=True, slots=True)
class Laid:
    """A page with every row in its place.

    `grid` holds the cells by row and column, `first` is the number of rows of `above` in it; `rows`
    are the row of each line of the grid; `hidden_rows` and `hidden_columns` count from 0.
    """

    page: Page
    grid: list[list[Cell | None]]
    rows: list[Row]
    hidden_rows: set[int]
    hidden_columns: set[int]
    above: int


def lay_out(page: Page) -> Laid:
    """The page as a grid: titles, headings, body, what stands below."""
    body = (
        [line for row in page.body for line in _make_block(page, row)]
        if page.portrait
        else [*page.shape(page), *page.body]
    )
    rows = [*page.above, *body, *page.below]
    places = {name: place + page.left for place, name in enumerate(page.columns)}
    grid: list[list[Cell | None]] = []
    for row in rows:
        at = {
            places[key] if isinstance(key, str) else key + page.left: cell
            for key, cell in row.cells.items()
        }
        grid.append([at.get(place) for place in range(max(at, default=-1) + 1)])
    return Laid(
        page,
        grid,
        rows,
        {number for number, row in enumerate(rows) if row.hidden},
        {places[name] for name in page.hidden_columns},
        len(page.above),
    )


def _make_block(page: Page, row: Row) -> list[Row]:
    """A row as a form: each heading beside its value, if there is one, and a blank line."""
    if not row.told:
        return [row]
    lines = [
        replace(row, cells={0: Cell(f"{page.headings[key]}:"), 1: row.cells.get(key, Cell())})
        for key in page.columns
    ]
    return [*lines, Row()]

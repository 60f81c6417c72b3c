"""Features -> a file that tells the known chronology in that layout."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from .chronology import Known
from .sheets import Book, Cell, Column, Page, Row, Told

FILL = 100
"""Features of an earlier stage say how events are written; those of a later one work on rows."""

CLAIMS = {
    "headings": "a table has its headings in one shape",
    "names": "a column has one heading",
    "written": "a date is written in one way",
    "when": "the columns of dates and times are of one kind",
    "sheets": "a file is parted into sheets in one way",
    "bands": "a table is parted by banners of one kind, and follows them",
    "told": "a date's cell and a text's cell stand for the same number of events",
    "strike": "what is struck is the row, its words, or its date",
    "remark": "a comment is of one kind",
    "clock": "times stand in one place",
    "month": "a row of several events is of several months",
    "split": "a table of a document is broken, nested or wrapped in one way",
}

BARS = {
    "table": "a form has no rows of a table, nor headings over columns",
    "named": "which of the columns it is, or where a page begins, is told by the headings alone",
}


@dataclass(frozen=True, slots=True)
class Feature:
    """A habit of those who write chronologies: what it does to the file, and what it needs.

    `needs` are abilities of a format and `only` the formats that have such a habit; `claims` are
    what only one of two features may settle; `traits` are what another may bar.
    """

    name: str
    stage: int
    change: Callable[[Book, Random], None]
    needs: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()


def feature(
    name: str,
    stage: int,
    change: Callable[[Book, Random], None],
    *,
    needs: str = "",
    claims: str = "",
    only: str = "",
    traits: str = "",
    bars: str = "",
) -> Feature:
    """A feature; its sets are given as words parted by blanks."""
    sets = (frozenset(words.split()) for words in (needs, claims, only, traits, bars))
    return Feature(name, stage, change, *sets)


def find_conflict(one: Feature, other: Feature) -> str:
    """Why the two cannot stand in one file, "" where they can."""
    if common := one.claims & other.claims:
        return CLAIMS[min(common)]
    barred = (one.bars & other.traits) | (other.bars & one.traits)
    return BARS[min(barred)] if barred else ""


def build(features: Iterable[Feature], seed: str) -> Book:
    """The file with these features. The same seed gives the same file."""
    chance = Random(seed)  # noqa: S311 - layouts are no secrets
    book = Book(columns=dict(_COLUMNS), headings=dict(HEADINGS))
    ordered = sorted(features, key=lambda one: one.stage)
    for one in ordered:
        if one.stage < FILL:
            one.change(book, chance)
    _fill(book)
    for one in ordered:
        if one.stage >= FILL:
            one.change(book, chance)
    return book


HEADINGS = {
    "date": "Date",
    "kind": "Type of contact",
    "text": "Details",
    "author": "Recorded by",
    "action": "Action taken",
}


def _write_day(known: Known, _: Told, book: Book) -> Cell:
    return book.day(known.day)


def _write_kind(known: Known, told: Told, _: Book) -> Cell:
    told.fields["contact_type"] = known.kind
    return Cell(known.kind)


def _write_text(known: Known, _: Told, __: Book) -> Cell:
    return Cell(known.text)


def _write_author(known: Known, told: Told, _: Book) -> Cell:
    told.fields["author"] = known.author
    return Cell(known.author)


def _write_action(known: Known, told: Told, _: Book) -> Cell:
    told.fields["action"] = known.action
    return Cell(known.action)


_COLUMNS: dict[str, Column] = {
    "date": _write_day,
    "kind": _write_kind,
    "text": _write_text,
    "author": _write_author,
    "action": _write_action,
}


def _fill(book: Book) -> None:
    page = Page("Chronology", list(book.columns), book.headings)
    for known in book.known:
        told = Told(known, known.day, known.day, known.text)
        cells = {name: make(known, told, book) for name, make in book.columns.items()}
        page.body.append(Row({name: cell for name, cell in cells.items() if cell.text}, [told]))
    book.pages.append(page)

"""Rows that part a table by year, month or child."""

from collections.abc import Callable
from random import Random

from ..build import feature
from ..chronology import ROBIN
from ..sheets import Book, Cell, Row, Told

Name = Callable[[Told], str]


def _part(book: Book, name: Name, *, over: int = 1, number: bool = False) -> None:
    for page in book.tables:
        body: list[Row] = []
        last = ""
        for row in page.body:
            if row.told and name(row.told[0]) != last:
                last = name(row.told[0])
                width = min(over, len(page.columns))
                value = int(last) if number else last
                body.append(Row({0: Cell(value, over=(1, width))}))
            body.append(row)
        page.body = body


def _part_years(book: Book, chance: Random) -> None:
    _part(
        book,
        lambda told: str(told.known.day.year),
        over=chance.choice([1, 5]),
        number=chance.random() < 0.5,
    )


def _part_months(book: Book, chance: Random) -> None:
    form = chance.choice(["{:%B %Y}", "{:%b %Y}", "{:%B %Y}".upper()])
    _part(book, lambda told: form.format(told.known.day), over=chance.choice([1, 5]))


def _part_children(book: Book, chance: Random) -> None:
    for page in book.tables:
        page.body.sort(key=lambda row: row.told[0].known.child != ROBIN)
    _part(book, lambda told: told.known.child, over=chance.choice([1, 5]))
    for row in book.rows:
        row.kept.append(row.told[0].known.child)


def _drop_years(book: Book, chance: Random) -> None:
    form = chance.choice(["{0.day} {0:%B}", "{0.day}/{0.month}", "{0:%d}-{0:%b}"])
    _part_years(book, chance)
    for row in book.rows:
        for told in row.told:
            told.flagged = True
        if "date" in row.cells:
            cell = row.cells["date"]
            cell.value, cell.shown = form.format(row.told[0].known.day), ""
            cell.struck = cell.text if row.whole else ""


FEATURES = (
    feature("year banners", 400, _part_years, claims="bands"),
    feature("month banners", 400, _part_months, claims="bands month"),
    feature("child banners", 330, _part_children, claims="bands told"),
    feature(
        "no years under year banners",
        400,
        _drop_years,
        claims="bands written told when clock",
        traits="table",
    ),
)

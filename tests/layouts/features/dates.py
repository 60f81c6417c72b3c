"""How dates are written, and what is dated by them."""

import calendar
from collections.abc import Callable
from datetime import date
from random import Random

from ..build import feature
from ..chronology import Known
from ..sheets import Book, Cell, Row, Told


def _ordinal(day: date) -> str:
    end = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{end} {day:%B %Y}"


_STYLES: dict[str, Callable[[date], str]] = {
    "22.05.16": lambda day: f"{day:%d.%m.%y}",
    "22nd May 2016": _ordinal,
    "22-May-16": lambda day: f"{day:%d-%b-%y}",
    "2016-05-22": lambda day: day.isoformat(),
    "Sun 22/5/16": lambda day: f"{day:%a} {day.day}/{day.month}/{day:%y}",
}


def _write(style: Callable[[date], str]) -> Callable[[Book, Random], None]:
    def change(book: Book, _: Random) -> None:
        book.day = lambda day: Cell(style(day))

    return change


def _blur(precision: str) -> Callable[[Book, Random], None]:
    """Events of no time are known by their month, or their year, alone."""

    def change(book: Book, _: Random) -> None:
        write_day = book.columns["date"]

        def write(known: Known, told: Told, book: Book) -> Cell:
            if known.at or known.days:
                return write_day(known, told, book)
            whole = precision == "year"
            first = known.day.replace(day=1, **({"month": 1} if whole else {}))
            month = 12 if whole else known.day.month
            last = date(known.day.year, month, calendar.monthrange(known.day.year, month)[1])
            told.first, told.last, told.precision = first, last, precision
            return Cell(first, precision)

        book.columns["date"] = write

    return change


def _count_from_1904(book: Book, _: Random) -> None:
    book.epoch_1904 = True


def _merge_days(book: Book, _: Random) -> None:
    """One date, merged over the rows of a day."""
    for page in book.tables:
        place = 0
        while place < len(page.body):
            end = place + 1
            day = page.body[place].cells["date"].text
            while end < len(page.body) and page.body[end].cells["date"].text == day:
                del page.body[end].cells["date"]
                end += 1
            page.body[place].cells["date"].over = (end - place, 1)
            place = end


def _gather(book: Book, chance: Random, *, bullet: str, seam: str) -> None:
    """Some rows tell three events of a year in one cell, each with its date."""
    blank = chance.random() < 0.5
    for page in book.tables:
        body: list[Row] = []
        place = 0
        while place < len(page.body):
            rows = page.body[place : place + 3]
            years = {row.told[0].known.day.year for row in rows}
            blurred = any(row.told[0].precision != "day" for row in rows)
            if place % 4 or len(rows) < 3 or len(years) > 1 or blurred:
                body.append(page.body[place])
                place += 1
                continue
            lines = [
                f"{bullet}{row.cells['date'].text}{seam}{row.cells['text'].value}" for row in rows
            ]
            cells = dict(rows[0].cells)
            days = [row.told[0].known.day for row in rows]
            if blank:
                del cells["date"]
            else:
                span = (book.day(min(days)).text, book.day(max(days)).text)
                cells["date"] = Cell(" - ".join(span))
            cells["text"] = Cell("\n".join(lines), wrapped=True)
            told = [row.told[0] for row in rows]
            for one in told:
                one.fields = dict(told[0].fields)
                one.agency = told[0].agency
            body.append(Row(cells, told, list(rows[0].kept), more=True))
            place += 3
        page.body = body


def _gather_bullets(book: Book, chance: Random) -> None:
    _gather(book, chance, bullet="\u2022 ", seam=" ")


def _gather_lines(book: Book, chance: Random) -> None:
    _gather(book, chance, bullet="", seam=chance.choice([": ", " - "]))


def _turn_round(book: Book, _: Random) -> None:
    for page in book.tables:
        page.body.reverse()


FEATURES = (
    *(
        feature(f"dates as {name}", 20, _write(how), claims="written")
        for name, how in _STYLES.items()
    ),
    feature("months as mmm-yy", 40, _blur("month"), claims="written"),
    feature("years as yyyy", 40, _blur("year"), claims="written"),
    feature("dates from 1904", 50, _count_from_1904, needs="1904"),
    feature("newest first", 200, _turn_round),
    feature("several events in bullets", 340, _gather_bullets, claims="told clock month"),
    feature("several events in lines", 340, _gather_lines, claims="told clock month"),
    feature("merged dates", 350, _merge_days, needs="merge", claims="told", traits="table"),
)

"""Which columns there are beside those of every chronology."""

from datetime import date, datetime
from random import Random

from ..build import feature
from ..chronology import Known
from ..sheets import Book, Cell, Row, Told
from .headings import name_plainly


def _add(book: Book, name: str, after: str = "") -> None:
    name_plainly(book)
    for page in book.tables:
        place = page.columns.index(after) + 1 if after else 0
        page.columns.insert(place, name)


def _add_time(book: Book, chance: Random) -> None:
    _add(book, "time", "date")
    as_text = chance.random() < 0.5
    for row in book.rows:
        for told in row.told:
            told.at = told.known.at
            if told.at:
                row.cells["time"] = Cell(f"{told.at:%H:%M}") if as_text else Cell(told.at, "clock")


def _join_time(book: Book, _: Random) -> None:
    name_plainly(book)
    book.headings["date"] = book.headings["moment"]
    write_day = book.columns["date"]

    def write(known: Known, told: Told, book: Book) -> Cell:
        cell = write_day(known, told, book)
        told.at = known.at
        if known.at is None:
            return cell
        if isinstance(cell.value, date):
            return Cell(datetime.combine(known.day, known.at), "moment")
        return Cell(f"{cell.text} {known.at:%H:%M}")

    book.columns["date"] = write


def _add_end(book: Book, chance: Random) -> None:
    _add(book, "end", "date")
    book.headings["date"] = book.headings["from"]
    always = chance.random() < 0.5
    for row in book.rows:
        for told in row.told:
            told.last = max(told.last, told.known.last)
            if told.precision == "day" and (told.known.days or always):
                row.cells["end"] = book.day(told.known.last)


def _add_dates(book: Book, _: Random) -> None:
    _add(book, "received", "date")
    _add(book, "recorded", "date")
    book.headings["date"] = book.headings["event date"]
    for row in book.rows:
        for name, day in (
            ("recorded", row.told[0].known.recorded),
            ("received", row.told[0].known.received),
        ):
            row.cells[name] = book.day(day)
            row.kept.append(row.cells[name].text)


def _add_agency(book: Book, _: Random) -> None:
    _add(book, "agency")
    for row in book.rows:
        row.cells["agency"] = Cell(row.told[0].known.agency)
        for told in row.told:
            told.agency = told.known.agency


def _add_serial(book: Book, chance: Random) -> None:
    _add(book, "serial")
    form = chance.choice(["{}", "{}.", "NFS/{:03}"])
    for number, row in enumerate(book.rows, start=1):
        row.cells["serial"] = Cell(number if form == "{}" else form.format(number))
        row.kept.append(str(number) if form == "{}" else form.format(number))


def _indent(book: Book, chance: Random) -> None:
    blank = chance.randint(1, 3)
    for page in book.pages:
        page.left = blank


def _make_forms(book: Book, _: Random) -> None:
    for page in book.tables:
        page.portrait = True


def _put_apart(book: Book, chance: Random) -> None:
    share = chance.choice([0.3, 1.0])
    for page in book.tables:
        body: list[Row] = []
        for row in page.body:
            if body and "date" in row.cells and chance.random() < share:
                body.append(Row())
            body.append(row)
        page.body = body


FEATURES = (
    feature("date and time in one cell", 30, _join_time, claims="when clock told"),
    feature("time column", 110, _add_time, claims="clock"),
    feature("range in two columns", 110, _add_end, claims="when told", traits="named"),
    feature("three dates", 110, _add_dates, claims="when", traits="named"),
    feature("agency column", 115, _add_agency, needs="agencies", traits="named"),
    feature("serial numbers", 345, _add_serial),
    feature("blank rows", 520, _put_apart),
    feature("blank columns at the left", 800, _indent),
    feature("forms, label beside value", 810, _make_forms, bars="table"),
)

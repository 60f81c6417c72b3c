"""The returns of an invented family, as files, and what each of their rows is."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import count
from pathlib import Path
from random import Random

import openpyxl

from tests.histories.story import make_history
from tests.robot.words import load_words

ROWS, DENSITY = 110, 0.7
AGENCIES, LEAST = 5, 4
"""So many agencies send a return at the most, each of so many rows at the least."""
STANDING = 0.4
"""So many rows have a phrase that the agency writes again and again."""

Place = tuple[str, int]
"""A file's name and a row, as the workbook's last columns have them."""

CASE = """title = "Mia and Jude"
[[child]]
name = "Mia Harte"
born = 2011-05-03
aliases = ["MH", "Mia"]
[[child]]
name = "Jude Harte"
born = 2013-02-11
aliases = ["Jude"]
[[person]]
name = "Lee Dyson"
role = "partner"
"""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a return. `parents` are the rows of the returns before that it tells of now, and
    `change` in what it differs from them, "" where in nothing.
    """

    number: int
    day: date
    at: time | None
    text: str
    author: str = ""
    standing: bool = False
    parents: tuple[int, ...] = ()
    change: str = ""


@dataclass(frozen=True, slots=True)
class Return:
    """What an agency sent. `layout` is a place in LAYOUTS, and stays the agency's own."""

    agency: str
    file: str
    layout: int
    records: tuple[Record, ...]


_NUMBERS = count(1)


def number_anew(record: Record, change: str = "", **other: object) -> Record:
    """The record as a later return tells it."""
    new = replace(record, number=next(_NUMBERS), parents=(record.number,), change=change)
    return replace(new, **other)  # type: ignore[arg-type]  # as they are called


def make_returns(random: Random) -> list[Return]:
    """The first returns: of the agencies with most rows, a third of them with standing phrases."""
    rows: dict[str, list[Record]] = {}
    for row in make_history(ROWS, DENSITY, random.randrange(1_000_000)):
        event = row.event
        assert event.when.first
        one = Record(next(_NUMBERS), event.when.first, event.when.at, event.text, event.author)
        rows.setdefault(event.agency, []).append(one)
    largest = sorted(
        (name for name in rows if len(rows[name]) >= LEAST), key=lambda x: -len(rows[x])
    )
    return [_make_return(random, name, rows[name]) for name in largest[:AGENCIES]]


def _make_return(random: Random, agency: str, records: Sequence[Record]) -> Return:
    phrases = random.sample(load_words().standing, 3)
    told = [
        replace(one, text=random.choice(phrases), standing=True)
        if random.random() < STANDING
        else one
        for one in records
    ]
    layout = random.randrange(len(LAYOUTS))
    file = f"{agency}{LAYOUTS[layout].suffix}"
    return Return(agency, file, layout, tuple(sorted(told, key=lambda x: (x.day, x.at or time()))))


def write_returns(returns: Sequence[Return], folder: Path) -> dict[Place, int]:
    """Write each into the folder, which holds nothing else then; the number of each row."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    places: dict[Place, int] = {}
    for one in returns:
        layout = LAYOUTS[one.layout]
        rows = [*layout.above, layout.headings, *(layout.write(one, told) for told in one.records)]
        (_write_csv if layout.suffix == ".csv" else _write_xlsx)(folder / one.file, rows)
        first = len(layout.above) + 2
        places |= {(one.file, first + n): told.number for n, told in enumerate(one.records)}
    return places


@dataclass(frozen=True, slots=True)
class Layout:
    suffix: str
    above: tuple[tuple[str, ...], ...]
    headings: tuple[str, ...]
    write: Callable[[Return, Record], tuple[object, ...]]


def _tell_time(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


LAYOUTS = (
    Layout(
        ".csv",
        (),
        ("Date", "Time", "Agency", "Event", "Author"),
        lambda a, r: (f"{r.day:%d/%m/%Y}", _tell_time(r.at), a.agency, r.text, r.author),
    ),
    Layout(
        ".xlsx",
        (),
        ("Agency", "Date of contact", "Time", "Details of contact", "Worker"),
        lambda a, r: (a.agency, r.day, r.at, r.text, r.author),
    ),
    Layout(
        ".xlsx",
        (("Chronology for the review",), ()),
        ("Date/Time", "Organisation", "What happened"),
        lambda a, r: (f"{r.day:%d.%m.%Y} {_tell_time(r.at)}".strip(), a.agency, r.text),
    ),
)


def _write_csv(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _write_xlsx(path: Path, rows: Sequence[Sequence[object]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Chronology"
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place).value = value  # type: ignore[assignment]  # as a cell takes it
    book.save(path)

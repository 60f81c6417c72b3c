"""What only a document of Word does to its tables."""

from random import Random

from ..build import feature
from ..sheets import Book
from .cells import pick


def _track(book: Book, chance: Random) -> None:
    """Words put in and words taken out, neither accepted nor refused."""
    for number, row in enumerate(pick(book, chance, 6)):
        told = chance.choice(row.told)
        words = told.text.split("\n")[0].split(" ")
        start = chance.randrange(1, len(words) - 2)
        chosen = " ".join(words[start : start + 2])
        if number % 2:
            row.cells["text"].inserted = chosen
        else:
            row.cells["text"].deleted = chosen
            told.withdrawn["text"] = chosen


def _control(book: Book, parts: str) -> None:
    for page in book.tables:
        page.controls = parts


def _cut(book: Book, chance: Random) -> None:
    for page in book.tables:
        places = [place for place, row in enumerate(page.body) if place > 4 and "date" in row.cells]
        if places:
            page.cut = sorted(chance.sample(places, min(2, len(places))))


def _nest(book: Book, chance: Random) -> None:
    """A small table in a cell: it tells no events, and its words stand in the cell."""
    for row in pick(book, chance, 2):
        inner = (("Weight", "14.2 kg"), ("Height", "96 cm"))
        row.cells["text"].inner = inner
        row.kept += [text for line in inner for text in line]
        row.more = True


def _note(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 2):
        row.cells["text"].note = "From the paper file in the attic of the old clinic."
        row.kept.append(row.cells["text"].note)
        row.more = True


def _box(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 2):
        row.cells["text"].box = "Written in the margin by the team manager"
        row.kept.append(row.cells["text"].box)
        row.more = True


def _write_round(book: Book, _: Random) -> None:
    for page in book.tables:
        page.paragraphs_below = ["Signed by J Hale on behalf of the service."]
    book.paragraphs = [
        "Chronology of significant events",
        "This return follows the terms of reference of the panel. It was drawn from case notes.",
    ]


FEATURES = (
    feature("tracked changes", 388, _track, claims="strike", only="docx"),
    feature(
        "table in a content control",
        700,
        lambda book, _: _control(book, "table"),
        claims="split",
        only="docx",
    ),
    feature(
        "rows in content controls",
        700,
        lambda book, _: _control(book, "rows"),
        claims="split",
        only="docx",
    ),
    feature(
        "cells in content controls",
        700,
        lambda book, _: _control(book, "cells"),
        claims="split",
        only="docx",
    ),
    feature("table over several pages", 830, _cut, claims="split", traits="table", only="docx"),
    feature("table in a cell", 391, _nest, only="docx"),
    feature("footnotes", 392, _note, only="docx"),
    feature("text box in a cell", 393, _box, only="docx"),
    feature("text round the tables", 705, _write_round, only="docx"),
)

"""What stands below a table, and between its pages."""

from random import Random

from ..build import feature
from ..sheets import Book, Cell, Row
from .sheets import TERMS


def _add_total(book: Book, chance: Random) -> None:
    label = chance.choice(["Total", "Total entries", "Number of entries:"])
    for page in book.tables:
        number = sum(1 for row in page.body if row.told)
        page.below.append(Row({0: Cell(label), 1: Cell(number)}))


def _add_end(book: Book, chance: Random) -> None:
    text = chance.choice(["END", "*** End of chronology ***", "No further entries"])
    place = chance.choice([0, 2])
    for page in book.tables:
        page.below.append(Row({place: Cell(text)}))


def _add_legend(book: Book, chance: Random) -> None:
    label = chance.choice(["Key", "Legend:", "Key to abbreviations"])
    for page in book.tables:
        page.below += [
            Row(),
            Row({0: Cell(label)}),
            *(Row({0: Cell(term), 1: Cell(told)}) for term, told in TERMS.items()),
        ]


def _add_glossary(book: Book, chance: Random) -> None:
    heads = chance.choice([("Abbreviation", "Meaning"), ("Term", "Definition")])
    book.terms |= TERMS
    for page in book.tables[-1:]:
        page.below += [
            Row(),
            Row({0: Cell("Glossary")}),
            Row({place: Cell(text) for place, text in enumerate(heads)}),
            *(Row({0: Cell(term), 1: Cell(told)}) for term, told in TERMS.items()),
        ]


def _number_pages(book: Book, chance: Random) -> None:
    every = chance.randint(6, 9)
    form = chance.choice(["Page {} of {}", "Page {}", "page {}/{}"])
    for page in book.tables:
        places = [
            place
            for place, row in enumerate(page.body)
            if place and place % every == 0 and "date" in row.cells
        ]
        for number, place in reversed(list(enumerate(places, start=1))):
            row = Row({chance.choice([0, len(page.columns) - 1]): Cell(form.format(number, 4))})
            page.body.insert(place, row)


FEATURES = (
    feature("page numbers between rows", 510, _number_pages),
    feature("total below", 610, _add_total),
    feature("end row below", 620, _add_end),
    feature("legend below", 630, _add_legend),
    feature("glossary below", 640, _add_glossary),
)

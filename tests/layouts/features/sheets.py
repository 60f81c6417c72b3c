"""Files of several sheets."""

from collections.abc import Callable
from random import Random

from chronolator.model import ProblemKind

from ..build import feature
from ..sheets import CARRIED_ON, Book, Cell, Page, Row, Told


def _make_page(page: Page, name: str, rows: list[Row]) -> Page:
    return Page(name, list(page.columns), page.headings, rows)


def _split(book: Book, name: Callable[[Told], str]) -> None:
    (page,) = book.pages
    parts: dict[str, list[Row]] = {}
    for row in page.body:
        parts.setdefault(name(row.told[0]), []).append(row)
    book.pages = [_make_page(page, title, rows) for title, rows in parts.items()]


def _split_years(book: Book, _: Random) -> None:
    _split(book, lambda told: str(told.known.day.year))


def _split_children(book: Book, _: Random) -> None:
    _split(book, lambda told: told.known.child)
    for row in book.rows:
        row.kept.append(row.told[0].known.child)


def _drop_years(book: Book, chance: Random) -> None:
    form = chance.choice(["{0.day} {0:%B}", "{0.day}/{0.month}", "{0.day}.{0.month}."])
    _split_years(book, chance)
    for row in book.rows:
        row.told[0].flagged = True
        row.cells["date"] = Cell(form.format(row.told[0].known.day))


def _carry_on(book: Book, chance: Random) -> None:
    (page,) = book.pages
    place = chance.randint(10, 16)
    more = _make_page(page, CARRIED_ON, page.body[place:])
    more.shape = lambda _: []
    book.doubts.add(ProblemKind.READING_UNCERTAIN)
    page.body = page.body[:place]
    book.pages.append(more)


def _hide_sheet(book: Book, chance: Random) -> None:
    (page,) = book.pages
    place = chance.randint(14, 20)
    more = _make_page(page, "Archive", page.body[place:])
    more.hidden = True
    for row in more.body:
        row.marked.append("hidden")
    page.body = page.body[:place]
    book.pages.append(more)


def _add_page(book: Book, name: str, lines: list[list[str]], *, first: bool = False) -> None:
    rows = [Row({place: Cell(text) for place, text in enumerate(line) if text}) for line in lines]
    page = Page(name, above=[], below=rows, shape=lambda _: [], is_table=False)
    book.pages.insert(0 if first else len(book.pages), page)


TERMS = {
    "HV": "Health visitor",
    "TAF": "Team around the family",
    "DSL": "Designated safeguarding lead",
}


def _add_glossary(book: Book, chance: Random) -> None:
    heads = chance.choice([["Abbreviation", "Meaning"], ["Term", "Definition"]])
    _add_page(book, "Glossary", [heads, *([term, told] for term, told in TERMS.items())])
    book.terms |= TERMS


def _add_nil(book: Book, chance: Random) -> None:
    lines = chance.choice(
        [
            [["Nil return"], ["Northshire Leisure had no contact with the family."]],
            [["Northshire Leisure"], [], ["No involvement in the period under review"]],
        ]
    )
    _add_page(book, "Leisure", lines)
    book.doubts_allowed.add(ProblemKind.READING_UNCERTAIN)


def _add_cover(book: Book, chance: Random) -> None:
    properties = [["File name", "chronology v3.xlsx"], ["Last saved", "02/02/2020 17:31"]]
    lines = [
        ["CHRONOLOGY FOR THE REVIEW"],
        [],
        ["Prepared by", "J Hale, team manager"],
        ["Date of completion", "03/02/2020"],
        ["Signed off", "Yes"],
        *(properties if chance.random() < 0.5 else []),
    ]
    _add_page(book, "Cover", lines, first=True)


FEATURES = (
    feature("sheet per year", 300, _split_years, needs="sheets", claims="sheets"),
    feature("sheet per child", 300, _split_children, needs="sheets", claims="sheets"),
    feature(
        "no years on sheets of years",
        300,
        _drop_years,
        needs="sheets",
        claims="sheets written when clock told",
    ),
    feature(
        "second sheet without headings",
        300,
        _carry_on,
        needs="sheets",
        claims="sheets",
        traits="table",
    ),
    feature("hidden sheet", 300, _hide_sheet, needs="sheets hidden-sheet", claims="sheets"),
    feature("glossary sheet", 900, _add_glossary, needs="sheets"),
    feature("nil return beside", 901, _add_nil, needs="sheets"),
    feature("cover sheet", 902, _add_cover, needs="sheets"),
)

"""Marks that carry meaning: hidden, struck through, remarked on, coloured, linked."""

from random import Random

from ..build import feature
from ..sheets import Book, Cell, Row
from .cells import pick


def _hide_rows(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 3):
        row.hidden = True
        row.marked.append("hidden")


def _hide_column(book: Book, chance: Random) -> None:
    name = chance.choice(["author", "action", "kind"])
    for page in book.tables:
        page.hidden_columns.add(name)
        for row in page.body:
            if row.told and name in row.cells and row.cells[name].value:
                row.marked.append("hidden")


def _strike_rows(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 2):
        row.whole = True
        row.marked.append("withdrawn")
        for cell in row.cells.values():
            cell.struck = cell.text


def _strike_words(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 3):
        told = chance.choice(row.told)
        words = told.text.split("\n")[0].split(" ")
        start = chance.randrange(1, len(words) - 2)
        struck = " ".join(words[start : start + 3])
        row.cells["text"].struck = struck
        told.withdrawn["text"] = struck


def _strike_date(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 3):
        told = row.told[0]
        wrong = book.day(told.known.recorded).text
        right = row.cells["date"].text
        if told.precision != "day":
            continue
        row.cells["date"] = Cell(f"{wrong} {right}", struck=wrong)
        told.withdrawn["date"] = wrong


_REMARKS = (
    "The log has this under another reference.",
    "Author to confirm with the team.",
    "A second worker was there as well.",
)


def _comment(book: Book, chance: Random, *, threaded: bool) -> None:
    for row, remark in zip(pick(book, chance, 3), _REMARKS, strict=False):
        name = chance.choice(["text", "text", "action"])
        row.cells[name].comment = ("A Reader", remark)
        row.cells[name].threaded = threaded
        row.kept.append(remark)
        row.more = True


def _comment_plainly(book: Book, chance: Random) -> None:
    _comment(book, chance, threaded=False)


def _comment_in_threads(book: Book, chance: Random) -> None:
    _comment(book, chance, threaded=True)


_RATINGS = {"FF0000": "High concern", "FFC000": "Some concern", "92D050": "Positive"}


def _colour(book: Book, chance: Random) -> None:
    colours = list(_RATINGS)
    over_row = chance.random() < 0.5
    for number, row in enumerate(pick(book, chance, 6)):
        colour = colours[number % 3]
        for name, cell in row.cells.items():
            if over_row or name == "text":
                cell.fill = colour
        row.kept.append(_RATINGS[colour])
    for page in book.tables:
        page.below += [
            Row(),
            Row({0: Cell("Key to colours")}),
            *(
                Row({0: Cell(" ", fill=colour), 1: Cell(meaning)})
                for colour, meaning in _RATINGS.items()
            ),
        ]


def _link(book: Book, chance: Random) -> None:
    for number, row in enumerate(pick(book, chance, 3)):
        address = f"https://records.example/case/{4711 + number}"
        row.cells[chance.choice(["text", "author"])].link = address
        row.kept.append(address)


FEATURES = (
    feature("hidden rows", 383, _hide_rows, needs="hidden"),
    feature("hidden column", 384, _hide_column, needs="hidden-column", traits="table"),
    feature("rows struck through", 385, _strike_rows, needs="strike", claims="strike"),
    feature("words struck through", 386, _strike_words, needs="strike", claims="strike"),
    feature(
        "dates struck through", 386, _strike_date, needs="strike", claims="strike told written when"
    ),
    feature("comments", 387, _comment_plainly, needs="comment", claims="remark"),
    feature("threaded comments", 387, _comment_in_threads, needs="thread", claims="remark"),
    feature("fills with a key", 635, _colour, needs="fill"),
    feature("links", 389, _link, needs="link"),
)

"""What stands in cells in place of a plain value."""

from random import Random

from chronolator.model import ProblemKind

from ..build import feature
from ..sheets import Book, Cell, Row


def pick(book: Book, chance: Random, number: int) -> list[Row]:
    """Rows that tell events, by chance, in their order."""
    rows = book.rows
    places = sorted(chance.sample(range(len(rows)), min(number, len(rows))))
    return [rows[place] for place in places]


def _break_lines(book: Book, _: Random) -> None:
    """Texts of two statements stand in two lines."""
    for row in book.rows:
        cell = row.cells["text"]
        cell.value = str(cell.value).replace("; ", ";\n")
        cell.wrapped = True
        for told in row.told:
            told.text = told.text.replace("; ", ";\n")


def _leave_formulas(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 3):
        row.cells["action"] = Cell("", formula='CONCATENATE("Case note ","added")')
        row.problem = ProblemKind.CELL
        for told in row.told:
            told.fields.pop("action", None)


def _leave_errors(book: Book, chance: Random) -> None:
    for row in pick(book, chance, 3):
        row.cells["author"] = Cell(error=chance.choice(["#REF!", "#N/A", "#NAME?"]))
        row.problem = ProblemKind.CELL
        for told in row.told:
            told.fields.pop("author", None)


def _leave_ragged(book: Book, chance: Random) -> None:
    """Some records end early, some hold a cell beyond the last column."""
    for row in pick(book, chance, 4):
        del row.cells["action"]
        for told in row.told:
            told.fields.pop("action", None)
    width = max(len(page.columns) for page in book.tables)
    for row in pick(book, chance, 2):
        row.cells[width] = Cell("see also the paper file")
        row.kept.append("see also the paper file")


FEATURES = (
    feature("line ends in cells", 105, _break_lines, claims="told"),
    feature("formulas without a result", 380, _leave_formulas, needs="formula"),
    feature("error cells", 381, _leave_errors, needs="error"),
    feature("ragged records", 382, _leave_ragged, needs="ragged", traits="table"),
)

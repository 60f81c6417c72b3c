"""What stands in a document, one below the other: paragraphs and tables."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..sheets import Book, Laid, Page, Row, lay_out

Block = str | Laid


def plan(book: Book) -> Iterator[Block]:
    """The document's paragraphs and tables. What stands above a table does so as paragraphs."""
    yield from book.paragraphs
    for page in book.pages:
        if len(book.pages) > 1 and page.name != "continued":
            yield page.name
        for row in page.above:
            text = " ".join(cell.text for cell in row.cells.values())
            if text:
                yield text
        yield from _plan_tables(replace(page, above=[], left=0))
        yield from page.paragraphs_below


def _plan_tables(page: Page) -> Iterator[Block]:
    """The page's table, or its parts; what has one column is no table but text."""
    cuts = [0, *page.cut, len(page.body)]
    parts = [page.body[start:end] for start, end in pairwise(cuts)]
    for number, body in enumerate(parts, start=1):
        laid = lay_out(replace(page, body=body, below=page.below if number == len(parts) else []))
        if max(map(len, laid.grid), default=0) > 1:
            yield laid
        else:
            yield from (cell.text for line in laid.grid for cell in line if cell and cell.text)


def place_rows(book: Book) -> dict[tuple[str, int], Row]:
    """The rows of the tables by the table's name and their number in it."""
    placed = {}
    tables = (block for block in plan(book) if isinstance(block, Laid))
    for number, laid in enumerate(tables, start=1):
        for place, row in enumerate(laid.rows, start=1):
            placed[f"table {number}", place] = row
    return placed

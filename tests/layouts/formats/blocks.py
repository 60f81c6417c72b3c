"""What stands in a document or a web page, one below the other: paragraphs and tables."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from ..sheets import CARRIED_ON, Book, Laid, Page, Row, lay_out

Block = str | Laid


def list_blocks(book: Book, *, titles_apart: bool) -> Iterator[Block]:
    """The paragraphs and tables. What is a sheet of a workbook is a table under its name.

    `titles_apart`: what stands above the first table does so as paragraphs, and not again above the
    others; else it stands in the rows of each.
    """
    yield from book.paragraphs
    told: list[Row] = []
    for page in book.pages:
        if titles_apart and not told:
            told = page.above
            yield from _list_lines(told)
        if len(book.pages) > 1 and page.name != CARRIED_ON:
            yield page.name
        yield from _list_tables(replace(page, above=[], left=0) if titles_apart else page)
        yield from page.paragraphs_below


def _list_lines(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        text = " ".join(cell.text for cell in row.cells.values())
        if text:
            yield text


def _list_tables(page: Page) -> Iterator[Block]:
    """The page's table, or its parts; what has one column is no table but text."""
    cuts = [0, *page.cut, len(page.body)]
    parts = [page.body[start:end] for start, end in pairwise(cuts)]
    for number, body in enumerate(parts, start=1):
        laid = lay_out(replace(page, body=body, below=page.below if number == len(parts) else []))
        filled = {place for line in laid.grid for place, cell in enumerate(line) if cell}
        if len(filled) > 1:
            yield laid
        else:
            yield from _list_lines(laid.rows)


def place_rows(*, titles_apart: bool) -> Callable[[Book], dict[tuple[str, int], Row]]:
    """What gives the rows of the tables by the table's name and their number in it."""

    def place(book: Book) -> dict[tuple[str, int], Row]:
        blocks = list_blocks(book, titles_apart=titles_apart)
        tables = (block for block in blocks if isinstance(block, Laid))
        return {
            (f"table {number}", line): row
            for number, laid in enumerate(tables, start=1)
            for line, row in enumerate(laid.rows, start=1)
        }

    return place

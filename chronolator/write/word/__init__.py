"""Chronology -> a Word document: an appendix for a report, on landscape pages.

The markup is our own, as the readers read it without a library: what would be gained by one is a
template with another language and look, and no property by which the file is known again.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from chronolator.columns import Choice, Column
from chronolator.model import Chronology
from chronolator.rows import list_result_columns, list_rows
from chronolator.rows.by_contact import (
    ContactRow,
    list_columns_by_contact,
    list_rows_by_contact,
)
from chronolator.write.opening import NAME, name_document
from chronolator.write.word.blocks import Block, arrange_blocks, list_left_out, measure_blocks
from chronolator.write.word.entries import EntryWriter
from chronolator.write.word.findings import write_gaps, write_glossary
from chronolator.write.word.markup import Table, make_text
from chronolator.write.word.opening import write_opening, write_returns
from chronolator.write.word.package import Furniture, write_package
from chronolator.write.word.styles import SECTION

__all__ = ["NAME", "write_document", "write_document_by_contact"]


def write_document(
    chronology: Chronology, path: Path, made_on: date, choice: Choice | None = None
) -> None:
    """Write the chronology as a .docx file, one row an event. The same input gives the same file.

    Raises `OutputError` where a column is chosen that is not known, or more than a page can hold.
    """
    rows = [ContactRow((row,), row.cells, {}) for row in list_rows(chronology)]
    columns = list_result_columns(chronology)
    _write(chronology, path, made_on, columns, rows, choice or Choice(), by_contact=False)


def write_document_by_contact(
    chronology: Chronology, path: Path, made_on: date, choice: Choice | None = None
) -> None:
    """Write it with one row a contact, every agency's words under its name, as `write_document`."""
    rows = list(list_rows_by_contact(chronology))
    columns = list_columns_by_contact(chronology)
    _write(chronology, path, made_on, columns, rows, choice or Choice(), by_contact=True)


def _write(
    chronology: Chronology,
    path: Path,
    made_on: date,
    columns: Sequence[Column],
    rows: Sequence[ContactRow],
    choice: Choice,
    *,
    by_contact: bool,
) -> None:
    case = chronology.case
    blocks = arrange_blocks(columns, list_result_columns(chronology), choice, rows, case)
    left_out = list_left_out(blocks, columns, rows)
    body = (
        *write_opening(chronology, made_on, left_out, blocks, by_contact=by_contact),
        *write_returns(chronology),
        *write_gaps(chronology),
        *_write_rows(blocks, rows, chronology, by_contact=by_contact),
        *write_glossary(chronology),
    )
    write_package(body, Furniture(name_document(case), case.marking, made_on), path)


def _write_rows(
    blocks: Sequence[Block],
    rows: Sequence[ContactRow],
    chronology: Chronology,
    *,
    by_contact: bool,
) -> Iterator[str]:
    yield str(make_text("The chronology", SECTION))
    writer = EntryWriter(blocks, rows, chronology)
    yield from Table(
        NAME,
        f"One row {'a contact' if by_contact else 'an entry'}, in the order of the dates.",
        [block.heading for block in blocks],
        measure_blocks(blocks),
        map(writer.make_row, rows),
    ).list_parts()

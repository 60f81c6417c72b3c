"""Chronology -> CSV."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from pathlib import Path

from chronolator.columns import Choice, Column, clean_text, find_columns
from chronolator.model import Chronology
from chronolator.rows import RowValue, list_result_columns, list_rows
from chronolator.rows.by_contact import list_columns_by_contact, list_rows_by_contact

_RISKY = re.compile(
    r"'*(\s*[-=+@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    r"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]|[\t\n])"
)


def write_csv(chronology: Chronology, path: Path, choice: Choice | None = None) -> None:
    r"""Write one row an event, with all columns by heading, or those chosen: UTF-8 with a byte
    order mark, as Excel wants it, lines ending in CR LF. Raises `OutputError` where a column is
    chosen that is not known.

    A spreadsheet would run a cell that begins with =, +, - or @, also behind white space or written
    wide, or with a tab or a line end, as a formula. Such a cell gets an apostrophe before it, so
    that it stays text, and so does one that has apostrophes before such a sign: who takes one away
    from every cell that `_RISKY` matches has the exact words.
    """
    columns = _choose(list_result_columns(chronology), (), choice)
    headings = [column.heading for column in columns]
    rows = ([row.cells[column.key] for column in columns] for row in list_rows(chronology))
    write_table(headings, rows, path)


def write_csv_by_contact(chronology: Chronology, path: Path, choice: Choice | None = None) -> None:
    """Write one row a contact, as `write_csv` writes one row an event."""
    also = list_result_columns(chronology)
    columns = _choose(list_columns_by_contact(chronology), also, choice)
    headings = [column.heading for column in columns]
    rows = list_rows_by_contact(chronology)
    write_table(headings, ([row.cells[one.key] for one in columns] for row in rows), path)


def _choose(
    columns: Sequence[Column], also: Sequence[Column], choice: Choice | None
) -> Sequence[Column]:
    return find_columns(choice.named, columns, also) if choice and choice.named else columns


def write_table(headings: Sequence[str], rows: Iterable[Sequence[RowValue]], path: Path) -> None:
    """Write any table as `write_csv` writes the chronology."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([_guard(_tell(heading)) for heading in headings])
        writer.writerows([_guard(_tell(value)) for value in row] for row in rows)


def _tell(value: RowValue) -> str:
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case _:
            return clean_text(str(value))


def _guard(text: str) -> str:
    return f"'{text}" if _RISKY.match(text) else text

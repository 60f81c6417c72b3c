"""The hand-written returns of the example, as values."""

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

Cell = str | date | datetime
Table = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Row:
    """One row of a sheet: what it is, its cells, and what a reader by hand says of it.

    `kind` is "event", "blank", or why the row is none ("title", "heading", "banner" ...). `seen`
    holds for each child three letters (seen, alone, views): y, n, u (unclear) or - (not recorded).
    `when` is the date where the cells alone do not give it. `repeats` is the `name` of the row of
    the same agency that this one tells again.
    """

    number: int
    kind: str
    cells: tuple[Cell, ...]
    seen: dict[str, str]
    when: str = ""
    contact: str = ""
    name: str = ""
    repeats: str = ""
    how: str = ""
    differs: str = ""
    note: str = ""


@dataclass(frozen=True)
class Page:
    """A sheet: its rows, and how it is laid out. `time` and `end` are columns, from 0."""

    name: str
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()
    time: int | None = None
    end: int | None = None
    delimiter: str = ","
    encoding: str = "utf-8"


@dataclass(frozen=True)
class Return:
    """What one agency sends: the name of the file, and its sheets."""

    file: str
    agency: str
    pages: tuple[Page, ...] = field(default=())


CHILDREN = {"robin": "Robin Ashdown", "wren": "Wren Ashdown"}


def load_returns(folder: Path) -> list[Return]:
    """Every return of the folder, by the name of its file."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))]
    return [_make_return(table) for table in tables if "sheet" in table]


def write_table(path: Path, table: Table) -> None:
    """Write the table as CSV, with line ends that are the same everywhere."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table)


def _make_return(table: dict[str, Any]) -> Return:
    return Return(table["file"], table["agency"], tuple(map(_make_page, table["sheet"])))


def _make_page(table: dict[str, Any]) -> Page:
    rows = tuple(_make_row(number, row) for number, row in enumerate(table["rows"], start=1))
    return Page(
        name=table["name"],
        rows=rows,
        widths=tuple(table.get("widths", ())),
        merged=tuple(table.get("merged", ())),
        time=table.get("time"),
        end=table.get("end"),
        delimiter=table.get("delimiter", ","),
        encoding=table.get("encoding", "utf-8"),
    )


def _make_row(number: int, table: dict[str, Any]) -> Row:
    cells = tuple(table["cells"])
    return Row(
        number=number,
        kind=table.get("is", "event" if cells else "blank"),
        cells=cells,
        seen={child: table.get(child, "---") for child in CHILDREN},
        when=table.get("when", ""),
        contact=table.get("contact", ""),
        name=table.get("id", ""),
        repeats=table.get("repeats", ""),
        how=table.get("kind", ""),
        differs=table.get("differs", ""),
        note=table.get("note", ""),
    )

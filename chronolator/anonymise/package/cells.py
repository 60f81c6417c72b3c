"""The cells of a worksheet, one after another, as its markup has them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_SHEET_DATA = re.compile(
    r"(<(?:\w+:)?sheetData\b[^>]*(?<!/)>)(.*)(</(?:\w+:)?sheetData>)", re.DOTALL
)
_ROW_OR_CELL = re.compile(
    r"<(?:\w+:)?row\b([^>]*)>|<((?:\w+:)?)c\b((?:[^>\"]|\"[^\"]*\")*?)(?:/>|>(.*?)</\2c>)",
    re.DOTALL,
)
_NUMBER_OF_ROW = re.compile(r"\br=\"(\d+)\"")
_PLACE = re.compile(r"\br=\"([A-Z]+)(\d+)\"")
_TYPE = re.compile(r"\s*\bt=\"(\w+)\"")
_STYLE = re.compile(r"\bs=\"(\d+)\"")
_VALUE = re.compile(r"<(?:\w+:)?v\b[^>]*>(.*?)</(?:\w+:)?v>", re.DOTALL)
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its row, its column in letters, its attributes, and the markup inside it.

    `prefix`: of its name space, with the colon.
    """

    row: int
    column: str
    attributes: str
    inside: str
    prefix: str = ""

    @property
    def place(self) -> str:
        """As "B7"."""
        return f"{self.column}{self.row}"

    @property
    def type(self) -> str:
        """What its value is: "s" a shared text, "n" a number ..."""
        found = _TYPE.search(self.attributes)
        return found[1] if found else "n"

    @property
    def style(self) -> int:
        """The number of its style."""
        found = _STYLE.search(self.attributes)
        return int(found[1]) if found else 0

    @property
    def value(self) -> str:
        """The markup of its value, "" for none."""
        found = _VALUE.search(self.inside)
        return found[1] if found else ""

    def write(self, kind: str, inside: str, *, typed: bool = False) -> str:
        """The cell's markup with a value of that kind ("n" for a number) and other contents; that
        it is a number is only said where it is `typed`.
        """
        plain = _TYPE.sub("", self.attributes).rstrip()
        told = f' t="{kind}"' if typed or kind != "n" else ""
        return f"<{self.prefix}c{plain}{told}>{inside}</{self.prefix}c>"


def split_sheet(markup: str) -> tuple[str, str, str]:
    """What stands before the rows of a worksheet, the rows, and what stands behind them."""
    found = _SHEET_DATA.search(markup)
    if found is None:
        return markup, "", ""
    return markup[: found.end(1)], found[2], markup[found.start(3) :]


def change_cells(rows: str, change: Callable[[Cell], str | None]) -> str:
    """The rows with each cell as `change` gives its markup, or as it was where it gives None."""
    row, column = 0, 0

    def take(match: re.Match[str]) -> str:
        nonlocal row, column
        if match[2] is None:
            found = _NUMBER_OF_ROW.search(match[1])
            row = int(found[1]) if found else row + 1
            column = 0
            return match[0]
        place = _PLACE.search(match[3])
        column = _count(place[1]) if place else column + 1
        cell = Cell(
            int(place[2]) if place else row,
            place[1] if place else _letters(column),
            match[3],
            match[4] or "",
            match[2],
        )
        changed = change(cell) if cell.inside else None
        return match[0] if changed is None else changed

    return _ROW_OR_CELL.sub(take, rows)


def _count(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    told = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        told = chr(65 + rest) + told
    return told

"""How the rows of a table go on from sheet to sheet, where they are more than one holds."""

from collections.abc import Iterator, Mapping

from chronolator.columns.cells import key_of_name, name_of_key

MOST_ROWS = 1_048_576
"""So many rows has a sheet of Excel, with the headings."""
_KEY = "continued"


def share_out(rows: int) -> list[int]:
    """How many of so many rows stand on each sheet, below its headings: on one at least."""
    room = MOST_ROWS - 1
    return [min(room, rows - begin) for begin in range(0, max(rows, 1), room)]


def is_on_first(row: int) -> bool:
    """Whether the row of that number, from 1, stands on the first of the sheets."""
    return row < MOST_ROWS


def name_sheet(name: str, number: int) -> str:
    """The name of the sheet of that number, from 1, of those on which a table stands."""
    return name if number == 1 else f"{name} ({number})"


def is_sheet_of(name: str, sheet: str) -> bool:
    """True for the name of a sheet on which the table of that sheet begins or goes on."""
    number = name.removeprefix(f"{sheet} (").removesuffix(")")
    return name == sheet or (number.isdecimal() and name == name_sheet(sheet, int(number)))


def name_part(number: int) -> str:
    """The defined name on the first cell of a sheet on which a table goes on, by which it is known
    when it was renamed; the second has the number 2.
    """
    return name_of_key(f"{_KEY} {number}")


def list_parts(names: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """The sheets on which the chronology goes on, in their order, by the defined names of the
    workbook (name -> sheet and cell).
    """
    numbers = {
        int(number): sheet
        for name, (sheet, _) in names.items()
        for word, _, number in [(key_of_name(name) or "").partition(" ")]
        if word == _KEY and number.isdecimal()
    }
    yield from (numbers[number] for number in sorted(numbers))

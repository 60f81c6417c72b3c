"""What the author left beside the rows of our findings: words, ticks, comments and colours."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from chronolator.columns import OurTable, cell_text, row_hash
from chronolator.model import Jotting, Look, Sheet
from chronolator.model.values import show_value
from chronolator.readers.cells import name_column
from chronolator.readers.ours.looks.found import FoundLooks, Place

_ROWS_SEARCHED = 30
Kept = TypeVar("Kept")


def read_jottings(
    sheet: Sheet, table: OurTable, looks: FoundLooks
) -> tuple[list[Jotting], list[int]]:
    """What she left on a sheet whose table chron wrote, wherever she moved its columns; and the
    rows, 1-based, whose cells of ours are not as chron wrote them.
    """
    header = _find_header(sheet, table)
    names = _name_places(sheet, header)
    dressed, comments = _gather(looks.looks, names), _gather(looks.comments, names)
    jottings, changed = [], []
    for number in range(header + 1, max([len(sheet.rows), *dressed, *comments]) + 1):
        cells = sheet.rows[number - 1] if number <= len(sheet.rows) else ()
        texts = {
            name: text
            for place, name in names.items()
            if place <= len(cells) and (text := cell_text(cells[place - 1]))
        }
        row = {name: texts.get(name, "") for name in table.keys}
        if any(row.values()) and row_hash(row.values()) not in table.rows:
            changed.append(number)
        jotting = Jotting(
            sheet.name,
            row,
            {name: text for name, text in texts.items() if name not in table.headings},
            comments[number],
            dict(_strip(dressed[number], table)),
        )
        if jotting.texts or jotting.comments or jotting.looks:
            jottings.append(jotting)
    return jottings, changed


def _find_header(sheet: Sheet, table: OurTable) -> int:
    """The 1-based row with most of our headings; 0 where there is none."""
    counts = [
        len({show_value(value) for value in row} & set(table.headings))
        for row in sheet.rows[:_ROWS_SEARCHED]
    ]
    return counts.index(max(counts)) + 1 if any(counts) else 0


def _name_places(sheet: Sheet, header: int) -> dict[int, str]:
    """The columns by their 1-based place: by heading, else by letters; each name once."""
    headings = sheet.rows[header - 1] if header else ()
    width = max((len(row) for row in sheet.rows), default=0)
    names: dict[int, str] = {}
    for place in range(1, width + 1):
        text = show_value(headings[place - 1]) if place <= len(headings) else ""
        name = text if text and text not in names.values() else name_column(place - 1)
        names[place] = name
    return names


def _gather(
    found: Mapping[Place, Kept], names: Mapping[int, str]
) -> defaultdict[int, dict[str, Kept]]:
    """What was found in cells, by row and column's name."""
    gathered: defaultdict[int, dict[str, Kept]] = defaultdict(dict)
    for (row, column), what in found.items():
        gathered[row][names.get(column) or name_column(column - 1)] = what
    return gathered


def _strip(looks: Mapping[str, Look], table: OurTable) -> Iterator[tuple[str, Look]]:
    """The looks that are hers: in our columns bold and underlined are ours."""
    for name, look in looks.items():
        plain = replace(look, bold=False, underlined=False) if name in table.headings else look
        if plain:
            yield name, plain

"""What the author left beside the rows of our findings: words, ticks, comments and colours."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from chronolator.columns import OurTable, cell_hash, row_hash
from chronolator.model import Jotting, Look, Sheet, SheetLook
from chronolator.model.values import keep_kind
from chronolator.readers.cells import name_column
from chronolator.readers.formats.marks.worksheet import read_letters
from chronolator.readers.ours.looks.dressed import find_scrolls, look_at_columns
from chronolator.readers.ours.looks.found import FoundLooks, Place
from chronolator.readers.ours.looks.headings import find_header, name_places, read_texts
from chronolator.readers.ours.looks.own import is_hidden

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Jotted:
    """What she left on a sheet of findings, and the `look` of its columns. Not carried are what she
    wrote in cells of ours in the rows `changed`, 1-based, and the looks of the cells `bare`, and
    comments there: beside these stands no row of ours, or no word. `merged` says that cells were
    merged.
    """

    jottings: list[Jotting] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    bare: list[Place] = field(default_factory=list)
    look: SheetLook = field(default_factory=SheetLook)
    merged: bool = False


def read_jottings(sheet: Sheet, table: OurTable, looks: FoundLooks) -> Jotted:
    """What she left on a sheet whose table chron wrote, wherever she moved its columns."""
    header = find_header(sheet, table)
    names = name_places(sheet, header)
    dressed, comments = _gather(looks.looks, names), _gather(looks.comments, names)
    hidden = frozenset() if looks.filtered else frozenset(looks.hidden_rows)
    widths = {place: table.widths.get(name, 0.0) for place, name in names.items()}
    look = SheetLook(
        tuple(look_at_columns(names, looks, widths)),
        scrolls=find_scrolls(names, looks),
        zoom=looks.zoom,
        tab=looks.tab,
        hidden=is_hidden(sheet),
    )
    jotted = Jotted(look=look, merged=bool(sheet.merged))
    for number in range(header + 1, max([len(sheet.rows), *dressed, *comments]) + 1):
        cells = sheet.rows[number - 1] if number <= len(sheet.rows) else ()
        texts = read_texts(cells, names)
        row = {name: texts.get(name, "") for name in table.keys}
        told = row_hash(row.values()) in table.rows
        if not table.grows and ((any(row.values()) and not told) or _is_written_over(texts, table)):
            jotted.changed.append(number)
        jotting = Jotting(
            sheet.name,
            row,
            {
                name: keep_kind(cells[place - 1])
                for place, name in names.items()
                if name in texts and name not in table.headings
            },
            comments[number],
            dict(_strip(dressed[number], table)),
            hidden=number in hidden and told,
        )
        jotted.bare.extend(_list_bare(number, jotting, table, names))
        if jotting.texts or jotting.comments or jotting.looks or jotting.hidden:
            jotted.jottings.append(jotting)
    jotted.bare.extend(place for place in looks.comments if place[0] <= header)
    jotted.bare.extend(
        place for place, look in looks.looks.items() if place[0] <= header and look.fill
    )
    jotted.bare.sort()
    return jotted


def _is_written_over(texts: Mapping[str, str], table: OurTable) -> bool:
    """True where a cell that leads somewhere holds what chron wrote into none of its column."""
    return any(
        name in texts and cell_hash(texts[name]) not in shown for name, shown in table.shown.items()
    )


def _list_bare(
    number: int, jotting: Jotting, table: OurTable, names: Mapping[int, str]
) -> Iterator[Place]:
    """The cells of the row with a look that goes nowhere."""
    places = {name: place for place, name in names.items()}
    for name in jotting.looks:
        if not any(jotting.row.values()) or name not in {*table.headings, *jotting.texts}:
            yield number, places.get(name) or read_letters(name.removeprefix("Column "))


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

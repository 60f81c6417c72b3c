"""The heading rows of our sheets of findings, wherever the author moved them and what she made of
them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from chronolator.columns import OurTable, cell_text, row_hash
from chronolator.model import Sheet, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import name_column

_ROWS_SEARCHED = 30


def put_back_headings(
    sheets: Sequence[Sheet], tables: Mapping[str, OurTable]
) -> tuple[list[Sheet], dict[str, tuple[str, ...]]]:
    """The sheets, each heading of ours that she changed as it was; and which these are, by sheet.

    A heading is known by its place behind the others, where the rows below it are ours then.
    """
    anew, changed = [], {}
    for sheet in sheets:
        table = tables.get(sheet.name)
        given = _put_back(sheet, table) if table else None
        anew.append(given[0] if given else sheet)
        if given:
            changed[sheet.name] = given[1]
    return anew, changed


def find_header(sheet: Sheet, table: OurTable) -> int:
    """The 1-based row with most of our headings; 0 where there is none."""
    counts = [
        len({show_value(value) for value in row} & set(table.headings))
        for row in sheet.rows[:_ROWS_SEARCHED]
    ]
    return counts.index(max(counts)) + 1 if any(counts) else 0


def name_places(sheet: Sheet, header: int) -> dict[int, str]:
    """The columns by their 1-based place: by heading, else by letters; each name once."""
    headings = sheet.rows[header - 1] if header else ()
    width = max((len(row) for row in sheet.rows), default=0)
    names: dict[int, str] = {}
    for place in range(1, width + 1):
        text = show_value(headings[place - 1]) if place <= len(headings) else ""
        name = text if text and text not in names.values() else name_column(place - 1)
        names[place] = name
    return names


def read_texts(cells: Sequence[Value], names: Mapping[int, str]) -> dict[str, str]:
    """The texts of a row by the names of its columns, but for empty ones."""
    return {
        name: text
        for place, name in names.items()
        if place <= len(cells) and (text := cell_text(cells[place - 1]))
    }


def _put_back(sheet: Sheet, table: OurTable) -> tuple[Sheet, tuple[str, ...]] | None:
    header = find_header(sheet, table)
    headings: list[Value] = [*sheet.rows[header - 1]] if header else []
    found = dict(_find_changed([show_value(one) for one in headings], table))
    if not found:
        return None
    hers = tuple(heading for place, heading in found.items() if show_value(headings[place]))
    for place, heading in found.items():
        headings[place] = heading
    rows = [*sheet.rows]
    rows[header - 1] = headings
    anew = replace(sheet, rows=rows)
    names = name_places(anew, header)
    for row in rows[header:]:
        texts = read_texts(row, names)
        if row_hash(texts.get(name, "") for name in table.keys) in table.rows:
            return anew, hers
    return None


def _find_changed(texts: Sequence[str], table: OurTable) -> Iterator[tuple[int, str]]:
    """The 0-based places of headings that are not there, as far as those before them tell."""
    ours = set(table.headings)
    place = -1
    for heading in table.headings:
        if heading in texts:
            place = texts.index(heading)
        elif place + 1 < len(texts) and texts[place + 1] not in ours:
            place += 1
            yield place, heading

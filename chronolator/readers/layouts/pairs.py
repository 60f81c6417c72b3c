"""Labels and the values beside them, as a form has them."""

import re
from collections import Counter
from dataclasses import dataclass, field

from chronolator.model import Field, Sheet, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled, looks_dated
from chronolator.readers.layouts.contents import is_sentence
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.mapping import settle
from chronolator.readers.protocol import Settings

_LONGEST_LABEL = 100
_MOST_WORDS = 4
_HALF = 0.5
_INLINE = re.compile(r"\s*([^:\n]{2,60}?\s*:)\s*(\S.*)", re.DOTALL)


@dataclass(slots=True)
class Pair:
    """A label and its values by their 0-based places; the rows (1-based) in which they begin and
    end, and the field that the label names.

    `cells`: the row and place of each cell that is told by it, with the place under which its value
    is kept, None for the label's own.
    """

    row: int
    label: str
    name: Field | None
    end: int
    values: dict[int, Value] = field(default_factory=dict)
    cells: dict[tuple[int, int], int | None] = field(default_factory=dict)

    def add(self, row: int, place: int, value: Value) -> None:
        """Put a value beside the label, or a further line below the one that is there."""
        there = self.values.get(place)
        self.values[place] = value if there is None else f"{show_value(there)}\n{value}"
        self.cells[row, place] = place
        self.end = row


def list_pairs(sheet: Sheet, settings: Settings) -> list[Pair]:
    """The labels of the sheet with their values, in order.

    A value stands beside its label, below it, or behind it in one cell; a text may go on in the
    rows below. Labels stand in columns that hold little else.
    """
    columns = _find_label_columns(sheet, settings)
    pairs: list[Pair] = []
    for number, row in enumerate(sheet.rows, start=1):
        beside: Pair | None = None
        for place, value in list_filled(row):
            awaited = beside is not None and not beside.values and place not in columns
            opened = None if awaited else _open(number, place, value, columns, settings)
            if opened is not None:
                beside = opened
                pairs.append(opened)
            elif beside is not None:
                beside.add(number, place, value)
            elif pairs and _goes_on(pairs[-1], number, place, value, columns):
                pairs[-1].add(number, place, value)
    return pairs


def _open(row: int, place: int, value: Value, columns: set[int], settings: Settings) -> Pair | None:
    """The pair that the cell begins, or None."""
    if not isinstance(value, str):
        return None
    inline = _INLINE.fullmatch(value)
    if inline and _is_known(inline[1], settings, whole=True):
        pair = _begin(row, place, inline[1], settings)
        pair.add(row, place, inline[2].strip())
        return pair
    if place not in columns or looks_dated(value, settings.headings):
        return None
    short = len(value.split()) <= _MOST_WORDS or _ends_as_label(value)
    return _begin(row, place, value, settings) if short or _is_known(value, settings) else None


def _begin(row: int, place: int, text: str, settings: Settings) -> Pair:
    label = " ".join(text.split())
    return Pair(row, label, find_name(label, settings), row, cells={(row, place): None})


def _goes_on(pair: Pair, row: int, place: int, value: Value, columns: set[int]) -> bool:
    """True where a cell without a label is of the label above: its value, or a line more of it."""
    below = row == pair.end + 1 and (place in pair.values or not pair.values)
    return below and isinstance(value, str) and (place not in columns or is_sentence(value))


def find_name(label: str, settings: Settings) -> Field | None:
    """The field that the label names, by case file or rules."""
    match = match_heading(label, settings.headings)
    return settle(label, settings.columns) or (match.field if match else None)


def _find_label_columns(sheet: Sheet, settings: Settings) -> set[int]:
    filled: Counter[int] = Counter()
    labels: Counter[int] = Counter()
    for row in sheet.rows:
        for place, value in list_filled(row):
            filled[place] += 1
            labels[place] += isinstance(value, str) and (
                _ends_as_label(value) or _is_known(value, settings, whole=True)
            )
    return {place for place, count in labels.items() if count >= filled[place] * _HALF}


def _ends_as_label(text: str) -> bool:
    return text.rstrip().endswith(":") and len(text) <= _LONGEST_LABEL


def _is_known(text: str, settings: Settings, *, whole: bool = False) -> bool:
    """True for a text that rules or case file know as a heading, by its `whole` or a part."""
    if len(text) > _LONGEST_LABEL or looks_dated(text, settings.headings):
        return False
    if settle(text, settings.columns) is not None:
        return True
    match = match_heading(text, settings.headings)
    return match is not None and (match.whole if whole else not match.rest)

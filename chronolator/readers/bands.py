"""Rows round a table's entries that tell no event: banners, totals, ends, keys."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chronolator.model import Field, HeadingRules, RowRule, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import looks_dated, looks_periodic
from chronolator.words.fold import fold

BANNER = "banner"
ONLY_NUMBER = "only its number"
_BANNER_RULE = RowRule(BANNER, ())
_NUMBER_RULE = RowRule(ONLY_NUMBER, ())
_MOST_WORDS = 5
_FEW_CELLS = 3
_LONGEST_MEANING = 150
_WORD = re.compile(r"[^\W\d_]+")

Cells = Sequence[tuple[int, Value]]
"""The cells of a row that are not blank, with their 0-based columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the bands of a table are told by: its first column, and those of some fields."""

    first: int
    places: dict[Field, int]

    def is_dated(self, cells: Cells, rules: HeadingRules) -> bool:
        """True where the row has a date in the column of dates."""
        place = self.places.get(Field.DATE, -1)
        return any(at == place and looks_dated(value, rules) for at, value in cells)


def find_band(cells: Cells, table: Table, rules: HeadingRules) -> RowRule | None:
    """The rule by which a row of few cells tells no event, or None: then it is an entry.

    In doubt it is an entry: a date without words, words without a date, a long text alone.
    """
    if len(cells) > _FEW_CELLS:
        return None
    if len(cells) == 1 and looks_periodic(cells[0][1], rules):
        return _BANNER_RULE
    if table.is_dated(cells, rules):
        return None
    if rule := _find_rule(cells, rules):
        return rule
    return _judge_lone(*cells[0], table, rules) if len(cells) == 1 else None


def _judge_lone(place: int, value: Value, table: Table, rules: HeadingRules) -> RowRule | None:
    if place == table.places.get(Field.REFERENCE) and _is_number(show_value(value).strip(".")):
        return _NUMBER_RULE
    if not isinstance(value, str) or place == table.places.get(Field.TEXT):
        return None
    banner = place in (table.first, table.places.get(Field.DATE)) and _is_title(value, rules)
    return _BANNER_RULE if banner and not looks_dated(value, rules) else None


def belongs_to_key(cells: Cells, table: Table, rules: HeadingRules) -> bool:
    """True where a row below the heading of a key can be of it: short, and without a date."""
    return (
        len(cells) <= _FEW_CELLS
        and not table.is_dated(cells, rules)
        and all(len(show_value(value)) <= _LONGEST_MEANING for _, value in cells)
    )


def _find_rule(cells: Cells, rules: HeadingRules) -> RowRule | None:
    texts = [value for _, value in cells if isinstance(value, str) and not _is_number(value)]
    if len(texts) != 1:
        return None
    told = fold(texts[0])
    return next((rule for rule in rules.rows if told in rule.texts), None)


def _is_number(text: str) -> bool:
    return text.strip().replace(",", "").isdecimal()


def _is_title(text: str, rules: HeadingRules) -> bool:
    """True for a few words that all begin with a capital, as a name or a section's title does."""
    words = _WORD.findall(text)
    if not words or len(text.split()) > _MOST_WORDS or text.endswith((".", "?", "!")):
        return False
    return all(word[0].isupper() or word in rules.breaks or word in rules.dropped for word in words)

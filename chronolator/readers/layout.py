"""The layout reader: any sheet with a row of headings above its entries."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronolator.model import (
    Entry,
    Field,
    HeadingRules,
    Layout,
    NotEvent,
    Origin,
    Problem,
    Sheet,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.header import JOINED, find_header, name_column
from chronolator.readers.marks import looks_integrated
from chronolator.readers.protocol import Settings
from chronolator.readers.titles import find_agency
from chronolator.words.fold import fold

_BANNER = re.compile(
    r"(?:(?:year|month)\W*)?(?:[a-z]+\W+)?(?:19|20)\d\d(?:\s*[/-]\s*(?:\d\d){1,2})?", re.IGNORECASE
)
_LONGEST_BANNER = 40


class LayoutReader:
    """Reads every sheet whose headings are known, wherever under its titles they stand."""

    name = "layout"
    looks_for = (
        "a row of headings in rows 1 to 30, such as Date and Event, above a column of dates and a "
        "column of text"
    )

    def recognise(self, sheet: Sheet, settings: Settings) -> Layout | None:
        """How the columns are read, or None where the sheet holds no table of events."""
        if looks_integrated(sheet):
            return None
        header = find_header(sheet, settings.headings, settings.columns)
        if header is None:
            return None
        columns: dict[str, Field | None] = {}
        for place, heading in header.headings.items():
            columns[_make_unique(heading, columns)] = header.fields.get(place)
        titles = sheet.rows[: header.rows[0] - 1]
        return Layout(
            header.row,
            columns,
            tuple(header.headings),
            find_agency(titles, settings.headings, settings.agencies),
            header.doubts,
        )

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem]:
        """An entry for every row of the table; titles, headings, banners and ends are no events."""
        plan = _Plan.make(sheet, layout)
        for number, cells in enumerate(sheet.rows, start=1):
            texts = [text for value in cells if (text := show_value(value))]
            if not texts:
                continue
            origin = Origin(sheet.file, sheet.name, number)
            reason = _find_reason(number, cells, texts, plan, settings.headings)
            if reason:
                yield NotEvent(origin, reason, " | ".join(texts))
            else:
                yield plan.make_entry(origin, cells, sheet.marks.get(number, ()))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is done with each column, worked out once for the sheet."""

    layout: Layout
    alone: tuple[tuple[int, Field], ...]
    joined: tuple[tuple[Field, tuple[tuple[int, str], ...]], ...]
    other: tuple[tuple[int, str], ...]
    headings: dict[int, str]
    merged: dict[tuple[int, int], Value]
    width: int

    @classmethod
    def make(cls, sheet: Sheet, layout: Layout) -> "_Plan":
        placed = list(zip(layout.positions, layout.columns.items(), strict=True))
        by_field: dict[Field, list[tuple[int, str]]] = {}
        other = []
        for place, (heading, name) in placed:
            if name is None:
                other.append((place, heading))
            else:
                by_field.setdefault(name, []).append((place, heading))
        alone = [(places[0][0], name) for name, places in by_field.items() if len(places) == 1]
        joined = [(name, tuple(places)) for name, places in by_field.items() if len(places) > 1]
        dated = [places[0][0] for name, places in by_field.items() if name not in JOINED]
        return cls(
            layout,
            tuple(alone),
            tuple(joined),
            tuple(other),
            {place: fold(heading) for place, (heading, _) in placed},
            _spread_merged(sheet, dated),
            max(layout.positions, default=-1) + 1,
        )

    def make_entry(self, origin: Origin, cells: Sequence[Value], marks: tuple[str, ...]) -> Entry:
        found: dict[Field, Value] = {}
        for place, name in self.alone:
            value = cells[place] if place < len(cells) else None
            if value is None and (origin.row, place) in self.merged:
                value = self.merged[origin.row, place]
                marks = (*marks, f"{name} from a merged cell")
            if value is not None:
                found[name] = value
        for name, places in self.joined:
            told = [
                f"{heading}: {text}"
                for place, heading in places
                if place < len(cells) and (text := show_value(cells[place]))
            ]
            if told:
                found[name] = "\n".join(told)
        other = {
            heading: text
            for place, heading in self.other
            if place < len(cells) and (text := show_value(cells[place]))
        }
        for place in range(self.width, len(cells)):
            if text := show_value(cells[place]):
                other[name_column(place)] = text
        return Entry(origin, found, other, marks)


def _spread_merged(sheet: Sheet, places: list[int]) -> dict[tuple[int, int], Value]:
    """The value of a date or agency that is merged over several rows, for each but the first."""
    spread: dict[tuple[int, int], Value] = {}
    for top, left, bottom, right in sheet.merged:
        if left == right and left - 1 in places and bottom > top and top <= len(sheet.rows):
            cells = sheet.rows[top - 1]
            if left <= len(cells) and cells[left - 1] is not None:
                for row in range(top + 1, bottom + 1):
                    spread[row, left - 1] = cells[left - 1]
    return spread


def _find_reason(
    number: int, cells: Sequence[Value], texts: list[str], plan: _Plan, rules: HeadingRules
) -> str:
    header = plan.layout.header_row
    if number < header:
        return "above the table"
    if number == header:
        return "the headings"
    if len(texts) > 1 and _repeats_headings(cells, plan):
        return "the headings, repeated"
    words = {fold(text) for text in texts if not text.isdecimal()}
    if len(words) == 1:
        for rule in rules.rows:
            if words <= set(rule.texts):
                return rule.reason
    if len(texts) == 1 and len(texts[0]) <= _LONGEST_BANNER and _BANNER.fullmatch(texts[0]):
        return "a banner"
    return ""


def _repeats_headings(cells: Sequence[Value], plan: _Plan) -> bool:
    filled = [
        (place, fold(text)) for place, value in enumerate(cells) if (text := show_value(value))
    ]
    return all(plan.headings.get(place) == text for place, text in filled)


def _make_unique(heading: str, taken: Iterable[str]) -> str:
    if heading not in taken:
        return heading
    return next(name for name in _list_names(heading) if name not in taken)


def _list_names(heading: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{heading} ({number})"
        number += 1

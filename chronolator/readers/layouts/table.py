"""The rows of a table of events, one after another: what each is, and what stands above it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronolator.model import (
    UNDER_HEADING,
    Entry,
    Field,
    Layout,
    NotEvent,
    Origin,
    Problem,
    ProblemKind,
    Sheet,
    Term,
    Value,
)
from chronolator.readers.cells import list_filled, spread_down
from chronolator.readers.layouts.bands import HEADING, MOST_CELLS, REPEATED, Cells
from chronolator.readers.layouts.candidates import read_headings
from chronolator.readers.layouts.fills import colour_rows, has_fills
from chronolator.readers.layouts.header import Header, complete_header
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.of_children import is_of_child
from chronolator.readers.layouts.outside import Outside, leave_out
from chronolator.readers.layouts.parts import split_row, tells_several
from chronolator.readers.layouts.plan import Plan, make_plan
from chronolator.readers.layouts.remarks import Remarks
from chronolator.readers.protocol import Settings

_FEWEST = 2
_FEWEST_ELSEWHERE = 3
_DIGIT = re.compile(r"\d")
_OTHER_HEADINGS = (
    "from this row on the columns are read by other headings",
    "Check the entries below it against the return.",
)
_One = Entry | NotEvent | Problem | Term


class TableReading:
    """One sheet being read: the plan in force, and what stands round the entries."""

    def __init__(self, sheet: Sheet, layout: Layout, settings: Settings) -> None:
        self.sheet = sheet
        self.settings = settings
        self.rules = settings.headings
        self.last = layout.header_row
        self.known: list[dict[int, str]] = []
        self.headings = dict(zip(layout.positions, layout.columns, strict=True))
        fields = dict(zip(layout.positions, layout.columns.values(), strict=True))
        plan = make_plan(self.headings, fields, self.rules, settings.children)
        self.outside = Outside(sheet, settings, plan, layout.header_row)
        self._follow(plan, layout.header_row)
        self.first = layout.begins or self.last
        self.known += _list_known(sheet, range(1, self.last))
        before = settings.before
        if before and before.columns == layout.columns and not sheet.above:
            self.outside.banners.carry_on(before.under)
        self.remarks = Remarks(sheet, settings.dates) if sheet.marks else None

    def read(self) -> Iterable[_One]:
        """What each row of the sheet is, in its order."""
        if not has_fills(self.sheet.marks):
            return self._read()
        titled = self.sheet.rows[self.last - 1] if self.last else ()
        headed = {place for place, _ in list_filled(titled)} or set(self.headings)
        return colour_rows(self.sheet, list(self._read()), headed, self.settings.legend)

    def _read(self) -> Iterator[_One]:
        sheet = self.sheet
        for number, row in enumerate(sheet.rows, start=1):
            cells = list_filled(row)
            if not cells and self.remarks is None:
                continue
            origin = Origin(sheet.file, sheet.name, number)
            if not cells:
                yield from self._tell_outside(origin)
            elif (left_out := self._leave_out(origin, row, cells)) is None:
                yield from self._tell(origin, cells)
            else:
                yield from self._keep_remarks(left_out)
        for number in sorted(self.remarks.rows) if self.remarks else ():
            if number > len(sheet.rows):
                yield from self._tell_outside(Origin(sheet.file, sheet.name, number))

    def _tell_outside(self, origin: Origin) -> Iterator[Problem]:
        if self.remarks is not None:
            yield from self.remarks.tell_outside(origin, self.plan)

    def _keep_remarks(self, told: Iterable[_One]) -> Iterator[_One]:
        for one in told:
            if self.remarks is not None and isinstance(one, NotEvent):
                yield from self.remarks.keep_beside(one, self.plan)
            else:
                yield one

    def _leave_out(
        self, origin: Origin, row: Sequence[Value], cells: Cells
    ) -> Sequence[_One] | None:
        """What is told of a row that is no event, None where it is one."""
        number = origin.row
        if number < self.first:
            return self.outside.read_title(origin, cells)
        if number <= self.last:
            self.outside.close()
            return (leave_out(origin, cells, HEADING),)
        may_head = self._may_head(row)
        if not may_head and not self.outside.opened and len(cells) > MOST_CELLS:
            return None  # what most rows are is told soonest
        return self._leave_out_below(origin, cells, may_head=may_head)

    def _leave_out_below(
        self, origin: Origin, cells: Cells, *, may_head: bool
    ) -> Sequence[_One] | None:
        if may_head and len(cells) >= _FEWEST and _repeats(cells, self.known):
            return (leave_out(origin, cells, REPEATED),)
        if told := self.outside.read(origin, cells, may_head=may_head):
            return told
        number = origin.row
        if may_head and len(cells) >= _FEWEST_ELSEWHERE and (header := self._find_header(number)):
            children = self.settings.children
            self._follow(make_plan(header.headings, header.fields, self.rules, children), number)
            doubts = (_OTHER_HEADINGS, *header.doubts)
            return (leave_out(origin, cells, HEADING), *_tell_doubts(origin, doubts))
        return None

    def _tell(self, origin: Origin, cells: Cells) -> Iterator[Entry | Problem]:
        """The entry of the row, or the entries where it tells several events."""
        merged = self.merged.get(origin.row, {})
        problems: list[Problem] = []
        if self.remarks:
            entry, problems = self.remarks.make_entry(self.plan, origin, cells, merged)
        else:
            entry = self.plan.make_entry(origin, cells, merged, ())
        banners = self.outside.banners
        banners.go_on()
        if banners.heading:
            other = {**entry.other, UNDER_HEADING: banners.heading}
            entry = replace(entry, period=banners.period, other=other)
        elif banners.period:
            entry = replace(entry, period=banners.period)
        if self.outside.subject:
            entry = replace(entry, other={**entry.other, **_lack(self.outside.subject, entry)})
        if tells_several(entry):
            yield from split_row(entry, self.plan, self.rules, self.settings.dates)
        else:
            yield entry
        yield from problems

    def _follow(self, plan: Plan, row: int) -> None:
        """Read the rows from here on by this plan, whose headings stand in the row."""
        self.plan = plan
        self.dates = plan.place_of(Field.DATE)
        self.outside.follow(plan)
        self.merged = self._spread_merged(plan)
        self.known += _list_known(self.sheet, (row, row - 1))
        heads = {texts.get(self.dates or 0, "") for texts in self.known}
        self.numbered = {text for text in heads if _DIGIT.search(text)}

    def _spread_merged(self, plan: Plan) -> dict[int, dict[int, Value]]:
        """What ranges merged down hand to rows: dates and agencies, by row and place."""
        places = [plan.place_of(name) for name in (Field.DATE, Field.AGENCY)]
        spread: dict[int, dict[int, Value]] = {}
        if self.sheet.merged:
            told = spread_down(self.sheet, [place for place in places if place is not None])
            for (row, place), value in told.items():
                spread.setdefault(row, {})[place] = value
        return spread

    def _may_head(self, row: Sequence[Value]) -> bool:
        """False as soon as the column of dates holds what no heading is: a date, or any digit."""
        value = row[self.dates] if self.dates is not None and self.dates < len(row) else None
        if value is None or not isinstance(value, str):
            return value is None
        return not _DIGIT.search(value) or _fold(value) in self.numbered

    def _find_header(self, number: int) -> Header | None:
        """The headings of another table, where this row holds them."""
        texts = read_headings(self.sheet, number, self.rules)
        matches = [match_heading(text, self.rules) for text in texts.values()]
        whole = {one.field for one in matches if one and one.whole and one.field}
        if any(is_of_child(text, self.settings.children) for text in texts.values()):
            whole.add(Field.CHILD_SEEN)
        if len(whole) < _FEWEST_ELSEWHERE or not whole & {Field.DATE, Field.TEXT}:
            return None
        return complete_header(self.sheet, (number,), texts, self.settings)


def _list_known(sheet: Sheet, rows: Iterable[int]) -> list[dict[int, str]]:
    """The texts of rows of headings by their places, by which these are known again."""
    cells = [list_filled(sheet.rows[number - 1]) for number in rows if number >= 1]
    return [{place: _fold(value) for place, value in row} for row in cells if len(row) >= _FEWEST]


def _repeats(cells: Cells, headings: list[dict[int, str]]) -> bool:
    place, value = cells[0]
    if value.__class__ is not str:
        return False
    told = _fold(value)
    for texts in headings:
        if texts.get(place) == told and all(texts.get(at) == _fold(one) for at, one in cells):
            return True
    return False


def _fold(value: Value) -> str:
    return " ".join(value.split()).casefold() if isinstance(value, str) else ""


def _lack(subject: dict[str, str], entry: Entry) -> dict[str, str]:
    return {label: name for label, name in subject.items() if label not in entry.other}


def _tell_doubts(origin: Origin, doubts: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    for doubt, hint in doubts:
        yield Problem(origin, ProblemKind.READING_UNCERTAIN, f"{origin}: {doubt}", hint)

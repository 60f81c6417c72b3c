"""The rows of a table of events, one after another: what each is, and what stands above it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from chronolator.model import (
    UNDER_HEADING,
    AsideRule,
    Entry,
    Field,
    HeadingRules,
    Layout,
    NotEvent,
    Origin,
    Problem,
    ProblemKind,
    RowRule,
    Sheet,
    Term,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.aside import heads_aside, tell_nil
from chronolator.readers.bands import (
    BANNER,
    BANNER_RULE,
    HEADING,
    MOST_CELLS,
    REPEATED,
    TITLE,
    Cells,
    Table,
    belongs_below,
    find_band,
    find_key,
    is_agency,
)
from chronolator.readers.banners import Banners
from chronolator.readers.candidates import read_headings
from chronolator.readers.cells import list_filled, spread_down
from chronolator.readers.fills import colour_rows, has_fills
from chronolator.readers.glossary import list_inline, list_terms
from chronolator.readers.header import Header, complete_header
from chronolator.readers.headings import match_heading
from chronolator.readers.parts import split_row, tells_several
from chronolator.readers.plan import Plan, make_plan
from chronolator.readers.protocol import Settings
from chronolator.readers.remarks import Remarks

_FEWEST = 2
_FEWEST_ELSEWHERE = 3
_DIGIT = re.compile(r"\d")
_OTHER_HEADINGS = (
    "from this row on the columns are read by other headings",
    "Check the entries below it against the return.",
)
_One = Entry | NotEvent | Problem | Term


class TableReading:
    """One sheet being read: the plan in force, the banners above, and whether a key has begun."""

    def __init__(self, sheet: Sheet, layout: Layout, settings: Settings) -> None:
        self.sheet = sheet
        self.settings = settings
        self.rules = settings.headings
        self.last = layout.header_row
        self.known: list[dict[int, str]] = []
        self.below: RowRule | None = None
        self.headings = dict(zip(layout.positions, layout.columns, strict=True))
        fields = dict(zip(layout.positions, layout.columns.values(), strict=True))
        self._follow(make_plan(self.headings, fields, self.rules), layout.header_row)
        self.first = layout.begins or self.last
        self.banners = Banners(settings.headings, settings.dates, sheet.name)
        self.banners.take_above(sheet.above)
        self.remarks = Remarks(sheet, settings.dates) if sheet.marks else None

    def read(self) -> Iterable[_One]:
        """What each row of the sheet is, in its order."""
        if not has_fills(self.sheet.marks):
            return self._read()
        titled = self.sheet.rows[self.last - 1] if self.last else ()
        headed = {place for place, _ in list_filled(titled)} or set(self.headings)
        return colour_rows(self.sheet, list(self._read()), headed)

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
            return self._read_title(origin, cells)
        if number <= self.last:
            self.below = None
            return (_show(origin, cells, HEADING),)
        may_head = self._may_head(row)
        if not may_head and self.below is None and len(cells) > MOST_CELLS:
            return None  # what most rows are is told soonest
        if told := self._find_reason(origin, cells, may_head=may_head):
            return told
        if may_head and len(cells) >= _FEWEST_ELSEWHERE and (header := self._find_header(number)):
            self._follow(make_plan(header.headings, header.fields, self.rules), number)
            doubts = (_OTHER_HEADINGS, *header.doubts)
            return (_show(origin, cells, HEADING), *_tell_doubts(origin, doubts))
        return None

    def _tell(self, origin: Origin, cells: Cells) -> Iterator[Entry | Problem]:
        """The entry of the row, or the entries where it tells several events."""
        merged = self.merged.get(origin.row, {})
        problems: list[Problem] = []
        if self.remarks:
            entry, problems = self.remarks.make_entry(self.plan, origin, cells, merged)
        else:
            entry = self.plan.make_entry(origin, cells, merged, ())
        banners = self.banners
        banners.go_on()
        if banners.heading:
            other = {**entry.other, UNDER_HEADING: banners.heading}
            entry = replace(entry, period=banners.period, other=other)
        elif banners.period:
            entry = replace(entry, period=banners.period)
        if tells_several(entry):
            yield from split_row(entry, self.plan, self.rules, self.settings.dates)
        else:
            yield entry
        yield from problems

    def _follow(self, plan: Plan, row: int) -> None:
        """Read the rows from here on by this plan, whose headings stand in the row."""
        self.plan = plan
        self.dates = plan.place_of(Field.DATE)
        self.table = _make_table(plan)
        self.merged = self._spread_merged(plan)
        rows = [self.sheet.rows[number - 1] for number in (row, row - 1) if number >= 1]
        told = ({place: _fold(value) for place, value in list_filled(cells)} for cells in rows)
        self.known += [texts for texts in told if len(texts) >= _FEWEST]
        heads = {texts.get(self.dates or 0, "") for texts in self.known}
        self.numbered = {text for text in heads if _DIGIT.search(text)}

    def _find_reason(self, origin: Origin, cells: Cells, *, may_head: bool) -> Sequence[_One]:
        """What is told of a row below the headings that is no event, () where it is one."""
        if len(cells) >= _FEWEST and _repeats(cells, self.known):
            return (_show(origin, cells, REPEATED),)
        rule = self._find_rule(cells, origin.row, may_head=may_head)
        self.below = rule if rule and rule.opens else None
        if rule is None:
            return ()
        told = _show(origin, cells, rule.reason)
        if rule.reason == BANNER:
            self.banners.take(" ".join(show_value(value) for _, value in cells))
        if rule.nil:
            return (told, tell_nil(origin))
        return (told, *_explain(origin, cells, self.rules)) if rule.explains else (told,)

    def _find_rule(self, cells: Cells, number: int, *, may_head: bool) -> RowRule | None:
        across = len(cells) == 1 and (number, cells[0][0]) in self._across
        rule = find_band(cells, self.table, self.rules, across=across)
        if rule is None and may_head and (aside := self._heads_aside(cells)):
            return RowRule(aside.reason, opens=True, explains=aside.explains)
        if rule is None and len(cells) == 1 and (key := find_key(cells[0][1], self.rules)):
            return key
        if self.below and belongs_below(self.below, cells, self.table, self.rules):
            return rule if rule and rule is not BANNER_RULE else self.below
        if rule and rule.nil:
            return None if self.banners.period or self._is_dated else rule
        if rule is None and len(cells) == 1 and self._names_agency(*cells[0]):
            return BANNER_RULE
        return rule

    def _heads_aside(self, cells: Cells) -> AsideRule | None:
        """The rule of another table than one of events, whose headings the row holds."""
        return heads_aside([show_value(value) for _, value in cells], self.rules)

    def _names_agency(self, place: int, value: Value) -> bool:
        head = place in (self.table.first, self.dates) and place != self.plan.place_of(Field.TEXT)
        return head and is_agency(value, self.rules, self.settings.agencies)

    @cached_property
    def _is_dated(self) -> bool:
        """True where the table has a row with a date: it holds entries."""
        rows = self.sheet.rows[self.last :]
        return any(self.table.is_dated(list_filled(row), self.rules) for row in rows)

    @cached_property
    def _across(self) -> set[tuple[int, int]]:
        """Where a cell is merged over several columns of one row: row, and 0-based column."""
        return {
            (top, left - 1)
            for top, left, bottom, right in self.sheet.merged
            if top == bottom and right - left >= _FEWEST
        }

    def _read_title(self, origin: Origin, cells: Cells) -> Sequence[NotEvent | Term]:
        """A row above the headings: a title, or one of a key that stands there."""
        rule = find_band(cells, self.table, self.rules)
        if len(cells) == 1 and (rule is None or not rule.explains):
            rule = find_key(cells[0][1], self.rules)
        opens = rule is not None and rule.explains
        if not opens and not self.below:
            return (_show(origin, cells, TITLE),)
        key = rule if rule and opens else self.below
        terms = tuple(_explain(origin, cells, self.rules))
        self.below = key if opens or terms else None
        reason = key.reason if key and self.below else TITLE
        return (_show(origin, cells, reason), *terms)

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
        if len(whole) < _FEWEST_ELSEWHERE or not whole & {Field.DATE, Field.TEXT}:
            return None
        return complete_header(self.sheet, (number,), texts, self.settings)


def _explain(origin: Origin, cells: Cells, rules: HeadingRules) -> Iterator[Term]:
    """The terms that a row of a key explains, in cells beside each other or behind its heading."""
    texts = [show_value(value) for _, value in cells]
    if len(texts) == 1 and find_key(texts[0], rules):
        yield from list_inline(origin, texts[0])
    elif not heads_aside(texts, rules):
        yield from list_terms(origin, texts)


def _make_table(plan: Plan) -> Table:
    named = {name: plan.place_of(name) for name in (Field.DATE, Field.TEXT, Field.REFERENCE)}
    places = {name: place for name, place in named.items() if place is not None}
    return Table(min(plan.headings, default=0), places)


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


def _show(origin: Origin, cells: Cells, reason: str) -> NotEvent:
    return NotEvent(origin, reason, " | ".join(show_value(value) for _, value in cells))


def _tell_doubts(origin: Origin, doubts: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    for doubt, hint in doubts:
        yield Problem(origin, ProblemKind.READING_UNCERTAIN, f"{origin}: {doubt}", hint)

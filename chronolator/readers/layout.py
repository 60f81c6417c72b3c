"""The layout reader: any sheet with a row of headings above its entries."""

from collections.abc import Iterable, Iterator, Sequence

from chronolator.model import (
    Entry,
    Field,
    Layout,
    NotEvent,
    Origin,
    Problem,
    ProblemKind,
    RowRule,
    Sheet,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.bands import Cells, Table, belongs_to_key, find_band
from chronolator.readers.cells import list_filled, spread_down
from chronolator.readers.header import Header, complete_header, find_header, read_headings
from chronolator.readers.headings import match_heading
from chronolator.readers.plan import Plan, make_plan
from chronolator.readers.protocol import Settings
from chronolator.readers.refs import looks_integrated
from chronolator.readers.titles import find_agency

TITLE = "title"
HEADING = "heading"
REPEATED = "heading repeated"
_FEWEST = 2
_FEWEST_ELSEWHERE = 3
_OTHER_HEADINGS = (
    "from this row on the columns are read by other headings",
    "Check the entries below it against the return.",
)


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
        titles = sheet.rows[: header.rows[0] - 1]
        return Layout(
            header.rows[-1],
            {heading: header.fields[place] for place, heading in header.headings.items()},
            tuple(header.headings),
            find_agency(titles, settings.headings, settings.agencies),
            header.doubts,
        )

    def read(
        self, sheet: Sheet, layout: Layout, settings: Settings
    ) -> Iterable[Entry | NotEvent | Problem]:
        """An entry for every row of the table; titles, headings, banners and ends are no events."""
        return _Reading(sheet, layout, settings).read()


class _Reading:
    """One sheet being read: the plan in force, and whether a key has begun."""

    def __init__(self, sheet: Sheet, layout: Layout, settings: Settings) -> None:
        self.sheet = sheet
        self.settings = settings
        self.rules = settings.headings
        self.last = layout.header_row
        self.known: list[dict[int, str]] = []
        self.key: RowRule | None = None
        headings = dict(zip(layout.positions, layout.columns, strict=True))
        fields = dict(zip(layout.positions, layout.columns.values(), strict=True))
        self._follow(make_plan(headings, fields, self.rules), layout.header_row)
        self.first = self.last - (self._has_group_row(headings) or self._has_merged_groups())

    def read(self) -> Iterator[Entry | NotEvent | Problem]:
        sheet = self.sheet
        for number, row in enumerate(sheet.rows, start=1):
            cells = list_filled(row)
            if not cells:
                continue
            origin = Origin(sheet.file, sheet.name, number)
            if number <= self.last:
                yield _leave_out(origin, cells, HEADING if number >= self.first else TITLE)
            elif reason := self._find_reason(cells):
                yield _leave_out(origin, cells, reason)
            elif self._may_be_headings(row, cells) and (header := self._find_header(number)):
                self._follow(make_plan(header.headings, header.fields, self.rules), number)
                yield _leave_out(origin, cells, HEADING)
                yield from _tell_doubts(origin, (_OTHER_HEADINGS, *header.doubts))
            else:
                marks = tuple(f"{mark.kind} row" for mark in sheet.marks if mark.row == number)
                yield self.plan.make_entry(origin, cells, self.merged.get(number, {}), marks)

    def _follow(self, plan: Plan, row: int) -> None:
        """Read the rows from here on by this plan, whose headings stand in the row."""
        self.plan = plan
        self.dates = plan.place_of(Field.DATE)
        self.table = _make_table(plan)
        self.merged = self._spread_merged(plan)
        rows = [self.sheet.rows[number - 1] for number in (row, row - 1) if number >= 1]
        told = ({place: _fold(value) for place, value in list_filled(cells)} for cells in rows)
        self.known += [texts for texts in told if len(texts) >= _FEWEST]

    def _find_reason(self, cells: Cells) -> str:
        """Why a row below the headings is no event, "" where it is one."""
        if len(cells) >= _FEWEST and _repeats(cells, self.known):
            return REPEATED
        band = find_band(cells, self.table, self.rules)
        if band is None and self.key and belongs_to_key(cells, self.table, self.rules):
            band = self.key
        self.key = band if band and band.opens else None
        return band.reason if band else ""

    def _has_group_row(self, headings: dict[int, str]) -> bool:
        """True where a heading was put together from the heading row and the one above it."""
        if self.last < _FEWEST:
            return False
        upper, lower = (
            {place: _fold(value) for place, value in list_filled(self.sheet.rows[number - 1])}
            for number in (self.last - 1, self.last)
        )
        return any(
            not _fold(heading).startswith(lower.get(place, "\0"))
            for place, heading in headings.items()
            if place in lower or _fold(heading).startswith(upper.get(place, "\0"))
        )

    def _has_merged_groups(self) -> bool:
        """True where the row above groups the headings: several cells, one merged over some."""
        above = self.last - 1
        groups = read_headings(self.sheet, above, self.rules) if above else {}
        if len(groups) < _FEWEST or any(one.endswith(":") for one in groups.values()):
            return False
        return any(
            top == bottom == above and left < right
            for top, left, bottom, right in self.sheet.merged
        )

    def _spread_merged(self, plan: Plan) -> dict[int, dict[int, Value]]:
        """What ranges merged down hand to rows: dates and agencies, by row and place."""
        places = [plan.place_of(name) for name in (Field.DATE, Field.AGENCY)]
        spread: dict[int, dict[int, Value]] = {}
        if self.sheet.merged:
            told = spread_down(self.sheet, [place for place in places if place is not None])
            for (row, place), value in told.items():
                spread.setdefault(row, {})[place] = value
        return spread

    def _may_be_headings(self, row: Sequence[Value], cells: Cells) -> bool:
        """False as soon as the column of dates holds what no heading is: a date, or any digit."""
        if len(cells) < _FEWEST_ELSEWHERE:
            return False
        value = row[self.dates] if self.dates is not None and self.dates < len(row) else None
        return value is None or (isinstance(value, str) and not any(map(str.isdigit, value)))

    def _find_header(self, number: int) -> Header | None:
        """The headings of another table, where this row holds them."""
        texts = read_headings(self.sheet, number, self.rules)
        matches = [match_heading(text, self.rules) for text in texts.values()]
        whole = {one.field for one in matches if one and one.whole and one.field}
        if len(whole) < _FEWEST_ELSEWHERE or not whole & {Field.DATE, Field.TEXT}:
            return None
        return complete_header(self.sheet, (number,), texts, self.rules, self.settings.columns)


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


def _leave_out(origin: Origin, cells: Cells, reason: str) -> NotEvent:
    return NotEvent(origin, reason, " | ".join(show_value(value) for _, value in cells))


def _tell_doubts(origin: Origin, doubts: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    for doubt, hint in doubts:
        yield Problem(origin, ProblemKind.READING_UNCERTAIN, f"{origin}: {doubt}", hint)

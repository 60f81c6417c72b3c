"""The rows of a table's sheet that tell no event: which they are, and what they give to others."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from chronolator.model import (
    AsideRule,
    Field,
    HeadingRules,
    NotEvent,
    Origin,
    Problem,
    RowRule,
    Sheet,
    Term,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled
from chronolator.readers.layouts.aside import find_long_nil, heads_aside, tell_nil
from chronolator.readers.layouts.bands import (
    BANNER,
    BANNER_RULE,
    TITLE,
    Cells,
    Table,
    belongs_below,
    find_band,
    find_key,
    is_agency,
    leave_birth,
)
from chronolator.readers.layouts.banners import Banners
from chronolator.readers.layouts.glossary import is_footnote, list_inline, list_terms, list_told
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.narrative import SUBJECT
from chronolator.readers.layouts.plan import Plan
from chronolator.readers.protocol import Settings

_FEWEST = 2
_MOST_SUBJECT_CELLS = 2
_NAME = re.compile(r"[^\W\d_a-z][\w'\u2019-]*(?:\s+[^\W\d_a-z][\w'\u2019-]*)*")
_ANOTHER = re.compile(r"&|;|\band\b")
"""What joins another name to a first one, behind its birth or not."""
_NAMED = (Field.DATE, Field.TEXT, Field.REFERENCE)


class Outside:
    """What stands round the entries of one sheet, its rows told one after another.

    `banners` are those in force; `subject`: the label and the name of a title that says whose
    record the sheet is, as a column of that heading would. `opened` is true where a key or another
    table has begun, to which the next row may belong.
    """

    def __init__(self, sheet: Sheet, settings: Settings, plan: Plan, header_row: int) -> None:
        self.banners = Banners(settings.headings, settings.dates, sheet.name)
        agencies = settings.agencies
        above = [one for one in sheet.above if not is_agency(one, settings.headings, agencies)]
        self.banners.take_above(above)
        self.subject: dict[str, str] = {}
        self._subjects: list[tuple[str, str]] = []
        self._sheet = sheet
        self._settings = settings
        self._rules = settings.headings
        self._header_row = header_row
        self._rule: RowRule | None = None
        self._last = 0
        self._places: frozenset[int] = frozenset()
        self.follow(plan)

    @property
    def opened(self) -> bool:
        """True where the next row may belong to what has begun."""
        return self._rule is not None

    def follow(self, plan: Plan) -> None:
        """The rows from here on stand under the plan's headings."""
        places = {name: place for name in _NAMED if (place := plan.place_of(name)) is not None}
        self._table = Table(min(plan.headings, default=0), places)

    def close(self) -> None:
        """What has begun ends here; of the titles above, one alone names whose record it is."""
        self._rule = None
        self.subject = dict(self._subjects) if len(self._subjects) == 1 else {}

    def read_title(self, origin: Origin, cells: Cells) -> Sequence[NotEvent | Term]:
        """A row above the headings: a title, or one of a key that stands there."""
        rule = find_band(cells, self._table, self._rules)
        if len(cells) == 1 and (rule is None or not rule.explains):
            rule = find_key(cells[0][1], self._rules)
        opens = rule is not None and rule.explains
        if not opens and not self._rule:
            self._subjects += _read_subject(cells, self._rules)
            told = [term for _, value in cells for term in list_told(origin, show_value(value))]
            return (leave_out(origin, cells, TITLE), *told)
        key = self._rule or rule
        terms = tuple(_explain(origin, cells, self._rules))
        self._rule = key if key and key.opens and (opens or terms) else None
        reason = key.reason if key and (opens or terms) else TITLE
        return (leave_out(origin, cells, reason), *terms)

    def read(
        self, origin: Origin, cells: Cells, *, may_head: bool
    ) -> Sequence[NotEvent | Term | Problem]:
        """What is told of a row below the headings that is no event, () where it may be one.

        `may_head`: the row can hold headings.
        """
        rule = self._find_rule(cells, origin.row, may_head=may_head)
        self._rule = rule if rule and rule.opens else None
        self._last = origin.row
        if rule is None:
            return ()
        told = leave_out(origin, cells, rule.reason)
        if rule.reason == BANNER:
            self.banners.take(" ".join(show_value(value) for _, value in cells))
        if rule.nil:
            return (told, tell_nil(origin))
        return (told, *_explain(origin, cells, self._rules)) if rule.explains else (told,)

    def _find_rule(self, cells: Cells, number: int, *, may_head: bool) -> RowRule | None:
        if self._goes_on(cells, number):
            return self._rule
        across = len(cells) == 1 and (number, cells[0][0]) in self._across
        rule = find_band(cells, self._table, self._rules, across=across)
        if rule is None and (begun := self._find_beginning(cells, may_head=may_head)):
            return begun
        if self._rule and belongs_below(self._rule, cells, self._table, self._rules):
            same = rule is None or rule is BANNER_RULE or (rule.explains and self._rule.explains)
            return self._rule if same else rule
        if rule and rule.nil:
            return None if self.banners.period or self._is_dated else rule
        return rule or self._judge_alone(cells)

    def _judge_alone(self, cells: Cells) -> RowRule | None:
        """The rule of a row by what the table is: the one row of it that says nil at length, or a
        short title that names an agency.
        """
        if self._is_lone and not (self.banners.period or self._is_dated):
            return find_long_nil((show_value(value) for _, value in cells), self._rules)
        return BANNER_RULE if len(cells) == 1 and self._names_agency(*cells[0]) else None

    def _find_beginning(self, cells: Cells, *, may_head: bool) -> RowRule | None:
        """The rule of another table whose headings the row holds, or of a key in its one cell."""
        if may_head and (aside := _head_aside(cells, self._rules)):
            self._places = frozenset(place for place, _ in cells)
            return RowRule(aside.reason, opens=True, explains=aside.explains)
        return find_key(cells[0][1], self._rules) if len(cells) == 1 else None

    def _goes_on(self, cells: Cells, number: int) -> bool:
        """True for the next row of another table, dated or not: it has cells under its headings
        alone, and no blank row stands between.
        """
        if self._rule is None or number != self._last + 1:
            self._places = frozenset()
        return bool(self._places) and all(place in self._places for place, _ in cells)

    def _names_agency(self, place: int, value: Value) -> bool:
        places = self._table.places
        head = place in (self._table.first, places.get(Field.DATE))
        return (
            head
            and place != places.get(Field.TEXT)
            and is_agency(value, self._rules, self._settings.agencies)
        )

    @cached_property
    def _is_dated(self) -> bool:
        """True where the table has a row with a date: it holds entries."""
        rows = self._sheet.rows[self._header_row :]
        return any(self._table.is_dated(list_filled(row), self._rules) for row in rows)

    @cached_property
    def _is_lone(self) -> bool:
        """True where the table has one row below its headings."""
        return sum(map(bool, map(list_filled, self._sheet.rows[self._header_row :]))) == 1

    @cached_property
    def _across(self) -> set[tuple[int, int]]:
        """Where a cell is merged over several columns of one row: row, and 0-based column."""
        return {
            (top, left - 1)
            for top, left, bottom, right in self._sheet.merged
            if top == bottom and right - left >= _FEWEST
        }


def leave_out(origin: Origin, cells: Cells, reason: str) -> NotEvent:
    """The row as no event, with all its cells."""
    return NotEvent(origin, reason, " | ".join(show_value(value) for _, value in cells))


def _read_subject(cells: Cells, rules: HeadingRules) -> Iterator[tuple[str, str]]:
    """The label and the name of "Patient: Robin Ashdown", in one cell or in two."""
    texts = [show_value(value) for _, value in cells]
    if len(texts) > _MOST_SUBJECT_CELLS:
        return
    label, _, told = (" " if ":" in texts[0] else ":").join(texts).partition(":")
    match = match_heading(label, rules)
    name = leave_birth(told, rules)
    alone = _NAME.fullmatch(name) and not _ANOTHER.search(told)
    if match and match.whole and match.rule.id == SUBJECT and alone:
        yield label.strip(), name


def _head_aside(cells: Cells, rules: HeadingRules) -> AsideRule | None:
    """The rule of another table than one of events, whose headings the row holds."""
    return heads_aside([show_value(value) for _, value in cells], rules)


def _explain(origin: Origin, cells: Cells, rules: HeadingRules) -> Iterator[Term]:
    """The terms that a row of a key explains, in cells beside each other or behind its heading."""
    texts = [show_value(value) for _, value in cells]
    if len(texts) == 1 and find_key(texts[0], rules):
        yield from list_inline(origin, texts[0])
    elif all(map(is_footnote, texts)):
        for text in texts:
            yield from list_told(origin, text)
    elif not heads_aside(texts, rules):
        yield from list_terms(origin, texts)

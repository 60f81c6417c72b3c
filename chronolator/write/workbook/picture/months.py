"""The sheet By month: the numbers of the chart of months, as one table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from chronolator.columns import name_apart, name_short
from chronolator.model import Case
from chronolator.rows import RowValue
from chronolator.timeline import Month, Overview
from chronolator.write.workbook.tables import Finding, Heading

_MOST = 80
"""So many columns can be told apart: of more months, quarters or years are counted."""
_STEPS = {
    1: ("month", "Month", "mmm yyyy"),
    3: ("quarter", "Quarter from", "mmm yyyy"),
    12: ("year", "Year", "yyyy"),
}
_ROOM = 0.09
"""So much of the highest column is between two rows of marks above the columns."""


@dataclass(frozen=True, slots=True)
class MonthTable:
    """The table of the `months`, or of the quarters or years that they were put together as: the
    `word` says what one of them is. Columns count from 0, rows from the headings.

    `marks` are, for each child, the column that says how high its mark stands in the chart, above
    all columns; `top` is above all marks, and `peak` the highest column.
    """

    finding: Finding
    months: tuple[Month, ...]
    word: str
    agencies: dict[str, int]
    marks: dict[str, int]
    peak: int
    top: int

    def refer(self, column: int) -> list[str | int]:
        """The cells of a column, as XlsxWriter takes them."""
        return [self.finding.sheet, 1, column, len(self.months), column]


def count_by_month(overview: Overview, case: Case) -> MonthTable:
    """One row a month: the entries of each agency, and in how many each child was seen."""
    names = [child.name for child in case.children]
    short = [name_short(child, case) for child in case.children]
    step, months = _put_together(overview.months)
    word, heading, pattern = _STEPS[step]
    peak = max(sum(one.entries.values()) for one in months)
    room = max(1, round(peak * _ROOM))
    heights = {name: peak + room * (len(names) - n) for n, name in enumerate(names)}
    headings = name_apart(
        (
            heading,
            *overview.agencies,
            "All entries",
            *(f"{name}: seen in" for name in short),
            *(f"{name}: height of the mark" for name in short),
        )
    )
    widths = (12, *(14 for _ in overview.agencies), 9, *(9 for _ in (*short, *short)))
    first, *others = (Heading(text, width) for text, width in zip(headings, widths, strict=True))
    finding = Finding(
        f"By {word}",
        (replace(first, bold=True, pattern=pattern), *others),
        [tuple(_tell(month, overview, heights)) for month in months],
        purpose="The numbers of the first picture.",
        charted=True,
    )
    after = len(overview.agencies) + len(names) + 2
    return MonthTable(
        finding,
        months,
        word,
        {name: number for number, name in enumerate(overview.agencies, start=1)},
        {name: number for number, name in enumerate(names, start=after)},
        peak,
        peak + room * (len(names) + 1),
    )


def _put_together(months: Sequence[Month]) -> tuple[int, tuple[Month, ...]]:
    """How many months one of them has, and them: few enough to be told apart, or years."""
    spans: list[Month] = []
    for step in _STEPS:
        groups = groupby(months, key=lambda one: (one.first.year, (one.first.month - 1) // step))
        spans = [_add_up(list(group)) for _, group in groups]
        if len(spans) <= _MOST:
            break
    return step, tuple(spans)


def _add_up(months: Sequence[Month]) -> Month:
    entries, seen = Counter[str](), Counter[str]()
    for month in months:
        entries.update(month.entries)
        seen.update(month.seen)
    return Month(months[0].first, dict(entries), dict(seen))


def _tell(month: Month, overview: Overview, heights: dict[str, int]) -> Iterator[RowValue]:
    yield month.first
    yield from (month.entries[name] for name in overview.agencies)
    yield sum(month.entries.values())
    yield from (month.seen[child] for child in heights)
    yield from (height if month.seen[child] else None for child, height in heights.items())

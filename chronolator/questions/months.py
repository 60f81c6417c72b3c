"""Months in which an agency records nothing."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from chronolator.model import Case, Event, Precision, Qualifier, Query, QueryKind, QuestionRules
from chronolator.model.values import MONTHS, join_words

_VAGUE = {Precision.SEASON, Precision.YEAR, Precision.UNKNOWN}
Stretch = tuple[int, int]
"""The first and the last month of a run, counted from the year 0."""


def find_empty_months(
    agency: str, events: Sequence[Event], case: Case, rules: QuestionRules
) -> Iterator[Query]:
    """A query about the months without an entry between the agency's first and last inside the
    review period.

    An entry for a period fills all its months; one that says no more than a year or a season fills
    none.
    """
    filled = {month for event in events for month in _list_months(event, case)}
    if not filled:
        return
    every = range(min(filled), max(filled) + 1)
    empty = [month for month in every if month not in filled]
    if not empty:
        return
    runs = list(_list_runs(empty))
    longest = sorted(runs, key=lambda run: (run[0] - run[1], run))[: rules.months_shown]
    named = [_name_run(run) for run in sorted(longest)]
    left = len(runs) - len(longest)
    if left:
        named.append(f"{left:,} shorter {'stretch' if left == 1 else 'stretches'}")
    told = join_words(named)
    yield Query(
        agency,
        QueryKind.MONTHS,
        f"There is no entry in {told} ({len(empty):,} of the {len(every):,} months between the "
        "first entry and the last). Please confirm that there was no contact, or send what is "
        "missing.",
    )


def _list_months(event: Event, case: Case) -> range:
    when = event.when
    if when.first is None or when.last is None:
        return range(0)
    if when.precision in _VAGUE and when.qualifier is not Qualifier.RANGE:
        return range(0)
    first = max(when.first, case.first or when.first)
    last = min(when.last, case.last or when.last)
    return range(_count(first), _count(last) + 1) if first <= last else range(0)


def _count(day: date) -> int:
    return day.year * 12 + day.month - 1


def _list_runs(months: Sequence[int]) -> Iterator[Stretch]:
    for _, members in groupby(enumerate(months), key=lambda one: one[1] - one[0]):
        run = [month for _, month in members]
        yield run[0], run[-1]


def _name_run(run: Stretch) -> str:
    first, last = run
    return _name(first) if first == last else f"{_name(first)} to {_name(last)}"


def _name(month: int) -> str:
    return f"{MONTHS[month % 12]} {month // 12}"

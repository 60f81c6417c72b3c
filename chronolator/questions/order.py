"""Rows that stand out of the order of their sheet."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from chronolator.model import TO_THE_DAY, Event, Qualifier, Query, QueryKind, QuestionRules
from chronolator.problems import PLACES_SHOWN
from chronolator.questions.places import TellPlaces
from chronolator.rows import name_day


def find_out_of_order(
    agency: str, events: Sequence[Event], rules: QuestionRules, tell: TellPlaces
) -> Iterator[Query]:
    """A query about the rows whose date does not fit between those round them.

    A sheet may run from the earliest date or from the latest; one that runs by no date is left
    alone.
    """
    sheets: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        when = event.when
        sure = when.qualifier is Qualifier.EXACT and when.precision in TO_THE_DAY
        if sure and when.first and event.origin.part == 1:
            sheets[event.origin.file, event.origin.sheet].append(event)
    found = [event for rows in sheets.values() for event in _find_misplaced(rows, rules)]
    if not found:
        return
    places = tuple(event.origin for event in found)
    days = [name_day(event.when.first) for event in found[:PLACES_SHOWN] if event.when.first]
    one = len(found) == 1
    more = " ..." if len(found) > PLACES_SHOWN else ""
    yield Query(
        agency,
        QueryKind.ORDER,
        f"{'1 row stands' if one else f'{len(found):,} rows stand'} out of the order of the dates "
        f"({tell(places)}), dated {', '.join(days)}{more}. Please check "
        f"{'that date' if one else 'those dates'}: a slip of the year or the month is likely.",
        places,
    )


def _find_misplaced(rows: Sequence[Event], rules: QuestionRules) -> list[Event]:
    """The rows, where the sheet runs from the earliest date or from the latest: the way that leaves
    fewer out of its run, and of two that leave as many the one that misplaces fewer.
    """
    ordered = sorted(rows, key=lambda event: event.origin)
    days = [event.when.first.toordinal() for event in ordered if event.when.first]
    ways = [_run(days, rules.order_days), _run([-day for day in days], rules.order_days)]
    left_out, misplaced = min(ways, key=lambda way: (way[0], len(way[1])))
    if left_out > rules.order_share * len(days):
        return []
    return [ordered[place] for place in misplaced]


def _run(days: Sequence[int], most: int) -> tuple[int, list[int]]:
    """How many days a longest rising run leaves out, and the places of those that lie more than so
    many days before or behind the days of the run beside them.
    """
    kept = _find_kept(days)
    misplaced = []
    before, after = None, _list_next(kept, days)
    for place, day in enumerate(days):
        if place in kept:
            before = day
            continue
        low, high = before, after[place]
        apart = max((day if low is None else low) - day, day - (day if high is None else high))
        if apart > most:
            misplaced.append(place)
    return len(days) - len(kept), misplaced


def _list_next(kept: set[int], days: Sequence[int]) -> list[int | None]:
    """For each place, the day of the next place that is kept."""
    found: list[int | None] = []
    following = None
    for place in range(len(days) - 1, -1, -1):
        found.append(following)
        if place in kept:
            following = days[place]
    return found[::-1]


def _find_kept(days: Sequence[int]) -> set[int]:
    """The places of a longest run of days none of which lies before the one that precedes it."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, day in enumerate(days):
        at = bisect_right(ends, day)
        before.append(places[at - 1] if at else None)
        ends[at:], places[at:] = ([day, *ends[at + 1 :]], [place, *places[at + 1 :]])
    kept: set[int] = set()
    last = places[-1] if places else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept

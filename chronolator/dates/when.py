"""The cells of a row's date -> `DateReading`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import lru_cache

from chronolator.dates import doubts
from chronolator.dates.cells import expand_number, write_day, write_time
from chronolator.dates.compose import Days, read_days
from chronolator.dates.items import Item, Mark, Said
from chronolator.dates.pieces import name_links, settle_times
from chronolator.dates.reading import DateReading, Doubt
from chronolator.dates.scan import scanner_of
from chronolator.dates.times import Times, read_clocks
from chronolator.model import DateRules, DateSays, Precision, Qualifier, Value, When

_PLAIN_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)
_PLAIN_TIME = re.compile(r"(\d\d?):(\d\d)", re.ASCII)
_DAY = timedelta(days=1)
_ROUGH = {DateSays.APPROXIMATE, DateSays.BEFORE, DateSays.BY, DateSays.AFTER}
_REMEMBERED = 65_536
_SOON = 5
_CENTURY = 100


def read_when(
    written: Value,
    clock: Value,
    rules: DateRules,
    *,
    end: Value = None,
    latest: date | None = None,
) -> DateReading:
    """What the cells tell of when it was: `written` of the date, `clock` of a time's column, `end`
    of an end date's.

    Day first always; nothing is guessed. What is no date of the calendar, or lacks its year, is
    undated, with a doubt that says so. Years of two digits do not lie after the year of `latest`.
    Never raises.
    """
    return _read(
        write_day(written),
        write_time(clock),
        write_day(end),
        latest.year if latest else None,
        rules,
    )


@lru_cache(maxsize=_REMEMBERED)
def _read(written: str, clock: str, end: str, latest: int | None, rules: DateRules) -> DateReading:
    if not end and (plain := _read_plain(written, clock, rules)):
        return plain
    if not written and clock:
        written, clock = clock, ""
    begun = _read_text(written, clock, latest, rules)
    if not end or end == written:
        return begun
    whole = f"{begun.when.written} - {end}".strip()
    ended = _read_text(end, "", latest, rules)
    found = (*begun.doubts, *ended.doubts)
    if ended.when.first or ended.when.last:
        when, more = _span(begun.when, ended.when)
        return DateReading(replace(when, written=whole), (*found, *more))
    together = _read_text(f"{written} - {end}", clock, latest, rules)  # "14th", "ongoing"
    if together.when.qualifier in {Qualifier.RANGE, Qualifier.AFTER}:
        return replace(together, when=replace(together.when, written=whole))
    return DateReading(replace(begun.when, written=whole), found, begun.above)


def _read_plain(written: str, clock: str, rules: DateRules) -> DateReading | None:
    """The commonest form, without ado. Midnight has its doubts, and is not plain."""
    found = _PLAIN_DAY.fullmatch(written)
    if found is None or not rules.years[0] <= int(found[3]) <= rules.years[1]:
        return None
    try:
        day, at = date(int(found[3]), int(found[2]), int(found[1])), None
        if clock:
            timed = _PLAIN_TIME.fullmatch(clock)
            at = time(int(timed[1]), int(timed[2])) if timed else time()
    except ValueError:
        return None
    if at == time():
        return None
    precision = Precision.MINUTE if at else Precision.DAY
    return DateReading(
        When(f"{written} {clock}".strip(), day, day, at, None, precision, Qualifier.EXACT)
    )


def _read_text(written: str, clock: str, latest: int | None, rules: DateRules) -> DateReading:
    scanner = scanner_of(rules)
    items = settle_times(name_links(scanner.scan(expand_number(written, rules), latest)))
    days = read_days(items, written, rules)
    times = _drop_midnight(read_clocks(items))
    found = [*days.doubts, *_doubt_times(times, written), *_doubt_century(items, latest)]
    if clock:
        beside = name_links(scanner.scan_time(clock, latest))
        column = read_clocks(beside)
        found += _doubt_times(column, clock)
        if column == Times() and any(character.isdecimal() for character in clock):
            found.append(doubts.no_such_time(clock))
        if column.at:
            if times.at and times.at != column.at:
                found.append(doubts.two_cells(f"{written} {clock}"))
            times = column
            if days.first and any(
                isinstance(one, Said) and one.word.says in _ROUGH for one in beside
            ):
                days = replace(days, qualifier=_soften(days.qualifier))
    when = _place(days, times, f"{written} {clock}".strip())
    return DateReading(when, tuple(dict.fromkeys(found)), days.above)


def _place(days: Days, times: Times, written: str) -> When:
    """The days with their times. A time of two ends that runs past midnight ends a day later."""
    first, last, qualifier = days.first, days.last, days.qualifier
    single = first is not None and first == last
    at, until = times.at, times.until
    if until and at and single and first and qualifier in {Qualifier.EXACT, Qualifier.RANGE}:
        qualifier = Qualifier.RANGE
    if until and at and single and first and until < at:
        last = first + _DAY
    timed = at is not None and days.precision is Precision.DAY
    precision = times.precision if timed else days.precision
    return When(written, first, last, at, until, precision, qualifier)


def _span(begun: When, ended: When) -> tuple[When, tuple[Doubt, ...]]:
    """From the beginning of the one to the end of the other; an end that is open stays so."""
    if (begun.first, begun.last) == (None, None):
        known = ended.last is not None
        shown = replace(ended, first=None, at=None, until=None, qualifier=Qualifier.BEFORE)
        return (shown if known else ended), ()
    if (begun.first, begun.last) == (ended.first, ended.last):
        return replace(begun, until=begun.until or (ended.at if begun.at else None)), ()
    found: tuple[Doubt, ...] = ()
    if begun.first and ended.last and ended.last < begun.first:
        begun, ended = ended, begun
        found = (doubts.turned_round(),)
    if begun.first is None and ended.last is None:
        return begun, found
    return _join(begun, ended), found


def _join(begun: When, ended: When) -> When:
    qualifier = Qualifier.RANGE
    if Qualifier.APPROXIMATE in {begun.qualifier, ended.qualifier}:
        qualifier = Qualifier.APPROXIMATE
    if begun.first is None:
        qualifier = Qualifier.BEFORE
    if ended.last is None:
        qualifier = Qualifier.AFTER
    until = ended.until or ended.at if begun.at else None
    precision = max(begun.precision, ended.precision, key=list(Precision).index)
    return When("", begun.first, ended.last, begun.at, until, precision, qualifier)


def _drop_midnight(times: Times) -> Times:
    """A date's cell that ends in 00:00 was written so by a program."""
    empty = times.at == time() and times.until in {None, time()} and not times.word
    return Times() if empty else times


def _doubt_times(times: Times, written: str) -> list[Doubt]:
    found = []
    if times.lost:
        found.append(doubts.no_such_time(written))
    if times.several:
        found.append(doubts.several_times(written))
    if times.word and times.at == time():
        found.append(doubts.midnight(written))
    if times.zone:
        found.append(doubts.zone(written))
    return found


def _doubt_century(items: Sequence[Item], latest: int | None) -> list[Doubt]:
    """A year that would lie soon after the review period may be meant so."""
    return [
        doubts.other_century(item.year)
        for item in items
        if isinstance(item, Mark)
        and item.short
        and item.year
        and latest
        and 0 < item.year + _CENTURY - latest <= _SOON
    ]


def _soften(qualifier: Qualifier) -> Qualifier:
    return Qualifier.APPROXIMATE if qualifier in {Qualifier.EXACT, Qualifier.RANGE} else qualifier

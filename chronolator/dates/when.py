"""The texts of a row's date -> `DateReading`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import pairwise

from chronolator.dates import doubts
from chronolator.dates.cells import expand_number, put_digits
from chronolator.dates.compose import Days, read_days
from chronolator.dates.items import Clock, Item, Link, Mark, Said
from chronolator.dates.order import put_day_first
from chronolator.dates.pieces import name_links, settle_times
from chronolator.dates.reading import DateReading, Doubt, Given, Lean, Shift
from chronolator.dates.relative import Relation
from chronolator.dates.scan import scanner_of
from chronolator.dates.times import NO_TIMES, Times, read_clocks
from chronolator.model import DateRules, DateSays, Precision, Qualifier, When

_DAY = timedelta(days=1)
_ROUGH = {DateSays.APPROXIMATE, DateSays.BEFORE, DateSays.BY, DateSays.AFTER}
_QUIET = {
    DateSays.APPROXIMATE,
    DateSays.FILLER,
    DateSays.TIME_OF_DAY,
    DateSays.AT,
    DateSays.CLOCK,
}
_BESIDE = {DateSays.FILLER, DateSays.AT}
SOON = 5
"""A year of two digits that would lie so few years after the latest may be meant so."""
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Terms:
    """By what texts are read: years of two digits do not lie after the year `latest`, and no date
    lies after `today` without a doubt; `month_first`, where the column shows that it writes so.
    """

    rules: DateRules
    latest: int | None = None
    today: date | None = None
    month_first: bool = False


def read_texts(
    written: str, clock: str, end: str, terms: Terms, given: Given | None = None
) -> DateReading:
    """What the texts of the date's, the time's and the end date's cells tell. Never raises."""
    if not written and clock:
        written, clock = clock, ""
    begun = _read_text(written, clock, terms, given)
    if not end or end == written:
        return begun
    whole = f"{begun.when.written} - {end}".strip()
    ended = _read_text(end, "", terms, given)
    found = (*begun.doubts, *ended.doubts)
    if ended.when.known_day and begun.lean not in {Lean.YEAR, Lean.MONTH}:
        when, more = _span(begun.when, ended.when)
        return DateReading(replace(when, written=whole), (*found, *more))
    together = _read_text(f"{written} - {end}", clock, terms, given)  # "14th", "ongoing"
    if together.when.qualifier in {Qualifier.RANGE, Qualifier.AFTER}:
        return together._replace(when=replace(together.when, written=whole))
    if ended.when.known_day:
        when, more = _span(begun.when, ended.when)
        return DateReading(replace(when, written=whole), (*found, *more))
    return begun._replace(when=replace(begun.when, written=whole), doubts=found)


def _read_text(written: str, clock: str, terms: Terms, given: Given | None) -> DateReading:
    scanner, rules, latest = scanner_of(terms.rules), terms.rules, terms.latest
    expanded = expand_number(written, rules)
    text = put_digits(expanded)
    mistyped = text != expanded
    if terms.month_first:
        text = put_day_first(text)
    items: Sequence[Item] = settle_times(name_links(scanner.scan(text, latest)))
    days = read_days(items, written, rules, given)
    shift, about = Shift(), ""
    if days.first is None and days.last is None and (told := scanner.find_relation(text)):
        rest = settle_times(name_links(scanner.scan(told.rest, latest)))
        days, shift, about, items = _lean(told, rest, written, days, items)
    times = _drop_midnight(read_clocks(items))
    vague = _is_vague(days, items)
    found = [*days.doubts, *_doubt_times(times, written), *_doubt_century(items, latest)]
    found += _doubt_future(days, terms, written)
    if mistyped:
        days = days._replace(qualifier=_soften(days.qualifier))
        vague = True
        found.append(doubts.letters_for_digits(written))
    if clock:
        beside = name_links(scanner.scan_time(clock, latest))
        column = read_clocks(beside)
        found += _doubt_times(column, clock)
        if column is NO_TIMES and any(character.isdecimal() for character in clock):
            found.append(doubts.no_such_time(clock))
        if column.at:
            if times.at and times.at != column.at:
                found.append(doubts.two_cells(f"{written} {clock}"))
            times = column
            if days.first and any(
                isinstance(one, Said) and one.word.says in _ROUGH for one in beside
            ):
                days = days._replace(qualifier=_soften(days.qualifier))
    elif times.at and _is_rough(items):
        days = days._replace(qualifier=_soften(days.qualifier))
    when = _place(days, times, f"{written} {clock}".strip(), vague=vague)
    return DateReading(when, tuple(dict.fromkeys(found)) if found else (), days.lean, shift, about)


def _lean(
    told: Relation, rest: Sequence[Item], written: str, days: Days, items: Sequence[Item]
) -> tuple[Days, Shift, str, Sequence[Item]]:
    """What hangs on the row above or on a birth, if no words beside say more than that."""
    loud = [
        item
        for item in rest
        if not (
            isinstance(item, Clock | Link) or (isinstance(item, Said) and item.word.says in _QUIET)
        )
    ]
    about = " ".join(item.text for item in loud)
    if loud and told.lean is not Lean.AGE:
        return days, Shift(), "", items
    doubt = doubts.no_date(written)
    return Days(doubts=(doubt,), lean=told.lean), told.shift, about, rest


def _is_rough(items: Sequence[Item]) -> bool:
    """A word such as "by" stands before a time."""
    return any(
        isinstance(item, Clock) and isinstance(before, Said) and before.word.says in _ROUGH
        for before, item in pairwise(items)
    )


def _is_vague(days: Days, items: Sequence[Item]) -> bool:
    """The day itself may be another: the word that says so does not stand before a time."""
    loud = [one for one in items if not (isinstance(one, Said) and one.word.says in _BESIDE)]
    of_time = [
        isinstance(one, Said) and one.word.says is DateSays.APPROXIMATE and isinstance(after, Clock)
        for one, after in pairwise([*loud, None])
    ]
    said = [isinstance(one, Said) and one.word.says is DateSays.APPROXIMATE for one in loud]
    return days.qualifier is Qualifier.APPROXIMATE and (said != of_time or not any(of_time))


def _place(days: Days, times: Times, written: str, *, vague: bool) -> When:
    """The days with their times. A time of two ends that runs past midnight ends a day later. Of a
    `vague` day not more is known than about the day, whatever the time.
    """
    first, last, qualifier = days.first, days.last, days.qualifier
    single = first is not None and first == last
    at, until = times.at, times.until
    if until and at and single and first and qualifier in {Qualifier.EXACT, Qualifier.RANGE}:
        qualifier = Qualifier.RANGE
    if until and at and single and first and until < at:
        last = first + _DAY
    timed = at is not None and days.precision is Precision.DAY and not vague
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
    return NO_TIMES if empty else times


def _doubt_times(times: Times, written: str) -> list[Doubt]:
    found: list[Doubt] = []
    if times is NO_TIMES:
        return found
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
        and 0 < item.year + _CENTURY - latest <= SOON
    ]


def _doubt_future(days: Days, terms: Terms, written: str) -> list[Doubt]:
    day = days.first or days.last
    late = day and terms.today and day > terms.today
    return [doubts.in_the_future(written)] if late else []


def _soften(qualifier: Qualifier) -> Qualifier:
    return Qualifier.APPROXIMATE if qualifier in {Qualifier.EXACT, Qualifier.RANGE} else qualifier

"""The dates of the rows of a sheet, with what a row takes from the rows and banners above it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chronolator.dates import (
    DateReader,
    DateReading,
    Doubt,
    Given,
    Lean,
    place_age,
    place_near,
    put_after_noon,
    put_day_first,
    weigh_clock,
    weigh_order,
)
from chronolator.model import (
    TIMED,
    TO_THE_DAY,
    Case,
    DateRules,
    Entry,
    Field,
    Origin,
    Problem,
    Qualifier,
    Value,
    When,
)
from chronolator.normalise import lent
from chronolator.normalise.banners import Banners
from chronolator.normalise.births import find_birth
from chronolator.normalise.months import find_months
from chronolator.normalise.sequence import (
    Around,
    find_astray,
    find_direction,
    find_fit,
    find_inside,
)

_AS_ABOVE = "dated as the row above"
_MONTH_FIRST = "date read with the month first"
_AFTER_NOON = "time read as after noon"
_SURE = {Qualifier.EXACT, Qualifier.RANGE}
_OPEN = {Qualifier.BEFORE, Qualifier.AFTER}
_SOME_LEAP_YEAR = 2000
_DECEMBER = 12
_Cells = tuple[Value, Value, Value]


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a row, and what is to be marked about it."""

    when: When
    marks: tuple[str, ...] = ()


class Dater:
    """Dates the rows of a run, sheet by sheet."""

    def __init__(self, case: Case, rules: DateRules, today: date | None, *, own: bool) -> None:
        self._case, self._rules, self._own = case, rules, own
        latest = case.last or today
        self._readers = {
            first: DateReader(rules, latest=latest, today=today, month_first=first)
            for first in (False, True)
        }

    def date_rows(self, entries: Sequence[Entry]) -> tuple[list[Dated], list[Problem]]:
        """The date of each entry, and what is doubtful, by sheet and row."""
        sheets: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            sheets[entry.origin.file, entry.origin.sheet].append(place)
        dates = [Dated(When(""))] * len(entries)
        problems: list[Problem] = []
        for (file, sheet), places in sheets.items():
            rows = [entries[place] for place in places]
            order = weigh_order((row.cells.get(Field.DATE) for row in rows), self._rules.limits)
            reader = self._readers[order.month_first]
            told = _Sheet(rows, reader, self._rules, self._case, own=self._own)
            clock = weigh_clock((row.cells.get(Field.TIME) for row in rows), self._rules.limits)
            for place, dated in zip(places, told.date_rows(), strict=True):
                counts = clock and entries[place].cells.get(Field.TIME)
                dates[place] = self._put_after_noon(dated) if counts else dated
            problems += told.problems
            doubts = (*order.doubts, *filter(None, (clock,)))
            problems += [_tell(Origin(file, sheet), doubt) for doubt in doubts]
        return dates, problems

    def _put_after_noon(self, dated: Dated) -> Dated:
        when = put_after_noon(dated.when, self._rules.limits)
        return dated if when is dated.when else Dated(when, (*dated.marks, _AFTER_NOON))


class _Sheet:
    def __init__(
        self, rows: Sequence[Entry], reader: DateReader, rules: DateRules, case: Case, *, own: bool
    ) -> None:
        self._rows, self._reader, self._case, self._own = rows, reader, case, own
        self._limits = rules.limits
        self._readings = [reader.read(*_cells_of(row)) for row in rows]
        self._months = find_months(self._readings, reader)
        self._banners = Banners(reader)
        full = [one.when.first for one in self._readings if one.when.first]
        self._direction = find_direction(full, self._limits)
        if not self._direction and len(full) < len(rows):
            self._direction = find_direction(list(self._guess_days()), self._limits)
        self.problems: list[Problem] = []

    def date_rows(self) -> Iterator[Dated]:
        """The rows' dates in their order; `problems` is complete once they are taken."""
        known: list[tuple[int, date]] = []
        below = self._find_below()
        above = When("")
        last_day: date | None = None
        marks: tuple[str, ...]
        for place, (row, reading) in enumerate(zip(self._rows, self._readings, strict=True)):
            settled, marks = reading, ()
            if reading.lean or row.period:
                around = Around(
                    self._banners.find_span(row.period), last_day, below[place], self._direction
                )
                settled, marks = self._settle(row, reading, around, above)
            self._tell_doubts(row, settled)
            if self._reader.month_first and _is_turned(row):
                marks = (*marks, _MONTH_FIRST)
            above = settled.when
            if above.first and above.qualifier not in _OPEN:
                last_day = above.first
                if above.precision in TO_THE_DAY and above.qualifier in _SURE:
                    known.append((place, above.first))
            yield Dated(above, marks)
        for place, before, after in find_astray(known, self._direction, self._limits):
            doubt = lent.astray(self._readings[place].when.written, before, after)
            self.problems.append(_tell(self._rows[place].origin, doubt))

    def _tell_doubts(self, row: Entry, reading: DateReading) -> None:
        if reading.doubts:
            self.problems += [_tell(row.origin, doubt) for doubt in reading.doubts]
        elif reading.when.qualifier is Qualifier.UNDATED and not self._own:
            self.problems.append(_tell(row.origin, lent.undated()))

    def _settle(
        self, row: Entry, reading: DateReading, around: Around, above: When
    ) -> tuple[DateReading, tuple[str, ...]]:
        """The reading with what it leans on, and the marks of the row."""
        if reading.lean is None:
            return self._hold_against(row.period, reading, around), ()
        if reading.lean is Lean.ABOVE:
            return self._take_above(row, reading, above)
        if reading.lean is Lean.NEAR:
            return _count_from(reading, above), ()
        if reading.lean is Lean.AGE:
            return _reckon_age(row, reading, self._case), ()
        return self._take_year(row, reading, around), ()

    def _hold_against(self, period: str, reading: DateReading, around: Around) -> DateReading:
        when = reading.when
        if not (around.span and when.first and when.last):
            return reading
        first, last = around.span
        apart = max((first - when.last).days, (when.first - last).days)
        if apart <= self._limits.slip:
            return reading
        doubt = lent.against_banner(when.written, period)
        return reading._replace(doubts=(*reading.doubts, doubt))

    def _take_above(
        self, row: Entry, reading: DateReading, above: When
    ) -> tuple[DateReading, tuple[str, ...]]:
        """The days of the row above, where it has any, with the row's own time."""
        written = reading.when.written
        if above.known_day is None:
            return reading._replace(doubts=(lent.nothing_above(written),)), ()
        timed = above.precision in TIMED
        if above.first and (timed or above.first == above.last):
            when = self._reader.read(above.first, row.cells.get(Field.TIME)).when
        else:
            when = replace(reading.when, first=above.first, last=above.last)
        vague = above.qualifier is Qualifier.APPROXIMATE and not timed
        if vague or above.first != above.last:
            when = replace(when, precision=above.precision)
        qualifier = Qualifier.APPROXIMATE if vague else Qualifier.INHERITED
        when = replace(when, written=written, qualifier=qualifier)
        return DateReading(when, (lent.as_above(written),)), (_AS_ABOVE,)

    def _take_year(self, row: Entry, reading: DateReading, around: Around) -> DateReading:
        cells, written = _cells_of(row), reading.when.written
        if not around.span and (month := self._months.get(written)):
            return DateReading(month, (lent.month_of_year(month),))
        read: dict[date, DateReading] = {}
        for given in _list_given(reading, around):
            one = self._reader.read_with(given, *cells)
            if day := one.when.known_day:
                read.setdefault(day, one)
        fit = find_fit(list(read), around, self._limits)
        if fit is None:
            doubt = lent.either_year(written, find_inside(list(read), around))
            return reading._replace(doubts=(doubt,)) if len(read) > 1 else reading
        chosen, rival = read[fit.day], fit.rival
        if rival and bool(chosen.doubts) != bool(read[rival].doubts):  # a weekday fits but one
            chosen, rival = (read[rival] if chosen.doubts else chosen), None
        qualifier = chosen.when.qualifier
        when = replace(
            chosen.when, qualifier=Qualifier.INHERITED if qualifier in _SURE else qualifier
        )
        lender = row.period if around.span else ""
        doubt = lent.year(when, lender, rival)
        if fit.outside:
            doubt = lent.outside_banner(when, lender)
        return DateReading(when, (doubt, *chosen.doubts))

    def _guess_days(self) -> Iterator[date]:
        """The days of the rows, each without a year put into that of the last row with one."""
        year = next((one.when.first.year for one in self._readings if one.when.first), None)
        given = Given(year or _SOME_LEAP_YEAR)
        for row, reading in zip(self._rows, self._readings, strict=True):
            day = reading.when.first
            if day:
                given = Given(day.year)
            elif reading.lean is Lean.YEAR:
                span = self._banners.find_span(row.period)
                year = span[0].year if span else given.year
                day = self._reader.read_with(Given(year), *_cells_of(row)).when.first
            if day:
                yield day

    def _find_below(self) -> list[date | None]:
        """For each row the first day, on a row below it, that has its year."""
        below: list[date | None] = []
        day: date | None = None
        for reading in reversed(self._readings):
            below.append(day)
            when = reading.when
            day = when.first if when.first and when.qualifier not in _OPEN else day
        return below[::-1]


def _cells_of(row: Entry) -> _Cells:
    cells = row.cells
    return cells.get(Field.DATE), cells.get(Field.TIME), cells.get(Field.END_DATE)


def _is_turned(row: Entry) -> bool:
    cell = row.cells.get(Field.DATE)
    return isinstance(cell, str) and put_day_first(cell) != cell


def _list_given(reading: DateReading, around: Around) -> Iterator[Given]:
    """The years, or the months of a year, that the text could lie in."""
    beside = [day for day in (around.above, around.below) if day]
    if around.span:
        first, last = around.span
        months = _list_months(first, last)
    elif reading.when.qualifier is Qualifier.INVALID:
        return  # a number alone is a day only where a month stands above it
    else:
        first, last = min(beside, default=date.max), max(beside, default=date.min)
        months = [month for day in beside for month in _list_months(day, day, beside=1)]
    if reading.lean is Lean.MONTH:
        if reading.when.qualifier is not Qualifier.INVALID or len(months) == 1:
            yield from (Given(year, month) for year, month in months)
        return
    yield from (
        Given(year) for year in range(first.year - 1, last.year + 2) if beside or around.span
    )


def _list_months(first: date, last: date, beside: int = 0) -> list[tuple[int, int]]:
    begin = first.year * _DECEMBER + first.month - 1 - beside
    end = last.year * _DECEMBER + last.month - 1 + beside
    return [(number // _DECEMBER, number % _DECEMBER + 1) for number in range(begin, end + 1)]


def _count_from(reading: DateReading, above: When) -> DateReading:
    written = reading.when.written
    if above.first is None or above.precision not in TO_THE_DAY or above.qualifier in _OPEN:
        return reading._replace(doubts=(lent.nothing_to_count_from(written),))
    when = place_near(reading.when, reading.shift, above.first)
    if above.qualifier is Qualifier.APPROXIMATE or above.first != above.last:
        when = replace(when, qualifier=Qualifier.APPROXIMATE)
    return DateReading(when, (lent.counted(when, above.first),))


def _reckon_age(row: Entry, reading: DateReading, case: Case) -> DateReading:
    born = find_birth(row, reading.about, case)
    if born is None:
        return reading
    when = place_age(reading.when, reading.shift, born)
    return DateReading(when, (lent.age(when, born),))


def _tell(origin: Origin, doubt: Doubt) -> Problem:
    return Problem(origin, doubt.kind, doubt.message, doubt.hint)

"""The cells of a row's date -> `DateReading`, each form once."""

from datetime import date
from functools import lru_cache

from chronolator.dates.alike import Likeness
from chronolator.dates.cells import write_day, write_time
from chronolator.dates.plain import PlainForms
from chronolator.dates.reading import DateReading, Given
from chronolator.dates.when import Terms, read_texts
from chronolator.model import DateRules, Value

_MOST = 100_000
_Key = tuple[Value, Value, Value]


class DateReader:
    """Reads the dates of a column, or of many; what it has read once it knows.

    Day first, unless `month_first`; nothing is guessed. What is no date of the calendar, or lacks
    its year, is undated, with a doubt that says so. Years of two digits do not lie after the year
    of `latest`; a date after `today` (the day of the merge) has a doubt.
    """

    def __init__(
        self,
        rules: DateRules,
        *,
        latest: date | None = None,
        today: date | None = None,
        month_first: bool = False,
    ) -> None:
        self.month_first = month_first
        self._terms = Terms(rules, latest.year if latest else None, today, month_first)
        self._plain = PlainForms(self._terms)
        self._alike = Likeness(self._terms, self._plain)
        self._known: dict[_Key, DateReading] = {}
        self._completed: dict[tuple[Given, str, str, str], DateReading] = {}

    def read(self, written: Value, clock: Value = None, end: Value = None) -> DateReading:
        """What the cells of a date's, a time's and an end date's column tell. Never raises."""
        known = self._known.get((written, clock, end))
        return self._learn(written, clock, end) if known is None else known

    def read_with(
        self, given: Given, written: Value, clock: Value = None, end: Value = None
    ) -> DateReading:
        """The same, where the year, or year and month, that are missing stand elsewhere."""
        texts = write_day(written), write_time(clock), write_day(end)
        known = self._completed.get((given, *texts))
        if known is None:
            if len(self._completed) >= _MOST:
                self._completed.clear()
            known = read_texts(*texts, self._terms, given)
            self._completed[given, *texts] = known
        return known

    def _learn(self, written: Value, clock: Value, end: Value) -> DateReading:
        if clock is None and end is None:  # the commonest: no text is made of a true date
            plain = self._plain
            when = plain.read(written, "") if isinstance(written, str) else plain.take(written)
            if when:
                return self._keep((written, clock, end), DateReading(when))
        texts = write_day(written), write_time(clock), write_day(end)
        if any(isinstance(cell, int | float) for cell in (written, clock, end)):
            key: _Key = texts  # 1, 1.0 and True are equal, and no one date
            if known := self._known.get(key):
                return known
        else:
            key = written, clock, end
        when = None if texts[2] else self._plain.read(texts[0], texts[1])
        if when is None and not (texts[1] or texts[2]):
            when = self._alike.read(texts[0])
        return self._keep(key, DateReading(when) if when else read_texts(*texts, self._terms))

    def _keep(self, key: _Key, reading: DateReading) -> DateReading:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = reading
        return reading


def read_when(
    written: Value,
    clock: Value,
    rules: DateRules,
    *,
    end: Value = None,
    latest: date | None = None,
) -> DateReading:
    """What the cells of one row tell, read by a `DateReader` of these rules."""
    return _reader_of(rules, latest).read(written, clock, end)


@lru_cache(maxsize=8)
def _reader_of(rules: DateRules, latest: date | None) -> DateReader:
    return DateReader(rules, latest=latest)

"""The commonest forms, read without taking the text apart.

What is read here is read alike by the long way; that is only slower.
"""

import re
from datetime import date, datetime, time

from chronolator.dates.forms import expand_year
from chronolator.dates.when import SOON, Terms
from chronolator.model import DateSays, Precision, Qualifier, Value, When
from chronolator.model.values import show_value

_PLAIN = re.compile(
    r"(?:([A-Za-z]{3,9})\.?,? )?"
    r"(?:(\d\d?)([/.-])(\d\d?)\3(\d{4}|\d\d)|(\d{4})-(\d\d)-(\d\d)"
    r"|(\d\d?)(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -](\d{4}|\d\d))"
    r"(?:(?: at | @ ?|[ T])(\d\d|\d\d?[:.])(\d\d)(?::(\d\d))?(?: ?hrs)?)?",
    re.ASCII,
)
_DAYS = re.compile(  # 12-14 March 2019
    r"(\d\d?)(?:st|nd|rd|th)? ?(?:-|\u2013|to) ?(\d\d?(?:st|nd|rd|th)?) ([A-Za-z]{3,9} \d{4})",
    re.ASCII,
)
_LINKS = (" - ", " \u2013 ", " to ")
_BOTH = 2
_CLOCK = re.compile(r"(\d\d?):(\d\d)", re.ASCII)
_MIDNIGHT = time()
_CENTURY = 100
_FOUR = 4


class PlainForms:
    """Reads them by the words and the limits of `terms`."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._low, self._high = terms.rules.years
        self._months, self._weekdays = (
            {
                name: word.number
                for word in terms.rules.words
                if word.says is says
                for name in word.words
            }
            for says in (DateSays.MONTH, DateSays.WEEKDAY)
        )

    def read(self, written: str, clock: str) -> When | None:
        """The day, with its time, where both are plain and nothing is doubtful; else None.

        Midnight in a date's cell has its doubts, and is not plain.
        """
        found = _PLAIN.fullmatch(written)
        if found is None:
            return None if clock else self._read_range(written)
        said, d, _, m, y, iso_y, iso_m, iso_d, named_d, name, named_y, *at = found.groups()
        if d:
            if self._terms.month_first:
                return None
            day, month, year = int(d), int(m), self._tell_year(y)
        elif iso_y:
            day, month, year = int(iso_d), int(iso_m), int(iso_y)
        else:
            day, month = int(named_d), self._months.get(name.lower(), 0)
            year = self._tell_year(named_y)
        if not self._low <= year <= self._high:
            return None
        try:
            there = date(year, month, day)
            hour = _tell_time(at, clock)
        except ValueError:
            return None
        if said and self._weekdays.get(said.lower()) != there.isoweekday():
            return None
        return self._make(f"{written} {clock}" if clock else written, there, hour)

    def _read_range(self, written: str) -> When | None:
        """From one plain day to a later one, both without a time."""
        if days := _DAYS.fullmatch(written):
            parts = [f"{days[1]} {days[3]}", f"{days[2]} {days[3]}"]
        else:
            link = next((link for link in _LINKS if link in written), None)
            parts = written.split(link) if link else []
        ends = [self.read(part, "") for part in parts]
        if len(ends) != _BOTH or ends[0] is None or ends[1] is None:
            return None
        first, last = ends[0].first, ends[1].last
        if first is None or last is None or first >= last or ends[0].at or ends[1].at:
            return None
        return When(written, first, last, None, None, Precision.DAY, Qualifier.RANGE)

    def take(self, cell: Value) -> When | None:
        """The day of a true date's cell, with its time, as `read` tells it."""
        if not isinstance(cell, date) or not self._low <= cell.year <= self._high:
            return None
        if not isinstance(cell, datetime):
            return self._make(show_value(cell), cell, None)
        at = time(cell.hour, cell.minute)
        return self._make(show_value(cell), cell.date(), None if at == _MIDNIGHT else at)

    def _make(self, written: str, day: date, at: time | None) -> When | None:
        today = self._terms.today
        if at == _MIDNIGHT or (today and day > today):
            return None
        precision = Precision.MINUTE if at else Precision.DAY
        return When(written, day, day, at, None, precision, Qualifier.EXACT)

    def _tell_year(self, digits: str) -> int:
        """The year, or 0 where one of two digits could lie soon after the review period."""
        if len(digits) == _FOUR:
            return int(digits)
        latest = self._terms.latest
        year = expand_year(digits, latest)
        return 0 if latest and 0 < year + _CENTURY - latest <= SOON else year


def _tell_time(at: list[str | None], clock: str) -> time | None:
    """The time of either cell; midnight where both hold one. Raises `ValueError`."""
    hour, minute, second = at
    if hour and minute:
        return _MIDNIGHT if clock else time(int(hour.rstrip(":.")), int(minute), int(second or 0))
    if not clock:
        return None
    timed = _CLOCK.fullmatch(clock)
    return time(int(timed[1]), int(timed[2])) if timed else _MIDNIGHT

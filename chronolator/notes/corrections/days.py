"""When an event was, as the author corrected it in one or more of its four cells."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta

from chronolator.dates import DateReader, DateReading, Given, Lean
from chronolator.model import TIMED, TO_THE_DAY, Precision, Qualifier, When

_SURE = frozenset({Qualifier.EXACT, Qualifier.RANGE})
_SOME_DAY = date(2000, 1, 3)


def correct_when(
    when: When, hers: Mapping[str, str], reader: DateReader
) -> tuple[When, frozenset[str]]:
    """The day and time with what the author wrote, by the keys of the columns (`hers`), in place of
    the agency's; and the keys of what cannot be read: there the agency's stands.

    With another day go the agency's time and, of a range, its end, as long as they fit. A year that
    she left out is the agency's. `written` stays what the agency wrote.
    """
    unread = set()
    day, at, until = when, when.at, when.until
    if "date" in hers:
        reading = _read_day(hers["date"], when, reader)
        if reading is None:
            unread.add("date")
        else:
            day = _keep_end(reading, when) if "date_to" not in hers else reading
            at, until = (reading.at, reading.until) if reading.at else (at, until)
    if "date_to" in hers:
        # A day that she wrote needs no end: the one that she emptied was the agency's.
        needless = not hers["date_to"] and day is not when
        ended = _end(day, hers["date_to"], when, reader)
        day = ended or day
        unread |= set() if ended or needless else {"date_to"}
    finest = when.precision if when.precision in TIMED else Precision.MINUTE
    if "time" in hers:
        told = reader.read(_SOME_DAY, hers["time"]).when if hers["time"] else When("")
        if hers["time"] and told.at is None:
            unread.add("time")
        else:
            at, until = told.at, told.until or (until if told.at else None)
            finest = told.precision if told.at else finest
    if "time_to" in hers:
        ends = reader.read(_SOME_DAY, hers["time_to"]).when.at if hers["time_to"] else None
        if (hers["time_to"] and ends is None) or at is None:
            unread |= {"time_to"} if hers["time_to"] else set()
        else:
            until = ends
    timed = (at, until) if day.first else (None, None)
    if day is not when or timed != (when.at, when.until):
        day = _put_times(day, *timed, finest)
    told = replace(day, written=when.written)
    return told if told == when else replace(told, corrected=True), frozenset(unread)


def _read_day(text: str, when: When, reader: DateReader) -> When | None:
    """What she wrote as a date; None where it is none. That no date is known is one, too."""
    reading = reader.read(text)
    near = when.known_day
    if reading.lean is Lean.YEAR and near is not None:
        reading = reader.read_with(Given(near.year), text)
    return reading.when if _is_read(reading) else None


def _is_read(reading: DateReading) -> bool:
    when = reading.when
    if when.known_day:
        return True
    return when.qualifier is Qualifier.UNDATED and not (reading.doubts or reading.lean)


def _keep_end(day: When, when: When) -> When:
    """The day that she wrote, up to the end of the agency's range where that is later."""
    single = day.precision in TO_THE_DAY and day.first == day.last and day.qualifier in _SURE
    ranges = when.qualifier is Qualifier.RANGE and when.first != when.last and not _is_night(when)
    if single and ranges and day.last and when.last and day.last < when.last:
        return replace(day, last=when.last, qualifier=Qualifier.RANGE)
    return day


def _end(day: When, text: str, when: When, reader: DateReader) -> When | None:
    """The days with the last one that she wrote, or without one; None where that cannot be."""
    if not text:
        ends = day.first is not None and day.qualifier is Qualifier.RANGE
        return replace(day, last=day.first, qualifier=Qualifier.EXACT) if ends else None
    read = _read_day(text, when, reader)
    if read is None or read.last is None or read.precision not in TO_THE_DAY:
        return None
    last = read.last
    if day.first is None:
        return replace(day, last=last, precision=Precision.DAY, qualifier=Qualifier.BEFORE)
    if last < day.first:
        return None
    qualifier = Qualifier.EXACT if last == day.first else Qualifier.RANGE
    kept = day.qualifier if day.qualifier not in _SURE | {Qualifier.AFTER} else qualifier
    precision = day.precision if day.precision in TO_THE_DAY else Precision.DAY
    return replace(day, last=last, precision=precision, qualifier=kept)


def _is_night(when: When) -> bool:
    return (
        when.first is not None
        and when.last == when.first + timedelta(1)
        and when.at is not None
        and when.until is not None
        and when.until < when.at
    )


def _put_times(day: When, at: time | None, until: time | None, finest: Precision) -> When:
    """The days with these times; one that ends before it begins ends on the next day."""
    if day.first is None or day.precision not in TO_THE_DAY:
        return replace(day, at=at, until=until)
    last = day.first if _is_night(day) else day.last
    if last == day.first and at and until and until < at:
        last = day.first + timedelta(1)
    qualifier = day.qualifier
    if qualifier in _SURE:
        qualifier = Qualifier.RANGE if until or last != day.first else Qualifier.EXACT
    precision = finest if at else Precision.DAY
    return replace(day, last=last, at=at, until=until, precision=precision, qualifier=qualifier)

"""What is expected, how it is counted and what was found, in words that judge nobody."""

from dataclasses import replace
from datetime import date

from chronolator.model import Counting, Holidays, Interval, Question, Unit, Visiting
from chronolator.rows import name_day
from chronolator.stretches import Stretch

_SEEN = {
    Question.SEEN: ("seen", "sighting"),
    Question.ALONE: ("seen alone", "sighting alone"),
    Question.VIEWS: ("heard", "record of views"),
}


def tell_expectation(visiting: Visiting) -> str:
    """As "expected to be seen every 10 working days (Local procedures 4.2), counted from the day
    after".
    """
    seen, _ = _SEEN[visiting.of]
    return f"expected to be {seen} {_tell_every(visiting)}"


def tell_rule(visiting: Visiting) -> str:
    """The counting rule: which day is the first, and which days are counted."""
    number = 0 if visiting.counting is Counting.DAY_AFTER else 1
    return f"The day of a sighting is day {number}. {_tell_days(visiting)}"


def tell_interval(visiting: Visiting, interval: Interval, stretch: Stretch, due: date) -> Interval:
    """The interval with its words. `due` is the last day on which a sighting was as expected."""
    seen, sighting = _SEEN[visiting.of]
    left, right = stretch.left, stretch.right
    begins, ends = name_day(left.longest), name_day(right.longest)
    earliest = " at the earliest" if left.longest < left.shortest else ""
    latest = " at the latest" if right.longest > right.shortest else ""
    counted = _tell_counted(visiting, interval)
    since = f"{seen} {begins}{earliest}" if left.seen else f"counted from {begins}"
    if right.seen:
        which = "next" if left.seen else "first"
        found = f"{since}; {which} {sighting} after {counted}, {ends}{latest}"
    else:
        found = f"{since}; no {sighting} up to the end, {ends}: {counted} so far"
    month = ""
    if visiting.every.unit is Unit.MONTHS:
        month = f" {visiting.every} from {begins}: up to {name_day(due)}."
    words = f"Expected {_tell_every(visiting)}; {found}.{month}{_tell_doubt(interval)}"
    return replace(interval, words=words)


def _tell_every(visiting: Visiting) -> str:
    by = f" by {visiting.by}" if visiting.by else ""
    source = f" ({visiting.source})" if visiting.source else ""
    every = str(visiting.every).removeprefix("1 ")
    return f"every {every}{by}{source}, counted {visiting.counting}"


def _tell_days(visiting: Visiting) -> str:
    if visiting.every.unit is Unit.WEEKS:
        return "A week is 7 days."
    if visiting.every.unit is Unit.MONTHS:
        return "A month ends on the day of the same number, or on the month's last."
    if visiting.every.unit is Unit.DAYS:
        return "Every day counts."
    if visiting.holidays is Holidays.NONE:
        return "Saturdays and Sundays do not count; bank holidays do."
    whose = visiting.holidays.replace("-", " ").title()
    return f"Saturdays, Sundays and the bank holidays of {whose} do not count."


def _tell_counted(visiting: Visiting, interval: Interval) -> str:
    unit: str = visiting.every.counted_in
    if interval.counted == 1:
        unit = unit.removesuffix("s")
    if interval.shortest == interval.counted:
        return f"{interval.counted:,} {unit}"
    return f"at least {interval.shortest:,} and at most {interval.counted:,} {unit}"


def _tell_doubt(interval: Interval) -> str:
    if interval.certain:
        return ""
    if interval.unclear:
        why = "an entry inside is unclear, or its date is not exact"
    else:
        why = "a date at its end is not exact"
    return f" It may be no longer than expected: {why}."

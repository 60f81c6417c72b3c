"""What a child's age rules out: a sighting before birth, words before a child can speak."""

from datetime import date

from chronolator.model import Child, Event

_MONTHS = 12


def is_unborn(child: Child, event: Event) -> bool:
    """True where the child was not born on any day of the event."""
    last = event.when.last or event.when.first
    return child.born is not None and last is not None and last < child.born


def is_younger(child: Child, event: Event, months: int) -> bool:
    """True where the child was born and had not so many months on any day of the event."""
    last = event.when.last or event.when.first
    if child.born is None or last is None or last < child.born:
        return False
    return _count_months(child.born, last) < months


def can_be_aged(child: Child, event: Event, first: int, before: int) -> bool:
    """True where the child had the `first` birthday, and not that of `before`, on some day of the
    event; and where it is not known when either was.
    """
    begins, ends = event.when.first, event.when.last
    if child.born is None or begins is None or ends is None:
        return True
    return (
        _count_months(child.born, ends) >= first * _MONTHS
        and _count_months(child.born, begins) < before * _MONTHS
    )


def is_newborn(child: Child, event: Event, days: int) -> bool:
    """True where the child was born and had at most so many days when the event began."""
    first = event.when.first
    return child.born is not None and first is not None and 0 <= (first - child.born).days <= days


def _count_months(born: date, day: date) -> int:
    return (day.year - born.year) * _MONTHS + day.month - born.month - (day.day < born.day)

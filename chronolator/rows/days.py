"""The days of an entry in words, which claim no more than its date does."""

from chronolator.model import TIMED, TO_THE_DAY, Qualifier, When
from chronolator.rows import name_day

_OPEN = frozenset({Qualifier.BEFORE, Qualifier.AFTER})


def name_when(when: When) -> str:
    """The day, or the first and the last, where they are known; else the date as it was written, so
    that a month is not taken for its first day.
    """
    written = " ".join(when.written.split())
    return written if written and not _is_known(when) else _name_known(when)


def _is_known(when: When) -> bool:
    if when.first is None or when.last is None:
        return False
    if when.qualifier is Qualifier.APPROXIMATE:
        return when.precision in TIMED
    return when.precision in TO_THE_DAY and when.qualifier not in _OPEN


def _name_known(when: When) -> str:
    days = (name_day(day) for day in (when.first, when.last) if day)
    return " to ".join(dict.fromkeys(days))

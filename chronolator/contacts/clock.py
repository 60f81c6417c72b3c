"""How far apart the times of two accounts are."""

from chronolator.contacts.accounts import Account

_HOUR, _DAY = 60, 24 * 60  # minutes


def find_minutes_apart(a: Account, b: Account) -> int | None:
    """Minutes between two accounts that both have a time; 0 where their spans meet."""
    if a.at is None or b.at is None:
        return None
    shift = (b.first - a.first) * _DAY
    a_end = max(a.at, a.until or a.at)
    b_end = max(b.at, b.until or b.at) + shift
    return max(0, b.at + shift - a_end, a.at - b_end)


def are_of_one_night(a: Account, b: Account, hours: int) -> bool:
    """True for times of two days that follow each other, at most so many hours apart."""
    minutes = find_minutes_apart(a, b)
    days = max(b.first - a.last, a.first - b.last)
    return days == 1 and minutes is not None and minutes <= hours * _HOUR


def find_told_apart(a: Account, b: Account) -> int | None:
    """Minutes between the time of one, in a cell or in its words, and one in the words of the
    other; None where one tells none, or both stand in cells.
    """
    if a.at is not None and b.at is not None:
        return None
    times = [{one.at} if one.at is not None else one.told_at for one in (a, b)]
    return min((abs(x - y) for x in times[0] for y in times[1]), default=None)


def show_time(minutes: int | None) -> str:
    """The minutes of a day as a clock shows them."""
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}" if minutes is not None else ""

"""Whether one account tells of the other as of another day, or of another time of meeting."""

from collections.abc import Iterator

from chronolator.contacts.accounts import Account
from chronolator.contacts.clock import are_of_one_night, show_time
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.lexicon import MESSAGES
from chronolator.contacts.pieces import Piece
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Mode

_HOUR = 60  # minutes


def compare_again(a: Account, b: Account, vocabulary: Vocabulary) -> Iterator[Piece]:
    """That one of another day, or of another hour, tells that they met once more, and the other
    does not: a strategy discussion, and the one that was reconvened.
    """
    if any(find_mode(one, vocabulary) in MESSAGES for one in (a, b)):
        return
    hours = vocabulary.rules.limits.again_hours
    later = a.at is not None and b.at is not None and abs(a.at - b.at) >= hours * _HOUR
    if later or a.last < b.first or b.last < a.first:
        for one, other in ((a, b), (b, a)):
            if one.again and not other.again:
                yield "met again", (one, *one.again), ""


def compare_days_beside(a: Account, b: Account, vocabulary: Vocabulary) -> Iterator[Piece]:
    """That the one speaks of the other's day as of the day before or behind its own, and that their
    times differ too; `a` is the earlier. Nothing of one day or one night, nor of a notice, which
    tells of the day before it; a call may be written up the day after, at any time.
    """
    limits = vocabulary.rules.limits
    modes = {find_mode(one, vocabulary) for one in (a, b)}
    one_night = are_of_one_night(a, b, limits.night_hours)
    if b.first - a.last != 1 or one_night or Mode.NOTICE in modes:
        return
    for one, place in ((b, b.day_before), (a, a.day_behind)):
        if place is not None:
            yield "of the day beside", (one, *place), ""
            break
    if a.at is None or b.at is None or abs(a.at - b.at) < limits.again_hours * _HOUR:
        return
    if modes.isdisjoint(MESSAGES):
        yield "other times of two days", show_time(a.at), show_time(b.at)

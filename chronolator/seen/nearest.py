"""Who of those named stands nearest before a phrase."""

from bisect import bisect_right
from collections.abc import Sequence

from chronolator.model import Kind
from chronolator.seen.patterns import Match
from chronolator.words.mention import Mention

_CHILDREN, _SOME_CHILD = (Kind.CHILDREN,), (Kind.SOME_CHILD,)
_LOOK_BACK = 12  # mentions: farther back nobody is meant, and the time stays linear


def find_last(people: Sequence[Mention], match: Match, *, single: bool = False) -> Mention | None:
    """The last of the people before the match; `single`: who is no more than one."""
    place = bisect_right(people, match.first, key=lambda one: one.last) - 1
    if single:
        near = range(place, max(place - _LOOK_BACK, -1), -1)
        place = next((at for at in near if not _are_several(people[at])), -1)
    return people[place] if place >= 0 else None


def _are_several(one: Mention) -> bool:
    return (
        len(one.kinds) > 1
        or one.kinds == _CHILDREN
        or (one.kinds == _SOME_CHILD and one.gender == "p")
    )

"""Visits to somebody else's home, where "at Nan's" is not away."""

from collections.abc import Sequence

from chronolator.model import Kind, Means, Reason
from chronolator.seen.decide import Finding
from chronolator.seen.observed import Row

_HOSTS = frozenset({Kind.ADULT, Kind.LAY})


def leave_out_host(found: Sequence[Finding], row: Row) -> list[Finding]:
    """What is found but for a child's being at some adult's, where the kind of contact says that
    such a one was visited: "Visit to carer".
    """
    visited = row.contact.holds(Means.IN_PERSON) is not None
    if not visited or not any(_HOSTS.issuperset(one.kinds) for one in row.contact.mentions):
        return list(found)
    return [one for one in found if not (one.reason is Reason.AWAY and _is_at_somebodys(one, row))]


def _is_at_somebodys(one: Finding, row: Row) -> bool:
    evidence = one.evidence[0]
    return any(
        who.owner and _HOSTS.issuperset(who.kinds)
        for who in row.heard.mentions
        if evidence.start <= row.heard.words[who.first].start < evidence.end
    )

"""Where the child was: at somebody else's home that was visited, or absent from school."""

from collections.abc import Container, Sequence

from chronolator.model import Answer, Kind, Means, Question, Reason
from chronolator.seen.decide import Finding, settle
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


def leave_out_meeting_place(found: Sequence[Finding], row: Row, child: int) -> list[Finding]:
    """What is found but for the child's being at some adult's, in a row of that child alone whose
    column says that the child was seen: it was seen there. Not what a parent says.
    """
    if not row.is_settled or row.whose.children != {child}:
        return list(found)
    return [
        one
        for one in found
        if not (
            one.reason is Reason.AWAY
            and one.target is not None
            and Means.HEARSAY not in one.target.means
            and _is_at_somebodys(one, row)
        )
    ]


def leave_out_elsewhere(
    found: dict[int, list[Finding]], row: Row, pupils: Container[str]
) -> dict[int, list[Finding]]:
    """What is found of each child; in the record of a pupil who was absent without what only hints,
    behind that in its sentence, that another child was in sight: "absent, with the new baby".
    """
    own = row.whose.children
    if row.kind not in pupils or not row.is_settled or len(own) != 1 or not own <= found.keys():
        return found
    absent = settle(found[next(iter(own))], Question.SEEN)
    if absent.answer is not Answer.NO or absent.target is None:
        return found
    sentence, start = row.heard.find_sentence(absent.target), absent.target.start
    return {
        child: [
            one
            for one in told
            if child in own
            or not (one.implied and one.target is not None and one.answer is Answer.YES)
            or one.target.start < start
            or row.heard.find_sentence(one.target) != sentence
        ]
        for child, told in found.items()
    }


def _is_at_somebodys(one: Finding, row: Row) -> bool:
    evidence = one.evidence[0]
    return any(
        who.owner and _HOSTS.issuperset(who.kinds)
        for who in row.heard.mentions
        if evidence.start <= row.heard.words[who.first].start < evidence.end
    )

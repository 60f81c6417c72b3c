"""Why two rows are held to be accounts of one contact, or are not: their evidence, and its rivals.

It is the weighing of the links itself; nothing is weighed another way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from chronolator.contacts.accounts import Account
from chronolator.contacts.groups import Group
from chronolator.contacts.link import Linked
from chronolator.contacts.reading import read_account
from chronolator.contacts.weighing import Weighed
from chronolator.model import ContactStatus, Event, Limits


class Verdict(Enum):
    """What two rows are held to be, and why."""

    DECIDED = auto()
    """The author decided that they are of one contact."""
    HELD_APART = auto()
    """The author decided that they are not."""
    LINKED = auto()
    POSSIBLE = auto()
    NO_AGENCY = auto()
    """One of them is of no agency."""
    ONE_AGENCY = auto()
    """They are of one agency."""
    NO_DAY = auto()
    """One of them is not known to the day."""
    APART = auto()
    """They lie too many days apart to be looked at."""
    NOTHING_SHARED = auto()
    """Neither names the other, no kind of contact and no professional brings them together."""
    BELOW = auto()
    """Their evidence is too weak."""
    TAKEN = auto()
    """One of them is linked with another row of the other's agency."""
    RIVAL = auto()
    """Another row of one's agency fits the other as well."""
    DISCORD = auto()
    """Together they would bring rows into one contact that do not agree."""


@dataclass(frozen=True, slots=True)
class PairExplained:
    """Two rows weighed. `weight` and `evidence` (in words, each with its weight; the first is what
    is held of any two rows) are there where both are known to the day, whatever the verdict.
    `rivals` are the rows that stand in the way, each with its weight beside the row that it fits.
    """

    a: Event
    b: Event
    verdict: Verdict
    limits: Limits
    weight: float | None = None
    evidence: tuple[tuple[str, float], ...] = ()
    rivals: tuple[tuple[Event, float], ...] = ()


def explain_pair(linked: Linked, a: Event, b: Event) -> PairExplained:
    """Why the two events, which were among those linked, are accounts of one contact or are not."""
    limits = linked.vocabulary.rules.limits
    decided = _find_decision(linked, a, b)
    if not (a.agency and b.agency):
        return PairExplained(a, b, decided or Verdict.NO_AGENCY, limits)
    accounts = [read_account(event, linked.vocabulary) for event in (a, b)]
    one, other = accounts
    if one is None or other is None:
        return PairExplained(a, b, decided or Verdict.NO_DAY, limits)
    if a.agency == b.agency:
        return PairExplained(a, b, decided or Verdict.ONE_AGENCY, limits)
    first, second = sorted((one, other), key=lambda account: account.first)
    weighed = linked.scale.weigh(first, second)
    verdict, rivals = (decided, ()) if decided else _judge(linked, first, second, weighed)
    evidence = (linked.scale.find_start(), *linked.scale.list_evidence(weighed))
    return PairExplained(a, b, verdict, limits, weighed.weight, evidence, rivals)


_STATUS = {
    ContactStatus.LINKED: Verdict.LINKED,
    ContactStatus.POSSIBLE: Verdict.POSSIBLE,
}
_Rivals = tuple[tuple[Event, float], ...]


def _find_decision(linked: Linked, a: Event, b: Event) -> Verdict | None:
    """What the author decided of the two, if anything."""
    pair = frozenset((a.id, b.id))
    if pair in linked.decided.apart:
        return Verdict.HELD_APART
    held = (decided for _, group in linked.groups for decided in group.decided)
    return Verdict.DECIDED if any(pair <= one for one in held) else None


def _judge(linked: Linked, a: Account, b: Account, weighed: Weighed) -> tuple[Verdict, _Rivals]:
    for status, group in linked.groups:
        if {a.event.id, b.event.id} <= _list_ids(group):
            return _STATUS[status], tuple(_list_against(group))
    if short := _find_shortfall(linked, a, b, weighed):
        return short, ()
    if taken := tuple(_list_taken(linked, a, b)):
        return Verdict.TAKEN, taken
    if rivals := tuple(_list_rivals(linked, a, b, weighed.weight)):
        return Verdict.RIVAL, rivals
    return Verdict.DISCORD, tuple(_list_discordant(linked, a, b))


def _list_against(group: Group) -> Iterator[tuple[Event, float]]:
    """The rows that are linked with one of the group, and with which another does not agree."""
    for pair in group.against:
        member = pair.b if pair.a in group.accounts else pair.a
        yield member.event, pair.weight


def _find_shortfall(linked: Linked, a: Account, b: Account, weighed: Weighed) -> Verdict | None:
    """Why the two are not even compared with others; None where they are."""
    limits = linked.vocabulary.rules.limits
    if b.first > a.last + limits.most_days:
        return Verdict.APART
    if not linked.scale.worth_weighing(a, b):
        return Verdict.NOTHING_SHARED
    return Verdict.BELOW if weighed.weight < limits.possible else None


def _list_ids(group: Group) -> set[str]:
    return {one.event.id for one in group.accounts}


def _list_discordant(linked: Linked, a: Account, b: Account) -> Iterator[tuple[Event, float]]:
    """The rows with which one of the two is linked, and with which the other does not agree."""
    agree = linked.vocabulary.rules.limits.agree
    for one, other in ((a, b), (b, a)):
        for member in _find_members(linked, one):
            weight = linked.scale.weigh(member, other).weight
            if member.event.id != one.event.id and (member.bit == other.bit or weight < agree):
                yield member.event, weight


def _find_members(linked: Linked, account: Account) -> tuple[Account, ...]:
    groups = (group for status, group in linked.groups if status is ContactStatus.LINKED)
    own = (group.accounts for group in groups if account.event.id in _list_ids(group))
    return next(own, ())


def _list_taken(linked: Linked, a: Account, b: Account) -> Iterator[tuple[Event, float]]:
    """The rows of the other's agency with which one of the two is linked."""
    for status, group in linked.groups:
        if status is not ContactStatus.LINKED:
            continue
        for one, other in ((a, b), (b, a)):
            if one.event.id in _list_ids(group):
                yield from (
                    (rival.event, linked.scale.weigh(one, rival).weight)
                    for rival in group.accounts
                    if rival.bit == other.bit
                )


def _list_rivals(
    linked: Linked, a: Account, b: Account, weight: float
) -> Iterator[tuple[Event, float]]:
    """The rows of the other's agency that fit one of the two as well, or nearly."""
    margin = linked.vocabulary.rules.limits.margin
    for pair in linked.pairs:
        for one, other in ((a, b), (b, a)):
            for mine, rival in ((pair.a, pair.b), (pair.b, pair.a)):
                if mine.event.id == one.event.id and rival.bit == other.bit:
                    close = weight - pair.weight < margin
                    if close and rival.event.id != other.event.id:
                        yield rival.event, pair.weight

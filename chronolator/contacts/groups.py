"""From pairs to contacts: the best for each other, in groups that agree as a whole."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from chronolator.contacts.accounts import Account
from chronolator.contacts.weighing import Weighed
from chronolator.model import Limits

Weigh = Callable[[Account, Account], Weighed]


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts held to be of one contact, and the pairs that brought them together."""

    accounts: tuple[Account, ...]
    pairs: tuple[Weighed, ...]


def group_accounts(
    pairs: Sequence[Weighed], weigh: Weigh, limits: Limits
) -> tuple[list[Group], list[Group]]:
    """The groups that are linked, and those that are possible. Every account is in at most one.

    Two accounts are brought together where each is the other's best of its agency by a margin. A
    group has at most one account of an agency, and any two of it agree.
    """
    ranked = sorted(pairs, key=_rank)
    best = _find_rivals(ranked)
    sure = [
        pair
        for pair in ranked
        if pair.weight >= limits.linked and _leads(pair, best, limits.margin)
    ]
    linked = _grow(sure, weigh, limits.agree)
    taken = {one.event.id for group in linked for one in group.accounts}
    rest = [
        pair
        for pair in ranked
        if pair.weight >= limits.possible
        and pair.a.event.id not in taken
        and pair.b.event.id not in taken
    ]
    left = _find_rivals(rest)
    return linked, _grow([pair for pair in rest if _leads(pair, left, 0.0)], weigh, limits.possible)


_Best = dict[tuple[str, str], list[float]]


def _rank(pair: Weighed) -> tuple[float, str, str]:
    first, second = sorted((pair.a.event.id, pair.b.event.id))
    return -pair.weight, first, second


def _find_rivals(ranked: Iterable[Weighed]) -> _Best:
    """For every account and every other agency the weights of its pairs there, best first."""
    best: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for pair in ranked:
        best[pair.a.event.id, pair.b.event.agency].append(pair.weight)
        best[pair.b.event.id, pair.a.event.agency].append(pair.weight)
    return best


def _leads(pair: Weighed, best: _Best, margin: float) -> bool:
    """True where each is the other's best, with no rival within the margin."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        weights = best[one.event.id, other.event.agency]
        if pair.weight < weights[0] or (len(weights) > 1 and pair.weight - weights[1] < margin):
            return False
    return True


def _grow(pairs: Iterable[Weighed], weigh: Weigh, agree: float) -> list[Group]:
    """Groups grown from the strongest pair on; a pair that would bring discord is passed over."""
    groups: dict[str, Group] = {}
    for pair in pairs:
        a = groups.get(pair.a.event.id, Group((pair.a,), ()))
        b = groups.get(pair.b.event.id, Group((pair.b,), ()))
        if a is b:
            continue
        if {one.bit for one in a.accounts} & {one.bit for one in b.accounts}:
            continue
        if any(weigh(x, y).weight < agree for x in a.accounts for y in b.accounts):
            continue
        joined = Group(a.accounts + b.accounts, (*a.pairs, *b.pairs, pair))
        for one in joined.accounts:
            groups[one.event.id] = joined
    return list({id(group): group for group in groups.values()}.values())

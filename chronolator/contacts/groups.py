"""From pairs to contacts: the best for each other, in groups that agree as a whole."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import isfinite

from chronolator.contacts.accounts import Account
from chronolator.contacts.weighing import Weighed
from chronolator.model import Decided, Limits

_UNDECIDED = Decided()
Weigh = Callable[[Account, Account], Weighed]


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts held to be of one contact, and the pairs that brought them together. `decided` are
    the ids of those of which the author says so: several sets where two such groups grew together.
    `against` are pairs with other accounts that are linked with one of these, and do not agree.
    """

    accounts: tuple[Account, ...]
    pairs: tuple[Weighed, ...]
    decided: tuple[frozenset[str], ...] = ()
    against: tuple[Weighed, ...] = ()


def hold_together(accounts: Sequence[Account], weigh: Weigh) -> Group:
    """The accounts as a group that the author decided, with its pairs that can be weighed."""
    pairs = (weigh(a, b) for a, b in combinations(accounts, 2) if a.bit != b.bit)
    told = tuple(pair for pair in pairs if isfinite(pair.weight))
    return Group(tuple(accounts), told, (frozenset(one.event.id for one in accounts),))


def list_open(
    pairs: Iterable[Weighed], held: Iterable[Group], decided: Decided
) -> Iterator[Weighed]:
    """The pairs that no decision settles. Two accounts that are apart, or of one group already, are
    no rivals of others; nor is one whose agency the other's group has an account of.
    """
    holding = {one.event.id: group for group in held for one in group.accounts}
    if not (holding or decided.apart):
        yield from pairs
        return
    for pair in pairs:
        a, b = (holding.get(one.event.id, Group((one,), ())) for one in (pair.a, pair.b))
        settled = a is b or _share_agency(a, b) or decided.parts(_list_ids(a), _list_ids(b))
        if not settled:
            yield pair


def group_accounts(
    pairs: Sequence[Weighed],
    weigh: Weigh,
    limits: Limits,
    held: Sequence[Group] = (),
    decided: Decided = _UNDECIDED,
    found: Sequence[Group] = (),
) -> tuple[list[Group], list[Group]]:
    """The groups that are linked, and those that are possible. Every account is in at most one of
    the linked ones; one of no such group in at most one possible one, alone with its best partner
    where this is linked already.

    Two accounts are brought together where each is the other's best of its agency by a margin. A
    group has at most one account of an agency, and any two of it agree. Groups that are `held`
    stand whatever is in them, and may grow so by what fits one of those that are together by
    decision alone, or was `found` to be linked with it before she decided; accounts that are
    `decided` to be apart are in no group together. The pairs are those that `list_open` leaves.
    """
    ranked = sorted(pairs, key=_rank)
    linked = _grow(_list_sure(ranked, limits), weigh, limits.agree, decided, held, found)
    taken = {one.event.id for group in linked for one in group.accounts}
    rest = [
        pair
        for pair in ranked
        if pair.weight >= limits.possible
        and pair.a.event.id not in taken
        and pair.b.event.id not in taken
    ]
    left = _find_rivals(rest)
    near = [pair for pair in rest if _leads(pair, left, limits, 0.0)]
    possible = _grow(near, weigh, limits.possible, decided)
    beside = _find_beside(ranked, linked, possible, weigh, limits.agree, decided)
    return linked, [*possible, *beside]


def find_linked(
    pairs: Iterable[Weighed], weigh: Weigh, limits: Limits, decided: Decided
) -> list[Group]:
    """The groups that are linked where the author has decided of none to be together."""
    return _grow(_list_sure(sorted(pairs, key=_rank), limits), weigh, limits.agree, decided)


def _list_sure(ranked: Sequence[Weighed], limits: Limits) -> list[Weighed]:
    best = _find_rivals(ranked)
    return [
        pair
        for pair in ranked
        if pair.weight >= limits.linked and _leads(pair, best, limits, limits.margin)
    ]


def _find_beside(
    ranked: Iterable[Weighed],
    linked: Iterable[Group],
    possible: Iterable[Group],
    weigh: Weigh,
    agree: float,
    decided: Decided,
) -> Iterator[Group]:
    """Accounts of no group whose best partner is linked, each with it, and who of the partner's
    group does not agree; none where its own agency has an account there, or a row that fits the
    partner more.
    """
    home = {one.event.id: group for group in linked for one in group.accounts}
    placed = home.keys() | {one.event.id for group in possible for one in group.accounts}
    paired = set[tuple[str, int]]()
    for pair in ranked:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if one.event.id in placed:
                continue
            placed.add(one.event.id)
            group = home.get(other.event.id)
            alone = Group((one,), ())
            if group is None or _share_agency(alone, group):
                continue
            if (other.event.id, one.bit) in paired:
                continue
            paired.add((other.event.id, one.bit))
            if decided.parts(_list_ids(alone), _list_ids(group)):
                continue
            rest = (weigh(one, member) for member in group.accounts if member is not other)
            against = tuple(weighed for weighed in rest if weighed.weight < agree)
            yield Group((other, one), (pair,), against=against)


_Best = dict[tuple[str, str], list[tuple[float, Account]]]


def _list_judges(
    group: Group, account: Account, weigh: Weigh, agree: float, *, found: bool
) -> list[Account]:
    """Who must agree to an account that fits this one: not those with whom it is together by
    decision alone. A link that she only confirmed brings no others; nor does one that she added
    take any away: what was `found` to be linked with it before asks none who is there by decision.
    """
    held = {name for one in group.decided if found or account.event.id in one for name in one}
    return [
        one
        for one in group.accounts
        if one is account
        or one.event.id not in held
        or (not found and weigh(account, one).weight >= agree)
    ]


def _share_agency(a: Group, b: Group) -> bool:
    return not {one.bit for one in a.accounts}.isdisjoint(one.bit for one in b.accounts)


def _list_ids(group: Group) -> list[str]:
    return [one.event.id for one in group.accounts]


def _rank(pair: Weighed) -> tuple[float, str, str]:
    first, second = sorted((pair.a.event.id, pair.b.event.id))
    return -pair.weight, first, second


def _find_rivals(ranked: Iterable[Weighed]) -> _Best:
    """For every account and every other agency its pairs there, each as the weight and the other
    account, best first.
    """
    best: defaultdict[tuple[str, str], list[tuple[float, Account]]] = defaultdict(list)
    for pair in ranked:
        best[pair.a.event.id, pair.b.event.agency].append((pair.weight, pair.b))
        best[pair.b.event.id, pair.a.event.agency].append((pair.weight, pair.a))
    return best


def _leads(pair: Weighed, best: _Best, limits: Limits, margin: float) -> bool:
    """True where each is the other's best, with no rival within the margin but rows that say the
    same: one row told twice fits as well by each of its tellings.
    """
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for weight, rival in best[one.event.id, other.event.agency]:
            if pair.weight - weight >= margin and weight <= pair.weight:
                break
            if rival is not other and not _say_the_same(rival, other, limits):
                return False
    return True


def _say_the_same(one: Account, other: Account, limits: Limits) -> bool:
    """True where two rows of one agency and time have nearly all words in common, and all numbers;
    of two short ones it is not known.
    """
    if (one.first, one.last, one.at, one.until) != (other.first, other.last, other.at, other.until):
        return False
    words, others = Counter(one.words.lower), Counter(other.words.lower)
    shared, most = (words & others).total(), max(words.total(), others.total())
    numbers = ({word for word in told if word.isdecimal()} for told in (words, others))
    enough = most >= limits.same_words and shared >= limits.same_share * most
    return enough and next(numbers) == next(numbers)


def _grow(
    pairs: Iterable[Weighed],
    weigh: Weigh,
    agree: float,
    decided: Decided,
    held: Iterable[Group] = (),
    found: Iterable[Group] = (),
) -> list[Group]:
    """Groups grown from those that are held and the strongest pair on; a pair that would bring
    discord is passed over.
    """
    groups = {one.event.id: group for group in held for one in group.accounts}
    before = {one.event.id: group for group in found for one in group.accounts}
    for pair in pairs:
        a = groups.get(pair.a.event.id, Group((pair.a,), ()))
        b = groups.get(pair.b.event.id, Group((pair.b,), ()))
        if a is b:
            continue
        if _share_agency(a, b) or decided.parts(_list_ids(a), _list_ids(b)):
            continue
        same = before.get(pair.a.event.id) is before.get(pair.b.event.id, pair)
        judges = (
            _list_judges(group, one, weigh, agree, found=same)
            for group, one in ((a, pair.a), (b, pair.b))
        )
        if any(weigh(x, y).weight < agree for x, y in product(*judges)):
            continue
        joined = Group(
            a.accounts + b.accounts, (*a.pairs, *b.pairs, pair), (*a.decided, *b.decided)
        )
        for one in joined.accounts:
            groups[one.event.id] = joined
    return list({id(group): group for group in groups.values()}.values())

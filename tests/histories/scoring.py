"""How well contacts found agree with those of a history."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from chronolator.model import Contact, ContactStatus

from .story import Row

Pair = frozenset[str]


@dataclass(frozen=True)
class Score:
    """Shares of pairs of rows: of those linked that are of one contact, and of those that are of
    one contact that are linked.
    """

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def list_true_pairs(rows: Iterable[Row]) -> set[Pair]:
    """Every two rows of one contact."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.contact:
            groups[row.contact].append(row.event.id)
    return _pair_up(groups.values())


def list_linked_pairs(contacts: Iterable[Contact]) -> set[Pair]:
    """Every two rows of one contact that is held to be linked; possible ones do not count."""
    return _pair_up(one.events for one in contacts if one.status is ContactStatus.LINKED)


def compare_pairs(true: set[Pair], found: set[Pair]) -> Score:
    right = len(true & found)
    return Score(right / len(found) if found else 1.0, right / len(true) if true else 1.0)


def _pair_up(groups: Iterable[Sequence[str]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}

"""Decisions held against each other: a lower one that a higher one contradicts does not count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from chronolator.model import Decision, DecisionKind

_Row = str


class Judge:
    """Takes the decisions one by one, the highest first, and remembers those that count.

    `homes` gives for a row the one that it repeats: accounts of a contact are told by that.
    """

    def __init__(self, homes: Mapping[_Row, _Row] | None = None) -> None:
        self._homes = homes or {}
        self._contacts = _Held()
        self._rows = _Held()

    def take(self, decision: Decision, rows: Sequence[_Row]) -> tuple[Decision, ...]:
        """The decisions that contradict this one about the `rows`; without any it counts from now
        on. What contradicts it by way of others names them too.
        """
        kind = decision.kind
        standing = [self._homes.get(row, row) for row in rows]
        against: dict[Decision, None] = {}
        held = [(self._contacts, standing)] if kind is not DecisionKind.NOT_DUPLICATE else []
        if kind in (DecisionKind.DUPLICATE, DecisionKind.NOT_DUPLICATE):
            held.append((self._rows, list(rows)))
        joins = kind in (DecisionKind.SAME, DecisionKind.DUPLICATE)
        for sets, members in held:
            found = sets.find_parting(members) if joins else sets.find_joining(members)
            against |= dict.fromkeys(found)
        if not against:
            for sets, members in held:
                (sets.join if joins else sets.part)(members, decision)
        return tuple(against)


class _Held:
    """Rows held together and apart, each pair with the decision that does so."""

    def __init__(self) -> None:
        self._together: defaultdict[_Row, dict[_Row, Decision]] = defaultdict(dict)
        self._apart: dict[tuple[_Row, _Row], Decision] = {}

    def join(self, rows: Sequence[_Row], decision: Decision) -> None:
        for one, other in _pair(rows):
            self._together[one].setdefault(other, decision)
            self._together[other].setdefault(one, decision)

    def part(self, rows: Sequence[_Row], decision: Decision) -> None:
        for pair in _pair(rows):
            self._apart.setdefault(pair, decision)

    def find_joining(self, rows: Sequence[_Row]) -> Iterator[Decision]:
        """What holds two of the rows together."""
        for one, other in _pair(rows):
            yield from self._reach([one]).get(other, ())

    def find_parting(self, rows: Sequence[_Row]) -> Iterator[Decision]:
        """What would hold two rows apart, were these rows one."""
        reached = self._reach(rows)
        for (one, other), decision in self._apart.items():
            if one in reached and other in reached:
                yield decision
                yield from reached[one]
                yield from reached[other]

    def _reach(self, rows: Iterable[_Row]) -> dict[_Row, tuple[Decision, ...]]:
        """The rows held together with these, each with the decisions on the shortest way there."""
        ways: dict[_Row, tuple[Decision, ...]] = dict.fromkeys(rows, ())
        waiting = list(ways)
        for row in waiting:
            for other, decision in self._together.get(row, {}).items():
                if other not in ways:
                    ways[other] = (*ways[row], decision)
                    waiting.append(other)
        return ways


def _pair(rows: Iterable[_Row]) -> Iterator[tuple[_Row, _Row]]:
    return combinations(sorted(set(rows)), 2)

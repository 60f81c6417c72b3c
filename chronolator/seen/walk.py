"""The net of the patterns, and the walk along a text's words that meets them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from chronolator.words.clauses import Word
from chronolator.words.names import Mention

GAP = "..."
"""The symbol of a gap."""

_GAP_WORDS = 4
_LOOPS = 5
_START, _END, _COLON = "^", "$", ":"
_EDGES = frozenset({_START, _END, _COLON})
_SUBJECTS = frozenset({"{who}", "{whom}", "{child}", "{sibling}", "{unborn}", "{owner}"})
_ACTOR = "{by}"


class Match(NamedTuple):
    """A pattern met by the words `first` to `last` (exclusive), with whom it speaks of."""

    meaning: int
    first: int
    last: int
    who: Mention | None = None
    by: Mention | None = None


Edge = tuple[str, int, Mention | None]
"""What words can be taken for: a symbol, the word after them, and who it is."""


@dataclass(slots=True, eq=False)
class Node:
    """A place in the net: what leads on from it, and which patterns end in it."""

    steps: dict[str, list["Node"]] = field(default_factory=dict)
    loops: list[tuple[str, "Node"]] = field(default_factory=list)
    meanings: list[int] = field(default_factory=list)
    shared: bool = False  # more than one way leads here, so that no other pattern may go on from it
    near: frozenset[str] = frozenset()  # what can stand next; behind a gap, in the same clause
    far: frozenset[str] = frozenset()


_Place = tuple[Node, int, Mention | None, Mention | None]


class Walk:
    """One text's words with everything that each of them can be taken for."""

    def __init__(
        self, words: Sequence[Word], edges: list[list[Edge]], stops: frozenset[str]
    ) -> None:
        self.words = words
        self.edges = edges
        self._stops = stops
        self._goes = [False]
        self.here = [{edge[0] for edge in there} for there in edges]
        self.here.append({_END, _COLON} if words and words[-1].colon else {_END})
        if words:
            self.here[0].add(_START)
        for at, (left, right) in enumerate(pairwise(words), start=1):
            if left.clause == right.clause:
                self._goes.append(True)
                continue
            self._goes.append(
                left.segment == right.segment and (left.joining or right.joining or left.colon)
            )
            self.here[at] |= {_START, _END, _COLON} if left.colon else {_START, _END}
        self._clauses = self._gather()
        self._looped: dict[tuple[str, int], set[int]] = {}

    def _gather(self) -> list[set[str]]:
        """For each word what its clause holds, and for the end what the last clause held."""
        gathered: list[set[str]] = []
        held: set[str] = set()
        clause = -1
        for word, here in zip(self.words, self.here, strict=False):
            if word.clause != clause:
                held = set()
                clause = word.clause
            held |= here
            gathered.append(held)
        for at in range(1, len(gathered)):
            if gathered[at] is not gathered[at - 1]:
                gathered[at - 1] |= {_END}
        return [*gathered, {_END}]

    def meet(  # noqa: C901  one loop without calls: half of the time of a run is spent in it
        self, root: Node, first: int, found: dict[tuple[int, int, int], Match]
    ) -> None:
        """Every match that begins at the word `first`."""
        words, all_here, clauses, goes = self.words, self.here, self._clauses, self._goes
        stack: list[_Place] = [(root, first, None, None)]
        pop, push = stack.pop, stack.append
        while stack:
            node, at, who, by = pop()
            for meaning in node.meanings:
                found.setdefault((meaning, first, at), Match(meaning, first, at, who, by))
            here = all_here[at]
            steps = node.steps
            for symbol in here & steps.keys() if steps else ():
                if symbol in _EDGES:
                    for after in steps[symbol]:
                        push((after, at, who, by))
            if steps and at < len(words) and (at == first or goes[at]):
                for symbol, end, mention in self.edges[at]:
                    for after in steps.get(symbol, ()):
                        if (
                            after.meanings
                            or not after.near.isdisjoint(all_here[end])
                            or not after.far.isdisjoint(clauses[end])
                        ):
                            subject = mention if who is None and symbol in _SUBJECTS else who
                            push((after, end, subject, mention if symbol == _ACTOR else by))
            for symbol, after in node.loops:
                ends = self._skip(at, first) if symbol == GAP else self._loop(symbol, at, first)
                for end in ends:
                    if (
                        after.meanings
                        or not after.near.isdisjoint(all_here[end])
                        or not after.far.isdisjoint(clauses[end])
                    ):
                        push((after, end, who, by))

    def _skip(self, at: int, first: int) -> Iterator[int]:
        """Where a gap begun at `at` can end: it skips no stop, nobody, and stays in its clause."""
        yield at
        for end in range(at + 1, min(at + _GAP_WORDS, len(self.words)) + 1):
            word = self.words[end - 1]
            if word.text in self._stops or any(edge[2] for edge in self.edges[end - 1]):
                return
            if end - 1 != first and word.clause != self.words[end - 2].clause:
                return
            yield end

    def _loop(self, symbol: str, at: int, first: int) -> Iterable[int]:
        """Where words of a list, begun at `at`, can end."""
        if symbol not in self.here[at] or not (at == first or self._goes[at]):
            return (at,)
        ends = self._looped.get((symbol, at))
        if ends is None:
            ends, reached = {at}, {at}
            for _ in range(_LOOPS):
                reached = {
                    end
                    for place in reached
                    if symbol in self.here[place] and (place == at or self._goes[place])
                    for name, end, _ in self.edges[place]
                    if name == symbol
                } - ends
                if not reached:
                    break
                ends |= reached
            self._looped[symbol, at] = ends
        return ends

"""A net of many patterns, walked along a text in one pass.

What can follow what is worked out when a text first asks for it, and kept: with usual words each of
them costs a look into a table, however many patterns there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from chronolator.words.mention import Mention

GAP = "..."
"""The symbol of a word that a pattern skips."""
_MOST_KEPT = 20_000
_NOWHERE = -1
_BEGIN = 0

Edge = tuple[int, int, Mention | None]
"""What words can be taken for: a letter of the net, the place behind them, and who it is."""
Taken = tuple[str, Mention | None]
"""The symbol that words were taken for, and who it is."""


class Span(NamedTuple):
    """A meaning, and the places from which and up to which the text tells it."""

    meaning: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Line:
    """A text laid out for the walk. Places count from 0: place n stands before word n.

    `edges`: what can be taken from each place on. `signs`: the letter of what takes no word, by
    place. `goes`: the places over which a pattern may go on, `skips` those behind which it may skip
    a word.
    """

    edges: Sequence[Sequence[Edge]]
    signs: Mapping[int, int]
    goes: Sequence[bool]
    skips: Sequence[bool]


class Net:
    """Points, and the symbols by which one leads to others. Every pattern begins at point 0.

    A letter stands for all symbols that the same words can be taken for.
    """

    def __init__(self) -> None:
        """A net without patterns."""
        self._steps: list[dict[str, list[int]]] = [{}]
        self._leads: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
        """The same by symbol: of the points of a large set few are led on by one of them."""
        self._free: list[list[int]] = [[]]
        self._meanings: list[int] = [_NOWHERE]
        self._firsts: defaultdict[int, dict[str, list[int]]] = defaultdict(dict)
        self._ends: set[int] = set()
        self._letters: list[tuple[str, ...]] = []
        self._gap = self.add_letter([GAP])
        self._forget()

    def _forget(self) -> None:
        """Begin anew what is kept: sets of points that are reached together, each with a number."""
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[frozenset[int]] = []
        self._ways: list[dict[int, int]] = []
        self._settled: list[dict[int, int]] = []
        self._told: list[tuple[int, ...]] = []
        self._unions: dict[tuple[int, int], int] = {}

    def add_letter(self, symbols: Iterable[str]) -> int:
        """A new letter that stands for these symbols."""
        self._letters.append(tuple(symbols))
        return len(self._letters) - 1

    def extend(self, meaning: int, before: Iterable[int], symbol: str, *, repeats: bool) -> int:
        """A new point to which the symbol leads from those before; or, where it repeats, that they
        reach freely, and that the symbol leads back to.
        """
        point = len(self._steps)
        self._steps.append({})
        self._free.append([])
        self._meanings.append(meaning)
        if repeats:
            self._add_step(point, symbol, point)
        for one in before:
            if repeats:
                self._free[one].append(point)
            else:
                self._add_step(one, symbol, point)
                if one == _BEGIN:
                    self._firsts[meaning].setdefault(symbol, []).append(point)
        return point

    def _add_step(self, before: int, symbol: str, after: int) -> None:
        self._leads[symbol][before] = steps = self._steps[before].setdefault(symbol, [])
        steps.append(after)

    def end(self, points: Iterable[int]) -> None:
        """Let what was begun end at these points."""
        self._ends.update(points)

    def find(self, line: Line) -> list[Span]:
        """Every meaning that the text tells, whole or overlapping."""
        if len(self._sets) > _MOST_KEPT:
            self._forget()
        begin = self._number(frozenset({_BEGIN}))
        ways = self._ways[begin]
        found: list[Span] = []
        for first, edges in enumerate(line.edges):
            leads = first in line.signs
            for letter, _, _ in edges:
                after = ways[letter] if letter in ways else self._lead(begin, letter)
                leads = leads or after != _NOWHERE
            if leads:
                self._walk(line, first, begin, found)
        return found

    def _walk(self, line: Line, first: int, begin: int, found: list[Span]) -> None:
        """Every span that begins at the place `first`."""
        all_edges, signs, all_ways, told = line.edges, line.signs, self._ways, self._told
        reached, gap = {first: begin}, self._gap
        at = first
        while reached:
            if at in reached:
                state = reached.pop(at)
                if at in signs:
                    state = self._settle(state, signs[at])
                if told[state]:
                    found += [Span(meaning, first, at) for meaning in told[state]]
                if at < len(all_edges):
                    ways = all_ways[state]
                    edges = all_edges[at] if at == first or line.goes[at] else ()
                    for letter, end, _ in edges:
                        after = ways[letter] if letter in ways else self._lead(state, letter)
                        if after != _NOWHERE:
                            reached[end] = (
                                self._unite(after, reached[end]) if end in reached else after
                            )
                    if line.skips[at]:
                        after = ways[gap] if gap in ways else self._lead(state, gap)
                        if after != _NOWHERE:
                            end = at + 1
                            reached[end] = (
                                self._unite(after, reached[end]) if end in reached else after
                            )
            at += 1

    def trace(self, line: Line, span: Span) -> list[Taken]:
        """What the words of a span that was found are taken for, by the first way that fits."""
        places = range(span.first, span.last + 1)
        takes = {at: self._list_takes(line, span, at) for at in places}
        symbols = {at: {symbol for symbol, _, _ in takes[at]} for at in places}
        came: dict[tuple[int, int], tuple[tuple[int, int], Taken | None]] = {}
        start = here = (_BEGIN, span.first)
        stack = [start]
        while stack:
            here = point, at = stack.pop()
            if at == span.last and point in self._ends:
                break
            steps = self._steps[point] if point != _BEGIN else self._firsts[span.meaning]
            ways: list[tuple[int, int, Taken | None]] = [
                (after, at, None) for after in self._free[point]
            ]
            ways += [
                (after, end, taken)
                for symbol, end, taken in takes[at]
                if symbol in steps
                for after in steps[symbol]
            ]
            for after, end, taken in reversed(ways):
                leads = after in self._ends or self._free[after]
                if (
                    self._meanings[after] == span.meaning
                    and (leads or not symbols[end].isdisjoint(self._steps[after]))
                    and (after, end) not in came
                ):
                    came[after, end] = here, taken
                    stack.append((after, end))
        path = []
        while here != start:
            here, taken = came[here]
            path += [taken] if taken else []
        return path[::-1]

    def _list_takes(self, line: Line, span: Span, at: int) -> list[tuple[str, int, Taken | None]]:
        """The symbols that can be taken there within the span, where each leads, and what is taken
        of the text.
        """
        takes: list[tuple[str, int, Taken | None]] = []
        if at in line.signs:
            takes += [(symbol, at, None) for symbol in self._letters[line.signs[at]]]
        if at < span.last and (at == span.first or line.goes[at]):
            takes += [
                (symbol, end, (symbol, who))
                for letter, end, who in line.edges[at]
                if end <= span.last
                for symbol in self._letters[letter]
            ]
        if at < span.last and line.skips[at]:
            takes.append((GAP, at + 1, None))
        return takes

    def _lead(self, state: int, letter: int) -> int:
        """Where the letter leads from there."""
        ways = self._ways[state]
        if letter not in ways:
            here, points = self._sets[state], set[int]()
            for symbol in self._letters[letter]:
                leads = self._leads[symbol]
                few = len(here) < len(leads)
                for one in leads.keys() & here if few else here.intersection(leads):
                    points.update(leads[one])
            ways[letter] = self._number(frozenset(points)) if points else _NOWHERE
        return ways[letter]

    def _settle(self, state: int, sign: int) -> int:
        """All that is reached there without a word."""
        settled = self._settled[state]
        if sign not in settled:
            before, after = _NOWHERE, state
            while after != before:
                before, more = after, self._lead(after, sign)
                after = before if more == _NOWHERE else self._unite(before, more)
            settled[sign] = after
        return settled[sign]

    def _unite(self, one: int, other: int) -> int:
        both = one, other
        if both not in self._unions:
            self._unions[both] = self._number(self._sets[one] | self._sets[other])
        return self._unions[both]

    def _number(self, points: frozenset[int]) -> int:
        """The number of the points with those that are reached freely from them."""
        if points not in self._numbers:
            whole = self._close(points)
            if whole not in self._numbers:
                self._numbers[whole] = len(self._sets)
                self._sets.append(whole)
                self._ways.append({})
                self._settled.append({})
                ended = self._ends & whole
                self._told.append(tuple(sorted({self._meanings[one] for one in ended})))
            self._numbers[points] = self._numbers[whole]
        return self._numbers[points]

    def _close(self, points: frozenset[int]) -> frozenset[int]:
        closed, stack = set(points), list(points)
        while stack:
            for after in self._free[stack.pop()]:
                if after not in closed:
                    closed.add(after)
                    stack.append(after)
        return frozenset(closed)

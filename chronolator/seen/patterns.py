"""The small language of the phrases: compiled to one net, walked along a text's words.

The language itself is told at the top of rules/seen.toml.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from chronolator.errors import RulesError
from chronolator.model import Kind
from chronolator.words.clauses import Word
from chronolator.words.names import Mention

_TOKEN = re.compile(
    r"\{[a-z]+\}|<[a-z_ -]+>\*?|\.\.\.|[\[\]()|^$]|:(?=\s|$|\])|[^\s\[\](){}<>|^$]+|\S"
)
_GAP = "..."
_GAP_WORDS = 4
_LOOPS = 5
_APART = 3  # from so many places a pattern goes on along ways of their own, shared with others
_START, _END, _COLON = "^", "$", ":"
_EDGES = frozenset({_START, _END, _COLON})
_CLOSES = {"(": ")", "[": "]"}
_STOPS = "stops"
SLOTS: dict[str, frozenset[Kind] | None] = {
    "who": None,
    "whom": None,
    "by": None,
    "owner": None,
    "someone": None,
    "whose": None,
    "child": frozenset({Kind.CHILD, Kind.CHILDREN, Kind.SOME_CHILD}),
    "adult": frozenset({Kind.ADULT}),
    "carer": frozenset({Kind.ADULT, Kind.LAY}),
    "professional": frozenset({Kind.PROFESSIONAL}),
    "lay": frozenset({Kind.LAY}),
    "sibling": frozenset({Kind.SIBLING}),
    "unborn": frozenset({Kind.UNBORN}),
    "thing": frozenset({Kind.THING}),
    "name": frozenset({Kind.NAME}),
}
"""The slots of a pattern, and of which kinds somebody must be to stand in them (None: any)."""

_SUBJECTS = frozenset({"{who}", "{whom}", "{child}", "{sibling}", "{unborn}", "{owner}"})
_ACTOR = "{by}"
_POSSESSIVE = ("{owner}", "{whose}")


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
class _Node:
    steps: dict[str, list["_Node"]] = field(default_factory=dict)
    loops: list[tuple[str, "_Node"]] = field(default_factory=list)
    meanings: list[int] = field(default_factory=list)
    shared: bool = False  # more than one way leads here, so that no other pattern may go on from it
    near: frozenset[str] = frozenset()  # what can stand next; behind a gap, in the same clause
    far: frozenset[str] = frozenset()


class Patterns:
    """Compiled patterns; each meets texts for the number of its meaning."""

    def __init__(
        self, meanings: Sequence[Iterable[str]], lists: Mapping[str, Sequence[str]]
    ) -> None:
        """Compile the patterns of each meaning. Raises `RulesError` for one that is ill made."""
        self._root = _Node()
        self._lists: dict[str, dict[int, dict[tuple[str, ...], list[str]]]] = {}
        for name, members in lists.items():
            for member in members:
                words = tuple(member.split())
                sizes = self._lists.setdefault(words[0], {})
                sizes.setdefault(len(words), {}).setdefault(words, []).append(f"<{name}>")
        self._stops = frozenset(lists.get(_STOPS, ()))
        self._known = {f"<{name}>" for name in lists} | {f"{{{slot}}}" for slot in SLOTS}
        for number, patterns in enumerate(meanings):
            for pattern in patterns:
                self._add(pattern, number)
        _look_ahead(self._root, set())

    def _add(self, pattern: str, number: int) -> None:
        tokens = _TOKEN.findall(pattern)
        ends, rest = self._read(pattern, tokens, 0, [self._root])
        if rest != len(tokens) or self._root in ends:
            raise RulesError(
                f"pattern {pattern!r}: it cannot be read",
                hint="Close every bracket, and leave at least one word that must be there.",
            )
        for node in ends:
            if number not in node.meanings:
                node.meanings.append(number)

    def _read(
        self, pattern: str, tokens: Sequence[str], at: int, starts: list[_Node]
    ) -> tuple[list[_Node], int]:
        """The nodes at which a row of tokens, begun at `starts`, can end, and the token after."""
        ends: list[_Node] = []
        current = starts
        while at < len(tokens) and tokens[at] not in _CLOSES.values():
            token = tokens[at]
            at += 1
            if token == "|":  # noqa: S105  a mark of the language, no secret
                ends += current
                current = starts
            elif token in _CLOSES:
                inner, at = self._read(pattern, tokens, at, current)
                if at >= len(tokens) or tokens[at] != _CLOSES[token]:
                    return [self._root], at
                at += 1
                current = inner if token == "(" else [*current, *inner]  # noqa: S105  the same
            else:
                current = self._extend(pattern, current, token)
        return list(dict.fromkeys([*ends, *current])), at

    def _extend(self, pattern: str, current: list[_Node], token: str) -> list[_Node]:
        symbol = token.removesuffix("*") if token[0] == "<" else token
        if token[0] in "{<" and symbol not in self._known:
            raise RulesError(
                f"pattern {pattern!r}: {token} is not known",
                hint="The slots and lists are told at the top of seen.toml.",
            )
        repeats = token == _GAP or token != symbol
        if len(current) <= _APART:
            return list(dict.fromkeys(_grow(node, symbol, repeats=repeats) for node in current))
        new = _Node(shared=True)
        for node in current:
            _link(node, symbol, new, repeats=repeats)
        return [new]

    def find(self, words: Sequence[Word], mentions: Iterable[Mention]) -> list[Match]:
        """Every match in the words, whole or overlapping; none crosses a pause."""
        walk = _Walk(words, self._edges(words, mentions), self._stops)
        begins = self._root.steps.keys()
        found: dict[tuple[int, int, int], Match] = {}
        for at in range(len(words)):
            if not begins.isdisjoint(walk.here[at]):
                walk.meet(self._root, at, found)
        return list(found.values())

    def _edges(self, words: Sequence[Word], mentions: Iterable[Mention]) -> list[list[Edge]]:
        edges: list[list[Edge]] = [
            [(word.text, at, None)] for at, word in enumerate(words, start=1)
        ]
        lists = self._lists
        texts = [word.text for word in words]
        for at, text in enumerate(texts):
            sizes = lists.get(text)
            if sizes is None:
                continue
            for size, members in sizes.items():
                for symbol in members.get(tuple(texts[at : at + size]), ()):
                    edges[at].append((symbol, at + size, None))
        for mention in mentions:
            edges[mention.first] += [(slot, mention.last, mention) for slot in _slots(mention)]
        return edges


def _grow(node: _Node, symbol: str, *, repeats: bool) -> _Node:
    """The node behind that symbol: one that is there already, where only this way leads to it."""
    there = (
        [after for name, after in node.loops if name == symbol]
        if repeats
        else node.steps.get(symbol, [])
    )
    own = next((after for after in there if not after.shared), None)
    if own is None:
        own = _Node()
        _link(node, symbol, own, repeats=repeats)
    return own


def _look_ahead(node: _Node, done: set[int]) -> None:
    """Note at every node behind this one what can follow it, so that most are never gone to."""
    done.add(id(node))
    near, far = set(node.steps), set[str]()
    afters = [after for steps in node.steps.values() for after in steps]
    for after in (*afters, *(after for _, after in node.loops)):
        if id(after) not in done:
            _look_ahead(after, done)
    for symbol, after in node.loops:
        near |= {symbol} | after.near
        far |= after.near | after.far if symbol == _GAP else after.far
    node.near, node.far = frozenset(near), frozenset(far)


def _link(node: _Node, symbol: str, after: _Node, *, repeats: bool) -> None:
    if repeats:
        node.loops.append((symbol, after))
    else:
        node.steps.setdefault(symbol, []).append(after)


def _slots(mention: Mention) -> Sequence[str]:
    return _slots_of(mention.kinds, owner=mention.owner)


@cache
def _slots_of(kinds: tuple[Kind, ...], *, owner: bool) -> tuple[str, ...]:
    if owner:
        return _POSSESSIVE
    return tuple(
        f"{{{slot}}}"
        for slot, allowed in SLOTS.items()
        if f"{{{slot}}}" not in _POSSESSIVE and (allowed is None or not allowed.isdisjoint(kinds))
    )


_Place = tuple[_Node, int, Mention | None, Mention | None]


class _Walk:
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
        self, root: _Node, first: int, found: dict[tuple[int, int, int], Match]
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
                ends = self._skip(at, first) if symbol == _GAP else self._loop(symbol, at, first)
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

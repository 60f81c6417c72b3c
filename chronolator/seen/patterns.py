"""The small language of the phrases: compiled to one net, walked along a text's words.

The language itself is told at the top of rules/seen.toml.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chronolator.errors import RulesError
from chronolator.model import Kind
from chronolator.words.clauses import Word
from chronolator.words.names import Mention

_TOKEN = re.compile(r"\{[a-z]+\}|<[a-z_ -]+>\*?|\.\.\.|[\[\]()|^$]|[^\s\[\](){}<>|^$]+|\S")
_GAP = "..."
_GAP_WORDS = 4
_LOOPS = 5
_START, _END = "^", "$"
_CLOSES = {"(": ")", "[": "]"}
_STOPS = "stops"
_HEADS = "heads"
SLOTS: dict[str, frozenset[Kind] | None] = {
    "who": None,
    "whom": None,
    "by": None,
    "owner": None,
    "someone": None,
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


class Patterns:
    """Compiled patterns; each meets texts for the number of its meaning."""

    def __init__(
        self, meanings: Sequence[Iterable[str]], lists: Mapping[str, Sequence[str]]
    ) -> None:
        """Compile the patterns of each meaning. Raises `RulesError` for one that is ill made."""
        self._root = _Node()
        self._lists: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, members in lists.items():
            for member in members:
                words = tuple(member.split())
                self._lists.setdefault(words[0], []).append((words, f"<{name}>"))
        self._stops = frozenset(lists.get(_STOPS, ()))
        self._heads = frozenset(lists.get(_HEADS, ()))
        self._known = {f"<{name}>" for name in lists} | {f"{{{slot}}}" for slot in SLOTS}
        for number, patterns in enumerate(meanings):
            for pattern in patterns:
                self._add(pattern, number)
        self._begins = frozenset(self._root.steps)

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
                current = [self._extend(pattern, current, token)]
        return list(dict.fromkeys([*ends, *current])), at

    def _extend(self, pattern: str, current: list[_Node], token: str) -> _Node:
        symbol = token.removesuffix("*") if token[0] == "<" else token
        if token[0] in "{<" and symbol not in self._known:
            raise RulesError(
                f"pattern {pattern!r}: {token} is not known",
                hint="The slots and lists are told at the top of seen.toml.",
            )
        new = _Node()
        if token == _GAP or token != symbol:
            for node in current:
                node.loops.append((symbol, new))
            return new
        if len(current) == 1 and symbol in current[0].steps and current[0] is self._root:
            return current[0].steps[symbol][0]
        for node in current:
            node.steps.setdefault(symbol, []).append(new)
        return new

    def find(self, words: Sequence[Word], mentions: Iterable[Mention]) -> list[Match]:
        """Every match in the words, whole or overlapping; none crosses a pause."""
        walk = _Walk(words, self._edges(words, mentions), self._stops, self._heads)
        begins = self._begins
        found: dict[tuple[int, int, int], Match] = {}
        for at, word in enumerate(words):
            if (
                word.text in begins
                or any(edge[0] in begins for edge in walk.edges[at])
                or walk.starts(at)
            ):
                walk.meet(self._root, at, found)
        return list(found.values())

    def _edges(self, words: Sequence[Word], mentions: Iterable[Mention]) -> list[list[Edge]]:
        edges: list[list[Edge]] = [[] for _ in words]
        for at, word in enumerate(words):
            for members, symbol in self._lists.get(word.text, ()):
                end = at + len(members)
                if end == at + 1 or _reads(words, at, members):
                    edges[at].append((symbol, end, None))
        for mention in mentions:
            edges[mention.first] += [(slot, mention.last, mention) for slot in _slots(mention)]
        return edges


def _reads(words: Sequence[Word], at: int, members: Sequence[str]) -> bool:
    return len(words) >= at + len(members) and all(
        words[at + n].text == member for n, member in enumerate(members)
    )


def _slots(mention: Mention) -> Iterator[str]:
    if mention.owner:
        yield "{owner}"
        return
    for slot, allowed in SLOTS.items():
        if slot != "owner" and (allowed is None or not allowed.isdisjoint(mention.kinds)):
            yield f"{{{slot}}}"


class _Walk:
    """One text's words with everything that each of them can be taken for."""

    def __init__(
        self,
        words: Sequence[Word],
        edges: list[list[Edge]],
        stops: frozenset[str],
        heads: frozenset[str],
    ) -> None:
        self.words = words
        self.edges = edges
        self._stops = stops
        self._heads = heads

    def meet(self, root: _Node, first: int, found: dict[tuple[int, int, int], Match]) -> None:
        """Every match that begins at the word `first`."""
        words, edges, count = self.words, self.edges, len(self.words)
        stack: list[tuple[_Node, int, Mention | None, Mention | None]] = [(root, first, None, None)]
        while stack:
            node, at, who, by = stack.pop()
            for meaning in node.meanings:
                found.setdefault((meaning, first, at), Match(meaning, first, at, who, by))
            steps = node.steps
            if steps:
                if _END in steps and self._ends(at):
                    stack += [(after, at, who, by) for after in steps[_END]]
                if _START in steps and self.starts(at):
                    stack += [(after, at, who, by) for after in steps[_START]]
                if at < count and (at == first or self._goes(at)):
                    for after in steps.get(words[at].text, ()):
                        stack.append((after, at + 1, who, by))
                    for symbol, end, mention in edges[at]:
                        for after in steps.get(symbol, ()):
                            if symbol == _ACTOR:
                                stack.append((after, end, who, mention))
                            elif who is None and symbol in _SUBJECTS:
                                stack.append((after, end, mention, by))
                            else:
                                stack.append((after, end, who, by))
            for symbol, after in node.loops:
                ends = self._skip(at, first) if symbol == _GAP else self._loop(symbol, at, first)
                stack += [(after, end, who, by) for end in ends]

    def _skip(self, at: int, first: int) -> Iterator[int]:
        """Where a gap begun at `at` can end; it skips no stop and nobody, and stays in its clause."""
        yield at
        for end in range(at + 1, min(at + _GAP_WORDS, len(self.words)) + 1):
            word = self.words[end - 1]
            if word.text in self._stops or any(edge[2] for edge in self.edges[end - 1]):
                return
            if end - 1 != first and word.clause != self.words[end - 2].clause:
                return
            yield end

    def _loop(self, symbol: str, at: int, first: int) -> Iterable[int]:
        ends, reached = {at}, {at}
        for _ in range(_LOOPS):
            reached = {
                end
                for place in reached
                if place < len(self.words) and (place == first or self._goes(place))
                for name, end, _ in self.edges[place]
                if name == symbol
            } - ends
            if not reached:
                break
            ends |= reached
        return ends

    def _goes(self, at: int) -> bool:
        """True where the word goes on with what the one before it said."""
        left, right = self.words[at - 1], self.words[at]
        return left.clause == right.clause or (
            left.segment == right.segment
            and (left.joining or right.joining or left.text in self._heads)
        )

    def starts(self, at: int) -> bool:
        """True where a clause begins at the word."""
        words = self.words
        return at == 0 or (at < len(words) and words[at - 1].clause != words[at].clause)

    def _ends(self, at: int) -> bool:
        return at >= len(self.words) or (
            at > 0 and self.words[at - 1].clause != self.words[at].clause
        )

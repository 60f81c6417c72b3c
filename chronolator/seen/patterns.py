"""The small language of the phrases, compiled to one net.

The language itself is told at the top of rules/seen.toml.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from chronolator.errors import RulesError
from chronolator.model import Kind
from chronolator.seen.walk import GAP, Edge, Match, Node, Walk
from chronolator.words.clauses import Word
from chronolator.words.names import Mention

_TOKEN = re.compile(
    r"\{[a-z]+\}|<[a-z_ -]+>\*?|\.\.\.|[\[\]()|^$]|:(?=\s|$|\])|[^\s\[\](){}<>|^$]+|\S"
)
_APART = 3  # from so many places a pattern goes on along ways of their own, shared with others
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

_POSSESSIVE = ("{owner}", "{whose}")


class Patterns:
    """Compiled patterns; each meets texts for the number of its meaning."""

    def __init__(
        self, meanings: Sequence[Iterable[str]], lists: Mapping[str, Sequence[str]]
    ) -> None:
        """Compile the patterns of each meaning. Raises `RulesError` for one that is ill made."""
        self._root = Node()
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
        self, pattern: str, tokens: Sequence[str], at: int, starts: list[Node]
    ) -> tuple[list[Node], int]:
        """The nodes at which a row of tokens, begun at `starts`, can end, and the token after."""
        ends: list[Node] = []
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

    def _extend(self, pattern: str, current: list[Node], token: str) -> list[Node]:
        symbol = token.removesuffix("*") if token[0] == "<" else token
        if token[0] in "{<" and symbol not in self._known:
            raise RulesError(
                f"pattern {pattern!r}: {token} is not known",
                hint="The slots and lists are told at the top of seen.toml.",
            )
        repeats = token == GAP or token != symbol
        if len(current) <= _APART:
            return list(dict.fromkeys(_grow(node, symbol, repeats=repeats) for node in current))
        new = Node(shared=True)
        for node in current:
            _link(node, symbol, new, repeats=repeats)
        return [new]

    def find(self, words: Sequence[Word], mentions: Iterable[Mention]) -> list[Match]:
        """Every match in the words, whole or overlapping; none crosses a pause."""
        walk = Walk(words, self._edges(words, mentions), self._stops)
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


def _grow(node: Node, symbol: str, *, repeats: bool) -> Node:
    """The node behind that symbol: one that is there already, where only this way leads to it."""
    there = (
        [after for name, after in node.loops if name == symbol]
        if repeats
        else node.steps.get(symbol, [])
    )
    own = next((after for after in there if not after.shared), None)
    if own is None:
        own = Node()
        _link(node, symbol, own, repeats=repeats)
    return own


def _look_ahead(node: Node, done: set[int]) -> None:
    """Note at every node behind this one what can follow it, so that most are never gone to."""
    done.add(id(node))
    near, far = set(node.steps), set[str]()
    afters = [after for steps in node.steps.values() for after in steps]
    for after in (*afters, *(after for _, after in node.loops)):
        if id(after) not in done:
            _look_ahead(after, done)
    for symbol, after in node.loops:
        near |= {symbol} | after.near
        far |= after.near | after.far if symbol == GAP else after.far
    node.near, node.far = frozenset(near), frozenset(far)


def _link(node: Node, symbol: str, after: Node, *, repeats: bool) -> None:
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

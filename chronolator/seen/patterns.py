"""The small language of the phrases: compiled to one net, walked along a text's words.

The language itself is told at the top of rules/seen.toml.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from chronolator.errors import RulesError
from chronolator.model import Kind
from chronolator.seen.asides import Asides
from chronolator.seen.nets import GAP, Edge, Line, Net, Span
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_TOKEN = re.compile(
    r"\{[a-z]+\}|<[a-z_ -]+>\*?|\.\.\.|[\[\]()|^$~]|:(?=\s|$|\])|[^\s\[\](){}<>|^$]+|\S"
)
_MARKS = "{<[(|)]^$~:."
_WORD = re.compile(r"\w+|\d[:-]\d|\w{1,2}[/&]\w{1,2}")
"""What a word of a text is, as `split_clauses` gives it."""
_GAP_WORDS = 4
_START, _END, _COLON, _QUOTE = "^", "$", ":", "~"
_PLAIN_SIGNS = ((_START,), (_END,), (_END, _COLON), (_END, _START), (_END, _COLON, _START), ())
_SIGNS = (*_PLAIN_SIGNS[:-1], *((*signs, _QUOTE) for signs in _PLAIN_SIGNS))
"""What can stand between two words, and before and behind all of them."""
_CLOSES = {"(": ")", "[": "]"}
_STOPS = "stops"
_ASIDES = "asides"
_MOST_KEPT = 65_536
_Letters = tuple[list[int], dict[str, list[tuple[tuple[str, ...], int]]], list[int]]
"""What a word can be taken for: alone, with those behind it, by the first of these, and by its
ending.
"""
_ENDING, _BUT = "*", "-"
SLOTS: dict[str, frozenset[Kind] | None] = {
    "who": None,
    "whom": None,
    "by": None,
    "owner": None,
    "someone": None,
    "whose": None,
    "carers": frozenset({Kind.ADULT, Kind.LAY, Kind.NAME}),
    "child": frozenset({Kind.CHILD, Kind.CHILDREN, Kind.SOME_CHILD}),
    "adult": frozenset({Kind.ADULT}),
    "carer": frozenset({Kind.ADULT, Kind.LAY}),
    "professional": frozenset({Kind.PROFESSIONAL}),
    "lay": frozenset({Kind.LAY}),
    "sibling": frozenset({Kind.SIBLING}),
    "unborn": frozenset({Kind.UNBORN}),
    "thing": frozenset({Kind.THING}),
    "name": frozenset({Kind.NAME}),
    "party": frozenset({Kind.CHILD, Kind.CHILDREN, Kind.SOME_CHILD}),
}
"""The slots of a pattern, and of which kinds somebody must be to stand in them (None: any)."""

_PARTY = "party"
_SUBJECTS = frozenset(
    {"{who}", "{whom}", "{child}", "{sibling}", "{unborn}", "{owner}", f"{{{_PARTY}}}"}
)
_ACTOR = "{by}"
_POSSESSIVE = ("{owner}", "{whose}", "{carers}")


class Match(NamedTuple):
    """A pattern met by the words `first` to `last` (exclusive), with whom it speaks of and who did
    it.
    """

    meaning: int
    first: int
    last: int
    who: Mention | None = None
    by: Mention | None = None


class Patterns:
    """Compiled patterns; each meets texts for the number of its meaning."""

    def __init__(
        self, meanings: Sequence[tuple[str, Iterable[str]]], lists: Mapping[str, Sequence[str]]
    ) -> None:
        """Compile the patterns of each meaning. Raises `RulesError` for one that is ill made."""
        self._net = Net()
        self._symbols: set[str] = set()
        self._known = {f"<{name}>" for name in lists} | {f"{{{slot}}}" for slot in SLOTS}
        for number, (rule, patterns) in enumerate(meanings):
            for pattern in patterns:
                self._add(pattern, number, rule)
        self._stops = frozenset(lists.get(_STOPS, ()))
        self._asides = frozenset(lists.get(_ASIDES, ()))
        self._signs = {signs: self._net.add_letter(signs) for signs in _SIGNS}
        self._quoted = {
            self._signs.get(signs): self._signs[*signs, _QUOTE] for signs in _PLAIN_SIGNS
        }
        self._slots: dict[tuple[tuple[Kind, ...], bool], int] = {}
        self._words: dict[str, int] = {}
        self._phrases: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {}
        self._endings: list[tuple[str, frozenset[str], int]] = []
        self._find_letters = lru_cache(_MOST_KEPT)(self._list_letters)
        self._name_words(lists)

    def _name_words(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Give a letter to all words that patterns or lists know."""
        taken_for: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for symbol in self._symbols - self._known:
            taken_for[symbol,].append(symbol)
        for name, members in lists.items():
            but = frozenset(one[1:] for one in members if one[0] == _BUT)
            for member in members:
                if member[0] == _ENDING:
                    self._endings.append((member[1:], but, self._net.add_letter([f"<{name}>"])))
                elif member[0] != _BUT:
                    taken_for[tuple(member.split())].append(f"<{name}>")
        for words, symbols in taken_for.items():
            letter = self._net.add_letter(symbols)
            if len(words) == 1:
                self._words[words[0]] = letter
            else:
                by_second = self._phrases.setdefault(words[0], {})
                by_second.setdefault(words[1], []).append((words, letter))

    def _add(self, pattern: str, meaning: int, rule: str) -> None:
        place = f'seen.toml, "{rule}": pattern {pattern!r}'
        tokens = _TOKEN.findall(pattern)
        if pattern != pattern.lower():
            raise RulesError(
                f"{place}: it holds a capital, and no text meets it",
                hint="Write it in small letters; they meet capitals too.",
            )
        for token in tokens:
            if token[0] not in _MARKS and not _WORD.fullmatch(token):
                raise RulesError(
                    f"{place}: no text meets {token!r}",
                    hint="Texts are read word by word: \"did not\" for didn't, {owner} for mum's, "
                    '"pre birth" for pre-birth.',
                )
            if token[0] in "{<" and token.removesuffix("*") not in self._known:
                raise RulesError(
                    f"{place}: {token} is not known",
                    hint="The slots and lists are told at the top of seen.toml.",
                )
        ends, rest = self._read(meaning, tokens, 0, [0])
        if rest != len(tokens) or 0 in ends:
            raise RulesError(
                f"{place}: it cannot be read",
                hint="Close every bracket, and leave at least one word that must be there.",
            )
        self._net.end(ends)

    def _read(
        self, meaning: int, tokens: Sequence[str], at: int, starts: list[int]
    ) -> tuple[list[int], int]:
        """The points at which a row of tokens, begun at `starts`, can end, and the token after."""
        ends: list[int] = []
        current = starts
        while at < len(tokens) and tokens[at] not in _CLOSES.values():
            token = tokens[at]
            at += 1
            if token == "|":  # noqa: S105  a mark of the language, no secret
                ends += current
                current = starts
            elif token in _CLOSES:
                inner, at = self._read(meaning, tokens, at, current)
                if at >= len(tokens) or tokens[at] != _CLOSES[token]:
                    return [0], at
                at += 1
                current = inner if token == "(" else [*current, *inner]  # noqa: S105  the same
            else:
                current = self._extend(meaning, current, token)
        return list(dict.fromkeys([*ends, *current])), at

    def _extend(self, meaning: int, current: list[int], token: str) -> list[int]:
        if token == GAP:
            reached = list(current)
            for _ in range(_GAP_WORDS):
                current = [self._net.extend(meaning, current, GAP, repeats=False)]
                reached += current
            return reached
        symbol = token.removesuffix("*") if token[0] == "<" else token
        self._symbols.add(symbol)
        return [self._net.extend(meaning, current, symbol, repeats=symbol != token)]

    def find(self, words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Line, list[Span]]:
        """The words laid out, and every match in them, overlapping too. None crosses a pause."""
        line = self._lay_out(words, mentions)
        return line, self._net.find(line)

    def bind(self, line: Line, span: Span) -> Match:
        """The match with whom it speaks of, the first named in it, and who did it."""
        within = line.edges[span.first : span.last]
        if all(mention is None for edges in within for _, _, mention in edges):
            return Match(*span)
        who: Mention | None = None
        by: Mention | None = None
        for symbol, mention in self._net.trace(line, span):
            if who is None and symbol in _SUBJECTS:
                who = mention
            if symbol == _ACTOR:
                by = mention
        return Match(*span, who, by)

    def _lay_out(self, words: Sequence[Word], mentions: Sequence[Mention]) -> Line:
        edges = self._take([word.text for word in words])
        skips = [word.text not in self._stops for word in words]
        behind, within = set[int](), set[int]()
        asides = Asides(words, mentions, self._asides)
        for mention in mentions:
            skips[mention.first] = False
            letter = self._letter_of(mention)
            edges[mention.first].append((letter, mention.last, mention))
            if (end := asides.pass_over(mention)) > mention.last:
                edges[mention.first].append((letter, end, mention))
                behind.add(end)
                if asides.is_role(mention, end):
                    within |= {mention.last, end}
        goes = [True] * len(words)
        signs = {0: self._signs[_START,]}
        for at, (left, right) in enumerate(pairwise(words), start=1):
            if left.clause != right.clause:
                here = (_END, _COLON, _START) if left.colon else (_END, _START)
                if at not in within:
                    signs[at] = self._signs[here]
                skips[at] = False
                goes[at] = at in behind or (
                    left.segment == right.segment and (left.joining or right.joining or left.colon)
                )
            if right.quoted and not left.quoted:
                signs[at] = self._quoted[signs.get(at)]
        if words:
            signs[len(words)] = self._signs[(_END, _COLON) if words[-1].colon else (_END,)]
        return Line(edges, signs, goes, skips)

    def _take(self, texts: Sequence[str]) -> list[list[Edge]]:
        """What the words can be taken for, from each place on."""
        edges: list[list[Edge]] = []
        for at, (text, second) in enumerate(zip(texts, (*texts[1:], ""), strict=False)):
            alone, phrases, endings = self._find_letters(text)
            here: list[Edge] = [(letter, at + 1, None) for letter in alone]
            for members, letter in phrases.get(second, ()):
                end = at + len(members)
                if tuple(texts[at:end]) == members:
                    here.append((letter, end, None))
            here += [(letter, at + 1, None) for letter in endings]
            edges.append(here)
        return edges

    def _list_letters(self, text: str) -> _Letters:
        letter = self._words.get(text)
        endings = [
            letter
            for ending, but, letter in self._endings
            if text.endswith(ending) and text not in but
        ]
        return [] if letter is None else [letter], self._phrases.get(text, {}), endings

    def _letter_of(self, mention: Mention) -> int:
        key = mention.kinds, mention.owner
        if key not in self._slots:
            self._slots[key] = self._net.add_letter(_list_slots(*key))
        return self._slots[key]


def _list_slots(kinds: tuple[Kind, ...], owner: bool) -> Iterable[str]:  # noqa: FBT001  as a mention has it
    """The slots in which somebody of these kinds can stand."""
    return [
        name
        for slot, allowed in SLOTS.items()
        if ((name := f"{{{slot}}}") in _POSSESSIVE) is owner
        and (allowed is None or not allowed.isdisjoint(kinds))
        and (slot != _PARTY or Kind.PROFESSIONAL in kinds)
    ]

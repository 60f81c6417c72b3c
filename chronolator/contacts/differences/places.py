"""The parts of the body that a text names, each with its side, and which of them it says are not
hurt.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from chronolator.contacts.accounts import Span
from chronolator.contacts.differences.injury import Place
from chronolator.contacts.texts import PhraseBook, open_book
from chronolator.contacts.vocabulary import Vocabulary

_NEAR = 13
_BEFORE = 3
_BEHIND = 3
_COUNTED = re.compile(r"\d+(?:st|nd|rd|th)?|and")
_ON = "on"
_JOINS = frozenset({"and", "or"})
_FAR = 2
_AND, _OF = "and", "of"
_LEFT, _RIGHT, _BOTH = "left", "right", "both"

Named = tuple[int, int, Place]
"""Where a part's words begin and end (exclusive), and the part."""


class PlaceReader:
    """Finds parts of the body, and tells if two can be the same."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the words once for all accounts."""
        rules = vocabulary.rules
        self.parts = PhraseBook((text, group.id) for group in rules.parts for text in group.words)
        self._of = {group.id: group.of for group in rules.parts}
        self._sides = {word: side for side, words in rules.sides.items() for word in words}
        children = vocabulary.case.children
        named = {text.lower() for one in children for text in (one.name[:1], *one.aliases)}
        self._behind = {one for one, side in self._sides.items() if side != _BOTH} - named
        self._spared = open_book(rules.spared)
        self._free_of = open_book(rules.free_of)

    def find_near(self, lower: list[str], sentence: Span, phrase: Span) -> Iterator[Named]:
        """The parts of the sentence near the phrase, but those that are not hurt."""
        spared = {begin for begin, _, _ in self.find_spared(lower, sentence)}
        first, last = max(sentence[0], phrase[0] - _NEAR), min(sentence[1], phrase[1] + _NEAR)
        for named in self._find(lower, first, last):
            if named[0] not in spared:
                yield named

    def find_spared(self, lower: list[str], sentence: Span) -> Sequence[Named]:
        """The parts that are said not to be hurt: "legs not affected", "face and neck clear",
        "nothing on either arm".
        """
        start, end = sentence
        found: list[Named] = []
        free = {until: begin for begin, until, _ in self._free_of.find(lower, start, end)}
        if not free and not self._spared.begins_in(set(lower[start:end])):
            return found
        for begin, until, place in reversed(list(self._find(lower, start, end))):
            told = self._spared.at(lower, until) if until < end else None
            if begin in free:
                found.append((free[begin], until, place))
            elif told and told[0] <= end:
                found.append((begin, told[0], place))
            elif found and until < end and lower[until] in _JOINS and found[-1][0] <= until + _FAR:
                found.append((begin, found[-1][1], place))
        return found

    def _find(self, lower: list[str], start: int, end: int) -> Iterator[Named]:
        """The parts, each with the side before it, else behind it: "the left eye", "eye, left
        side".
        """
        free = start
        found = self.parts.find(lower, start, end)
        begins = [*(begin for begin, _, _ in found[1:]), end + _BEFORE]
        for (begin, until, part), following in zip(found, begins, strict=False):
            if lower[until : until + 1] == [_OF] and following <= until + _BEHIND:
                continue  # "the back of the left hand" is of the hand
            counted = begin
            while counted > free and _COUNTED.fullmatch(lower[counted - 1]):
                counted -= 1  # "left 6th and 7th ribs"
            first = max(free, counted - _BEFORE)
            if first > free and lower[first] == _OF and self._sides.get(lower[first - 1]) == _BOTH:
                first -= 1  # "both of Owen's wrists"
            before = lower[first:begin]
            free = until
            side = self._read_side_before(before)
            if side:
                yield begin - len(before), until, (part, side)
                continue
            last = max(until, min(end, until + _BEHIND + 1, following - _BEFORE + 1))
            side, length = self._read_side_behind(lower[until:last])
            yield begin, until + length, (part, side)

    def _read_side_before(self, words: Sequence[str]) -> str:
        """The side last told in the words before a part: both in "left and right shins"."""
        told = [(at, self._sides[word]) for at, word in enumerate(words) if word in self._sides]
        if not told:
            return ""
        (last, side), earlier = told[-1], told[:-1]
        if earlier and {earlier[-1][1], side} == {_LEFT, _RIGHT}:
            between = words[earlier[-1][0] + 1 : last]
            return _BOTH if not between or between == [_AND] else side
        return side

    def _read_side_behind(self, words: Sequence[str]) -> tuple[str, int]:
        """The side behind a part, and how many words tell it: "eye, left side", "eye (L)", "ribs on
        the right", also behind what the part has: "rib fracture, right side", "arm limp, L".
        """
        for at in range(min(2, len(words))):
            told = words[at : at + _BEHIND]
            if len(told) == _BEHIND and told[0] in {",", "("} and told[2] in {"side", ")"}:
                return self._sides.get(told[1], ""), at + _BEHIND
            closed = told[2:3] in ([], [","])
            if told[0] == "," and closed and not self._behind.isdisjoint(told[1:2]):
                return self._sides[told[1]], at + len(told[:2])
            if told[0] == _ON and not at:
                return self._read_side_on(words)
            if not words[at].isalpha():
                break
        return "", 0

    def _read_side_on(self, words: Sequence[str]) -> tuple[str, int]:
        """The side in "on the right" with which the words begin, where nothing goes on: "on the
        right day".
        """
        at = 2 if words[1:2] == ["the"] else 1
        ends = words[at + 1 : at + 2] in ([], [","], ["side"], ["and"])
        told = words[at] if ends and at < len(words) else ""
        return (self._sides[told], at + 1) if told in self._behind else ("", 0)

    def can_be(self, a: Place, b: Place) -> bool:
        """True where both can mean one place: the left hand, a finger."""
        if a[1] and b[1] and a[1] != b[1]:
            return False
        return self.is_of(a, b) or self.is_of(b, a)

    def is_of(self, a: Place, b: Place) -> bool:
        """True where the part `a` is `b` or one of it, whatever the sides."""
        found = [a[0]]
        while self._of.get(found[-1]):
            found.append(self._of[found[-1]])
        return b[0] in found

    def join(self, places: Collection[Place]) -> set[Place]:
        """The places, "left" and "right" of one part being both; of a part whose side is told once,
        for itself or for a part of it, that one is meant where none is ("L tibia, leg caught").
        """
        both = {part for part, side in places if side == _LEFT and (part, _RIGHT) in places}
        sided = [one for one in places if one[1]]
        return {one for one in places if one[1] or not any(self.is_of(a, one) for a in sided)} | {
            (part, _BOTH) for part in both
        }

    def can_be_one(self, some: list[str], others: list[str]) -> bool:
        """True where the words of two texts name a part that can be the same."""
        named, theirs = ([(part, "") for _, _, part in self.parts.find(x)] for x in (some, others))
        return any(self.can_be(a, b) for a in named for b in theirs)

"""Which field a heading names, by the rules of headings.toml."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from chronolator.model import Field, HeadingRules
from chronolator.readers.layouts.heading_phrases import (
    Match,
    Phrases,
    end_first_stretch,
    find_phrases,
    list_parts,
    list_stretches,
)
from chronolator.readers.layouts.heading_words import Chunk, Speller, Words, list_words

LONGEST_HEADING = 200
"""Templates write what is wanted into the heading; a longer text is no heading."""
_TURNED = (Field.DATE, Field.END_DATE, Field.TIME, Field.CHILD_SEEN, Field.VIEWS)
"""Fields whose headings the words in brackets may turn to another: "Seen (alone)"."""
_LONGEST_OPENING = 5
_PRESENT = (Field.PEOPLE, Field.CHILD_SEEN)
"""Of "adults and children present" the children are some of the people."""
_GENERAL = (Field.TEXT, Field.CONTACT_TYPE)
"""Fields whose words ("event", "contact") say in other headings what the heading is of."""


def match_heading(heading: str, rules: HeadingRules) -> Match | None:
    """The rule that the heading falls under, or None where none knows it."""
    if not heading or len(heading) > LONGEST_HEADING:
        return None
    return _match(heading, rules)


def split_heading(heading: str, rules: HeadingRules) -> Words:
    """The heading's words as the rules see them."""
    return _compile(rules).split(heading)


@lru_cache(maxsize=8192)
def _match(heading: str, rules: HeadingRules) -> Match | None:
    return _compile(rules).match(heading)


@lru_cache(maxsize=8)
def _compile(rules: HeadingRules) -> "_Vocabulary":
    return _Vocabulary(rules)


class _Vocabulary:
    """The rules' phrases by their first word, made once."""

    def __init__(self, rules: HeadingRules) -> None:
        self.rules = rules
        self.speller = Speller(rules)
        self.split = self.speller.split
        self.joins = set(rules.joins)
        self.breaks = set(rules.breaks)
        self.carriers = {self._fold(one) for one in rules.carriers}
        self.containers = {self._fold(one) for one in rules.containers}
        self.bare = {self._fold(one) for one in rules.bare}
        self.only: dict[tuple[str, ...], int] = {}
        self.beside: dict[int, frozenset[str]] = {}
        for order, rule in enumerate(rules.rules):
            self.beside[order] = frozenset(list_words(rule.beside))
            for phrase in rule.only:
                self.only.setdefault(self._fold(phrase), order)
        self.phrases = self._group(rule.words for rule in rules.rules)
        self.decisive = self._group(rule.decisive for rule in rules.rules)
        self.opens = self._group(rule.opens for rule in rules.rules)
        self.asked = self._group(rule.asked for rule in rules.rules)
        self.made_of = [
            (order, {self._fold(phrase) for phrase in rule.made_of})
            for order, rule in enumerate(rules.rules)
            if rule.made_of
        ]
        groups = (self.phrases, self.decisive, self.opens, self.asked)
        listed = [phrase for one in groups for same in one.values() for phrase, _ in same]
        made_of = [phrase for _, phrases in self.made_of for phrase in phrases]
        for words in (*listed, *made_of, *self.only, *self.beside.values()):
            self.speller.learn(words)

    def _fold(self, phrase: str) -> tuple[str, ...]:
        return self.speller.fold_phrase(phrase)

    def _group(self, lists: Iterable[Iterable[str]]) -> Phrases:
        grouped: Phrases = {}
        for order, phrases in enumerate(lists):
            for phrase in map(self._fold, phrases):
                grouped.setdefault(phrase[0], []).append((phrase, order))
        return grouped

    def match(self, heading: str) -> Match | None:
        split = self.split(heading)
        return (
            self._decide(split)
            or self._match_bare(split)
            or self._match_whole(split.words)
            or self._match_made(split)
            or self._match_carried(split.words[: end_first_stretch(split.chunks)])
            or self._match_shared(split)
            or self._match_opening(split)
            or self._match_contained(split)
            or self._match_part(split)
            or self._match_stretch(split)
            or self._match_aside(split)
        )

    def _decide(self, split: Words) -> Match | None:
        whole = self._match_whole(split.words)
        plain = whole is not None and whole.field is not None and whole.field not in _TURNED
        words = split.words if plain else split.words + split.aside
        size = len(split.words)
        found = list(find_phrases(words[:size], self.decisive))
        found += [
            (size + start, size + end, order)
            for start, end, order in find_phrases(words[size:], self.decisive)
        ]
        if split.asked:
            first = sum(one == split.chunks[0] for one in split.chunks)
            found += (one for one in find_phrases(split.words, self.asked) if one[0] < first)
        decided = [
            (order, start, end)
            for start, end, order in found
            if self._stands_beside(order, words, start, end)
        ]
        return self._make(*min(decided), split.words) if decided else None

    def _stands_beside(self, order: int, words: tuple[str, ...], start: int, end: int) -> bool:
        wanted = self.beside[order]
        return not wanted or bool(wanted & (set(words) - set(words[start:end])))

    def _match_bare(self, split: Words) -> Match | None:
        """Of "Who (agency)" the words in brackets say what is meant, and "Date (to)" goes on."""
        if not split.aside:
            return None
        found = self._match_whole(split.words + split.aside)
        if found is None and split.aside == self._fold("date"):
            found = self._look_up((*self._fold("date"), *split.words))
        if found is None and split.words in self.bare:
            found = self._match_whole(split.aside)
        return replace(found, start=0, end=len(split.words)) if found else None

    def _match_whole(self, words: tuple[str, ...]) -> Match | None:
        if words in self.only:
            return self._make(self.only[words], 0, len(words), words)
        return self._match_phrase(words)

    def _match_phrase(self, words: tuple[str, ...]) -> Match | None:
        for start, end, order in find_phrases(words, self.phrases):
            if end - start == len(words):
                return self._make(order, start, end, words)
        return None

    def _match_made(self, split: Words) -> Match | None:
        """A list of choices names what is chosen: "Visit / phone / letter" is a kind of contact."""
        parts = [
            split.words[start:end] for start, end in list_parts(split, self.breaks, self.joins)
        ]
        for order, phrases in self.made_of:
            told = len(parts) > 1 and all(part in phrases for part in parts)
            if told and self.beside[order] & set(split.words):
                return self._make(order, 0, len(split.words), split.words)
        return None

    def _match_carried(self, words: tuple[str, ...]) -> Match | None:
        """An "outcome description" is an outcome: the last word says in what form it is given."""
        if words[-1:] not in self.carriers:
            return None
        found = self._match_phrase(words[:-1])
        if found is None or found.field in (None, *_GENERAL):
            return None
        return replace(found, end=len(words))

    def _match_shared(self, split: Words) -> Match | None:
        """An "incident or event type" is a type: both words before the last share it."""
        words = split.words
        parts = list_parts(split, self.breaks, self.joins)
        start, end = parts[-1] if len(parts) > 1 else (0, 0)
        if end - start < len("ab"):
            return None
        found = self._look_up(words[start:end])
        if found is None or found.field is None:
            return None
        besides = [
            self._look_up((*words[first:last], words[end - 1])) for first, last in parts[:-1]
        ]
        matches = [found, *(one for one in besides if one)]
        fields = {one.field for one in matches}
        if len(matches) < len(parts) or not (len(fields) == 1 or fields == set(_PRESENT)):
            return None
        general = all(self._is_general(words[first:last]) for first, last in parts[:-1])
        general = general and self._is_general(words[start : end - 1])
        if not general and not all(one.whole for one in matches[1:]):
            return None
        best = next((one for one in matches if one.field is Field.PEOPLE), found)
        return self._make(best.order, 0, end, words)

    def _is_general(self, words: tuple[str, ...]) -> bool:
        found = self._match_whole(words)
        return found is not None and found.field in _GENERAL

    def _look_up(self, words: tuple[str, ...]) -> Match | None:
        plain = Words(words, ((0, 0),) * len(words))
        return self._match_whole(words) or self._match_carried(words) or self._match_part(plain)

    def _match_opening(self, split: Words) -> Match | None:
        """The phrase with which the heading begins, or a longer one of any kind there."""
        words = split.words
        beside = words + split.aside
        opening = [
            (end, -order)
            for start, end, order in find_phrases(words[:_LONGEST_OPENING], self.opens)
            if start == 0 and self._stands_beside(order, beside, 0, end)
        ]
        if not opening:
            return None
        at_start = (
            (end, -order) for start, end, order in find_phrases(words, self.phrases) if start == 0
        )
        end, order = max([*opening, *(one for one in at_start if one[0] > max(opening)[0])])
        return self._make(-order, 0, end, words)

    def _match_contained(self, split: Words) -> Match | None:
        """Details "of action taken" are an action: what follows says what the details are of."""
        words = split.words
        for size in range(1, len(words)):
            if words[:size] in self.containers:
                end = next(
                    (n for n in range(size, len(words)) if split.chunks[n] != split.chunks[n - 1]),
                    len(words),
                )
                found = self._match_phrase(words[:end]) or self._match_phrase(words[size:end])
                if found and found.field not in (None, *_GENERAL):
                    return self._make(found.order, 0, end, words)
        return None

    def _match_part(self, split: Words) -> Match | None:
        """The phrase of the first chunk that ends last: there the head of the heading stands."""
        words, chunks = split.words, split.chunks
        ranked = [
            (chunks[start], -end, start, order)
            for start, end, order in find_phrases(words, self.phrases)
            if chunks[start][0] == chunks[end - 1][0]
        ]
        ranked += self._list_first(split)
        if not ranked:
            return None
        _, end, start, order = min(ranked)
        return self._make(order, start, -end, words)

    def _list_first(self, split: Words) -> Iterator[tuple[Chunk, int, int, int]]:
        """The first chunk where it could be a heading alone: "Observations by the author"."""
        words, chunks = split.words, split.chunks
        end = sum(one == chunks[0] for one in chunks)
        order = self.only.get(words[:end])
        follows = words[end] if end < len(words) else ""
        if order is not None and self.rules.rules[order].field and follows in self.rules.tells:
            yield chunks[0], -end, 0, order

    def _match_stretch(self, split: Words) -> Match | None:
        for start, end in list_stretches(split.chunks):
            if split.words[start:end] in self.only:
                return self._make(self.only[split.words[start:end]], start, end, split.words)
        return None

    def _match_aside(self, split: Words) -> Match | None:
        found = next(find_phrases(split.aside, self.phrases), None)
        size = len(split.words)
        return self._make(found[2], size, size, split.words) if found else None

    def _make(self, order: int, start: int, end: int, words: tuple[str, ...]) -> Match:
        known = self.speller.known
        rest = any(word not in known and word not in self.breaks for word in words)
        whole = (start, end) == (0, len(words))
        return Match(self.rules.rules[order], order, start, end, whole, rest)

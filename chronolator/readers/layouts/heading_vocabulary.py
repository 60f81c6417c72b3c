"""The phrases by which headings are known, and what a few words are by them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from chronolator.model import Field, HeadingRules
from chronolator.readers.layouts.heading_phrases import Match, Phrases, find_phrases
from chronolator.readers.layouts.heading_subjects import Subjects
from chronolator.readers.layouts.heading_words import Chunk, Speller, Words, list_words

GENERAL = (Field.TEXT, Field.CONTACT_TYPE)
"""Fields whose words ("event", "contact") say in other headings what the heading is of."""


class Vocabulary:
    """Looks words up among the rules' phrases, grouped by their first word once."""

    def __init__(self, rules: HeadingRules) -> None:
        self.rules = rules
        self.speller = Speller(rules)
        self.split = self.speller.split
        self.subjects = Subjects(rules)
        self.joins = set(rules.joins)
        self.breaks = set(rules.breaks)
        self.carriers = {self.fold(one) for one in rules.carriers}
        self.containers = {self.fold(one) for one in rules.containers}
        self.asking = {self.fold(one) for one in rules.asking}
        self.bare = {self.fold(one) for one in rules.bare}
        self.only: dict[tuple[str, ...], int] = {}
        self.beside: dict[int, frozenset[str]] = {}
        for order, rule in enumerate(rules.rules):
            self.beside[order] = frozenset(list_words(rule.beside))
            for phrase in rule.only:
                self.only.setdefault(self.fold(phrase), order)
        self.phrases = self._group(rule.words for rule in rules.rules)
        self.decisive = self._group(rule.decisive for rule in rules.rules)
        self.opens = self._group(rule.opens for rule in rules.rules)
        self.asked = self._group(rule.asked for rule in rules.rules)
        self.made_of = [
            (order, {self.fold(phrase) for phrase in rule.made_of})
            for order, rule in enumerate(rules.rules)
            if rule.made_of
        ]
        groups = (self.phrases, self.decisive, self.opens, self.asked)
        listed = [phrase for one in groups for same in one.values() for phrase, _ in same]
        made_of = [phrase for _, phrases in self.made_of for phrase in phrases]
        told = (*listed, *made_of, *self.only, *self.beside.values())
        self.speller.learn(word for words in told for word in words)

    def fold(self, phrase: str) -> tuple[str, ...]:
        """The words of a rule's phrase."""
        return self.speller.fold_phrase(phrase)

    def _group(self, lists: Iterable[Iterable[str]]) -> Phrases:
        grouped: Phrases = {}
        for order, phrases in enumerate(lists):
            for phrase in map(self.fold, phrases):
                grouped.setdefault(phrase[0], []).append((phrase, order))
        return grouped

    def stands_beside(self, order: int, words: tuple[str, ...], start: int, end: int) -> bool:
        """True where the words hold, outside the phrase, one that the rule wants beside it."""
        wanted = self.beside[order]
        return not wanted or bool(wanted & (set(words) - set(words[start:end])))

    def match_whole(self, words: tuple[str, ...]) -> Match | None:
        """The rule that has these words for a whole heading."""
        if words in self.only:
            return self.make(self.only[words], 0, len(words), words)
        return self.match_phrase(words)

    def match_phrase(self, words: tuple[str, ...]) -> Match | None:
        """The same among the phrases that count inside a heading too."""
        for start, end, order in find_phrases(words, self.phrases):
            if end - start == len(words):
                return self.make(order, start, end, words)
        return None

    def is_general(self, words: tuple[str, ...]) -> bool:
        """True for words such as "event" and "contact", which say what another heading is of."""
        found = self.match_whole(words)
        return found is not None and found.field in GENERAL

    def look_up(self, words: tuple[str, ...]) -> Match | None:
        """What the words are by themselves, without a stroke among them."""
        plain = make_plain(words)
        return self.match_whole(words) or self.match_carried(words) or self.match_part(plain)

    def match_part(self, split: Words) -> Match | None:
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
        return self.make(order, start, -end, words)

    def _list_first(self, split: Words) -> Iterator[tuple[Chunk, int, int, int]]:
        """The first chunk where it could be a heading alone: "Observations by the author"."""
        words, chunks = split.words, split.chunks
        end = sum(one == chunks[0] for one in chunks)
        order = self.only.get(words[:end])
        follows = words[end] if end < len(words) else ""
        if order is not None and self.rules.rules[order].field and follows in self.rules.tells:
            yield chunks[0], -end, 0, order

    def match_carried(self, words: tuple[str, ...]) -> Match | None:
        """An "outcome description" is an outcome: the last word says in what form it is given."""
        if words[-1:] not in self.carriers:
            return None
        found = self.match_phrase(words[:-1])
        if found is None or found.field in (None, *GENERAL):
            return None
        return replace(found, end=len(words))

    def make(self, order: int, start: int, end: int, words: tuple[str, ...]) -> Match:
        """The match of a phrase from `start` to `end` under the rule of that number."""
        known = self.speller.known
        rest = any(word not in known and word not in self.breaks for word in words)
        whole = (start, end) == (0, len(words))
        return Match(self.rules.rules[order], order, start, end, whole, rest)


def make_plain(words: tuple[str, ...]) -> Words:
    """The words as one chunk of a heading."""
    return Words(words, ((0, 0),) * len(words))

"""Which field a heading names, by the rules of headings.toml."""

from dataclasses import replace
from functools import lru_cache

from chronolator.model import Field, HeadingRule, HeadingRules
from chronolator.readers.layouts.heading_phrases import (
    Match,
    end_first_stretch,
    find_phrases,
    list_parts,
    list_stretches,
)
from chronolator.readers.layouts.heading_vocabulary import GENERAL, Vocabulary, make_plain
from chronolator.readers.layouts.heading_words import Words

LONGEST_HEADING = 200
"""Templates write what is wanted into the heading; a longer text is no heading."""
_TURNED = (Field.DATE, Field.END_DATE, Field.TIME, Field.CHILD_SEEN, Field.VIEWS)
"""Fields whose headings the words in brackets may turn to another: "Seen (alone)"."""
_ASKED = frozenset(Field) - {Field.TEXT, Field.AUTHOR, Field.AGENCY, Field.PEOPLE, Field.CHILD_SEEN}
"""Fields that are asked for by "what", not by "who"; what happened is asked for in many words."""
_LONGEST_OPENING = 5
_PER_CHILD = frozenset({Field.CHILD_SEEN, Field.SEEN_ALONE, Field.VIEWS})
_ALONE = {Field.SEEN_ALONE}
_TWO_QUESTIONS = 2
_OF_ANOTHER = HeadingRule("of-another", None)
_PRESENT = (Field.PEOPLE, Field.CHILD_SEEN)
"""Of "adults and children present" the children are some of the people."""


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
def _compile(rules: HeadingRules) -> "_Matcher":
    return _Matcher(rules)


class _Matcher(Vocabulary):
    """The ways in which a heading of several words is read, the surest first."""

    def match(self, heading: str) -> Match | None:
        split = self.split(heading)
        found = self._match_any(split)
        asks = found is not None and found.field in _PER_CHILD
        if found and asks and self.subjects.is_another(split, found.start, found.end):
            return replace(found, rule=_OF_ANOTHER, order=len(self.rules.rules))
        return found

    def _match_any(self, split: Words) -> Match | None:
        return (
            self._match_two(split)
            or self._decide(split)
            or self._match_bare(split)
            or self.match_whole(split.words)
            or self._match_made(split)
            or self.match_carried(split.words[: end_first_stretch(split.chunks)])
            or self._match_shared(split)
            or self._match_question(split.words)
            or self._match_opening(split)
            or self._match_contained(split)
            or self.match_part(split)
            or self._match_stretch(split)
            or self._match_aside(split)
        )

    def _match_two(self, split: Words) -> Match | None:
        """Of "Child seen / alone?" both are answered in one cell, of which a name says who was
        seen.
        """
        for asked in (split.words + split.aside, split.words):
            found = self.match_whole(asked) if asked in self.only else None
            if found is not None and found.field is Field.CHILD_SEEN:
                return found
        parts = [split.words[slice(*one)] for one in list_parts(split, self.breaks, self.joins)]
        first = self.match_phrase(parts[0]) if len(parts) == _TWO_QUESTIONS else None
        if first is None or first.field is not Field.CHILD_SEEN:
            return None
        behind = parts[1][len(parts[1]) - 1 :] if set(parts[1][:-1]) <= set(parts[0]) else ()
        alone = [order for _, _, order in find_phrases(behind, self.decisive)]
        fields = {self.rules.rules[order].field for order in alone}
        return self.make(first.order, 0, len(parts[0]), split.words) if fields == _ALONE else None

    def _decide(self, split: Words) -> Match | None:
        whole = self.match_whole(split.words)
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
            if self.stands_beside(order, words, start, end)
        ]
        return self.make(*min(decided), split.words) if decided else None

    def _match_bare(self, split: Words) -> Match | None:
        """Of "Who (agency)" the words in brackets say what is meant, and "Date (to)" goes on."""
        if not split.aside:
            return None
        found = self.match_whole(split.words + split.aside)
        if found is None and split.aside == self.fold("date"):
            words = (*self.fold("date"), *split.words)
            found = self._match_opening(make_plain(words)) or self.look_up(words)
        if found is None and split.words in self.bare:
            found = self.match_whole(split.aside)
        return replace(found, start=0, end=len(split.words)) if found else None

    def _match_made(self, split: Words) -> Match | None:
        """A list of choices names what is chosen: "Visit / phone / letter" is a kind of contact."""
        parts = [
            split.words[start:end] for start, end in list_parts(split, self.breaks, self.joins)
        ]
        for order, phrases in self.made_of:
            told = len(parts) > 1 and all(part in phrases for part in parts)
            if told and self.beside[order] & set(split.words):
                return self.make(order, 0, len(split.words), split.words)
        return None

    def _match_shared(self, split: Words) -> Match | None:
        """An "incident or event type" is a type: both words before the last share it."""
        words = split.words
        parts = list_parts(split, self.breaks, self.joins)
        start, end = parts[-1] if len(parts) > 1 else (0, 0)
        if end - start < len("ab"):
            return None
        found = self.look_up(words[start:end])
        if found is None or found.field is None:
            return None
        besides = [self.look_up((*words[first:last], words[end - 1])) for first, last in parts[:-1]]
        matches = [found, *(one for one in besides if one)]
        fields = {one.field for one in matches}
        if len(matches) < len(parts) or not (len(fields) == 1 or fields == set(_PRESENT)):
            return None
        general = all(self.is_general(words[first:last]) for first, last in parts[:-1])
        general = general and self.is_general(words[start : end - 1])
        if not general and not all(one.whole for one in matches[1:]):
            return None
        best = next((one for one in matches if one.field is Field.PEOPLE), found)
        return self.make(best.order, 0, end, words)

    def _match_question(self, words: tuple[str, ...]) -> Match | None:
        """Of "What was the source of this?" what is asked for stands behind the first word."""
        if words[:1] not in self.asking:
            return None
        found = sorted(
            (start, -end, order) for start, end, order in find_phrases(words, self.phrases)
        )
        start, end, order = next(iter(found), (0, 0, 0))
        if start != 1 or self.rules.rules[order].field not in _ASKED:
            return None
        return self.make(order, 0, -end, words)

    def _match_opening(self, split: Words) -> Match | None:
        """The phrase with which the heading begins, or a longer one of any kind there."""
        words = split.words
        beside = words + split.aside
        opening = [
            (end, -order)
            for start, end, order in find_phrases(words[:_LONGEST_OPENING], self.opens)
            if start == 0 and self.stands_beside(order, beside, 0, end)
        ]
        if not opening:
            return None
        at_start = (
            (end, -order) for start, end, order in find_phrases(words, self.phrases) if start == 0
        )
        end, order = max([*opening, *(one for one in at_start if one[0] > max(opening)[0])])
        return self.make(-order, 0, end, words)

    def _match_contained(self, split: Words) -> Match | None:
        """Details "of action taken" are an action: what follows says what the details are of."""
        words = split.words
        for size in range(1, len(words)):
            if words[:size] in self.containers:
                end = next(
                    (
                        n
                        for n in range(size + 1, len(words))
                        if split.chunks[n] != split.chunks[n - 1]
                    ),
                    len(words),
                )
                found = self.match_phrase(words[:end]) or self.match_phrase(words[size:end])
                if found and found.field not in (None, *GENERAL):
                    return self.make(found.order, 0, end, words)
        return None

    def _match_stretch(self, split: Words) -> Match | None:
        for start, end in list_stretches(split.chunks):
            if split.words[start:end] in self.only:
                return self.make(self.only[split.words[start:end]], start, end, split.words)
        return None

    def _match_aside(self, split: Words) -> Match | None:
        found = next(find_phrases(split.aside, self.phrases), None)
        size = len(split.words)
        return self.make(found[2], size, size, split.words) if found else None

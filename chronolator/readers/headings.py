"""Which field a heading names, by the rules of headings.toml."""

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache

from chronolator.model import Field, HeadingRule, HeadingRules
from chronolator.words.fold import fold

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPACED = re.compile(r"\b(?:\w ){2,}\w\b")
LONGEST_HEADING = 120
_LIKENESS = 0.8
_SHORTEST_MISSPELT = 5
_BEGINNING = 10
_DECISIVE = 100


@dataclass(frozen=True, slots=True)
class Match:
    """The field that a heading names (None: known, and no field), and how well it fits."""

    field: Field | None
    rule: str
    whole: bool = False
    words: int = 0
    earliness: int = 0
    order: int = 0


def fold_heading(heading: str) -> str:
    """The heading as the rules see it; what stands in brackets counts where nothing else does."""
    bare = _BRACKETS.sub(" ", heading)
    folded = fold(_CAMEL.sub(" ", bare if fold(bare) else heading))
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), folded)


def match_heading(heading: str, rules: HeadingRules) -> Match | None:
    """The best match of the heading, or None where no rule knows it."""
    if not heading or len(heading) > LONGEST_HEADING:
        return None
    whole = fold(heading)
    first, comma, _ = heading.partition(",")
    if comma:
        match = _match(fold_heading(first), whole, rules)
        if match and match.whole:
            return match
    return _match(fold_heading(heading), whole, rules)


@lru_cache(maxsize=4096)
def _match(folded: str, whole: str, rules: HeadingRules) -> Match | None:
    matches = _list_matches(folded, rules)
    for veto in rules.vetoes:
        begins_so = any(
            match.field in veto.fields and match.earliness > -_BEGINNING for match in matches
        )
        if begins_so and any(f" {words} " in f" {whole} " for words in veto.words):
            return Match(None, "veto")
    return max(matches, default=None, key=_rank) or _match_misspelt(folded, rules)


def _rank(match: Match) -> tuple[bool, int, int, int]:
    return match.whole, match.words, match.earliness, match.order


def _list_matches(folded: str, rules: HeadingRules) -> list[Match]:
    return [
        match
        for number, rule in enumerate(rules.rules)
        for phrases, more in ((rule.words, 0), (rule.decisive, _DECISIVE), (rule.only, 0))
        for words in phrases
        if (match := _weigh(folded, words, number, rule, more))
        and (match.whole or phrases is not rule.only)
    ]


def _weigh(folded: str, words: str, number: int, rule: HeadingRule, more: int) -> Match | None:
    place = f" {folded} ".find(f" {words} ")
    if place < 0:
        return None
    length = words.count(" ") + 1 + more
    return Match(rule.field, rule.id, folded == words, length, -place, -number)


def _match_misspelt(folded: str, rules: HeadingRules) -> Match | None:
    if len(folded) < _SHORTEST_MISSPELT:
        return None
    known = _list_phrases(rules)
    near = difflib.get_close_matches(folded, known, 1, _LIKENESS)
    return Match(known[near[0]].field, known[near[0]].id) if near else None


@lru_cache(maxsize=8)
def _list_phrases(rules: HeadingRules) -> dict[str, HeadingRule]:
    return {words: rule for rule in reversed(rules.rules) for words in (*rule.words, *rule.only)}

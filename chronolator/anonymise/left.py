"""The check: what may be left in a copy, for a person to look at."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronolator.anonymise.nouns import Coded, Swap, apply
from chronolator.anonymise.package.parts import Changed
from chronolator.anonymise.package.passages import split_header
from chronolator.anonymise.pieces import fold_piece
from chronolator.anonymise.proposing import Left, Proposed, find_people, list_plain_words
from chronolator.model import Rules
from chronolator.model.written import REF

_LONG_NUMBER = re.compile(r"(?<![\w./:-])[A-Z]{0,3}[\d][\d \u00a0/-]{4,}\d(?![\w])")
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d\d)"
    r"|(?:19|20)\d\d[-/\u2013]\d\d)(?!\d)"
)
_BUILT = (
    "styles.xml", "stylesWithEffects.xml", "fontTable.xml", "theme1.xml", "settings.xml",
    "webSettings.xml", "numbering.xml", "app.xml", "[Content_Types].xml",
)  # fmt: skip
"""Parts whose texts programs write: they are replaced there, and nobody is looked for."""
_ENOUGH_DIGITS = 6
_LETTERS = re.compile(r"[^\W\d_]+")
_ENOUGH_LETTERS = 4
_ROUND = 30


@dataclass(frozen=True, slots=True)
class Check:
    """Whom the texts name besides those who are replaced, and what else a person should look at."""

    people: tuple[Proposed, ...]
    left: tuple[Left, ...]


def check_copy(
    looked_at: Iterable[tuple[str, Changed]],
    not_looked_at: Iterable[str],
    rules: Rules,
    named: Iterable[Coded] = (),
) -> Check:
    """What may be left: people whom nobody took, places, words that may be names, long numbers;
    names that may be words, where they were replaced; words with a name of those who are `named`
    within ("@robinashdown"); and parts that are no text.
    """
    texts = _list_texts(looked_at)
    people, left = find_people(texts, rules)
    told = [
        *_list_doubts(texts),
        *_list_numbers(texts),
        *_list_inside(texts, rules, {one.code for one in named}),
        *left,
        *(Left("picture or file, not looked at", name, 1, name, "") for name in not_looked_at),
    ]
    return Check(tuple(people), tuple(told))


def _list_texts(
    looked_at: Iterable[tuple[str, Changed]],
) -> list[tuple[str, str, tuple[Swap, ...]]]:
    """Each text once, with its first place; a header without its marks."""
    seen: dict[str, tuple[str, str, tuple[Swap, ...]]] = {}
    for place, one in looked_at:
        if one.was in seen or REF.fullmatch(one.was) or place.endswith(_BUILT):
            continue
        text = one.was
        if one.header:
            told = [" "] * len(text)
            for start, words in split_header(text):
                told[start : start + len(words)] = words
                if start:
                    told[start - 1] = "\n"
            text = "".join(told)
        seen[one.was] = place, text, one.swaps
    return [*seen.values()]


def _list_doubts(texts: Sequence[tuple[str, str, tuple[Swap, ...]]]) -> Iterator[Left]:
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for place, text, swaps in texts:
        for one in swaps:
            if one.doubt:
                words = text[one.start : one.end]
                key = one.doubt, f"{words} -> {one.words}"
                counts[key] += 1
                first.setdefault(key, (place, _quote(text, one.start, one.end)))
    for (doubt, words), times in counts.most_common():
        yield Left(f"replaced, but {doubt}", words, times, *first[doubt, words])


def _list_numbers(texts: Sequence[tuple[str, str, tuple[Swap, ...]]]) -> Iterator[Left]:
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for place, text, swaps in texts:
        blank = _DATE.sub(lambda one: "x" * len(one[0]), _blank(text, swaps))
        for match in _LONG_NUMBER.finditer(blank):
            if sum(map(str.isdigit, match[0])) >= _ENOUGH_DIGITS:
                counts[match[0]] += 1
                first.setdefault(match[0], (place, _quote(text, *match.span())))
    for words, times in counts.most_common():
        yield Left("number", words, times, *first[words])


def _list_inside(
    texts: Sequence[tuple[str, str, tuple[Swap, ...]]], rules: Rules, codes: Container[str]
) -> Iterator[Left]:
    plain = list_plain_words(rules) | set(rules.anonymise.also_words)
    names = {
        name
        for _, text, swaps in texts
        for one in swaps
        if one.code in codes
        for word in _LETTERS.findall(text[one.start : one.end])
        if len(name := fold_piece(word)) >= _ENOUGH_LETTERS and name not in plain
    }
    if not names:
        return
    held = re.compile("|".join(map(re.escape, sorted(names))))
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for place, text, swaps in texts:
        for match in _LETTERS.finditer(_blank(text, swaps)):
            if held.search(fold_piece(match[0])):
                counts[match[0]] += 1
                first.setdefault(match[0], (place, _quote(text, *match.span())))
    for words, times in counts.most_common():
        yield Left("perhaps part of a name", words, times, *first[words])


def _blank(text: str, swaps: Sequence[Swap]) -> str:
    """The text, as long as it is, with signs that say nothing where something was replaced."""
    return apply(
        text, tuple(Swap(one.start, one.end, "x" * (one.end - one.start), "") for one in swaps)
    )


def _quote(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - _ROUND) : end + _ROUND].split())

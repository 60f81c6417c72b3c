"""The check: what may be left in a copy, for a person to look at."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
_ENOUGH_DIGITS = 6
_LETTERS = re.compile(r"[^\W\d_]+")
_ENOUGH_LETTERS = 4
_ROUND = 30
_Text = tuple[str, str, tuple[Swap, ...]]
"""Where a text stands, the text, and what was replaced in it."""


@dataclass(frozen=True, slots=True)
class Check:
    """Whom the texts name besides those who are replaced, and what else a person should look at."""

    people: tuple[Proposed, ...]
    left: tuple[Left, ...]


def check_copy(
    looked_at: Iterable[tuple[str, Changed]],
    not_looked_at: Iterable[str],
    rules: Rules,
    named: Sequence[Coded] = (),
) -> Check:
    """What may be left: people whom nobody took, places, words that may be names, long numbers;
    names that may be words, where they were replaced and where they were left; words with a name
    of those who are `named` within ("@robinashdown"); and parts that are no text.
    """
    texts = _list_texts(looked_at)
    people, left = find_people(texts, rules)
    told = [
        *_list_doubts(texts),
        *_list_numbers(texts),
        *_list_inside(texts, rules, named),
        *_list_words(texts, rules, named),
        *left,
        *(Left("picture or file, not looked at", name, 1, name, "") for name in not_looked_at),
    ]
    return Check(tuple(people), tuple(told))


def _list_texts(
    looked_at: Iterable[tuple[str, Changed]],
) -> list[_Text]:
    """Each text once, with its first place; a header without its marks."""
    seen: dict[str, _Text] = {}
    for place, one in looked_at:
        if one.told or one.was in seen or REF.fullmatch(one.was):
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


def _list_doubts(texts: Sequence[_Text]) -> Iterator[Left]:
    kinds = sorted({one.doubt for _, _, swaps in texts for one in swaps if one.doubt})
    for kind in kinds:
        yield from _count(
            f"replaced, but {kind}",
            (
                (f"{text[one.start : one.end]} -> {one.words}", place, text, one.start, one.end)
                for place, text, swaps in texts
                for one in swaps
                if one.doubt == kind
            ),
        )


def _list_numbers(texts: Sequence[_Text]) -> Iterator[Left]:
    yield from _count(
        "number",
        (
            (match[0], place, text, *match.span())
            for place, text, swaps in texts
            for match in _LONG_NUMBER.finditer(
                _DATE.sub(lambda one: "x" * len(one[0]), _blank(text, swaps))
            )
            if sum(map(str.isdigit, match[0])) >= _ENOUGH_DIGITS
        ),
    )


def _list_inside(texts: Sequence[_Text], rules: Rules, named: Sequence[Coded]) -> Iterator[Left]:
    """Words with a name, as it was replaced elsewhere, within."""
    codes = {one.code for one in named}
    plain = list_plain_words(rules) | set(rules.anonymise.also_words)
    names = {
        name
        for _, text, swaps in texts
        for one in swaps
        if one.code in codes
        for word in _LETTERS.findall(text[one.start : one.end])
        if len(name := fold_piece(word)) >= _ENOUGH_LETTERS and name not in plain
    }
    held = re.compile("|".join(map(re.escape, sorted(names))) or "(?!)")
    yield from _list_left(
        "perhaps part of a name", texts, lambda word: held.search(fold_piece(word))
    )


def _list_words(texts: Sequence[_Text], rules: Rules, named: Sequence[Coded]) -> Iterator[Left]:
    """The names that are words too, where they have a capital and were held to be the word."""
    plain = frozenset(rules.anonymise.also_words)
    people = " ".join(one.name for one in named if not one.is_place)
    names = {word for word in _LETTERS.findall(people) if fold_piece(word) in plain}
    yield from _list_left("a name, left as a word", texts, names.__contains__)


def _list_left(
    kind: str, texts: Sequence[_Text], is_one: Callable[[str], object]
) -> Iterator[Left]:
    """The words that were not replaced, and of which `is_one` holds."""
    yield from _count(
        kind,
        (
            (match[0], place, text, *match.span())
            for place, text, swaps in texts
            for match in _LETTERS.finditer(_blank(text, swaps))
            if is_one(match[0])
        ),
    )


def _count(kind: str, found: Iterable[tuple[str, str, str, int, int]]) -> Iterator[Left]:
    """Each of what was found once, the most frequent first, with its first place. Found are words,
    their place, the text there, and where in it they begin and end.
    """
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for what, place, text, start, end in found:
        counts[what] += 1
        first.setdefault(what, (place, _quote(text, start, end)))
    for what, times in counts.most_common():
        yield Left(kind, what, times, *first[what])


def _blank(text: str, swaps: Sequence[Swap]) -> str:
    """The text, as long as it is, with signs that say nothing where something was replaced."""
    return apply(
        text, tuple(Swap(one.start, one.end, "x" * (one.end - one.start), "") for one in swaps)
    )


def _quote(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - _ROUND) : end + _ROUND].split())

"""Abbreviations that nothing explains."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from chronolator.model import (
    AgencyRules,
    Case,
    Chronology,
    Event,
    Query,
    QueryKind,
    QuestionRules,
)

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_CAPITALS = re.compile(r"(?<![\w&])[A-Z]+(?:&[A-Z]+|[A-Z])s?(?![\w&])")
_SPACED = re.compile(r"(?<=\b[A-Z]) & (?=[A-Z]\b)")
_BRACKETED = re.compile(r"((?:[\w'\u2019-]+[ ,/]+){1,9})\(([A-Z&]{2,6})s?\)")
_SPELT = re.compile(r"\b([A-Z&]{2,6})s? \(((?:[\w'\u2019-]+[ ,/]*){2,9})\)")
_NAME = re.compile(r"[A-Z][a-z'\u2019-]+")


def find_unexplained(
    agency: str,
    events: Sequence[Event],
    chronology: Chronology,
    rules: QuestionRules,
    agencies: AgencyRules,
) -> Iterator[Query]:
    """A query about the capitals that no glossary of the return explains, nor the return itself,
    and that are neither the field's own nor somebody's name or initials.
    """
    texts = [text for event in events for text in _list_texts(event)]
    files = {event.origin.file for event in events}
    terms = [one.term.upper() for one in chronology.glossary if one.origin.file in files]
    known = {word for term in terms for word in (term, *_WORD.findall(term))}
    known |= _list_names(chronology.case)
    known |= {word.upper() for kind in agencies.kinds for word in kind.words}
    known |= {word.upper() for word in agency.split()}
    known |= {initials for event in events for initials in _list_initials(event)}
    found = count_abbreviations(texts, rules, known)
    if not found:
        return
    shown = found[: rules.abbreviations_shown]
    told = ", ".join(f"{word} ({number:,})" for word, number in shown)
    left = len(found) - len(shown)
    more = f" and {left:,} more" if left else ""
    yield Query(
        agency,
        QueryKind.ABBREVIATIONS,
        f"Please say what these stand for; no glossary of the return explains them (how often "
        f"each comes stands in brackets): {told}{more}.",
    )


def count_abbreviations(
    texts: Iterable[str], rules: QuestionRules, known: Collection[str] = ()
) -> list[tuple[str, int]]:
    """The abbreviations of the texts that are not known, those that come most often first.

    A word that comes as often in small letters is a word; what a text spells out beside it in
    brackets is explained, and what follows a title a name; a text wholly in capitals tells nothing.
    """
    kept = [_SPACED.sub("&", text) for text in texts]
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, rules.titles)) or '(?!)'}) ([A-Z]+)\b")
    capitals: Counter[str] = Counter()
    explained: set[str] = set()
    for text in kept:
        found = _CAPITALS.findall(text)
        if found and not _is_shouted(text, found, rules):
            explained.update(_list_explained(text), named.findall(text))
            capitals.update(word.removesuffix("s") for word in found)
    asked = {
        word: number
        for word, number in capitals.items()
        if rules.shortest <= len(word) <= rules.longest
        and not (word in explained or word in known or word in rules.known)
    }
    small = _count_small(kept, asked)
    return sorted(
        ((word, number) for word, number in asked.items() if small[word] < number),
        key=lambda one: (-one[1], one[0]),
    )


def _is_shouted(text: str, capitals: Sequence[str], rules: QuestionRules) -> bool:
    words = len(text.split())
    return words >= rules.shouted_words and len(capitals) > rules.shouted_share * words


def _count_small(texts: Iterable[str], words: Collection[str]) -> Counter[str]:
    """How often each of the words comes in other than capitals alone."""
    if not words:
        return Counter()
    longest_first = sorted(words, key=len, reverse=True)
    either = re.compile(
        rf"(?<![\w&])(?:{'|'.join(map(re.escape, longest_first))})(?![\w&])", re.IGNORECASE
    )
    found = (word for text in texts for word in either.findall(text))
    return Counter(word.upper() for word in found if not word.isupper())


def _list_texts(event: Event) -> Iterator[str]:
    yield event.text
    yield from (event.views, event.action, event.outcome, event.comment)
    yield from (event.significance, event.good_practice, event.contact_type)


def _list_explained(text: str) -> Iterator[str]:
    if "(" not in text:
        return
    for words, short in _BRACKETED.findall(text):
        if _spells(words, short):
            yield short
    for short, words in _SPELT.findall(text):
        if _spells(words, short):
            yield short


def _spells(words: str, short: str) -> bool:
    """True where the words' first letters hold those of the abbreviation, in their order."""
    letters = iter(word[0].upper() for word in re.findall(r"[^\W_]+", words))
    return all(letter in letters for letter in short if letter != "&")


def _list_names(case: Case) -> set[str]:
    """Every word of the case's names, and the initials of each name."""
    names = [name for one in case.children for name in (one.name, *one.aliases)]
    names += [name for one in case.people for name in (one.name, one.code, *one.aliases)]
    names += [name for one in case.agencies for name in (one.name, one.short)]
    found = {word.upper() for name in names for word in _WORD.findall(name)}
    return found | {"".join(word[0] for word in name.split()).upper() for name in names}


def _list_initials(event: Event) -> Iterator[str]:
    """The initials of those who are named in a column of people or authors, and the capitals that
    stand there themselves.
    """
    for text in (event.author, event.people):
        names = _NAME.findall(text)
        yield from (f"{first[0]}{last[0]}" for first, last in pairwise(names))
        yield from _CAPITALS.findall(text)

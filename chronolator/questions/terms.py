"""Abbreviations that nothing explains."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
_CAPITALS = re.compile(r"[A-Z]+(?:&[A-Z]+)*")
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
    counted = count_abbreviations(texts, rules)
    files = {event.origin.file for event in events}
    known = {one.term.upper() for one in chronology.glossary if one.origin.file in files}
    known |= rules.known | _list_names(chronology.case)
    known |= {word.upper() for kind in agencies.kinds for word in kind.words}
    known |= {word.upper() for word in agency.split()}
    known |= {initials for event in events for initials in _list_initials(event)}
    found = [(word, number) for word, number in counted if word not in known]
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


def count_abbreviations(texts: Iterable[str], rules: QuestionRules) -> list[tuple[str, int]]:
    """The abbreviations of the texts that are not known, those that come most often first.

    A word that comes as often in small letters is a word; what a text spells out beside it in
    brackets is explained; a text wholly in capitals tells nothing.
    """
    capitals: Counter[str] = Counter()
    small: Counter[str] = Counter()
    explained: set[str] = set()
    for text in texts:
        explained.update(_list_explained(text))
        words = _WORD.findall(_SPACED.sub("&", text))
        upper = [word for word in words if len(word) > 1 and word.isupper()]
        if len(words) >= rules.shouted_words and len(upper) > rules.shouted_share * len(words):
            continue
        for word in words:
            plain = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
            if _CAPITALS.fullmatch(plain) and rules.shortest <= len(plain) <= rules.longest:
                capitals[plain] += 1
            elif not word.isupper():
                small[word.upper()] += 1
    found = [
        (word, number)
        for word, number in capitals.items()
        if word not in explained and word not in rules.known and small[word] < number
    ]
    return sorted(found, key=lambda one: (-one[1], one[0]))


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

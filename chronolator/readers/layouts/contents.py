"""What a column without a heading is, by what its cells hold."""

import re
from collections.abc import Iterable, Sequence

from chronolator.model import ContentRule, LayoutRules, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import share
from chronolator.words.fold import fold, holds, holds_any

MOST = 0.6
"""Of the cells of a column, so many show what it is."""
_FEW_WORDS = 5
_SENTENCE = 4
_LONGEST_TITLE = 6
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d(?=\D*$)")
_MONEY = re.compile(r"\W*[£€$]\s*\d[\d,.]*\W*|\d[\d,]*\.\d\d")
_VERSION = re.compile(r"(?:v(?:ersion)?\.?\s*\d[\d.]*|\d\.\d|draft.*|final.*)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'\u2019-]*(?:\s+[^\W\d_][\w.'\u2019-]*){1,2}")
_BIRTHS = 3


def holds_content(text: str, rule: ContentRule) -> bool:
    """True where the text is what a column of the rule's field holds."""
    told = fold(text)
    if told in rule.whole:
        return True
    few = 0 < len(told.split()) <= _FEW_WORDS
    return few and holds_any(told, rule.words)


def looks_ahead(titles: Iterable[str], rules: LayoutRules) -> bool:
    """True where a title shows a table of days in which nothing has happened yet."""
    folded = [fold(title) for title in titles]
    short = [title for title in folded if len(title.split()) <= _LONGEST_TITLE]
    return any(holds(title, plan) for title in short for plan in rules.plans)


def mostly(values: Iterable[bool]) -> bool:
    """True where most of them are."""
    return share(values) >= MOST


def is_sentence(value: Value) -> bool:
    """True for a text of several words, most of it letters."""
    if not isinstance(value, str) or len(value.split()) < _SENTENCE:
        return False
    return sum(letter.isalpha() for letter in value) * 2 > len(value)


def list_births(dates: Sequence[Value], columns: Iterable[Sequence[Value]]) -> bool:
    """True where the days are more likely those on which people were born: hardly two in one year,
    and another column holds nothing but names, each once.
    """
    years = [found[0] for one in dates if (found := _YEAR.findall(show_value(one)))]
    if len(dates) < _BIRTHS or len(set(years)) <= len(dates) * MOST:
        return False
    return any(_are_names(values) for values in columns)


def _are_names(values: Sequence[Value]) -> bool:
    texts = [show_value(value) for value in values]
    names = [text for text in texts if _NAME.fullmatch(text) and text.istitle()]
    return (
        len(names) >= _BIRTHS and len(set(names)) == len(names) and mostly(map(str.istitle, texts))
    )


def are_prices(values: Sequence[Value]) -> bool:
    """True for a column of sums of money."""
    return mostly(
        (isinstance(value, float) and value != int(value))
        or (isinstance(value, str) and bool(_MONEY.fullmatch(value.strip())))
        for value in values
    )


def are_versions(values: Sequence[Value]) -> bool:
    """True for a column that numbers the versions of a document."""
    return mostly(bool(_VERSION.fullmatch(show_value(value))) for value in values)


def is_wordy(value: Value) -> bool:
    """True for a text of which most is letters."""
    return isinstance(value, str) and sum(letter.isalpha() for letter in value) * 2 > len(value)

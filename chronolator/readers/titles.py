"""The agency that the titles above a table name."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from chronolator.model import AgencyRules, HeadingRules, Value
from chronolator.words.agencies import find_kind
from chronolator.words.fold import fold

_PARTS = re.compile(r"\s[-\u2013\u2014]\s|[:|,;\n()]")
_LABEL = re.compile(r"^\s*([^:]{2,40}?)\s*:\s*(\S.*)$", re.DOTALL)
_MOST_WORDS = 7


def find_agency(
    titles: Sequence[Sequence[Value]], rules: HeadingRules, agencies: AgencyRules
) -> str:
    """The agency's name as the titles write it; "" where they name none.

    A labelled cell ("Agency: ...", or a label with the name in the next cell) counts first; then a
    part of a title that holds a word by which agencies are known.
    """
    rows = [
        [" ".join(v.split()) for v in row if isinstance(v, str) and v.strip()] for row in titles
    ]
    for row in rows:
        if labelled := next(_list_labelled(row, rules), ""):
            return labelled
    for row in rows:
        for text in row:
            for part in _PARTS.split(text):
                name = _strip_words(part, rules)
                if name and len(name.split()) <= _MOST_WORDS and find_kind(name, agencies):
                    return name
    return ""


def _list_labelled(row: list[str], rules: HeadingRules) -> Iterator[str]:
    for text, following in zip_longest(row, row[1:], fillvalue=""):
        label = _LABEL.match(text)
        if label and fold(label[1]) in rules.agency_labels:
            yield label[2].strip()
        elif fold(text) in rules.agency_labels and following:
            yield following


def _strip_words(part: str, rules: HeadingRules) -> str:
    words = part.split()
    while words and fold(words[0]) in rules.title_words:
        words.pop(0)
    while words and fold(words[-1]) in rules.title_words:
        words.pop()
    return " ".join(words) if words and words[0][:1].isupper() else ""

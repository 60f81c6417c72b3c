"""The words that a return's own key or glossary explains."""

import re
from collections.abc import Iterator, Sequence

from chronolator.model import Origin, Term

_LONGEST_TERM = 40
_MOST_WORDS = 6
_SAYS = re.compile(r"\s*(?:=|\u2192|->|\t|:)\s*|\s+[-\u2013\u2014]+\s+|\s{3,}")
_SIGN = re.compile(r"^[\s\u2022\u00b7*>-]+")


def list_terms(origin: Origin, texts: Sequence[str]) -> Iterator[Term]:
    """The terms that a row of a key explains: a word in one cell and its meaning in the next, or
    both in one ("HV = Health visitor"), a line each. A row of two such pairs gives both.
    """
    if len(texts) == 1:
        for line in re.split(r"[\n;]", texts[0]):
            parts = _SAYS.split(_SIGN.sub("", line).strip(), maxsplit=1)
            if len(parts) > 1:
                yield from _make(origin, *parts)
        return
    for term, meaning in zip(texts[::2], texts[1::2], strict=False):
        yield from _make(origin, term, meaning)


def list_inline(origin: Origin, text: str) -> Iterator[Term]:
    """The terms of a key in one cell, behind its heading: "Key: HV = Health visitor, SW = ...".

    A comma parts them only where each has its own "=".
    """
    _, _, rest = text.partition(":")
    pieces = re.split(r"[\n;]", rest)
    for piece in pieces:
        commas = piece.split(",")
        parted = commas if all("=" in one for one in commas) else [piece]
        for one in parted:
            yield from list_terms(origin, [one])


def explains_inline(text: str) -> bool:
    """True where the text explains a word behind the heading of a key."""
    return any(list_inline(Origin(""), text))


def _make(origin: Origin, term: str, meaning: str) -> Iterator[Term]:
    term, meaning = " ".join(term.split()).rstrip(":=-\u2013 "), " ".join(meaning.split())
    short = len(term) <= _LONGEST_TERM and len(term.split()) <= _MOST_WORDS
    if short and any(map(str.isalpha, term)) and any(map(str.isalpha, meaning)):
        yield Term(origin, term, meaning)

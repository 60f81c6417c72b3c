"""The words that a return's own key or glossary explains."""

import re
from collections.abc import Iterator, Sequence

from chronolator.model import Origin, Term

_LONGEST_TERM = 40
_MOST_WORDS = 6
_SAYS = re.compile(r"\s*(?:=|\u2192|->|\t|:)\s*|\s+[-\u2013\u2014]+\s+|\s{3,}")
_SIGN = re.compile(r"^[\s\u2022\u00b7*>-]+")
_SHORT = (
    r"(?:[A-Za-z]{0,3}[A-Z&][A-Za-z&]{0,6}[A-Z][a-z]?\d?"  # WNB, D&V, HoY, DfE, KS2
    r"|[A-Z]{1,2}[a-z]?\d{0,2}"  # Y, HV, Ch, S47
    r"|[A-Za-z]/[A-Za-z])"  # n/a
)
_TOLD = re.compile(
    # several stand for one meaning only where a text or a part of it begins with them
    rf"(?:(?<![^\n;:(.*])\s*(?P<several>{_SHORT}(?:,\s*{_SHORT})+)|(?<![\w&/])(?P<one>{_SHORT}))"
    rf"\s*=\s*(?P<meaning>(?:\([^()\n]*\)|[^;\n()|=])+?)"
    rf"(?=\s*(?:[;\n|)=]|$|(?<=\w{{3}})\.(?:\s|$)|\.$|(?:,|\s(?:and|&)|\s)\s*{_SHORT}\s*=))"
)
_LABEL = re.compile(r"[^\W\d][\w ]{1,40}:(?=\s)")
_JOINTS = re.compile(r"\band\b|[\s,;.&|()]+")
_SEVERAL = 2


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


def list_told(origin: Origin, text: str) -> Iterator[Term]:
    """The abbreviations that a title or a footnote explains with "=", whatever stands round them:
    "Collated from the logs (BAC = Bridge Achievement Centre)".
    """
    for found in _TOLD.finditer(text) if "=" in text else ():
        yield from _make(origin, found["several"] or found["one"], found["meaning"])


def is_footnote(text: str) -> bool:
    """True where the text does nothing but explain abbreviations with "=", behind a label or a sign
    or not, or begins with one and explains several.
    """
    bare = _LABEL.sub("", _SIGN.sub("", text), count=1).strip()
    told = list(list_told(Origin(""), bare))
    if not told or not bare.startswith(told[0].term):
        return False
    return len(told) >= _SEVERAL or not _JOINTS.sub("", _TOLD.sub("", bare))


def _make(origin: Origin, term: str, meaning: str) -> Iterator[Term]:
    term, meaning = " ".join(term.split()).rstrip(":=-\u2013 "), " ".join(meaning.split())
    short = len(term) <= _LONGEST_TERM and len(term.split()) <= _MOST_WORDS
    if short and any(map(str.isalpha, term)) and any(map(str.isalpha, meaning)):
        yield Term(origin, term, meaning)

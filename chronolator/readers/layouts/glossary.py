"""The words that a return's own key or glossary explains."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronolator.model import Origin, Term

_LONGEST_TERM = 40
_MOST_WORDS = 6
_SAYS = re.compile(r"\s*(?:=|\u2192|->|\t|:)\s*|\s+[-\u2013\u2014]+\s+|\s{3,}")
_SIGN = re.compile(r"^[\s\u2022\u00b7*>-]+")
_SHORT = re.compile(
    r"[A-Za-z]{0,3}[A-Z&][A-Za-z&]{0,6}[A-Z][a-z]?\d?"  # WNB, D&V, HoY, DfE, KS2
    r"|[A-Z]{1,2}[a-z]?\d{0,2}"  # Y, HV, Ch, S47
    r"|[A-Za-z]/[A-Za-z]"  # n/a
)
_LONGEST_SHORT = 14
_NO_SHORT = re.compile(r"[^\w&/]")
_BEGINS = re.compile(r"[\n;:(.*]")
_ENDS = re.compile(r"\([^()\n]*\)|(?P<end>[;\n|()]|(?<=\w{3})\.(?:\s|$)|\.$)")
_JOINT = re.compile(r"(?:,|\s(?:and|&)|\s)\s*$")
_LABEL = re.compile(r"[^\W\d][\w ]{1,40}:(?=\s)")
_JOINTS = re.compile(r"\band\b|[\s,;.&|()]+")
_BRACKETS = re.compile(
    r"(?<![\w'\u2019-])(?P<words>[A-Z][\w'\u2019-]*(?:[ ]+[A-Z][\w'\u2019-]*){0,4})"
    r"[ ]+\((?P<letters>[A-Z]{1,5})\)"
)
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
    """The abbreviations that a title or a footnote explains with "=", whatever stands round them
    ("Collated from the logs (BAC = Bridge Achievement Centre)"), or by their letters in brackets
    behind the words that begin with them: "Jude (J) and Mason (M)".
    """
    for told in _tell(text):
        yield from _make(origin, told.term, told.meaning)
    for one in _BRACKETS.finditer(text):
        words = one["words"].split()[-len(one["letters"]) :]
        if "".join(word[0] for word in words) == one["letters"]:
            yield from _make(origin, one["letters"], " ".join(words))


def is_footnote(text: str) -> bool:
    """True where the text does nothing but explain abbreviations with "=", behind a label or a sign
    or not, or begins with one and explains several.
    """
    bare = _LABEL.sub("", _SIGN.sub("", text), count=1).strip()
    told = [one for one in _tell(bare) if any(_make(Origin(""), one.term, one.meaning))]
    if not told or not bare.startswith(told[0].term):
        return False
    return len(told) >= _SEVERAL or not _JOINTS.sub("", bare[told[0].end :])


@dataclass(frozen=True, slots=True)
class _Told:
    """A term, what it is said to mean, and where in the text that ends."""

    term: str
    meaning: str
    end: int


def _tell(text: str) -> Iterator[_Told]:
    """Each "=" with the term before it and the meaning behind it. Between two of them stands the
    meaning of the one and the term of the next, so that the text is gone through once.
    """
    before, *pieces = text.split("=")
    start, term = len(before), _find_term(before)
    for number, piece in enumerate(pieces, start=1):
        start += 1
        following = _find_term(piece) if number < len(pieces) else ""
        room = _JOINT.sub("", piece.rstrip()[: -len(following)]) if following else piece
        end = next((one.start() for one in _ENDS.finditer(room) if one["end"]), len(room))
        if term and room[:end].strip():
            yield _Told(term, room[:end].strip(), start + end)
        start, term = start + len(piece), following


def _find_term(text: str) -> str:
    """The abbreviation with which the text ends; several stand for one meaning only where a part of
    the text is nothing but them.
    """
    told = text.rstrip()
    part = _BEGINS.split(told)[-1].strip()
    for mark in ",/":
        if mark in part and all(_SHORT.fullmatch(one.strip()) for one in part.split(mark)):
            return part
    word = _NO_SHORT.split(told[-_LONGEST_SHORT:])[-1]
    return word if _SHORT.fullmatch(word) else ""


def _make(origin: Origin, term: str, meaning: str) -> Iterator[Term]:
    term, meaning = " ".join(term.split()).rstrip(":=-\u2013 "), " ".join(meaning.split())
    short = len(term) <= _LONGEST_TERM and len(term.split()) <= _MOST_WORDS
    if not (short and any(map(str.isalpha, term)) and any(map(str.isalpha, meaning))):
        return
    pairs = list(zip(term.split("/"), meaning.split("/"), strict=False))
    if len(pairs) > 1 and term.count("/") == meaning.count("/"):
        yield from (Term(origin, one.strip(), says.strip()) for one, says in pairs)
    else:
        yield Term(origin, term, meaning)

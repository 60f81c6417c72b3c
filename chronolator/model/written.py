"""How the author writes what counts: a decision with the Refs of its rows, a place in the order."""

import re
from difflib import get_close_matches

from chronolator.model.fields import DecisionKind

REF = re.compile(r"C-[0-9A-HJKMNP-TV-Z]{10}")
"""A Ref as chron writes it: C- and ten characters of Crockford's base 32."""
_WRITTEN = re.compile(r"C[-\u2010-\u2015\u2212]?([0-9A-Z]{10})")
_MISTAKEN = str.maketrans("OIL", "011")
"""Letters that the base leaves out, because they are taken for figures."""
_BETWEEN = re.compile(r"[\s,;|/&+\u200b\ufeff]+|\band\b", re.IGNORECASE)
_ROUND = "\"'\u201c\u201d\u2018\u2019()[]<>."
_NEAR = 0.4
_NUMBER = re.compile(r"[+-]?(?:\d{1,9}(?:[.,]\d{0,9})?|[.,]\d{1,9})", re.ASCII)


def read_ref(written: str) -> str | None:
    """The Ref that is meant, in small letters too, or with a letter O for a nought; else None."""
    found = _WRITTEN.fullmatch(written.strip(_ROUND).upper())
    ref = f"C-{found[1].translate(_MISTAKEN)}" if found else ""
    return ref if REF.fullmatch(ref) else None


def find_refs(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The Refs of a text in a list, parted by commas, spaces, lines or "and"; and what is none."""
    words = [word for word in _BETWEEN.split(text) if word.strip(_ROUND)]
    refs = [(word, read_ref(word)) for word in words]
    return tuple(ref for _, ref in refs if ref), tuple(word for word, ref in refs if not ref)


def read_kind(written: str) -> DecisionKind | None:
    """The kind of decision that is meant, capitals and white space aside; None for other words."""
    told = " ".join(written.casefold().split())
    return DecisionKind(told) if told in set(DecisionKind) else None


def suggest_kind(written: str) -> DecisionKind | None:
    """The kind that other words come near to, if any; never one that says the opposite."""
    told = " ".join(written.casefold().split())
    denied = _denies(told)
    kinds = [kind for kind in DecisionKind if _denies(kind) == denied]
    near = get_close_matches(told, kinds, 1, _NEAR)
    return DecisionKind(near[0]) if near else None


def read_place(written: str) -> float | None:
    """The number that is meant by a place in the order, with a point or a comma; else None."""
    told = written.strip()
    return float(told.replace(",", ".")) if _NUMBER.fullmatch(told) else None


def _denies(words: str) -> bool:
    return words.startswith(("no ", "not ", "non-"))

"""A text in the pieces of which names are made."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

_PIECE = re.compile(
    r"(?:[^\W\d_][\u0300-\u036f]*(?:[\u00ad\u200b-\u200d\u2060]+(?=[^\W\d_]))?)+|\d+"
)
"""An accent may stand behind its letter as a sign of its own, and signs that nobody sees within."""
_SENTENCE_END = re.compile(r"(?:^|[.!?:;\n\u2022|>*])[\s\"'\u2018\u201c(\[-]*$")
_BACK = 12


class Piece(NamedTuple):
    """A run of letters or of digits; what is written together ("RobinAshdown") is parted before a
    capital behind a small letter.

    `text` is folded. `whole`: no letter or digit stands directly before or behind it. `capital`: it
    begins with one. `shouted`: it has capitals alone.
    """

    text: str
    start: int
    end: int
    whole: bool
    capital: bool
    shouted: bool


def split_pieces(text: str, particles: Container[str]) -> list[Piece]:
    """The pieces of the text, in order. `particles` begin names with a second capital: "McBride"
    is one piece.
    """
    pieces: list[Piece] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        word = match[0]
        near = (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
        cuts = _find_cuts(word, particles)
        whole = not near and len(cuts) == 1
        for first, last in zip(cuts, [*cuts[1:], len(word)], strict=True):
            part = word[first:last]
            pieces.append(
                Piece(
                    fold_piece(part),
                    start + first,
                    start + last,
                    whole,
                    part[0].isupper(),
                    part.isupper(),
                )
            )
    return pieces


def _find_cuts(word: str, particles: Container[str]) -> list[int]:
    if word.islower() or word.isupper() or word[1:].islower():
        return [0]
    cuts = [0]
    for at in range(1, len(word)):
        joins = word[at].isupper() and word[at - 1].islower()
        if joins and word[cuts[-1] : at].casefold() not in particles:
            cuts.append(at)
    return cuts


@lru_cache(maxsize=65536)
def fold_piece(word: str) -> str:
    """The word in small letters, without accents and signs that nobody sees."""
    lower = word.casefold()
    if lower.isascii():
        return lower
    parted = unicodedata.normalize("NFKD", lower)
    return "".join(filter(str.isalpha, parted))


def begins_sentence(text: str, start: int) -> bool:
    """True where a sentence, or the text, begins at that place."""
    before = text[max(0, start - _BACK) : start]
    return _SENTENCE_END.search(before) is not None or (start < _BACK and not before.strip())


def find_label(before: str, code: str) -> int:
    """Where the words begin at the end of the text before a code that the code says again: "HV " of
    "HV HV 1"; the length of the text where it says none again.
    """
    label = code.casefold().split()
    if len(label) > 1:
        label.pop()  # its number or letter
    told = before.casefold().replace("\u00a0", " ")
    for size in range(len(label), 0, -1):
        said = f"{' '.join(label[:size])} "
        if told.endswith(said) and not told.removesuffix(said)[-1:].isalnum():
            return len(before) - len(said)
    return len(before)

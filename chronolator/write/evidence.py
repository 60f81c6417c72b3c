"""A text in pieces: the words that an answer rests on, those that the agency struck out, and whose
they are.
"""

from collections.abc import Iterable
from enum import Flag as Flags
from enum import auto
from itertools import pairwise

from chronolator.columns import clean_text
from chronolator.model import Answer, Flag
from chronolator.rows import Row
from chronolator.words.withdrawn import find_withdrawn


class Look(Flags):
    """How words are set off; several may hold together."""

    EVIDENCE = auto()
    WITHDRAWN = auto()
    NAME = auto()


PLAIN = Look(0)


def list_pieces(row: Row, key: str, text: str, end: int | None = None) -> list[tuple[Look, str]]:
    """The text of a row's column, as its cell holds it, in pieces: in it evidence, and what is
    struck out. Of an empty text there is none. What stands behind `end` is not the agency's.
    """
    spans = find_spans(row.event.text, row.flags) if key == "text" else []
    words = () if key in row.said else row.event.withdrawn.get(key, ())
    if end is not None:
        spans = [(start, min(stop, end)) for start, stop in spans if start < end]
    struck = find_withdrawn(text, words) if words else []
    return [
        ((Look.EVIDENCE if told else PLAIN) | (Look.WITHDRAWN if gone else PLAIN), piece)
        for told, gone, piece in split_by_spans(text, spans, struck)
    ]


def find_spans(text: str, flags: Iterable[Flag]) -> list[tuple[int, int]]:
    """Where the words that decided an answer stand in the event's cleaned text, in order, overlaps
    joined. What explains a silence decides nothing.
    """
    spans = sorted(
        {
            (one.start, one.end)
            for flag in flags
            if flag.answer is not Answer.NOT_RECORDED
            for one in flag.evidence
            if one.field == "text"
        }
    )
    if spans and clean_text(text) != text:
        spans = [(len(clean_text(text[:a])), len(clean_text(text[:b]))) for a, b in spans]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if start == end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def split_by_spans(
    text: str, spans: Iterable[tuple[int, int]], struck: Iterable[tuple[int, int]] = ()
) -> list[tuple[bool, bool, str]]:
    """The text in pieces, none empty, each with whether it is evidence, and whether struck out."""
    told, gone = list(spans), list(struck)
    bounds = {0, len(text), *(place for span in (*told, *gone) for place in span)}
    cuts = sorted(place for place in bounds if place <= len(text))
    return [
        (_lies_in(start, told), _lies_in(start, gone), text[start:end])
        for start, end in pairwise(cuts)
    ]


def _lies_in(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)

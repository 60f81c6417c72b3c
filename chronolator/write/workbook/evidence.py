"""The words that an answer rests on, shown in the text itself."""

from collections.abc import Iterable

from chronolator.columns import clean_text
from chronolator.model import Answer, Flag


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


def split_by_spans(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[bool, str]]:
    """The text in pieces, none empty, each with whether it is evidence."""
    pieces = []
    position = 0
    for start, end in spans:
        pieces += [(False, text[position:start]), (True, text[start:end])]
        position = end
    pieces.append((False, text[position:]))
    return [(marked, words) for marked, words in pieces if words]

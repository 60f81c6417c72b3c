"""Words that an agency struck out, in the text that still holds them."""

import re
from collections.abc import Sequence


def find_withdrawn(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text, in order: each behind the one before it where it can be,
    whole rather than inside a longer word, whatever white space parts them. Words that the text
    does not hold are left out.
    """
    spans: list[tuple[int, int]] = []
    place = 0
    for one in words:
        found = [
            span
            for pattern in _compile(one)
            for match in pattern.finditer(text)
            if not _overlaps(span := match.span(), spans)
        ]
        best = next((span for span in found if span[0] >= place), found[0] if found else None)
        if best is not None:
            spans.append(best)
            place = best[1]
    return sorted(spans)


def blank_withdrawn(text: str, words: Sequence[str]) -> str:
    """The text with blanks in place of the words, so that every other word keeps its place."""
    for start, end in find_withdrawn(text, words):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_withdrawn_whole(text: str, words: Sequence[str]) -> bool:
    """True where nothing that can be read is left of the text but for the words."""
    return not any(character.isalnum() for character in blank_withdrawn(text, words))


def stands_twice(text: str, words: Sequence[str]) -> bool:
    """True where some of the words stand in the rest of the text too: which of them are meant is
    not sure.
    """
    rest = blank_withdrawn(text, words)
    return any(pattern.search(rest) for one in words for pattern in _compile(one)[:1])


def _compile(words: str) -> list[re.Pattern[str]]:
    """What finds the words whole, then what finds them anywhere."""
    parts = r"\s+".join(map(re.escape, words.split()))
    return [re.compile(rf"(?<!\w){parts}(?!\w)"), re.compile(parts)] if parts else []


def _overlaps(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)

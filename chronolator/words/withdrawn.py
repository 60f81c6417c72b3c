"""Words that an agency struck out, in the text that still holds them."""

import re
from collections.abc import Sequence


def find_withdrawn(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text, in order: each behind the one before it where it can be,
    whatever white space parts them. Words that the text does not hold are left out.
    """
    spans: list[tuple[int, int]] = []
    place = 0
    for one in words:
        pattern = _compile(one)
        if pattern is None:
            continue
        found = pattern.search(text, place) or next(
            (again for again in pattern.finditer(text) if not _overlaps(again.span(), spans)), None
        )
        if found is not None:
            spans.append(found.span())
            place = max(place, found.end())
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
    return any(
        re.search(rf"(?<!\w){pattern.pattern}(?!\w)", rest)
        for one in words
        if (pattern := _compile(one)) is not None
    )


def _compile(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    return re.compile(r"\s+".join(map(re.escape, parts))) if parts else None


def _overlaps(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)

"""What stands in quotation marks."""

import re
from collections.abc import Iterable, Sequence

from chronolator.words.word import Word

_CLOSERS = {'"': '"\u201d', "\u201c": '"\u201d', "'": "'\u2019", "\u2018": "'\u2019"}
"""By the mark that opens a quotation, those that close it: no apostrophe closes a double one."""


def mark_quote(text: str, mark: re.Match[str], opened: int, quotes: list[tuple[int, int]]) -> int:
    """Where what is quoted was opened, -1 for nowhere; what the mark closes goes to `quotes`."""
    opens = mark[0] in _CLOSERS and _opens(text, mark.start())
    if opened < 0:
        return mark.start() if opens else -1
    if (opens and mark[0] != text[opened]) or mark[0] not in _CLOSERS[text[opened]]:
        return opened
    quotes.append((opened, mark.end()))
    return -1


def _opens(text: str, place: int) -> bool:
    """True where a quotation mark has nothing but white space or a bracket before it."""
    return place == 0 or not (text[place - 1].isalnum() or text[place - 1] in ".,!?")


def mark_quoted(words: Iterable[Word], quotes: Sequence[tuple[int, int]]) -> tuple[Word, ...]:
    """The words, those within one of the quotations marked; both are in the order of the text."""
    marked: list[Word] = []
    spans = iter([*quotes, (1 << 60, 1 << 60)])
    start, end = next(spans)
    for word in words:
        while word.start >= end:
            start, end = next(spans)
        marked.append(word._replace(quoted=True) if word.start > start else word)
    return tuple(marked)

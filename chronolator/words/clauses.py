"""Clauses of a text: its words with their places, and how far what is said in one reaches."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<word> (?<!\w) (?: \d[:-]\d(?![\d:/-]) | \w{1,2}[/&]\w{1,2}(?!\w) | \w++ )
              (?: ['\u2019](?=\w) \w{1,7} )? )
  | (?P<stop> [.!?;]++ (?= \s | ["'\u2019\u201d)] | $ ) | \n | [\u2022|] )
  | (?P<pause> [,()\u2013\u2014] | \s-++\s )
  | (?P<colon> : )
  | (?P<quote> ["\u201c\u201d] | (?<!\w)['\u2018] (?=\w) | ['\u2019] (?!\w) )
    """,
    re.VERBOSE,
)
_SHORT = {"ca": "can", "wo": "will", "sha": "shall"}
_APOSTROPHES = ("'", "\u2019")


class Word(NamedTuple):
    """A word in lower case and its place: `text[start:end]` is how it is written.

    "Mum's" is the word "mum", `possessive`; "wasn't" is two words, "was" and "not". `capital`: it
    begins with a capital. `sentence`, `segment` and `clause` number what it stands in: a segment
    ends at a comma, bracket or dash too, a clause at a colon and at a joining word ("when")
    besides, which is a clause of its own. `quoted`: between quotation marks.
    `joining`: one of those joining words. `colon`: a colon stands behind it.
    """

    text: str
    start: int
    end: int
    clause: int
    segment: int
    sentence: int
    capital: bool = False
    possessive: bool = False
    quoted: bool = False
    joining: bool = False
    colon: bool = False


@dataclass(slots=True)
class _Places:
    """What the next word will stand in."""

    clause: int = 0
    segment: int = 0
    sentence: int = 0

    def part(self) -> None:
        self.clause += 1

    def pause(self) -> None:
        self.clause += 1
        self.segment += 1

    def stop(self) -> None:
        self.clause += 1
        self.segment += 1
        self.sentence += 1


def split_clauses(
    text: str,
    breaks: Collection[str] = (),
    turns: Collection[str] = (),
    short: Collection[str] = (),
) -> tuple[Word, ...]:
    """The words of the text, numbered by where they stand, in time linear to its length.

    A sentence ends at a full stop (not after an initial or a word of `short`), a semicolon, a line
    end, or before a word of `turns` ("but"); a clause ends there, at a pause, and at a word of
    `breaks` ("when").
    """
    words: list[Word] = []
    places = _Places()
    quotes: list[tuple[int, int]] = []
    opened = -1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            _read_word(words, match, places, breaks, turns)
        elif kind == "stop":
            if not (match[0] == "." and _is_shortened(words, match.start(), short)):
                places.stop()
        elif kind == "pause":
            places.pause()
        elif kind == "colon":
            _mark_colon(words, places)
        elif opened < 0:
            opened = match.start() if _opens(text, match.start()) else -1
        elif not _opens(text, match.start()) or match[0] == text[opened]:
            quotes.append((opened, match.end()))
            opened = -1
    return _mark_quoted(words, quotes) if quotes else tuple(words)


def _read_word(
    words: list[Word],
    match: re.Match[str],
    places: _Places,
    breaks: Collection[str],
    turns: Collection[str],
) -> None:
    written = match[0]
    lower = written.lower()
    joining = lower in turns or lower in breaks
    if lower in turns:
        places.stop()
    elif joining:
        places.part()
    if "'" in lower or "\u2019" in lower:
        words += _read_shortened(written, match.start(), places)
    else:
        start, end = match.span()
        here = places.clause, places.segment, places.sentence
        words.append(Word(lower, start, end, *here, written[0].isupper(), joining=joining))
    if joining:
        places.part()


def _mark_colon(words: list[Word], places: _Places) -> None:
    if words and words[-1].sentence == places.sentence:
        words[-1] = words[-1]._replace(colon=True)
    places.part()


def _read_shortened(written: str, start: int, places: _Places) -> list[Word]:
    lower, tail = written.lower(), ""
    for mark in _APOSTROPHES:
        if mark in lower:
            lower, _, tail = lower.partition(mark)
            break
    end = start + len(written)
    capital = written[0].isupper()
    here = places.clause, places.segment, places.sentence
    if tail == "t" and lower.endswith("n"):
        head = lower[:-1] or lower
        cut = start + len(head)
        return [
            Word(_SHORT.get(head, head), start, cut, *here, capital),
            Word("not", cut, end, *here),
        ]
    return [Word(lower, start, end, *here, capital, possessive=tail == "s")]


def _is_shortened(words: list[Word], place: int, short: Collection[str]) -> bool:
    """True for the full stop of "J." or "ch."; a digit or another word ends its sentence."""
    if not words or words[-1].end != place:
        return False
    last = words[-1]
    return last.text in short or (last.end - last.start == 1 and last.text.isalpha())


def _opens(text: str, place: int) -> bool:
    """True where a quotation mark has nothing but white space or a bracket before it."""
    return place == 0 or not (text[place - 1].isalnum() or text[place - 1] in ".,!?")


def _mark_quoted(words: list[Word], quotes: list[tuple[int, int]]) -> tuple[Word, ...]:
    marked: list[Word] = []
    spans = iter([*quotes, (1 << 60, 1 << 60)])
    start, end = next(spans)
    for word in words:
        while word.start >= end:
            start, end = next(spans)
        marked.append(word._replace(quoted=True) if word.start > start else word)
    return tuple(marked)

"""Clauses of a text: its words with their places, and how far what is said in one reaches."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from chronolator.words.quotes import mark_quote, mark_quoted
from chronolator.words.shorthand import write_out
from chronolator.words.token import TOKEN
from chronolator.words.word import Word

_SHORT = {"ca": "can", "wo": "will", "sha": "shall"}
_TAILS = {"s": "is", "ll": "will", "ve": "have", "re": "are", "m": "am", "d": "d"}
_NO_OWNERS = frozenset(
    ("he", "she", "it", "they", "i", "we", "you", "who", "that", "there", "what", "where", "here")
)
"""What stands before "'s" and owns nothing: "he's" is "he is"."""
_PREFIXED = re.compile(r"(\w)['\u2019]([^\W\d_]{3,})(['\u2019]s)?")  # "O'Brien's", not "I'll"
_APOSTROPHES = ("'", "\u2019")
_LABEL = re.compile(r"[A-Z][\w/]*(?: [\w/]+){0,3}\s?[:?]")
_ASKS_AGAIN = re.compile(
    r"[\w/]+(?: [\w/]+){0,3}(?:\s?[:?]| [-\u2013=] | (?:[YyNn]|[Yy]es|[Nn]o)\b)"
)
_SOME_WEIGHT = "n/kg"
_NUMBERS = frozenset({"weight", "time"})
_ANSWERS = frozenset({"y", "n"})
_FRACTURE = "#"  # "old rib #s." ends its sentence
_SIGNS = frozenset("@&+")
"""What is a word only where `shorthand` says for which it stands."""
_NOTHING: Mapping[str, str] = {}
_NEVER: Mapping[str, bool] = {}
RUN_ON = 120
"""Words from which on a sentence is parted: no sentence of the labelled rows has half as many."""


@dataclass(slots=True)
class _Places:
    """What the next word will stand in."""

    clause: int = 0
    segment: int = 0
    sentence: int = 0
    opened: int = 0
    """The segment with which the sentence begins."""
    began: tuple[int, int] = (0, 0)
    """A sentence, and how many words stand before it."""

    def part(self) -> None:
        self.clause += 1

    def pause(self) -> None:
        self.clause += 1
        self.segment += 1

    def stop(self) -> None:
        self.clause += 1
        self.segment += 1
        self.sentence += 1
        self.opened = self.segment

    def part_long(self, words: list[Word]) -> None:
        """Stop what runs on without an end, in place of a pause where one comes in time: how far
        what is said reaches is looked up in its sentence, again and again.
        """
        if self.began[0] != self.sentence:
            self.began = self.sentence, len(words)
        size = len(words) - self.began[1]
        if size >= 2 * RUN_ON or (size >= RUN_ON and self.clause != words[-1].clause):
            self.stop()


def split_clauses(
    text: str,
    breaks: Collection[str] = (),
    turns: Collection[str] = (),
    short: Mapping[str, bool] = _NEVER,
    shorthand: Mapping[str, str] = _NOTHING,
    wholes: Collection[str] = (),
    fronts: Collection[str] = (),
) -> tuple[Word, ...]:
    """The words of the text, numbered by where they stand, in time linear to its length.

    A sentence ends at a full stop (not after an initial or a word of `short`; where that is
    False, and behind shorthand, only if a capital follows), a semicolon, a line end, or before
    a word of `turns` ("but") that does not stand behind one of `wholes` ("all but K"; "not
    once" is whole too), and at the first comma of one that begins with a word of `fronts`
    ("although seen last week, K was out today"); one of more than 120 words at its next
    pause. A clause ends there, at a pause, a colon or question mark, and at a word of `breaks`
    ("when"). An age between brackets or commas is passed over: it parts nothing from whose it
    is. A word of `shorthand` is the words for which it stands, all at its place.
    """
    words: list[Word] = []
    places = _Places()
    quotes: list[tuple[int, int]] = []
    opened = -1
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "plain" or kind == "word":  # noqa: PLR1714  the sooner in this order
            written, start = match[kind], match.start(kind)
            _stop_before_label(words, text, start, places)
            places.part_long(words)
            full = write_out(written, shorthand)
            _read_word(words, (written, start), places, breaks, turns, wholes, full)
        elif kind in _NUMBERS:
            _read_number(words, match, places)
        elif kind == "stop":
            if not (match[0] == "." and _is_shortened(words, text, match, short, shorthand)):
                places.stop()
        elif kind == "pause" and match[0] == "," and _is_fronted(words, places, fronts):
            places.stop()
        elif kind == "pause" or (kind == "slash" and _ends_answer(words, text, match.end())):
            places.pause()
        elif kind == "colon":
            _mark_colon(words, places)
        elif kind == "quote":
            opened = mark_quote(text, match, opened, quotes)
    return mark_quoted(words, quotes) if quotes else tuple(words)


def _read_word(
    words: list[Word],
    found: tuple[str, int],
    places: _Places,
    breaks: Collection[str],
    turns: Collection[str],
    wholes: Collection[str],
    full: str,
) -> None:
    written, start = found
    if written in _SIGNS and not full:
        return
    lower = full or written.lower()
    turning, joining = lower in turns, lower in breaks
    if turning or joining:
        before = words[-1].text if words else ""
        whole = f"{before} {lower}" in wholes
        turning = turning and before not in wholes and not whole
        joining = turning or (joining and not whole)
    if turning:
        places.stop()
    elif joining:
        places.part()
    if full and not joining:
        _add_words(words, full, written, start, places)
    elif "'" in lower or "\u2019" in lower:
        words += _read_shortened(written, start, places)
    else:
        end = start + len(written)
        here = places.clause, places.segment, places.sentence
        capital = written[0].isupper()
        shouted = capital and written.isupper()
        words.append(Word(lower, start, end, *here, capital, joining=joining, shouted=shouted))
    if joining:
        places.part()


def _is_fronted(words: list[Word], places: _Places, fronts: Collection[str]) -> bool:
    """True behind the first words of a sentence where these stand before what it says in the end:
    "although he was tired". What goes on behind another clause ("seen, although tired, by") is not.
    """
    if not fronts or places.segment != places.opened:
        return False
    first = len(words)
    while first and words[first - 1].sentence == places.sentence:
        first -= 1
    begins = " ".join(word.text for word in words[first : first + 2])
    if begins not in fronts and begins.partition(" ")[0] not in fronts:
        return False
    goes_on = first and words[first].joining and not words[first - 1].sentence < places.sentence - 1
    return not goes_on


def _add_words(words: list[Word], full: str, written: str, start: int, places: _Places) -> None:
    end = start + len(written)
    here = places.clause, places.segment, places.sentence
    capital = written[0].isupper() and " " not in full
    words += [Word(one, start, end, *here, capital) for one in full.split()]


def _read_number(words: list[Word], match: re.Match[str], places: _Places) -> None:
    """A weight, or a time of day, which is one word, its hour; where a sentence begins with one,
    its first clause is behind it.
    """
    if match.lastgroup == "weight":
        _add_words(words, _SOME_WEIGHT, match[0], match.start(), places)
        return
    begins = not words or words[-1].sentence < places.sentence
    hour = str(int(match[0][:2].rstrip(":.")))
    _add_words(words, hour, match[0], match.start(), places)
    if begins:
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
    if name := _PREFIXED.fullmatch(written):
        own, shouted = name[3] is not None, name[2].isupper()
        return [
            Word(f"{name[1]}{name[2]}".lower(), start, end, *here, capital, own, shouted=shouted)
        ]
    if tail == "t" and lower.endswith("n"):
        head = lower[:-1] or lower
        cut = start + len(head)
        return [
            Word(_SHORT.get(head, head), start, cut, *here, capital),
            Word("not", cut, end, *here),
        ]
    if tail in _TAILS and (tail != "s" or lower in _NO_OWNERS):
        cut = start + len(lower)
        return [
            Word(lower, start, cut, *here, capital),
            Word(_TAILS[tail], cut, end, *here),
        ]
    return [Word(lower, start, end, *here, capital, possessive=tail == "s")]


def _is_shortened(
    words: list[Word],
    text: str,
    stop: re.Match[str],
    short: Mapping[str, bool],
    shorthand: Mapping[str, str],
) -> bool:
    """True for the full stop of "J." or "ch."; a digit or another word ends its sentence."""
    if not words or words[-1].end != stop.start():
        return False
    last = words[-1]
    letter = last.end - last.start == 1 and text[last.start - 1 : last.start] != _FRACTURE
    if last.text in short or (not letter and text[last.start : last.end].lower() in shorthand):
        begins = text[stop.end() : stop.end() + 2].strip()[:1].isupper()
        return short.get(last.text, False) or not begins
    answers = _is_answer(words) and last.text in _ANSWERS
    return letter and last.text.isalpha() and not answers


def _stop_before_label(words: list[Word], text: str, start: int, places: _Places) -> None:
    """Part what a form leaves together: "Seen: Y Alone: N", "Ch seen  Views: none"."""
    parted = text[start].isupper() and (text[start - 2 : start].isspace() or _is_answer(words))
    if words and parted and _LABEL.match(text, start):
        places.stop()


def _ends_answer(words: list[Word], text: str, end: int) -> bool:
    """True for "Seen: Y / alone: N", not for what a form offers: "Child: present / absent"."""
    return _is_answer(words) and _ASKS_AGAIN.match(text, end) is not None


def _is_answer(words: list[Word]) -> bool:
    """True behind a word that stands alone behind a colon: "Seen: Y. Alone: N", "Seen: Y / "."""
    return len(words) > 1 and words[-2].colon

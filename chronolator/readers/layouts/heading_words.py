"""The words of a heading as the rules see them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronolator.model import HeadingRules
from chronolator.readers.layouts.spelling import correct
from chronolator.words.fold import fold

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019\u02bc`]s\b|(?<=s)['\u2019\u02bc`]", re.IGNORECASE)
_WELSH_OF = re.compile(r"(?<=\w)(?: o)?(?:['\u2019\u02bc`]r| yr?)(?= [^\W\d_]{2})|(?<=\w) o(?= \w)")
_BEFORE_ASIDE = re.compile(r"^[^(\[]*")
_COUNTED = re.compile(r"\s*(?:\d{1,2}|\(?[a-h])[.)]\s+(?=\w)")
_ENDING = re.compile(r"\(s\)|[(/]ren\b\)?", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?")
_PIECE = re.compile(r"[^\W_]+|[/,;:|\u2013\u2014\n]|\?(?=\s*\w)|(?<=\s)-(?=\s)")
_SAID = str.maketrans(
    {"&": " and ", "+": " and ", "#": " number ", "\u2116": " number ", "%": " percent "}
)

Chunk = tuple[int, int]
"""Where in a heading a word stands: how many strokes, and how many words such as "of", before."""
_Piece = tuple[str, Chunk]


@dataclass(frozen=True, slots=True)
class Words:
    """A heading as the rules see it: folded words, and the chunk of the heading each stands in,
    parted by strokes (first number) and by words such as "of" (second number).

    `aside`: words in brackets, which count where the others say nothing. `asked`: the heading asks
    for yes or no.
    """

    words: tuple[str, ...]
    chunks: tuple[Chunk, ...]
    aside: tuple[str, ...] = ()
    asked: bool = False


class Speller:
    """Folds headings and the rules' phrases alike. `learn` the phrases before reading headings."""

    def __init__(self, rules: HeadingRules) -> None:
        self.breaks = set(rules.breaks)
        self._joins = set(rules.joins)
        self._dropped = set(rules.dropped)
        self._articles = set(rules.articles)
        self._small = {*self.breaks, *self._dropped, ""}
        hints = (tuple(hint.split()) for hint in rules.hints)
        self._hints = sorted(hints, key=len, reverse=True)  # "y n na" before "y n"
        self._all_hints = set(self._hints)
        self._yes_no = {tuple(hint.split()) for hint in rules.yes_no}
        self._asks = set(rules.asks)
        self._questions = set(rules.questions)
        self._leads = [tuple(lead.split()) for lead in rules.leads]
        self._denials = tuple(f"{denial} " for denial in rules.denials)
        self._same: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for word, others in rules.same:
            for other in others:
                phrase = tuple(list_words([other]))
                self._same.setdefault(phrase[0], []).append((phrase, word))
        self._classes = {word for word, _ in rules.same}
        self.known: set[str] = set()
        self._respelt: frozenset[str] = frozenset()

    def learn(self, words: Iterable[str]) -> None:
        """Take the words for known ones: a slip in a heading is put right to one of these."""
        self.known.update(words)
        self.known.update(self._classes)
        variants = {w for same in self._same.values() for phrase, _ in same for w in phrase}
        hints = {word for hint in self._hints for word in hint}
        self._respelt = frozenset(self.known | self.breaks | variants | hints)

    def fold_phrase(self, phrase: str) -> tuple[str, ...]:
        """The words of a rule's phrase."""
        words = [cut(word) for word in list_words([phrase], plural=True)]
        kept = [word for word in words if word not in self._dropped] or words
        spelt = _number([(word, (0, 0)) for word in kept], self.breaks)
        pieces = self._merge(self._unite(spelt))
        return tuple(word for word, _ in pieces)

    def split(self, heading: str) -> Words:
        """The heading's words."""
        text = _COUNTED.sub("", heading, count=1) if _COUNTED.match(heading) else heading
        text = _ENDING.sub(_close_ending, _BEFORE_ASIDE.sub(_unspace_found, text).translate(_SAID))
        text = _part_words(text)
        asides = [one or other for one, other in _ASIDE.findall(text)]
        told = [one for one in asides if not fold(one).startswith(self._denials)]
        aside = " , ".join(told)
        words, chunks, asked = self._read(_ASIDE.sub(" , ", text))
        if not words:
            beside, chunks, asked = self._read(aside)
            return Words(beside, chunks, (), asked)
        hints = [one for one in asides if tuple(fold(one).split()) in self._all_hints]
        asked = asked or any(tuple(fold(one).split()) in self._yes_no for one in hints)
        beside, _, also = self._read(" , ".join(one for one in told if one not in hints))
        return Words(words, chunks, beside, asked or also)

    def _read(self, text: str) -> tuple[tuple[str, ...], tuple[Chunk, ...], bool]:
        pieces: list[_Piece] = []
        stroke = chunk = 0
        before, question = "", False
        for piece in _PIECE.findall(text):
            folded = fold(piece)
            stroke += not folded
            for word in folded.split():
                opens = word in self._articles and before not in self._small and not question
                question = question or (not before and word in self._asks)
                chunk += word in self.breaks or opens
                before = word
                pieces.append((word, (stroke, chunk)))
        pieces = self._drop_lead(pieces)
        asked = bool(pieces) and pieces[0][0] in self._asks
        if pieces and text.rstrip().endswith("?"):
            asked = asked or pieces[0][0] not in self._questions
        kept, told = self._drop_hints(pieces)
        kept = [one for one in kept if one[0] not in self._dropped] or kept
        spelt = [(right, at) for word, at in self._join(kept) for right in self._spell(word)]
        spelt = self._merge(self._unite(_number(spelt, self.breaks)))
        words = tuple(word for word, _ in spelt)
        return words, tuple(at for _, at in spelt), asked or told

    def _drop_lead(self, pieces: list[_Piece]) -> list[_Piece]:
        words = tuple(word for word, _ in pieces)
        size = max((len(one) for one in self._leads if words[: len(one)] == one), default=0)
        return pieces[size:] or pieces

    def _drop_hints(self, pieces: list[_Piece]) -> tuple[list[_Piece], bool]:
        """The pieces without hints behind the first word, and whether yes or no was one."""
        words = tuple(word for word, _ in pieces)
        asked = False
        for hint in self._hints:
            size = len(hint)
            for start in range(len(words) - size, 0, -1):
                if words[start : start + size] == hint:
                    asked = asked or hint in self._yes_no
                    del pieces[start : start + size]
                    words = words[:start] + words[start + size :]
        return pieces, asked

    def _join(self, pieces: list[_Piece]) -> Iterator[_Piece]:
        """The pieces, a word that a space has parted ("out come") made whole."""
        place = 0
        while place < len(pieces):
            word, at = pieces[place]
            beside = pieces[place + 1] if place + 1 < len(pieces) else ("", at)
            whole = cut(word + beside[0])
            strange = not (self._knows(word) and self._knows(beside[0]))
            joined = beside[1] == at and whole in self.known and strange
            yield (whole, at) if joined else (word, at)
            place += 1 + joined

    def _knows(self, word: str) -> bool:
        return cut(word) in self._respelt or word in self._respelt

    def _spell(self, word: str) -> tuple[str, ...]:
        plain = cut(word)
        if plain in self._respelt or word in self._respelt:
            return (plain,)
        return correct(plain, self._respelt)

    def _unite(self, pieces: list[_Piece]) -> list[_Piece]:
        """The pieces with one word for all that say the same: "young person" is "child"."""
        united: list[_Piece] = []
        place = 0
        while place < len(pieces):
            word, at = pieces[place]
            size, plain = 1, word
            for phrase, name in self._same.get(word, ()):
                found = pieces[place : place + len(phrase)]
                if len(phrase) >= size and tuple(one for one, _ in found) == phrase:
                    size, plain = len(phrase), name
            united.append((plain, at))
            place += size
        return united

    def _merge(self, pieces: list[_Piece]) -> list[_Piece]:
        """The pieces with one word for two that now are alike: "child / young person"."""
        merged: list[_Piece] = []
        strokes = 0
        for word, (stroke, chunk) in pieces:
            before = [one for one, _ in merged[-2:]]
            joined = len(before) == len("ab") and before[1] in self._joins and before[0] == word
            if word in self._classes and (before[-1:] == [word] or joined):
                del merged[len(merged) - joined :]
                strokes = stroke - merged[-1][1][0]
                continue
            merged.append((word, (stroke - strokes, chunk)))
        return merged


def list_words(phrases: Sequence[str], *, plural: bool = False) -> Iterator[str]:
    """The folded words of phrases, without the ending of a plural where it is not asked for."""
    for phrase in phrases:
        plain = fold(_part_words(phrase))
        yield from plain.split() if plural else map(cut, plain.split())


def _part_words(text: str) -> str:
    """The text with "seenAlone" parted, without possessives, "of" for the Welsh "y"."""
    return _POSSESSIVE.sub("", _WELSH_OF.sub(" of", _CAMEL.sub(" ", text)))


def cut(word: str) -> str:
    """The word without the ending of a plural."""
    if len(word) <= len("was") or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _number(pieces: list[_Piece], breaks: set[str]) -> list[_Piece]:
    """The pieces with "number" for a "no" that ends a stretch, as in "log no", or in "no. of"."""
    told: list[_Piece] = []
    for place, (word, at) in enumerate(pieces):
        before = pieces[place - 1] if place else ("", at)
        after = pieces[place + 1] if place + 1 < len(pieces) else ("", (-1, 0))
        ends = after[1][0] != at[0]
        alone = not place or before[1] != at or before[0] in breaks
        numbers = word == "no" and ((ends and not alone) or after[0] == "of")
        told.append(("number", at) if numbers else (word, at))
    return told


def _close_ending(found: re.Match[str]) -> str:
    return "s" if found[0].casefold() == "(s)" else "ren"


def _unspace_found(found: re.Match[str]) -> str:
    return _unspace(found[0])


def _unspace(heading: str) -> str:
    """Letters written apart ("D A T E") as words; two spaces part the words."""
    if len(heading.split()) <= 2 or any(len(one) > 1 for one in heading.split()):  # noqa: PLR2004  "W F" is no spaced word
        return heading
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", heading.strip()))

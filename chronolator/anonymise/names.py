"""Finds the people and places of a case in a text, however their names are written."""

import re
from collections.abc import Collection, Iterator, Sequence

from chronolator.anonymise.nouns import Coded, Spelling, Swap
from chronolator.anonymise.pieces import Piece, begins_sentence, find_label, split_pieces
from chronolator.anonymise.writing import (
    JOINED_LETTERS,
    POSSESSIVE,
    SIBILANT_END,
    has_s,
    is_short_form,
    is_written,
    shouts,
)
from chronolator.model import AnonymiseRules

_JOINS = re.compile(r"[ \u00a0\u202f\n\t]{1,2}| {3,4}|[-'\u2019\u2010\u2011\u2013._]|")
_PLACE_JOINS = re.compile(r"[^\w\n;:!?]{1,3}|_|\n|")
"""The name of an agency may hold more: "&", commas, brackets."""
_AFTER_TITLE = re.compile(r"\.?\s")
_MIDDLE = 2
"""So many other names may stand between a first name and its surname."""
_ANY_NUMBER = "0"
_POSSESSIVE_MARK = "'s"
_STOP = "."
_PLAIN_SENTENCE = "may be the word, for it begins a sentence"
_SEVERAL = "may be one or another"
_PLURAL = "may be the plural of a short form"
_APOSTROPHES = ("'", "\u2019")
_NOT_AN_INITIAL = (*JOINED_LETTERS, "-", *_APOSTROPHES)


class Names:
    """The spellings of a case, ready to be found in texts."""

    def __init__(
        self,
        book: dict[str, list[tuple[Spelling, frozenset[int]]]],
        coded: Sequence[Coded],
        rules: AnonymiseRules,
        articles: Collection[str] = (),
    ) -> None:
        """`coded`: those to whose places the spellings point. `articles`: letters among the
        spellings that are words as well where a sentence begins: "A date".
        """
        self._articles = articles
        self._book = book
        self._coded = coded
        genders = {word: told for told, words in rules.title_genders.items() for word in words}
        self._titles = {one: genders.get(one, "") for one in rules.titles}
        self._not_before = {one: frozenset(words) for one, words in rules.not_before.items()}
        self._not_behind = {one: frozenset(words) for one, words in rules.not_behind.items()}
        self._surnames = _list_surnames(book)
        self._particles = frozenset(rules.particles)
        self._family_before = frozenset(rules.family_before)
        self._family = f"{rules.family} "

    def find(self, text: str) -> list[Swap]:
        """Every name in the text, in order, each by the longest spelling that fits."""
        pieces = split_pieces(text, self._particles)
        found: list[Swap] = []
        at = 0
        while at < len(pieces):
            swap, behind = self._find_at(text, pieces, at)
            if swap is not None:
                found.append(swap)
            at = behind
        return found

    def _find_at(self, text: str, pieces: Sequence[Piece], at: int) -> tuple[Swap | None, int]:
        here = pieces[at]
        for spelling, whose in self._list_beginning(here.text):
            size = len(spelling.words)
            there = pieces[at : at + size]
            words = tuple(one.text for one in there)
            possessive = ""
            if words != spelling.words:
                family = bool(at) and pieces[at - 1].text in self._family_before
                if not has_s(words, spelling, family=family):
                    continue
                possessive = _POSSESSIVE_MARK
            joins = _PLACE_JOINS if self._are_places(whose) else _JOINS
            if not is_written(text, there, spelling, joins):
                continue
            if size == 1 and is_short_form(pieces, at, spelling):
                continue
            if spelling.titled and not self._has_title(text, pieces, at):
                continue
            if size == 1 and (
                self._is_the_word(pieces, at, spelling) or self._is_article(text, pieces, at)
            ):
                continue
            return self._take(text, pieces, at, spelling, whose, possessive)
        return None, at + 1

    def _list_beginning(self, word: str) -> Iterator[tuple[Spelling, frozenset[int]]]:
        """The spellings that begin with the word, or with what it is without an "s"."""
        yield from self._book.get(word, ())
        if word.endswith(POSSESSIVE):
            yield from self._book.get(word[:-1], ())
            if word.endswith(SIBILANT_END):
                yield from self._book.get(word[:-2], ())

    def _are_places(self, whose: frozenset[int]) -> bool:
        return all(self._coded[one].is_place for one in whose)

    def _is_article(self, text: str, pieces: Sequence[Piece], at: int) -> bool:
        """True for "A date"; of "A seen" what stands beside it tells (`Letters`)."""
        here, behind = pieces[at], pieces[at + 1 : at + 2]
        if here.text not in self._articles or not begins_sentence(text, here.start):
            return False
        return bool(behind) and not behind[0].capital and text[here.end : behind[0].start] == " "

    def _is_the_word(self, pieces: Sequence[Piece], at: int, spelling: Spelling) -> bool:
        """True for "Will be", "in May": the word, for all its capital."""
        if not spelling.capital:
            return False
        word = spelling.words[0]
        if at + 1 < len(pieces) and word in self._not_before:
            behind = pieces[at + 1]
            near = behind.start - pieces[at].end <= 1
            if near and _name_number(behind.text) in self._not_before[word]:
                return True
        if at and word in self._not_behind:
            before = pieces[at - 1]
            near = pieces[at].start - before.end <= 1
            return near and _name_number(before.text) in self._not_behind[word]
        return False

    def _take(
        self,
        text: str,
        pieces: Sequence[Piece],
        at: int,
        spelling: Spelling,
        whose: frozenset[int],
        possessive: str,
    ) -> tuple[Swap, int]:
        last = at + len(spelling.words)
        if spelling.first and not possessive:
            last, whose = self._follow(text, pieces, last, whose)
        start, end = pieces[at].start, pieces[last - 1].end
        whose = self._tell_apart(text, start, whose)
        if self._has_title(text, pieces, at) and self._is_somebody(whose):
            told = self._titles[pieces[at - 1].text]
            if told and spelling.gender and told != spelling.gender:
                whose = frozenset({spelling.others})
            else:
                start = pieces[at - 1].start
        codes = [self._coded[one].code for one in sorted(whose)]
        code = " or ".join(codes)
        words = code.upper() if shouts(pieces[at:last], spelling) else code
        doubt = _SEVERAL if len(codes) > 1 else ""
        if possessive and spelling.exact:
            doubt = _PLURAL
        if spelling.word and last - at == 1:
            doubt = doubt or (_PLAIN_SENTENCE if begins_sentence(text, start) else "")
        return Swap(start, end, words + possessive, code, doubt), last

    def _tell_apart(self, text: str, start: int, whose: frozenset[int]) -> frozenset[int]:
        """Who of several is meant, where the words before say it: "Uncle" before a first name."""
        if len(whose) == 1:
            return whose
        before = text[:start]
        told = [one for one in whose if find_label(before, self._coded[one].code) < start]
        return frozenset(told) if len(told) == 1 else whose

    def _is_somebody(self, whose: frozenset[int]) -> bool:
        """True for one person, whose title goes into the code."""
        coded = [self._coded[one] for one in whose]
        return len(coded) == 1 and not (coded[0].is_place or coded[0].code.startswith(self._family))

    def _has_title(self, text: str, pieces: Sequence[Piece], at: int) -> bool:
        if not at or pieces[at - 1].text not in self._titles:
            return False
        return _AFTER_TITLE.fullmatch(text[pieces[at - 1].end : pieces[at].start]) is not None

    def _follow(
        self, text: str, pieces: Sequence[Piece], last: int, whose: frozenset[int]
    ) -> tuple[int, frozenset[int]]:
        """Where the name goes on behind a first name: other names and the surname, or its letter;
        and whose it then is.
        """
        for ahead in range(last, min(len(pieces), last + _MIDDLE + 1)):
            piece = pieces[ahead]
            between = text[pieces[ahead - 1].end : piece.start]
            initial = ahead > last and pieces[ahead - 1].end - pieces[ahead - 1].start == 1
            joins = between != _STOP and _JOINS.fullmatch(between)
            if not (joins or (initial and between == ". ")):
                break
            if not piece.capital or piece.text.isdigit():
                break
            ours = whose & self._surnames.get(piece.text, frozenset())
            if ours and text[piece.end : piece.end + 1] not in _APOSTROPHES:
                return ahead + 1, ours
        if last < len(pieces):
            piece = pieces[last]
            letter = piece.end - piece.start == 1 and piece.capital and piece.whole
            near = text[pieces[last - 1].end : piece.start] == " "
            if letter and near and text[piece.end : piece.end + 1] not in _NOT_AN_INITIAL:
                ours = whose & self._surnames.get(piece.text, frozenset())
                if ours:
                    return last + 1, ours
        return last, whose


def _list_surnames(
    book: dict[str, list[tuple[Spelling, frozenset[int]]]],
) -> dict[str, frozenset[int]]:
    """Whose surname, or its first letter, a word is."""
    found: dict[str, frozenset[int]] = {}
    for listed in book.values():
        for spelling, _ in listed:
            if spelling.comma and len(spelling.words) > 1 and len(spelling.words[0]) > 1:
                for word in (spelling.words[0], spelling.words[0][0]):
                    found[word] = found.get(word, frozenset()) | {spelling.whose}
    return found


def _name_number(word: str) -> str:
    return _ANY_NUMBER if word.isdigit() else word

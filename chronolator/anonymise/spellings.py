"""The ways in which records write the names of a case."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.anonymise.nouns import Spelling
from chronolator.anonymise.pieces import split_pieces
from chronolator.model import AnonymiseRules

_SHORT = 2
_SHORT_FORM = 5


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody's name and aliases as the case file writes them; `whose`: the place of the code."""

    whose: int
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parts:
    whose: int
    words: tuple[str, ...]
    written: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.words[0]

    @property
    def last(self) -> str:
        return self.words[-1]


class Speller:
    """Knows which words of names are words too, and so must have a capital."""

    def __init__(self, rules: AnonymiseRules, roles: Iterable[str], known: Iterable[str]) -> None:
        """`roles`: words that stand for people ("mum"); `known`: short forms of the trade."""
        self._rules = rules
        self._words = frozenset((*rules.also_words, *roles))
        self._titles = frozenset(rules.titles)
        self._short_forms = frozenset(one.casefold() for one in known)

    def is_word(self, words: Sequence[str]) -> bool:
        """True for a name of which each word is a word too, or very short."""
        return all(one in self._words or len(one) <= _SHORT for one in words)

    def spell(self, people: Sequence[Named]) -> Iterator[Spelling]:
        """The spellings of everybody: names, parts of names, aliases, initials. What two have is
        told of each of them.
        """
        parts = [self._part(one) for one in people]
        for one, person in zip(parts, people, strict=True):
            if one is not None:
                yield from self._spell_name(one)
            for alias in person.aliases:
                yield from self._spell_alias(alias, person.whose)

    def _part(self, person: Named) -> _Parts | None:
        pieces = split_pieces(person.name)
        while len(pieces) > 1 and pieces[0].text in self._titles:
            del pieces[0]
        if not pieces:
            return None
        written = tuple(person.name[one.start : one.end] for one in pieces)
        return _Parts(person.whose, tuple(one.text for one in pieces), written)

    def _spell_name(self, one: _Parts) -> Iterator[Spelling]:
        yield from self._write(one.words, one.whose)
        if len(one.words) == 1:
            return
        if len(one.last) > 1:
            yield from self._write((one.last, *one.words[:-1]), one.whose, comma=True)
            yield from self._write((one.last,), one.whose, surname=True)
            yield from self._write((one.last, one.first[0]), one.whose, capital=True, comma=True)
            yield from self._write((one.first[0], one.last), one.whose, capital=True)
            if len(one.words) > _SHORT:
                yield from self._write((one.first, one.last), one.whose)
                yield from self._write((one.last, one.first), one.whose, comma=True)
                yield from self._write(one.words[1:], one.whose, surname=True)
        yield from self._write((one.first,), one.whose, first=True)
        yield from self._spell_initials(one)

    def _spell_initials(self, one: _Parts) -> Iterator[Spelling]:
        letters = tuple(word[0] for word in one.words)
        joined = "".join(letters)
        if joined not in self._short_forms:
            yield Spelling((joined,), one.whose, exact=joined.upper())
        if all(map(str.isalpha, letters)):
            yield Spelling(letters, one.whose, exact=joined.upper())

    def _spell_alias(self, alias: str, whose: int) -> Iterator[Spelling]:
        pieces = split_pieces(alias)
        while len(pieces) > 1 and pieces[0].text in self._titles:
            title = pieces.pop(0)
            yield Spelling((title.text, *(one.text for one in pieces)), whose, capital=True)
            if len(pieces) == 1:
                return  # a surname with a title says nothing of the surname alone
        words = tuple(one.text for one in pieces)
        if not words:
            return
        short = len(words) == 1 and pieces[0].shouted and len(words[0]) <= _SHORT_FORM
        if short or (len(words) == 1 and self.is_word(words)):
            written = alias[pieces[0].start : pieces[0].end]
            yield Spelling(words, whose, exact=written, word=not written.isupper())
            return
        yield from self._write(words, whose)
        if len(words) == _SHORT and "," not in alias and all(len(one) > 1 for one in words):
            yield from self._write(words[::-1], whose, comma=True)

    def _write(
        self,
        words: tuple[str, ...],
        whose: int,
        *,
        capital: bool = False,
        surname: bool = False,
        first: bool = False,
        comma: bool = False,
    ) -> Iterator[Spelling]:
        word = self.is_word(words)
        yield Spelling(
            words,
            whose,
            capital=capital or word,
            word=word,
            surname=surname,
            first=first,
            comma=comma,
        )


def gather(spellings: Iterable[Spelling]) -> dict[str, list[tuple[Spelling, frozenset[int]]]]:
    """By the first word of each: the spellings, the longest first, each with all whose it is. Of
    what two people have the one that names somebody whole counts before a part of a name.
    """
    met: dict[tuple[tuple[str, ...], str], list[Spelling]] = defaultdict(list)
    for one in spellings:
        met[one.words, one.exact].append(one)
    book: dict[str, list[tuple[Spelling, frozenset[int]]]] = defaultdict(list)
    for (words, _), found in met.items():
        whole = [one for one in found if not (one.surname or one.first or one.comma)]
        best = whole or [one for one in found if not one.comma] or found
        told = frozenset(one.whose for one in best)
        first = any(one.first and one.whose in told for one in found)
        book[words[0]].append((replace(best[0], first=first), told))
    for listed in book.values():
        listed.sort(key=lambda one: (-len(one[0].words), not one[0].exact))
    return dict(book)


def find_shared(people: Sequence[Named]) -> tuple[str, ...]:
    """The surnames that several of the people have, as the case file writes them."""
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for person in people:
        pieces = split_pieces(person.name)
        if len(pieces) > 1 and len(pieces[-1].text) > 1:
            last = pieces[-1]
            counts[last.text] += 1
            written.setdefault(last.text, person.name[last.start : last.end])
    return tuple(written[name] for name, count in counts.items() if count > 1)

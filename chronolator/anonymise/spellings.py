"""The ways in which records write the names of a case."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.anonymise.nouns import Spelling
from chronolator.anonymise.pieces import Piece, split_pieces
from chronolator.model import AnonymiseRules

_SHORT = 2
_SHORT_FORM = 5
_APOSTROPHE = re.compile("['\u2019]")
_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
     "å": "aa", "Å": "Aa", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"}
)  # fmt: skip
_HYPHEN = re.compile("[\u2010\u2011\u2013-]")
_JOIN = re.compile("['\u2019\u2010\u2011\u2013-]")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody's name and aliases as the case file writes them; `whose`: the place of the code."""

    whose: int
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """A surname that several people have; `words`: each way in which it is written, folded."""

    name: str
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name without title and generation. `given`: how many of its words stand before the
    surname; `halves`: the words of each part of a surname with a hyphen; `written`: the surname as
    it stands.
    """

    whose: int
    words: tuple[str, ...]
    given: int
    halves: tuple[tuple[str, ...], ...]
    written: str

    @property
    def first(self) -> str:
        return self.words[0]

    @property
    def last(self) -> str:
        return self.words[-1]


class Speller:
    """Knows which words of names are words too, and so must have a capital, and where the parts of
    a name begin.
    """

    def __init__(self, rules: AnonymiseRules, roles: Iterable[str], known: Iterable[str]) -> None:
        """`roles`: words that stand for people ("mum"); `known`: short forms of the trade."""
        self._rules = rules
        roles = frozenset(roles)
        self._words = roles.union(rules.also_words)
        self._titles = frozenset(rules.titles)
        self._generations = frozenset(rules.generations)
        self._particles = frozenset(rules.particles)
        self._short_forms = frozenset(one.casefold() for one in known)
        self._of_the_trade = self._short_forms | roles

    def split(self, name: str) -> list[Piece]:
        """The pieces of the name, in order."""
        return split_pieces(name, self._particles)

    def is_word(self, words: Sequence[str]) -> bool:
        """True for a name of which each word is a word too, or very short."""
        return all(one in self._words or len(one) <= _SHORT for one in words)

    def spell(self, people: Sequence[Named]) -> Iterator[Spelling]:
        """The spellings of everybody: names, parts of names, aliases, initials. What two have is
        told of each of them.
        """
        for person in people:
            for form in _join_apart(person.name):
                if one := self._part(form, person.whose):
                    yield from self._spell_name(one)
                    if form == person.name:
                        yield from self._write(tuple(map(_get_text, self.split(form))), one.whose)
                        yield from self._spell_initials(one)
            for alias in person.aliases:
                for form in _join_apart(alias):
                    yield from self._spell_alias(form, person.whose)

    def find_families(self, people: Sequence[Named]) -> tuple[Family, ...]:
        """The surnames that several of the people have."""
        met: dict[str, list[_Parts]] = defaultdict(list)
        for person in people:
            one = self._part(person.name, person.whose)
            if one is not None and len(one.words) > 1 and len(one.last) > 1:
                met[one.last].append(one)
        return tuple(self._gather_family(found) for found in met.values() if len(found) > 1)

    def _gather_family(self, members: Sequence[_Parts]) -> Family:
        forms = Counter(form for one in members for form in _join_apart(one.written))
        told = [(self.split(form), times) for form, times in forms.items()]
        shared = (tuple(map(_get_text, form)) for form, times in told if times > 1)
        name = max((one.written for one in members), key=forms.__getitem__)
        return Family(name, tuple(dict.fromkeys(((members[0].last,), *shared))))

    def _part(self, name: str, whose: int) -> _Parts | None:
        pieces = self.split(name)
        while len(pieces) > 1 and pieces[0].text in self._titles:
            del pieces[0]
        while len(pieces) > 1 and pieces[-1].text in self._generations:
            del pieces[-1]
        if not pieces:
            return None
        start = max(name.rfind(" ", 0, pieces[-1].start) + 1, pieces[0].start)
        given = sum(one.start < start for one in pieces)
        while given > 1 and pieces[given - 1].text in self._particles:  # "Van der Berg"
            given -= 1
        written = name[pieces[given].start : pieces[-1].end]
        parts = [tuple(map(_get_text, self.split(one))) for one in _HYPHEN.split(written)]
        halves = tuple(one for one in parts if len("".join(one)) > _SHORT) if parts[1:] else ()
        return _Parts(whose, tuple(map(_get_text, pieces)), given, halves, written)

    def _spell_name(self, one: _Parts) -> Iterator[Spelling]:
        words, whose = one.words, one.whose
        yield from self._write(words, whose)
        if len(words) == 1:
            return
        if len(one.last) > 1:
            yield from self._write((one.last, *words[:-1]), whose, comma=True)
            yield from self._write((one.last,), whose, surname=True)
            yield from self._write((one.last, one.first[0]), whose, capital=True, comma=True)
            yield from self._write((one.first[0], one.last), whose, capital=True)
            if one.given > 1:  # "A-M Berg"
                letters = tuple(word[0] for word in one.words[: one.given])
                yield from self._write((*letters, *one.words[one.given :]), whose, capital=True)
            for half in one.halves:
                yield from self._write(half, whose, capital=True, surname=True)
                yield from self._write((one.first[0], *half), whose, capital=True)
            if len(words) > _SHORT:
                yield from self._write((one.first, one.last), whose)
                yield from self._write((one.last, one.first), whose, comma=True)
                for at in range(1, len(words) - 1):
                    yield from self._write(words[at:], whose, surname=True)
                    yield from self._write(words[: at + 1], whose, first=True)
                    if len(words[at]) > 1:
                        yield Spelling((words[at],), whose, capital=True, surname=True, titled=True)
        if len(one.first) > 1:  # an initial alone may be anybody's, or the right hand
            yield from self._write((one.first,), whose, first=True)

    def _spell_initials(self, one: _Parts) -> Iterator[Spelling]:
        letters = tuple(word[0] for word in one.words)
        joined = "".join(letters)
        if joined not in self._short_forms:
            yield Spelling((joined,), one.whose, exact=joined.upper())
        if all(map(str.isalpha, letters)):
            yield Spelling(letters, one.whose, exact=joined.upper())

    def _spell_alias(self, alias: str, whose: int) -> Iterator[Spelling]:
        pieces = self.split(alias)
        while len(pieces) > 1 and pieces[0].text in self._titles:
            title = pieces.pop(0)
            yield Spelling((title.text, *(one.text for one in pieces)), whose, capital=True)
            if len(pieces) == 1:
                return  # a surname with a title says nothing of the surname alone
        words = tuple(one.text for one in pieces)
        if not words:
            return
        short = len(words) == 1 and pieces[0].shouted and len(words[0]) <= _SHORT_FORM
        small = len(words) == 1 and self.is_word(words) and not pieces[0].capital
        if short or small:
            written = alias[pieces[0].start : pieces[0].end]
            yield Spelling(words, whose, exact=written, word=small)
            if short and len(written) > 1:
                yield Spelling(tuple(words[0]), whose, exact=written)
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
            short=len(words) == 1 and len(words[0]) <= _SHORT and words[0] in self._of_the_trade,
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
        plain = [one for one in found if not (one.comma or one.titled)]
        best = whole or plain or [one for one in found if not one.comma] or found
        told = frozenset(one.whose for one in best)
        first = any(one.first and one.whose in told for one in found)
        book[words[0]].append((replace(best[0], first=first), told))
    for listed in book.values():
        listed.sort(key=lambda one: (-len(one[0].words), not one[0].exact))
    return dict(book)


def _get_text(piece: Piece) -> str:
    return piece.text


def _join_apart(name: str) -> Iterator[str]:
    """The name, and as it is where its apostrophes are left out, and its hyphens too: "ONeill",
    "Annemarie"; and with two letters for one that a keyboard lacks: "Mueller".
    """
    yield name
    if (spelt := name.translate(_TWO_LETTERS)) != name:
        yield spelt
    if _JOIN.search(name):
        plain = _APOSTROPHE.sub("", name)
        joined = " ".join(
            _JOIN.sub("", word).capitalize() if _JOIN.search(word) else word
            for word in name.split()
        )
        yield from {plain, joined} - {name}

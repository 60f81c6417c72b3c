"""A text as words that can be held against those of another text."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from chronolator.model import Case, Child, DuplicateRules, Person
from chronolator.words.fold import fold

_TOKEN = re.compile(
    r"""
    (?P<number> \d+ (?: [.:,/-] \d+ )* [^\W\d_]* )
  | (?P<word> [^\W\d_]+ (?: ['\u2019&+/-] [^\W\d_]+ )* \d* )
  | (?P<stop> [.!?;]+ (?= \s | $ ) | \n )
    """,
    re.VERBOSE,
)
_OWNED = re.compile(r"['\u2019]s$")
_CLOCK = str.maketrans(":", ".", ",")


class Word(NamedTuple):
    """A word, folded, and its place: `text[start:end]` is how it is written.

    Numbers stand in figures, "10:30" as "10.30"; an owner's "'s", strokes, hyphens and apostrophes
    are taken out. `sentence` numbers the sentence.
    """

    text: str
    start: int
    end: int
    sentence: int
    capital: bool


class Wording:
    """How words are read and what kind they are, by the rules and the names of the case."""

    def __init__(self, case: Case, rules: DuplicateRules) -> None:
        """Prepare once for all rows."""
        self.rules = rules
        people: tuple[Child | Person, ...] = (*case.children, *case.people)
        self._named: defaultdict[str, set[int]] = defaultdict(set)
        for number, one in enumerate(people):
            for word in fold(" ".join((one.name, *one.aliases))).split():
                self._named[word].add(number)
        self.people = (rules.people | self._named.keys()) - rules.small
        self._no_own = rules.small | rules.common | self.people
        self._figures = {word: str(number) for number, word in enumerate(rules.numbers)}
        self._read: dict[str, tuple[Word, ...]] = {}

    def read(self, text: str) -> tuple[Word, ...]:
        """The words of the text, in order."""
        known = self._read.get(text)
        if known is None:
            known = self._read[text] = tuple(self._find(text))
        return known

    def _find(self, text: str) -> list[Word]:
        words = []
        sentence = 0
        for found in _TOKEN.finditer(text):
            written = found[0]
            if found["stop"]:
                sentence += 1
                continue
            if found["number"]:
                plain = written.casefold().translate(_CLOCK)
            else:
                plain = fold(_OWNED.sub("", written)).replace(" ", "")
                plain = self._figures.get(plain, plain)
            words.append(Word(plain, *found.span(), sentence, written[0].isupper()))
        return words

    def name_one(self, one: str, two: str) -> bool:
        """True where both are names of one person of the case, and of nobody else."""
        people = self._named.get(one)
        return people is not None and len(people) == 1 and people == self._named.get(two)

    def is_everyday(self, word: str) -> bool:
        """True where the word, written with a capital, is surely no name of the returns' own."""
        rules = self.rules
        return word in rules.small | rules.common | rules.people | rules.seeing or any(
            word in words for words in rules.opposed
        )

    def may_be_own(self, word: str) -> bool:
        """True where the word may tell a row from others: no name, and no word of every day."""
        return len(word) > 1 and word.isalpha() and word not in self._no_own

    def count_own(self, words: Iterable[str]) -> int:
        """How many different words may tell a row from others."""
        return sum(map(self.may_be_own, set(words)))

    def is_number(self, word: str) -> bool:
        """True where another one in its place is another fact."""
        return word[0].isdigit() or word in self.rules.amounts

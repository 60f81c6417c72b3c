"""A text as words that can be held against those of another text."""

import re
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
        told = (name for one in people for name in (one.name, *one.aliases))
        self.people = rules.people | {word for name in told for word in fold(name).split()}
        self.people -= rules.small
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

    def may_be_own(self, word: str) -> bool:
        """True where the word may tell a row from others: no name, and no word of every day."""
        return len(word) > 1 and word.isalpha() and word not in self._no_own

    def is_number(self, word: str) -> bool:
        """True where another one in its place is another fact."""
        return word[0].isdigit() or word in self.rules.amounts

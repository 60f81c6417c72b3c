"""Two letters for a child: "R.A.", "RA and WA", "J-L"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from chronolator.model import Child, PeopleRules
from chronolator.words.book import split_name
from chronolator.words.first_names import FirstNames
from chronolator.words.word import Word

_PAIR = 2


class _Pair(NamedTuple):
    """Two letters that stand for somebody, and behind which word they end."""

    letters: str
    last: int
    together: bool


class Initials:
    """The pairs of letters by which records mean the children of a case.

    A child of whom the case file knows a surname, or a second first name ("Jean-Luc"), has those
    initials alone; of another the first letter tells, where no one else of the family has it;
    without stops ("RA") only where the row writes of two children with one surname.
    In a case of one child nobody needs to be told apart.
    """

    def __init__(
        self, children: Sequence[Child], first_names: FirstNames, rules: PeopleRules
    ) -> None:
        """Prepare once for all texts."""
        self._first_names = first_names
        self._several = len(children) > 1
        self._nobody = frozenset(rules.letter_pairs)
        self._own: dict[str, list[int]] = {}
        self._open: set[int] = set()
        names = [(split_name(one.name), split_name(one.name.split()[0])) for one in children]
        self._firsts = frozenset(first[0][0] for _, first in names if first)
        for number, (every, first) in enumerate(names):
            if every == first:
                self._open.add(number)
            for pair in {"".join(word[0] for word in one) for one in (every, first)}:
                if len(pair) == _PAIR and pair[1] not in self._firsts and pair not in self._nobody:
                    self._own.setdefault(pair, []).append(number)

    def find(self, words: Sequence[Word]) -> Mapping[int, tuple[int, int]]:
        """By the place where they begin, which child the letters mean, and where they end."""
        if not self._several:
            return {}
        pairs = {at: pair for at in range(len(words)) if (pair := self._read(words, at))}
        if not pairs:
            return {}
        of_family = self._find_surnames(pairs.values())
        found = {at: (self._name(pair, of_family), pair.last) for at, pair in pairs.items()}
        return {at: (child, last) for at, (child, last) in found.items() if child is not None}

    def _read(self, words: Sequence[Word], at: int) -> _Pair | None:
        here = words[at]
        if not here.shouted or not here.text.isalpha():
            return None
        if len(here.text) == _PAIR:
            return _Pair(here.text, at + 1, together=True)
        if len(here.text) > 1 or here.possessive or here.colon:
            return None
        near = words[at + 1 : at + 2]
        if not near or not _touches(here, near[0]) or (at and _touches(words[at - 1], here)):
            return None
        if any(_touches(near[0], one) for one in words[at + 2 : at + 3]):
            return None
        return _Pair(here.text + near[0].text, at + 2, together=False)

    def _find_surnames(self, pairs: Iterable[_Pair]) -> frozenset[str]:
        """The last letters that two children share: "CW and DW"."""
        bearers: defaultdict[str, set[int]] = defaultdict(set)
        for pair in pairs:
            child = self._find_open(pair)
            if child is not None:
                bearers[pair.letters[1]].add(child)
        return frozenset(letter for letter, known in bearers.items() if len(known) > 1)

    def _name(self, pair: _Pair, of_family: frozenset[str]) -> int | None:
        own = self._own.get(pair.letters, ())
        if own and not pair.together:
            return own[0] if len(own) == 1 else None
        child = self._find_open(pair)
        return child if not pair.together or pair.letters[1] in of_family else None

    def _find_open(self, pair: _Pair) -> int | None:
        """The only child whose first letter it is, and whose surname the case does not know."""
        first, last = pair.letters[0], pair.letters[1]
        if pair.letters in self._nobody or last in self._firsts:
            return None
        child = self._first_names.find_by_letter(first)
        return child if child in self._open else None


def _touches(left: Word, right: Word) -> bool:
    """True for single letters with one mark between: "R.A"."""
    letters = len(left.text) == 1 == len(right.text) and left.shouted and right.shouted
    return letters and right.start == left.end + 1 and left.sentence == right.sentence

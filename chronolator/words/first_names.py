"""Children named by less than their first name: "Abi" for Abigail, "D" in a list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from chronolator.model import Child, Kind, PeopleRules, Person
from chronolator.words.book import split_name
from chronolator.words.strangers import Strangers
from chronolator.words.word import Word

_NO_CHILD = -1
_PAIR = 2
_NEAR = 200  # words: more than a row has, as a rule


class _Listed(NamedTuple):
    """A child of a list, by which word, and if an "and" stands before or behind it."""

    child: int
    text: str
    joined: bool


class FirstNames:
    """The first names of a case: a beginning means the one child whose name has it."""

    def __init__(
        self, children: Sequence[Child], people: Sequence[Person], rules: PeopleRules
    ) -> None:
        """Children who have no name of their own are not among them."""
        self._firsts = _list_firsts(children, people)
        elders = [one for one in people if _is_elder(one, rules)]
        self._family = _list_firsts(children, elders)
        self._rules = rules
        self.have_letter = any(len(first) == 1 for _, first in self._firsts)
        """True where somebody's first name is a letter."""

    def find_shortened(self, words: Sequence[Word], at: int, strangers: Strangers) -> int | None:
        """The only child whose first name begins so: "Abi" for Abigail, or "S" where words beside
        it tell of somebody.
        """
        word = words[at]
        if len(word.text) > 1:
            called = self._find_called(words, at, strangers)
            if called is not None or not strangers.is_shortened(words, at):
                return called
            return _find_only_child(n for n, first in self._firsts if first.startswith(word.text))
        named = self.is_somebody(words, at) or self._is_listed(words, at)
        return self.find_letter(word) if named or self._begins(words, at) else None

    def _find_called(self, words: Sequence[Word], at: int, strangers: Strangers) -> int | None:
        """The only child who has that short name ("Ollie" for Oliver), without a surname."""
        full = self._rules.nicknames.get(words[at].text)
        behind = words[at + 1 : at + 2]
        other = behind and behind[0].segment == words[at].segment
        if not full or not words[at].capital or (other and strangers.is_surname(words, at + 1)):
            return None
        return _find_only_child(n for n, first in self._firsts if first in full)

    def _is_listed(self, words: Sequence[Word], at: int) -> bool:
        """True for "R" in "R and W", "R and Wren" and "R, W and T", where all are children of the
        case; of two between whom a comma alone stands, not where both may be sides of the body.
        """
        child = self.find_letter(words[at])
        if child is None or words[at].text in self._rules.letter_writers:
            return False
        listed = [*self._list_beside(words, at, -1), *self._list_beside(words, at, 1)]
        letters = {words[at].text, *(one.text for one in listed)}
        told = any(one.joined for one in listed) or letters.isdisjoint(self._rules.sides)
        return len({child, *(one.child for one in listed)}) > (1 if told else _PAIR)

    def _list_beside(self, words: Sequence[Word], at: int, step: int) -> Iterator[_Listed]:
        """The others of a list with that letter on that side of it."""
        place = at
        while 0 <= place + step < len(words):
            joined = words[place + step].text in self._rules.joins
            beside = place + (2 * step if joined else step)
            if not 0 <= beside < len(words):
                return
            child = self._find_other(words, place, beside, joined=joined)
            if child is None:
                return
            yield _Listed(child, words[beside].text, joined)
            if len(words[beside].text) > 1:
                return
            place = beside

    def _find_other(
        self, words: Sequence[Word], place: int, beside: int, *, joined: bool
    ) -> int | None:
        """The child beside the letter at the place: behind an "and", or a letter behind a comma."""
        here, other = words[place], words[beside]
        letter = len(other.text) == 1
        if other.sentence != here.sentence or (joined and other.segment != here.segment):
            return None
        if other.text in self._rules.letter_writers or not (joined or letter):
            return None
        pair = words[min(place, beside)].text + words[max(place, beside)].text
        if pair in self._rules.letter_pairs:
            return None  # "A and E", "D and V"
        if letter:
            return self.find_letter(other)
        return _find_only_child(n for n, first in self._firsts if first == other.text)

    def is_somebody(self, words: Sequence[Word], at: int) -> bool:
        """True for "S ran", "S at home" and "saw S", not for "S Jones" nor "L and R thigh"."""
        here, rules = words[at], self._rules
        behind = words[at + 1] if at + 1 < len(words) else None
        follows = behind is not None and behind.sentence == here.sentence
        if behind is not None and follows and behind.text in rules.name_verbs:
            return True
        if behind is None or behind.segment != here.segment:
            return at > 0 and words[at - 1].text in rules.letter_before
        if behind.capital or not behind.text.isalpha():
            return False
        if behind.text in rules.letter_behind:
            return True
        does = behind.text.endswith(rules.no_surnames) and behind.text not in rules.no_deeds
        return does or (at > 0 and words[at - 1].text in rules.letter_before)

    def _begins(self, words: Sequence[Word], at: int) -> bool:
        """True for "T" in "T stable", "T's arm" and "T, 3, fell": a clause begins with it, and the
        row speaks of another child of the family, from whom the letter tells this one.

        Not for a letter that records use for others (`letter_others`), nor where somebody else with
        that initial is named: "mum's partner Terry".
        """
        here, rules = words[at], self._rules
        if here.text in rules.letter_others or (at and words[at - 1].clause == here.clause):
            return False
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind is None or behind.sentence != here.sentence or here.colon:
            return False
        aged = behind.segment != here.segment and behind.text.isdigit()
        if not aged and (behind.capital or not behind.text.isalpha()):
            return False
        child = self.find_by_letter(here.text)
        near = words[max(0, at - _NEAR) : at + _NEAR]
        return (
            child is not None
            and self._tells_apart(near, child)
            and not self._is_anothers(near, child)
        )

    def _tells_apart(self, words: Sequence[Word], child: int) -> bool:
        """True where the row speaks of another child of the family, by name, letter or kin."""
        kin = self._rules.kin
        others = {first for number, first in self._firsts if number not in {child, _NO_CHILD}}
        return any(
            word.text in kin
            or (word.capital and word.text in others)
            or self.find_letter(word) not in {None, child}
            for word in words
        )

    def _is_anothers(self, words: Sequence[Word], child: int) -> bool:
        """True where a name with the child's initial is not the child's."""
        own = {first for number, first in self._firsts if number == child}
        letter = min(own)[0]
        return any(
            word.capital
            and len(word.text) > 1
            and not word.shouted
            and word.text[0] == letter
            and word.text not in own
            and not (at == 0 or words[at - 1].sentence != word.sentence)
            for at, word in enumerate(words)
        )

    def find_letter(self, word: Word) -> int | None:
        """The only child whose first name begins with a capital that stands alone, where no other
        child's or parent's does: records shorten the names of the family so.
        """
        written = word.shouted or (word.capital and word.possessive)
        return self.find_by_letter(word.text) if len(word.text) == 1 and written else None

    def find_by_letter(self, letter: str) -> int | None:
        """The only child whose first name begins so, where no other child's or parent's does."""
        titles = self._rules.staff_titles
        return _find_only_child(
            n for n, one in self._family if one[0] == letter and one not in titles
        )


def _list_firsts(children: Sequence[Child], people: Sequence[Person]) -> list[tuple[int, str]]:
    """The first names, each with the number of the child whose it is."""
    names = [(number, one.name) for number, one in enumerate(children)]
    names += [(_NO_CHILD, one.name) for one in people]
    return [(number, words[0]) for number, name in names if (words := split_name(name))]


def _is_elder(person: Person, rules: PeopleRules) -> bool:
    """True for a parent or another adult of the family: "father of K", not "foster carer's son"."""
    head = split_name(re.split(r",|\bof\b", person.role)[0])[-1:]
    return any(
        head == (word,) for one in rules.words if one.kind is Kind.ADULT for word in one.words
    )


def _find_only_child(fitting: Iterable[int]) -> int | None:
    found = list(fitting)
    return found[0] if len(found) == 1 and found[0] != _NO_CHILD else None

"""A text without names: every name, number and address replaced by its code."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from chronolator.anonymise.births import Births
from chronolator.anonymise.codes import assign_codes
from chronolator.anonymise.letters import Letters
from chronolator.anonymise.names import Names
from chronolator.anonymise.nouns import Coded, Swap
from chronolator.anonymise.numbers import Numbers
from chronolator.anonymise.pieces import find_label
from chronolator.anonymise.spellings import gather
from chronolator.model import Case, Person, Rules


class Anonymiser:
    """Replaces the names of a case in one text after another; who has once been given a code keeps
    it in all of them.
    """

    def __init__(
        self, case: Case, rules: Rules, also: Sequence[Person] = (), *, mark: bool = False
    ) -> None:
        """`also`: people whom no case file names and the user takes. `mark`: each code stands in
        square brackets.
        """
        codes = assign_codes(case, rules, also)
        self._coded = codes.coded
        articles = rules.seen.people.articles
        self._names = Names(gather(codes.spellings), codes.coded, rules.anonymise, articles)
        self._letters = Letters(case, codes.coded, rules.seen.people)
        self._births = Births(case, rules.anonymise)
        self._numbers = Numbers(rules.anonymise)
        self._author = rules.anonymise.author
        self._authors: dict[str, str] = {}
        self._mark = mark

    def learn(self, text: str) -> None:
        """Know the streets of the addresses in the text wherever they stand from now on."""
        self._numbers.learn(text)

    def find(self, text: str, *, numbers: bool = True) -> tuple[Swap, ...]:
        """What is to be replaced in the text, in order; of what overlaps, what begins first, and
        the longer of two. A number that only runs into a name ("3, Harbour Lane Surgery") is none.
        Without `numbers`, names and days of birth alone.
        """
        if not text or text.isspace():
            return ()
        names = [*self._names.find(text), *self._births.find(text), *self._letters.find(text)]
        more = [
            one
            for one in (self._numbers.find(text) if numbers else ())
            if not any(one.start < name.start < one.end < name.end for name in names)
        ]
        found = [*names, *more]
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[Swap] = []
        for swap in found:
            end = kept[-1].end if kept else 0
            if swap.start >= end:
                kept.append(_take_label(self._finish(swap, text), text, end))
        return tuple(one for one in kept if text[one.start : one.end] != one.words)

    def _finish(self, swap: Swap, text: str) -> Swap:
        if not swap.code:
            code = self._numbers.give_code(swap.words, text[swap.start : swap.end])
            swap = replace(swap, words=code, code=code)
        return replace(swap, words=f"[{swap.words}]") if self._mark else swap

    def name_author(self, name: str) -> str:
        """The code of who wrote a comment or a file; "" for nobody. It is given also to those whom
        the case does not know: such a place always holds a name.
        """
        if not name.strip():
            return ""
        if found := self.find(name):
            return found[0].words
        if name not in self._authors:
            self._authors[name] = f"{self._author} {len(self._authors) + 1}"
        return self._authors[name]

    @property
    def born(self) -> dict[date, str]:
        """What stands for each day of birth."""
        return self._births.days

    def list_named(self) -> tuple[Coded, ...]:
        """The codes of the people and places of the case."""
        return self._coded

    def list_coded(self) -> tuple[Coded, ...]:
        """Every code with what it stands for, those of numbers and authors too."""
        return tuple(self._list_coded())

    def _list_coded(self) -> Iterable[Coded]:
        yield from self._coded
        yield from self._births.list_coded()
        yield from self._numbers.list_coded()
        yield from (Coded(code, name) for name, code in self._authors.items())


def _take_label(swap: Swap, text: str, behind: int) -> Swap:
    """The swap with the words before it that its code says again: not "SW SW 1", nor "NHS NHS
    number 1". They stand `behind` the last swap.
    """
    return replace(swap, start=behind + find_label(text[behind : swap.start], swap.code))

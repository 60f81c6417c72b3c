"""A text parted into its words, as the records of a case write them."""

from itertools import pairwise

from chronolator.model import PeopleRules
from chronolator.words.capitals import Capitals
from chronolator.words.clauses import split_clauses
from chronolator.words.contractions import Contractions
from chronolator.words.names import People
from chronolator.words.word import Word

_SHORTEST_NAME = 3
_OWNS = "s"


class Splitter:
    """The rules by which texts are parted, for one case."""

    def __init__(self, rules: PeopleRules, people: People) -> None:
        """Prepare once for all texts. `people` are those of the case."""
        self._breaks = frozenset(rules.breaks)
        self._turns = frozenset(rules.turns)
        self._wholes = frozenset(rules.wholes)
        self._fronts = frozenset(rules.fronts)
        self._openers = frozenset(rules.openers)
        self._letters = frozenset(one for one in people.single_words if len(one) == 1)
        self._single = people.single_words
        self._owners = frozenset(one for one in people.called if len(one) >= _SHORTEST_NAME)
        self._short = rules.stops
        self._contractions = Contractions(rules, people.single_words - people.called)
        self._capitals = Capitals(
            people.single_words | people.surnames, rules.ranks, rules.articles
        )
        self._shorthand = {
            short: word
            for short, word in rules.shorthand.items()
            if short not in people.single_words  # "CL" is Corin Larkin, and no client
        }

    def split(self, text: str) -> tuple[Word, ...]:
        """The words of the text, in their sentences and clauses, nothing drawn together."""
        words = split_clauses(
            self._capitals.quieten(text),
            self._breaks,
            self._turns,
            self._short,
            self._shorthand,
            self._wholes,
            self._fronts,
        )
        words = tuple(map(self._own, words))
        return self._contractions.write_out(self._part_behind_letters(text, words))

    def _own(self, word: Word) -> Word:
        """The word; "ROBINs" and "Robins" are Robin's, where nobody of the case is called so."""
        name = word.text[:-1]
        if name not in self._owners or word.text[-1] != _OWNS or not word.capital:
            return word
        return word if word.text in self._single else word._replace(text=name, possessive=True)

    def _part_behind_letters(self, text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words, with a sentence ended at "Called to see J. No reply": behind a letter that is
        a name of its own, and before what is no surname.
        """
        if not self._letters:
            return words
        ends = [
            place
            for place, (last, word) in enumerate(pairwise(words), 1)
            if last.text in self._letters
            and word.text in self._openers
            and word.sentence == last.sentence
            and text[last.end : word.start].strip() == "."
        ]
        if not ends:
            return words
        parted = list(words[: ends[0]])
        for more, (start, end) in enumerate(pairwise([*ends, len(words)]), 1):
            parted += [
                word._replace(
                    clause=word.clause + more,
                    segment=word.segment + more,
                    sentence=word.sentence + more,
                )
                for word in words[start:end]
            ]
        return tuple(parted)

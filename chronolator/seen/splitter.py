"""A text parted into its words, as the records of a case write them."""

from chronolator.model import PeopleRules
from chronolator.words.clauses import split_clauses
from chronolator.words.contractions import Contractions
from chronolator.words.names import People
from chronolator.words.word import Word


class Splitter:
    """The rules by which texts are parted, for one case."""

    def __init__(self, rules: PeopleRules, people: People) -> None:
        """Prepare once for all texts. `people` are those of the case."""
        self._breaks = frozenset(rules.breaks)
        self._turns = frozenset(rules.turns)
        self._wholes = frozenset(rules.wholes)
        self._fronts = frozenset(rules.fronts)
        self._short = rules.stops
        self._contractions = Contractions(rules)
        self._shorthand = {
            short: word
            for short, word in rules.shorthand.items()
            if short not in people.single_words  # "CL" is Corin Larkin, and no client
        }

    def split(self, text: str) -> tuple[Word, ...]:
        """The words of the text, in their sentences and clauses, nothing drawn together."""
        words = split_clauses(
            text,
            self._breaks,
            self._turns,
            self._short,
            self._shorthand,
            self._wholes,
            self._fronts,
        )
        return self._contractions.write_out(words)

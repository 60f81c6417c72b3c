"""Children written by the first letter of their names alone: "R seen", "home visit, saw R"."""

import re
from collections.abc import Sequence

from chronolator.anonymise.nouns import Coded, Swap
from chronolator.model import Case, Kind, PeopleRules
from chronolator.words.clauses import split_clauses
from chronolator.words.names import People

_LETTER = re.compile(r"(?<![\w&/'\u2019.-])[A-Z](?![\w&/+-])")
_DOUBT = "is a letter alone"


class Letters:
    """Finds the letters that mean one child, by the words beside them."""

    def __init__(self, case: Case, coded: Sequence[Coded], rules: PeopleRules) -> None:
        """`coded`: the children come first, in the order of the case."""
        self._people = People(case, rules)
        self._coded = coded
        self._rules = rules

    def find(self, text: str) -> list[Swap]:
        """The letters in the text, each for a person to look at."""
        if not self._people.named or _LETTER.search(text) is None:
            return []
        rules = self._rules
        words = split_clauses(text, rules.breaks, rules.turns, rules.stops)
        found = []
        for who in self._people.find(words):
            word = words[who.last - 1]
            alone = word.shouted and _LETTER.match(text, word.start)
            if who.kinds == (Kind.CHILD,) and len(who.children) == 1 and alone:
                code = self._coded[next(iter(who.children))].code
                found.append(Swap(word.start, word.start + 1, code, code, _DOUBT))
        return found

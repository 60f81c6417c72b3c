"""Children named by less than their first name: "Abi" for Abigail, "D" in a list."""

from collections.abc import Iterable, Sequence

from chronolator.model import Child, PeopleRules, Person
from chronolator.words.book import split_name
from chronolator.words.clauses import Word
from chronolator.words.strangers import Strangers

_NO_CHILD = -1


class FirstNames:
    """The first names of a case: a beginning means the one child whose name has it."""

    def __init__(
        self, children: Sequence[Child], people: Sequence[Person], rules: PeopleRules
    ) -> None:
        """Children who have no name of their own are not among them."""
        names = [(number, one.name) for number, one in enumerate(children)]
        names += [(_NO_CHILD, one.name) for one in people]
        self._firsts = [(n, words[0]) for n, name in names if (words := split_name(name))]
        self._rules = rules
        self.have_letter = any(len(first) == 1 for _, first in self._firsts)
        """True where somebody's first name is a letter."""

    def find_shortened(self, words: Sequence[Word], at: int, strangers: Strangers) -> int | None:
        """The only child whose first name begins so: "Abi" for Abigail, or "S." before a verb."""
        word = words[at]
        if len(word.text) == 1:
            follows = at + 1 < len(words) and words[at + 1].sentence == word.sentence
            if not word.shouted or not follows or words[at + 1].text not in self._rules.name_verbs:
                return None
        elif not strangers.is_shortened(words, at):
            return None
        return _find_only_child(n for n, first in self._firsts if first.startswith(word.text))

    def find_letter(self, word: Word) -> int | None:
        """The only child whose first name begins with a capital that stands alone in a list, where
        nobody else's of the case does.
        """
        if len(word.text) > 1 or not word.shouted:
            return None
        titles = self._rules.staff_titles
        return _find_only_child(
            n for n, one in self._firsts if one[0] == word.text and one not in titles
        )


def _find_only_child(fitting: Iterable[int]) -> int | None:
    found = list(fitting)
    return found[0] if len(found) == 1 and found[0] != _NO_CHILD else None

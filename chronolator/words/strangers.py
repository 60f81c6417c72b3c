"""Who bears a name that the case does not know."""

from collections.abc import Container, Sequence

from chronolator.model import PeopleRules
from chronolator.words.word import Word

_SHORTEST_NAME = 3
_SHORTEST_SHOUTED = 5  # "XLA" and "ESBL" are short forms of the trade


class Strangers:
    """Tells names of people whom the book does not hold from other words with a capital."""

    def __init__(self, rules: PeopleRules, book: Container[str], *, lettered: bool) -> None:
        """`book` holds the words with which known people begin. `lettered`: the case writes
        children by one letter, and so others by theirs.
        """
        self._book = book
        self._lettered = lettered
        self._rules = rules
        self._no_names = frozenset(rules.no_names)
        self._organisations = frozenset(rules.organisations)

    def is_there(self, words: Sequence[Word], at: int) -> bool:
        """True where a name or an initial begins."""
        return self._is_name(words, at) or self._is_letter(words, at)

    def is_shortened(self, words: Sequence[Word], at: int) -> bool:
        """True for what may be the beginning of a first name."""
        word = words[at]
        if len(word.text) < _SHORTEST_NAME or word.shouted:
            return False
        return self._is_name(words, at) or self._is_somewhere(words, at)

    def _is_somewhere(self, words: Sequence[Word], at: int) -> bool:
        """True where a word with a capital begins what is told of somebody: "Abi in class"."""
        if not self.is_surname(words, at) or at + 1 == len(words):
            return False
        behind = words[at + 1]
        return (
            behind.segment == words[at].segment
            and not behind.capital
            and behind.text in self._rules.letter_behind
        )

    def is_surname(self, words: Sequence[Word], at: int) -> bool:
        """True for a word that can be a name, wherever it stands."""
        word = words[at]
        return (
            word.capital
            and len(word.text) >= (_SHORTEST_SHOUTED if word.shouted else _SHORTEST_NAME)
            and word.text.isalpha()
            and word.text not in self._book
            and word.text not in self._no_names
        )

    def is_place(self, words: Sequence[Word], at: int) -> bool:
        """True behind "in" or "at"."""
        return at > 0 and words[at - 1].text in self._rules.inside

    def _is_name(self, words: Sequence[Word], at: int) -> bool:
        if not self.is_surname(words, at):
            return False
        if at and words[at - 1].sentence == words[at].sentence:
            return words[at - 1].text not in self._rules.articles
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind is None or behind.segment != words[at].segment:
            return False  # "Quiet, said little"
        return behind.text in self._rules.name_verbs or self._is_of_organisation(words, at + 1)

    def _is_letter(self, words: Sequence[Word], at: int) -> bool:
        """True for another's initial: "K and L said"."""
        word = words[at]
        if not (self._lettered and word.shouted and word.end - word.start == 1):
            return False
        if word.text in self._rules.no_initials or not word.text.isalpha():
            return False
        if at + 1 < len(words) and words[at + 1].text in self._rules.name_verbs:
            return True
        near = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        beside = [one.text for one in near if one.segment == word.segment]
        return word.text not in self._rules.articles and any(
            one in self._rules.joins for one in beside
        )

    def find_end(self, words: Sequence[Word], at: int, begin: int, most: int) -> int:
        """Where the surnames end that go on from `begin` in the segment of the word at `at`; not
        beyond `most`.
        """
        end = begin
        while (
            end < min(len(words), most)
            and words[end].segment == words[at].segment
            and self.is_surname(words, end)
        ):
            end += 1
        return end

    def find_organisation(self, words: Sequence[Word], at: int, last: int) -> int:
        """Where the name of a school or a surgery ends that begins at `at` with words up to `last`
        ("Thornfield Primary School"); 0 where it is none.
        """
        end = next((n for n in range(at + 1, last) if self._is_of_organisation(words, n)), last)
        first = end
        while (
            end < len(words)
            and words[end].segment == words[at].segment
            and self._is_of_organisation(words, end)
        ):
            end += 1
        return end if end > first else 0

    def _is_of_organisation(self, words: Sequence[Word], at: int) -> bool:
        """True for "Primary", and for "nursery", which need not be written with a capital."""
        word = words[at]
        return word.text in self._organisations and (word.capital or word.text in self._book)

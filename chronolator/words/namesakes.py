"""Other people of a child's first name: "Robin Smith", "Robin Ashdown senior"."""

from collections.abc import Container, Sequence

from chronolator.model import PeopleRules
from chronolator.words.book import Known
from chronolator.words.strangers import Strangers
from chronolator.words.word import Word


class Namesakes:
    """Tells where a name that is known is somebody else's."""

    def __init__(self, rules: PeopleRules, strangers: Strangers, known: Container[str]) -> None:
        """`known` holds the single words that are names of the case's own people."""
        self._known = known
        self._rules = rules
        self._strangers = strangers

    def find_end(self, words: Sequence[Word], at: int, known: Known) -> int:
        """The end of the name of somebody else of that first name; 0 where it is the child's.

        "Robin Smith" where the child is Robin Ashdown may be another child, "Robin Ashdown senior"
        is none.
        """
        last = at + len(known.words)
        if at and words[at - 1].text in self._rules.others:
            return last
        if not known.full or last >= len(words) or words[last].segment != words[at].segment:
            return 0
        behind = words[last]
        if behind.text in self._rules.elders:
            return last + 1
        if len(known.words) > 1 or words[at].possessive or not behind.capital:
            return 0
        return last + 1 if self._is_of_another(words, last, known) else 0

    def _is_of_another(self, words: Sequence[Word], at: int, known: Known) -> bool:
        """True where the word is an initial or a surname, and not the known child's."""
        name = words[at].text
        if len(name) == 1 and name.isalpha():
            ours = name in self._known or any(word.startswith(name) for word in known.full)
            return not ours and name not in self._rules.no_initials  # ours: "J & A"
        is_name = self._strangers.is_surname(words, at) and not name.endswith(
            self._rules.no_surnames
        )
        return is_name and name not in known.full

"""Children whom a number counts: "both children", "mum and two children"."""

from collections.abc import Sequence

from chronolator.model import PeopleRules
from chronolator.words.word import Word


class Counted:
    """Tells where children who are counted may be others than those of the case."""

    def __init__(self, rules: PeopleRules) -> None:
        """Prepare once for all texts."""
        self._rules = rules
        self._definite = frozenset(rules.definite)
        self._beside = frozenset((*rules.joins, *rules.companions))

    def may_be_others(
        self, words: Sequence[Word], first: int, last: int, born: int, *, of_family: bool
    ) -> bool:
        """True for "two children" that nobody names, and for "both children", but where the case
        has two by then; "the two children" are ours, and so are those whom the case has behind
        "mum and" (`of_family`), though not behind "lives with".
        """
        rules, before = self._rules, words[first - 1] if first else None
        said = [word.text for word in words[max(0, first - 1) : last]]
        counted = [rules.counts.get(word, -1) for word in said if word in rules.counts]
        counted += [int(word) for word in said if word.isdecimal()]
        if not counted:
            return False
        joined = before is not None and before.text in self._beside
        if of_family and before is not None and before.text in rules.joins:
            joined = False
        both = any(word in rules.both for word in said)
        if born <= max(counted) if both else counted == [born] and not joined:
            return False
        return self._definite.isdisjoint(said)

"""What goes with a mention: "the two" in "the two children", and whether these can be others."""

from collections.abc import Iterable, Sequence
from datetime import date

from chronolator.model import Kind, PeopleRules
from chronolator.words.children import Children
from chronolator.words.counted import Counted
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_CHILDREN = (Kind.CHILDREN,)


class Dressing:
    """The words that go with a mention, for one case."""

    def __init__(
        self, rules: PeopleRules, children: Children, everyone: frozenset[int], *, named: bool
    ) -> None:
        """`everyone`: all children of the case; `named`: it calls them by a name."""
        self._rules = rules
        self._children = children
        self._everyone = everyone
        self._named = named
        self._dressings = frozenset(rules.dressings)
        self._counted = Counted(rules)

    def dress(
        self, words: Sequence[Word], found: Iterable[Mention], day: date | None
    ) -> list[Mention]:
        """The mentions, in their order, each with the words before it that go with it."""
        dressed: list[Mention] = []
        for mention in found:
            first = mention.first
            floor = dressed[-1].last if dressed else 0
            while (
                first > floor
                and words[first - 1].text in self._dressings
                and words[first - 1].clause == words[mention.first].clause
            ):
                first -= 1
            if first != mention.first:
                mention = mention._replace(first=first)  # noqa: PLW2901  the same, dressed
            near = dressed[-1] if dressed and dressed[-1].last == first - 1 else None
            dressed.append(self._doubt(words, mention, near, day))
        return dressed

    def _doubt(
        self, words: Sequence[Word], one: Mention, near: Mention | None, day: date | None
    ) -> Mention:
        """The mention; children who are counted may be others. `near` stands before it."""
        if one.kinds != _CHILDREN or one.children != self._everyone or not self._named:
            return one
        adult = near if near is not None and near.kinds == (Kind.ADULT,) else None
        family = adult is not None and words[adult.last - 1].text not in self._rules.strangers
        born = len(self._children.list_born(day))
        if not self._counted.may_be_others(words, one.first, one.last, born, of_family=family):
            return one
        return one._replace(children=NOBODY, perhaps=one.children | one.perhaps)

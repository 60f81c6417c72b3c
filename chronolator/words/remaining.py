"""Which children words without a name leave over: "older two" beside K, "twins: K and W"."""

from collections.abc import Iterable, Sequence
from datetime import date

from chronolator.model import Kind, PeopleRules
from chronolator.words.children import Children
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_CHILD, _SOME = (Kind.CHILD,), (Kind.SOME_CHILD,)
_PAIR = 2


class Remaining:
    """Tells who is meant, where dates of birth do not, by who is named beside."""

    def __init__(self, children: Children, rules: PeopleRules) -> None:
        """Prepare once for all texts."""
        self._children = children
        self._ranks = frozenset((*rules.older, *rules.younger))
        self._ages = tuple(map(frozenset, (rules.older, rules.younger)))
        self._counts = rules.counts
        self._twins = frozenset(rules.twins)
        self._joins = frozenset(rules.joins)

    def settle(
        self, words: Sequence[Word], found: Sequence[Mention], day: date | None
    ) -> tuple[Mention, ...]:
        """The mentions, with those who can only be the children whom the row names right behind
        ("youngest, K"), in a list ("twins: K and W"), or not at all.

        Who is named before is none of the "older two" behind: a row that spoke of one of them
        would name the other. Of one who is named behind that is not sure.
        """
        if self._children.elsewhere or not any(map(_is_open, found)):
            return tuple(found)
        born = frozenset(self._children.list_born(day))
        if len(born) < _PAIR:
            return tuple(found)
        return tuple(
            one._replace(
                kinds=_CHILD if len(who) == 1 else (Kind.CHILDREN,), children=who, perhaps=NOBODY
            )
            if _is_open(one) and (who := self._find(words, found, place, born))
            else one
            for place, one in enumerate(found)
        )

    def _find(
        self, words: Sequence[Word], found: Sequence[Mention], place: int, born: frozenset[int]
    ) -> frozenset[int]:
        one = found[place]
        said = [word.text for word in words[one.first : one.last]]
        twins = not self._twins.isdisjoint(said)
        if not twins and self._ranks.isdisjoint(said):
            return NOBODY
        if one.gender != "p":
            return self._find_apposed(words, found, place)
        if twins and (listed := self._find_listed(words, found, place)):
            return listed
        count = _PAIR if twins else self._count(said)
        rest = born - _name(found[:place])
        if len(rest) == len(born):
            rest = born - self._find_other_age(words, found, said)
        return rest if len(rest) == count < len(born) else NOBODY

    def _count(self, said: Iterable[str]) -> int:
        """How many they are; two where no number stands."""
        told = [self._counts.get(word) or (int(word) if word.isdecimal() else 0) for word in said]
        return max(told) or _PAIR

    def _find_apposed(
        self, words: Sequence[Word], found: Sequence[Mention], place: int
    ) -> frozenset[int]:
        """The child who is named right behind: "youngest, K", "the eldest (K)"."""
        one, behind = found[place], found[place + 1 : place + 2]
        if not behind or behind[0].kinds != _CHILD or not behind[0].titled or one.owner:
            return NOBODY
        near = behind[0].first == one.last and not words[one.last - 1].colon
        here = words[one.first].sentence == words[behind[0].first].sentence
        return behind[0].children if near and here else NOBODY

    def _find_listed(
        self, words: Sequence[Word], found: Sequence[Mention], place: int
    ) -> frozenset[int]:
        """The two who are named behind a colon of the sentence, or right behind the twins."""
        one = found[place]
        behind = [
            other
            for other in found[place + 1 :]
            if words[other.first].sentence == words[one.first].sentence and other.titled
        ]
        named = _name(behind)
        if len(named) != _PAIR or not behind:
            return NOBODY
        first = behind[0].first
        listed = any(word.colon for word in words[one.first : first]) or first == one.last
        return named if listed else NOBODY

    def _find_other_age(
        self, words: Sequence[Word], found: Iterable[Mention], said: Iterable[str]
    ) -> frozenset[int]:
        """The child named whom the row calls the contrary: "baby K" beside the "eldest three"."""
        for of, contrary in (self._ages, self._ages[::-1]):
            if not of.isdisjoint(said):
                return NOBODY.union(
                    *(
                        one.children
                        for one in found
                        if one.kinds == _CHILD and one.titled and words[one.first].text in contrary
                    )
                )
        return NOBODY


def _is_open(one: Mention) -> bool:
    """True for a child of whom no rule has told yet which it is."""
    return not one.children and one.kinds in (_SOME, _CHILD)


def _name(found: Iterable[Mention]) -> frozenset[int]:
    """The children who are named each by a name of their own."""
    return NOBODY.union(*(one.children for one in found if one.kinds == _CHILD and one.titled))

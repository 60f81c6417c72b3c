"""Which children of a case words can mean, by how old each is: "baby", "the older two"."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from chronolator.model import Case, Kind
from chronolator.words.book import Known, Rank

_PAIR = 2
_DAYS_IN_YEAR = 365.25
_NOBODY: frozenset[int] = frozenset()


class Ages:
    """The children of a case with their dates of birth."""

    def __init__(self, case: Case, family: Iterable[Known]) -> None:
        """`family`: the entries of the case's book of names."""
        self._born = tuple(child.born for child in case.children)
        self._everyone = frozenset(range(len(self._born)))
        # With brothers and sisters who are no child of the case, "the eldest" may be one of them.
        self._elsewhere = any(one.kind is Kind.SIBLING for one in family)

    def tell_who(
        self, known: Known, day: date | None
    ) -> tuple[Kind, frozenset[int], frozenset[int]]:
        """Whom an entry of the book means on a day: of what kind, which children, by number, and
        which may be meant where it is not sure.
        """
        kind = known.kind
        if known.child >= 0:
            return kind, frozenset({known.child}), _NOBODY
        if known.rank is not None:
            return self._tell_rank(known.rank, day)
        if kind is Kind.CHILDREN:
            return kind, self._everyone, _NOBODY
        if kind is Kind.SOME_CHILD:
            return kind, _NOBODY, self._everyone
        if kind is not Kind.CHILD:
            return kind, _NOBODY, _NOBODY
        can_be = frozenset(n for n in self._everyone if _can_be(self._born[n], known.under, day))
        return (kind, can_be, _NOBODY) if len(can_be) == 1 else (kind, _NOBODY, can_be)

    def _tell_rank(
        self, rank: Rank, day: date | None
    ) -> tuple[Kind, frozenset[int], frozenset[int]]:
        ranked = self._rank(rank, day)
        if not ranked:
            return Kind.SOME_CHILD, _NOBODY, self._everyone
        several = rank.whole or len(ranked) > 1
        return Kind.CHILDREN if several else Kind.CHILD, ranked, _NOBODY

    def _rank(self, rank: Rank, day: date | None) -> frozenset[int]:
        """Who is meant of those born by the day; nobody where their dates of birth do not tell, or
        where no others are left.
        """
        there = [n for n, one in enumerate(self._born) if one is None or not day or one <= day]
        if rank.whole:
            return frozenset(there) if len(there) <= rank.whole else _NOBODY
        if rank.twins:
            return self._find_twins(there)
        dates = {n: one for n in there if (one := self._born[n]) is not None}
        count = rank.oldest or rank.youngest
        if self._elsewhere or len(dates) < len(there) or not 0 < count < len(there):
            return _NOBODY
        order = sorted(there, key=lambda n: dates[n], reverse=not rank.oldest)
        if dates[order[count - 1]] == dates[order[count]]:
            return _NOBODY  # twins
        return frozenset(order[:count])

    def _find_twins(self, there: Iterable[int]) -> frozenset[int]:
        """The two who were born on one day; nobody where no two were, or more."""
        by_day: defaultdict[date | None, list[int]] = defaultdict(list)
        for number in there:
            by_day[self._born[number]].append(number)
        pairs = [born for day, born in by_day.items() if day is not None and len(born) == _PAIR]
        return frozenset(pairs[0]) if len(pairs) == 1 else _NOBODY


def _can_be(born: date | None, under: int, day: date | None) -> bool:
    if not under or born is None or day is None:
        return True
    return (day - born).days < under * _DAYS_IN_YEAR

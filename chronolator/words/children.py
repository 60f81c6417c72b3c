"""Which children of a case words can mean, by age and gender: "baby", "the older two", "boys"."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil

from chronolator.model import Case, Kind
from chronolator.words.book import GENDERS, Known, Rank, may_be, name_gender

_PAIR = 2
_DAYS_IN_YEAR = 365.25
_NOBODY: frozenset[int] = frozenset()
Meant = tuple[Kind, frozenset[int], frozenset[int]]
"""Of what kind somebody is, which children are meant, by number, and which may be."""


class Children:
    """The children of a case, as words without a name can mean them."""

    def __init__(self, case: Case, *, elsewhere: bool) -> None:
        """`elsewhere`: the case names brothers or sisters who are no child of it."""
        self._born = tuple(child.born for child in case.children)
        self.genders = tuple(map(name_gender, case.children))
        """By number: "m", "f", or "" where it is not known."""
        self._everyone = frozenset(range(len(self._born)))
        # With brothers and sisters who are no child of the case, "the eldest" may be one of them.
        self.elsewhere = elsewhere

    def tell_who(self, known: Known, day: date | None) -> Meant:
        """Whom an entry of the book means on a day."""
        kind = known.kind
        if known.child >= 0:
            return kind, frozenset({known.child}), _NOBODY
        if known.rank is not None:
            return self._tell_rank(known, known.rank, day)
        if known.members:
            return self._tell_members(known, day)
        if kind is Kind.CHILD:
            return self._tell_one(known, day)
        sure = self._everyone if kind is Kind.CHILDREN else _NOBODY
        return kind, sure, self._everyone if kind is Kind.SOME_CHILD else _NOBODY

    def _tell_one(self, known: Known, day: date | None) -> Meant:
        """Whom "the boy" or "baby" means: the one who can be, or any of those who can."""
        can_be = frozenset(
            n for n in self._find_fitting(known.gender) if _can_be(self._born[n], known.under, day)
        )
        sure = can_be if len(can_be) == 1 else _NOBODY
        return known.kind, sure, can_be - sure

    def find_siblings(
        self, of: frozenset[int], day: date | None, gender: str, *, older: bool, younger: bool
    ) -> frozenset[int]:
        """The other children born by the day who can be of that gender, and older or younger than
        all of those given.
        """
        born = [one for n in of if (one := self._born[n]) is not None]
        others = (self._find_fitting(gender) & frozenset(self.list_born(day))) - of
        return frozenset(
            n
            for n in others
            if (own := self._born[n]) is None
            or not born
            or ((not older or own < min(born)) and (not younger or own > max(born)))
        )

    def are_known(self, one: frozenset[int], gender: str) -> bool:
        """True for one child of whom it is known to be of that gender."""
        return len(one) == 1 and all(gender and self.genders[n] == gender for n in one)

    def _find_fitting(self, gender: str) -> frozenset[int]:
        """The children who are of that gender, or may be."""
        return frozenset(n for n in self._everyone if may_be(self.genders[n], gender))

    def _tell_members(self, known: Known, day: date | None) -> Meant:
        """Whom "the boys" means: all who are, where two or more are known to be, or no more than
        two can be.
        """
        there = self.list_born(day)
        fitting = [n for n in there if self.genders[n] == known.members]
        can_be = [n for n in there if may_be(self.genders[n], known.members)]
        unknown = any(not self.genders[n] for n in there)
        if len(can_be) == _PAIR and not self.elsewhere:
            return Kind.CHILDREN, frozenset(can_be), _NOBODY
        if unknown or len(fitting) < _PAIR:
            every = frozenset(there if unknown else fitting) or self._everyone
            whole = known.kind is Kind.CHILDREN and unknown
            return (known.kind, every, _NOBODY) if whole else (Kind.SOME_CHILD, _NOBODY, every)
        return Kind.CHILDREN, frozenset(fitting), _NOBODY

    def _tell_rank(self, known: Known, rank: Rank, day: date | None) -> Meant:
        gender = known.gender
        ranked = self._rank(rank, gender, day)
        if not ranked and rank.whole:
            return Kind.PRONOUN, _NOBODY, _NOBODY  # "neither": two of three who were named before
        if not ranked and known.under:
            return self._tell_one(known, day)
        one_of_many = min(rank.oldest, rank.youngest) < 0 and gender != "p" and len(ranked) > 1
        if not ranked or one_of_many:
            return Kind.SOME_CHILD, _NOBODY, self._find_fitting(gender)
        several = rank.whole or len(ranked) > 1
        return Kind.CHILDREN if several else Kind.CHILD, ranked, _NOBODY

    def _rank(self, rank: Rank, gender: str, day: date | None) -> frozenset[int]:
        """Who is meant of those born by the day; nobody where their dates of birth do not tell, or
        where no others are left.
        """
        there = self.list_born(day)
        if gender in GENDERS:
            there = [n for n in there if may_be(self.genders[n], gender)]
            if len(there) > _PAIR and not all(self.genders[n] for n in there):
                return _NOBODY  # "the older boy" has a brother: of two who can be, both are boys
        if rank.whole:
            return frozenset(there) if len(there) <= rank.whole else _NOBODY
        if rank.twins:
            return self._find_twins(there)
        dates = {n: one for n in there if (one := self._born[n]) is not None}
        count = rank.oldest or rank.youngest
        count += len(there) if count < 0 else 0
        if self.elsewhere or len(dates) < len(there) or not 0 < count < len(there):
            return _NOBODY
        order = sorted(there, key=lambda n: dates[n], reverse=not rank.oldest)
        if dates[order[count - 1]] == dates[order[count]]:
            return _NOBODY  # twins
        return frozenset(order[:count])

    def list_born(self, day: date | None) -> list[int]:
        """Those born by the day, or without a date of birth."""
        return [n for n, one in enumerate(self._born) if one is None or not day or one <= day]

    def find_stage(self, day: date | None) -> date | None:
        """The first day since which no child was born or became a year older until this one: words
        mean the same children on both.
        """
        if day is None:
            return None
        born = (one for one in self._born if one and one <= day)
        ages = ((one, (day - one).days // _DAYS_IN_YEAR) for one in born)
        turns = (one + timedelta(days=ceil(years * _DAYS_IN_YEAR)) for one, years in ages)
        return max(turns, default=date.min)

    def _find_twins(self, there: Iterable[int]) -> frozenset[int]:
        """The two who were born on one day, or of whom that is not known, where there are no more;
        nobody where no two were, or more.
        """
        there = list(there)
        unknown = any(self._born[number] is None for number in there)
        if len(there) == _PAIR and unknown and not self.elsewhere:
            return frozenset(there)
        by_day: defaultdict[date | None, list[int]] = defaultdict(list)
        for number in there:
            by_day[self._born[number]].append(number)
        pairs = [born for day, born in by_day.items() if day is not None and len(born) == _PAIR]
        return frozenset(pairs[0]) if len(pairs) == 1 else _NOBODY


def _can_be(born: date | None, under: int, day: date | None) -> bool:
    """True where who was born then is below that many years on the day; or, without a limit, where
    they are born by then. "Baby" may be the unborn.
    """
    if born is None or day is None:
        return True
    return (day - born).days < under * _DAYS_IN_YEAR if under else born <= day

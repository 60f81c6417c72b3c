"""By what a row is known to repeat another that is not the same word for word."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Enough:
    """How much two rows must share, and how much they may differ in.

    `words` shared words, `own` of them of the row's own, or `words_long` and `own_long`; where one
    text goes on from the other's end `words_begun` and `own_begun`, and where that end is inside a
    word or on one of `dangling` `words_broken` and `own_broken`; where both have the same time
    `words_timed` and `own_timed`; of two without any that differ in their spelling alone
    `words_spelt` and `own_spelt`. A word on more than the share `often` of an agency's days, and on
    more than `often_days` of them, is not a row's own; one that more than `crowd` rows of a day
    hold brings no rows together, and rows are held beside each other only where they share `beside`
    of the different words of the shorter one. For each changed word `per_word` others must be
    shared, for each passage put in `per_passage`; of the row that is marked at most the share
    `only_here` stands in it alone.
    """

    words: int
    own: int
    words_long: int
    own_long: int
    words_begun: int
    own_begun: int
    words_broken: int
    own_broken: int
    words_timed: int
    own_timed: int
    words_spelt: int
    own_spelt: int
    often: float
    often_days: int
    crowd: int
    beside: float
    per_word: int
    per_passage: int
    only_here: float


@dataclass(frozen=True, slots=True)
class DuplicateRules:
    """Folded words, and how much of two texts must be alike.

    `small` words carry nothing, `common` ones tell no row from another. Words of `no`, `people`,
    `seeing` and `amounts` may not be changed or stand in the marked row alone; a word and the same
    behind a beginning of `turning` are opposites, and so are the words of each set of `opposed`.
    People named behind or before a word of `joining` are named besides; one of `once_more` tells
    of another contact of the kind. On one of `dangling` nobody ends; what tells of one of
    `attempts` is done again the same day. `numbers` writes 0, 1, 2 ... in words; signs of `marks`,
    standing alone, count as words; words of `clock` beside a time belong to it. `short` gives what
    a short form stands for, each as words; its keys are without stroke and hyphen.
    """

    enough: Enough
    small: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    seeing: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    once_more: frozenset[str] = frozenset()
    dangling: frozenset[str] = frozenset()
    attempts: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    turning: tuple[str, ...] = ()
    opposed: tuple[frozenset[str], ...] = ()
    short: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

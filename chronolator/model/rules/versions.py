"""By what one file is known as an earlier version of another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FollowRules:
    """How alike a row of an earlier workbook and one of now must be to be held for the same.

    Likenesses are 0 to 100. Two rows at most `days` apart are alike from `likest` on (the share of
    letters that stay), from `moment` on where their time or their reference is the same; two of one
    day between the same unchanged rows from `between` on (the words in any order). The best must be
    better than the next by `margin`. Of a row that is part of another `held` must stand in it, and
    on another day it must have so many `words`. `renamed`: so many of the rows that are gone (0 to
    1) must stand under another agency's name. For a note whose row was not found so many
    `candidates` are offered, at most `offered_days` away.
    """

    days: int = 7
    likest: float = 60
    moment: float = 45
    between: float = 50
    margin: float = 10
    held: float = 90
    words: int = 4
    renamed: float = 0.5
    candidates: int = 4
    offered_days: int = 31


@dataclass(frozen=True, slots=True)
class VersionRules:
    """Words of a file's name, and how much of two files must be alike.

    `earlier` and `later` words say what version a file is; a word of `numbered` stands before a
    version's number; `months` are the beginnings of the months' names, for a day in the name.

    `share`: of the rows of the smaller file, so many must be alike (0 to 1); a file of fewer than
    `fewest` rows counts only where the names tell too. Two rows of one day are alike from a
    likeness of `near` on (0 to 100, the share of letters that stay), two of other days, at most
    `days` apart, from `likest` on; the only two that are left of a day from `alone` on. The best
    must be better than the next by `margin`. `following` is for rows of an earlier workbook.
    """

    earlier: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    share: float = 0.5
    fewest: int = 5
    near: float = 60
    likest: float = 80
    days: int = 31
    margin: float = 10
    alone: float = 45
    following: FollowRules = FollowRules()

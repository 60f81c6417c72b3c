"""Where what a phrase met fills its clause, or begins a form's answer that is not there."""

from collections.abc import Sequence

from chronolator.seen.patterns import Match
from chronolator.words.word import Word


def is_clause(words: Sequence[Word], match: Match) -> bool:
    """True where the match is all of a clause."""
    clause = words[match.first].clause
    edges = (*words[match.first - 1 : match.first], *words[match.last : match.last + 1])
    return match.first > 0 and all(word.clause != clause for word in edges)


def is_left_blank(words: Sequence[Word], match: Match) -> bool:
    """True for "K seen?" and "K seen: -" at the end of a text: a colon or a question mark stands
    behind it, and no answer.
    """
    return match.last == len(words) and words[match.last - 1].colon

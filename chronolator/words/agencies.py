"""The kind of an agency by its name."""

from itertools import zip_longest

from chronolator.model import AgencyRules
from chronolator.words.fold import fold, holds


def find_kind(name: str, rules: AgencyRules) -> str:
    """The kind of agency that the name tells, as "police" or "gp"; "" where it tells none."""
    folded = _leave_streets(fold(name), rules)
    return next(
        (kind.name for kind in rules.kinds if any(holds(folded, word) for word in kind.words)), ""
    )


def _leave_streets(name: str, rules: AgencyRules) -> str:
    """The name without its address: School Lane, Nursery Road."""
    words = name.split()
    kept = [
        word
        for word, following in zip_longest(words, words[1:], fillvalue="")
        if following not in rules.streets and word not in rules.streets
    ]
    return " ".join(kept) if kept else name

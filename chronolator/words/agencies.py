"""The kind of an agency by its name."""

from chronolator.model import AgencyRules
from chronolator.words.fold import fold, holds


def find_kind(name: str, rules: AgencyRules) -> str:
    """The kind of agency that the name tells, as "police" or "gp"; "" where it tells none."""
    folded = fold(name)
    return next(
        (kind.name for kind in rules.kinds if any(holds(folded, word) for word in kind.words)), ""
    )

"""How sure it is that a child was not seen."""

from chronolator.model import Kind, Means, Reason, Says
from chronolator.seen.heard import Target

_CHILD = (Kind.CHILD,)
_LEFT_ASLEEP = (Says.LEFT_ASLEEP,)


def denies_surely(target: Target) -> bool:
    """True for what denies a sighting of all who may be meant ("no children in"), or of the only
    one who can be ("sibling at school").
    """
    who = target.who
    if target.turned >= 0 and target.turned == who.first - 1:
        return True
    return len(who.perhaps) == 1 and who.kinds == _CHILD and who.gender != "p"


def is_at_home(target: Target, reason: Reason) -> bool:
    """True where who visits is told where the child is, which is why the child was not seen."""
    away = reason is Reason.AWAY or target.says == _LEFT_ASLEEP
    return Means.IN_PERSON in target.means or (target.families and away)


def is_of_visit(target: Target) -> bool:
    """True where the kind of contact, and not only a word of the text, says that it was a visit."""
    told = {means for means, _ in target.reached}
    return Means.IN_PERSON in target.means - told

"""Who answers a labelled row: it names a child, and the other children of the family."""

from dataclasses import replace
from functools import cache, lru_cache

from chronolator.model import THE_CHILD, Case, Child, SeenRules
from chronolator.model.rules.weights import Weights
from chronolator.rules.seen import load_seen
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener


@lru_cache(64)  # one holds a megabyte and more, and the names are many
def make_observer(child: str, others: str, *, weighed: bool = True) -> Observer:
    """The observer for the case of the child ("" is the child of whom a row speaks) and of the
    `others`, parted by semicolons; `weighed`: the words are weighed together too.
    """
    first = Child(child) if child else THE_CHILD
    siblings = (Child(name.strip()) for name in others.split(";") if name.strip())
    case = Case(children=(first, *siblings))
    return Observer(Listener(_load(weighed=weighed), case), case)


@cache
def _load(*, weighed: bool) -> SeenRules:
    rules = load_seen()
    return rules if weighed else replace(rules, weights=Weights())

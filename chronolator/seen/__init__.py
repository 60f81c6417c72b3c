"""Was the child seen, seen alone, were views recorded: for each child, with the words."""

from collections import deque
from collections.abc import Callable, Iterable
from itertools import chain, islice

from chronolator.model import AgencyRules, Case, Event, Flag, SeenRules
from chronolator.seen.genders import add_genders, find_genders
from chronolator.seen.keys import sort_by_key
from chronolator.seen.problems import tell_problems
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener, compile_phrases
from chronolator.words.agencies import Kinds

__all__ = [
    "add_genders",
    "find_genders",
    "flag_sightings",
    "make_flagger",
    "sort_by_key",
    "tell_problems",
]

_READY = 4
"""So many cases are ready at a time: the keys of returns may call the children otherwise."""
_AT_ONCE = 256
"""Rows that are held at a time, so that their words are weighed side by side."""


def flag_sightings(
    events: Iterable[Event], case: Case, rules: SeenRules, agencies: AgencyRules
) -> tuple[Flag, ...]:
    """One flag for each event, child and question, in that order; events do not touch each other.

    A `yes` or a `no` has the words that say so as its evidence. Raises `RulesError` where a pattern
    of the rules cannot be read.
    """
    return make_flagger(rules, agencies)((case, events))


def make_flagger(
    rules: SeenRules, agencies: AgencyRules
) -> Callable[[tuple[Case, Iterable[Event]]], tuple[Flag, ...]]:
    """What gives, of a case and any events, the flags that `flag_sightings` gives. Raises as it
    does. What is the same for every case is made ready at once.
    """
    compile_phrases(rules)
    kinds = Kinds(agencies)
    ready: deque[tuple[Case, Observer]] = deque(maxlen=_READY)

    def flag(told: tuple[Case, Iterable[Event]]) -> tuple[Flag, ...]:
        case, events = told
        observer = next((one for known, one in ready if known == case), None)
        if observer is None:
            observer = Observer(Listener(rules, case), case)
            ready.append((case, observer))
        rows = ((event, kinds.find(event)) for event in events)
        flags: list[Flag] = []
        while some := list(islice(rows, _AT_ONCE)):
            flags += chain.from_iterable(one.flags for one in observer.observe_all(some))
        return tuple(flags)

    return flag

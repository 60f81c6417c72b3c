"""Was the child seen, seen alone, were views recorded: for each child, with the words."""

from collections.abc import Callable, Iterable

from chronolator.model import AgencyRules, Case, Event, Flag, SeenRules
from chronolator.seen.genders import add_genders, find_genders
from chronolator.seen.problems import tell_problems
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.words.agencies import Kinds

__all__ = ["add_genders", "find_genders", "flag_sightings", "make_flagger", "tell_problems"]


def flag_sightings(
    events: Iterable[Event], case: Case, rules: SeenRules, agencies: AgencyRules
) -> tuple[Flag, ...]:
    """One flag for each event, child and question, in that order; events do not touch each other.

    A `yes` or a `no` has the words that say so as its evidence. Raises `RulesError` where a pattern
    of the rules cannot be read.
    """
    return make_flagger(case, rules, agencies)(events)


def make_flagger(
    case: Case, rules: SeenRules, agencies: AgencyRules
) -> Callable[[Iterable[Event]], tuple[Flag, ...]]:
    """What gives the flags of any events, as `flag_sightings` gives them. Raises as it does."""
    observer = Observer(Listener(rules, case), case)
    kinds = Kinds(agencies)

    def flag(events: Iterable[Event]) -> tuple[Flag, ...]:
        return tuple(flag for event in events for flag in observer.answer(event, kinds.find(event)))

    return flag

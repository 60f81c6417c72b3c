"""The trials by the parts under which they are run: one that stands there often is tried often."""

from collections.abc import Callable

from tests.fuzzing.dates import try_dates
from tests.fuzzing.journey import try_journey
from tests.fuzzing.readers import try_readers
from tests.fuzzing.rules import try_case_files, try_rules_files, try_sightings

TRIALS: dict[str, tuple[Callable[[], None], ...]] = {
    "journey": (try_journey,),
    "dates": (try_dates,),
    "rules": (*(try_sightings,) * 20, try_rules_files, try_case_files),
    "readers": (try_readers,),
}

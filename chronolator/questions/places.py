"""How the rows of one agency's return are named in a letter to it."""

from collections.abc import Callable, Iterable
from functools import partial

from chronolator.model import Event, Origin
from chronolator.problems import tell_places

TellPlaces = Callable[[Iterable[Origin]], str]


def choose_places(events: Iterable[Event]) -> TellPlaces:
    """What names places: without the file's name where the agency sent one file alone."""
    files = {event.origin.file for event in events}
    return partial(tell_places, with_file=len(files) > 1)

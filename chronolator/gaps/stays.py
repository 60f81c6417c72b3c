"""Stays that two rows tell: an admission, and the discharge that ends it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from chronolator.model import Answer, Event, Flag, GapRules, Reason, Sighting
from chronolator.words.fold import fold, holds


def find_stays(rows: Iterable[tuple[Event, Flag]], rules: GapRules) -> Iterator[Sighting]:
    """From each admission to the discharge that follows it in the returns of the same agency.

    `rows` are those of one child in agencies where a stay can be, each on a single day, in the
    order of the days. Another admission, a discharge or a row that says that the child was not seen
    ends what went before. A stay that no ward is named to end, and of more days than the rules
    allow, may be two attendances: it closes no gap.
    """
    begun: dict[str, Event] = {}
    for event, flag in rows:
        if flag.reason is Reason.DISCHARGED and (first := begun.pop(event.agency, None)):
            stay = _join(first, event, rules)
            if stay is not None:
                yield stay
        elif flag.reason is Reason.ADMITTED:
            begun[event.agency] = event
        elif flag.answer is Answer.NO:
            begun.pop(event.agency, None)


def _join(admitted: Event, discharged: Event, rules: GapRules) -> Sighting | None:
    first, last = admitted.when.first, discharged.when.first
    if first is None or last is None or first == last:
        return None
    short = last - first <= timedelta(days=rules.stay_days)
    return Sighting(
        admitted.id, first, last, throughout=True, closes=short or names_ward(discharged, rules)
    )


def names_ward(event: Event, rules: GapRules) -> bool:
    """True where the row names a ward, or a hospital's bed."""
    told = fold(f"{event.text} {event.place} {event.contact_type}")
    return any(holds(told, word) for word in rules.wards)

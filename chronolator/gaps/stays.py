"""Stays that two rows tell: an admission, and the discharge that ends it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from chronolator.model import Answer, Event, Flag, GapRules, Reason, Sighting
from chronolator.words.fold import fold, holds_any


def find_stays(
    rows: Iterable[tuple[Event, Flag]], elsewhere: Iterable[Event], rules: GapRules
) -> Iterator[Sighting]:
    """From each admission to the discharge that follows it in the returns of the same agency.

    `rows` are those of one child in agencies where a stay can be, each on a single day, in the
    order of the days. Another admission, a discharge, a row that says that the child was not seen,
    or that the child left, ends what went before. A stay that may be two attendances closes no gap:
    one of more days than the rules allow without a ward that is named to end it, or at all; and one
    in which an agency saw the child `elsewhere`, or did not.
    """
    others = [
        event.when.first
        for event in elsewhere
        if event.when.first and not _holds(event.text, rules.at_ward)
    ]
    begun: dict[str, Event] = {}
    for event, flag in rows:
        if flag.reason is Reason.DISCHARGED and (first := begun.pop(event.agency, None)):
            stay = _join(first, event, rules)
            if stay is not None:
                met = any(stay.first < day < stay.last for day in others)
                yield replace(stay, closes=stay.closes and not met)
        elif flag.reason is Reason.ADMITTED:
            begun[event.agency] = event
        elif flag.answer is Answer.NO or _holds(event.text, rules.stay_ends):
            begun.pop(event.agency, None)


def tells_stay(event: Event, rules: GapRules) -> bool:
    """True where a row for several days tells of one stay, and not of some attendances in them."""
    when = event.when
    told = f"{event.text}\n{event.contact_type}\n{event.place}"
    if _holds(told, rules.no_stay_words):
        return False
    if _holds(told, rules.stay_words):
        return True
    few = when.first and when.last and (when.last - when.first).days <= rules.stay_row_days
    return bool(few) and not _holds(told, rules.attendance_words)


def names_ward(text: str, rules: GapRules) -> bool:
    """True where the text tells of a discharge from a ward, by its words."""
    return _holds(text, rules.wards)


def _join(admitted: Event, discharged: Event, rules: GapRules) -> Sighting | None:
    first, last = admitted.when.first, discharged.when.first
    if first is None or last is None or first == last:
        return None
    days = last - first
    most = rules.longest_stay if names_ward(discharged.text, rules) else rules.stay_days
    return Sighting(admitted.id, first, last, throughout=True, closes=days <= timedelta(days=most))


def _holds(text: str, words: Iterable[str]) -> bool:
    return holds_any(fold(text), words)

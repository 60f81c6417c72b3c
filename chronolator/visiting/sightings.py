"""The sightings that an expectation is held against: which of them are certain, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from chronolator.model import Answer, Event, Flag, Precision, Qualifier, When

_TO_THE_DAY = (Precision.DAY, Precision.HOUR, Precision.MINUTE)


class Span(NamedTuple):
    """A sighting on some day from `first` to `last`, by the ids of the entries that tell it."""

    first: date
    last: date
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sightings:
    """Certain ones, in an order in which both ends of their spans only grow, and possible ones: an
    unclear answer, a date that is approximate or has an open end, a span that is known more
    closely from another, or one that reaches beyond the days looked at.
    """

    certain: tuple[Span, ...]
    possible: tuple[Span, ...]


def list_sightings(told: Iterable[tuple[Event, Flag]], first: date, last: date) -> Sightings:
    """What the answers say of the days from `first` to `last`, inclusive.

    Where an entry tells several days, known to the day, the child is seen on all of them. One known
    to a month or the like is seen on some day of it. What is undated counts nowhere.
    """
    known: defaultdict[date, list[str]] = defaultdict(list)
    loose: defaultdict[tuple[date, date], list[str]] = defaultdict(list)
    possible: list[Span] = []
    for event, flag in told:
        when = event.when
        if not (when.first or when.last):  # it would make everything uncertain
            continue
        begins, ends = max(when.first or first, first), min(when.last or last, last)
        if begins > ends or flag.answer not in (Answer.YES, Answer.UNCLEAR):
            continue
        if flag.answer is Answer.UNCLEAR or not _is_certain(when):
            possible.append(Span(begins, ends, (event.id,)))
        elif when.precision in _TO_THE_DAY or when.first == when.last:
            for day in _list_days(begins, ends):
                known[day].append(event.id)
        elif (begins, ends) == (when.first, when.last):
            loose[begins, ends].append(event.id)
        else:
            possible.append(Span(begins, ends, (event.id,)))
    certain = [Span(day, day, tuple(ids)) for day, ids in known.items()]
    for (begins, ends), ids in loose.items():
        if _holds_another(begins, ends, known, loose):
            possible += [Span(begins, ends, (one,)) for one in ids]
        else:
            certain.append(Span(begins, ends, tuple(ids)))
            possible += [Span(begins, ends, (one,)) for one in ids[1:]]
    return Sightings(tuple(sorted(certain)), tuple(possible))


def _is_certain(when: When) -> bool:
    """True where the day lies between the two that are known."""
    return bool(when.first and when.last) and when.qualifier is not Qualifier.APPROXIMATE


def _holds_another(
    begins: date, ends: date, days: Iterable[date], spans: Iterable[tuple[date, date]]
) -> bool:
    """True where the sighting of the span may be no other than one that is known more closely."""
    return any(begins <= day <= ends for day in days) or any(
        begins <= first and last <= ends and (first, last) != (begins, ends)
        for first, last in spans
    )


def _list_days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))

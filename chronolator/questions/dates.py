"""Rows without a date, and rows outside the review period."""

from collections.abc import Collection, Iterator, Sequence

from chronolator.model import Case, Event, Origin, Query, QueryKind, QuestionRules
from chronolator.problems import PLACES_SHOWN
from chronolator.questions.places import TellPlaces
from chronolator.rows import is_in_period, name_day
from chronolator.words.fold import fold


def says_unknown(written: str, rules: QuestionRules) -> bool:
    """True for what says, in the place of a date, that nobody knows it: it is an answer."""
    told = f"{fold(written)} "
    return told.startswith(tuple(f"{fold(words)} " for words in rules.undated))


def find_answered(events: Sequence[Event], rules: QuestionRules) -> set[Origin]:
    """The rows whose agency says that it knows no date."""
    return {
        event.origin for event in _list_undated(events) if says_unknown(event.when.written, rules)
    }


def _list_undated(events: Sequence[Event]) -> list[Event]:
    return [event for event in events if not event.when.known_day]


def find_undated(
    agency: str, events: Sequence[Event], answered: Collection[Origin], tell: TellPlaces
) -> Iterator[Query]:
    """One query about rows in whose cell no date stands, and one about dates that say no day; none
    about those that are `answered`.
    """
    undated = [event for event in _list_undated(events) if event.origin not in answered]
    empty = tuple(event.origin for event in undated if not event.when.written)
    if empty:
        one = len(empty) == 1
        yield Query(
            agency,
            QueryKind.UNDATED,
            f"{'1 row has' if one else f'{len(empty):,} rows have'} no date ({tell(empty)})."
            f" Please give the {'date' if one else 'dates'}, even if only the month or the year "
            "is known.",
            empty,
        )
    unread = [event for event in undated if event.when.written]
    if unread:
        one = len(unread) == 1
        places = tuple(event.origin for event in unread)
        words = list(dict.fromkeys(f"“{event.when.written}”" for event in unread))
        more = " ..." if len(words) > PLACES_SHOWN else ""
        written = ", ".join(words[:PLACES_SHOWN]) + more
        yield Query(
            agency,
            QueryKind.UNREADABLE,
            f"{'1 row gives' if one else f'{len(unread):,} rows give'} no date that can be used "
            f"but {written} ({tell(places)}). Please give the {'date' if one else 'dates'}, "
            "even if only the month or the year is known.",
            places,
        )


def find_outside(
    agency: str, events: Sequence[Event], case: Case, tell: TellPlaces
) -> Iterator[Query]:
    """A query about the rows that lie wholly before or after the review period."""
    outside = [event for event in events if not is_in_period(event.when, case)]
    if not outside:
        return
    outside.sort(key=lambda event: event.origin)
    places = tuple(event.origin for event in outside)
    days = sorted(day for event in outside if (day := event.when.known_day))
    span = name_day(days[0])
    if days[-1] != days[0]:
        span = f"from {span} to {name_day(days[-1])}"
    one = len(outside) == 1
    yield Query(
        agency,
        QueryKind.OUTSIDE,
        f"{'1 row is' if one else f'{len(outside):,} rows are'} dated outside the review period "
        f"({tell(places)}): {span}. Please check "
        f"{'the date' if one else 'the dates'}; where it is right, the row is kept as background.",
        places,
    )

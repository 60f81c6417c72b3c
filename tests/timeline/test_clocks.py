from datetime import date, timedelta

import pytest

from chronolator.model import (
    Case,
    Chance,
    Chronology,
    Clock,
    Event,
    Gap,
    Origin,
    Question,
    Reason,
    Sighting,
    When,
)
from chronolator.timeline import Bar, Lane, Sign, Timeline, lay_out

START, END = date(2019, 1, 10), date(2019, 4, 20)
DAY = timedelta(days=1)


def happen(name: str, first: date | None, last: date | None = None) -> Event:
    return Event(name, When("x", first, last or first), "GP", "text", Origin("f"))


def run(
    *sightings: Sighting,
    chances: tuple[Chance, ...] = (),
    gaps: tuple[Gap, ...] = (),
    first: date = START,
    last: date = END,
) -> Clock:
    return Clock("Robin", Question.SEEN, None, first, last, sightings, chances, gaps=gaps)


def make_gap(
    first: date, last: date, *, certain: bool = True, seen: tuple[bool, bool] = (True, True)
) -> Gap:
    days = (last - first).days
    left, right = (day if there else None for day, there in zip((first, last), seen, strict=True))
    return Gap(
        "Robin", Question.SEEN, None, first, last, left, right, days, days, days, certain=certain
    )


def lay(clock: Clock, *events: Event) -> Lane:
    return lay_all(clock, events=events).lanes[0]


def lay_all(*clocks: Clock, events: tuple[Event, ...] = ()) -> Timeline:
    timeline = lay_out(Chronology(case=Case(), events=events, clocks=clocks))
    assert timeline is not None
    return timeline


def test_without_a_clock_there_is_none() -> None:
    assert lay_out(Chronology(case=Case())) is None


def test_it_spans_all_lanes_and_every_month_that_they_touch() -> None:
    late = run(first=date(2018, 11, 30), last=date(2019, 2, 1))
    timeline = lay_all(run(), late)
    assert (timeline.first, timeline.last) == (date(2018, 11, 30), END)
    assert [month.isoformat() for month in timeline.months] == [
        *("2018-11-01", "2018-12-01", "2019-01-01", "2019-02-01", "2019-03-01", "2019-04-01")
    ]
    assert timeline.lanes[1].look_at(END) is Sign.OUTSIDE


def test_days_without_anything_are_told_apart_from_those_not_looked_at() -> None:
    lane = lay(run())
    signs = [lane.look_at(day) for day in (START - DAY, START, END, END + DAY)]
    assert signs == [Sign.OUTSIDE, Sign.NOTHING, Sign.NOTHING, Sign.OUTSIDE]


def test_a_sighting_stands_on_its_day_and_a_stay_on_all_of_its_days() -> None:
    day, first, last = date(2019, 2, 1), date(2019, 2, 10), date(2019, 2, 14)
    lane = lay(run(Sighting("a", day, day), Sighting("b", first, last, throughout=True)))
    seen = [START + DAY * n for n in range(101) if lane.look_at(START + DAY * n) is Sign.SEEN]
    assert seen == [day, *(first + DAY * n for n in range(5))]


def test_what_is_not_known_to_the_day_stands_once_in_the_middle_of_its_days() -> None:
    first, last = date(2019, 2, 1), date(2019, 2, 28)
    lane = lay(run(Sighting("a", first, last)))
    marked = [n for n in range(101) if lane.look_at(START + DAY * n) is not Sign.NOTHING]
    assert [START + DAY * n for n in marked] == [date(2019, 2, 14)]
    assert lane.look_at(date(2019, 2, 14)) is Sign.SEEN_ABOUT
    (mark,) = lane.marks
    assert (mark.first, mark.last) == (first, last)


def test_what_is_unclear_stands_at_the_day_that_is_known() -> None:
    event = Event("a", When("by 3 Mar", None, date(2019, 3, 3)), "GP", "text", Origin("f"))
    lane = lay(run(Sighting("a", START, date(2019, 3, 3), closes=False)), event)
    assert lane.look_at(date(2019, 3, 3)) is Sign.UNCLEAR
    assert lane.look_at(date(2019, 2, 1)) is Sign.NOTHING


@pytest.mark.parametrize(("certain", "sign"), [(True, Sign.GAP), (False, Sign.MAYBE_GAP)])
def test_a_gap_covers_the_days_between_its_sightings(*, certain: bool, sign: Sign) -> None:
    first, last = date(2019, 2, 1), date(2019, 3, 15)
    lane = lay(run(Sighting("a", first, first), gaps=(make_gap(first, last, certain=certain),)))
    assert [lane.look_at(day) for day in (first, first + DAY, last - DAY, last)] == [
        *(Sign.SEEN, sign, sign, Sign.NOTHING)
    ]
    assert lane.bars == (Bar(first + DAY, last - DAY, 42, certain),)


def test_a_gap_at_the_edge_of_the_period_covers_the_edge() -> None:
    lane = lay(run(gaps=(make_gap(START, END, seen=(False, False)),)))
    assert (lane.bars[0].first, lane.bars[0].last) == (START, END)


def test_of_several_on_one_day_or_in_one_week_the_greatest_is_shown() -> None:
    day = date(2019, 2, 5)
    events = tuple(happen(name, day) for name in "abc")
    whole = make_gap(START, END)
    missed = Chance("c", Reason.NO_ACCESS)
    unclear, seen = Sighting("b", day, day, closes=False), Sighting("a", day, day)
    for sightings, sign in (
        ((), Sign.MISSED),
        ((unclear,), Sign.UNCLEAR),
        ((unclear, seen), Sign.SEEN),
    ):
        lane = lay(run(*sightings, chances=(missed,), gaps=(whole,)), *events)
        assert lane.look_at(day) is sign
        assert lane.look_at(day - DAY * 3, day + DAY * 3) is sign
        assert lane.look_at(day + DAY, day + DAY * 7) is Sign.GAP


def test_a_chance_over_the_edge_stands_inside() -> None:
    lane = lay(
        run(chances=(Chance("a", Reason.AWAY),)), happen("a", START - DAY * 20, START + DAY * 2)
    )
    (mark,) = lane.marks
    assert (mark.first, mark.last) == (START, START + DAY * 2)
    assert lane.look_at(START + DAY) is Sign.MISSED

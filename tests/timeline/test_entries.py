from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import (
    Answer,
    Case,
    Child,
    Chronology,
    Clock,
    Event,
    Flag,
    Origin,
    Question,
    Reason,
    When,
)
from chronolator.timeline import Overview, Point, lay_out_entries
from chronolator.timeline.entries import MOST_ENTRIES, MOST_LANES

ROBIN, WREN = Child("Robin"), Child("Wren")
DAY = date(2019, 2, 10)


def tell(
    name: str, first: date | None, last: date | None = None, agency: str = "GP", text: str = "t"
) -> Event:
    return Event(name, When("x", first, last or first), agency, text, Origin("f"))


def answer(event: str, child: Child, said: Answer, of: Question = Question.SEEN) -> Flag:
    return Flag(event, child.name, of, said, Reason.IN_SIGHT)


def lay(
    *events: Event, flags: tuple[Flag, ...] = (), case: Case | None = None, most: int = MOST_ENTRIES
) -> Overview:
    case = case or Case(children=(ROBIN, WREN))
    overview = lay_out_entries(Chronology(case=case, events=events, flags=flags), most)
    assert overview is not None
    return overview


def list_points(overview: Overview, child: int = 0) -> dict[str, tuple[Point, ...]]:
    return {lane.agency: lane.points for lane in overview.children[child].agencies}


def test_without_a_dated_entry_in_the_period_there_is_none() -> None:
    assert lay_out_entries(Chronology(case=Case())) is None
    assert lay_out_entries(Chronology(case=Case(), events=(tell("a", None),))) is None
    case = Case(first=date(2020, 1, 1), last=date(2020, 12, 31))
    assert lay_out_entries(Chronology(case=case, events=(tell("a", DAY),))) is None


def test_each_entry_stands_on_its_agencys_lane_once_for_each_child() -> None:
    overview = lay(
        tell("a", DAY, agency="Police"),
        tell("b", DAY),
        tell("c", DAY, agency="Police"),
        flags=(
            answer("a", ROBIN, Answer.YES),
            answer("a", WREN, Answer.NO),
            answer("c", ROBIN, Answer.YES, Question.ALONE),
        ),
    )
    assert overview.agencies == ("Police", "GP")
    robin, wren = list_points(overview), list_points(overview, 1)
    assert robin["Police"] == (
        Point(Answer.NOT_RECORDED, ("c",), DAY, DAY),
        Point(Answer.YES, ("a",), DAY, DAY),
    )
    assert robin["GP"] == wren["GP"] == (Point(Answer.NOT_RECORDED, ("b",), DAY, DAY),)
    assert [one.answer for one in wren["Police"]] == [Answer.NOT_RECORDED, Answer.NO]


def test_it_spans_the_review_period_else_the_entries() -> None:
    events = tell("a", DAY), tell("b", date(2021, 5, 1))
    overview = lay(*events)
    assert (overview.first, overview.last) == (DAY, date(2021, 5, 1))
    case = Case(first=date(2019, 1, 1), last=date(2019, 12, 31))
    overview = lay(*events, case=case)
    assert (overview.first, overview.last) == (case.first, case.last)
    assert overview.outside == ("b",)
    assert [len(lane.points) for lane in overview.children[0].agencies] == [1]


def test_one_without_a_date_is_named_and_stands_nowhere() -> None:
    overview = lay(tell("a", DAY), tell("b", None))
    assert overview.undated == ("b",)
    assert [one.events for one in list_points(overview)["GP"]] == [("a",)]


def test_a_period_keeps_its_days_within_what_is_shown() -> None:
    case = Case(first=date(2019, 1, 1), last=date(2019, 12, 31))
    (point,) = list_points(lay(tell("a", date(2018, 1, 1), date(2019, 1, 31)), case=case))["GP"]
    assert (point.first, point.last) == (date(2019, 1, 1), date(2019, 1, 31))
    assert point.middle == date(2019, 1, 16)


@pytest.mark.parametrize("when", [When("after x", DAY, None), When("by x", None, DAY)])
def test_one_with_an_open_end_stands_at_the_day_that_is_known(when: When) -> None:
    (point,) = list_points(lay(replace(tell("a", DAY), when=when)))["GP"]
    assert (point.first, point.last) == (DAY, DAY)


def test_months_are_counted_by_agency_and_by_child_seen() -> None:
    overview = lay(
        tell("a", date(2019, 1, 31)),
        tell("b", date(2019, 3, 1), date(2019, 4, 30), agency="Police"),
        flags=(answer("b", WREN, Answer.YES),),
    )
    assert [(str(one.first), one.entries, one.seen) for one in overview.months] == [
        ("2019-01-01", {"GP": 1, "Police": 0}, {"Robin": 0, "Wren": 0}),
        ("2019-02-01", {"GP": 0, "Police": 0}, {"Robin": 0, "Wren": 0}),
        ("2019-03-01", {"GP": 0, "Police": 1}, {"Robin": 0, "Wren": 1}),
        ("2019-04-01", {"GP": 0, "Police": 0}, {"Robin": 0, "Wren": 0}),
    ]


def test_above_so_many_they_stand_by_month_and_answer() -> None:
    events = tell("a", date(2019, 2, 1)), tell("b", date(2019, 2, 28)), tell("c", date(2019, 2, 9))
    flags = (answer("c", ROBIN, Answer.YES),)
    assert not lay(*events, flags=flags, most=3).by_month
    overview = lay(*events, flags=flags, most=2)
    assert overview.by_month
    first, last = date(2019, 2, 1), date(2019, 2, 28)
    assert list_points(overview)["GP"] == (
        Point(Answer.NOT_RECORDED, ("a", "b"), first, last),
        Point(Answer.YES, ("c",), first, last),
    )


def test_each_of_two_thousand_has_a_point_of_its_own() -> None:
    events = [tell(str(n), DAY) for n in range(2_001)]
    assert not lay(*events[1:]).by_month
    assert lay(*events).by_month


def test_agencies_beyond_the_lanes_share_the_last_one() -> None:
    most = [tell(f"{n}-{i}", DAY, agency=f"A{n}") for n in range(MOST_LANES) for i in range(2)]
    few = [tell("x", DAY, agency="Few"), tell("y", DAY, agency="Fewer")]
    overview = lay(few[0], *most[2:], few[1])
    assert overview.others == ("Few", "Fewer")
    assert len(overview.agencies) == MOST_LANES
    assert overview.agencies[-1] == "2 other agencies"
    assert [one.events for one in list_points(overview)["2 other agencies"]] == [("x",), ("y",)]


def test_the_clocks_of_a_child_stand_above_its_lanes() -> None:
    clocks = tuple(
        Clock(child.name, of, None, DAY, DAY)
        for child in (ROBIN, WREN)
        for of in (Question.SEEN, Question.ALONE)
    )
    case = Case(children=(ROBIN, WREN))
    told = Chronology(case=case, events=(tell("a", DAY),), clocks=clocks)
    overview = lay_out_entries(told)
    assert overview is not None
    assert [[lane.of for lane in one.clocks] for one in overview.children] == [
        [Question.SEEN],
        [Question.SEEN],
    ]
    assert overview.children[1].clocks[0].child == "Wren"


@given(
    st.lists(
        st.tuples(
            st.none() | st.dates(date(2018, 1, 1), date(2020, 1, 1)),
            st.sampled_from(["GP", "Police", "School"]),
            st.sampled_from(Answer),
        ),
        min_size=1,
        max_size=30,
    ),
    st.booleans(),
)
def test_no_entry_is_lost(
    told: list[tuple[date | None, str, Answer]],
    by_month: bool,  # noqa: FBT001  hypothesis hands it over
) -> None:
    events = tuple(tell(str(n), day, agency=agency) for n, (day, agency, _) in enumerate(told))
    flags = tuple(answer(str(n), ROBIN, said) for n, (_, _, said) in enumerate(told))
    case = Case(children=(ROBIN,), first=date(2018, 6, 1))
    found = lay_out_entries(
        Chronology(case=case, events=events, flags=flags), 0 if by_month else 2000
    )
    if found is None:
        return
    drawn = [
        name for lane in found.children[0].agencies for one in lane.points for name in one.events
    ]
    assert sorted((*drawn, *found.undated, *found.outside)) == sorted(one.id for one in events)
    counted: Mapping[str, int] = {
        name: sum(month.entries[name] for month in found.months) for name in found.agencies
    }
    assert sum(counted.values()) == len(drawn)

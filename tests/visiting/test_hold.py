"""Expectations held against sightings: tables, and every way in which things can have been."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronolator.errors import CaseError
from chronolator.model import (
    Agency,
    Case,
    Child,
    Clock,
    Counting,
    Event,
    Every,
    Expectation,
    Holidays,
    Interval,
    Origin,
    Question,
    Sighting,
    Unit,
    Visiting,
    When,
)
from chronolator.visiting import find_expectations

FIRST, LAST = date(2019, 3, 1), date(2019, 12, 31)
WEEKLY = Visiting("Robin", Every(7, Unit.DAYS))
CASE = Case(children=(Child("Robin"),), visiting=(WEEKLY,), first=FIRST, last=LAST)
EVENTS = [Event("C-0", When(""), "Police", "", Origin("f", "", 2))]
DAY = timedelta(days=1)


def tell(
    first: date,
    last: date | None = None,
    *,
    closes: bool = True,
    throughout: bool = False,
    event: str = "C-1",
) -> Sighting:
    return Sighting(event, first, last or first, throughout=throughout, closes=closes)


def hold(*sightings: Sighting, case: Case = CASE, **changes: Any) -> Expectation:
    """The one expectation of the case, changed so, held against the sightings."""
    visiting = replace(case.visiting[0], **changes)
    case = replace(case, visiting=(visiting,))
    clock = run(*sightings, case=case)
    (found,) = find_expectations([clock], EVENTS, case)
    return found


def run(*sightings: Sighting, case: Case = CASE) -> Clock:
    edges = case.first or FIRST, case.last or LAST
    return Clock("Robin", Question.SEEN, None, *edges, sightings=sightings)


def show(found: Expectation) -> list[tuple[date, date, int]]:
    return [(one.first, one.last, one.counted) for one in found.longer]


def at(month: int, day: int) -> date:
    return date(2019, month, day)


def test_before_between_and_after_sightings() -> None:
    a, b = at(3, 20), at(4, 20)
    found = hold(tell(b, event="C-2"), tell(a), last=at(5, 1))
    assert show(found) == [(FIRST, a, 19), (a, b, 31), (b, at(5, 1), 11)]
    assert [(one.begins_with, one.ends_with) for one in found.longer] == [
        ((), ("C-1",)),
        (("C-1",), ("C-2",)),
        (("C-2",), ()),
    ]
    assert all(one.certain and one.shortest == one.counted for one in found.longer)


def test_as_often_as_expected_is_no_interval() -> None:
    told = [tell(FIRST + DAY * 7 * number) for number in range(10)]
    assert hold(*told, last=FIRST + DAY * 70).longer == ()
    assert show(hold(*told, last=FIRST + DAY * 71)) == [(FIRST + DAY * 63, FIRST + DAY * 71, 8)]


def test_what_was_seen_before_the_first_day_begins_nothing() -> None:
    """Counting begins with the first day; a sighting on it or on the last day counts."""
    told = (tell(at(3, 30)), tell(at(4, 1)), tell(at(4, 8)))
    assert show(hold(*told, first=at(4, 1), last=at(4, 8))) == []
    assert show(hold(told[0], told[2], first=at(3, 31), last=at(4, 8))) == [
        (at(3, 31), at(4, 8), 8)
    ]


def test_nothing_seen_at_all() -> None:
    found = hold(last=at(3, 31))
    assert show(found) == [(FIRST, at(3, 31), 30)]
    assert (found.longer[0].begins_with, found.longer[0].ends_with) == ((), ())
    assert found.longer[0].certain


def test_what_closes_nothing_leaves_it_open() -> None:
    (interval,) = hold(tell(at(3, 8), closes=False), last=at(3, 15)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (14, 7, False)
    assert interval.unclear == ("C-1",)
    (interval,) = hold(tell(at(3, 8), closes=False), last=at(3, 20)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (19, 12, True)


def test_a_week_is_some_day_of_it() -> None:
    """From 1 to 15 March, seen on some day from 5 to 9: at the worst on either side 8 days."""
    found = hold(tell(at(3, 5), at(3, 9)), tell(at(3, 15)), last=at(3, 15))
    assert show(found) == [(FIRST, at(3, 9), 8), (at(3, 5), at(3, 15), 10)]
    assert [one.certain for one in found.longer] == [False, False]
    assert [one.shortest for one in found.longer] == [4, 6]


def test_a_month_with_a_known_day_in_it_closes_nothing_more() -> None:
    month = tell(at(3, 1), at(3, 31), event="C-2")
    (after,) = hold(month, tell(at(3, 5)), last=at(4, 4)).longer
    assert (after.first, after.counted, after.shortest) == (at(3, 5), 30, 15)
    assert (after.certain, after.unclear) == (True, ("C-2",))


def test_a_month_that_begins_before_the_first_day_is_not_certain() -> None:
    (interval,) = hold(tell(at(3, 1), at(3, 31)), first=at(3, 25), last=at(4, 5)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (11, 5, False)


def test_seen_on_every_day_of_a_stay() -> None:
    stay = tell(at(3, 5), at(4, 20), throughout=True)
    assert show(hold(stay, last=at(4, 28))) == [(at(4, 20), at(4, 28), 8)]
    assert hold(stay, first=at(3, 20), last=at(4, 10)).longer == ()


def test_an_agency_that_nobody_knows_is_told() -> None:
    with pytest.raises(CaseError, match=r'number 1: there is no agency "Housing"') as caught:
        hold(tell(at(3, 8)), by="Housing")
    assert "Police" in caught.value.hint
    assert "[[agency]]" in caught.value.hint


@pytest.mark.parametrize("name", ["Housing", "Eastvale Homes", "eastvale homes"])
def test_nothing_is_held_against_an_agency_that_sent_nothing(name: str) -> None:
    case = replace(CASE, agencies=(Agency("Eastvale Homes", "Housing"),))
    found = hold(tell(at(3, 8)), case=case, by=name)
    assert (found.longer, found.first) == ((), None)
    assert found.remark == f"No entry of {name} is among the returns."


@pytest.mark.parametrize("name", ["POLICE", "Police", "Force"])
def test_an_agency_is_known_by_its_names_in_the_case_and_in_the_returns(name: str) -> None:
    case = replace(CASE, agencies=(Agency("Police", "Force"),))
    assert hold(case=case, by=name, last=at(3, 9)).longer


def test_a_child_that_is_not_asked_about_has_none() -> None:
    assert find_expectations([None], EVENTS, replace(CASE, children=(Child("Wren"),))) == ()


@pytest.mark.parametrize(
    ("born", "first", "last", "held"),
    [
        (None, None, None, (FIRST, LAST)),
        (None, date(2018, 1, 1), date(2020, 1, 1), (FIRST, LAST)),
        (None, at(4, 1), at(5, 1), (at(4, 1), at(5, 1))),
        (at(4, 12), at(4, 1), at(5, 1), (at(4, 12), at(5, 1))),
        (at(6, 1), at(4, 1), at(5, 1), (None, None)),
        (None, date(2020, 2, 1), None, (None, None)),
    ],
)
def test_the_days_on_which_it_is_held(
    born: date | None,
    first: date | None,
    last: date | None,
    held: tuple[date | None, date | None],
) -> None:
    case = replace(CASE, children=(Child("Robin", born),))
    found = hold(tell(at(4, 5)), case=case, first=first, last=last)
    assert (found.first, found.last) == held
    assert bool(found.remark) == (held[0] is None)


def test_without_a_review_period_its_own_days_count() -> None:
    case = replace(CASE, first=None, last=None)
    assert (hold(case=case).first, hold(case=case).last) == (FIRST, LAST)
    own = hold(case=case, first=date(2018, 1, 1), last=date(2020, 1, 1))
    assert (own.first, own.last) == (date(2018, 1, 1), date(2020, 1, 1))
    (nothing,) = find_expectations([None], EVENTS, case)
    assert nothing.remark


def test_each_of_several_expectations_is_held_by_itself() -> None:
    """Weekly at first, then every six weeks: counting begins anew with the second."""
    weekly = replace(WEEKLY, last=at(3, 31))
    then = Visiting("Robin", Every(6, Unit.WEEKS), first=at(4, 1), last=at(6, 30))
    case = replace(CASE, visiting=(weekly, then))
    clock = run(*(tell(day) for day in (at(3, 8), at(3, 15), at(3, 22), at(5, 10))))
    assert [show(one) for one in find_expectations([clock, clock], EVENTS, case)] == [
        [(at(3, 22), at(3, 31), 9)],
        [(at(5, 10), at(6, 30), 51)],
    ]


@pytest.mark.parametrize(
    ("holidays", "counted"), [(Holidays.ENGLAND, 10), (Holidays.SCOTLAND, 11), (Holidays.NONE, 12)]
)
def test_working_days_over_easter(holidays: Holidays, counted: int) -> None:
    """Good Friday is 19 April 2019; Scotland has no Easter Monday."""
    told = (tell(at(4, 10)), tell(at(4, 26)))
    expected: dict[str, Any] = {"every": Every(9, Unit.WORKING_DAYS), "holidays": holidays}
    found = hold(*told, first=at(4, 10), last=at(4, 26), **expected)
    assert show(found) == [(at(4, 10), at(4, 26), counted)]


WORDS = [
    (
        {"every": Every(10, Unit.WORKING_DAYS), "source": "Local procedures 4.2"},
        (
            "Expected every 10 working days (Local procedures 4.2), counted from the day after; "
            "seen 8 Mar 2019; next sighting after 23 working days, 10 Apr 2019."
        ),
        (
            "The day of a sighting is day 0. Saturdays, Sundays and the bank holidays of England "
            "do not count."
        ),
    ),
    (
        {"every": Every(1, Unit.MONTHS), "by": "Police", "counting": Counting.THE_DAY},
        (
            "Expected every month by Police, counted from the day; seen 8 Mar 2019; next "
            "sighting after 34 days, 10 Apr 2019. 1 month from 8 Mar 2019: up to 7 Apr 2019."
        ),
        (
            "The day of a sighting is day 1. A month ends on the day of the same number, or on the "
            "month's last."
        ),
    ),
    (
        {"every": Every(2, Unit.WEEKS)},
        (
            "Expected every 2 weeks, counted from the day after; seen 8 Mar 2019; next sighting "
            "after 33 days, 10 Apr 2019."
        ),
        "The day of a sighting is day 0. A week is 7 days.",
    ),
]


@pytest.mark.parametrize(("changes", "words", "rule"), WORDS)
def test_words(changes: dict[str, Any], words: str, rule: str) -> None:
    found = hold(tell(at(3, 8)), tell(at(4, 10)), last=at(4, 11), **changes)
    assert [one.words for one in found.longer] == [words]
    assert found.rule == rule


def test_words_of_edges_and_doubts() -> None:
    week = tell(at(3, 11), at(3, 17))
    told = hold(week, tell(at(3, 30), closes=False), last=at(4, 2)).longer
    head = "Expected every 7 days, counted from the day after; "
    assert [one.words for one in told] == [
        (
            f"{head}counted from 1 Mar 2019; first sighting after at least 10 and at most 16 days, "
            "17 Mar 2019 at the latest."
        ),
        (
            f"{head}seen 11 Mar 2019 at the earliest; no sighting up to the end, 2 Apr 2019: at "
            "least 13 and at most 22 days so far."
        ),
    ]
    (doubtful,) = hold(tell(at(3, 8), closes=False), last=at(3, 9)).longer
    assert doubtful.words.endswith(
        "counted from 1 Mar 2019; no sighting up to the end, 9 Mar 2019: at least 7 and at most "
        "8 days so far. It may be no longer than expected: an entry inside is unclear, or its "
        "date is not exact."
    )


@pytest.mark.parametrize("of", list(Question))
def test_words_judge_nobody(of: Question) -> None:
    found = hold(tell(at(3, 8)), of=of, source="Statutory guidance")
    told = " ".join((found.words, found.rule, *(one.words for one in found.longer))).casefold()
    assert found.longer
    for word in ("breach", "fail", "overdue", "late ", "missed", "should"):
        assert word not in told
    assert told.count("statutory") == 1 + len(found.longer)


# Every way in which it can have been: a sighting known to a span was on one day of it, an unclear
# one on one or on none. The longest time between two sightings is counted day by day.

BEGIN, END = date(2019, 4, 8), date(2019, 5, 7)
FREE = {date(2019, 4, 19), date(2019, 4, 22), date(2019, 5, 6)}
SPANS = st.tuples(st.integers(-3, 32), st.integers(0, 4), st.booleans())
DAYS = st.lists(st.integers(-3, 32), max_size=4)
World = list[date]


def make_sightings(days: Iterable[int], spans: Iterable[tuple[int, int, bool]]) -> list[Sighting]:
    return [
        *(tell(BEGIN + DAY * day) for day in days),
        *(
            tell(BEGIN + DAY * first, BEGIN + DAY * (first + more), closes=closes)
            for first, more, closes in spans
        ),
    ]


def list_worlds(told: list[Sighting]) -> Iterator[World]:
    """The days on which the child can have been seen, within the edges and with them."""
    choices: list[list[date | None]] = []
    for one in told:
        span: list[date | None] = [
            one.first + DAY * number for number in range((one.last - one.first).days + 1)
        ]
        choices.append(span if one.closes else [*span, None])
    for world in product(*choices):
        yield [BEGIN, *sorted(day for day in world if day and BEGIN <= day <= END), END]


def count_slowly(start: date, end: date, visiting: Visiting) -> int:
    day = start if visiting.counting is Counting.THE_DAY else start + DAY
    counted = 0
    while day <= end:
        working = day.weekday() not in {5, 6} and day not in FREE
        counted += visiting.every.unit is Unit.DAYS or working
        day += DAY
    return counted


def covers(interval: Interval, start: date, end: date) -> bool:
    return interval.first <= start and end <= interval.last


@example([0, 4], [(1, 4, True), (8, 4, True), (9, 1, True)], 3, Unit.DAYS, Counting.DAY_AFTER)
@example([], [(5, 4, True), (5, 4, True), (12, 2, False)], 2, Unit.DAYS, Counting.THE_DAY)
@example([6], [(3, 4, False), (-2, 4, True)], 2, Unit.WORKING_DAYS, Counting.THE_DAY)
@example([], [(3, 4, True), (4, 4, True)], 2, Unit.WORKING_DAYS, Counting.THE_DAY)
@given(
    DAYS,
    st.lists(SPANS, max_size=3),
    st.integers(2, 12),
    st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]),
    st.sampled_from(list(Counting)),
)
def test_every_way_in_which_it_can_have_been(
    days: list[int],
    spans: list[tuple[int, int, bool]],
    number: int,
    unit: Unit,
    counting: Counting,
) -> None:
    told = make_sightings(days, spans)
    visiting = Visiting("Robin", Every(number, unit), BEGIN, END, counting=counting)
    case = replace(CASE, visiting=(visiting,))
    (found,) = find_expectations([run(*told, case=case)], EVENTS, case)
    most = [0] * len(found.longer)
    least = [99] * len(found.longer)
    for world in list_worlds(told):
        counted = {pair: count_slowly(*pair, visiting) for pair in pairwise(world)}
        for pair, length in counted.items():
            if length > number:
                assert any(covers(one, *pair) and one.counted >= length for one in found.longer)
        for place, one in enumerate(found.longer):
            longest = max((n for pair, n in counted.items() if covers(one, *pair)), default=0)
            most[place] = max(most[place], longest)
            least[place] = min(least[place], longest)
            assert longest > number or not one.certain
    for place, one in enumerate(found.longer):
        assert most[place] == one.counted, "no longer than it can have been"
        assert one.shortest <= least[place], "and not shorter"
        assert one.certain == (one.shortest > number)

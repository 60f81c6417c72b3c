"""Expectations held against sightings: tables, and every way in which things can have been."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, pairwise, product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronolator.errors import CaseError
from chronolator.model import (
    Agency,
    Answer,
    Case,
    Child,
    Counting,
    Event,
    Every,
    Expectation,
    Flag,
    Holidays,
    Interval,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    Unit,
    Visiting,
    When,
)
from chronolator.visiting import find_expectations

Told = tuple[Event, Flag]
Tell = Callable[..., Told]
FIRST, LAST = date(2019, 3, 1), date(2019, 12, 31)
WEEKLY = Visiting("Robin", Every(7, Unit.DAYS))
CASE = Case(children=(Child("Robin"),), visiting=(WEEKLY,), first=FIRST, last=LAST)
DAY = timedelta(days=1)


def hold(*told: Told, case: Case = CASE, **changes: Any) -> Expectation:
    """The one expectation of the case, changed so, held against what is told."""
    visiting = replace(case.visiting[0], **changes)
    case = replace(case, visiting=(visiting,))
    (found,) = find_expectations([event for event, _ in told], [flag for _, flag in told], case)
    return found


def show(found: Expectation) -> list[tuple[date, date, int]]:
    return [(one.first, one.last, one.counted) for one in found.longer]


def at(month: int, day: int) -> date:
    return date(2019, month, day)


def test_before_between_and_after_sightings(tell: Tell) -> None:
    a, b = at(3, 20), at(4, 20)
    found = hold(tell(b), tell(a), last=at(5, 1))
    assert show(found) == [(FIRST, a, 19), (a, b, 31), (b, at(5, 1), 11)]
    assert [(one.begins_with, one.ends_with) for one in found.longer] == [
        ((), ("C-2",)),
        (("C-2",), ("C-1",)),
        (("C-1",), ()),
    ]
    assert all(one.certain and one.shortest == one.counted for one in found.longer)


def test_as_often_as_expected_is_no_interval(tell: Tell) -> None:
    told = [tell(FIRST + DAY * 7 * number) for number in range(10)]
    assert hold(*told, last=FIRST + DAY * 70).longer == ()
    assert show(hold(*told, last=FIRST + DAY * 71)) == [(FIRST + DAY * 63, FIRST + DAY * 71, 8)]


def test_what_was_seen_before_the_first_day_begins_nothing(tell: Tell) -> None:
    """Counting begins with the first day; a sighting on it or on the last day counts."""
    told = (tell(at(3, 30)), tell(at(4, 1)), tell(at(4, 8)))
    assert show(hold(*told, first=at(4, 1), last=at(4, 8))) == []
    assert show(hold(told[0], told[2], first=at(3, 31), last=at(4, 8))) == [
        (at(3, 31), at(4, 8), 8)
    ]


def test_nothing_seen_at_all(tell: Tell) -> None:
    found = hold(tell(at(5, 1), answer=Answer.NO), last=at(3, 31))
    assert show(found) == [(FIRST, at(3, 31), 30)]
    assert (found.longer[0].begins_with, found.longer[0].ends_with) == ((), ())


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NOT_RECORDED])
def test_only_a_sighting_ends_an_interval(tell: Tell, answer: Answer) -> None:
    found = hold(tell(at(3, 8), answer=answer), last=at(3, 15))
    assert show(found) == [(FIRST, at(3, 15), 14)]
    assert found.longer[0].certain
    assert found.longer[0].unclear == ()


def test_an_unclear_sighting_leaves_it_open(tell: Tell) -> None:
    (interval,) = hold(tell(at(3, 8), answer=Answer.UNCLEAR), last=at(3, 15)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (14, 7, False)
    assert interval.unclear == ("C-1",)
    (interval,) = hold(tell(at(3, 8), answer=Answer.UNCLEAR), last=at(3, 20)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (19, 12, True)


def test_an_approximate_day_is_a_sighting_on_no_certain_day(tell: Tell) -> None:
    about = tell(at(3, 8), qualifier=Qualifier.APPROXIMATE)
    (interval,) = hold(about, last=at(3, 15)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (14, 7, False)


def test_a_sighting_before_or_after_a_day_is_on_no_certain_day(tell: Tell) -> None:
    event, flag = tell(at(3, 8), qualifier=Qualifier.AFTER)
    later = replace(event, when=replace(event.when, last=None)), flag
    (interval,) = hold(later, last=at(3, 15)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (14, 7, False)


def test_an_undated_sighting_counts_nowhere(tell: Tell) -> None:
    (interval,) = hold(tell(None), tell(at(3, 20)), last=at(3, 20)).longer
    assert (interval.counted, interval.certain, interval.unclear) == (19, True, ())


def test_a_week_is_some_day_of_it(tell: Tell) -> None:
    """From 1 to 15 March, seen on some day from 5 to 9: at the worst on either side 8 days."""
    week = tell(at(3, 5), at(3, 9), precision=Precision.WEEK)
    assert show(hold(week, tell(at(3, 15)), last=at(3, 15))) == [
        (FIRST, at(3, 9), 8),
        (at(3, 5), at(3, 15), 10),
    ]
    (before, after) = hold(week, tell(at(3, 15)), last=at(3, 15)).longer
    assert [one.certain for one in (before, after)] == [False, False]
    assert [one.shortest for one in (before, after)] == [4, 6]


def test_a_month_with_a_known_day_in_it_closes_nothing_more(tell: Tell) -> None:
    month = tell(at(3, 1), at(3, 31), precision=Precision.MONTH)
    (after,) = hold(month, tell(at(3, 5)), last=at(4, 4)).longer
    assert (after.first, after.counted, after.shortest) == (at(3, 5), 30, 15)
    assert (after.certain, after.unclear) == (True, ("C-1",))


def test_two_sightings_in_one_week_are_one_for_certain(tell: Tell) -> None:
    """The second may lie on another day of it, and then leaves less."""
    weeks = [tell(at(3, 4), at(3, 10), precision=Precision.WEEK) for _ in range(2)]
    (before, after) = hold(*weeks, last=at(3, 17)).longer
    assert (before.first, before.last, before.unclear) == (FIRST, at(3, 10), ("C-2",))
    assert (after.first, after.last, after.begins_with) == (at(3, 4), at(3, 17), ("C-1", "C-2"))


def test_an_unclear_answer_on_the_day_of_a_sighting_is_not_inside(tell: Tell) -> None:
    told = (tell(at(3, 8)), tell(at(3, 8), answer=Answer.UNCLEAR), tell(at(3, 20)))
    (interval,) = hold(*told, last=at(3, 20)).longer
    assert (interval.counted, interval.unclear) == (12, ())


def test_a_month_that_begins_before_the_first_day_is_not_certain(tell: Tell) -> None:
    month = tell(at(3, 1), at(3, 31), precision=Precision.MONTH)
    (interval,) = hold(month, first=at(3, 25), last=at(4, 5)).longer
    assert (interval.counted, interval.shortest, interval.certain) == (11, 6, False)


def test_seen_on_every_day_of_a_stay(tell: Tell) -> None:
    stay = tell(at(3, 5), at(4, 20), qualifier=Qualifier.RANGE)
    assert show(hold(stay, last=at(4, 28))) == [(at(4, 20), at(4, 28), 8)]
    assert hold(stay, first=at(3, 20), last=at(4, 10)).longer == ()


def test_any_agency_or_the_one_expected(tell: Tell) -> None:
    told = (tell(at(3, 8)), tell(at(3, 10), agency="Children’s Social Care"))
    case = replace(CASE, agencies=(Agency("Children's Social Care", "CSC"),))
    assert show(hold(*told, case=case, last=at(3, 16))) == []
    for name in ("Children's Social Care", "childrens social care", "csc"):
        assert show(hold(*told, case=case, by=name, last=at(3, 16))) == [(FIRST, at(3, 10), 9)]
    assert show(hold(*told, by="POLICE", last=at(3, 16))) == [(at(3, 8), at(3, 16), 8)]


def test_an_agency_that_nobody_knows_is_told(tell: Tell) -> None:
    with pytest.raises(CaseError, match=r'number 1: there is no agency "Housing"') as caught:
        hold(tell(at(3, 8)), by="Housing")
    assert "Police" in caught.value.hint
    assert "[[agency]]" in caught.value.hint


def test_nothing_is_held_against_an_agency_that_sent_nothing(tell: Tell) -> None:
    case = replace(CASE, agencies=(Agency("Eastvale Homes", "Housing"),))
    found = hold(tell(at(3, 8)), case=case, by="Housing")
    assert (found.longer, found.first) == ((), None)
    assert found.remark == "No entry of Housing is among the returns."


def test_seen_alone(tell: Tell) -> None:
    seen, alone = tell(at(3, 10)), tell(at(3, 7), question=Question.ALONE)
    assert show(hold(seen, alone, last=at(3, 16), of=Question.ALONE)) == [(at(3, 7), at(3, 16), 9)]


def test_a_sibling_is_another_child(tell: Tell) -> None:
    case = replace(CASE, children=(Child("Robin"), Child("Wren")))
    wren = tell(at(3, 8), child="Wren")
    assert show(hold(wren, case=case, last=at(3, 15))) == [(FIRST, at(3, 15), 14)]


def test_a_child_that_is_not_asked_about_has_none() -> None:
    assert find_expectations((), (), replace(CASE, children=(Child("Wren"),))) == ()


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
    tell: Tell,
    born: date | None,
    first: date | None,
    last: date | None,
    held: tuple[date | None, date | None],
) -> None:
    case = replace(CASE, children=(Child("Robin", born),))
    found = hold(tell(at(4, 5)), case=case, first=first, last=last)
    assert (found.first, found.last) == held
    assert bool(found.remark) == (held[0] is None)


def test_without_a_review_period_the_dated_entries_are_the_edges(tell: Tell) -> None:
    case = replace(CASE, first=None, last=None)
    told = (tell(at(4, 1), answer=Answer.NO), tell(at(4, 20), answer=Answer.NO))
    assert show(hold(*told, case=case)) == [(at(4, 1), at(4, 20), 19)]
    assert hold(tell(None), case=case).first is None
    assert hold(case=case).remark == "No entries."


def test_each_of_several_expectations_is_held_by_itself(tell: Tell) -> None:
    """Weekly at first, then every six weeks: counting begins anew with the second."""
    weekly = replace(WEEKLY, last=at(3, 31))
    then = Visiting("Robin", Every(6, Unit.WEEKS), first=at(4, 1), last=at(6, 30))
    case = replace(CASE, visiting=(weekly, then))
    told = [tell(day) for day in (at(3, 8), at(3, 15), at(3, 22), at(5, 10))]
    events, flags = zip(*told, strict=True)
    assert [show(one) for one in find_expectations(events, flags, case)] == [
        [(at(3, 22), at(3, 31), 9)],
        [(at(5, 10), at(6, 30), 51)],
    ]


@pytest.mark.parametrize(
    ("holidays", "counted"), [(Holidays.ENGLAND, 10), (Holidays.SCOTLAND, 11), (Holidays.NONE, 12)]
)
def test_working_days_over_easter(tell: Tell, holidays: Holidays, counted: int) -> None:
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
            "Expected every 1 month by Police, counted from the day; seen 8 Mar 2019; next "
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
def test_words(tell: Tell, changes: dict[str, Any], words: str, rule: str) -> None:
    found = hold(tell(at(3, 8)), tell(at(4, 10)), last=at(4, 11), **changes)
    assert [one.words for one in found.longer] == [words]
    assert found.rule == rule


def test_words_of_edges_and_doubts(tell: Tell) -> None:
    week = tell(at(3, 11), at(3, 17), precision=Precision.WEEK)
    told = hold(week, tell(at(3, 30), answer=Answer.UNCLEAR), last=at(4, 2)).longer
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
    (doubtful,) = hold(tell(at(3, 8), answer=Answer.UNCLEAR), last=at(3, 9)).longer
    assert doubtful.words.endswith(
        "counted from 1 Mar 2019; no sighting up to the end, 9 Mar 2019: at least 7 and at most "
        "8 days so far. It may be no longer than expected: an entry inside is unclear, or its "
        "date is not exact."
    )


@pytest.mark.parametrize("of", list(Question))
def test_words_judge_nobody(tell: Tell, of: Question) -> None:
    found = hold(tell(at(3, 8), question=of), of=of, source="Statutory guidance")
    told = " ".join((found.words, found.rule, *(one.words for one in found.longer))).casefold()
    assert found.longer
    for word in ("breach", "fail", "overdue", "late ", "missed", "should"):
        assert word not in told
    assert told.count("statutory") == 1 + len(found.longer)


# Every way in which it can have been: a sighting known to a span was on one day of it, an unclear
# one on one or on none. The longest time between two sightings is counted day by day.

BEGIN, END = date(2019, 4, 8), date(2019, 5, 7)
FREE = {date(2019, 4, 19), date(2019, 4, 22), date(2019, 5, 6)}
SPANS = st.tuples(st.integers(-3, 32), st.integers(0, 4), st.sampled_from(["yes", "unclear"]))
DAYS = st.lists(st.integers(-3, 32), max_size=4)
World = list[date]


def make_told(days: Iterable[int], spans: Iterable[tuple[int, int, str]]) -> list[Told]:
    numbers = count(1)

    def make(first: int, last: int, answer: Answer) -> Told:
        key = f"C-{next(numbers)}"
        precision = Precision.DAY if first == last else Precision.WEEK
        when = When("", BEGIN + DAY * first, BEGIN + DAY * last, precision=precision)
        when = replace(when, qualifier=Qualifier.EXACT)
        event = Event(key, when, "Police", "", Origin("f", "", 1))
        return event, Flag(key, "Robin", Question.SEEN, answer, Reason.IN_SIGHT)

    told = [make(day, day, Answer.YES) for day in days]
    return told + [make(first, first + more, Answer(answer)) for first, more, answer in spans]


def list_worlds(told: list[Told]) -> Iterator[World]:
    """The days on which the child can have been seen, within the edges and with them."""
    choices: list[list[date | None]] = []
    for event, flag in told:
        assert event.when.first
        assert event.when.last
        span: list[date | None] = [
            event.when.first + DAY * number
            for number in range((event.when.last - event.when.first).days + 1)
        ]
        choices.append([*span, None] if flag.answer is Answer.UNCLEAR else span)
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


@example([0, 4], [(1, 4, "yes"), (8, 4, "yes"), (9, 1, "yes")], 3, Unit.DAYS, Counting.DAY_AFTER)
@example([], [(5, 4, "yes"), (5, 4, "yes"), (12, 2, "unclear")], 2, Unit.DAYS, Counting.THE_DAY)
@example([6], [(3, 4, "unclear"), (-2, 4, "yes")], 2, Unit.WORKING_DAYS, Counting.THE_DAY)
@example([], [(3, 4, "yes"), (4, 4, "yes")], 2, Unit.WORKING_DAYS, Counting.THE_DAY)
@given(
    DAYS,
    st.lists(SPANS, max_size=3),
    st.integers(2, 12),
    st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]),
    st.sampled_from(list(Counting)),
)
def test_every_way_in_which_it_can_have_been(
    days: list[int],
    spans: list[tuple[int, int, str]],
    number: int,
    unit: Unit,
    counting: Counting,
) -> None:
    told = make_told(days, spans)
    visiting = Visiting("Robin", Every(number, unit), BEGIN, END, counting=counting)
    case = replace(CASE, visiting=(visiting,))
    events = [event for event, _ in told] or [make_told([90], [])[0][0]]
    (found,) = find_expectations(events, [flag for _, flag in told], case)
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

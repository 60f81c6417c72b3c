from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.gaps import find_gaps
from chronolator.model import (
    Agency,
    Answer,
    Case,
    Child,
    Event,
    Flag,
    Gap,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    When,
)

START, END = date(2019, 1, 1), date(2019, 12, 31)
CASE = Case(children=(Child("Robin"),), first=START, last=END)
DAY = timedelta(days=1)


def make(
    first: date | None,
    answer: Answer,
    *,
    last: date | None = None,
    precision: Precision = Precision.DAY,
    qualifier: Qualifier = Qualifier.EXACT,
    agency: str = "Police",
    question: Question = Question.SEEN,
) -> tuple[Event, Flag]:
    make.number = getattr(make, "number", 0) + 1  # type: ignore[attr-defined]
    key = f"C-{make.number:010}"  # type: ignore[attr-defined]
    when = When("x", first, last or first, precision=precision, qualifier=qualifier)
    event = Event(key, when, agency, "text", Origin("f", "", make.number))  # type: ignore[attr-defined]
    return event, Flag(key, "Robin", question, answer, Reason.IN_SIGHT)


def find(
    *told: tuple[Event, Flag],
    case: Case = CASE,
    of: Question = Question.SEEN,
    by: str | None = None,
    longer_than: int | None = None,
) -> tuple[Gap, ...]:
    return find_gaps(
        [event for event, _ in told],
        [flag for _, flag in told],
        case,
        of=of,
        by=by,
        longer_than=longer_than,
    )


def spans(gaps: tuple[Gap, ...]) -> list[tuple[date, date, int]]:
    return [(gap.first, gap.last, gap.days) for gap in gaps]


def test_stretches_before_between_and_after_sightings() -> None:
    a, b = date(2019, 3, 1), date(2019, 6, 1)
    gaps = find(make(b, Answer.YES), make(a, Answer.YES))
    assert spans(gaps) == [(START, a, 59), (a, b, 92), (b, END, 213)]
    assert [(gap.last_seen, gap.next_seen) for gap in gaps] == [(None, a), (a, b), (b, None)]
    assert all(gap.certain and gap.shortest == gap.longest == gap.days for gap in gaps)


def test_only_more_days_than_the_limit() -> None:
    told = [make(START + DAY * n, Answer.YES) for n in (0, 28, 57, 364)]
    assert [gap.days for gap in find(*told)] == [29, 307]
    assert [gap.days for gap in find(*told, longer_than=27)] == [28, 29, 307]


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NOT_RECORDED])
def test_only_a_sighting_closes(answer: Answer) -> None:
    (gap,) = find(make(date(2019, 5, 1), answer))
    assert (gap.days, gap.certain) == (364, True)
    assert len(gap.entries) == 1
    assert bool(gap.missed_chances) == (answer is Answer.NO)


def test_an_unclear_sighting_makes_it_uncertain() -> None:
    (gap,) = find(make(date(2019, 5, 1), Answer.UNCLEAR))
    assert (gap.days, gap.certain, gap.shortest, gap.longest) == (364, False, 244, 364)


def test_without_a_period_the_dated_entries_are_the_edges() -> None:
    case = Case(children=CASE.children)
    told = (make(date(2019, 2, 1), Answer.NO), make(date(2019, 4, 1), Answer.NO))
    assert spans(find(*told, case=case)) == [(date(2019, 2, 1), date(2019, 4, 1), 59)]
    assert find(make(None, Answer.YES), case=case) == ()


def test_nothing_before_birth() -> None:
    born = date(2019, 4, 1)
    case = Case(children=(Child("Robin", born),), first=START, last=END)
    assert spans(find(make(date(2019, 6, 1), Answer.YES), case=case))[0][0] == born
    late = Case(children=(Child("Robin", date(2021, 1, 1)),), first=START, last=END)
    assert find(make(date(2019, 6, 1), Answer.NO), case=late) == ()


def test_entries_outside_the_period_count_for_nothing() -> None:
    told = (make(START - DAY * 10, Answer.YES), make(END + DAY, Answer.YES))
    (gap,) = find(*told, make(date(2019, 5, 1), Answer.NO))
    assert (gap.first, gap.last, gap.last_seen, gap.next_seen) == (START, END, None, None)
    assert len(gap.entries) == 1


def test_by_one_agency_under_either_of_its_names() -> None:
    case = Case(
        children=CASE.children,
        first=START,
        last=END,
        agencies=(Agency("Eastvale Constabulary", "Police"),),
    )
    told = (
        make(date(2019, 5, 1), Answer.YES, agency="Eastvale Constabulary"),
        make(date(2019, 8, 1), Answer.YES, agency="School"),
    )
    assert len(find(*told, case=case)) == 3
    assert len(find(*told, case=case, by="police")) == 2
    assert find(*told, case=case, by="police")[0].by == "police"


def test_of_another_question() -> None:
    told = (make(date(2019, 5, 1), Answer.YES), make(date(2019, 8, 1), Answer.YES))
    alone = make(date(2019, 9, 1), Answer.YES, question=Question.ALONE)
    gaps = find(*told, alone, of=Question.ALONE)
    assert [gap.next_seen for gap in gaps] == [date(2019, 9, 1), None]
    assert gaps[0].of is Question.ALONE


def test_an_admission_covers_its_days() -> None:
    stay = make(date(2019, 5, 1), Answer.YES, last=date(2019, 7, 1), qualifier=Qualifier.RANGE)
    gaps = find(stay)
    assert spans(gaps) == [(START, date(2019, 5, 1), 120), (date(2019, 7, 1), END, 183)]
    inside = make(date(2019, 6, 1), Answer.YES)
    assert spans(find(stay, inside)) == spans(gaps)


def test_a_sighting_known_to_the_month_never_makes_a_gap_look_shorter() -> None:
    month = make(date(2019, 5, 1), Answer.YES, last=date(2019, 5, 31), precision=Precision.MONTH)
    before, after = find(month)
    assert (before.last, before.days, before.shortest) == (date(2019, 5, 31), 150, 120)
    assert (after.first, after.days, after.shortest) == (date(2019, 5, 1), 244, 214)
    known = make(date(2019, 5, 10), Answer.YES)
    assert spans(find(month, known)) == spans(find(known))


SIGHTINGS = st.lists(
    st.tuples(st.integers(-20, 400), st.integers(0, 40), st.sampled_from(Answer)), max_size=12
)


def lay_out(drawn: list[tuple[int, int, Answer]]) -> list[tuple[Event, Flag]]:
    return [
        make(
            START + DAY * start,
            answer,
            last=START + DAY * (start + length),
            precision=Precision.DAY if length < 5 else Precision.MONTH,
        )
        for start, length, answer in drawn
    ]


@given(SIGHTINGS)
def test_stretches_lie_in_the_period_and_hold_no_firm_sighting(
    drawn: list[tuple[int, int, Answer]],
) -> None:
    told = lay_out(drawn)
    for gap in find(*told, longer_than=0):
        assert START <= gap.first < gap.last <= END
        assert gap.days == (gap.last - gap.first).days == gap.longest >= gap.shortest >= 0
        for event, flag in told:
            when = event.when
            if flag.answer is Answer.YES and when.precision is Precision.DAY and when.first:
                assert not gap.first < when.first < gap.last
                assert when.last is not None
                assert not gap.first < when.last < gap.last


@given(SIGHTINGS, st.integers(0, 364))
def test_an_unclear_sighting_shortens_none_and_a_sighting_lengthens_none(
    drawn: list[tuple[int, int, Answer]], day: int
) -> None:
    told = lay_out(drawn)
    before = find(*told, longer_than=0)
    doubtful = find(*told, make(START + DAY * day, Answer.UNCLEAR), longer_than=0)
    assert spans(doubtful) == spans(before)
    firm = [one for one in told if one[0].when.precision is Precision.DAY]
    longest = max((gap.days for gap in find(*firm, longer_than=0)), default=0)
    more = find(*firm, make(START + DAY * day, Answer.YES), longer_than=0)
    assert max((gap.days for gap in more), default=0) <= longest


@given(st.lists(st.tuples(st.integers(1, 13), st.integers(0, 4)), max_size=3))
def test_the_shortest_is_what_the_best_days_of_the_doubtful_leave(
    spans: list[tuple[int, int]],
) -> None:
    whole = 14
    case = Case(children=(Child("Robin"),), first=START, last=START + whole * DAY)
    spans = [(first, min(first + more, whole - 1)) for first, more in spans]
    told = [
        make(
            START + first * DAY,
            Answer.UNCLEAR,
            last=START + last * DAY,
            qualifier=Qualifier.APPROXIMATE,
        )
        for first, last in spans
    ]
    best = min(
        max(b - a for a, b in pairwise([0, *sorted(days), whole]))
        for days in product(*(range(first, last + 1) for first, last in spans))
    )
    (gap,) = find(*told, case=case, longer_than=0)
    assert (gap.shortest, gap.longest, gap.certain) == (best, whole, not spans)


def test_a_sighting_with_an_open_end_makes_uncertain_where_it_may_lie() -> None:
    early, late = date(2019, 3, 1), date(2019, 9, 1)
    told = [make(early, Answer.YES), make(late, Answer.YES)]
    event, flag = make(None, Answer.YES, last=date(2019, 6, 10), qualifier=Qualifier.BEFORE)
    when = When(
        "before", None, date(2019, 6, 10), precision=Precision.DAY, qualifier=Qualifier.BEFORE
    )
    before = (replace(event, when=when), flag)
    gaps = {gap.first: gap for gap in find(*told, before)}
    assert not gaps[START].certain
    assert not gaps[early].certain
    assert gaps[early].shortest == (late - date(2019, 6, 1)).days
    assert gaps[early].days == (late - early).days
    assert gaps[late].certain

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.gaps import run_clocks
from chronolator.model import (
    Agency,
    Answer,
    Case,
    Child,
    Clock,
    Event,
    Every,
    Flag,
    Gap,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    Unit,
    Visiting,
    When,
)
from chronolator.rules.agencies import load_agencies
from chronolator.rules.gaps import load_gaps

START, END = date(2019, 1, 1), date(2019, 12, 31)
CASE = Case(children=(Child("Robin"),), first=START, last=END)
DAY = timedelta(days=1)
RULES = load_gaps()
AGENCIES = load_agencies()


def make(
    first: date | None,
    answer: Answer,
    *,
    last: date | None = None,
    precision: Precision = Precision.DAY,
    qualifier: Qualifier = Qualifier.EXACT,
    agency: str = "Police",
    question: Question = Question.SEEN,
    reason: Reason = Reason.IN_SIGHT,
    text: str = "text",
) -> tuple[Event, Flag]:
    make.number = getattr(make, "number", 0) + 1  # type: ignore[attr-defined]
    key = f"C-{make.number:010}"  # type: ignore[attr-defined]
    when = When("x", first, last or first, precision=precision, qualifier=qualifier)
    event = Event(key, when, agency, text, Origin("f", "", make.number))  # type: ignore[attr-defined]
    return event, Flag(key, "Robin", question, answer, reason)


def find(
    *told: tuple[Event, Flag],
    case: Case = CASE,
    of: Question = Question.SEEN,
    by: str | None = None,
    longer_than: int | None = None,
) -> tuple[Gap, ...]:
    if longer_than is not None:
        case = replace(case, unseen_days=longer_than)
    events = {event.id: event for event, _ in told}
    clocks = run_clocks(
        list(events.values()),
        [flag for _, flag in told],
        case,
        of=of,
        by=by,
        rules=RULES,
        agencies=AGENCIES,
    )
    return tuple(gap for clock in clocks if clock.by == by for gap in clock.gaps)


def run(*told: tuple[Event, Flag], case: Case = CASE, by: str | None = None) -> tuple[Clock, ...]:
    events = {event.id: event for event, _ in told}
    flags = [flag for _, flag in told]
    return run_clocks(list(events.values()), flags, case, by=by, rules=RULES, agencies=AGENCIES)


def spans(gaps: tuple[Gap, ...]) -> list[tuple[date, date, int]]:
    return [(gap.first, gap.last, gap.days) for gap in gaps]


def test_stretches_before_between_and_after_sightings() -> None:
    a, b = date(2019, 3, 1), date(2019, 6, 1)
    gaps = find(make(b, Answer.YES), make(a, Answer.YES))
    assert spans(gaps) == [(START, a, 59), (a, b, 92), (b, END, 213)]
    assert [(gap.last_seen, gap.next_seen) for gap in gaps] == [(None, a), (a, b), (b, None)]
    assert all(gap.certain and gap.shortest == gap.longest == gap.days for gap in gaps)


def test_sightings_of_a_day_stand_in_the_order_of_the_events() -> None:
    day = START + 60 * DAY
    told = [make(day, Answer.YES, agency=agency) for agency in ("Police", "GP", "School")]
    events = tuple(event for event, _ in told)
    flags = [flag for _, flag in reversed(told)]
    (clock,) = run_clocks(events, flags, CASE, rules=RULES, agencies=AGENCIES)
    before, behind = clock.gaps
    assert before.ends_with == behind.begins_with == tuple(one.id for one in events)


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
    doubtful = make(date(2019, 5, 1), Answer.UNCLEAR)
    (gap,) = find(doubtful)
    assert (gap.days, gap.certain, gap.shortest, gap.longest) == (364, False, 244, 364)
    assert gap.unclear == (doubtful[0].id,)


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


def test_nothing_after_a_death() -> None:
    died = date(2019, 6, 1)
    case = Case(children=(Child("Robin", died=died),), first=START, last=END)
    told = [make(date(2019, 4, 1), Answer.YES), make(died, Answer.YES), make(END, Answer.YES)]
    assert spans(find(*told, case=case)) == [
        (START, date(2019, 4, 1), 90),
        (date(2019, 4, 1), died, 61),
    ]
    assert spans(find(told[0], case=case))[-1] == (date(2019, 4, 1), died, 61)
    early = Case(children=(Child("Robin", died=date(2018, 6, 1)),), first=START, last=END)
    assert find(*told, case=early) == ()


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
    days = date(2019, 5, 1), date(2019, 7, 1)
    stay = make(
        days[0],
        Answer.YES,
        last=days[1],
        qualifier=Qualifier.RANGE,
        agency="Eastvale Hospital",
        text="Admitted to Ward 3.",
    )
    gaps = find(stay)
    assert spans(gaps) == [(START, days[0], 120), (days[1], END, 183)]
    assert all(gap.certain and gap.shortest == gap.days for gap in gaps)
    inside = make(date(2019, 6, 1), Answer.YES)
    assert spans(find(stay, inside)) == spans(gaps)


@pytest.mark.parametrize("of", [Question.ALONE, Question.VIEWS])
def test_in_an_admission_the_child_was_alone_or_heard_on_one_of_its_days(of: Question) -> None:
    stay = make(
        date(2019, 5, 1),
        Answer.YES,
        last=date(2019, 7, 1),
        qualifier=Qualifier.RANGE,
        agency="Eastvale Hospital",
        text="Admitted to Ward 3.",
        question=of,
    )
    assert [(gap.first, gap.last) for gap in find(stay, of=of)] == [
        *((START, date(2019, 7, 1)), (date(2019, 5, 1), END))
    ]


def test_a_sighting_in_a_row_for_a_period_is_on_one_of_its_days() -> None:
    first, last = date(2019, 5, 1), date(2019, 7, 1)
    visits = make(first, Answer.YES, last=last, qualifier=Qualifier.RANGE, agency="Social Care")
    before, after = find(visits)
    assert (before.first, before.last, before.shortest, before.certain) == (START, last, 120, True)
    assert (after.first, after.last, after.shortest) == (first, END, 183)


def test_a_sighting_known_to_the_month_never_makes_a_gap_look_shorter() -> None:
    month = make(date(2019, 5, 1), Answer.YES, last=date(2019, 5, 31), precision=Precision.MONTH)
    before, after = find(month)
    assert (before.last, before.days, before.shortest) == (date(2019, 5, 31), 150, 120)
    assert (after.first, after.days, after.shortest) == (date(2019, 5, 1), 244, 214)
    known = make(date(2019, 5, 10), Answer.YES)
    assert spans(find(month, known)) == spans(find(known))


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNCLEAR])
def test_an_approximate_day_may_be_another(answer: Answer) -> None:
    about = date(2019, 5, 15)
    told = make(about, answer, qualifier=Qualifier.APPROXIMATE)
    timed = make(about, Answer.YES, precision=Precision.MINUTE, qualifier=Qualifier.APPROXIMATE)
    if answer is Answer.YES:
        before, after = find(told)
        assert (before.days, before.shortest) == (134 + RULES.approximate_days, 134 - 7)
        assert (after.first, after.days) == (date(2019, 5, 8), 230 + 7)
        assert before.entries == after.entries == ()  # it bounds them, and lies in neither
    else:
        (gap,) = find(told)
        assert (gap.days, gap.shortest, gap.certain) == (364, 230 - 7, False)
    assert [gap.days for gap in find(timed)] == [134, 230]  # it is the time that is not exact


@pytest.mark.parametrize(
    ("first", "last", "precision", "more"),
    [
        (date(2019, 5, 10), date(2019, 5, 12), Precision.DAY, 7),  # approx 10-12 May
        (date(2019, 5, 1), date(2019, 5, 31), Precision.MONTH, 7),  # about May
        (date(2019, 5, 1), date(2019, 5, 10), Precision.MONTH, 0),  # early May
        (date(2019, 5, 6), date(2019, 5, 12), Precision.WEEK, 0),  # the week of 8 May
        (date(2019, 5, 10), date(2019, 5, 10), Precision.MINUTE, 0),  # 10 May, approx 14:00
    ],
)
def test_approximate_days_may_lie_beyond_their_ends(
    first: date, last: date, precision: Precision, more: int
) -> None:
    about = Qualifier.APPROXIMATE
    told = make(first, Answer.YES, last=last, precision=precision, qualifier=about)
    before, after = find(told)
    assert (before.first, before.last) == (START, last + DAY * more)
    assert (after.first, after.last) == (first - DAY * more, END)
    assert before.shortest == (first - START).days - more
    assert after.shortest == (END - last).days - more


def test_a_month_that_holds_a_known_sighting_may_have_another_in_it() -> None:
    known, month = date(2019, 5, 20), (date(2019, 5, 1), date(2019, 5, 31))
    gaps = find(
        make(known, Answer.YES),
        make(month[0], Answer.YES, last=month[1], precision=Precision.MONTH),
    )
    assert spans(gaps) == [(START, known, 139), (known, END, 225)]
    assert [(gap.certain, gap.shortest) for gap in gaps] == [(False, 120), (False, 214)]


def test_what_has_no_date_closes_nothing_and_is_told_by_the_clock() -> None:
    told = [make(None, answer) for answer in Answer]
    (clock,) = run(*told, make(date(2019, 5, 1), Answer.NO))
    assert [(gap.days, gap.certain) for gap in clock.gaps] == [(364, True)]
    assert clock.undated == tuple(
        event.id for event, flag in told if flag.answer in {Answer.YES, Answer.UNCLEAR}
    )
    assert len(clock.chances) == 1


REASONS = [
    (Answer.NO, Reason.NOT_BROUGHT),
    (Answer.NO, Reason.NO_ACCESS),
    (Answer.NO, Reason.AWAY),
    (Answer.NO, Reason.LEFT_BEFORE_SEEN),
    (Answer.NO, Reason.SIBLING_ONLY),
]


def test_chances_are_told_with_their_reasons_and_agencies_with_their_entries() -> None:
    told = [
        make(date(2019, 5, 1) + DAY * n, answer, reason=reason, agency="GP" if n else "Police")
        for n, (answer, reason) in enumerate(REASONS)
    ]
    (gap,) = find(*told, make(date(2019, 5, 1), Answer.NOT_RECORDED, agency="Police"))
    assert [(one.event, one.reason) for one in gap.chances] == [
        (event.id, flag.reason) for event, flag in told
    ]
    assert gap.missed_chances == tuple(event.id for event, _ in told)
    assert list(gap.agencies.items()) == [("GP", 4), ("Police", 2)]


@pytest.mark.parametrize(
    ("agency", "sibling", "is_chance"),
    [
        ("Social Care", Answer.YES, True),
        ("Police", Answer.YES, True),
        ("Social Care", Answer.NO, False),  # nobody was seen: it was no visit to see a child
        ("Mill Lane Primary School", Answer.YES, False),  # the sibling's school, not the child's
        ("Mill Lane Surgery", Answer.YES, False),
    ],
)
def test_a_sibling_seen_by_who_meets_the_family_was_a_chance(
    agency: str, sibling: Answer, *, is_chance: bool
) -> None:
    case = Case(children=(Child("Robin"), Child("Wren")), first=START, last=END)
    event, flag = make(
        date(2019, 5, 1), Answer.NOT_RECORDED, reason=Reason.SIBLING_ONLY, agency=agency
    )
    hers = replace(flag, child="Wren", answer=sibling, reason=Reason.IN_SIGHT)
    clocks = run((event, flag), (event, hers), case=case)
    (gap,) = clocks[0].gaps
    reasons = [one.reason for one in gap.chances]
    assert reasons == ([Reason.SIBLING_ONLY] if is_chance else [])


def test_a_chance_to_see_the_child_alone_is_every_sighting_with_a_carer() -> None:
    day = date(2019, 5, 1)
    seen, yes = make(day, Answer.YES)
    with_carer = replace(yes, question=Question.ALONE, answer=Answer.NO, reason=Reason.WITH_CARER)
    away = make(day + DAY, Answer.NO, reason=Reason.AWAY)
    told = ((seen, yes), (seen, with_carer), away)
    (gap,) = find(*told, of=Question.ALONE)
    assert [one.reason for one in gap.chances] == [Reason.WITH_CARER, Reason.AWAY]
    assert [one.event for one in gap.chances] == [seen.id, away[0].id]


def test_a_row_that_tells_of_no_contact_supports_a_gap() -> None:
    first, last = date(2019, 6, 1), date(2019, 8, 31)
    event, flag = make(first, Answer.NO, last=last, qualifier=Qualifier.RANGE, agency="Nursery")
    nothing = replace(event, text="No contact with the family in this period.")
    told = (make(date(2019, 5, 1), Answer.YES), make(date(2019, 7, 1), Answer.NO), (nothing, flag))
    before, after = find(*told)
    assert (before.no_contact, after.no_contact) == ((), (event.id,))
    assert after.entries == after.missed_chances == (told[1][0].id,)
    assert after.agencies == {"Police": 1}
    visit = replace(event, when=replace(event.when, last=first), text="No contact.")
    (_, after) = find(told[0], (visit, flag))
    assert (after.no_contact, after.missed_chances) == ((), (event.id,))


@pytest.mark.parametrize(
    ("written", "supports"),
    [
        ("June to August 2019 - no contact", True),
        ("No contact 1.6.19 - 31.8.19", True),
        ("June to August 2019 - no contact order in force", False),
    ],
)
def test_the_cell_of_the_date_may_tell_of_no_contact(written: str, *, supports: bool) -> None:
    event, flag = make(date(2019, 6, 1), Answer.NOT_RECORDED, last=date(2019, 8, 31))
    row = replace(event, when=replace(event.when, written=written), text="")
    (gap,) = find((row, flag))
    assert bool(gap.no_contact) == supports


def test_two_clocks_run_where_an_agency_is_expected_to_visit() -> None:
    every = Every(10, Unit.WORKING_DAYS)
    visiting = (
        Visiting("Robin", every, by="Social care", first=date(2019, 4, 1), last=date(2019, 6, 30)),
        Visiting("Robin", every),
        Visiting("Wren", every, by="GP"),
    )
    case = replace(CASE, visiting=visiting)
    told = (
        make(date(2019, 2, 1), Answer.YES, agency="Social care"),
        make(date(2019, 3, 1), Answer.YES, agency="Nursery"),
        make(date(2019, 5, 1), Answer.YES, agency="Nursery"),
        make(date(2019, 6, 1), Answer.YES, agency="Social care"),
        make(date(2019, 9, 1), Answer.YES, agency="Social care"),
    )
    anyone, theirs = run(*told, case=case)
    assert (anyone.by, theirs.by) == (None, "Social care")
    assert [gap.days for gap in anyone.gaps] == [31, 61, 31, 92, 121]
    assert [(gap.first, gap.days) for gap in theirs.gaps] == [
        (date(2019, 2, 1), 120),  # not what lies wholly before or after the days of the expectation
        (date(2019, 6, 1), 92),
    ]
    long, short = theirs.gaps
    assert long.by_others == (told[1][0].id, told[2][0].id)
    assert (long.unseen_by_anyone, short.unseen_by_anyone) == (61, 92)
    assert all(gap.unseen_by_anyone is None and not gap.by_others for gap in anyone.gaps)
    assert [clock.by for clock in run(*told, case=case, by="nursery")] == [None, "nursery"]


def test_an_agency_that_sent_nothing_has_no_gaps() -> None:
    """That its returns are not there does not tell that it did not see the child."""
    case = replace(CASE, agencies=(Agency("Eastvale Homes", "Housing"),))
    told = make(date(2019, 5, 1), Answer.YES, agency="Police")
    for by in ("Housing", "Eastvale Homes"):
        anyone, theirs = run(told, case=case, by=by)
        assert len(anyone.gaps) == 2
        assert theirs.gaps == ()
    visiting = (Visiting("Robin", Every(10, Unit.WORKING_DAYS), by="Housing"),)
    assert run(told, case=replace(case, visiting=visiting))[1].gaps == ()


def test_what_an_agency_passes_on_is_no_sighting_of_its_own() -> None:
    day = date(2019, 5, 1)
    call = make(day, Answer.YES, reason=Reason.SECOND_HAND, agency="Social care")
    anyone, theirs = run(call, by="Social care")
    assert [(gap.days, gap.certain) for gap in anyone.gaps] == [(120, True), (244, True)]
    (gap,) = theirs.gaps
    assert (gap.days, gap.certain, gap.by_others) == (364, False, (call[0].id,))
    assert gap.unseen_by_anyone == 244


SIGHTINGS = st.lists(
    st.tuples(
        st.integers(-20, 400),
        st.integers(0, 40),
        st.sampled_from(Answer),
        st.sampled_from(["Police", "Hospital"]),
        st.sampled_from([Qualifier.EXACT, Qualifier.RANGE, Qualifier.APPROXIMATE]),
    ),
    max_size=12,
)
Drawn = list[tuple[int, int, Answer, str, Qualifier]]


def lay_out(drawn: Drawn) -> list[tuple[Event, Flag]]:
    return [
        make(
            START + DAY * start,
            answer,
            last=START + DAY * (start + length),
            precision=Precision.DAY if length < 5 else Precision.MONTH,
            qualifier=qualifier,
            agency=agency,
            text="Inpatient on Ward 3." if agency == "Hospital" else "text",
        )
        for start, length, answer, agency, qualifier in drawn
    ]


def lies_in_one(gap: Gap, others: tuple[Gap, ...]) -> bool:
    return any(one.first <= gap.first and gap.last <= one.last for one in others)


@given(SIGHTINGS)
def test_gaps_lie_in_the_period_and_hold_no_known_sighting(drawn: Drawn) -> None:
    told = lay_out(drawn)
    for gap in find(*told, longer_than=0):
        assert START <= gap.first < gap.last <= END
        assert gap.days == (gap.last - gap.first).days == gap.longest >= gap.shortest >= 0
        for event, flag in told:
            when = event.when
            known = when.qualifier is not Qualifier.APPROXIMATE and when.first == when.last
            if flag.answer is Answer.YES and known and when.first:
                assert not gap.first < when.first < gap.last


@given(SIGHTINGS, st.data())
def test_one_more_sighting_lengthens_no_gap(drawn: Drawn, data: st.DataObject) -> None:
    told = lay_out(drawn)
    before = find(*told, longer_than=0)
    (more,) = lay_out(data.draw(SIGHTINGS.filter(bool))[:1])
    after = find(*told, more, longer_than=0)
    assert all(lies_in_one(gap, before) for gap in after)
    doubtful = more[0], replace(more[1], answer=Answer.UNCLEAR)
    assert spans(find(*told, doubtful, longer_than=0)) == spans(before)


@given(SIGHTINGS)
def test_no_gap_by_an_agency_is_shorter_than_one_by_anyone(drawn: Drawn) -> None:
    told = lay_out(drawn)
    case = replace(CASE, unseen_days=0)
    for by in sorted({event.agency for event, _ in told}):
        anyone, theirs = run(*told, case=case, by=by)
        assert all(lies_in_one(gap, theirs.gaps) for gap in anyone.gaps)
        for gap in theirs.gaps:
            inside = [one.days for one in anyone.gaps if lies_in_one(one, (gap,))]
            assert gap.unseen_by_anyone is not None
            assert max(inside, default=0) <= gap.unseen_by_anyone <= gap.days


@given(st.lists(st.integers(0, 364), max_size=12), st.integers(0, 60))
def test_the_days_of_known_sightings_add_up_to_the_period(days: list[int], limit: int) -> None:
    told = [make(START + DAY * day, Answer.YES) for day in days]
    gaps = find(*told, longer_than=0)
    assert sum(gap.days for gap in gaps) == (END - START).days
    assert all(gap.certain and gap.shortest == gap.days for gap in gaps)
    assert all(one.last == other.first for one, other in pairwise(gaps))
    assert find(*told, longer_than=limit) == tuple(gap for gap in gaps if gap.days > limit)


@given(SIGHTINGS)
def test_what_is_unclear_never_makes_a_gap_shorter_than_it_may_have_been(drawn: Drawn) -> None:
    told = lay_out(drawn)
    certain = [one for one in told if one[1].answer is not Answer.UNCLEAR]
    with_them, without = (find(*these, longer_than=0) for these in (told, certain))
    assert spans(with_them) == spans(without)
    for gap, plain in zip(with_them, without, strict=True):
        assert gap.shortest <= plain.shortest
        assert gap.certain <= plain.certain


@given(SIGHTINGS.filter(bool))
def test_a_day_told_as_approximate_shortens_no_gap(drawn: Drawn) -> None:
    told = lay_out(drawn)
    event, flag = told[0]
    vague = replace(event, when=replace(event.when, qualifier=Qualifier.APPROXIMATE))
    before, after = (find(*these, longer_than=0) for these in (told, [(vague, flag), *told[1:]]))
    assert all(lies_in_one(gap, after) for gap in before)


@given(
    SIGHTINGS.flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(range(len(drawn)))))
)
def test_the_order_of_the_events_does_not_matter(both: tuple[Drawn, list[int]]) -> None:
    drawn, order = both
    told = lay_out(drawn)

    def tell(these: list[tuple[Event, Flag]]) -> list[object]:
        return [
            replace(
                gap,
                entries=tuple(sorted(gap.entries)),
                chances=tuple(sorted(gap.chances, key=lambda one: one.event)),
                unclear=tuple(sorted(gap.unclear)),
            )
            for gap in find(*these, longer_than=0)
        ]

    assert tell(told) == tell([told[n] for n in order])


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

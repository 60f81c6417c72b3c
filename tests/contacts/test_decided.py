"""What the author decided of contacts goes before any weight."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from itertools import combinations
from math import isfinite

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from chronolator.contacts import describe_contacts, link_events
from chronolator.contacts.explain import Verdict, explain_pair
from chronolator.model import (
    Case,
    Contact,
    ContactStatus,
    Decided,
    DifferenceKind,
    Event,
    Origin,
    Precision,
    Qualifier,
    When,
)
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

EVIDENCE, AGENCIES = load_evidence(), load_agencies()
DAY = date(2019, 3, 12)
Make = Callable[..., Event]
UNDECIDED = Decided()
YOU = "you decided that these are one contact"


def decide(
    together: Iterable[Sequence[str]] = (), apart: Iterable[Sequence[str]] = (), **why: str
) -> Decided:
    whys = {frozenset(pair): text for pair, text in why.items()}
    return Decided(frozenset(map(frozenset, together)), frozenset(map(frozenset, apart)), whys)


def link(events: Sequence[Event], decided: Decided = UNDECIDED) -> tuple[Contact, ...]:
    linked = link_events(events, Case(), EVIDENCE, AGENCIES, decided)
    return describe_contacts(linked, ())


def groups(contacts: Iterable[Contact], status: ContactStatus = ContactStatus.LINKED) -> set[str]:
    return {"".join(sorted(one.events)) for one in contacts if one.status is status}


def test_rows_that_share_nothing_are_one_contact_where_she_says_so(make_event: Make) -> None:
    rows = [
        make_event("Police", "Parking offence.", name="a"),
        make_event("School", "Swimming gala.", name="b", day=DAY + timedelta(90)),
    ]
    assert link(rows) == ()
    (one,) = link(rows, decide(["ab"], ab="the same car park"))
    assert (one.id, one.events) == ("Contact 1", ("a", "b"))
    assert one.evidence[0] == f"{YOU}: the same car park"
    assert isfinite(one.weight)
    assert json.dumps(one.weight, allow_nan=False)
    assert [diff.kind for diff in one.differences] == [DifferenceKind.DATE]


def test_a_link_that_she_confirms_keeps_its_weight_and_evidence(make_event: Make) -> None:
    rows = [
        make_event("Social Care", "Joint visit with PC Frost.", "14:30", name="a"),
        make_event("Police", "PC Frost visited with social worker.", "14:45", name="b"),
    ]
    (found,) = link(rows)
    (held,) = link(rows, decide(["ab"]))
    assert held.weight == found.weight
    assert held.evidence == (YOU, *found.evidence)
    assert held.differences == found.differences


def test_rows_held_apart_are_neither_linked_nor_possible_nor_rivals(make_event: Make) -> None:
    call = make_event("Health Visiting", "T/c to SW re weight.", name="a")
    one = make_event("Social Care", "HV rang re weight.", name="b")
    two = make_event("Social Care", "T/c from HV re weight.", name="c")
    rows = [call, one, two]
    assert groups(link(rows)) == set()
    assert groups(link(rows, decide(apart=["ac"]))) == {"ab"}
    assert groups(link(rows, decide(apart=["ab"]))) == {"ac"}
    neither = link(rows, decide(apart=["ab", "ac"]))
    assert neither == ()


def test_who_is_decided_is_no_rival_of_others(make_event: Make) -> None:
    call = make_event("Health Visiting", "T/c to SW re weight.", name="a")
    one = make_event("Social Care", "HV rang re weight.", name="b")
    two = make_event("Social Care", "T/c from HV re weight.", name="c")
    other = make_event("Health Visiting", "T/c to SW.", name="d")
    contacts = link([call, one, two, other], decide(["ac"]))
    assert "ac" in groups(contacts)
    assert all("b" not in one.events or "a" not in one.events for one in contacts)


def test_rows_of_one_agency_can_be_one_contact(make_event: Make) -> None:
    rows = [make_event("Police", "Call one.", name="a"), make_event("Police", "Two.", name="b")]
    (one,) = link(rows, decide(["ab"]))
    assert (one.events, one.weight, one.evidence) == (("a", "b"), 0.0, (YOU,))


@pytest.mark.parametrize(
    ("fields", "differs"),
    [
        ({"day": None, "qualifier": Qualifier.UNDATED}, False),
        ({"day": None, "qualifier": Qualifier.UNDATED, "at": "03:00"}, False),
        ({"day": date(2019, 3, 1), "last": date(2019, 3, 31), "precision": Precision.MONTH}, False),
        ({"day": date(2019, 5, 1), "last": date(2019, 5, 31), "precision": Precision.MONTH}, True),
        ({"day": date(2019, 3, 10), "last": date(2019, 3, 14)}, False),
    ],
)
def test_a_row_not_known_to_the_day_is_linked_and_no_time_of_it_is_weighed(
    make_event: Make,
    fields: dict[str, object],
    differs: bool,  # noqa: FBT001  a column of the table
) -> None:
    day = make_event("Police", "PC Frost visited with social worker.", "14:45", name="a")
    vague = make_event("Social Care", "Joint visit with PC Frost.", name="b", **fields)
    third = make_event("School", "Raffle drawn.", name="c")
    (one,) = link([day, vague, third], decide(["ab"]))
    assert set(one.events) == {"a", "b"}
    assert one.evidence[0] == YOU
    assert "both name Frost" in one.evidence
    times = ("day", "week", "14:45", "03:00")
    assert not any(told in text for text in one.evidence for told in times)
    kinds = [difference.kind for difference in one.differences]
    assert kinds == ([DifferenceKind.DATE] if differs else [])


def test_a_row_of_no_agency_is_linked(make_event: Make) -> None:
    rows = [make_event("", "Unsigned note.", name="a"), make_event("Police", "Note.", name="b")]
    (one,) = link(rows, decide(["ab"]))
    assert sorted(one.events) == ["a", "b"]


def test_decisions_reach_through_each_other_and_a_decided_contact_grows(make_event: Make) -> None:
    rows = [
        make_event("Social Care", "Joint visit with PC Frost and HV.", "14:30", name="a"),
        make_event("Police", "PC Frost joint visit with social worker and HV.", "14:30", name="b"),
        make_event("School", "Raffle drawn.", name="c"),
        make_event("Hospital", "Coffee morning.", name="d"),
    ]
    assert groups(link(rows)) == {"ab"}
    assert groups(link(rows, decide(["ce", "de"]))) == {"ab"}
    assert groups(link(rows, decide(["cd", "ac"]))) == {"abcd"}
    rows[3] = make_event("Hospital", "Coffee morning.", name="d", day=None)
    (grown,) = link([rows[0], rows[1], rows[3]], decide(["ad"]))
    assert set(grown.events) == {"a", "b", "d"}
    assert grown.evidence[0] == (
        "you decided that the accounts of Hospital and Social Care are one contact"
    )


def test_an_unknown_row_in_a_decision_changes_nothing(make_event: Make) -> None:
    rows = [make_event("Police", "Call.", name="a"), make_event("School", "Gala.", name="b")]
    assert link(rows, decide(["ax", "bx"], ["ay"])) == ()


def test_the_explanation_says_that_she_decided(make_event: Make) -> None:
    rows = [
        make_event("Social Care", "Joint visit with PC Frost.", "14:30", name="a"),
        make_event("Police", "PC Frost visited with social worker.", "14:45", name="b"),
        make_event("Police", "Another.", name="c"),
        make_event("School", "Gala.", name="d", day=None, qualifier=Qualifier.UNDATED),
    ]
    linked = link_events(rows, Case(), EVIDENCE, AGENCIES, decide(["bc", "bd"], ["ab"]))
    a, b, c, d = rows
    told = explain_pair(linked, a, b)
    assert told.verdict is Verdict.HELD_APART
    assert told.evidence
    for one, other in ((b, c), (b, d), (c, d)):
        told = explain_pair(linked, one, other)
        assert (told.verdict, told.weight) == (Verdict.DECIDED, None)


NAMES = ("Police", "Social Care", "Health Visiting", "Primary School")
TEXTS = (
    "Joint visit with PC Frost. Child seen.",
    "Strategy discussion: police, CSC.",
    "T/c to SW re bruise.",
    "HV rang re bruise.",
    "Core group at school.",
    "Mother rang.",
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(TEXTS),
        st.integers(0, 2),
        st.one_of(st.none(), st.times(min_value=time(8), max_value=time(18))),
        st.sampled_from(["day", "month", "undated"]),
    ),
    min_size=2,
    max_size=9,
)
Drawn = list[tuple[str, str, int, time | None, str]]
LETTERS = "abcdefghi"


def make_events(rows: Drawn) -> list[Event]:
    events = []
    for name, (agency, text, days, at, known) in zip(LETTERS, rows, strict=False):
        day = DAY + timedelta(days) if known != "undated" else None
        last = day + timedelta(20) if day and known == "month" else day
        precision = Precision(known) if day else Precision.UNKNOWN
        qualifier = Qualifier.EXACT if day else Qualifier.UNDATED
        clock = at.replace(second=0, microsecond=0) if at else None
        when = When(known, day, last, clock, None, precision, qualifier)
        events.append(Event(name, when, agency, text, Origin("a.csv")))
    return events


PAIRS = st.lists(
    st.sampled_from([f"{a}{b}" for a, b in combinations(LETTERS, 2)]), max_size=4, unique=True
)


@given(ROWS, PAIRS, PAIRS, st.randoms())
@settings(deadline=None)
def test_a_decision_always_wins(
    rows: Drawn, together: list[str], apart: list[str], chance: object
) -> None:
    events = make_events(rows)
    names = {event.id for event in events}
    decided = decide(together, apart)
    assume(not any(frozenset(pair) <= group for pair in apart for group in decided.join(LETTERS)))
    contacts = link(events, decided)
    linked = [one for one in contacts if one.status is ContactStatus.LINKED]
    members = [one for contact in linked for one in contact.events]
    assert len(members) == len(set(members))
    shared = {
        frozenset(pair): contact.status
        for contact in contacts
        for pair in combinations(contact.events, 2)
    }
    for pair in together:
        if set(pair) <= names:
            assert shared[frozenset(pair)] is ContactStatus.LINKED
    assert not any(frozenset(pair) in shared for pair in apart)
    assert all(isfinite(contact.weight) and contact.evidence for contact in contacts)
    mixed = list(events)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # st.randoms gives a Random
    assert link(mixed, decided) == contacts


@given(ROWS)
@example(
    [
        ("Police", "Joint visit with PC Frost. Child seen.", 0, None, "day"),
        ("Police", "Joint visit with PC Frost. Child seen.", 0, None, "day"),
        ("Police", "Joint visit with PC Frost. Child seen.", 0, None, "month"),
        ("Police", "T/c to SW re bruise.", 1, None, "day"),
        ("Social Care", "T/c to SW re bruise.", 1, None, "day"),
        ("Health Visiting", "T/c to SW re bruise.", 1, None, "day"),
    ]
)
@settings(deadline=None)
def test_what_is_found_and_confirmed_stays_as_it_was(rows: Drawn) -> None:
    events = make_events(rows)
    found = link(events)
    linked = groups(found)
    decided = decide(pair for one in linked for pair in combinations(one, 2))
    assert groups(link(events, decided)) >= linked

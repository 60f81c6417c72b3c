"""Why two rows are linked, or are not: the verdict is what the linking itself decided."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import combinations
from math import isclose

import pytest

from chronolator.contacts import describe_contacts, link_events
from chronolator.contacts.explain import PairExplained, Verdict, explain_pair
from chronolator.model import Case, ContactStatus, Event, Precision
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

EVIDENCE, AGENCIES = load_evidence(), load_agencies()
DAY = date(2019, 3, 12)
Make = Callable[..., Event]


def explain(events: Sequence[Event]) -> PairExplained:
    """The first two of the events, among all of them."""
    return explain_pair(link_events(events, Case(), EVIDENCE, AGENCIES), events[0], events[1])


def test_a_link_shows_its_evidence_and_the_weights_add_up(make_event: Make) -> None:
    told = explain(
        [
            make_event("Social Care", "Joint visit with PC Frost.", "14:30"),
            make_event("Police", "PC Frost visited with social worker.", "14:45"),
        ]
    )
    assert told.verdict is Verdict.LINKED
    assert told.weight is not None
    assert isclose(sum(weight for _, weight in told.evidence), told.weight, abs_tol=0.01)
    assert told.weight >= told.limits.linked
    assert "both name Frost" in dict(told.evidence)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("T/c to SW re weight.", "HV rang re weight.", Verdict.LINKED),
        ("Home visit.", "Home visit.", Verdict.NOTHING_SHARED),
        ("T/c to SW re weight.", "T/c to HV re cot.", Verdict.BELOW),
        ("Discussed with SW.", "Telephone call.", Verdict.POSSIBLE),
    ],
)
def test_two_rows_of_a_busy_week(a: str, b: str, verdict: Verdict, make_event: Make) -> None:
    others = [
        make_event("Social Care", "Filed.", day=DAY + timedelta(days)) for days in range(1, 5)
    ]
    told = explain([make_event("Health Visiting", a), make_event("Social Care", b), *others])
    linked = {Verdict.LINKED: ContactStatus.LINKED, Verdict.POSSIBLE: ContactStatus.POSSIBLE}
    assert told.verdict is verdict
    assert told.weight is not None
    assert (told.weight >= told.limits.possible) == (verdict in linked)


def test_rows_that_are_never_weighed(make_event: Make) -> None:
    row = make_event("Police", "Core group.")
    for other, verdict in (
        (make_event("", "Core group."), Verdict.NO_AGENCY),
        (make_event("Police", "Core group again."), Verdict.ONE_AGENCY),
        (make_event("School", "Core group.", precision=Precision.MONTH), Verdict.NO_DAY),
    ):
        told = explain([row, other])
        assert (told.verdict, told.weight) == (verdict, None)


def test_rows_many_days_apart(make_event: Make) -> None:
    later = make_event("School", "Core group.", day=DAY + timedelta(30))
    assert explain([make_event("Police", "Core group."), later]).verdict is Verdict.APART


def test_a_rival_is_named(make_event: Make) -> None:
    call = make_event("Health Visiting", "T/c to SW re weight.")
    one = make_event("Social Care", "HV rang re weight.", name="one")
    two = make_event("Social Care", "T/c from HV re weight.", name="two")
    first, second = explain([call, one, two]), explain([call, two, one])
    assert {first.verdict, second.verdict} == {Verdict.POSSIBLE, Verdict.RIVAL}
    lost = first if first.verdict is Verdict.RIVAL else second
    ((rival, weight),) = lost.rivals
    assert {rival.id, lost.b.id} == {"one", "two"}
    assert lost.weight is not None
    assert lost.weight - weight < lost.limits.margin


def test_who_is_linked_already_is_named(make_event: Make) -> None:
    rows = [
        make_event("Health Visiting", "T/c to SW Hill re weight.", "10:00"),
        make_event("Social Care", "HV rang.", name="other"),
        make_event("Social Care", "HV rang SW Hill re weight.", "10:00", name="true"),
    ]
    told = explain(rows)
    assert told.verdict is Verdict.TAKEN
    ((rival, weight),) = told.rivals
    assert rival.id == "true"
    assert told.weight is not None
    assert weight > told.weight


def test_every_pair_of_a_crowd_is_explained_as_it_was_linked(make_event: Make) -> None:
    texts = [
        ("Police", "Strategy discussion with CSC and hospital.", "10:00"),
        ("Social Care", "Strategy discussion with police.", "10:10"),
        ("Hospital", "Strategy discussion by phone.", ""),
        ("Social Care", "Home visit with PC Frost.", "14:00"),
        ("Police", "PC Frost joint visit with SW.", "14:05"),
        ("School", "Email to SW.", ""),
        ("Social Care", "Email from school.", ""),
    ]
    rows = [make_event(*one) for one in texts]
    linked = link_events(rows, Case(), EVIDENCE, AGENCIES)
    together = {
        frozenset(pair): contact.status
        for contact in describe_contacts(linked, ())
        for pair in combinations(contact.events, 2)
    }
    assert together
    statuses = {Verdict.LINKED: ContactStatus.LINKED, Verdict.POSSIBLE: ContactStatus.POSSIBLE}
    for a, b in combinations(rows, 2):
        told = explain_pair(linked, a, b)
        assert statuses.get(told.verdict) == together.get(frozenset({a.id, b.id}))
        assert explain_pair(linked, b, a).verdict is told.verdict

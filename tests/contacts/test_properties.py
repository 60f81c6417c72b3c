from collections.abc import Sequence
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from chronolator.contacts import describe_contacts, link_events
from chronolator.model import (
    Case,
    Contact,
    ContactStatus,
    Event,
    Origin,
    Precision,
    Qualifier,
    When,
)
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

EVIDENCE = load_evidence()
AGENCIES = load_agencies()
NAMES = ("Police", "Social Care", "Health Visiting", "Primary School", "Hospital")
TEXTS = (
    "Joint visit with PC Frost. Child seen.",
    "Strategy discussion: police, CSC.",
    "T/c to SW re bruise.",
    "HV rang re bruise.",
    "PPN submitted to MASH.",
    "PPN received from police.",
    "Core group at school.",
    "SW came to see child in library.",
    "Home visit, no reply.",
    "Visited with social worker, cot broken.",
    "Attended A&E with mother, SW informed.",
    "Mother rang.",
    "",
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(TEXTS),
        st.integers(0, 4),
        st.one_of(st.none(), st.times(min_value=time(8), max_value=time(18))),
        st.booleans(),
    ),
    max_size=14,
)
Drawn = list[tuple[str, str, int, time | None, bool]]


def make_events(rows: Drawn) -> list[Event]:
    events = []
    for number, (agency, text, days, at, dated) in enumerate(rows):
        day = date(2020, 3, 2) + timedelta(days=days) if dated else None
        precision = Precision.DAY if day else Precision.UNKNOWN
        qualifier = Qualifier.EXACT if day else Qualifier.UNDATED
        when = When("", day, day, at.replace(second=0, microsecond=0) if at else None, None,
                    precision, qualifier)  # fmt: skip
        events.append(Event(f"C-{number:03}", when, agency, text, Origin("a.csv", "", number)))
    return events


def link(events: Sequence[Event]) -> tuple[Contact, ...]:
    return describe_contacts(link_events(events, Case(), EVIDENCE, AGENCIES), ())


@given(ROWS, st.randoms())
@settings(deadline=None)
def test_the_order_of_rows_changes_nothing(rows: Drawn, chance: object) -> None:
    events = make_events(rows)
    mixed = list(events)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # st.randoms gives a Random
    assert link(mixed) == link(events)


@given(ROWS)
@settings(deadline=None)
def test_every_event_is_in_one_contact_at_most_and_no_agency_twice_in_it(rows: Drawn) -> None:
    events = make_events(rows)
    by_id = {event.id: event for event in events}
    contacts = link(events)
    linked = [one for one in contacts if one.status is ContactStatus.LINKED]
    members = [one for contact in linked for one in contact.events]
    assert len(members) == len(set(members))
    others = [one for contact in contacts for one in contact.events if contact not in linked]
    alone = [one for one in others if one not in members]
    assert len(alone) == len(set(alone))
    for contact in contacts:
        agencies = [by_id[one].agency for one in contact.events]
        assert len(agencies) >= 2
        assert len(agencies) == len(set(agencies))
        assert all(by_id[one].when.first for one in contact.events)


@given(ROWS)
@settings(deadline=None)
def test_a_contact_shows_its_evidence_and_reaches_its_limit(rows: Drawn) -> None:
    limits = EVIDENCE.limits
    for contact in link(make_events(rows)):
        linked = contact.status is ContactStatus.LINKED
        assert contact.weight >= (limits.linked if linked else limits.possible)
        assert contact.evidence
        assert "{" not in "".join(contact.evidence)


@given(ROWS, st.lists(st.tuples(st.integers(30, 60), st.booleans()), max_size=5))
@settings(deadline=None)
def test_an_agency_that_shares_nothing_changes_no_link(
    rows: Drawn, others: list[tuple[int, bool]]
) -> None:
    events = make_events(rows)
    added = []
    for number, (days, timed) in enumerate(others):
        day = date(2020, 3, 2) + timedelta(days=days)
        when = When("", day, day, time(3) if timed else None, None, Precision.DAY, Qualifier.EXACT)
        added.append(Event(f"C-x{number}", when, "Zebra Trust", "Grumpf zilch.", Origin("z.csv")))
    assert link([*events, *added]) == link(events)

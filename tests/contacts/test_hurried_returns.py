"""Rows that name people by their initials, agencies in lists, and what is still to be done."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Case, Child, Contact, ContactStatus, Event, Person

Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]

CASE = Case(
    children=(Child("Robin Ashdown"),),
    people=(
        Person("Nadia Quayle", "social worker", ("NQ",)),
        Person("Mrs Tolland", "head teacher", ("BT",)),
        Person("Mo Ashdown", "mother", ("MA",)),
    ),
)


def tell(contacts: tuple[Contact, ...]) -> list[str]:
    return [told for one in contacts for told in one.evidence]


def test_professionals_by_their_initials(make_event: Make, link: Link) -> None:
    rows = [make_event("School", "Late again. Rang NQ."), make_event("Social Care", "BT rang.")]
    told = tell(link(rows, case=CASE))
    assert any('"NQ"' in one and '"BT"' in one for one in told)


def test_initials_of_the_authors_column(make_event: Make, link: Link) -> None:
    rows = [
        make_event("School", "Rang TK re lateness.", author="LB"),
        make_event("Social Care", "LB rang re lateness.", author="TK"),
    ]
    assert any("tells of it from its side" in one for one in tell(link(rows)))


@pytest.mark.parametrize("text", ["Rang bt re broadband.", "MA rang.", "Bt rang."])
def test_what_is_no_professional_by_initials(text: str, make_event: Make, link: Link) -> None:
    rows = [make_event("School", "Late again. Rang NQ."), make_event("Social Care", text)]
    assert not any("tells of it from its side" in one for one in tell(link(rows, case=CASE)))


def test_first_name_initials_and_surname_are_one(make_event: Make, link: Link) -> None:
    rows = [
        make_event("School", "Meeting with Nadia and the EWO."),
        make_event("Health Visiting", "Meeting at school with Ms Quayle."),
    ]
    assert "both name Quayle" in tell(link(rows, case=CASE))


def test_a_colleague_who_is_to_have_it_was_not_there(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "PPN in from police. To NQ."),
        make_event("Police", "Visit with Nadia Quayle."),
    ]
    assert "both name Quayle" not in tell(link(rows, case=CASE))


def test_attendance_at_school_is_none_at_hospital(make_event: Make, link: Link) -> None:
    rows = [
        make_event("School", "Not in again. Rang SW.", contact_type="Attendance"),
        make_event("Social Care", "DSL rang, not in again."),
    ]
    assert not any("attendance at hospital" in one for one in tell(link(rows)))
    rows = [
        make_event("Royal Hospital", "Cut to chin, glued.", contact_type="Attendance"),
        make_event("GP", "ED attendance with cut chin."),
    ]
    assert "both tell of an attendance at hospital" in tell(link(rows))


def test_a_request_from_another_is_theirs(make_event: Make, link: Link) -> None:
    rows = [
        make_event("GP", "Information request from social care received."),
        make_event("Social Care", "Info request sent to GP."),
    ]
    assert any("tells of it from its side" in one for one in tell(link(rows)))


@pytest.mark.parametrize(
    "text",
    [
        "PPN from police re 30/06. To speak to SW.",
        "PPN from police re 30/06, HV to ring school and SW.",
        "PPN from police re 30/06. Will update SW.",
    ],
)
def test_what_is_to_be_done_has_not_been(text: str, make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "PPN from police re 30/06, assault."),
        make_event("Health Visiting", text),
    ]
    assert any("both had it from a third" in one for one in tell(link(rows)))


def test_what_was_rung_to_tell_is_told(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Health Visiting", "Rang to update SW re weight."),
        make_event("Social Care", "T/c from HV re weight."),
    ]
    assert any("tells of it from its side" in one for one in tell(link(rows)))


def test_one_row_for_all_who_were_told(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Kelby Hospital", "Social care, police and HV told of death."),
        make_event("Social Care", "Kelby rang EDT, R has died."),
        make_event("Police", "Kelby informed us, R has died."),
        make_event("Health Visiting", "T/c from hospital, R has died."),
    ]
    contacts = [one for one in link(rows) if one.status is ContactStatus.LINKED]
    assert [len(one.events) for one in contacts] == [4]


def test_two_who_were_told_apart_are_not_one(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "School rang, Robin has a bruise to cheek.", "10:00"),
        make_event("Police", "Call from school, Robin has a bruise to cheek.", "10:05"),
    ]
    assert not [one for one in link(rows) if one.status is ContactStatus.LINKED]


@pytest.mark.parametrize("text", ["Moved from Kelby re rent.", "Visit to Kelby."])
def test_a_town_is_no_hospital(text: str, make_event: Make, link: Link) -> None:
    rows = [make_event("Kelby Hospital", "Rang SW re rent."), make_event("Social Care", text)]
    assert not any("each names the other" in one for one in tell(link(rows)))


def list_kinds(contacts: tuple[Contact, ...]) -> list[str]:
    return [different.kind.value for one in contacts for different in one.differences]


@pytest.mark.parametrize(
    "text",
    [
        "Absent day 3. Rang SW, she will call round today.",
        "Absent day 3. Rang SW, who will call round today.",
    ],
)
def test_who_was_just_named_is_to_act(text: str, make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "DSL rang, off three days. School to go round today."),
        make_event("School", text),
    ]
    assert list_kinds(link(rows)) == ["other"]


def test_of_two_who_were_named_it_is_not_known_who(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "DSL rang, off three days. School to go round today."),
        make_event("School", "Absent day 3. Rang SW re mum, she will call round today."),
    ]
    assert not list_kinds(link(rows))


def test_no_other_adult_was_there(make_event: Make, link: Link) -> None:
    alone = make_event("Social Care", "Joint visit to school with DC Amin, no other adult.")
    police = make_event("Police", "DC Amin and SW saw Robin at school.")
    beside = make_event("School", "DC Amin and SW saw Robin, Mrs Tolland sat in.")
    assert not list_kinds(link([alone, police], case=CASE))
    assert list_kinds(link([alone, police, beside], case=CASE)) == ["attendance"]


def test_two_explanations_without_a_harm(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "Strategy with police. Mum says he fell off the sofa."),
        make_event("Police", "Strategy with SW. Mum says he walked into the gatepost."),
    ]
    assert list_kinds(link(rows)) == ["injury"]


def test_a_row_told_twice_is_no_rival_of_itself(make_event: Make, link: Link) -> None:
    core = make_event(
        "Social Care", "Core group. Mum, HV. Agreed that HV visits on 20/12.", "14:00"
    )
    words = "Core group with SW. Robin not being seen by anybody, centile 25, HV to visit on 20/12."
    once = make_event("Health Visiting", words, "14:00")
    again = make_event("Health Visiting", words.replace("not being", "not been"), "14:00")
    assert [one.status for one in link([core, once, again])] == [ContactStatus.LINKED]
    other = make_event("Health Visiting", words.replace("25", "50"), "14:00")
    assert ContactStatus.LINKED not in [one.status for one in link([core, once, other])]


def test_one_time_on_two_days_may_be_a_slip(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Police", "EDT rung re Robin, missing.", "22:41", day=date(2019, 3, 12)),
        make_event("Social Care", "Police rang EDT, missing.", "22:41", day=date(2019, 3, 13)),
    ]
    (contact,) = link(rows)
    assert "22:41 by both, one of them a day off" in contact.evidence
    later = make_event("Social Care", "Police rang EDT, missing.", "22:50", day=date(2019, 3, 13))
    assert not any("a day off" in one for one in tell(link([rows[0], later])))


def test_parents_solicitors_are_not_the_parents(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Court", "Hearing by video, parents' solicitors attended. Mother absent."),
        make_event("Cafcass", "Hearing by video. Mother and father attended."),
    ]
    assert list_kinds(link(rows)) == ["attendance"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("First PLO meeting, parents and solicitors.", "Pre-proceedings meeting: both came."),
        ("CME form sent to LA.", "CME referral received from school."),
        ("NRM form sent off by SW.", "NRM referral received from school."),
    ],
)
def test_meetings_and_referrals_by_two_names(a: str, b: str, make_event: Make, link: Link) -> None:
    (contact,) = link([make_event("School", a), make_event("Social Care", b)])
    assert contact.status is ContactStatus.LINKED


def test_the_letters_of_a_call_are_no_child(make_event: Make, link: Link) -> None:
    case = Case(
        children=(Child("Robin Ashdown", aliases=("R",)), Child("Teo Ashdown", aliases=("T",)))
    )
    rows = [
        make_event("Social Care", "T/C to HV re nursery place."),
        make_event("HV", "TC from SW about nursery place for R."),
    ]
    assert not any("Teo" in one for one in tell(link(rows, case=case)))

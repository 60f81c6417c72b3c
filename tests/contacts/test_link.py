"""Rows that are accounts of one contact, rows that are not, and what the evidence says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from chronolator.contacts import describe_contacts, link_events, number_contacts
from chronolator.model import Case, Child, Contact, ContactStatus, Event, Person
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

EVIDENCE = load_evidence()
NEXT = date(2019, 3, 13)
Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]


def test_evidence_in_words(make_event: Make, link: Link) -> None:
    (contact,) = link(
        [
            make_event("Social Care", "Joint visit with PC Frost.", "14:30"),
            make_event("Police", "PC Frost visited with social worker.", "14:45"),
        ]
    )
    assert contact.id == "Contact 1"
    assert contact.status is ContactStatus.LINKED
    assert contact.evidence == (
        "the same day",
        "14:45 and 14:30",
        "Police and Social Care have no other row within a week",
        'each names the other\'s agency: "social worker"; "PC"',
        'both tell of being there together: "social worker"; "PC"',
        "both tell of a visit",
        "both name Frost",
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("T/c to SW re weight.", "HV rang re weight."),
        ("Referral sent to MASH.", "Referral received from HV."),
        ("Referral sent. Zygote.", "Zygote referral received."),
        ("Core group.", "Core group."),
        ("Conference with SW.", "ICPC."),
        ("CIN meeting at nursery.", "Meeting with HV about CIN plan."),
        ("Visit with social worker.", "Joint visit with health visitor."),
        ("Left a message for the SW re weight.", "Voicemail from HV re weight."),
    ],
)
def test_rows_that_are_brought_together(a: str, b: str, make_event: Make, link: Link) -> None:
    contacts = link([make_event("Health Visiting", a), make_event("Social Care", b)])
    assert len(contacts) == 1


@pytest.mark.parametrize(
    ("of", "a", "by", "b"),
    [
        ("School", "Rang LADO about TA's conduct.", "LADO", "School head phoned about a TA."),
        ("CSC", "Rang contact supervisor.", "ContactCentre", "SW phoned to cancel contact."),
        ("Police", "999: baby choking.", "Ambulance", "Police requested attendance, baby choking."),
        ("CSC", "Review conference, PC Ash there.", "Police", "RCPC - report sent, PC not there."),
        (
            "YJS",
            "Kit seen at office with his SW.",
            "CSC",
            "Joint session with YJ worker, Kit came.",
        ),
    ],
)
def test_rows_of_smaller_services_are_brought_together(
    of: str, a: str, by: str, b: str, make_event: Make, link: Link
) -> None:
    (contact,) = link([make_event(of, a), make_event(by, b)])
    assert contact.status is ContactStatus.LINKED


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("T/c to SW re weight.", "Mother rang."),
        ("T/c to SW re weight.", "T/c to HV re cot."),
        ("Email to SW re weight.", "T/c from HV re weight."),
        ("Core group with SW.", "ICPC with HV."),
        ("Home visit. SW got there as we were leaving.", "Home visit."),
        ("Home visit.", "Home visit."),
        ("Clinic, SW told.", "Strategy discussion with police."),
        ("", ""),
    ],
)
def test_rows_that_are_not_linked(a: str, b: str, make_event: Make, link: Link) -> None:
    contacts = link([make_event("Health Visiting", a), make_event("Social Care", b)])
    assert [one for one in contacts if one.status is ContactStatus.LINKED] == []


def test_rows_of_one_agency_are_never_linked(make_event: Make, link: Link) -> None:
    rows = [make_event("Police", "Strategy discussion with CSC.", name=one) for one in "ab"]
    assert link(rows) == ()


def test_a_group_of_several_agencies_is_one_contact(make_event: Make, link: Link) -> None:
    agencies = ("Police", "Social Care", "Hospital", "School")
    rows = [make_event(one, "Strategy discussion by phone.", "10:00") for one in agencies]
    (contact,) = link(rows)
    assert set(contact.events) == {row.id for row in rows}


def test_two_that_fit_alike_are_only_possible(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Health Visiting", "T/c to SW re weight.", name="a"),
        make_event("Social Care", "HV rang re weight.", name="b"),
        make_event("Social Care", "T/c from HV re weight.", name="c"),
    ]
    (contact,) = link(rows)
    assert contact.status is ContactStatus.POSSIBLE
    assert contact.id == "Possible 1"


def test_a_row_that_disagrees_with_its_best_partners_group_is_possible(
    make_event: Make, link: Link
) -> None:
    rows = [
        make_event(
            *("Social Care", "Held by phone with DS Frost and with Mrs Hill from school.", "15:00"),
            contact_type="Strategy discussion",
            name="a",
        ),
        make_event("Police", "DS Frost strategy discussion with social care.", "15:05", name="b"),
        make_event("School", "Mrs Hill on the phone with social care, one call of many.", name="c"),
        make_event("School", "Call from social care.", name="d"),
    ]
    others = [
        make_event(agency, "Filed.", day=date(2019, 3, day))
        for agency in ("Social Care", "Police", "School")
        for day in range(13, 16)
    ]
    linked, possible = link([*rows, *others])
    assert (linked.status, linked.events) == (ContactStatus.LINKED, ("a", "b"))
    assert (possible.status, possible.events) == (ContactStatus.POSSIBLE, ("a", "c"))
    assert possible.evidence[-1] == (
        "but the account of Police, linked with one of these, differs: "
        "one tells of a strategy discussion, the other of a call"
    )
    assert not [one for one in linked.evidence if one.startswith("but ")]


def test_the_nearer_in_time_is_taken(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Health Visiting", "T/c to SW.", "10:00", name="a"),
        make_event("Social Care", "HV rang.", "10:05", name="b"),
        make_event("Social Care", "HV rang.", "15:00", name="c"),
    ]
    (contact,) = link(rows)
    assert contact.events == ("a", "b")


def test_across_midnight_is_one_night(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Police", "Assault at home, ambulance called.", "23:50"),
        make_event("Ambulance", "Assault, police on scene.", "00:20", day=NEXT),
    ]
    (contact,) = link(rows)
    assert contact.evidence[0] == "the same night"
    (contact,) = link([rows[0], replace(rows[1], when=replace(rows[1].when, at=None))])
    assert contact.evidence[0] == "1 day apart"


@pytest.mark.parametrize(("days", "links"), [(0, 1), (1, 1), (5, 1), (8, 1), (11, 0)])
def test_notices_may_come_days_later(
    days: int,
    links: int,
    make_event: Make,
    link: Link,
) -> None:
    rows = [
        make_event("Police", "PPN sent to MASH."),
        make_event("Social Care", "Police notification received.", day=date(2019, 3, 12 + days)),
    ]
    assert sum(one.status is ContactStatus.LINKED for one in link(rows)) == links


def test_a_row_about_the_other_child_is_another_contact(make_event: Make, link: Link) -> None:
    case = Case(
        children=(Child("Robin Ashdown"), Child("Wren Ashdown")),
        people=(Person("Dale Foxton"),),
    )
    rows = [
        make_event("School", "SW saw Robin. Dale came too."),
        make_event("Social Care", "Visit to school, Wren seen. Dale there."),
    ]
    assert [one for one in link(rows, case=case) if one.status is ContactStatus.LINKED] == []
    rows[1] = make_event("Social Care", "Visit to school, Robin seen. Dale there.")
    (contact,) = link(rows, case=case)
    assert "both name Dale Foxton" in contact.evidence


def test_dates_and_rare_words_told_by_both(make_event: Make, link: Link) -> None:
    (contact,) = link(
        [
            make_event("Police", "PPN to MASH re incident 19/04, hammer used."),
            make_event("Social Care", "PPN re 19.04 and the hammer."),
        ]
    )
    assert "both speak of 19/04" in contact.evidence
    assert 'no other row within two weeks has the word "hammer"' in contact.evidence


def test_the_one_who_wrote_it_is_named(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "Visit to school.", author="H Birtles"),
        make_event("School", "SW H Birtles came to see Robin."),
    ]
    (contact,) = link(rows)
    assert "Birtles, who wrote the one, is named in the other" in contact.evidence


def test_a_home_visit_is_no_visit_to_a_school(make_event: Make, link: Link) -> None:
    rows = [
        make_event("School", "SW visited, saw Tia in library."),
        make_event("Social Care", "Home visit. Tia seen."),
    ]
    assert link(rows) == ()


def test_numbers_follow_the_order_given(make_event: Make) -> None:
    events = [make_event("Police", "x", name=one) for one in "abcd"]
    contacts = [
        Contact("", ("d", "c"), 4.0, ()),
        Contact("", ("b", "a"), 1.0, (), status=ContactStatus.POSSIBLE),
    ]
    numbered = number_contacts([*contacts, Contact("", ("b", "c"), 4.0, ())], events)
    assert [(one.id, one.events) for one in numbered] == [
        ("Contact 1", ("b", "c")),
        ("Contact 2", ("c", "d")),
        ("Possible 1", ("a", "b")),
    ]


def test_nothing_gives_nothing() -> None:
    assert describe_contacts(link_events((), Case(), EVIDENCE, load_agencies()), ()) == ()


def test_two_rows_of_a_quiet_time_are_seldom_there_by_chance(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Refuge", "Settling in well. Health visitor here."),
        make_event("Health Visiting", "Red book lost."),
    ]
    (contact,) = link(rows)
    assert "Health Visiting and Refuge have no other row within a week" in contact.evidence
    busy = [
        make_event("Health Visiting", "Filed.", day=date(2019, 3, day)) for day in (8, 9, 10, 14)
    ]
    assert [one for one in link([*rows, *busy]) if one.status is ContactStatus.LINKED] == []
    few = link([*rows, busy[0]])
    assert "Health Visiting and Refuge have hardly another row within a week" in few[0].evidence


def test_two_had_one_notice_from_a_third(make_event: Make, link: Link) -> None:
    (contact,) = link(
        [
            make_event("Social Care", "PPN from police re 30/06, assault."),
            make_event("Health Visiting", "PPN from police re 30/06 received."),
        ]
    )
    assert 'both had it from a third: "police"' in contact.evidence


def test_an_agency_by_its_own_name_and_its_people(make_event: Make, link: Link) -> None:
    case = Case(
        children=(Child("Robin Ashdown"),),
        people=(Person("Mrs Quill", "head teacher"), Person("Dale Foxton", "mother's partner")),
    )
    for called in ("St Wilfrid's", "Mrs Quill", "SWPS"):
        (contact,) = link(
            [
                make_event("St Wilfrids Primary School", "Rang social worker re weight."),
                make_event("Social Care", f"T/c from {called} re weight."),
            ],
            case=case,
        )
        assert any("tells of it from its side" in one for one in contact.evidence), called


def test_an_agency_without_house_or_high_but_not_by_a_word_or_a_childs_name(
    make_event: Make, link: Link
) -> None:
    def is_named(agency: str, text: str, *children: str) -> bool:
        events = [make_event(agency, "Rang SW re bed."), make_event("Social Care", text)]
        contacts = link(events, case=Case(children=tuple(map(Child, children))))
        return any("each names the other" in one for it in contacts for one in it.evidence)

    assert is_named("Juniper House", "T/c from Juniper re bed.")
    assert is_named("Elm Rise High School", "T/c from Elm Rise re bed.")
    assert not is_named("Rowan House", "T/c from Rowan re bed.", "Rowan Orme")
    assert not is_named("Bridge House", "T/c from Bridge re bed under the bridge.")


def test_two_receivers_of_one_notice_may_each_name_a_child_of_theirs(
    make_event: Make, link: Link
) -> None:
    case = Case(children=(Child("Ada Orme"), Child("Max Orme")))
    (contact,) = link(
        [
            make_event("Police", "Encompass e-mail to Elm School and Oak Nursery, both children."),
            make_event("Elm School", "Encompass alert from police re Ada."),
            make_event("Oak Nursery", "Encompass alert from police re Max."),
        ],
        case=case,
    )
    assert len(contact.events) == len("abc")


def test_an_ambulance_conveys_whom_the_hospital_has_by_ambulance(
    make_event: Make, link: Link
) -> None:
    crew = make_event("Ambulance", "4F wheeze. Conveyed to ED with gran.")
    (contact,) = link([crew, make_event("Hospital", "By ambulance. Viral wheeze, home.")])
    assert any("conveyance" in one for one in contact.evidence)
    by_gran = make_event("Hospital", "Brought in by gran. Viral rash, home.")
    assert not any("conveyance" in one for it in link([crew, by_gran]) for one in it.evidence)


def test_a_first_name_that_stands_before_the_surname_of_one_who_signs(
    make_event: Make, link: Link
) -> None:
    (contact,) = link(
        [
            make_event("Social Care", "T/c from school re clothes.", author="T Adeyo"),
            make_event("School", "Phoned Tunde re clothes."),
            make_event("Hospital", "SW Tunde Adeyo on ward.", day=date(2019, 5, 2)),
        ]
    )
    assert any('"Tunde"' in one for one in contact.evidence)


def test_the_kind_of_an_agency_is_told_by_those_who_write_for_it(
    make_event: Make, link: Link
) -> None:
    case = Case(people=(Person("Pauline Marsden", "foster carer"),))
    rows = [
        make_event("Brightwater", "T not home. Rang police.", "22:35", author="P Marsden"),
        make_event("Police", "Foster carer rang, missing since six.", "22:40"),
    ]
    (contact,) = link(rows, case=case)
    assert any("tells of it from its side" in one for one in contact.evidence)
    (contact,) = link([replace(rows[0], author="R Quine, foster carer"), rows[1]])
    assert any("tells of it from its side" in one for one in contact.evidence)


def test_a_place_is_known_by_the_people_named_with_it(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Brightwater", "School rang re clothes.", author="Donna Keigh"),
        make_event("School", "Rang Larch House re clothes."),
        make_event("GP", "Rang Keigh at Larch House.", day=date(2019, 6, 3)),
        make_event("CAMHS", "Message for Donna at Larch House.", day=date(2019, 8, 3)),
    ]
    (contact,) = link(rows)
    assert any('"Larch House"' in one for one in contact.evidence)
    assert '"Larch House"' not in str(link(rows[:3]))


def test_who_is_taken_to_somebody_is_there(make_event: Make, link: Link) -> None:
    (contact,) = link(
        [
            make_event("Placement", "Took T to CAMHS, calm.", "13:30"),
            make_event("CAMHS", "Appointment attended.", "13:30"),
        ]
    )
    assert any("being there" in one for one in contact.evidence)


def test_a_planning_meeting_by_two_names(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Placement", "Stability meeting with CAMHS and social worker.", "10:00"),
        make_event("CAMHS", "Professionals' meeting about the placement.", "10:00"),
    ]
    assert any("both tell of a meeting" in one for one in link(rows)[0].evidence)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("T/c health visitor: court on Friday.", "T/c from SW: court on Friday."),
        ("PC Reid visited school for a talk.", "Nia said the police officer took dad away."),
        ("Safe and well check, Nia not in.", "Nia said police came to her house last night."),
    ],
)
def test_a_talk_with_another_and_what_a_child_says_bring_nothing_together(
    a: str, b: str, make_event: Make, link: Link
) -> None:
    case = Case(children=(Child("Nia Howe"),))
    rows = [
        make_event("Social Care" if "court" in a else "Police", a),
        make_event("School", b),
        make_event("Health Visiting", "Filed.", day=date(2019, 8, 2)),
    ]
    assert [one for one in link(rows, case=case) if one.status is ContactStatus.LINKED] == []


def test_a_word_for_a_shared_thing_is_the_rows_own(make_event: Make, link: Link) -> None:
    (contact,) = link(
        [
            make_event("Ambulance", "With police, took tablets and alcohol.", "23:55"),
            make_event("Police", "Asked by ambulance, female overdose.", "23:59"),
        ]
    )
    assert any('"took tablets"' in one for one in contact.evidence)


@pytest.mark.parametrize(
    ("agency", "a", "b", "case"),
    [
        ("Tower Hamlets Education", "Phone call to police.", "Call from the mother.", Case()),
        (
            "School",
            "Rang police re parking.",
            "T/c from Dale re weight.",
            Case(people=(Person("Dale Foxton", "mother, teaching assistant"),)),
        ),
        (
            "School",
            "Rang police.",
            "Mark on left arm, seen by officers.",
            Case(people=(Person("Mark Ellis", "head teacher"),)),
        ),
    ],
)
def test_words_that_are_no_agencys_name(
    agency: str, a: str, b: str, case: Case, make_event: Make, link: Link
) -> None:
    contacts = link([make_event(agency, a), make_event("Police", b)], case=case)
    assert not any("each names" in text for one in contacts for text in one.evidence)


@pytest.mark.parametrize("role", ["mother's social worker", "family support worker"])
def test_a_mothers_social_worker_is_of_an_agency(role: str, make_event: Make, link: Link) -> None:
    case = Case(people=(Person("Dale Foxton", role),))
    rows = [make_event("CSC", "T/c to police."), make_event("Police", "Dale rang.")]
    (contact,) = link(rows, case=case)
    assert any('"Dale"' in one for one in contact.evidence)


@pytest.mark.parametrize(
    ("of", "a", "by", "b"),
    [
        (
            "Police",
            "Call from mother: ex took son.",
            "Social Care",
            "Police rang re son taken.",
        ),
        ("CAMHS", "Phoned mum then SW: he has a plan.", "Social Care", "CAMHS duty called, risk."),
        ("Police", "Home alone. SW informed.", "Social Care", "PC 509 telephoned: children alone."),
        ("School", "MASH called 09:30, shed.", "Social Care", "Call from DSL. Child says shed."),
    ],
)
def test_who_else_is_named_takes_nothing_from_who_turned_to_whom(
    of: str, a: str, by: str, b: str, make_event: Make, link: Link
) -> None:
    (contact,) = link([make_event(of, a), make_event(by, b)])
    assert contact.status is ContactStatus.LINKED
    assert not [told for told in contact.evidence if "somebody else" in told]


@pytest.mark.parametrize(
    ("a", "b", "day", "count"),
    [
        ("Strategy meeting by phone.", "Reconvened strategy meeting with CSC.", 13, 0),
        ("Strategy discussion with police.", "Second strategy discussion.", 14, 0),
        ("Strategy meeting reconvened with police.", "Reconvened strategy with CSC.", 13, 1),
        ("Strategy meeting, to be reconvened on Friday.", "Strategy meeting with CSC.", 13, 1),
        ("Strategy meeting with police.", "Reconvened strategy meeting with CSC.", 12, 1),
    ],
)
def test_a_meeting_held_once_more_on_another_day_is_another(
    a: str, b: str, day: int, count: int, make_event: Make, link: Link
) -> None:
    rows = [
        make_event("Social Care", a, name="a", day=date(2019, 3, 12)),
        make_event("Police", b, name="b", day=date(2019, 3, day)),
    ]
    found = [one for one in link(rows) if one.status is ContactStatus.LINKED]
    assert len(found) == count


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        # Whose worker was rung, and who of the family.
        ("E-mail in from mum's recovery worker re screens.", "Emailed SW: screens negative.", 1),
        ("Rang mum's partner re Jade's bruise.", "Rang SW re Jade's bruise.", 0),
        # Who tells what the row says; not what a form asks.
        ("Recovery service: mum has missed three of her appointments.", "Told SW of mum.", 1),
        ("Rang mum re rent. Recovery service: Hill House.", "Rang SW to chase a report.", 0),
    ],
)
def test_who_was_rung_and_who_tells(
    a: str, b: str, count: int, make_event: Make, link: Link
) -> None:
    rows = [make_event("Social Care", a, name="a"), make_event("Recovery Service", b, name="b")]
    assert len([one for one in link(rows) if one.status is ContactStatus.LINKED]) == count


def test_a_row_about_all_children_is_about_each(make_event: Make, link: Link) -> None:
    case = Case(children=(Child("Robin Hale"), Child("Wren Hale")))
    told = make_event("Social Care", "Conference. Both children on a plan. Wren asks for nan.")
    all_of_them = make_event("Police", "ICPC. All children on a plan. NFA on assault of Robin.")
    of_one = make_event("Police", "ICPC. NFA on assault of Robin.")
    about_one = make_event("Social Care", "Conference. Wren asks for nan.")
    assert [one.status for one in link([told, all_of_them], case=case)] == [ContactStatus.LINKED]
    contacts = link([about_one, of_one], case=case)
    assert all(one.status is not ContactStatus.LINKED for one in contacts)


def test_a_meeting_held_once_more_the_same_day_is_another(make_event: Make, link: Link) -> None:
    first = make_event("Police", "Strategy discussion with social worker.", "11:00")
    again = make_event("Social Care", "Strategy discussion with police, reconvened.", "16:00")
    soon = make_event("Social Care", "Strategy discussion with police, reconvened.", "11:10")
    assert all(one.status is not ContactStatus.LINKED for one in link([first, again]))
    assert [one.status for one in link([first, soon])] == [ContactStatus.LINKED]

"""Who turned to whom, who was there, and what the contact was, as one row tells it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from chronolator.contacts.accounts import Account
from chronolator.contacts.lexicon import NO_KIND
from chronolator.contacts.reading import read_account
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Agency, Case, Child, Event, Person, Precision, Qualifier
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

EVIDENCE = load_evidence()
AGENCIES = load_agencies()
NAMES = ("Police", "Social Care", "Health Visiting", "Tollgate Primary School", "General Hospital",
         "EDT", "Mill Lane Surgery", "Ambulance")  # fmt: skip
CASE = Case(
    children=(Child("Robin Ashdown", aliases=("RA",)), Child("Wren Ashdown")),
    people=(Person("Dale Foxton", "partner", ("DF",)),),
    agencies=(Agency("Tollgate Primary School", short="Tollgate"), Agency("Absent", short="None")),
)


def read(agency: str, text: str, make_event: Callable[..., Event], **fields: Any) -> Account:
    """The row read in a case of several agencies, Penhale being a health visitor."""
    event = make_event(agency, text, **fields)
    others = [make_event(name, "", name=name) for name in NAMES]
    signed = make_event("Health Visiting", "Weighed.", name="signed", author="R Penhale")
    account = read_account(event, Vocabulary([event, *others, signed], CASE, EVIDENCE, AGENCIES))
    assert account is not None
    return account


def name(agencies: int, account: Account, make_event: Callable[..., Event]) -> str:
    others = [make_event(one, "", name=one) for one in {*NAMES, account.event.agency}]
    bits = Vocabulary(others, CASE, EVIDENCE, AGENCIES).bits
    return ", ".join(one for one, bit in bits.items() if agencies & bit)


TURNS = [
    ("Police", "T/c to SW.", "gives", "EDT, Social Care"),
    ("Police", "T/c to the duty HV R Penhale", "gives", "Health Visiting"),
    ("Police", "HV R Penhale rang re weight.", "takes", "Health Visiting"),
    ("Police", "T/c from Mrs Ferris, DSL at Tollgate.", "takes", "Tollgate Primary School"),
    ("Police", "Asked by ambulance control to attend.", "takes", "Ambulance"),
    ("Police", "Home visit, seen by HV.", "together", "Health Visiting"),
    ("Police", "Visit with social worker.", "together", "EDT, Social Care"),
    ("Police", "School informed.", "gives", "Tollgate Primary School"),
    ("Police", "School informed by letter.", "gives", "Tollgate Primary School"),
    ("Police", "School inform us of a bruise.", "takes", "Tollgate Primary School"),
    ("Police", "HV requested to visit.", "gives", "Health Visiting"),
    ("Police", "HV requested to visit.", "takes", "Health Visiting"),
    ("Police", "HV asked. No more.", "gives", "Health Visiting"),
    ("Police", "HV called.", "takes", "Health Visiting"),
    ("Police", "HV called.", "gives", "Health Visiting"),
    ("Police", "HV called at the house.", "takes", ""),
    ("Police", "HV letter filed.", "takes", "Health Visiting"),
    ("Police", "HV attended.", "together", "Health Visiting"),
    ("Police", "No sign of HV", "takes", ""),
    ("Police", "HV Penhale", "takes", ""),
    ("Police", "Rang R Penhale.", "gives", "Health Visiting"),
    ("Police", "Met at the house. HV rang.", "gives", ""),
    ("Social Care", "SW rang.", "takes", ""),
    ("Social Care", "EDT rang.", "takes", "EDT"),
    ("Social Care", "PPN received.", "takes", "Police"),
    ("Social Care", "PPN passed to HV.", "takes", ""),
    ("Police", "PPN submitted.", "takes", ""),
]


@pytest.mark.parametrize(("agency", "text", "which", "names"), TURNS)
def test_who_turned_to_whom(
    agency: str, text: str, which: str, names: str, make_event: Callable[..., Event]
) -> None:
    account = read(agency, text, make_event)
    got = {one for one in name(getattr(account, which), account, make_event).split(", ") if one}
    assert got == {one for one in names.split(", ") if one}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Strategy discussion, CSC by phone", "strategy discussion"),
        ("Rang SW. Strategy meeting requested.", "call"),
        ("Invite to ICPC received", "invitation"),
        ("Pre-conference visit", "visit"),
        ("Police called to tell us of an arrest", "talk"),
        ("Told by HV", "talk"),
        ("Nothing of note", None),
        ("Hearing test passed", "assessment"),
    ],
)
def test_what_a_row_is_mainly_about(
    text: str, kind: str | None, make_event: Callable[..., Event]
) -> None:
    account = read("Tollgate Primary School", text, make_event)
    assert (EVIDENCE.kinds[account.kind].id if account.kind != NO_KIND else None) == kind


def test_a_column_for_the_kind_says_more_than_a_text(make_event: Callable[..., Event]) -> None:
    assert read("Police", "Chat.", make_event, contact_type="Telephone").kind != NO_KIND
    assert read("Police", "Telephone in hall.", make_event).kind == NO_KIND


def test_who_is_named(make_event: Callable[..., Event]) -> None:
    account = read(
        "Police", "DS Pruett and Dr Nwosu saw RA. SW HANNAH LEFT. PC saw Dale.", make_event
    )
    assert account.names == {"pruett", "nwosu", "hannah"}
    assert account.children == 1
    assert account.people == 1
    assert read("Health Visiting", "Weighed.", make_event, author="R Penhale").signed == {"penhale"}
    assert read("Police", "Mother rang.", make_event).elsewhere
    assert not read("Police", "Anonymous caller rang.", make_event).elsewhere


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("R Penhale", {"penhale"}),
        ("PC Adeyemi, PC Lorne", {"adeyemi", "lorne"}),
        ("Mrs Dunn TA", {"dunn"}),
        ("PC ADEYEMI", {"adeyemi"}),
        ("MASH", set()),
        ("Duty SW", set()),
        ("Robyn T", set()),
        ("Dale Foxton", set()),
        ("desk", set()),
        (";", set()),
    ],
)
def test_surnames_of_those_who_sign(
    author: str, found: set[str], make_event: Callable[..., Event]
) -> None:
    event = make_event("Police", "Text", author=author)
    assert set(Vocabulary([event], CASE, EVIDENCE, AGENCIES).signatures) == found


@pytest.mark.parametrize(
    "fields",
    [
        {"day": None},
        {"precision": Precision.MONTH},
        {"qualifier": Qualifier.BEFORE},
        {"qualifier": Qualifier.AFTER},
    ],
)
def test_rows_not_known_to_the_day_are_no_accounts(
    fields: dict[str, Any], make_event: Callable[..., Event]
) -> None:
    event = make_event("Police", "Strategy discussion.", **fields)
    assert read_account(event, Vocabulary([event], CASE, EVIDENCE, AGENCIES)) is None


def test_days_of_an_account(make_event: Callable[..., Event]) -> None:
    first = date(2019, 3, 12)
    night = read("Police", "Fight.", make_event, last=date(2019, 3, 13))
    stay = read("Police", "Ward.", make_event, last=date(2019, 3, 20), at="10:00", until="11:00")
    assert (night.first, night.last) == (first.toordinal(), first.toordinal() + 1)
    assert (stay.first, stay.last) == (first.toordinal(), first.toordinal())
    assert (stay.at, stay.until) == (600, 660)


def test_a_form_told_in_words_goes_before_the_general_kind_of_a_column(
    make_event: Callable[..., Event],
) -> None:
    event = make_event("School", "ICPC. Plan: neglect.", contact_type="Meeting")
    vocabulary = Vocabulary([event], CASE, EVIDENCE, AGENCIES)
    account = read_account(event, vocabulary)
    assert account is not None
    assert vocabulary.lexicon.kinds[account.kind].id == "initial conference"


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Took Tia to CAMHS.", "together"),
        ("Collected Tia from CAMHS.", "together"),
        ("Mum took Tia to CAMHS.", ""),
        ("Report requested from CAMHS.", "gives"),
        ("CAMHS referral sent.", "gives"),
        ("CAMHS letter filed.", "takes"),
        ("Police and CAMHS both informed.", "gives"),
        ("CAMHS rung (no reply).", "gives"),
        ("CAMHS on the phone.", "takes"),
        ("CAMHS in to see Tia.", "together"),
    ],
)
def test_who_went_where_and_what_was_asked_of_whom(
    text: str, turn: str, make_event: Callable[..., Event]
) -> None:
    rows = [make_event("Placement", text), make_event("CAMHS", "Filed."), make_event("Police", "")]
    vocabulary = Vocabulary(rows, CASE, EVIDENCE, AGENCIES)
    account = read_account(rows[0], vocabulary)
    assert account is not None
    bit = vocabulary.bits["CAMHS"]
    told = [name for name in ("gives", "takes", "together") if getattr(account, name) & bit]
    assert told == ([turn] if turn else [])


@pytest.mark.parametrize(
    ("kind", "direction"),
    [
        ("Letter in", (False, True)),
        ("Letter out", (True, False)),
        ("Visit in school", (False, False)),
        ("Out of hours call", (False, False)),
        ("", (False, False)),
    ],
)
def test_the_direction_that_ends_a_kind_of_contact(
    kind: str, direction: tuple[bool, bool], make_event: Callable[..., Event]
) -> None:
    event = make_event("School", "About clothes.", contact_type=kind)
    account = read_account(event, Vocabulary([event], CASE, EVIDENCE, AGENCIES))
    assert account is not None
    assert (account.sent, account.received) == direction


def test_two_kinds_told_as_often_tell_none(make_event: Callable[..., Event]) -> None:
    rows = [
        make_event("Brightwater", "Filed.", author="R Quine, foster carer"),
        make_event("Brightwater", "Filed.", author="S Hill, social worker"),
    ]
    assert Vocabulary(rows, CASE, EVIDENCE, AGENCIES).agency_kinds["Brightwater"] == ""
    assert Vocabulary(rows[:1], CASE, EVIDENCE, AGENCIES).agency_kinds["Brightwater"] == "placement"

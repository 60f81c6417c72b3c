"""Who is to do what, by what each account of one contact says."""

from dataclasses import replace

import pytest

from chronolator.contacts.accounts import take_all_words
from chronolator.contacts.differences.acting import ActionComparer
from chronolator.contacts.differences.attenders import AttenderFinder
from chronolator.contacts.differences.topics import TopicReader
from chronolator.contacts.reading import read_account
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Case
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

from .conftest import make_event

EVIDENCE, AGENCIES = load_evidence(), load_agencies()


def compare(a: tuple[str, str], b: tuple[str, str], outcome: str = "") -> list[tuple[str, ...]]:
    events = [make_event(*a), replace(make_event(*b), outcome=outcome)]
    vocabulary = Vocabulary(events, Case(), EVIDENCE, AGENCIES)
    read = (read_account(event, vocabulary) for event in events)
    accounts = [take_all_words(one) for one in read if one]
    attenders = AttenderFinder(vocabulary)
    topics = TopicReader(vocabulary, attenders)
    found = ActionComparer(vocabulary, attenders, topics).compare(accounts)
    return [tuple(said.words for said in one.said) for one in found]


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            ("Police", "Strategy call. Police to refer to MASH."),
            ("School", "Strategy call. I will refer to MASH."),
            ("Police to refer to MASH", "I will refer to MASH"),
        ),
        (
            ("School", "SW to make referral to CAMHS."),
            ("Social Care", "School would refer to CAMHS."),
            ("SW to make referral to CAMHS", "School would refer to CAMHS"),
        ),
        (
            ("GP", "HV to weigh weekly."),
            ("Health Visiting", "Agreed GP to weigh."),
            ("HV to weigh weekly", "GP to weigh"),
        ),
        (
            ("GP", "Will refer to dietician."),
            ("Health Visiting", "We will refer to dietician."),
            ("Will refer to dietician", "We will refer to dietician"),
        ),
        (
            ("Health Visiting", "To refer to speech therapy."),
            ("School", "HV reports delay. School to refer to speech therapy."),
            ("To refer to speech therapy", "School to refer to speech therapy"),
        ),
        (
            ("Health Visiting", "SW to visit."),
            ("Social Care", "HV to visit."),
            ("SW to visit", "HV to visit"),
        ),
        (
            ("School", "Police will inform grandparents of bail."),
            ("Police", "School agreed to tell grandparents about bail."),
            (
                "Police will inform grandparents of bail",
                "School agreed to tell grandparents about bail",
            ),
        ),
        (
            ("School", "Mother to arrange optician."),
            ("Health Visiting", "School will arrange optician."),
            ("Mother to arrange optician", "School will arrange optician"),
        ),
        (
            ("Housing", "Social worker is to apply for charity grant."),
            ("Social Care", "Housing to apply for grant."),
            ("Social worker is to apply for charity grant", "Housing to apply for grant"),
        ),
        (
            ("School", "SW will complete the graded care profile."),
            ("Social Care", "Actions: HV to complete graded care profile."),
            (
                "SW will complete the graded care profile",
                "HV to complete graded care profile",
            ),
        ),
        (
            ("Probation", "Social worker will chair."),
            ("Social Care", "Probation to chair next one."),
            ("Social worker will chair", "Probation to chair next one"),
        ),
        # What no rule has a verb for is known by the words that both have.
        (
            ("Social Care", "HV to look into nursery funding."),
            ("Health Visiting", "SW to sort nursery funding."),
            ("HV to look into nursery funding", "SW to sort nursery funding"),
        ),
        (
            ("Social Care", "Police to trace father."),
            ("Police", "SW to trace father."),
            ("Police to trace father", "SW to trace father"),
        ),
        (
            ("Health Visiting", "I am to do weekly weights."),
            ("Social Care", "GP to weigh weekly."),
            ("I am to do weekly weights", "GP to weigh weekly"),
        ),
        # Who is to lead or refer stands behind.
        (
            ("School", "TAF. Lead professional: CAMHS."),
            ("CAMHS", "TAF. School to be lead professional."),
            ("Lead professional: CAMHS", "School to be lead professional"),
        ),
        (
            ("Social Care", "Plan to be led by us."),
            ("School", "Plan. Housing to take the lead."),
            ("to be led by us", "Housing to take the lead"),
        ),
        # As minutes tell it.
        (
            ("Social Care", "TAF. Actions: HV - speech referral."),
            ("Health Visiting", "TAF. School: speech referral."),
            ("HV - speech referral", "School: speech referral"),
        ),
        (
            ("GP", "Professionals meeting. Dietetic referral - GP."),
            ("School", "Professionals meeting. SW will make the dietetic referral."),
            ("Dietetic referral - GP", "SW will make the dietetic referral"),
        ),
        (
            ("Housing", "Met SW. Skip to be arranged by CSC."),
            ("Social Care", "Met housing. Housing arranging a skip."),
            ("Skip to be arranged by CSC", "Housing arranging a skip"),
        ),
        (
            ("School", "Core group. Fortnightly weights by the GP."),
            ("Health Visiting", "Core group. HV: fortnightly weights."),
            ("Fortnightly weights by the GP", "HV: fortnightly weights"),
        ),
        # Who has nothing to do.
        (
            ("Police", "MARAC. No actions for police."),
            ("Social Care", "MARAC. Police to put marker on address."),
            ("No actions for police", "Police to put marker on address"),
        ),
        (
            ("Housing", "No role for us."),
            ("Social Care", "Housing to fit a new door."),
            ("No role for us", "Housing to fit a new door"),
        ),
    ],
)
def test_different_people_are_to_act(
    a: tuple[str, str], b: tuple[str, str], words: tuple[str, str]
) -> None:
    assert compare(a, b) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # The same one is meant.
        (("Police", "Police to refer to MASH."), ("School", "Police will refer to MASH.")),
        (("Police", "I will refer to MASH."), ("School", "Police to refer.")),
        (("Social Care", "To refer to CAMHS."), ("School", "SW will refer to CAMHS.")),
        # One is silent, or tells of what was done.
        (("Police", "Police to refer to MASH."), ("School", "Discussed.")),
        (("Police", "Police to refer to MASH."), ("School", "School referred to MASH before.")),
        # Two things.
        (("GP", "GP to refer to CAMHS."), ("School", "School to refer to housing.")),
        (("GP", "GP to refer to dietician."), ("School", "School to refer to optician.")),
        (("School", "SW will complete chronology."), ("Social Care", "HV to complete profile.")),
        (("School", "We will arrange counselling."), ("Social Care", "SW to arrange contact.")),
        # Each tells its own part.
        (("Health Visiting", "I will visit on Friday."), ("Social Care", "SW to visit Tuesday.")),
        (("Health Visiting", "HV to visit."), ("Social Care", "GP to see.")),
        # Several are to act, or it is not said who.
        (("School", "SW and HV to refer to CAMHS."), ("Social Care", "School to refer to CAMHS.")),
        (
            ("School", "SW to refer to CAMHS. GP to refer to paediatrics."),
            ("Social Care", "School to refer to CAMHS."),
        ),
        (("School", "To be referred to CAMHS."), ("Social Care", "School to refer to CAMHS.")),
        (("GP", "Key worker to refer to CAMHS."), ("School", "School to refer to CAMHS.")),
        (("GP", "HV to weigh with mother."), ("Health Visiting", "GP to weigh.")),
        # Not agreed, or not by the one named before.
        (("School", "SW to refer if worse."), ("Social Care", "School to refer.")),
        (("School", "SW will not refer."), ("Social Care", "School to refer.")),
        (("School", "Rang SW to refer."), ("Social Care", "SW to refer.")),
        (("School", "Rang HV to refer."), ("Social Care", "School to refer.")),
        # The one who was seen may be meant.
        (("GP", "To visit the optician."), ("Social Care", "GP says mother to visit optician.")),
        # Several can each do that.
        (("School", "School to update SW."), ("Social Care", "SW to update school.")),
        (
            ("Health Visiting", "I will talk to mum about smoking."),
            ("Social Care", "SW to talk to mum about smoking."),
        ),
        (("School", "School to offer breakfast club."), ("Social Care", "SW to offer advice.")),
        (("Police", "Visit with SW to deliver letter."), ("Social Care", "Police to get letter.")),
        (("Housing", "No role for police."), ("Social Care", "Housing to fit a new door.")),
        # A list of who was there, and what one reported, are no tasks.
        (("School", "TAF. Apologies: HV."), ("Social Care", "TAF. Apologies: school.")),
        (("School", "TAF. HV: no concerns."), ("Health Visiting", "TAF. School: no concerns.")),
        (("School", "TAF. HV: dietetic referral."), ("Health Visiting", "TAF. HV to do it.")),
        (("School", "Skip arranged by CSC."), ("Housing", "Housing arranged a skip before.")),
        # Relatives are called by many names.
        (("GP", "Mother to arrange optician."), ("School", "Nan to arrange optician.")),
        # Of an agency of no known kind it is not known how others call it.
        (("Zebra Trust", "I will refer to CAMHS."), ("School", "Housing to refer to CAMHS.")),
    ],
)
def test_these_do_not_differ(a: tuple[str, str], b: tuple[str, str]) -> None:
    assert compare(a, b) == []
    assert compare(b, a) == []


def test_what_stands_in_the_outcome_counts() -> None:
    a, b = ("School", "SW to refer to CAMHS."), ("Social Care", "Spoke to DSL.")
    assert compare(a, b, "School to refer to CAMHS") == [
        ("SW to refer to CAMHS", "School to refer to CAMHS")
    ]

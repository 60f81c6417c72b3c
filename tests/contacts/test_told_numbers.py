"""Numbers that tell of which incident a row is, or how old the one is whom it is about."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.contacts.lexicon import make_lexicon
from chronolator.contacts.texts import split_words
from chronolator.contacts.told_numbers import find_ages, find_references
from chronolator.model import Contact, Event
from chronolator.rules.evidence import load_evidence

LEXICON = make_lexicon(load_evidence())
NEXT = date(2019, 3, 13)
Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("3M, cut to scalp", "~3 years"),
        ("7F fell from swing", "~7 years"),
        ("4yo pulled from pond", "~4 years"),
        ("4 yr old girl", "~4 years"),
        ("Boy aged 4", "~4 years"),
        ("Gus, 7, from school", "~7 years"),
        ("Lacey (6) says", "~6 years"),
        ("5/52 and well", "~5 weeks"),
        ("11/12, swollen thigh", "~11 months"),
        ("Riley 11m, not moving arm", "~11 months"),
        ("two-year-old in pond", "~2 years"),
    ],
)
def test_an_age(text: str, key: str) -> None:
    assert [one for *_, one in find_ages(split_words(text), LEXICON)] == [key]


@pytest.mark.parametrize(
    "text",
    ["review in 3 months", "known for 3 years", "seen 12/12/19", "room 5, 6, and hall", "bus 14 F"],
)
def test_no_age(text: str) -> None:
    assert not list(find_ages(split_words(text), LEXICON))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Inc 5510. To ED.", ["@5510"]),
        ("By ambulance, incident no. 5510", ["@5510"]),
        ("Crime 77102: account taken", ["@77102"]),
        ("CAD ref: 4411", ["@4411"]),
        ("Crime of 2019", []),
        ("Rang at 1640", []),
        ("Log of calls, 12 in all", []),
    ],
)
def test_a_reference_number(text: str, keys: list[str]) -> None:
    assert [one for *_, one in find_references(split_words(text), LEXICON)] == keys


def test_one_reference_number_tells_of_one_contact_on_the_next_day(
    make_event: Make, link: Link
) -> None:
    told = [
        make_event("Police", "Crime 77102: SW & PC took account from Gus."),
        make_event("Social Care", "Account taken from Gus with PC, crime no. 77102.", day=NEXT),
    ]
    (contact,) = link(told)
    assert 'both have the number "Crime 77102"' in contact.evidence
    other = make_event("Social Care", "Account taken from Gus with PC, crime no. 81.", day=NEXT)
    assert not [one for one in link([told[0], other]) if one.weight >= contact.weight]


def test_one_age_speaks_for_one_contact(make_event: Make, link: Link) -> None:
    (contact,) = link(
        [
            make_event("Ambulance", "5F, fell off bunk. To ED."),
            make_event("Hospital", "By ambulance. Freja, 5, fell off monkey bars."),
        ]
    )
    assert 'both tell of one aged "5F"' in contact.evidence

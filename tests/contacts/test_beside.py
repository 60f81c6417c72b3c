"""Rows of two days that follow each other: one contact with a slip in its date, or two."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Contact, ContactStatus, Event

Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]
VISIT = "Visit to mum at the refuge with {}."
FIRST, SECOND = date(2019, 3, 12), date(2019, 3, 13)


def is_linked(contacts: tuple[Contact, ...]) -> bool:
    return any(one.status is ContactStatus.LINKED for one in contacts)


@pytest.mark.parametrize(
    ("first", "second", "linked"),
    [
        ("", "", True),  # one date is a slip
        ("Back tomorrow with the forms.", "", False),
        ("", "Mum was upset yesterday at the desk.", False),
        ("Mum said she had a bad night last night.", "", True),  # before both
        ("", "To be put right by tomorrow.", True),  # behind both
    ],
)
def test_what_one_says_of_the_other_day_is_of_another_contact(
    first: str, second: str, make_event: Make, link: Link, *, linked: bool
) -> None:
    rows = [
        make_event("Social Care", f"{VISIT.format('refuge worker')} {first}", "10:00", day=FIRST),
        make_event("Refuge", f"{VISIT.format('SW')} {second}", "10:00", day=SECOND),
    ]
    assert is_linked(link(rows)) is linked


@pytest.mark.parametrize(
    ("first", "second", "linked"),
    [("10:00", "10:00", True), ("10:00", "14:30", False), ("23:50", "00:10", True)],
)
def test_another_time_of_another_day_counts_against(
    first: str, second: str, make_event: Make, link: Link, *, linked: bool
) -> None:
    rows = [
        make_event("Social Care", VISIT.format("refuge worker"), first, day=FIRST),
        make_event("Refuge", "Social worker came to see mum.", second, day=SECOND),
    ]
    assert is_linked(link(rows)) is linked


def test_who_had_just_been_was_not_there_together(make_event: Make, link: Link) -> None:
    visit = make_event("Social Care", "Visit to carers. Supervising social worker in kitchen.")
    told = ("Visit to carers, SW there too.", "Visit to carers. SW had just been.")
    linked = [is_linked(link([visit, make_event("Fostering", text)])) for text in told]
    assert linked == [True, False]


def test_a_call_may_be_written_up_the_day_after(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Probation", "Rang SW Nandra re missed appointment.", "16:00", day=FIRST),
        make_event("Social Care", "Probation rang: appointment missed.", "09:10", day=SECOND),
    ]
    assert is_linked(link(rows))

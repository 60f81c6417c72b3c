"""By what names others are meant, and whom nobody saw."""

from collections.abc import Callable

import pytest

from chronolator.model import Contact, DifferenceKind, Event

Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Core group. No sign of mum.", "Core group. Mum came late."),
        ("Core group, in the absence of dad.", "Core group, dad present."),
        ("ICPC. Dad excluded by the chair.", "ICPC. Dad in room, calmed by chair."),
    ],
)
def test_who_was_not_there(make_event: Make, link: Link, a: str, b: str) -> None:
    (contact,) = link([make_event("School", a), make_event("Early Help", b)])
    assert DifferenceKind.ATTENDANCE in {one.kind for one in contact.differences}


def test_childrens_social_care_are_no_children(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Probation", "MAPPA. Children's social care failed to send anyone."),
        make_event("Social Care", "Team manager attended MAPPA."),
    ]
    (contact,) = link(rows)
    assert [one.kind for one in contact.differences] == [DifferenceKind.ATTENDANCE]


def test_a_childrens_home_is_not_meant_by_childrens(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Hospital", "Children's duty SW telephoned with the findings, Leo admitted."),
        make_event("Social Care", "Ward rang duty: findings, Leo admitted."),
        make_event("Children's Home", "Leo's bed kept."),
    ]
    (contact,) = link(rows)
    assert {one.split("-")[1] for one in contact.events} == {"Hospital", "Social Care"}

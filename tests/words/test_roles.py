"""What somebody of the case is, by the role that the case file gives them."""

import pytest

from chronolator.model import Kind
from chronolator.rules.people import load_people
from chronolator.words.book import name_roles
from chronolator.words.roles import Roles

RULES = load_people()
ROLES = Roles({known.words: known for known in name_roles(RULES.words)}, RULES.posts, RULES.kin)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("social worker", Kind.PROFESSIONAL),
        ("family support worker", Kind.PROFESSIONAL),
        ("designated safeguarding lead", Kind.PROFESSIONAL),
        ("parent support adviser", Kind.PROFESSIONAL),
        ("maternal grandmother", Kind.ADULT),
        ("mother's partner", Kind.ADULT),
        ("mother's sister", Kind.ADULT),
        ("brother of the father", Kind.ADULT),
        ("half brother", Kind.SIBLING),
        ("", Kind.ADULT),
    ],
)
def test_of_what_kind_somebody_is(role: str, kind: Kind) -> None:
    assert ROLES.read(role).kind is kind


@pytest.mark.parametrize(
    ("role", "sibling"),
    [
        ("half sister", True),
        ("adult sister", True),
        ("cousin", False),
        ("uncle (brother of Dean)", False),
        ("brother (lives with father)", True),
        ("A&E sister", False),
        ("mother's brother", False),
        ("sister of the father", False),
        ("neighbour", False),
    ],
)
def test_who_is_a_brother_or_a_sister_of_a_child(role: str, sibling: bool) -> None:  # noqa: FBT001  as the table hands it
    assert ROLES.is_sibling(role) is sibling

"""Who was in at a visit, how many parts of the body are hurt, and what is denied beside a harm."""

import pytest

from .test_opposites import compare


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Joint visit. Only gran in.", "Joint visit: gran, dad and aunt at home."),
        ("Joint visit. Mum and dad seen.", "Joint visit. Dad was not in."),
        ("Visit, mum and stepdad in.", "Visit. Stepdad out."),
        ("Visit. Mum in, dad at work.", "Home visit. Mum and dad at home."),
        ("Visit. Dad hovered in hall.", "Visit. Mum let us in, dad not home."),
        ("MARAC. Agencies: police, housing, probation.", "Sent apologies to MARAC."),
        ("Core group: mum, probation.", "Core group missed, diary clash."),
    ],
)
def test_in_and_not_in(a: str, b: str) -> None:
    agencies = ("Police", "Probation")
    there = compare(a, b, agencies=agencies)
    back = compare(b, a, agencies=("Probation", "Police"))
    for told in (there, back):
        assert "attendance" in [kind for kind, *_ in told]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Finger marks to both ears.", "Finger marks on one ear."),
        ("Bruising to two toes.", "Three toes bruised."),
        ("Fracture of 3 left ribs.", "Healing rib fracture, right side."),
        ("Bruise to ear (L).", "Bruise to right ear."),
        ("Skull fracture seen.", "No skull fracture, swelling only."),
        ("No bruises, cut to hand.", "Bruised hand, also cut."),
    ],
)
def test_number_side_and_denial(a: str, b: str) -> None:
    for told in (compare(a, b), compare(b, a)):
        assert "injury" in [kind for kind, *_ in told]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # At home he was not at the meeting.
        ("Met mum at school, dad at home with baby.", "School meeting. Dad did not come."),
        ("Visit. Mum in. Dad in prison.", "Visit. Dad not there. Mum home."),
        ("Visit. Mum said dad had been in bed.", "Visit. Dad was not there."),
        # A name of which no rule knows is not the agency that writes.
        ("TAF. Ms Brown did not attend.", "TAF: mum, police, SW."),
        ("Bruise to cheek, right elbow grazed.", "Bruise to left cheek."),
        ("Bruise to one arm.", "Bruise on left arm."),
        # Three bruises can be on one arm, and a part is told once of each harm.
        ("Three small arm bruises.", "Bruises to one arm."),
        ("One bruise to arm, one graze to leg.", "Bruise on arm, grazes to both legs."),
        ("No bruises, cut to hand.", "Cut to hand."),
        ("No cuts, bruises or grazes.", "No injury."),
        ("No fractures, bruise to thigh.", "Bruise to thigh, survey clear."),
    ],
)
def test_accounts_that_agree(a: str, b: str) -> None:
    assert compare(a, b) == []
    assert compare(b, a) == []


def test_an_order_that_was_refused_is_not_the_order_made() -> None:
    a = "Hearing. Care order refused, supervision order made."
    assert compare(a, "Hearing. Full care order granted.")
    assert compare(a, "Hearing. Supervision order.") == []

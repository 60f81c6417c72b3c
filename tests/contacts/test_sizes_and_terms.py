"""How big a mark is, how many there were, by when a thing is to be done, and what sounds so."""

import pytest

from chronolator.model import Case, Child

from .test_opposites import compare

CASE = Case(children=(Child("Aaron Rudd"), Child("Kit Rudd")))


def list_kinds(a: str, b: str, case: Case | None = None) -> set[str]:
    """The kinds of difference; the same the other way round."""
    there, back = ({one[0] for one in compare(*pair, case=case)} for pair in ((a, b), (b, a)))
    assert there == back
    return there


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bruise about 1cm to lower back.", "5cm x 3cm bruise on lower back."),
        ("Bruise to cheek. 2 x 1 cm, round.", "Bruise of 40 x 30mm to cheek."),
        ("Burn to thigh, 3cm by 2cm.", "Burn to thigh, 10mm."),
        ("Scratch on right wrist.", "Red marks round both of Owen's wrists."),
        ("Bruise to right shin.", "Bruises to left and right shins."),
        ("Burn to back of left hand. No other injury.", "Burn to back of right hand."),
        ("Spiral fracture of humerus.", "Transverse fracture to upper arm."),
        ("Burn to neck from hair dryer.", "Burn to neck, curling tongs."),
    ],
)
def test_marks_of_other_sizes_and_on_other_sides_differ(a: str, b: str) -> None:
    assert "injury" in list_kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bruise about 3cm to lower back.", "30 x 20mm bruise on lower back."),
        ("Bruise of 3cm to back.", "Bruise of 3.5cm to back."),
        ("Bruises of 3cm and 1cm to back.", "Bruise of 1cm to back."),
        ("Bruise to back. Height 104cm, well grown for his age.", "Bruise to back, 2cm."),
        ("Bruises on both lower legs.", "Bruises to left and right shins."),
        ("Burn dorsum L hand. No other injury.", "Burn to back of left hand."),
        ("Skull fracture, fell from sofa around 5.", "Skull #. Fell off sofa approx 5am."),
        # What sounds like a harm or a cause, and tells of none.
        ("Playing in the sand, has cut down on noise.", "Came to the door to see us."),
        ("Bruise to shin from a fall.", "Bruise to shin. Opened the door to us."),
    ],
)
def test_marks_of_one_size_do_not(a: str, b: str) -> None:
    assert "injury" not in list_kinds(a, b)


def test_another_childs_football_is_no_cause() -> None:
    a = "Aaron has a bruise to his arm, fell off the sofa."
    b = "Aaron has a bruise to his arm. Kit in and out of the yard with his football."
    assert "injury" not in list_kinds(a, b, CASE)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Found with three other youths.", "Found with one other lad."),
        ("Mother and three siblings to refuge.", "Mum and 1 sibling admitted to refuge."),
        ("Proceedings to be issued within 5 working days.", "Legal to issue by end of October."),
        ("Boiler to be mended within 24 hours.", "Boiler to be mended by end of May."),
        ("Panel: community resolution agreed.", "Panel: youth caution agreed."),
        ("Charge of robbery withdrawn.", "Found guilty of robbery."),
        ("Six people living in the flat.", "Four people at the flat."),
        ("Children left with MGM.", "Children left with PGM."),
        ("Excluded for bringing in a knife.", "Suspended for hitting a teacher."),
        ("Mother said that he left on Sunday.", "He is still at the house."),
        ("Is to move to paternal aunt.", "Is to go to long term foster carers."),
    ],
)
def test_numbers_days_and_outcomes_that_exclude_each_other_differ(a: str, b: str) -> None:
    assert "other" in list_kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Found with three other youths.", "Found with 3 other boys."),
        ("Mother and two siblings seen, 1 sibling at school.", "Mother and two siblings seen."),
        ("Report to be done within 2 weeks.", "Report to be done within 10 working days."),
        ("Report to be done within 2 weeks.", "Boiler to be mended within 24 hours."),
        ("Boiler out, order raised.", "No heating, heaters lent."),
        ("Interview of the suspect in custody.", "No comment interview. Released on bail."),
        ("No further police action.", "PPN received. Outcome: single assessment."),
        ("Children left with gran.", "Children left with PGM."),
        ("Children left with MGM.", "Children left with mum's mum."),
        ("Baby home on Thursday with MGM staying.", "Baby can go home with mum."),
        ("Had community resolution before, youth caution now.", "Youth caution."),
        ("Talk with H Stace (CSC) and Dr Obi.", "Talk with Dr Obi (paeds) and H Stace."),
    ],
)
def test_those_that_can_both_be_do_not(a: str, b: str) -> None:
    assert "other" not in list_kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Core group. SW on leave, no cover sent.", "Core group led by social worker."),
        ("Conference, no GP available. Report sent.", "Conference. GP attended by phone."),
        ("Strategy meeting, no health rep.", "Named nurse dialled in to strategy meeting."),
        ("Joint home visit. Dad at work.", "Joint home visit. Mum and dad both in."),
        ("Meeting. Kit and nan attended with SENCO.", "Meeting with Kit and her mother."),
    ],
)
def test_who_was_there_differs(a: str, b: str) -> None:
    assert "attendance" in list_kinds(a, b, CASE)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Saw Kit at school, no family member present.", "Kit told us mum was in the bathroom."),
        ("Kit alone in the cafe. Hates school.", "SW visit to Kit. They went for a milkshake."),
        ("Meeting. Kit and nan attended. Mum by phone.", "Meeting with Kit and her mother."),
    ],
)
def test_who_was_there_does_not(a: str, b: str) -> None:
    assert "attendance" not in list_kinds(a, b, CASE)

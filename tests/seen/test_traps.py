"""Sentences that sound like a sighting of the child and are none."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
TRAPS = [
    ("CSC", "Mother and Mr Smith seen. Both were well."),
    ("Police", "Mother at the door, child in the bath, officers not let in."),
    ("CSC", "Entry not gained. Child crying in the back room."),
    ("HV", "Mum showed me the baby on her phone."),
    ("CSC", "Carpets seen to be dirty."),
    ("CSC", "Seen by manager and signed off."),
    ("CSC", "Text seen on mother's phone."),
    ("CSC", "Mum seen at school gate."),
    ("CSC", "Mother happy. Playing with phone throughout."),
    ("CSC", "Child's mother appeared tired."),
    ("CSC", "Child's father said he was present at the birth."),
    ("CSC", "Worker met with mother and her friend."),
    ("CSC", "Child's school saw mother today."),
    ("CSC", "Spoke to child's teacher."),
    ("CSC", "Visit to child's school. Spoke with DSL."),
    ("CSC", "Mother described child as happy and settled."),
    ("CSC", "Child reportedly well."),
    ("CSC", "Child presented to panel."),
    ("CSC", "Child presented at legal gateway meeting."),
    ("CSC", "Child known to CAMHS."),
    ("CSC", "Child has asthma and is seen by the hospital."),
    ("CSC", "Child is living with grandmother and is happy there."),
    ("CSC", "Child placed with foster carers in May."),
    ("CSC", "Child was born at 28 weeks."),
    ("CSC", "Child removed from plan."),
    ("CSC", "Child found to be at risk of harm."),
    ("CSC", "Child discussed at core group."),
    ("CSC", "Child dressed inappropriately according to neighbour."),
    ("CSC", "Email from GP: child examined last week."),
    ("CSC", "Letter from hospital: child attended A&E with a fracture."),
    ("CSC", "Notification of A&E attendance. Child seen with head injury."),
    ("CSC", "Referral from school: child has a bruise."),
    ("CSC", "Contact from police. Child was found wandering."),
    ("CSC", "Health visitor reports that baby was weighed and is gaining weight."),
    ("CSC", "Nursery reports child arrives hungry."),
    ("CSC", "Child's attendance is good. Child always happy."),
    ("CSC", "Mother brought photographs of the child."),
    ("CSC", "Mother was holding a baby doll."),
    ("Police", "Child seen on CCTV."),
    ("Police", "Child arrested in 2015 for theft."),
    ("Police", "Child linked to county lines."),
    ("Police", "Suspect arrested. Child was in the house at the time."),
    ("Police", "Informant states that child was hit by mother."),
    ("Police", "Child reported to be sleeping on the streets."),
    ("School", "Mother collected work for child."),
    ("School", "Attended TAF meeting."),
    ("School", "Went to strategy meeting."),
    ("School", "Spoke with mum at the gate, said all ok."),
    ("School", "Child back next week."),
    ("School", "In school meeting with mum."),
    ("School", "Sibling in class today."),
    ("School", "Child late 14 times this term."),
    ("HV", "Baby due in March."),
    ("HV", "Weight to be checked at next clinic."),
    ("HV", "Baby weighed by mum at home."),
    ("HV", "Toddler group attended by mum."),
    ("GP", "Medication review. BP 130/80."),
    ("GP", "Child safeguarding code added."),
    ("GP", "Examination of records completed."),
    ("GP", "Seen in A&E yesterday."),
    ("Hospital", "Mother attended with abdominal pain. Discharged home."),
    ("Hospital", "Father presented to ED intoxicated. Examined."),
    ("Hospital", "Bed meeting. Child awaiting transfer."),
    ("Probation", "Attended. Child is a bit unwell."),
    ("Probation", "Weighed up options. Seen to be engaging."),
    ("Adult Mental Health", "Reviewed in clinic. Mood improved."),
    ("Drugs", "Attended with partner."),
    ("Housing", "Seen by housing officer at office."),
    ("Midwifery", "Seen at 20 weeks, all well."),
    ("YOS", "Father attended."),
    ("CSC", "Child seen: no."),
    ("CSC", "Child seen - no."),
    ("CSC", "Child seen? Not this time."),
    ("CSC", "Child seen (N)"),
    ("CSC", "Child was neither seen nor spoken to."),
    ("CSC", "Child was hardly seen."),
    ("CSC", "No eyes on the child."),
    ("CSC", "At no point was the child seen."),
    ("CSC", "Child's bedroom seen, clean and tidy."),
    ("CSC", "Child's cot seen, appeared clean."),
    ("CSC", "CP visit by video call. Child waved."),
    ("CSC", "Child seen via FaceTime."),
    ("CSC", "Photograph received from grandmother. Child looked well."),
    ("CSC", "Child was seen playing in the street by neighbour."),
    ("CSC", "All seen except for the child."),
    ("CSC", "Wrong child. Child seen."),
    ("CSC", "Left without getting in or setting eyes on the child."),
    ("CSC", "Worker did not see or speak to the child."),
    ("CSC", "Seen over Zoom. Child waved."),
    ("CSC", "Father said by phone that the neighbour's lad was seen."),
    ("School", "Told mum that lateness must improve."),
    ("School", "Last day of term. Reports sent home."),
    ("Hospital", "Results for the child reviewed."),
    ("Police", "CCTV from the shop. Child seen with an older male."),
]


@pytest.mark.parametrize(("agency", "text"), TRAPS)
def test_is_no_sighting(ask: Ask, ask_weighed: Ask, agency: str, text: str) -> None:
    assert ask(text, agency)["the", Question.SEEN].answer is not Answer.YES
    assert ask_weighed(text, agency)["the", Question.SEEN].answer is not Answer.YES


@pytest.mark.parametrize(
    "text",
    [
        "Robin Smith seen at school.",
        "Other Robin in Year 3 seen by the nurse.",
        "Stop check. Two children in rear seat.",
        "They were seen at the shop.",
    ],
)
def test_who_may_be_another_is_not_sure(ask: Ask, ask_weighed: Ask, text: str) -> None:
    case = Case(children=(Child("Robin Ashdown"),))
    for asked in (ask, ask_weighed):
        assert asked(text, "Police", case)["Robin", Question.SEEN].answer is not Answer.YES

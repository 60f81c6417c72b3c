"""How an injury came about, where it is and whose it is, in the words of two accounts."""

import pytest

from chronolator.model import Case, Child

from .test_opposites import compare

CASE = Case(children=(Child("Aaron Rudd"), Child("Kit Rudd")))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # A fracture in short, its history after another sentence, and who is only holding the baby.
        (
            "# R wrist. Seen with mum. Hx fell off trampoline.",
            "Deformity R wrist, pushed by brother.",
        ),
        ("Ankle #, no explanation.", "# ankle, she twisted it."),
        ("Infant in mother's arms, no inj.", "Red mark to forehead of infant."),
        # One tells how it came about and names no harm; "no others" is of all places.
        ("Broken arm, pulled by a sibling.", "Parents said that he fell off the bed."),
        ("One bruise to shin, no others.", "Bruises to shins and chest."),
        ("Graze to knee, nowhere else.", "Graze to knee and bruise to arm."),
        ("Swollen R thigh.", "Swollen L thigh, # femur."),
        ("# L tibia, says leg was caught in cot.", "Broken right shin, leg caught in cot."),
        # A part that is clear.
        ("Cuts to thighs.", "Cuts, legs not affected."),
        ("Bruise to neck.", "Bruise to arm, face and neck were clear."),
        ("Finger shapes, both arms.", "Rolled her sleeves up, nothing on either arm."),
        ("Graze to knee.", "Graze to chin, nothing on her knee."),
        ("Swollen wrist.", "Ankle puffed up."),
        ("Black eye, left side.", "Black eye (R)."),
        ("# left 6th and 7th ribs.", "Two fractures, ribs on the right."),
        ("Arm limp, L, fell off trike.", "Holding her right arm."),
        ("Marks low back, left.", "Marks, R shoulder blade."),
        # How somebody was struck, or what illness it was; also of a part of which no harm is told.
        ("Bruise to cheek, punched.", "Bruise to cheek, slapped by dad."),
        ("Swollen jaw after a punch.", "Swollen jaw due to an abscess."),
        ("Says of her knee: came off her scooter.", "Her knee was from a kick."),
        ("Cut over ear, bf throwing the remote at her.", "Cut over ear, he chucked a mug at her."),
        ("Fall from sofa per father, lump on head.", "Tumbled down the stairs. Lump on head."),
        # With what.
        ("Cut to arm, slashed with a bottle.", "Cut to arm by kitchen knife."),
        ("Line behind knee, car seat buckle.", "Bruise behind knee from sling strap."),
        # From what somebody fell, also where no rule knows the thing.
        ("Cut to head, fell down the stairs.", "Cut to head, fell from worktop."),
        ("Fallen from a wall. Bruise to arm.", "Bruise to arm. Fell off the shed."),
        ("Bruise to arm, walked into a shelf.", "Bruise to arm, caught it on the gate."),
        # An accident or not.
        ("Bruise from football.", "Bruise, uncle grabbed him."),
        ("Cuts to arm, self inflicted.", "Cuts to arm, pushed through glass."),
        ("Scratch from the cat.", "Scratch from the dog."),
        ("Bruise to ear, no explanation.", "Bruise to ear, fell off bed."),
        ("Bruise, yellow.", "Fresh bruise."),
        ("X-ray of wrist: no fracture.", "Buckle fracture of wrist."),
        ("Bruising in keeping with play.", "Bruising suspicious."),
        ("Scratches to neck.", "No scratches to face or neck."),
        ("Three bruises to back.", "One bruise on back."),
        ("Four linear marks to leg.", "1 red mark to leg."),
        ("Mother, cut to thigh.", "Female, cut to hand."),
        ("Cut to lip.", "Skin clear."),
        # Where, and what.
        ("Bruises to both cheeks.", "Bruise to right cheek."),
        ("Grazed knee, swollen lip.", "Grazed knee, black eye."),
        ("Blue spot on back.", "Bruise to his back."),
        ("Sprained wrist.", "Broken left wrist."),
        # Many is neither one nor two; a place can be spared; a mark is more than nothing.
        ("Multiple bruises to arm.", "Single bruise to arm."),
        ("Bruises on both arms.", "Bruise on back, none on arms."),
        ("Female with a swollen eye.", "No visible injury to female."),
        # Those who came with the child are not the ones who are hurt.
        (
            "With Kit and auntie. Grip marks, right upper arm.",
            "Kit seen, aunt here: bruising both upper arms.",
        ),
    ],
)
def test_injuries_that_cannot_be_the_same(a: str, b: str) -> None:
    for told in (compare(a, b), compare(b, a)):
        assert [kind for kind, *_ in told] == ["injury"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cut to head, fell down the steps.", "Cut to head, fell down stairs."),
        ("Bruise to arm.", "No bruises to face."),
        ("Bruise to arm.", "No new bruises."),
        ("Two bruises to arm.", "Bruise to arm."),
        ("Multiple bruises to arm.", "Five bruises to arm."),
        ("Bruises on both arms.", "Bruises on arms, none on face."),
        ("Two bruises to arm, one bruise to leg.", "Two bruises to arm."),
        ("Cut to head, fell.", "Cut to head, fell off the swing."),
        ("Bruise to arm, hurt while playing.", "Bruise to arm, fell off sofa."),
        ("Cut on chin, fell off settee.", "Fell off couch, cut to chin."),
        ("Fell in the garden. Graze to knee.", "Graze to knee, fell on the floor."),
        ("Bruises to both knees.", "Bruise to left knee and to right knee."),
        ("Bruise to arm and leg.", "Bruise to arm."),
        ("Window broken.", "Bruise to arm."),
        ("Carpet burn to knee.", "Graze to knee."),
        ("Bruise to leg.", "Bruise to leg, nothing on his arms."),
        ("Skin off her knee.", "Grazed knee."),
        # No side, and no fall.
        ("Bruise to face, both seen.", "Bruise to left side of face."),
        ("Bruise on arm on the right day.", "Bruise on left arm."),
        ("Bruise to arm. Came down the stairs to show us.", "Bruise to arm. Says dad hit him."),
    ],
)
def test_injuries_that_can_be_the_same(a: str, b: str) -> None:
    assert compare(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "number"),
    [
        ("Met with mum to talk of bruise on Kit's arm.", "Kit: bruise to leg.", 1),
        ("Tenant's son has bruise to arm.", "Bruise to leg.", 1),
        ("Mum grabbed him by the wrist, bruise to wrist.", "Bruise to leg.", 1),
        ("Aaron has cut to arm.", "Cut to Kit's leg.", 0),
        ("Bruise to mother's left arm.", "Bruise to leg.", 0),
        ("Bruise, like mother's", "Bruise, mum hit", 0),
        ("Patient stabbed in arm.", "Stab wound to leg.", 1),
        ("Patient stabbed in arm.", "Child has stab wound to leg.", 0),
        # One injury of a child told in two sentences.
        ("Aaron has scratch to neck. Scar on knee.", "Scratch to neck.", 0),
    ],
)
def test_whose_injury_it_is(a: str, b: str, number: int) -> None:
    told = compare(a, b, case=CASE)
    assert sum(kind == "injury" for kind, *_ in told) == number


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Partner punched her in the stomach.", "Partner punched her in the face.", True),
        ("Mum punched in the stomach.", "Mum kicked in the head.", True),
        # A blow need leave no mark, and a mark may be of another.
        ("Punched him in the stomach.", "Bruise to stomach.", False),
        ("Partner punched her in the face.", "Bruise to arm.", False),
        ("Partner punched her in the face.", "He did not punch her in the leg.", False),
    ],
)
def test_where_a_blow_landed(a: str, b: str, *, differ: bool) -> None:
    for told in (compare(a, b), compare(b, a)):
        assert [kind for kind, *_ in told] == ["injury"] * differ


def test_how_many_stairs_is_no_other_cause() -> None:
    assert compare("Fell down 12 stairs, cut to arm.", "Cut to arm, fell down stairs.") == []

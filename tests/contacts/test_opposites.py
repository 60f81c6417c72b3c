"""What accounts of one contact say that cannot both be so: who, when, how long, yes or no."""

from dataclasses import replace

import pytest

from chronolator.contacts.differences import Comparer
from chronolator.contacts.reading import read_account
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Case, Child
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

from .conftest import make_event

EVIDENCE, AGENCIES = load_evidence(), load_agencies()
Told = list[tuple[str, ...]]


def compare(
    a: str,
    b: str,
    *,
    agencies: tuple[str, str] = ("Police", "Social Care"),
    case: Case | None = None,
    outcome: str = "",
) -> Told:
    events = [
        make_event(agencies[0], a),
        replace(make_event(agencies[1], b), outcome=outcome),
    ]
    vocabulary = Vocabulary(events, case or Case(), EVIDENCE, AGENCIES)
    accounts = [one for event in events if (one := read_account(event, vocabulary))]
    found = Comparer(vocabulary).find_differences(accounts, {})
    return [(one.kind.value, *(said.words for said in one.said)) for one in found]


def tell_apart(a: str, b: str) -> tuple[str, ...] | None:
    """The words of the only difference; the same the other way round."""
    there, back = compare(a, b), compare(b, a)
    assert [set(one) for one in there] == [set(one) for one in back]
    assert len(there) <= 1
    return there[0] if there else None


def test_without_somebody_in_the_room_no_room_is_denied() -> None:
    a = "Interview with DC, without gran in the room."
    assert compare(a, "Interview. Gran in waiting room.") == []


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "Mother agreed to a nursery place.",
            "Nursery place offered, mother declined.",
            ("other", "Mother agreed to a nursery place", "mother declined"),
        ),
        (
            "Safety plan was refused by father.",
            "Talked to father about safety plan. Signed safety plan.",
            ("other", "Safety plan was refused by father", "Signed safety plan"),
        ),
        (
            "Father denies smacking her.",
            "Father admits he slapped her.",
            ("other", "Father denies smacking her", "Father admits he slapped her"),
        ),
        (
            "Sam came with gran. Sam no thoughts of self harm.",
            "Sam said he is still cutting.",
            ("other", "Sam no thoughts of self harm", "Sam said he is still cutting"),
        ),
        (
            "Stepdad living at the address.",
            "Partner has moved out.",
            ("other", "Stepdad living at the address", "Partner has moved out"),
        ),
        (
            "Kitchen filthy, baby smiling.",
            "House clean.",
            ("other", "Kitchen filthy", "House clean"),
        ),
    ],
)
def test_of_one_person_or_thing_the_opposite_is_said(a: str, b: str, said: tuple[str, ...]) -> None:
    case = Case(children=(Child("Sam Rudd"),))
    assert compare(a, b, case=case) == [said]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Another person, another thing.
        ("Mother agreed to counselling.", "Father refused counselling."),
        ("Mother agreed to counselling.", "Mother refused nursery place."),
        ("Kitchen filthy.", "Teeth clean."),
        # One takes both sides, or is silent.
        (
            "Mother first refused counselling, then agreed counselling.",
            "Mother agreed counselling.",
        ),
        ("Mother agreed to counselling.", "Counselling explained to mother."),
        ("Mother agreed to counselling.", "If mother refused counselling, to escalate."),
        ("Mother and father there, agreed to counselling.", "Refused counselling."),
    ],
)
def test_of_another_person_or_thing_no_opposite_is_said(a: str, b: str) -> None:
    assert tell_apart(a, b) is None


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Child left with aunt.", "Stays with his neighbour.", "aunt"),
        ("Child left with mother's neighbour.", "Stays with mother.", "neighbour"),
        ("Child brought by father.", "Grandmother had brought him.", "brought by father"),
        ("Rung by neighbour.", "Mother dialled 999.", "Rung by neighbour"),
        ("Gran and uncle to collect him.", "Father to collect him.", "Gran and uncle to collect"),
        ("Minded by a cousin, care of a 16 year old cousin.", "Aunt babysitting.", "cousin"),
        ("Baby with maternal aunt.", "Baby left with pat uncle.", "Baby with maternal aunt"),
    ],
)
def test_two_people_do_what_one_does(a: str, b: str, said: str) -> None:
    found = tell_apart(a, b)
    assert found is not None
    assert any(said in one for one in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Child left with aunt.", "Aunt spoken to."),
        ("Child left with mum.", "Stays with parents."),
        ("Child left with gran.", "Not to stay with father."),
        ("Child left with gran and uncle.", "Staying with uncle."),
        ("Gran and uncle to collect him.", "Uncle will collect."),
    ],
)
def test_the_same_people_do_it_or_one_is_silent(a: str, b: str) -> None:
    assert tell_apart(a, b) is None


def test_who_did_an_injury_is_of_the_injury() -> None:
    told = compare("Bruise to arm, pushed by uncle.", "Bruise to arm, aunt pushed him.")
    assert told == [("injury", "pushed by uncle", "aunt pushed")]
    told = compare("Uncle shouted in street.", "Aunt shouted in street.")
    assert told == [("other", "Uncle shouted", "Aunt shouted")]


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "Next core group 14 May.",
            "Review date 21st May.",
            ("other", "Next core group 14 May", "Review date 21st May"),
        ),
        (
            "Eviction set for 12/07.",
            "Eviction due May 12.",
            ("other", "Eviction set for 12/07", "Eviction due May 12"),
        ),
        (
            "Next home visit agreed for Tuesday.",
            "Next home visit Thurs.",
            ("other", "Next home visit agreed for Tuesday", "Next home visit Thurs"),
        ),
        # 14 May 2019 was a Tuesday.
        (
            "Next core group Wednesday.",
            "Next core group on May 14.",
            ("other", "Next core group Wednesday", "Next core group on May 14"),
        ),
    ],
)
def test_one_thing_is_fixed_for_two_days(a: str, b: str, said: tuple[str, ...]) -> None:
    assert compare(a, b) == [said]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Next core group 14 May.", "Next core group Tuesday 14th May."),
        ("Next core group Tuesday.", "Next core group on 14 May."),
        ("Next core group 14 May.", "Eviction due 12 July."),
        ("Bruise first noticed 4 May.", "Next core group 14 May."),
        # The row's own day is no day to come.
        ("Core group of 12 March. Review to follow.", "Review date 14 May."),
        # It is not known which is meant.
        ("Next visit 14 May. Next visit 28 May.", "Next visit 21 May."),
    ],
)
def test_no_two_days_for_one_thing(a: str, b: str) -> None:
    assert tell_apart(a, b) is None


def test_each_may_fix_a_day_of_its_own() -> None:
    assert compare("I will visit again Tuesday.", "SW to visit again Thursday.") == []
    (told,) = compare("SW to visit again Tuesday.", "I will visit again Thursday.")
    assert told[0] == "other"


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "No concerns re hygiene.",
            "Concerns about hygiene.",
            ("other", "No concerns re hygiene", "Concerns about hygiene"),
        ),
        ("No weapons.", "Weapon in hall.", ("other", "No weapons", "Weapon in hall")),
        ("No concerns re hygiene.", "Concerns about arrears.", None),
        ("No weapons.", "Asked about weapons.", None),
        ("No weapons seen, weapon found later.", "Weapon in hall.", None),
        # Whatever is denied, in any form of the word.
        (
            "Mum has not collected antidepressants for three months.",
            "Mum collecting her tablets every month.",
            (
                "other",
                "Mum has not collected antidepressants for three months",
                "Mum collecting her tablets every month",
            ),
        ),
        ("No extractions.", "Tooth extracted.", ("other", "No extractions", "Tooth extracted")),
        (
            "No record of any fall.",
            "Told of fall at nursery.",
            ("other", "No record of any fall", "Told of fall at nursery"),
        ),
        # What is needed is not there yet; what is another's or of another thing is no matter.
        ("No stair gate.", "Stair gate needed.", None),
        ("Mother not invited.", "Father invited.", None),
        ("No letter from landlord.", "Letter from bank shown.", None),
    ],
)
def test_what_one_denies_another_affirms(a: str, b: str, said: tuple[str, ...] | None) -> None:
    assert compare(a, b) == ([said] if said else [])


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "Supervision order, 6 months.",
            "Supervision order made for one year.",
            ("other", "Supervision order, 6 months", "Supervision order made for one year"),
        ),
        ("Excluded for 4 weeks.", "Excluded for one month.", None),
        ("Excluded for 4 weeks.", "Away for two days.", None),
        ("Excluded for 4 weeks, now 2 days left.", "Excluded for two days.", None),
        (
            "Smoking 10 a day.",
            "Smokes 20 per day.",
            ("other", "10 a day", "20 per day"),
        ),
        ("Smoking 10 a day.", "Rings 20 a week.", None),
        ("Missed two appts.", "Missed 3 appointments.", ("other", "two appts", "3 appointments")),
        ("DASH 16.", "DASH scored 11.", ("other", "DASH 16", "DASH scored 11")),
        ("DASH 16.", "EPDS 11.", None),
        ("DASH 16, then 11.", "DASH was 16.", None),
        (
            "Curfew 7pm to 7am.",
            "Curfew is 9 pm - 6am.",
            ("other", "7pm to 7am", "9 pm - 6am"),
        ),
        ("Curfew 7.00pm to 7am.", "Curfew 7pm until 7am.", None),
        ("Arrears of £1,200.", "Rent arrears £450.", ("other", "£1,200", "£450")),
        ("Arrears of £1,200.", "Rent arrears £1200.00.", None),
    ],
)
def test_how_long_and_how_often(a: str, b: str, said: tuple[str, ...] | None) -> None:
    assert compare(a, b) == ([said] if said else [])


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Child lively.", "Quiet talk, pale.", ("other", "Child lively", "pale")),
        ("Child lively.", "Mother pale.", None),
        ("Gran lively.", "Mother pale.", None),
    ],
)
def test_how_the_child_was(a: str, b: str, said: tuple[str, ...] | None) -> None:
    assert compare(a, b) == ([said] if said else [])


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "Core group, mum and housing.",
            "Core group. Mum failed to join.",
            ("attendance", "Core group, mum", "Mum failed to join"),
        ),
        ("Core group, mum and housing upset.", "Core group. Mum failed to join.", None),
        (
            "Core group. No one from police came.",
            "Police present at core group.",
            ("attendance", "No one from police came", "Police present"),
        ),
        ("Core group. No one from police came.", "Core group, police absent.", None),
        ("Core group. Mum not here.", "Core group. Sat with YP, away from mum.", None),
        (
            "Core group. All there except police.",
            "Core group, police present.",
            ("attendance", "All there except police", "Core group, police present"),
        ),
    ],
)
def test_who_came(a: str, b: str, said: tuple[str, ...] | None) -> None:
    assert compare(a, b) == ([said] if said else [])


def test_the_centile_is_a_measure() -> None:
    assert compare("Weight 25th centile.", "On 50th centile.") == [
        ("other", "25th centile", "50th centile")
    ]


def test_what_was_decided_counts_as_said() -> None:
    told = compare("Gran to collect him.", "Talked.", outcome="Father to collect him, 14 May")
    assert told == [("other", "Gran to collect him", "Father to collect him")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # To whom it was done is not who did it.
        ("Mother was assaulted.", "Assaulted by father."),
        ("Mother hit, father arrested.", "Father hit mother."),
        # A word that is also a day.
        ("Next visit: he sat on floor.", "Next visit Tuesday."),
        ("Bins put out by Tuesday.", "Bins put out on Friday."),
        # Two things, each with its own day.
        ("Case review booked for 14 May.", "Core group next 21 May."),
        # Of another person or thing.
        ("Window was closed.", "Crime recorded."),
        ("Mother fled to refuge.", "Father arrested."),
        ("Mother negative for cocaine.", "Father tested positive."),
        ("Mother was positive on plan.", "Mother tested negative."),
        ("First time mother.", "Hit several times."),
        ("Child was late for school.", "Mother on time for meeting."),
        ("No answer.", "Mother in debt."),
        ("Arrears reduced.", "Arrears outstanding."),
        # Who goes or calls does not have the child, or tell of it.
        ("Father went to aunt.", "Child left with gran."),
        ("Called by gran.", "Call from aunt."),
        ("Gran collected benefits.", "Father to collect child."),
        ("Mother to collect prescription.", "Father to collect child."),
        # What a claim holds is not denied by its noun alone.
        ("No contact from gran.", "In contact by letter."),
        ("No conditions.", "Home conditions seen."),
        ("No order.", "House in order."),
        ("No role.", "Talked of role play."),
        ("No support.", "Support plan shared."),
    ],
)
def test_what_only_looks_opposed_is_no_difference(a: str, b: str) -> None:
    assert tell_apart(a, b) is None


def test_how_long_is_told_in_the_order_of_the_account() -> None:
    a, b = "Bail with curfew order, 6 months.", "Order and bail for one year."
    (told,) = compare(a, b)
    assert told[1] == "curfew order, 6 months"


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "Mia was found at the bus station.",
            "Mia found in a hotel.",
            ("other", "found at the bus station", "found in a hotel"),
        ),
        # Of another, of another thing, or in other words for the same.
        ("Mia was found at the bus station.", "Ben found in a hotel.", None),
        ("Heroin found in the loft.", "Knife found in his bag.", None),
        ("Mia was found at the bus station.", "Mia found at bus stn.", None),
        ("Mia was found at the bus station.", "Mia found at an address.", None),
        ("Mia was found at the bus station.", "Mia found in a cafe by the station.", None),
        (
            "Bruise to leg, says dad hit him with a stick.",
            "Bruise to leg, struck with a phone.",
            ("injury", "hit him with a stick", "struck with a phone"),
        ),
        (
            "Says dad threatened him with a stick.",
            "Threatened with a phone.",
            ("other", "threatened him with a stick", "Threatened with a phone"),
        ),
    ],
)
def test_two_things_behind_one_kind_of_phrase(a: str, b: str, said: tuple[str, ...] | None) -> None:
    assert compare(a, b) == ([said] if said else [])


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Mother declined blood tests.", "Permission given for blood tests.", True),
        ("Mother declined blood tests.", "Father gave permission for blood tests.", False),
        ("Mother declined blood tests.", "Permission given for photographs.", False),
        # A name tells whose it is, and nothing of what.
        ("Ben not collected.", "Saw that Ben has started well.", False),
    ],
)
def test_one_matter_that_is_so_or_not(a: str, b: str, *, differ: bool) -> None:
    assert bool(compare(a, b)) is differ
    assert bool(compare(b, a)) is differ


def test_a_childs_name_is_any_word_for_the_child() -> None:
    case = Case(children=(Child("Robin Ashdown", None, ("Robin",)),))
    a, b = "Ward meeting. Father can see Robin twice weekly.", "Ward meeting. No visits agreed."
    assert [kind for kind, *_ in compare(a, b, case=case)] == ["other"]

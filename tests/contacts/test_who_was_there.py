"""Who was there and who not, and who is to act, in ways that a list of words writes out."""

import pytest

from chronolator.model import Case, Person

from .test_opposites import compare


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Core group. Police could not join.", "Core group, police present."),
        ("Core group, mum too unwell to attend.", "Core group: mum, GP."),
        ("Core group. Mum was quiet.", "Core group. Mum did not make it."),
        ("Core group. Client failed to attend.", "Core group. Mother arrived late."),
        ("Visit. Only mum was in.", "Visit. Mum and her partner at home."),
        ("Visit. Partner was not seen.", "Visit. Partner came down."),
        ("Core group. Uncle came.", "Core group. Uncle did not make it."),
        ("Core group: mum, dad.", "Core group with mum, no father."),
        ("Core group with mum and her partner.", "Core group, mum came alone."),
        ("Core group. Mum there.", "Core group went ahead, no family."),
        ("CIN meeting. Mum, dad, HV.", "CIN meeting. Mum came, dad did not."),
        ("Core group, GP on phone.", "Core group. Apologies rec'd from GP."),
        ("Core group. GP took part by phone.", "Core group. GP not on the call."),
        ("Parents' evening, dad came.", "Parents' evening. Only mum came."),
        ("Core group at school, mum, dad and me, plan agreed.", "Core group. Dad never showed."),
        ("Court hearing. Father in court.", "Court hearing. Dad did not come to court."),
        ("Core group. Mum and dad spoke.", "Core group. Dad excluded from the room."),
        # Who is known by a name alone, which both accounts have.
        ("Core group. Mr Boateng came.", "Core group. Mr Boateng stayed away."),
        # Of "mum's sister" the sister alone is meant.
        ("TAF. Mum's sister came.", "TAF. Mum's sister stayed away."),
        ("Core group. Mum's sister came.", "Core group. Mum came alone."),
        ("Visit. Interpreter was there.", "Visit. Interpreter did not turn up."),
        ("TAF, dad kept out by the chair.", "TAF. Dad was there throughout."),
        (
            "Core group. FOB keeping away.",
            "Core group. Father had come for the first time.",
        ),
        ("Panel. Mum not well enough.", "Panel. Mum came."),
        ("ICPC. Mother chose to stay away.", "ICPC by Teams. Mum joined on screen."),
        # A list of which no rule knows all, the last of whom goes on.
        ("TAC. Mum, head of year, me.", "TAC. Mum didn't come."),
        ("PEP meeting by Teams: mum, virtual school, GP.", "PEP meeting. GP could not get to it."),
        ("TAC. Mum, lead worker, dad took notes.", "TAC. Mum stayed away."),
        ("TAC. Mum and her new partner, mentor.", "TAC. Mum by herself today."),
        ("Core group. Mum, dad, HV there.", "Core group. Mum came, dad in work."),
        ("Strat meeting. SW, HV gave weights.", "Strat. Nothing from HV, they sent no one."),
        # A mother's mother is another.
        ("Core group. Mum, HV there.", "Core group. Mum stayed away, her mother came."),
        # From afar, or in the room.
        ("TAC. Dad by phone.", "TAC. Dad came with his brother."),
        ("Visit with SW. Father let us in.", "Joint visit. Partner there, not dad, at work."),
    ],
)
def test_there_and_not_there(a: str, b: str) -> None:
    for told in (compare(a, b), compare(b, a)):
        assert [kind for kind, *_ in told] == ["attendance"]


def test_a_list_is_shown_whole() -> None:
    told = compare("TAC. Mum, head of year, dad on Teams.", "TAC. Mum stayed away.")
    assert [words for kind, *words in told] == [["Mum, head of year", "Mum stayed away"]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Core group. Client failed to attend.", "Core group. Mother and father there."),
        ("Core group. Man absent.", "Core group. Father present."),
        ("TAF. Mum's sister came.", "TAF. Mum stayed away."),
        ("Core group. Mr Boateng came.", "Core group. Mr Adeyemi stayed away."),
        # Of a visit, whether a child came down is whether the child was seen.
        ("Visit. Child did not come down.", "Visit. Child came down."),
        # How somebody was tells that they were there only of a meeting.
        ("Visit. Mum upset.", "Visit. Mum was not there."),
        # "Child" names the meeting, nobody who came to it.
        ("Attended review child protection conference, gave report.", "RCPC held. Child absent."),
        ("Attended child in need meeting.", "CIN meeting. Children did not attend."),
        ("Attended children's disability team meeting.", "Team meeting. Children not there."),
        # What nobody with somebody is said to be is not denied with them.
        ("Parents are in Spain.", "No parent with her, said to be abroad."),
        # Whose report was read need not have been there.
        ("Core group, GP's report read.", "Core group. GP not on the call."),
        # Of whom they talked is not who came.
        ("Core group, discussed mum, dad and gran, all fine.", "Core group. Dad never showed."),
        ("TAC. Mum, tearful, SW to visit.", "TAC. SW sent apologies, mum came."),
        ("TAC. Mum, dad invited, HV.", "TAC. Dad did not attend."),
        ("TAC. Mum, GP report, HV.", "TAC. GP not present."),
        ("TAC. Dad by phone.", "TAC. Dad wants face to face contact."),
        ("TAC. Mum and her mother came.", "TAC. Mum came with gran."),
        ("TAC. Dad by phone, mum in the room.", "TAC. Mum sat next to SENCO."),
        # It is only supposed that somebody is away.
        ("Met with mum at school.", "Visit. Mum to ring by half past 8 if poorly."),
    ],
)
def test_what_tells_nothing_of_who_was_there(a: str, b: str) -> None:
    assert "attendance" not in {kind for kind, *_ in compare(a, b)}


@pytest.mark.parametrize(
    ("agency", "a", "b", "differ"),
    [
        ("Police", "Core group. Police could not join.", "Core group, plan agreed.", True),
        ("School", "Core group. Nobody from the school.", "Core group, plan agreed.", True),
        # Who has the minutes, or tells that there was none, need not have been there.
        ("Police", "Core group. Police could not join.", "Minutes of core group received.", False),
        ("School", "Core group. No one from school.", "Core group cancelled.", False),
    ],
)
def test_who_tells_of_a_meeting_was_there(agency: str, a: str, b: str, *, differ: bool) -> None:
    told = compare(a, b, agencies=("Social Care", agency))
    assert [kind for kind, *_ in told] == ["attendance"] * differ


def test_what_i_did_is_the_writers_own() -> None:
    agencies = ("Social Care", "Police")
    told = compare(
        "Core group. Police did not attend.",
        "Core group with SW, I gave update.",
        agencies=agencies,
    )
    assert told == [("attendance", "Police did not attend", "Core group with SW, I gave update")]


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("SW rang. She will refer to Homestart.", "HV to refer to Homestart.", True),
        ("SW rang. She will refer to Homestart.", "I will refer to Homestart.", False),
        ("SW and mum rang. She will refer to Homestart.", "HV to refer to Homestart.", False),
        ("SW should book an appointment.", "I should make the appointment.", False),
        ("Mother will book her own appointment.", "I should make the appointment.", True),
        ("Mum to lock away all medicine.", "Dad to lock the medicine up.", True),
        ("Mum and dad both to lock the medicine up.", "Dad to lock the medicine up.", False),
    ],
)
def test_who_is_to_act(a: str, b: str, *, differ: bool) -> None:
    told = compare(a, b, agencies=("Health Visiting", "Social Care"))
    assert bool(told) is differ


FAMILY = Case(
    people=(
        Person("Kelly Marsh", "mother", ("Kelly", "KM")),
        Person("Jordan Pike", "mother's partner", ("JP",)),
        Person("Dean Marsh", "father of Leo"),
        Person("Carl Ross", "father of Ava"),
        Person("Beth Ross", "friend of mother"),
    )
)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Core group. Kelly, Jordan Pike.", "Core group. Mum came on her own.", True),
        ("Core group. Jordan Pike absent.", "Core group. Mum came.", False),
        ("Core group. Jordan Pike came.", "Core group. Partner did not come.", True),
        # Of two fathers "dad" may be either, and a friend of hers is not she.
        ("Core group. Dean Marsh came.", "Core group. Carl Ross did not come.", False),
        ("Core group. Beth Ross stayed away.", "Core group. Mum came.", False),
    ],
)
def test_who_the_people_of_the_case_are(a: str, b: str, *, differ: bool) -> None:
    told = compare(a, b, case=FAMILY)
    assert [kind for kind, *_ in told] == ["attendance"] * differ


def test_a_school_nurse_of_the_health_visitors_is_not_all_of_them() -> None:
    agencies = ("Social Care", "Health Visiting")
    a, b = "Core group. No school nurse.", "Core group attended by HV, feeding discussed."
    assert not compare(a, b, agencies=agencies)
    assert compare("Core group. No HV.", b, agencies=agencies)

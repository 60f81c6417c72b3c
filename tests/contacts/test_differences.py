"""In what accounts of one contact differ, with the words of each; silence is no difference."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import (
    Answer,
    Case,
    Child,
    Contact,
    Event,
    Evidence,
    Flag,
    Person,
    Question,
    Reason,
)

Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]
SD = "Strategy discussion with police, CSC. "


def tell(contact: Contact) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind.value, tuple(said.words for said in one.said)) for one in contact.differences]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Burn to left palm.",
            "Burn to right palm.",
            [("injury", "Burn to left palm", "Burn to right palm")],
        ),
        ("Bruise to forehead.", "Bruise to head.", []),
        (
            "Bruise to forehead.",
            "Bruise to ear.",
            [("injury", "Bruise to forehead", "Bruise to ear")],
        ),
        ("Bruise on arm.", "Bruise.", []),
        ("Bruise on L arm.", "Bruise on arm.", []),
        ("Burn on hand.", "Scald on hand.", []),
        ("Burn on hand.", "Cut on hand.", [("injury", "Burn on hand", "Cut on hand")]),
        ("Mark on hand.", "Cut on hand.", []),
        (
            "Bruise, says fell.",
            "Bruise, says brother kicked him.",
            [("injury", "Bruise ... fell", "Bruise ... kicked")],
        ),
        ("No bruise to arm.", "Bruise to leg.", []),
        (
            "Left wrist tied.",
            "Mark on right wrist.",
            [("injury", "Left wrist", "Mark on right wrist")],
        ),
        ("Joint S47.", "Single agency.", [("other", "Joint S47", "Single agency")]),
        (
            "Joint S47.",
            "Not joint S47 but single agency.",
            [("other", "Joint S47", "single agency")],
        ),
        ("Joint S47.", "S47.", []),
        (
            "Two children in house.",
            "3 children in house.",
            [("other", "Two children", "3 children")],
        ),
        ("Two children in house.", "Both children in house.", []),
        (
            "HV sent apologies.",
            "HV attended.",
            [("attendance", "HV sent apologies", "HV attended")],
        ),
        (
            "Apologies from GP, HV.",
            "HV present.",
            [("attendance", "Apologies from GP, HV", "HV present")],
        ),
        (
            "With mum, HV.",
            "Mum did not attend.",
            [("attendance", "With mum", "Mum did not attend")],
        ),
        (
            "Present: dad, HV, GP.",
            "GP absent.",
            [("attendance", "Present: dad, HV, GP", "GP absent")],
        ),
        ("Parents attended.", "Dad absent.", [("attendance", "Parents attended", "Dad absent")]),
        (
            "No parents present.",
            "Mother attended.",
            [("attendance", "No parents present", "Mother attended")],
        ),
        ("Mother attended.", "HV attended.", []),
        ("No HV rep.", "HV took part.", [("attendance", "No HV rep", "HV took part")]),
        ("No health rep. HV told.", "Minutes to HV.", []),
        (
            "Core group: mum, GP.",
            "Mum refused to come.",
            [("attendance", "Core group: mum", "Mum refused to come")],
        ),
        ("Weight 7.2kg.", "Weight 7.9 kg.", [("other", "7.2kg", "7.9 kg")]),
        ("Weight 7.2kg, was 7.0kg.", "Weight 7.9 kg.", []),
        ("Weight 7.2 kg.", "Weight 7.20kg.", []),
        ("Injury accidental.", "Injury inflicted.", [("injury", "accidental", "inflicted")]),
        (
            "Children not seen.",
            "Children seen at home.",
            [("seen", "Children not seen", "Children seen")],
        ),
    ],
)
def test_differences(
    a: str, b: str, expected: list[tuple[str, ...]], make_event: Make, link: Link
) -> None:
    rows = [
        make_event("Hospital", SD + a, name="a"),
        make_event("School", SD + b, name="b"),
    ]
    (contact,) = link(rows)
    assert tell(contact) == [(kind, tuple(said)) for kind, *said in expected]


def test_the_agency_that_writes_was_there_or_not(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Social Care", "ICPC. School sent apologies.", name="a"),
        make_event("School", "Attended ICPC.", name="b"),
    ]
    (contact,) = link(rows)
    assert tell(contact) == [("attendance", ("School sent apologies", "Attended ICPC"))]
    rows[0] = make_event("Social Care", "ICPC with school.", name="a")
    rows[1] = make_event("School", "ICPC: did not attend.", name="b")
    (contact,) = link(rows)
    assert tell(contact) == [("attendance", ("ICPC with school", "ICPC: did not attend"))]


@pytest.mark.parametrize(
    ("a", "b", "until", "kinds"),
    [
        ("10:00", "10:02", "", []),
        ("10:00", "10:05", "", ["time"]),
        ("10:00", "10:30", "11:00", []),
        ("10:00", "", "", []),
    ],
)
def test_times(a: str, b: str, until: str, kinds: list[str], make_event: Make, link: Link) -> None:
    rows = [
        make_event("Hospital", SD, a, until=until, name="a"),
        make_event("School", SD, b, name="b"),
    ]
    (contact,) = link(rows)
    assert [kind for kind, _ in tell(contact)] == kinds


def test_dates(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Hospital", SD, name="a"),
        make_event("School", SD, day=date(2019, 3, 13), name="b"),
    ]
    (contact,) = link(rows)
    assert tell(contact) == [("date", ("12/03/2019", "13/03/2019"))]
    rows[0] = make_event("Hospital", SD, last=date(2019, 3, 13), name="a")
    (contact,) = link(rows)
    assert tell(contact) == []


def flag(event: str, answer: Answer, words: str = "", child: str = "Robin") -> Flag:
    evidence = (Evidence(words, "text", 0, len(words)),) if words else ()
    return Flag(event, child, Question.SEEN, answer, Reason.IN_SIGHT, evidence)


def test_seen_by_one_and_not_by_the_other(make_event: Make, link: Link) -> None:
    rows = [make_event("Hospital", SD, name="a"), make_event("School", SD, name="b")]
    flags = [flag("a", Answer.YES, "seen"), flag("b", Answer.NO, "not in")]
    (contact,) = link(rows, [*flags, flag("b", Answer.YES, "here", "Wren")])
    assert tell(contact) == [("seen", ("seen", "not in"))]
    (contact,) = link(rows, [flag("a", Answer.YES, "seen"), flag("b", Answer.UNCLEAR, "maybe")])
    assert tell(contact) == []


def test_words_that_name_no_child_and_are_only_weighed_deny_nothing(
    make_event: Make, link: Link
) -> None:
    weighed = replace(flag("b", Answer.NO, "mum came"), reason=Reason.WEIGHED)
    flags = [flag("a", Answer.YES, "seen"), weighed]
    for names_child, told in (("", []), ("Baby upstairs.", [("seen", ("seen", "mum came"))])):
        rows = [
            make_event("Hospital", SD, name="a"),
            make_event("School", f"{SD} Mum came. {names_child}", name="b"),
        ]
        (contact,) = link(rows, flags)
        assert tell(contact) == told


def test_away_at_the_agency_that_tells_of_it_is_not_unseen(make_event: Make, link: Link) -> None:
    rows = [make_event("Hospital", SD, name="a"), make_event("School", SD, name="b")]
    away = replace(flag("b", Answer.NO, "baby at hospital"), reason=Reason.AWAY)
    (contact,) = link(rows, [flag("a", Answer.YES, "examined"), away])
    assert tell(contact) == []
    away = replace(flag("b", Answer.NO, "baby at nursery"), reason=Reason.AWAY)
    (contact,) = link(rows, [flag("a", Answer.YES, "examined"), away])
    assert tell(contact) == [("seen", ("examined", "baby at nursery"))]


def test_where_a_child_is_by_a_call_contradicts_no_sighting(make_event: Make, link: Link) -> None:
    rows = [
        make_event("School", "T/c to SW Jarvis. Robin says he sleeps at a friend's.", name="a"),
        make_event("Social Care", "T/c from school, Robin is staying with an adult.", name="b"),
    ]
    away = replace(flag("b", Answer.NO, "staying with an adult"), reason=Reason.AWAY)
    (contact,) = link(rows, [flag("a", Answer.YES, "Robin says"), away])
    assert tell(contact) == []
    stated = flag("b", Answer.NO, "not seen")
    (contact,) = link(rows, [flag("a", Answer.YES, "Robin says"), stated])
    assert tell(contact) == [("seen", ("Robin says", "not seen"))]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Police told us of the missing episode. Robin not in school today.", ["date"]),
        ("Missing episode, PC Hale attended. Robin not in school.", ["date", "seen"]),
    ],
)
def test_what_the_day_of_telling_was_like_is_another_matter(
    text: str, kinds: list[str], make_event: Make, link: Link
) -> None:
    missing = "Robin reported missing, PC Hale attended. Located in the park and spoken to."
    rows = [
        make_event("Police", missing, name="a"),
        make_event("School", text, day=date(2019, 3, 13), name="b"),
    ]
    flags = [flag("a", Answer.YES, "spoken to"), flag("b", Answer.NO, "Robin not in school")]
    (contact,) = link(rows, flags)
    assert [kind for kind, _ in tell(contact)] == kinds


def test_who_was_seen_or_not_is_named_where_the_children_are_several(
    make_event: Make, link: Link
) -> None:
    rows = [make_event("Hospital", SD, name="a"), make_event("School", SD, name="b")]
    both = ("Robin", "Wren", "Ada")
    flags = [
        *(replace(flag("a", Answer.YES, "all seen"), child=child) for child in both),
        *(replace(flag("b", Answer.NO, "neither seen"), child=child) for child in both[:2]),
    ]
    case = Case(children=tuple(map(Child, both)))
    (contact,) = link(rows, flags, case)
    assert [one.topic for one in contact.differences] == ["seen (Robin, Wren)"]


def test_words_stand_in_where_flags_are_silent(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Hospital", SD, name="a"),
        make_event("School", f"{SD} No children in the house.", name="b"),
    ]
    flags = [flag("a", Answer.YES, "sighted"), flag("b", Answer.NOT_RECORDED)]
    (contact,) = link(rows, flags)
    assert tell(contact) == [("seen", ("sighted", "No children in"))]


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        ("ICPC. Present: LV, HV. Apologies: GP.", "ICPC. Mum, HV, GP there.", ["attendance"]),
        ("ICPC. No one from school.", "Initial conference. Mum, SW, Mrs Quill.", ["attendance"]),
        ("ICPC. No one from school.", "Initial conference. Mum, SW.", []),
        ("Core group. Plan: baby home with mother.", "Core group. Mother not there.", []),
        ("TAF. Mum, SW and housing there.", "TAF. Housing did not attend.", ["attendance"]),
        ("TAF. LV did not attend.", "TAF. Mother came late.", ["attendance"]),
    ],
)
def test_who_is_named_in_lists_and_by_name(
    a: str, b: str, kinds: list[str], make_event: Make, link: Link
) -> None:
    case = Case(
        people=(
            Person("Leanne Vick", "mother", ("LV",)),
            Person("Mrs Quill", "head teacher"),
        )
    )
    rows = [
        make_event("Social Care", a),
        make_event("Health Visiting", b),
        make_event("School", "Filed.", day=date(2019, 6, 3)),
        make_event("GP", "Filed.", day=date(2019, 6, 3)),
        make_event("Housing", "Filed.", day=date(2019, 6, 3)),
    ]
    (contact,) = link(rows, case=case)
    assert [one.kind.value for one in contact.differences] == kinds


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Took ten paracetamol.", "Took 16 paracetamol.", ("ten paracetamol", "16 paracetamol")),
        (
            "OD 16 x 500mg paracetamol.",
            "Took 8 paracetamol.",
            ("16 x 500mg paracetamol", "8 paracetamol"),
        ),
        ("OD 16 x paracetamol.", "Took 8 paracetamol.", ("16 x paracetamol", "8 paracetamol")),
        ("OD 16 x 500mg paracetamol.", "Took 16 paracetamol.", ()),
        (
            "OD 16 x 500 mg paracetamol.",
            "Took 8 paracetamol.",
            ("16 x 500 mg paracetamol", "8 paracetamol"),
        ),
        ("Mark 3 x 2cm noted.", "Mark 4 x 2cm noted.", ("3 x 2cm", "4 x 2cm")),
        ("Three bruises to leg.", "One bruise to leg.", ("Three bruises", "One bruise")),
        ("Methadone 60ml.", "On 40ml.", ("60ml", "40ml")),
        ("In 3 weeks.", "In 2 weeks.", ()),
        ("At 10:30 mother came.", "At 10:45 mother came.", ()),
        ("Two bags, later two bags.", "Two bags.", ()),
        ("Two bags, later three bags.", "Two bags.", ()),
    ],
)
def test_how_many_of_a_thing(
    a: str, b: str, said: tuple[str, ...], make_event: Make, link: Link
) -> None:
    rows = [make_event("Police", f"{SD}{a}"), make_event("CSC", f"Strategy discussion. {b}")]
    (contact,) = link(rows)
    found = [set(one) for kind, one in tell(contact) if kind in ("other", "injury")]
    assert found == ([set(said)] if said else [])


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        ("Strat discussion. No health rep.", "Dialled into strategy meeting.", ["attendance"]),
        ("Strat discussion, HV there.", "Went to strategy meeting.", []),
        ("Strat discussion. Bruise to ear.", "Strat discussion. No injuries.", ["injury"]),
        ("Strat discussion. Unhurt.", "Strat discussion. No injuries.", []),
        ("Strat discussion. Considered high risk.", "Strat, graded medium.", ["other"]),
        ("Strat discussion. Weekly weights.", "Strat, weights every fortnight.", ["other"]),
    ],
)
def test_what_else_accounts_can_say(
    a: str, b: str, kinds: list[str], make_event: Make, link: Link
) -> None:
    (contact,) = link([make_event("Police", a), make_event("Health Visiting", b)])
    assert [one.kind.value for one in contact.differences] == kinds


@pytest.mark.parametrize(
    ("a", "b", "number"),
    [
        ("No injuries to Tyler.", "Skye has graze on chin. Tyler unhurt.", 0),
        ("Bruise to mother's left arm.", "Tyler: bruise to right arm.", 0),
        ("Tyler has no marks.", "Bruise to Tyler's left arm.", 1),
        ("Mother has cut to lip.", "Cut to mother's arm.", 1),
        ("Two of three children seen.", "Two children seen.", 0),
    ],
)
def test_injuries_are_held_against_those_of_the_same_person(
    a: str, b: str, number: int, make_event: Make, link: Link
) -> None:
    case = Case(children=(Child("Tyler Howe"), Child("Skye Howe")))
    rows = [make_event("Police", f"{SD}{a}"), make_event("CSC", f"Strategy discussion. {b}")]
    (contact,) = link(rows, case=case)
    assert len(contact.differences) == number


@pytest.mark.parametrize(
    ("case", "a", "b", "number"),
    [
        (Case(), "Apologies from the GP.", "With the HV and mum.", 0),
        (Case(), "Mother hit the wall, bruise to left arm.", "Mother has bruise to right arm.", 1),
        (
            Case(children=(Child("Tyler Howe"), Child("Skye Howe"))),
            "Bruise to arm. Tyler has cut to leg.",
            "Mother spoken to.",
            0,
        ),
        (
            Case(people=(Person("Leanne Vick", "Birth mother"),)),
            "Leanne Vick has bruise to left arm.",
            "Mother has bruise to right arm.",
            1,
        ),
    ],
)
def test_whose_injury_and_who_was_there_by_the_case(
    case: Case, a: str, b: str, number: int, make_event: Make, link: Link
) -> None:
    rows = [make_event("Police", f"Core group. {a}"), make_event("CSC", f"Core group. {b}")]
    (contact,) = link(rows, case=case)
    assert len(contact.differences) == number


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Robin located 21:40, Mill Lane.",
            "Robin located at 22.30.",
            [("time", "located 21:40", "located at 22.30")],
        ),
        ("Robin located 21:40.", "Robin located 21:42.", []),
        ("Robin located 21:40.", "Mother rang 22:30.", []),
        ("No 14 heard shouting.", "Neighbour heard shouting.", []),
        ("Robin spoken to, no parent present: scared of dad.", "No family member present.", []),
    ],
)
def test_when_a_thing_happened_and_what_denies_nothing(
    a: str, b: str, expected: list[tuple[str, ...]], make_event: Make, link: Link
) -> None:
    rows = [
        make_event("Hospital", SD + a, "21:00", name="a"),
        make_event("School", SD + b, "21:00", name="b"),
    ]
    (contact,) = link(rows)
    assert tell(contact) == [(kind, tuple(said)) for kind, *said in expected]

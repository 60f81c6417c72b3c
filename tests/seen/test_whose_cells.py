"""Whose row it is by its own cells, and what its columns then tell of the others."""

from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Event, Origin, Person, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings

RULES, AGENCIES = load_seen(), load_agencies()
WHEN = When("", date(2020, 1, 6), date(2020, 1, 6))
YES, NO = Answer.YES, Answer.NO
SILENT, UNCLEAR = Answer.NOT_RECORDED, Answer.UNCLEAR


@pytest.fixture
def family(two: Case) -> Case:
    return replace(two, people=(Person("Tara Ashdown", "mother"),))


def find_seen(case: Case, event: Event) -> dict[str, Answer]:
    flags = flag_sightings([event], case, RULES, AGENCIES)
    return {one.child.split()[0]: one.answer for one in flags if one.question is Question.SEEN}


@pytest.mark.parametrize(
    ("people", "robin", "wren"),
    [
        ("ASHDOWN Wren", SILENT, YES),
        ("ASHDOWN Wren / ASHDOWN Tara", SILENT, YES),
        ("Robin Ashdown; Wren Ashdown", YES, YES),
        ("ASHDOWN Tara", UNCLEAR, UNCLEAR),
        ("", UNCLEAR, UNCLEAR),
    ],
)
def test_the_nominals_of_a_log_say_which_child_it_is_about(
    family: Case, people: str, robin: Answer, wren: Answer
) -> None:
    words = "Stopped and spoken to in the park."
    event = Event("C-1", WHEN, "Police", words, Origin("f"), people=people)
    told = find_seen(family, replace(event, people_heading="Nominal(s)"))
    assert told == {"Robin": robin, "Wren": wren}


@pytest.mark.parametrize(
    "heading", ["Person / place", "Person", "Subject person(s)", "Contact with"]
)
@pytest.mark.parametrize(
    "people", ["ASHDOWN Wren 03/02/14", "Wren ASHDOWN dob 3.2.2014", "Wren (6)"]
)
def test_a_log_may_name_its_person_with_a_date_of_birth(
    family: Case, heading: str, people: str
) -> None:
    event = Event("C-1", WHEN, "Police", "Arrested in the park.", Origin("f"), people=people)
    told = find_seen(family, replace(event, people_heading=heading))
    assert told == {"Robin": SILENT, "Wren": YES}


@pytest.mark.parametrize(
    ("cell", "robin", "wren"),
    [
        ("Robin, unborn", YES, SILENT),
        ("Unborn / Robin", YES, SILENT),
        ("Robin Ashdown (4y) and Wren Ashdown (9y)", YES, YES),
        ("Tara Ashdown and Robin", UNCLEAR, SILENT),
        ("Mother & father", SILENT, SILENT),
        ("Jay Hill", UNCLEAR, UNCLEAR),
    ],
)
def test_a_cell_may_name_several_of_whom_some_are_no_children(
    family: Case, cell: str, robin: Answer, wren: Answer
) -> None:
    event = Event("C-1", WHEN, "GP", "Seen. Chest clear.", Origin("f"), subject=cell)
    assert find_seen(family, event) == {"Robin": robin, "Wren": wren}


@pytest.mark.parametrize(
    ("titles", "text", "robin", "wren"),
    [
        ((), "Robin calm. Wren is doing well.", YES, YES),
        (("Case diary: Robin Ashdown",), "Robin calm. Wren is doing well.", YES, SILENT),
        (("Case diary: Robin Ashdown",), "Robin calm, asked after Wren.", YES, SILENT),
        (("Case diary: Robin Ashdown",), "Calm, missing his sister.", YES, SILENT),
        (("Case diary: Robin Ashdown",), "Wren seen at home. Robin out.", NO, YES),
    ],
)
def test_a_column_of_a_titled_record_asks_of_its_child(
    two: Case, titles: tuple[str, ...], text: str, robin: Answer, wren: Answer
) -> None:
    event = Event("C-1", WHEN, "Police", text, Origin("f"), titles=titles, child_seen="Y")
    assert find_seen(two, event) == {"Robin": robin, "Wren": wren}


@pytest.mark.parametrize(
    ("text", "wren"),
    [
        ("Robin absent, with the new baby, mother says.", SILENT),
        ("Robin absent. Called at the flat, mother in with Wren on her lap.", YES),
    ],
)
def test_whom_an_absent_pupil_is_with_is_not_in_sight(two: Case, text: str, wren: Answer) -> None:
    born = replace(two.children[1], born=date(2019, 10, 1))
    case = replace(two, children=(two.children[0], born))
    event = Event("C-1", WHEN, "School", text, Origin("f"), subject="Robin")
    assert find_seen(case, event) == {"Robin": NO, "Wren": wren}


@pytest.mark.parametrize(("source", "answer"), [("Intel", SILENT), ("Patrol", YES), ("", YES)])
def test_what_a_log_has_from_intelligence_nobody_saw(
    two: Case, source: str, answer: Answer
) -> None:
    words = "Robin was running about the estate."  # "is" may be what a caller tells
    event = Event("C-1", WHEN, "Police", words, Origin("f"), source=source)
    assert find_seen(two, event)["Robin"] is answer


@pytest.mark.parametrize(
    ("cell", "text", "robin", "wren", "lark"),
    [
        ("Y - both", "House tidy.", UNCLEAR, UNCLEAR, UNCLEAR),
        ("Both", "Robin and Wren showed me the rabbit.", YES, YES, SILENT),
        ("Y - baby", "House tidy.", SILENT, SILENT, YES),
        ("Yes, Robin on the swing", "House tidy.", YES, SILENT, SILENT),
        ("Yes, Robin out", "House tidy.", UNCLEAR, SILENT, SILENT),
        ("Neither", "House tidy.", NO, NO, NO),
    ],
)
def test_a_cell_about_three_children_is_of_those_whom_it_means(
    two: Case, cell: str, text: str, robin: Answer, wren: Answer, lark: Answer
) -> None:
    case = replace(two, children=(*two.children, Child("Lark Ashdown", date(2019, 11, 2))))
    event = Event("C-1", WHEN, "Social Care", text, Origin("f"), child_seen=cell)
    told = find_seen(case, replace(event, contact_type="Home visit"))
    assert told == {"Robin": robin, "Wren": wren, "Lark": lark}


def test_a_column_of_the_agencys_own_may_name_whose_row_it_is(family: Case) -> None:
    event = Event("C-1", WHEN, "0-19 Service", "Weighed.", Origin("f"), other={"Record": "Wren"})
    assert find_seen(family, event) == {"Robin": SILENT, "Wren": YES}
    told = replace(event, other={}, source="Wren")
    assert find_seen(family, told) == {"Robin": SILENT, "Wren": YES}
    called = replace(event, other={}, people="Wren (by phone)", people_heading="Contact with")
    assert find_seen(family, called) == {"Robin": SILENT, "Wren": UNCLEAR}
    mother = replace(event, other={}, source="Tara Ashdown")
    assert find_seen(family, mother) == {"Robin": UNCLEAR, "Wren": UNCLEAR}


@pytest.mark.parametrize("pupil", ["Wren Ashdown 7F", "Wren Y7", "Ashdown, Wren (Year 7)"])
def test_a_pupil_may_be_named_with_a_class(family: Case, pupil: str) -> None:
    event = Event("C-1", WHEN, "School", "In class.", Origin("f"), other={"Student": pupil})
    assert find_seen(family, event) == {"Robin": SILENT, "Wren": YES}

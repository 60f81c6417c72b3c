"""Whose record it is by the age that its agency serves."""

from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Event, Origin, Person, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings

RULES, AGENCIES = load_seen(), load_agencies()
DAY = date(2020, 1, 6)
YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED
TODDLER, TEEN = Child("Robin Ashdown", date(2018, 5, 3)), Child("Wren Ashdown", date(2005, 6, 14))
FAMILY = Case(children=(TODDLER, TEEN), people=(Person("Ada Holt", "health visitor", ("AH",)),))


def find_seen(agency: str, text: str, case: Case = FAMILY, **other: str) -> dict[str, Answer]:
    event = Event("C-1", When("", DAY, DAY), agency, text, Origin("f"), other=other)
    flags = flag_sightings([event], case, RULES, AGENCIES)
    return {one.child.split()[0]: one.answer for one in flags if one.question is Question.SEEN}


@pytest.mark.parametrize(
    ("agency", "text", "robin", "wren"),
    [
        ("Health Visiting", "Weighed and measured.", YES, SILENT),
        ("Health Visiting", "No reply, card left.", NO, SILENT),
        ("Health Visiting", "Not brought.", NO, SILENT),
        ("School Nursing", "Weighed and measured.", SILENT, YES),
        ("Thornfield High School", "Absent today.", SILENT, NO),
        ("Bluebell Nursery", "Absent today.", NO, SILENT),
        ("Oak Academy", "Absent today.", SILENT, NO),
        ("Youth Justice Service", "Failed to attend.", SILENT, NO),
        ("0-19 Service", "No reply, card left.", NO, NO),
        ("Social Care", "No reply, card left.", NO, NO),
    ],
)
def test_what_names_nobody_is_of_the_child_whose_age_the_agency_serves(
    agency: str, text: str, robin: Answer, wren: Answer
) -> None:
    assert find_seen(agency, text) == {"Robin": robin, "Wren": wren}


@pytest.mark.parametrize("born", [date(2019, 2, 1), None])
def test_of_two_who_can_be_of_that_age_neither_is_meant(born: date | None) -> None:
    case = Case(children=(TODDLER, replace(TEEN, born=born)))
    assert YES not in find_seen("Health Visiting", "Weighed and measured.", case).values()


def test_another_child_is_seen_where_the_words_name_them() -> None:
    told = find_seen("Health Visiting", "Wren seen in the hall.")
    assert told == {"Robin": SILENT, "Wren": YES}


def test_initials_of_a_worker_beside_an_entry_do_not_make_it_the_workers() -> None:
    told = find_seen("Health Visiting", "Weighed and measured.", Inits="AH")
    assert told == {"Robin": YES, "Wren": SILENT}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Called to see R. No reply.", NO),
        ("Dad hurt R. Officers have seen R tonight.", YES),
        ("Called at R. Hill's. No reply.", NO),
    ],
)
def test_a_childs_letter_ends_a_sentence_where_no_name_follows(text: str, answer: Answer) -> None:
    case = Case(children=(replace(TODDLER, aliases=("R",)),))
    assert find_seen("Social Care", text, case)["Robin"] is answer

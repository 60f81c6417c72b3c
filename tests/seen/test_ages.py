"""What a child's age rules out, and of whom a midwife writes after a birth."""

from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Event, Origin, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings

RULES, AGENCIES = load_seen(), load_agencies()
DAY = date(2020, 6, 1)


def ask(event: Event, born: date | None) -> dict[Question, Answer]:
    case = Case(children=(Child("Teddy Marl", born),))
    return {one.question: one.answer for one in flag_sightings([event], case, RULES, AGENCIES)}


def make_event(agency: str, text: str, **cells: str) -> Event:
    event = Event("C-1", When("", DAY, DAY), agency, text, Origin("f"))
    return replace(event, **cells)  # type: ignore[arg-type]  # a test's cells


@pytest.mark.parametrize(
    ("born", "views"),
    [
        (date(2017, 6, 1), Answer.YES),
        (date(2018, 12, 1), Answer.YES),
        (date(2018, 12, 2), Answer.NOT_RECORDED),
        (date(2020, 5, 1), Answer.NOT_RECORDED),
        (None, Answer.YES),
    ],
)
def test_a_child_who_cannot_speak_has_said_nothing(born: date | None, views: Answer) -> None:
    told = ask(make_event("School", "Told the nurse that he is hungry."), born)
    assert told[Question.VIEWS] is views


def test_a_column_that_asks_for_views_is_the_agencys_own_answer() -> None:
    event = make_event("Social Care", "Home visit.", views="Yes")
    assert ask(event, date(2020, 1, 1))[Question.VIEWS] is Answer.YES


@pytest.mark.parametrize(
    ("born", "seen"),
    [
        (date(2020, 5, 30), Answer.YES),
        (date(2020, 4, 20), Answer.YES),
        (date(2019, 4, 20), Answer.NOT_RECORDED),
        (date(2020, 6, 2), Answer.NOT_RECORDED),
    ],
)
def test_a_midwife_writes_of_the_child_born_shortly_before(born: date, seen: Answer) -> None:
    event = make_event("Midwifery", "Ward round, weighed, feeding well.")
    assert ask(event, born)[Question.SEEN] is seen
    asked = replace(event, text="Discharge planning.", child_seen="Yes")
    assert ask(asked, born)[Question.SEEN] is seen

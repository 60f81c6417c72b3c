"""Who is meant by "neither", "not present" and "twins", and what a duty desk is told."""

from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Question

from .conftest import Ask

YES, NO = Answer.YES, Answer.NO
CHILDREN = Case(
    children=(Child("Ada Holt", date(2011, 3, 1)), Child("Bram Holt", date(2017, 11, 1)))
)


@pytest.mark.parametrize(
    "text",
    [
        "Home visit. Saw neither of the children.",
        "Home visit. Saw neither child.",
        "Home visit. Met neither of them.",
        "Home visit. Neither of the children seen.",
        "Home visit. Neither child seen.",
        "Home visit. Neither child present.",
        "Home visit. Neither child was at home.",
        "Home visit. Neither of the children present.",
        "Home visit. Neither child was in.",
    ],
)
def test_who_saw_neither_saw_nobody(ask: Ask, text: str) -> None:
    flags = ask(text, case=CHILDREN)
    assert {flags[one, Question.SEEN].answer for one in ("Ada", "Bram")} == {NO}


def test_who_was_not_present_stands_behind_the_label(ask: Ask) -> None:
    flags = ask("Home visit. Present: mum, Ada. Not present: Bram (at nan's).", case=CHILDREN)
    assert flags["Ada", Question.SEEN].answer is YES
    assert flags["Bram", Question.SEEN].answer is NO


@pytest.mark.parametrize("text", ["Bram at nursery. Twins weighed.", "Bram out. Both twins seen."])
def test_twins_are_the_two_others_than_who_is_named_before(ask: Ask, text: str) -> None:
    family = Case(children=(Child("Ada Holt"), Child("Cass Holt"), Child("Bram Holt")))
    flags = ask(text, agency="Midwifery", case=family)
    assert {flags[one, Question.SEEN].answer for one in ("Ada", "Cass")} == {YES}
    assert flags["Bram", Question.SEEN].answer is not YES


def test_who_rings_the_duty_desk_tells_what_was_seen_that_day(ask: Ask) -> None:
    text = "EDT rung. Ada and Bram seen asleep in bed, no injuries."
    flags = ask(text, agency="Police", case=CHILDREN)
    assert {flags[one, Question.SEEN].answer for one in ("Ada", "Bram")} == {YES}


@pytest.mark.parametrize(
    "text",
    ["EDT rung. Neighbour saw Ada in the street.", "Rang duty. Gran saw Ada with a bruise."],
)
def test_what_others_saw_is_no_sighting_though_the_desk_is_told(ask: Ask, text: str) -> None:
    assert ask(text, agency="Housing", case=CHILDREN)["Ada", Question.SEEN].answer is not YES

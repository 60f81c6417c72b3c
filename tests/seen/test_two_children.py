"""Rows of a case with two children: what is said of one is not of the other."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
BABY = Case(
    children=(
        Child("Ethan Moore", date(2015, 5, 1), ("Ethan",)),
        Child("Lily Moore", date(2019, 6, 3), ("Lily",)),
    )
)
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "cells", "ethan", "lily"),
    [
        ("Core group. Mum attended with baby. Ethan at school.", {}, SILENT, YES),
        ("Welfare call. Spoke to Ethan on the phone, he was bored.", {}, SILENT, SILENT),
        ("Spoke with Ethan over the phone.", {}, SILENT, SILENT),
        ("DNA clinic appointment.", {}, SILENT, SILENT),
        (
            "Lily asleep upstairs, SW not shown her. Ethan playing.",
            {"child_seen": "Y"},
            YES,
            NO,
        ),
        ("Two small kids seen in and out.", {"contact_type": "Intelligence"}, SILENT, SILENT),
        ("Asked mum where Ethan was, said at his nan's.", {}, SILENT, SILENT),
    ],
)
def test_a_sighting_is_of_the_child_who_was_seen(
    ask: Ask, text: str, cells: dict[str, str], ethan: Answer, lily: Answer
) -> None:
    told = ask(text, case=BABY, **cells)
    assert told["Ethan", Question.SEEN].answer is ethan
    assert told["Lily", Question.SEEN].answer is lily


def test_a_name_behind_an_answer_says_whose_it_is(ask: Ask) -> None:
    told = ask("Home visit. Both children seen.", case=BABY, child_seen="Y", seen_alone="Y - Ethan")
    assert told["Ethan", Question.ALONE].answer is YES
    assert told["Lily", Question.ALONE].answer is SILENT


def test_a_child_too_young_for_views_gave_none(ask: Ask) -> None:
    told = ask("Home visit, both children seen. Lily's views: too young.", case=BABY)
    assert told["Lily", Question.VIEWS].answer is not YES


@pytest.mark.parametrize(
    ("cells", "ethan", "lily"),
    [
        ({"child_seen": "Ethan"}, YES, SILENT),
        ({"child_seen": "Ethan, Lily"}, UNCLEAR, UNCLEAR),
        ({"child_seen": "Y"}, UNCLEAR, UNCLEAR),
        ({"people": "Ethan, SW Okoro", "people_heading": "Who was present"}, YES, SILENT),
    ],
)
def test_where_a_row_names_nobody_its_words_are_of_whom_a_column_names(
    ask: Ask, cells: dict[str, str], ethan: Answer, lily: Answer
) -> None:
    case = Case(
        children=(Child("Ethan Moore", date(2011, 3, 1)), Child("Lily Moore", date(2009, 3, 1)))
    )
    told = ask("Told me that he hates football.", case=case, **cells)
    assert told["Ethan", Question.VIEWS].answer is ethan
    assert told["Lily", Question.VIEWS].answer is lily


@pytest.mark.parametrize("text", ["Dropped a food parcel.", "Visit about rent arrears."])
def test_a_yes_counts_in_a_row_of_an_adults_affairs(ask: Ask, text: str) -> None:
    told = ask(text, case=BABY, child_seen="Y")
    assert (told["Ethan", Question.SEEN].answer, told["Lily", Question.SEEN].answer) == (YES, YES)


def test_who_was_seen_alone_was_seen(ask: Ask) -> None:
    told = ask("Headaches, not sleeping.", seen_alone="Yes")
    assert told["the", Question.SEEN].answer is YES
    told = ask("Headaches, not sleeping.", seen_alone="No")
    assert told["the", Question.SEEN].answer is SILENT
    told = ask("Mother seen alone to discuss abuse.", seen_alone="Yes")
    assert told["the", Question.SEEN].answer is UNCLEAR
    told = ask("T/c to mother.", seen_alone="Yes")
    assert told["the", Question.SEEN].answer is not YES


def test_a_no_is_of_every_child_where_the_words_show_nobody(ask: Ask) -> None:
    told = ask("No answer. Neighbour saw Ethan go out.", case=BABY, child_seen="N")
    assert (told["Ethan", Question.SEEN].answer, told["Lily", Question.SEEN].answer) == (NO, NO)

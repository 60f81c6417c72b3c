"""Rows of a case with two children: what is said of one is not of the other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Flag, Gender, Person, Question

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
        ("Mum said both children were asleep. SW looked in and saw Lily.", {}, NO, YES),
        ("Mum said both were in bed. SW looked in: Lily asleep.", {}, NO, YES),
        ("SW looked in: both asleep.", {}, YES, YES),
        ("SW looked in on the children: Lily asleep, Ethan's bed empty.", {}, UNCLEAR, YES),
        ("Ethan out playing, called in and chatted to SW. Lily with nan.", {}, YES, NO),
        ("Ethan off school, on the tablet in the same room.", {}, YES, SILENT),
        ("Home visit. Ethan seen by us both in the kitchen.", {}, YES, SILENT),
        ("Home visit. We both saw Ethan in the kitchen.", {}, YES, SILENT),
        ("Home visit. Ethan let us in, Lily (sister) came down too.", {}, YES, YES),
    ],
)
def test_a_sighting_is_of_the_child_who_was_seen(
    ask: Ask, text: str, cells: dict[str, str], ethan: Answer, lily: Answer
) -> None:
    told = ask(text, case=BABY, **cells)
    assert told["Ethan", Question.SEEN].answer is ethan
    assert told["Lily", Question.SEEN].answer is lily


@pytest.mark.parametrize(
    "text", ["Seen: Ethan (alone), Lily. At home.", "Seen today: Ethan (alone) and Lily."]
)
def test_a_list_goes_on_behind_what_one_is_said_to_do(ask: Ask, text: str) -> None:
    told = ask(text, case=BABY)
    for child in ("Ethan", "Lily"):
        assert told[child, Question.SEEN].answer is YES
    assert told["Ethan", Question.ALONE].answer is YES
    assert told["Lily", Question.ALONE].answer is SILENT


@pytest.mark.parametrize(
    ("text", "lily"),
    [
        ("Seen: Ethan (8), Lily (not seen).", NO),
        ("Seen: Ethan (alone), Lily at school.", NO),
        ("Seen: Ethan (alone), Lily next visit.", SILENT),
        ("Present: Ethan (8), Lily (at nursery).", SILENT),
    ],
)
def test_who_is_told_otherwise_is_none_of_the_list(ask: Ask, text: str, lily: Answer) -> None:
    told = ask(text, case=BABY)
    assert told["Ethan", Question.SEEN].answer is YES
    assert told["Lily", Question.SEEN].answer is lily


def test_whom_somebody_speaks_of_is_not_whose_row_it_is(ask: Ask) -> None:
    told = ask('Back today. Very clingy. Said "baby is in hospital".', case=BABY, agency="Nursery")
    assert told["Lily", Question.SEEN].answer is not YES


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


TWO = Case(
    children=(
        Child("Robin Ashdown", date(2010, 11, 3), ("RA",)),
        Child("Wren Ashdown", date(2018, 6, 14), ("WA",)),
    ),
    people=(Person("Dana Ray", "mother's friend"), Person("Teddy Ray", "friend's baby")),
)


@pytest.mark.parametrize(
    ("agency", "text", "answers"),
    [
        # A child without a name whom the sentence says to be somebody else.
        ("Police", "Infant on the sofa, turned out to be her son Teddy.", (SILENT, SILENT)),
        ("Police", "Infant on the sofa identified as Teddy.", (SILENT, SILENT)),
        # "No other children" are none of those who may be meant.
        ("Police", "Domestic. No children at the address.", (NO, NO)),
        # The two of them in another's record, and the younger one.
        ("Social Care", "Visit. Little one asleep in the pram.", (SILENT, YES)),
        ("Social Care", "Visit. The younger asleep in the pram.", (SILENT, YES)),
        ("Probation", "Home visit. Neither of her kids in.", (NO, NO)),
        # Who left is not who says what follows.
        ("Social Care", "Robin and mum in. Mum left us. He said he is sad.", (YES, SILENT)),
        # Of whom a child only tells, a yes of the column is not.
        ("School", "Bumped into Robin in the hall. He misses Wren.", (YES, SILENT)),
        # Mother rang too: a visit is a visit.
        ("Social Care", "Home visit. Mother on the phone. Robin not seen.", (NO, SILENT)),
    ],
)
def test_who_is_meant_of_two(
    ask: Ask, agency: str, text: str, answers: tuple[Answer, Answer]
) -> None:
    told = ask(text, agency, case=TWO)
    assert tuple(told[name, Question.SEEN].answer for name in ("Robin", "Wren")) == answers


def test_a_yes_is_not_of_whom_the_child_only_tells(ask: Ask) -> None:
    told = ask("Met with Robin in the library. He misses Wren.", case=TWO, child_seen="Y")
    assert told["Robin", Question.SEEN].answer is YES
    assert told["Wren", Question.SEEN].answer is SILENT


def test_nobody_in_is_of_those_whom_the_cell_answers_for(ask: Ask) -> None:
    told = ask("Visit to nan. Nobody in.", case=TWO, child_seen="N (WA)")
    assert told["Robin", Question.SEEN].answer is SILENT
    assert told["Wren", Question.SEEN].answer is NO


def test_who_was_present_at_a_call_was_on_the_line(ask: Ask) -> None:
    cells = {"people": "Robin", "people_heading": "Who was present", "contact_type": "Telephone"}
    told = ask('Rang the clinic. "I am at the farm."', "CAMHS", case=TWO, **cells)
    assert told["Robin", Question.SEEN].answer is SILENT


@pytest.mark.parametrize(
    ("text", "jude", "amelie"),
    [
        ("J & A seen in garden.", YES, YES),
        ("A and J seen in garden.", YES, YES),
        ("SW saw A in her room.", SILENT, YES),
        ("A boy seen in garden.", UNCLEAR, SILENT),
    ],
)
def test_the_letter_of_a_child_that_is_an_article_too(
    ask: Ask, lettered: Case, text: str, jude: Answer, amelie: Answer
) -> None:
    told = ask(text, case=lettered)
    assert told["Jude", Question.SEEN].answer is jude
    assert told["Amelie", Question.SEEN].answer is amelie


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Dunmore in custody. Seen by FME.", SILENT),
        ("DUNMORE arrested, seen by nurse.", SILENT),
        ("Address attended for Mr Dunmore. Children seen.", YES),
        ("Young child seen in the garden.", YES),
    ],
)
def test_a_surname_alone_is_whose_it_is(ask: Ask, text: str, answer: Answer) -> None:
    case = Case(
        children=(Child("Ethan Moore"),),
        people=(
            Person("Lee Dunmore", "mother's partner"),
            Person("Karen Young", "aunt"),
        ),
    )
    assert ask(text, "Police", case)["Ethan", Question.SEEN].answer is answer


def test_the_word_for_a_boy_is_of_the_boy_and_not_of_the_other_who_is_named(ask: Ask) -> None:
    text = "Tenancy visit. Mum in with Lily on her knee. Boy at school."
    ethan, lily = BABY.children
    for children in (
        (replace(ethan, gender=Gender.BOY), lily),
        (ethan, replace(lily, gender=Gender.GIRL)),
    ):
        told = ask(text, "Housing", case=replace(BABY, children=children))
        assert told["Lily", Question.SEEN].answer is YES
        assert told["Ethan", Question.SEEN].answer is NO


@pytest.mark.parametrize(
    ("contact_type", "ethan", "lily"),
    [
        ("Ethan Moore - first appointment", NO, SILENT),
        ("Lily Moore \u2013 first appointment", SILENT, NO),
        ("Carla Moore - antenatal clinic", SILENT, SILENT),
    ],
)
def test_a_full_name_before_a_dash_says_whose_the_contact_is(
    ask: Ask, contact_type: str, ethan: Answer, lily: Answer
) -> None:
    case = replace(BABY, people=(Person("Carla Moore", "mother"),))
    told = ask("Was not brought. GP informed.", "Hospital", case=case, contact_type=contact_type)
    assert told["Ethan", Question.SEEN].answer is ethan
    assert told["Lily", Question.SEEN].answer is lily

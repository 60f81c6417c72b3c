"""What words weigh together beside what phrases tell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from chronolator.model import Answer, Case, Child, Event, Flag, Origin, Question, Reason, When
from chronolator.model.rules.weights import ANSWERS, Least, Weights
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen.network import Network, Reading
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.seen.tokens import Token
from chronolator.seen.weighing import RULE
from chronolator.words.agencies import find_kind

RULES, AGENCIES = load_seen(), load_agencies()
SEEN_YES, SEEN_NO, SEEN_NONE, ALONE_YES, ALONE_NO, _, VIEWS_YES, VIEWS_NONE = (
    (question, answer) for question, answers in ANSWERS.items() for answer in answers
)
TEXT = "Zorbed the frumious quandle all that vorpal day"
ONE = Case(children=(Child("Robin Ashdown"),))
UNDATED = When("")
TWO = Case(children=(Child("Robin Ashdown"), Child("Wren Ashdown")))
Leaning = tuple[Question, Answer]
COLUMNS = [(question, answer) for question, answers in ANSWERS.items() for answer in answers]


class Scale(Network):
    """What weighs words by a table: how much each adds for an answer. None is the likeliest."""

    def __init__(self, table: Mapping[str, Mapping[Leaning, float]]) -> None:
        self._table = table

    def read(self, texts: Sequence[Sequence[Token]]) -> list[Reading]:
        lean = np.array([1.5 if answer is Answer.NOT_RECORDED else 0 for _, answer in COLUMNS])
        readings = []
        for text in texts:
            told = [self._table.get(one.features[0], {}) for one in text]
            shares = np.array([[one.get(leaning, 0) for leaning in COLUMNS] for one in told])
            readings.append(Reading(text, shares, shares.sum(axis=0) + lean))
        return readings


def ask(
    text: str,
    table: Mapping[str, Mapping[Leaning, float]],
    case: Case = ONE,
    when: When = UNDATED,
    most_words: int = Weights().most_words,
    **cells: Any,
) -> dict[tuple[str, Question], Flag]:
    """Answers by first name and question, where the words weigh by this table."""
    least = dict.fromkeys(Question, Least(0.2, 0.35, 0.75, 0.2))
    weights = Weights((), 5, least, 0.9, most_words, doubtful=0.5)
    listener = Listener(replace(RULES, weights=weights), case)
    event = Event("C-1", when, "CSC", text, Origin("f"), **cells)
    flags = Observer(listener, case, Scale(table)).answer(event, find_kind("CSC", AGENCIES))
    return {(flag.child.split()[0], flag.question): flag for flag in flags}


def weigh_for(*leanings: Leaning, much: float = 6) -> dict[Leaning, float]:
    return dict.fromkeys(leanings, much)


def test_likely_enough_words_answer_and_are_shown() -> None:
    flag = ask(TEXT, {"frumious": weigh_for(SEEN_YES)})["Robin", Question.SEEN]
    assert (flag.answer, flag.reason, flag.rule) == (Answer.YES, Reason.WEIGHED, RULE)
    assert [one.words for one in flag.evidence] == ["frumious"]


def test_a_yes_that_is_likelier_than_the_rest_but_not_likely_enough_is_unclear() -> None:
    flag = ask(TEXT, {"frumious": weigh_for(SEEN_YES, much=2.2)})["Robin", Question.SEEN]
    assert (flag.answer, flag.reason) == (Answer.UNCLEAR, Reason.DOUBT)
    assert [one.words for one in flag.evidence] == ["frumious"]
    views = ask(TEXT, {"frumious": weigh_for(VIEWS_YES, much=2.2)})["Robin", Question.VIEWS]
    assert views.answer is Answer.NOT_RECORDED


def test_a_no_holds_where_it_is_likelier_than_the_rest() -> None:
    flag = ask(TEXT, {"frumious": weigh_for(SEEN_NO, much=1.6)})["Robin", Question.SEEN]
    assert (flag.answer, flag.reason) == (Answer.NO, Reason.WEIGHED)
    flag = ask(TEXT, {"frumious": weigh_for(SEEN_NO, much=1.4)})["Robin", Question.SEEN]
    assert flag.answer is Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("HV and SW here, frumious quandle all day", Answer.NO),
        ("HV, SW, DSL and PC here, frumious quandle all day", Answer.NOT_RECORDED),
    ],
)
def test_a_list_of_workers_needs_sure_words(text: str, answer: Answer) -> None:
    flag = ask(text, {"frumious": weigh_for(SEEN_NO, much=3.5)})["Robin", Question.SEEN]
    assert flag.answer is answer
    sure = ask(text, {"frumious": weigh_for(SEEN_NO, much=9)})["Robin", Question.SEEN]
    assert sure.answer is Answer.NO


def test_words_answer_what_no_column_asks() -> None:
    told = ask(TEXT, {"frumious": weigh_for(SEEN_YES, VIEWS_YES)}, child_seen="N")
    assert told["Robin", Question.SEEN].answer is Answer.NO
    assert told["Robin", Question.VIEWS].answer is Answer.YES


def test_words_that_touch_are_shown_as_one() -> None:
    table = {"frumious": weigh_for(SEEN_NO), "quandle": weigh_for(SEEN_NO)}
    flag = ask(TEXT, table)["Robin", Question.SEEN]
    assert flag.answer is Answer.NO
    assert [one.words for one in flag.evidence] == ["frumious quandle"]


def test_alone_is_weighed_for_a_sighting_only() -> None:
    text = f"{TEXT} by mum"
    table = {"frumious": weigh_for(ALONE_NO)}
    assert ask(text, table)["Robin", Question.ALONE].answer is Answer.NOT_RECORDED
    table["quandle"] = weigh_for(SEEN_YES)
    assert ask(text, table)["Robin", Question.ALONE].answer is Answer.NO
    table["frumious"] = weigh_for(ALONE_YES)
    assert ask(text, table)["Robin", Question.ALONE].answer is Answer.YES


def test_where_no_adult_of_the_family_is_named_only_sure_words_put_one_with_the_child() -> None:
    for much, answer in ((2.0, Answer.NOT_RECORDED), (6, Answer.NO)):
        table = {
            "frumious": weigh_for(ALONE_NO, much=much),
            "quandle": weigh_for(SEEN_YES),
        }
        assert ask(TEXT, table)["Robin", Question.ALONE].answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Robin missing from home, the frumious quandle found", Answer.YES),
        ("Robin at nan's, the frumious quandle in the lounge", Answer.UNCLEAR),
        ("Robin was not seen in the frumious quandle", Answer.UNCLEAR),
    ],
)
def test_who_was_missing_may_have_been_found_who_was_away_or_not_seen_may_not(
    text: str, answer: Answer
) -> None:
    flag = ask(text, {"frumious": weigh_for(SEEN_YES, much=20)})["Robin", Question.SEEN]
    assert flag.answer is answer


def test_views_can_be_told_where_nobody_was_seen() -> None:
    flags = ask(TEXT, {"vorpal": weigh_for(VIEWS_YES)})
    assert flags["Robin", Question.VIEWS].answer is Answer.YES
    assert flags["Robin", Question.SEEN].answer is Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Zorbed the frumious quandle", {}),  # too few words
        (TEXT, {"contact_type": "Telephone call"}),
        (TEXT, {"child_seen": "No"}),  # the column answers
    ],
)
def test_where_nothing_is_weighed(text: str, cells: dict[str, Any]) -> None:
    flag = ask(text, {"frumious": weigh_for(SEEN_YES)}, **cells)["Robin", Question.SEEN]
    assert flag.reason is not Reason.WEIGHED


def test_a_phrase_that_agrees_keeps_its_words() -> None:
    flag = ask(f"Child was seen. {TEXT}", {"frumious": weigh_for(SEEN_YES)})
    assert flag["Robin", Question.SEEN].reason is Reason.IN_SIGHT


def test_every_child_is_weighed_of_whom_the_text_speaks_and_no_other() -> None:
    table = {"frumious": weigh_for(SEEN_YES)}
    named = ask("Robin zorbed the frumious quandle all day", table, TWO)
    assert named["Robin", Question.SEEN].answer is Answer.YES
    assert named["Wren", Question.SEEN].answer is Answer.NOT_RECORDED
    nobody = ask(TEXT, table, TWO)
    assert nobody["Robin", Question.SEEN].answer is Answer.NOT_RECORDED
    both = ask("For Wren as for Robin, frumious and vorpal is the quandle.", table, TWO)
    assert both["Robin", Question.SEEN].reason is Reason.WEIGHED
    assert both["Wren", Question.SEEN].reason is Reason.WEIGHED


@pytest.mark.parametrize(
    ("text", "table", "answer", "evidence"),
    [
        (
            "Robin was seen in the frumious quandle",
            weigh_for(SEEN_NONE, much=0.3),
            Answer.UNCLEAR,
            ["Robin was seen", "frumious"],
        ),
        (
            "Robin was seen in the frumious quandle",
            weigh_for(SEEN_NONE),
            Answer.NOT_RECORDED,
            ["frumious"],
        ),
        (
            "Robin was not seen in the frumious quandle",
            weigh_for(SEEN_YES, much=20),
            Answer.UNCLEAR,
            ["not seen", "frumious"],
        ),
        (
            "Robin weighed 9 kg in the frumious quandle",
            weigh_for(SEEN_NONE),
            Answer.NOT_RECORDED,
            ["frumious"],
        ),
        (
            "Robin was seen last week at the frumious quandle",
            weigh_for(SEEN_YES),
            Answer.YES,
            ["frumious"],
        ),
    ],
)
def test_against_what_a_phrase_states_words_make_doubt_and_a_mere_hint_gives_way(
    text: str, table: dict[Leaning, float], answer: Answer, evidence: list[str]
) -> None:
    flag = ask(text, {"frumious": table})["Robin", Question.SEEN]
    assert flag.answer is answer
    assert [one.words for one in flag.evidence] == evidence


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Robin was seen at the door. Robin was not seen in the frumious quandle", Answer.UNCLEAR),
        ("Two children sat in the frumious quandle when police came by", Answer.UNCLEAR),
    ],
)
def test_what_phrases_state_both_ways_or_may_be_of_another_stays_unclear(
    text: str, answer: Answer
) -> None:
    flag = ask(text, {"frumious": weigh_for(SEEN_YES, much=20)})["Robin", Question.SEEN]
    assert flag.answer is answer


def test_no_words_make_a_sighting_at_a_distance() -> None:
    text = "Telephone call from school about the frumious quandle: Robin was found vorpal"
    flag = ask(text, {"frumious": weigh_for(SEEN_YES, much=20)})["Robin", Question.SEEN]
    assert flag.answer is Answer.UNCLEAR
    flag = ask(text, {"frumious": weigh_for(SEEN_NO, much=20)})["Robin", Question.SEEN]
    assert flag.answer is Answer.NO


def test_a_text_of_any_length_is_weighed() -> None:
    flag = ask("frumious " * 3000 + "quandle", {"quandle": weigh_for(SEEN_NO)})
    assert flag["Robin", Question.SEEN].answer is Answer.NO


def test_a_text_longer_than_those_that_were_labelled_is_not_weighed() -> None:
    table = {"frumious": weigh_for(SEEN_YES)}
    for most, answer in ((8, Answer.YES), (7, Answer.NOT_RECORDED)):
        assert ask(TEXT, table, most_words=most)["Robin", Question.SEEN].answer is answer


def test_no_words_of_the_story_weigh_away_what_another_cell_tells() -> None:
    table = {"frumious": weigh_for(SEEN_NONE, much=20)}
    flag = ask(TEXT, table, contact_type="Missed appointment")["Robin", Question.SEEN]
    assert flag.answer is Answer.NO


def test_no_words_make_views_of_a_baby() -> None:
    baby = Case(children=(Child("Robin Ashdown", date(2019, 12, 1)),))
    when = When("", date(2020, 1, 6), date(2020, 1, 6))
    told = f"{TEXT}. If Robin says that he is sad, ring."
    flags = ask(told, {"frumious": weigh_for(VIEWS_YES)}, baby, when=when)
    assert flags["Robin", Question.VIEWS].answer is not Answer.YES


def test_rows_are_answered_alike_one_by_one_and_many_at_once() -> None:
    observer = Observer(Listener(RULES, TWO), TWO)
    kind = find_kind("CSC", AGENCIES)
    rows = [
        (Event(f"C-{number}", UNDATED, "CSC", text, Origin("f")), kind)
        for number, text in enumerate(
            [
                "Robin was in the lounge and showed me his drawing while mum was upstairs.",
                "",
                "T/C to mum.",
                "Wren said to be at nan's. Robin came to the door in pyjamas.",
                TEXT,
            ]
        )
    ]
    many = [one.flags for one in observer.observe_all(rows)]
    assert many == [observer.answer(*row) for row in rows]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Robin weighed 9 kg in the frumious quandle", Answer.UNCLEAR),
        (TEXT, Answer.NOT_RECORDED),
    ],
)
def test_words_that_make_a_sighting_barely_likeliest_leave_no_yes(
    text: str, answer: Answer
) -> None:
    table = {"frumious": {SEEN_YES: 1.52, SEEN_NO: 1.5}}  # each answer has a third, a yes more
    assert ask(text, table)["Robin", Question.SEEN].answer is answer

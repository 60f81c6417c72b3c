"""What words weigh together where no phrase tells an answer."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chronolator.model import Answer, Case, Child, Event, Flag, Origin, Question, Reason, When
from chronolator.model.rules.weights import LEANINGS, Doubt, Weights
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.seen.weighing import RULE, take_apart
from chronolator.seen.whose import make_mention
from chronolator.words.agencies import find_kind

RULES, AGENCIES = load_seen(), load_agencies()
SEEN_YES, SEEN_NO, ALONE_NO, VIEWS_YES = (LEANINGS[n] for n in (0, 1, 3, 4))
TEXT = "Zorbed the frumious quandle all that vorpal day"
ONE = Case(children=(Child("Robin Ashdown"),))
UNDATED = When("")
TWO = Case(children=(Child("Robin Ashdown"), Child("Wren Ashdown")))


def ask(
    text: str,
    pieces: dict[str, tuple[float, ...]],
    case: Case = ONE,
    when: When = UNDATED,
    **cells: Any,
) -> dict[tuple[str, Question], Flag]:
    """Answers by first name and question, where only these pieces weigh."""
    likely = dict.fromkeys(LEANINGS, 0.8)
    unless = dict.fromkeys((SEEN_YES, VIEWS_YES), ("hearsay",))
    surely = dict.fromkeys(LEANINGS, 0.95)
    weights = Weights(
        pieces,
        (-2.0,) * len(LEANINGS),
        likely=likely,
        surely=surely,
        doubt=Doubt(stated=0.01, hinted=0.05, untrue=0.005),
        fewest_words=5,
        unless=unless,
        doubted={SEEN_NO: ("hearsay",)},
    )
    observer = Observer(Listener(replace(RULES, weights=weights), case), case)
    event = Event("C-1", when, "CSC", text, Origin("f"), **cells)
    flags = observer.answer(event, find_kind("CSC", AGENCIES))
    return {(flag.child.split()[0], flag.question): flag for flag in flags}


def weigh_for(*leanings: tuple[Question, Answer]) -> tuple[float, ...]:
    return tuple(4.0 if one in leanings else 0.0 for one in LEANINGS)


def test_likely_enough_words_answer_and_are_shown() -> None:
    flag = ask(TEXT, {"frumious quandle": weigh_for(SEEN_YES)})["Robin", Question.SEEN]
    assert (flag.answer, flag.reason, flag.rule) == (Answer.YES, Reason.WEIGHED, RULE)
    assert [one.words for one in flag.evidence] == ["frumious quandle"]


def test_words_that_touch_are_shown_as_one() -> None:
    pieces = {"frumious": weigh_for(SEEN_NO), "quandle": weigh_for(SEEN_NO)}
    flag = ask(TEXT, pieces)["Robin", Question.SEEN]
    assert flag.answer is Answer.NO
    assert [one.words for one in flag.evidence] == ["frumious quandle"]


def test_alone_is_weighed_for_a_sighting_only() -> None:
    pieces = {"frumious": weigh_for(ALONE_NO)}
    assert ask(TEXT, pieces)["Robin", Question.ALONE].answer is Answer.NOT_RECORDED
    pieces["quandle"] = weigh_for(SEEN_YES)
    assert ask(TEXT, pieces)["Robin", Question.ALONE].answer is Answer.NO


def test_views_can_be_told_where_nobody_was_seen() -> None:
    flags = ask(TEXT, {"vorpal": weigh_for(VIEWS_YES)})
    assert flags["Robin", Question.VIEWS].answer is Answer.YES
    assert flags["Robin", Question.SEEN].answer is Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Zorbed the frumious quandle", {}),  # too few words
        ("Mother says he zorbed the frumious quandle all day", {}),  # told by another
        (TEXT, {"contact_type": "Telephone call"}),
        (TEXT, {"child_seen": "No"}),  # the column answers
        ("Child seen. Zorbed the frumious quandle all that day", {}),  # a phrase answers
    ],
)
def test_where_nothing_is_weighed(text: str, cells: dict[str, Any]) -> None:
    flag = ask(text, {"frumious": weigh_for(SEEN_YES)}, **cells)["Robin", Question.SEEN]
    assert flag.reason is not Reason.WEIGHED


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (
            "Police",
            "Phone strategy discussion, CSC TM and HV. Burn to child, account held plausible.",
        ),
        ("CSC", "Professionals meeting with school and HV. Child pale, bruise to cheek, sad face."),
        ("School", "Plan: child to be weighed and examined by the nurse in the medical room."),
        (
            "GP",
            "Letter from hospital: child examined, chest clear, bruise to left cheek, weight 9 kg.",
        ),
    ],
)
def test_nothing_is_weighed_of_a_meeting_a_plan_or_a_letter(agency: str, text: str) -> None:
    observer = Observer(Listener(RULES, ONE), ONE)
    event = Event("C-1", When(""), agency, text, Origin("f"))
    flags = observer.answer(event, find_kind(agency, AGENCIES))
    assert flags[0].reason is not Reason.WEIGHED


def test_a_child_is_weighed_who_is_named_and_no_other() -> None:
    pieces = {"frumious": weigh_for(SEEN_YES)}
    named = ask("Robin zorbed the frumious quandle all day", pieces, TWO)
    assert named["Robin", Question.SEEN].answer is Answer.YES
    assert named["Wren", Question.SEEN].answer is Answer.NOT_RECORDED
    nobody = ask(TEXT, pieces, TWO)
    assert nobody["Robin", Question.SEEN].answer is Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "against", "answer", "evidence"),
    [
        ("Robin weighed 9 kg in the frumious quandle", 0.0, Answer.YES, ["Robin weighed"]),
        (
            "Robin weighed 9 kg in the frumious quandle",
            -2.0,
            Answer.UNCLEAR,
            ["Robin weighed", "frumious quandle"],
        ),
        ("Robin weighed 9 kg in the frumious quandle", -4.0, Answer.NOT_RECORDED, []),
        ("Robin was seen in the frumious quandle", -2.0, Answer.YES, ["Robin was seen"]),
        (
            "Robin was seen in the frumious quandle",
            -4.0,
            Answer.UNCLEAR,
            ["Robin was seen", "frumious quandle"],
        ),
    ],
)
def test_what_words_make_unlikely_is_unclear_and_a_mere_hint_gives_way(
    text: str, against: float, answer: Answer, evidence: list[str]
) -> None:
    pieces = {"frumious quandle": tuple(against for _ in LEANINGS)}
    flag = ask(text, pieces)["Robin", Question.SEEN]
    assert flag.answer is answer
    assert [one.words for one in flag.evidence] == evidence


def test_where_siblings_are_named_the_sentences_of_the_child_alone_are_weighed() -> None:
    pieces = {"quandle": weigh_for(SEEN_YES)}
    flags = ask("Wren zorbed the quandle. Frumious vorpal day for Robin.", pieces, TWO)
    assert flags["Robin", Question.SEEN].answer is Answer.NOT_RECORDED
    assert flags["Wren", Question.SEEN].answer is Answer.YES
    flags = ask("Wren and Robin zorbed the quandle all that vorpal day.", pieces, TWO)
    assert Reason.WEIGHED not in {one.reason for one in flags.values()}


def test_a_cue_rules_out_an_answer_or_asks_for_a_surer_one() -> None:
    text = "Mother says that Robin zorbed the frumious quandle"
    likely = {"quandle": weigh_for(SEEN_NO)}
    sure = {**likely, "frumious": weigh_for(SEEN_NO)}
    assert ask(text, likely)["Robin", Question.SEEN].answer is Answer.NOT_RECORDED
    assert ask(text, sure)["Robin", Question.SEEN].answer is Answer.NO
    sure = dict.fromkeys(("frumious", "quandle"), weigh_for(SEEN_YES))
    assert ask(text, sure)["Robin", Question.SEEN].answer is Answer.NOT_RECORDED


def test_that_an_adult_was_not_there_weighs_nothing() -> None:
    pieces = {"home": weigh_for(SEEN_NO)}
    told = ask("Frumious quandle zorbed all day. Mother was not at home.", pieces)
    assert told["Robin", Question.SEEN].answer is Answer.NOT_RECORDED
    told = ask("Frumious quandle zorbed all day. Home was vorpal.", pieces)
    assert told["Robin", Question.SEEN].answer is Answer.NO


def test_what_a_phrase_takes_back_is_not_weighed() -> None:
    text = "Robin was seen last week and zorbed the frumious quandle"
    flag = ask(text, {"frumious": weigh_for(SEEN_YES)})["Robin", Question.SEEN]
    assert (flag.answer, flag.reason) == (Answer.NOT_RECORDED, Reason.EARLIER)


def test_a_text_of_any_length_is_weighed() -> None:
    flag = ask("frumious " * 3000 + "quandle", {f"frumious{n}": weigh_for() for n in range(3)})
    assert flag["Robin", Question.SEEN].answer is Answer.NOT_RECORDED
    many = " ".join(f"zorb{n}x" for n in range(400))
    pieces = {f"zorb{n}x": tuple(-9.0 for _ in LEANINGS) for n in range(400)}
    assert ask(many, pieces)["Robin", Question.SEEN].answer is Answer.NOT_RECORDED


def test_pieces_stand_for_who_is_named() -> None:
    case = Case(children=(Child("Robin"),))
    heard = Listener(RULES, case).hear(
        "Robin's tutor met mum at 10:30, calmly.", "school", None, make_mention(frozenset({0}))
    )
    names = {one.name for one in take_apart(heard, 0, "school")}
    expected = {"{child}'s", "{worker}", "{adult}", "met {adult}", "{worker}>met", "#", "calml*"}
    assert expected <= names
    assert not {name for name in names if "robin" in name or "mum" in name}


def test_what_phrases_take_back_is_settled_by_words_that_are_surer() -> None:
    pieces = {"frumious": weigh_for(SEEN_YES)}
    earlier = f"{TEXT}. Child was seen last week."
    assert ask(earlier, pieces)["Robin", Question.SEEN].answer is Answer.NOT_RECORDED
    pieces["quandle"] = weigh_for(SEEN_YES)
    flag = ask(earlier, pieces)["Robin", Question.SEEN]
    assert (flag.answer, flag.reason) == (Answer.YES, Reason.WEIGHED)


def test_a_plain_no_of_a_phrase_stays_whatever_the_words_weigh() -> None:
    pieces = {"frumious": weigh_for(SEEN_YES), "quandle": weigh_for(SEEN_YES)}
    told = f"Child was not seen. {TEXT}"
    assert ask(told, pieces)["Robin", Question.SEEN].answer is Answer.NO


def test_alone_is_settled_for_a_sighting_only_also_where_a_phrase_is_taken_back() -> None:
    pieces = {"frumious": weigh_for(ALONE_NO), "quandle": weigh_for(ALONE_NO)}
    told = f"{TEXT}. Child will be seen alone tomorrow."
    assert ask(told, pieces)["Robin", Question.ALONE].answer is Answer.NOT_RECORDED


def test_no_words_make_views_of_a_baby() -> None:
    baby = Case(children=(Child("Robin Ashdown", date(2019, 12, 1)),))
    when = When("", date(2020, 1, 6), date(2020, 1, 6))
    pieces = {"frumious": weigh_for(VIEWS_YES), "quandle": weigh_for(VIEWS_YES)}
    told = f"{TEXT}. If Robin says that he is sad, ring."
    flags = ask(told, pieces, baby, when=when)
    assert flags["Robin", Question.VIEWS].answer is not Answer.YES

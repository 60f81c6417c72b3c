"""The records of those who treat patients: who is there with a patient, who was sent out, and what
of a patient is written without a word of seeing."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED
ROWS = list(
    csv.DictReader(
        Path(__file__).with_name("patient_rows.csv").read_text(encoding="utf-8").splitlines()
    )
)


def answer(ask: Ask, agency: str, text: str, name: str = "") -> list[Answer]:
    case = Case(children=(Child(name),)) if name else Case()
    flags = {question: flag.answer for (_, question), flag in ask(text, agency, case).items()}
    return [flags[Question.SEEN], flags[Question.ALONE], flags[Question.VIEWS]]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:50] for row in ROWS])
def test_a_row_of_a_patient_gets_its_labels(ask: Ask, row: dict[str, str]) -> None:
    seen, alone, views = answer(ask, row["agency"], row["text"], row["child"])
    assert (seen, alone, views is YES) == (row["seen"], row["alone"], row["views"] == "yes")


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Carer in attendance, chest clear.", [YES, NO, SILENT]),
        ("Both parents in the room. Hips normal.", [YES, NO, SILENT]),
        ("Father at bedside. Sats 97 in air.", [YES, NO, SILENT]),
        ("Mother examined. Chest clear.", [SILENT, SILENT, SILENT]),
    ],
)
def test_what_is_found_is_not_of_who_attends_with_a_patient(
    ask: Ask, text: str, answers: list[Answer]
) -> None:
    assert answer(ask, "GP", text) == answers


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("YP seen. Mum sent out of cubicle; told nurse she wanted to die.", YES),
        ("Mum reports poor sleep. Mum left the room. Says school is hell.", YES),
        ("Mum left the room. Dad came in. Says school is hell.", SILENT),
        ("Mum says he sleeps badly. Says school is hell.", SILENT),
    ],
)
def test_an_adult_who_left_tells_nothing_after_that(ask: Ask, text: str, views: Answer) -> None:
    assert answer(ask, "Hospital", text)[2] is views


@pytest.mark.parametrize(
    ("agency", "text", "seen"),
    [
        ("NHS 111", "2yo, scald to forearm. Advised ED.", SILENT),
        ("Hospital", "2yo, scald to forearm. Dressing applied.", YES),
        ("NHS 111", "Caller aged 12, says tummy hurts.", SILENT),
    ],
)
def test_a_helpline_sees_nobody(ask: Ask, agency: str, text: str, seen: Answer) -> None:
    assert answer(ask, agency, text)[0] is seen


def test_who_was_rung_about_a_child_speaks_for_themselves(ask: Ask) -> None:
    text = "Telephoned mum as child had not arrived. Says they slept in."
    assert answer(ask, "Nursery", text)[2] is SILENT


def test_who_was_not_there_is_the_adult_of_whom_it_is_said(ask: Ask) -> None:
    assert answer(ask, "Nursery", "Saw the child in the quiet room, mum not here.")[0] is YES

"""Invented rows over the agencies and classes of the field, labelled before the rules were tried.

A row is "yes" only where a professional had the child in sight at this contact; "no" where the
child was not seen though they might have been; everything else is "not recorded".
"""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]

ROWS = list(
    csv.DictReader(Path(__file__).with_name("rows.csv").read_text(encoding="utf-8").splitlines())
)


@pytest.fixture
def answered(ask: Ask) -> list[tuple[dict[str, str], dict[Question, Answer]]]:
    found = []
    for row in ROWS:
        case = Case(children=(Child(row["child"]),)) if row["child"] else Case()
        flags = ask(row["text"], row["agency"], case)
        found.append((row, {question: flag.answer for (_, question), flag in flags.items()}))
    return found


def test_there_are_enough_rows() -> None:
    assert len(ROWS) >= 700
    assert len({row["text"] for row in ROWS}) == len(ROWS)


def test_no_false_sighting(
    answered: list[tuple[dict[str, str], dict[Question, Answer]]],
) -> None:
    wrong = [r for r, a in answered if a[Question.SEEN] is Answer.YES and r["seen"] != "yes"]
    assert wrong == []


def test_nearly_every_answer_is_right(
    answered: list[tuple[dict[str, str], dict[Question, Answer]]],
) -> None:
    tally: Counter[str] = Counter()
    for row, answers in answered:
        tally["seen"] += answers[Question.SEEN] == row["seen"]
        tally["views"] += (answers[Question.VIEWS] is Answer.YES) == (row["views"] == "yes")
        if row["seen"] == "yes":
            tally["sightings"] += 1
            tally["alone"] += answers[Question.ALONE] == row["alone"]
    assert tally["seen"] >= 0.97 * len(ROWS)
    assert tally["views"] >= 0.98 * len(ROWS)
    assert tally["alone"] >= 0.93 * tally["sightings"]

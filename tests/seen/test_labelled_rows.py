"""Invented rows over the agencies and classes of the field, labelled before the rules were tried.

A row is "yes" only where a professional had the child in sight at this contact; "no" where the
child was not seen though they might have been; everything else is "not recorded".
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from chronolator.model import Answer, Event, Origin, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.words.agencies import find_kind
from tests.quality.observing import make_observer

pytestmark = pytest.mark.usefixtures("untraced")

RULES, AGENCIES = load_seen(), load_agencies()
HERE = Path(__file__).parent
ROWS = list(csv.DictReader((HERE / "rows.csv").read_text(encoding="utf-8").splitlines()))
MORE = list(csv.DictReader((HERE / "more_rows.csv").read_text(encoding="utf-8").splitlines()))
"""Longer and harder rows, traps, and rows in everyday words: rules were mended for what they
taught. Those of several children stand once for each.
"""

CONTRASTS = list(
    csv.DictReader((HERE / "contrast_rows.csv").read_text(encoding="utf-8").splitlines())
)
"""Rows in groups that share most of their words, of which a few turn the answer: at first sight
89 % were right, and 27 said to be seen falsely.
"""


def ask(row: dict[str, str]) -> dict[Question, Answer]:
    event = Event("C-1", When(""), row["agency"], row["text"], Origin("f"))
    observer = make_observer(row["child"], row.get("others", ""))
    flags = observer.answer(event, find_kind(row["agency"], AGENCIES))
    return {flag.question: flag.answer for flag in flags[:3]}


@pytest.fixture(scope="module")
def answered() -> list[tuple[dict[str, str], dict[Question, Answer]]]:
    return [(row, ask(row)) for row in ROWS]


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


def test_longer_rows_and_traps_do_not_grow_worse() -> None:
    tally: Counter[str] = Counter()
    for row in MORE:
        seen = ask(row)[Question.SEEN]
        tally["right"] += seen == row["seen"]
        tally["false"] += seen is Answer.YES and row["seen"] != "yes"
    assert len(MORE) >= 5000
    assert tally["right"] >= 0.925 * len(MORE)
    assert tally["false"] <= 0.006 * len(MORE)


def test_rows_that_differ_in_a_few_words_do_not_grow_worse() -> None:
    seen = [(row["seen"], ask(row)[Question.SEEN]) for row in CONTRASTS]
    assert len(seen) >= 700
    assert sum(truly == told for truly, told in seen) >= 0.92 * len(seen)
    assert sum(told is Answer.YES and truly != "yes" for truly, told in seen) <= 12

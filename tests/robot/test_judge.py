"""The judge finds what waits, and is not content with what waits for another row."""

import pytest

from tests.robot.fate import Fate
from tests.robot.held import Held, Kind
from tests.robot.judge import find_bearing, judge
from tests.robot.shown import Cell, Row, Shown
from tests.robot.truth import Truth

OWN, BESIDE = "C-0000000001", "C-0000000002"
TORN = Held(Kind.CORRECTION, ("School nurse",), 1, BESIDE, "Agency", "Agency", torn=True)


@pytest.mark.parametrize(
    ("line", "fate"),
    [
        (f"School nurse | Agency | Its row is gone | {OWN}", Fate.WAITING),
        (f"School nurse | Agency | Its row was torn; it stood beside {BESIDE}", Fate.WAITING),
        ("School nurse | Agency | Its row is gone | C-0000000003", Fate.LOST),
        (f"School nurse | Place | Its row is gone | {OWN}", Fate.LOST),
    ],
)
def test_a_torn_correction_waits_with_the_ref_of_its_row_or_the_one_beside_it(
    line: str, fate: Fate
) -> None:
    shown = Shown([], {"Notes to place": [line]}, [], "")
    (judged,) = judge([TORN], shown, Truth(refs={OWN: 1, BESIDE: 2}))
    assert judged.fate is fate


def test_of_a_row_that_was_split_only_the_part_with_her_answer_bears_it() -> None:
    answer = Held(Kind.ANSWER, ("unclear",), 1, OWN, "Mia: views", "Mia: views")
    rows = [
        Row(ref, number, (Cell("Mia: views", words),))
        for ref, number, words in ((OWN, 2, "Unclear"), (BESIDE, 3, "Not recorded"))
    ]
    truth = Truth(refs={OWN: 1})
    truth.children[1] = [2, 3]
    assert find_bearing(answer, Shown(rows, {}, [], ""), truth) == rows[:1]

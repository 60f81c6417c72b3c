"""A sample of the robot's histories; `python -m tests.robot` lives all of them."""

import pytest

from chronolator.columns.parts import MOST_ROWS
from tests.robot.edits import EDITS
from tests.robot.fate import FAULTS, Fate
from tests.robot.figures import Figures
from tests.robot.held import Kind
from tests.robot.later import MIX
from tests.robot.run import run, run_batch

SEEDS = (*range(0, len(EDITS), 3), *range(1000, 1016))
"""Every third kind of edit by itself, and as many histories of mixed ones: some 30."""
RIGHTLY, WRONGLY = 0.9, 0.02

pytestmark = pytest.mark.usefixtures("untraced")


def test_nothing_is_lost_and_nothing_stands_on_another_row_without_a_word() -> None:
    figures = Figures()
    for history in run(SEEDS):
        assert history.stopped == [], history.seed
        assert [one for one in history.judged if one.fate in FAULTS] == [], history.seed
        figures.add(history.judged)
    right, wrong = figures.weigh(MIX)
    assert right >= RIGHTLY
    assert wrong <= WRONGLY
    assert figures.kinds[Kind.NOTE, Fate.RIGHT] > 500  # the robot does write


def test_nor_where_the_chronology_stands_on_several_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    most = "chronolator.write.workbook.checked.MOST_ROWS"
    monkeypatch.setattr(most, MOST_ROWS)  # the sheets of findings stay as large as they are
    monkeypatch.setattr("chronolator.columns.parts.MOST_ROWS", 40)
    for history in run_batch(range(1016, 1020)):
        assert history.stopped == [], history.seed
        assert [one for one in history.judged if one.fate in FAULTS] == [], history.seed

"""Merges without edits between them change nothing."""

import zipfile
from pathlib import Path
from random import Random

import pytest

from tests.robot.desk import sit_down, stand_up
from tests.robot.edits import corrections, decisions, looks, notes, rows, sheets
from tests.robot.history import merge
from tests.robot.returns import CASE, make_returns, write_returns

pytestmark = pytest.mark.usefixtures("untraced")


def list_parts(path: Path) -> dict[str, bytes]:
    """What the workbook holds, but for the part with the moment of writing."""
    with zipfile.ZipFile(path) as package:
        names = sorted(set(package.namelist()) - {"docProps/core.xml"})
        return {name: package.read(name) for name in names}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_second_third_and_fourth_workbook_are_the_same(seed: int, tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    write_returns(make_returns(Random(seed)), tmp_path / "agency")
    workbook = tmp_path / "out.xlsx"
    found = []
    for _ in range(4):
        assert merge(tmp_path, workbook)[0] == 0
        found.append(list_parts(workbook))
    assert found[1] == found[2] == found[3] == found[0]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_an_author_wrote_settles_with_the_first_merge(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    places = write_returns(make_returns(random), tmp_path / "agency")
    workbook = tmp_path / "out.xlsx"
    assert merge(tmp_path, workbook)[0] == 0
    desk = sit_down(workbook, places)
    for edit in (
        notes.write_notes,
        rows.add_own_rows,
        rows.copy_rows,
        corrections.correct_answers,
        corrections.correct_dates,
        corrections.correct_words,
        decisions.decide_by_refs,
        looks.fill_rows,
        looks.comment,
        sheets.add_a_sheet,
    ):
        edit(desk, random)
    stand_up(desk, workbook)
    assert merge(tmp_path, workbook)[0] == 0  # names what was new
    found = []
    for _ in range(3):
        assert merge(tmp_path, workbook)[0] == 0
        found.append(list_parts(workbook))
    assert found[0] == found[1] == found[2]

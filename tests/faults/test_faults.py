"""A few of the faults that `python -m tests.faults` tries at all moments."""

import sys
from pathlib import Path

import pytest

from chronolator.save.holding import hold
from tests.faults.case import Case, look, make_case
from tests.faults.trials import Trial, judge, list_full_disks, list_kills, list_stops

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals"),
    pytest.mark.usefixtures("untraced"),  # what measures writes files too, and has no room either
]

KILLS, EVERY = 30, 12
"""Of so many moments, one in so many, and each before a renaming."""
FEW = 2
RENAMINGS = 4


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return make_case(tmp_path_factory.mktemp("faults") / "case")


def judge_all(case: Case, folder: Path, trials: list[Trial]) -> list[str]:
    judged = [judge(case, folder / f"{number}", trial) for number, trial in enumerate(trials)]
    return [one for told in judged for one in told]


def test_a_merge_that_is_killed_costs_no_note(case: Case, tmp_path: Path) -> None:
    kills = list(list_kills(case, tmp_path / "kills", KILLS))
    chosen = [one for number, one in enumerate(kills) if "rename" in one[0] or not number % EVERY]
    assert sum("rename" in told for told, _ in chosen) >= RENAMINGS
    assert judge_all(case, tmp_path, chosen) == []


def test_a_merge_that_is_stopped_leaves_the_old_workbook_and_nothing_else(
    case: Case, tmp_path: Path
) -> None:
    stops = list(list_stops(case, tmp_path / "stops", FEW))
    assert len(stops) == FEW
    assert judge_all(case, tmp_path, stops) == []


def test_a_full_disk_leaves_the_folder_as_it_was(case: Case, tmp_path: Path) -> None:
    assert judge_all(case, tmp_path, list(list_full_disks(case, FEW))) == []


def test_of_two_merges_into_one_place_the_second_says_so(case: Case, tmp_path: Path) -> None:
    copy = case.copy(tmp_path / "two")
    before = copy.workbook.read_bytes()
    with hold(copy.workbook, copy.workbook):
        ran = copy.run("merge")
    assert ran.returncode == 1
    assert "another chron is writing there" in ran.stderr
    assert copy.workbook.read_bytes() == before
    assert look(copy, case.read_notes()) == []


def test_nothing_is_left_behind_but_the_workbook_and_its_backups(
    case: Case, tmp_path: Path
) -> None:
    copy = case.copy(tmp_path / "clean")
    before = copy.list_files()
    assert copy.run("merge").returncode == 0
    new = {*copy.list_files()} - {*before}
    assert new == {"integrated-chronology.backup-2.xlsx"}

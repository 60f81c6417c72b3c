"""A workbook written elsewhere than where the author wrote: what is not in it is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronolator import earlier
from chronolator.model import Earlier
from chronolator.workers import Limits
from tests.cli.conftest import Chron

FULL = "integrated-chronology.xlsx"
TOLD = f"What you wrote in {FULL} is not in this file"
REMEDY = f"--notes-from {FULL}"

pytestmark = pytest.mark.usefixtures("untraced")


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def new(workbook: Path) -> str:
    (workbook.parent / "else").mkdir()
    return "else/new.xlsx"


def test_what_she_wrote_in_the_workbook_here_is_said_to_be_missing(
    chron: Chron, workbook: Path, new: str, edit: Callable[..., None]
) -> None:
    edit(workbook, "Review notes", "No reply", "Ask the police")
    edit(workbook, "Robin: seen", "No reply", "Unclear")
    ran = chron("merge", "-o", new)
    assert (ran.status, ran.err) == (0, "")
    assert f"{TOLD}: 1 row with notes, 1 correction, 0 rows of your own." in squeeze(ran.out)
    assert REMEDY in squeeze(ran.out)
    told = chron("merge", "-o", new, "--notes-from", FULL).out
    assert TOLD not in squeeze(told)
    assert "1 row with notes, 1 correction" in squeeze(told)
    assert TOLD not in squeeze(chron("merge", "-o", new).out)


def test_it_is_said_where_the_rest_is_quiet_too(
    chron: Chron, workbook: Path, new: str, edit: Callable[..., None]
) -> None:
    edit(workbook, "Review notes", "No reply", "Ask the police")
    ran = chron("merge", "--quiet", "-o", new)
    assert (ran.status, ran.out) == (0, "")
    assert TOLD in squeeze(ran.err)
    assert REMEDY in squeeze(ran.err)


def test_nothing_is_said_of_a_workbook_in_which_she_wrote_nothing(chron: Chron, new: str) -> None:
    assert "What you wrote" not in squeeze(chron("merge", "-o", new).out)


def test_nothing_is_said_of_a_workbook_of_another_case(
    chron: Chron, workbook: Path, new: str, edit: Callable[..., None], tmp_path: Path
) -> None:
    edit(workbook, "Review notes", "No reply", "Ask the police")
    (tmp_path / "GP.csv").write_text("Date,Event\n01/02/2019,Seen.\n", encoding="utf-8")
    assert "What you wrote" not in squeeze(chron("merge", "GP.csv", "-o", new).out)


def test_a_damaged_workbook_here_does_not_stop_it(chron: Chron, workbook: Path, new: str) -> None:
    workbook.write_bytes(workbook.read_bytes()[:2000])
    assert chron("merge", "-o", new).status == 0


def test_a_first_merge_does_not_read_back_what_it_has_just_written(
    chron: Chron, case_file: Path, agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert case_file.exists()
    assert agency.exists()
    there: list[bool] = []
    read = earlier.read_earlier

    def spy(path: Path, *limits: Limits) -> Earlier | None:
        there.append(path.exists())
        return read(path, *limits)

    monkeypatch.setattr(earlier, "read_earlier", spy)
    assert chron("merge").status == 0
    assert there == [False]

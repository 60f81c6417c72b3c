"""How the screen tells of many things that ask for the same."""

from pathlib import Path
from typing import Any

import pytest

from chronolator.cli import show
from chronolator.model import Origin, Problem, ProblemKind
from chronolator.problems import group_problems

pytestmark = pytest.mark.usefixtures("untraced")

TEXT = "What the agency recorded"
YOURS = "the agency has changed what you corrected there; yours stands"
DECIDE = "Decide whose counts."


def rewrite(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def test_each_cell_that_an_agency_changed_is_named_and_what_to_do_is_said_once(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, TEXT, "Joint visit", "Joint visit with SW Hill. Robin was in the garden.")
    edit(workbook, TEXT, "No reply", "Robin not seen: nobody came to the door.")
    assert chron("merge", "--quiet").status == 0
    rewrite(
        agency / "Police.csv",
        ("in the living room.", "in the living room, asleep."),
        ("No reply at the door.", "No reply at the back door."),
    )
    told = " ".join(chron("merge").out.split())
    assert told.count(YOURS) == 2
    assert told.count(DECIDE) == 1
    assert "2 x" not in told.partition("To look at")[2].partition(YOURS)[0]


def test_what_is_not_carried_is_all_named_and_the_backup_once(
    chron: Any, workbook: Path, edit: Any
) -> None:
    for number, words in enumerate(("Joint visit", "No reply", "in school today", "school trip")):
        edit(workbook, "File", words, f"file {number}")
    told = " ".join(chron("merge").out.split()).partition("Return")[0]
    assert told.count("what you changed there is not carried") == 4
    assert told.count("It stands in the backup") == 1


def test_of_many_alike_the_first_are_told_and_the_others_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    place, hint = Origin("out.xlsx"), "Choose the Ref of its row there."
    problems = [
        Problem(place, ProblemKind.NOTE, f"out.xlsx: note {number} waits", hint)
        for number in range(9)
    ]
    show.say_groups(group_problems(problems), most=5)
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        *(f"  out.xlsx: note {number} waits" for number in range(5)),
        "  and 4 more like these, on the sheet Problems",
        f"    {hint}",
    ]

"""What is not carried from an earlier workbook is named before the new one is written."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill

from chronolator.errors import OutputError

pytestmark = pytest.mark.usefixtures("untraced")

SHEET = "Integrated chronology"


@pytest.fixture
def dressed(workbook: Path) -> Path:
    """The workbook with a comment, a fill, a sheet of hers, and a conditional format."""
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    sheet["G3"].fill = PatternFill("solid", fgColor="92D050")
    sheet["G3"].comment = Comment("ask them", "K")
    sheet.conditional_formatting.add("B2:B4", Rule(type="duplicateValues"))
    book.create_sheet("Thoughts")["A1"] = "whom to ask"
    book.save(workbook)
    return workbook


def test_the_looks_are_carried_and_the_rest_is_named_with_the_backup(
    chron: Any, dressed: Path
) -> None:
    told = " ".join(chron("merge", columns=200).out.split())
    named = "Not carried from the earlier workbook:"
    place = f"{dressed.name}: sheet {SHEET}, cells B2:B4: not carried: the conditional format"
    assert f"{named} {place}" in told
    assert "It stands in the backup, integrated-chronology.backup-1.xlsx." in told
    book = openpyxl.load_workbook(dressed)
    cell = book[SHEET]["G3"]
    assert (str(cell.fill.fgColor.rgb), cell.comment and cell.comment.text) == (
        "FF92D050",
        "K: ask them",
    )
    assert book["Thoughts"]["A1"].value == "whom to ask"
    problems = [" ".join(map(str, row)) for row in book["Problems"].values]
    assert sum("the conditional format" in row for row in problems) == 1
    told = " ".join(chron("merge").out.split())
    assert named not in told


def test_it_is_named_before_the_file_is_written_however_quiet(
    chron: Any, dressed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OutputError("full", hint="make room")

    before = dressed.read_bytes()
    monkeypatch.setattr("chronolator.save.save", refuse)
    ran = chron("merge", "--quiet", columns=200)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.index("the conditional format") < ran.err.index("full")
    assert dressed.read_bytes() == before


def test_a_workbook_named_for_its_notes_stands_where_it_is(chron: Any, dressed: Path) -> None:
    dressed.rename(dressed.with_name("mine.xlsx"))
    told = " ".join(chron("merge", "--notes-from", "mine.xlsx", columns=200).out.split())
    assert "It stands in mine.xlsx." in told

"""`chron merge -o FILE.html`: a page that shows what the author wrote and takes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chronolator.write.page import read_values

FULL = "integrated-chronology.xlsx"
NOTE = "Who was right?"

pytestmark = pytest.mark.usefixtures("workbook")


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_it_shows_corrections_and_notes_only_if_asked_for(
    chron: Any, tmp_path: Path, edit: Callable[..., None]
) -> None:
    edit(tmp_path / FULL, "Review notes", "living room", NOTE)
    edit(tmp_path / FULL, "Robin: seen", "No reply", "Unclear")
    ran = chron("merge", "-o", "chronology.html")
    assert (ran.status, ran.err) == (0, "")
    assert "chronology.html: 4 entries" in squeeze(ran.out)
    assert "The notes are not shown; --with-notes shows them." in squeeze(ran.out)
    told = read_values(tmp_path / "chronology.html")
    assert told["answers"]["seen"][0][1] == "u"
    assert "Robin: seen: corrected by the author" in str(told["entries"][1])
    assert NOTE not in str(told)
    ran = chron("merge", "-o", "chronology.html", "--with-notes")
    assert "not shown" not in ran.out
    assert NOTE in str(read_values(tmp_path / "chronology.html"))
    assert NOTE not in str(read_values(tmp_path / "chronology.backup-1.html"))


def test_it_tells_the_gaps_of_every_question(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "-o", "chronology.html", "--quiet").status == 0
    told = read_values(tmp_path / "chronology.html")
    assert {clock["of"] for clock in told["clocks"]} == {"seen", "alone", "views"}


def test_one_row_a_contact(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "--collapse", "-o", "a.html", "--quiet").status == 0
    assert read_values(tmp_path / "a.html")["by_contact"] is True


def test_columns_are_not_chosen(chron: Any) -> None:
    ran = chron("merge", "-o", "a.html", "--columns", "date")
    assert ran.status == 1
    assert "holds every column, and none is chosen for it" in squeeze(ran.err)


def test_help_tells_of_it(chron: Any) -> None:
    assert ".html(apagewithatimeline)" in "".join(chron("merge", "--help").out.split())

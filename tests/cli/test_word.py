"""`chron merge -o FILE.docx`: an appendix that shows what the author wrote and takes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

FULL = "integrated-chronology.xlsx"
NOTE = "Who was right?"
SEEN = "Joint visit with SW Hill. Robin seen in the living room."

pytestmark = pytest.mark.usefixtures("workbook")


def read(path: Path) -> list[dict[str, str]]:
    """The rows of the last table, which is the chronology."""
    first, *rows = docx.Document(str(path)).tables[-1].rows
    headings = [cell.text for cell in first.cells]
    return [dict(zip(headings, (one.text for one in row.cells), strict=True)) for row in rows]


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_it_shows_corrections_and_notes_only_if_asked_for(
    chron: Any, tmp_path: Path, edit: Callable[..., None]
) -> None:
    edit(tmp_path / FULL, "Review notes", "living room", NOTE)
    edit(tmp_path / FULL, "Robin: seen", "No reply", "Unclear")
    before = (tmp_path / FULL).read_bytes()
    ran = chron("merge", "-o", "Appendix.docx")
    assert (ran.status, ran.err) == (0, "")
    assert "Appendix.docx: 4 entries" in squeeze(ran.out)
    assert (
        f"With what you wrote in {FULL}: 1 row with notes, 1 correction, 0 rows of your own. "
        "The notes are not shown; --with-notes shows them."
    ) in squeeze(ran.out)
    rows = read(tmp_path / "Appendix.docx")
    assert rows[0]["What the agency recorded"].startswith(SEEN)
    assert rows[1]["Robin"].startswith("Seen: Unclear (corrected by the author)")
    assert NOTE not in str(rows)
    ran = chron("merge", "-o", "Appendix.docx", "--with-notes")
    assert "not shown" not in ran.out
    assert (tmp_path / "Appendix.backup-1.docx").exists()
    assert "The earlier file is kept beside it as Appendix.backup-1.docx" in squeeze(ran.out)
    assert [row["Review notes"] for row in read(tmp_path / "Appendix.docx")] == [NOTE, "", "", ""]
    assert NOTE not in str(read(tmp_path / "Appendix.backup-1.docx"))
    assert (tmp_path / FULL).read_bytes() == before


NONE_SHOWN = "The notes are not shown; "


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a.docx", "date, agency, Review notes, Practice"), ""),
        (("a.docx", "date, review notes"), 'Shown of the notes: "Review notes"; not "Practice".'),
        (
            ("a.docx", "date, practice", "--with-notes"),
            'Shown of the notes: "Practice"; not "Review notes".',
        ),
        (("a.docx", "date, agency"), f"{NONE_SHOWN}--with-notes shows them."),
        (("a.docx", "date, agency", "--with-notes"), ""),
        (("a.docx", "date, agency", "--collapse"), f"{NONE_SHOWN}--with-notes shows them."),
        (
            ("a.docx", "date, Agencies, practice", "--collapse"),
            'Shown of the notes: "Practice"; not "Review notes".',
        ),
        (("a.csv", "date, agency"), f"{NONE_SHOWN}name their columns in --columns to have them."),
        (("a.csv", "date, practice"), 'Shown of the notes: "Practice"; not "Review notes".'),
        (("a.csv", ""), ""),
    ],
)
def test_it_says_which_notes_are_shown(
    words: tuple[str, ...], said: str, chron: Any, tmp_path: Path, edit: Callable[..., None]
) -> None:
    edit(tmp_path / FULL, "Review notes", "living room", NOTE)
    edit(tmp_path / FULL, "Practice", "No reply", "Good.")
    edit(tmp_path / FULL, "Order", "No reply", 2)
    name, columns, *more = words
    ran = chron("merge", "-o", name, *(("--columns", columns) if columns else ()), *more)
    assert (ran.status, ran.err) == (0, "")
    told = squeeze(ran.out)
    assert "rows with notes" in told
    assert said in told
    assert said or ("shown" not in told and "Shown" not in told)


def test_one_row_a_contact_and_columns_as_named(chron: Any, tmp_path: Path) -> None:
    ran = chron(
        *("merge", "--collapse", "-o", "a.docx", "--quiet"),
        *("--columns", "date, agency", "--columns", "What the agency recorded"),
    )
    assert (ran.status, ran.err) == (0, "")
    rows = read(tmp_path / "a.docx")
    assert list(rows[0]) == ["Date", "Agencies", "What the agencies recorded"]
    assert rows[0]["Date"] == "Tue 12 Mar 2019"


def test_columns_are_chosen_for_csv_too(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "-o", "a.csv", "--quiet", "--columns", "agency, seen").status == 0
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["Agency,Robin: seen", "Police,Yes"]


@pytest.mark.parametrize(
    ("words", "cause", "remedy"),
    [
        (
            ("-o", "a.docx", "--columns", "date, shoe size"),
            '--columns: there is no column "shoe size"',
            "The columns are: Ref; No.; ",
        ),
        (("--columns", "date"), "holds every column", "end in .docx or .csv"),
        (("-o", "a.json", "--columns", "date"), "holds every column", "Leave --columns out"),
        (("-o", "theirs.docx"), "stands there already", "--force"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    words: tuple[str, ...], cause: str, remedy: str, chron: Any, tmp_path: Path
) -> None:
    docx.Document().save(str(tmp_path / "theirs.docx"))
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    ran = chron("merge", *words)
    assert ran.status == 1
    assert cause in squeeze(ran.err)
    assert remedy in squeeze(ran.err)
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("copy", "kind"),
    [("agency/Appendix.docx", "a document"), ("agency/chronology.html", "a page")],
)
def test_no_command_reads_a_copy_for_reading(chron: Any, copy: str, kind: str) -> None:
    assert chron("merge", "-o", copy, "--quiet").status == 0
    ran = chron("merge")
    assert ran.status == 0
    assert "4 entries" in ran.out
    assert "passed over, a copy for reading that chron wrote" in squeeze(ran.out)
    ran = chron("explain", copy, "2")
    assert ran.status == 1
    assert f"{kind} that chron wrote" in squeeze(ran.err)
    ran = chron("merge", "--notes-from", copy)
    assert ran.status == 1
    assert "a copy for reading, in which no notes are kept" in squeeze(ran.err)


def test_help_tells_of_it(chron: Any) -> None:
    told = "".join(chron("merge", "--help").out.split())
    assert "--columns" in told
    assert "--with-notes" in told
    assert ".docx(anappendixforareport)" in told


def test_where_notes_are_asked_for_and_no_workbook_is_there_it_says_so(
    chron: Any, tmp_path: Path
) -> None:
    (tmp_path / FULL).rename(tmp_path / "mine.xlsx")
    told = squeeze(chron("merge", "-o", "a.docx", "--with-notes").out)
    assert f"No {FULL} is here, whose notes it could show." in told
    assert "add --notes-from and its name" in told
    assert "whose notes" not in chron("merge", "-o", "a.docx").out

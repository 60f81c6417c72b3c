"""What the author writes in cells of ours, in rows of her own: it is kept, and nothing else is."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_corrections import find, tell_problems

pytestmark = pytest.mark.usefixtures("untraced")

TEXT = "What the agency recorded"
OTHER = "Other columns"
INTERVIEW = {"Date": "3/6/2019", "Agency": "Family", TEXT: "Interview with Gran"}
HERS = {
    "Ref": "INT-1",
    "No.": 9.5,
    "Date as written": "early June, she thinks",
    "Where it stands": "transcript, page 4",
    "Contact": "the visit of 2 June",
    "File": "tape 3",
    "Robin: age": "three",
    "Robin: seen": "by Gran",
    "Robin: why": "she heard him",
    "Date is": "guessed",
    "About this row": "ask again",
    "Agency's own words": "none",
}


def list_other(row: dict[str, Any]) -> set[str]:
    return {*filter(None, str(row.get(OTHER) or "").splitlines())}


@pytest.mark.parametrize("later", [False, True])
def test_what_she_writes_in_cells_of_ours_is_kept_in_her_row(
    chron: Any, workbook: Path, add_row: Any, edit: Any, *, later: bool
) -> None:
    cells = {key: one for key, one in HERS.items() if key in find(workbook, "No reply")}
    assert len(cells) >= len(HERS) - 1
    add_row(workbook, **INTERVIEW, **({} if later else cells))
    assert chron("merge", "--quiet").status == 0
    if later:
        assert list_other(find(workbook, "Interview")) == set()
        for heading, text in cells.items():
            edit(workbook, heading, "Interview", text)
        assert chron("merge", "--quiet").status == 0
    kept = {f"{heading}: {text}" for heading, text in cells.items()}
    assert list_other(find(workbook, "Interview")) == kept
    told = tell_problems(workbook)
    assert all(heading in told for heading in cells)
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert list_other(find(workbook, "Interview")) == kept
        assert "Where it stands" not in tell_problems(workbook)


@pytest.mark.parametrize("heading", ["Date", TEXT, "Agency", "Review notes"])
def test_what_chron_writes_beside_her_row_is_not_taken_for_hers(
    chron: Any, workbook: Path, add_row: Any, edit: Any, heading: str
) -> None:
    add_row(workbook, **INTERVIEW)
    add_row(workbook, **INTERVIEW | {TEXT: "Letter", "Date": "about May 2019"})
    assert chron("merge", "--quiet").status == 0
    edit(workbook, heading, "Interview with Gran", "4/6/2019")
    assert chron("merge", "--quiet").status == 0
    for row in (find(workbook, "Letter"), find(workbook, "Gran" if heading != TEXT else "4/6")):
        assert list_other(row) == set()


def test_a_copy_of_a_row_made_hers_brings_nothing_of_ours_along(
    chron: Any, workbook: Path, add_row: Any
) -> None:
    copied = find(workbook, "No reply") | {"Ref": None, TEXT: "My own reading of the visit"}
    add_row(workbook, **copied)
    assert chron("merge", "--quiet").status == 0
    assert list_other(find(workbook, "My own reading")) == set()


def test_a_row_with_a_ref_that_chron_never_gave_is_hers(
    chron: Any, workbook: Path, add_row: Any
) -> None:
    add_row(workbook, Ref="C-AAAAAAAAAA", **INTERVIEW)
    assert chron("merge", "--quiet").status == 0
    row = find(workbook, "Interview")
    assert row["Ref"] is None
    assert list_other(row) == {"Ref: C-AAAAAAAAAA"}


def test_a_number_of_ours_that_she_overwrites_is_named(
    chron: Any, workbook: Path, edit: Any
) -> None:
    edit(workbook, "No.", "No reply", 77)
    assert chron("merge", "--quiet").status == 0
    ref = find(workbook, "No reply")["Ref"]
    told = f"ow {ref}, column No.: what you changed there is not carried"
    assert told in tell_problems(workbook)


def test_a_check_that_she_emptied_is_no_change(chron: Any, workbook: Path, edit: Any) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    school = workbook.parent / "agency" / "School.csv"
    school.write_text(school.read_text().replace("14/06", "13/06"))
    assert chron("merge", "--quiet").status == 0
    edit(workbook, "Carried note: check", "in school today", None)
    assert chron("merge", "--quiet").status == 0
    assert "Carried note" not in tell_problems(workbook)


DATES = (
    ("May 2019", "14:30"),
    ("May 2019", "evening"),
    ("about 5 May 2019", "2pm"),
    ("2-5 May 2019", "14:30"),
    ("before 5 May 2019", time(9, 5)),
    ("Spring 2019", "9.15"),
    ("2019", "14:30 - 15:00"),
    ("unknown", "14:30"),
    ("w/c 6 May 2019", "noon"),
    ("", "14:30"),
    ("7 June", "14:30"),
    ("the day before", "14:30"),
    (date(2019, 5, 6), "afternoon"),
)


def test_a_date_of_hers_with_a_time_is_the_same_in_every_merge(
    chron: Any, workbook: Path, add_row: Any
) -> None:
    for number, (day, clock) in enumerate(DATES):
        cells = {"Date": day, "Time": clock} if day else {"Time": clock}
        add_row(workbook, **cells, **{TEXT: f"Interview {number}."})
    told = []
    for _ in range(4):
        assert chron("merge", "--quiet").status == 0
        rows = [find(workbook, f"Interview {number}.") for number in range(len(DATES))]
        told.append([{key: one for key, one in row.items() if key != "No."} for row in rows])
    for row in zip(*told, strict=True):
        assert row[0] == row[1] == row[2] == row[3]

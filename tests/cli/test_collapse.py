"""`chron merge --collapse`: a copy for reading, that takes nothing from the author and loses her
nothing.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

COPY = "integrated-chronology-by-contact.xlsx"
FULL = "integrated-chronology.xlsx"
SHEET = "By contact, for reading"
TEXT = "What the agencies recorded"
SOCIAL_CARE = """Date,Time,Event
12/03/2019,15:00,Joint visit with PC Dunn to 4 Pier Road. Robin not seen. SW Hill.
02/05/2019,,Letter to mother.
"""
POLICE = """Date,Time,Event
12/03/2019,14:45,Joint visit with SW Hill to 4 Pier Road. Robin seen in the living room. PC Dunn.
01/04/2019,,No reply at the door.
"""


def read(path: Path) -> list[dict[str, Any]]:
    lines = list(openpyxl.load_workbook(path)[SHEET].iter_rows(values_only=True))
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def returns(tmp_path: Path, case_file: Path) -> Path:
    """Two returns that tell one contact, and one row each beside it."""
    assert case_file.exists()
    folder = tmp_path / "agency"
    folder.mkdir()
    (folder / "Police.csv").write_text(POLICE, encoding="utf-8")
    (folder / "Social Care.csv").write_text(SOCIAL_CARE, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("returns")
def test_the_contact_is_one_row_in_a_file_of_its_own(chron: Any, tmp_path: Path) -> None:
    ran = chron("merge", "--collapse")
    assert (ran.status, ran.err) == (0, "")
    assert not (tmp_path / FULL).exists()
    rows = read(tmp_path / COPY)
    assert len(rows) == 3
    assert rows[0][TEXT] == (
        "Police (14:45): Joint visit with SW Hill to 4 Pier Road. Robin seen in the living room. "
        "PC Dunn.\n"
        "Social Care (15:00): Joint visit with PC Dunn to 4 Pier Road. Robin not seen. SW Hill."
    )
    assert rows[0]["Robin: seen"] == "Unclear"
    assert "Robin: seen, accounts differ: Police Yes; Social Care No" in str(
        rows[0]["Where the accounts differ"]
    )
    assert (
        rows[0]["Where it stands"]
        == "Police: Police.csv, row 2\nSocial Care: Social Care.csv, row 2"
    )
    told = squeeze(ran.out)
    assert f"{COPY}: 4 entries" in told
    assert "In 3 rows, one a contact: a copy for reading." in told
    assert f"No {FULL} is here, whose notes it could show." in told
    (tmp_path / FULL).write_bytes(b"a workbook of another's")
    ran = chron("merge", "--collapse", "--force", "Police.csv", "Social Care.csv")
    assert "is here, whose notes" not in ran.out


@pytest.mark.usefixtures("returns")
def test_the_default_stays_one_row_an_event_with_the_contacts_number(
    chron: Any, tmp_path: Path
) -> None:
    assert chron("merge", "-o", "out.csv", "--quiet").status == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Agency"] for row in rows] == ["Police", "Social Care", "Police", "Social Care"]
    assert [row["Contact"].partition(":")[0] for row in rows] == ["Contact 1", "Contact 1", "", ""]


@pytest.mark.usefixtures("returns")
def test_csv_is_written_and_json_refused(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "--collapse", "-o", "out.csv", "--quiet").status == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Refs"].count("C-") for row in rows] == [2, 1, 1]
    ran = chron("merge", "--collapse", "-o", "out.json")
    assert ran.status == 1
    assert "out.json: a .json file has one row an event" in squeeze(ran.err)
    assert "Leave --collapse out" in squeeze(ran.err)
    assert not (tmp_path / "out.json").exists()


@pytest.mark.usefixtures("returns")
def test_it_shows_what_the_author_wrote_and_leaves_her_workbook_alone(
    chron: Any, tmp_path: Path, edit: Callable[..., None], add_row: Callable[..., None]
) -> None:
    assert chron("merge", "--quiet").status == 0
    edit(tmp_path / FULL, "Review notes", "living room", "Who was right?")
    edit(tmp_path / FULL, "Robin: seen", "Robin not seen", "Yes")
    add_row(tmp_path / FULL, Date="20/05/2019", **{"What the agency recorded": "My own row."})
    before = (tmp_path / FULL).read_bytes()
    ran = chron("merge", "--collapse")
    assert (ran.status, ran.err) == (0, "")
    assert "Carried from the earlier workbook: 1 row with notes, 1 correction" in squeeze(ran.out)
    rows = read(tmp_path / COPY)
    assert rows[0]["Review notes"] == "Who was right?"
    assert rows[0]["Robin: seen"] == "Yes"
    assert [row[TEXT] for row in rows if row["Refs"] is None] == ["My own row."]
    assert (tmp_path / FULL).read_bytes() == before
    assert chron("merge", "--quiet").status == 0
    assert "Who was right?" in [
        cell.value
        for row in openpyxl.load_workbook(tmp_path / FULL)["Integrated chronology"]
        for cell in row
    ]


@pytest.mark.usefixtures("returns")
@pytest.mark.parametrize("more", [(), ("--force",)])
def test_it_is_never_written_over_the_full_workbook(
    chron: Any, tmp_path: Path, more: tuple[str, ...]
) -> None:
    assert chron("merge", "--quiet").status == 0
    before = (tmp_path / FULL).read_bytes()
    ran = chron("merge", "--collapse", "-o", FULL, *more)
    assert ran.status == 1
    assert "in which its author may have written" in squeeze(ran.err)
    assert "Give another name with -o." in squeeze(ran.err)
    assert (tmp_path / FULL).read_bytes() == before


@pytest.mark.usefixtures("returns")
def test_a_second_copy_keeps_the_first(chron: Any, tmp_path: Path) -> None:
    assert chron("merge", "--collapse", "--quiet").status == 0
    ran = chron("merge", "--collapse", "--from", "2019-02-01")
    assert ran.status == 0
    assert (tmp_path / COPY.replace(".xlsx", ".backup-1.xlsx")).exists()


@pytest.mark.usefixtures("returns")
def test_a_copy_is_no_workbook_to_merge_into_or_to_take_notes_from(chron: Any) -> None:
    assert chron("merge", "--collapse", "--quiet").status == 0
    ran = chron("merge", "-o", COPY)
    assert ran.status == 1
    assert "stands there already" in squeeze(ran.err)
    ran = chron("merge", "--notes-from", COPY)
    assert ran.status == 1
    assert "a copy for reading, in which no notes are kept" in squeeze(ran.err)


def test_no_other_command_reads_a_copy(chron: Any, returns: Path, tmp_path: Path) -> None:
    assert chron("merge", "--collapse", "--quiet").status == 0
    ran = chron("gaps", COPY)
    assert ran.status == 1
    assert "a copy for reading that chron wrote" in squeeze(ran.err)
    assert "Take the full workbook" in squeeze(ran.err)
    ran = chron("explain", COPY, "2")
    assert ran.status == 1
    assert "a workbook that chron wrote" in squeeze(ran.err)
    (tmp_path / COPY).rename(returns / COPY)
    ran = chron("merge")
    assert ran.status == 0
    assert "4 entries" in ran.out
    assert "passed over, a copy for reading that chron wrote" in squeeze(ran.out)


def test_help_tells_of_it(chron: Any) -> None:
    told = "".join(chron("merge", "--help").out.split())  # lines break within the name
    assert "--collapse" in told
    assert COPY in told

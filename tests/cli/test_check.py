"""`chron check`, as a manager uses it while returns come in."""

from pathlib import Path
from typing import Any

import pytest

SETTLED = '[[agency]]\nname = "Eastvale Constabulary"\nfiles = ["police*"]\n'


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def settled(case_file: Path, agency: Path) -> Path:
    """A case whose agency has sent a return about which there is nothing to ask."""
    (agency / "School.csv").unlink()
    with case_file.open("a", encoding="utf-8") as file:
        file.write(SETTLED)
    return case_file


def test_check_shows_how_files_would_be_read(chron: Any, agency: Path, tmp_path: Path) -> None:
    assert agency.exists()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    ran = chron("check", "agency", "--columns")
    assert ran.status == 3
    assert "School.csv" in ran.out
    assert "Event" in ran.out
    assert "1 row has no date (row 3)" in squeeze(ran.out)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert before == after


def test_without_an_input_the_folder_agency_is_checked(chron: Any, agency: Path) -> None:
    assert agency.exists()
    assert chron("check").out == chron("check", "agency").out


def test_an_earlier_version_is_not_named_beside_what_is_asked(
    chron: Any, settled: Path, agency: Path
) -> None:
    assert settled.exists()
    rows = "".join(f"{day:02}/03/2019,Robin seen on day {day} at home.\n" for day in range(1, 9))
    (agency / "Homes DRAFT.csv").write_text(f"Date,Event\n{rows}", encoding="utf-8")
    final = f"Date,Event\n{rows}09/05/2019,Mother rang about PZQX.\n"
    (agency / "Homes FINAL.csv").write_text(final, encoding="utf-8")
    told = squeeze(chron("check").out)
    assert "To ask Homes (Homes FINAL.csv)" in told


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("given", ["agency", "agency/*.csv"])
def test_nothing_to_ask_ends_with_status_0(chron: Any, given: str) -> None:
    ran = chron("check", given, columns=120)
    assert (ran.status, ran.err) == (0, "")
    line = "Police.csv Eastvale Constabulary 1 of 1 3 2 12 Mar 2019 1 Apr 2019 100% 0"
    assert line in squeeze(ran.out)
    assert "Nothing to ask." in ran.out


def test_what_the_case_expects_and_what_could_not_be_read(
    chron: Any, settled: Path, agency: Path
) -> None:
    with settled.open("a", encoding="utf-8") as file:
        file.write('[[agency]]\nname = "Eastvale Homes"\nfiles = ["homes*", "EH *"]\n')
        file.write('[[agency]]\nname = "Eastvale Probation"\n')
        file.write('[[agency]]\nname = "Harbour Lane Surgery"\nfiles = ["gp*"]\n')
    (agency / "GP.pdf").write_bytes(b"%PDF-1.7")
    ran = chron("check", "agency")
    told = squeeze(ran.out)
    assert ran.status == 3
    assert 'Eastvale Homes: no file is named "homes*" or "EH *".' in told
    assert "Eastvale Probation: no return names it." in told
    assert "Harbour Lane Surgery: GP.pdf could not be read." in told
    assert "Not read GP.pdf: " in told


def test_a_return_whose_name_alone_tells_its_agency_is_to_be_confirmed(
    chron: Any, settled: Path, agency: Path
) -> None:
    assert settled.exists()
    (agency / "Stray.csv").write_text("Date,Event\n01/04/2019,Seen.\n", encoding="utf-8")
    (agency / "Titled.csv").write_text(
        "Agency: Tollgate School,\nDate,Event\n01/04/2019,Seen.\n", encoding="utf-8"
    )
    told = squeeze(chron("check", "agency").out)
    assert "Stray.csv: Stray (name alone)" in told
    assert "Titled.csv: Tollgate School (titles)" in told
    assert "Stray.csv: taken for Stray, by its name alone." in told
    assert (
        "Titled.csv: taken for Tollgate School, by its titles; the case file has no such agency."
    ) in told


def test_a_return_without_an_entry_is_asked_about_once(
    chron: Any, settled: Path, agency: Path
) -> None:
    with settled.open("a", encoding="utf-8") as file:
        file.write('[[agency]]\nname = "Eastvale Homes"\nfiles = ["homes*"]\n')
    (agency / "Homes.csv").write_text("Date,Event\n", encoding="utf-8")
    ran = chron("check", "agency")
    assert ran.status == 3
    assert "Homes.csv: Eastvale Homes" in ran.out
    assert squeeze(ran.out).count("no entry in it") == 1
    assert "awaited" not in ran.out


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen_and_no_name_is_cut(
    chron: Any, agency: Path, columns: int
) -> None:
    name = f"Chronology of {'a very long name ' * 6}(final).csv"
    (agency / name).write_text("Date,Event\n01/04/2019,Seen.\n", encoding="utf-8")
    ran = chron("check", "agency", columns=columns)
    assert max(map(len, ran.out.splitlines())) <= columns
    assert squeeze(name) in squeeze(ran.out)


def test_one_file_alone_is_looked_at_and_not_the_case(
    chron: Any, settled: Path, agency: Path
) -> None:
    assert agency.exists()
    with settled.open("a", encoding="utf-8") as file:
        file.write('[[agency]]\nname = "Eastvale Probation"\n')
    assert "awaited" in chron("check", "agency").out
    assert chron("check", "agency/Police.csv").status == 0


def test_an_inferred_column_is_marked(chron: Any, agency: Path) -> None:
    (agency / "Homes.csv").write_text(
        "Date,Remarks of all\n01/04/2019,Robin was seen at home with his mother.\n",
        encoding="utf-8",
    )
    ran = chron("check", "agency/Homes.csv", "--columns", columns=120)
    assert "inferred" in ran.out
    assert "headings in row 1" in ran.out


def test_readers_are_listed_with_their_origin(chron: Any) -> None:
    ran = chron("readers", columns=160)
    assert ran.status == 0
    assert "layout" in ran.out
    assert "integrated" in ran.out
    assert "chronolator" in ran.out

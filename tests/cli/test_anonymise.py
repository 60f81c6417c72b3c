"""A copy without names, and the names back."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

CASE = """
[[child]]
name = "Kezia Brandt"
[[person]]
name = "Joe Hanlon"
role = "father"
[[agency]]
name = "Skelby Social Care"
files = ["care*"]
"""
ROWS = """Date,Event
12/03/2019,Kezia Brandt seen at home with Joe Hanlon. Mrs Okonjo rang from school.
13/03/2019,Spoke to Mrs Okonjo about Kezia. Hope to visit on Monday.
"""


@pytest.fixture
def merged(chron: Any, tmp_path: Path) -> Path:
    (tmp_path / "agency").mkdir()
    (tmp_path / "agency" / "care.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    return tmp_path / "integrated-chronology.xlsx"


def read_all(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def test_a_copy_goes_out_and_comes_back(chron: Any, merged: Path, tmp_path: Path) -> None:
    (tmp_path / "case.toml").unlink()  # the workbook knows its case
    (tmp_path / "integrated-chronology.backup-1.xlsx").write_bytes(merged.read_bytes())
    ran = chron("anonymise", merged.name, "-o", "board.xlsx")
    assert ran.status == 0
    assert "A person must read the copy before it goes out." in ran.out
    assert "Okonjo" in ran.out
    assert "integrated-chronology.backup-1.xlsx" in ran.out
    told = read_all(tmp_path / "board.xlsx")
    assert "Kezia" not in told
    assert "Okonjo" in told
    people = tmp_path / "board.people.toml"
    text = people.read_text(encoding="utf-8")
    assert "take = true" not in text.split("[[person]]", 1)[1]
    assert "Okonjo" in (tmp_path / "board.xlsx.to-read.csv").read_text(encoding="utf-8")
    head, rest = text.split("[[person]]", 1)
    people.write_text(f"{head}[[person]]{rest.replace('take = false', 'take = true', 1)}", "utf-8")
    again = ("anonymise", merged.name, "-o", "board.xlsx", "--also", people.name)
    assert "stands there already" in chron(*again).err
    assert chron(*again, "--force").status == 0
    assert "Okonjo" not in read_all(tmp_path / "board.xlsx")
    ran = chron("restore", "board.xlsx", "-o", "back.xlsx", "--key", "board.xlsx.key.json")
    assert ran.status == 0
    before, after = (openpyxl.load_workbook(tmp_path / one) for one in (merged.name, "back.xlsx"))
    for sheet in before:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert [[cell.value for cell in row] for row in after[sheet.title].iter_rows()] == rows


def test_what_is_missing_is_told(chron: Any, merged: Path, tmp_path: Path) -> None:
    (tmp_path / "plain.json").write_text("{}", encoding="utf-8")
    (tmp_path / "case.toml").unlink()
    ran = chron("anonymise", "plain.json", "-o", "out.json")
    assert ran.status == 1
    assert "nobody is known" in ran.err
    ran = chron("restore", merged.name, "-o", "out.xlsx", "--key", "none.json")
    assert "none.json: cannot be opened" in ran.err
    (tmp_path / "bad.json").write_text('{"format": "other"}', encoding="utf-8")
    ran = chron("restore", merged.name, "-o", "out.xlsx", "--key", "bad.json")
    assert "is no key" in ran.err


PEOPLE = [
    ('[[people]]\nname = "A"\n', "is not known there"),
    ('[[person]]\nname = "A"\ntake = "yes"\n', "true or false is wanted"),
    ("[[person]]\ntake = true\n", "name is missing"),
    ('[[person]]\nname = "A"\nalias = "B"\n', '"alias" is not known'),
    ('[[person]]\nname = "A"\naliases = "B"\n', "a list of texts is wanted"),
    ("[[person]]\nname = 1\n", "a text is wanted"),
]


@pytest.mark.parametrize(("text", "told"), PEOPLE)
def test_a_slip_in_the_list_of_people_is_told(
    chron: Any, merged: Path, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "people.toml").write_text(text, encoding="utf-8")
    ran = chron("anonymise", merged.name, "-o", "board.xlsx", "--also", "people.toml")
    assert ran.status == 1
    assert told in " ".join(ran.err.split())


@pytest.mark.parametrize("name", ["../../outside.xml", "/outside.xml", "C:/outside.xml"])
def test_no_copy_is_made_of_what_would_unpack_beside_its_folder(
    chron: Any, merged: Path, tmp_path: Path, name: str
) -> None:
    with zipfile.ZipFile(merged, "a") as archive:
        archive.writestr(name, "<x/>")
    ran = chron("anonymise", merged.name, "-o", "board.xlsx")
    assert ran.status == 1
    assert "leads outside" in ran.err
    assert not (tmp_path / "board.xlsx").exists()

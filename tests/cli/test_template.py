"""`chron template`: a blank return, sent out, filled in and read back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.write.filling import fill_document, fill_workbook

Chron = Callable[..., Any]
ROWS = [
    {
        "Date": "14/03/2019",
        "Kind of contact": "Home visit",
        "What happened": "Visited the family at home.",
        "Robin: seen?": "Yes",
        "Robin: seen alone?": "No",
    },
    {"Date": "early April 2019", "What happened": "Mother rang about the rent."},
    {"Date": "unknown", "What happened": "An old note tells of a move."},
]
CASE = """
[[agency]]
name = "Eastvale Constabulary"
short = "Police"
"""


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_comes_back_is_read_and_nothing_is_asked(
    chron: Chron, case_file: Path, tmp_path: Path, ending: str
) -> None:
    case_file.write_text(case_file.read_text(encoding="utf-8") + CASE, encoding="utf-8")
    ran = chron("template", "-o", f"return.{ending}", "--agency", "police")
    assert ran.status == 0
    assert f"return.{ending} is written: a blank return about Robin Ashdown." in ran.out
    assert "Eastvale" not in ran.out
    back = tmp_path / f"return.{ending}"
    if ending == "xlsx":
        fill_workbook(back, ROWS)
    else:
        fill_document(back, ROWS, ["Robin"])
    (tmp_path / "agency").mkdir()
    back.rename(tmp_path / "agency" / back.name)
    ran = chron("check")
    assert "Nothing to ask." in ran.out
    assert ran.status == 0
    assert chron("merge", "--quiet").status == 0
    sheet = openpyxl.load_workbook(tmp_path / "integrated-chronology.xlsx")["Integrated chronology"]
    told = [[str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    assert {row[told[0].index("Agency")] for row in told[1:]} == {"Eastvale Constabulary"}
    assert [row[told[0].index("Robin: seen")] for row in told[1:]] == [
        *("Yes", "Not recorded", "Not recorded")
    ]


def test_without_a_case_file_it_asks_of_the_child(chron: Chron, tmp_path: Path) -> None:
    ran = chron("template")
    assert ran.status == 0
    assert "No child is named in a case file" in ran.out
    sheet = openpyxl.load_workbook(tmp_path / "return.xlsx")["Chronology"]
    assert "The child: seen?" in [cell.value for cell in sheet[3]]


def test_an_agency_that_the_case_file_does_not_name_is_told(chron: Chron, case_file: Path) -> None:
    assert case_file.exists()
    ran = chron("template", "--agency", "Little Terns Nursery")
    assert "The case file has no agency “Little Terns Nursery”" in " ".join(ran.out.split())


def test_a_file_that_is_there_stays(chron: Chron, tmp_path: Path) -> None:
    (tmp_path / "return.xlsx").write_text("filled in", encoding="utf-8")
    ran = chron("template")
    assert ran.status == 1
    assert (tmp_path / "return.xlsx").read_text(encoding="utf-8") == "filled in"
    assert chron("template", "--force").status == 0
    kept = tmp_path / "return.backup-1.xlsx"
    assert kept.read_text(encoding="utf-8") == "filled in"


def test_it_is_a_workbook_or_a_document(chron: Chron) -> None:
    ran = chron("template", "-o", "return.csv")
    assert ran.status == 1
    assert "Let the name end in .xlsx, .docx." in ran.err


def test_a_board_asks_in_its_own_words(chron: Chron, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "template.toml").write_text(
        '[[column]]\nid = "event"\nheading = "Event"\nexamples = ["A visit."]\n'
        '[[guidance]]\nid = "ours"\npart = "Our board"\n'
        'what = "Return it to"\nwords = "The hub."\n',
        encoding="utf-8",
    )
    assert chron("template", "--rules", "rules").status == 0
    book = openpyxl.load_workbook(tmp_path / "return.xlsx")
    assert "Event" in [cell.value for cell in book["Chronology"][3]]
    assert [cell.value for cell in list(book["Guidance"].rows)[-1]] == [
        *("Our board", "Return it to", "The hub.")
    ]

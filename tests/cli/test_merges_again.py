"""Merging again, with nothing changed since, changes nothing."""

import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from chronolator.columns import CHRONOLOGY_SHEET, CONTACTS_SHEET, DECISIONS_SHEET, DUPLICATES_SHEET
from tests.opening.repairs import find_repairs

pytestmark = pytest.mark.usefixtures("untraced")

EXAMPLE = Path(__file__).parents[2] / "examples" / "robin"
WORKBOOK = "integrated-chronology.xlsx"
OF_THE_DAY = "docProps/core.xml"
"""Tells when the workbook was merged."""


@pytest.fixture
def example(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "agency", tmp_path / "agency")
    shutil.copy(EXAMPLE / "case.toml", tmp_path)
    return tmp_path / WORKBOOK


def read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {one: package.read(one) for one in package.namelist() if one != OF_THE_DAY}


def merge(chron: Any, path: Path) -> dict[str, bytes]:
    ran = chron("merge", "--quiet", "-o", path.name)
    assert ran.status == 0, ran.err
    assert find_repairs(path) == []
    return read_parts(path)


def write_as_the_author(path: Path) -> None:
    """Notes, corrections, rows and columns of her own, decisions, looks: something of each."""
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    places = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}

    def write(row: int, heading: str, value: Any) -> None:
        sheet.cell(row, places[heading]).value = value

    for row in range(5, sheet.max_row, 7):
        write(row, "Review notes", f"a note beside row {row}\nin two lines")
        write(row + 1, "Practice", "good, “see” policy 5.2 ")
        write(row + 2, "Robin: seen", "Unclear" if row % 2 else "No")
    write(9, "Order", 2)
    write(9, "Your column 1", "45")
    sheet.cell(9, 2).fill = PatternFill("solid", fgColor="FFC6EFCE")
    sheet.cell(12, places["Agency"]).comment = Comment("Ask the manager", "J Hale")
    sheet.column_dimensions["G"].width = 70
    for number, day in enumerate(("20/05/2019", "March 2020", ""), start=sheet.max_row + 1):
        write(number, "Date", day)
        write(number, "Agency", "Overview author")
        write(number, "What the agency recorded", f"Interview {number}. Robin seen at home.")
        write(number, "Review notes", "my own row")
    decide(book, CONTACTS_SHEET, "not the same")
    decide(book, DUPLICATES_SHEET, "not a duplicate")
    refs = [str(sheet.cell(row, 1).value) for row in (20, 40)]
    for column, text in enumerate(("same contact", "\n".join(refs), "one visit"), start=1):
        book[DECISIONS_SHEET].cell(2, column).value = text
    hers = book.create_sheet("Themes")
    hers.append(["Theme", "Count"])
    hers.append(["Neglect", 3])
    book.save(path)


def decide(book: openpyxl.Workbook, name: str, what: str) -> None:
    sheet = book[name]
    headings = [str(cell.value) for cell in sheet[1]]
    sheet.cell(2, headings.index("Your decision") + 1).value = what


def test_an_untouched_workbook_is_written_again_byte_for_byte(chron: Any, example: Path) -> None:
    first = merge(chron, example)
    for _ in range(2):
        assert merge(chron, example) == first


def test_what_the_author_wrote_is_carried_once_and_then_stays_byte_for_byte(
    chron: Any, example: Path
) -> None:
    first = merge(chron, example)
    write_as_the_author(example)
    second = merge(chron, example)
    assert second != first
    for _ in range(2):
        again = merge(chron, example)
        assert [one for one in second if again.get(one) != second[one]] == []
        assert again == second


def test_a_link_to_another_day_that_she_overwrites_is_named(chron: Any, example: Path) -> None:
    merge(chron, example)
    book = openpyxl.load_workbook(example)
    sheet = book[CHRONOLOGY_SHEET]
    place = [str(cell.value) for cell in sheet[1]].index("On another day") + 1
    rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, place).value]
    assert rows
    sheet.cell(rows[0], place).value = "see the police"
    ref = sheet.cell(rows[0], 1).value
    book.save(example)
    told = " ".join(chron("merge", "-o", example.name).out.split())
    assert told.count("column On another day: what you changed there is not carried") == 1
    assert f"row {ref}, column On another day" in told


@pytest.mark.usefixtures("agency", "case_file")
def test_a_date_of_her_row_that_lacks_its_year_stays_told_as_taken_from_above(
    chron: Any, tmp_path: Path, add_row: Any, look: Any
) -> None:
    """An assumed year would stand as a fact from the second merge on."""
    path = tmp_path / WORKBOOK
    words = "merge", "--quiet", "-o", path.name
    assert chron(*words).status == 0
    days = ("5 June 2019", "7 June", "the day before")
    for number, day in enumerate(days):
        add_row(path, Date=day, **{"What the agency recorded": f"Interview {number}"})
    told = []
    for _ in range(3):
        assert chron(*words).status == 0
        told.append(
            [
                [look(path, heading, f"Interview {number}") for number in range(3)]
                for heading in ("Date as written", "Date is")
            ]
        )
    assert told[0] == [[*days], ["exact", "inherited", "inherited"]]
    assert told[1] == told[2] == told[0]


@pytest.mark.usefixtures("agency", "case_file")
def test_a_date_that_she_corrects_in_her_own_row_is_hers_and_not_taken_from_above(
    chron: Any, tmp_path: Path, add_row: Any, look: Any
) -> None:
    path = tmp_path / WORKBOOK
    words = "merge", "--quiet", "-o", path.name
    assert chron(*words).status == 0
    for day, text in (("5 June 2019", "Interview 0"), ("7 June", "Interview 1")):
        add_row(path, Date=day, **{"What the agency recorded": text})
    assert chron(*words).status == 0
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    texts = [str(row[headings.index("What the agency recorded")].value) for row in sheet.rows]
    row = texts.index("Interview 1") + 1
    sheet.cell(row, headings.index("Date") + 1).value = date(2019, 6, 8)
    book.save(path)
    assert chron(*words).status == 0
    assert look(path, "Date is", "Interview 1") == "exact"
    assert (look(path, "Date", "Interview 1") or "").startswith("2019-06-08")


def test_an_answer_that_a_corrected_return_changes_is_told(chron: Any, example: Path) -> None:
    merge(chron, example)
    path = example.parent / "agency" / "nursery.tsv"
    told = path.read_bytes()
    assert told.count(b"Robin back.") == 1
    path.write_bytes(told.replace(b"Robin back.", b"Robin absent."))
    merge(chron, example)
    book = openpyxl.load_workbook(example)
    rows = [row for row in book["Changes"].values if row[2] == "another answer"]
    ((before, after),) = (row[6:8] for row in rows)
    assert before == "Robin Ashdown, seen: Yes"
    assert after in {"Robin Ashdown, seen: No", "Robin Ashdown, seen: Unclear"}
    start = [str(row[3]) for row in book["Start here"].values if row[1] == "Last change"]
    assert start[0].endswith("1 row has another answer since: look there.")

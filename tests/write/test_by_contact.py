"""The copy for reading: one row a contact, as a workbook and as CSV."""

import csv
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import READING_PROPERTY, VERSION_PROPERTY
from chronolator.model import Chronology
from chronolator.rows.by_contact import list_columns_by_contact, list_rows_by_contact
from chronolator.write import write_csv_by_contact, write_workbook_by_contact

MERGED = date(2026, 11, 24)
SHEET = "By contact, for reading"
TEXT = "What the agencies recorded"


def write(chronology: Chronology, folder: Path) -> openpyxl.Workbook:
    write_workbook_by_contact(chronology, folder / "out.xlsx", MERGED)
    return openpyxl.load_workbook(folder / "out.xlsx", rich_text=True)


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    lines = list(sheet.iter_rows(values_only=True))
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def list_runs(value: object) -> list[tuple[str, bool, str | None, bool, float]]:
    """The runs of a text that are set off: words, bold, underline, struck out, size."""
    assert isinstance(value, CellRichText)
    blocks = [part for part in value if isinstance(part, TextBlock)]
    return [
        (
            one.text,
            bool(one.font.b),
            one.font.u,
            bool(one.font.strike),
            float(one.font.sz or 0),
        )
        for one in blocks
        if one.font.b or one.font.u or one.font.strike
    ]


def test_it_says_that_it_is_for_reading_and_holds_nothing_that_is_read_back(
    chronology: Chronology, tmp_path: Path
) -> None:
    book = write(chronology, tmp_path)
    assert book.sheetnames == [SHEET, "About"]
    assert all(sheet.sheet_state == "visible" for sheet in book)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        names = re.findall(r' name="(.*?)"', package.read("docProps/custom.xml").decode())
    assert names == ["Language", READING_PROPERTY]
    assert VERSION_PROPERTY not in names
    about = rows_of(book["About"])
    assert about[0]["About"] == "A copy for reading"
    assert "not carried" in str(about[0]["Meaning"])
    counts = {row["What"]: row["Meaning"] for row in about if row["About"] == "This workbook"}
    assert (counts["Entries"], counts["Contacts"]) == (5, 1)
    assert counts["Rows in this copy, one a contact"] == 4


def test_the_contact_is_one_row_with_names_and_evidence_set_off(
    chronology: Chronology, tmp_path: Path
) -> None:
    sheet = write(chronology, tmp_path)[SHEET]
    rows = rows_of(sheet)
    assert [row["No."] for row in rows] == [1, 2, 3, 4]
    row = rows[0]
    assert row["Refs"] == "C-AAAAAAAAA1\nC-AAAAAAAAA2"
    assert str(row[TEXT]) == (
        "Health visiting (22 May 2018, 10:05 to 11:00): Home visit. Robin seen on mother's lap, "
        "weighed. =SUM(A1)\nGP (c. May 2018): =1+1"
    )
    assert list_runs(row[TEXT]) == [
        ("Health visiting (22 May 2018, 10:05 to 11:00): ", True, None, False, 10),
        ("Robin seen on mother's lap", True, "single", False, 10),
        ("\nGP (c. May 2018): ", True, None, False, 10),
    ]
    assert row["Date"] == "22 May 2018\nc. May 2018"
    assert (row["Robin: seen"], row["Wren: seen"]) == ("Yes", "Not recorded")
    assert row["Where the accounts differ"] == "Time: Health visiting “10:05”"
    assert row["Why they are held together"] == "Same day."
    assert row["Review notes"] == "Compare with Probation.\nAnd with the GP."
    assert str(row["People"]) == "Health visiting: HV Orr"


def test_an_event_alone_has_a_real_day_and_an_account_of_its_own(
    chronology: Chronology, tmp_path: Path
) -> None:
    alone = replace(chronology, contacts=())
    rows = rows_of(write(alone, tmp_path)[SHEET])
    assert len(rows) == len(chronology.events)
    assert rows[0]["Date"] == datetime(2018, 5, 22)
    assert list_runs(rows[0][TEXT]) == [("Robin seen on mother's lap", True, "single", False, 10)]
    assert rows[1][TEXT] == "=1+1"
    assert rows[3]["Refs"] is None


def test_columns_in_which_nothing_stands_are_left_out(
    chronology: Chronology, tmp_path: Path
) -> None:
    headings = list(rows_of(write(chronology, tmp_path)[SHEET])[0])
    assert "Review notes" in headings
    assert "Practice" not in headings
    assert "Your column 1" not in headings
    assert "Where the accounts differ" in headings
    alone = replace(chronology, contacts=(), notes=())
    headings = list(rows_of(write(alone, tmp_path)[SHEET])[0])
    assert "Where the accounts differ" not in headings
    assert "Review notes" not in headings


def test_what_was_struck_out_stays_so_in_every_column(
    chronology: Chronology, tmp_path: Path
) -> None:
    first, *others = chronology.events
    struck = replace(first, withdrawn={"text": ("weighed",), "people": ("HV Orr",)})
    told = replace(chronology, events=(struck, *others))
    row = rows_of(write(told, tmp_path)[SHEET])[0]
    assert ("weighed", False, None, True, 10.0) in list_runs(row[TEXT])
    assert list_runs(row["People"])[-1] == ("HV Orr", False, None, True, 10)


def test_small_columns_keep_their_size(chronology: Chronology, tmp_path: Path) -> None:
    row = rows_of(write(chronology, tmp_path)[SHEET])[0]
    assert {size for *_, size in list_runs(row["About these rows"])} == {9}


def test_what_no_row_can_show_stands_whole_on_a_sheet_of_its_own(
    chronology: Chronology, tmp_path: Path
) -> None:
    first, second, *others = chronology.events
    words = " ".join(f"word{number}" for number in range(2500))
    long = replace(first, text=words), replace(second, text=words.upper())
    told = replace(chronology, events=(*long, *others), flags=())
    book = write(told, tmp_path)
    assert book.sheetnames == [SHEET, "Long entries", "About"]
    row = rows_of(book[SHEET])[0]
    assert str(row[TEXT]).endswith("[Cut here: the whole text stands on the sheet Long entries]")
    assert "Longer than a row can show" in str(row["About these rows"])
    parts = rows_of(book["Long entries"])
    assert {part["Ref or place"] for part in parts} == {"C-AAAAAAAAA1, C-AAAAAAAAA2"}
    whole = "".join(str(part["Words"]) for part in parts if part["Column"] == TEXT)
    assert words in whole
    assert words.upper() in whole


@pytest.mark.parametrize("events", [0, 1])
def test_of_hardly_any_events_it_is_written_too(
    events: int, chronology: Chronology, tmp_path: Path
) -> None:
    told = replace(chronology, events=chronology.events[:events])
    (table,) = write(told, tmp_path)[SHEET].tables.values()
    assert table.displayName == "ByContact"


def test_csv_has_the_same_rows_with_all_columns(chronology: Chronology, tmp_path: Path) -> None:
    write_csv_by_contact(chronology, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = list_columns_by_contact(chronology)
    assert list(rows[0]) == [one.heading for one in columns]
    expected = [str(row.cells["text"]) for row in list_rows_by_contact(chronology)]
    assert [row[TEXT].removeprefix("'") for row in rows] == expected
    assert rows[0]["Refs"] == "C-AAAAAAAAA1\nC-AAAAAAAAA2"
    assert rows[0]["Where it stands"] == (
        "Health visiting: gp.xlsx, sheet Sheet1, row 7\nGP: gp.xlsx, sheet Sheet1, row 10"
    )

"""The order of a day by the author's numbers, from merge to merge."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

pytestmark = pytest.mark.usefixtures("untraced")

TEXT = "What the agency recorded"
MORE = """Date,Time,Event
12/03/2019,09:00,Call to the school about Robin.
12/03/2019,,Note for the file.
"""


def list_words(path: Path) -> list[str]:
    rows = list(openpyxl.load_workbook(path)["Integrated chronology"].values)
    place = rows[0].index(TEXT)
    return [" ".join(str(row[place]).split()[:2]) for row in rows[1:]]


def test_the_order_is_carried_and_goes_before_the_time(
    chron: Any, workbook: Path, agency: Path, edit: Any, add_row: Any, look: Any
) -> None:
    (agency / "Housing.csv").write_text(MORE, encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    assert list_words(workbook)[:3] == ["Call to", "Note for", "Joint visit"]
    edit(workbook, "Order", "Joint visit", 1)
    edit(workbook, "Order", "Note for", "1,5")
    add_row(workbook, Date="12/03/2019", Order=1.25, **{TEXT: "Interview with aunt"})
    wanted = ["Joint visit", "Interview with", "Note for", "Call to"]
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert list_words(workbook)[:4] == wanted
        assert look(workbook, "Order", "Note for") == "1.5"
        assert look(workbook, "Order", "Call to") is None
        assert "assumed" not in (look(workbook, "About this row", "Note for") or "")
    assert chron("merge", "-o", "out.json", "--notes-from", workbook.name).status == 0
    events = json.loads((workbook.parent / "out.json").read_text(encoding="utf-8"))["events"]
    assert [" ".join(one["text"].split()[:2]) for one in events[:4]] == wanted


def test_what_is_no_number_is_kept_and_told(
    chron: Any, workbook: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Order", "Joint visit", "after lunch")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert look(workbook, "Order", "Joint visit") == "after lunch"
        told = openpyxl.load_workbook(workbook)["Problems"].values
        assert any("no number" in str(cell) for row in told for cell in row)


def test_the_column_is_known_when_it_was_renamed(
    chron: Any, workbook: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Order", "Joint visit", 2)
    book = openpyxl.load_workbook(workbook)
    sheet = book["Integrated chronology"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(1, headings.index("Order") + 1).value = "In the day"
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Order", "Joint visit") == "2"

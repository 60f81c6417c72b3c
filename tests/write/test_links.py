"""Numbers that lead to their row of the chronology, wherever the author sorted it."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import BASE_SHEET, CASE_SHEET, CHRONOLOGY_SHEET
from chronolator.model import Chronology
from chronolator.write import write_workbook
from chronolator.write.workbook.checked import add_sheet
from chronolator.write.workbook.links import Links, RowLink

MERGED = date(2026, 11, 24)
SOFFICE = shutil.which("soffice")
_REFS = r"'Integrated chronology'!\$A:\$A"
LINK = re.compile(
    rf'=HYPERLINK\("#"&CELL\("address",(?:INDEX\({_REFS},MATCH\("C-[0-9A-Z]{{10}}",{_REFS},0\)\)\),\d+'
    r"|'(?P<sheet>[^'\"]+)'!\$A\$1\),\"(?P=sheet)\")\)"
)


@pytest.fixture
def book(chronology: Chronology, tmp_path: Path) -> openpyxl.Workbook:
    write_workbook(chronology, tmp_path / "out.xlsx", MERGED)
    return openpyxl.load_workbook(tmp_path / "out.xlsx")


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    lines = list(sheet.iter_rows(values_only=True))
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def test_no_cell_is_a_formula_but_our_links_in_which_no_word_of_a_return_stands(
    book: openpyxl.Workbook,
) -> None:
    cells = [(sheet.title, cell) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for _, cell in cells} == {"s", "n", "d", "f"}
    formulas = [(title, str(cell.value)) for title, cell in cells if cell.data_type == "f"]
    assert len(formulas) > 10
    for title, formula in formulas:
        assert title not in {BASE_SHEET, CASE_SHEET}
        match = LINK.fullmatch(formula)
        assert match, formula
        assert match["sheet"] is None or match["sheet"] in book.sheetnames


def test_links_show_what_they_lead_to_before_anything_is_worked_out(
    chronology: Chronology, tmp_path: Path
) -> None:
    write_workbook(chronology, tmp_path / "out.xlsx", MERGED)
    shown = openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=True)
    formulas = openpyxl.load_workbook(tmp_path / "out.xlsx")
    (found,) = [row for row in rows_of(shown["Gaps"]) if row["Days"] == 862]
    assert found["No."] == 1
    (row,) = [row for row in rows_of(formulas["Gaps"]) if row["Days"] == 862]
    assert 'MATCH("C-AAAAAAAAA1"' in str(row["No."])
    assert "No. there" not in row  # nothing is there to lead to
    own = [row for row in rows_of(formulas["Possible contacts"]) if row["Ref"] == "No. 4"]
    assert own[0]["No."] == 4  # a row of hers has no Ref by which it could be found


@pytest.mark.parametrize(("rows", "leading"), [(0, 300), (500_000, 200), (10_000_000, 100)])
def test_of_many_rows_the_first_links_lead_and_the_others_are_counted(
    tmp_path: Path, rows: int, leading: int
) -> None:
    links = Links(rows)
    book = xlsxwriter.Workbook(tmp_path / "out.xlsx")
    sheet = add_sheet(book, "Findings")
    for number in range(300):
        links.put(sheet, number, 0, RowLink("C-AAAAAAAAA1", number), book.add_format())
    book.close()
    cells = openpyxl.load_workbook(tmp_path / "out.xlsx")["Findings"]["A"]
    assert [cell.data_type for cell in cells].count("f") == leading == links.written
    assert links.plain == 300 - leading
    assert cells[299].value == 299 or leading == 300


def test_an_account_dated_on_another_day_has_a_link_in_the_chronology(
    chronology: Chronology, tmp_path: Path
) -> None:
    first, second, *others = chronology.events
    later = (first.when.first or MERGED) + timedelta(days=1)
    moved = replace(second, when=replace(second.when, first=later, last=later))
    told = replace(chronology, events=(first, moved, *others))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[CHRONOLOGY_SHEET]
    links = [str(row["On another day"]) for row in rows_of(sheet)]
    assert [LINK.fullmatch(one) is not None for one in links] == [True, True, False, False, False]
    assert second.id in links[0]
    assert first.id in links[1]
    shown = openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=True)[CHRONOLOGY_SHEET]
    assert [row["On another day"] for row in rows_of(shown)][:2] == [2, 1]
    same = replace(second, when=replace(second.when, first=first.when.first))
    told = replace(chronology, events=(first, same, *others))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[CHRONOLOGY_SHEET]
    assert "On another day" not in [cell.value for cell in sheet[1]]


class _Anchors(HTMLParser):
    """Collects where the links of a page lead, with the number that each shows."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._target = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._target = dict(attrs).get("href") or "" if tag == "a" else ""

    def handle_data(self, data: str) -> None:
        if self._target:
            self.found.append((data, self._target))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
def test_links_are_right_after_the_rows_were_sorted(
    book: openpyxl.Workbook, tmp_path: Path
) -> None:
    sheet = book[CHRONOLOGY_SHEET]
    _, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, values in enumerate(reversed(rows), start=2):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value
    book.save(tmp_path / "sorted.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    asked = ["--headless", "--convert-to", "html", "--outdir", str(tmp_path)]
    subprocess.run(
        [str(SOFFICE), profile, *asked, str(tmp_path / "sorted.xlsx")],
        check=True,
        capture_output=True,
        timeout=240,
    )
    page = _Anchors()
    page.feed((tmp_path / "sorted.html").read_text(encoding="utf-8"))
    place = {str(values[1]): number for number, values in enumerate(reversed(rows), start=2)}
    led = [(shown, target) for shown, target in page.found if CHRONOLOGY_SHEET in target]
    numbered = [(shown, target) for shown, target in led if shown.isdigit()]
    assert len(numbered) > 5
    for shown, target in numbered:
        assert target == f"#'{CHRONOLOGY_SHEET}'!$A${place[shown]}"

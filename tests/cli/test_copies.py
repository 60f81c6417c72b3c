from pathlib import Path

import openpyxl

from tests.cli.conftest import Chron

EXAMPLE = Path(__file__).parents[2] / "examples" / "robin"
SHEET = "Integrated chronology"
COPIES = "the chronology stands on the sheet"


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_a_copy_of_the_chronology_is_told_and_no_sheet_of_findings_is_one(
    chron: Chron, tmp_path: Path
) -> None:
    merge = ("merge", str(EXAMPLE / "agency"), "--case", str(EXAMPLE / "case.toml"))
    assert chron(*merge).status == 0
    again = chron(*merge)
    assert again.status == 0
    assert COPIES not in squeeze(again.out)
    target = tmp_path / "integrated-chronology.xlsx"
    book = openpyxl.load_workbook(target)
    book.copy_worksheet(book[SHEET]).title = "My copy"
    book.save(target)
    told = squeeze(chron(*merge).out)
    assert f"{COPIES} “{SHEET}” and on “My copy” too" in told
    assert "“Contacts”" not in told

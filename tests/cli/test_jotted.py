"""What the author jots down on sheets that tell of the whole: it is seen, wherever it stands."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from chronolator.columns import NOTES_SHEET

pytestmark = pytest.mark.usefixtures("untraced")

WORDS = "ask the panel on Tuesday"
NOT_CARRIED = "what you wrote in columns of ours is not carried"


def beside(sheet: Worksheet) -> tuple[int, int]:
    return 2, sheet.max_column + 2


def below(sheet: Worksheet) -> tuple[int, int]:
    return sheet.max_row + 3, sheet.max_column + 1


def below_ours(sheet: Worksheet) -> tuple[int, int]:
    return sheet.max_row + 2, 1


def over_ours(sheet: Worksheet) -> tuple[int, int]:
    return sheet.max_row, 2


@pytest.mark.parametrize("name", ["Start here", "About", "Picture"])
def test_what_she_jots_down_on_a_sheet_is_carried_or_named(
    chron: Any, workbook: Path, name: str
) -> None:
    for place, is_carried in (
        (beside, True),
        (below, True),
        (below_ours, False),
        (over_ours, False),
    ):
        book = openpyxl.load_workbook(workbook)
        book[name].cell(*place(book[name])).value = WORDS
        book.save(workbook)
        told = " ".join(chron("merge").out.split())
        book = openpyxl.load_workbook(workbook)
        waiting = NOTES_SHEET in book.sheetnames and WORDS in {
            str(cell) for row in book[NOTES_SHEET].values for cell in row
        }
        assert waiting == is_carried
        assert (f"sheet {name}, row" in told and NOT_CARRIED in told) != is_carried
        if waiting:  # placed, it does not come again
            book[NOTES_SHEET].delete_rows(2, 9)
            book.save(workbook)


def test_sheets_on_which_she_wrote_nothing_are_as_chron_wrote_them(
    chron: Any, workbook: Path
) -> None:
    openpyxl.load_workbook(workbook).save(workbook)
    told = " ".join(chron("merge").out.split())
    assert NOT_CARRIED not in told
    assert NOTES_SHEET not in openpyxl.load_workbook(workbook).sheetnames

"""What she does with the notes that found no row."""

from collections.abc import Iterator
from random import Random

from openpyxl.workbook import Workbook

from tests.robot.desk import Desk
from tests.robot.edits.decisions import read_rows

SHEET = "Notes to place"


def list_waiting(book: Workbook) -> Iterator[str]:
    """The notes that wait there."""
    if SHEET in book.sheetnames:
        for row in read_rows(book[SHEET]):
            if row.get("Note"):
                yield row["Note"].strip()


def place_notes(desk: Desk, random: Random) -> None:
    """Copies some of them beside a row, and deletes them there."""
    if SHEET not in desk.book.sheetnames:
        return
    sheet = desk.book[SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    places = desk.list_notes()
    if "Note" not in headings or not places:
        return
    at = headings.index("Note") + 1
    for row in range(sheet.max_row, 1, -1):
        if sheet.cell(row, at).value and random.random() < 0.6:
            line, place = random.choice(desk.lines), random.choice(places)
            if line.slots[place].value is None:
                desk.write(line, place, sheet.cell(row, at).value)
                sheet.delete_rows(row)

"""What she does with the notes that found no row."""

from random import Random

from tests.robot.desk import Desk

SHEET = "Notes to place"


def place_notes(desk: Desk, random: Random) -> None:
    """Copies some of them beside a row, and deletes them there."""
    if SHEET not in desk.book.sheetnames:
        return
    sheet = desk.book[SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    at = next((n for n, one in enumerate(headings, start=1) if one in {"Note", "The note"}), None)
    places = desk.list_notes()
    if at is None or not places:
        return
    for row in range(sheet.max_row, 1, -1):
        if sheet.cell(row, at).value and random.random() < 0.6:
            line, place = random.choice(desk.lines), random.choice(places)
            if line.slots[place].value is None:
                desk.write(line, place, sheet.cell(row, at).value)
                sheet.delete_rows(row)

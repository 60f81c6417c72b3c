"""Sheets of her own, and what she does to ours; a title above the headings."""

from random import Random

from tests.robot.desk import Desk
from tests.robot.words import load_words


def add_a_sheet(desk: Desk, random: Random) -> None:
    name = random.choice([*load_words().author.sheets])
    if name in desk.book.sheetnames:
        return
    sheet = desk.book.create_sheet(name, random.choice((0, None)))
    desk.hers.add(name)
    for row in range(2, 7):
        for column in (1, 2, 4):
            sheet.cell(row, column).value = f"{name} {row} {column} {random.randrange(10**6)}"


def rename_the_sheet(desk: Desk, random: Random) -> None:
    desk.sheet.title = random.choice(("Chronology", "Mia and Jude", "WORKING COPY (SB)", "Sheet 1"))


def move_sheets(desk: Desk, random: Random) -> None:
    shown = [one for one in desk.book.worksheets if one.sheet_state == "visible"]
    desk.book.move_sheet(random.choice(shown), random.randrange(-3, 4))


def delete_a_sheet(desk: Desk, random: Random) -> None:
    """One of those that tell what was found."""
    name = random.choice(("Gaps", "Problems", "About", "Sources", "Rows that are not events"))
    if name in desk.book.sheetnames:
        del desk.book[name]


def put_a_title_above(desk: Desk, random: Random) -> None:
    desk.above += [f"Working copy {random.randrange(10**6)}", ""]

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


def keep_a_copy_of_the_sheet(desk: Desk, random: Random) -> None:
    """As Excel copies a sheet into the same workbook, to be safe; and she writes a note there."""
    copy = desk.book.copy_worksheet(desk.sheet)
    copy.title = f"{desk.sheet.title[:26]} (2)"
    copy.cell(
        random.randrange(2, 20), copy.max_column
    ).value = f"in the copy {random.randrange(10**6)}"
    desk.hers.add(copy.title)


def turn_the_table_into_a_range(desk: Desk, _: Random) -> None:
    """Convert to Range: the rows are as they were, and Excel knows no table any more."""
    desk.table = None


def rename_the_sheet(desk: Desk, random: Random) -> None:
    desk.sheet.title = random.choice(("Chronology", "Mia and Jude", "WORKING COPY (SB)", "Sheet 1"))


def move_sheets(desk: Desk, random: Random) -> None:
    shown = [one for one in desk.book.worksheets if one.sheet_state == "visible"]
    desk.book.move_sheet(random.choice(shown), random.randrange(-3, 4))


def delete_a_sheet(desk: Desk, random: Random) -> None:
    """One of those that tell what was found."""
    name = random.choice(("Start here", "Gaps", "Problems", "About", "Picture", "Changes"))
    if name in desk.book.sheetnames:
        del desk.book[name]


def put_a_title_above(desk: Desk, random: Random) -> None:
    desk.above += [f"Working copy {random.randrange(10**6)}", ""]

"""Fills and comments, which she gives to rows and cells."""

from random import Random

from tests.robot.desk import Desk


def fill_rows(desk: Desk, random: Random) -> None:
    for line in random.sample(desk.lines, 3):
        fill = random.choice(("FFFFFF00", "FF92D050", "FFFFC7CE"))
        for slot in line.slots[:6]:
            slot.fill = fill


def fill_cells(desk: Desk, random: Random) -> None:
    for line in random.sample(desk.lines, 4):
        random.choice(line.slots[:12]).fill = "FFFFFF00"


def comment(desk: Desk, random: Random) -> None:
    for line in random.sample(desk.lines, 3):
        random.choice(line.slots[:8]).comment = f"SB: look again {random.randrange(10**6)}"

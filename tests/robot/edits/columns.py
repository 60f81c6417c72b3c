"""Columns inserted, renamed, moved, deleted, hidden, copied."""

from copy import deepcopy
from random import Random

from tests.robot.desk import REF, Desk
from tests.robot.edits.notes import make_note
from tests.robot.words import load_words


def insert_column(desk: Desk, random: Random) -> None:
    place = random.randrange(1, len(desk.columns) - desk.outside)
    heading = random.choice([*load_words().author.headings, ""])
    taken = {str(one.heading.value).casefold() for one in desk.columns}
    while heading.casefold() in taken:
        heading += "'"
    desk.insert_column(place, heading or None)
    for line in random.sample(desk.lines, min(8, len(desk.lines))):
        desk.write(line, place, make_note(random))


def rename_column(desk: Desk, random: Random) -> None:
    """Any but the Ref; her own ones twice as often."""
    places = [n for n, one in enumerate(desk.columns) if one.heading.value and one.ours != REF]
    place = random.choice(desk.list_notes() if random.random() < 0.6 else places)
    taken = {str(one.heading.value).casefold() for one in desk.columns}
    free = [one for one in load_words().author.renamed if one.casefold() not in taken]
    if free:
        desk.columns[place].heading.value = random.choice(free)


def move_columns(desk: Desk, random: Random) -> None:
    for _ in range(random.choice((1, 2, 5))):
        old = random.randrange(len(desk.columns) - desk.outside)
        new = random.randrange(len(desk.columns) - desk.outside)
        desk.columns.insert(new, desk.columns.pop(old))
        for line in desk.lines:
            line.slots.insert(new, line.slots.pop(old))


def delete_columns(desk: Desk, random: Random) -> None:
    """Any but the Ref, without which nobody can tell a row."""
    for _ in range(random.choice((1, 1, 3, 12))):
        place = random.randrange(len(desk.columns) - desk.outside)
        if desk.columns[place].ours != REF:
            del desk.columns[place]
            for line in desk.lines:
                del line.slots[place]


def hide_columns(desk: Desk, random: Random) -> None:
    for column in random.sample(desk.columns, 6):
        column.hidden = True
    for column in random.sample(desk.columns, 4):
        column.width = random.randrange(5, 90)


def copy_column(desk: Desk, random: Random) -> None:
    """The agency's words once more, beside her own column, to shorten them there."""
    place = desk.find("What the agency recorded")
    if place is None:
        return
    new = desk.insert_column(
        random.randrange(1, len(desk.columns)), f"In short {len(desk.columns)}"
    )
    at = desk.columns.index(new)
    for line in desk.lines:
        source = line.slots[desk.columns.index(desk.columns[place + (at <= place)])]
        line.slots[at] = deepcopy(source)
        line.slots[at].value = str(source.value or "")[:20] or None

"""Rows deleted, copied, and her own ones."""

from datetime import datetime, timedelta
from itertools import count
from random import Random

from tests.robot.desk import REF, TEXT, Desk, Line, copy_line
from tests.robot.edits.notes import make_note
from tests.robot.words import load_words

_NUMBERS = count(1)


def delete_rows(desk: Desk, random: Random) -> None:
    for _ in range(random.choice((1, 2, 6))):
        del desk.lines[random.randrange(len(desk.lines))]


def copy_rows(desk: Desk, random: Random) -> None:
    """A row once more, below it or at the end, with another note beside it."""
    for line in random.sample(desk.find_known(), min(2, len(desk.find_known()))):
        new = copy_line(line)
        for place in desk.list_notes()[:2]:
            if random.random() < 0.7:
                desk.write(new, place, make_note(random))
        _insert(desk, random, new)


def _insert(desk: Desk, random: Random, line: Line) -> None:
    end = len(desk.lines) - desk.below
    desk.lines.insert(random.choice((end, random.randrange(end + 1))), line)


def _make_row(random: Random) -> dict[str, object]:
    """A row of hers, dated as people date; some without a day, some without words."""
    day = datetime(2015, 1, 5) + timedelta(days=random.randrange(160))
    shown = random.choice((day, day, f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day:%B %Y}", None))
    cells: dict[str, object] = {"Date": shown}
    if random.random() < 0.9:
        cells[TEXT] = f"{random.choice(load_words().author.events)} [{next(_NUMBERS)}]"
    if random.random() < 0.5:
        cells["Agency"] = random.choice(("Overview author", "Court", "Family"))
    if random.random() < 0.3:
        cells["Time"] = "10:30"
    if random.random() < 0.5 or TEXT not in cells:
        cells["Review notes"] = f"{random.choice(load_words().author.notes)} [{next(_NUMBERS)}]"
    if random.random() < 0.2:
        cells["Mia: seen"] = "Yes"
    if random.random() < 0.2:
        cells["Where it stands"] = f"transcript, page 4 [{next(_NUMBERS)}]"
    return cells


def add_own_rows(desk: Desk, random: Random) -> None:
    for _ in range(random.choice((1, 2, 4))):
        end = len(desk.lines) - desk.below
        desk.add_line(random.choice((end, random.randrange(end + 1))), _make_row(random))


def add_own_rows_below(desk: Desk, random: Random) -> None:
    """After an empty row, where Excel does not take them into the table."""
    for cells in ({}, _make_row(random), _make_row(random)):
        desk.add_line(len(desk.lines), cells)
        desk.below += 1


def insert_empty_rows(desk: Desk, random: Random) -> None:
    for _ in range(3):
        desk.add_line(random.randrange(len(desk.lines)), {})


def make_a_row_from_a_copy(desk: Desk, random: Random) -> None:
    """She copies a row, clears its Ref, and writes her own event over its words."""
    ref, text = desk.find(REF), desk.find(TEXT)
    if ref is None or text is None or not desk.find_known():
        return
    end = len(desk.lines) - desk.below
    line = desk.add_line(end, {})
    for place, slot in enumerate(copy_line(random.choice(desk.find_known())).slots):
        if place != ref and slot.value is not None and not desk.columns[place].for_notes:
            line.slots[place].value = line.slots[place].given = slot.value
    line.slots[text].value = f"{random.choice(load_words().author.events)} [{next(_NUMBERS)}]"


def move_own_rows(desk: Desk, random: Random) -> None:
    """She cuts rows of hers and inserts them elsewhere."""
    for line in [one for one in desk.lines if one.owners and max(one.owners) < 0]:
        desk.lines = [one for one in desk.lines if one is not line]
        desk.lines.insert(random.randrange(len(desk.lines) + 1), line)


def divide_a_row(desk: Desk, random: Random) -> None:
    """An agency tells two events in one row: she copies it, and leaves in each what is its."""
    text, known = desk.find(TEXT), desk.find_known()
    if text is None:
        return
    long = [line for line in known if ". " in str(line.slots[text].value)]
    if not long:
        return
    line = random.choice(long)
    first, _, rest = str(line.slots[text].value).partition(". ")
    new = copy_line(line)
    line.slots[text].value, new.slots[text].value = f"{first}.", rest
    desk.lines.insert(desk.lines.index(line) + 1, new)


def clear_a_ref(desk: Desk, random: Random) -> None:
    """By a slip of the hand."""
    ref, lines = desk.find(REF), desk.find_known()
    if ref is not None and lines:
        random.choice(lines).slots[ref].value = None


def touch_refs(desk: Desk, random: Random) -> None:
    """Refs in small letters, or with a space behind, as they come back from a letter."""
    ref, lines = desk.find(REF), desk.find_known()
    if ref is not None:
        for line in random.sample(lines, min(3, len(lines))):
            told = str(line.slots[ref].value)
            line.slots[ref].value = random.choice((told.lower(), f"{told} ", f" {told}"))

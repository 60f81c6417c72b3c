"""What she writes beside rows, in review columns and in her own, and what she strikes out."""

from datetime import datetime
from itertools import count
from random import Random

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.robot.desk import Desk
from tests.robot.words import load_words

_NUMBERS = count(1)


def make_note(random: Random) -> object:
    """Words that stand nowhere else, most often; a label, a number, a day, a note partly bold."""
    author = load_words().author
    words = f"{random.choice(author.notes)} ({next(_NUMBERS)})"
    return random.choices(
        (
            words,
            random.choice(author.labels),
            random.randrange(1, 500),
            0.5,
            datetime(2024, 6, random.randrange(1, 29)),
            CellRichText(TextBlock(InlineFont(b=True), "Key: "), words),
        ),
        (70, 15, 4, 2, 4, 5),
    )[0]


def write_notes(desk: Desk, random: Random) -> None:
    places = desk.list_notes()
    for line in random.sample(desk.lines, min(random.randrange(5, 30), len(desk.lines))):
        for place in random.sample(places, min(random.choice((1, 1, 2)), len(places))):
            desk.write(line, place, make_note(random))


def label_many(desk: Desk, random: Random) -> None:
    """The same word beside many rows, filled down."""
    label, place = random.choice(load_words().author.labels), random.choice(desk.list_notes())
    first = random.randrange(len(desk.lines))
    for line in desk.lines[first : first + 12]:
        desk.write(line, place, label)


def write_on(desk: Desk, random: Random) -> None:
    """She goes on with notes that stand there."""
    for line in desk.lines:
        for place in desk.list_notes():
            value = line.slots[place].value
            result = line.slots[place].result
            if isinstance(value, str) and not result and random.random() < 0.3:
                line.slots[place].value = f"{value}\n{make_note(random)}"


def strike_out(desk: Desk, random: Random) -> None:
    """She thinks better of a note."""
    for line in desk.lines:
        for place in desk.list_notes():
            if line.slots[place].value is not None and random.random() < 0.1:
                line.slots[place].value = None


def write_a_formula(desk: Desk, random: Random) -> None:
    """She counts something. A program that only writes leaves no result beside the formula."""
    for line in random.sample(desk.lines, min(2, len(desk.lines))):
        place, number = random.choice(desk.list_notes()), random.randrange(10**6)
        desk.write(line, place, f"={number}+1")
        line.slots[place].result = str(number + 1)
        line.slots[place].style = None  # it comes to a number, where a day stood before

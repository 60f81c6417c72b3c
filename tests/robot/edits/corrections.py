"""What she corrects in the tool's and the agencies' own cells, and the order that she gives."""

from datetime import datetime, time, timedelta
from random import Random

from tests.robot.desk import Desk

ANSWERS = ("Yes", "No", "Unclear", "Not recorded")


def _write(desk: Desk, random: Random, heading: str, value: object) -> None:
    """Into the column that the tool called so, beside a row of an agency's."""
    place, lines = desk.find(heading), desk.find_known()
    if place is not None and lines:
        line = random.choice(lines)
        if line.slots[place].value != value:
            desk.write(line, place, value)


def correct_answers(desk: Desk, random: Random) -> None:
    for _ in range(random.randrange(1, 6)):
        child, of = random.choice(("Mia", "Jude")), random.choice(("seen", "alone", "views"))
        answer = random.choice(ANSWERS)
        answer = random.choice((answer, answer, answer.lower()))
        _write(desk, random, f"{child}: {of}", answer)


def correct_dates(desk: Desk, random: Random) -> None:
    day = datetime(2015, 1, 5) + timedelta(days=random.randrange(160))
    for _ in range(random.randrange(1, 3)):
        _write(desk, random, "Date", random.choice((day, f"{day:%d/%m/%Y}", f"{day:%d %B %Y}")))


def correct_times(desk: Desk, random: Random) -> None:
    _write(desk, random, "Time", random.choice((time(14, 30), "14:35", "2.40pm", "09:15")))


def correct_agencies(desk: Desk, random: Random) -> None:
    _write(desk, random, "Agency", random.choice(("School nurse", "Northam Constabulary (PPU)")))


def correct_words(desk: Desk, random: Random) -> None:
    """A slip of the pen mended, or a few words more."""
    place, lines = desk.find("What the agency recorded"), desk.find_known()
    if place is None or not lines:
        return
    line = random.choice(lines)
    text = str(line.slots[place].value or "")
    new = random.choice((f"{text} [sic]", text.replace("mother", "Ms Harte"), f"{text[:-1]}"))
    if new and new != text:
        desk.write(line, place, new)


def empty_cells(desk: Desk, random: Random) -> None:
    """What she holds to be wrong she takes out, such as a time that is that of writing."""
    for heading in random.sample(("Time", "Mia: seen", "Place", "Author"), 2):
        place, lines = desk.find(heading), desk.find_known()
        if place is not None and lines:
            random.choice(lines).slots[place].value = None


def replace_everywhere(desk: Desk, random: Random) -> None:
    """Find and replace, in the whole sheet: a name, as it is to stand in the report."""
    old, new = random.choice((("mother", "Ms H"), ("Northam", "N."), ("SW", "social worker")))
    for line in desk.lines:
        for column, slot in zip(desk.columns, line.slots, strict=True):
            if isinstance(slot.value, str) and column.ours not in {"Ref", "File"}:
                slot.value = slot.value.replace(old, new)


def give_an_order(desk: Desk, random: Random) -> None:
    """Rows of one day as she holds them to have followed each other."""
    for number in range(random.randrange(1, 4)):
        _write(desk, random, "Order", random.choice((number + 1, number + 0.5)))


def write_in_columns_of_ours(desk: Desk, random: Random) -> None:
    """Where the tool tells its reasons, since there was room."""
    heading = random.choice(("About this row", "Mia: why", "Contact", "Place", "Outcome"))
    _write(desk, random, heading, f"in a cell of yours {random.randrange(10**6)}")

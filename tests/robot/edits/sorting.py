"""Sorting and filtering: whole, in part, and torn."""

from collections.abc import Callable, Sequence
from random import Random

from tests.robot.desk import Desk, Line, Slot

Key = Callable[[Line], tuple[bool, str]]


def _by(place: int) -> Key:
    """As Excel sorts a column, near enough: empty cells last."""
    return lambda line: (line.slots[place].value is None, str(line.slots[place].value))


def _pick(desk: Desk, random: Random) -> list[int]:
    """Columns that one sorts by."""
    known = ("Date", "Agency", "What the agency recorded", "Time", "Mia: seen", "Contact", "No.")
    places = [place for one in known if (place := desk.find(one)) is not None]
    return random.sample(places + desk.list_notes()[:2], 2)


def sort_by_several(desk: Desk, random: Random) -> None:
    places = _pick(desk, random)
    for place in places:
        _reorder(desk, sorted(desk.lines, key=_by(place), reverse=random.random() < 0.5))


def _reorder(desk: Desk, lines: Sequence[Line]) -> None:
    """Sort the table. Columns outside it, and rows below it, stay where they are."""
    below = desk.lines[len(desk.lines) - desk.below :]
    inside = [line for line in lines if not any(line is one for one in below)]
    if desk.outside:
        stay = [line.slots[-desk.outside :] for line in desk.lines]
        for line in inside:
            del line.slots[-desk.outside :]
        desk.lines[:] = [*inside, *below]
        for line, slots in zip(inside, stay, strict=False):
            line.slots += slots
    else:
        desk.lines[:] = [*inside, *below]


def sort_some_rows(desk: Desk, random: Random) -> None:
    """She marked a block of rows, whole ones, and sorted that."""
    first = random.randrange(len(desk.lines) // 2)
    last = first + random.randrange(5, 25)
    (place,) = _pick(desk, random)[:1]
    desk.lines[first:last] = sorted(desk.lines[first:last], key=_by(place))


def leave_a_filter_on(desk: Desk, random: Random) -> None:
    (place,) = _pick(desk, random)[:1]
    chosen = random.choice(desk.lines).slots[place].value
    for line in desk.lines:
        line.hidden = line.slots[place].value != chosen


def sort_while_filtered(desk: Desk, random: Random) -> None:
    """Excel sorts the rows that are shown, among themselves."""
    leave_a_filter_on(desk, random)
    shown = [number for number, line in enumerate(desk.lines) if not line.hidden]
    (place,) = _pick(desk, random)[:1]
    ordered = sorted((desk.lines[number] for number in shown), key=_by(place), reverse=True)
    for number, line in zip(shown, ordered, strict=True):
        desk.lines[number] = line


def tear_by_marking_some_columns(desk: Desk, random: Random) -> None:
    """She marked some columns, and told Excel to sort only those."""
    first = random.randrange(len(desk.columns) - 4)
    last = random.randrange(first + 2, len(desk.columns))
    key = random.randrange(first, last)
    _sort_block(desk.lines, first, last, key)


def _sort_block(lines: Sequence[Line], first: int, last: int, key: int) -> None:
    blocks: list[list[Slot]] = [line.slots[first:last] for line in lines]
    blocks.sort(key=lambda one: (one[key - first].value is None, str(one[key - first].value)))
    for line, block in zip(lines, blocks, strict=True):
        line.slots[first:last] = block


def tear_a_few_rows(desk: Desk, random: Random) -> None:
    """The same in a block of rows: most of the sheet stays whole."""
    first = random.randrange(len(desk.lines) // 2)
    lines = desk.lines[first : first + 8]
    start = random.randrange(len(desk.columns) // 2)
    end = random.randrange(start + 2, len(desk.columns))
    _sort_block(lines, start, end, start)


def tear_by_a_column_outside(desk: Desk, random: Random) -> None:
    """Her own column stands beyond an empty one, outside the table, and the table is sorted."""
    desk.insert_column(len(desk.columns), None)
    desk.insert_column(len(desk.columns), "Beside")
    desk.outside += 2
    for line in random.sample(desk.lines, 6):
        desk.write(line, len(desk.columns) - 1, f"beside the table {random.randrange(10**6)}")
    sort_by_several(desk, random)

"""Sorting and filtering: whole, in part, and torn."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random

from tests.robot.desk import COUNTED, REF, Desk, Line, Slot, is_answer

Key = Callable[[Line], tuple[bool, str]]


def _by(place: int) -> Key:
    """As Excel sorts a column, near enough: empty cells last."""
    return lambda line: _order(line.slots[place])


def _order(slot: Slot) -> tuple[bool, str]:
    return slot.value is None, str(slot.value)


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
    for _ in range(_TRIES):
        first = random.randrange(len(desk.columns) - 4)
        last = random.randrange(first + 2, len(desk.columns))
        if _sort_block(desk, desk.lines, range(first, last), random.randrange(first, last)):
            return


def tear_a_few_rows(desk: Desk, random: Random) -> None:
    """The same in a block of rows: most of the sheet stays whole."""
    for _ in range(_TRIES):
        first = random.randrange(len(desk.lines) // 2)
        start = random.randrange(len(desk.columns) // 2)
        end = random.randrange(start + 2, len(desk.columns))
        if _sort_block(desk, desk.lines[first : first + 8], range(start, end), start):
            return


_TRIES = 9
_SHOWN = 3


def _sort_block(desk: Desk, lines: Sequence[Line], block: range, key: int) -> bool:
    """Sort the cells of these columns; False, and nothing is done, where the file could not show
    it: in no column of the tool's would three cells stand beside another row's Ref and differ from
    what was written there, of an answer's with three answers among them. That is a limit: notes
    that are sorted by themselves look like notes that were moved by hand, and answers that change
    places two by two like corrections.
    """
    blocks: list[list[Slot]] = [line.slots[block.start : block.stop] for line in lines]
    blocks.sort(key=lambda one: _order(one[key - block.start]))
    ref = desk.find(REF)
    shown: defaultdict[str, list[object]] = defaultdict(list)
    for line, slots in zip(lines, blocks, strict=True):
        whole = [*line.slots[: block.start], *slots, *line.slots[block.stop :]]
        owner = whole[ref].owner if ref is not None else None
        for column, slot in zip(desk.columns, whole, strict=True):
            if (
                slot.owner not in {None, owner}
                and slot.value is not None
                and not column.for_notes
                and column.ours not in COUNTED
                and desk.given.get((owner, column.ours)) != slot.value
            ):
                shown[column.ours].append(slot.value)
    counts = [len(set(cells) if is_answer(of) else cells) for of, cells in shown.items()]
    if max(counts, default=0) < _SHOWN:
        return False
    for line, slots in zip(lines, blocks, strict=True):
        line.slots[block.start : block.stop] = slots
    return True


def tear_by_a_column_outside(desk: Desk, random: Random) -> None:
    """Her own column stands beyond an empty one, outside the table, and the table is sorted."""
    desk.insert_column(len(desk.columns), None)
    desk.insert_column(len(desk.columns), "Beside")
    desk.outside += 2
    for line in random.sample(desk.lines, 6):
        desk.write(line, len(desk.columns) - 1, f"beside the table {random.randrange(10**6)}")
    sort_by_several(desk, random)

"""However a sheet was torn, nothing of hers is lost, and nothing stands beside a wrong row."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from chronolator.columns import list_columns, write_hashes
from chronolator.model import Case, Child, Sheet, Value
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.torn import Mended, mend

COLUMNS = {one.key: one for one in list_columns(Case(children=(Child("Mia"),)))}
NOTES = {"review Review notes": "Review notes", "author Your column 1": "Your column 1"}
ORDER = (
    *("date", "time", "agency", "text", "seen Mia", "alone Mia", "views Mia", "contact"),
    *("review Review notes", "author Your column 1", "date_written", "origin", "words Mia"),
    *("place", "author", "precision", "file", "row"),
)
OURS = [key for key in ORDER if key not in NOTES]
CORRECTED = ("date", "time", "text", "seen Mia", "alone Mia", "place", "author", "contact")


SHOWN = 3
Written = Mapping[str, Mapping[str, str]]


@dataclass
class Cell:
    """What stands in a cell, and the Ref of the row for which it was written."""

    value: str
    owner: str


def write(random: Random, number: int) -> dict[str, str]:
    """A row as chron writes it: some cells are the row's alone, most are like those of others."""
    pick = random.choice
    day = f"2019-05-{1 + number // 2:02}"
    return {
        "date": day,
        "time": pick(("", "", "09:15", f"1{number % 10}:30")),
        "agency": pick(("Police", "School", "GP")),
        "text": pick(("T/c to mother, no reply.", f"Visit {number}", f"Letter {number}")),
        "seen Mia": pick(("Yes", "No", "Not recorded", "Not recorded")),
        "alone Mia": pick(("Yes", "Not recorded", "Not recorded")),
        "views Mia": "Not recorded",
        "contact": pick(("", "", f"Contact {number // 3}")),
        "date_written": pick((day, f"{number}.5.19")),
        "origin": f"{pick(('a', 'b'))}.csv, row {number}",
        "words Mia": pick(("", "", "Seen: column", f"Seen: in sight {number}")),
        "place": pick(("", "home", "clinic")),
        "author": pick(("", "S Sands", "Dr Achebe")),
        "precision": pick(("day", "minute")),
        "file": pick(("a.csv", "b.csv")),
        "row": str(number),
    }


def sort_block(random: Random, sheet: list[dict[str, Cell]], written: Written) -> bool:
    """Some columns, side by side, of all rows or of some, by one of them; False where the file does
    not show it: no three cells that one row alone had stand beside other Refs.
    """
    first = random.randrange(len(ORDER) - 2)
    keys = ORDER[first : random.randrange(first + 2, len(ORDER) + 1)]
    start = random.choice((0, random.randrange(len(sheet) // 2)))
    rows = sheet[start : random.choice((len(sheet), start + 8))]
    by = random.choice(keys)
    blocks = sorted(
        ({key: row[key] for key in keys} for row in rows), key=lambda one: one[by].value
    )
    for row, block in zip(rows, blocks, strict=True):
        row.update(block)
    shown = Counter(
        key
        for row in rows
        for key in written[row["ref"].owner].keys() & {*keys}
        if (one := row[key]).owner != row["ref"].owner
        and one.value
        and [cells[key] for cells in written.values()].count(one.value) == 1
    )
    return max(shown.values(), default=0) >= SHOWN


@dataclass
class Torn:
    """A sheet of cells as she saved it, what chron had `written` beside each Ref, what of hers
    stands in its cells, and what is read of it.
    """

    sheet: list[dict[str, Cell]]
    written: Written
    hers: dict[tuple[str, str], str]
    mended: Mended

    @property
    def by_ref(self) -> dict[str, dict[str, Value]]:
        return {row.ref: row.cells for row in self.mended.rows}

    @property
    def waiting(self) -> dict[str, tuple[str, ...]]:
        return {one.note.text: one.candidates for one in self.mended.waiting}

    def list_notes(self) -> Iterator[tuple[str, str, Cell]]:
        """The Ref beside which each note stands, its column, and the cell."""
        for row in self.sheet:
            for key in NOTES:
                if row[key].value:
                    yield row["ref"].owner, key, row[key]

    def is_told(self, key: str, text: str) -> bool:
        """If a correction waits, or is named."""
        named = any(COLUMNS[key].heading in line for line in self.mended.named)
        return text in self.waiting or named


def tear(random: Random, times: int) -> Torn:
    refs = [f"C-{n:02}" for n in range(random.randrange(6, 24))]
    written = {ref: write(random, number) for number, ref in enumerate(refs)}
    sheet = [
        {"ref": Cell(ref, ref)}
        | {key: Cell(value, ref) for key, value in cells.items()}
        | {key: Cell(random.choice(("", f"{key} of {ref}")), ref) for key in NOTES}
        for ref, cells in written.items()
    ]
    hers: dict[tuple[str, str], str] = {}
    for number in range(random.randrange(4)):
        row, key = random.choice(sheet), random.choice(CORRECTED)
        row[key].value = hers[row["ref"].owner, key] = f"hers {number}"
    for _ in range(times):
        assume(sort_block(random, sheet, written))
    rows = [
        Row(row["ref"].owner, number, {key: one.value for key, one in row.items() if one.value})
        for number, row in enumerate(sheet, start=2)
    ]
    hashes: list[list[Value]] = [[ref, write_hashes(cells)] for ref, cells in written.items()]
    base = Base(Sheet("", "base", [["id", "cells"], *hashes]))
    order = ("ref", *ORDER)
    known = {key: COLUMNS[key] for key in ("ref", *OURS)}
    places = {key: place for place, key in enumerate(order)}
    found = FoundColumns(1, places, known, NOTES, frozenset())
    return Torn(sheet, written, hers, mend(rows, base, found, order))


@given(st.randoms(use_true_random=False))
def test_nothing_is_lost_and_nothing_stands_beside_a_wrong_row(random: Random) -> None:
    torn = tear(random, 1)
    for beside, key, note in torn.list_notes():
        assert (torn.by_ref[note.owner].get(key) == note.value) != (note.value in torn.waiting)
        assert beside in torn.waiting.get(note.value, (beside,))
    for (ref, key), text in torn.hers.items():
        assert torn.by_ref[ref].get(key) == text or torn.is_told(key, text)
    for ref, cells in torn.by_ref.items():
        for key in OURS:
            mine = {torn.written[ref][key], torn.hers.get((ref, key))}
            assert cells.get(key, "") in {*mine, ""}


@given(st.randoms(use_true_random=False))
def test_nothing_is_lost_where_she_tore_the_sheet_twice(random: Random) -> None:
    torn = tear(random, 2)
    there = {text for cells in torn.by_ref.values() for text in cells.values()}
    assert {note.value for _, _, note in torn.list_notes()} <= there | torn.waiting.keys()
    for (_, key), text in torn.hers.items():
        assert text in there or torn.is_told(key, text)

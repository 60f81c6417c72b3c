"""What she decides on the sheets Contacts, Duplicates and Decisions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.robot.desk import REF, Desk

CHOICE = "Your decision"
REFS = {
    "Contacts": ("Ref",),
    "Possible contacts": ("Ref",),
    "Duplicates": ("Ref of the row kept", "Its own Ref"),
    "Decisions": ("Refs",),
}
_KINDS = ("not the same", "same contact")
_OF_DUPLICATES = ("not a duplicate", "duplicate")
_REF = re.compile(r"C-[0-9A-Z]{10}")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as a sheet has it; on Contacts it is of one row and the others with it."""

    sheet: str
    kind: str
    refs: tuple[str, ...]
    why: str = ""


def list_decisions(book: Workbook) -> Iterator[Decided]:
    """All that stand in the workbook."""
    for name, headings in REFS.items():
        if name in book.sheetnames:
            for row in read_rows(book[name]):
                kind = row.get("Decision" if name == "Decisions" else CHOICE, "")
                refs = tuple(_REF.findall(" ".join(row.get(one, "") for one in headings)))
                if kind and refs:
                    yield Decided(name, kind.lower(), refs, row.get("Why", ""))


def read_rows(sheet: Worksheet) -> Iterator[dict[str, str]]:
    """The rows below the headings, cells as text by their headings."""
    rows = sheet.iter_rows(values_only=True)
    headings = [str(one or "") for one in next(rows, ())]
    for row in rows:
        yield {
            heading: "" if value is None else str(value)
            for heading, value in zip(headings, row, strict=True)
        }


def decide_contacts(desk: Desk, random: Random) -> None:
    _decide(desk, random, random.choice(("Contacts", "Possible contacts")), _KINDS)


def decide_duplicates(desk: Desk, random: Random) -> None:
    _decide(desk, random, "Duplicates", _OF_DUPLICATES)


def _decide(desk: Desk, random: Random, name: str, kinds: Sequence[str]) -> None:
    if name not in desk.book.sheetnames:
        return
    sheet = desk.book[name]
    headings = [str(cell.value) for cell in sheet[1]]
    if CHOICE not in headings:
        return
    rows = [n for n, row in enumerate(read_rows(sheet), start=2) if row[REFS[name][0]]]
    for row in random.sample(rows, min(2, len(rows))):
        sheet.cell(row, headings.index(CHOICE) + 1).value = random.choice(kinds)


def decide_by_refs(desk: Desk, random: Random) -> None:
    """Two rows by their Refs, and why."""
    ref, lines = desk.find(REF), desk.find_known()
    if ref is None or len(lines) < 2 or "Decisions" not in desk.book.sheetnames:
        return
    sheet = desk.book["Decisions"]
    headings = [str(cell.value) for cell in sheet[1]]
    rows = enumerate(read_rows(sheet), start=2)
    free = next((n for n, row in rows if not any(row.values())), sheet.max_row + 1)
    two = [str(line.slots[ref].value) for line in random.sample(lines, 2)]
    cells = {
        "Decision": random.choice(_KINDS),
        "Refs": random.choice((", ", " ", "\n", " and ")).join(two),
        "Why": f"as the panel said {random.randrange(10**6)}",
    }
    for heading, value in cells.items():
        sheet.cell(free, headings.index(heading) + 1).value = value

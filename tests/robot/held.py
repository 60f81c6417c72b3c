"""What the saved workbook holds of the author's: the truth by which the next one is judged."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from tests.robot.desk import COUNTED, REF, TEXT, Column, Desk, Line, Slot, is_answer
from tests.robot.edits.decisions import Decided, list_decisions
from tests.robot.edits.waiting import list_waiting


class Kind(StrEnum):
    """What can be of hers in a workbook."""

    NOTE = "note"
    OWN = "own row"
    ANSWER = "answer"
    CORRECTION = "correction"
    OURS = "cell of ours"
    COMMENT = "comment"
    FILL = "fill"
    DECISION = "decision"
    SHEET = "sheet of hers"
    ABOVE = "above the headings"
    WAITING = "note that waits"


CORRECTABLE = frozenset(
    {"Date", "To", "Time", "Until", "Agency", TEXT, "Order", "Place", "Author", "Action", "Outcome"}
)
"""What tells of the event. Of a row of hers, these cells are hers; others the tool fills."""


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that she left there. `ways` are how it may be shown. `owner` is the row to which it
    belongs, `words` that row's words where it has no Ref, `column` what the heading said
    when she saved, `ours` what the tool had called it. `torn`: its row stood in pieces, and it was
    not beside its own Ref and its own words.
    """

    kind: Kind
    ways: tuple[str, ...]
    owner: int | None = None
    ref: str = ""
    column: str = ""
    ours: str = ""
    words: str = ""
    torn: bool = False

    @property
    def text(self) -> str:
        return self.ways[0]


def list_ways(value: object) -> tuple[str, ...]:
    """How a cell's value may be shown; ("",) for an empty one."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return (f"{value:%Y-%m-%d %H:%M}", f"{value:%d/%m/%Y %H:%M}")
    if isinstance(value, date):
        return (f"{value:%Y-%m-%d}", f"{value:%d/%m/%Y}", f"{value.day} {value:%b %Y}")
    if isinstance(value, time):
        return (f"{value:%H:%M}", f"{value:%H:%M:%S}")
    if isinstance(value, float) and value.is_integer():
        return (str(int(value)),)
    text = "" if value is None else str(value).strip()
    for written, shown in _WRITTEN.items() if text[:1].isdigit() else ():
        with suppress(ValueError):
            return (text, f"{datetime.strptime(text, written):{shown}}")  # noqa: DTZ007  a cell knows none
    return (text,)


_WRITTEN = {
    "%d/%m/%Y": "%Y-%m-%d",
    "%d.%m.%y": "%Y-%m-%d",
    "%d %B %Y": "%Y-%m-%d",
    "%I.%M%p": "%H:%M",
}
"""How she writes days and times as text, and how they are shown."""


def show(value: object) -> str:
    """The value as it is compared."""
    return list_ways(value)[0]


def list_held(desk: Desk) -> list[Held]:
    """Everything of hers, as the workbook stands now."""
    return [*_list_rows(desk), *_list_beside(desk)]


def _list_rows(desk: Desk) -> Iterator[Held]:
    ref, text = desk.find(REF), desk.find(TEXT)
    for line in desk.lines:
        no_ref = ref is None or not show(line.slots[ref].value)
        base = Held(
            Kind.NOTE,
            ("",),
            ref="" if ref is None else show(line.slots[ref].value).upper(),
            words=show(line.slots[text].value) if no_ref and text is not None else "",
        )
        beside = None if ref is None else line.slots[ref].owner
        inside, wide = is_torn(desk, line), len(desk.columns) - desk.outside
        whole = {line.slots[one].owner for one in (ref, text) if one is not None}
        for place, (column, slot) in enumerate(zip(desk.columns, line.slots, strict=True)):
            here = replace(
                base,
                owner=beside if slot.owner is None else slot.owner,
                column=show(column.heading.value),
                ours=column.ours,
                torn=(inside and {slot.owner} != whole)
                or (place >= wide and is_torn(desk, line, outside=True)),
            )
            if slot.comment:
                yield replace(here, kind=Kind.COMMENT, ways=(slot.comment,))
            if slot.fill and line.owners:
                yield replace(here, kind=Kind.FILL, ways=(slot.fill,))
            kind = _find_kind(desk, column, slot)
            if kind in {Kind.ANSWER, Kind.CORRECTION} or (kind and show(slot.value)):
                ways = list_ways(slot.value)
                yield replace(here, kind=kind, ways=(slot.result, *ways) if slot.result else ways)


def _find_kind(desk: Desk, column: Column, slot: Slot) -> Kind | None:
    if column.for_notes:
        return Kind.NOTE
    if slot.owner is not None and slot.owner < 0:
        hers = show(slot.value) != show(slot.given)
        return Kind.OWN if hers or column.ours in CORRECTABLE else None
    now, given = show(slot.value), show(slot.given)
    if is_answer(column.ours) or column.ours == REF:  # in other letters it is the same
        now, given = now.casefold(), given.casefold()
    if now == given and (slot.owner, column.ours) not in desk.corrected:
        return None
    if is_answer(column.ours):
        return Kind.ANSWER
    return Kind.CORRECTION if column.ours in CORRECTABLE else Kind.OURS


def _list_beside(desk: Desk) -> Iterator[Held]:
    """What stands above the rows and on other sheets."""
    for words in desk.above:
        if words:
            yield Held(Kind.ABOVE, (words,))
    for sheet in desk.book.worksheets:
        if sheet.title in desk.hers:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        yield Held(Kind.SHEET, list_ways(cell.value), column=sheet.title)
    for note in list_waiting(desk.book):
        yield Held(Kind.WAITING, (note,))
    yield from _list_decided(desk)


def _list_decided(desk: Desk) -> Iterator[Held]:
    """Her decisions, without those of which she decided the opposite since."""
    decided = [*list_decisions(desk.book)]
    for one in decided:
        if not any(_replaces(new, one, desk) for new in decided):
            yield Held(Kind.DECISION, (one.kind, *one.refs), column=one.sheet, words=one.why)


_OPPOSED = (
    {"same contact", "not the same"},
    {"duplicate", "not the same"},
    {"duplicate", "not a duplicate"},
)


def _replaces(new: Decided, old: Decided, desk: Desk) -> bool:
    """If she decided the opposite of what she had decided before: of all its rows, or of one and
    the others with it.
    """
    return (
        old.sheet == "Decisions" != new.sheet
        and (old.kind, old.refs) in desk.listed
        and {old.kind, new.kind} in _OPPOSED
        and {*new.refs} <= {*old.refs}
    )


def is_torn(desk: Desk, line: Line, *, outside: bool = False) -> bool:
    """If cells of several rows stand in it, and it can be seen: the values differ. The columns
    outside the table tear nothing inside it.
    """
    wide = len(desk.columns) - (0 if outside else desk.outside)
    ref = desk.find(REF)
    owner = line.slots[ref].owner if ref is not None else None
    return any(
        slot.owner not in {None, owner}
        and slot.value is not None
        and column.ours not in COUNTED
        and (column.for_notes or desk.given.get((owner, column.ours)) != slot.value)
        for column, slot in zip(desk.columns[:wide], line.slots[:wide], strict=True)
    )

"""What to look at first: what is missing or doubtful, where accounts differ, what waits."""

from collections.abc import Iterator, Sequence

from chronolator.columns import NOTES_SHEET, POSSIBLE_SHEET
from chronolator.model import (
    Chronology,
    ContactStatus,
    DifferenceKind,
    Gap,
    Problem,
    ProblemKind,
)
from chronolator.problems import tell_first
from chronolator.rows import name_day
from chronolator.rows.days import name_when
from chronolator.write.workbook.links import SheetLink
from chronolator.write.workbook.sheets import differences, one_sided, questions
from chronolator.write.workbook.sheets.accounts import PROBLEMS
from chronolator.write.workbook.sheets.places import Places, begin
from chronolator.write.workbook.tables import CellValue

_GRAVE = {
    DifferenceKind.SEEN: "Accounts differ: seen or not",
    DifferenceKind.INJURY: "Accounts differ: an injury",
}
_SHOWN = 5
"""So many differences of each grave kind are told here."""
_UNREAD = (ProblemKind.FILE_NOT_READ, ProblemKind.SHEET_NOT_READ)
Row = tuple[CellValue, ...]


def tell_first_look(chronology: Chronology, gaps: Sequence[Gap], there: set[str]) -> Iterator[Row]:
    """A row for each thing to look at, the gravest first. `gaps` are those of the first page,
    `there` the sheets that are in the workbook.
    """
    places = Places(chronology)
    yield from _tell_missing(chronology)
    yield from _tell_doubts(gaps, places)
    yield from _tell_differences(chronology, gaps, places)
    yield from (row for row in _tell_tasks(chronology) if row[3].sheet in there)


def _tell_missing(chronology: Chronology) -> Iterator[Row]:
    """What is in no answer: it could close a gap."""
    unread = [one for one in chronology.problems if one.kind in _UNREAD]
    if unread:
        words = f"{tell_first([_name(one) for one in unread])}. What stands there is in no answer."
        yield "Could not be read", len(unread), words, SheetLink(PROBLEMS), None
    entered = {event.agency for event in chronology.events}
    awaited = [one.name for one in chronology.case.agencies if one.name not in entered]
    if awaited:
        words = f"{tell_first(awaited)}. What they saw closes no gap."
        yield "No entry of these agencies", len(awaited), words, None, None


def _name(problem: Problem) -> str:
    return str(problem.origin)


def _tell_doubts(gaps: Sequence[Gap], places: Places) -> Iterator[Row]:
    """The unclear entries on which the length of a gap hangs."""
    hanging: dict[str, list[Gap]] = {}
    for gap in gaps:
        for event in gap.unclear:
            hanging.setdefault(event, []).append(gap)
    for event, some in hanging.items():
        told = "; ".join(
            f"{gap.child}, {name_day(gap.first)} to {name_day(gap.last)}, is one of "
            f"{gap.days:,} days, or of {gap.shortest:,} at least"
            for gap in some
        )
        words = f"{places.describe(event)}: it may be a sighting. The gap of {told}."
        yield "A gap hangs on this entry", None, words, places.link(event), None


def _tell_differences(chronology: Chronology, gaps: Sequence[Gap], places: Places) -> Iterator[Row]:
    """Where accounts differ on whether a child was seen, those at the end of a gap first, and on an
    injury. Those of contacts that are only possible are none yet.
    """
    ends = {event: gap for gap in gaps for event in (*gap.begins_with, *gap.ends_with)}
    for kind, name in _GRAVE.items():
        some = [
            (contact, [said.event for said in one.said if said.event in ends], one)
            for contact in chronology.contacts
            for one in contact.differences
            if one.kind is kind and contact.status is ContactStatus.LINKED
        ]
        for contact, at_end, one in sorted(some, key=lambda told: not told[1])[:_SHOWN]:
            first, other = one.said[0].event, one.said[-1].event
            event = places.find(first)
            when = name_when(event.when) if event else ""
            said = "; ".join(places.quote(account) for account in one.said)
            edge = f" The gap of {ends[at_end[0]].days:,} days has its end here." if at_end else ""
            of = f"{', '.join(one.children)}: " if one.children else ""
            words = f"{when}, {contact.id}. {of}{said}.{edge}"
            yield name, None, words, places.link(first), places.link(other)
        if len(some) > _SHOWN:
            words = f"{_SHOWN} of them are told here, all on the sheet Differences."
            yield name, len(some), words, SheetLink(differences.SHEET), None


def _tell_tasks(chronology: Chronology) -> Iterator[tuple[str, int, str, SheetLink, None]]:
    """What waits for the author, by the sheet on which it is done."""
    possible = sum(one.status is ContactStatus.POSSIBLE for one in chronology.contacts)
    waiting = len(chronology.unplaced)
    refused = sum(not one.honoured for one in chronology.decisions)
    carried = len(chronology.checks)
    for what, number, words, sheet in (
        ("Notes to place", waiting, "Choose the Ref of the row of each.", NOTES_SHEET),
        (
            "Notes on a row that changed",
            carried,
            "The column Carried note: check says by what each was found: empty it when right.",
            PROBLEMS,
        ),
        (
            "Decisions that are not followed",
            refused,
            "The sheet Decisions says why.",
            "Decisions",
        ),
        (
            "Contacts to decide on",
            possible,
            "They may be one contact, and count as apart until you decide.",
            POSSIBLE_SHEET,
        ),
        (
            "Contacts told by one side",
            len(chronology.one_sided),
            "The other side's return has no entry of them: ask.",
            one_sided.SHEET,
        ),
        (
            "Questions to send",
            len(chronology.queries),
            "Yours, and those that the returns raise, by agency.",
            questions.SHEET,
        ),
        (
            "Problems",
            len(chronology.problems),
            "What could not be read, rows without a date, and whatever else is not sure.",
            PROBLEMS,
        ),
    ):
        if number:
            yield begin(what), number, words, SheetLink(sheet), None

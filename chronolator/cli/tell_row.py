"""Tells how a row was read and dated, and then how it was answered."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from chronolator.cli import show
from chronolator.cli.tell_sightings import tell_sightings
from chronolator.columns import list_columns
from chronolator.explaining import RowExplained
from chronolator.model import Case, Correction, Field, NotEvent, Precision, When
from chronolator.model.values import show_value
from chronolator.seen.explain import Explanation


def tell_text(told: Explanation, children: Collection[str]) -> None:
    """A text, and how it is answered for these children."""
    show.say(f'"{told.event.text}"', style="bold")
    tell_sightings(_keep(told, children))


def tell_row(told: Sequence[RowExplained | NotEvent], children: Collection[str]) -> None:
    """What became of a row: its events, with the answers for these children, or why it is none."""
    for number, one in enumerate(told):
        if number:
            show.say()
        if isinstance(one, NotEvent):
            show.say(f"{one.origin}: not an event ({one.reason})", style="bold")
            show.say(one.text, lead="  ")
        else:
            _tell_event(one, children)


def _keep(told: Explanation, children: Collection[str]) -> Explanation:
    return replace(told, children=tuple(one for one in told.children if one.child in children))


def _tell_event(one: RowExplained, children: Collection[str]) -> None:
    event = one.event
    show.say(f"{event.origin}: {event.agency or 'no agency'} ({event.id})", style="bold")
    if one.source is not None:
        headings = f", headings in row {one.source.header_row}" if one.source.header_row else ""
        show.say(f"Read as {one.source.reader}{headings}:", lead="  ")
        _tell_cells(one)
    show.say(_tell_date(event.when), lead="  ")
    for mark in event.marks:
        show.say(f"Marked: {mark}.", lead="  ")
    if one.repeats is not None:
        show.say(f"Held to repeat {one.kept} ({one.repeats.kind}), and marked so.", lead="  ")
    for problem in one.problems:
        show.say(f"To look at: {problem.message}.", lead="  ")
    _tell_corrections(one)
    tell_sightings(_keep(one.explanation, children), one.answered)


def _tell_corrections(one: RowExplained) -> None:
    """What the author corrected in the cells of the row: all else here is as the agency has it."""
    if not one.corrections:
        return
    show.say()
    show.say(
        f"You corrected this row in {one.corrected_in}. What follows is by the agency's own words; "
        "where yours answer otherwise, it is said.",
    )
    tell_corrected_cells(one.corrections)


def tell_corrected_cells(corrections: Iterable[Correction]) -> None:
    """What stands in each cell by the agency, and by the author."""
    headings = {column.key: column.heading for column in list_columns(Case())}
    for told in corrections:
        if told.field not in headings:
            continue
        said, hers = (
            f'"{text}"' if text else "empty" for text in (told.agency_said, told.author_said)
        )
        unread = "" if told.counts else ", which cannot be read: the agency's counts"
        show.say(
            f"{headings[told.field]}: the agency says {said}, you wrote {hers}{unread}.", lead="  "
        )


def _tell_cells(one: RowExplained) -> None:
    """What each heading is read as, and what stands under it in the row."""
    table = show.make_table("  Heading", "Read as", "In this row")
    fields = one.source.columns if one.source else {}
    shared = [field for field in fields.values() if field]
    for heading, field in fields.items():
        if field is None:
            cell = one.entry.other.get(heading, "")
        else:
            cell = show_value(one.entry.cells.get(field))
            if shared.count(field) > 1:
                lines = (line for line in cell.splitlines() if line.startswith(f"{heading}: "))
                cell = next(lines, "").removeprefix(f"{heading}: ")
        if field is Field.TEXT and cell:
            cell = "(its text: see below)"
        show.add_row(table, f"  {heading}", field or "kept under its heading", cell)
    show.open_console().print(table)


def _tell_date(when: When) -> str:
    """The date as written, and as read."""
    written = f'written "{when.written}"' if when.written else "none is written"
    if when.known_day is None:
        return f"Date: {written}, and none is read ({when.qualifier})."
    days = f"{show.name_day(when.first) or 'open'} to {show.name_day(when.last) or 'open'}"
    if when.first == when.last:
        days = show.name_day(when.first)
    times = [f"{time:%H:%M}" for time in (when.at, when.until) if time]
    read = " ".join([days, *([" to ".join(times)] if times else [])])
    known = "" if when.precision is Precision.UNKNOWN else f", known to the {when.precision}"
    return f"Date: {written}, read as {read} ({when.qualifier}{known})."

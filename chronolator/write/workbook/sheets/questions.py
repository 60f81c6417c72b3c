"""What to ask each agency: the author's own questions, and those that the returns raise."""

from collections.abc import Iterator

from chronolator.model import Chronology, Event, Origin, Query, QueryKind
from chronolator.words.shorten import shorten
from chronolator.write.workbook.sheets.places import NUMBER, Places, quote
from chronolator.write.workbook.tables import CellValue, Finding, Heading

SHEET = "Questions"
_SHORT = 400
_QUOTED = 3
"""So many rows are quoted with a question that the returns raise."""
_PURPOSE = (
    "What to ask each agency, to copy into a letter: what you wrote in your column for questions, "
    "gathered at this merge, then what the returns raise."
)
_HEADINGS = (
    Heading("Agency", 24, bold=True),
    Heading("Why it is asked", 17),
    Heading("Question", 70),
    NUMBER,
    Heading("Ref", 17, optional=True),
    Heading("Date", 17),
    Heading("The agency's own words", 66),
)


def list_questions(chronology: Chronology) -> Finding:
    """One row a question, agency by agency; the author's own first."""
    places = Places(chronology)
    rows = {event.origin: event for event in chronology.events if not event.own}
    return Finding(
        SHEET,
        _HEADINGS,
        [_tell(query, places, rows) for query in chronology.queries],
        "There is nothing to ask.",
        purpose=_PURPOSE,
        parted=True,
        identity=(("Agency", "Question"),),
    )


def _tell(query: Query, places: Places, rows: dict[Origin, Event]) -> tuple[CellValue, ...]:
    found = [rows[origin] for origin in query.origins if origin in rows]
    event = query.event or (found[0].id if len(found) == 1 else "")
    return (
        query.agency,
        query.kind.value,
        query.words,
        places.link(event),
        places.refer(event),
        places.day(event),
        # What another agency wrote is not for this one.
        "" if query.kind is QueryKind.ONE_SIDED else "\n".join(_quote(found)),
    )


def _quote(found: list[Event]) -> Iterator[str]:
    for event in found[:_QUOTED]:
        where = f"{event.origin}: " if len(found) > 1 else ""
        yield where + quote(shorten(event.text, _SHORT))
    if len(found) > _QUOTED:
        yield f"and {len(found) - _QUOTED:,} more"

"""Contacts that one side alone records: whose entry is missing, and the days looked at."""

from chronolator.model import Chronology, OneSided
from chronolator.rows.one_sided import tell_no_entry
from chronolator.words.shorten import shorten
from chronolator.write.workbook.sheets.places import NUMBER, Places, begin, quote
from chronolator.write.workbook.tables import CellValue, Finding, Heading

SHEET = "One-sided"
_SHORT = 240
_PURPOSE = (
    "A call, letter, referral or meeting with an agency whose return has no entry of it: to ask, "
    "not to conclude."
)
_HEADINGS = (
    Heading("No entry of", 24, bold=True),
    NUMBER,
    Heading("Ref", 17),
    Heading("Date", 17),
    Heading("Time", 8),
    Heading("Told by", 22, bold=True),
    Heading("Of what", 16),
    Heading("In these words", 30),
    Heading("What it recorded", 52),
    Heading("What was looked for", 36),
)


def list_one_sided(chronology: Chronology) -> Finding:
    """One row a contact that one side alone records, by the agency that should have an entry."""
    places = Places(chronology)
    told = sorted(chronology.one_sided, key=lambda one: one.agency)
    return Finding(
        SHEET,
        _HEADINGS,
        [_tell(one, places) for one in told],
        "No contact is held to be recorded by one side alone.",
        purpose=_PURPOSE,
        parted=True,
        place=2,
        identity=(("Ref", "Of what", "No entry of"),),
    )


def _tell(one: OneSided, places: Places) -> tuple[CellValue, ...]:
    event = places.find(one.event)
    return (
        one.agency,
        places.link(one.event),
        places.refer(one.event),
        places.day(one.event),
        event.when.at if event else None,
        event.agency if event else "",
        one.kind,
        quote(one.words) if one.words else "",
        shorten(event.text, _SHORT) if event else "",
        f"{begin(tell_no_entry(one, places.numbers))}.",
    )

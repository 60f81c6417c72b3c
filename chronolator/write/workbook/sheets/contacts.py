"""Accounts of one contact side by side, with what speaks for it: linked ones, and possible ones."""

from collections.abc import Iterator

from chronolator.columns import (
    CONTACTS_CHOICES,
    CONTACTS_KEYS,
    CONTACTS_SHEET,
    POSSIBLE_SHEET,
    YOUR_DECISION,
)
from chronolator.model import Chronology, Contact, ContactStatus
from chronolator.words.shorten import shorten
from chronolator.write.workbook.sheets.places import NUMBER, Places
from chronolator.write.workbook.tables import CellValue, Finding, Heading

_SHORT = 240
_ASK = (
    "Is this row an account of the same contact as the others of this contact? It holds from the "
    "next merge on, over any weight."
)
_NAME, _REF = CONTACTS_KEYS
_HEADINGS = (
    Heading(_NAME, 12, bold=True),
    NUMBER,
    Heading(_REF, 17),
    Heading("Date", 17),
    Heading("Time", 8),
    Heading("Agency", 21, bold=True),
    Heading("What it recorded", 56),
    Heading(YOUR_DECISION, 15, asks=_ASK, choices=CONTACTS_CHOICES),
    Heading("Why they are held together", 42),
    Heading("They differ in", 13, optional=True),
    Heading("What this account does not mention", 26, optional=True),
)


def list_contacts(chronology: Chronology) -> Finding:
    """The contacts that are linked, one row an account."""
    return _make(
        chronology,
        CONTACTS_SHEET,
        ContactStatus.LINKED,
        "The accounts of one contact by several agencies, side by side, and why they are held to "
        "be one. You can part them.",
        "No two agencies' rows are held to be accounts of one contact.",
    )


def list_possible(chronology: Chronology) -> Finding:
    """The contacts that are only possible, one row an account."""
    return _make(
        chronology,
        POSSIBLE_SHEET,
        ContactStatus.POSSIBLE,
        "Rows that may tell of one contact, and count as apart until you decide.",
        "No rows are held to be perhaps accounts of one contact.",
    )


def _make(
    chronology: Chronology, sheet: str, status: ContactStatus, purpose: str, nothing: str
) -> Finding:
    places = Places(chronology)
    told = [one for one in chronology.contacts if one.status is status]
    rows = [row for contact in told for row in _tell(contact, places)]
    return Finding(
        sheet,
        _HEADINGS,
        rows,
        nothing,
        purpose=purpose,
        counts=len(told),
        parted=True,
        place=2,
        identity=((_REF,),),
    )


def _tell(contact: Contact, places: Places) -> Iterator[tuple[CellValue, ...]]:
    evidence = " · ".join(contact.evidence)
    for name in contact.events:
        event = places.find(name)
        if event is None:
            continue
        differs = dict.fromkeys(
            difference.kind.value
            for difference in contact.differences
            if any(said.event == name for said in difference.said)
        )
        silent = [
            "; ".join((silence.about, *(places.quote(said) for said in silence.said)))
            for silence in contact.silences
            if silence.of == name
        ]
        yield (
            contact.id,
            places.link(name),
            places.refer(name),
            places.day(name),
            event.when.at,
            event.agency,
            shorten(event.text, _SHORT),
            "",
            evidence,
            ", ".join(differs),
            "\n".join(silent),
        )
        evidence = ""  # told once, beside the first account

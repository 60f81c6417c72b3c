"""Where the accounts of one contact differ: each difference with the words of every side."""

from collections.abc import Iterator

from chronolator.model import Chronology, Contact, Difference, DifferenceKind, Said
from chronolator.rows import RowValue
from chronolator.words.fold import fold
from chronolator.write.workbook.sheets.places import Places, quote
from chronolator.write.workbook.tables import CellValue, Finding, Heading

SHEET = "Differences"
_GRAVEST_FIRST = (
    DifferenceKind.SEEN,
    DifferenceKind.INJURY,
    DifferenceKind.ATTENDANCE,
    DifferenceKind.DATE,
    DifferenceKind.OTHER,
    DifferenceKind.TIME,
)
"""What matters most to a review stands first."""
_PURPOSE = (
    "Where two accounts of one contact say different things, each in its own words: on whether a "
    "child was seen first, then injuries."
)
_HEADINGS = (
    Heading("They differ in", 14, bold=True),
    Heading("Contact", 12),
    Heading("Date", 17),
    Heading("One account", 22, bold=True),
    Heading("says", 34),
    Heading("No.", 7),
    Heading("Ref", 17),
    Heading("Another account", 22, bold=True),
    Heading("says otherwise", 34),
    Heading("No. there", 7),
    Heading("Ref there", 17),
    Heading("More accounts", 26, optional=True),
)


def list_differences(chronology: Chronology) -> Finding:
    """One row a difference, the gravest kinds first, each kind in the order of the chronology."""
    places = Places(chronology)
    rows = [_tell(contact, one, places) for contact, one in _sort(chronology)]
    return Finding(
        SHEET,
        _HEADINGS,
        rows,
        "No two accounts of one contact are held to differ.",
        purpose=_PURPOSE,
        parted=True,
        place=6,
        identity=(("Ref", "Ref there", "They differ in"),),
    )


def _sort(chronology: Chronology) -> list[tuple[Contact, Difference]]:
    """The differences with their contacts: the gravest kinds first, then as the contacts come, the
    linked ones first.
    """
    told = [(contact, one) for contact in chronology.contacts for one in contact.differences]
    return sorted(told, key=lambda pair: _GRAVEST_FIRST.index(pair[1].kind))


def _tell(contact: Contact, difference: Difference, places: Places) -> tuple[CellValue, ...]:
    first, *others = difference.said
    others.sort(key=lambda one: fold(one.words) == fold(first.words))  # who agrees stands behind
    other = others[0] if others else Said("", "")
    return (
        difference.topic,
        contact.id,
        places.day(first.event),
        *_tell_account(first, places),
        *_tell_account(other, places),
        "\n".join(f"{places.refer(one.event)}, {places.quote(one)}" for one in others[1:]),
    )


def _tell_account(said: Said, places: Places) -> Iterator[CellValue]:
    event = places.find(said.event)
    at: RowValue = f" ({event.when.at:%H:%M})" if event and event.when.at else ""
    yield f"{event.agency}{at}" if event else ""
    yield quote(said.words) if said.words else ""
    yield places.link(said.event)
    yield places.refer(said.event)

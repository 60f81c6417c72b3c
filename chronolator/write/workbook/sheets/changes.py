"""What each merge changed, the newest first: returns, rows, and where notes stand."""

from chronolator.model import Chronology, Happening, HappeningKind
from chronolator.write.workbook.sheets.places import NUMBER, Places
from chronolator.write.workbook.tables import CellValue, Finding, Heading

SHEET = "Changes"
_PURPOSE = (
    "What each merge changed, the newest first: what came, what went, what a corrected return says "
    "otherwise, which answers changed, and which notes moved."
)
_REMARKS = {
    HappeningKind.ANSWER: "Read the words behind it.",
    HappeningKind.EARLIER_ONLY: "Decide if it still counts.",
    HappeningKind.NOTE_MOVED: "Check that it stands beside the right row.",
    HappeningKind.NOTE_WAITS: "It stands on the sheet Notes to place.",
}
_HEADINGS = (
    Heading("Merged on", 17),
    Heading("At", 8, optional=True),
    Heading("What changed", 18, bold=True),
    Heading("Agency", 22),
    NUMBER,
    Heading("Ref", 17),
    Heading("Before", 52),
    Heading("Since then", 52),
    Heading("Where, or how it was found", 36),
)


def list_changes(chronology: Chronology) -> Finding:
    """The history, and before it what corrected returns changed where no history is kept."""
    places = Places(chronology)
    return Finding(
        SHEET,
        _HEADINGS,
        [_tell(one, places) for one in chronology.history],
        "No merge has changed anything yet.",
        purpose=_PURPOSE,
        parted=True,
        place=5,
    )


def _tell(one: Happening, places: Places) -> tuple[CellValue, ...]:
    return (
        one.day,
        one.at,
        one.kind.value,
        one.agency,
        places.link(one.event),
        places.refer(one.event),
        one.before,
        one.after,
        "\n".join(filter(None, (one.remark, _REMARKS.get(one.kind, "")))),
    )

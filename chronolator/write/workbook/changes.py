"""What corrected returns changed, row by row, as the rows of a sheet."""

from chronolator.model import Change, ChangeKind, Chronology
from chronolator.rows import RowValue
from chronolator.write.workbook.tables import Finding, Heading

_WHAT = {
    ChangeKind.WORDS: "in other words",
    ChangeKind.DATE: "another date",
    ChangeKind.ADDED: "added",
    ChangeKind.DROPPED: "only in the earlier version: decide if it still counts",
}


def list_changes(chronology: Chronology) -> Finding:
    """The changes, those of one return together, with both places and both wordings."""
    return Finding(
        "Changes",
        (
            Heading("Agency", 22, bold=True),
            Heading("Ref", 16),
            Heading("What changed", 18),
            Heading("Earlier version", 60),
            Heading("Later version", 60),
            Heading("Where", 44),
        ),
        [_tell(change) for change in chronology.changes],
        parted=True,
        place=1,
    )


def _tell(change: Change) -> tuple[RowValue, ...]:
    return (
        change.agency,
        change.event,
        _WHAT[change.kind],
        change.before,
        change.after,
        "\n".join(map(str, change.origins)),
    )

"""The gaps alone -> CSV and JSON."""

from pathlib import Path

from chronolator.model import Chronology
from chronolator.write.csv_file import write_table
from chronolator.write.json_file import describe_gaps, write_values

_HEADINGS = (
    "Child",
    "Not recorded as",
    "By",
    "From",
    "To",
    "Last recorded",
    "Next recorded",
    "Days",
    "At least",
    "At most",
    "Certain",
    "Entries inside",
    "Chances of a sighting",
)


def write_gaps_json(chronology: Chronology, path: Path) -> None:
    """Write `format`, `case` and `gaps`, as they stand in the whole chronology's JSON."""
    write_values(describe_gaps(chronology), path)


def write_gaps_csv(chronology: Chronology, path: Path) -> None:
    """Write one row a gap; entries inside by number, missed chances by their Refs."""
    rows = [
        (
            gap.child,
            gap.of.value,
            gap.by or "any agency",
            gap.first,
            gap.last,
            gap.last_seen,
            gap.next_seen,
            gap.days,
            gap.shortest,
            gap.longest,
            "Yes" if gap.certain else "No",
            len(gap.entries),
            " ".join(gap.missed_chances),
        )
        for gap in chronology.gaps
    ]
    write_table(_HEADINGS, rows, path)

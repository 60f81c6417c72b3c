"""The gaps alone -> CSV and JSON."""

from pathlib import Path

from chronolator.model import Chronology
from chronolator.rows.gaps import ANYONE, find_undated, name_reason, tell_counts
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
    "Might have been seen",
    "Reasons",
    "Agencies meanwhile",
    "By anyone: most days",
    "Seen by others",
    "Begins with",
    "Ends with",
    "Rows that say: no contact",
    "May be a sighting inside",
    "Without a date",
)


def write_gaps_json(chronology: Chronology, path: Path) -> None:
    """Write `format`, `case` and `gaps`, as they stand in the whole chronology's JSON."""
    write_values(describe_gaps(chronology), path)


def write_gaps_csv(chronology: Chronology, path: Path) -> None:
    """Write one row a gap; entries inside by number, others by their Refs, reasons in the order of
    the chances.
    """
    rows = [
        (
            gap.child,
            gap.of.value,
            gap.by or ANYONE,
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
            "; ".join(name_reason(one, gap.of) for one in gap.chances),
            tell_counts(gap.agencies),
            gap.unseen_by_anyone,
            " ".join(gap.by_others),
            " ".join(gap.begins_with),
            " ".join(gap.ends_with),
            " ".join(gap.no_contact),
            " ".join(gap.unclear),
            " ".join(find_undated(gap, chronology.clocks)),
        )
        for gap in chronology.gaps
    ]
    write_table(_HEADINGS, rows, path)

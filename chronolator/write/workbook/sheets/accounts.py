"""What became of every file and row: rows that are not events, problems, glossary, sources."""

from collections.abc import Iterator
from pathlib import PurePath

from chronolator.accounting import adds_up
from chronolator.model import Chronology, Source
from chronolator.problems import ProblemGroup, group_problems
from chronolator.rows import RowValue
from chronolator.write.workbook.tables import Finding, Heading

NOT_EVENTS = "Rows that are not events"
PROBLEMS = "Problems"
SOURCES = "Sources and accounting"


def list_not_events(chronology: Chronology) -> Finding:
    """The rows that tell no event, and why they were taken so."""
    return Finding(
        NOT_EVENTS,
        (
            Heading("File", 28),
            Heading("Sheet", 16),
            Heading("Row", 8),
            Heading("Why it is not an event", 36),
            Heading("What the row says", 100),
        ),
        [
            (row.origin.file, row.origin.sheet, row.origin.row or None, row.reason, row.text)
            for row in chronology.not_events
        ],
        "Every row of the returns that is not blank tells an event.",
        identity=(("File", "Sheet", "Row"),),
        purpose="Headings, totals, blank forms and the like: every row that is no entry, with the "
        "reason.",
        parted=True,
    )


def list_problems(chronology: Chronology) -> Finding:
    """Doubts and troubles, those of one kind together, each with what to do."""
    rows = [_tell_problems(group) for group in group_problems(chronology.problems)]
    number = len(chronology.problems)
    gathered = f" Those that say the same are gathered: {number:,} in {len(rows):,} rows."
    return Finding(
        PROBLEMS,
        (
            Heading("Where", 40),
            Heading("Kind", 18, bold=True),
            Heading("What", 64),
            Heading("What to do", 60),
            Heading("How many", 10),
        ),
        rows,
        "No problem was met in reading the returns.",
        identity=(("Where", "What"), ("Kind", "What"), ("Where", "Kind")),
        purpose="What could not be read, or is doubtful, each with what to do."
        + (gathered if number > len(rows) else ""),
        counts=number,
    )


def _tell_problems(group: ProblemGroup) -> tuple[RowValue, ...]:
    opening = group.message.partition(": ")[0]
    is_file = PurePath(opening).suffix[1:].isalnum()  # its name stays as it is
    what = group.message if is_file else group.message[:1].upper() + group.message[1:]
    return group.places, group.kind.value, what, group.hint, len(group.problems)


def list_glossary(chronology: Chronology) -> Finding:
    """What the returns' own glossaries explain."""
    return Finding(
        "Glossary",
        (
            Heading("Agency", 28, bold=True),
            Heading("Term", 24, bold=True),
            Heading("Meaning", 100),
            Heading("Where it stands", 40),
        ),
        [(one.agency, one.term, one.meaning, str(one.origin)) for one in chronology.glossary],
        "No return explains its abbreviations.",
        purpose="What the returns' own glossaries explain.",
        parted=True,
        place=3,
        identity=(("Agency", "Term"),),
    )


def list_sources(chronology: Chronology) -> Finding:
    """Every sheet, how it was read, and what became of its rows."""
    return Finding(
        SOURCES,
        (
            Heading("File", 26, bold=True),
            Heading("Sheet", 14),
            Heading("Agency", 22),
            Heading("Rows not blank", 9),
            Heading("Entries", 9),
            Heading("Duplicates", 11),
            Heading("Not entries", 9),
            Heading("Adds up", 8),
            Heading("Read by", 10),
            Heading("Heading row", 9),
            Heading("Columns, and how each was read", 46),
            Heading("SHA-256 of the file", 36),
        ),
        [_tell_source(source) for source in chronology.sources],
        "No file was read.",
        identity=(("File", "Sheet"),),
        purpose="Every sheet of every return: how it was read, and that each of its rows is "
        "accounted for.",
    )


def _tell_source(source: Source) -> tuple[RowValue, ...]:
    counts = source.counts
    return (
        source.file,
        source.sheet,
        source.agency,
        counts.not_blank,
        counts.events,
        counts.duplicates,
        counts.not_events,
        "yes" if adds_up(source) else "no",
        source.reader or "no reader",
        source.header_row or None,
        "\n".join(_tell_columns(source)),
        source.sha256,
    )


def _tell_columns(source: Source) -> Iterator[str]:
    for heading, field in source.columns.items():
        yield f"{heading} = {field.value.replace('_', ' ') if field else 'kept as it is'}"

"""THE list of the result's columns: a fixed key and a heading for each.

The workbook, the CSV file and the earlier workbook read back all go by this list. A key never
changes; a heading may.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronolator.model import Case, Child


class Group(StrEnum):
    """Columns that belong together and are shown or hidden together."""

    IDENTITY = "identity"
    EVENT = "event"
    CHILD = "child"
    FINDING = "finding"
    REVIEW = "review"
    AUTHOR = "author"
    RECORD = "record"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `child` is the name of the child it is about, "" for the others. `meaning` is what
    the sheet About says of it. `width` is in characters.
    """

    key: str
    heading: str
    group: Group
    width: int
    meaning: str
    child: str = ""


_FIRST = (
    Column(
        "ref",
        "Ref",
        Group.IDENTITY,
        14,
        "A code for this row. It stays with the row when you sort, and carries your notes into the next merge. Do not change it.",
    ),
    Column(
        "number",
        "No.",
        Group.IDENTITY,
        6,
        "The place of the row in the order of the chronology. Sort by it to get that order back.",
    ),
    Column(
        "date",
        "Date",
        Group.EVENT,
        16,
        "The first day, as read from the agency's date. Empty where no date is known.",
    ),
    Column(
        "date_to", "To", Group.EVENT, 16, "The last day, where the row covers more than one day."
    ),
    Column(
        "precision",
        "Exact to",
        Group.EVENT,
        10,
        "How finely the date is known: minute, hour, day, week, month, season, year or unknown.",
    ),
    Column(
        "qualifier",
        "Date is",
        Group.EVENT,
        12,
        "How the date is meant: exact, approximate, before, after, range, undated, invalid or inherited.",
    ),
    Column("time", "Time", Group.EVENT, 8, "The time as read. Empty where none is written."),
    Column("time_to", "Time to", Group.EVENT, 8, "The end of the time, where one is written."),
    Column("agency", "Agency", Group.EVENT, 18, "The agency whose record this is."),
    Column("text", "What the agency recorded", Group.EVENT, 60, "The agency's own words, whole."),
    Column(
        "people", "People", Group.EVENT, 22, "Who was there or involved, as the agency wrote it."
    ),
)
_CHILD = (
    ("age", "age", 9, "The age on that day, from the date of birth in the case file."),
    (
        "seen",
        "seen",
        12,
        "Whether the record says that a professional saw the child at this contact: yes, no, unclear or not recorded. You may correct it: your answer wins in the next merge.",
    ),
    (
        "alone",
        "alone",
        12,
        "Whether the record says that the child was seen without a parent or carer. You may correct it.",
    ),
    (
        "views",
        "views",
        12,
        "Whether the child's own words, wishes or feelings are recorded. You may correct it.",
    ),
    ("words", "words", 34, "The words in the record that say so, and why."),
)
_FINDINGS = (
    Column(
        "contact",
        "Contact",
        Group.FINDING,
        16,
        "Rows with the same number are held to be accounts of one contact. Why, and where they differ, is on the sheet Contacts.",
    ),
    Column(
        "assumed",
        "About this row",
        Group.FINDING,
        22,
        "What to know about this row: an assumed place in the order, a repeated row, an inherited date, a row of your own.",
    ),
)
_RECORD = (
    Column(
        "date_written",
        "Date as written",
        Group.RECORD,
        18,
        "The date and time exactly as the agency wrote them.",
    ),
    Column(
        "source",
        "Source of information",
        Group.RECORD,
        20,
        "The record that the agency took the row from.",
    ),
    Column("author", "Author", Group.RECORD, 16, "Who wrote the record."),
    Column("place", "Place", Group.RECORD, 16, "Where it happened."),
    Column(
        "contact_type",
        "Kind of contact",
        Group.RECORD,
        16,
        "The kind of contact, as the agency wrote it.",
    ),
    Column(
        "child_seen",
        "Child seen, as returned",
        Group.RECORD,
        16,
        "What the agency wrote in its own column on whether the child was seen.",
    ),
    Column(
        "seen_alone",
        "Seen alone, as returned",
        Group.RECORD,
        16,
        "What the agency wrote in its own column on whether the child was seen alone.",
    ),
    Column(
        "views",
        "Views, as returned",
        Group.RECORD,
        22,
        "What the agency wrote in its own column on the child's views.",
    ),
    Column("action", "Action", Group.RECORD, 26, "The action taken, as the agency wrote it."),
    Column("outcome", "Outcome", Group.RECORD, 26, "The outcome, as the agency wrote it."),
    Column("comment", "Agency's comment", Group.RECORD, 26, "The agency's comment or analysis."),
    Column(
        "significance",
        "Significance",
        Group.RECORD,
        20,
        "Why the agency holds the row to be significant.",
    ),
    Column(
        "good_practice", "Good practice", Group.RECORD, 20, "Good practice, as the agency wrote it."
    ),
    Column("reference", "Reference", Group.RECORD, 12, "The agency's own number for the row."),
    Column(
        "other",
        "Other columns",
        Group.RECORD,
        30,
        "Everything else in the agency's row, each with its heading.",
    ),
)
_ORIGIN = (
    Column(
        "in_period",
        "In review period",
        Group.ORIGIN,
        10,
        "Whether the row lies in the review period of the case file. Undated rows do.",
    ),
    Column("file", "File", Group.ORIGIN, 24, "The agency's file."),
    Column("sheet", "Sheet", Group.ORIGIN, 14, "The sheet in that file."),
    Column("row", "Row", Group.ORIGIN, 7, "The row in that sheet, as the agency sees it."),
    Column(
        "part", "Part", Group.ORIGIN, 6, "Which event of that row, where one row tells several."
    ),
)
SPARE_COLUMNS = ("Your column 1", "Your column 2", "Your column 3")


def list_columns(case: Case, author_columns: Sequence[str] = ()) -> tuple[Column, ...]:
    """All columns of the result for this case, in their order.

    `author_columns` are headings that the author added in an earlier workbook; spare ones follow.
    """
    return (
        *_FIRST,
        *(column for child in case.children for column in _list_child_columns(child, case)),
        *_FINDINGS,
        *(
            Column(
                f"review {heading}",
                heading,
                Group.REVIEW,
                34,
                "For you to write in. It is carried into the next merge.",
            )
            for heading in case.review_columns
        ),
        *(
            Column(
                f"author {heading}",
                heading,
                Group.AUTHOR,
                24,
                "Your own column. It is carried into the next merge.",
            )
            for heading in (*author_columns, *(s for s in SPARE_COLUMNS if s not in author_columns))
        ),
        *_RECORD,
        *_ORIGIN,
    )


def _list_child_columns(child: Child, case: Case) -> tuple[Column, ...]:
    short = name_short(child, case)
    return tuple(
        Column(
            f"{key} {child.name}", f"{short}: {heading}", Group.CHILD, width, meaning, child.name
        )
        for key, heading, width, meaning in _CHILD
    )


def name_short(child: Child, case: Case) -> str:
    """The child's first name where no other child of the case has it, else the whole name."""
    first = Counter(one.name.split()[0].casefold() for one in case.children if one.name.split())
    words = child.name.split()
    if child.name == "the child" or not words or first[words[0].casefold()] > 1:
        return child.name[:1].upper() + child.name[1:]
    return words[0]

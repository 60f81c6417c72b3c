"""The columns of the result, in their order: a fixed key and a heading for each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronolator.columns.cells import ORDER_HEADING, ORDER_KEY
from chronolator.columns.column import CHECK_KEY, Column, Group
from chronolator.columns.corrections import AGENCY_WORDS_KEY
from chronolator.columns.finding_columns import FINDINGS
from chronolator.columns.naming import key_of_child, make_unique, name_short
from chronolator.model import Case, Child


def _describe(
    key: str, heading: str, width: int, meaning: str, group: Group = Group.RECORD
) -> Column:
    return Column(key, heading, group, width, meaning, optional=True)


_FIRST = (
    Column(
        "ref",
        "Ref",
        Group.IDENTITY,
        13,
        "A code for this row. It stays with the row when you sort, and carries your notes into the "
        "next merge. Do not change it. A row without one is your own.",
    ),
    Column(
        "number",
        "No.",
        Group.IDENTITY,
        5,
        "The place of the row in the order of the chronology. Sort by it to get that order back.",
    ),
    Column(
        ORDER_KEY,
        ORDER_HEADING,
        Group.REVIEW,
        6,
        "For you: a number puts the row among the others of its day, 1 first; 1.5 stands between 1 "
        "and 2. Rows with a number stand before those without, which follow by their times. It "
        "counts from the next merge on.",
    ),
    Column(
        "date",
        "Date",
        Group.EVENT,
        15,
        "The first day, as read from the agency's date, shown as finely as it is known. Empty "
        "where no date is known, and where the agency gives only a day before which it happened.",
    ),
    Column(
        "date_to",
        "To",
        Group.EVENT,
        11,
        "The last day, where the row covers more than one, or the day before which it happened.",
    ),
    Column("time", "Time", Group.EVENT, 6, "The time as read. Empty where none is written."),
    _describe("time_to", "Until", 6, "The end of the time, as read.", Group.EVENT),
    Column("agency", "Agency", Group.EVENT, 20, "The agency whose record this is."),
    Column(
        "text",
        "What the agency recorded",
        Group.EVENT,
        62,
        "The agency's own words, whole. Bold and underlined: the words that an answer rests on.",
    ),
    _describe(
        "subject",
        "Whose record",
        11,
        "Whose record the row is, where the agency says so in a column of its own, as Patient, "
        "Pupil or Client.",
        Group.EVENT,
    ),
    _describe(
        "service",
        "Service",
        13,
        "The part of the agency that the row names, as a ward or a team.",
        Group.EVENT,
    ),
    _describe(
        "contact_type",
        "Kind of contact",
        14,
        "How the contact was made, as the agency wrote it.",
        Group.EVENT,
    ),
    _describe(
        "views",
        "Views, as returned",
        17,
        "What the agency wrote in its own column on the child's views.",
        Group.EVENT,
    ),
    _describe("people", "People", 14, "Who was there or involved, as written.", Group.EVENT),
    _describe("action", "Action", 16, "The action taken, as the agency wrote it."),
    _describe("outcome", "Outcome", 16, "The outcome, as the agency wrote it."),
)
_ANSWERS = (
    ("age", 6, "The age on that day, by the date of birth. Two ages: the row is of a period."),
    ("seen", 8, "Did a professional see the child at this contact? You may correct the answer."),
    ("alone", 8, "Was the child seen without a parent or carer? You may correct the answer."),
    (
        "views",
        8,
        "Are the child's own words, wishes or feelings there? You may correct the answer.",
    ),
)
_WHY_WIDTH = 90
_WHY = "Why the answers are what they are, and the words in the record that say so."
_AS_RETURNED = (
    Column(
        "date_written",
        "Date as written",
        Group.RECORD,
        14,
        "The date and time exactly as the agency wrote them.",
    ),
    Column(
        AGENCY_WORDS_KEY,
        "Agency's own words",
        Group.RECORD,
        30,
        "What stood in a cell that you corrected, as the agency has it now.",
        optional=True,
    ),
    Column(
        "origin",
        "Where it stands",
        Group.ORIGIN,
        20,
        "File and row of the agency's return, and the sheet where the file has several. Each "
        "stands in a column of its own too, among those that fold away.",
    ),
)
_RECORD = (
    _describe("comment", "Agency's comment", 40, "The agency's own comment or analysis."),
    _describe(
        "significance", "Significance", 32, "Why the agency holds the row to be significant."
    ),
    _describe("good_practice", "Good practice", 32, "Good practice, as the agency wrote it."),
    _describe("place", "Place", 16, "Where it happened, as the agency wrote it."),
    _describe(
        "source", "Source of information", 24, "The record that the agency took the row from."
    ),
    _describe("author", "Author", 16, "Who wrote the record."),
    _describe(
        "other", "Other columns", 50, "Everything else in the agency's row, each with its heading."
    ),
    *(
        replace(column, technical=True)
        for column in (
            _describe("reference", "Reference", 12, "The agency's own number for the row."),
            _describe(
                "child_seen",
                "Child seen, as returned",
                18,
                "What the agency wrote in its own column on whether the child was seen.",
            ),
            _describe(
                "seen_alone",
                "Seen alone, as returned",
                18,
                "What the agency wrote in its own column on whether the child was seen alone.",
            ),
        )
    ),
)


def _trace(
    key: str,
    heading: str,
    width: int,
    meaning: str,
    *,
    group: Group = Group.ORIGIN,
    optional: bool = False,
) -> Column:
    return Column(key, heading, group, width, meaning, optional=optional, technical=True)


_ORIGIN = (
    _trace(
        "precision",
        "Date known to the",
        12,
        "How finely the date is known: minute, hour, day, week, month, season, year or unknown.",
        group=Group.EVENT,
    ),
    _trace(
        "qualifier",
        "Date is",
        13,
        "How the date is meant: exact, approximate, before, after, range, undated, invalid or "
        "inherited.",
        group=Group.EVENT,
    ),
    _trace(
        "in_period",
        "In review period",
        10,
        "Whether the row lies in the review period of the case file. Undated rows do.",
    ),
    _trace("file", "File", 26, "The agency's file."),
    _trace("sheet", "Sheet", 14, "The sheet in that file.", optional=True),
    _trace("row", "Row", 7, "The row in that sheet, as the agency sees it."),
    _trace(
        "part",
        "Part",
        6,
        "Which event of that row, where one row tells several.",
        optional=True,
    ),
)
SPARE_COLUMNS = ("Your column 1", "Your column 2", "Your column 3")
_LONG_REVIEW, _SHORT_REVIEW = 32, 18
_CHECK = Column(
    CHECK_KEY,
    "Carried note: check",
    Group.REVIEW,
    30,
    "What you wrote stood beside a row that is not there any more as it was: by what this one was "
    "found, and the row as it was. Empty the cell when it is the right row, and you are not asked "
    "again; else move what you wrote.",
    optional=True,
)
_REVIEW_MEANING = "For you to write in. It is carried into the next merge."
_AUTHOR_MEANING = "Your own column. It is carried into the next merge."


def list_columns(case: Case, author_columns: Sequence[str] = ()) -> tuple[Column, ...]:
    """All columns of the result for this case, in their order; no two headings are the same.

    `author_columns` are headings that the author added in an earlier workbook; spare ones follow.
    """
    own = _drop_repeats((*author_columns, *SPARE_COLUMNS))
    columns = (
        *_FIRST,
        *(column for child in case.children for column in _list_answers(child, case)),
        *FINDINGS,
        *_list_review_columns(case),
        *(
            Column(f"author {heading}", heading, Group.AUTHOR, 20, _AUTHOR_MEANING)
            for heading in own
        ),
        _CHECK,
        *_AS_RETURNED,
        *(_ask(child, case, "words", "why", _WHY_WIDTH, _WHY) for child in case.children),
        *_RECORD,
        *_ORIGIN,
    )
    return tuple(make_unique(columns))


def _list_review_columns(case: Case) -> Iterator[Column]:
    """The first is for what she writes at length; the others are narrow, and take less of a page
    until she widens them.
    """
    headings = [one for one in case.review_columns if one.casefold() != ORDER_HEADING.casefold()]
    for number, heading in enumerate(headings):
        width = _SHORT_REVIEW if number else _LONG_REVIEW
        yield Column(f"review {heading}", heading, Group.REVIEW, width, _REVIEW_MEANING)


def _list_answers(child: Child, case: Case) -> Iterator[Column]:
    return (
        replace(_ask(child, case, key, key, width, meaning), optional=key == "age")
        for key, width, meaning in _ANSWERS
    )


def _ask(child: Child, case: Case, key: str, heading: str, width: int, meaning: str) -> Column:
    heading = f"{name_short(child, case)}: {heading}"
    return Column(key_of_child(key, child), heading, Group.CHILD, width, meaning, child.name)


def _drop_repeats(headings: Iterable[str]) -> list[str]:
    """One of those headings that differ in upper and lower case alone: the first."""
    found: dict[str, str] = {}
    for heading in headings:
        found.setdefault(heading.casefold(), heading)
    return [*found.values()]

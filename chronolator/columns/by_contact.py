"""The columns of the layout for reading: one row a contact."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from chronolator.columns.column import OTHER_DAY, Column, Group
from chronolator.columns.naming import make_unique


class _Other(NamedTuple):
    heading: str
    meaning: str
    width: int | None = None


_OTHERS = {
    "ref": _Other(
        "Refs",
        "The codes of the rows that stand here together. The full workbook has a row for each.",
    ),
    "number": _Other("No.", "The place of the row in the order of this sheet."),
    "date": _Other(
        "Date",
        "The first day, as read from the agency's date. Where accounts differ, the day of each.",
    ),
    "date_to": _Other("To", "The last day, where it is another one, or the day before which."),
    "time": _Other("Time", "The time as read. Where the accounts differ, that of each.", 8),
    "time_to": _Other("Until", "The end of the time, as read.", 8),
    "agency": _Other("Agencies", "The agencies whose records stand here together."),
    "text": _Other(
        "What the agencies recorded",
        "Each agency's own words, whole, under its name and its time. Bold and underlined: the "
        "words that an answer rests on.",
        74,
    ),
    "contact": _Other(
        "Contact",
        "The number of the contact in the full workbook. “Possible” ones are not held together "
        "here: they are for you to look at.",
    ),
    "assumed": _Other("About these rows", "What to know about the rows that stand here together."),
    "origin": _Other("Where it stands", "File, sheet and row of each account.", 30),
}
_ORIGIN = {"file", "sheet", "row", "part"}
_ANSWER = (
    "The answer of the accounts together: Yes where one says yes and none says no; Unclear where "
    "one says yes and one says no."
)
_DIFFERENCES = Column(
    "differences",
    "Where the accounts differ",
    Group.FINDING,
    38,
    "Each account's own words, under the name of its agency. Silence is no difference.",
    optional=True,
)
_EVIDENCE = Column(
    "evidence",
    "Why they are held together",
    Group.RECORD,
    66,
    "What speaks for one contact, as on the sheet Contacts of the full workbook.",
    optional=True,
)
_AFTER_EVIDENCE = "comment"
"""It stands behind the answers' reasons: both are to be looked up, and are not printed."""


def list_contact_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of the layout with one row a contact, made of those with one row an event.

    Keys that both have mean the same. Columns for the author's notes are `optional` here: nobody
    is to write in them.
    """
    listed: list[Column] = []
    for column in columns:
        if column.key == _AFTER_EVIDENCE:
            listed.append(_EVIDENCE)
        if column.key not in (*_ORIGIN, OTHER_DAY):
            listed.append(_change(column))
        if column.key == "contact":
            listed.append(_DIFFERENCES)
    return tuple(make_unique(listed))


def _change(column: Column) -> Column:
    other = _OTHERS.get(column.key)
    if other is not None:
        width = other.width or column.width
        return replace(column, heading=other.heading, meaning=other.meaning, width=width)
    if column.is_for_notes:
        meaning = "The author's notes, as they stand in the full workbook."
        return replace(column, meaning=meaning, optional=True)
    if column.is_answer:
        return replace(column, meaning=_ANSWER)
    return column

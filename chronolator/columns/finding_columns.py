"""The columns that tell what was found about a row."""

from chronolator.columns.column import OTHER_DAY, Column, Group
from chronolator.columns.corrections import AGENCY_WORDS_KEY

FINDINGS = (
    Column(
        "contact",
        "Contact",
        Group.FINDING,
        13,
        "Rows with the same number are held to be accounts of one contact; “Possible” ones "
        "are for you to look at. Why is on the sheet Contacts or Possible contacts, where they "
        "differ on Differences.",
    ),
    Column(
        OTHER_DAY,
        "On another day",
        Group.FINDING,
        9,
        "The No. of an account of the same contact that is dated on another day. It leads there.",
        optional=True,
    ),
    Column(
        "assumed",
        "About this row",
        Group.FINDING,
        22,
        "What to know about this row: an assumed place in the order, a repeated row, a date that "
        "was inherited, a correction or a row of your own.",
    ),
    Column(
        AGENCY_WORDS_KEY,
        "Agency's own words",
        Group.FINDING,
        30,
        "What stood in a cell that you corrected, as the agency has it now.",
        optional=True,
    ),
)
"""In their order."""

"""The columns that tell what was found about a row."""

from chronolator.columns.column import OTHER_DAY, Column, Group

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
)
"""In their order."""

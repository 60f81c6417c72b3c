"""What the writer and the reader of our workbook agree on where the author writes decisions."""

from chronolator.model import DecisionKind

YOUR_DECISION = "Your decision"
"""The column in which she decides about the row beside it: empty after every merge."""
CONTACTS_SHEET = "Contacts"
POSSIBLE_SHEET = "Possible contacts"
"""Holds those that are only possible; in workbooks made before, they stood among the contacts."""
CONTACTS_KEYS = ("Contact", "Ref")
"""The columns of that sheet by which a decision finds its rows: the contact's name, the row."""
CONTACTS_CHOICES = (DecisionKind.SAME, DecisionKind.NOT_SAME)
DUPLICATES_SHEET = "Duplicates"
DUPLICATES_KEYS = ("Ref of the row kept", "Its own Ref")
DUPLICATES_CHOICES = (DecisionKind.DUPLICATE, DecisionKind.NOT_DUPLICATE)
DUPLICATES_KIND = "Kind"
DAY_AS_READ = "Date as read"
DECISIONS_SHEET = "Decisions"
DECISIONS_HEADINGS = (
    "Decision",
    "Refs",
    "Why",
    "What the rows tell",
    "What became of it",
    "Written in",
)
FOLLOWED, NOT_FOLLOWED, NOT_READ = "Followed", "Not followed", "Not read"
"""Begin the cell that tells what became of a decision; its remark stands on the lines below."""
THIS_WORKBOOK = "this workbook"
ROW_MARK = "• "
"""Begins the line of a row among what the rows tell."""
UNKNOWN_ROW = "(not known)"
"""Stands for a row of which nothing is known, so that every row has its line."""
ON_LINE = ", line "
"""Parts the name of a file of decisions from the line."""

"""One column of the result: its key, its heading, and what it is for."""

from dataclasses import dataclass
from enum import StrEnum

OTHER_DAY = "other_day"
"""The key of the column whose cells lead to another row: nothing of it is read back."""
CHECK_KEY = "check"
"""The column that asks the author to check how something of hers found its row."""
_ASKED = ("seen ", "alone ", "views ")


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
    """One column: `child` is the name of the child it is about, "" for the others.

    `meaning` is what the sheet About says of it, `width` is in characters. `optional`: left out of
    the workbook where it is empty throughout. `technical`: how the row came to us; folded away with
    one click.
    """

    key: str
    heading: str
    group: Group
    width: float
    meaning: str
    child: str = ""
    optional: bool = False
    technical: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether it holds the answers to a question about its child."""
        return self.group is Group.CHILD and self.key.startswith(_ASKED)

    @property
    def is_for_notes(self) -> bool:
        """Whether the author writes in it."""
        return self.group in (Group.REVIEW, Group.AUTHOR) and self.key != CHECK_KEY

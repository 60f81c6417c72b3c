"""What each merge changed in the workbook that stood there before."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class HappeningKind(StrEnum):
    """What a merge changed in the workbook before it."""

    FIRST = "first merge"
    BEGINS = "changes are kept from here on"
    RETURN_CAME = "return came"
    RETURN_CHANGED = "return changed"
    RETURN_WENT = "return left out"
    ROW_CAME = "row came"
    ROW_WENT = "row went"
    ROW_REPEATS = "row repeats another"
    WORDS = "in other words"
    DATE = "another date"
    TIME = "another time"
    CELLS = "in other columns"
    ANSWER = "another answer"
    RENAMED = "agency under another name"
    EARLIER_ONLY = "only in the earlier version"
    NOTE_MOVED = "note moved"
    NOTE_WAITS = "note waits"
    NOTE_PLACED = "note placed"
    NOTE_BACK = "note is back"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that a merge changed, with the day of that merge, and its time where that is known.

    `event` is the id of the row as it is since, "" where it is of no one row; `before` and `after`
    are its words or those of the note, "" on the side that does not have it. `remark` says where it
    stands, or by what a row or note was found.
    """

    day: date
    kind: HappeningKind
    agency: str = ""
    event: str = ""
    before: str = ""
    after: str = ""
    remark: str = ""
    at: time | None = None

"""How the agencies' returns stand while they come in, and what there is to ask about them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chronolator.model.sheets import Origin


class Whence(StrEnum):
    """What told whose records a file holds."""

    CASE = "case file"
    COLUMN = "own column"
    TITLES = "titles"
    FILE_NAME = "name alone"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Return:
    """One file as it came. `rows` are those that are not blank, `entries` those that stand in the
    chronology (no repeated ones), `dated` counts the entries of which any date is known. `first`
    and `last` are the ends of what the file covers, `problems` counts what is doubtful in it.

    `agencies` are those of its entries, the one with most entries first; `whence` what told them.
    """

    file: str
    agencies: tuple[str, ...]
    whence: tuple[Whence, ...]
    sheets: int
    sheets_read: int
    rows: int
    entries: int
    dated: int
    first: date | None
    last: date | None
    problems: int


@dataclass(frozen=True, slots=True)
class Awaited:
    """An agency of the case none of whose records is here, and why, in words."""

    agency: str
    why: str


class QueryKind(StrEnum):
    """What an agency is asked about."""

    NO_ENTRY = "no entry"
    UNDATED = "undated rows"
    UNREADABLE = "dates that cannot be read"
    OUTSIDE = "outside the review period"
    MONTHS = "months without an entry"
    ORDER = "out of order"
    CUT_OFF = "cut off"
    ABBREVIATIONS = "abbreviations"
    PROBLEM = "problem"
    YOURS = "your question"
    ONE_SIDED = "one side only"


@dataclass(frozen=True, slots=True)
class Query:
    """Something to ask an agency: `words` are sentences that can stand in a letter to it, `origins`
    all the rows that they are about. `event` is the one row of the chronology that the author asks
    about, or of which another agency has no entry; "" for others.
    """

    agency: str
    kind: QueryKind
    words: str
    origins: tuple[Origin, ...] = ()
    event: str = ""

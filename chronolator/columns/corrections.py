"""What the writer and the reader of our workbook agree on where the author corrects a row."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

AGENCY_WORDS_KEY = "agency_words"
DAY_KEYS = ("date", "date_to", "time", "time_to")
"""The columns that tell together when the event was."""
KEPT_KEYS = frozenset({"date", "agency", "text"})
"""Without these a row tells nothing: one that she emptied is filled again."""
FOLLOWING_KEYS = frozenset({"precision", "qualifier"})
"""These follow from the day, and are not corrected for themselves."""
NO_ANSWER = "(which takes Yes, No, Unclear or Not recorded)"
"""Said of an answer's column where something else stands in it."""
WORD_KEYS = (
    *(
        "service",
        "subject",
        "text",
        "contact_type",
        "views",
        "people",
        "action",
        "outcome",
        "comment",
        "significance",
    ),
    *("good_practice", "place", "source", "author", "reference", "child_seen", "seen_alone"),
)
"""The columns of the agency's words, each a field of the event."""
CORRECTED_KEYS = (*DAY_KEYS, "agency", *WORD_KEYS, "other")
"""The columns of the event that the author can correct: what she writes there is carried."""
CHANGED_SINCE = ", changed by the agency since you corrected it: "
"""Follows the heading of a column among the agency's own words, until she has decided."""
CUT_MARK = "\n[Cut here: the whole text stands on the sheet Long entries]"
"""Ends a text that its cell cannot hold."""
EMPTIED = "(emptied)"
"""Stands, among the notes to place, for a cell that the author emptied."""
_PIECE = 30_000


@dataclass(frozen=True, slots=True)
class StoredCell:
    """A cell that is not the agency's any more, as we wrote it: its text then (`shown`), what the
    agency says (`agency`), and what the author wrote (`hers`), as she wrote it; None where the cell
    only follows from what she wrote in another.
    """

    agency: str
    hers: str | None
    shown: str


def write_corrected(cells: Mapping[str, StoredCell]) -> tuple[str, ...]:
    """The corrected cells of a row, by the columns' keys, in texts that a cell can hold each."""
    if not cells:
        return ()
    told = {key: [one.agency, one.hers, one.shown] for key, one in cells.items()}
    text = json.dumps(told, ensure_ascii=False)
    return tuple(text[start : start + _PIECE] for start in range(0, len(text), _PIECE))


def read_corrected(texts: Iterator[str]) -> dict[str, StoredCell]:
    """What `write_corrected` wrote; nothing where it is damaged, and each correction is a new one
    then.
    """
    try:
        told = json.loads("".join(takewhile(bool, texts)) or "{}")
        return {key: StoredCell(*values) for key, values in told.items()}
    except (ValueError, TypeError, AttributeError):
        return {}

"""One agency's row told twice, and the earlier versions of a return: marked, never dropped."""

from chronolator.duplicates.candidates import Candidates
from chronolator.duplicates.find import (
    Repeats,
    find_duplicates,
    search_duplicates,
    settle_duplicates,
)
from chronolator.duplicates.following import find_doubtful, follow_rows
from chronolator.duplicates.parted import explain_parted

__all__ = [
    "Candidates",
    "Repeats",
    "explain_parted",
    "find_doubtful",
    "find_duplicates",
    "follow_rows",
    "search_duplicates",
    "settle_duplicates",
]

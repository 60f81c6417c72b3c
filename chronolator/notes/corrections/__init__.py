"""What the author corrected in the rows of an earlier workbook: hers wins, and says so."""

from chronolator.notes.corrections.answers import correct_answers
from chronolator.notes.corrections.events import Corrected, correct_events
from chronolator.notes.corrections.reopening import reopen
from chronolator.notes.corrections.returned import mark_reworded, restore_returned
from chronolator.notes.corrections.settling import Settled, settle_corrections

__all__ = [
    "Corrected",
    "Settled",
    "correct_answers",
    "correct_events",
    "mark_reworded",
    "reopen",
    "restore_returned",
    "settle_corrections",
]

"""What the overview author wrote in an earlier workbook, carried into the new one."""

from chronolator.notes.carrying import (
    Carried,
    carry,
    find_missing_returns,
    mark_deleted,
    tell_replaced,
)
from chronolator.notes.corrections import (
    Corrected,
    correct_answers,
    correct_events,
    mark_reworded,
    reopen,
    restore_returned,
)
from chronolator.notes.decisions import (
    confirm_decisions,
    pair_contacts,
    pair_duplicates,
    settle_decisions,
)
from chronolator.notes.doubts import tell_decisions
from chronolator.notes.looks import CarriedLooks, carry_looks

__all__ = [
    "Carried",
    "CarriedLooks",
    "Corrected",
    "carry",
    "carry_looks",
    "confirm_decisions",
    "correct_answers",
    "correct_events",
    "find_missing_returns",
    "mark_deleted",
    "mark_reworded",
    "pair_contacts",
    "pair_duplicates",
    "reopen",
    "restore_returned",
    "settle_decisions",
    "tell_decisions",
    "tell_replaced",
]

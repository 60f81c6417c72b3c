"""What the overview author wrote in an earlier workbook, carried into the new one."""

from chronolator.notes.carrying import Carried, carry, mark_deleted
from chronolator.notes.checks import list_checks
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
from chronolator.notes.missing import advise_missing, find_missing_returns
from chronolator.notes.replaced import tell_replaced
from chronolator.notes.waiting import offer_rows, place_waiting
from chronolator.notes.ways import Ways, find_ways

__all__ = [
    "Carried",
    "CarriedLooks",
    "Corrected",
    "Ways",
    "advise_missing",
    "carry",
    "carry_looks",
    "confirm_decisions",
    "correct_answers",
    "correct_events",
    "find_missing_returns",
    "find_ways",
    "list_checks",
    "mark_deleted",
    "mark_reworded",
    "offer_rows",
    "pair_contacts",
    "pair_duplicates",
    "place_waiting",
    "reopen",
    "restore_returned",
    "settle_decisions",
    "tell_decisions",
    "tell_replaced",
]

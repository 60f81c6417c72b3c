"""What the overview author wrote in an earlier workbook, carried into the new one."""

from chronolator.notes.carrying import (
    Carried,
    carry,
    find_missing_returns,
    mark_deleted,
    tell_replaced,
)
from chronolator.notes.corrections import correct, reopen

__all__ = [
    "Carried",
    "carry",
    "correct",
    "find_missing_returns",
    "mark_deleted",
    "reopen",
    "tell_replaced",
]

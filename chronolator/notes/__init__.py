"""What the overview author wrote in an earlier workbook, carried into the new one."""

from chronolator.notes.carrying import Carried, carry, mark_deleted, missing_returns
from chronolator.notes.corrections import correct, reopen

__all__ = ["Carried", "carry", "correct", "mark_deleted", "missing_returns", "reopen"]

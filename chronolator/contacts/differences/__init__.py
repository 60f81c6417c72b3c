"""In what the accounts of one contact differ, and on what one is silent."""

from chronolator.contacts.differences.compare import Comparer
from chronolator.contacts.differences.silences import Flags, find_unanswered

__all__ = ["Comparer", "Flags", "find_unanswered"]

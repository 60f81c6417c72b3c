"""What was sorted without the Refs: put together again, as far as anybody can tell."""

from chronolator.readers.ours.torn.comments import take_comments
from chronolator.readers.ours.torn.mending import Mended, mend, tell_torn
from chronolator.readers.ours.torn.outside import leave_out, list_outside, tell_outside

__all__ = [
    "Mended",
    "leave_out",
    "list_outside",
    "mend",
    "take_comments",
    "tell_outside",
    "tell_torn",
]

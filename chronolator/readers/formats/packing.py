"""Sheets -> bytes and back, for the way from a worker: there may be a million cells.

A pickler remembers every value that it has met, which takes most of its time. Cells are values
without circles, so it need not; the few types that come again and again go by a number.
"""

import copyreg
import io
import pickle
from datetime import date, datetime, time, timedelta

from chronolator.model import Mark, MarkKind, Sheet

_TYPES = (date, datetime, time, timedelta, Mark, MarkKind, Sheet)
_FIRST_OF_OUR_OWN = 0xF0
"""The numbers that the registry keeps free for private use begin here."""

for _number, _type in enumerate(_TYPES, start=_FIRST_OF_OUR_OWN):
    copyreg.add_extension(_type.__module__, _type.__qualname__, _number)


def pack(sheets: list[Sheet]) -> bytes:
    """The sheets as bytes that `unpack` turns back, in any process of ours."""
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(sheets)
    return packed.getvalue()


def unpack(packed: bytes) -> list[Sheet]:
    """The sheets that `pack` packed."""
    sheets: list[Sheet] = pickle.loads(packed)  # noqa: S301  our own process packed it
    return sheets

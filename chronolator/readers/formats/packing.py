"""Sheets -> bytes and back, for the way from a worker: there may be a million cells.

A pickler remembers every value that it has met, which takes most of its time. Cells are values
without circles, so it need not.
"""

import io
import pickle

from chronolator.model import Sheet


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

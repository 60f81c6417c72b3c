"""What a worker hands back of a file, and how it crosses from one process to another.

There may be a million cells. A pickler remembers every value that it has met, which takes most of
its time; cells are values without circles, so it need not. The process that asks imports no format.
"""

import io
import pickle
from dataclasses import dataclass

from chronolator.model import Sheet


@dataclass(frozen=True, slots=True)
class Opened:
    """The sheets of a file as raw cells, and the file's SHA-256 in hexadecimal."""

    sheets: list[Sheet]
    sha256: str

    def __reduce__(self) -> tuple[object, ...]:
        """Packed whole: quicker than cell by cell."""
        return _unpack, (_pack(self.sheets), self.sha256)


def _pack(sheets: list[Sheet]) -> bytes:
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(sheets)
    return packed.getvalue()


def _unpack(packed: bytes, sha256: str) -> Opened:
    return Opened(pickle.loads(packed), sha256)  # noqa: S301  our own process packed it

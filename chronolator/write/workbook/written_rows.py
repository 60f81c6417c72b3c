"""What was written into the rows of the chronology, kept for the hidden sheet that tells it."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronolator.write.workbook.packed_rows import PackedRows

_BETWEEN = "\x01"
"""Stands in no cell."""


@dataclass(frozen=True, slots=True)
class Written:
    """A row as it stands on the sheet: its id ("" for the author's own), its cells' hashes, and
    what is kept of its corrected cells.
    """

    id: str
    hashes: str
    corrected: tuple[str, ...] = ()


class WrittenRows:
    """Rows in their order; those of a million take a tenth of a gigabyte, and would take a whole
    one.
    """

    def __init__(self) -> None:
        self._packed = PackedRows()
        self._count = 0

    def add(self, row: Written) -> None:
        """Keep one more row."""
        self._packed[self._count] = _BETWEEN.join((row.id, row.hashes, *row.corrected))
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Written]:
        for number in range(self._count):
            name, hashes, *corrected = self._packed[number].split(_BETWEEN)
            yield Written(name, hashes, tuple(corrected))

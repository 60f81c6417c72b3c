"""The rows of the chronology until each is written."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronolator.rows import Row, RowValue
from chronolator.write.workbook.main_sheet import find_filled


class WaitingRows:
    """Rows that take a quarter of their memory while they wait: a mapping of fifty cells is large,
    and its keys are the same in all of them.

    Under the keys `filled` one of the rows has a value, or had one before the author emptied it:
    such a column stays, else what she emptied would come back.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._waiting: deque[tuple[Row, tuple[str, ...], tuple[RowValue, ...]]] = deque()
        self.filled: set[str] = set()
        keys: tuple[str, ...] = ()
        for row in rows:
            if (own := tuple(row.cells)) != keys:
                keys = own
            self._waiting.append((replace(row, cells={}), keys, tuple(row.cells.values())))
            self.filled |= find_filled(row.cells, self.filled) | find_filled(row.said)

    def __len__(self) -> int:
        return len(self._waiting)

    def list_bare(self) -> Sequence[Row]:
        """The rows without their cells."""
        return [row for row, _, _ in self._waiting]

    def __iter__(self) -> Iterator[Row]:
        """Each row once: it is let go when it is asked for."""
        while self._waiting:
            row, keys, values = self._waiting.popleft()
            yield replace(row, cells=dict(zip(keys, values, strict=True)))

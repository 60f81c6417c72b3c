"""Rows that are put together, kept packed until the file is: a row takes an eighth of its text."""

import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count

_MANY = 1_000
"""So many rows are packed at once."""
_LEVEL = 1
_BETWEEN = "\0"
"""Stands in no XML."""


class PackedRows:
    """The text of rows by their numbers, each told once. They are packed while the caller goes on,
    and unpacked many at a time: they are best asked for in their order.
    """

    def __init__(self) -> None:
        self._told: dict[int, str] = {}
        """Not packed yet."""
        self._packed: list[Future[bytes]] = []
        self._places: dict[int, int] = {}
        """How many rows were packed before each of those that are."""
        self._open: tuple[int, list[str]] = -1, []
        """The number of the pack that was asked for last, and what is in it."""
        self._packing: ThreadPoolExecutor | None = None

    def __setitem__(self, row: int, text: str) -> None:
        self._told[row] = text
        if len(self._told) == _MANY:
            self._pack()

    def __contains__(self, row: int) -> bool:
        return row in self._told or row in self._places

    def __iter__(self) -> Iterator[int]:
        yield from self._places
        yield from self._told

    def __getitem__(self, row: int) -> str:
        """The text. Raises `KeyError` where there is none."""
        if row in self._told:
            return self._told[row]
        pack, place = divmod(self._places[row], _MANY)
        if self._open[0] != pack:
            texts = zlib.decompress(self._packed[pack].result()).decode()
            self._open = pack, texts.split(_BETWEEN)
        return self._open[1][place]

    def _pack(self) -> None:
        self._packing = self._packing or ThreadPoolExecutor(1)
        self._places.update(zip(self._told, count(len(self._places)), strict=False))
        text = _BETWEEN.join(self._told.values()).encode()
        self._packed.append(self._packing.submit(zlib.compress, text, _LEVEL))
        self._told.clear()

"""The rows and cells of a worksheet that can say more than their values, told by their bytes.

To walk through a sheet element by element takes ten times as long as to look for a few signs in it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chronolator.readers.formats.marks.parts import Package
from chronolator.readers.formats.marks.runs import Struck
from chronolator.readers.formats.marks.styles import Style

_SIGNS = (b't="e"', b"<f>", b"<f ", b' ht="0', b"<strike")
_HIDES = b'hidden="'
_HIDDEN = (b'hidden="1"', b'hidden="true"')
_BEGINS, _ENDS, _ROW, _CELL, _ROW_ENDS = (
    b"<sheetData>",
    b"</sheetData>",
    b"<row ",
    b"<c ",
    b"</row>",
)
_NUMBERED = ((_ROW, b'<row r="'), (_CELL, b'<c r="'))
_OTHER_MARKS = b"='"
"""Attributes in other quotation marks than the signs are looked for in."""
_UNNUMBERED = (b"<row>", b"<c>")
_PLAIN = re.compile(rb"<worksheet[ >]")
_NUMBER = re.compile(rb'r="(\d+)"')
_STYLED = re.compile(rb' s="(\d+)"')
_STYLED_CELL = re.compile(rb'<c r="([A-Z]+)\d+"[^>]*? s="(\d+)"')
_STRING = re.compile(rb"<v>(\d+)</v>")
_FILLED = (b"<v", b"<f", b"<is")

_MOST_BYTES = 64 * 2**20
"""More than this is not kept, but walked through as it is unpacked."""


@dataclass(frozen=True, slots=True)
class Picked:
    """What is to be walked through of a sheet: its XML without most of the cells that say no more
    than their values; and of the rows that are coloured, and no more, the colours of their cells by
    the column's letters.
    """

    pieces: list[bytes]
    fills: list[tuple[int, dict[str, str]]]


class _IrregularError(Exception):
    """The sheet is written in a way in which its rows cannot be picked."""


def pick_cells(
    package: Package, part: str, styles: Mapping[str, Style], shared: Mapping[str, Struck]
) -> Picked | None:
    """What can say more; None where it cannot be told and all is to be walked through."""
    try:
        picker = _Picker(styles, shared)
        pieces, size = [], 0
        for piece in picker.pick(package.list_pieces(part)):
            pieces.append(piece)
            size += len(piece)
            if size > _MOST_BYTES:
                return None
    except _IrregularError:
        return None
    return Picked(pieces, picker.fills)


class _Picker:
    """Picks the rows and cells of one sheet."""

    def __init__(self, styles: Mapping[str, Style], shared: Mapping[str, Struck]) -> None:
        if "" in styles:  # cells without a style of their own say something
            raise _IrregularError
        self.fills: list[tuple[int, dict[str, str]]] = []
        self._fills = {
            name.encode(): style.fill
            for name, style in styles.items()
            if not style.struck and style.shown is None
        }
        self._styles = frozenset(name.encode() for name in styles) - self._fills.keys()
        self._shared = frozenset(name.encode() for name in shared)

    def pick(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The sheet's XML without the rest."""
        rest, begun = b"", False
        for piece in pieces:
            body = rest + piece
            if not begun:
                head, mark, body = body.partition(_BEGINS)
                if not (mark and _PLAIN.search(head)) or b"zeroHeight" in head:
                    raise _IrregularError
                begun = True
                yield head + mark
            body, end, tail = body.partition(_ENDS)
            rest = b"" if end else body[max(body.rfind(_ROW), 0) :]
            yield from self._pick_rows(body[: len(body) - len(rest)])
            if end:
                yield end + tail
                yield from pieces
                return
        raise _IrregularError

    def _pick_rows(self, body: bytes) -> Iterator[bytes]:
        if _OTHER_MARKS in body:
            raise _IrregularError
        coloured = bool(self._fills) and self._is_coloured(body)
        told = self._says_more(body)
        if not (coloured or told):
            return  # rows below have numbers of their own, or are refused
        if any(body.count(mark) != body.count(numbered) for mark, numbered in _NUMBERED) or any(
            mark in body for mark in _UNNUMBERED
        ):
            raise _IrregularError
        for row in body.split(_ROW)[1:]:
            if not any(mark in row for mark in _FILLED):
                continue
            if told and self._says_more(row):
                yield _ROW + self._pick_cells(row)
            elif coloured:
                self._keep_fills(row)

    def _pick_cells(self, row: bytes) -> bytes:
        inside, end, _ = row.rpartition(_ROW_ENDS)
        head, *cells = inside.split(_CELL)
        kept = [one for one in cells if self._says_more(one) or self._is_coloured(one)]
        return _CELL.join((head, *kept)) + end

    def _keep_fills(self, row: bytes) -> None:
        cells = {
            letters.decode(): self._fills[style]
            for letters, style in _STYLED_CELL.findall(row)
            if style in self._fills
        }
        if cells and (number := _NUMBER.match(row)):
            self.fills.append((int(number[1]), cells))

    def _is_coloured(self, cell: bytes) -> bool:
        return not self._fills.keys().isdisjoint(_STYLED.findall(cell))

    def _says_more(self, piece: bytes) -> bool:
        for sign in _SIGNS:  # any() would take twice as long, and there are 100,000 rows
            if sign in piece:
                return True
        return (
            (_HIDES in piece and (_HIDDEN[0] in piece or _HIDDEN[1] in piece))
            or (bool(self._styles) and not self._styles.isdisjoint(_STYLED.findall(piece)))
            or (bool(self._shared) and not self._shared.isdisjoint(_STRING.findall(piece)))
        )

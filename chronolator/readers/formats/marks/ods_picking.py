"""The rows of an OpenDocument sheet that can say more than their values, told by their bytes."""

import re
from collections.abc import Collection, Iterable, Iterator

_ROW = b"<table:table-row "
_BARE = ((b"<table:table-row>", _ROW + b">"), (b"<table:table-row/>", _ROW + b"/>"))
_ENDS = b"</table:table-row>"
_SIGNS = (
    b'table:visibility="',
    b"<office:annotation",
    b"<text:a ",
    b'calcext:value-type="error"',
    b"table:formula=",
    b"-spanned=",
    b"table:default-cell-style-name=",
)
_STYLED = re.compile(rb'(?:table|text):style-name="([^"]*)"')
_DEFAULT = re.compile(rb'default-cell-style-name="([^"]*)"')
_REPEATED = re.compile(rb'table:number-rows-repeated="(\d+)"')


class RowPicker:
    """Picks rows by the names of the styles that say anything; the others come as empty ones."""

    def __init__(self, styles: Collection[str]) -> None:
        """Nothing is skipped yet."""
        self._styles = frozenset(name.encode() for name in styles)
        self._skipped = 0
        self._every = False

    def pick(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The part's XML; rows that say no more than their values are as many empty ones."""
        rest = b""
        for piece in pieces:
            body = rest + piece
            for bare, spaced in _BARE:
                body = body.replace(bare, spaced)
            first, *rows = body.split(_ROW)
            *rows, rest = (first, *(_ROW + row for row in rows))
            for row in rows:
                yield from self._take(row)
        yield from self._take(rest)
        yield self._count()

    def _take(self, row: bytes) -> Iterator[bytes]:
        inside, end, after = row.partition(_ENDS)
        if end and inside.startswith(_ROW) and not self._says_more(inside):
            repeated = _REPEATED.search(inside[: inside.index(b">")])
            self._skipped += int(repeated[1]) if repeated else 1
            row = after
        if row:
            # A column may give its style to all the cells below it.
            self._every = self._every or not self._styles.isdisjoint(_DEFAULT.findall(row))
            yield self._count() + row

    def _says_more(self, row: bytes) -> bool:
        return (
            self._every
            or any(sign in row for sign in _SIGNS)
            or not self._styles.isdisjoint(_STYLED.findall(row))
        )

    def _count(self) -> bytes:
        skipped, self._skipped = self._skipped, 0
        if not skipped:
            return b""
        return f'<table:table-row table:number-rows-repeated="{skipped}"/>'.encode()

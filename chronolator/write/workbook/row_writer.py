"""One row of the chronology: its values fitted to their cells, its height, and its formats."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from xlsxwriter.format import Format

from chronolator.columns import (
    FOLLOWING_KEYS,
    OTHER_DAY,
    Column,
    StoredCell,
    cell_text,
    write_corrected,
    write_hashes,
)
from chronolator.model import PLAIN_LOOK
from chronolator.rows import Row, RowValue
from chronolator.write.evidence import list_pieces
from chronolator.write.workbook.blocks import find_blocks
from chronolator.write.workbook.checked import CheckedSheet
from chronolator.write.workbook.emphasis import Emphasis
from chronolator.write.workbook.fitting import Fitter
from chronolator.write.workbook.formats import (
    PATTERNS,
    Formats,
    day_pattern,
    last_day_pattern,
)
from chronolator.write.workbook.heights import HIGHEST, height_of
from chronolator.write.workbook.her_looks import HerLooks
from chronolator.write.workbook.links import Links, RowLink
from chronolator.write.workbook.long_entries import LongEntries, find_cut
from chronolator.write.workbook.styles import list_styles, style_agencies, style_blocks, style_day
from chronolator.write.workbook.written_rows import Written

_BESIDE_BLOCKS = ("number", "contact")
"""The columns that show which accounts are of one contact: at the left, and by its number."""


class RowWriter:
    """Writes rows; what is the same for every row is settled once."""

    def __init__(
        self,
        formats: Formats,
        columns: Sequence[Column],
        rows: Sequence[Row],
        long: LongEntries,
        links: Links,
        hers: HerLooks | None = None,
    ) -> None:
        self._refs = [row.event.id for row in rows]
        self._links = links
        self._hers = hers or HerLooks()
        self._formats = formats
        self._fitter = Fitter(columns, long)
        styled = list_styles(formats, columns)
        self._order = columns
        self._columns = [(one, one.key, one.is_for_notes, plain) for one, plain in styled]
        self._agencies = style_agencies(formats, [row.event.agency for row in rows])
        self._blocks = find_blocks(rows)
        self._days: dict[str, Format] = {}
        self._emphasis = Emphasis(formats)
        self._styled: dict[str, Callable[[Row], Format]] = {
            "agency": lambda row: self._agencies[row.event.agency],
            "date": lambda row: self._style_day(day_pattern(row.event.when)),
            "date_to": lambda row: self._style_day(last_day_pattern(row.event.when)),
        }
        for column, plain in styled:
            if column.key in _BESIDE_BLOCKS:
                styles = plain, *style_blocks(formats, column)
                self._styled[column.key] = partial(self._style_block, styles)

    def write(self, sheet: CheckedSheet, number: int, row: Row) -> Written:
        """Write one row onto the sheet. `number` counts from 0, the heading row being that."""
        values, lines = self._fitter.fit(row.cells, name_row(row))
        hers = self._hers.find_row(row.event.id)
        needed = min(HIGHEST, height_of(lines))
        higher = hers.height > needed
        height = hers.height if higher else needed
        styled = self._styled
        sheet.set_height(number, height, hidden=hers.hidden, fixed=higher)
        corrected, withdrawn = row.hers, row.event.withdrawn
        cells: list[tuple[int, RowValue, Format]] = []
        bare = hers.is_bare
        for place, (column, key, for_notes, plain) in enumerate(self._columns):
            value = values[key]
            style = styled[key](row) if key in styled else plain
            if for_notes and (pattern := PATTERNS.get(type(value))):
                style = self._formats.show_as(style, pattern)
            if corrected and key in corrected:
                style = self._formats.correct(style)
            look = PLAIN_LOOK if bare else hers.find(column)
            if (key == "text" or key in withdrawn) and isinstance(value, str):
                pieces = list_pieces(row, key, value, find_cut(value))
                if any(set_off for set_off, _ in pieces):
                    self._emphasis.put(sheet, number, place, pieces, style, look)
                    continue
            if not bare:
                style = self._formats.dress(style, look)
            if key == OTHER_DAY and isinstance(value, int | float):
                self._links.put(sheet, number, place, self._find_link(int(value)), style)
            else:
                cells.append((place, value, style))
        sheet.finish_row(number, cells)
        for place, text in hers.list_comments(self._order):
            sheet.add_comment(number, place, text)
        # Of a corrected cell the base keeps what we say: so it is known as hers in every merge.
        ours = values
        if row.said:
            ours = {**values, **{k: one for k, one in row.said.items() if k not in FOLLOWING_KEYS}}
        texts = {key: cell_text(value) for key, value in ours.items() if value}
        kept = write_corrected(_store(row, values)) if row.said else ()
        return Written("" if row.event.own else row.event.id, write_hashes(texts), kept)

    def _find_link(self, number: int) -> RowLink:
        """What leads to the row of that number in the chronology, which counts from 1."""
        return RowLink(self._refs[number - 1], number)

    def _style_block(self, styles: Sequence[Format], row: Row) -> Format:
        """The plain style first, then those of the blocks by turns."""
        block = self._blocks.get(row.event.id)
        return styles[0] if block is None else styles[1 + block % (len(styles) - 1)]

    def _style_day(self, pattern: str) -> Format:
        if pattern not in self._days:
            self._days[pattern] = style_day(self._formats, pattern)
        return self._days[pattern]


def _store(row: Row, values: Mapping[str, RowValue]) -> dict[str, StoredCell]:
    return {
        key: StoredCell(cell_text(said), row.hers.get(key), cell_text(values[key]))
        for key, said in row.said.items()
        if key in values  # a child whom the case does not know any more has no cell
    }


def name_row(row: Row) -> str:
    """What to call the row elsewhere: its Ref, or its number where it is the author's own."""
    return str(row.cells["ref"] or f"No. {row.cells['number']}")

"""One row of the chronology: its values fitted to their cells, its height, and its formats."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format

from chronolator.columns import Column, Group, cell_text, write_hashes
from chronolator.rows import Row, RowValue
from chronolator.words.withdrawn import find_withdrawn
from chronolator.write.workbook.checked import CheckedSheet
from chronolator.write.workbook.evidence import find_spans, split_by_spans
from chronolator.write.workbook.formats import (
    TEXT_SIZE,
    Formats,
    colour_agencies,
    day_pattern,
    last_day_pattern,
)
from chronolator.write.workbook.heights import HIGHEST, MOST_LINES, count_lines, height_of
from chronolator.write.workbook.long_entries import MARK, SURE, LongEntries
from chronolator.write.workbook.styles import size_of, style_column

_LONG_REMARK = "Longer than a row can show: all of it is on the sheet Long entries"
_BOLD_RUNS_WIDER = 0.95


@dataclass(frozen=True, slots=True)
class Written:
    """A row as it stands on the sheet: its id ("" for the author's own), its cells' hashes."""

    id: str
    hashes: str


class RowWriter:
    """Writes rows; what is the same for every row is settled once."""

    def __init__(
        self,
        sheet: CheckedSheet,
        formats: Formats,
        columns: Sequence[Column],
        rows: Sequence[Row],
        long: LongEntries,
    ) -> None:
        self._sheet = sheet
        self._formats = formats
        self._long = long
        self._columns = [
            (column, style_column(formats, column, parted=parted), _room(column))
            for column, parted in _part(columns)
        ]
        colours = colour_agencies([row.event.agency for row in rows])
        self._agencies = {
            agency: formats.body(bold=True, align="left", indent=1, left=5, left_color=colour)
            for agency, colour in colours.items()
        }
        self._days: dict[str, Format] = {}
        evidence, gone = {"bold": True, "underline": 1}, {"font_strikeout": True}
        self._looks = {
            (False, False): formats.make(),
            (True, False): formats.make(**evidence),
            (False, True): formats.make(**gone),
            (True, True): formats.make(**evidence, **gone),
        }
        self._all_evidence = formats.body(**evidence)
        self._all_withdrawn = formats.body(**gone)
        self._styled: dict[str, Callable[[Row], Format]] = {
            "agency": lambda row: self._agencies[row.event.agency],
            "date": lambda row: self._style_day(
                day_pattern(row.event.when.precision, row.event.when.qualifier)
            ),
            "date_to": lambda row: self._style_day(last_day_pattern(row.event.when.qualifier)),
        }

    def write(self, number: int, row: Row) -> Written:
        """Write one row. `number` counts from 0, the heading row being that."""
        values, lines = self._fit(row)
        self._sheet.set_height(number, min(HIGHEST, height_of(lines)))
        for place, (column, style, _) in enumerate(self._columns):
            key = column.key
            value = values[key]
            if key in self._styled:
                self._sheet.put(number, place, value, self._styled[key](row))
            elif isinstance(value, str) and (key == "text" or key in row.event.withdrawn):
                self._write_text(number, place, row, (key, value), style)
            else:
                self._sheet.put(number, place, value, style)
        # Of a corrected cell the base keeps what we say: so it is known as hers in every merge.
        ours = {**values, **row.said}
        texts = {key: cell_text(value) for key, value in ours.items() if value}
        hashes = write_hashes(texts)
        return Written("" if row.event.own else row.event.id, hashes)

    def _fit(self, row: Row) -> tuple[dict[str, RowValue], int]:
        """The row's values as their cells can hold them, and the lines that they take."""
        values: dict[str, RowValue] = {}
        most, too_long = 1, False
        for column, _, room in self._columns:
            value = row.cells[column.key]
            if value and isinstance(value, str):
                if len(value) > SURE or not value.isprintable():
                    value = self._long.fit(value, name_row(row), column.heading)
                lines = count_lines(value, room)
                most = max(most, lines)
                if lines > MOST_LINES:
                    too_long = True
                    if not value.endswith(MARK):
                        self._long.keep(value, name_row(row), column.heading)
            values[column.key] = value
        if too_long:
            values["assumed"] = f"{values['assumed']}\n{_LONG_REMARK}".lstrip()
        return values, most

    def _write_text(
        self, number: int, place: int, row: Row, told: tuple[str, str], style: Format
    ) -> None:
        """Write the text of a column (its key, the text): in it evidence and what is struck out."""
        key, text = told
        spans = find_spans(row.event.text, row.flags) if key == "text" else []
        words = () if key in row.said else row.event.withdrawn.get(key, ())
        if text.endswith(MARK):
            end = len(text) - len(MARK)
            spans = [(start, min(stop, end)) for start, stop in spans if start < end]
        struck = find_withdrawn(text, words) if words else []
        if not (spans or struck):
            self._sheet.put(number, place, text, style)
            return
        pieces = split_by_spans(text, spans, struck)
        if len(pieces) == 1 and (not struck or len(text) == 1):
            style = self._all_withdrawn if struck else self._all_evidence
            self._sheet.put(number, place, text, style)
            return
        if len(pieces) == 1:  # of one run alone XlsxWriter makes no rich string
            pieces = [(*pieces[0][:2], text[:1]), (*pieces[0][:2], text[1:])]
        runs: list[tuple[Format | None, str]] = [
            (self._looks[evidence, gone], words) for evidence, gone, words in pieces
        ]
        if not any(pieces[0][:2]):
            runs[0] = (None, pieces[0][2])
        self._sheet.put_runs(number, place, runs, style)

    def _style_day(self, pattern: str) -> Format:
        if pattern not in self._days:
            self._days[pattern] = self._formats.body(
                num_format=pattern, align="left", text_wrap=False, shrink=True
            )
        return self._days[pattern]


def name_row(row: Row) -> str:
    """What to call the row elsewhere: its Ref, or its number where it is the author's own."""
    return str(row.cells["ref"] or f"No. {row.cells['number']}")


def _part(columns: Sequence[Column]) -> Iterator[tuple[Column, bool]]:
    """Each column, and if a block begins with it: a child's answers, the findings."""
    parts = [(one.group, one.child) for one in columns]
    for column, before, here in zip(columns, [parts[0], *parts], parts, strict=False):
        yield column, before != here and column.group in (Group.CHILD, Group.FINDING)


def _room(column: Column) -> float:
    """The column's width in characters of the size that the heights are measured in."""
    room = column.width * TEXT_SIZE / size_of(column)
    return room * _BOLD_RUNS_WIDER if column.key in ("text", "agency") else room

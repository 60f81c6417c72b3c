"""A finding as a sheet: one table with one heading row, or one sentence where there is nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from chronolator.model import PLAIN_LOOK, ColumnLook, Jotting, SheetLook
from chronolator.rows import RowValue
from chronolator.write.palette import INK
from chronolator.write.workbook.checked import CheckedSheet, add_sheet, list_sheets
from chronolator.write.workbook.formats import EXACT_DAY, HERS, LINK, PAPER_REVIEW, Formats
from chronolator.write.workbook.heights import HIGHEST, MOST_LINES, count_lines, height_of
from chronolator.write.workbook.her_looks import arrange
from chronolator.write.workbook.links import Link, Links
from chronolator.write.workbook.long_entries import SHEET as LONG_SHEET
from chronolator.write.workbook.long_entries import LongEntries, find_cut
from chronolator.write.workbook.pages import A4, Furniture, set_page

_PATTERNS = {date: EXACT_DAY, time: "hh:mm"}
_DARK_RULE = "#8694A3"
_BOLD_RUNS_WIDER = 0.93
_SENTENCE = 110
_INDENT = 1
_INDENTED = 1.3
"""So many characters the indent takes."""
_EDGE = {"align": "left", "indent": _INDENT}
_LINK_LOOK = {"font_color": LINK, "underline": 1}
_NOTHING = Jotting("", {})
CellValue = RowValue | Link
"""What stands in a cell of a finding."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a findings sheet, its width in characters, and if its cells are set in bold.

    Cells in which the author writes say what for (`asks`), and may give her `choices`. `pattern` is
    how its days are shown, where it is another than everywhere. An `optional` column is left out
    where it is empty throughout.
    """

    text: str
    width: float
    bold: bool = False
    optional: bool = False
    asks: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands on one sheet: `rows` in their order, or the sentence `nothing` where none do.

    `purpose` tells in one sentence what the sheet is for, `counts` how many things it tells of,
    where that is not the number of its rows.

    A darker line parts rows whose first cell differs (`parted`). `place` is the number of the
    column that tells where a row belongs, for the parts of a text that is too long. The author may
    write in the first `room` rows, also in some that are still empty; in all, where it is None.
    `jottings` are what she left beside rows, by their number from 1; the last `hers` of the
    headings are hers.
    Of a sheet that is not `printed` paper shows the headings alone, and says so. Only from one that
    is `charted` can charts be drawn.
    `identity` are columns, by their headings, by which a row is known again when its other cells
    changed; where none of its rows is found by the first of them, the next are tried.
    `look` is what she made of its columns, by their headings; of one that is charted nothing.
    `offers` are, for each row, what she may choose in the cell that asks her; she may write other
    words there.
    """

    sheet: str
    headings: tuple[Heading, ...]
    rows: Sequence[tuple[CellValue, ...]]
    nothing: str = ""
    purpose: str = ""
    counts: int | None = None
    parted: bool = False
    place: int = 0
    room: int | None = None
    jottings: Mapping[int, Jotting] = field(default_factory=dict)
    hers: int = 0
    offers: Sequence[tuple[str, ...]] = ()
    printed: bool = True
    charted: bool = False
    identity: tuple[tuple[str, ...], ...] = ()
    look: SheetLook = field(default_factory=SheetLook)

    @property
    def written(self) -> list[int]:
        """The places of the headings that are written, in their order on the sheet."""
        kept = [
            place
            for place, heading in enumerate(self.headings)
            if not heading.optional or any(row[place] not in {"", None} for row in self.rows)
        ]
        if self.charted:
            return kept
        return [kept[one] for one in arrange([self.headings[at].text for at in kept], self.look)]


class FindingWriter:
    """Writes findings into one workbook, each on a sheet of its own."""

    def __init__(
        self,
        book: Workbook,
        formats: Formats,
        furniture: Furniture,
        long: LongEntries,
        links: Links,
    ) -> None:
        self._book = book
        self._formats = formats
        self._furniture = furniture
        self._long = long
        self._links = links

    def begin(self, name: str) -> CheckedSheet:
        """A new sheet at the end of the workbook, still empty."""
        sheet = add_sheet(self._book, name)
        set_page(sheet, self._furniture, name, A4)
        return sheet

    def write(self, finding: Finding) -> None:
        """Add the sheet of a finding to the workbook."""
        self.fill(self.begin(finding.sheet), finding)

    def fill(self, sheet: CheckedSheet, finding: Finding) -> None:
        """Write a finding on a sheet that is still empty."""
        if not finding.rows:
            sheet.check(sheet.set_column(0, 0, _SENTENCE))
            style = self._formats.make(text_wrap=True, valign="top")
            sheet.put(0, 0, finding.nothing, style)
            sheet.set_height(0, height_of(count_lines(finding.nothing, _SENTENCE)))
            return
        kept = finding.written
        hers = {} if finding.charted else {one.name: one for one in finding.look.columns}
        headings = [_widen(finding.headings[place], hers) for place in kept]
        sheet.require_room(len(finding.rows) + 1, len(headings))
        for column, heading in enumerate(headings):
            hidden = heading.text in hers and hers[heading.text].hidden
            options = {"hidden": True} if hidden else {}
            sheet.check(sheet.set_column(column, column, heading.width, None, options))
        lines = max(count_lines(heading.text, heading.width * 0.85 - 1) for heading in headings)
        # Two lines at least: the buttons of the filter stand below the words instead of on them.
        sheet.set_height(0, height_of(max(lines, 2)) + 4)
        styles, room = _Styles(self._formats, headings), _find_room(finding)
        before: CellValue = None
        for number, row in enumerate(finding.rows, start=1):
            new = finding.parted and number > 1 and row[0] != before
            before = row[0]
            values = [row[place] for place in kept]
            dressed = styles.dress(values, new=new, asks=number <= room)
            self._write_row(sheet, finding, number, [*zip(headings, values, dressed, strict=True)])
        self._make_table(sheet, finding, headings)
        _ask(sheet, headings, room, finding.offers)
        texts = [heading.text for heading in headings]
        still = finding.look.scrolls
        sheet.freeze_panes(1, texts.index(still) if still in texts else 0)
        sheet.set_zoom(finding.look.zoom)
        sheet.colour_tab(finding.look.tab)
        if finding.look.hidden and sheet is not list_sheets(self._book)[0]:  # which opens
            sheet.hide()
        sheet.repeat_rows(0)
        if not finding.printed:
            set_page(sheet, self._furniture, f"{finding.sheet}: not printed but its headings", A4)
            sheet.print_area(0, 0, 0, len(headings) - 1)

    def _make_table(
        self, sheet: CheckedSheet, finding: Finding, headings: Sequence[Heading]
    ) -> None:
        title = self._formats.titled(indent=_INDENT)
        hers = self._formats.titled(HERS, INK, indent=_INDENT)
        table = "".join(filter(str.isalnum, finding.sheet.title()))
        titles = [(one.text, hers if one.asks else title) for one in headings]
        sheet.tabulate(table, len(finding.rows), titles)

    def _write_row(
        self,
        sheet: CheckedSheet,
        finding: Finding,
        number: int,
        cells: Sequence[tuple[Heading, CellValue, Format]],
    ) -> None:
        lines = 1
        place = str(finding.rows[number - 1][finding.place])
        jotting = finding.jottings.get(number, _NOTHING)
        plain: list[tuple[int, RowValue, Format]] = []
        for column, (heading, value, ours) in enumerate(cells):
            style = self._formats.dress(ours, jotting.looks.get(heading.text, PLAIN_LOOK))
            if isinstance(value, str):
                text = self._long.fit(value, place, heading.text)
                width = heading.width * (_BOLD_RUNS_WIDER if heading.bold else 1) - _INDENTED
                lines = max(lines, needed := count_lines(text, width))
                if needed > MOST_LINES and finding.sheet != LONG_SHEET and find_cut(text) is None:
                    self._long.keep(text, place, heading.text)
                plain.append((column, text, style))
            elif isinstance(value, Link):
                self._links.put(sheet, number, column, value, style)
            else:
                plain.append((column, value, style))
            if comment := jotting.comments.get(heading.text):
                sheet.add_comment(number, column, comment)
        sheet.finish_row(number, plain)
        hidden = jotting.hidden and not finding.charted
        sheet.set_height(number, min(HIGHEST, height_of(lines)), hidden=hidden)


class _Styles:
    """The formats of the cells of a finding, each made once."""

    def __init__(self, formats: Formats, headings: Sequence[Heading]) -> None:
        self._formats = formats
        self._headings = headings
        self._made: dict[tuple[int, type[object], bool, bool], Format] = {}

    def dress(self, values: Sequence[CellValue], *, new: bool, asks: bool) -> Iterator[Format]:
        """The formats of a row: a darker line above it where something `new` begins, and a tint
        where it `asks` the author.
        """
        for column, value in enumerate(values):
            key = column, type(value), new, asks
            if key not in self._made:
                self._made[key] = self._make(self._headings[column], value, new=new, asks=asks)
            yield self._made[key]

    def _make(self, heading: Heading, value: CellValue, *, new: bool, asks: bool) -> Format:
        look: dict[str, object] = {"bold": heading.bold, **_EDGE}
        if new:
            look |= {"top": 1, "top_color": _DARK_RULE}
        if asks and heading.asks:
            look["bg_color"] = PAPER_REVIEW
        if isinstance(value, Link):
            look |= _LINK_LOOK
        elif not isinstance(value, str) and (
            pattern := heading.pattern or _PATTERNS.get(type(value))
        ):
            look["num_format"] = pattern
        return self._formats.body(**look)


def _widen(heading: Heading, hers: Mapping[str, ColumnLook]) -> Heading:
    width = hers[heading.text].width if heading.text in hers else 0.0
    return replace(heading, width=width) if width else heading


def _ask(
    sheet: CheckedSheet,
    headings: Sequence[Heading],
    last: int,
    offers: Sequence[tuple[str, ...]],
) -> None:
    """Offer the choices, and tell beside the cell what to write."""
    for column, heading in enumerate(headings):
        if not (heading.asks and last):
            continue
        options: dict[str, object] = {
            "validate": "any",
            "input_title": heading.text,
            "input_message": heading.asks,
        }
        if heading.choices:
            options |= {
                "validate": "list",
                "source": list(heading.choices),
                "error_title": "Not one of the choices",
                "error_message": f"Choose one of: {', '.join(heading.choices)}.",
            }
        if not offers:
            sheet.add_choice((1, column, last, column), options)
        for number, offered in enumerate(offers, start=1):
            more = {"validate": "list", "source": list(offered), "show_error": False}
            sheet.add_choice((number, column, number, column), options | (more if offered else {}))


def _find_room(finding: Finding) -> int:
    return len(finding.rows) if finding.room is None else finding.room

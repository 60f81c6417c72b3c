"""A finding as a sheet: one table with one heading row, or one sentence where there is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from xlsxwriter import Workbook

from chronolator.model import Precision, Qualifier
from chronolator.rows import RowValue
from chronolator.write.palette import INK
from chronolator.write.workbook.checked import CheckedSheet, add_sheet
from chronolator.write.workbook.formats import HERS, PAPER_REVIEW, Formats, day_pattern
from chronolator.write.workbook.heights import HIGHEST, MOST_LINES, count_lines, height_of
from chronolator.write.workbook.long_entries import SHEET as LONG_SHEET
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.pages import Furniture, set_page

_PATTERNS = {date: day_pattern(Precision.DAY, Qualifier.EXACT), time: "hh:mm"}
_DARK_RULE = "#8694A3"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a findings sheet, its width in characters, and if its cells are set in bold.

    Cells in which the author writes say what for (`asks`), and may give her `choices`. `pattern` is
    how its days are shown, where it is another than everywhere.
    """

    text: str
    width: int
    bold: bool = False
    asks: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands on one sheet: `rows` in their order, or the sentence `nothing` where none do.

    A darker line parts rows whose first cell differs (`parted`). `place` is the number of the
    column that tells where a row belongs, for the parts of a text that is too long. The author may
    write in the first `room` rows, also in some that are still empty; in all, where it is None.
    """

    sheet: str
    headings: tuple[Heading, ...]
    rows: Sequence[tuple[RowValue, ...]]
    nothing: str = ""
    parted: bool = False
    place: int = 0
    table: str = field(default="")
    room: int | None = None


def write_finding(
    book: Workbook, formats: Formats, finding: Finding, furniture: Furniture, long: LongEntries
) -> None:
    """Add the sheet of a finding to the workbook."""
    sheet = add_sheet(book, finding.sheet)
    set_page(sheet, furniture, finding.sheet)
    if not finding.rows:
        sheet.check(sheet.set_column(0, 0, 110))
        sheet.put(0, 0, finding.nothing, formats.make(text_wrap=True, valign="top"))
        sheet.set_height(0, height_of(count_lines(finding.nothing, 110)))
        return
    for number, heading in enumerate(finding.headings):
        sheet.check(sheet.set_column(number, number, heading.width))
    lines = max(count_lines(heading.text, heading.width * 0.85) for heading in finding.headings)
    sheet.set_height(0, height_of(lines) + 4)
    title, hers = formats.titled(), formats.titled(HERS, INK)
    before: RowValue = None
    for number, row in enumerate(finding.rows, start=1):
        new = finding.parted and number > 1 and row[0] != before
        before = row[0]
        _write_row(sheet, formats, finding, number, row, long=long, new=new)
    table = finding.table or "".join(finding.sheet.title().split())
    headings = [(one.text, hers if one.asks else title) for one in finding.headings]
    sheet.tabulate(table, len(finding.rows), headings)
    _ask(sheet, finding)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _ask(sheet: CheckedSheet, finding: Finding) -> None:
    """Offer the choices, and tell beside the cell what to write."""
    last = _find_room(finding)
    for column, heading in enumerate(finding.headings):
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
        sheet.add_choice((1, column, last, column), options)


def _find_room(finding: Finding) -> int:
    return len(finding.rows) if finding.room is None else finding.room


def _write_row(
    sheet: CheckedSheet,
    formats: Formats,
    finding: Finding,
    number: int,
    row: tuple[RowValue, ...],
    *,
    long: LongEntries,
    new: bool,
) -> None:
    lines = 1
    above = {"top": 1, "top_color": _DARK_RULE} if new else {}
    place = str(row[finding.place])
    paper = {"bg_color": PAPER_REVIEW} if number <= _find_room(finding) else {}
    for column, (value, heading) in enumerate(zip(row, finding.headings, strict=True)):
        look = {"bold": heading.bold, **above, **(paper if heading.asks else {})}
        if isinstance(value, str):
            text = long.fit(value, place, heading.text)
            lines = max(lines, needed := count_lines(text, heading.width))
            if needed > MOST_LINES and finding.sheet != LONG_SHEET:
                long.keep(text, place, heading.text)
            sheet.put(number, column, text, formats.body(**look))
        else:
            pattern = heading.pattern or _PATTERNS.get(type(value))
            shown = {"num_format": pattern} if pattern else {}
            sheet.put(number, column, value, formats.body(align="left", **shown, **look))
    sheet.set_height(number, min(HIGHEST, height_of(lines)))

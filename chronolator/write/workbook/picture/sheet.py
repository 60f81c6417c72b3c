"""The sheet Picture: one row a chart, what it shows in words and the chart beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from chronolator.columns import clean_text, name_short
from chronolator.model import PLAIN_LOOK, Chronology, Look
from chronolator.timeline import Overview, lay_out_entries
from chronolator.write.palette import QUIET, colour_agencies
from chronolator.write.workbook.checked import FIRST_DAY, CheckedSheet, add_sheet
from chronolator.write.workbook.formats import SMALL_SIZE, Formats
from chronolator.write.workbook.heights import HIGHEST, count_lines, height_of
from chronolator.write.workbook.jottings import place_looks
from chronolator.write.workbook.pages import Furniture, set_page
from chronolator.write.workbook.picture.lanes_chart import draw_lanes
from chronolator.write.workbook.picture.marks import MarkTable, list_marks
from chronolator.write.workbook.picture.months import MonthTable, count_by_month
from chronolator.write.workbook.picture.months_chart import draw_months
from chronolator.write.workbook.picture.words import Caption, tell_child, tell_months
from chronolator.write.workbook.sheets.places import Places
from chronolator.write.workbook.tables import Finding, Heading

SHEET = "Picture"
PICTURE = (
    SHEET,
    "Entries by agency and month, and each child's entries by agency, with the gaps.",
)
"""The sheet, and what it is for."""
_NOTHING = "No entry of these returns has a date in the review period: there is nothing to draw."
_WORDS_WIDTH, _CHART_WIDTH = 40, 150
_HEADINGS = (Heading("What it shows", _WORDS_WIDTH), Heading("Picture", _CHART_WIDTH))
_MARGIN = 6
_POINTS = 0.75
"""A pixel in points."""
"""Excel can place no day before."""


def write_picture(
    book: Workbook, formats: Formats, chronology: Chronology, furniture: Furniture
) -> tuple[Finding, Sequence[Finding]]:
    """Add the sheet, and give the words on it, and the sheets of the numbers that its charts are
    drawn from: they are to be written into the same workbook.
    """
    sheet = add_sheet(book, SHEET)
    set_page(sheet, furniture, SHEET)
    overview = _look_over(chronology)
    if overview is None:
        sheet.check(sheet.set_column(0, 0, 110))
        sheet.put(0, 0, _NOTHING, formats.make(text_wrap=True, valign="top"))
        return Finding(SHEET, _HEADINGS, ()), ()
    months = count_by_month(overview, chronology.case)
    marks = list_marks(overview, Places(chronology).refer)
    for column, heading in enumerate(_HEADINGS):
        sheet.check(sheet.set_column(column, column, heading.width))
    drawn = list(_draw(book, chronology, overview, months, marks))
    finding = place_looks(
        Finding(SHEET, _HEADINGS, [_tell(caption) for caption, _ in drawn]), chronology
    )
    for row, (caption, chart) in enumerate(drawn, start=1):
        looks = finding.jottings[row].looks if row in finding.jottings else {}
        _put(sheet, formats, row, (caption, chart), looks)
    sheet.tabulate(SHEET, len(drawn), [(one.text, formats.titled()) for one in _HEADINGS])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    return finding, (months.finding, marks.finding)


def _look_over(chronology: Chronology) -> Overview | None:
    overview = lay_out_entries(chronology)
    if overview is None or overview.first >= FIRST_DAY:
        return overview
    case = replace(chronology.case, first=FIRST_DAY)
    return lay_out_entries(replace(chronology, case=case))


def _draw(
    book: Workbook,
    chronology: Chronology,
    overview: Overview,
    months: MonthTable,
    marks: MarkTable,
) -> Iterator[tuple[Caption, Chart]]:
    case = chronology.case
    colours = dict.fromkeys(overview.agencies, QUIET)
    colours |= colour_agencies([event.agency for event in chronology.events])
    children = {child.name: name_short(child, case) for child in case.children}
    caption = tell_months(overview, months)
    yield caption, draw_months(book, months, caption.title, colours, children)
    for lanes, child in zip(overview.children, marks.children, strict=True):
        caption = tell_child(lanes, overview, chronology)
        yield caption, draw_lanes(book, child, colours, caption.title, case.unseen_days)


def _tell(caption: Caption) -> tuple[str, str]:
    """The words of a row."""
    title, words = clean_text(caption.title), clean_text(caption.words)
    instead = f"The picture lies here. Its numbers are on the sheet {caption.numbers}."
    return f"{title}\n\n{words}", instead


def _put(
    sheet: CheckedSheet,
    formats: Formats,
    row: int,
    drawn: tuple[Caption, Chart],
    looks: Mapping[str, Look],
) -> None:
    """Write one row, as high as its chart, so that no page ends within a picture. The `looks` of
    its cells are hers, by heading.
    """
    caption, chart = drawn
    told, instead = _tell(caption)
    title = f"{clean_text(caption.title)}\n\n"
    words = told.removeprefix(title)
    lines = count_lines(told, _WORDS_WIDTH)
    pixels = chart.height + 2 * _MARGIN
    height = min(HIGHEST, max(pixels * _POINTS, height_of(lines)))
    sheet.set_height(row, height, fixed=True)
    bold, small = formats.make(bold=True), formats.make(font_size=SMALL_SIZE)
    plain = formats.body(), formats.body(valign="vcenter", indent=3, font_color=QUIET)
    first, second = (
        formats.dress(style, looks.get(heading.text, PLAIN_LOOK))
        for heading, style in zip(_HEADINGS, plain, strict=True)
    )
    sheet.put_runs(row, 0, [(bold, title), (small, words)], first)
    sheet.put(row, 1, instead, second)
    place = {
        "x_offset": _MARGIN,
        "y_offset": _MARGIN,
        "object_position": 2,
        "description": clean_text(caption.description),
    }
    sheet.check(sheet.insert_chart(row, 1, chart, place))

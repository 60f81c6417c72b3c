"""The blank return as a workbook: guidance, the sheet to fill in, and what else is asked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import cycle
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from chronolator.columns import take_units
from chronolator.model import Advice, AskedColumn, Case, Field, TemplateRules
from chronolator.words.shorten import shorten
from chronolator.write.palette import QUIET
from chronolator.write.template.asked import (
    ABBREVIATION_HEADINGS,
    ABBREVIATIONS,
    ABOUT,
    AGENCY,
    CHILDS,
    CHRONOLOGY,
    GUIDANCE,
    THIS_RETURN,
    list_columns,
    name_return,
    tell_case,
)
from chronolator.write.workbook.book import Described, open_book
from chronolator.write.workbook.checked import CheckedSheet, add_sheet
from chronolator.write.workbook.formats import HERS, PAPER_REVIEW, Formats
from chronolator.write.workbook.heights import count_lines, height_of
from chronolator.write.workbook.links import Links
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.pages import Furniture, set_page
from chronolator.write.workbook.tables import Finding, FindingWriter, Heading

ROWS = 200
"""So many rows are prepared. More can be written below them."""
_CHECKED_ROWS = 10_000
"""So far down the cells offer their choices."""
_TEXT = {"num_format": "@"}
"""What is typed stays as it was typed: else a spreadsheet makes a day of "March 2021"."""
_AS_TYPED = {Field.DATE, Field.TIME}
_EDGE = {"align": "left", "indent": 1}
_LINES = 2
"""So many lines a row opens with; it grows with what is written."""
_CHILD_FILLS = ("#275D63", "#4B5968")
"""Above the columns of the children, by turns."""
_ABBREVIATION_ROWS = 40
_HEADINGS = 2
"""The row of the headings, from 0."""
_AGENCY_CELLS = 4
_BOLD = 0.85
_YOUR_AGENCY = "The name of your agency."
_REMINDER = "One event a row. How to fill it in stands on the sheet Guidance."
_MOST_TITLE, _MOST_MESSAGE = 32, 255
_CUT = " …"
"""What Excel shows beside a cell, with room for the mark that more follows."""
_DATED = (
    '=OR(ISNUMBER({cell}),ISNUMBER(SEARCH("20??",{cell})),ISNUMBER(SEARCH("19??",{cell})),'
    'ISNUMBER(SEARCH("known",{cell})))'
)
_NO_YEAR = (
    "There is no year of four figures in this date. Write it as 14/03/2021, early March 2021 or "
    "2021, or write unknown. Keep what you wrote?"
)


def write_blank_workbook(
    case: Case, path: Path, made_on: date, rules: TemplateRules, agency: str = ""
) -> None:
    """Write a blank return for the `agency` ("": it writes its name itself) as an .xlsx file.

    The same input gives the same file. It holds no formula, and no date is refused.
    """
    described = Described(name_return(case), "Chronology of one agency", "A blank return.")
    with open_book(case, path, made_on, described) as (book, formats, furniture):
        writer = FindingWriter(book, formats, furniture, LongEntries(), Links(0))
        writer.write(_list_guidance([*tell_case(case), *rules.guidance], agency))
        writer.write(_list_about(rules))
        _write_chronology(book, formats, furniture, list_columns(case, rules), agency)
        writer.write(_list_abbreviations())


def _list_guidance(advice: Iterable[Advice], agency: str) -> Finding:
    rows = [(one.part, one.what, one.words) for one in advice]
    if agency:
        rows.insert(0, (THIS_RETURN, AGENCY, agency))
    headings = (Heading("Part", 20), Heading("About", 26, bold=True), Heading("What to do", 96))
    return Finding(GUIDANCE, headings, rows, parted=True)


def _list_about(rules: TemplateRules) -> Finding:
    headings = (
        Heading(ABOUT, 30, bold=True),
        Heading("Please fill in", 90, asks="As far as you can."),
    )
    return Finding(ABOUT, headings, [(label, "") for label in rules.about])


def _list_abbreviations() -> Finding:
    short, meaning = ABBREVIATION_HEADINGS
    headings = (
        Heading(short, 24, asks="As it stands in your return."),
        Heading(meaning, 90, asks="What it stands for."),
    )
    return Finding(ABBREVIATIONS, headings, [("", "")] * _ABBREVIATION_ROWS)


def _write_chronology(
    book: Workbook,
    formats: Formats,
    furniture: Furniture,
    columns: Sequence[AskedColumn],
    agency: str,
) -> None:
    sheet = add_sheet(book, CHRONOLOGY)
    set_page(sheet, furniture, CHRONOLOGY)
    _write_titles(sheet, formats, agency)
    fills = dict(zip(_list_names(columns), cycle(_CHILD_FILLS), strict=False))
    titles = []
    for place, column in enumerate(columns):
        child = _name_child(column)
        look = {**_EDGE, **(_TEXT if column.field in _AS_TYPED else {})}
        style, below = formats.body(**look), formats.make(text_wrap=True, valign="top", **look)
        sheet.check(sheet.set_column(place, place, column.width, below))
        for row in range(_HEADINGS + 1, _HEADINGS + 1 + ROWS):
            sheet.put(row, place, None, style)
        fill = {"fill": fills[child]} if child else {}
        titles.append((column.heading, formats.titled(indent=1, **fill)))
        _offer(sheet, place, column)
    for row in range(_HEADINGS + 1, _HEADINGS + 1 + ROWS):
        sheet.set_height(row, height_of(_LINES))
    lines = max(count_lines(one.heading, one.width * _BOLD) for one in columns)
    # Two lines at least: the buttons of the filter stand below the words instead of on them.
    sheet.set_height(_HEADINGS, height_of(max(lines, 2)) + 4)
    sheet.tabulate(CHRONOLOGY, _HEADINGS + ROWS, titles, _HEADINGS)
    sheet.freeze_panes(_HEADINGS + 1, 1)
    sheet.repeat_rows(_HEADINGS)


def _write_titles(sheet: CheckedSheet, formats: Formats, agency: str) -> None:
    """Whose return it is, and a word for who did not read the guidance."""
    sheet.put(0, 0, AGENCY, formats.make(bold=True, **_EDGE))
    hers = {} if agency else {"bg_color": PAPER_REVIEW, "bottom": 1, "bottom_color": HERS}
    for place in range(1, _AGENCY_CELLS + 1):
        sheet.put(
            0, place, agency if place == 1 else None, formats.make(bold=True, **_EDGE, **hers)
        )
    if not agency:
        ask = {"validate": "any", "input_title": AGENCY, "input_message": _YOUR_AGENCY}
        sheet.add_choice((0, 1, 0, 1), ask)
    sheet.put(1, 0, _REMINDER, formats.make(font_color=QUIET, **_EDGE))


def _offer(sheet: CheckedSheet, place: int, column: AskedColumn) -> None:
    """Tell beside the cells what to write, offer the choices, and ask of a date without a year:
    whatever is written can be kept.
    """
    options: dict[str, object] = {
        "validate": "any",
        "input_title": _cut(column.heading, _MOST_TITLE),
        "input_message": _cut(column.asks, _MOST_MESSAGE),
    }
    first = _HEADINGS + 1
    if column.choices:
        options |= {"validate": "list", "source": list(column.choices), "show_error": False}
    elif column.field is Field.DATE:
        options |= {
            "validate": "custom",
            "value": _DATED.format(cell=xl_rowcol_to_cell(first, place)),
            "error_type": "warning",
            "error_title": "A date without a year",
            "error_message": _NO_YEAR,
        }
    sheet.add_choice((first, place, first + _CHECKED_ROWS, place), options)


def _cut(text: str, most: int) -> str:
    """The text, cut between words, as Excel counts its characters."""
    return take_units(shorten(text, most - len(_CUT)), most)


def _name_child(column: AskedColumn) -> str:
    """Whose column it is, "" for none: what stands before the colon."""
    return column.heading.rpartition(":")[0] if column.field in CHILDS else ""


def _list_names(columns: Iterable[AskedColumn]) -> Iterator[str]:
    return iter(dict.fromkeys(filter(None, map(_name_child, columns))))

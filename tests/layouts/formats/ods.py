"""ods, the spreadsheet of LibreOffice."""

from datetime import date, datetime, time
from pathlib import Path

from odf.dc import Creator
from odf.element import Element
from odf.namespaces import STYLENS, TABLENS, nsdict
from odf.number import DateStyle, Day, Hours, Minutes, Month, Text, TimeStyle, Year
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet, load
from odf.style import Style, TableCellProperties, TableProperties, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.teletype import extractText
from odf.text import A, P, Span

from ..sheets import Book, Cell, Laid, Page, lay_out

_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def write(book: Book, path: Path) -> None:
    """The file, with marks as LibreOffice stores them."""
    made = OpenDocumentSpreadsheet()
    nsdict[_CALC] = "calcext"
    made.spreadsheet.get_nsprefix(_CALC)  # odfpy declares only what it knows before it writes
    styles = _Styles(made)
    for page in book.pages:
        made.spreadsheet.addElement(_make_table(lay_out(page), page, styles))
    made.save(str(path))


def count(path: Path) -> dict[str, int]:
    """The rows of each sheet that are not blank, by odfpy; comments are no cells."""
    counted = {}
    for table in load(str(path)).spreadsheet.getElementsByType(Table):
        number = 0
        for row in table.getElementsByType(TableRow):
            cells = row.getElementsByType(TableCell)
            number += any(extractText(part).strip() for cell in cells for part in _list_texts(cell))
        counted[str(table.getAttribute("name"))] = number
    return counted


def _list_texts(cell: Element) -> list[Element]:
    return [part for part in cell.childNodes if part.qname == P().qname]


class _Styles:
    """The styles of a document, each made once."""

    def __init__(self, made: OpenDocumentSpreadsheet) -> None:
        self._made = made
        self._known: dict[tuple[str, bool, str], str] = {}
        formats = {
            "day": DateStyle(name="day"),
            "month": DateStyle(name="month"),
            "year": DateStyle(name="year"),
            "moment": DateStyle(name="moment"),
            "clock": TimeStyle(name="clock"),
        }
        day = [Day(style="long"), Text(text="/"), Month(style="long"), Text(text="/")]
        parts = {
            "day": [*day, Year(style="long")],
            "month": [Month(textual="true"), Text(text="-"), Year()],
            "year": [Year(style="long")],
            "moment": [
                Day(style="long"),
                Text(text="/"),
                Month(style="long"),
                Text(text="/"),
                Year(style="long"),
                Text(text=" "),
                Hours(style="long"),
                Text(text=":"),
                Minutes(style="long"),
            ],
            "clock": [Hours(style="long"), Text(text=":"), Minutes(style="long")],
        }
        for name, style in formats.items():
            for part in parts[name]:
                style.addElement(part)
            made.automaticstyles.addElement(style)
        struck = Style(name="struck", family="text")
        struck.addElement(_strike())
        hidden = Style(name="away", family="table")
        hidden.addElement(TableProperties(display="false"))
        for style in (struck, hidden):
            made.automaticstyles.addElement(style)

    def name(self, cell: Cell) -> str:
        """The style of the cell by its name."""
        whole = bool(cell.struck) and cell.struck == cell.text
        key = (cell.shown, whole, cell.fill)
        if key not in self._known:
            name = f"cell{len(self._known)}"
            style = Style(name=name, family="table-cell")
            if cell.shown:
                style.setAttrNS(STYLENS, "data-style-name", cell.shown)
            if cell.fill:
                style.addElement(TableCellProperties(backgroundcolor=f"#{cell.fill}"))
            if whole:
                style.addElement(_strike())
            self._made.automaticstyles.addElement(style)
            self._known[key] = name
        return self._known[key]


def _strike() -> Element:
    return TextProperties(textlinethroughstyle="solid", textlinethroughtype="single")


def _make_table(laid: Laid, page: Page, styles: _Styles) -> Element:
    table = Table(name=page.name, **({"stylename": "away"} if page.hidden else {}))
    width = max((len(line) for line in laid.grid), default=1)
    for place in range(width):
        hidden = {"visibility": "collapse"} if place in laid.hidden_columns else {}
        table.addElement(TableColumn(**hidden))
    covered = _find_covered(laid)
    for number, line in enumerate(laid.grid):
        hidden = {"visibility": "collapse"} if number in laid.hidden_rows else {}
        row = TableRow(**hidden)
        for place in range(width):
            cell = line[place] if place < len(line) else None
            row.addElement(
                CoveredTableCell() if (number, place) in covered else _make_cell(cell, styles)
            )
        table.addElement(row)
    return table


def _find_covered(laid: Laid) -> set[tuple[int, int]]:
    covered = set()
    for number, line in enumerate(laid.grid):
        for place, cell in enumerate(line):
            if cell is not None:
                covered |= {
                    (number + down, place + right)
                    for down in range(cell.over[0])
                    for right in range(cell.over[1])
                    if down or right
                }
    return covered


def _make_cell(cell: Cell | None, styles: _Styles) -> Element:
    if cell is None:
        return TableCell()
    made = TableCell(stylename=styles.name(cell), **_tell_value(cell))
    if cell.over != (1, 1):
        made.setAttrNS(TABLENS, "number-rows-spanned", str(cell.over[0]))
        made.setAttrNS(TABLENS, "number-columns-spanned", str(cell.over[1]))
    if cell.error:
        made.attributes[_CALC, "value-type"] = "error"
    if cell.comment:
        made.addElement(_make_remark(*cell.comment))
    for text in cell.text.split("\n") if cell.text else ():
        made.addElement(_make_paragraph(cell, text))
    return made


def _tell_value(cell: Cell) -> dict[str, str]:  # noqa: PLR0911 - one for each kind of value
    if cell.formula:
        return {"formula": f"of:={cell.formula.replace(',', ';')}"}
    if cell.error:
        return {"formula": "of:=NA()", "valuetype": "string", "stringvalue": ""}
    match cell.value:
        case datetime() as value:
            return {"valuetype": "date", "datevalue": f"{value:%Y-%m-%dT%H:%M:%S}"}
        case date() as value:
            return {"valuetype": "date", "datevalue": value.isoformat()}
        case time() as value:
            return {"valuetype": "time", "timevalue": f"{value:PT%HH%MM00S}"}
        case int() | float() as value:
            return {"valuetype": "float", "value": str(value)}
        case _:
            return {"valuetype": "string"}


def _make_remark(author: str, text: str) -> Element:
    remark = Annotation()
    remark.addElement(Creator(text=author))
    remark.addElement(P(text=text))
    return remark


def _make_paragraph(cell: Cell, text: str) -> Element:
    paragraph = P()
    target = paragraph
    if cell.link:
        target = A(href=cell.link)
        paragraph.addElement(target)
    if cell.struck and cell.struck != cell.text and cell.struck in text:
        before, after = text.split(cell.struck, 1)
        target.addText(before)
        target.addElement(Span(stylename="struck", text=cell.struck))
        target.addText(after)
    else:
        target.addText(text)
    return paragraph

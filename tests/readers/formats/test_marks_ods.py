"""Marks of OpenDocument sheets, each kind alone."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odf.dc import Creator, Date
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties, TextProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import A, P, S, Span

from chronolator.model import Mark, MarkKind, Sheet
from chronolator.readers.formats.workbooks import read_workbook


class Return:
    """A sheet of three rows, to be changed before it is read."""

    def __init__(self) -> None:
        self.book = OpenDocumentSpreadsheet()
        self.struck = self.add_style(
            "struck", "table-cell", TextProperties(textlinethroughstyle="solid")
        )
        self.gone = self.add_style("gone", "text", TextProperties(textlinethroughtype="single"))
        self.kept = self.add_style("kept", "text", TextProperties(textlinethroughstyle="none"))
        self.amber = self.add_style(
            "amber", "table-cell", TableCellProperties(backgroundcolor="#ffc000")
        )
        self.white = self.add_style(
            "white", "table-cell", TableCellProperties(backgroundcolor="#ffffff")
        )
        self.child = self.add_style("child", "table-cell", None, parent="amber")
        self.table = Table(name="Chronology")
        self.columns = [TableColumn(), TableColumn(numbercolumnsrepeated=2)]
        for column in self.columns:
            self.table.addElement(column)
        self.rows = [TableRow() for _ in range(3)]
        self.cells = []
        for number, row in enumerate(self.rows):
            cells = [TableCell(valuetype="string") for _ in range(3)]
            for cell, text in zip(cells, ("12/03/2019", f"Entry {number}", "low"), strict=True):
                cell.addElement(P(text=text))
                row.addElement(cell)
            self.cells.append(cells)
            self.table.addElement(row)
        self.book.spreadsheet.addElement(self.table)

    def add_style(self, name: str, family: str, properties: object, parent: str = "") -> str:
        more = {"parentstylename": parent} if parent else {}
        style = Style(name=name, family=family, **more)
        if properties is not None:
            style.addElement(properties)
        home = self.book.styles if name == "amber" else self.book.automaticstyles
        home.addElement(style)
        return name

    def read(self) -> Sheet:
        return read_workbook(self.save(), "return.ods")[0]

    def save(self) -> bytes:
        kept = io.BytesIO()
        self.book.write(kept)
        return kept.getvalue()


def leave(_: Return) -> None:
    return


def hide_row(one: Return) -> None:
    one.rows[1].setAttribute("visibility", "collapse")


def filter_row(one: Return) -> None:
    one.rows[1].setAttribute("visibility", "filter")


def hide_columns(one: Return) -> None:
    one.columns[1].setAttribute("visibility", "collapse")


def strike_cell(one: Return) -> None:
    one.cells[1][1].setAttribute("stylename", one.struck)


def strike_words(one: Return) -> None:
    told = one.cells[1][1].childNodes[0]
    told.addText(" seen ")
    told.addElement(Span(stylename=one.gone, text="alone"))
    told.addText(" by ")
    span = Span(stylename=one.gone, text="HV")
    span.addElement(S(c=2))
    span.addText("again")
    told.addElement(span)


def strike_all_but_some(one: Return) -> None:
    strike_cell(one)
    told = one.cells[1][1].childNodes[0]
    told.addElement(Span(stylename=one.kept, text=" stays "))
    told.addText("gone")


def strike_column(one: Return) -> None:
    one.columns[0].setAttribute("defaultcellstylename", one.struck)


def fill_row(one: Return) -> None:
    for cell in one.cells[1]:
        cell.setAttribute("stylename", one.amber)


def fill_cell(one: Return) -> None:
    one.cells[1][2].setAttribute("stylename", one.child)
    one.cells[2][2].setAttribute("stylename", one.white)


def link(one: Return) -> None:
    cell = one.cells[1][1]
    cell.removeChild(cell.childNodes[0])
    told = P()
    told.addElement(A(href="https://records.example/17", text="Entry 1"))
    cell.addElement(told)


def comment(one: Return) -> None:
    note = Annotation()
    note.addElement(Creator(text="J Hale"))
    note.addElement(Date(text="2019-03-12T00:00:00"))
    note.addElement(P(text="Not our entry"))
    one.cells[1][1].addElement(note)


def calculate(one: Return) -> None:
    cell = TableCell(formula="of:=[.A1]+1")
    one.rows[1].addElement(cell)


CASES: list[tuple[Callable[[Return], None], list[Mark]]] = [
    (leave, []),
    (hide_row, [Mark(MarkKind.HIDDEN, 2)]),
    (filter_row, [Mark(MarkKind.HIDDEN, 2)]),
    (hide_columns, [Mark(MarkKind.HIDDEN, 0, 2), Mark(MarkKind.HIDDEN, 0, 3)]),
    (strike_cell, [Mark(MarkKind.WITHDRAWN, 2, 2, "Entry 1")]),
    (
        strike_words,
        [Mark(MarkKind.WITHDRAWN, 2, 2, "alone"), Mark(MarkKind.WITHDRAWN, 2, 2, "HV  again")],
    ),
    (
        strike_all_but_some,
        [Mark(MarkKind.WITHDRAWN, 2, 2, "Entry 1"), Mark(MarkKind.WITHDRAWN, 2, 2, "gone")],
    ),
    (strike_column, [Mark(MarkKind.WITHDRAWN, row, 1, "12/03/2019") for row in (1, 2, 3)]),
    (fill_row, [Mark(MarkKind.FILL, 2, 0, "FFC000")]),
    (fill_cell, [Mark(MarkKind.FILL, 2, 3, "FFC000")]),
    (link, [Mark(MarkKind.LINK, 2, 2, "https://records.example/17")]),
    (comment, [Mark(MarkKind.COMMENT, 2, 2, "J Hale: Not our entry")]),
    (calculate, [Mark(MarkKind.NO_RESULT, 2, 4, "=[.A1]+1")]),
]


@pytest.mark.parametrize(("change", "marks"), CASES, ids=lambda one: getattr(one, "__name__", ""))
def test_each_mark_alone(change: Callable[[Return], None], marks: list[Mark]) -> None:
    one = Return()
    change(one)
    sheet = one.read()
    assert list(sheet.marks) == marks
    assert len(sheet.rows) == 3


@given(
    st.lists(
        st.tuples(st.text("ab \u00e9", min_size=1, max_size=6), st.booleans()),
        min_size=1,
        max_size=5,
    ),
    st.booleans(),
)
def test_every_struck_word_comes_out(pieces: list[tuple[str, bool]], whole: bool) -> None:  # noqa: FBT001  a case
    one = Return()
    cell = one.cells[1][1]
    cell.removeChild(cell.childNodes[0])
    told = P()
    for text, gone in pieces:
        told.addElement(Span(stylename=one.gone if gone else one.kept, text=text))
    cell.addElement(told)
    if whole:
        cell.setAttribute("stylename", one.struck)
    sheet = one.read()
    read_back = "".join(mark.text for mark in sheet.marks)
    assert "".join(read_back.split()) == "".join("".join(t for t, gone in pieces if gone).split())


def test_merged_ranges() -> None:
    one = Return()
    one.cells[1][0].setAttribute("numbercolumnsspanned", "2")
    one.cells[1][0].setAttribute("numberrowsspanned", "2")
    assert one.read().merged == ((2, 1, 3, 2),)


def test_repeated_rows_have_their_marks_each() -> None:
    one = Return()
    one.rows[1].setAttribute("numberrowsrepeated", "2")
    one.rows[1].setAttribute("visibility", "collapse")
    strike_cell(one)
    marks = one.read().marks
    assert sorted((mark.kind.value, mark.row) for mark in marks) == [
        ("hidden", 2),
        ("hidden", 3),
        ("withdrawn", 2),
        ("withdrawn", 3),
    ]


def test_a_span_of_more_than_a_day() -> None:
    one = Return()
    one.rows[1].addElement(TableCell(valuetype="time", timevalue="PT30H15M00S"))
    assert one.read().rows[1][3] == timedelta(hours=30, minutes=15)


@pytest.mark.parametrize("damage", [b"", b"<a><b></a>"])
def test_damage_costs_the_marks_alone(damage: bytes) -> None:
    one = Return()
    strike_cell(one)
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(one.save())) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            new.writestr(name, damage if name == "styles.xml" else old.read(name))
    sheet = read_workbook(kept.getvalue(), "return.ods")[0]
    assert len(sheet.rows) == 3
    assert [mark.kind for mark in sheet.marks] == [MarkKind.UNREAD]

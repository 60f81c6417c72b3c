from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document

from chronolator.model import Mark, MarkKind, Sheet
from chronolator.readers.formats.word import read_document

ReadWord = Callable[..., list[Sheet]]


def p(text: str = "", looks: str = "") -> str:
    return f"<w:p><w:r>{looks}<w:t>{text}</w:t></w:r></w:p>"


def c(inside: str = "", looks: str = "") -> str:
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{inside if '<' in inside else p(inside)}</w:tc>"


def r(*cells: str, looks: str = "") -> str:
    told = "".join(one if one.startswith("<w:") else c(one) for one in cells)
    return f"<w:tr><w:trPr>{looks}</w:trPr>{told}</w:tr>"


def t(*rows: str, grid: tuple[int | str, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def sdt(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def span(number: int) -> str:
    return f'<w:gridSpan w:val="{number}"/>'


TOP, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HEAD = r("Date", "Event")


def rows_of(sheet: Sheet) -> list[list[object]]:
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize(
    ("rows", "expected", "merged"),
    [
        ([HEAD, r("1/2/2019", "Seen")], [["Date", "Event"], ["1/2/2019", "Seen"]], ()),
        ([HEAD, r("", ""), r("", "x")], [["Date", "Event"], [], [None, "x"]], ()),
        ([HEAD, r("a", "b"), r("", "")], [["Date", "Event"], ["a", "b"]], ()),
        (
            [r(c("Title", span(2))), HEAD, r("a", "b")],
            [["Title"], ["Date", "Event"], ["a", "b"]],
            ((1, 1, 1, 2),),
        ),
        (
            [r(c("a", TOP), "b"), r(c("", ON), "c"), r(c("", ON), "d"), r("e", "f")],
            [["a", "b"], [None, "c"], [None, "d"], ["e", "f"]],
            ((1, 1, 3, 1),),
        ),
        (
            [r(c("a", TOP), "b"), r(c("", ON), "c"), r(c("d", TOP), "e"), r(c("", ON), "f")],
            [["a", "b"], [None, "c"], ["d", "e"], [None, "f"]],
            ((1, 1, 2, 1), (3, 1, 4, 1)),
        ),
        (
            [r(c("a", TOP + span(2)), "b"), r(c("", ON + span(2)), "c"), r("d", "e", "f")],
            [["a", None, "b"], [None, None, "c"], ["d", "e", "f"]],
            ((1, 1, 2, 2),),
        ),
        ([r(c("a", ON), "b"), r("c", "d")], [["a", "b"], ["c", "d"]], ()),
        (
            [r("a", "b", "c"), r("d", looks='<w:gridBefore w:val="2"/><w:gridAfter w:val="0"/>')],
            [["a", "b", "c"], [None, None, "d"]],
            (),
        ),
        (
            [r(c("a", '<w:hMerge w:val="restart"/>'), c("", "<w:hMerge/>"), "b"), r("c", "d", "e")],
            [["a", None, "b"], ["c", "d", "e"]],
            ((1, 1, 1, 2),),
        ),
        (
            [r(c("a", span(3)), c("b", span(2))), r(c("c", span(3)), "d")],
            [["a", "b"], ["c", "d"]],
            (),
        ),
        ([sdt(HEAD), sdt(sdt(r("a", "b")))], [["Date", "Event"], ["a", "b"]], ()),
        ([HEAD, r(sdt(c("a")), sdt(sdt(c("b"))))], [["Date", "Event"], ["a", "b"]], ()),
        ([HEAD, r(c(sdt(p("a"))), c(sdt(sdt(p("b")))))], [["Date", "Event"], ["a", "b"]], ()),
        ([HEAD, r(c("a") + "<w:bookmarkEnd/>", "b")], [["Date", "Event"], ["a", "b"]], ()),
    ],
)
def test_cells_stand_where_the_agency_sees_them(
    read_word: ReadWord,
    rows: list[str],
    expected: list[list[object]],
    merged: tuple[tuple[int, ...], ...],
) -> None:
    (sheet,) = read_word(t(*rows))
    assert (sheet.name, rows_of(sheet), sheet.merged) == ("table 1", expected, merged)


@pytest.mark.parametrize(
    "grid", [(1500, 200, 5000, 300, 2000), ("2.6cm", "10pt", "3.5in", "5.3mm", "100pt")]
)
def test_borders_that_were_dragged_make_no_columns_of_their_own(
    read_word: ReadWord, grid: tuple[int | str, ...]
) -> None:
    first = r(c("Date", span(2)), c("Event", span(2)), "Action")
    second = r("1/2/2019", c("Seen", span(2)), c("None", span(2)))
    title = r(c("Title", span(5)))
    (sheet,) = read_word(t(title, first, second, grid=grid))
    assert rows_of(sheet) == [["Title"], ["Date", "Event", "Action"], ["1/2/2019", "Seen", "None"]]
    assert sheet.merged == ((1, 1, 1, 3),)


def test_a_cell_that_is_parted_below_its_heading_stays_parted(read_word: ReadWord) -> None:
    heading = r(c("Date and time", span(2)), "Event")
    (sheet,) = read_word(t(heading, r("1/2/2019", "14:30", "Seen"), grid=(500, 500, 5000)))
    assert rows_of(sheet)[1] == ["1/2/2019", "14:30", "Seen"]
    assert sheet.merged == ((1, 1, 1, 2),)


def test_what_stands_in_a_cell_that_is_merged_away_is_kept_as_hidden(read_word: ReadWord) -> None:
    (sheet,) = read_word(t(r(c("a", TOP), "b"), r(c("left over", ON), "c")))
    assert rows_of(sheet) == [["a", "b"], ["left over", "c"]]
    assert sheet.marks == (Mark(MarkKind.HIDDEN, 2, 1, "left over"),)


def test_tables_are_named_in_their_order_with_the_text_above_them(read_word: ReadWord) -> None:
    body = (
        p("Police")
        + p()
        + t(HEAD, r("a", "b"))
        + p("Health")
        + sdt(t(HEAD, r("c", "d")))
        + p("end")
    )
    first, second, text = read_word(body)
    assert (first.name, first.above) == ("table 1", ("Police",))
    assert (second.name, second.above, rows_of(second)[1]) == ("table 2", ("Health",), ["c", "d"])
    assert (text.name, text.prose, text.above) == ("text", True, ())
    assert rows_of(text) == [["Police"], ["Health"], ["end"]]


def test_a_document_without_a_table_is_its_text(read_word: ReadWord) -> None:
    (text,) = read_word(p("one") + p(" ") + p("two"))
    assert (text.prose, rows_of(text)) == (True, [["one"], ["two"]])
    (blank,) = read_word("")
    assert (blank.prose, rows_of(blank)) == (True, [])


def test_a_table_inside_a_cell_is_a_sheet_of_its_own(read_word: ReadWord) -> None:
    deepest = t(r("e", "f"), r("g", "h"))
    inner = t(r("a", "b"), r("c", c(deepest + p("i"))))
    sheets = read_word(t(HEAD, r("x", c(p("before") + inner + p("after")))))
    assert [one.name for one in sheets] == ["table 1", "table 1.1", "table 1.1.1"]
    assert rows_of(sheets[0])[1] == ["x", "before\n[table 1.1]\nafter"]
    assert rows_of(sheets[1])[1] == ["c", "[table 1.1.1]\ni"]
    assert rows_of(sheets[2]) == [["e", "f"], ["g", "h"]]


def test_a_table_behind_withdrawn_words_is_of_them(read_word: ReadWord) -> None:
    struck = p("gone", "<w:rPr><w:strike/></w:rPr>")
    inner = t(r("a", "b"), r("c", "d"))
    sheet = read_word(t(HEAD, r("x", c(struck + inner + p()))))[0]
    assert sheet.marks == (Mark(MarkKind.WITHDRAWN, 2, 2, "gone\n[table 1.1]"),)


@pytest.mark.parametrize("inner", [t(r("a", "b")), t(r("a"), r("b"))])
def test_a_frame_inside_a_cell_stays_in_its_text(read_word: ReadWord, inner: str) -> None:
    (sheet,) = read_word(t(HEAD, r("x", c(p("before") + inner + p()))))
    assert rows_of(sheet)[1] == ["x", "before\na\nb"]


def test_a_document_that_stands_in_a_frame(read_word: ReadWord) -> None:
    inside = p("Police") + t(HEAD, r("a", "b")) + p("end")
    table, text = read_word(t(r(c(inside))) + t(HEAD, r("c", "d")))[:2]
    assert (table.name, table.above, rows_of(table)[1]) == ("table 1.1", ("Police",), ["a", "b"])
    assert text.name == "table 2"
    table, text = read_word(t(r(c(p("logo")), c(inside))))
    assert (table.name, table.above) == ("table 1.1", ("logo", "Police"))
    assert rows_of(text) == [["logo"], ["Police"], ["end"]]


def test_fills_of_cells_and_of_whole_rows(read_word: ReadWord) -> None:
    def fill(colour: str, kind: str = "clear") -> str:
        return f'<w:shd w:val="{kind}" w:color="00ff00" w:fill="{colour}"/>'

    rows = (
        r(c("a", fill("FFC000")), c("b", fill("ffc000"))),
        r(c("c", fill("FF0000")), c("d", fill("auto"))),
        r(c("e", fill("FFFFFF")), c("f", fill("auto", "solid"))),
    )
    (sheet,) = read_word(t(*rows))
    assert sheet.marks == (
        Mark(MarkKind.FILL, 1, 0, "FFC000"),
        Mark(MarkKind.FILL, 2, 1, "FF0000"),
        Mark(MarkKind.FILL, 3, 2, "00FF00"),
    )


def test_rows_deleted_or_hidden(read_word: ReadWord) -> None:
    rows = (
        HEAD,
        r("a", "b", looks='<w:del w:id="1" w:author="J Hale"/>'),
        r("c", "d", looks="<w:hidden/>"),
        r("e", c("f", '<w:cellDel w:id="2"/>'), looks='<w:ins w:id="3"/>'),
    )
    (sheet,) = read_word(t(*rows))
    assert rows_of(sheet)[1:] == [["a", "b"], ["c", "d"], ["e", "f"]]
    assert sheet.marks == (
        Mark(MarkKind.WITHDRAWN, 2, 1, "a"),
        Mark(MarkKind.WITHDRAWN, 2, 2, "b"),
        Mark(MarkKind.HIDDEN, 3),
        Mark(MarkKind.WITHDRAWN, 4, 2, "f"),
    )


def test_a_table_in_a_deleted_row_is_deleted_too(read_word: ReadWord) -> None:
    inner = t(r("a", "b"), r("c", "d"))
    gone = r("x", c(inner + p()), looks="<w:del/>")
    for body in (t(HEAD, gone), t(r(c(inner), looks="<w:del/>"))):
        sheet = next(one for one in read_word(body) if one.name == "table 1.1")
        told = [(one.kind, one.row, one.column, one.text) for one in sheet.marks]
        assert told == [
            (MarkKind.WITHDRAWN, row, column, text)
            for row, column, text in ((1, 1, "a"), (1, 2, "b"), (2, 1, "c"), (2, 2, "d"))
        ]


def save(document: Document) -> bytes:
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def test_a_document_as_programs_write_it() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Eastvale Constabulary"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("Chronology", 1)
    table = document.add_table(3, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    document.add_paragraph("Third", style="List Bullet")
    sheet, text = read_document(save(document), "return.docx")
    assert rows_of(sheet) == [["0", "1\n2"], ["3\n6", "4", "5"], [None, "7", "8"]]
    assert set(sheet.merged) == {(1, 2, 1, 3), (2, 1, 3, 1)}
    assert sheet.above == ("Eastvale Constabulary", "Chronology")
    assert rows_of(text) == [
        ["Chronology"],
        ["1. First"],
        ["2. Second"],
        ["\u2022 Third"],
        [],
        ["Eastvale Constabulary"],
        ["Page 1"],
    ]

"""Workbooks in one XML file, as Excel 2003 and old case systems write them."""

from datetime import date, datetime, time

import pytest

from chronolator.errors import ReaderError
from chronolator.model import MarkKind, Sheet
from chronolator.readers.open import read_bytes

CAFE = "caf\u00e9"
HEAD = """<?xml version="1.0"{encoding}?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles>
<Style ss:ID="Default"><Interior/></Style>
<Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="month" ss:Parent="red"><NumberFormat ss:Format="mmm\\-yy"/></Style>
<Style ss:ID="red"><Interior ss:Color="#FF0000" ss:Pattern="Solid"/></Style>
<Style ss:ID="gone"><Font ss:StrikeThrough="1"/></Style>
</Styles>
"""


def read(body: str, encoding: str = "") -> list[Sheet]:
    said = f' encoding="{encoding}"' if encoding else ""
    text = HEAD.format(encoding=said) + body + "</Workbook>"
    return read_bytes(text.encode(encoding or "utf-8"), "return.xls")


def sheet(rows: str, more: str = "") -> Sheet:
    body = f'<Worksheet ss:Name="2019"><Table>{rows}</Table>{more}</Worksheet>'
    return read(body)[0]


def text(words: str) -> str:
    return f'<Data ss:Type="String">{words}</Data>'


def marks_of(one: Sheet) -> list[tuple[MarkKind, int, int, str]]:
    return [(mark.kind, mark.row, mark.column, mark.text) for mark in one.marks]


def test_values_of_every_type_in_their_places() -> None:
    one = sheet(
        f"<Row><Cell>{text('Date')}</Cell><Cell>{text('Event')}</Cell></Row>"
        '<Row ss:Index="4"><Cell ss:StyleID="day"><Data ss:Type="DateTime">2019-03-12T00:00:00.000'
        f'</Data></Cell><Cell ss:Index="3">{text("Seen&#10;at home &amp; well")}</Cell></Row>'
        '<Row><Cell><Data ss:Type="DateTime">2019-03-12T14:30:00.000</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">1899-12-31T14:30:00.000</Data></Cell>'
        '<Cell><Data ss:Type="Number">12</Data></Cell>'
        '<Cell><Data ss:Type="Number">1.5</Data></Cell>'
        '<Cell><Data ss:Type="Boolean">1</Data></Cell></Row>'
    )
    assert (one.file, one.name) == ("return.xls", "2019")
    assert one.rows == [
        ["Date", "Event"],
        [],
        [],
        [date(2019, 3, 12), None, "Seen\nat home & well"],
        [datetime(2019, 3, 12, 14, 30), time(14, 30), 12, 1.5, True],
    ]
    assert one.marks == ()


def test_every_sheet_and_hidden_ones_marked() -> None:
    hidden = (
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">'
        "<Visible>SheetHidden</Visible></WorksheetOptions>"
    )
    first, second, third = read(
        f'<Worksheet ss:Name="2018"><Table><Row><Cell>{text("a")}</Cell></Row></Table></Worksheet>'
        f'<Worksheet ss:Name="2019"><Table><Row><Cell>{text("b")}</Cell></Row></Table>{hidden}'
        '</Worksheet><Worksheet ss:Name="empty"/>'
    )
    assert [one.name for one in (first, second, third)] == ["2018", "2019", "empty"]
    assert (first.rows, second.rows, third.rows) == ([["a"]], [["b"]], [])
    assert (marks_of(first), marks_of(second)) == ([], [(MarkKind.HIDDEN, 0, 0, "")])


def test_merged_cells() -> None:
    one = sheet(
        f'<Row><Cell ss:MergeAcross="1" ss:MergeDown="1">{text("a")}</Cell>'
        f"<Cell>{text('b')}</Cell></Row>"
        f'<Row><Cell ss:Index="3">{text("c")}</Cell></Row>'
    )
    assert one.rows == [["a", None, "b"], [None, None, "c"]]
    assert one.merged == ((1, 1, 2, 2),)


def test_what_is_marked() -> None:
    rich = '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">Seen <S>not</S> well'
    one = sheet(
        '<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>'
        f'<Row ss:Hidden="1"><Cell>{text("a")}</Cell><Cell>{text("b")}</Cell></Row>'
        '<Row><Cell ss:StyleID="month"><Data ss:Type="DateTime">2019-03-01T00:00:00.000</Data>'
        f'</Cell><Cell ss:StyleID="gone">{text("left")}</Cell></Row>'
        f"<Row><Cell>{rich}</ss:Data></Cell></Row>"
        f'<Row><Cell>{text("c")}<Comment ss:Author="J Hale"><ss:Data>Check</ss:Data></Comment>'
        '</Cell></Row><Row><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>'
        '<Row><Cell ss:Formula="=R1C1"/></Row>'
        f'<Row><Cell ss:HRef="https://a.uk/1">{text("the report")}</Cell></Row>'
    )
    assert one.rows[2] == ["Seen not well"]
    assert sorted(marks_of(one), key=str) == sorted(
        [
            (MarkKind.HIDDEN, 0, 2, ""),
            (MarkKind.HIDDEN, 1, 0, ""),
            (MarkKind.SHOWN, 2, 1, "March 2019"),
            (MarkKind.FILL, 2, 1, "FF0000"),
            (MarkKind.WITHDRAWN, 2, 2, "left"),
            (MarkKind.WITHDRAWN, 3, 1, "not"),
            (MarkKind.COMMENT, 4, 1, "J Hale: Check"),
            (MarkKind.ERROR, 5, 1, "#REF!"),
            (MarkKind.NO_RESULT, 6, 1, "=R1C1"),
            (MarkKind.LINK, 7, 1, "https://a.uk/1"),
        ],
        key=str,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_any_encoding(encoding: str) -> None:
    cell = f"<Cell>{text(CAFE)}</Cell>"
    body = f'<Worksheet ss:Name="a"><Table><Row>{cell}</Row></Table></Worksheet>'
    assert read(body, encoding)[0].rows == [[CAFE]]


@pytest.mark.parametrize(
    "body",
    [
        "<Worksheet><Table><Row>",
        '<Worksheet ss:Name="a"><Table><Row ss:Index="99999999"/></Table></Worksheet>',
        '<Worksheet ss:Name="a"><Table><Row><Cell ss:Index="99999"/></Row></Table></Worksheet>',
        '<Worksheet ss:Name="a"><Row><Cell><Data ss:Type="Number">x</Data></Cell></Row>',
    ],
)
def test_a_damaged_one_is_named(body: str) -> None:
    with pytest.raises(ReaderError, match=r"return.xls: a damaged workbook in XML"):
        read(body)


def test_entities_are_refused() -> None:
    data = HEAD.format(encoding="").replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook')
    with pytest.raises(ReaderError, match="damaged"):
        read_bytes(f"{data}</Workbook>".encode(), "x")

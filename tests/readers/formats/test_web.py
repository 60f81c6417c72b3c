"""Tables saved as web pages, as Excel, case systems and browsers write them."""

import re
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.errors import ReaderError
from chronolator.model import Mark, MarkKind, Sheet
from chronolator.readers.open import read_bytes


def read(page: str | bytes) -> list[Sheet]:
    return read_bytes(page.encode() if isinstance(page, str) else page, "return.xls")


def rows_of(sheet: Sheet) -> list[list[Any]]:
    return [list(row) for row in sheet.rows]


def marks_of(sheet: Sheet, kind: MarkKind) -> list[tuple[int, int, str]]:
    return [(mark.row, mark.column, mark.text) for mark in sheet.marks if mark.kind is kind]


def cell(inside: str, attributes: str = "") -> Sheet:
    """A table whose second row holds the cell."""
    return read(f"<table><tr><th>Date<th>Event<tr><td>1<td {attributes}>{inside}</table>")[0]


PAGE = """<!DOCTYPE html><html><head><title>Report</title><style>td {padding: 1px}</style></head>
<body><h1>Eastvale Police</h1><p>Chronology of <b>contacts</b></p>
<table><thead><tr><th>Date</th><th>Event</th></tr></thead>
<tbody><tr><td>12/03/2019</td><td>Seen at home</td></tr></tbody></table>
<p>Prepared by PC Hale</p>
<table><tr><td>DV</td><td>Domestic violence</td></tr><tr><td>SW</td><td>Social worker</td></tr>
</table></body></html>"""


def test_every_table_is_a_sheet_and_the_text_outside_is_one_too() -> None:
    first, second, text = read(PAGE)
    assert (first.file, first.name) == ("return.xls", "table 1")
    assert rows_of(first) == [["Date", "Event"], ["12/03/2019", "Seen at home"]]
    assert first.above == ("Eastvale Police", "Chronology of contacts")
    assert (second.name, second.above) == ("table 2", ("Prepared by PC Hale",))
    assert rows_of(second) == [["DV", "Domestic violence"], ["SW", "Social worker"]]
    assert (text.name, text.prose) == ("text", True)
    assert rows_of(text) == [
        ["Eastvale Police"],
        ["Chronology of contacts"],
        ["Prepared by PC Hale"],
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("Seen<br>at home", "Seen\nat home"),
        ("<p>Seen</p><p>at home</p>", "Seen\nat home"),
        ("<p>Seen<p>at home", "Seen\nat home"),
        ("Seen<div>at home</div>later", "Seen\nat home\nlater"),
        ("<ul><li>Seen<li>Weighed</ul>", "Seen\nWeighed"),
        ("<p>&nbsp;</p><p>Seen</p>", "Seen"),
        ("Seen  \n   at\thome", "Seen at home"),
        ("<pre>Seen\n  at home</pre>", "Seen\n  at home"),
        (
            "R&amp;R &pound;20 &lt;5 &#8217;s &copy &nbsp;x",
            "R&R \u00a320 <5 \u2019s \u00a9 \u00a0x",
        ),
        ("AT&T 3<4 and 5 > 4", "AT&T 3<4 and 5 > 4"),
        ("<b>Mo</b>ther <i>seen</b> well</i>", "Mother seen well"),
        ("<!-- a note -->Seen<script>var a = '<td>';</script>", "Seen"),
        ("<![if !supportLists]>1. <![endif]>Seen", "1. Seen"),
        ("<![unknown words]>Seen", "Seen"),
        ("<o:p>Seen</o:p><st1:date>today</st1:date>", "Seentoday"),
        ('<img src="a.gif" alt="Red"> Seen', "[Red] Seen"),
        ('<input type="text" value="Seen"> <textarea>at home</textarea>', "Seen at home"),
        ('<input type="checkbox" checked>Yes <input type="checkbox">No', "\u2612 Yes \u2610 No"),
        ("<select><option>No<option selected>Yes</select>", "Yes"),
        ("<xml><Author>J Hale</Author></xml>Seen", "Seen"),
    ],
)
def test_the_words_of_a_cell(inside: str, text: str) -> None:
    assert cell(inside).rows[1][1] == text


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>a<td>b<tr><td>c<td>d",
        "<table><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td>a</td></td><td>b</td></tr></tr><tr><td>c</td><td>d</td></tr></table></table>",
        "<table><tr><td>a</p></div><td>b<tr><td><font>c<td>d</table>",
        "<TABLE><TR><TD>a</TD><TD>b</TD></TR><TBODY><TR><TD>c</TD><TD>d</TD></TR></TBODY></TABLE>",
        "<html><style>td {color: red}<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<html><title>Report<body><table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<html><head><script>if (a<b) {<body><table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table><![",
    ],
)
def test_a_badly_written_page_loses_nothing(page: str) -> None:
    assert rows_of(read(page)[0]) == [["a", "b"], ["c", "d"]]


def test_words_in_a_table_outside_its_cells_stand_above_it() -> None:
    table, text = read("<table>Police<caption>2019</caption><tr>lost<td>a<td>b<tr><td>c</table>")
    assert rows_of(table) == [["a", "b"], ["c"]]
    assert table.above == ("Police", "2019", "lost")
    assert rows_of(text) == [["Police"], ["2019"], ["lost"]]


def test_merged_cells() -> None:
    (sheet,) = read(
        "<table><tr><th>Date<th colspan=2>Event<th>Source"
        "<tr><td rowspan=2>1<td>a<td>b<td rowspan=9>c"
        "<tr><td>d<td>e"
        "<tr><td colspan=3 style='mso-ignore:colspan'>long<td>f</table>"
    )
    assert rows_of(sheet) == [
        ["Date", "Event", None, "Source"],
        ["1", "a", "b", "c"],
        [None, "d", "e"],
        ["long", None, None, None, "f"],
    ]
    assert sheet.merged == ((1, 2, 1, 3), (2, 1, 3, 1), (2, 4, 4, 4))


def test_a_table_in_a_cell_is_a_sheet_and_a_frame_is_none() -> None:
    inner = "<table><tr><td>x<td>y<tr><td>1<td>2</table>"
    small = "<table><tr><td>one<td>two</table>"
    outer, inside = read(f"<table><tr><td>a<td>b<tr><td>see {inner} then {small}<td>d</table>")
    assert rows_of(outer) == [["a", "b"], ["see\n[table 1.1]\nthen\none two", "d"]]
    assert (inside.name, rows_of(inside)) == ("table 1.1", [["x", "y"], ["1", "2"]])
    table, text = read(f"<table><tr><td>Police<td>{inner}</table>")
    assert (table.name, rows_of(table), table.above) == ("table 1.1", rows_of(inside), ("Police",))
    assert rows_of(text) == [["Police"]]


@pytest.mark.parametrize(
    "row",
    ["<tr style='display:none'>", "<tr hidden>", "<tr class=away>", "<tbody class=away><tr>"],
)
def test_a_hidden_row_is_read_and_marked(row: str) -> None:
    style = (
        "<style>.away {display: none} @media print {.x {color: red} .seen {display: none}}</style>"
    )
    page = (
        f"<html>{style}<table><tr><th>Date<th>Event<tr class=seen><td>1<td>a{row}<td>2<td>b</table>"
    )
    (sheet,) = read(page)
    assert rows_of(sheet)[2] == ["2", "b"]
    assert marks_of(sheet, MarkKind.HIDDEN) == [(3, 0, "")]


def test_hidden_columns_cells_and_tables_are_marked() -> None:
    (sheet,) = read(
        "<table><col><col span=2 style='display:none'><tr><td>a<td>b<td>c<td>d<tr><td>e</table>"
    )
    assert marks_of(sheet, MarkKind.HIDDEN) == [(0, 2, ""), (0, 3, "")]
    (sheet,) = read("<div hidden><table><tr><td>a<td>b<tr><td>e</table></div>")
    assert marks_of(sheet, MarkKind.HIDDEN) == [(0, 0, "")]
    sheet = cell("Seen <span style='display: none'>not</span> well")
    assert sheet.rows[1][1] == "Seen not well"
    assert marks_of(sheet, MarkKind.HIDDEN) == [(2, 2, "not")]


@pytest.mark.parametrize(
    "inside",
    [
        "Seen <s>at home</s> today",
        "Seen <strike>at home</strike> today",
        "Seen <del>at <b>home</b></del> today",
        "Seen <span style='text-decoration:line-through'>at home</span> today",
    ],
)
def test_words_struck_out_are_kept_and_marked(inside: str) -> None:
    sheet = cell(inside)
    assert sheet.rows[1][1] == "Seen at home today"
    assert marks_of(sheet, MarkKind.WITHDRAWN) == [(2, 2, "at home")]


def test_a_row_struck_out_whole() -> None:
    page = "<table><tr><td>a<td>b<tr style='text-decoration: line-through'><td>c<td>d</table>"
    assert marks_of(read(page)[0], MarkKind.WITHDRAWN) == [(2, 1, "c"), (2, 2, "d")]


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ("bgcolor=#ffc000", "FFC000"),
        ("bgcolor=red", "FF0000"),
        ("style='background:#FC0'", "FFCC00"),
        ("style='background-color: rgb(255, 192, 0)'", "FFC000"),
        ("style='background:yellow;mso-pattern:black none'", "FFFF00"),
        ("bgcolor=white", ""),
        ("style='background:url(a.gif)'", ""),
    ],
)
def test_fills_are_marked(attributes: str, colour: str) -> None:
    told = marks_of(cell("Seen", attributes), MarkKind.FILL)
    assert told == ([(2, 2, colour)] if colour else [])


def test_links_are_marked_where_they_say_more_than_the_words() -> None:
    sheet = cell("<a href='https://a.uk/1'>the report</a> <a href='mailto:a@b.uk'>a@b.uk</a>")
    assert marks_of(sheet, MarkKind.LINK) == [(2, 2, "https://a.uk/1")]


EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><style><!--
.xl65 {{mso-number-format:"Short Date";}}
.xl66 {{mso-number-format:"mmm\\-yy"; background:#FFC000;}}
.xl67 {{mso-number-format:"h\\:mm"}}
.xl68 {{mso-number-format:"\\@"}}
.xl69 {{mso-number-format:"0000"}}
--></style>
<!--[if gte mso 9]><xml><x:ExcelWorkbook>{more}</x:ExcelWorkbook></xml><![endif]--></head>
<body><table><tr><td>Date</td><td>Event</td></tr>
<tr><td class=xl65 x:num="43536">3/12/2019</td><td>Seen \u2013 \u00a320</td></tr>
<tr><td class=xl66 x:num="43525">Mar-19</td><td x:num>12</td></tr>
<tr><td class=xl67 x:num="0.604166666666667">14:30</td><td class=xl68>0012</td></tr>
<tr><td class=xl65 x:num="43536.604166666664">12/03/2019</td>
<td class=xl69 x:num="12">0012</td></tr>
<tr><td x:err="#REF!">#REF!</td><td x:str="a">a</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td></td></tr><![endif]>
</table></body></html>"""


def test_the_values_behind_what_excel_shows() -> None:
    (sheet,) = read(EXCEL.format(more="").encode("cp1252"))
    assert rows_of(sheet)[1:] == [
        [date(2019, 3, 12), "Seen \u2013 \u00a320"],
        [date(2019, 3, 1), 12],
        [time(14, 30), "0012"],
        [datetime(2019, 3, 12, 14, 30), 12],
        ["#REF!", "a"],
    ]
    assert marks_of(sheet, MarkKind.SHOWN) == [(3, 1, "March 2019"), (5, 2, "0012")]
    assert marks_of(sheet, MarkKind.ERROR) == [(6, 1, "#REF!")]
    assert marks_of(sheet, MarkKind.FILL) == [(3, 1, "FFC000")]
    assert Mark(MarkKind.HIDDEN, 7) not in sheet.marks


def test_the_values_behind_what_libreoffice_shows() -> None:
    sheet = cell("03/14/19", 'sdval="43538" sdnum="1033;0;MM/DD/YY"')
    assert sheet.rows[1][1] == date(2019, 3, 14)
    assert cell("12.50", 'sdval="12.5" sdnum="2057;"').rows[1][1] == 12.5


def test_days_counted_from_1904() -> None:
    (sheet,) = read(EXCEL.format(more="<x:Date1904/>").encode("cp1252"))
    assert sheet.rows[1][0] == date(2023, 3, 13)


def test_one_sheet_has_the_name_that_excel_gave_it() -> None:
    name = "<x:ExcelWorksheets><x:ExcelWorksheet><x:Name>2019</x:Name></x:ExcelWorksheet>"
    (sheet,) = read(EXCEL.format(more=name).encode("cp1252"))
    assert sheet.name == "2019"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "iso-8859-1"),
        ("utf-16", "unicode"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("mac_roman", "macintosh"),
        ("cp1252", "utf-8"),
        ("cp1252", "no such"),
        ("iso8859_14", "iso-8859-14"),
        ("utf-8", "utf-16"),
    ],
)
def test_the_encoding_of_a_page(encoding: str, said: str) -> None:
    text = "Caf\u00e9 \u00a320"
    page = f'<html><meta charset="{said}"><table><tr><td>{text}<td>b<tr><td>c</table>'
    assert read(page.encode(encoding))[0].rows[0][0] == text


SINGLE_FILE = """MIME-Version: 1.0
X-Document-Type: Workbook
Content-Type: multipart/related; boundary="----=_Part"

------=_Part
Content-Location: file:///C:/x/return.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="us-ascii"

<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>
<x:ExcelWorksheet><x:Name>2018</x:Name><x:WorksheetSource HRef=3D"return_files/sheet001.htm"/>
</x:ExcelWorksheet><x:ExcelWorksheet><x:Name>2019</x:Name>
<x:WorksheetSource HRef=3D"return_files/sheet002.htm"/></x:ExcelWorksheet></xml><![endif]-->
<frameset><frame src=3D"return_files/sheet001.htm"></frameset></html>

------=_Part
Content-Location: file:///C:/x/return_files/sheet001.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="windows-1252"

<table><tr><td>Date<td>Event<tr><td>1<td>Caf=E9</table>

------=_Part
Content-Location: file:///C:/x/return_files/sheet002.htm
Content-Transfer-Encoding: base64
Content-Type: text/html; charset="utf-8"

PHRhYmxlPjx0cj48dGQ+RGF0ZTx0ZD5FdmVudDx0cj48dGQ+Mjx0ZD5PdXQ8L3RhYmxlPg==

------=_Part--
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_page_in_a_single_file(ends: str) -> None:
    first, second = read(SINGLE_FILE.replace("\n", ends))
    assert (first.name, rows_of(first)) == ("2018", [["Date", "Event"], ["1", "Caf\u00e9"]])
    assert (second.name, rows_of(second)) == ("2019", [["Date", "Event"], ["2", "Out"]])


def test_an_email_is_no_page() -> None:
    with pytest.raises(ReaderError, match="a saved e-mail"):
        read(f"Message-ID: <1>\nFrom: a@b.uk\n{SINGLE_FILE}")


def test_a_page_whose_tables_stand_elsewhere_is_named() -> None:
    with pytest.raises(ReaderError, match=r"return.xls: a web page whose tables stand in other"):
        read('<html><frameset><frame src="sheet001.htm"></frameset></html>')


def test_tables_too_deep_in_each_other_are_named() -> None:
    with pytest.raises(ReaderError, match="too deep"):
        read("<table><tr><td>" * 3000)


@given(
    st.lists(
        st.sampled_from(
            ["<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<p>", "<b>", "</b>", "<br>"]
            + ["<th rowspan=2>", "<td colspan=3>", "<s>", "<div hidden>", "</div>", "<![if x]>"]
            + [f"word{number} " for number in range(8)]
        ),
        max_size=40,
    )
)
def test_no_word_is_lost_or_told_twice_however_tags_are_nested(pieces: list[str]) -> None:
    page = "<html>" + "".join(pieces)
    told = " ".join(str(value) for sheet in read(page) for row in sheet.rows for value in row)
    wanted = re.findall(r"word\d", "".join(pieces))
    assert sorted(re.findall(r"word\d", told)) == sorted(wanted)

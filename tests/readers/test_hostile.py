"""Files made to do harm: each is read or named, and gives nothing but its cells."""

import re
import zipfile
from pathlib import Path

import pytest

from chronolator import workers
from chronolator.errors import ReaderError
from chronolator.model import Sheet
from chronolator.workers import Limits

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
SEEN = "Child seen at home"
OUTSIDE = "a word of another file"
LAUGHS = '<!ENTITY a0 "lol">' + "".join(
    f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10)
)


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADINGS = f'<row r="1">{cell("A1", "Date")}{cell("B1", "Event")}</row>'
ROW = f'<row r="2">{cell("A2", "12/03/2019")}{cell("B2", SEEN)}</row>'


def relate(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/{kind}" '
        f'Target="{target}"/></Relationships>'
    )


def make_xlsx(path: Path, rows: str, size: str = "A1:B2", before: str = "", **more: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" '
            'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
            f'ContentType="{EXCEL}.sheet.main+xml"/></Types>',
            "_rels/.rels": relate("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relate("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{MAIN}">'
            f'<dimension ref="{size}"/><sheetData>{rows}</sheetData></worksheet>',
            **more,
        }.items():
            archive.writestr(name, text)


def make_ods(path: Path, rows: str, before: str = "") -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{ODF}:manifest:1.0"><m:file-entry m:full-path="/" '
            f'm:media-type="{ODS}"/></m:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'{before}<office:document-content xmlns:office="{ODF}:office:1.0" '
            f'xmlns:table="{ODF}:table:1.0" xmlns:text="{ODF}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="Events">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )


def row_of(*texts: str) -> str:
    told = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{told}</table:table-row>"


def repeat(columns: int, rows: int, inside: str = "") -> str:
    kind = ' office:value-type="string"' if inside else ""
    return (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell{kind} '
        f'table:number-columns-repeated="{columns}">{inside}</table:table-cell></table:table-row>'
    )


def read(path: Path) -> str:
    """All that is read of it, as one text; "" where it is named as not read. In a process that may
    die, as every return is read.
    """
    try:
        opened = workers.call(
            path.name,
            "chronolator.readers.open:open_file",
            str(path),
            path.name,
            limits=Limits(20, 600),
        )
    except ReaderError:
        return ""
    sheets: tuple[Sheet, ...] = opened.sheets
    return "\n".join(str(value) for one in sheets for row in one.rows for value in row if value)


XLSX = {
    "a size that is told too large": {"size": "A1:XFD1048576"},
    "a size that is told too small": {"size": "A1"},
    "a member outside the package": {"../../../outside.txt": "x", "/etc/outside.txt": "x"},
    "a link to another workbook": {
        "xl/externalLinks/_rels/externalLink1.xml.rels": relate("externalLinkPath", "http://a.uk")
    },
}


@pytest.mark.parametrize("name", XLSX)
def test_a_table_is_read_in_spite_of_it(name: str, tmp_path: Path) -> None:
    make_xlsx(tmp_path / "return.xlsx", HEADINGS + ROW, **XLSX[name])
    assert SEEN in read(tmp_path / "return.xlsx")
    assert [one.name for one in tmp_path.iterdir()] == ["return.xlsx"]


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "XFD3"])
def test_a_cell_far_out_costs_no_memory(place: str, tmp_path: Path) -> None:
    number = re.sub("[A-Z]", "", place)
    far = f'<row r="{number}">{cell(place, "far")}</row>'
    make_xlsx(tmp_path / "return.xlsx", HEADINGS + ROW + far)
    told = read(tmp_path / "return.xlsx")
    assert told == "" or (SEEN in told and "far" in told)


@pytest.mark.parametrize(
    ("entities", "used"),
    [
        (LAUGHS, "&a9;"),
        (f'<!ENTITY b "{"A" * 100_000}">', "&b;" * 20_000),
        ('<!ENTITY x SYSTEM "file://{outside}">', "&x;"),
        ('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', "&x;"),
    ],
    ids=["laughs", "blow-up", "another file", "an address"],
)
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_no_entity_is_followed(form: str, entities: str, used: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(OUTSIDE, encoding="utf-8")
    before = f"<!DOCTYPE x [{entities.replace('{outside}', outside.as_posix())}]>"
    path = tmp_path / f"return.{form}"
    if form == "xlsx":
        row = f'<row r="2">{cell("A2", "12/03/2019")}{cell("B2", used)}</row>'
        make_xlsx(path, HEADINGS + row, before=before)
    else:
        make_ods(path, row_of("Date", "Event") + row_of("12/03/2019", used), before)
    told = read(path)
    assert OUTSIDE not in told
    assert len(told) < 1_000_000


@pytest.mark.parametrize(("columns", "rows"), [(16_384, 1_048_575), (2 * 10**9, 2 * 10**9)])
def test_cells_repeated_without_end_are_named(columns: int, rows: int, tmp_path: Path) -> None:
    make_ods(
        tmp_path / "return.ods",
        row_of("Date", "Event") + repeat(columns, rows, "<text:p>x</text:p>"),
    )
    assert read(tmp_path / "return.ods") == ""


def test_empty_cells_repeated_to_the_end_of_the_sheet_cost_nothing(tmp_path: Path) -> None:
    rows = row_of("Date", "Event") + row_of("12/03/2019", SEEN) + repeat(16_384, 1_048_574)
    make_ods(tmp_path / "return.ods", rows)
    assert SEEN in read(tmp_path / "return.ods")

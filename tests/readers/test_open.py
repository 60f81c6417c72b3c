import struct
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from chronolator.errors import ReaderError
from chronolator.readers.formats.delimited import find_manner, read_delimited
from chronolator.readers.formats.encodings import decode
from chronolator.readers.open import open_file, read_bytes
from chronolator.readers.package import is_ours, read_names

ROWS = [["Date", "Event"], ["12/03/2019", "Mother said \u201che\u2019s fine\u201d, \u00a320 owed"]]
TEXT = 'Date,Event\r\n12/03/2019,"Mother said \u201che\u2019s fine\u201d, \u00a320 owed"\r\n'


def rows_of(path: Path) -> list[list[object]]:
    (sheet,) = open_file(str(path), path.name).sheets
    return [list(row) for row in sheet.rows]


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.encode("mac_roman"),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.replace("\r\n", "\n").encode(),
        b"sep=,\r\n" + TEXT.encode("cp1252"),
        "\n".join("\t".join(row) for row in ROWS).encode(),
        "\n".join(";".join(row) for row in ROWS).encode(),
        "\n".join("|".join(row) for row in ROWS).encode(),
    ],
)
def test_delimited_files_of_every_kind(tmp_path: Path, data: bytes) -> None:
    assert rows_of(write(tmp_path, "return.csv", data)) == ROWS


@pytest.mark.parametrize("name", ["return.xlsx", "return.xls", "return"])
def test_what_a_file_is_decides_and_not_its_name(tmp_path: Path, name: str) -> None:
    assert rows_of(write(tmp_path, name, TEXT.encode())) == ROWS


def test_an_unclosed_quotation_mark_swallows_no_row(tmp_path: Path) -> None:
    data = b'Date,Event\n12/03/2019,"Seen\n13/03/2019,Not seen\n14/03/2019,"a\nb"\n'
    rows = rows_of(write(tmp_path, "return.csv", data))
    told = " ".join(str(cell) for row in rows for cell in row)
    for words in ("Seen", "Not seen", "13/03/2019", "14/03/2019"):
        assert words in told
    assert len(rows) >= 4


def test_records_are_numbered_with_blank_ones(tmp_path: Path) -> None:
    rows = rows_of(write(tmp_path, "return.csv", b"Date,Event\n\n,,\n1/2/2019,a,b,,\n"))
    assert rows == [["Date", "Event"], [], [], ["1/2/2019", "a", "b"]]


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_is_decoded_without_loss(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    plain = text.encode("utf-8-sig")
    assert decode(plain, "x") == text.replace("\r\n", "\n").replace("\r", "\n")
    assert find_manner([text]).width >= 1


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        (sheet,) = read_delimited(data, "x.csv")
    except ReaderError as error:
        told = str(error)
    else:
        told = f"{sheet.file}: read"
    assert told.startswith("x.csv: ")


def make_xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Chronology"
    sheet["B3"] = "Date"
    sheet["C3"] = "Event"
    sheet["B4"] = datetime(2019, 3, 12, 14, 30)
    sheet["C4"] = "seen"
    sheet["D4"] = 3
    sheet.merge_cells("B1:D1")
    book.create_sheet("Empty")
    book.save(path)


def test_rows_keep_the_numbers_that_the_agency_sees(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    make_xlsx(path)
    first, second = open_file(str(path), "label").sheets
    assert (first.file, first.name, second.rows) == ("label", "Chronology", [])
    assert first.rows == [
        [],
        [],
        [None, "Date", "Event"],
        [None, datetime(2019, 3, 12, 14, 30), "seen", 3],
    ]
    assert first.merged == ((1, 2, 1, 4),)


def test_old_workbooks(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("2019")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    sheet.write(1, 0, "Date")
    sheet.write(2, 0, date(2019, 3, 12), day)
    book.save(str(tmp_path / "return.xls"))
    assert rows_of(tmp_path / "return.xls") == [[], ["Date"], [date(2019, 3, 12)]]


def test_open_document_sheets(tmp_path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Chronology")
    for texts in ROWS:
        row = TableRow()
        for text in texts:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    book.save(str(tmp_path / "return.ods"))
    assert rows_of(tmp_path / "return.ods") == ROWS


def make_zip(**members: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "/"), data)
    return packed.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def make_compound(*names: str) -> bytes:
    """A compound file, the form of old Office files, with empty streams of these names."""
    entries = [("Root Entry", 5, 1 if names else FREE), *((name, 2, FREE) for name in names)]
    directory = b""
    for place, (name, kind, child) in enumerate(entries):
        wide = name.encode("utf-16-le")
        right = place + 1 if 0 < place < len(names) else FREE
        directory += wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide) + 2, kind, 1)
        directory += struct.pack("<III", FREE, right, child) + bytes(36)
        directory += struct.pack("<IQ", END, 0)
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")
    fat = [FAT, *range(2, len(directory) // 512 + 1), END]
    head = OLE + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", 0, *[FREE] * 108)
    return head + struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff") + directory


def make_zip_of(*names: str, locked: bool = False, texts: dict[str, bytes] | None = None) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, (texts or {}).get(name, b"x"))
    data = packed.getvalue()
    return (
        data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
        if locked
        else data
    )


MANIFEST = "META-INF/manifest.xml"
ODT = b"application/vnd.oasis.opendocument.text"
MAIL = "Received: from here\r\nFrom: a@b.uk\r\nSubject: Chronology\r\n\r\nDate,Event\r\n"
FLAT_SHEET = b'<?xml version="1.0"?><office:document><office:meta><meta:x/></office:meta>'
WORD_XML = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'


@pytest.mark.parametrize(
    ("data", "message", "remedy"),
    [
        (b"", "the file is empty", "Ask the agency"),
        (b"   \n", "the file is empty", "Ask the agency"),
        (b"%PDF-1.7", "a PDF", "that it was made from"),
        (b"\n\n%PDF-1.4", "a PDF", "that it was made from"),
        (b"{\\rtf1", "rich text", "save it as a Word document"),
        (b"\x89PNG\r\n", "a picture", "that it shows"),
        (b"\xff\xd8\xff\xe0", "a picture", "that it shows"),
        (b"GIF89a", "a picture", "that it shows"),
        (b"II*\x00", "a picture", "that it shows"),
        (b"MM\x00*", "a picture", "that it shows"),
        (b"BM\x36\x10\x00\x00\x00\x00\x00\x00\x36", "a picture", "that it shows"),
        (b"RIFF\x00\x01\x00\x00WEBPVP8 ", "a picture", "that it shows"),
        (b"RIFF\x00\x01\x00\x00WAVEfmt ", "a recording", "in writing"),
        (b"\x00\x00\x00\x18ftypheic\x00", "a picture", "that it shows"),
        (b"\x00\x00\x00\x18ftypmp42\x00", "a recording", "in writing"),
        (b"ID3\x04\x00", "a recording", "in writing"),
        (b"Rar!\x1a\x07\x00", "an archive", "Unpack it"),
        (b"7z\xbc\xaf\x27\x1c", "an archive", "Unpack it"),
        (b"\x1f\x8b\x08\x00", "an archive", "Unpack it"),
        (b"PK\x05\x06" + bytes(18), "an empty archive", "Ask the agency"),
        (b"\x00\x01\x00\x00Standard Jet DB\x00", "a database", "to export"),
        (b"\x00\x01\x00\x00Standard ACE DB\x00", "a database", "to export"),
        (b"SQLite format 3\x00", "a database", "to export"),
        (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1", "OneNote", "copy the table"),
        (b"L\x00\x00\x00\x01\x14\x02\x00\x00", "a link to a file", "the file itself"),
        (b"[InternetShortcut]\r\nURL=https://a.uk", "a link to a file", "the file itself"),
        (b"-----BEGIN PGP MESSAGE-----", "an encrypted message", "Decrypt it"),
        (b"ID;PWXL;N;E\r\nC;X1;Y1", "SYLK", "save it as an Excel workbook"),
        (MAIL.encode(), "a saved e-mail", "attached"),
        (b'TABLE\r\n0,1\r\n"Sheet1"', "DIF", "save it as an Excel workbook"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "Excel 4 or older", "save it as an Excel workbook"),
        (FLAT_SHEET, "an OpenDocument sheet in one XML", "in LibreOffice"),
        (WORD_XML, "an old Word document in XML", "save it as a Word document"),
        (b'<?xml version="1.0"?><records/>', "an XML file", "an Excel workbook"),
        (b"PK\x03\x04 nope", "damaged", "send it again"),
        (make_zip_of("readme"), "an archive that holds one file", "Unpack it"),
        (make_zip_of("a.xlsx", "b.xlsx"), "an archive that holds 2 files", "Unpack it"),
        (make_zip_of("a.xlsx", locked=True), "protected with a password", "with its password"),
        (make_zip_of("ppt/slides/slide1.xml"), "a presentation", "that it was made from"),
        (make_zip_of("Index/Document.iwa"), "Apple's Pages", "export it"),
        (
            make_zip_of("mimetype", "content.xml", texts={"mimetype": ODT}),
            "an OpenDocument text",
            "in Word",
        ),
        (
            make_zip_of(MANIFEST, texts={MANIFEST: b"<x encryption-data/>"}),
            "an OpenDocument file protected with a password",
            "in LibreOffice",
        ),
        (make_compound("WordDocument", "1Table"), "an old Word document", "save it as a Word"),
        (make_compound("EncryptedPackage", "EncryptionInfo"), "way that is not known", "anew"),
        (make_compound("EncryptedPackage", "\x06DataSpaces"), "a sensitivity label", "without"),
        (make_compound("__properties_version1.0"), "a saved e-mail", "attached"),
        (make_compound("PowerPoint Document", "Current User"), "a presentation", "made from"),
        (OLE + b"\x00" * 600, "damaged", "save it anew"),
        (bytes(range(256)) * 4 + b"\x00" * 400, "neither a spreadsheet nor a text", "Excel"),
    ],
)
def test_what_is_no_return_is_named_with_a_remedy(
    tmp_path: Path, data: bytes, message: str, remedy: str
) -> None:
    path = write(tmp_path, "return.xlsx", data)
    with pytest.raises(ReaderError, match=message) as caught:
        open_file(str(path), "return.xlsx")
    assert str(caught.value).startswith("return.xlsx: ")
    assert remedy in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "ID;Person;Date\n1;PC Hale;12/03/2019",
        "BMI,Date\n20,12/03/2019",
        "\t\tDate\tEvent\n\t\t12/03/2019\tSeen",
        "From: 01/01/2018\nTo: 31/12/2019\n\nDate,Event\n12/03/2019,Seen",
        "Subject: chronology of Robin\nDate,Event\n12/03/2019,Seen",
        "Record of %PDF files,Date\na,12/03/2019",
    ],
)
def test_a_text_that_begins_like_another_kind_of_file_is_read(text: str) -> None:
    (sheet,) = read_bytes(text.encode(), "return.csv")
    assert sheet.rows


def test_a_package_that_unpacks_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronolator.readers.package.MOST_BYTES", 10)
    make_xlsx(tmp_path / "return.xlsx")
    with pytest.raises(ReaderError, match="unpacks to"):
        open_file(str(tmp_path / "return.xlsx"), "return.xlsx")


def test_no_such_file_and_no_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReaderError, match="cannot be opened"):
        open_file(str(tmp_path / "none.xlsx"), "none.xlsx")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReaderError, match="another program"):
        open_file(str(tmp_path / "locked.xlsx"), "locked.xlsx")


def test_names_and_properties_of_others(tmp_path: Path) -> None:
    make_xlsx(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book.defined_names["one"] = openpyxl.workbook.defined_name.DefinedName(
        "one", attr_text="'It''s'!$B$2"
    )
    book.defined_names["many"] = openpyxl.workbook.defined_name.DefinedName(
        "many", attr_text="Chronology!$B$2:$C$3"
    )
    book.save(tmp_path / "a.xlsx")
    assert read_names(tmp_path / "a.xlsx") == {"one": ("It's", "B2")}
    assert not is_ours(tmp_path / "a.xlsx")
    write(tmp_path, "b.xlsx", b"no zip")
    assert read_names(tmp_path / "b.xlsx") == {}
    assert not is_ours(tmp_path / "b.xlsx")
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><Properties/>'
    write(tmp_path, "c.xlsx", make_zip(docProps_custom=bomb).replace(b"custom", b"custom"))
    assert not is_ours(tmp_path / "c.xlsx")

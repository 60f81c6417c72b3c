import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from chronolator.errors import ReaderError
from chronolator.model import Sheet
from chronolator.readers.formats.word import read_document
from chronolator.readers.open import open_file
from chronolator.readers.package import is_ours

ReadWord = Callable[..., list[Sheet]]
PackWord = Callable[..., bytes]
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
ROW = "<w:tr>" + CELL.format("Date") + CELL.format("\u00e9vent") + "</w:tr>"
TABLE = f"<w:tbl>{ROW}{ROW}</w:tbl>"
READ = [["Date", "\u00e9vent"], ["Date", "\u00e9vent"]]


def change(data: bytes, member: str, text: bytes | None, name: str = "") -> bytes:
    """The document with another text in this member, or without it, or with it under a name."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            if one != member:
                new.writestr(one, old.read(one))
            elif text is not None:
                new.writestr(name or one, text)
    return packed.getvalue()


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_documents_of_every_form(read_word: ReadWord, *, strict: bool, encoding: str) -> None:
    (sheet,) = read_word(TABLE, strict=strict, encoding=encoding)
    assert sheet.rows == READ


@pytest.mark.parametrize(
    "name", ["return.docx", "return.docm", "return.dotx", "return.xlsx", "return"]
)
def test_what_a_document_is_decides_and_not_its_name(
    tmp_path: Path, pack_word: PackWord, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(pack_word(TABLE))
    (sheet,) = open_file(str(path), name).sheets
    assert (sheet.file, sheet.name, sheet.rows) == (name, "table 1", READ)


def test_the_body_may_stand_under_another_name(pack_word: PackWord) -> None:
    data = pack_word(TABLE)
    text = zipfile.ZipFile(BytesIO(data)).read("word/document.xml")
    relations = zipfile.ZipFile(BytesIO(data)).read("_rels/.rels")
    moved = change(data, "word/document.xml", text, "word/Document2.xml")
    moved = change(
        moved, "_rels/.rels", relations.replace(b"word/document.xml", b"/word/document2.xml")
    )
    assert read_document(moved, "x")[0].rows == READ
    assert read_document(change(data, "_rels/.rels", None), "x")[0].rows == READ


BOMB = b'<!DOCTYPE x [<!ENTITY a "b">]><document><body>&a;</body></document>'


@pytest.mark.parametrize(
    ("member", "text"),
    [
        ("word/document.xml", None),
        ("word/document.xml", b""),
        ("word/document.xml", b"<document><body>"),
        ("word/document.xml", b"<document/>"),
        ("word/document.xml", BOMB),
        ("word/document.xml", BOMB.decode().encode("utf-16")),
        ("word/document.xml", BOMB.decode().encode("utf-32")),
        ("word/document.xml", b'<?xml version="1.0" encoding="x-none"?><document/>'),
        ("word/styles.xml", b"<styles>"),
        ("word/_rels/document.xml.rels", b"<Relationships>"),
    ],
)
def test_a_damaged_document_is_named(pack_word: PackWord, member: str, text: bytes | None) -> None:
    data = change(pack_word(TABLE, {"styles": ""}), member, text)
    with pytest.raises(
        ReaderError, match=r"^return.docx: a Word document that is damaged"
    ) as caught:
        read_document(data, "return.docx")
    assert caught.value.hint


def test_a_document_cut_off_or_with_a_wrong_sum(pack_word: PackWord) -> None:
    data = pack_word(TABLE)
    for broken in (
        data[: len(data) // 2],
        data.replace(b"PK\x01\x02", b"PK\x01\x00"),
        b"PK\x03\x04",
    ):
        with pytest.raises(ReaderError, match="damaged"):
            read_document(broken, "return.docx")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 60
    wrong = bytearray(data)
    wrong[place] ^= 0xFF
    with pytest.raises(ReaderError, match="damaged"):
        read_document(bytes(wrong), "return.docx")


def test_a_zip_of_a_version_that_is_not_known(tmp_path: Path, pack_word: PackWord) -> None:
    newer = pack_word(TABLE).replace(b"PK\x01\x02\x14\x03\x14\x00", b"PK\x01\x02\x14\x03\xff\x00")
    path = tmp_path / "return.docx"
    path.write_bytes(newer)
    assert not is_ours(path)
    for opened in (
        lambda: read_document(newer, path.name),
        lambda: open_file(str(path), path.name),
    ):
        with pytest.raises(ReaderError, match=r"return.docx: .*damaged"):
            opened()


def test_a_document_that_unpacks_too_large(
    pack_word: PackWord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chronolator.readers.package.MOST_BYTES", 10)
    with pytest.raises(ReaderError, match="unpacks to"):
        read_document(pack_word(TABLE), "return.docx")


def test_tables_too_deep_one_in_the_other(read_word: ReadWord) -> None:
    inside = "<w:p/>"
    for _ in range(1500):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    with pytest.raises(ReaderError, match="too deep"):
        read_word(inside)


def test_numbers_that_no_program_writes(read_word: ReadWord) -> None:
    wild = '<w:tcPr><w:gridSpan w:val="99999999999"/></w:tcPr>'
    row = f"<w:tr><w:trPr><w:gridBefore w:val='x'/></w:trPr><w:tc>{wild}<w:p/></w:tc></w:tr>"
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="-3"/><w:numId w:val="z"/></w:numPr></w:pPr>'
        '<w:r><w:sym w:char="zz"/><w:sym w:font="Symbol" w:char="FFFFFFFFF"/>'
        "<w:t>x</w:t></w:r></w:p>"
    )
    table, text = read_word(f"<w:tbl>{row}{ROW}</w:tbl>{item}")
    assert table.rows == [[], ["Date", "\u00e9vent"]]
    assert text.rows == [["x"]]

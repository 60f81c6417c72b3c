"""Whatever is put into a document, wherever, comes back."""

import contextlib
from collections.abc import Callable
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from chronolator.errors import ReaderError
from chronolator.model import MarkKind, Sheet
from chronolator.readers.formats.word import read_document
from chronolator.readers.registry import list_not_blank

ReadWord = Callable[..., list[Sheet]]

LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Z"], exclude_characters="\ufffe\uffff"
)
RUNS = ["<w:r><w:t>{}</w:t></w:r>", "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"]
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
FALLBACK = "<mc:AlternateContent><mc:Choice><w:r/></mc:Choice>{}</mc:AlternateContent>"
INLINE = [
    "{}",
    "<w:ins>{}</w:ins>",
    "<w:moveTo>{}</w:moveTo>",
    "<w:moveFrom>{}</w:moveFrom>",
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:smartTag><w:smartTagPr/>{}</w:smartTag>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="AUTHOR">{}</w:fldSimple>',
    FALLBACK.format("<mc:Fallback>{}</mc:Fallback>"),
    BEGIN + "{}",
    BEGIN + "{}" + END,
    BEGIN + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}' + END,
    "<w:bdo>{}</w:bdo>",
    '<w:r w:rsidR="00A1"><w:footnoteReference w:id="1"/></w:r>{}',
    '<w:commentRangeStart w:id="1"/>{}<w:r><w:commentReference w:id="1"/></w:r>',
]
BOX = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
BLOCKS = [
    "<w:p><w:pPr/>{}</w:p>",
    BOX.format("<w:p>{}</w:p>"),
    BOX.format("<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>"),
    "<w:sdt><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
    "<w:customXml><w:p>{}</w:p></w:customXml>",
]
CELLS = [
    "<w:tc>{}<w:p/></w:tc>",
    '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>',
    '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{}</w:tc>',
    "<w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc>",
    "<w:tc><w:tcPr><w:hMerge/></w:tcPr>{}</w:tc>",
    "<w:sdt><w:sdtContent><w:tc>{}</w:tc></w:sdtContent></w:sdt>",
]
ROWS = [
    "<w:tr>{}</w:tr>",
    "<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>",
    '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:hidden/></w:trPr>{}</w:tr>',
    "<w:sdt><w:sdtContent><w:tr>{}</w:tr></w:sdtContent></w:sdt>",
]


class Writer:
    """Writes a document at random, and remembers every text that it put in."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.put: list[str] = []

    def pick(self, forms: list[str]) -> str:
        return self.draw(st.sampled_from(forms))

    def count(self, most: int) -> range:
        return range(self.draw(st.integers(1, most)))

    def write_text(self) -> str:
        text = f"{len(self.put)}{self.draw(LETTERS)}."
        self.put.append(text)
        return self.pick(INLINE).format(self.pick(RUNS).format(escape(text)))

    def write_block(self, depth: int) -> str:
        if depth and self.draw(st.booleans()):
            return self.write_table(depth - 1)
        return self.pick(BLOCKS).format("".join(self.write_text() for _ in self.count(2)))

    def write_blocks(self, depth: int) -> str:
        return "".join(self.write_block(depth) for _ in self.count(2))

    def write_table(self, depth: int) -> str:
        rows = [
            self.pick(ROWS).format(
                "".join(self.pick(CELLS).format(self.write_blocks(depth)) for _ in self.count(2))
            )
            for _ in self.count(2)
        ]
        grid = "".join(f'<w:gridCol w:w="{self.draw(st.integers(0, 3000))}"/>' for _ in range(6))
        return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, str], list[str]]:
    writer = Writer(draw)
    body = writer.write_blocks(2)
    parts = {
        "header1": writer.write_blocks(1),
        "footer1": writer.write_blocks(1),
        "footnotes": f'<w:footnote w:id="1">{writer.write_blocks(1)}</w:footnote>',
        "comments": f'<w:comment w:id="1" w:author="A">{writer.write_blocks(1)}</w:comment>',
    }
    return body, parts, writer.put


def list_told(sheets: list[Sheet]) -> str:
    values = [str(value) for sheet in sheets for row in sheet.rows for value in row]
    return "\n".join([*values, *(mark.text for sheet in sheets for mark in sheet.marks)])


@given(documents())
@settings(deadline=None)
def test_every_text_comes_back(
    read_word: ReadWord, written: tuple[str, dict[str, str], list[str]]
) -> None:
    body, parts, put = written
    sheets = read_word(body, parts)
    told = list_told(sheets)
    assert [text for text in put if text not in told] == []


@given(documents())
@settings(deadline=None, max_examples=50)
def test_marks_and_ranges_fit_the_cells(
    read_word: ReadWord, written: tuple[str, dict[str, str], list[str]]
) -> None:
    body, parts, _ = written
    sheets = read_word(body, parts)
    assert [one.prose for one in sheets[:-1]] == [False] * (len(sheets) - 1)
    assert len({one.name for one in sheets}) == len(sheets)
    for sheet in sheets:
        filled = list_not_blank(sheet)
        for mark in sheet.marks:
            assert mark.row >= 1
            if mark.kind in {MarkKind.WITHDRAWN, MarkKind.HIDDEN} and mark.column:
                value = sheet.rows[mark.row - 1][mark.column - 1]
                assert mark.row in filled
                assert mark.text in str(value)
        covered: set[tuple[int, int]] = set()
        for top, left, bottom, right in sheet.merged:
            cells = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
            assert (top, left) != (bottom, right)
            assert not cells & covered
            covered |= cells


@given(st.binary(max_size=200), st.integers(0, 4000))
@settings(deadline=None)
def test_any_damage_is_read_or_named(
    pack_word: Callable[..., bytes], noise: bytes, place: int
) -> None:
    data = pack_word("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    at = place % len(data)
    broken = data[:at] + noise + data[at + len(noise) :]
    with contextlib.suppress(ReaderError):  # whatever else is raised fails
        read_document(broken, "return.docx")

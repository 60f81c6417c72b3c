"""Marks of xlsx packages as other programs write them, in raw XML."""

import io
import zipfile

import pytest

from chronolator.model import Mark, MarkKind, Sheet
from chronolator.readers.formats.workbooks import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STAND_IN = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; "
    "however, any edits to it will get removed.\n\nComment:\n    Who saw him?\nReply:\n    HV did"
)
PLAIN_STYLES = "<fonts><font/></fonts><fills><fill/></fills><cellXfs><xf/></cellXfs>"
STRUCK_STYLES = (
    "<fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>"
    "<fills><fill/></fills>"
    "<cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/></cellXfs>"
)


def pack(
    cells: str,
    *,
    strings: str = "",
    styles: str = PLAIN_STYLES,
    parts: dict[str, str] | None = None,
    links: str = "",
    people: str = "",
    prefix: str = "",
) -> bytes:
    """A package with one sheet, whose `cells` are rows of XML."""

    def relate(*relations: tuple[str, str, str]) -> str:
        inside = "".join(
            f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for number, kind, target in relations
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'

    space = f'xmlns{":" if prefix else ""}{prefix}="{MAIN}"'
    before = f"{prefix}:" if prefix else ""
    sheet = f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>"
    if prefix:
        for name in ("worksheet", "sheetData", "row", "c", "v", "f"):
            sheet = sheet.replace(f"<{name}", f"<{before}{name}").replace(
                f"</{name}", f"</{before}{name}"
            )
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Chronology" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relate(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": relate(
            ("r1", "worksheet", "worksheets/sheet1.xml"),
            ("r2", "styles", "styles.xml"),
            ("r3", "sharedStrings", "sharedStrings.xml"),
            *([("r4", "person", "persons/person.xml")] if people else []),
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        **(parts or {}),
    }
    if links:
        texts["xl/worksheets/_rels/sheet1.xml.rels"] = (
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
        )
    if people:
        texts["xl/persons/person.xml"] = f'<personList xmlns="{THREADS}">{people}</personList>'
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return kept.getvalue()


def read(data: bytes) -> Sheet:
    return read_workbook(data, "return.xlsx")[0]


def cell(place: str, text: str, attributes: str = "") -> str:
    return f'<c r="{place}" t="inlineStr"{attributes}><is><t>{text}</t></is></c>'


def row(number: int, *cells: str, attributes: str = "") -> str:
    return f'<row r="{number}"{attributes}>{"".join(cells)}</row>'


NOTE = (
    '<comments xmlns="{0}"><authors><author>{1}</author></authors><commentList>'
    '<comment ref="A1" authorId="0"><text><r><t>{2}</t></r></text></comment>'
    "</commentList></comments>"
)
LEGACY = f'<Relationship Id="c1" Type="{OFFICE}/comments" Target="../comments1.xml"/>'
THREADED = (
    '<Relationship Id="c2" Type="http://schemas.microsoft.com/office/2017/10/relationships/'
    'threadedComment" Target="../threadedComments/threadedComment1.xml"/>'
)
THREAD = (
    f'<ThreadedComments xmlns="{THREADS}">'
    '<threadedComment ref="A1" personId="p1" id="t1"><text>Who saw him?</text></threadedComment>'
    '<threadedComment ref="A1" personId="p2" id="t2" parentId="t1"><text>HV &amp; SW</text>'
    "</threadedComment></ThreadedComments>"
)
PEOPLE = '<person displayName="J Hale" id="p1"/><person displayName="T Moss" id="p2"/>'


def test_a_thread_comes_with_all_replies_and_without_its_stand_in() -> None:
    data = pack(
        row(1, cell("A1", "Seen")),
        links=LEGACY + THREADED,
        people=PEOPLE,
        parts={
            "xl/comments1.xml": NOTE.format(MAIN, "tc={8F1}", STAND_IN),
            "xl/threadedComments/threadedComment1.xml": THREAD,
        },
    )
    assert read(data).marks == (
        Mark(MarkKind.COMMENT, 1, 1, "J Hale: Who saw him?"),
        Mark(MarkKind.COMMENT, 1, 1, "T Moss: HV & SW"),
    )


def test_the_stand_in_of_a_lost_thread_gives_its_words() -> None:
    data = pack(
        row(1, cell("A1", "Seen")),
        links=LEGACY,
        parts={"xl/comments1.xml": NOTE.format(MAIN, "tc={8F1}", STAND_IN)},
    )
    (mark,) = read(data).marks
    assert mark.text.split() == "Who saw him? Reply: HV did".split()  # noqa: SIM905  as it reads


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ('<c r="A1"><f>B1+1</f></c>', [Mark(MarkKind.NO_RESULT, 1, 1, "=B1+1")]),
        ('<c r="A1"><f>B1+1</f><v></v></c>', [Mark(MarkKind.NO_RESULT, 1, 1, "=B1+1")]),
        ('<c r="A1"><f>B1+1</f><v/></c>', [Mark(MarkKind.NO_RESULT, 1, 1, "=B1+1")]),
        ('<c r="A1"><f>B1+1</f><v>2</v></c>', []),
        ('<c r="A1" t="str"><f>B1&amp;""</f><v></v></c>', []),
        ('<c r="A1" t="str"><f>B1&amp;""</f><v>x</v></c>', []),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', [Mark(MarkKind.ERROR, 1, 1, "#DIV/0!")]),
        ('<c r="A1" t="e"><v>#N/A</v></c>', [Mark(MarkKind.ERROR, 1, 1, "#N/A")]),
    ],
)
def test_formulas_and_errors(written: str, marks: list[Mark]) -> None:
    assert list(read(pack(row(1, written, cell("B1", "x")))).marks) == marks


@pytest.mark.parametrize(
    ("shown", "marks"),
    [
        ("low", [Mark(MarkKind.LINK, 1, 1, "https://records.example/17")]),
        ("https://records.example/17", []),
    ],
)
def test_a_link_by_formula(shown: str, marks: list[Mark]) -> None:
    formula = 'HYPERLINK("https://records.example/17","x")'
    written = f'<c r="A1" t="str"><f>{formula}</f><v>{shown}</v></c>'
    assert list(read(pack(row(1, written))).marks) == marks


def test_elements_of_other_programs_are_none_of_the_cells() -> None:
    inside = (
        '<extLst><ext><x14:rule xmlns:x14="a" xmlns:xm="b" xmlns:xdr="c"><xm:f>Keys!A1</xm:f>'
        '<xdr:row hidden="1">9</xdr:row><xm:t>x</xm:t></x14:rule></ext></extLst>'
    )
    for cells in (row(1, cell("A1", "x")), "<row><c><v>1</v></c></row>"):
        assert read(pack(cells + "</sheetData>" + inside + "<sheetData>")).marks == ()


def test_a_formula_shared_by_cells() -> None:
    data = pack(
        row(1, '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f></c>', cell("B1", "x"))
        + row(2, '<c r="A2"><f t="shared" si="0"/></c>', cell("B2", "x"))
    )
    assert [(mark.kind, mark.row) for mark in read(data).marks] == [
        (MarkKind.NO_RESULT, 1),
        (MarkKind.NO_RESULT, 2),
    ]


STRUCK = Mark(MarkKind.WITHDRAWN, 2, 1, "gone")


@pytest.mark.parametrize(
    "struck",
    [
        '<c r="A2" s="1" t="inlineStr"><is><t>gone</t></is></c>',
        '<c s="1" t="inlineStr" r="A2"><is><t>gone</t></is></c>',
        "<c r='A2' s='1' t='inlineStr'><is><t>gone</t></is></c>",
        '<c r="A2" s="1" t="s"><v>0</v></c>',
        '<c r="A2" t="s"><v>1</v></c>',
        '<c r="A2" s="1" t="s"><v>2</v></c>',
        '<c r="A2" t="inlineStr"><is><r><rPr><strike val="1"/></rPr><t>gone</t></r></is></c>',
        '<c r="A2" s="1" t="str"><v>gone</v></c>',
    ],
)
def test_struck_words_however_they_are_written(struck: str) -> None:
    strings = (
        "<si><t>gone</t></si><si><r><rPr><b/><strike/></rPr><t>gone</t></r></si>"
        "<si><r><t>gone</t></r><r><rPr><b/></rPr><t> kept</t></r>"
        '<rPh sb="0" eb="1"><t>said</t></rPh></si>'
    )
    data = pack(
        row(1, cell("A1", "Seen", ' s="2"')) + row(2, struck) + row(3, cell("A3", "Seen")),
        strings=strings,
        styles=STRUCK_STYLES,
    )
    assert read(data).marks == (STRUCK,)


def test_strings_of_several_runs_keep_their_numbers() -> None:
    rich = (
        "<si><r><rPr><strike/></rPr><t>gone {0}</t></r><r><t xml:space='preserve'> x</t></r></si>"
    )
    plain = ["<si><t>a</t></si>", "<si/>", '<si><t xml:space="preserve"> b</t></si>', "<si></si>"]
    strings = [*plain, rich.format(4), *plain, plain[0], rich.format(10), rich.format(11), plain[0]]
    cells = [f'<c r="A{place + 1}" t="s"><v>{place}</v></c>' for place in range(len(strings))]
    data = pack(
        "".join(row(place, one) for place, one in enumerate(cells, start=1)),
        strings="".join(strings),
    )
    marks = [(mark.row, mark.text) for mark in read(data).marks]
    assert marks == [(number + 1, f"gone {number}") for number in (4, 10, 11)]


def test_cells_without_a_style_have_the_first() -> None:
    styles = (
        "<fonts><font><strike/></font></fonts><fills><fill/></fills>"
        "<cellXfs><xf fontId='0'/></cellXfs>"
    )
    assert read(pack(row(2, cell("A2", "gone")), styles=styles)).marks == (STRUCK,)


@pytest.mark.parametrize("prefix", ["", "x"])
def test_other_prefixes(prefix: str) -> None:
    data = pack(
        row(1, '<c r="A1"><v>1</v></c>')
        + row(2, '<c r="A2"><v>2</v></c>', attributes=' hidden="1"')
        + row(3, '<c r="A3" t="e"><v>#REF!</v></c>', '<c r="B3"><v>2</v></c>'),
        prefix=prefix,
    )
    assert read(data).marks == (Mark(MarkKind.HIDDEN, 2), Mark(MarkKind.ERROR, 3, 1, "#REF!"))


def test_rows_and_cells_without_numbers() -> None:
    data = pack(
        "<row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row hidden="1"><c><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>3</v></c></row>'
    )
    assert read(data).marks == (Mark(MarkKind.HIDDEN, 2), Mark(MarkKind.ERROR, 2, 2, "#REF!"))


def test_characters_that_xml_cannot_hold() -> None:
    data = pack(
        row(1, '<c r="A1" t="s"><v>0</v></c>'),
        strings=(
            '<si><r><t xml:space="preserve">kept </t></r><r><rPr><strike/></rPr>'
            "<t>gone_x000D_too_x005F_x0041_</t></r></si>"
        ),
    )
    sheet = read(data)
    (mark,) = sheet.marks
    assert mark.text == "gone\rtoo_x0041_"
    assert mark.text in str(sheet.rows[0][0])


def test_a_binary_workbook_says_that_its_marks_were_not_looked_at() -> None:
    data = pack(row(1, cell("A1", "Seen")), parts={"xl/workbook.bin": ""})
    (sheet,) = read_workbook(data, "return.xlsb")
    assert [mark.kind for mark in sheet.marks] == [MarkKind.UNREAD]
    assert ".xlsb" in sheet.marks[0].text

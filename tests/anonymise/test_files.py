"""Whole files: what becomes of each place in them, and how it comes back."""

import json
import re
import zipfile
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import docx
import openpyxl
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles.colors import Color
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from chronolator.earlier import read_earlier
from chronolator.errors import OutputError, ReaderError
from chronolator.journey import integrate
from chronolator.model import Case, Child, Chronology, Person, Rules
from chronolator.readers.package import is_ours
from chronolator.release import anonymise_file, restore_file
from chronolator.write import write_workbook
from chronolator.write.page import read_values, write_page
from tests.anonymise.edits import read_cells


def write_rows(path: Path, *rows: Sequence[str | None]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([*row])
    book.save(path)
    return path


def make_book(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kezia"
    sheet.append(["Day", "Seen Kezia", "Notes of Joe McBride"])
    sheet.append(["1 May 2018", "Kezia Brandt seen by Zoë O'Neill", "NHS 943 476 5919"])
    sheet.append(["2 May 2018", "Mother well", "Ms Brandt well"])
    sheet["G3"] = "MOTHER, mother and Mother's own SW 1"  # words that were always there
    sheet["E2"] = "=IF(Kezia!B2=\"Kezia\",'Kezia'!C2,1)"
    green = TextBlock(InlineFont(b=True, color=Color("FF1F2933")), "Kezia seen")
    sheet["F3"] = CellRichText(green, " in school with ", TextBlock(InlineFont(sz=9), "Joe"))
    sheet["B2"].comment = Comment("Ask Joe McBride", "Hope Adair")
    sheet.add_table(Table(displayName="Kezia_rows", ref="A1:C3"))
    choice = DataValidation(type="list", formula1='"Kezia,Will"')
    choice.add("D2")
    sheet.add_data_validation(choice)
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.left is not None
    sheet.oddHeader.left.text = "Kezia Brandt"
    hidden = book.create_sheet("Will Brandt")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = 42311  # 3 November 2015
    hidden["A1"].number_format = "dd/mm/yyyy"
    hidden["A2"] = 9434765919
    book.defined_names["Kezia_cell"] = DefinedName("Kezia_cell", attr_text="Kezia!$B$2")
    book.properties.creator = "Hope Adair"
    book.properties.title = "About Kezia"
    book.save(path)
    return path


NAMES = ("Kezia", "Brandt", "McBride", "Neill", "Adair", "9434765919", "943 476", "42311")


def read_all(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        names = [one for one in archive.namelist() if not one.endswith(".jpeg")]
        return "\n".join(archive.read(name).decode() for name in names)


def test_no_name_is_left_in_any_place_of_a_workbook(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    source = make_book(tmp_path / "in.xlsx")
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    told = read_all(made.target)
    assert [name for name in NAMES if name in told] == []
    book = openpyxl.load_workbook(made.target)
    assert book.sheetnames == ["Child A", "Child B"]
    sheet = book["Child A"]
    assert sheet["E2"].value == "=IF('Child A'!B2=\"Child A\",'Child A'!C2,1)"
    assert sheet["B2"].value == "Child A seen by SW 1"
    assert sheet["B2"].comment is not None
    assert sheet["B2"].comment.text == "Ask Partner"
    assert sheet.data_validations.dataValidation[0].formula1 == '"Child A,Child B"'
    assert [*book.defined_names] == ["Child_A_cell"]
    assert book["Child B"]["A1"].value == "aged 2 on 1 Apr 2018"
    assert made.key == tmp_path / "out.xlsx.key.json"
    assert "CONFIDENTIAL" in made.key.read_text(encoding="utf-8")


def test_a_workbook_that_nobody_edited_comes_back_as_it_was(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    source = make_book(tmp_path / "in.xlsx")
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    back = restore_file(made.target, tmp_path / "back.xlsx", made.key)
    assert back.edited == ()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(back.target) as after:
        for name in before.namelist():
            assert after.read(name) == before.read(name), name


def test_edited_cells_come_back_rightly(tmp_path: Path, case: Case, rules: Rules) -> None:
    source = make_book(tmp_path / "in.xlsx")
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    book = openpyxl.load_workbook(made.target)
    sheet = book["Child A"]
    sheet["B2"] = "Child A seen at home by SW 1"
    sheet["B3"] = "Mother well again"
    sheet["C3"] = "Mother well again"
    sheet["D3"] = "Ask SW 2 of Child A"
    book.save(made.target)
    back = restore_file(made.target, tmp_path / "back.xlsx", made.key)
    cells = read_cells(back.target)
    assert cells["Kezia", "B2"] == "Kezia Brandt seen at home by Zoë O'Neill"
    assert cells["Kezia", "B3"] == "Mother well again"
    assert cells["Kezia", "C3"] == "Ms Brandt well again"
    assert cells["Kezia", "D3"] == "Ask Hope Adair of Kezia Brandt"
    assert cells["Will Brandt", "A2"] == 9434765919
    assert len(back.edited) == 4


def test_sorted_rows_keep_their_own_texts(tmp_path: Path, case: Case, rules: Rules) -> None:
    source = write_rows(
        tmp_path / "in.xlsx",
        *(
            [f"{name} seen", f"Will {'abcd'[number]}", f"day {number}", "Kezia"]
            for number, name in enumerate(("Kezia", "Kez", "K", "Kezia Brandt"))
        ),
    )
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    book = openpyxl.load_workbook(made.target)
    sheet = book.active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for row, values in enumerate(reversed(rows), start=1):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
    book.save(made.target)
    back = restore_file(made.target, tmp_path / "back.xlsx", made.key)
    cells = read_cells(back.target)
    texts = [cells["Sheet", f"A{row}"] for row in range(1, 5)]
    assert texts == ["Kezia Brandt seen", "K seen", "Kez seen", "Kezia seen"]


def test_json_comes_back_and_its_case_is_taken_out(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    told = {
        "case": {
            "title": "About Kezia",
            "children": [{"name": "Kezia Brandt", "aliases": ["Kez"]}],
        },
        "events": [
            {"text": "Kez seen by Mother", "start": "2015-11-03", "notes": {"For Will": "x"}}
        ],
    }
    source = tmp_path / "in.json"
    source.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    made = anonymise_file(source, tmp_path / "out.json", case, rules=rules)
    copy = json.loads(made.target.read_text(encoding="utf-8"))
    assert copy["case"] == {
        "title": "About Child A",
        "children": [{"name": "Child A", "aliases": []}],
    }
    assert copy["events"][0] == {
        "text": "Child A seen by Mother",
        "start": "aged 2 on 1 Apr 2018",
        "notes": {"For Child B": "x"},
    }
    back = restore_file(made.target, tmp_path / "back.json", made.key)
    assert back.target.read_bytes() == source.read_bytes()


PAGE = """<!doctype html><html><head><title>Kezia Brandt</title></head>
<body title="Kezia"><!-- Kez --><p>Kezia <b>Bra</b>ndt seen &amp; <i>Joe</i></p>
<script type="application/json">{"text":"Kezia \\u003c seen","by":["Joe McBride"]}</script>
<script>const kez = 1;</script></body></html>
"""


def test_a_page_comes_back(tmp_path: Path, case: Case, rules: Rules) -> None:
    source = tmp_path / "in.html"
    source.write_text(PAGE, encoding="utf-8")
    made = anonymise_file(source, tmp_path / "out.html", case, rules=rules)
    told = made.target.read_text(encoding="utf-8")
    assert [name for name in ("Kezia", "Brandt", "Bra<", "Joe", "McBride") if name in told] == []
    assert '{"text":"Child A \\u003c seen","by":["Partner"]}' in told
    assert "<p>Child A<b></b> seen &amp; <i>Partner</i></p>" in told
    back = restore_file(made.target, tmp_path / "back.html", made.key)
    assert "Kezia Brandt" in back.target.read_text(encoding="utf-8")


REFUSED = [
    ("in.xlsx", "out.docx", OutputError, "does not end"),
    ("in.xlsx", "Kezia.xlsx", OutputError, "name of the copy"),
    ("in.xlsx", "in.xlsx", OutputError, "three files"),
    ("none.xlsx", "out.xlsx", ReaderError, "no such file"),
    ("in.txt", "out.txt", ReaderError, "takes no names out"),
    ("bad.xlsx", "out.xlsx", ReaderError, "cannot be read"),
    ("entities.xlsx", "out.xlsx", ReaderError, "a part of it cannot be read"),
    ("bad.json", "out.json", ReaderError, "a part of it cannot be read"),
]


@pytest.mark.parametrize(("source", "target", "error", "told"), REFUSED)
def test_what_cannot_be_done_is_told(
    tmp_path: Path,
    case: Case,
    rules: Rules,
    source: str,
    target: str,
    error: type[Exception],
    told: str,
) -> None:
    make_book(tmp_path / "in.xlsx")
    (tmp_path / "in.txt").write_text("x", encoding="utf-8")
    (tmp_path / "bad.xlsx").write_text("x", encoding="utf-8")
    (tmp_path / "bad.json").write_text("[", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "entities.xlsx", "w") as archive:
        archive.writestr("xl/sharedStrings.xml", '<!DOCTYPE x [<!ENTITY a "b">]><sst>&a;</sst>')
    with pytest.raises(error, match=told):
        anonymise_file(tmp_path / source, tmp_path / target, case, rules=rules)
    assert not (tmp_path / "out.xlsx.key.json").exists()


def test_the_page_of_a_chronology_keeps_its_policy(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    chronology = integrate_rows(tmp_path, case)
    source = tmp_path / "in.html"
    write_page(chronology, source, date(2026, 1, 1))
    made = anonymise_file(source, tmp_path / "out.html", case, rules=rules)
    told = made.target.read_text(encoding="utf-8")
    style = re.search(r"<style>(.*?)</style>", told, re.DOTALL)
    assert style is not None
    assert "Kezia" in source.read_text(encoding="utf-8")
    assert "Kezia" not in told
    assert b64encode(sha256(style[1].encode()).digest()).decode() in told
    assert [child["born"] for child in read_values(made.target)["children"]] == [None, None]
    back = restore_file(made.target, tmp_path / "back.html", made.key)
    assert back.target.read_bytes() == source.read_bytes()


def integrate_rows(folder: Path, case: Case) -> Chronology:
    rows = "Date,Event\n12/03/2019,Kezia Brandt seen with <Joe> & Mum\n13/03/2019,Kez seen\n"
    (folder / "social care.csv").write_text(rows, encoding="utf-8")
    titled = replace(case, title="Review: Kezia Brandt", marking="Kezia: secret")
    return integrate(folder / "social care.csv", titled, merged_on=date(2026, 1, 1))


def test_the_look_of_a_document_stays(tmp_path: Path, case: Case, rules: Rules) -> None:
    source = tmp_path / "in.docx"
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Kezia at EV1 2AB"
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="E1E7EE"/>')
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  python-docx has no other way
    cell.paragraphs[0].runs[0].font.name = "Georgia"
    document.save(str(source))
    girl = replace(case, children=(*case.children, Child("Georgia Adair")))
    made = anonymise_file(source, tmp_path / "out.docx", girl, rules=rules)
    told = read_all(made.target)
    assert 'w:fill="E1E7EE"' in told
    assert 'w:ascii="Georgia"' in told
    assert "Child A at Postcode 1" in told


def test_a_workbook_of_ours_is_one_again_when_its_names_are_back(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    chronology = integrate_rows(tmp_path, case)
    source = tmp_path / "in.xlsx"
    write_workbook(chronology, source, date(2026, 1, 1))
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    told = read_all(made.target)
    assert [one for one in ("Kezia", "Brandt", "chron base", "chron case") if one in told] == []
    assert not is_ours(made.target)
    back = restore_file(made.target, tmp_path / "back.xlsx", made.key)
    assert read_cells(back.target) == read_cells(source)
    earlier = read_earlier(back.target)
    assert earlier is not None
    assert earlier.case == replace(case, title="Review: Kezia Brandt", marking="Kezia: secret")


def test_a_package_that_unpacks_to_too_much_is_left_alone(
    tmp_path: Path, case: Case, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = make_book(tmp_path / "in.xlsx")
    monkeypatch.setattr("chronolator.readers.package.MOST_BYTES", 1000)
    with pytest.raises(ReaderError, match="unpacks to"):
        anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)


def test_texts_that_became_the_same_come_back_as_each_was(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    texts = ["Kez seen.", "Kezia Brandt seen.", "Kezia seen.", "Kezzie left.", "Mother's Kez."]
    source = tmp_path / "in.html"
    source.write_text("".join(f"<p>{one}</p>" for one in texts), encoding="utf-8")
    made = anonymise_file(source, tmp_path / "out.html", case, rules=rules)
    assert made.target.read_text(encoding="utf-8").count("<p>Child A seen.</p>") == 3
    back = restore_file(made.target, tmp_path / "back.html", made.key)
    assert back.target.read_bytes() == source.read_bytes()
    assert back.edited == ()


def test_json_comes_back_though_its_rows_were_moved_and_edited(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    texts = ["Kez seen.", "Kezia Brandt seen.", "Kezia seen.", "Will rang Joe about Kez."]
    rows = [{"id": f"C-{number}ABCDEFGHJ", "text": text} for number, text in enumerate(texts)]
    source = tmp_path / "in.json"
    source.write_text(json.dumps(rows), encoding="utf-8")
    made = anonymise_file(source, tmp_path / "out.json", case, rules=rules)
    copy = json.loads(made.target.read_text(encoding="utf-8"))
    edited = {"id": copy[3]["id"], "text": "Then " + copy[3]["text"]}
    new = {"id": "C-9ABCDEFGHJ", "text": "Child A was new"}
    made.target.write_text(json.dumps([edited, new, copy[2], copy[1]]), encoding="utf-8")
    back = restore_file(made.target, tmp_path / "back.json", made.key)
    told = json.loads(back.target.read_text(encoding="utf-8"))
    assert told[0]["text"] == "Then Will rang Joe about Kez."
    assert [one["text"] for one in told[1:]] == [
        "Kezia Brandt was new", "Kezia seen.", "Kezia Brandt seen.",
    ]  # fmt: skip
    assert back.edited == ("/0/text", "/1/text")


def test_a_link_or_a_script_of_a_page_tells_no_name(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    source = tmp_path / "in.html"
    source.write_text(
        '<a href="mailto:kezia.brandt@example.org">x</a><img src="Kezia%20Brandt.jpg">'
        '<a href="#part">y</a><script>const who = "Kezia Brandt";</script>',
        encoding="utf-8",
    )
    made = anonymise_file(source, tmp_path / "out.html", case, rules=rules)
    told = made.target.read_text(encoding="utf-8")
    assert told.startswith(
        '<a href="https://example.invalid/">x</a><img src="https://example.invalid/">'
        '<a href="#part">y</a>'
    )
    assert [one.what for one in made.check.left] == ["script 1, which may hold a name"]
    back = restore_file(made.target, tmp_path / "back.html", made.key)
    assert back.target.read_bytes() == source.read_bytes()


def test_a_name_in_a_format_of_numbers_is_replaced(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    source = tmp_path / "in.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = 5
    sheet["A1"].number_format = '[Red]"Kezia "0'
    book.save(source)
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    copied = openpyxl.load_workbook(made.target).active
    assert copied is not None
    assert copied["A1"].number_format == '[Red]"Child A "0'
    back = restore_file(made.target, tmp_path / "back.xlsx", made.key)
    assert read_all(back.target) == read_all(source)


BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
    '2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
SPLIT = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Kez</w:t></w:r><w:r><w:t>ia</w:t></w:r>"
    '<w:r><w:t xml:space="preserve"> seen</w:t></w:r></w:p>'
)


def test_a_document_comes_back_where_a_text_stands_twice(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    source = tmp_path / "in.docx"
    document = docx.Document()
    box = BOX.format(SPLIT)
    for markup in (SPLIT, box, SPLIT):
        document.element.body.insert(
            0, parse_xml(markup.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
        )
    document.styles.element.insert(
        0, parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="en-US"/>')
    )
    document.save(str(source))
    letters = replace(case, people=(*case.people, Person("Grace Bishop", "health visitor")))
    made = anonymise_file(source, tmp_path / "out.docx", letters, rules=rules)
    assert "Kez" not in read_all(made.target)
    assert 'w:val="en-GB"' in read_all(made.target)
    assert made.check.left == ()
    back = restore_file(made.target, tmp_path / "back.docx", made.key)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(back.target) as after:
        assert before.read("word/document.xml") == after.read("word/document.xml")


def test_places_are_told_in_words(tmp_path: Path, case: Case, rules: Rules) -> None:
    source = make_book(tmp_path / "in.xlsx")
    book = openpyxl.load_workbook(source)
    sheet = book["Kezia"]
    sheet["B3"].comment = Comment("Told by Ottoline Fairweather", "x")
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.left is not None
    sheet.oddFooter.left.text = "Written by Ottoline Fairweather"
    book.save(source)
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    assert [(one.name, one.place) for one in made.check.people] == [
        ("Ottoline Fairweather", "Child A, outside its cells")
    ]
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Written by Ottoline Fairweather"
    document.save(str(tmp_path / "in.docx"))
    made = anonymise_file(tmp_path / "in.docx", tmp_path / "out.docx", case, rules=rules)
    assert [one.place for one in made.check.people] == ["a footer"]


def test_a_note_written_since_is_no_edited_text_of_its_row(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    arrived = "Kez arrived late with mum. K. was spoken with about it, and was tired."
    source = write_rows(tmp_path / "in.xlsx", ["Event", "Notes"], [arrived, None])
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    copy = openpyxl.load_workbook(made.target)
    noted = copy.active
    assert noted is not None
    noted["B2"] = "Child A was not spoken with about it with mum. Mother arrived late."
    copy.save(tmp_path / "noted.xlsx")
    back = restore_file(tmp_path / "noted.xlsx", tmp_path / "back.xlsx", made.key)
    told = openpyxl.load_workbook(back.target).active
    assert told is not None
    assert told["B2"].value == (
        "Kezia Brandt was not spoken with about it with mum. Tamsin Brandt arrived late."
    )


def test_a_day_of_birth_behind_a_formula_is_replaced_or_listed(
    tmp_path: Path, case: Case, rules: Rules
) -> None:
    source = tmp_path / "in.xlsx"
    with xlsxwriter.Workbook(source) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime("A1", datetime(2015, 11, 3), day)
        sheet.write_formula("B1", "=A1", day, 42311)
        sheet.write_formula("C1", '=DATEDIF(DATE(2015,11,3),D1,"y")', None, 3)
    made = anonymise_file(source, tmp_path / "out.xlsx", case, rules=rules)
    copy = openpyxl.load_workbook(made.target, data_only=True).active
    assert copy is not None
    assert [copy["A1"].value, copy["B1"].value] == ["aged 2 on 1 Apr 2018"] * 2
    assert [one.what for one in made.check.left] == ["Sheet1!C1: a formula with a day of birth"]
    back = restore_file(made.target, tmp_path / "back.xlsx", made.key)
    assert read_all(back.target) == read_all(source)


@pytest.mark.parametrize("ending", [".json", ".xlsx"])
def test_the_key_of_another_copy_is_told(
    ending: str, tmp_path: Path, case: Case, rules: Rules
) -> None:
    def make(name: str, texts: list[str]) -> Path:
        path = tmp_path / f"{name}{ending}"
        if ending == ".json":
            path.write_text(json.dumps(texts), encoding="utf-8")
            return path
        return write_rows(path, *([text] for text in texts))

    one = make("one", [f"Kezia seen, {number}." for number in range(9)])
    other = make(
        "other", [f"Will at school, {number}." for number in range(9)] + ["Kezia seen, 1."]
    )
    made = [
        anonymise_file(path, tmp_path / f"{number}{ending}", case, rules=rules)
        for number, path in enumerate((one, other))
    ]
    assert restore_file(made[0].target, tmp_path / f"a{ending}", made[0].key).fits
    assert not restore_file(made[0].target, tmp_path / f"b{ending}", made[1].key).fits

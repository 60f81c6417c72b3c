"""A workbook with names of a case in every place where a workbook can hold them."""

import random
import re
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.anonymise.story import Story

_THREADED = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="A2" dT="2020-01-01T00:00:00.00" personId="{{1}}" id="{{2}}">'
    "<text>{text}</text></threadedComment></ThreadedComments>"
)
_PERSONS = (
    '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<person displayName="{name}" id="{{1}}" userId="{name}" providerId="None"/></personList>'
)
_RELATION = (
    '<Relationship Id="rIdX{n}" '
    'Type="http://schemas.microsoft.com/office/2017/10/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)


def write_book(story: Story, path: Path, seed: int) -> Path:
    """The story's rows, and its names in each other place."""
    chance = random.Random(seed)
    child, mother = story.case.children[0], story.case.people[0]
    first = child.name.split()[0]
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = f"{first} rows"
    sheet.append(["Day", f"Seen {first}", f"Notes on {mother.name}", "Who", "Choice"])
    for number, text in enumerate(story.texts):
        sheet.append([f"{number + 1}/5/2019", text, story.choose(chance) if number % 3 else None])
    last = sheet.max_row
    for row in range(2, last + 1, 4):
        _split(sheet, row, child.name)
    sheet.cell(3, 4).value = to_excel(child.born)  # type: ignore[no-untyped-call]
    sheet.cell(3, 4).number_format = "dd/mm/yyyy"
    sheet.cell(4, 4).value = f'=IF(B4="{child.name}",\'{first} rows\'!B2,"{mother.name}")'
    comment = Comment(f"Ask {mother.name} about {child.name}", mother.name)
    sheet["B2"].comment = comment
    sheet["B5"].hyperlink = Hyperlink(ref="B5", target=f"mailto:{first}@example.org", tooltip=first)
    sheet.add_table(
        Table(displayName=f"Table_{first}".replace("ë", "e").replace("â", "a"), ref=f"A1:E{last}")
    )
    choice = DataValidation(type="list", formula1=f'"{first},{mother.name.split()[0]}"')
    choice.promptTitle, choice.prompt, choice.error = first, f"Seen {first}?", f"Not {first}"
    choice.add(f"E2:E{last}")
    sheet.add_data_validation(choice)
    assert sheet.oddHeader is not None
    assert sheet.oddFooter is not None
    sheet.oddHeader.left.text, sheet.oddHeader.center.text = child.name, "Confidential"
    sheet.oddFooter.right.text = f"{mother.name} page"
    chart = BarChart()
    chart.title, chart.y_axis.title = f"Contacts of {child.name}", f"with {first}"
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "H2")  # type: ignore[call-arg]  # the stubs mistake the sheet
    hidden = book.create_sheet(f"{mother.name}"[:31])
    hidden.sheet_state = chance.choice(["hidden", "veryHidden"])
    hidden["A1"] = f"{child.name} and {mother.name}"
    hidden.cell(1, 2).value = story.texts[0]
    book.defined_names[f"{first}_cell"] = DefinedName(
        f"{first}_cell", attr_text=f"'{first} rows'!$B$2", comment=f"of {child.name}"
    )
    book.properties.creator, book.properties.lastModifiedBy = mother.name, child.name
    book.properties.title, book.properties.keywords = f"About {child.name}", first
    book.properties.description = f"{mother.name}'s copy"
    properties = book.custom_doc_props  # type: ignore[attr-defined]  # the stubs lack it
    properties.append(StringProperty(name=f"For {first}", value=child.name))
    book.save(path)
    _add_thread(path, child.name, mother.name)
    return path


def _split(sheet: Worksheet, row: int, name: str) -> None:
    """The name over several runs of formatting, in the middle of a word."""
    head, tail = name[: len(name) // 2], name[len(name) // 2 :]
    bold = InlineFont(b=True)
    sheet.cell(row, 3).value = CellRichText(
        "Saw ", TextBlock(bold, head), TextBlock(InlineFont(i=True), tail + " at"), " home."
    )


def _add_thread(path: Path, child: str, mother: str) -> None:
    """A thread of comments, which openpyxl does not write, and an inline text."""
    with zipfile.ZipFile(path) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    parts["xl/threadedComments/threadedComment1.xml"] = _THREADED.format(
        text=f"{child} was seen"
    ).encode()
    parts["xl/persons/person.xml"] = _PERSONS.format(name=mother).encode()
    for name, kind, target in (
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            "threadedComment",
            "../threadedComments/threadedComment1.xml",
        ),
        ("xl/_rels/workbook.xml.rels", "person", "persons/person.xml"),
    ):
        told = _RELATION.format(n=len(target), kind=kind, target=target)
        parts[name] = parts[name].replace(b"</Relationships>", told.encode())
    inline = f'<c r="D2" t="inlineStr"><is><t>Told {child} by phone</t></is></c>'.encode()
    sheet = parts["xl/worksheets/sheet1.xml"]
    at = sheet.index(b"</row>", sheet.index(b'<row r="2"'))
    here = sheet[:at]
    here = re.sub(rb'<c r="D2"[^>]*?/>', b"", here)
    cut = here.rfind(b'<c r="E2"')
    cut = cut if cut > 0 else len(here)
    parts["xl/worksheets/sheet1.xml"] = here[:cut] + inline + here[cut:] + sheet[at:]
    kinds = parts["[Content_Types].xml"]
    override = '<Override PartName="/{}" ContentType="application/vnd.ms-excel.{}+xml"/>'
    more = override.format("xl/persons/person.xml", "person") + override.format(
        "xl/threadedComments/threadedComment1.xml", "threadedcomments"
    )
    parts["[Content_Types].xml"] = kinds.replace(b"</Types>", more.encode() + b"</Types>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)

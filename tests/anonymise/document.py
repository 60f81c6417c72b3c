"""A Word document with names of a case in every place where one can hold them."""

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx

from tests.anonymise.story import Story

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"


def write_document(story: Story, path: Path) -> Path:
    """The story's rows in a table, and its names in each other place."""
    child, mother = story.case.children[0].name, story.case.people[0].name
    document = docx.Document()
    document.add_heading(f"About {child}", 1)
    table = document.add_table(rows=0, cols=2)
    for number, text in enumerate(story.texts):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"{number + 1}/5/2019", text
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{child}: confidential"
    section.footer.paragraphs[0].text = f"Written by {mother}"
    document.add_paragraph("HERE")
    document.core_properties.author, document.core_properties.title = mother, f"About {child}"
    document.core_properties.last_modified_by = child
    document.save(str(path))
    _add(path, child, mother)
    return path


def _add(path: Path, child: str, mother: str) -> None:
    """What python-docx does not write: split runs, tracked changes, controls, notes, comments."""
    with zipfile.ZipFile(path) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    child, mother = escape(child), escape(mother)
    head, tail = child[:4], child[4:]
    body = (
        f'<w:r w:rsidR="00A1"><w:t xml:space="preserve">Saw </w:t></w:r><w:r><w:t>{head}</w:t></w:r>'
        f'<w:proofErr w:type="spellStart"/><w:r w:rsidR="00B2"><w:rPr><w:b/></w:rPr><w:t>{tail} at</w:t>'
        f'</w:r><w:r><w:t xml:space="preserve"> home</w:t></w:r>'
        f'<w:ins w:id="1" w:author="{mother}" w:date="2020-01-01T00:00:00Z"><w:r><w:t xml:space="preserve">'
        f" with {mother}</w:t></w:r></w:ins>"
        f'<w:del w:id="2" w:author="{mother}" w:date="2020-01-01T00:00:00Z"><w:r>'
        f'<w:delText xml:space="preserve"> not {child}</w:delText></w:r></w:del>'
        f'<w:ins w:id="3" w:author="{mother}"><w:r><w:t>{child}</w:t></w:r></w:ins>'
        f'<w:del w:id="4" w:author="{mother}"><w:r><w:delText>{child}</w:delText></w:r></w:del>'
        f'<w:sdt><w:sdtPr><w:alias w:val="{child}"/><w:tag w:val="{child}"/></w:sdtPr><w:sdtContent>'
        f"<w:r><w:t>{mother}</w:t></w:r></w:sdtContent></w:sdt>"
        f'<w:hyperlink w:tooltip="{child}" r:id="rIdLink"><w:r><w:t>{child}</w:t></w:r></w:hyperlink>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:{child}" </w:instrText></w:r>'
        f'<w:bookmarkStart w:id="9" w:name="{re.sub(r"[^A-Za-z]", "_", child)}"/><w:bookmarkEnd w:id="9"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    told = parts["word/document.xml"].decode()
    told = re.sub(r"<w:r><w:t>HERE</w:t></w:r>", lambda _: body, told)
    parts["word/document.xml"] = told.encode()
    parts["word/comments.xml"] = (
        f'<w:comments {_W}><w:comment w:id="0" w:author="{mother}" w:initials="{mother[0]}X"><w:p><w:r>'
        f"<w:t>Ask {child}</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    parts["word/footnotes.xml"] = (
        f'<w:footnotes {_W}><w:footnote w:id="2"><w:p><w:r><w:t>Told by {mother}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    parts["word/people.xml"] = (
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        f'<w15:person w15:author="{mother}"><w15:presenceInfo w15:providerId="None" '
        f'w15:userId="{mother}"/></w15:person></w15:people>'
    ).encode()
    relations = parts["word/_rels/document.xml.rels"].decode()
    link = f"file:///C:/Cases/{child}/notes.docx".replace(" ", "%20")
    more = (
        f'<Relationship Id="rIdC" Type="{_TYPE.format("comments")}" Target="comments.xml"/>'
        f'<Relationship Id="rIdF" Type="{_TYPE.format("footnotes")}" Target="footnotes.xml"/>'
        '<Relationship Id="rIdP" Type="http://schemas.microsoft.com/office/2011/relationships/people" '
        'Target="people.xml"/>'
        f'<Relationship Id="rIdLink" Type="{_TYPE.format("hyperlink")}" Target="{link}" '
        'TargetMode="External"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", more).encode()
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND.format(name)}"/>'
        for name in ("comments", "footnotes", "people")
    )
    types = parts["[Content_Types].xml"].replace(b"</Types>", kinds.encode() + b"</Types>")
    parts["[Content_Types].xml"] = types
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)

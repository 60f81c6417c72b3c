"""The parts of a Word document, put together in its file."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from chronolator.columns import FORMAT_VERSION, READING_PROPERTY, clean_text
from chronolator.words.shorten import shorten
from chronolator.write.word.markup import Control, Run
from chronolator.write.word.prompts import write_prompts
from chronolator.write.word.styles import FOOTER, HEADER, NAME, write_styles

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
_WORD = f'xmlns:w="{_OPEN}/wordprocessingml/2006/main"'
_LINKS = f'xmlns:r="{_OPEN}/officeDocument/2006/relationships"'
_WORD_2012 = (
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w15"'
)
"""Of rows that repeat; older programs pass over it."""
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONGEST = 90
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
    '<w:footerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1191" w:right="850" w:bottom="1077" w:left="850" w:header="567" '
    'w:footer="482" w:gutter="0"/></w:sectPr>'
)
"""Landscape A4; what stands between the margins is 26.7 cm wide."""
_SETTINGS = (
    f'<w:settings {_WORD}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands round each page, and what the file says of itself."""

    title: str
    marking: str
    made_on: date
    subject: str = "Integrated chronology"
    description: str = "Merged by Chronolator. The agencies' words are theirs."
    is_copy: bool = True
    """A reading copy of a chronology, and known as one: it is never read as a return."""


def write_package(
    body: Iterable[str], furniture: Furniture, path: Path, prompts: Iterable[Control] = ()
) -> None:
    """Write the markup of the body as a .docx file; `prompts` are the controls in it. The same
    input gives the same file.
    """
    styles = write_styles()
    parts = {
        "docProps/core.xml": _tell_core(furniture),
        "word/settings.xml": _SETTINGS,
        "word/styles.xml": styles,
        "word/header1.xml": _write_header(furniture),
        "word/footer1.xml": _write_footer(furniture),
    }
    if furniture.is_copy:
        parts["docProps/custom.xml"] = _CUSTOM
    if kept := {one.prompt: str(one.show_prompt()) for one in prompts}:
        parts["word/glossary/document.xml"] = write_prompts(kept, _WORD)
        parts["word/glossary/styles.xml"] = styles
        parts["word/glossary/_rels/document.xml.rels"] = _link((f"{_OFFICE}/styles", "styles.xml"))
    parts["word/document.xml"] = (
        f"<w:document {_WORD} {_LINKS} {_WORD_2012}><w:body>{''.join(body)}{_PAGE}</w:body>"
        "</w:document>"
    )
    parts["word/_rels/document.xml.rels"] = _link(
        *(
            (f"{_OFFICE}/{kind}", target)
            for kind, target in _OF_DOCUMENT
            if f"word/{target}" in parts
        )
    )
    parts["_rels/.rels"] = _link(*(pair for pair in _OF_PACKAGE if pair[1] in parts))
    parts = {"[Content_Types].xml": _tell_types(parts), **parts}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, _DECLARATION + text)


def _write_header(furniture: Furniture) -> str:
    return _stand("hdr", HEADER, furniture.marking, str(Run(_fit(furniture.title))))


def _write_footer(furniture: Furniture) -> str:
    pages = f"{Run('Page ')}{_count('PAGE')}{Run(' of ')}{_count('NUMPAGES')}"
    return _stand("ftr", FOOTER, furniture.marking, pages)


def _stand(part: str, style: str, marking: str, right: str) -> str:
    """What stands above or below each page: the marking to the left, the other to the right."""
    left = Run(_fit(marking), style=NAME)
    held = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{left}<w:r><w:tab/></w:r>{right}</w:p>'
    return f"<w:{part} {_WORD}>{held}</w:{part}>"


def _count(field: str) -> str:
    return f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _fit(text: str) -> str:
    return shorten(" ".join(text.split()), _LONGEST)


def _tell_core(furniture: Furniture) -> str:
    def tell(text: str) -> str:
        return escape(" ".join(clean_text(text).split()), quote=False)

    made = f"{furniture.made_on.isoformat()}T00:00:00Z"
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{made}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_OPEN}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{tell(furniture.title)}</dc:title>"
        f"<dc:subject>{tell(furniture.subject)}</dc:subject>"
        f"<dc:description>{tell(furniture.description)}</dc:description>"
        f"<cp:category>{tell(furniture.marking)}</cp:category><dc:language>en-GB</dc:language>"
        f"{when}</cp:coreProperties>"
    )


_CUSTOM = (
    f'<Properties xmlns="{_OPEN}/officeDocument/2006/custom-properties" '
    f'xmlns:vt="{_OPEN}/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
    f'name="{READING_PROPERTY}"><vt:lpwstr>{FORMAT_VERSION}</vt:lpwstr></property></Properties>'
)
_TYPES = {
    "word/document.xml": f"{_KIND}.document.main",
    "word/styles.xml": f"{_KIND}.styles",
    "word/settings.xml": f"{_KIND}.settings",
    "word/header1.xml": f"{_KIND}.header",
    "word/footer1.xml": f"{_KIND}.footer",
    "word/glossary/document.xml": f"{_KIND}.document.glossary",
    "word/glossary/styles.xml": f"{_KIND}.styles",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties",
}


def _tell_types(parts: Iterable[str]) -> str:
    return (
        f'<Types xmlns="{_OPEN}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/{part}" ContentType="{_TYPES[part]}+xml"/>'
            for part in parts
            if part in _TYPES
        )
        + "</Types>"
    )


def _link(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    held = f"{_OPEN}/package/2006/relationships"
    return f'<Relationships xmlns="{held}">{links}</Relationships>'


_OFFICE = f"{_OPEN}/officeDocument/2006/relationships"
_OF_PACKAGE = (
    (f"{_OFFICE}/officeDocument", "word/document.xml"),
    (f"{_OPEN}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    (f"{_OFFICE}/custom-properties", "docProps/custom.xml"),
)
_OF_DOCUMENT = (
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("header", "header1.xml"),
    ("footer", "footer1.xml"),
    ("glossaryDocument", "glossary/document.xml"),
)
"""By what kind the document knows its parts. The header is the third, the footer the fourth."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest

from chronolator.model import Sheet
from chronolator.readers.formats.word import read_document

ReadWord = Callable[..., list[Sheet]]
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = {
    "w": MAIN,
    "r": RELATIONS,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    RELATIONS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def make_word(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    links: Mapping[str, str] | None = None,
    strict: bool = False,
    encoding: str = "utf-8",
) -> bytes:
    """A document of this body. `parts` hold the inside of others by kind ("comments"), `links` the
    addresses of hyperlinks by id.
    """
    inside = {kind: f"word/{kind}.xml" for kind in parts or {}}
    relations = "".join(
        f'<Relationship Id="part{number}" Type="{RELATIONS}/{kind.rstrip("0123456789")}"'
        f' Target="{name.removeprefix("word/")}"/>'
        for number, (kind, name) in enumerate(inside.items())
    )
    relations += "".join(
        f'<Relationship Id="{link}" Type="{RELATIONS}/hyperlink" Target="{address}"'
        ' TargetMode="External"/>'
        for link, address in (links or {}).items()
    )
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006'
        '/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": _wrap_relations(
            f'<Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _wrap_relations(relations),
        "word/document.xml": _wrap("document", f"<w:body>{body}</w:body>"),
    }
    for kind, text in (parts or {}).items():
        members[inside[kind]] = text if text.startswith("<?xml") else _wrap("part", text)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            told = text
            for usual, other in _STRICT.items() if strict else ():
                told = told.replace(usual, other)
            data = told.encode(encoding if name.startswith("word/doc") else "utf-8")
            archive.writestr(name, data)
    return packed.getvalue()


def _wrap(root: str, inside: str) -> str:
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return f"<w:{root} {spaces}>{inside}</w:{root}>"


def _wrap_relations(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


@pytest.fixture(scope="session")
def read_word() -> ReadWord:
    """Takes what `make_word` takes, and gives the sheets of that document."""
    return lambda *taken, **named: read_document(make_word(*taken, **named), "return.docx")


@pytest.fixture(scope="session")
def pack_word() -> Callable[..., bytes]:
    """`make_word` itself."""
    return make_word

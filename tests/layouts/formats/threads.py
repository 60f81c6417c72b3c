"""Makes the plain comments of an xlsx file threaded ones, as Excel 365 writes them."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_RELATIONS = "http://schemas.microsoft.com/office/2017/10/relationships"
_PERSON = "{6F1C2A54-0B4E-4D0E-9E59-0A7E1B0C2D11}"
_FALLBACK = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; "
    "however, any edits to it will get removed if the file is opened in a newer version of Excel. "
    "Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    "
)


def add_threads(data: bytes) -> bytes:
    """The file with a thread for each of its comments, and the text for older programs."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    names = [name for name in parts if re.search(r"comments?/?(comment)?\d+\.xml$", name)]
    for number, name in enumerate(names, start=1):
        threads = _make_threads(parts[name], number)
        part = f"xl/threadedComments/threadedComment{number}.xml"
        parts[part] = threads.encode()
        parts[name] = _make_fallback(parts[name], number)
        _relate(parts, name, part, number)
    parts["xl/persons/person.xml"] = (
        f'<personList xmlns="{_THREADED}"><person displayName="A Reader" id="{_PERSON}" '
        'userId="reader" providerId="None"/></personList>'
    ).encode()
    _add_relation(
        parts, "xl/_rels/workbook.xml.rels", f"{_RELATIONS}/person", "persons/person.xml", "rIdP"
    )
    types = (
        b'<Override PartName="/xl/persons/person.xml" '
        b'ContentType="application/vnd.ms-excel.person+xml"/>'
    )
    types += b"".join(
        f'<Override PartName="/xl/threadedComments/threadedComment{number}.xml" '
        'ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'.encode()
        for number in range(1, len(names) + 1)
    )
    listing = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = listing.replace(b"</Types>", types + b"</Types>")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def _identify(number: int, place: int) -> str:
    return f"{{5A1D{number:04}-7C2B-4E0A-8F00-{place:012}}}"


def _list_comments(data: bytes) -> list[tuple[str, str]]:
    root = ET.fromstring(data)  # noqa: S314 - our own file
    return [
        (one.get("ref", ""), "".join(text.text or "" for text in one.iter(f"{_SHEET}t")))
        for one in root.iter(f"{_SHEET}comment")
    ]


def _make_threads(data: bytes, number: int) -> str:
    lines = [
        f'<threadedComment ref="{ref}" dT="2020-02-03T10:00:00.00" personId="{_PERSON}" '
        f'id="{_identify(number, place)}"><text>{escape(text)}</text></threadedComment>'
        for place, (ref, text) in enumerate(_list_comments(data))
    ]
    return f'<ThreadedComments xmlns="{_THREADED}">{"".join(lines)}</ThreadedComments>'


def _make_fallback(data: bytes, number: int) -> bytes:
    """Each comment opens with a word for older programs, by an author named after the thread."""
    comments = _list_comments(data)
    authors = "".join(
        f"<author>tc={_identify(number, place)}</author>" for place in range(len(comments))
    )
    lines = "".join(
        f'<comment ref="{ref}" authorId="{place}" shapeId="0">'
        f'<text><t xml:space="preserve">{escape(_FALLBACK + text)}</t></text></comment>'
        for place, (ref, text) in enumerate(comments)
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<comments xmlns="{space}"><authors>{authors}</authors>'
        f"<commentList>{lines}</commentList></comments>"
    ).encode()


def _relate(parts: dict[str, bytes], comments: str, part: str, number: int) -> None:
    """Name the thread among the relations of the sheet that has these comments."""
    target = comments.rpartition("xl/")[2].encode()
    for name in [one for one in parts if one.startswith("xl/worksheets/_rels/")]:
        if target in parts[name]:
            _add_relation(
                parts,
                name,
                f"{_RELATIONS}/threadedComment",
                f"../{part.removeprefix('xl/')}",
                f"rIdT{number}",
            )


def _add_relation(parts: dict[str, bytes], name: str, kind: str, target: str, one: str) -> None:
    line = f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", line.encode())

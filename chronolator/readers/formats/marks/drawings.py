"""Text boxes of an xlsx sheet: words that stand over its cells and in none of them."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from chronolator.model import Mark, MarkKind
from chronolator.readers.formats.marks.parts import Package, Relation, local

TEXT_BOX = "Text box: "


def list_text_boxes(package: Package, relations: Iterable[Relation]) -> Iterator[Mark]:
    """A comment for each text box with words, at the cell of its upper left corner."""
    for one in relations:
        if one.kind == "drawing":
            for anchor in package.read_tree(one.target):
                text = _read_text(anchor)
                if text:
                    place = (_read_place(anchor, "row"), _read_place(anchor, "col"))
                    yield Mark(MarkKind.COMMENT, *place, TEXT_BOX + text)


def _read_text(anchor: ET.Element) -> str:
    """The words, a line for each paragraph."""
    lines = [
        "".join(piece.text or "" for piece in paragraph.iter() if local(piece.tag) == "t")
        for body in anchor.iter()
        if local(body.tag) == "txBody"
        for paragraph in body.iterfind("{*}p")
    ]
    return "\n".join(lines).strip()


def _read_place(anchor: ET.Element, axis: str) -> int:
    number = anchor.findtext(f"{{*}}from/{{*}}{axis}", "0").strip()
    return int(number) + 1 if number.isdecimal() else 1

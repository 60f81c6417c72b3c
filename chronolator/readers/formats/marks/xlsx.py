"""xlsx and xlsm, transitional and Strict -> the marks of each sheet."""

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence

from chronolator.model import Mark, MarkKind, Value
from chronolator.model.values import show_value
from chronolator.readers.formats.marks.comments import list_comments, read_people
from chronolator.readers.formats.marks.drawings import list_text_boxes
from chronolator.readers.formats.marks.links import is_bare
from chronolator.readers.formats.marks.parts import (
    Deadline,
    Found,
    Package,
    Relation,
    UnreadError,
    read_relation_id,
)
from chronolator.readers.formats.marks.picking import pick_cells
from chronolator.readers.formats.marks.runs import Struck, read_shared
from chronolator.readers.formats.marks.styles import Style, read_styles
from chronolator.readers.formats.marks.worksheet import (
    Link,
    Looks,
    Worksheet,
    read_area,
)

Rows = Sequence[Sequence[Value]]
_WITHOUT_VALUE = (MarkKind.ERROR, MarkKind.NO_RESULT)


class Book:
    """A workbook looked at; what its sheets say is found when their values are there."""

    def __init__(self, data: bytes, deadline: Deadline) -> None:
        """Look for the cells that can say more than their values. Raises `UnreadError`."""
        package = self._package = Package(zipfile.ZipFile(io.BytesIO(data)), deadline)
        main = _find(package.read_relations(""), "officeDocument") or "xl/workbook.xml"
        relations = package.read_relations(main)
        self._parts = {
            one.get("name", ""): relations[number].target
            for one in package.read_tree(main).iterfind("{*}sheets/{*}sheet")
            if (number := read_relation_id(one.attrib)) in relations
        }
        self._people = read_people(package, relations.values())
        looks = self._looks = _read_looks(package, relations)
        self._picked = {
            part: pick_cells(package, part, looks.styles, looks.shared)
            for part in self._parts.values()
            if package.holds(part)
        }

    def find_marks(self, sheets: Mapping[str, Rows], deadline: Deadline) -> Iterator[Found]:
        """The marks of each sheet, in the order of `sheets` (rows by name)."""
        self._package.deadline = deadline
        for name, rows in sheets.items():
            if self._parts.get(name) not in self._picked:
                raise UnreadError("a sheet of the file is not where the file says")
            yield Found(self._read_sheet(self._parts[name], rows))

    def _read_sheet(self, part: str, rows: Rows) -> list[Mark]:
        relations = self._package.read_relations(part)
        sheet = Worksheet(rows, self._looks)
        if picked := self._picked[part]:
            sheet.run(picked.pieces, picked.fills)
        else:
            sheet.run(self._package.list_pieces(part))
        marks = sheet.marks
        without = {(one.row, one.column) for one in marks if one.kind in _WITHOUT_VALUE}
        for link in sheet.links:
            marks += _mark_link(link, relations, rows, without)
        marks += list_comments(self._package, tuple(relations.values()), self._people)
        marks += list_text_boxes(self._package, relations.values())
        return marks


def _read_looks(package: Package, relations: Mapping[str, Relation]) -> Looks:
    tree = package.read_tree(_find(relations, "styles") or "xl/styles.xml")
    theme = package.read_tree(_find(relations, "theme") or "xl/theme/theme1.xml")
    styles = read_styles(tree, theme)
    return Looks(styles, _read_strings(package, relations, styles))


def _read_strings(
    package: Package, relations: Mapping[str, Relation], styles: Mapping[str, Style]
) -> dict[str, Struck]:
    part = _find(relations, "sharedStrings") or "xl/sharedStrings.xml"
    if not package.holds(part):
        return {}
    struck = any(style.struck for style in styles.values())
    if struck or any(b"strike" in piece for piece in _overlap(package.list_pieces(part))):
        return read_shared(package.list_pieces(part))
    return {}


def _overlap(pieces: Iterator[bytes]) -> Iterator[bytes]:
    before = b""
    for piece in pieces:
        yield before + piece
        before = piece[-16:]


def _mark_link(
    link: Link,
    relations: Mapping[str, Relation],
    rows: Rows,
    without: Collection[tuple[int, int]],
) -> Iterator[Mark]:
    """The link's marks. Of empty cells those alone have one that are `without` their value."""
    target = relations[link.relation].target if link.relation in relations else ""
    address = target + (f"#{link.location}" if link.location else "")
    top, left, bottom, right = read_area(link.area)
    for row in range(top, min(bottom, len(rows)) + 1):
        values = rows[row - 1]
        for column in range(left, min(right, len(values)) + 1):
            value = values[column - 1]
            if value is not None and not is_bare(address, show_value(value)):
                yield Mark(MarkKind.LINK, row, column, address)
    for row, column in sorted(without):
        if top <= row <= bottom and left <= column <= right:
            yield Mark(MarkKind.LINK, row, column, address)


def _find(relations: Mapping[str, Relation], kind: str) -> str:
    return next((one.target for one in relations.values() if one.kind == kind), "")

"""A workbook of ours as its author saved it -> what its XML says of its looks. Runs in a worker."""

import io
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from chronolator.columns import OurLooks, key_of_name
from chronolator.readers.formats.marks.colours import Palette
from chronolator.readers.formats.marks.comments import list_comments, read_people
from chronolator.readers.formats.marks.drawings import list_text_boxes
from chronolator.readers.formats.marks.parts import (
    Deadline,
    Package,
    Relation,
    UnreadError,
    is_true,
    local,
    read_relation_id,
)
from chronolator.readers.formats.marks.worksheet import read_area
from chronolator.readers.ours.looks.found import FoundBook, FoundLooks, Place
from chronolator.readers.ours.looks.sheet import SheetXml
from chronolator.readers.ours.looks.styles import read_looks, strip_ours
from chronolator.readers.ours.looks.texts import Texts

_SECONDS = 12.0
_THINGS = {
    "pivotTable": "pivot table",
    "slicer": "slicer",
    "timeline": "timeline",
    "ctrlProp": "button or box",
    "oleObject": "embedded file",
    "package": "embedded file",
}
_DRAWN = {"graphicFrame": "chart", "pic": "picture", "sp": "shape", "cxnSp": "line"}


def find_looks(path: str, ours: OurLooks, written: Collection[str]) -> FoundBook:
    """The looks of every sheet. `written` are the names of the sheets that chron wrote: on these
    the looks that are ours are left out.

    Never raises: where the looks cannot be read, the value says so.
    """
    try:
        return _Book(Path(path).read_bytes(), ours).read(written)
    except UnreadError as error:
        return FoundBook(unread=str(error))
    except (OSError, LookupError, ValueError, zipfile.BadZipFile, ET.ParseError) as error:
        return FoundBook(unread=f"the file is not as it should be ({type(error).__name__})")


class _Book:
    def __init__(self, data: bytes, ours: OurLooks) -> None:
        self._ours = ours
        self._package = package = Package(zipfile.ZipFile(io.BytesIO(data)), Deadline(_SECONDS))
        main = _find(package.read_relations("").values(), "officeDocument") or "xl/workbook.xml"
        self._tree = package.read_tree(main)
        self._relations = package.read_relations(main)
        parts = self._relations.values()
        styles = package.read_tree(_find(parts, "styles"))
        theme = package.read_tree(_find(parts, "theme"))
        self._palette = Palette(styles, theme)
        self._looks = read_looks(styles, theme)
        self._texts = Texts(self._palette, ours)
        strings = self._read(_find(parts, "sharedStrings"))
        self._mixed, self._foreign = self._texts.sort(strings)
        self._people = read_people(package, parts)

    def read(self, written: Collection[str]) -> FoundBook:
        """All sheets."""
        sheets: dict[str, FoundLooks] = {}
        things: list[str] = []
        for one in self._tree.iterfind("{*}sheets/{*}sheet"):
            name, relation = one.get("name", ""), self._relations.get(read_relation_id(one.attrib))
            if relation is not None and relation.kind == "worksheet":
                sheets[name] = self._read_sheet(relation.target, name, is_ours=name in written)
            elif name not in written:
                things.append(f"the sheet {name}, which holds a chart and no cells")
        things += self._list_things()
        return FoundBook(sheets, tuple(things))

    def _read_sheet(self, part: str, name: str, *, is_ours: bool) -> FoundLooks:
        relations = self._package.read_relations(part).values()
        sheet = SheetXml(self._read(part))
        looks = self._looks
        if is_ours:
            looks = {number: strip_ours(look, self._ours) for number, look in looks.items()}
        looks = {number: look for number, look in looks.items() if look}
        counted = Counter(self._list_drawn(relations, name))
        comments: dict[Place, str] = {}
        marks = (*list_comments(self._package, tuple(relations), self._people),)
        for mark in (*marks, *list_text_boxes(self._package, relations)):
            place = (mark.row, mark.column)
            comments[place] = "\n\n".join(filter(None, (comments.get(place), mark.text)))
        if is_ours and sheet.groups_rows:
            counted["group of rows"] = 1
        if sheet.is_locked:
            counted["protection of the sheet"] = 1
        return FoundLooks(
            columns=sheet.columns,
            looks=dict(sheet.list_looks(looks)),
            mixed=frozenset(sheet.list_texts(self._mixed, self._texts.is_mixed)),
            foreign=frozenset(sheet.list_texts(self._foreign, self._texts.is_foreign)),
            comments=comments,
            heights=sheet.list_heights(),
            hidden_rows=tuple(sheet.list_hidden()),
            formulas=dict(sheet.list_formulas()),
            rules=tuple(sheet.list_rules(self._ours)),
            choices=tuple(sheet.list_choices(self._ours)),
            things=counted,
            filtered=tuple(self._list_filtered(relations)) or ((0,) if sheet.filtered else ()),
            frozen=sheet.frozen,
            zoom=sheet.zoom,
            table=next(self._list_tables(relations), None),
            tab=self._palette.resolve(sheet.tab),
        )

    def _list_drawn(self, relations: Iterable[Relation], name: str) -> Iterator[str]:
        for one in relations:
            if one.kind in _THINGS:
                yield _THINGS[one.kind]
            elif one.kind == "drawing" and name not in self._ours.drawn:
                for anchor in self._package.read_tree(one.target):
                    yield from (
                        _DRAWN[kind] for part in anchor if (kind := local(part.tag)) in _DRAWN
                    )

    def _list_tables(self, relations: Iterable[Relation]) -> Iterator[Place]:
        """The first and the last column of each table of the sheet."""
        for one in relations:
            if one.kind == "table":
                _, left, _, right = read_area(self._package.read_tree(one.target).get("ref", "A1"))
                yield left, right

    def _list_filtered(self, relations: Iterable[Relation]) -> Iterator[int]:
        """The columns by which a table of the sheet is filtered."""
        for one in relations:
            if one.kind != "table":
                continue
            table = self._package.read_tree(one.target)
            _, left, _, _ = read_area(table.get("ref", "A1"))
            for column in table.iterfind("{*}autoFilter/{*}filterColumn"):
                if len(column):
                    yield left + int(column.get("colId", "0"))

    def _list_things(self) -> Iterator[str]:
        if any(one.kind == "vbaProject" for one in self._relations.values()):
            yield "macros"
        names = [
            one.get("name", "") for one in self._tree.iterfind("{*}definedNames/{*}definedName")
        ]
        hers = [one for one in names if key_of_name(one) is None and not one.startswith("_xlnm")]
        if hers:
            yield f"the names {', '.join(hers)}" if len(hers) > 1 else f"the name {hers[0]}"
        locked = self._tree.find("{*}workbookProtection")
        if locked is not None and is_true(locked.get("lockStructure")):
            yield "the protection of the workbook"

    def _read(self, part: str) -> bytes:
        return (
            b"".join(self._package.list_pieces(part)) if part and self._package.holds(part) else b""
        )


def _find(relations: Iterable[Relation], kind: str) -> str:
    return next((one.target for one in relations if one.kind == kind), "")

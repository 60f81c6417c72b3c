"""A written workbook as its XML tells it: no library stands between a test and the file."""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CELL = re.compile(r"\$?([A-Z]+)\$?([0-9]+)")

T = TypeVar("T")
Box = tuple[int, int, int, int]
"""First column, first row, last column, last row; all count from 1."""


def decode(text: str) -> str:
    """The text that Excel shows for what stands in an attribute or an element."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def units(text: str) -> int:
    """The length as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


def read_box(ref: str) -> Box:
    """`A1:C3` or `B2` as numbers. Raises `ValueError` where it is neither."""
    corners = []
    for part in ref.split(":"):
        found = _CELL.fullmatch(part)
        if found is None:
            raise ValueError(ref)
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        corners += [column, int(found[2])]
    left, top, right, bottom = corners if len(corners) > 2 else corners * 2
    return left, top, right, bottom


def repeats(names: Iterable[T]) -> list[T]:
    """The names that come more than once."""
    return [name for name, times in Counter(names).items() if times > 1]


def meets(one: Box, other: Box) -> bool:
    """Whether two ranges have a cell in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


@dataclass(frozen=True)
class Cell:
    """`text` is what is shown of a text, a number or a formula's kept value."""

    column: int
    row: int
    kind: str
    style: int
    text: str
    formula: str | None


@dataclass(frozen=True)
class Drawn:
    """A drawing of a sheet, and its charts by their part's name."""

    root: Element
    charts: dict[str, Element]


@dataclass(frozen=True)
class SheetPart:
    """One worksheet with what hangs on it."""

    name: str
    state: str
    root: Element
    strings: list[str]
    tables: list[Element]
    drawings: list[Drawn] = field(default_factory=list)
    comments: list[Element] = field(default_factory=list)

    def find(self, path: str) -> list[Element]:
        """The elements below the sheet at that path, its steps without a namespace."""
        return self.root.findall("/".join(MAIN + step for step in path.split("/")))

    @cached_property
    def cells(self) -> dict[tuple[int, int], Cell]:
        """By column and row."""
        told = {}
        for row in self.find("sheetData/row"):
            for one in row:
                left, top, _, _ = read_box(one.attrib["r"])
                kind = one.get("t", "n")
                value = one.findtext(f"{MAIN}v") or ""
                if kind == "s":
                    value = self.strings[int(value)]
                elif kind == "inlineStr":
                    value = "".join(part.text or "" for part in one.iter(f"{MAIN}t"))
                formula = one.findtext(f"{MAIN}f")
                told[left, top] = Cell(left, top, kind, int(one.get("s", 0)), value, formula)
        return told


@dataclass(frozen=True)
class Written:
    """The whole package."""

    parts: dict[str, bytes]
    names: list[str]

    def root(self, part: str) -> Element:
        """The XML of a part."""
        return ET.fromstring(self.parts[part])  # noqa: S314  what the test itself wrote

    def links(self, part: str) -> dict[str, str]:
        """Where the relations of a part lead, by their ids; those to other files are left out."""
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self.parts:
            return {}
        return {
            one.attrib["Id"]: posixpath.normpath(posixpath.join("/", folder, one.attrib["Target"]))[
                1:
            ]
            for one in self.root(rels)
            if one.get("TargetMode") != "External"
        }

    @cached_property
    def strings(self) -> list[str]:
        """The shared strings, decoded."""
        if "xl/sharedStrings.xml" not in self.parts:
            return []
        return [
            "".join(decode(part.text or "") for part in one.iter(f"{MAIN}t"))
            for one in self.root("xl/sharedStrings.xml")
        ]

    @cached_property
    def sheets(self) -> list[SheetPart]:
        """In the order of their tabs."""
        targets = self.links("xl/workbook.xml")
        told = []
        for one in self.root("xl/workbook.xml").findall(f"{MAIN}sheets/{MAIN}sheet"):
            part = targets[one.attrib[f"{LINK}id"]]
            hanging = self.links(part)
            below = {
                kind: [target for target in hanging.values() if f"/{kind}" in target]
                for kind in ("tables/", "drawings/drawing", "comments")
            }
            told.append(
                SheetPart(
                    one.attrib["name"],
                    one.get("state", "visible"),
                    self.root(part),
                    self.strings,
                    [self.root(target) for target in below["tables/"]],
                    [self._read_drawing(target) for target in below["drawings/drawing"]],
                    [self.root(target) for target in below["comments"]],
                )
            )
        return told

    def _read_drawing(self, part: str) -> Drawn:
        charts = {one: self.root(one) for one in self.links(part).values() if "/charts/" in one}
        return Drawn(self.root(part), charts)

    @property
    def shown(self) -> list[SheetPart]:
        """The sheets that a reader sees."""
        return [one for one in self.sheets if one.state == "visible"]


def read_written(path: Path) -> Written:
    """Read a workbook as it stands on the disk."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        return Written({name: package.read(name) for name in names}, names)

"""The XML of one worksheet -> what stands there beside the values, told by its bytes.

A walk through it element by element takes ten times as long as to look for what is hers.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from chronolator.columns import OurLooks
from chronolator.model import Look
from chronolator.readers.formats.marks.parts import UnreadError, is_true, local
from chronolator.readers.formats.marks.worksheet import read_area, read_letters
from chronolator.readers.ours.looks.found import ColumnSpan, Place
from chronolator.readers.package import parse_xml

_BODY = re.compile(rb"<sheetData(?:/>|>(.*)</sheetData>)", re.DOTALL)
_ROW = re.compile(rb'<row r="(\d+)"([^>]*)>')
_TAKEN = re.compile(rb'(ht|customHeight|hidden)="([^"]*)"')
_GROUPED = re.compile(rb'<row [^>]*outlineLevel="[1-9]')
_PLACE = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})"')
_STYLED = rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [a-rt-z]+="[^"]*")* s="(%b)"'
_FORMULA = re.compile(rb"<f(?:/>|(?: [^>]*)?/>|(?: [^>]*)?>(.*?)</f>)", re.DOTALL)
_INLINE = re.compile(rb"<is>(.*?)</is>", re.DOTALL)
_CELL = b"<c "
_PADDING = 5 / 7
"""A column's width in the file counts five pixels more, of seven to a character."""
_MOST_ALL = 0.5
"""Where more of the rows have a height of their own, a program gave it, and not the author."""


class SheetXml:
    """One worksheet. Raises `UnreadError` where it is written as no program writes ours."""

    def __init__(self, data: bytes) -> None:
        """Part the cells from what stands round them."""
        found = _BODY.search(data)
        if found is None:
            raise UnreadError("a sheet is written in a way that is not known")
        self._body = found[1] or b""
        self._round = parse_xml(data[: found.start()] + data[found.end() :])

    @property
    def columns(self) -> tuple[ColumnSpan, ...]:
        """The columns as the file groups them."""
        return tuple(
            ColumnSpan(
                int(one.get("min", "0")),
                int(one.get("max", "0")),
                max(float(one.get("width", "0")) - _PADDING, 0.0),
                is_true(one.get("hidden")),
            )
            for one in self._round.iterfind("{*}cols/{*}col")
        )

    @property
    def frozen(self) -> Place:
        """How many rows and columns stand still; (0, 0) where none do."""
        pane = self._round.find("{*}sheetViews/{*}sheetView/{*}pane")
        if pane is None or pane.get("state") not in {"frozen", "frozenSplit"}:
            return 0, 0
        return int(float(pane.get("ySplit", "0"))), int(float(pane.get("xSplit", "0")))

    @property
    def zoom(self) -> int:
        """In percent."""
        view = self._round.find("{*}sheetViews/{*}sheetView")
        return int(view.get("zoomScale", "100")) if view is not None else 100

    @property
    def tab(self) -> ET.Element | None:
        """The colour of the sheet's tab."""
        return self._round.find("{*}sheetPr/{*}tabColor")

    @property
    def is_locked(self) -> bool:
        """Whether it is protected against changes."""
        return self._round.find("{*}sheetProtection") is not None

    @property
    def groups_rows(self) -> bool:
        """Whether rows fold away together."""
        return _GROUPED.search(self._body) is not None

    @property
    def filtered(self) -> bool:
        """Whether the sheet itself (and no table on it) hides rows by a filter."""
        return self._round.find("{*}autoFilter/{*}filterColumn") is not None

    def list_rules(self, ours: OurLooks) -> Iterator[str]:
        """The ranges of the conditional formats that are not chron's."""
        for one in self._round.iterfind("{*}conditionalFormatting"):
            rules = one.findall("{*}cfRule")
            told = [{text.text for text in rule.iterfind("{*}formula")} for rule in rules]
            if not all(texts & ours.rules for texts in told):
                yield one.get("sqref", "")

    def list_choices(self, ours: OurLooks) -> Iterator[str]:
        """The ranges of the lists to choose from, and the like, that are not chron's."""
        for one in self._round.iter():
            if local(one.tag) != "dataValidation" or one.get("type", "none") == "none":
                continue
            formula = next((part for part in one if local(part.tag) == "formula1"), None)
            if formula is not None and "".join(formula.itertext()).strip() not in ours.rules:
                yield one.get("sqref", "") or one.findtext("{*}sqref", "")

    def list_heights(self) -> Mapping[int, float]:
        """The heights in points that were set by hand."""
        custom, rows = {}, 0
        for number, told in _ROW.findall(self._body):
            rows += 1
            taken = dict(_TAKEN.findall(told))
            if taken.get(b"customHeight") in {b"1", b"true"} and b"ht" in taken:
                custom[int(number)] = float(taken[b"ht"])
        return custom if len(custom) <= rows * _MOST_ALL else {}

    def list_hidden(self) -> Iterator[int]:
        """The rows that are hidden."""
        for number, told in _ROW.findall(self._body):
            if dict(_TAKEN.findall(told)).get(b"hidden") in {b"1", b"true"}:
                yield int(number)

    def list_looks(self, looks: Mapping[str, Look]) -> Iterator[tuple[Place, Look]]:
        """The cells that have one of the looks, which are by the numbers of styles."""
        if not looks:
            return
        sought = re.compile(_STYLED % b"|".join(one.encode() for one in looks))
        styles = {one.encode(): look for one, look in looks.items()}
        columns: dict[bytes, int] = {}
        for letters, row, style in sought.findall(self._body):
            column = columns.get(letters)
            if column is None:
                column = columns[letters] = read_letters(letters.decode())
            yield (int(row), column), styles[style]

    def list_formulas(self) -> Iterator[tuple[Place, str]]:
        """The formulas by cell, "" for one that is shared with another cell."""
        if b"<f" not in self._body:
            return
        for found in _FORMULA.finditer(self._body):
            if place := self._find_cell(found.start()):
                text = parse_xml(b"<f>" + (found[1] or b"") + b"</f>").text
                yield place, text or ""

    def list_texts(
        self, numbers: Iterable[str], is_meant: Callable[[bytes], bool]
    ) -> Iterator[Place]:
        """The cells that hold one of the shared strings, or a text of their own that is meant."""
        if listed := [one.encode() for one in numbers]:
            wanted = frozenset(listed)
            for found in re.finditer(rb't="s"[^>]*><v>(\d+)</v>', self._body):
                if found[1] in wanted and (place := self._find_cell(found.start())):
                    yield place
        if b"<is>" in self._body:
            for found in _INLINE.finditer(self._body):
                if is_meant(found[1]) and (place := self._find_cell(found.start())):
                    yield place

    def _find_cell(self, position: int) -> Place | None:
        """The cell in whose XML the position lies; None where it lies in that of a row."""
        begins = self._body.rfind(_CELL, 0, position)
        if begins < 0 or self._body.rfind(b"<row", begins, position) >= 0:
            return None
        found = _PLACE.match(self._body, begins)
        if found is None:
            raise UnreadError("a cell is written in a way that is not known")
        row, column, _, _ = read_area(found[1].decode())
        return row, column

"""ods -> the marks of each sheet."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from chronolator.model import MarkKind, Value
from chronolator.model.values import show_value
from chronolator.readers.formats.marks.comments import sign
from chronolator.readers.formats.marks.links import is_bare
from chronolator.readers.formats.marks.ods_picking import RowPicker
from chronolator.readers.formats.marks.ods_sheet import OpenSheet
from chronolator.readers.formats.marks.ods_styles import Styles
from chronolator.readers.formats.marks.parts import (
    Attributes,
    Deadline,
    Found,
    Package,
    UnreadError,
    Walk,
)
from chronolator.readers.package import parse_xml

Rows = Sequence[Sequence[Value]]
_CONTENT = "content.xml"
_STYLES_END = b"</office:automatic-styles>"


def find_marks(data: bytes, sheets: Mapping[str, Rows], deadline: Deadline) -> Iterator[Found]:
    """The marks of each sheet, in the order of `sheets` (rows by name). Raises `UnreadError`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = Package(archive, deadline)
        styles = Styles(package.read_tree("styles.xml"), _read_own_styles(package))
        content = _Content(sheets, styles)
        content.run(RowPicker(content.styles).pick(package.list_pieces(_CONTENT)))
    for name in sheets:
        if name not in content.found:
            raise UnreadError("a sheet of the file is not where the file says")
        yield content.found[name]


def _read_own_styles(package: Package) -> ET.Element:
    """The styles that stand in the part of the cells, before them."""
    head = b""
    for piece in package.list_pieces(_CONTENT):
        head += piece
        before, end, _ = head.partition(_STYLES_END)
        if end:
            return parse_xml(before + end + b"</office:document-content>")
        if b"<office:body" in head:
            break
    return ET.Element("none")


class _Content:
    """Walks through the sheets of the file and keeps what their values do not say."""

    def __init__(self, sheets: Mapping[str, Rows], styles: Styles) -> None:
        self.found: dict[str, Found] = {}
        self._sheets = sheets
        self._cells = styles.list_cells()
        self._spans = styles.list_spans()
        self._sheet: OpenSheet | None = None
        self._name = ""
        self._depth = 0
        self._runs: list[tuple[str, bool]] = []
        self._struck = [False]
        self._note: list[str] | None = None
        self._author = ""
        self._walk = Walk(
            {
                "table": self._begin_table,
                "table-column": self._take_column,
                "table-row": self._begin_row,
                "table-cell": self._begin_cell,
                "covered-table-cell": self._begin_cell,
                "annotation": self._begin_note,
                "creator": self._begin_author,
                "date": self._begin_date,
                "a": self._take_link,
                "span": self._begin_span,
                "s": self._take_spaces,
                "tab": lambda _: self._take_text("\t"),
                "line-break": lambda _: self._take_text("\n"),
            },
            {
                "table": self._end_table,
                "table-row": self._end_row,
                "table-cell": self._end_cell,
                "covered-table-cell": self._end_cell,
                "annotation": self._end_note,
                "span": self._end_span,
                "p": lambda: self._take_text("\n"),
            },
            any_prefix=True,
        )

    @property
    def styles(self) -> frozenset[str]:
        """The names of the styles that say anything of a cell or of words."""
        return frozenset(self._cells) | frozenset(self._spans)

    def run(self, pieces: Iterable[bytes]) -> None:
        """Walk through the part."""
        self._walk.run(pieces)

    def _begin_table(self, attributes: Attributes) -> None:
        self._depth += 1
        name = attributes.get("table:name", "")
        if self._depth == 1 and name in self._sheets:
            self._name = name
            self._sheet = OpenSheet(self._sheets[name], self._cells)

    def _end_table(self) -> None:
        self._depth -= 1
        if self._depth == 0 and self._sheet:
            self.found[self._name] = Found(self._sheet.marks, tuple(self._sheet.merged))
            self._sheet = None

    def _take_column(self, attributes: Attributes) -> None:
        if self._sheet:
            self._sheet.take_column(attributes)

    def _begin_row(self, attributes: Attributes) -> None:
        if self._sheet:
            self._sheet.begin_row(attributes)

    def _end_row(self) -> None:
        if self._sheet:
            self._sheet.end_row()

    def _begin_cell(self, attributes: Attributes) -> None:
        if self._sheet:
            self._sheet.begin_cell(attributes)
            self._runs = []
            self._struck = [self._sheet.struck]
            self._hear()

    def _end_cell(self) -> None:
        self._walk.listen(None)
        if self._sheet:
            self._sheet.end_cell(self._runs)
        self._struck = [False]

    def _begin_span(self, attributes: Attributes) -> None:
        if self._sheet and self._note is None:
            struck = self._spans.get(attributes.get("text:style-name", ""), self._struck[-1])
            self._struck.append(struck)
            self._hear()

    def _end_span(self) -> None:
        if self._sheet and self._note is None and len(self._struck) > 1:
            self._struck.pop()
            self._runs.append(("", False))
            self._hear()

    def _hear(self) -> None:
        heard = any(self._struck) or (self._sheet is not None and self._sheet.wrong)
        self._walk.listen(self._take_text if heard else None)

    def _take_spaces(self, attributes: Attributes) -> None:
        self._take_text(" " * int(attributes.get("text:c", "1")))

    def _take_text(self, text: str) -> None:
        if self._note is not None:
            self._note.append(text)
        elif any(self._struck) or (self._sheet is not None and self._sheet.wrong):
            self._runs.append((text, self._struck[-1]))

    def _begin_note(self, _: Attributes) -> None:
        self._note, self._author = [], ""
        self._walk.listen(self._take_text)

    def _begin_author(self, _: Attributes) -> None:
        if self._note is not None:
            self._walk.collect(self._take_author)

    def _begin_date(self, _: Attributes) -> None:
        if self._note is not None:
            self._walk.collect(lambda _: self._walk.listen(self._take_text))

    def _take_author(self, text: str) -> None:
        self._author = text.strip()
        self._walk.listen(self._take_text)

    def _end_note(self) -> None:
        text = "".join(self._note or ()).strip()
        self._note = None
        self._hear()
        if text and self._sheet:
            self._sheet.mark(MarkKind.COMMENT, sign(self._author, text))

    def _take_link(self, attributes: Attributes) -> None:
        address = attributes.get("xlink:href", "")
        if self._sheet and self._note is None:
            value = self._sheet.value(0)
            if value is not None and not is_bare(address, show_value(value)):
                self._sheet.mark(MarkKind.LINK, address)

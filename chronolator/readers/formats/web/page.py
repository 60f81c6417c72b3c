"""A page's source, as any program wrote it -> its paragraphs and tables."""

import re
from dataclasses import dataclass, field

from chronolator.readers.formats.marks.links import is_bare
from chronolator.readers.formats.web.looks import Look, Styles
from chronolator.readers.formats.web.nouns import Cell, Row, Table, Text, read_span
from chronolator.readers.formats.web.tags import Comment, Tag, list_pieces
from chronolator.readers.formats.word.look import GONE, HIDDEN
from chronolator.readers.formats.word.passage import Passage

_AS_IT_STANDS, _UNCHOSEN = 16, 32
_MOST_COLUMNS, _MOST_ROWS = 1000, 65_534
"""What the standard of the web allows a cell to span."""
_EMPTY = frozenset(("area", "base", "col", "embed", "hr", "link", "meta", "source", "wbr"))
_BLOCK_NAMES = """
address article aside blockquote body caption center dd details div dl dt fieldset figure footer
form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_NO_WORDS = frozenset(("title", "xml", "template"))
_PARTS = frozenset(
    ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "frame", "caption")
)
_END_BY_THE_NEXT = frozenset(("p", "li", "dt", "dd", "option"))
_WORKSHEET = "<x:ExcelWorksheet>"
_NAME = re.compile(r"<x:Name>([^<]*)<")
_SOURCE = re.compile(r'<x:WorksheetSource HRef="([^"]*)"')
_TYPED = frozenset(("", "text", "date", "datetime-local", "time", "number", "email", "url"))
_BOXES = ("\u2610", "\u2612")


@dataclass(slots=True)
class _Words:
    """A text being written, the elements that are open in it, and what each of them does."""

    text: Text
    flags: int = 0
    elements: list[tuple[str, int]] = field(default_factory=list)
    link: tuple[str, Passage, int] | None = None

    @property
    def now(self) -> int:
        return self.elements[-1][1] if self.elements else self.flags

    def end_link(self) -> None:
        if self.link is None:
            return
        address, passage, start = self.link
        self.link = None
        words = "".join(text for text, _ in passage.list_pieces()[start:])
        if words.strip() and not is_bare(address, words) and address not in passage.links:
            passage.links.append(address)


@dataclass(slots=True)
class _Open:
    """A table being read, and what is open in it."""

    table: Table
    flags: int
    section: Look = field(default_factory=Look)
    row: Row | None = None
    row_flags: int = 0
    cell: _Words | None = None
    columns: int = 0


class Page:
    """A page as it was read.

    `text` is all that stands on it. `names` are the names that Excel gave its sheets, by the
    address of each, "" for a sheet on this page; `shows_others`: its words stand on other pages.
    `from_1904`: Excel's days are counted from that year.
    """

    def __init__(self, source: str) -> None:
        """Read the page whose source it is."""
        self.text = Text()
        self.names: list[tuple[str, str]] = []
        self.shows_others = False
        self.from_1904 = False
        self._styles = Styles()
        self._body = _Words(self.text)
        self._tables: list[_Open] = []
        self._silent = ""
        self._looks: dict[str, Look] = {}
        for piece in list_pieces(source):
            if isinstance(piece, str):
                self._add(piece)
            elif isinstance(piece, Comment):
                self._take_note(piece.text)
            elif piece.ends:
                self._end(piece.name)
            else:
                self._begin(piece)
        while self._tables:
            self._end_table()
        self._body.end_link()

    @property
    def _words(self) -> _Words:
        """Where words go now: words in a table outside its cells stand before it."""
        return next((one.cell for one in reversed(self._tables) if one.cell), self._body)

    def _begin(self, tag: Tag) -> None:
        name = tag.name
        if name == "style":
            self._styles.add(tag.inside)
            self._looks.clear()
        if name in {"script", "style"} or (self._silent and name not in {"body", "table"}):
            return
        self._silent = name if name in _NO_WORDS else ""
        if self._silent:
            return
        look = self._looks.get(tag.raw)
        if look is None:
            look = self._looks[tag.raw] = self._styles.find(name, tag.attributes)
        if name in _PARTS:
            self._begin_part(name, tag.attributes, look)
        if name not in {"td", "th", "tr", "table"}:
            self._begin_words(name, tag.attributes, _flag(look))

    def _end(self, name: str) -> None:
        if self._silent:
            self._silent = "" if name == self._silent else self._silent
        elif name in {"td", "th"} and self._tables:
            self._end_cell()
        elif name == "tr" and self._tables:
            self._end_row()
        elif name == "table" and self._tables:
            self._end_table()
        else:
            self._end_words(name)

    def _add(self, text: str) -> None:
        if self._silent:
            return
        if self._tables and self._tables[-1].cell is None and not text.strip(" \t\n\f"):
            return
        words = self._words
        if not words.now & _UNCHOSEN:
            as_it_stands = bool(words.now & _AS_IT_STANDS)
            words.text.add(text, words.now & (GONE | HIDDEN), as_it_stands=as_it_stands)

    def _take_note(self, text: str) -> None:
        """Take in what Excel notes for itself in a comment."""
        self.from_1904 = self.from_1904 or "<x:Date1904" in text
        for said in text.split(_WORKSHEET)[1:]:
            name, source = _NAME.search(said), _SOURCE.search(said)
            if name:
                self.names.append((source[1] if source else "", name[1]))

    def _begin_part(self, tag: str, attributes: dict[str, str], look: Look) -> None:
        if tag == "table":
            outer = self._words
            outer.text.end_paragraph()
            flags = outer.now | _flag(look)
            self._tables.append(_Open(Table(hidden=bool(flags & HIDDEN)), flags & GONE))
        elif tag == "frame":
            self.shows_others = True
        elif self._tables:
            one = self._tables[-1]
            if tag in {"td", "th"}:
                self._begin_cell(one, attributes, look)
            elif tag == "tr":
                self._begin_row(one, look)
            elif tag == "col":
                span = read_span(attributes, "span", _MOST_COLUMNS)
                if look.hidden:
                    one.table.hidden_columns += range(one.columns + 1, one.columns + span + 1)
                one.columns += span
            elif tag != "caption":
                self._end_row()
                one.section = look
        elif tag in {"td", "th", "tr"}:
            self._body.text.end_paragraph()

    def _begin_row(self, one: _Open, look: Look) -> None:
        self._end_row()
        look = look.over(one.section)
        one.row = Row(hidden=look.hidden, fill=look.fill)
        one.row_flags = one.flags | (_flag(look) & GONE)
        one.table.rows.append(one.row)

    def _begin_cell(self, one: _Open, attributes: dict[str, str], look: Look) -> None:
        self._end_cell()
        if one.row is None:
            self._begin_row(one, Look())
        if one.row is None:  # pragma: no cover  it has just begun
            return
        # Excel's own attributes, else those of LibreOffice: language;place;format.
        of_office = attributes.get("sdnum", "").split(";", 2)[2:]
        cell = Cell(
            across=read_span(attributes, "colspan", _MOST_COLUMNS),
            down=read_span(attributes, "rowspan", _MOST_ROWS),
            fill=look.fill,
            format=look.format or "".join(of_office),
            number=attributes.get("x:num", attributes.get("sdval")),
            error=attributes.get("x:err", ""),
            overflows=look.overflows,
        )
        one.row.cells.append(cell)
        one.cell = _Words(cell.text, one.row_flags | _flag(look))

    def _end_cell(self) -> None:
        one = self._tables[-1]
        if one.cell is not None:
            one.cell.end_link()
        one.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        self._tables[-1].row = None

    def _end_table(self) -> None:
        self._end_row()
        table = self._tables.pop().table
        if table.rows:
            self._words.text.add_table(table)

    def _begin_words(self, tag: str, attributes: dict[str, str], flags: int) -> None:
        words = self._words
        if tag in _BLOCKS:
            words.text.end_paragraph()
        if tag in _END_BY_THE_NEXT and words.elements and words.elements[-1][0] == tag:
            words.elements.pop()
        flags |= words.now
        if tag == "br":
            words.text.add("\n", flags & (GONE | HIDDEN), as_it_stands=True)
        elif tag == "img" and attributes.get("alt", "").strip():
            words.text.add(f" [{attributes['alt']}] ", flags & (GONE | HIDDEN))
        elif tag == "input":
            self._add_input(attributes, flags & (GONE | HIDDEN))
        elif tag == "a" and attributes.get("href", "")[:1] not in {"", "#"}:
            words.end_link()
            passage = words.text.take_open()
            words.link = (attributes["href"], passage, len(passage))
        elif tag in {"pre", "textarea"}:
            flags |= _AS_IT_STANDS
        elif tag == "option" and "selected" not in attributes:
            flags |= _UNCHOSEN
        if tag not in _EMPTY | {"br", "img", "input"}:
            words.elements.append((tag, flags))

    def _add_input(self, attributes: dict[str, str], flags: int) -> None:
        kind = attributes.get("type", "").casefold()
        if kind in {"checkbox", "radio"}:
            self._words.text.add(f" {_BOXES['checked' in attributes]} ", flags)
        elif kind in _TYPED and attributes.get("value"):
            self._words.text.add(f" {attributes['value']} ", flags)

    def _end_words(self, tag: str) -> None:
        words = self._words
        if tag in _BLOCKS:
            words.text.end_paragraph()
        if tag == "a":
            words.end_link()
        for place in range(len(words.elements) - 1, -1, -1):
            if words.elements[place][0] == tag:
                del words.elements[place:]
                return


def _flag(look: Look) -> int:
    return (GONE if look.struck else 0) | (HIDDEN if look.hidden else 0)

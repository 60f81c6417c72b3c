"""docx, with what Word puts round the words of a table."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.run import Run

from ..sheets import Book, Cell, Laid
from .blocks import list_blocks

_SPACES = nsdecls("w", "r", "wp", "a") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_CHANGED = 'w:id="7" w:author="A Reader" w:date="2020-02-03T10:00:00Z"'
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def write(book: Book, path: Path) -> None:
    """The document; what the sheets of a workbook would be are tables with a line above each."""
    _Writer(docx.Document()).write(book, path)


def count(path: Path) -> dict[str, int]:
    """The rows of each table that are not blank, and the paragraphs outside, by python-docx."""
    body = docx.Document(str(path)).element.body
    counted: dict[str, int] = {}
    names: dict[BaseOxmlElement, str] = {}
    inside: dict[str, int] = {}
    for table in body.iter(qn("w:tbl")):
        outer = next(table.iterancestors(qn("w:tbl")), None)
        stem = "table " if outer is None else f"{names[outer]}."
        inside[stem] = inside.get(stem, 0) + 1
        names[table] = f"{stem}{inside[stem]}"
        counted[names[table]] = sum(
            _has_words(row)
            for row in table.iter(qn("w:tr"))
            if next(row.iterancestors(qn("w:tbl"))) is table
        )
    counted["text"] = sum(
        _has_words(one)
        for one in body.iter(qn("w:p"))
        if next(one.iterancestors(qn("w:tbl")), None) is None
    )
    return counted


def _has_words(element: BaseOxmlElement) -> bool:
    return any((text.text or "").strip() for text in element.iter(qn("w:t"), qn("w:delText")))


class _Writer:
    """One document, and what its cells need outside the table."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes: list[str] = []
        self._comments: list[tuple[str, str]] = []

    def write(self, book: Book, path: Path) -> None:
        body = self._document.element.body
        end = body[-1]
        for block in list_blocks(book, titles_apart=True):
            made = self._make_table(block) if isinstance(block, Laid) else _make_lines(block)
            end.addprevious(parse_xml(made.replace(">", f" {_SPACES}>", 1)))
            if isinstance(block, Laid):
                end.addprevious(parse_xml(f"<w:p {_SPACES}/>"))
        self._add_comments()
        self._add_notes()
        self._document.save(str(path))

    def _add_comments(self) -> None:
        """Each run that has a comment carries its number in its style until here."""
        for number, (author, text) in enumerate(self._comments):
            for style in list(self._document.element.body.iter(qn("w:rStyle"))):
                if style.get(qn("w:val")) == f"remark{number}":
                    run = style.getparent().getparent()
                    style.getparent().remove(style)
                    self._document.add_comment(
                        Run(run, self._document), text=text, author=author, initials="AR"
                    )

    def _add_notes(self) -> None:
        if not self._notes:
            return
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
            "</w:footnote>"
            for number, text in enumerate(self._notes, start=1)
        )
        separator = (
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p>'
            "</w:footnote>"
        )
        part = Part(
            PackURI("/word/footnotes.xml"),
            _NOTES_TYPE,
            f"<w:footnotes {_SPACES}>{separator}{notes}</w:footnotes>".encode(),
            self._document.part.package,
        )
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _make_table(self, laid: Laid) -> str:
        width = max(map(len, laid.grid))
        grid = '<w:gridCol w:w="2000"/>' * width
        headings = len(laid.page.shape(laid.page))
        rows = "".join(
            _wrap(row, "rows", laid, wrapped=number >= headings)
            for number, row in enumerate(self._list_rows(laid, width))
        )
        table = (
            f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )
        return _wrap(table, "table", laid)

    def _list_rows(self, laid: Laid, width: int) -> Iterator[str]:
        open_down: dict[int, tuple[int, int]] = {}
        for number, line in enumerate(laid.grid):
            cells = []
            place = 0
            while place < width:
                cell = line[place] if place < len(line) else None
                down, right = open_down.get(place, (0, 1))
                if down:
                    open_down[place] = (down - 1, right)
                    looks = _span(right) + "<w:vMerge/>"
                    cells.append(f"<w:tc><w:tcPr>{looks}</w:tcPr><w:p/></w:tc>")
                else:
                    rows, right = cell.over if cell else (1, 1)
                    open_down[place] = (rows - 1, right)
                    cells.append(_wrap(self._make_cell(cell), "cells", laid))
                place += right
            hidden = "<w:trPr><w:hidden/></w:trPr>" if number in laid.hidden_rows else ""
            yield f"<w:tr>{hidden}{''.join(cells)}</w:tr>"

    def _make_cell(self, cell: Cell | None) -> str:
        if cell is None:
            return "<w:tc><w:tcPr/><w:p/></w:tc>"
        rows, columns = cell.over
        looks = _span(columns)
        looks += '<w:vMerge w:val="restart"/>' if rows > 1 else ""
        looks += f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
        runs = "".join(self._list_runs(cell))
        if cell.link:
            part = self._document.part
            target = part.relate_to(cell.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            runs = f'<w:hyperlink r:id="{target}">{runs}</w:hyperlink>'
        if cell.note:
            self._notes.append(cell.note)
            runs += f'<w:r><w:footnoteReference w:id="{len(self._notes)}"/></w:r>'
        if cell.box:
            runs += _make_box(cell.box)
        words = f"<w:p>{runs}</w:p>"
        if cell.inner:
            words += _make_inner(cell.inner) + "<w:p/>"
        return f"<w:tc><w:tcPr>{looks}</w:tcPr>{words}</w:tc>"

    def _list_runs(self, cell: Cell) -> Iterator[str]:
        """The words of the cell, those struck, inserted or deleted for themselves."""
        parts = [(cell.text, "")]
        for words, kind in (
            (cell.struck, "struck"),
            (cell.inserted, "ins"),
            (cell.deleted, "del"),
        ):
            if words:
                parts = [piece for part in parts for piece in _split(part, words, kind)]
        remark = ""
        if cell.comment:
            remark = f'<w:rStyle w:val="remark{len(self._comments)}"/>'
            self._comments.append(cell.comment)
        for text, kind in parts:
            looks = remark + ("<w:strike/>" if kind == "struck" else "")
            remark = ""
            tag = "w:delText" if kind == "del" else "w:t"
            run = f"<w:r><w:rPr>{looks}</w:rPr>{_make_text(text, tag)}</w:r>"
            yield f"<w:{kind} {_CHANGED}>{run}</w:{kind}>" if kind in ("ins", "del") else run


def _split(part: tuple[str, str], words: str, kind: str) -> Iterator[tuple[str, str]]:
    text, own = part
    before, found, after = text.partition(words)
    if own or not found:
        yield part
        return
    yield from ((told, what) for told, what in ((before, ""), (words, kind), (after, "")) if told)


def _make_text(text: str, tag: str) -> str:
    return "<w:br/>".join(
        f'<{tag} xml:space="preserve">{escape(line)}</{tag}>' for line in text.split("\n")
    )


def _make_lines(text: str) -> str:
    return f"<w:p><w:r>{_make_text(text, 'w:t')}</w:r></w:p>"


def _make_inner(lines: tuple[tuple[str, ...], ...]) -> str:
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/>{_make_lines(text)}</w:tc>" for text in line)
        + "</w:tr>"
        for line in lines
    )
    grid = '<w:gridCol w:w="900"/>' * len(lines[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _make_box(text: str) -> str:
    """A text box, as new programs read it and as old ones do."""
    content = f"<w:txbxContent>{_make_lines(text)}</w:txbxContent>"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="900000" cy="300000"/><wp:docPr id="9" name="Box"/>'
        f"<a:graphic><a:graphicData uri={quoteattr(shape)}><wps:wsp>"
        f'<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def _wrap(made: str, part: str, laid: Laid, *, wrapped: bool = True) -> str:
    """The part in a content control, where the page has its parts of this kind in them."""
    if laid.page.controls != part or not wrapped:
        return made
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{made}</w:sdtContent></w:sdt>"

"""A Word document -> its tables as sheets, and one sheet of the text outside them."""

from collections.abc import Iterator

from chronolator.errors import ReaderError
from chronolator.model import Mark, Sheet
from chronolator.readers.formats.word.asides import Asides
from chronolator.readers.formats.word.blocks import is_table, list_all_cells, list_blocks
from chronolator.readers.formats.word.lists import Lists
from chronolator.readers.formats.word.look import Styles
from chronolator.readers.formats.word.parts import Element, Part, Parts, get, get_value
from chronolator.readers.formats.word.passage import Passage
from chronolator.readers.formats.word.story import Story
from chronolator.readers.formats.word.tables import list_marked, read_table

TEXT = "text"
"""The name of the sheet of the text outside the tables."""
_SEPARATORS = {"separator", "continuationSeparator"}


def read_document(data: bytes, label: str) -> list[Sheet]:
    """Every table of the body in the order of the document, named "table 1" and so on (one inside a
    cell of it "table 1.1"), then the text outside the tables, a paragraph a row, as a sheet of
    prose: the body, with a blank row before each heading, then headers and footers.

    A row's number is its number in the table. A merged cell's value stands in its first cell.
    Deleted and struck words stand in their place, and are marked. Notes stand in square brackets
    where they are referred to. A table of one cell is a frame: its words are text, and what
    tables it holds are sheets. Raises `ReaderError` where the document is damaged or too large.
    """
    parts = Parts(data, label)
    try:
        return _Document(parts, label).sheets
    except RecursionError as error:
        raise ReaderError(
            f"{label}: its tables or text boxes stand too deep one in the other",
            hint="Open it in Word, copy the table into a new document, and merge that.",
        ) from error


class _Document:
    """One document being read."""

    def __init__(self, parts: Parts, label: str) -> None:
        self._label = label
        self._parts = parts
        self._main = parts.read_main()
        self._styles = Styles(self._find("styles"))
        self._lists = Lists(self._find("numbering"))
        self._prompts = dict(self._list_prompts())
        self._asides = Asides(dict(self._list_notes()), dict(self._list_comments()))
        self._above: list[str] = []
        self._prose: list[Passage] = []
        self._tables: list[Sheet] = []
        self._counts: dict[str, int] = {}
        bodies = self._main.root.findall("body")
        if not bodies:
            raise parts.tell_damaged()
        edges = [*self._read_edges("header"), *self._read_edges("footer")]
        for body in bodies:  # one alone in what Word itself writes
            self._read_body(body, self._make_story(self._main), "table ")
        edges += self._asides.take_rest()
        self.sheets = [*self._tables, *self._make_prose(edges)]

    def _find(self, kind: str) -> Part | None:
        return next(self._parts.read_kind(self._main, kind), None)

    def _make_story(self, part: Part, asides: Asides | None = None) -> Story:
        own = self._asides if asides is None else asides
        return Story(part, self._styles, self._lists, own, self._prompts)

    def _list_prompts(self) -> Iterator[tuple[str, str]]:
        """Each prompt by its name."""
        for part in self._parts.read_kind(self._main, "glossaryDocument"):
            for number, one in enumerate(part.root.iter("docPart")):
                name = get_value(one.find("docPartPr"), "name") or str(number)
                yield name, " ".join("".join(text.text or "" for text in one.iter("t")).split())

    def _list_notes(self) -> Iterator[tuple[tuple[str, str], Passage]]:
        for kind in ("footnote", "endnote"):
            for part in self._parts.read_kind(self._main, f"{kind}s"):
                story = self._make_story(part, Asides())
                for one in part.root.iter(kind):
                    told = story.fill(one)
                    if get(one, "type") not in _SEPARATORS or any(map(str.isalnum, told.text)):
                        yield (kind, get(one, "id") or ""), told

    def _list_comments(self) -> Iterator[tuple[str, str]]:
        for part in self._parts.read_kind(self._main, "comments"):
            story = self._make_story(part, Asides())
            for one in part.root.iter("comment"):
                author, text = get(one, "author") or "", story.fill(one).text
                if text:
                    yield get(one, "id") or "", f"{author}: {text}" if author else text

    def _read_edges(self, kind: str) -> list[Passage]:
        """Headers or footers, each text once however many sections repeat it."""
        told: dict[str, Passage] = {}
        for part in self._parts.read_kind(self._main, kind):
            for one in self._list_text(part.root, self._make_story(part), 0):
                told.setdefault(one.text, one)
        if kind == "header":
            self._above += list(told)
        return list(told.values())

    def _list_text(self, container: Element, story: Story, flags: int) -> Iterator[Passage]:
        """All words as text, those in tables too."""
        for block, own in list_blocks(container, story.is_prompt, flags):
            if block.tag == "tbl":
                for cell, inside in list_all_cells(block, story.is_prompt, own):
                    yield from self._list_text(cell, story, inside)
                continue
            told, boxes = story.read_paragraph(block, own)
            if not told.is_blank:
                yield told
            for box, inside in boxes:
                yield from self._list_text(box, story, inside)

    def _read_body(self, container: Element, story: Story, names: str, flags: int = 0) -> None:
        for block, own in list_blocks(container, story.is_prompt, flags):
            if block.tag == "tbl":
                self._counts[names] = self._counts.get(names, 0) + 1
                name = f"{names}{self._counts[names]}"
                if self._is_frame(block, story):
                    for cell, inside in list_all_cells(block, story.is_prompt, own):
                        self._read_body(cell, story, f"{name}.", inside)
                else:
                    self._add_table(block, story, name, own)
            else:
                told, boxes = story.read_paragraph(block, own)
                if not told.is_blank:
                    self._prose.append(told)
                    self._above.append(told.text)
                for box, inside in boxes:
                    self._read_body(box, story, names, inside)

    def _is_frame(self, table: Element, story: Story) -> bool:
        """True for one cell; and for one row or column of them round a table."""
        if is_table(table, story.is_prompt):
            return False
        cells = [cell for cell, _ in list_all_cells(table, story.is_prompt)]
        return len(cells) <= 1 or any(
            is_table(inner, story.is_prompt) for cell in cells for inner in cell.iter("tbl")
        )

    def _add_table(self, element: Element, story: Story, name: str, flags: int) -> None:
        table = read_table(element, story, name, lambda one: is_table(one, story.is_prompt), flags)
        sheet = Sheet(
            self._label,
            name,
            table.rows,
            tuple(table.merged),
            tuple(table.marks),
            above=tuple(self._above),
        )
        self._tables.append(sheet)
        self._above = []
        for inside, inner, own in table.inside:
            self._add_table(inner, story, inside, own)

    def _make_prose(self, edges: list[Passage]) -> Iterator[Sheet]:
        passages: list[Passage | None] = []
        for one in self._prose:
            passages += [None, one] if one.heads and passages else [one]
        if edges:
            passages += [None, *edges] if passages else edges
        rows = [[one.text] if one else [] for one in passages]
        marks = tuple(
            Mark(kind, row, 1, text)
            for row, passage in enumerate(passages, start=1)
            for kind, texts in (list_marked(passage) if passage else ())
            for text in texts
        )
        if rows or not self._tables:
            yield Sheet(self._label, TEXT, rows, marks=marks, prose=True)

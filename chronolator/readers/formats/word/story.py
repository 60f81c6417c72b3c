"""The words of one part of a document: its body, a header, its notes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from chronolator.readers.formats.word.asides import Asides
from chronolator.readers.formats.word.blocks import (
    SKIPPED,
    WITHDRAWING,
    choose,
    list_all_cells,
    list_blocks,
)
from chronolator.readers.formats.word.lists import Lists
from chronolator.readers.formats.word.look import (
    BOLD,
    GONE,
    HIDDEN,
    Style,
    Styles,
    is_heading,
    is_struck,
)
from chronolator.readers.formats.word.parts import Element, Part, get, get_number, get_value, is_on
from chronolator.readers.formats.word.passage import Passage
from chronolator.readers.formats.word.symbols import show_symbol

EMBEDDED = "embedded file"
INSERTED = "inserted file"
"""One that Word shows in its place, and takes in when the document is saved anew."""
COMMENT = "[comment: {}]"
"""A comment on nothing stands in the place of the words."""
TakeTable = Callable[[Element, int], str]
"""Given a table inside a cell and its flags, says what stands in its place; "" for its words."""
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_CHECKED, _UNCHECKED = "\u2612", "\u2610"


@dataclass(slots=True)
class _Field:
    """A field that has begun: at which piece, its instruction, what a form's field shows, and the
    pieces of the fields `inside` its instruction.
    """

    start: int
    instruction: str = ""
    shown: str = ""
    inside: list[tuple[int, int]] = field(default_factory=list)


class Story:
    """Reads the paragraphs of one part.

    `prompts` are the texts that empty content controls show, which nobody wrote, by their names.
    """

    def __init__(
        self, part: Part, styles: Styles, lists: Lists, asides: Asides, prompts: Mapping[str, str]
    ) -> None:
        self.part = part
        self._styles = styles
        self._lists = lists
        self._asides = asides
        self._prompts = prompts
        self._passage = Passage()
        self._style = Style()
        self._fields: list[_Field] = []
        self._boxes: list[tuple[Element, int]] = []
        self._handlers: dict[str, Callable[[Element, int], None]] = {
            "r": self._read_run,
            "t": lambda one, flags: self._passage.add(one.text or "", flags),
            "delText": lambda one, flags: self._passage.add(one.text or "", flags | GONE),
            "tab": lambda _, flags: self._passage.add("\t", flags),
            "ptab": lambda _, flags: self._passage.add("\t", flags),
            "br": lambda _, flags: self._passage.add("\n", flags),
            "cr": lambda _, flags: self._passage.add("\n", flags),
            "noBreakHyphen": lambda _, flags: self._passage.add("-", flags),
            "sym": self._read_symbol,
            "fldChar": self._read_field,
            "instrText": self._read_instruction,
            "fldSimple": self._read_simple_field,
            "hyperlink": self._read_link,
            "sdt": self._read_control,
            "AlternateContent": lambda one, flags: self._walk(choose(one), flags),
            "txbxContent": lambda one, flags: self._boxes.append((one, flags)),
            "textpath": lambda one, flags: self._passage.add_apart(get(one, "string") or "", flags),
            "pic": lambda _, flags: self._passage.add_picture("picture", flags),
            "imagedata": lambda _, flags: self._passage.add_picture("picture", flags),
            "chart": lambda _, flags: self._passage.add_picture("chart", flags),
            "relIds": lambda _, flags: self._passage.add_picture("diagram", flags),
            "object": self._read_object,
            "altChunk": lambda _, flags: self._passage.add_picture(INSERTED, flags),
            "subDoc": lambda _, flags: self._passage.add_picture(INSERTED, flags),
            "footnoteReference": self._read_note,
            "endnoteReference": self._read_note,
            "commentRangeStart": self._read_comment,
            "commentReference": self._read_comment,
        }

    def is_prompt(self, control: Element) -> bool:
        """True for a content control that is empty: it shows the text of its template, or words in
        the style that Word keeps for what nobody wrote.

        That it says so of itself is not enough: other programs write into it and leave that. Nor is
        it needed where it shows its own prompt: LibreOffice forgets to say so.
        """
        shown = " ".join("".join(one.text or "" for one in control.iter("t")).split())
        own = get_value(control.find("sdtPr/placeholder"), "docPart") or ""
        if shown and self._prompts.get(own) == shown:
            return True
        if not is_on(control.find("sdtPr"), "showingPlcHdr"):
            return False
        if shown in self._prompts.values():
            return True
        runs = [run for run in control.iter("r") if any(one.text for one in run.iter("t"))]
        named = {get_value(run.find("rPr"), "rStyle") or "" for run in runs}
        return bool(named) and all(self._styles.find(one).prompts for one in named)

    def read_paragraph(
        self, block: Element, flags: int = 0
    ) -> tuple[Passage, list[tuple[Element, int]]]:
        """The words of a paragraph (or of what stands in the place of one), and the text boxes that
        are anchored in it, with their flags.
        """
        passage, self._passage = self._passage, Passage()
        properties = block.find("pPr")
        self._style = self._styles.of_paragraph(properties)
        self._fields, self._boxes = [], []
        if block.tag in self._handlers:
            self._handlers[block.tag](block, flags)
        else:
            self._walk(block, flags)
        told, self._passage = self._passage, passage
        if told.is_blank and told.comments:
            told.add(COMMENT.format(told.comments.pop(0)))
        label = self._take_label(properties)
        if label:
            told.label_item(0, label)
        own = is_heading(properties)
        told.heads = bool(self._style.heads if own is None else own) or told.is_bold_line
        return told, self._boxes

    def fill(
        self,
        container: Element,
        flags: int = 0,
        take_table: TakeTable = lambda *_: "",
    ) -> Passage:
        """All the words inside a cell, a box or a note, line by line. Of a table inside stands what
        `take_table` says; where that is nothing, its cells, one below the other.
        """
        whole = Passage()
        self._fill(whole, container, flags, take_table)
        return whole

    def _fill(self, whole: Passage, container: Element, flags: int, take_table: TakeTable) -> None:
        first = True
        for block, own in list_blocks(container, self.is_prompt, flags):
            if block.tag == "tbl":
                first = self._fill_table(whole, block, own, take_table, first=first)
                continue
            told, boxes = self.read_paragraph(block, own)
            if not first:
                whole.add("\n")
            first = False
            whole.go_on(told)
            for box, inside in boxes:
                whole.add("\n")
                self._fill(whole, box, inside, take_table)

    def _fill_table(
        self,
        whole: Passage,
        table: Element,
        flags: int,
        take_table: TakeTable,
        *,
        first: bool,
    ) -> bool:
        if told := take_table(table, flags):
            # It is of the words before it.
            whole.add(told if first else f"\n{told}", flags | whole.last_flags & GONE)
            return False
        for cell, own in list_all_cells(table, self.is_prompt, flags):
            if not first:
                whole.add("\n")
            first = False
            self._fill(whole, cell, own, take_table)
        return first

    def _take_label(self, properties: Element | None) -> str:
        numbers = properties.find("numPr") if properties is not None else None
        list_id = get_value(numbers, "numId") or self._style.list_id
        if not list_id:
            return ""
        return self._lists.take(list_id, get_number(numbers, "ilvl", self._style.level))

    def _walk(self, element: Element, flags: int) -> None:
        for child in element:
            handler = self._handlers.get(child.tag)
            if handler:
                handler(child, flags)
            elif child.tag not in SKIPPED:
                self._walk(child, flags | GONE if child.tag in WITHDRAWING else flags)

    def _read_run(self, run: Element, flags: int) -> None:
        looks = run.find("rPr")
        own = self._style
        struck, hidden, bold = own.struck, own.hidden, own.bold
        if looks is not None:
            named = self._styles.find(get_value(looks, "rStyle") or "")
            for told in (named.struck, is_struck(looks)):
                struck = struck if told is None else told
            for told in (named.hidden, is_on(looks, "vanish")):
                hidden = hidden if told is None else told
            for told in (named.bold, is_on(looks, "b")):
                bold = bold if told is None else told
        flags |= (GONE if struck else 0) | (HIDDEN if hidden else 0) | (BOLD if bold else 0)
        self._walk(run, flags)

    def _read_symbol(self, symbol: Element, flags: int) -> None:
        shown = show_symbol(get(symbol, "font") or "", get(symbol, "char") or "")
        self._passage.add(shown, flags)

    def _read_field(self, mark: Element, flags: int) -> None:
        """A field shows its result; the results of fields in its instruction are not shown."""
        kind = get(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(len(self._passage), shown=_show_form(mark.find("ffData"))))
        elif kind == "separate" and self._fields:
            for start, end in reversed(self._fields[-1].inside):
                self._passage.drop(start, end)
            self._fields[-1].inside.clear()
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if self._passage.is_blank_since(ended.start):
                self._passage.add(ended.shown, flags)
            if self._fields:
                self._fields[-1].inside.append((ended.start, len(self._passage)))
            self._add_link(_LINK.match(ended.instruction))

    def _read_instruction(self, instruction: Element, _: int) -> None:
        if self._fields:
            self._fields[-1].instruction += instruction.text or ""

    def _read_simple_field(self, element: Element, flags: int) -> None:
        self._walk(element, flags)
        self._add_link(_LINK.match(get(element, "instr") or ""))

    def _read_link(self, link: Element, flags: int) -> None:
        self._walk(link, flags)
        target = self.part.targets.get(get(link, "id") or "")
        if target and target.external and target.address not in self._passage.links:
            self._passage.links.append(target.address)

    def _add_link(self, found: re.Match[str] | None) -> None:
        if found and found[1] not in self._passage.links:
            self._passage.links.append(found[1])

    def _read_control(self, control: Element, flags: int) -> None:
        if not self.is_prompt(control):
            self._walk(control, flags)

    def _read_object(self, element: Element, flags: int) -> None:
        """An object of another program shows a picture of itself."""
        if any(one.tag == "OLEObject" for one in element.iter()):
            self._passage.add_picture(EMBEDDED, flags)
        else:
            self._walk(element, flags)

    def _read_note(self, reference: Element, flags: int) -> None:
        kind = reference.tag.removesuffix("Reference")
        note = self._asides.take_note(kind, get(reference, "id") or "")
        if note is not None and not note.is_blank:
            flags |= self._passage.last_flags & GONE  # it is of the words before it
            self._passage.add_apart("[note: ", flags)
            self._passage.go_on(note, flags)
            self._passage.add("]", flags)

    def _read_comment(self, anchor: Element, _: int) -> None:
        if comment := self._asides.take_comment(get(anchor, "id") or ""):
            self._passage.comments.append(comment)


def _show_form(form: Element | None) -> str:
    """What a field of an old form shows: a box that is ticked or not, or the item chosen."""
    if form is None:
        return ""
    box = form.find("checkBox")
    if box is not None:
        told = is_on(box, "checked")
        return _CHECKED if (is_on(box, "default") if told is None else told) else _UNCHECKED
    choices = form.find("ddList")
    if choices is not None:
        items = [get(one, "val") or "" for one in choices.findall("listEntry")]
        at = get_number(choices, "result", get_number(choices, "default"))
        return items[at] if 0 <= at < len(items) else ""
    return ""

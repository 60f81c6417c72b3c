"""Words, paragraphs, cells and tables -> the markup of a Word document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from chronolator.columns import clean_text
from chronolator.write.evidence import PLAIN, Look
from chronolator.write.word.prompts import name_prompt
from chronolator.write.word.styles import CELL, EVIDENCE, HEADING, NAME, PROMPT, WITHDRAWN

CENTIMETRE = 567
"""In the twentieths of a point in which a document measures."""
_LETTER = 0.175
"""How wide a letter of a cell's text is at most in the mean, in centimetres."""
_SIDES = 0.3
_MOST_LINES_TOGETHER = 12
"""A higher row may be parted by the end of a page: kept together, it would leave the page empty."""
_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_BESIDE_BAR = '<w:ind w:left="142"/>'
_INSIDE_BAR = '<w:tcMar><w:left w:w="142" w:type="dxa"/></w:tcMar>'
_LOOKS = {
    PLAIN: "",
    Look.EVIDENCE: f'<w:rStyle w:val="{EVIDENCE}"/>',
    Look.WITHDRAWN: f'<w:rStyle w:val="{WITHDRAWN}"/>',
    Look.EVIDENCE | Look.WITHDRAWN: f'<w:rStyle w:val="{EVIDENCE}"/><w:strike/>',
    Look.NAME: f'<w:rStyle w:val="{NAME}"/>',
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look, or in the style of characters with the id `style`."""

    words: str
    look: Look = PLAIN
    style: str = ""

    def __str__(self) -> str:
        own = f'<w:rStyle w:val="{self.style}"/>' if self.style else _LOOKS[self.look]
        properties = f"<w:rPr>{own}</w:rPr>" if own else ""
        return f'<w:r>{properties}<w:t xml:space="preserve">{_tell(self.words)}</w:t></w:r>'


@dataclass(frozen=True, slots=True)
class Control:
    """A place to write in, called `name`, which shows the `prompt` until somebody writes there.

    Its `choices` are offered, and other words can be written all the same.
    """

    name: str
    prompt: str
    choices: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What it shows."""
        return self.prompt

    def show_prompt(self) -> Run:
        """The prompt as it stands there."""
        return Run(self.prompt, style=PROMPT)

    def __str__(self) -> str:
        offered = "".join(
            f"<w:listItem w:displayText={one} w:value={one}/>" for one in map(quote, self.choices)
        )
        kind = f"<w:comboBox>{offered}</w:comboBox>" if offered else ""
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quote(self.name)}/><w:placeholder>"
            f'<w:docPart w:val="{name_prompt(self.prompt)}"/></w:placeholder><w:showingPlcHdr/>'
            f"{kind}</w:sdtPr><w:sdtContent>{self.show_prompt()}</w:sdtContent></w:sdt>"
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs of words, in the style with the id `style`. `bar`: a colour at the left edge."""

    runs: tuple[Run | Control, ...]
    style: str = CELL
    bar: str = ""
    on_new_page: bool = False

    def __str__(self) -> str:
        bar = f"<w:pBdr>{_draw_bar(self.bar, 4)}</w:pBdr>{_BESIDE_BAR}" if self.bar else ""
        runs = "".join(map(str, self.runs))
        page = "<w:pageBreakBefore/>" if self.on_new_page else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>{page}{bar}</w:pPr>{runs}</w:p>'

    def count_lines(self, width: float) -> int:
        """About how many lines it takes in a cell so many centimetres wide."""
        letters = max(1, int((width - _SIDES) / _LETTER))
        lines = "".join(run.words for run in self.runs).split("\n")
        return sum(max(1, ceil(len(line) / letters)) for line in lines)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell. `bar`: a colour at its left edge, `paper` one behind its words."""

    paragraphs: tuple[Paragraph, ...] = ()
    bar: str = ""
    paper: str = ""

    def write(self, width: float) -> str:
        """Its markup, so many centimetres wide."""
        bar = f"<w:tcBorders>{_draw_bar(self.bar, 0)}</w:tcBorders>" if self.bar else ""
        paper = f'<w:shd w:val="clear" w:color="auto" w:fill="{self.paper[1:]}"/>'
        properties = f'<w:tcW w:w="{_measure(width)}" w:type="dxa"/>{bar}'
        held = "".join(map(str, self.paragraphs or (Paragraph(()),)))
        shade = paper if self.paper else ""
        inside = _INSIDE_BAR if self.bar else ""
        return f"<w:tc><w:tcPr>{properties}{shade}{inside}</w:tcPr>{held}</w:tc>"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings, which comes again on every page.

    `name` and `meaning` are what somebody who cannot see it is told; `widths` are centimetres. Of
    one that `repeats` Word adds a row, with its controls, at a click on the plus behind the last.
    """

    name: str
    meaning: str
    headings: Sequence[str]
    widths: Sequence[float]
    rows: Iterable[Sequence[Cell]]
    heading_paper: str = "#E1E7ED"
    repeats: bool = False

    def list_parts(self) -> Iterator[str]:
        """Its markup, piece by piece."""
        whole = sum(map(_measure, self.widths))
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="Chronology"/>'
            f'<w:tblW w:w="{whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quote(self.name)}/>"
            f"<w:tblDescription w:val={quote(self.meaning)}/></w:tblPr><w:tblGrid>"
        )
        yield from (f'<w:gridCol w:w="{_measure(width)}"/>' for width in self.widths)
        yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for heading, width in zip(self.headings, self.widths, strict=True):
            told = Paragraph((Run(heading),), HEADING)
            yield Cell((told,), paper=self.heading_paper).write(width)
        yield "</w:tr>"
        rows = map(self._write_row, self.rows)
        if self.repeats:
            items = (_wrap("w15:repeatingSectionItem", row) for row in rows)
            yield _wrap("w15:repeatingSection", "".join(items))
        else:
            yield from rows
        yield "</w:tbl>"

    def _write_row(self, row: Sequence[Cell]) -> str:
        pairs = list(zip(row, self.widths, strict=True))
        lines = max(sum(one.count_lines(width) for one in cell.paragraphs) for cell, width in pairs)
        together = "<w:trPr><w:cantSplit/></w:trPr>" if lines <= _MOST_LINES_TOGETHER else ""
        return f"<w:tr>{together}{''.join(cell.write(width) for cell, width in pairs)}</w:tr>"


def _wrap(kind: str, held: str) -> str:
    return f"<w:sdt><w:sdtPr><{kind}/></w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>"


def make_text(words: str, style: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(words),), style)


def quote(text: str) -> str:
    """The text on one line, as the value of an attribute, with its marks of quotation."""
    return f'"{escape(" ".join(clean_text(text).split()))}"'


def _tell(words: str) -> str:
    text = words if words.isprintable() else clean_text(words)
    return escape(text, quote=False).replace("\n", _LINE_BREAK).replace("\t", _TAB)


def _draw_bar(colour: str, away: int) -> str:
    return f'<w:left w:val="single" w:sz="36" w:space="{away}" w:color="{colour[1:]}"/>'


def _measure(centimetres: float) -> int:
    return round(centimetres * CENTIMETRE)

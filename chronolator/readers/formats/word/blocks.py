"""What stands one below or beside the other: paragraphs and tables, rows, cells."""

from collections.abc import Callable, Iterator

from chronolator.readers.formats.word.look import GONE, HIDDEN
from chronolator.readers.formats.word.parts import Element, is_on

SKIPPED = frozenset(
    {
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "tblPr",
        "tblPrEx",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "docPartPr",
        "rubyPr",
        "instrText",
        "delInstrText",
        "fldData",
    }
)
"""Elements that say how something looks, and hold no words."""
WITHDRAWING = frozenset({"del", "moveFrom"})
_WRAPPERS = frozenset(
    {
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "AlternateContent",
        "Choice",
        "Fallback",
        "docPartBody",
    }
)
_TELLING = frozenset(
    {
        "t",
        "delText",
        "sym",
        "fldChar",
        "pic",
        "imagedata",
        "chart",
        "relIds",
        "OLEObject",
        "textpath",
    }
)
IsPrompt = Callable[[Element], bool]


def list_blocks(
    parent: Element, is_prompt: IsPrompt, flags: int = 0
) -> Iterator[tuple[Element, int]]:
    """What stands in the parent and with what flags, through whatever is wrapped round it: content
    controls, tracked changes. The prompt of an empty control is passed over.
    """
    for child in parent:
        if child.tag not in _WRAPPERS:
            if child.tag not in SKIPPED:
                yield child, flags
        elif child.tag != "sdt" or not is_prompt(child):
            inside = choose(child) if child.tag == "AlternateContent" else child
            gone = flags | GONE if child.tag in WITHDRAWING else flags
            yield from list_blocks(inside, is_prompt, gone)


def list_rows(table: Element, is_prompt: IsPrompt, flags: int = 0) -> Iterator[tuple[Element, int]]:
    """The rows of a table, each with the flags of its words: GONE where tracked changes delete it,
    HIDDEN where it is hidden.
    """
    for row, own in list_blocks(table, is_prompt, flags):
        if row.tag == "tr":
            properties = row.find("trPr")
            gone = properties is not None and properties.find("del") is not None
            hidden = HIDDEN if is_on(properties, "hidden") else 0
            yield row, own | hidden | (GONE if gone else 0)


def list_cells(row: Element, is_prompt: IsPrompt, flags: int = 0) -> Iterator[tuple[Element, int]]:
    """The cells of a row, each with the flags of its words."""
    for cell, own in list_blocks(row, is_prompt, flags):
        if cell.tag == "tc":
            looks = cell.find("tcPr")
            gone = looks is not None and looks.find("cellDel") is not None
            yield cell, own | GONE if gone else own


def list_all_cells(
    table: Element, is_prompt: IsPrompt, flags: int = 0
) -> Iterator[tuple[Element, int]]:
    """The cells of all rows, one after another."""
    for row, own in list_rows(table, is_prompt, flags):
        yield from list_cells(row, is_prompt, own)


def choose(alternatives: Element) -> Element:
    """Of what is given twice, for new programs and for old ones, the first that says something."""
    return next((one for one in alternatives if _says_something(one)), alternatives)


def _says_something(element: Element) -> bool:
    return any(one.tag in _TELLING for one in element.iter())


def is_table(table: Element, is_prompt: IsPrompt) -> bool:
    """True for two rows and two columns at least: less is a frame round words."""
    rows = [row for row, _ in list_rows(table, is_prompt)]
    return len(rows) > 1 and any(sum(1 for _ in list_cells(row, is_prompt)) > 1 for row in rows)

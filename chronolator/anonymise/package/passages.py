"""Which texts stand in a part of a package, and of what kind each is."""

import re
from collections.abc import Iterator
from itertools import groupby

from chronolator.anonymise.package.markup import (
    Kind,
    Passage,
    Run,
    list_attributes,
    name_tag,
    read_text,
)

_PARAGRAPHS = frozenset({"si", "is", "p", "text", "rPh"})
_RUNS = frozenset({"t", "delText", "instrText", "delInstrText", "text"})
_DELETED = frozenset({"delText", "delInstrText"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_FORMULAS = frozenset(
    {
        "f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula",
        "totalsRowFormula", "oldFormula",
    }
)  # fmt: skip
_HEADERS = frozenset(
    {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
)
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[A-Za-z&])')
_AUTHORS = frozenset({"creator", "lastModifiedBy", "author", "Manager"})
_AUTHOR_ATTRIBUTES = frozenset(
    {"w:author", "w15:author", "w:initials", "userName", "w:displayName", "w15:userId"}
)
_NUMBER = re.compile(r"[\s\d.,:+eE-]*")
_SKIPPED = frozenset(
    {
        "sqref", "posOffset", "Template", "Application", "AppVersion", "fldData", "col", "row",
        "colOff", "rowOff", "i4", "x", "y",
    }
)  # fmt: skip
_STRUCTURE = frozenset(
    {
        "r", "ref", "sqref", "s", "t", "Id", "Type", "ContentType", "PartName", "Extension",
        "TargetMode", "Ignorable", "Requires", "uri", "id", "guid", "style", "typeface", "ascii",
        "hAnsi", "cs", "eastAsia", "lang", "bidi", "fillcolor", "strokecolor",
        "baseType", "fmtid", "pid", "shapeId", "objectType", "spid", "paraId", "textId", "rsidR",
        "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "codeName", "macro", "cell",
    }
)  # fmt: skip
"""Attributes that say how a file is built; and fonts: Georgia may be a girl, and a typeface."""
_FONTS = frozenset({"rFont", "font", "latin", "ea", "cs", "sym", "rFonts"})
_LANGUAGES = frozenset({"lang", "themeFontLang"})
_STYLES = frozenset({"pStyle", "rStyle", "tblStyle"})
"""What points to a style; its name is told where the style is."""
_NAMED = {
    ("sheet", "name"): Kind.SHEET,
    ("worksheetSource", "sheet"): Kind.SHEET,
    ("definedName", "name"): Kind.NAME,
    ("table", "name"): Kind.NAME,
    ("table", "displayName"): Kind.NAME,
    ("worksheetSource", "name"): Kind.NAME,
    ("hyperlink", "location"): Kind.FORMULA,
    ("numFmt", "formatCode"): Kind.FORMULA,  # words in it stand in quotation marks, too
    ("person", "displayName"): Kind.AUTHOR,
    ("person", "userId"): Kind.AUTHOR,
    ("presenceInfo", "userId"): Kind.AUTHOR,
}


def list_passages(pieces: list[str]) -> Iterator[Passage]:
    """Every text in the pieces that may hold somebody's name, in order. Of a paragraph in which
    words are struck out as deleted the whole comes twice, without those words and with them, and
    they come alone between.
    """
    stack: list[str] = []
    opened: list[Passage] = []
    for at, piece in enumerate(pieces):
        if piece.startswith(("<?", "<!--")):
            continue
        if piece.startswith("</"):
            yield from _close(at, piece, stack, opened, pieces)
        elif piece.startswith("<") and not piece.startswith("<![CDATA["):
            yield from _list_attributes(at, piece)
            _open(at, piece, stack, opened)
        elif stack and stack[-1] in _RUNS and opened:
            opened[-1].runs.append(Run(at, read_text(piece)))
        elif stack and not piece.isspace():
            yield from _list_alone(at, piece, stack)


def _open(at: int, piece: str, stack: list[str], opened: list[Passage]) -> None:
    name = name_tag(piece)
    if piece.endswith("/>"):
        if opened and name in _BREAKS and stack[-1:] != ["tabs"]:
            opened[-1].runs.append(Run(at, _BREAKS[name], fixed=True))
        return
    stack.append(name)
    if name in _PARAGRAPHS:
        opened.append(Passage(Kind.PROSE, name, pieces=(at, at)))


def _close(
    at: int, piece: str, stack: list[str], opened: list[Passage], pieces: list[str]
) -> Iterator[Passage]:
    if stack:
        stack.pop()
    if opened and name_tag(piece) == opened[-1].name:
        done = opened.pop()
        done.pieces = done.pieces[0], at
        yield from _finish(done, pieces)


def _finish(passage: Passage, pieces: list[str]) -> Iterator[Passage]:
    if not passage.runs:
        return
    parts = [
        (deleted, list(runs))
        for deleted, runs in groupby(
            passage.runs,
            lambda run: not run.fixed and name_tag(pieces[run.piece - 1]) in _DELETED,
        )
    ]
    if len(parts) == 1:
        yield passage
        return
    kept = [run for deleted, runs in parts if not deleted for run in runs]
    yield Passage(Kind.PROSE, passage.name, kept, passage.pieces)
    # What is deleted is read alone, and with what stands round it, as it is now.
    alone = [runs for deleted, runs in parts if deleted]
    for again in (*alone, passage.runs):
        now = [
            Run(run.piece, read_text(pieces[run.piece]), run.attribute)
            for run in again
            if not run.fixed
        ]
        told = again is passage.runs
        yield Passage(Kind.PROSE, passage.name, now, passage.pieces, again=True, told=told)


def _list_alone(at: int, piece: str, stack: list[str]) -> Iterator[Passage]:
    name = stack[-1]
    if name in _SKIPPED:
        return
    text = read_text(piece)
    if name in _HEADERS:
        yield Passage(Kind.PROSE, name, [Run(at, text)], (at, at))
    elif name in _FORMULAS:
        yield Passage(Kind.FORMULA, name, [Run(at, text)], (at, at))
    elif name in _AUTHORS:
        yield Passage(Kind.AUTHOR, name, [Run(at, text)], (at, at))
    elif not (name == "v" and _NUMBER.fullmatch(text)):
        yield Passage(Kind.PROSE, name, [Run(at, text)], (at, at))


def is_header(passage: Passage) -> bool:
    """True for the header or footer of a sheet, in whose text marks stand between the words."""
    return passage.name in _HEADERS


def split_header(text: str) -> list[tuple[int, str]]:
    """The words between the marks of a header ("&L&12"), each with its place."""
    words, at = [], 0
    for match in _HEADER_CODE.finditer(text):
        words.append((at, text[at : match.start()]))
        at = match.end()
    return [*words, (at, text[at:])]


def _list_attributes(at: int, piece: str) -> Iterator[Passage]:
    if "=" not in piece:
        return
    name = name_tag(piece)
    external = 'TargetMode="External"' in piece
    for written, value in list_attributes(piece):
        local = written.rpartition(":")[2]
        kind = _NAMED.get((name, local), Kind.PROSE)
        if written.startswith("xmlns") or not value or _NUMBER.fullmatch(value):
            continue
        if written in _AUTHOR_ATTRIBUTES:
            kind = Kind.AUTHOR
        elif local == "Target":
            if not external:
                continue
            kind = Kind.LINK
        elif kind is Kind.PROSE and (
            local in _STRUCTURE or name in _FONTS | _LANGUAGES or (name, written) == ("name", "val")
        ):
            continue
        told = name in _STYLES
        yield Passage(kind, f"{name}@{local}", [Run(at, value, written)], (at, at), told=told)

"""The known causes for which Excel offers to repair a workbook, looked for in a written file.

Excel itself cannot be asked here. `tests/write/test_repairs.py` proves that each cause is found.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from tests.opening.sheets import check_sheet
from tests.opening.written import MAIN, Written, decode, read_written, repeats, units

MOST_FORMATS, LONGEST_TEXT, LONGEST_NAME, LONGEST_SHEET_NAME = 64_000, 32_767, 255, 31
_NAME = re.compile(r"[^\W\d][\w.\\?]*|\\[\w.\\?]*")
_LIKE_A_CELL = re.compile(r"[A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*", re.IGNORECASE)
_SHEET_IN_FORMULA = re.compile(r"'((?:[^']|'')+)'!|\b([A-Za-z_]\w*)!")


def find_repairs(path: Path) -> list[str]:
    """All that would have Excel repair the file; nothing of a sound one."""
    written = read_written(path)
    if broken := list(_check_package(written)):
        return broken
    told = [one for check in _CHECKS for one in check(written)]
    return told + [one for sheet in written.sheets for one in check_sheet(sheet)]


def _check_package(written: Written) -> Iterator[str]:
    yield from (f"part {name} twice" for name in repeats(written.names))
    for name, content in written.parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                ET.fromstring(content)  # noqa: S314  what the test itself wrote
            except ET.ParseError as error:
                yield f"{name} is no XML: {error}"
                return
    types = {one.get("PartName", "") for one in written.root("[Content_Types].xml")}
    endings = {one.get("Extension", "") for one in written.root("[Content_Types].xml")}
    for name in written.parts:
        by_ending = name.rpartition(".")[2] in endings - {"xml"}
        if name != "[Content_Types].xml" and f"/{name}" not in types and not by_ending:
            yield f"{name} has no content type"
        if not name.endswith(".rels"):
            for target in written.links(name).values():
                if target not in written.parts:
                    yield f"{name} leads to {target}, which is not there"


def _check_book(written: Written) -> Iterator[str]:
    sheets = written.sheets
    yield from (f"sheet {name} twice" for name in repeats(one.name.casefold() for one in sheets))
    for one in sheets:
        if not 1 <= units(one.name) <= LONGEST_SHEET_NAME or re.search(
            r"[\[\]:*?/\\\x00-\x1f]", one.name
        ):
            yield f"sheet name {one.name!r}"
        if one.name[:1] == "'" or one.name[-1:] == "'" or one.name.casefold() == "history":
            yield f"sheet name {one.name!r}"
    if not written.shown:
        yield "no visible sheet"
    chosen = [
        one.name
        for one in sheets
        for view in one.find("sheetViews/sheetView")
        if view.get("tabSelected") == "1"
    ]
    if len(chosen) != 1:
        yield f"sheets selected together: {chosen}"
    book = written.root("xl/workbook.xml")
    ids = [one.attrib["sheetId"] for one in book.iter(f"{MAIN}sheet")]
    yield from (f"sheet id {name} twice" for name in repeats(ids))
    for view in book.iter(f"{MAIN}workbookView"):
        active = int(view.get("activeTab", "0"))
        if active >= len(sheets) or sheets[active].state != "visible":
            yield f"the active sheet is no. {active}"


def _check_names(written: Written) -> Iterator[str]:
    tables = [_name_of(table) for sheet in written.sheets for table in sheet.tables]
    names = [
        (one.get("localSheetId"), decode(one.attrib["name"]), one.text or "")
        for one in written.root("xl/workbook.xml").iter(f"{MAIN}definedName")
    ]
    scoped = [(scope, name.casefold()) for scope, name, _ in names]
    yield from (
        f"name {name} twice"
        for name in repeats([*scoped, *((None, one.casefold()) for one in tables)])
    )
    for name in (*tables, *(name for _, name, _ in names if not name.startswith("_xlnm."))):
        if units(name) > LONGEST_NAME or not _NAME.fullmatch(name) or _LIKE_A_CELL.fullmatch(name):
            yield f"name {name!r}"
    titles = {one.name for one in written.sheets}
    for scope, name, refers in names:
        if scope is not None and int(scope) >= len(titles):
            yield f"name {name} of sheet {scope}"
        for quoted, plain in _SHEET_IN_FORMULA.findall(refers):
            if (quoted.replace("''", "'") or plain) not in titles:
                yield f"name {name} refers to {refers}"
        if "#REF!" in refers or not refers:
            yield f"name {name} refers to {refers!r}"


def _check_styles(written: Written) -> Iterator[str]:
    styles = written.root("xl/styles.xml")
    formats = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")
    if len(formats) > MOST_FORMATS:
        yield f"{len(formats)} cell formats"
    known = {part: len(styles.findall(f"{MAIN}{part}/*")) for part in ("fonts", "fills", "borders")}
    for one in formats:
        for key, part in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            if int(one.get(key, 0)) >= known[part]:
                yield f"{key} {one.get(key)}"
    for one in styles.iter(f"{MAIN}numFmt"):
        if units(one.get("formatCode", "")) > 255:
            yield "a number format too long"


def _check_properties(written: Written) -> Iterator[str]:
    if "docProps/custom.xml" not in written.parts:
        return
    properties = list(written.root("docProps/custom.xml"))
    yield from (
        f"property {name} twice"
        for key in ("name", "pid")
        for name in repeats(one.attrib[key].casefold() for one in properties)
    )
    for one in properties:
        if units(one.attrib["name"]) > 255 or units("".join(one.itertext())) > 255:
            yield f"property {one.attrib['name']} too long"


def _check_styles_used(written: Written) -> Iterator[str]:
    styles = written.root("xl/styles.xml")
    formats = len(styles.findall(f"{MAIN}cellXfs/{MAIN}xf"))
    looks = len(styles.findall(f"{MAIN}dxfs/{MAIN}dxf"))
    for sheet in written.sheets:
        if any(cell.style >= formats for cell in sheet.cells.values()):
            yield f"{sheet.name}: a cell of a format that is not there"
        for rule in sheet.find("conditionalFormatting/cfRule"):
            if int(rule.get("dxfId", -1)) >= looks:
                yield f"{sheet.name}: a rule of a look that is not there"


def _check_texts(written: Written) -> Iterator[str]:
    yield from (f"a text of {units(one)}" for one in written.strings if units(one) > LONGEST_TEXT)


def _check_tables(written: Written) -> Iterator[str]:
    ids = [table.attrib["id"] for sheet in written.sheets for table in sheet.tables]
    yield from (f"table id {name} twice" for name in repeats(ids))


_CHECKS: tuple[Callable[[Written], Iterator[str]], ...] = (
    _check_book,
    _check_names,
    _check_tables,
    _check_styles,
    _check_styles_used,
    _check_texts,
    _check_properties,
)


def _name_of(table: Element) -> str:
    return decode(table.attrib["displayName"])

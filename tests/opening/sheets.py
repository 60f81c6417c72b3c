"""The known causes, on one sheet, for which Excel offers to repair a workbook."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from xml.etree.ElementTree import Element

from tests.opening.written import MAIN, Box, SheetPart, decode, meets, read_box, repeats, units

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
HIGHEST_ROW, WIDEST_COLUMN = 409.5, 255
MOST_LINKS, LONGEST_FORMULA = 65_530, 8_192
_ORDER = [
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
    *("sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting", "dataValidations"),
    *("hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"),
    *("colBreaks", "ignoredErrors", "drawing", "legacyDrawing", "tableParts", "extLst"),
]
_TEXT_IN_FORMULA = re.compile('"((?:[^"]|"")*)"')
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"


def check_sheet(sheet: SheetPart) -> Iterator[str]:
    """What Excel would repair on the sheet, in words."""
    for check in _CHECKS:
        yield from check(sheet)


def _check_cells(sheet: SheetPart) -> Iterator[str]:
    for cell in sheet.cells.values():
        place = f"{sheet.name} {cell.column}:{cell.row}"
        if cell.kind == "n" and cell.text and not re.fullmatch(r"[-+.0-9Ee]+", cell.text):
            yield f"{place}: number {cell.text}"
        if cell.formula is not None:
            yield from _check_formula(place, cell.formula)
            if not cell.text:
                yield f"{place}: formula without its value"


def _check_grid(sheet: SheetPart) -> Iterator[str]:
    last = 0
    for row in sheet.find("sheetData/row"):
        number, cells = int(row.attrib["r"]), [read_box(one.attrib["r"]) for one in row]
        if not last < number <= LAST_ROW or cells != sorted(set(cells)):
            yield f"{sheet.name}: rows or cells out of order at row {number}"
        if any(box[1] != number or box[0] > LAST_COLUMN for box in cells):
            yield f"{sheet.name}: cells outside row {number}"
        if not 0 <= float(row.get("ht", 0)) <= HIGHEST_ROW:
            yield f"{sheet.name}: row {number} is {row.get('ht')} high"
        last = number
    for col in sheet.find("cols/col"):
        if int(col.attrib["max"]) > LAST_COLUMN or float(col.get("width", 0)) > WIDEST_COLUMN:
            yield f"{sheet.name}: column {col.attrib}"


def _check_formula(place: str, formula: str) -> Iterator[str]:
    if units(formula) > LONGEST_FORMULA:
        yield f"{place}: formula of {units(formula)}"
    if any(units(text.replace('""', '"')) > 255 for text in _TEXT_IN_FORMULA.findall(formula)):
        yield f"{place}: formula with a text above 255"


def _check_sheet(sheet: SheetPart) -> Iterator[str]:
    kinds = [one.tag.removeprefix(MAIN) for one in sheet.root]
    places = [_ORDER.index(kind) for kind in kinds if kind in _ORDER]
    if places != sorted(places) or set(kinds) - set(_ORDER):
        yield f"{sheet.name}: elements in the order {kinds}"
    for one in sheet.root.iter(f"{MAIN}headerFooter"):
        for told in one:
            if units(told.text or "") > 255:
                yield f"{sheet.name}: {told.tag.removeprefix(MAIN)} of {units(told.text or '')}"
    merged = [read_box(one.attrib["ref"]) for one in sheet.find("mergeCells/mergeCell")]
    tables = [read_box(one.attrib["ref"]) for one in sheet.tables]
    for box, other in combinations((*merged, *tables), 2):
        if meets(box, other):
            yield f"{sheet.name}: merged cells or tables overlap at {box} and {other}"


def _check_tables(sheet: SheetPart) -> Iterator[str]:
    for table in sheet.tables:
        place = f"{sheet.name}, table {table.attrib['displayName']}"
        left, top, right, bottom = read_box(table.attrib["ref"])
        names = [decode(one.attrib["name"]) for one in table.iter(f"{MAIN}tableColumn")]
        if bottom <= top or not _is_inside((left, top, right, bottom)):
            yield f"{place}: {table.attrib['ref']}"
        if len(names) != right - left + 1:
            yield f"{place}: {len(names)} columns"
        for column, name in enumerate(names, start=left):
            cell = sheet.cells.get((column, top))
            if cell is None or cell.kind not in ("s", "inlineStr") or cell.text != name:
                yield f"{place}: heading {cell and cell.text!r}, column {name!r}"
            if not 1 <= units(name) <= 255:
                yield f"{place}: column name of {units(name)}"
        yield from (f"{place}: column {one} twice" for one in repeats(map(str.casefold, names)))
        for filtered in table.iter(f"{MAIN}autoFilter"):
            if filtered.attrib["ref"] != table.attrib["ref"]:
                yield f"{place}: filter {filtered.attrib['ref']}"


def _check_choices(sheet: SheetPart) -> Iterator[str]:
    longest = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 225}
    for one in sheet.find("dataValidations/dataValidation"):
        place = f"{sheet.name}, choice at {one.attrib['sqref']}"
        yield from _check_ranges(place, one)
        formula = one.findtext(f"{MAIN}formula1") or ""
        if one.get("type") == "list" and formula.startswith('"') and units(formula) > 257:
            yield f"{place}: list of {units(formula) - 2}"
        if one.get("type") == "list" and not formula:
            yield f"{place}: no list"
        for key, most in longest.items():
            if units(decode(one.get(key, ""))) > most:
                yield f"{place}: {key} of {units(one.get(key, ''))}"


def _check_rules(sheet: SheetPart) -> Iterator[str]:
    priorities = []
    for one in sheet.find("conditionalFormatting"):
        yield from _check_ranges(f"{sheet.name}, rule", one)
        for rule in one:
            priorities.append(rule.attrib["priority"])
            for formula in rule.iter(f"{MAIN}formula"):
                yield from _check_formula(f"{sheet.name}, rule", formula.text or "")
    yield from (f"{sheet.name}: rule {name} twice" for name in repeats(priorities))


def _check_links(sheet: SheetPart) -> Iterator[str]:
    links = sheet.find("hyperlinks/hyperlink")
    if len(links) > 65_530:
        yield f"{sheet.name}: {len(links)} links"
    for one in links:
        yield from _check_ranges(f"{sheet.name}, link", one, "ref")
        if any(
            units(one.get(key, "")) > most for key, most in (("location", 2_079), ("tooltip", 255))
        ):
            yield f"{sheet.name}: a link too long"


def _check_drawings(sheet: SheetPart) -> Iterator[str]:
    if len(sheet.find("drawing")) > 1:
        yield f"{sheet.name}: several drawings"
    for drawn in sheet.drawings:
        ids = [one.attrib["id"] for one in drawn.root.iter(_PICTURE)]
        yield from (f"{sheet.name}: drawing id {name} twice" for name in repeats(ids))
        if len(list(drawn.root.iter(_PICTURE))) < len(drawn.charts):
            yield f"{sheet.name}: charts without a name"


def _check_ranges(place: str, one: Element, key: str = "sqref") -> Iterator[str]:
    for ref in one.attrib[key].split():
        if not _is_inside(read_box(ref)):
            yield f"{place}: {ref}"


def _is_inside(box: Box) -> bool:
    left, top, right, bottom = box
    return 1 <= left <= right <= LAST_COLUMN and 1 <= top <= bottom <= LAST_ROW


_CHECKS: tuple[Callable[[SheetPart], Iterator[str]], ...] = (
    _check_grid,
    _check_cells,
    _check_sheet,
    _check_tables,
    _check_choices,
    _check_rules,
    _check_links,
    _check_drawings,
)

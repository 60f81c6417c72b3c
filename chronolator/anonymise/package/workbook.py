"""What is special in the package of a workbook: shared texts, cells, names, the stored case."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from chronolator.anonymise.package.cells import Cell, change_cells, split_sheet
from chronolator.anonymise.package.markup import decode, list_attributes, read_text, write_text
from chronolator.anonymise.package.relations import drop_part, list_relations
from chronolator.columns import BASE_SHEET, CASE_SHEET, is_sheet_of

WORKBOOK = "xl/workbook.xml"
TEXTS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
_STORED = (BASE_SHEET, CASE_SHEET)
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*?/>")
_NAMED = re.compile(r"<(?:\w+:)?(?:definedName|table)\b[^>]*>")
_COLUMN = re.compile(r"<(?:\w+:)?tableColumn\b[^>]*>")
_ITEM = re.compile(r"<((?:\w+:)?)si\b[^>]*?(?:/>|>.*?</\1si>)", re.DOTALL)
_EMPTY_ITEM = "<si><t/></si>"
_LOCAL = re.compile(r'\blocalSheetId="(\d+)"')
_VIEW = re.compile(r'\b(activeTab|firstSheet)="(\d+)"')
_XF = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_ONE_XF = re.compile(r"<(?:\w+:)?xf\b[^>]*>")
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\b[^>]*?/?>")
_QUOTED = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The built-in formats that show dates."""
_ROWS = re.compile(r"<(?:\w+:)?sheetData\b[^>]*(?<!/)>")
_SOUNDS = re.compile(r"<((?:\w+:)?)(rPh|phoneticPr)\b[^>]*?(?:/>|>.*?</\1\2>)", re.DOTALL)
_VALUE = re.compile(r"(<(?:\w+:)?v\b[^>]*>)[^<]*(</(?:\w+:)?v>)")
_FIRST = date(1899, 12, 30)


def list_sheets(parts: dict[str, bytes]) -> dict[str, str]:
    """The parts of the worksheets, each with the name of its sheet, in their order."""
    places = {number: place for number, _, place in list_relations(parts, WORKBOOK)}
    listed = {}
    for tag in _SHEET.findall(decode(parts[WORKBOOK])):
        told = {name.rpartition(":")[2]: value for name, value in list_attributes(tag)}
        if told.get("id") in places:
            listed[places[told["id"]]] = told.get("name", "")
    return listed


def list_names(parts: Mapping[str, bytes]) -> list[str]:
    """The names of cells, and of tables, in the workbook."""
    found = []
    for part in (WORKBOOK, *(one for one in parts if one.startswith("xl/tables/"))):
        for tag in _NAMED.findall(decode(parts[part])):
            told = dict(list_attributes(tag))
            found += [told[key] for key in ("name", "displayName") if key in told]
    return found


def list_headings(parts: Mapping[str, bytes]) -> list[list[str]]:
    """The headings of each table of the workbook."""
    return [
        [dict(list_attributes(tag)).get("name", "") for tag in _COLUMN.findall(decode(data))]
        for part, data in parts.items()
        if part.startswith("xl/tables/")
    ]


def split_texts(markup: str) -> list[str]:
    """The markup of each shared text."""
    return [match[0] for match in _ITEM.finditer(markup)]


def join_texts(markup: str, texts: list[str]) -> str:
    """The part of shared texts with these in it."""
    found = [*_ITEM.finditer(markup)]
    if not found:
        return markup
    head, tail = markup[: found[0].start()], markup[found[-1].end() :]
    head = re.sub(r'\suniqueCount="\d+"', f' uniqueCount="{len(texts)}"', head)
    return head + "".join(texts) + tail


def take_out_stored(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Take out the hidden sheets with the case and the fingerprints of the rows: what was taken
    out, each sheet by its name, its texts inside its cells.
    """
    sheets = list_sheets(parts)
    stored = {
        part: name
        for part, name in sheets.items()
        if any(is_sheet_of(name, one) for one in _STORED)
    }
    if not stored:
        return {}
    shared = split_texts(decode(parts[TEXTS])) if TEXTS in parts else []
    taken = {}
    alone: set[int] = set()
    for part, name in stored.items():
        markup, used = _write_texts_inside(decode(parts[part]), shared)
        taken[name] = markup.encode()
        alone |= used
    for part in sheets:
        if part not in stored and part in parts:
            alone -= _list_used(decode(parts[part]))
    if alone:
        for number in alone:
            shared[number] = _EMPTY_ITEM
        parts[TEXTS] = join_texts(decode(parts[TEXTS]), shared).encode()
    order = [*sheets]
    gone = sorted((order.index(part) for part in stored), reverse=True)
    for part in stored:
        drop_part(parts, part)
    parts[WORKBOOK] = _drop_sheets(decode(parts[WORKBOOK]), gone).encode()
    return taken


def _write_texts_inside(markup: str, shared: list[str]) -> tuple[str, set[int]]:
    used: set[int] = set()
    before, rows, behind = split_sheet(markup)

    def change(cell: Cell) -> str | None:
        if cell.type != "s" or not cell.value.isdigit() or int(cell.value) >= len(shared):
            return None
        used.add(int(cell.value))
        inside = re.sub(r"^<((?:\w+:)?)si\b", r"<\1is", shared[int(cell.value)])
        return cell.write("inlineStr", re.sub(r"si>$", "is>", inside))

    return before + change_cells(rows, change) + behind, used


def _list_used(markup: str) -> set[int]:
    used: set[int] = set()

    def look(cell: Cell) -> None:
        if cell.type == "s" and cell.value.isdigit():
            used.add(int(cell.value))

    change_cells(split_sheet(markup)[1], look)
    return used


def _drop_sheets(markup: str, gone: list[int]) -> str:
    tags = _SHEET.findall(markup)
    for number in gone:
        markup = markup.replace(tags[number], "", 1)

    def shift(match: re.Match[str]) -> str:
        told = match[0].partition("=")[0]
        number = int(match[match.lastindex or 1])
        return f'{told}="{number - sum(one < number for one in gone)}"'

    return _VIEW.sub(shift, _LOCAL.sub(shift, markup))


def find_dated(parts: Mapping[str, bytes]) -> frozenset[int]:
    """The numbers of the styles that show a number as a date."""
    if STYLES not in parts:
        return frozenset()
    markup = decode(parts[STYLES])
    dated = set(_DATES)
    for tag in _FORMAT.findall(markup):
        told = dict(list_attributes(tag))
        code = _QUOTED.sub("", told.get("formatCode", "")).casefold()
        if "y" in code or "d" in code:
            dated.add(int(told.get("numFmtId", "0")))
    found = _XF.search(markup)
    tags = _ONE_XF.findall(found[0]) if found else []
    formats = [int(dict(list_attributes(tag)).get("numFmtId", "0")) for tag in tags]
    return frozenset(at for at, number in enumerate(formats) if number in dated)


def read_day(value: str) -> date | None:
    """The day that a number in a cell stands for; None where it is none."""
    try:
        number = float(value)
        return _FIRST + timedelta(days=int(number)) if number == int(number) else None
    except (ValueError, OverflowError):
        return None


def write_inline(cell: Cell, text: str) -> str:
    """The cell with a text of its own."""
    told = write_text(text)
    return cell.write(
        "inlineStr", f"<{cell.prefix}is><{cell.prefix}t>{told}</{cell.prefix}t></{cell.prefix}is>"
    )


def write_value(inside: str, text: str) -> str:
    """What stands in a cell with a formula, with another value."""
    return _VALUE.sub(lambda one: f"{one[1]}{write_text(text)}{one[2]}", inside, count=1)


def read_value(cell: Cell) -> str:
    """What the value of a cell says, as text."""
    return read_text(cell.value)


def find_rows(markup: str) -> int:
    """Where the rows of a worksheet go that was parted from them."""
    found = _ROWS.search(markup)
    return found.end() if found else len(markup)


def drop_sounds(markup: str) -> str:
    """The text without what tells how it sounds, which Japanese names have beside them."""
    return _SOUNDS.sub("", markup)

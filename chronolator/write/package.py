"""A look into the package of a workbook just written: does it hold what it should."""

import html
import re
import zipfile
from pathlib import Path

_FIRST_SHEET = "xl/worksheets/sheet1.xml"
_TEXTS = "xl/sharedStrings.xml"
_REF = re.compile(r'<c r="A(\d+)"[^>]*?(?:/>|><v>(\d+)</v></c>)')
_SHARED = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_RUN = re.compile(r"<t(?: [^>]*)?>(.*?)</t>", re.DOTALL)


def read_refs(path: Path) -> list[str]:
    """What stands in the first column of the first sheet, below the heading.

    Only for a workbook that was written this moment: the parts are where XlsxWriter puts them.
    Raises `zipfile.BadZipFile` where a part is damaged.
    """
    with zipfile.ZipFile(path) as package:
        damaged = package.testzip()
        if damaged is not None:
            raise zipfile.BadZipFile(damaged)
        sheet = package.read(_FIRST_SHEET).decode()
        shared = package.read(_TEXTS).decode()
    texts = _SHARED.findall(shared)
    cells = [(int(row), number) for row, number in _REF.findall(sheet)]
    return [_tell(texts[int(number)]) if number else "" for row, number in cells if row > 1]


def _tell(shared: str) -> str:
    return html.unescape("".join(_RUN.findall(shared)))

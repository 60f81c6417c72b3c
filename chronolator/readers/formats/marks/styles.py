"""What the styles of an xlsx workbook say of a cell: struck through, filled, shown otherwise."""

from dataclasses import dataclass
from typing import TypeVar
from xml.etree import ElementTree as ET

from chronolator.readers.formats.marks.colours import Palette
from chronolator.readers.formats.marks.parts import is_true
from chronolator.readers.formats.marks.shown import BUILT_IN, NumberFormat, read_format

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Style:
    """`fill` as "FFC000" or ""; `shown`: a number format that shows another value, or None."""

    struck: bool = False
    fill: str = ""
    shown: NumberFormat | None = None

    def __bool__(self) -> bool:
        return self.struck or bool(self.fill) or self.shown is not None


def read_styles(styles: ET.Element, theme: ET.Element) -> dict[str, Style]:
    """The styles that say anything, by their number as cells write it."""
    palette = Palette(styles, theme)
    struck = [is_struck(font) for font in styles.iterfind("{*}fonts/{*}font")]
    fills = [read_fill(fill, palette) for fill in styles.iterfind("{*}fills/{*}fill")]
    formats = {
        one.get("numFmtId", ""): one.get("formatCode", "")
        for one in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    shown = {number: read_format(code) for number, code in (BUILT_IN | formats).items()}
    found = {}
    for number, one in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        style = Style(
            _take(struck, one.get("fontId"), otherwise=False),
            _take(fills, one.get("fillId"), otherwise=""),
            shown.get(one.get("numFmtId", "")),
        )
        if style:
            found[str(number)] = style
    if found.get("0"):
        found[""] = found["0"]  # a cell without a style has the first
    return found


def is_struck(font: ET.Element) -> bool:
    """True where a font, or the properties of a run of text, strike it through."""
    strike = font.find("{*}strike")
    return strike is not None and is_true(strike.get("val", "1"))


def read_fill(fill: ET.Element, palette: Palette) -> str:
    """The colour of a fill as "FFC000"; "" where there is none, or white."""
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return palette.resolve(fill.find(".//{*}color"))
    if pattern.get("patternType", "none") == "none":
        return ""
    return palette.resolve(pattern.find("{*}fgColor"))


def _take(listed: list[Kept], number: str | None, *, otherwise: Kept) -> Kept:
    at = int(number) if number and number.isdecimal() else 0
    return listed[at] if at < len(listed) else otherwise

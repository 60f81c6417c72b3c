"""The styles of a workbook -> the look of each, by the number with which cells name it."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from chronolator.columns import OurLooks
from chronolator.model import Look
from chronolator.readers.formats.marks.colours import Palette
from chronolator.readers.formats.marks.parts import is_true
from chronolator.readers.formats.marks.styles import read_fill

_BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "14": "dd/mm/yyyy",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "dd/mm/yyyy hh:mm",
    "49": "@",
}
"""Formats that a file names by number alone (ECMA-376 part 1, 18.8.30), days in British order."""
_COUNTS = re.compile(r"\A(?!.*[dmyhs]).*[0#]", re.IGNORECASE)
"""A format of numbers: we have none, but of days."""
_BLACK, _WHITE = "000000", "FFFFFF"


def read_looks(styles: ET.Element, theme: ET.Element) -> dict[str, Look]:
    """The look of each style, whole."""
    palette = Palette(styles, theme)
    fonts = {
        str(number): read_font(one, palette)
        for number, one in enumerate(styles.iterfind("{*}fonts/{*}font"))
    }
    fills = {
        str(number): read_fill(one, palette)
        for number, one in enumerate(styles.iterfind("{*}fills/{*}fill"))
    }
    codes = _BUILT_IN | {
        one.get("numFmtId", ""): one.get("formatCode", "")
        for one in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    return {
        str(number): replace(
            fonts.get(one.get("fontId", ""), Look()),
            fill=fills.get(one.get("fillId", ""), ""),
            number=_name_plain(codes.get(one.get("numFmtId", ""), "")),
            wrapped=_is_set(one.find("{*}alignment"), "wrapText"),
        )
        for number, one in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    }


def strip_ours(look: Look, ours: OurLooks) -> Look:
    """The look without the colours, formats and wrapping that are ours. White letters on a fill of
    hers are hers, and so is how a number is shown.
    """
    fill = "" if look.fill in ours.fills else look.fill
    return replace(
        look,
        fill=fill,
        ink="" if look.ink in ours.inks and not (fill and look.ink == _WHITE) else look.ink,
        number=look.number if _COUNTS.search(look.number) else "",
        wrapped=False,
    )


def read_ink(font: ET.Element, palette: Palette) -> str:
    """The colour of the letters; "" where it is the automatic one, or black."""
    colour = font.find("{*}color")
    if colour is None or colour.get("theme") == "1":
        return ""
    ink = palette.resolve(colour) or _find_white(colour)
    return "" if ink == _BLACK else ink


def _find_white(colour: ET.Element) -> str:
    """White, of which the palette of fills says nothing: letters on a dark fill have it."""
    told = (colour.get("rgb", "")[-6:].upper(), colour.get("theme"), colour.get("indexed"))
    return _WHITE if told[0] == _WHITE or told[1] == "0" or told[2] in {"1", "9"} else ""


def read_font(font: ET.Element, palette: Palette) -> Look:
    """The look of letters: of a cell's font, or of the properties of a run."""
    return Look(
        ink=read_ink(font, palette),
        bold=has(font, "b"),
        italic=has(font, "i"),
        underlined=has(font, "u"),
        struck=has(font, "strike"),
    )


def has(font: ET.Element, name: str) -> bool:
    """True where a font, or the properties of a run, have the property."""
    found = font.find(f"{{*}}{name}")
    return found is not None and found.get("val", "1") not in {"0", "false", "none"}


def _name_plain(code: str) -> str:
    return "" if code.casefold() == "general" else code


def _is_set(element: ET.Element | None, name: str) -> bool:
    return element is not None and is_true(element.get(name))

"""Colours of a spreadsheet's fills -> six hexadecimal digits, as "FFC000"."""

import colorsys
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from chronolator.readers.formats.marks.parts import local

_WHITE = "FFFFFF"
_LISTED = """
000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
800000 008000 000080 808000 800080 008080 C0C0C0 808080
9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
003366 339966 003300 333300 993300 993366 333399 333333
"""
_INDEXED = tuple(_LISTED.split())
"""The palette of the file format (ECMA-376 part 1, 18.8.27)."""
_SWAPPED = (1, 0, 3, 2)
"""A theme lists dark before light; cells count light before dark."""


class Palette:
    """The colours that a workbook's own numbers mean."""

    def __init__(self, styles: ET.Element, theme: ET.Element) -> None:
        """Take the theme's colours, and the palette where the workbook has its own."""
        own = [one.get("rgb", "") for one in styles.iterfind("{*}colors/{*}indexedColors/*")]
        self._indexed: Sequence[str] = own or _INDEXED
        listed = [_read_theme(one) for one in theme.iterfind("{*}themeElements/{*}clrScheme/*")]
        self._theme = [listed[place] for place in _SWAPPED if place < len(listed)] + listed[4:]

    def resolve(self, colour: ET.Element | None) -> str:
        """The colour, tinted; "" for none, for white, and for one that cannot be told."""
        if colour is None:
            return ""
        known = colour.get("rgb") or self._look_up(colour)
        digits = known[-6:].upper()
        if len(digits) < len(_WHITE):
            return ""
        tinted = _tint(digits, float(colour.get("tint", "0") or 0))
        return "" if tinted == _WHITE else tinted

    def _look_up(self, colour: ET.Element) -> str:
        for name, known in (("theme", self._theme), ("indexed", self._indexed)):
            number = colour.get(name, "")
            if number.isdecimal() and int(number) < len(known):
                return known[int(number)]
        return ""


def _read_theme(one: ET.Element) -> str:
    for said in one:
        return said.get("lastClr" if local(said.tag) == "sysClr" else "val", "")
    return ""


def _tint(digits: str, tint: float) -> str:
    """The colour made darker (below 0) or lighter, as a share of its lightness."""
    if not tint:
        return digits
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)

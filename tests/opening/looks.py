"""How the cells of a written workbook look: colours of letters and paper, wrapping, contrast."""

from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from tests.opening.written import MAIN, Written

BLACK, WHITE = "000000", "FFFFFF"
_THEME = {"0": WHITE, "1": BLACK}


@dataclass(frozen=True)
class Look:
    """Colours are six hexadecimal digits; None where nothing is said of one."""

    ink: str | None
    paper: str | None
    wrapped: bool = False


@dataclass(frozen=True)
class Looks:
    """The looks of one workbook, by the numbers that cells and rules give."""

    written: Written

    @cached_property
    def cells(self) -> list[Look]:
        """By the number of a cell's format."""
        styles = self.written.root("xl/styles.xml")
        fonts = styles.findall(f"{MAIN}fonts/{MAIN}font")
        fills = styles.findall(f"{MAIN}fills/{MAIN}fill")
        return [
            Look(
                _read_colour(fonts[int(one.get("fontId", 0))].find(f"{MAIN}color")) or BLACK,
                _read_paper(fills[int(one.get("fillId", 0))], "fgColor") or WHITE,
                any(below.get("wrapText") == "1" for below in one.iter(f"{MAIN}alignment")),
            )
            for one in styles.findall(f"{MAIN}cellXfs/{MAIN}xf")
        ]

    @cached_property
    def rules(self) -> list[Look]:
        """What each rule changes, by its number."""
        return [
            Look(
                _read_colour(one.find(f"{MAIN}font/{MAIN}color")),
                _read_paper(one.find(f"{MAIN}fill"), "bgColor"),
            )
            for one in self.written.root("xl/styles.xml").findall(f"{MAIN}dxfs/{MAIN}dxf")
        ]

    @cached_property
    def runs(self) -> dict[str, set[str]]:
        """The inks within each shared text that has several."""
        if "xl/sharedStrings.xml" not in self.written.parts:
            return {}
        told: dict[str, set[str]] = {}
        roots = self.written.root("xl/sharedStrings.xml")
        for text, one in zip(self.written.strings, roots, strict=True):
            inks = {_read_colour(ink) for ink in one.findall(f"{MAIN}r/{MAIN}rPr/{MAIN}color")}
            told[text] = told.get(text, set()) | {ink for ink in inks if ink}
        return told


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21, as WCAG 2 reckons."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _read_colour(told: Element | None) -> str | None:
    if told is None:
        return None
    return told.attrib["rgb"][-6:] if "rgb" in told.attrib else _THEME[told.attrib["theme"]]


def _read_paper(fill: Element | None, key: str) -> str | None:
    return None if fill is None else _read_colour(fill.find(f"{MAIN}patternFill/{MAIN}{key}"))

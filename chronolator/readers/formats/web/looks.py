"""How a cell or words of a page look: hidden, struck out, filled; the format of a number."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Attributes = Mapping[str, str]

_DISPLAY = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through")
_FILL = re.compile(r"background(?:-color)?\s*:\s*([^;]+)")
_FORMAT = re.compile(r'mso-number-format\s*:\s*("(?:\\.|[^"\\])*"|[^;]+)', re.IGNORECASE)
_OVERFLOWS = re.compile(r"mso-ignore\s*:\s*colspan")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)")
_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)")
_ESCAPED = re.compile(r"\\(00[0-9a-f]{2}|.)", re.IGNORECASE)
_STRIKES = frozenset({"s", "strike", "del"})
_WHITE = "FFFFFF"
_NAMED = {
    "red": "FF0000",
    "orange": "FFA500",
    "yellow": "FFFF00",
    "lime": "00FF00",
    "green": "008000",
    "lightgreen": "90EE90",
    "aqua": "00FFFF",
    "cyan": "00FFFF",
    "blue": "0000FF",
    "lightblue": "ADD8E6",
    "purple": "800080",
    "fuchsia": "FF00FF",
    "magenta": "FF00FF",
    "pink": "FFC0CB",
    "gold": "FFD700",
    "silver": "C0C0C0",
    "gray": "808080",
    "grey": "808080",
    "lightgrey": "D3D3D3",
    "lightgray": "D3D3D3",
    "black": "000000",
}
"""The colours by name that pages use for ratings and headings; others are not told apart."""


@dataclass(frozen=True, slots=True)
class Look:
    """How an element looks. `fill` as "FFC000", "" for none or white; `format` as Excel writes it.

    `overflows`: its columns are lent to it by blank cells, and it is not merged with them.
    """

    hidden: bool = False
    struck: bool = False
    fill: str = ""
    format: str = ""
    overflows: bool = False

    def over(self, below: "Look") -> "Look":
        """This look laid over one that counts less."""
        return Look(
            self.hidden or below.hidden,
            self.struck or below.struck,
            self.fill or below.fill,
            self.format or below.format,
            self.overflows or below.overflows,
        )


_PLAIN = Look()


class Styles:
    """The looks that the page gives to classes."""

    def __init__(self) -> None:
        self._classes: dict[str, Look] = {}

    def add(self, sheet: str) -> None:
        """Take in a style sheet. What it says for other media than the screen is passed over."""
        depth = 0
        for piece in sheet.split("}"):
            selector, _, said = piece.rpartition("{")
            if not depth and "{" not in selector:
                self._take(selector, said)
            depth = max(0, depth + piece.count("{") - 1)

    def find(self, tag: str, attributes: Attributes) -> Look:
        """How the element looks by its own attributes, its classes, and what its tag means."""
        look = _read(attributes["style"]) if attributes.get("style") else _PLAIN
        for name in attributes.get("class", "").casefold().split():
            look = look.over(self._classes.get(name, _PLAIN))
        colour = _read_colour(attributes.get("bgcolor", ""))
        own = Look("hidden" in attributes, tag in _STRIKES, colour)
        return look.over(own) if own != _PLAIN else look

    def _take(self, selector: str, said: str) -> None:
        look = _read(said)
        if look == _PLAIN:
            return
        for one in selector.replace("<!--", "").casefold().split(","):
            if found := _CLASS.fullmatch(one.strip()):
                self._classes[found[1]] = look.over(self._classes.get(found[1], _PLAIN))


def _read(said: str) -> Look:
    small = said.casefold()
    fill = _FILL.search(small)
    code = _FORMAT.search(said)
    return Look(
        _DISPLAY.search(small) is not None,
        _STRUCK.search(small) is not None,
        _read_colour(fill[1]) if fill else "",
        _read_format(code[1]) if code else "",
        _OVERFLOWS.search(small) is not None,
    )


def _read_format(code: str) -> str:
    def plain(found: re.Match[str]) -> str:
        return chr(int(found[1], 16)) if len(found[1]) > 1 else found[1]

    bare = code.strip()
    if bare.startswith('"') and bare.endswith('"'):
        bare = bare[1:-1]
    return _ESCAPED.sub(plain, bare)


def _read_colour(said: str) -> str:
    small = said.strip().casefold()
    if found := _HEX.search(small):
        digits = found[1].upper()
        colour = digits if len(digits) > 3 else "".join(2 * one for one in digits)  # noqa: PLR2004  "f00"
    elif found := _RGB.search(small):
        colour = "".join(f"{min(int(part), 255):02X}" for part in found.groups())
    else:
        words: Iterable[str] = small.split()
        colour = next((_NAMED[word] for word in words if word in _NAMED), "")
    return "" if colour == _WHITE else colour

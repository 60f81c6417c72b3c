"""What the styles of an OpenDocument sheet say: struck through, filled, shown otherwise, hidden."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from chronolator.readers.formats.marks.parts import local
from chronolator.readers.formats.marks.shown import NumberFormat, read_format
from chronolator.readers.formats.marks.styles import Style

_CODES = {
    "year": "yyyy",
    "month": "m",
    "day": "d",
    "day-of-week": "ddd",
    "hours": "h",
    "minutes": "mm",
    "seconds": "ss",
    "am-pm": "AM/PM",
    "text-content": "@",
    "scientific-number": "General",
    "fraction": "General",
    "boolean": "General",
    "quarter": "",
}
_WHITE = "FFFFFF"
_DIGITS = 6
_MOST_DIGITS = 15


class Styles:
    """The styles by family and name; a style takes from its parent what it does not say itself."""

    def __init__(self, *trees: ET.Element) -> None:
        """Take the styles of all the parts that define some."""
        self._said: dict[tuple[str, str], ET.Element] = {}
        self._formats: dict[str, ET.Element] = {}
        for tree in trees:
            for one in tree.iter():
                if local(one.tag) == "style":
                    self._said[_get(one, "family"), _get(one, "name")] = one
                elif one.tag.endswith("-style") and "datastyle" in one.tag:
                    self._formats[_get(one, "name")] = one
        self._shown = {name: self._read_format(name) for name in self._formats}

    def list_cells(self) -> dict[str, Style]:
        """The styles of cells that say anything, by name."""
        styles = {
            name: Style(
                self.strikes("table-cell", name) or False,
                self._fill(name),
                self._shown.get(self._find("table-cell", name, "data-style-name") or ""),
            )
            for family, name in self._said
            if family == "table-cell"
        }
        return {name: style for name, style in styles.items() if style}

    def list_spans(self) -> dict[str, bool]:
        """The styles of words that say whether they are struck through, by name."""
        told = {name: self.strikes("text", name) for family, name in self._said if family == "text"}
        return {name: struck for name, struck in told.items() if struck is not None}

    def strikes(self, family: str, name: str) -> bool | None:
        """Whether the style strikes through; None where it does not say."""
        for wanted in ("text-line-through-style", "text-line-through-type"):
            said = self._find(family, name, wanted)
            if said is not None:
                return said != "none"
        return None

    def _fill(self, name: str) -> str:
        colour = (self._find("table-cell", name, "background-color") or "").lstrip("#").upper()
        return colour if len(colour) == _DIGITS and colour != _WHITE else ""

    def _find(self, family: str, name: str, wanted: str) -> str | None:
        """What the style says, or the nearest of its parents."""
        seen: set[str] = set()
        while name and name not in seen and (family, name) in self._said:
            seen.add(name)
            style = self._said[family, name]
            for one in (style, *style):
                if (said := _get(one, wanted)) != "":
                    return said
            name = _get(style, "parent-style-name")
        return None

    def _read_format(self, name: str) -> NumberFormat | None:
        style = self._formats[name]
        sections = [
            f"[{_get(one, 'condition').replace('value()', '').replace('!=', '<>')}]"
            + _write_code(self._formats[_get(one, "apply-style-name")])
            for one in style
            if local(one.tag) == "map" and _get(one, "apply-style-name") in self._formats
        ]
        return read_format(";".join([*sections, _write_code(style)]))


def _write_code(style: ET.Element) -> str:
    """The format as spreadsheets write it: `dd/mm/yyyy`, `"Week "0`."""
    return "".join(_list_codes(style))


def _list_codes(style: ET.Element) -> Iterator[str]:
    for one in style:
        kind = local(one.tag)
        if kind in {"text", "currency-symbol"}:
            text = (one.text or "").replace('"', "")
            yield f'"{text}"' if text else ""
        elif kind == "number":
            whole = int(_get(one, "min-integer-digits") or 1)
            places = int(_get(one, "decimal-places") or 0)
            yield "0" * min(max(whole, 1), _MOST_DIGITS) + (
                "." + "0" * min(places, _MOST_DIGITS) if places else ""
            )
        elif kind == "month" and _get(one, "textual") == "true":
            yield "mmm"
        else:
            yield _CODES.get(kind, "")


def _get(element: ET.Element, wanted: str) -> str:
    return next((text for name, text in element.attrib.items() if local(name) == wanted), "")

"""The bullets and numbers before the items of a document's lists."""

import re
from dataclasses import dataclass

from chronolator.readers.formats.word.parts import Element, Part, get, get_number, get_value

BULLET = "\u2022"
_PLACE = re.compile(r"%(\d)")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_LETTERS = 26 * 30
_MOST_ROMAN = 4000


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Lists:
    """Counts the items of each list in the order in which they are asked for."""

    def __init__(self, part: Part | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        for one in part.root.findall("abstractNum"):
            levels = {_get_level(level): _read_level(level) for level in one.findall("lvl")}
            self._levels[get(one, "abstractNumId") or ""] = levels
        for one in part.root.findall("num"):
            self._add_list(one)

    def take(self, list_id: str, level: int) -> str:
        """The bullet or the number of the next item of the list; "" where it has none."""
        own = self._lists.get(list_id)
        if own is None:
            return ""
        levels = self._levels.get(own, {})
        if level not in levels or levels[level].form == "none":
            return ""
        if levels[level].form == "bullet":
            return BULLET
        counts = self._counts.setdefault(own, {})
        for at, start in self._starts.pop(list_id, {}).items():
            counts[at] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

        def show(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            told = levels.get(at)
            return _write(counts.get(at, told.start), told.form) if told else ""

        return _PLACE.sub(show, levels[level].text).strip()

    def _add_list(self, element: Element) -> None:
        list_id = get(element, "numId") or ""
        own = get_value(element, "abstractNumId") or ""
        self._lists[list_id] = own
        starts = {}
        changed: dict[int, _Level] = {}
        for one in element.findall("lvlOverride"):
            if one.find("startOverride") is not None:
                starts[_get_level(one)] = get_number(one, "startOverride", 1)
            if (level := one.find("lvl")) is not None:
                changed[_get_level(one)] = _read_level(level)
        if starts:
            self._starts[list_id] = starts
        if changed:
            self._lists[list_id] = f"{own} of {list_id}"
            self._levels[f"{own} of {list_id}"] = self._levels.get(own, {}) | changed


def _get_level(element: Element) -> int:
    told = get(element, "ilvl") or "0"
    return int(told) if told.isdecimal() else 0


def _read_level(element: Element) -> _Level:
    return _Level(
        get_value(element, "numFmt") or "decimal",
        get_value(element, "lvlText") or "",
        get_number(element, "start", 1),
    )


def _write(number: int, form: str) -> str:
    if form.endswith("Letter") and 0 < number <= _MOST_LETTERS:
        turn, letter = divmod(number - 1, 26)
        told = chr(ord("a") + letter) * (turn + 1)
    elif form.endswith("Roman") and 0 < number < _MOST_ROMAN:
        told = ""
        for value, letters in _ROMAN:
            told += letters * (number // value)
            number %= value
    elif form == "decimalZero":
        told = f"{number:02}"
    else:
        told = str(number)
    return told.upper() if form.startswith("upper") else told

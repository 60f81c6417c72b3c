"""Number formats that show another value than the cell holds.

A date without its day, a number that stands for a word, a value that is hidden. Decimals, currency,
percent and the order of a date's parts are no matter: the value says the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from chronolator.model import Value
from chronolator.model.values import show_value

BUILT_IN = {
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
}
"""Formats that a file names by number alone, those of them that can show another value."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<half>AM/PM|A/P)|(?P<general>General)|g+|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|e+)"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<text>@)|(?P<scale>[,%])|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"(h+|m+|s+)", re.IGNORECASE)
_FRACTION = re.compile(r"[0#?]\s*/\s*[0#?\d]|[0#?]\s*E[+-]", re.IGNORECASE)
_CURRENCY = frozenset({"gbp", "eur", "usd", "chf", "kr", "\u00a3", "\u20ac", "$"})
_IN_DATES = frozenset({"st", "nd", "rd", "th", "of", "at", "t", "z", "h", "hrs", "hours"})
_DASHES = "-\u2013\u2014 "
_WORD = re.compile(r"[^\W_]+")
_SPACED = re.compile(r"\s+")
_TEXT_SECTION, _ZERO_SECTION = 3, 2


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a section; `kind` is one of literal, date, digit, point, general, text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of a format's sections; `condition` as (">=", 1.0), or None."""

    parts: tuple[Part, ...]
    condition: tuple[str, float] | None = None

    def has(self, *kinds: str) -> bool:
        """True where a piece is of one of the kinds."""
        return any(part.kind in kinds for part in self.parts)

    def say(self) -> str:
        """The letters and signs that it writes itself."""
        return "".join(part.text for part in self.parts if part.kind == "literal")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format that shows some values otherwise than they are."""

    sections: tuple[Section, ...]

    def show(self, value: Value) -> str | None:
        """What the sheet shows in place of the value; None where that says the same.

        A date without a day comes as "May 2019" or "2019", one without a year as "12 May"; a hidden
        value as "".
        """
        if value is None or isinstance(value, bool):
            return None
        section = self._choose(value)
        if section is None or not _tells_otherwise(section):
            return None
        if isinstance(value, str):
            return _write(section, value) if section.has("text") else section.say().strip()
        if isinstance(value, date | time):
            return _show_date(section, value) if section.has("date") else _write(section, value)
        if isinstance(value, int | float):
            text = None if section.has("date") else _write(section, value)
            return None if text == show_value(value) else text
        return None

    def _choose(self, value: Value) -> Section | None:
        if isinstance(value, str):
            last = self.sections[-1]
            if len(self.sections) > _TEXT_SECTION:
                return self.sections[_TEXT_SECTION]
            return last if last.has("text") else None
        number = float(value) if isinstance(value, int | float) else 1.0
        numeric = [one for one in self.sections[:_TEXT_SECTION] if not one.has("text")]
        if any(one.condition for one in numeric):
            return next((one for one in numeric if _meets(one.condition, number)), None)
        if number == 0 and len(numeric) > _ZERO_SECTION:
            return numeric[_ZERO_SECTION]
        if number < 0 and len(numeric) > 1:
            return numeric[1]
        return numeric[0] if numeric else None


def read_format(code: str) -> NumberFormat | None:
    """The format, or None where it shows every value as it is."""
    if _FRACTION.search(code):
        return None
    sections = tuple(_read_section(one) for one in _split(code))
    return NumberFormat(sections) if any(map(_tells_otherwise, sections)) else None


def _split(code: str) -> list[str]:
    parts, start = [], 0
    for token in _TOKEN.finditer(code):
        if token["plain"] == ";":
            parts.append(code[start : token.start()])
            start = token.end()
    return [*parts, code[start:]]


def _read_section(code: str) -> Section:
    parts: list[Part] = []
    condition = None
    for token in _TOKEN.finditer(code):
        kind, text = token.lastgroup or "", token[token.lastgroup] if token.lastgroup else ""
        if kind == "bracket":
            if found := _CONDITION.fullmatch(text):
                condition = (found[1], float(found[2]))
            elif _ELAPSED.fullmatch(text):
                parts.append(Part("elapsed", text))
            elif text.startswith("$"):
                parts.append(Part("literal", text[1:].partition("-")[0]))
        elif kind in {"quoted", "escaped", "plain"}:
            parts.append(Part("literal", text))
        elif kind == "scale":
            parts.append(Part("scale", text))
        elif kind:
            parts.append(Part(kind, text.lower()))
    return Section(tuple(parts), condition)


def _tells_otherwise(section: Section) -> bool:
    if section.has("elapsed", "half") and not section.has("date"):
        return False
    said = _WORD.findall(section.say().casefold())
    if section.has("date"):
        named = {part.text[0] for part in section.parts if part.kind == "date"}
        days = any(part.text in {"d", "dd"} for part in section.parts)
        whole = days and "m" in named and named & {"y", "e"}
        return not (whole or section.has("elapsed")) or bool(set(said) - _IN_DATES)
    if not section.has("digit", "general", "text"):
        said_all = section.say().strip()
        return not said_all or bool(said_all.strip(_DASHES))  # hidden, or a word in its place
    return bool(set(said) - _CURRENCY) or _regroups(section)


def _regroups(section: Section) -> bool:
    """True where digits are filled up with noughts, or parted by signs: 00123, 14:30."""
    digits = [n for n, part in enumerate(section.parts) if part.kind == "digit"]
    point = next((n for n, part in enumerate(section.parts) if part.kind == "point"), None)
    whole = [n for n in digits if point is None or n < point]
    if sum(section.parts[n].text == "0" for n in whole) > 1:
        return True
    between = section.parts[whole[0] : whole[-1]] if whole else ()
    return any(part.kind == "literal" for part in between)


def _meets(condition: tuple[str, float] | None, number: float) -> bool:
    if condition is None:
        return True
    sign, other = condition
    return {
        "<": number < other,
        ">": number > other,
        "=": number == other,
        "<=": number <= other,
        ">=": number >= other,
        "<>": number != other,
    }[sign]


def _write(section: Section, value: Value) -> str:
    """The section with the value in its place."""
    if section.has("digit") and isinstance(value, int | float):
        return _SPACED.sub(" ", _fill_digits(section.parts, value)).strip()
    shown = show_value(value)
    pieces = [
        part.text if part.kind == "literal" else shown if part.kind in {"general", "text"} else ""
        for part in section.parts
    ]
    return _SPACED.sub(" ", "".join(pieces)).strip()


def _fill_digits(parts: Sequence[Part], value: float) -> str:
    point = next((n for n, part in enumerate(parts) if part.kind == "point"), len(parts))
    decimals = sum(part.kind == "digit" for part in parts[point:])
    if any(part.text == "%" for part in parts):
        value *= 100
    whole, _, fraction = f"{abs(value):.{decimals}f}".partition(".")
    first = next((n for n, part in enumerate(parts) if part.kind == "digit"), -1)
    out: list[str] = []
    for place in range(point - 1, -1, -1):
        part = parts[place]
        if part.kind == "digit":
            taken = whole if place == first else whole[-1:]
            whole = whole[: len(whole) - len(taken)]
            out.append(taken or ("0" if part.text == "0" else ""))
        elif part.kind == "literal" or part.text == "%":
            out.append(part.text)
    after = [part.text for part in parts[point:] if part.kind == "literal" or part.text == "%"]
    sign = "-" if value < 0 else ""
    return sign + "".join(reversed(out)) + (f".{fraction}" if fraction else "") + "".join(after)


def _show_date(section: Section, value: date | time) -> str | None:
    parts = [part for part in section.parts if part.kind in {"date", "literal", "half"}]
    said = set(_WORD.findall(section.say().casefold())) - _IN_DATES
    codes = [part.text for part in parts if part.kind == "date"]
    has_clock = any(code[0] in "hs" for code in codes)
    if isinstance(value, time):
        return None
    has_day = any(code in {"d", "dd"} for code in codes)
    has_year = any(code[0] in "ye" for code in codes)
    has_month = any(code[0] == "m" and not _is_minute(codes, n) for n, code in enumerate(codes))
    if said:
        return _write_date(parts, codes, value)
    if has_clock and not (has_day or has_year or has_month):
        return show_value(value.time()) if isinstance(value, datetime) else "00:00"
    shown = f"{value.day} " if has_day else ""
    shown += f"{value:%B} " if has_month else ""
    shown += f"{value.year}" if has_year else ""
    return shown.strip() or f"{value:%A}"


def _write_date(parts: Sequence[Part], codes: Sequence[str], value: date) -> str:
    written, place = "", 0
    for part in parts:
        if part.kind != "date":
            written += part.text if part.kind == "literal" else ""
            continue
        written += _write_code(part.text, value, minute=_is_minute(codes, place))
        place += 1
    return _SPACED.sub(" ", written).strip()


def _write_code(code: str, value: date, *, minute: bool) -> str:
    clock = value.time() if isinstance(value, datetime) else time()
    names = {"d": "%d", "ddd": "%a", "m": "%m", "mmm": "%b", "h": "%H", "s": "%S"}
    if code[0] in "ye":
        return f"{value.year}"
    if minute:
        return f"{clock.minute:02}"
    if code[0] in "hs":
        return f"{clock:{names[code[0]]}}"
    long = {"dddd": "%A", "mmmm": "%B", "mmmmm": "%B"}.get(code)
    return f"{value:{long or names.get(code) or names[code[0]]}}"


def _is_minute(codes: Sequence[str], place: int) -> bool:
    """True where an `m` counts minutes: after hours, or before seconds."""
    if codes[place] not in {"m", "mm"}:
        return False
    before = codes[place - 1][0] if place else ""
    after = codes[place + 1][0] if place + 1 < len(codes) else ""
    return before == "h" or after == "s"

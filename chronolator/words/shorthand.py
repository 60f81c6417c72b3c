"""The short forms of notes: for which words a written one stands."""

import re
from collections.abc import Mapping

_APOSTROPHES = ("'", "\u2019")
_FIGURES = (
    (re.compile(r"\d{1,2}/52"), "n/52"),
    (re.compile(r"[1-4]?\d/40"), "n/40"),
    (re.compile(r"\d{1,2}/(?:0?[1-9]|1[0-2])"), "d/m"),
)
"""Words for weeks ("2/52"), weeks of a pregnancy, and a day of a month or of a count ("3/5")."""
_COUNTED = re.compile(r"(\d{1,2})(y|yrs?|wks?|mths?|hrs?|mins?|am|pm)")
_UNITS = {"y": "year", "yr": "year", "wk": "week", "mth": "month", "hr": "hour", "min": "minute"}
_OWNED = ("'s", "s'")


def write_out(written: str, shorthand: Mapping[str, str]) -> str:
    """The words for which a written word stands, "" where it stands for itself.

    A form is read with the apostrophe for what it leaves out or without ("adm'd", "admd"); a
    number and its unit are two words ("2yrs"). A single letter counts only where it is written as
    in `shorthand`: "W" may be a child.
    """
    if not shorthand:
        return ""
    lower = written.lower()
    if written.isalpha():
        return shorthand.get(written if len(lower) == 1 else lower, "")
    lower = lower.replace(_APOSTROPHES[1], _APOSTROPHES[0])
    if full := shorthand.get(written if len(lower) == 1 else lower, ""):
        return full
    if written[0].isdigit():
        return _count(lower)
    if _APOSTROPHES[0] in lower and not lower.endswith(_OWNED):
        return shorthand.get(lower.replace(_APOSTROPHES[0], ""), "")
    return ""


def _count(lower: str) -> str:
    counted = _COUNTED.fullmatch(lower)
    if counted:
        unit = counted[2]
        return f"{counted[1]} {_UNITS.get(unit.removesuffix('s'), unit)}{'s' * unit.endswith('s')}"
    return next((word for figures, word in _FIGURES if figures.fullmatch(lower)), "")

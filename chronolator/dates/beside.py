"""What a cell of the time says beside it: "CIN meeting 13:30"."""

import re

from chronolator.dates.items import Clock, Other
from chronolator.dates.scan import scanner_of
from chronolator.dates.times import find_bare_clock, find_clock
from chronolator.model import DateRules, Value

_HERE = "\0"
_CLOCKS = re.compile(
    rf"(?:\b(?:at|from|by)\s+)?{_HERE}(?:\s*(?:-|\u2013|to|until)\s*{_HERE})?", re.IGNORECASE
)
"""Times, each told by `_HERE`, with the words that lead to them."""
_EDGES = " ,;:-\u2013\u2014"


def find_beside_time(value: Value, rules: DateRules) -> str:
    """The words of a cell of the time that tell no time, as they stand there; "" for none."""
    if not isinstance(value, str) or not any(map(str.isalpha, value)):
        return ""
    text = " ".join(value.split())
    items = scanner_of(rules).scan_time(text, None)
    if not any(isinstance(one, Other) and one.text.isalpha() for one in items):
        return ""
    return " ".join(_CLOCKS.sub(" ", _mark_clocks(text)).split()).strip(_EDGES)


def _mark_clocks(text: str) -> str:
    marked, place = "", 0
    while place < len(text):
        inside = place > 0 and text[place - 1].isalnum()
        clock = None if inside else find_clock(text, place) or _find_dotted(text, place)
        marked += _HERE if clock else text[place]
        place += len(clock.text) if clock else 1
    return marked


def _find_dotted(text: str, place: int) -> Clock | None:
    """A time such as 10.30, which elsewhere may be another number."""
    clock = find_bare_clock(text, place)
    return clock if clock and "." in clock.text else None

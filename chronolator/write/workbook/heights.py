"""How many lines a wrapped text takes, and how high its row must open."""

from functools import lru_cache

from xlsxwriter.utility import xl_pixel_width

HIGHEST = 409.5
"""Excel's limit for a row, in points."""
_LINE = 12.75
_AROUND = 4.5
MOST_LINES = int((HIGHEST - _AROUND) / _LINE)
"""The lines that the highest row shows."""
_PIXELS = 7
_SHORT = 40
_WIDEST = 13
"""So many pixels the widest character takes."""
_measure = lru_cache(maxsize=65536)(xl_pixel_width)
_SPACE = _measure(" ")


def count_lines(text: str, width: float) -> int:
    """The lines that the text takes in a column of `width` characters, wrapped between words."""
    if len(text) <= fit_surely(width) and "\n" not in text:
        return 1
    room = int(width * _PIXELS)
    return _count_known(text, room) if len(text) <= _SHORT else _count(text, room)


def fit_surely(width: float) -> int:
    """So many characters fit into one line of a column of `width` characters, whatever they are."""
    return int(width * _PIXELS) // _WIDEST


def height_of(lines: int) -> float:
    """The height in points of a row of so many lines; above `HIGHEST`, Excel cannot show it."""
    return lines * _LINE + _AROUND


def _count(text: str, room: int) -> int:
    return sum(_wrap(line, room) for line in text.split("\n"))


_count_known = lru_cache(maxsize=8192)(_count)
"""Short texts come again and again: answers, agencies, files."""


def _wrap(line: str, room: int) -> int:
    lines, used = 1, 0
    for word in line.split(" "):
        wide = _measure(word)
        if used and used + wide > room:
            lines += 1
            used = 0
        if wide > room:
            lines += wide // room
            wide %= room
        used += wide + _SPACE
    return lines

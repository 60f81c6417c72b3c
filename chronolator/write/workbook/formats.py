"""How cells look: one palette, and each format made once."""

from datetime import date, datetime, time, timedelta
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from chronolator.columns import Column, Group
from chronolator.model import PLAIN_LOOK, Look, Precision, Qualifier, When
from chronolator.rows.days import name_part
from chronolator.write.palette import INK, RULE

FONT = "Arial"
TEXT_SIZE = 10
SMALL_SIZE = 9
SMALLEST_SIZE = 8
LINK = "#0B4F9E"
BLOCK = "#8694A3"
HERS = "#F5D67B"
"""Above a column in which the author writes."""
PAPER_REVIEW = "#FFFAE8"
PAPER_AUTHOR = "#FFFDF5"
PAPER_TECHNICAL = "#F7F8FA"

PATTERNS = {datetime: "dd/mm/yyyy hh:mm", date: "dd/mm/yyyy", time: "hh:mm", timedelta: "[h]:mm"}
"""How what the author typed is shown, by its kind."""
_CORRECTED = {"bg_color": "#FBE7A6", "font_color": INK, "bottom": 2, "bottom_color": "#9A6B00"}

_HEADINGS = {
    Group.IDENTITY: ("#25364A", "#FFFFFF"),
    Group.EVENT: ("#25364A", "#FFFFFF"),
    Group.RECORD: ("#25364A", "#FFFFFF"),
    Group.CHILD: ("#275D63", "#FFFFFF"),
    Group.FINDING: ("#4B5968", "#FFFFFF"),
    Group.REVIEW: (HERS, INK),
    Group.AUTHOR: ("#FBEBBB", INK),
    Group.ORIGIN: ("#DDE2E8", INK),
}
EXACT_DAY = "ddd dd mmm yyyy"
"""How a day is shown that is known."""
_LAST_DAY = "dd mmm yyyy"
_DAYS = {
    Precision.MONTH: "mmmm yyyy",
    Precision.SEASON: "mmm yyyy",
    Precision.YEAR: "yyyy",
}
_BEFORE_DAY = {
    Qualifier.APPROXIMATE: "c. ",
    Qualifier.AFTER: "after ",
}
_BEFORE_LAST_DAY = {
    Qualifier.APPROXIMATE: "c. ",
    Qualifier.BEFORE: "before ",
}


class Formats:
    """The formats of one workbook. The same properties give the same format."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._properties: dict[Format, dict[str, Any]] = {}
        self._dressed: dict[tuple[Format, Look], Format] = {}

    def make(self, **properties: Any) -> Format:  # noqa: ANN401  as XlsxWriter's own table of properties
        """A format with these of XlsxWriter's properties above the house's own."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            basis = {"font_name": FONT, "font_size": TEXT_SIZE, "font_color": INK}
            self._made[key] = self._book.add_format({**basis, **properties})
            self._properties[self._made[key]] = {**basis, **properties}
        return self._made[key]

    def dress(self, plain: Format, look: Look) -> Format:
        """The format with what the author made of a cell's look."""
        if look is PLAIN_LOOK or not look:  # nearly always the first, which costs nothing
            return plain
        key = plain, look
        if key not in self._dressed:
            hers = {
                "bg_color": look.fill and f"#{look.fill}",
                "font_color": look.ink and f"#{look.ink}",
                "bold": look.bold,
                "italic": look.italic,
                "underline": int(look.underlined),
                "font_strikeout": look.struck,
                "num_format": look.number,
                "text_wrap": look.wrapped,
            }
            given = {name: value for name, value in hers.items() if value}
            self._dressed[key] = self._book.add_format({**self._properties[plain], **given})
        return self._dressed[key]

    def show_as(self, plain: Format, pattern: str) -> Format:
        """The format for a day or a time in a cell that may hold anything."""
        return self.make(**{**self._properties[plain], "num_format": pattern, "align": "left"})

    def correct(self, plain: Format) -> Format:
        """The format for a cell that the author corrected: in her tint, and underlined by a line,
        since colour is never alone.
        """
        return self.make(**{**self._properties[plain], **_CORRECTED})

    def list_colours(self, name: str) -> frozenset[str]:
        """The colours of ours, as "FFC000", under the name of a property: none of the author's."""
        told = (properties.get(name) for properties in self._properties.values())
        return frozenset(colour.lstrip("#").upper() for colour in told if colour)

    def body(self, **properties: Any) -> Format:  # noqa: ANN401  the same
        """A cell below a heading: at the top, wrapped, with a fine line under it."""
        under = {"bottom": 1, "bottom_color": RULE}
        return self.make(**{"valign": "top", "text_wrap": True, **under, **properties})

    def overlay(self, **properties: Any) -> Format:  # noqa: ANN401  the same
        """What a rule changes in the cells that it meets, and nothing else."""
        made: Format = self._book.add_format(properties)
        return made

    def heading(self, column: Column) -> Format:
        """The heading of a column, in the colour of its group."""
        group = Group.ORIGIN if column.technical else column.group
        return self.titled(*_HEADINGS[group])

    def titled(self, fill: str = "#25364A", ink: str = "#FFFFFF", indent: int = 0) -> Format:
        """The heading of a table."""
        return self.make(
            indent=indent,
            align="left",
            bold=True,
            font_size=SMALL_SIZE,
            bg_color=fill,
            font_color=ink,
            valign="top",
            text_wrap=True,
            bottom=2,
            bottom_color=fill,
        )


def day_pattern(when: When) -> str:
    """How a real date is shown, as finely as it is known: "c. May 2016", "early June 2019", "Thu 12
    Apr 2018".
    """
    part = name_part(when)
    before = f"{part} " if part else _BEFORE_DAY.get(when.qualifier, "")
    if when.precision is Precision.WEEK and not before:
        return '"w/c" dd mmm yyyy'
    plain = _DAYS.get(when.precision, _LAST_DAY if before else EXACT_DAY)
    return f'"{before}"{plain}' if before else plain


def last_day_pattern(when: When) -> str:
    """How the last day is shown: always as a day, with "before" where that is all we know, and with
    "c." where it is the end of what is only known roughly.
    """
    before = _BEFORE_LAST_DAY.get(when.qualifier, "")
    return f'"{before}"{_LAST_DAY}' if before else _LAST_DAY

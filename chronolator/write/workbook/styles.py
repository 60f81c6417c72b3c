"""The look of each column of the chronology, and of the answers in it."""

from collections.abc import Iterator, Sequence
from typing import Any

from xlsxwriter.format import Format

from chronolator.columns import ORDER_KEY, OTHER_DAY, Column, Group
from chronolator.model import Answer
from chronolator.write.palette import ANSWER_INKS, INK, QUIET, colour_agencies
from chronolator.write.workbook.formats import (
    BLOCK,
    LINK,
    PAPER_AUTHOR,
    PAPER_REVIEW,
    PAPER_TECHNICAL,
    SMALL_SIZE,
    SMALLEST_SIZE,
    TEXT_SIZE,
    Formats,
)

_READ = {
    *("text", "date", "date_to", "time", "time_to"),
    *("subject", "service", "contact_type", "views", "people", "action", "outcome"),
}
_SMALL = {"ref", "number", "date_written", "origin"}
"""To be looked up, and not read."""
_TIME = {"num_format": "hh:mm", "align": "left"}
_OWN_LOOKS: dict[str, dict[str, Any]] = {
    "text": {"indent": 1, "align": "left"},
    "time": _TIME,
    "time_to": _TIME,
    ORDER_KEY: {"align": "center"},
    OTHER_DAY: {"font_color": LINK, "underline": 1, "align": "left"},
}
"""By the column's key: what no other column has."""
_LOOKS = {
    Answer.YES: {"bg_color": "#D3EBDD", "font_color": ANSWER_INKS[Answer.YES], "bold": True},
    Answer.NO: {"bg_color": "#F8DAD5", "font_color": ANSWER_INKS[Answer.NO], "bold": True},
    Answer.UNCLEAR: {
        "bg_color": "#FDEDB8",
        "font_color": ANSWER_INKS[Answer.UNCLEAR],
        "bold": True,
    },
}
_SILENT = {"num_format": ';;;"\N{EN DASH}"'}
"""The word stays in the cell, in its list and in the filter: shown again and again it is noise."""
_BLOCKS = ("#E4ECF5", "#EFE8F4")
"""Behind the number of a contact, by turns: its accounts that stand together are seen as one."""
_QUIET_NO = {"bg_color": "#E6EAEE", "font_color": INK, "bold": True}
"""A child seen with a parent, or whose views were not given, is no alarm as one not seen is."""


def size_of(column: Column) -> int:
    """The size of the column's letters in points: what is read at length is larger."""
    if column.key in _SMALL:
        return SMALLEST_SIZE
    wide = column.key in _READ or column.group in (Group.REVIEW, Group.AUTHOR)
    return TEXT_SIZE if wide else SMALL_SIZE


def style_column(formats: Formats, column: Column, *, parted: bool) -> Format:
    """The format of the column's cells; `parted`: a line on the left begins a block of columns."""
    look: dict[str, Any] = {"font_size": size_of(column), **_OWN_LOOKS.get(column.key, {})}
    if column.group is Group.IDENTITY:
        look |= {"align": "left"}
    if column.key in _SMALL or column.is_answer or column.key.startswith("age "):
        look |= {"font_color": QUIET}
    if parted:
        look |= {"left": 1, "left_color": BLOCK}
    if column.group is Group.REVIEW:
        look |= {"bg_color": PAPER_REVIEW}
    if column.group is Group.AUTHOR:
        look |= {"bg_color": PAPER_AUTHOR}
    if column.technical:
        look |= {"bg_color": PAPER_TECHNICAL, "font_color": QUIET, "align": "left"}
    return formats.body(**look)


def style_agencies(formats: Formats, named: Sequence[str]) -> dict[str, Format]:
    """The format of each agency's name: a colour at its left edge tells it from the others."""
    return {
        agency: formats.body(bold=True, align="left", indent=1, left=5, left_color=colour)
        for agency, colour in colour_agencies(named).items()
    }


def style_blocks(formats: Formats, column: Column) -> tuple[Format, ...]:
    """The formats of the cells beside the accounts of a contact that stand together, by turns."""
    look: dict[str, Any] = {"font_size": size_of(column), "align": "left"}
    if column.key == "contact":
        look |= {"left": 5, "left_color": BLOCK}
    return tuple(formats.body(bg_color=tint, **look) for tint in _BLOCKS)


def style_day(formats: Formats, pattern: str) -> Format:
    """The format of a real day, shown by the pattern on one line."""
    return formats.body(num_format=pattern, align="left", text_wrap=False, shrink=True)


def list_styles(formats: Formats, columns: Sequence[Column]) -> list[tuple[Column, Format]]:
    """Each column with the format of its cells."""
    return [
        (column, style_column(formats, column, parted=parted)) for column, parted in _part(columns)
    ]


def _part(columns: Sequence[Column]) -> Iterator[tuple[Column, bool]]:
    """Each column, and if a block begins with it: a child's answers, the findings."""
    parts = [(one.group, one.child) for one in columns]
    for column, before, here in zip(columns, [parts[0], *parts], parts, strict=False):
        yield column, before != here and column.group in (Group.CHILD, Group.FINDING)


def answer_rules(formats: Formats, column: Column) -> Iterator[dict[str, Any]]:
    """Colour by the word that stands in the cell, so that it follows the author's corrections."""
    looks: dict[Answer, dict[str, Any]]
    looks = _LOOKS if column.key.startswith("seen ") else {**_LOOKS, Answer.NO: _QUIET_NO}
    for answer, look in (*looks.items(), (Answer.NOT_RECORDED, _SILENT)):
        yield {
            "type": "cell",
            "criteria": "==",
            "value": f'"{answer.capitalize()}"',
            "format": formats.overlay(**look),
        }

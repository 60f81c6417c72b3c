"""The look of each column of the chronology, and of the answers in it."""

from collections.abc import Iterator
from typing import Any

from xlsxwriter.format import Format

from chronolator.columns import Column, Group
from chronolator.model import Answer
from chronolator.write.workbook.formats import (
    BLOCK,
    PAPER_AUTHOR,
    PAPER_REVIEW,
    PAPER_TECHNICAL,
    QUIET,
    SMALL_SIZE,
    TEXT_SIZE,
    Formats,
)

ANSWERED = ("seen ", "alone ", "views ")
_READ = {"text", "date", "date_to", "time", "time_to", "people", "action", "outcome"}
_ANSWER_LOOKS = {
    Answer.YES: {"bg_color": "#D3EBDD", "font_color": "#0B5138", "bold": True},
    Answer.NO: {"bg_color": "#F8DAD5", "font_color": "#8C1A11", "bold": True},
    Answer.UNCLEAR: {"bg_color": "#FDEDB8", "font_color": "#664A00", "bold": True},
}


def size_of(column: Column) -> int:
    """The size of the column's letters in points: what is read at length is larger."""
    wide = column.key in _READ or column.group in (Group.REVIEW, Group.AUTHOR)
    return TEXT_SIZE if wide else SMALL_SIZE


def begins_block(column: Column) -> bool:
    """True where a line on the left sets the column apart: a child's first answer, a first note."""
    return column.key.startswith("seen ") or column.key == "contact"


def style_column(formats: Formats, column: Column) -> Format:
    """The format of the column's cells."""
    look: dict[str, Any] = {"font_size": size_of(column)}
    if column.key in ("ref", "number"):
        look |= {"font_color": QUIET, "align": "left"}
    if column.key.startswith("time"):
        look |= {"num_format": "hh:mm", "align": "left"}
    if column.key.startswith((*ANSWERED, "age ")):
        look |= {"font_color": QUIET}
    if begins_block(column):
        look |= {"left": 1, "left_color": BLOCK}
    if column.group is Group.REVIEW:
        look |= {"bg_color": PAPER_REVIEW}
    if column.group is Group.AUTHOR:
        look |= {"bg_color": PAPER_AUTHOR}
    if column.technical:
        look |= {"bg_color": PAPER_TECHNICAL, "font_color": QUIET, "align": "left"}
    return formats.body(**look)


def answer_rules(formats: Formats) -> Iterator[dict[str, Any]]:
    """Colour by the word that stands in the cell, so that it follows the author's corrections."""
    for answer, look in _ANSWER_LOOKS.items():
        yield {
            "type": "cell",
            "criteria": "==",
            "value": f'"{answer.capitalize()}"',
            "format": formats.overlay(**look),
        }

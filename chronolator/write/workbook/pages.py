"""How every sheet prints: landscape, one page wide, with the marking on each page."""

import re
from dataclasses import dataclass

from chronolator.columns import clean_text
from chronolator.write.workbook.checked import CheckedSheet

A3, A4 = 8, 9
"""The sizes of paper, as Excel numbers them."""
_MOST = 50
_PICTURE = re.compile(r"&(?=[G\[])")
"""XlsxWriter takes "&&G" for a picture that is missing, and leaves the whole header out."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands round each page."""

    marking: str
    title: str


def set_page(sheet: CheckedSheet, furniture: Furniture, name: str, paper: int = A3) -> None:
    """Landscape, fitted to one page's width, with marking, title, and page x of y."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.65)
    sheet.hide_gridlines(2)
    marking, title = _escape(furniture.marking), _escape(furniture.title)
    sheet.set_header(f"&L&B{marking}&C{_escape(name)}&R{title}")
    sheet.set_footer(f"&L&B{marking}&R&BPage &P of &N")


def _escape(text: str) -> str:
    """The text as a header can hold it: on one line, with no `&` taken for a command. It may hold
    255 units with all its parts, so a long one is cut, with a mark: *About* has it whole.
    """
    line = " ".join(clean_text(text).split())
    short = line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
    return _PICTURE.sub("& ", short).replace("&", "&&")

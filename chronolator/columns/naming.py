"""How columns are named: headings that a table takes, and short names of children."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from chronolator.columns.cells import clean_text, take_units
from chronolator.columns.column import Column
from chronolator.model import THE_CHILD, Case, Child

_LONGEST_HEADING = 200
"""Excel takes 255; some are left to tell two apart."""


def make_unique(columns: Iterable[Column]) -> Iterator[Column]:
    """The columns with headings that a table takes, as `name_apart` gives them.

    What a heading lost stands in the column's meaning.
    """
    listed = list(columns)
    for column, heading in zip(listed, name_apart(one.heading for one in listed), strict=True):
        whole = _write_on_one_line(column.heading)
        lost = take_units(whole, _LONGEST_HEADING) != whole
        meaning = f"{column.meaning} Its whole heading: “{whole}”." if lost else column.meaning
        changed = lost or heading != column.heading
        yield replace(column, heading=heading, meaning=meaning) if changed else column


def name_apart(headings: Iterable[str]) -> Iterator[str]:
    """The headings as a table takes them: one line, not too long, no two the same but for
    capitals.
    """
    met: set[str] = set()
    for one in headings:
        plain = heading = take_units(_write_on_one_line(one), _LONGEST_HEADING)
        count = 1
        while heading.casefold() in met:
            count += 1
            heading = f"{plain} ({count})"
        met.add(heading.casefold())
        yield heading


def _write_on_one_line(heading: str) -> str:
    return " ".join(clean_text(heading).split()) or "Column"


def key_of_child(about: str, child: Child) -> str:
    """The key of a column about the child: "seen Robin Ashdown". `about`: a question, or what else
    the column tells.
    """
    return f"{about} {child.name}"


def name_short(child: Child, case: Case) -> str:
    """The child's first name where no other child of the case has it, else the whole name."""
    first = Counter(one.name.split()[0].casefold() for one in case.children if one.name.split())
    words = child.name.split()
    if child.name == THE_CHILD.name or not words or first[words[0].casefold()] > 1:
        return child.name[:1].upper() + child.name[1:]
    return words[0]

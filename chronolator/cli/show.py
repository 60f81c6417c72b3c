"""What stands on the screen: plain words, no mark that a stream cannot carry.

Results go to standard output, everything else to the error stream. A word of a record or a name of
a file is never taken for markup, and control characters in it never reach the terminal.
"""

import io
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from chronolator.errors import ChronolatorError
from chronolator.model import Problem

PLACES_SHOWN = 3


def prepare_streams() -> None:
    """Let no character that a stream's encoding lacks stop the run: it comes out as "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def open_console(*, errors: bool = False) -> Console:
    """The console of standard output, or of the error stream."""
    return Console(stderr=errors, markup=False, highlight=False, emoji=False, soft_wrap=False)


def clean(text: str) -> str:
    """The text on one line, without characters that steer a terminal or turn its direction."""
    return "".join(
        " " if character in "\t\n\r" else character
        for character in text
        if character in "\t\n\r" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def say(text: str = "", *, errors: bool = False, style: str = "") -> None:
    """One sentence, wrapped at the width of the terminal."""
    open_console(errors=errors).print(Text(clean(text), style=style))


def show_error(error: ChronolatorError) -> None:
    """Place: cause. Remedy."""
    say(f"chron: {error}", errors=True, style="bold red")
    say(f"  {error.hint}", errors=True)


def show_problem(problem: Problem) -> None:
    """One problem on the error stream, with what to do."""
    say(f"chron: {tell_problem(problem)}", errors=True, style="bold red")
    say(f"  {problem.hint}", errors=True)


def tell_problem(problem: Problem) -> str:
    """Place: what. A file's own message begins with its place already."""
    if problem.message.startswith(problem.origin.file):
        return problem.message
    return f"{problem.origin}: {problem.message}"


def make_table(*headings: str, numbers: Sequence[int] = ()) -> Table:
    """A table without lines. `numbers`: the columns, from 0, that hold numbers."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for place, heading in enumerate(headings):
        table.add_column(
            heading, justify="right" if place in numbers else "left", overflow="fold", no_wrap=False
        )
    return table


def add_row(table: Table, *cells: object, style: str = "") -> None:
    """A row of the table, its cells as plain text."""
    table.add_row(*(Text(clean(str(cell))) for cell in cells), style=style or None)


def name_day(day: date | None) -> str:
    """A day as 3 Apr 2019; "" for None. Not by the locale: the result is the same everywhere."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 row", "2,000 rows"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def group_problems(problems: Sequence[Problem]) -> list[tuple[str, int, str, str]]:
    """The problems gathered by kind and advice: kind, how many, where the first of them are, what
    to do.
    """
    ordered = sorted(problems, key=lambda problem: (problem.kind, problem.hint, problem.origin))
    return [
        (kind, len(group), _tell_places(group), hint)
        for (kind, hint), group in (
            (key, list(members))
            for key, members in groupby(ordered, key=lambda problem: (problem.kind, problem.hint))
        )
    ]


def _tell_places(problems: Sequence[Problem]) -> str:
    """The first few places, each told once, and how many more there are."""
    places = list(dict.fromkeys(str(problem.origin) for problem in problems))
    more = f" and {len(places) - PLACES_SHOWN:,} more" if len(places) > PLACES_SHOWN else ""
    return "; ".join(places[:PLACES_SHOWN]) + more

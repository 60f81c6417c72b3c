"""What stands on the screen: plain words, no mark that a stream cannot carry.

Results go to standard output, everything else to the error stream. A word of a record or a name of
a file is never taken for markup, and control characters in it never reach the terminal.
"""

import io
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from chronolator.errors import ChronolatorError
from chronolator.model import Problem, ProblemKind, values
from chronolator.problems import ProblemGroup, hide_words

_PARTING = "\t\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_STEERING = ("Cc", "Cf", "Cs")


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
        " " if character in _PARTING else character
        for character in text
        if character in _PARTING or unicodedata.category(character) not in _STEERING
    )


def say(text: str = "", *, errors: bool = False, style: str = "", lead: str = "") -> None:
    """One sentence, wrapped at the width of the terminal; its lines stand in behind the `lead`."""
    console = open_console(errors=errors)
    told = Text(clean(text), style=style)
    for number, line in enumerate(told.wrap(console, console.width - len(lead)) or [told]):
        line.rstrip()
        console.print(Text(" " * len(lead) if number else lead).append_text(line))


def show_error(error: ChronolatorError) -> None:
    """Place: cause. Remedy."""
    say(f"chron: {error}", errors=True, style="bold red")
    say(f"  {error.hint}", errors=True)


def show_problem(problem: Problem) -> None:
    """One problem on the error stream, with what to do."""
    say(f"chron: {tell_problem(problem)}", errors=True, style="bold red")
    for line in problem.hint.splitlines():
        say(line, errors=True, lead="  ")


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
    """A day as the workbook shows it, "3 Apr 2019"; "" for None."""
    return values.name_day(day) if day else ""


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 row", "2,000 rows"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def say_title(title: str) -> None:
    """A line that begins a part of what is said, with an empty one before it."""
    say()
    say(title, style="bold")


def say_groups(
    groups: Iterable[ProblemGroup], *, errors: bool = False, most: int | None = None
) -> None:
    """Problems of each kind: how many and what, where the first of them are; and what to do, once
    for those that ask for the same, of which at `most` so many are told. Nothing of a row's own
    words.
    """
    alike: defaultdict[tuple[ProblemKind, str], list[ProblemGroup]] = defaultdict(list)
    for group in groups:
        alike[group.kind, group.hint].append(group)
    for (_, hint), some in alike.items():
        for group in some[:most]:
            _say_what(group, errors=errors)
        if left := len(some[most:]) if most else 0:
            say(f"and {left:,} more like these, on the sheet Problems", errors=errors, lead="  ")
        for line in hint.splitlines():  # lines for the case file stand as they are to be written
            say(line, errors=errors, lead="    ")


def _say_what(group: ProblemGroup, *, errors: bool) -> None:
    number = len(group.problems)
    messages = dict.fromkeys(map(hide_words, group.problems))
    if number == 1 or (group.problems[0].event and len(messages) > 1):
        for told in messages:
            say(f"{group.places}: {told}", errors=errors, lead="  ")
    else:
        say(f"{number:,} x {next(iter(messages))}", errors=errors, lead="  ")
        say(group.places, errors=errors, lead="    ")

"""The returns that came, one line each; where the screen is too narrow for it, two."""

from collections.abc import Sequence

from rich.cells import cell_len

from chronolator.cli import show
from chronolator.model import Return, Whence

_FIGURES = ("Sheets", "Rows", "Entries", "From", "To", "Dated", "Problems")
_GAP = "  "
_ROOM = 50
"""So many characters for a file's name and its agency leave them readable beside the figures."""


def say_returns(returns: Sequence[Return]) -> None:
    """A table of the returns. Nothing of a name is left out, however long it is."""
    if not returns:
        return
    figures = [_FIGURES, *map(_tell_figures, returns)]
    lines = _align(figures)
    if cell_len(lines[0]) + _ROOM > show.open_console().width:
        show.say("Return: agency", style="bold")
        show.say(lines[0], lead=_GAP * 2, style="bold")
        for one, line in zip(returns, lines[1:], strict=True):
            show.say(f"{one.file}: {_tell_agency(one)}")
            show.say(line, lead=_GAP * 2)
        return
    numbers = range(2, 2 + len(_FIGURES))
    table = show.make_table("Return", "Agency", *_FIGURES, numbers=numbers)
    for number in numbers:
        table.columns[number].no_wrap = True
    for one, cells in zip(returns, figures[1:], strict=True):
        show.add_row(table, one.file, _tell_agency(one), *cells)
    show.open_console().print(table)


def _align(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines, the cells of a column set to the right."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]


def _tell_agency(one: Return) -> str:
    """Whose return it is, and what told so where the case file does not settle it."""
    if not one.agencies:
        return "whose it is cannot be told"
    names = " and ".join(one.agencies)
    return names if one.whence == (Whence.CASE,) else f"{names} ({', '.join(one.whence)})"


def _tell_figures(one: Return) -> tuple[str, ...]:
    return (
        f"{one.sheets_read} of {one.sheets}",
        f"{one.rows:,}",
        f"{one.entries:,}",
        show.name_day(one.first) or "-",
        show.name_day(one.last) or "-",
        f"{_percent(one.dated, one.entries)}%" if one.entries else "-",
        f"{one.problems:,}",
    )


def _percent(part: int, whole: int) -> int:
    """Rounded down, so that 100 means all."""
    return 100 * part // whole

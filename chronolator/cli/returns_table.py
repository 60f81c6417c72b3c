"""The returns that came, one line each; where the screen is too narrow for it, two."""

from collections.abc import Sequence

from rich.cells import cell_len

from chronolator.cli import show
from chronolator.model import Return
from chronolator.rows import name_day

_FIGURES = ("Sheets", "Rows", "Entries", "From", "To", "Dated", "Problems")
_GAP = "  "


def say_returns(returns: Sequence[Return]) -> None:
    """A table of the returns. Nothing of a name is left out, however long it is."""
    if not returns:
        return
    names = ["Return", *(show.clean(one.file) for one in returns)]
    agencies = ["Agency", *(show.clean(_tell_agency(one)) for one in returns)]
    figures = _align([_FIGURES, *map(_tell_figures, returns)], right=True)
    beside = _align([*zip(names, agencies, strict=True)], right=False)
    lines = [_GAP.join(pair) for pair in zip(beside, figures, strict=True)]
    narrow = max(map(cell_len, lines)) > show.open_console().width
    for number, (name, agency) in enumerate(zip(names, agencies, strict=True)):
        style = "" if number else "bold"
        if narrow:
            show.say(f"{name}: {agency}" if number else "Return: agency", style=style)
            show.say(figures[number], lead=_GAP * 2, style=style)
        else:
            show.say(lines[number], style=style)


def _align(rows: Sequence[Sequence[str]], *, right: bool) -> list[str]:
    """The rows as lines, every column as wide as its widest cell."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(
            space + cell if right else cell + space
            for cell, width in zip(row, widths, strict=True)
            for space in [" " * (width - cell_len(cell))]
        )
        for row in rows
    ]


def _tell_agency(one: Return) -> str:
    if not one.agencies:
        return "whose it is cannot be told"
    return f"{' and '.join(one.agencies)} ({', '.join(one.whence)})"


def _tell_figures(one: Return) -> tuple[str, ...]:
    return (
        f"{one.sheets_read} of {one.sheets}",
        f"{one.rows:,}",
        f"{one.entries:,}",
        name_day(one.first) if one.first else "-",
        name_day(one.last) if one.last else "-",
        f"{_percent(one.dated, one.entries)}%" if one.entries else "-",
        f"{one.problems:,}",
    )


def _percent(part: int, whole: int) -> int:
    """Rounded down, so that 100 means all."""
    return 100 * part // whole

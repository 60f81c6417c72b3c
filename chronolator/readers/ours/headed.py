"""Rows of a sheet by its headings, wherever they were moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronolator.model import Sheet, Value
from chronolator.model.values import show_value

_ROWS_SEARCHED = 30


@dataclass(frozen=True, slots=True)
class HeadedRow:
    """A row with its 1-based number, and by heading its cells and their texts, "" where none is."""

    number: int
    cells: dict[str, Value]

    @property
    def texts(self) -> dict[str, str]:
        """The cells as text."""
        return {heading: show_value(value) for heading, value in self.cells.items()}


def find_headed(sheets: Sequence[Sheet], name: str, headings: Sequence[str]) -> Sheet | None:
    """The sheet of that name, else one that holds all the headings in one of its first rows."""
    headed = [sheet for sheet in sheets if _find_places(sheet, headings)]
    return next((sheet for sheet in headed if sheet.name.casefold() == name.casefold()), None) or (
        headed[0] if headed else None
    )


def list_headed(sheet: Sheet, headings: Sequence[str]) -> Iterator[HeadedRow]:
    """The rows that hold anything, but for that of the headings: of these the ones that are there
    count, two at least.
    """
    head, places = _find_best(sheet, headings)
    for number, row in enumerate(sheet.rows, start=1):
        cells = {
            heading: row[places[heading]]
            if heading in places and places[heading] < len(row)
            else None
            for heading in headings
        }
        if number != head and any(show_value(value) for value in row):
            yield HeadedRow(number, cells)


def _find_places(sheet: Sheet, headings: Sequence[str]) -> bool:
    return len(_find_best(sheet, headings)[1]) == len(headings)


def _find_best(sheet: Sheet, headings: Sequence[str]) -> tuple[int, dict[str, int]]:
    """The 1-based row with most of the headings, and their places."""
    best: tuple[int, dict[str, int]] = 0, {}
    for number, row in enumerate(sheet.rows[:_ROWS_SEARCHED], start=1):
        texts = [show_value(value).casefold() for value in row]
        places = {one: texts.index(one.casefold()) for one in headings if one.casefold() in texts}
        if len(places) > len(best[1]):
            best = number, places
    return best

"""A sheet without headings that are known: what each column is, by what it holds."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from chronolator.model import Field, HeadingRules, Layout, Sheet, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import (
    list_filled,
    looks_dated,
    looks_like_day,
    looks_periodic,
    looks_timed,
    spread_down,
)
from chronolator.readers.layouts.banners import find_period
from chronolator.readers.layouts.beginning import take_banners
from chronolator.readers.layouts.candidates import read_headings
from chronolator.readers.layouts.column import Column
from chronolator.readers.layouts.contents import (
    MOST,
    are_prices,
    are_versions,
    holds_content,
    is_sentence,
    list_births,
    looks_ahead,
    mostly,
)
from chronolator.readers.layouts.header import SAMPLE, list_columns
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.settling import show_settling
from chronolator.readers.protocol import Settings
from chronolator.words.agencies import find_kind

_ROWS_SEARCHED = 40
_FEWEST = 2
_OFTEN = 0.5
_OPENING = 14
"""A date at the beginning of a text stands in so many characters."""
_MOST_HEADED = 0.6
"""Fewer cells over the columns are a label and its value."""
_DIFFERENT = 0.4
"""Several entries may stand under one day, but not most of them."""


Looks = Callable[[Value, HeadingRules], bool]
"""By what a date is known."""


def find_unheaded(sheet: Sheet, settings: Settings) -> Layout | None:
    """How the columns are read by what they hold, or None where they hold no events.

    Events have a column of dates, most rows dated and the days mostly different, and one of
    sentences. Lists of people, prices, versions and plans of what is to come are none. What the
    case file says of a column, by its letter, goes before.
    """
    layout = _find(sheet, settings, looks_dated)
    if layout is None and _names_period(sheet, settings):
        layout = _find(sheet, settings, looks_like_day)
    return layout


def _names_period(sheet: Sheet, settings: Settings) -> bool:
    """True where a year is named above: the days may be written without theirs."""
    lone = [cells[0][1] for row in sheet.rows if len(cells := list_filled(row)) == 1]
    return any(looks_periodic(one, settings.headings) for one in (*lone, *sheet.above)) or bool(
        find_period(sheet.name, settings.headings, settings.dates)
    )


def _find(sheet: Sheet, settings: Settings, looks: Looks) -> Layout | None:
    first = _find_first_dated(sheet, settings, looks)
    if first is None:
        return None
    above = _find_headings(sheet, first, settings)
    if above is None:
        return None
    columns = list_columns(sheet, first - 1, above[1], settings)
    sample = _list_rows(sheet, first)
    rows = len(sample)
    fields: dict[int, Field | None] = {column.place: column.settled for column in columns}
    dates = _choose_dates(columns, sample, settings, looks)
    if dates is None:
        return None
    fields[dates.place] = Field.DATE
    text = _choose_text(columns, fields, rows)
    if text is None or _is_no_chronology(sheet, first, dates, columns, settings):
        return None
    fields[text.place] = Field.TEXT
    for column in columns:
        if fields[column.place] is None:
            found = _find_field(column, rows, settings)
            fields[column.place] = None if found in fields.values() else found
    return Layout(
        above[0],
        {column.heading: fields[column.place] for column in columns},
        tuple(column.place for column in columns),
        doubts=tuple(_tell(sheet, columns, fields, above[0], settings)),
        begins=above[0] or _find_begin(sheet, first, dates.place, text.place, settings),
    )


def _find_first_dated(sheet: Sheet, settings: Settings, looks: Looks) -> int | None:
    """The first row that holds a date beside something else, in the column where most of them
    stand: a title may hold one too. None where there is none.
    """
    dated: dict[int, list[int]] = {}
    for number, row in enumerate(islice(sheet.rows, _ROWS_SEARCHED), start=1):
        cells = list_filled(row)
        if len(cells) >= _FEWEST:
            for place, value in cells:
                if looks(value, settings.headings):
                    dated.setdefault(place, []).append(number)
    return max(dated.values(), key=len)[0] if dated else None


def _find_headings(
    sheet: Sheet, first: int, settings: Settings
) -> tuple[int, dict[int, str]] | None:
    """The row above the entries that looks like headings, and these; (0, {}) where there is none.

    None where the rules know some of them: they are those of another table.
    """
    row = next((n for n in range(first - 1, 0, -1) if list_filled(sheet.rows[n - 1])), 0)
    texts = read_headings(sheet, row, settings.headings) if row else {}
    width = len(list_filled(sheet.rows[first - 1]))
    if len(texts) < width * _MOST_HEADED or any(one.endswith(":") for one in texts.values()):
        return 0, {}
    if any(is_sentence(one) for one in texts.values()):
        return 0, {}
    if any(match_heading(one, settings.headings) for one in texts.values()):
        return None
    return row, texts


def _list_rows(sheet: Sheet, first: int) -> list[dict[int, Value]]:
    """The rows of several cells from the first on, as far as columns are looked at, by places; what
    is merged down stands in each of its rows.
    """
    width = max(map(len, sheet.rows))
    merged = spread_down(sheet, range(width)) if sheet.merged else {}
    rows: dict[int, dict[int, Value]] = {}
    for number, row in enumerate(sheet.rows[first - 1 : first - 1 + SAMPLE], start=first):
        cells = dict(list_filled(row))
        if len(cells) >= _FEWEST:
            rows[number] = cells
    for (number, place), value in merged.items():
        if number in rows:
            rows[number].setdefault(place, value)
    return list(rows.values())


def _choose_dates(
    columns: Sequence[Column], rows: Sequence[dict[int, Value]], settings: Settings, looks: Looks
) -> Column | None:
    by_hand = [column for column in columns if column.settled is Field.DATE]
    if by_hand:
        return by_hand[0]
    for column in columns:
        own = [show_value(v) for v in column.values if looks(v, settings.headings)]
        dated = sum(_is_dated(cells, column.place, settings, looks) for cells in rows)
        enough = len(own) >= _FEWEST and dated >= len(rows) * MOST
        if column.settled is None and enough and len(set(own)) >= len(own) * _DIFFERENT:
            return column
    return None


def _is_dated(cells: dict[int, Value], place: int, settings: Settings, looks: Looks) -> bool:
    """True for a row with a date in the column, or without one and a text that begins with one."""
    if place in cells:
        return looks(cells[place], settings.headings)
    texts = [value for value in cells.values() if is_sentence(value)]
    return any(looks_dated(show_value(one)[:_OPENING], settings.headings) for one in texts)


def _choose_text(
    columns: Sequence[Column], fields: dict[int, Field | None], rows: int
) -> Column | None:
    by_hand = [column for column in columns if column.settled is Field.TEXT]
    if by_hand:
        return by_hand[0]
    told = [
        column
        for column in columns
        if fields[column.place] is None
        and len(column.values) >= rows * _OFTEN
        and mostly(map(is_sentence, column.values))
    ]
    return max(told, key=_average_length, default=None)


def _average_length(column: Column) -> float:
    return sum(len(show_value(value)) for value in column.values) / len(column.values)


def _is_no_chronology(
    sheet: Sheet, first: int, dates: Column, columns: Sequence[Column], settings: Settings
) -> bool:
    if dates.settled:
        return False
    titles = [sheet.name, *sheet.above]
    titles += [value for row in sheet.rows[: first - 1] for value in row if isinstance(value, str)]
    others = [column.values for column in columns if column is not dates]
    return (
        looks_ahead(titles, settings.layouts)
        or list_births(dates.values, others)
        or any(are_prices(values) or are_versions(values) for values in others)
    )


def _find_field(column: Column, rows: int, settings: Settings) -> Field | None:
    """The field that a column shows by its cells; None where they show none, or too few do."""
    values = column.values
    if len(values) < rows * _OFTEN:
        return None
    if all(looks_timed(value) for value in values):
        return Field.TIME
    texts = [show_value(value) for value in values]
    for rule in settings.layouts.contents:
        if mostly(holds_content(text, rule) for text in texts):
            return rule.field
    short = mostly(not is_sentence(value) for value in values)
    agencies = short and mostly(bool(find_kind(text, settings.agencies)) for text in texts)
    return Field.AGENCY if agencies else None


def _find_begin(sheet: Sheet, first: int, dates: int, text: int, settings: Settings) -> int:
    """The first row of the table: an undated entry may stand above the first that is dated."""
    while first > 1:
        cells = dict(list_filled(sheet.rows[first - 2]))
        if len(cells) < _FEWEST or not is_sentence(cells.get(text)):
            break
        first -= 1
    return take_banners(sheet, first, dates, text, settings)


def _tell(
    sheet: Sheet,
    columns: Sequence[Column],
    fields: dict[int, Field | None],
    headings: int,
    settings: Settings,
) -> Iterator[tuple[str, str]]:
    inferred = {
        column.heading: name
        for column in columns
        if (name := fields[column.place]) and not column.settled
    }
    if not inferred:
        return
    read = ", ".join(f"“{heading}” as {name}" for heading, name in inferred.items())
    why = f"the headings in row {headings} are not known" if headings else "no headings were found"
    yield (
        f"{why}; by what the columns hold {read} are taken, the others are kept under their names",
        show_settling(sheet.file, settings.agency, inferred),
    )

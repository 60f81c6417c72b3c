"""A sheet without headings that carries on the one before it."""

from itertools import islice

from chronolator.model import Field, Layout, Sheet, Value
from chronolator.readers.cells import list_filled, looks_dated, looks_like_day, name_column, share
from chronolator.readers.layouts.beginning import take_banners
from chronolator.readers.layouts.candidates import read_headings
from chronolator.readers.layouts.contents import is_wordy, mostly
from chronolator.readers.layouts.header import SAMPLE
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.mapping import settle
from chronolator.readers.layouts.settling import show_settling
from chronolator.readers.protocol import Settings

_FEWEST = 2
_SOME = 0.3
"""Several entries may stand under one date: so many rows at least have one of their own."""
_HALF = 0.5
_DOUBT = "no headings were found; the columns are read as those of the sheet before it"


def carry_on(sheet: Sheet, settings: Settings) -> Layout | None:
    """The layout of the sheet before, where this one's columns fit it; else None.

    There are dates where there were dates, texts where there were texts, and no more columns. What
    the case file says of a column, by its letter, goes before.
    """
    before = settings.before
    if before is None:
        return None
    by_hand = {place: settle(name_column(place), settings.columns) for place in before.positions}
    fields = {
        place: by_hand[place] or name
        for place, name in zip(before.positions, before.columns.values(), strict=True)
    }
    dates, text = (
        next((place for place, name in fields.items() if name is wanted), None)
        for wanted in (Field.DATE, Field.TEXT)
    )
    if dates is None or text is None:
        return None
    begins = _find_begin(sheet, dates, text, settings)
    rows = [dict(list_filled(row)) for row in islice(sheet.rows, begins - 1, begins - 1 + SAMPLE)]
    rows = [cells for cells in rows if len(cells) >= _FEWEST]
    if not rows or _has_headings(sheet, begins, settings):
        return None
    widest = max(max(cells) for cells in rows)
    if widest > max(before.positions):
        return None
    dated = [cells[dates] for cells in rows if dates in cells]
    told = [cells[text] for cells in rows if text in cells]
    fits = (
        len(dated) >= len(rows) * _SOME
        and mostly(looks_like_day(value, settings.headings) for value in dated)
        and len(told) >= len(rows) * _HALF
        and share(_is_told(value, settings) for value in told) >= _HALF
    )
    if not fits:
        return None
    begins = take_banners(sheet, begins, dates, text, settings)
    columns = dict(zip(before.columns, fields.values(), strict=True))
    taken = {name_column(at): name for at, name in fields.items() if name and not by_hand[at]}
    doubt = (_DOUBT, show_settling(sheet.file, settings.agency, taken))
    doubts = (doubt,) if taken else ()
    return Layout(0, columns, before.positions, before.agency, doubts, begins)


def _find_begin(sheet: Sheet, dates: int, text: int, settings: Settings) -> int:
    """The first row of the entries: lone texts above it are titles, but not one of the texts."""
    for number, row in enumerate(sheet.rows, start=1):
        cells = list_filled(row)
        if len(cells) >= _FEWEST:
            return number
        for place, value in cells:
            if place == text or (place == dates and looks_like_day(value, settings.headings)):
                return number
    return 1


def _has_headings(sheet: Sheet, begins: int, settings: Settings) -> bool:
    """True where the first row holds headings that the rules know: those of another table."""
    texts = read_headings(sheet, begins, settings.headings)
    known = [match_heading(one, settings.headings) for one in texts.values()]
    return sum(one is not None and one.whole for one in known) >= _FEWEST


def _is_told(value: Value, settings: Settings) -> bool:
    return is_wordy(value) and not looks_dated(value, settings.headings)

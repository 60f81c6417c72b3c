"""The colours of the rows, and what a legend says that they mean."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from colorsys import rgb_to_hls
from dataclasses import replace
from itertools import pairwise

from chronolator.model import (
    Entry,
    Field,
    HeadingRules,
    Mark,
    MarkKind,
    NotEvent,
    Origin,
    Problem,
    ProblemKind,
    Sheet,
    Term,
)
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled, looks_dated
from chronolator.readers.layouts.bands import BANNER, HEADING, MOST_CELLS, REPEATED, TITLE
from chronolator.words.fold import fold

RATING = "Rating (colour)"
COLOUR = "Colour of the row"
_LEGEND = "key to the table"
_LONGEST_MEANING = 80
_LONGEST_LEGEND = 40
_WHITE = "FFFFFF"
_NEARLY_ALL = 0.9
_FEWEST_TURNS = 4
_TWO = 2
_HUES = (
    (0.04, "red"),
    (0.14, "orange"),
    (0.19, "yellow"),
    (0.46, "green"),
    (0.70, "blue"),
    (0.83, "purple"),
    (0.94, "pink"),
    (1.01, "red"),
)
"""Where on the circle of colours each plain name ends."""
_GREY, _DARK, _LIGHT = 0.08, 0.12, 0.97
_HINT = "Ask the agency what its colours mean; they are kept with the rows as “{}”."

One = Entry | NotEvent | Problem | Term
_Fills = Mapping[int, Mapping[int, str]]


def has_fills(marks: Sequence[Mark]) -> bool:
    """True where a cell has a fill."""
    return any(mark.kind is MarkKind.FILL for mark in marks)


def find_legend(sheets: Iterable[Sheet], rules: HeadingRules) -> dict[str, str]:
    """What colours mean by a sheet that does little else, or by the key at the end of one: each of
    its colours stands once, in or beside short words, and no row has many cells or a date.
    """
    legend: dict[str, str] = {}
    for sheet in sheets:
        begins = _find_key(sheet, rules) if sheet.marks else None
        if begins is None:
            continue
        fills = {row: places for row, places in _list_fills(sheet).items() if row >= begins}
        cells = [(row, at, c) for row, places in fills.items() for at, c in places.items()]
        colours = [colour for _, _, colour in cells]
        if len(colours) < _TWO or len(set(colours)) < len(colours):
            continue
        for row, at, colour in cells:
            if row <= len(sheet.rows) and (
                words := _read_meaning(sheet.rows[row - 1], at, fills[row])
            ):
                legend.setdefault(colour, words)
    return legend


def _find_key(sheet: Sheet, rules: HeadingRules) -> int | None:
    """The row from which on a sheet can be a legend: its first, or that of a key's heading."""
    headings = {text for rule in rules.rows if rule.opens for text in rule.texts}
    begins = 1
    for number in range(len(sheet.rows), 0, -1):
        row = list_filled(sheet.rows[number - 1])
        if len(row) == 1 and fold(show_value(row[0][1])) in headings:
            begins = number
            break
        if len(row) > MOST_CELLS or any(looks_dated(value, rules) for _, value in row):
            return None
    return begins if len(sheet.rows) - begins < _LONGEST_LEGEND else None


def learn_legend(sheet: Sheet, told: Sequence[NotEvent]) -> dict[str, str]:
    """What colours mean by the titles and keys of a sheet that has been read, `told` its rows that
    are no events: the sheets that follow it may show the same colours and explain none.
    """
    return _find_legend(sheet, _list_fills(sheet), (), told) if has_fills(sheet.marks) else {}


def colour_rows(
    sheet: Sheet, told: Sequence[One], headed: Collection[int], elsewhere: Mapping[str, str]
) -> Iterator[One]:
    """What was told of the sheet, each entry with what the fills of its cells say: by a legend its
    rating, else its colour, with one problem for the sheet. Colours that nearly all rows share, or
    that take turns, say nothing.

    `headed`: the 0-based columns that have headings. `elsewhere`: the legend of another sheet.
    """
    fills = _list_fills(sheet)
    entries = {one.origin.row: one for one in told if isinstance(one, Entry)}
    beside = _find_beside(fills, headed)
    legend = {**elsewhere, **_find_legend(sheet, fills, beside, told)}
    looks = {
        row: tuple(dict.fromkeys(c for at, c in fills[row].items() if at in headed))
        for row in sorted(entries)
    }
    ratings, plain = _rate(looks, legend), {}
    if not any(ratings.values()):
        plain = _find_plain(looks, [entries[row] for row in looks])
    for one in told:
        if isinstance(one, Entry) and _is_legend_alone(one, beside, fills):
            text = "\n".join(one.other.values())
            yield NotEvent(one.origin, _LEGEND, text)
        elif isinstance(one, Entry):
            row = one.origin.row
            said = {RATING: ratings.get(row, ""), COLOUR: plain.get(row, "")}
            more = {heading: words for heading, words in said.items() if words}
            yield replace(one, other={**one.other, **more}) if more else one
        else:
            yield one
    if plain:
        place = Origin(sheet.file, sheet.name)
        message = f"{place}: rows differ in colour, and no legend says what the colours mean"
        yield Problem(place, ProblemKind.READING_UNCERTAIN, message, _HINT.format(COLOUR))


def name_colour(colour: str) -> str:
    """The plain name nearest to a colour written as "FFC000"."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, _ = rgb_to_hls(red, green, blue)
    if light <= _DARK:
        return "black"
    if max(red, green, blue) - min(red, green, blue) < _GREY:
        return "white" if light >= _LIGHT else "grey"
    return next(name for end, name in _HUES if hue < end)


def _list_fills(sheet: Sheet) -> defaultdict[int, dict[int, str]]:
    """The fills by row and 0-based column, white ones left out."""
    fills: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for mark in sheet.marks:
        if mark.kind is not MarkKind.FILL or mark.text.upper() == _WHITE:
            continue
        if mark.column:
            fills[mark.row][mark.column - 1] = mark.text.upper()
        elif mark.row <= len(sheet.rows):
            told = list_filled(sheet.rows[mark.row - 1])
            fills[mark.row].update((place, mark.text.upper()) for place, _ in told)
    return fills


def _find_beside(fills: _Fills, headed: Collection[int]) -> set[int]:
    """Columns without a heading in which no colour comes twice: a legend can stand there."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for places in fills.values():
        for at, colour in places.items():
            columns[at].append(colour)
    return {
        at
        for at, colours in columns.items()
        if at not in headed and len(set(colours)) == len(colours)
    }


def _find_legend(
    sheet: Sheet, fills: _Fills, beside: Collection[int], told: Sequence[One]
) -> dict[str, str]:
    """What each colour means: the short words in a cell of it, or in the next cell, in a key below
    the table, beside the table, or where several colours stand in the titles.
    """
    reasons = {one.origin.row: one.reason for one in told if isinstance(one, NotEvent)}
    legend: dict[str, str] = {}
    titles: dict[str, str] = {}
    for row, places in fills.items():
        if row > len(sheet.rows) or reasons.get(row) in {HEADING, REPEATED, BANNER}:
            continue
        for at, colour in places.items():
            if row not in reasons and at not in beside:
                continue
            words = _read_meaning(sheet.rows[row - 1], at, places)
            if words:
                (titles if reasons.get(row) == TITLE else legend).setdefault(colour, words)
    return {**titles, **legend} if len(titles) >= _TWO else legend


def _read_meaning(cells: Sequence[object], at: int, places: Mapping[int, str]) -> str:
    texts = [value.strip() if isinstance(value, str) else "" for value in cells]
    words = texts[at] if at < len(texts) else ""
    if not words and at + 1 < len(texts) and at + 1 not in places:
        words = texts[at + 1]
    return words if len(words) <= _LONGEST_MEANING else ""


def _is_legend_alone(entry: Entry, beside: Collection[int], fills: _Fills) -> bool:
    """True for a row in which nothing but a cell of the legend beside the table stands."""
    places = fills.get(entry.origin.row, {})
    return not entry.cells and len(entry.other) == 1 and any(at in beside for at in places)


def _rate(looks: Mapping[int, Sequence[str]], legend: Mapping[str, str]) -> dict[int, str]:
    return {
        row: "\n".join(_show(colour, legend[colour]) for colour in colours if colour in legend)
        for row, colours in looks.items()
    }


def _show(colour: str, meaning: str) -> str:
    name = name_colour(colour)
    if meaning.casefold().startswith(name):
        return meaning
    return f"{name.capitalize()}: {meaning}"


def _find_plain(looks: Mapping[int, Sequence[str]], entries: Sequence[Entry]) -> dict[int, str]:
    """The names of the rows' colours, where they differ and do not take turns."""
    counts = Counter(colour for colours in looks.values() for colour in colours)
    shared = {colour for colour, count in counts.items() if count >= _NEARLY_ALL * len(looks)}
    left = {row: tuple(c for c in colours if c not in shared) for row, colours in looks.items()}
    if not any(left.values()) or _takes_turns(list(left.values()), entries):
        return {}
    return {
        row: ", ".join(dict.fromkeys(map(name_colour, colours)))
        for row, colours in left.items()
        if colours
    }


def _takes_turns(looks: Sequence[tuple[str, ...]], entries: Sequence[Entry]) -> bool:
    """True for two looks that alternate row by row, or day by day."""
    if len(set(looks)) != _TWO or len(looks) < _FEWEST_TURNS:
        return False
    changes = [a != b for a, b in pairwise(looks)]
    if sum(changes) >= _NEARLY_ALL * len(changes):
        return True
    days = [show_value(entry.cells.get(Field.DATE)) for entry in entries]
    return changes == [a != b for a, b in pairwise(days)]

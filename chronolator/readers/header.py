"""Finds the row of the headings under titles, and what each column holds."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from dataclasses import dataclass
from itertools import islice

from chronolator.model import Field, HeadingRules, Sheet, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled, looks_dated, name_column
from chronolator.readers.headings import LONGEST_HEADING, match_heading, split_heading
from chronolator.readers.mapping import PER_CHILD, Column, count_known, map_columns
from chronolator.words.fold import fold

ROWS_SEARCHED = 30
"""Titles and terms of reference above the table take up to a page."""
_SAMPLE = 200
_WHOLE, _PART, _OTHER, _AGAIN = 4, 3, 1, 1
_MISFIT = -4
_LONGEST_GROUP = 60
_FEWEST = 2
_OF_EVERY_ENTRY = (Field.DATE, Field.TEXT)


@dataclass(frozen=True, slots=True)
class Header:
    """The heading rows (1-based), the columns' headings and fields by their 0-based places."""

    rows: tuple[int, ...]
    headings: dict[int, str]
    fields: dict[int, Field | None]
    doubts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    rows: tuple[int, ...]
    headings: dict[int, str]
    score: int
    known: int


def find_header(sheet: Sheet, rules: HeadingRules, settled: Lookup[str, Field]) -> Header | None:
    """The headings of the sheet, or None where it holds no table of events.

    A table of events has a column of dates and one of texts, one of them at least by its heading,
    or by the headings of one row a text and another field.
    """
    for candidate in rank_candidates(sheet, rules, settled):
        if header := complete_header(sheet, candidate.rows, candidate.headings, rules, settled):
            return header
    return None


def rank_candidates(
    sheet: Sheet, rules: HeadingRules, settled: Lookup[str, Field]
) -> list[_Candidate]:
    """The rows that may hold the headings, the likeliest first."""
    found: list[_Candidate] = []
    seen = set()
    for row in range(1, min(len(sheet.rows), ROWS_SEARCHED) + 1):
        texts = read_headings(sheet, row, rules)
        if not texts:
            continue
        single = _judge(sheet, (row,), texts, rules, settled)
        if len(texts) < _FEWEST and not _is_telling(texts, rules):
            continue
        told = tuple(sorted(texts.items()))
        if single.score > 0 and told not in seen:
            found.append(single)
            seen.add(told)
        if double := _pair(sheet, row, texts, single, rules, settled):
            found.append(double)
    return sorted(found, key=lambda one: -one.score)


def read_headings(sheet: Sheet, row: int, rules: HeadingRules) -> dict[int, str]:
    """The row's cells as headings, by their places; {} where one of them can be none."""
    filled = list_filled(sheet.rows[row - 1])
    texts = {place: " ".join(value.split()) for place, value in filled if isinstance(value, str)}
    numbers = {place: show_value(value) for place, value in filled if _is_number(value)}
    if len(texts) + len(numbers) < len(filled) or len(numbers) * 2 > len(texts):
        return {}
    if any(len(one) > LONGEST_HEADING or looks_dated(one, rules) for one in texts.values()):
        return {}
    return texts | numbers


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def complete_header(
    sheet: Sheet,
    rows: tuple[int, ...],
    headings: dict[int, str],
    rules: HeadingRules,
    settled: Lookup[str, Field],
) -> Header | None:
    """The header with the field of each column, or None where it is no table of events."""
    columns = _list_columns(sheet, rows[-1], headings, rules, settled)
    mapping = map_columns(columns, rules)
    found = set(mapping.fields.values())
    by_heading = {
        mapping.fields[column.place]
        for column in columns
        if column.field is mapping.fields[column.place]
        or (column.match and column.match.rule.stands_in)
    } - {None}
    elsewhere = {fold(one) for one in headings.values()} & set(rules.elsewhere)
    if Field.TEXT not in found or not by_heading:
        return None
    if elsewhere and (Field.TEXT not in by_heading or Field.DATE not in found):
        return None
    if Field.DATE not in found:
        # Two rows of a form, label beside value, can pass for headings in two rows.
        if Field.TEXT in mapping.inferred or len(by_heading) < _FEWEST or len(rows) > 1:
            return None
        mapping.doubts.append(
            (
                "no column of dates was found; its entries are undated",
                "Ask the agency for the dates, or say in case.toml which column holds them.",
            )
        )
    return Header(
        rows,
        {column.place: column.heading for column in columns},
        mapping.fields,
        tuple(mapping.doubts),
    )


def has_groups_above(sheet: Sheet, row: int, rules: HeadingRules) -> bool:
    """True where the row above the headings groups them: several cells, one merged over some."""
    above = row - 1
    groups = read_headings(sheet, above, rules) if above else {}
    if len(groups) < _FEWEST or any(one.endswith(":") for one in groups.values()):
        return False
    return any(top == bottom == above and left < right for top, left, bottom, right in sheet.merged)


def settle(heading: str, settled: Lookup[str, Field]) -> Field | None:
    """The field that the case file gives the heading, capitals and punctuation aside."""
    by_hand = {fold(one): name for one, name in settled.items()}
    return by_hand.get(fold(heading)) if fold(heading) else None


def _judge(
    sheet: Sheet,
    rows: tuple[int, ...],
    headings: dict[int, str],
    rules: HeadingRules,
    settled: Lookup[str, Field],
) -> _Candidate:
    columns = [_make_column(*one, rules, settled) for one in headings.items()]
    score = 0
    named: set[Field] = set()
    for column in columns:
        if column.field in named:
            score += _AGAIN
        elif column.field:
            score += _WHOLE if column.settled or (column.match and column.match.whole) else _PART
            named.add(column.field)
        elif column.match:
            score += _OTHER
    score += sum(_MISFIT for _ in _list_dated_above(sheet, rows[0], columns, rules))
    return _Candidate(rows, headings, score, count_known(columns))


def _list_dated_above(
    sheet: Sheet, row: int, columns: list[Column], rules: HeadingRules
) -> Iterator[int]:
    """Rows above that hold a date in the column of dates: a table has begun there already."""
    place = next((column.place for column in columns if column.field is Field.DATE), None)
    if place is not None:
        for number, cells in enumerate(sheet.rows[: row - 1], start=1):
            several = place < len(cells) and len(list_filled(cells)) > 1
            if several and looks_dated(cells[place], rules):
                yield number


def _pair(
    sheet: Sheet,
    row: int,
    upper: dict[int, str],
    single: _Candidate,
    rules: HeadingRules,
    settled: Lookup[str, Field],
) -> _Candidate | None:
    """This row over the next as headings in two rows, where that tells more than one of them."""
    if row >= min(len(sheet.rows), ROWS_SEARCHED) or not _is_plain(upper):
        return None
    lower = read_headings(sheet, row + 1, rules)
    if not lower or not _is_plain(lower):
        return None
    over = _spread(sheet, row, upper, lower)
    often = Counter(map(fold, lower.values()))
    both = {
        place: _combine(over.get(place, ""), lower.get(place, ""), often, rules)
        for place in sorted({*upper, *lower})
    }
    below = _judge(sheet, (row + 1,), lower, rules, settled)
    double = _judge(sheet, (row, row + 1), both, rules, settled)
    adds = any(both[place] != lower.get(place) for place in both)
    more = double.known > single.known or _hangs_below(upper, lower, rules)
    if more and double.known >= below.known and adds:
        return _Candidate(double.rows, both, max(double.score, below.score) + 1, double.known)
    return None


def _hangs_below(upper: dict[int, str], lower: dict[int, str], rules: HeadingRules) -> bool:
    """True where the lower row only parts wider headings: it could be no entry of its own."""
    matches = {place: match_heading(text, rules) for place, text in upper.items()}
    told = {place for place, one in matches.items() if one and one.field in _OF_EVERY_ENTRY}
    return bool(told) and not told & set(lower) and bool(set(lower) - set(upper))


def _is_telling(texts: dict[int, str], rules: HeadingRules) -> bool:
    """True where the one heading of a row is a date's or an event's, and nothing else."""
    (text,) = texts.values()
    match = match_heading(text, rules)
    return match is not None and match.whole and match.field in _OF_EVERY_ENTRY


def _is_plain(texts: dict[int, str]) -> bool:
    return not any(len(one) > _LONGEST_GROUP or ":" in one[:-1] for one in texts.values())


def _spread(sheet: Sheet, row: int, upper: dict[int, str], lower: dict[int, str]) -> dict[int, str]:
    """The upper headings over each of their columns: to the right, up to the next of them."""
    spread = dict(upper)
    standing = ""
    for place in range(max([*upper, *lower]) + 1):
        standing = upper.get(place, standing)
        if place in lower and standing:
            spread.setdefault(place, standing)
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and left - 1 in upper:
            spread.update((place, upper[left - 1]) for place in range(left - 1, right))
    return spread


def _combine(upper: str, lower: str, often: Counter[str], rules: HeadingRules) -> str:
    """The lower heading, with the upper before it where it takes both to read it."""
    if not lower or not upper or fold(upper) == fold(lower):
        return lower or upper
    joined = f"{upper} {lower}"
    if often[fold(lower)] > 1:
        return joined
    alone, together = match_heading(lower, rules), match_heading(joined, rules)
    if together is None or alone is None:
        return joined if together else lower
    seam = len(split_heading(upper, rules).words)
    across = together.start < seam < together.end or bool(together.rule.decisive)
    names_child = alone.field in PER_CHILD and together.rest and not alone.rest
    return joined if names_child or (across and together.field != alone.field) else lower


def _list_columns(
    sheet: Sheet,
    row: int,
    headings: dict[int, str],
    rules: HeadingRules,
    settled: Lookup[str, Field],
) -> list[Column]:
    filled: dict[int, list[Value]] = {}
    for cells in islice(sheet.rows, row, row + _SAMPLE):
        for place, value in list_filled(cells):
            filled.setdefault(place, []).append(value)
    named: dict[str, int] = {}
    columns = []
    for place in sorted({*headings, *filled}):
        heading = _make_unique(headings.get(place) or name_column(place), named)
        named[heading] = place
        values = [value for value in filled.get(place, ()) if value != headings.get(place)]
        columns.append(
            _make_column(place, headings.get(place, ""), rules, settled, heading, tuple(values))
        )
    return columns


def _make_column(
    place: int,
    text: str,
    rules: HeadingRules,
    settled: Lookup[str, Field],
    heading: str = "",
    values: tuple[Value, ...] = (),
) -> Column:
    by_hand = settle(text, settled) or settle(heading, settled)
    return Column(place, heading or text, match_heading(text, rules), by_hand, values)


def _make_unique(heading: str, taken: Lookup[str, int]) -> str:
    if heading not in taken:
        return heading
    number = 2
    while f"{heading} ({number})" in taken:
        number += 1
    return f"{heading} ({number})"

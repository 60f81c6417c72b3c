"""Which rows of a sheet may hold its headings, alone or stacked in two rows or three."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronolator.model import Field, HeadingRules, Sheet, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled, looks_dated, looks_like_day
from chronolator.readers.layouts.column import Column
from chronolator.readers.layouts.headings import LONGEST_HEADING, match_heading, split_heading
from chronolator.readers.layouts.mapping import PER_CHILD, count_known, make_column
from chronolator.readers.protocol import Settings
from chronolator.words.fold import fold

ROWS_SEARCHED = 30
"""Titles and terms of reference above the table take up to a page."""
_WHOLE, _PART, _OTHER, _AGAIN = 4, 3, 1, 1
_MISFIT = -4
_LONGEST_GROUP = 60
_FEWEST = 2
_OF_EVERY_ENTRY = (Field.DATE, Field.TEXT)
_SPAN = (Field.DATE, Field.END_DATE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Rows (1-based) that may be the headings, these by their places, how likely they are, and how
    many different fields they name.
    """

    rows: tuple[int, ...]
    headings: dict[int, str]
    score: int
    known: int


def rank_candidates(sheet: Sheet, settings: Settings) -> list[Candidate]:
    """The rows that may hold the headings, the likeliest first."""
    found: list[Candidate] = []
    seen = set()
    last = min(len(sheet.rows), ROWS_SEARCHED)
    alone = {
        row: _judge(sheet, (row,), texts, settings)
        for row in range(1, last + 1)
        if (texts := read_headings(sheet, row, settings.headings))
    }
    double = {
        row: _put_over(sheet, one, alone.get(row + 1), settings) for row, one in alone.items()
    }
    for row, one in alone.items():
        told = tuple(sorted(one.headings.items()))
        opens = _may_open(sheet, one, alone.get(row + 1), settings.headings)
        if opens and one.score > 0 and told not in seen:
            found.append(one)
            seen.add(told)
        triple = _put_over(sheet, one, double.get(row + 1), settings)
        found += [stack for stack in (double[row], triple) if stack and opens]
    return sorted(found, key=lambda one: -one.score)


def read_headings(sheet: Sheet, row: int, rules: HeadingRules) -> dict[int, str]:
    """The row's cells as headings, by their places; {} where one of them can be none."""
    filled = list_filled(sheet.rows[row - 1])
    texts = {place: " ".join(value.split()) for place, value in filled if isinstance(value, str)}
    numbers = {place: show_value(value) for place, value in filled if _is_number(value)}
    if len(texts) + len(numbers) < len(filled) or len(numbers) * 2 > len(texts):
        return {}
    if any(len(one) > LONGEST_HEADING or looks_like_day(one, rules) for one in texts.values()):
        return {}
    return texts | numbers


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _judge(
    sheet: Sheet, rows: tuple[int, ...], headings: dict[int, str], settings: Settings
) -> Candidate:
    columns = [
        make_column(place, text, settings.headings, settings.columns)
        for place, text in headings.items()
    ]
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
    score += sum(_MISFIT for _ in _list_dated_above(sheet, rows[0], columns, settings.headings))
    return Candidate(rows, headings, score, count_known(columns))


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


def _put_over(
    sheet: Sheet, one: Candidate, below: Candidate | None, settings: Settings
) -> Candidate | None:
    """This row over the headings below it, where that tells more than either of them."""
    if below is None or not (_is_plain(one.headings) and _is_plain(below.headings)):
        return None
    rules = settings.headings
    upper, lower = one.headings, below.headings
    if _heads_key(upper, rules):
        return None
    over = _spread(sheet, one.rows[0], upper, lower)
    often = Counter(map(fold, lower.values()))
    both = {
        place: _combine(over.get(place, ""), lower.get(place, ""), often, rules)
        for place in sorted({*upper, *lower})
    }
    stack = _judge(sheet, (*one.rows, *below.rows), both, settings)
    adds = any(both[place] != lower.get(place) for place in both)
    more = stack.known > one.known or _hangs_below(upper, lower, rules)
    if not (more and stack.known >= below.known and adds):
        return None
    # A title over headings in two rows is no third one: that has to name a field or a child more.
    if len(below.rows) > 1 and stack.known == below.known:
        named = [_count_named(headings, rules) for headings in (both, lower)]
        if named[0] == named[1]:
            return None
    return replace(stack, score=max(stack.score, below.score) + 1)


def _heads_key(texts: dict[int, str], rules: HeadingRules) -> bool:
    """True for a row that begins with the title of a key: its other cells are what it explains."""
    first = fold(texts[min(texts)])
    return any(rule.opens and first in rule.texts for rule in rules.rows)


def _count_named(headings: dict[int, str], rules: HeadingRules) -> int:
    """How many of the headings that ask of a child name it."""
    matches = [match_heading(text, rules) for text in headings.values()]
    return sum(one is not None and one.rest and one.field in PER_CHILD for one in matches)


def _may_open(sheet: Sheet, one: Candidate, below: Candidate | None, rules: HeadingRules) -> bool:
    """True for a row of several headings, and for a lone one that can be no title: it is a date's
    or an event's, or it is merged over headings that it parts, or that ask of the child it names.
    """
    if len(one.headings) >= _FEWEST:
        return True
    ((place, text),) = one.headings.items()
    match = match_heading(text, rules)
    if match and match.whole and match.field in _OF_EVERY_ENTRY:
        return True
    row = one.rows[0]
    covered = [
        lower
        for top, left, bottom, right in sheet.merged
        if top == bottom == row and left - 1 == place
        for at, lower in (below.headings.items() if below else ())
        if left <= at + 1 <= right
    ]
    if not covered or below is None or len(covered) == len(below.headings):
        return False
    fields = [found and found.field for found in (match_heading(text, rules) for text in covered)]
    return bool(match and match.field) or all(one in PER_CHILD for one in fields)


def _hangs_below(upper: dict[int, str], lower: dict[int, str], rules: HeadingRules) -> bool:
    """True where the lower row only parts wider headings: it could be no entry of its own."""
    matches = {place: match_heading(text, rules) for place, text in upper.items()}
    told = {place for place, one in matches.items() if one and one.field in _OF_EVERY_ENTRY}
    return bool(told) and not told & set(lower) and bool(set(lower) - set(upper))


def _is_plain(texts: dict[int, str]) -> bool:
    return not any(len(one) > _LONGEST_GROUP or ":" in one[:-1] for one in texts.values())


def _spread(sheet: Sheet, row: int, upper: dict[int, str], lower: dict[int, str]) -> dict[int, str]:
    """The upper headings over each of their columns: where one is merged over some, those; else to
    the right, up to the next of them.
    """
    ends = {
        left - 1: right
        for top, left, bottom, right in sheet.merged
        if top <= row <= bottom and left < right and left - 1 in upper
    }
    spread = dict(upper)
    standing, end = "", 0
    for place in range(max([*upper, *lower]) + 1):
        if place in upper:
            standing, end = upper[place], ends.get(place, 0)
        if standing and (place < end or (not end and place in lower)):
            spread.setdefault(place, standing)
    return spread


def _combine(upper: str, lower: str, often: Counter[str], rules: HeadingRules) -> str:
    """The lower heading, with the upper before it where it takes both to read it."""
    if not lower or not upper or fold(upper) == fold(lower):
        return lower or upper
    joined = f"{upper} {lower}"
    if often[fold(lower)] > 1 or fold(lower) in rules.hints:
        return joined
    alone, together = match_heading(lower, rules), match_heading(joined, rules)
    if together is None or alone is None:
        return joined if together else lower
    seam = len(split_heading(upper, rules).words)
    across = together.start < seam < together.end or bool(together.rule.decisive)
    above = match_heading(upper, rules)
    names_child = (
        alone.field in PER_CHILD
        and together.rest
        and not alone.rest
        and (above is None or above.field in PER_CHILD)
    )
    if alone.field in _SPAN and above is not None and above.field is Field.DATE:
        return joined if together.field is alone.field and together.whole else lower
    return joined if names_child or (across and together.field != alone.field) else lower

"""Finds the row of the headings, and what each column holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from chronolator.model import Field, HeadingRules, Sheet, Value
from chronolator.model.values import show_value
from chronolator.readers.headings import LONGEST_HEADING, Match, match_heading
from chronolator.words.fold import fold

ROWS_SEARCHED = 30
"""Titles and terms of reference above the table take up to a page."""
_SAMPLE = 60
_DATE_SHARE = 0.6
_STORY_LENGTH = 12
JOINED = frozenset(
    {
        Field.TEXT,
        Field.PEOPLE,
        Field.PLACE,
        Field.AUTHOR,
        Field.SOURCE,
        Field.CONTACT_TYPE,
        Field.CHILD_SEEN,
        Field.SEEN_ALONE,
        Field.VIEWS,
        Field.ACTION,
        Field.OUTCOME,
        Field.COMMENT,
        Field.SIGNIFICANCE,
        Field.GOOD_PRACTICE,
        Field.REFERENCE,
    }
)
"""Fields whose columns are joined where there are several; of the others the best wins."""
_LOOKS_DATED = re.compile(
    r"(?<!\d)\d{1,2}[./\\ -]{1,3}\d{1,2}[./\\ -]{1,3}\d{2,4}(?!\d)|(?<!\d)\d{4}-\d\d-\d\d"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W{0,2}\d{2,4}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """The heading rows (1-based, last one `row`) and the columns, by their 0-based position."""

    row: int
    rows: tuple[int, ...]
    headings: dict[int, str]
    fields: dict[int, Field | None]
    doubts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    rows: tuple[int, ...]
    headings: dict[int, str]
    matches: dict[int, Match] = field(default_factory=dict)

    @property
    def known(self) -> int:
        return len({one.field for one in self.matches.values() if one.field})


def find_header(sheet: Sheet, rules: HeadingRules, settled: dict[str, Field]) -> Header | None:
    """The headings of the sheet, or None where it holds no table of events.

    A table of events has a date-like column and a text-like one: by their headings, or, said as a
    doubt, one of them by what the column holds.
    """
    best: _Candidate | None = None
    for row in range(1, min(len(sheet.rows), ROWS_SEARCHED) + 1):
        for candidate in _list_candidates(sheet, row, rules, settled):
            if best is None or candidate.known > best.known:
                best = candidate
    if best is None or not best.known:
        return None
    return _complete(sheet, best)


def _list_candidates(
    sheet: Sheet, row: int, rules: HeadingRules, settled: dict[str, Field]
) -> list[_Candidate]:
    lower = _read_headings(sheet.rows[row - 1])
    if not lower:
        return []
    candidates = [_judge((row,), lower, rules, settled)]
    upper = _spread(sheet, row - 1) if row > 1 else {}
    if len(upper) > 1 and len(set(upper.values())) > 1:
        places = sorted({*upper, *lower})
        both = {
            place: _combine(upper.get(place, ""), lower.get(place, ""), rules) for place in places
        }
        double = _judge((row - 1, row), both, rules, settled)
        single = max(candidates[0].known, _judge((row - 1,), upper, rules, settled).known)
        if double.known > single:
            candidates.insert(0, double)
    return candidates


def _combine(upper: str, lower: str, rules: HeadingRules) -> str:
    if not lower or not upper or upper == lower:
        return lower or upper
    alone = match_heading(lower, rules)
    together = match_heading(f"{upper} {lower}", rules)
    if alone and alone.whole and alone.field:
        return lower
    if together and together.field and (alone is None or together.words > alone.words):
        return f"{upper} {lower}"
    return lower


def _read_headings(row: Sequence[Value]) -> dict[int, str]:
    """The cells of the row as headings; nothing where one of them cannot be a heading."""
    cells = {place: value for place, value in enumerate(row) if show_value(value)}
    texts = {
        place: " ".join(value.split()) for place, value in cells.items() if isinstance(value, str)
    }
    if len(texts) < len(cells) or any(len(one) > LONGEST_HEADING for one in texts.values()):
        return {}
    if sum(bool(_LOOKS_DATED.search(one)) for one in texts.values()):
        return {}
    return texts


def _spread(sheet: Sheet, row: int) -> dict[int, str]:
    """The headings of a row with merged ones standing over each of their columns."""
    texts = _read_headings(sheet.rows[row - 1])
    spread = dict(texts)
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and left - 1 in texts:
            for place in range(left - 1, right):
                spread.setdefault(place, texts[left - 1])
    return spread


def _judge(
    rows: tuple[int, ...],
    headings: dict[int, str],
    rules: HeadingRules,
    settled: dict[str, Field],
) -> _Candidate:
    by_hand = {fold(heading): name for heading, name in settled.items()}
    matches = {}
    for place, heading in headings.items():
        if fold(heading) in by_hand:
            matches[place] = Match(by_hand[fold(heading)], "case file", whole=True)
        elif match := match_heading(heading, rules):
            matches[place] = match
    return _Candidate(rows, headings, matches)


def _complete(sheet: Sheet, found: _Candidate) -> Header | None:
    row = found.rows[-1]
    body = [cells for cells in sheet.rows[row : row + _SAMPLE] if any(c is not None for c in cells)]
    width = max((len(cells) for cells in (*body, sheet.rows[row - 1])), default=0)
    fields = _settle(found)
    doubts = []
    places = [place for place in range(width) if fields.get(place) is None]
    if Field.DATE not in fields.values():
        place = _find_dated(body, [p for p in places if not found.matches.get(p)])
        if place is not None:
            fields[place] = Field.DATE
            doubts.append(_doubt(found, place, "the date", Field.DATE))
            places.remove(place)
    if Field.TEXT not in fields.values():
        place = _find_story(body, [p for p in places if not found.matches.get(p)])
        if place is not None:
            fields[place] = Field.TEXT
            doubts.append(_doubt(found, place, "what happened", Field.TEXT))
    strong = Field.TEXT in fields.values() and found.known > 1
    if Field.DATE not in fields.values() and not strong:
        return None
    if len(set(fields.values()) - {None}) < 2:  # noqa: PLR2004  a date alone is no chronology
        return None
    headings = {
        place: found.headings.get(place) or name_column(place)
        for place in range(width)
        if place in found.headings or any(place < len(c) and c[place] is not None for c in body)
    }
    return Header(row, found.rows, headings, fields, tuple(doubts))


def _settle(found: _Candidate) -> dict[int, Field | None]:
    """The field of each column: of several columns for a field that cannot be joined the best."""
    fields: dict[int, Field | None] = {}
    best: dict[Field, int] = {}
    for place, match in found.matches.items():
        fields[place] = match.field
        if match.field is None or match.field in JOINED:
            continue
        other = best.get(match.field)
        if other is None:
            best[match.field] = place
        elif _strength(match) > _strength(found.matches[other]):
            fields[other] = None
            best[match.field] = place
        else:
            fields[place] = None
    return fields


def _strength(match: Match) -> tuple[bool, int]:
    return match.whole, match.words


def _find_dated(body: list[Sequence[Value]], places: list[int]) -> int | None:
    for place in places:
        cells = [c[place] for c in body if place < len(c) and c[place] is not None]
        if cells and sum(map(looks_dated, cells)) >= _DATE_SHARE * len(cells):
            return place
    return None


def looks_dated(value: Value) -> bool:
    """True for a date, and for a short text that begins or is written like one."""
    if isinstance(value, date | datetime):
        return True
    return (
        isinstance(value, str)
        and len(value) <= LONGEST_HEADING
        and bool(_LOOKS_DATED.search(value))
    )


def _find_story(body: list[Sequence[Value]], places: list[int]) -> int | None:
    def length(place: int) -> float:
        texts = [c[place] for c in body if place < len(c) and isinstance(c[place], str)]
        return sum(len(str(text)) for text in texts) / len(texts) if texts else 0

    longest = max(places, key=length, default=None)
    return longest if longest is not None and length(longest) >= _STORY_LENGTH else None


def _doubt(found: _Candidate, place: int, what: str, name: Field) -> tuple[str, str]:
    heading = found.headings.get(place) or name_column(place)
    return (
        f'"{heading}" is taken for {what}, by what the column holds',
        f'If that is wrong, say in case.toml what each column is: {{ "{heading}" = "{name}" }}.',
    )


def name_column(place: int) -> str:
    """A column without a heading by the sheet's letter: "Column D"."""
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"Column {letters}"

"""A row that tells several events in one cell: an entry for each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronolator.dates.leading import find_leading
from chronolator.model import (
    DateRules,
    Entry,
    Field,
    HeadingRules,
    Problem,
    ProblemKind,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.layouts.plan import Plan
from chronolator.words.fold import fold
from chronolator.words.withdrawn import find_withdrawn

_FEWEST = 2
_ASKING = (Field.CHILD_SEEN, Field.SEEN_ALONE, Field.VIEWS)
_WHENS = (Field.DATE, Field.TIME, Field.END_DATE)
_BEFORE = "Before the dates in “{}”"


@dataclass(frozen=True, slots=True)
class _Part:
    """One event of a cell: its words, and its date and time as written there; "" where it has none
    of its own, and is of the row's.
    """

    text: str
    date: str = ""
    time: str = ""


def tells_several(entry: Entry) -> bool:
    """False where the row cannot tell several events: its text has no second line."""
    text = entry.cells.get(Field.TEXT)
    return isinstance(text, str) and "\n" in text.strip()


def split_row(
    entry: Entry, plan: Plan, headings: HeadingRules, dates: DateRules
) -> Iterator[Entry | Problem]:
    """An entry for each event that the row tells, where it tells several: each line of its text
    begins with a date of its own, or its date's cell holds a date for each. Else the entry alone.

    What else stands in the row goes with each. An answer to a question about the child says not
    which event it means: it is kept under its heading and answers for none, with a problem.
    """
    parts = _split_text(entry, headings, dates) or _split_dates(entry, dates)
    if len(parts) < _FEWEST:
        yield entry
        return
    common, intro = entry, parts[0]
    if not intro.date and not show_value(entry.cells.get(Field.DATE)):
        kept = {_BEFORE.format(_name(plan, Field.TEXT)): intro.text}
        common, parts = replace(entry, other={**entry.other, **kept}), parts[1:]
    for number, part in enumerate(parts, start=1):
        yield _make(common, part, number, parts, plan)
    for name in _ASKING:
        if name in entry.cells:
            yield Problem(
                entry.origin,
                ProblemKind.READING_UNCERTAIN,
                f"{entry.origin}: the row tells {len(parts)} events; the answer in "
                f"“{_name(plan, name)}” is given to none of them",
                "See which of them it means.",
            )


def _split_text(entry: Entry, headings: HeadingRules, dates: DateRules) -> list[_Part]:
    """The parts of a text of which two lines at least begin with a whole date. A line without one
    belongs to the line above; what stands before the first is a part of the row's own date.
    """
    lines = show_value(entry.cells.get(Field.TEXT)).splitlines()
    found = [find_leading(line, dates) for line in lines]
    if sum(one is not None and one.whole for one in found) < _FEWEST:
        return []
    parts = [_Part("")]
    for line, one in zip(lines, found, strict=True):
        if one is not None:
            parts.append(_Part(line[one.words :].strip(), line[one.start : one.end]))
        else:
            parts[-1] = replace(parts[-1], text=f"{parts[-1].text}\n{line}".strip())
    intro, *dated = parts
    if not all(_tells(part.text) for part in dated) or _lists_dates(intro.text, headings):
        return []
    return parts if intro.text else dated


def _split_dates(entry: Entry, dates: DateRules) -> list[_Part]:
    """The paragraphs of a text, or its lines, where the date's cell has a line for each."""
    days = _list_lines(entry.cells.get(Field.DATE))
    if len(days) < _FEWEST or not all(_is_day(day, dates) for day in days):
        return []
    times = _list_lines(entry.cells.get(Field.TIME))
    for texts in (
        _part_paragraphs(show_value(entry.cells.get(Field.TEXT))),
        _list_lines(entry.cells.get(Field.TEXT)),
    ):
        if len(texts) == len(days):
            clocks = times if len(times) == len(days) else [""] * len(days)
            return [_Part(*told) for told in zip(texts, days, clocks, strict=True)]
    return []


def _list_lines(value: Value) -> list[str]:
    return [line.strip() for line in show_value(value).splitlines() if line.strip()]


def _part_paragraphs(text: str) -> list[str]:
    """The stretches between blank lines."""
    parts = [""]
    for line in text.splitlines():
        if line.strip():
            parts[-1] = f"{parts[-1]}\n{line}".strip()
        elif parts[-1]:
            parts.append("")
    return [part for part in parts if part]


def _is_day(text: str, dates: DateRules) -> bool:
    found = find_leading(text, dates)
    return found is not None and found.whole and not text[found.end :].strip(" )]")


def _tells(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST


def _lists_dates(intro: str, headings: HeadingRules) -> bool:
    """True where the words above the dated lines say that these only list dates."""
    told = f" {fold(intro)} "
    return any(told.startswith(f" {w} ") or told.endswith(f" {w} ") for w in headings.no_story)


def _make(entry: Entry, part: _Part, number: int, parts: list[_Part], plan: Plan) -> Entry:
    cells: dict[Field, Value] = {**entry.cells, Field.TEXT: part.text}
    other = dict(entry.other)
    for name in (*_ASKING, *(_WHENS if part.date else ())):
        if name in cells:
            value = show_value(cells.pop(name))
            if not _is_told(name, value, parts):
                other[_name(plan, name)] = value
    if part.date:
        cells[Field.DATE] = part.date
    if part.time:
        cells[Field.TIME] = part.time
    withdrawn = {
        name: kept
        for name, words in entry.withdrawn.items()
        if (kept := tuple(one for one in words if _holds(cells.get(name), one)))
    }
    return replace(
        entry,
        origin=replace(entry.origin, part=number),
        cells=cells,
        other=other,
        marks=(*entry.marks, f"one of {len(parts)} events told in one row"),
        withdrawn=withdrawn,
    )


def _is_told(name: Field, value: str, parts: list[_Part]) -> bool:
    """True where every line of the cell of dates or times stands in one of the parts."""
    told = {part.date if name is Field.DATE else part.time for part in parts}
    return name in _WHENS and all(line in told for line in _list_lines(value))


def _holds(value: Value, words: str) -> bool:
    return bool(find_withdrawn(show_value(value), [words]))


def _name(plan: Plan, name: Field) -> str:
    place = plan.place_of(name)
    return name.value if place is None else plan.name_column(place)

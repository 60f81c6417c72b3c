"""The text outside the tables of a document, where its paragraphs begin with dates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.dates.leading import Leading, find_leading, find_opening, read_period
from chronolator.model import (
    Entry,
    Field,
    Layout,
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
from chronolator.readers.layouts.table import TableReading
from chronolator.readers.layouts.titles import find_agency
from chronolator.readers.protocol import Settings

PROSE = "prose"
"""The name under which a reading of paragraphs stands among the sources."""
ABOVE = "part of the entry in row {}"
OUTSIDE = "text outside the entries"
_COLUMNS: dict[str, Field | None] = {
    "Date": Field.DATE,
    "Text": Field.TEXT,
    "Number": Field.REFERENCE,
}
_DATE, _TEXT = 1, 2
_PICTURE = "picture"
_REMEDIES = (
    (
        "inserted file",
        "It takes its text from another file. Open it in Word, save it anew, and merge again.",
    ),
    (
        "embedded file",
        "Open the file that stands in it, save it by itself, and merge it if it tells events.",
    ),
)
_SHOWN = (
    "It holds pictures or charts, whose words are not read. Ask the agency for the document that "
    "they show, or for a table of its entries."
)
_WORDS = (
    "It holds text alone. Put its entries into a table with a row of headings, or begin each with "
    "its date."
)
_FEWEST = 2
_FIRST = 3
_DOUBT = (
    "it holds no table of events; its paragraphs that begin with a date were read as entries, each "
    "up to the next one or to a heading"
)
_HINT = "Check the entries against the return, the last one too, or ask the agency for a table."


@dataclass(frozen=True, slots=True)
class _Dated:
    """A paragraph that begins with a date, and the rows below that belong to it."""

    row: int
    text: str
    leading: Leading
    below: tuple[int, ...] = ()


def read_dated(
    sheet: Sheet, settings: Settings
) -> tuple[Layout, list[Entry | NotEvent | Problem | Term]] | None:
    """The paragraphs read as entries, and how; None where fewer than two begin with a whole date.

    Paragraphs without a date belong to the entry above: its text holds them, and their own rows say
    so. A blank row and a heading end an entry. What stands before the first is its title.
    """
    dated = _join(sheet, _find_dated(sheet, settings), settings)
    if len(dated) < _FEWEST:
        return None
    begins = dated[0].row
    while begins > 1 and _is_period(sheet, begins - 1, settings):
        begins -= 1
    titles = sheet.rows[: begins - 1]
    agency = find_agency(titles, settings.headings, settings.agencies, settings.known)
    layout = Layout(0, _COLUMNS, (0, 1, 2), agency, ((_DOUBT, _HINT),), begins)
    table = _make_table(sheet, begins, dated, settings)
    told = list(TableReading(table, layout, settings).read())
    return layout, [*told, *_account_rest(sheet, table, dated)]


def tell_doubts(sheet: Sheet, settings: Settings) -> Iterator[Problem]:
    """Problems where paragraphs round the tables begin with a date and tell something of it, and
    where what stands among them is neither text nor a mere picture.
    """
    dated = [one for one in _find_dated(sheet, settings) if _tells(one.text[one.leading.words :])]
    yield from _tell(
        sheet,
        [one.row for one in dated],
        "paragraphs outside the tables begin with a date, and were not read as entries",
        "Look for them in the document. If they tell events, put them into its table.",
    )
    pictures = [one for one in sheet.marks if one.kind is MarkKind.PICTURE]
    yield from _tell(
        sheet,
        sorted({one.row for one in pictures if one.text != _PICTURE}),
        "a chart, a diagram or another file stands in the document, and is not read",
        find_remedy(sheet),
    )


def find_remedy(sheet: Sheet) -> str:
    """What to do about text that tells no entries, by what stands in it."""
    kinds = {one.text for one in sheet.marks if one.kind is MarkKind.PICTURE}
    return next((hint for kind, hint in _REMEDIES if kind in kinds), _SHOWN if kinds else _WORDS)


def _tell(sheet: Sheet, rows: Sequence[int], what: str, hint: str) -> Iterator[Problem]:
    if rows:
        told = ", ".join(map(str, rows[:_FIRST]))
        told += f" and {len(rows) - _FIRST} more" if len(rows) > _FIRST else ""
        message = f"{Origin(sheet.file, sheet.name)}: {what} (row {told})"
        origin = Origin(sheet.file, sheet.name, rows[0])
        yield Problem(origin, ProblemKind.READING_UNCERTAIN, message, hint)


def _find_dated(sheet: Sheet, settings: Settings) -> Iterator[_Dated]:
    """The paragraphs that begin with a date; without its year only below one that says a year."""
    below = False
    for row, cells in enumerate(sheet.rows, start=1):
        text = show_value(cells[0]) if cells else ""
        leading = find_opening(text, settings.dates) if text else None
        if leading is not None and (leading.whole or below):
            below = True
            yield _Dated(row, text, leading)
        elif text and not below:
            period = read_period(text, settings.dates)
            below = period is not None and period.whole


def _join(sheet: Sheet, dated: Iterable[_Dated], settings: Settings) -> list[_Dated]:
    """Each with the rows that follow it, up to the next one, a blank row or a period. Where every
    entry is one paragraph, what follows the last is no part of it.
    """
    alone = list(dated)
    joined: list[_Dated] = []
    for place, one in enumerate(alone, start=1):
        end = alone[place].row if place < len(alone) else len(sheet.rows) + 1
        below = []
        for row in range(one.row + 1, end):
            if not sheet.rows[row - 1] or _is_period(sheet, row, settings):
                break
            below.append(row)
        joined.append(replace(one, below=tuple(below)))
    if joined and not any(one.below for one in joined[:-1]):
        last = joined[-1]
        if _tells(last.text[last.leading.words :]):
            joined[-1] = replace(last, below=())
    return joined


def _is_period(sheet: Sheet, row: int, settings: Settings) -> bool:
    cells = sheet.rows[row - 1]
    return bool(cells) and read_period(show_value(cells[0]), settings.dates) is not None


def _make_table(sheet: Sheet, begins: int, dated: Sequence[_Dated], settings: Settings) -> Sheet:
    """The paragraphs as a table of dates, texts and numbers, with their marks in its cells."""
    rows: list[list[str | None]] = [[] for _ in sheet.rows]
    for row, cells in enumerate(sheet.rows, start=1):
        if row < begins or _is_period(sheet, row, settings):
            rows[row - 1] = [show_value(value) for value in cells]
    owners = {}
    for one in dated:
        more = [show_value(sheet.rows[row - 1][0]) for row in one.below]
        rows[one.row - 1] = _part(one, more, settings)
        owners.update(dict.fromkeys(one.below, one.row))
    starts = {one.row: one for one in dated}
    marks = [
        moved
        for mark in sheet.marks
        for moved in _move(replace(mark, row=owners.get(mark.row, mark.row)), starts, rows)
    ]
    return replace(sheet, rows=rows, marks=tuple(marks), prose=False)


def _part(one: _Dated, more: Sequence[str], settings: Settings) -> list[str | None]:
    lines = one.text.splitlines()
    found = [find_leading(line, settings.dates) for line in lines]
    if sum(told is not None and told.whole for told in found) >= _FEWEST:
        return [None, "\n".join([one.text, *more])]  # several events in one paragraph
    written = one.text[one.leading.start : one.leading.end].strip(" ()[]")
    text = "\n".join(told for told in (one.text[one.leading.words :].strip(), *more) if told)
    number = one.text[: one.leading.start].strip()
    return [written, text or None, number if any(map(str.isalnum, number)) else None]


def _move(
    mark: Mark, starts: dict[int, _Dated], rows: Sequence[Sequence[str | None]]
) -> Iterator[Mark]:
    """The mark in the column of texts; of words struck out, what is of the date in that column."""
    one = starts.get(mark.row)
    if mark.kind is not MarkKind.WITHDRAWN or one is None or rows[mark.row - 1][0] is None:
        yield replace(mark, column=_TEXT)
        return
    begin = one.text.find(mark.text)
    if begin < 0:  # of a paragraph below it
        yield replace(mark, column=_TEXT)
        return
    end = begin + len(mark.text)
    dated = one.text[max(begin, one.leading.start) : min(end, one.leading.end)].strip(" ()[]")
    told = one.text[max(begin, one.leading.words) : end].strip()
    if dated:
        yield replace(mark, column=_DATE, text=dated)
    if told:
        yield replace(mark, column=_TEXT, text=told)


def _account_rest(sheet: Sheet, table: Sheet, dated: Sequence[_Dated]) -> Iterator[NotEvent]:
    """The rows that no entry begins in, each with why it is none."""
    owners = {row: one.row for one in dated for row in one.below}
    for row, cells in enumerate(sheet.rows, start=1):
        if cells and not table.rows[row - 1]:
            reason = ABOVE.format(owners[row]) if row in owners else OUTSIDE
            yield NotEvent(Origin(sheet.file, sheet.name, row), reason, show_value(cells[0]))


def _tells(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _FEWEST

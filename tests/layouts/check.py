"""What was read, held against what the file tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import pairwise

from chronolator.model import Answer, Chronology, Event, ProblemKind, Question

from .sheets import Book, Row, Told

_TEXTS = tuple(one.name for one in fields(Event) if one.type is str and one.name != "id")


Rows = Mapping[tuple[str, int], Row]


def compare(book: Book, rows: Rows, read: Chronology) -> list[str]:
    """What differs, a line each; `rows` are those of the file by sheet and number."""
    return [
        *_compare_rows(book, rows, read),
        *_compare_others(rows, read),
        *_compare_repeated(book, read),
        *_compare_book(book, read),
    ]


def _compare_book(book: Book, read: Chronology) -> Iterator[str]:
    terms = {one.term: one.meaning for one in read.glossary}
    for term, meaning in book.terms.items():
        if terms.get(term) != meaning:
            yield f"glossary: {term} is {terms.get(term)!r}"
    told = {problem.kind for problem in read.problems}
    for kind in sorted(book.doubts - told):
        yield f"no problem of the kind {kind!r}"
    may = {*book.doubts, *book.doubts_allowed, *(row.problem for row in book.rows)}
    if any(one.flagged for row in book.rows for one in row.told):
        may.add(ProblemKind.DATE)
    for problem in read.problems:
        if problem.kind not in may:
            yield f"a problem without a cause: {problem.message}"


def _compare_rows(book: Book, rows: Rows, read: Chronology) -> Iterator[str]:
    events: dict[tuple[str, int], list[Event]] = {}
    for event in (*read.events, *(one.other for one in read.duplicates)):
        events.setdefault((event.origin.sheet, event.origin.row), []).append(event)
    blocks: dict[int, list[tuple[str, int]]] = {}
    for place, row in rows.items():
        if row.told:
            blocks.setdefault(id(row.told), []).append(place)
    for places in blocks.values():
        found = [event for place in places for event in events.pop(place, [])]
        for line in _compare_row(book, rows[places[0]], found, read):
            yield f"{_show(places[0])}: {line}"
    for place, unknown in events.items():
        yield f"{_show(place)}: no event, but read as one: {unknown[0].text[:60]!r}"


def _compare_others(rows: Rows, read: Chronology) -> Iterator[str]:
    """Rows that are not blank and tell no event are left out, each with a reason."""
    left_out = {(one.origin.sheet, one.origin.row): one.reason for one in read.not_events}
    for place, row in rows.items():
        filled = any(cell.text.strip() for cell in row.cells.values())
        if filled and not row.told and not left_out.get(place):
            yield f"{_show(place)}: left out without a reason"


def _compare_repeated(book: Book, read: Chronology) -> Iterator[str]:
    """A row told twice in every cell is a duplicate; a known event told once is none."""
    least = sum(
        one.told[0].known is other.told[0].known
        and one.cells == other.cells
        and (one.hidden, one.whole) == (other.hidden, other.whole)
        for one, other in pairwise(book.rows)
    )
    told = [one.known for row in book.rows for one in row.told]
    most = len(told) - len(set(told))
    if not least <= len(read.duplicates) <= most:
        yield f"{len(read.duplicates)} duplicates, not {least} to {most}"


def _show(place: tuple[str, int]) -> str:
    return f"{place[0]} {place[1]}".strip()


def _compare_row(book: Book, row: Row, found: Sequence[Event], read: Chronology) -> Iterator[str]:
    if len(found) != len(row.told):
        yield f"{len(found)} events in place of {len(row.told)}"
    left = list(found)
    for told in row.told:
        event = next((one for one in left if _has_text(one.text, told, row)), None)
        if event is None:
            texts = [one.text for one in left]
            yield f"no event with the text {told.text[:40]!r}, but {texts!r}"
            continue
        left.remove(event)
        yield from _compare_event(book, row, told, event, read)
    told_texts = [text for event in found for text in _list_texts(event)]
    # A table in a cell of "table 1" is the sheet "table 1.1", and no events.
    told_texts += [one.text for one in read.not_events if "." in one.origin.sheet]
    for words in row.kept:
        if not any(words in text for text in told_texts):
            yield f"lost: {words!r}"
    if row.problem:
        kinds = {
            one.kind
            for one in read.problems
            if any(
                (one.origin.sheet, one.origin.row) == (event.origin.sheet, event.origin.row)
                for event in found
            )
        }
        if row.problem not in kinds:
            yield f"no problem of the kind {row.problem!r}, but {sorted(kinds)}"


def _has_text(text: str, told: Told, row: Row) -> bool:
    return told.text in text if row.more else text == told.text


def _compare_event(
    book: Book, row: Row, told: Told, event: Event, read: Chronology
) -> Iterator[str]:
    yield from _compare_when(told, event, read)
    if event.agency != told.agency:
        yield f"of {event.agency!r}, not {told.agency!r}"
    yield from _compare_fields(book, told, event)
    for name, words in told.withdrawn.items():
        if words not in " ".join(event.withdrawn.get(name, ())):
            yield f"not withdrawn: {words!r} of {name}, but {event.withdrawn}"
    for words in row.marked:
        if not any(words in mark for mark in event.marks):
            yield f"no mark {words!r}, but {event.marks}"
    if row.whole and _is_sighting(event, read):
        yield "withdrawn, and a sighting"


def _compare_when(told: Told, event: Event, read: Chronology) -> Iterator[str]:
    when = event.when
    if (when.first, when.last) != (told.first, told.last):
        yield f"dated {when.first} to {when.last}, not {told.first} to {told.last}"
    if when.at != told.at:
        yield f"at {when.at}, not {told.at}"
    if when.precision != told.expected_precision:
        yield f"known to the {when.precision}, not the {told.expected_precision}"
    if told.flagged:
        if not _is_flagged(event, read):
            yield "a date without its year is not flagged"
    elif when.qualifier != told.expected_qualifier:
        yield f"{when.qualifier}, not {told.expected_qualifier}"


def _compare_fields(book: Book, told: Told, event: Event) -> Iterator[str]:
    texts = list(_list_texts(event))
    for name, text in told.fields.items():
        if book.loose:
            if not any(text in one for one in texts):
                yield f"{name} lost: {text!r}"
        elif getattr(event, name) != text:
            yield f"{name} is {getattr(event, name)!r}, not {text!r}"


def _is_sighting(event: Event, read: Chronology) -> bool:
    return any(
        (flag.event, flag.question, flag.answer) == (event.id, Question.SEEN, Answer.YES)
        for flag in read.flags
    )


def _is_flagged(event: Event, read: Chronology) -> bool:
    told = event.when.qualifier == "inherited" or any("year" in mark for mark in event.marks)
    return told or any(
        one.kind is ProblemKind.DATE and one.origin == event.origin for one in read.problems
    )


def _list_texts(event: Event) -> Iterator[str]:
    for name in _TEXTS:
        yield getattr(event, name)
    yield event.when.written
    yield event.origin.sheet
    yield from event.other
    yield from event.other.values()
    yield from event.marks

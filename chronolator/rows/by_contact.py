"""The same chronology with one row a contact: every agency's words under its name."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronolator.columns import Column, Group, list_contact_columns
from chronolator.model import (
    TO_THE_DAY,
    Answer,
    Case,
    Chronology,
    Contact,
    ContactStatus,
    Event,
    Qualifier,
    When,
)
from chronolator.model.values import show_value
from chronolator.rows import Row, RowValue, list_result_columns, list_rows, name_day
from chronolator.rows.days import NO_DATE, name_time, name_times, name_written

_NOT_EXACT = (Qualifier.APPROXIMATE, Qualifier.AFTER)
_SAID = {answer.capitalize(): answer for answer in Answer}
_MADE = ("number", "text", "differences", "evidence", "origin")
_ONCE = ("ref", "agency", "contact", "in_period")
"""What is told once, and without a name: it is no agency's word."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one account has in a cell. `lead` names whose `words` they are, as "Police (14:45): ";
    `row` is that of the event.
    """

    lead: str
    words: str
    row: Row


@dataclass(frozen=True, slots=True)
class ContactRow:
    """The events of one contact, or one event that stands alone, each with its row, and the cells
    of the row that they share, by the keys of `list_columns_by_contact`.

    `accounts` are, by key, those that a cell of several events holds below each other.
    """

    events: tuple[Row, ...]
    cells: dict[str, RowValue]
    accounts: dict[str, tuple[Account, ...]]


def list_columns_by_contact(chronology: Chronology) -> tuple[Column, ...]:
    """All columns of this result with one row a contact, in their order."""
    return list_contact_columns(list_result_columns(chronology))


def gather_events(chronology: Chronology) -> list[tuple[Event, ...]]:
    """The events in the order of the chronology, those of one contact together at the place of
    their first. Each stands there once; possible contacts are not held together.
    """
    contact_of = _find_contacts(chronology)
    together: dict[str, list[Event]] = {}
    for event in chronology.events:
        contact = contact_of.get(event.id)
        together.setdefault(contact.id if contact else event.id, []).append(event)
    return [tuple(events) for events in together.values()]


def list_rows_by_contact(chronology: Chronology) -> Iterator[ContactRow]:
    """The rows of the result, one a contact, in the order of `gather_events`."""
    contact_of = _find_contacts(chronology)
    row_of = {row.event.id: row for row in list_rows(chronology)}
    columns = list_columns_by_contact(chronology)
    names = _Names(chronology.case)
    for number, events in enumerate(gather_events(chronology), start=1):
        rows = [row_of[event.id] for event in events]
        contact = contact_of[rows[0].event.id] if len(rows) > 1 else None
        accounts = _list_accounts(rows, columns, names) if contact is not None else {}
        cells: dict[str, RowValue] = {
            **{
                one.key: _join(one, rows)
                for one in columns
                if one.key not in _MADE and one.key not in accounts
            },
            "text": rows[0].cells["text"],
            "origin": _tell_place(rows[0]),
            **{key: "\n".join(one.lead + one.words for one in accounts[key]) for key in accounts},
            "number": number,
            "differences": "\n".join(_tell_differences(rows, contact, columns, names)),
            "evidence": " ".join(map(_make_sentence, contact.evidence))
            if contact is not None
            else "",
        }
        yield ContactRow(tuple(rows), cells, accounts)


def _find_contacts(chronology: Chronology) -> dict[str, Contact]:
    return {
        event: contact
        for contact in reversed(chronology.contacts)
        if contact.status is ContactStatus.LINKED
        for event in contact.events
    }


def combine_answers(answers: Iterable[Answer]) -> Answer:
    """The answer of several accounts together: a yes beside a no is unclear, and a silence nothing
    beside an answer.
    """
    found = set(answers)
    if {Answer.YES, Answer.NO} <= found:
        return Answer.UNCLEAR
    order = (Answer.YES, Answer.UNCLEAR, Answer.NO)
    return next((answer for answer in order if answer in found), Answer.NOT_RECORDED)


class _Names:
    """How the agencies are called beside their words: by the short name of the case file, where no
    other has it.
    """

    def __init__(self, case: Case) -> None:
        known = Counter(name.casefold() for one in case.agencies for name in {one.name, one.short})
        self._short = {
            one.name: one.short
            for one in case.agencies
            if one.short and known[one.short.casefold()] == 1
        }

    def call(self, row: Row) -> str:
        """The name of the agency whose row it is."""
        return self._short.get(row.event.agency, row.event.agency)


def _list_accounts(
    rows: Sequence[Row], columns: Iterable[Column], names: _Names
) -> dict[str, tuple[Account, ...]]:
    """What the accounts say, by the keys of the columns that hold an agency's words."""
    by_name = {
        one.key: tuple(
            _name_words(one.key, [(str(row.cells[one.key] or ""), row) for row in rows], names)
        )
        for one in columns
        if one.key not in _MADE and not _is_united(one)
    }
    places = tuple(_name_words("", [(_tell_place(row), row) for row in rows], names))
    return {"text": tuple(_name_texts(rows, names)), **by_name, "origin": places}


def _name_texts(rows: Sequence[Row], names: _Names) -> Iterator[Account]:
    days = [_name_days(row.event.when) for row in rows]
    for row, day in zip(rows, days, strict=True):
        told = (day if len(set(days)) > 1 else "", name_times(row.event.when))
        moment = ", ".join(filter(None, told))
        name = f"{names.call(row)} ({moment})" if moment else names.call(row)
        yield Account(f"{name}: ", row.event.text, row)


def _name_words(key: str, told: Iterable[tuple[str, Row]], names: _Names) -> Iterator[Account]:
    """The words of each, under the name of its agency; the same words once, under all names."""
    same: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for words, row in told:
        if words:
            same.setdefault((words, row.event.withdrawn.get(key, ())), []).append(row)
    for (words, _), rows in same.items():
        agencies = ", ".join(dict.fromkeys(map(names.call, rows)))
        parted = "\n" if "\n" in words else " "
        yield Account(f"{agencies}:{parted}", words, rows[0])


def _is_united(column: Column) -> bool:
    """True where a column has one value for the whole row, without names."""
    if column.group is Group.CHILD:
        return not column.key.startswith("words ")
    notes = column.is_for_notes
    return notes or column.key in _NAMES or column.key in _ONCE


def _join(column: Column, rows: Sequence[Row]) -> RowValue:
    """The one value of a column that is united, or of a row that has one event alone."""
    key = column.key
    values = [row.cells[key] for row in rows]
    if len(rows) == 1:
        return values[0]
    if key in _NAMES:
        shown: dict[str, RowValue] = {}
        for row, value in zip(rows, values, strict=True):
            if name := _NAMES[key](row.event.when):
                shown.setdefault(name, value)
        return "\n".join(shown) if len(shown) > 1 else next(iter(shown.values()), None)
    if column.is_answer:
        return combine_answers(_SAID[str(value)] for value in values).capitalize()
    return "\n".join(dict.fromkeys(filter(None, map(show_value, values))))


def _tell_differences(
    rows: Sequence[Row], contact: Contact | None, columns: Iterable[Column], names: _Names
) -> Iterator[str]:
    """The differences found, and the answers that contradict each other."""
    if contact is None:
        return
    agencies = {row.event.id: names.call(row) for row in rows}
    for difference in contact.differences:
        said = (
            f"{agencies[one.event]} “{one.words}”"
            for one in difference.said
            if one.event in agencies
        )
        topic = difference.topic
        yield f"{topic[0].upper()}{topic[1:]}: {'; '.join(said)}"
    for column in columns:
        if column.is_answer:
            answers = [(names.call(row), str(row.cells[column.key])) for row in rows]
            if {Answer.YES, Answer.NO} <= {_SAID[answer] for _, answer in answers}:
                each = "; ".join(f"{agency} {answer}" for agency, answer in answers)
                yield f"{column.heading}, accounts differ: {each}"


def _make_sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _tell_place(row: Row) -> str:
    """File, sheet and row, and the part wherever the row tells several events."""
    place = str(row.event.origin) if row.cells["file"] else ""
    return f"{place}, part 1" if row.cells["part"] == 1 else place


def _name_days(when: When) -> str:
    """The day where it is known and one, else the date as it was written."""
    if when.first != when.last or when.first is None or not _is_exact(when):
        return name_written(when) or NO_DATE
    return name_day(when.first)


def _name_first(when: When) -> str:
    if when.first is None:
        return ""
    return name_day(when.first) if _is_exact(when) else name_written(when)


_BEFORE_LAST = {Qualifier.APPROXIMATE: "about ", Qualifier.BEFORE: "before "}


def _name_last(when: When) -> str:
    if when.last is None or when.last == when.first:
        return ""
    before = _BEFORE_LAST.get(when.qualifier, "")
    return f"{before}{name_day(when.last)}"


def _is_exact(when: When) -> bool:
    return when.precision in TO_THE_DAY and when.qualifier not in _NOT_EXACT


_NAMES: dict[str, Callable[[When], str]] = {
    "date": _name_first,
    "date_to": _name_last,
    "time": lambda when: name_time(when.at),
    "time_to": lambda when: name_time(when.until),
}
"""How a date or a time is told where the accounts do not all have the same."""

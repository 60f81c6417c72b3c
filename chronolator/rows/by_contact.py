"""The same chronology with one row a contact: every agency's words under its name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from chronolator.columns import Column, Group, list_contact_columns
from chronolator.model import (
    Answer,
    Chronology,
    Contact,
    ContactStatus,
    Precision,
    Qualifier,
    When,
)
from chronolator.rows import Row, RowValue, list_result_columns, list_rows, name_day

_TO_THE_DAY = (Precision.DAY, Precision.HOUR, Precision.MINUTE)
_NOT_EXACT = (Qualifier.APPROXIMATE, Qualifier.AFTER)
_NO_DATE = "no date"
_SAID = {answer.capitalize(): answer for answer in Answer}
_ANSWERS = ("seen ", "alone ", "views ")
_MADE = ("number", "text", "differences", "evidence", "origin")
_ONCE = ("ref", "agency", "contact", "in_period")
"""What is told once, and without a name: it is no agency's word."""


@dataclass(frozen=True, slots=True)
class Account:
    """One event in the row of its contact. `lead` names whose words its text is, and when they say
    it was: "" where the row has this account alone.
    """

    row: Row
    lead: str = ""

    @property
    def text(self) -> str:
        """The lead, and the agency's own words as they are."""
        return f"{self.lead} {self.row.event.text}" if self.lead else self.row.event.text


@dataclass(frozen=True, slots=True)
class ContactRow:
    """The accounts of one contact, or the one event that stands alone, and the cells of their row
    by the keys of `list_columns_by_contact`.

    The cell "text" holds the texts of the accounts below each other.
    """

    accounts: tuple[Account, ...]
    cells: dict[str, RowValue]


def list_columns_by_contact(chronology: Chronology) -> tuple[Column, ...]:
    """All columns of this result with one row a contact, in their order."""
    return list_contact_columns(list_result_columns(chronology))


def list_rows_by_contact(chronology: Chronology) -> Iterator[ContactRow]:
    """The rows of the result, one a contact, each at the place of its first event.

    Every event stands in exactly one row. Possible contacts are not held together.
    """
    contact_of: dict[str, Contact] = {}
    for one in chronology.contacts:
        if one.status is ContactStatus.LINKED:
            for event in one.events:
                contact_of.setdefault(event, one)
    together: dict[str, list[Row]] = {}
    for row in list_rows(chronology):
        held = contact_of.get(row.event.id)
        together.setdefault(held.id if held else row.event.id, []).append(row)
    columns = list_columns_by_contact(chronology)
    for number, rows in enumerate(together.values(), start=1):
        contact = contact_of[rows[0].event.id] if len(rows) > 1 else None
        accounts = tuple(_list_accounts(rows))
        cells = {
            **{column.key: _join(column, rows) for column in columns if column.key not in _MADE},
            "number": number,
            "text": "\n".join(one.text for one in accounts),
            "differences": "\n".join(_tell_differences(rows, contact, columns)),
            "evidence": "\n".join(contact.evidence) if contact is not None else "",
            "origin": _tell_by_name((row, _tell_place(row)) for row in rows),
        }
        yield ContactRow(accounts, cells)


def combine_answers(answers: Iterable[Answer]) -> Answer:
    """The answer of several accounts together: a yes beside a no is unclear, and a silence nothing
    beside an answer.
    """
    found = set(answers)
    if {Answer.YES, Answer.NO} <= found:
        return Answer.UNCLEAR
    order = (Answer.YES, Answer.UNCLEAR, Answer.NO)
    return next((answer for answer in order if answer in found), Answer.NOT_RECORDED)


def _list_accounts(rows: Sequence[Row]) -> Iterator[Account]:
    if len(rows) == 1:
        yield Account(rows[0])
        return
    days = [_name_days(row.event.when) for row in rows]
    for row, day in zip(rows, days, strict=True):
        when = row.event.when
        told = (day if len(set(days)) > 1 else "", _name_times(when))
        moment = ", ".join(filter(None, told))
        yield Account(row, f"{row.event.agency} ({moment}):" if moment else f"{row.event.agency}:")


def _join(column: Column, rows: Sequence[Row]) -> RowValue:
    """The one cell of several rows."""
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
    if column.group is Group.CHILD and key.startswith(_ANSWERS):
        return combine_answers(_SAID[str(value)] for value in values).capitalize()
    if key in _ONCE or key.startswith("age ") or column.group in (Group.REVIEW, Group.AUTHOR):
        return "\n".join(dict.fromkeys(str(value) for value in values if value))
    return _tell_by_name(zip(rows, values, strict=True))


def _tell_by_name(told: Iterable[tuple[Row, RowValue]]) -> str:
    """What each account has, under the name of its agency; the same words once, under all names.

    One account alone needs no name.
    """
    pairs = list(told)
    named: dict[str, list[str]] = {}
    for row, value in pairs:
        if value:
            named.setdefault(str(value), []).append(row.event.agency)
    if len(pairs) == 1:
        return "".join(named)
    return "\n".join(
        f"{', '.join(dict.fromkeys(agencies))}:{_break_before(words)}{words}"
        for words, agencies in named.items()
    )


def _break_before(words: str) -> str:
    return "\n" if "\n" in words else " "


def _tell_differences(
    rows: Sequence[Row], contact: Contact | None, columns: Iterable[Column]
) -> Iterator[str]:
    """The differences found, and the answers that contradict each other."""
    if contact is None:
        return
    agencies = {row.event.id: row.event.agency for row in rows}
    for difference in contact.differences:
        said = (
            f"{agencies[one.event]} “{one.words}”"
            for one in difference.said
            if one.event in agencies
        )
        yield f"{difference.kind.capitalize()}: {'; '.join(said)}"
    for column in columns:
        if column.group is Group.CHILD and column.key.startswith(_ANSWERS):
            answers = [(row.event.agency, str(row.cells[column.key])) for row in rows]
            if {Answer.YES, Answer.NO} <= {_SAID[answer] for _, answer in answers}:
                each = "; ".join(f"{agency} {answer}" for agency, answer in answers)
                yield f"{column.heading}, accounts differ: {each}"


def _tell_place(row: Row) -> str:
    """File, sheet and row, and the part wherever the row tells several events."""
    place = str(row.event.origin) if row.cells["file"] else ""
    return f"{place}, part 1" if row.cells["part"] == 1 else place


def _name_days(when: When) -> str:
    """The day where it is known and one, else the date as it was written."""
    if when.first != when.last or when.first is None or not _is_exact(when):
        return when.written or _NO_DATE
    return name_day(when.first)


def _name_first(when: When) -> str:
    if when.first is None:
        return ""
    return name_day(when.first) if _is_exact(when) else when.written


def _name_last(when: When) -> str:
    if when.last is None or when.last == when.first:
        return ""
    before = "before " if when.qualifier is Qualifier.BEFORE else ""
    return f"{before}{name_day(when.last)}"


def _is_exact(when: When) -> bool:
    return when.precision in _TO_THE_DAY and when.qualifier not in _NOT_EXACT


def _name_time(moment: time | None) -> str:
    return moment.isoformat("minutes") if moment else ""


def _name_times(when: When) -> str:
    return " to ".join(filter(None, map(_name_time, (when.at, when.until))))


_NAMES: dict[str, Callable[[When], str]] = {
    "date": _name_first,
    "date_to": _name_last,
    "time": lambda when: _name_time(when.at),
    "time_to": lambda when: _name_time(when.until),
}
"""How a date or a time is told where the accounts do not all have the same."""

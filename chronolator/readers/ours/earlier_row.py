"""A row of our workbook -> the event that it tells, however its cells were typed."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time

from chronolator.columns import split_other
from chronolator.model import Event, Origin, Precision, Qualifier, Value, When
from chronolator.model.values import show_value

_AS_TEXT = ("%d/%m/%Y", "%a %d %b %Y")
_DATED = set(Qualifier) - {Qualifier.UNDATED, Qualifier.INVALID}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the chronology's sheet: its Ref ("" for the author's own) and cells by key."""

    ref: str
    number: int
    cells: dict[str, Value]


def make_event(row: Row) -> Event:
    """The event of the row, with its Ref as the id."""

    def text(key: str) -> str:
        return show_value(row.cells.get(key))

    number, part = text("row"), text("part")
    return Event(
        id=row.ref,
        when=_make_when(row),
        agency=text("agency"),
        text=text("text"),
        origin=Origin(
            text("file"),
            text("sheet"),
            int(number) if number.isdecimal() else 0,
            int(part) if part.isdecimal() else 1,
        ),
        people=text("people"),
        source=text("source"),
        author=text("author"),
        place=text("place"),
        contact_type=text("contact_type"),
        child_seen=text("child_seen"),
        seen_alone=text("seen_alone"),
        views=text("views"),
        action=text("action"),
        outcome=text("outcome"),
        comment=text("comment"),
        service=text("service"),
        subject=text("subject"),
        significance=text("significance"),
        good_practice=text("good_practice"),
        reference=text("reference"),
        other=split_other(text("other")),
    )


def _make_when(row: Row) -> When:
    first, last = take_day(row.cells.get("date")), take_day(row.cells.get("date_to"))
    precision = show_value(row.cells.get("precision"))
    qualifier = show_value(row.cells.get("qualifier"))
    when = Qualifier(qualifier) if qualifier in set(Qualifier) else Qualifier.EXACT
    return When(
        show_value(row.cells.get("date_written")),
        first,
        last or (None if when is Qualifier.AFTER else first),
        _take_time(row.cells.get("time")),
        _take_time(row.cells.get("time_to")),
        Precision(precision) if precision in set(Precision) else Precision.DAY,
        when if first or last or when not in _DATED else Qualifier.UNDATED,
    )


def take_day(value: Value) -> date | None:
    """The day in a cell, a date or a text year first or as `mend_day` reads it; None where there is
    none.
    """
    value = mend_day(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(show_value(value))
    except ValueError:
        return None


def mend_day(value: Value) -> Value:
    """A day that became text, day first or as the cell showed it, as a day; all else as it is."""
    if isinstance(value, str):
        for form in _AS_TEXT:
            with suppress(ValueError):
                return datetime.strptime(value.strip(), form)  # noqa: DTZ007  a cell knows none
    return value


def _take_time(value: Value) -> time | None:
    try:
        return time.fromisoformat(show_value(value)) if value is not None else None
    except ValueError:
        return None

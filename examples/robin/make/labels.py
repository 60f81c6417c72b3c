"""The labels of the rows -> the tables of the expected result."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from .returns import CHILDREN, Page, Return, Row, Table

_ANSWERS = {"y": "yes", "n": "no", "u": "unclear", "-": "not recorded"}
_QUESTIONS = ("seen", "alone", "views")
_OPEN = ("undated", "invalid")


def tabulate_rows(returns: Sequence[Return]) -> Table:
    """Every row that is not blank: where it stands, what it is, when, and what it answers."""
    asked = [f"{child} {question}" for child in CHILDREN for question in _QUESTIONS]
    head = ["file", "sheet", "row", "kind", "from", "to", "time", "date is", "agency"]
    table: list[list[object]] = [[*head, *asked, "contact", "note"]]
    for one, page, row in _list_rows(returns):
        place = [one.file, page.name, row.number]
        if row.kind == "event":
            kind = "duplicate" if row.repeats else "event"
            told = [_ANSWERS[letter] for child in CHILDREN for letter in row.seen[child]]
            when = _read_when(row, page)
            table.append([*place, kind, *when, one.agency, *told, row.contact, row.note])
        else:
            table.append([*place, "not an event"] + [""] * (len(table[0]) - len(place) - 1))
    return table


def tabulate_contacts(returns: Sequence[Return], contacts: Path) -> Table:
    """Each contact that several agencies tell: its accounts, and in what they differ."""
    told = tomllib.loads(contacts.read_text("utf-8"))
    accounts: dict[str, list[str]] = {key: [] for key in told}
    for one, page, row in _list_rows(returns):
        if row.contact and not row.repeats:
            accounts[row.contact].append(_show_place(one, page, row))
    return [
        ["contact", "what", "accounts", "differences", "why"],
        *(
            [key, one["what"], "; ".join(accounts[key]), "; ".join(one["differs"]), one["why"]]
            for key, one in told.items()
        ),
    ]


def tabulate_duplicates(returns: Sequence[Return]) -> Table:
    """Each row that tells another of its agency again, and that other."""
    names = {
        (one.agency, row.name): _show_place(one, page, row)
        for one, page, row in _list_rows(returns)
        if row.name
    }
    return [
        ["row", "repeats", "kind", "differs"],
        *(
            [_show_place(one, page, row), names[one.agency, row.repeats], row.how, row.differs]
            for one, page, row in _list_rows(returns)
            if row.repeats
        ),
    ]


def tabulate_not_events(returns: Sequence[Return]) -> Table:
    """Each row that is not blank and tells no event, and what it is."""
    return [
        ["row", "what it is"],
        *(
            [_show_place(one, page, row), row.kind]
            for one, page, row in _list_rows(returns)
            if row.kind != "event"
        ),
    ]


def _list_rows(returns: Sequence[Return]) -> Iterator[tuple[Return, Page, Row]]:
    for one in returns:
        for page in one.pages:
            for row in page.rows:
                if row.kind != "blank":
                    yield one, page, row


def _show_place(one: Return, page: Page, row: Row) -> str:
    return f"{one.file}, {page.name}, {row.number}" if page.name else f"{one.file}, {row.number}"


def _read_when(row: Row, page: Page) -> tuple[str, str, str, str]:
    """First day, last day, time, and what is particular about the date."""
    if row.when in _OPEN:
        return "", "", "", row.when
    particular = "approximate" if "approximate" in row.note else ""
    if row.when:
        days, _, clock = row.when.partition(" ")
        first, _, last = days.partition("/")
        return first, last or first, clock, particular
    cell = row.cells[0]
    clock = str(row.cells[page.time]) if page.time is not None else ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}", f"{cell:%Y-%m-%d}", f"{cell:%H:%M}", particular
    end = row.cells[page.end] if page.end is not None else ""
    return str(cell), str(end if isinstance(end, date) else cell), clock, particular

"""What marks say of a row: what is hidden, struck out, remarked on, linked, or without a value."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from chronolator.dates.leading import read_period
from chronolator.model import (
    DateRules,
    Entry,
    Field,
    Mark,
    MarkKind,
    NotEvent,
    Origin,
    Problem,
    ProblemKind,
    Sheet,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.layouts.bands import Cells
from chronolator.readers.layouts.plan import Plan
from chronolator.words.withdrawn import blank_withdrawn, is_withdrawn_whole

WITHDRAWN = "withdrawn"
"""The mark of a row that is struck out from end to end."""
_OF_ROWS = frozenset(MarkKind) - {MarkKind.HIDDEN, MarkKind.FILL, MarkKind.UNREAD}
_WHENS = frozenset({Field.DATE, Field.TIME, Field.END_DATE})
_ASIDE = frozenset({*_WHENS, Field.REFERENCE, Field.AGENCY, Field.AUTHOR, Field.SOURCE})
"""Fields that say nothing of what happened: a row is withdrawn though they were not struck out."""
_KEPT_UNDER = {
    MarkKind.COMMENT: "Comment on “{}”",
    MarkKind.LINK: "Link in “{}”",
    MarkKind.NO_RESULT: "Formula without a result in “{}”",
    MarkKind.ERROR: "Error in “{}”",
}
_LOST = {
    MarkKind.NO_RESULT: (
        "the formula in “{}” has no stored result",
        "Open the file in Excel, let it calculate, save it, and merge again.",
    ),
    MarkKind.ERROR: (
        "the cell in “{}” holds an error and no value",
        "Ask the agency what should stand there.",
    ),
    MarkKind.PICTURE: (
        "in “{}” stands a picture, a chart or a file, whose words are not read",
        "Look at it in the agency's file.",
    ),
}


@dataclass(slots=True)
class _Read:
    """A row's marks taken in: its cells as they are to be read, and what goes with its entry."""

    cells: list[tuple[int, Value]]
    marks: list[str] = field(default_factory=list)
    other: dict[str, str] = field(default_factory=dict)
    withdrawn: dict[Field, tuple[str, ...]] = field(default_factory=dict)


class Remarks:
    """The marks of one sheet by row; fills are not among them."""

    def __init__(self, sheet: Sheet, dates: DateRules) -> None:
        self._dates = dates
        self._rows: defaultdict[int, list[Mark]] = defaultdict(list)
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._hidden_sheet = False
        for mark in sheet.marks:
            if mark.kind in _OF_ROWS:
                self._rows[mark.row].append(mark)
            elif mark.kind is MarkKind.HIDDEN:
                self._hide(mark)

    def __bool__(self) -> bool:
        return bool(self._rows or self._hidden_rows or self._hidden_columns or self._hidden_sheet)

    @property
    def rows(self) -> frozenset[int]:
        """The rows that have marks of their own."""
        return frozenset(self._rows)

    def make_entry(
        self, plan: Plan, origin: Origin, cells: Cells, merged: dict[int, Value]
    ) -> tuple[Entry, list[Problem]]:
        """The row's entry with all that its marks say, and a problem for each value that is lost.

        Words struck out of a date or a time are no part of it. A row of which all that was told is
        struck out is marked as withdrawn.
        """
        told = self._rows.get(origin.row, ())
        read = _Read(list(cells), self._list_hidden(plan, origin.row, cells))
        by_place: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in told:
            by_place[mark.column - 1].append(mark)
        self._strike(read, by_place, plan)
        for place, marks in by_place.items():
            self._show(read, place, marks, plan)
            for heading, text in _list_kept(_name(plan, place), marks):
                read.other[heading] = text
        entry = plan.make_entry(origin, read.cells, merged, tuple(read.marks))
        if read.other or read.withdrawn:
            entry = replace(
                entry, other={**entry.other, **read.other}, withdrawn=dict(read.withdrawn)
            )
        return entry, list(self.tell_lost(plan, origin))

    def tell_lost(self, plan: Plan, origin: Origin) -> Iterator[Problem]:
        """A problem for each cell of the row whose value the file does not hold."""
        for mark in self._rows.get(origin.row, ()):
            if mark.kind in _LOST:
                message, hint = _LOST[mark.kind]
                text = message.format(_name(plan, mark.column - 1))
                yield Problem(origin, ProblemKind.CELL, f"{origin}: {text}", hint)

    def keep_beside(self, row: NotEvent, plan: Plan) -> Iterator[NotEvent | Problem]:
        """The row that is no event, with its remarks behind its text, and a problem that points to
        them.
        """
        told = list(self._tell_kept(row.origin.row, plan))
        if not told:
            yield row
            return
        yield replace(row, text=" | ".join([row.text, *told]))
        if any(mark.kind is MarkKind.COMMENT for mark in self._rows[row.origin.row]):
            yield Problem(
                row.origin,
                ProblemKind.READING_UNCERTAIN,
                f"{row.origin}: a comment stands on a row that is no event ({row.reason})",
                "Read it among the rows that are no events: it may say how others are meant.",
            )
        yield from self.tell_lost(plan, row.origin)

    def tell_outside(self, origin: Origin, plan: Plan) -> Iterator[Problem]:
        """Problems that hold what is remarked on a row in which nothing stands."""
        for text in self._tell_kept(origin.row, plan):
            yield Problem(
                origin,
                ProblemKind.CELL,
                f"{origin}: nothing stands in the row but this: {text}",
                "See to which row it belongs.",
            )

    def _tell_kept(self, row: int, plan: Plan) -> Iterator[str]:
        by_place: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in self._rows.get(row, ()):
            by_place[mark.column - 1].append(mark)
        for place, marks in by_place.items():
            for heading, text in _list_kept(_name(plan, place), marks):
                yield f"{heading}: {text}"

    def _hide(self, mark: Mark) -> None:
        if mark.row and not mark.column:
            self._hidden_rows.add(mark.row)
        elif mark.column and not mark.row:
            self._hidden_columns.add(mark.column - 1)
        elif mark.row:
            self._rows[mark.row].append(mark)
        else:
            self._hidden_sheet = True

    def _list_hidden(self, plan: Plan, row: int, cells: Cells) -> list[str]:
        found = []
        if row in self._hidden_rows:
            found.append("hidden row")
        if self._hidden_columns:
            found += [
                f"hidden column “{plan.name_column(place)}”"
                for place, _ in cells
                if place in self._hidden_columns
            ]
        if self._hidden_sheet:
            found.append("hidden sheet")
        found += [
            f"hidden words in “{_name(plan, mark.column - 1)}”: “{mark.text}”"
            for mark in self._rows.get(row, ())
            if mark.kind is MarkKind.HIDDEN
        ]
        return found

    def _strike(self, read: _Read, by_place: dict[int, list[Mark]], plan: Plan) -> None:
        struck = {
            place: words
            for place, marks in by_place.items()
            if (words := tuple(one.text for one in marks if one.kind is MarkKind.WITHDRAWN))
        }
        if not struck:
            return
        for place, words in struck.items():
            name = plan.fields.get(place)
            if name is not None:
                read.withdrawn[name] = (*read.withdrawn.get(name, ()), *words)
        if _is_withdrawn(read.cells, struck, plan):
            read.marks.append(WITHDRAWN)
            return
        for place, words in struck.items():
            heading = _name(plan, place)
            read.marks += [f"words struck out in “{heading}”: “{one.strip()}”" for one in words]
            if plan.fields.get(place) in _WHENS:
                _leave_out(read, place, words, heading)

    def _show(self, read: _Read, place: int, marks: Sequence[Mark], plan: Plan) -> None:
        """What the sheet shows in place of a value: a month is read for its first day, a word for a
        number that stands for it.
        """
        for mark in marks:
            if mark.kind is not MarkKind.SHOWN:
                continue
            for number, (at, value) in enumerate(read.cells):
                if at != place or show_value(value) == mark.text.strip():
                    continue
                heading = _name(plan, place)
                remark = f"“{heading}” shows “{mark.text.strip()}” for {show_value(value)}"
                in_time = plan.fields.get(place) in _WHENS
                meant = self._is_month(value, mark.text) if in_time else _is_word(value, mark.text)
                if meant:
                    read.cells[number] = (at, mark.text.strip())
                read.marks.append(remark)

    def _is_month(self, value: Value, shown: str) -> bool:
        if not isinstance(value, date) or value.day != 1:
            return False
        period = read_period(shown.strip(), self._dates)
        return period is not None and period.whole


def _is_word(value: Value, shown: str) -> bool:
    """True where a number stands for a word, as 1 for "Yes"."""
    return isinstance(value, int | float) and any(map(str.isalpha, shown))


def _name(plan: Plan, place: int) -> str:
    """The heading of the column; of a remark on a row as a whole that it is one."""
    return plan.name_column(place) if place >= 0 else "the row"


def _is_withdrawn(cells: Cells, struck: dict[int, tuple[str, ...]], plan: Plan) -> bool:
    """True where nothing is left that was told: dates, names and numbers alone tell nothing."""
    left = [place for place, value in cells if not _is_struck(value, struck.get(place, ()))]
    told = {plan.fields.get(place) for place, _ in cells if place in struck} - _ASIDE
    return not left or (
        Field.TEXT in told and all(plan.fields.get(place) in _ASIDE for place in left)
    )


def _is_struck(value: Value, words: Sequence[str]) -> bool:
    """True where nothing is left of the cell. A number or a date is struck out whole or not."""
    if not isinstance(value, str):
        return bool(words)
    return is_withdrawn_whole(value, words)


def _leave_out(read: _Read, place: int, words: tuple[str, ...], heading: str) -> None:
    for number, (at, value) in enumerate(read.cells):
        if at == place:
            written = show_value(value)
            whole = _is_struck(value, words)
            rest = "" if whole else " ".join(blank_withdrawn(written, words).split())
            read.cells[number] = (at, rest or None)
            read.other[f"{heading} (with the words struck out)"] = written
    read.cells[:] = [(at, value) for at, value in read.cells if value is not None]


def _list_kept(heading: str, marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    for kind, under in _KEPT_UNDER.items():
        texts = [one.text.strip() for one in marks if one.kind is kind]
        if texts:
            yield under.format(heading), "\n".join(texts)

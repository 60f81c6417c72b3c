"""The author's own rows, each with all that she wrote in it."""

from collections.abc import Iterable, Iterator, Mapping

from chronolator.columns import DAY_KEYS, split_other
from chronolator.model import (
    Answer,
    Entry,
    Field,
    Note,
    Origin,
    OwnRow,
    Problem,
    ProblemKind,
    Value,
)
from chronolator.model.values import keep_kind, show_value
from chronolator.readers.ours.answers import is_answer, read_answer
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row, make_event

OWN_AGENCY = "Overview author"
_TIME_TO, _OTHER, _WRITTEN = "time_to", "other", "date_written"
_FIELDS = {name: {Field.END_DATE: "date_to"}.get(name, name.value) for name in Field}
_PutAside = Mapping[str, str]
"""What she wrote in cells of ours, by their headings."""


def read_own(row: Row, found: FoundColumns, base: Base, sheet: str) -> tuple[OwnRow, _PutAside]:
    """A row of hers, with what she wrote in cells that chron fills: it stands under the other
    columns of the row from now on, each with its heading.
    """
    cells = {name: row.cells[key] for name, key in _FIELDS.items() if key in row.cells}
    if until := show_value(row.cells.get(_TIME_TO)):
        cells[Field.TIME] = f"{show_value(cells.get(Field.TIME))} - {until}"
    cells.setdefault(Field.AGENCY, OWN_AGENCY)
    taken = {*_FIELDS.values(), _TIME_TO, _OTHER, *found.notes}
    if Field.DATE not in cells and _WRITTEN in row.cells:
        cells[Field.DATE] = row.cells[_WRITTEN]
        taken.add(_WRITTEN)
    answers = {
        key: answer
        for key, value in row.cells.items()
        if is_answer(key) and (answer := read_answer(value)) is not None
    }
    aside = {
        column.heading: show_value(row.cells[key])
        for key, column in found.known.items()
        if key in row.cells and key not in {*taken, *answers} and not base.is_as_written(row, key)
    }
    entry = Entry(Origin("", sheet, row.number), cells, _join(row.cells.get(_OTHER), aside))
    given = {key: one.value for key, one in answers.items() if one is not Answer.NOT_RECORDED}
    kept = frozenset(base.list_kept(row, DAY_KEYS, _WRITTEN))
    return OwnRow(entry, tuple(list_notes(row, found)), given, make_event(row).when, kept), aside


def list_notes(row: Row, found: FoundColumns) -> Iterator[Note]:
    """What she wrote beside a row."""
    for key, heading in found.notes.items():
        value = keep_kind(row.cells.get(key))
        if text := show_value(value):
            yield Note(row.ref, heading, text, None if isinstance(value, str) else value)


def tell_put_aside(path: str, rows: Iterable[tuple[OwnRow, _PutAside]]) -> Iterator[Problem]:
    """A problem for each row of hers in which she wrote in cells of ours."""
    for row, aside in rows:
        if aside:
            columns = f"column{'s' * (len(aside) > 1)} {', '.join(aside)}"
            place = Origin(path, row.entry.origin.sheet, row.entry.origin.row)
            yield Problem(
                place,
                ProblemKind.NOTE,
                f"{place}: your own row: what you wrote in the {columns} stands in its cell Other "
                "columns now",
                "chron fills these columns itself. Write in the others, as Place or Source of "
                "information, or in a column of your own.",
            )


def _join(other: Value, aside: _PutAside) -> dict[str, str]:
    joined = split_other(show_value(other))
    for heading, text in aside.items():
        joined[heading] = "\n".join(filter(None, (joined.get(heading), text)))
    return joined

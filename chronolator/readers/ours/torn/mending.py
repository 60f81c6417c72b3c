"""A torn sheet put together again, and what of the author's nobody can tell a row for.

Sorting some columns and not the others puts cells beside a Ref that is not theirs. What chron wrote
is put back to its rows. What it did not write is hers; whether she wrote it beside the Ref or
beside the words, before or after she sorted, nothing tells. So it is put beside neither: it waits,
with both rows as candidates. A wrong place that looks right would be worse than a question.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chronolator.columns import CORRECTED_KEYS, EMPTIED, OTHER_DAY
from chronolator.model import Note, Origin, Problem, ProblemKind, UnplacedNote, Value
from chronolator.model.values import show_value
from chronolator.problems import tell_first
from chronolator.readers.ours.answers import is_answer
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.torn.compared import Compared, compare
from chronolator.readers.ours.torn.loose import list_loose
from chronolator.readers.ours.torn.parts import Part, find_parts

WHY_TORN = "Its row was torn: some columns were sorted without the others"


@dataclass(frozen=True, slots=True)
class Mended:
    """The `rows` as they were before the sheet was torn, with what she wrote where its row is sure.

    The rest is `waiting`, or `named` in words where it cannot be carried. `headings` are those of
    the columns that were sorted without the Refs; `torn` are, by the number of each row that held
    cells of others, the Refs of all these rows, its own first. `loose` are by the numbers of rows
    the keys of the columns whose cells may be of another row, `meant` the Refs that they may be of.
    """

    rows: list[Row]
    waiting: list[UnplacedNote] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    torn: dict[int, tuple[str, ...]] = field(default_factory=dict)
    loose: dict[int, frozenset[str]] = field(default_factory=dict)
    meant: dict[int, tuple[str, ...]] = field(default_factory=dict)


def mend(rows: Sequence[Row], base: Base, found: FoundColumns, written: Sequence[str]) -> Mended:
    """The rows put together again; `written` are the keys of the columns as chron wrote them."""
    keys = [key for key in found.known if key not in {"ref", OTHER_DAY, *found.notes}]
    columns = {key: compare(rows, base, key) for key in keys}
    refs = [row.ref if row.ref in base.hashes else "" for row in rows]
    parts = find_parts(columns, refs)
    if not parts:
        return Mended([*rows])
    loose = list_loose(parts, columns, refs, found, written)
    sheet = _Torn(rows, base, found, columns, refs, parts)
    moved = {place for part in parts for place in part.list_moved(refs)}
    return Mended(
        [
            back
            for place, keys in enumerate(loose)
            if (back := sheet.put_back(place, keys)) is not None
        ],
        [one for place, keys in enumerate(loose) for one in sheet.list_waiting(place, keys)],
        [one for place, keys in enumerate(loose) for one in sheet.list_named(place, keys)],
        tuple(found.known[key].heading for key in keys if any(key in part.keys for part in parts)),
        {rows[place].number: sheet.list_meant(place) for place in sorted(moved)},
        {rows[place].number: frozenset(keys) for place, keys in enumerate(loose) if keys},
        {rows[place].number: sheet.list_meant(place) for place, keys in enumerate(loose) if keys},
    )


class _Torn:
    """The rows of a torn sheet, in parts; `refs` are the Refs that chron wrote, by place."""

    def __init__(
        self,
        rows: Sequence[Row],
        base: Base,
        found: FoundColumns,
        columns: Mapping[str, Compared],
        refs: Sequence[str],
        parts: Sequence[Part],
    ) -> None:
        self._rows, self._base, self._found = rows, base, found
        self._columns, self._refs, self._parts = columns, refs, parts
        self._part_of = {key: part for part in parts for key in part.keys}
        self._values: dict[str, dict[str, Value]] = {}

    def list_meant(self, place: int) -> tuple[str, ...]:
        """The Refs of all rows of which the row holds cells, its own first."""
        owners = (part.owners[place] for part in self._parts)
        return tuple(dict.fromkeys(filter(None, (self._refs[place], *owners))))

    def list_waiting(self, place: int, loose: Collection[str]) -> Iterator[UnplacedNote]:
        """What she wrote in the `loose` cells, and can be carried."""
        row, meant = self._rows[place], self.list_meant(place)
        beside = f"; it stood beside {row.ref}" if row.ref else ""
        for key in self._list_hers(place, loose):
            heading = self._find_heading(key)
            if heading is not None:
                note = Note("", heading, show_value(row.cells.get(key)) or EMPTIED)
                yield UnplacedNote(note, "", "", "", None, f"{WHY_TORN}{beside}", meant)

    def list_named(self, place: int, loose: Collection[str]) -> Iterator[str]:
        """In words what she wrote in them, and cannot be carried."""
        row = self._rows[place]
        told = [
            self._found.known[key].heading
            for key in self._list_hers(place, loose)
            if self._find_heading(key) is None
        ]
        if told:
            yield f"row {row.ref or row.number}, column{'s' * (len(told) > 1)} {', '.join(told)}"

    def put_back(self, place: int, loose: Collection[str]) -> Row | None:
        """The row with what chron wrote in the `loose` cells, as far as it stands anywhere; None
        where nothing else is left: it held cells of other rows only.
        """
        row, ref = self._rows[place], self._refs[place]
        cells = {key: value for key, value in row.cells.items() if key not in loose}
        for key in loose & self._columns.keys() if ref else ():
            then = self._columns[key].then[ref]
            if then and (value := self._find_value(key, then)) is not None:
                cells[key] = value
            elif then:
                self._base.forget(ref, key)
        return replace(row, cells=cells) if ref or cells else None

    def _find_value(self, key: str, told: str) -> Value:
        if key not in self._values:
            there = (row.cells.get(key) for row in self._rows)
            self._values[key] = dict(zip(self._columns[key].now, there, strict=True))
        return self._values[key].get(told)

    def _find_heading(self, key: str) -> str | None:
        """Of the column whose cells are carried; None of others."""
        if key in self._found.notes:
            return self._found.notes[key]
        return self._found.known[key].heading if is_answer(key) or key in CORRECTED_KEYS else None

    def _list_hers(self, place: int, loose: Collection[str]) -> Iterator[str]:
        """The keys of the loose cells that are not as chron wrote them in the row to which they
        belong; where that row is not known, of those that chron wrote in none.
        """
        cells = self._rows[place].cells
        for key in (*self._columns, *self._found.notes):
            if key not in loose:
                continue
            column = self._columns.get(key)
            if column is None:
                if key in cells:
                    yield key
                continue
            now = column.now[place]
            owner = self._part_of[key].owners[place] if key in self._part_of else self._refs[place]
            if owner:
                hers = now != column.then[owner]
            elif self._find_heading(key) is None:
                hers = bool(now) and now not in column.then.values()
            else:
                hers = bool(now)
            if hers:
                yield key


def tell_torn(path: str, mended: Mended) -> Iterator[Problem]:
    """A problem that names the columns and the rows, where the sheet was torn."""
    if mended.torn:
        rows = tell_first(
            [f"row {number} ({', '.join(refs)})" for number, refs in mended.torn.items()]
        )
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: columns were sorted without the others, so that cells of one row stood "
            f"beside the Ref of another: {tell_first(mended.headings)}; {rows}",
            f"What chron wrote there stands in its own rows again. {NOBODY_KNOWS} Colours stay "
            "beside the Refs. Sort by the buttons of the headings: they take the whole row along.",
        )


NOBODY_KNOWS = (
    "Nobody can tell to which row what you wrote there belongs. It waits on the sheet Notes to "
    "place, with the rows that may be meant."
)

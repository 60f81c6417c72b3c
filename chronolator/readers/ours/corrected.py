"""The cells that the author corrected, told from what chron had written there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from chronolator.columns import (
    AGENCY_WORDS_KEY,
    CHANGED_SINCE,
    CORRECTED_KEYS,
    CUT_MARK,
    KEPT_KEYS,
    Column,
    cell_hash,
    cell_text,
)
from chronolator.model import CorrectedCell, Sheet
from chronolator.model.values import show_value
from chronolator.readers.ours.answers import is_answer, read_answer
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.stored import read_base, read_corrected_cells, read_own_base


class Base:
    """What chron had written into the rows, by their Refs: the hashes of their cells (`hashes`; of
    a corrected one that of the agency's words), and what is kept of corrected cells.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.hashes = read_base(sheet)
        self._stored = read_corrected_cells(sheet)
        self._own = read_own_base(sheet)

    def put_back(self, row: Row) -> Row:
        """The row as its agency told it, as far as that is kept: a cell that she corrected since
        the workbook was made stands as it is.
        """
        stored = self._stored.get(row.ref)
        if not stored:
            return row
        return replace(row, cells=row.cells | {key: one.agency for key, one in stored.items()})

    def hash_shown(self, ref: str, key: str) -> str:
        """The hash of what chron had written into a cell of the row, hers where she had corrected
        it; "" of an empty one.
        """
        stored = self._stored.get(ref, {}).get(key)
        return cell_hash(stored.shown) if stored else self.hashes[ref].get(key, "")

    def is_as_written(self, row: Row, key: str) -> bool:
        """True where chron wrote what stands in the cell of a row of the author's."""
        return any(one.get(key, "") == _hash(row, key) for one in self._list_alike(row))

    def list_kept(self, row: Row, keys: Sequence[str], by: str) -> Iterator[str]:
        """Of the cells of a row of the author's those that are as chron wrote them, where that of
        the key `by` is, which holds something.
        """
        told = _hash(row, by)
        was = next((one for one in self._list_alike(row) if told and one.get(by) == told), None)
        if was is not None:
            yield from (key for key in keys if was.get(key, "") == _hash(row, key))

    @cached_property
    def _by_place(self) -> dict[str, dict[str, str]]:
        return {one.get("origin", ""): one for one in self.hashes.values()}

    def _list_alike(self, row: Row) -> list[dict[str, str]]:
        """What chron had written in the row of the author's: in those of hers with these words, or,
        where she changed them since, in any; and in the row of an agency of which hers is a copy.
        """
        text, origin = _hash(row, "text"), _hash(row, "origin")
        alike = [one for one in self._own if one.get("text", "") == text]
        copied = self._by_place.get(origin) if origin else None
        return [*(alike or self._own), *([copied] if copied else [])]

    def forget(self, ref: str, key: str) -> None:
        """Hold the cell for one that chron left empty, since nobody knows what stood there."""
        self.hashes[ref].pop(key, None)
        self._stored.get(ref, {}).pop(key, None)

    def list_corrections(
        self, rows: Sequence[Row], known: Mapping[str, Column]
    ) -> Iterator[CorrectedCell]:
        """The answers and the cells of events that the author corrected, now or earlier. Of the
        `known` columns those that she deleted are none.
        """
        asked = [key for key in known if is_answer(key)]
        told = [(key, known[key].heading) for key in CORRECTED_KEYS if key in known]
        for row in rows:
            was = self.hashes.get(row.ref)
            if was is None:
                continue
            yield from _list_answers(row, was, asked)
            words = show_value(row.cells.get(AGENCY_WORDS_KEY)).splitlines()
            for key, heading in told:
                hers = self._find_hers(row, key)
                if hers is not None and _counts(key, hers):
                    changed = any(line.startswith(heading + CHANGED_SINCE) for line in words)
                    yield CorrectedCell(row.ref, key, hers, was.get(key, ""), changed)

    def list_taken_out(
        self, rows: Sequence[Row], known: Collection[str]
    ) -> dict[str, dict[str, str]]:
        """By the Refs of the rows the hashes of what stood in columns of the event that are not
        `known` any more.
        """
        written = {key for cells in self.hashes.values() for key in cells}
        gone = [key for key in CORRECTED_KEYS if key in written and key not in known]
        was = {row.ref: self.hashes.get(row.ref, {}) for row in rows if gone}
        return {ref: {key: cells.get(key, "") for key in gone} for ref, cells in was.items()}

    def is_carried(self, row: Row, key: str) -> bool:
        """True where a merge carries what stands in a cell that is not as chron wrote it: an answer
        that reads as one, and words of the event, but for a cell that must not be empty, or holds a
        part.
        """
        value = row.cells.get(key)
        if is_answer(key):
            return read_answer(value) is not None
        if key == AGENCY_WORDS_KEY:
            return not show_value(value)  # so she says that she has decided
        if key not in CORRECTED_KEYS:
            return False
        hers = self._find_hers(row, key)
        return hers is None or _counts(key, hers)

    def _find_hers(self, row: Row, key: str) -> str | None:
        """What she wrote in the cell; None where it is the agency's, or follows from another."""
        text = cell_text(row.cells.get(key)).strip()
        now = cell_hash(text)
        stored = self._stored.get(row.ref, {}).get(key)
        # First: "about 14 June" and the agency's 14 to 15 June show the same day.
        if stored is not None and now == cell_hash(stored.shown):
            return stored.hers
        if now == self.hashes[row.ref].get(key, ""):
            return None
        return text


def _hash(row: Row, key: str) -> str:
    return cell_hash(cell_text(row.cells.get(key)))


def _counts(key: str, hers: str) -> bool:
    """False for a cell that she emptied and that must not be empty, and for a part of a text."""
    return not hers.endswith(CUT_MARK.strip()) and bool(hers or key not in KEPT_KEYS)


def _list_answers(
    row: Row, was: Mapping[str, str], asked: Sequence[str]
) -> Iterator[CorrectedCell]:
    for key in asked:
        answer = read_answer(row.cells.get(key))
        if answer and key in was and was[key] != cell_hash(answer.capitalize()):
            yield CorrectedCell(row.ref, key, answer.value)

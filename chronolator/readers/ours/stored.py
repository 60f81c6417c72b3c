"""The hidden sheets of a workbook of ours: the case, the returns, and each row as we wrote it."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from chronolator.case import decode_case
from chronolator.columns import (
    OWN_ROW,
    OurLooks,
    StoredCell,
    decode_looks,
    read_corrected,
    read_hashes,
)
from chronolator.errors import ReaderError
from chronolator.model import Case, Counts, Happening, HappeningKind, Sheet, Source
from chronolator.model.values import show_value


def read_case(path: str, sheet: Sheet) -> tuple[Case, tuple[Source, ...]]:
    """The case and the returns that the workbook was made from. Raises `ReaderError` where they are
    damaged.
    """
    try:
        stored = _load_stored(sheet)
        sources = tuple(
            Source(
                file=one["file"],
                sheet=one["sheet"],
                reader=one["reader"],
                header_row=0,
                columns={},
                counts=Counts(),
                sha256=one["sha256"],
                agency=one["agency"],
            )
            for one in stored["sources"]
        )
        return decode_case(stored["case"]), sources
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error


def _damaged(path: str) -> ReaderError:
    return ReaderError(
        f"{path}: the case stored in it is damaged",
        hint="Take the backup beside it, or name another workbook with --notes-from.",
    )


def _load_stored(sheet: Sheet) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads("".join(str(row[0]) for row in sheet.rows if row))
    return stored


def read_base(sheet: Sheet) -> dict[str, dict[str, str]]:
    """The hashes of the cells of each row as we wrote it, by its Ref; the author's own rows are not
    among them.
    """
    return {
        str(row[0]): read_hashes(str(row[1]))
        for row in sheet.rows[1:]
        if len(row) > 1 and row[0] != OWN_ROW
    }


def read_own_base(sheet: Sheet) -> list[dict[str, str]]:
    """The hashes of the cells of the author's own rows as we wrote them."""
    return [read_hashes(str(row[1])) for row in sheet.rows[1:] if row and row[0] == OWN_ROW]


def read_history(path: str, stored: Sheet) -> tuple[Happening, ...]:
    """What earlier merges changed, the newest first; nothing where it was not kept yet. Raises
    `ReaderError` where it is damaged.
    """
    try:
        return tuple(
            replace(Happening(date.min, HappeningKind(kind), *texts), **_read_moment(moment))
            for moment, kind, *texts in _load_stored(stored).get("history", ())
        )
    except (ValueError, TypeError) as error:
        raise _damaged(path) from error


def _read_moment(written: str) -> dict[str, Any]:
    """The day of a merge, and its time where that is kept."""
    day, _, clock = written.partition(" ")
    at = {"at": time.fromisoformat(clock)} if clock else {}
    return {"day": date.fromisoformat(day), **at}


def read_corrected_cells(sheet: Sheet) -> dict[str, dict[str, StoredCell]]:
    """By the Ref of each corrected row: its cells that are not the agency's any more."""
    corrected = {
        str(row[0]): read_corrected(map(show_value, row[2:])) for row in sheet.rows[1:] if row[2:]
    }
    return {ref: cells for ref, cells in corrected.items() if cells}


def read_sheet_names(stored: Sheet) -> frozenset[str]:
    """The names of the sheets that chron wrote."""
    return frozenset(_load_stored(stored).get("sheets", ()))


def read_our_looks(stored: Sheet) -> OurLooks | None:
    """What chron gave the cells; None of a workbook that does not say, or is damaged."""
    try:
        return decode_looks(_load_stored(stored)["looks"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def list_her_sheets(sheets: Sequence[Sheet], known: Collection[str]) -> Iterator[Sheet]:
    """The sheets that hold anything and are not known."""
    for sheet in sheets:
        if sheet.name not in known and any(
            show_value(value) for row in sheet.rows for value in row
        ):
            yield sheet

"""A table inside a cell of another that is no table of events belongs to that cell's words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronolator.model import Entry, NotEvent, Origin, ProblemKind, Reading

TOLD = "part of {}, row {}, in whose cell it stands"


def fold_in(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of one file's sheets, with the words of each table that nobody read in the place
    where an entry's cell points to it, as "[table 2.1]". Its rows say where they are told.
    """
    folded = list(readings)
    # The innermost first, since what it holds goes into the table round it.
    for place in reversed(range(len(folded))):
        inner = folded[place]
        (source,) = inner.sources
        if source.reader or not source.sheet:
            continue
        pointer = f"[{source.sheet}]"
        words = "\n".join(row.text for row in inner.not_events)
        for at, outer in enumerate(folded[:place]):
            found = [one for one in _list_cells(outer) if pointer in one[1]]
            if found:
                folded[at] = _replace(outer, pointer, words)
                folded[place] = _point(inner, found[0][0])
                break
    return folded


def _list_cells(reading: Reading) -> Iterator[tuple[Origin, str]]:
    for entry in reading.entries:
        for value in (*entry.cells.values(), *entry.other.values()):
            if isinstance(value, str):
                yield entry.origin, value
    for row in reading.not_events:
        if not reading.sources[0].reader:
            yield row.origin, row.text


def _replace(reading: Reading, pointer: str, words: str) -> Reading:
    return replace(
        reading,
        entries=tuple(_replace_in(entry, pointer, words) for entry in reading.entries),
        not_events=tuple(
            replace(row, text=row.text.replace(pointer, words)) for row in reading.not_events
        ),
    )


def _replace_in(entry: Entry, pointer: str, words: str) -> Entry:
    return replace(
        entry,
        cells={
            name: value.replace(pointer, words) if isinstance(value, str) else value
            for name, value in entry.cells.items()
        },
        other={name: text.replace(pointer, words) for name, text in entry.other.items()},
    )


def _point(reading: Reading, origin: Origin) -> Reading:
    reason = TOLD.format(origin.sheet, origin.row)
    return replace(
        reading,
        not_events=tuple(NotEvent(row.origin, reason, row.text) for row in reading.not_events),
        problems=tuple(
            one for one in reading.problems if one.kind is not ProblemKind.SHEET_NOT_READ
        ),
    )

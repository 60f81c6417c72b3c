"""What the agencies had said where the author corrected a row since the workbook was made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chronolator.columns import DAY_KEYS, WORD_KEYS, cell_hash, cell_text
from chronolator.dates import DateReader
from chronolator.model import Earlier, Entry, Event, Field, Origin, When
from chronolator.model.values import show_value
from chronolator.rows import tell_record

_HERS = "(as you had corrected it)"


def restore_returned(earlier: Earlier, entries: Sequence[Entry], reader: DateReader) -> Earlier:
    """The earlier workbook with the day, the agency and the words of its rows as their agencies
    told them, also where the author has corrected them since it was made, or deleted the column.

    The day is read anew from what the agency wrote; its name, and its words (among the `entries` of
    the returns now), are known by their hashes. What is not found stays as it is.
    """
    hashes = {ref: {**cells} for ref, cells in earlier.taken_out.items()}
    for one in earlier.corrections:
        if one.was is not None:
            hashes.setdefault(one.event, {})[one.field] = one.was
    if not hashes:
        return earlier
    asked = {key for cells in hashes.values() for key in cells} & {*WORD_KEYS, "agency"}
    told = {
        key: _hash_all(show_value(one.cells.get(Field(key))) for one in entries) for key in asked
    }
    names = {event.agency for event in earlier.events}
    names |= {one.name for one in earlier.case.agencies} | {one.agency for one in earlier.sources}
    told["agency"] = told.get("agency", {}) | _hash_all(names)

    def restore(event: Event) -> Event:
        was = hashes.get(event.id, {})
        words: dict[str, Any] = {
            key: told[key][was[key]] for key in asked if was.get(key) in told[key]
        }
        return replace(event, when=_find_when(event.when, was, reader), **words)

    return replace(earlier, events=tuple(map(restore, earlier.events)))


def _hash_all(texts: Iterable[str]) -> dict[str, str]:
    """The texts by their hashes, that of an empty cell too."""
    return {cell_hash(text): text for text in ("", *texts)}


def mark_reworded(earlier: Earlier) -> Earlier:
    """The earlier workbook with a word behind the texts and cells that are the author's, since what
    their agencies said is not known: nobody takes hers for theirs.
    """
    hers = defaultdict[str, dict[str, str]](dict)
    for one in earlier.corrections:
        if one.was is not None and one.field in WORD_KEYS:
            hers[one.event][one.field] = one.was

    def mark(event: Event) -> Event:
        words: dict[str, Any] = {
            key: f"{text} {_HERS}".lstrip()
            for key, was in hers.get(event.id, {}).items()
            if cell_hash(text := getattr(event, key)) != was
        }
        return replace(event, **words) if words else event

    return replace(earlier, events=tuple(map(mark, earlier.events)))


def _find_when(when: When, was: Mapping[str, str], reader: DateReader) -> When:
    days = {key: was[key] for key in DAY_KEYS if key in was}
    if not days:
        return when
    read = reader.read(when.written).when
    record = tell_record(Event("", read, "", "", Origin("")))
    same = all(cell_hash(cell_text(record[key])) == day for key, day in days.items())
    return read if same else when

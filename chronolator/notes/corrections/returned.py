"""What the agencies had said where the author corrected a row since the workbook was made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from chronolator.columns import DAY_KEYS, cell_hash, cell_text
from chronolator.dates import DateReader
from chronolator.model import Earlier, Event, Origin, When
from chronolator.rows import tell_record

_HERS = "(as you had corrected it)"


def restore_returned(earlier: Earlier, texts: Iterable[str], reader: DateReader) -> Earlier:
    """The earlier workbook with the day, the agency and the words of its rows as their agencies
    told them, also where the author has corrected them since it was made.

    The day is read anew from what the agency wrote; its name, and its words (among the `texts` of
    the returns now), are known by their hashes. What is not found stays as she wrote it.
    """
    hashes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in earlier.corrections:
        if one.was is not None:
            hashes[one.event][one.field] = one.was
    if not hashes:
        return earlier
    names = {event.agency for event in earlier.events}
    names |= {one.name for one in earlier.case.agencies} | {one.agency for one in earlier.sources}
    named: dict[str | None, str] = {cell_hash(name): name for name in names}
    told: dict[str | None, str] = {cell_hash(text): text for text in texts}

    def restore(event: Event) -> Event:
        was = hashes.get(event.id, {})
        return replace(
            event,
            when=_find_when(event.when, was, reader),
            agency=named.get(was.get("agency"), event.agency),
            text=told.get(was.get("text"), event.text),
        )

    return replace(earlier, events=tuple(map(restore, earlier.events)))


def mark_reworded(earlier: Earlier) -> Earlier:
    """The earlier workbook with a word behind the texts that are the author's, since what their
    agencies said is not known: nobody takes hers for theirs.
    """
    hers = {one.event: one.was for one in earlier.corrections if one.field == "text"}

    def mark(event: Event) -> Event:
        was = hers.get(event.id)
        known = was is None or cell_hash(event.text) == was
        return event if known else replace(event, text=f"{event.text} {_HERS}")

    return replace(earlier, events=tuple(map(mark, earlier.events)))


def _find_when(when: When, was: Mapping[str, str], reader: DateReader) -> When:
    days = {key: was[key] for key in DAY_KEYS if key in was}
    if not days:
        return when
    read = reader.read(when.written).when
    record = tell_record(Event("", read, "", "", Origin("")))
    same = all(cell_hash(cell_text(record[key])) == day for key, day in days.items())
    return read if same else when

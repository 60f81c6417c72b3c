"""The accounts: every row that is not blank is an event, a duplicate, or not an event."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronolator.model import Counts, Duplicate, Event, NotEvent, Origin, Source


def count_rows(
    sources: Sequence[Source],
    events: Iterable[Event],
    duplicates: Iterable[Duplicate],
    not_events: Iterable[NotEvent],
) -> tuple[Source, ...]:
    """The sources with what became of their rows. `not_blank` stays as counted from the raw cells.

    A row that tells several events counts once: as an event if any of them is one. The agency is
    the one under which the first event stands.
    """
    kept = list(events)
    told = _gather(event.origin for event in kept)
    agencies = {(one.origin.file, one.origin.sheet): one.agency for one in reversed(kept)}
    repeated = _gather(duplicate.other.origin for duplicate in duplicates)
    left_out = _gather(row.origin for row in not_events)
    counted = []
    for source in sources:
        place = (source.file, source.sheet)
        rows = told[place]
        again = repeated[place] - rows
        counted.append(
            replace(
                source,
                agency=agencies.get(place, source.agency),
                counts=Counts(
                    not_blank=source.counts.not_blank,
                    events=len(rows),
                    duplicates=len(again),
                    not_events=len(left_out[place] - rows - again),
                ),
            )
        )
    return tuple(counted)


def sum_counts(sources: Iterable[Source]) -> Counts:
    """What became of the rows of all sheets together, also of those that no reader took: the one
    figure of each wherever a merge tells how many rows came.
    """
    counts = [one.counts for one in sources]
    return Counts(
        not_blank=sum(one.not_blank for one in counts),
        events=sum(one.events for one in counts),
        duplicates=sum(one.duplicates for one in counts),
        not_events=sum(one.not_events for one in counts),
    )


def count_files(sources: Iterable[Source]) -> int:
    """How many files were read, also those in which nothing but a key or a text stands."""
    return len({one.file for one in sources})


def adds_up(source: Source) -> bool:
    """True where every row of the sheet that is not blank is accounted for."""
    counts = source.counts
    return counts.not_blank == counts.events + counts.duplicates + counts.not_events


def _gather(origins: Iterable[Origin]) -> defaultdict[tuple[str, str], set[int]]:
    rows: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for origin in origins:
        rows[origin.file, origin.sheet].add(origin.row)
    return rows

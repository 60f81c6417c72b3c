"""Where what the author wrote beside a row of an earlier workbook stands now, and by what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chronolator.model import Duplicate, DuplicateKind, Earlier, Event
from chronolator.rows.days import name_when
from chronolator.words.fold import fold

REWORDED = "a later version of the return changed this row"
_REPEATS = "this row stands for the one that repeats it"


@dataclass(frozen=True, slots=True)
class Ways:
    """By the id of a row of then the id of the row now (`homes`); and of those that are found by
    other things than their id why they are held to be the same (`reasons`). `renamed` are agencies
    that have another name now, whose rows went to that one. `there` are the rows now by their ids.
    """

    homes: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    there: dict[str, Event] = field(default_factory=dict)

    def name_row(self, ref: str) -> str:
        """A row now by its id, with its agency and its date, by which a person finds it."""
        row = self.there.get(ref)
        told = filter(None, (row.agency, name_when(row.when))) if row else ()
        known = ", ".join(told)
        return f"{ref} ({known})" if known else ref


def find_ways(
    earlier: Earlier,
    events: Sequence[Event],
    duplicates: Sequence[Duplicate],
    followed: Mapping[str, tuple[str, str]],
) -> Ways:
    """The ways of all rows. One leads to the row `followed`, which may be itself, where that is
    doubtful; else to the row with the id, or to the one that this row repeats. Of the rows that
    stand for another only those of the same day and words are gone to without a word.
    """
    there_now = find_homes(events, duplicates)
    before = {event.id: event for event in earlier.events}
    there = {event.id: event for event in events}
    reasons = {
        one.other.id: REWORDED if one.kind is DuplicateKind.EARLIER_VERSION else _REPEATS
        for one in duplicates
        if one.other.id in before
        and (one.differs or not _tell_alike(before[one.other.id], there.get(one.kept)))
    }
    homes = dict(there_now)
    for old, (new, reason) in followed.items():
        if new in there_now:
            homes[old] = there_now[new]
            reasons.setdefault(old, reason)
    names = {event.agency for event in events}
    moved = ((before[old], there.get(homes[old])) for old in reasons if old in before)
    renamed = {was.agency: now.agency for was, now in moved if now and was.agency not in names}
    return Ways(homes, reasons, renamed, there)


def find_homes(events: Sequence[Event], duplicates: Sequence[Duplicate]) -> dict[str, str]:
    """The id of the row that stands for each id: its own, or of the row that it repeats."""
    homes = {event.id: event.id for event in events}
    return homes | {one.other.id: one.kept for one in duplicates}


def _tell_alike(one: Event, other: Event | None) -> bool:
    return other is not None and _key(one) == _key(other)


def _key(event: Event) -> tuple[object, ...]:
    when = event.when
    return when.first, when.last, when.at, fold(event.text)

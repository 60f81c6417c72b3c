"""The rows that a merge tells otherwise than the workbook before it, or that went or came."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chronolator.columns import CUT_MARK, WORD_KEYS, list_columns, split_other
from chronolator.model import (
    Case,
    Chronology,
    DuplicateKind,
    Earlier,
    Event,
    Happening,
    HappeningKind,
    When,
)
from chronolator.rows import tell_record
from chronolator.rows.days import name_moment
from chronolator.words.fold import fold

_MOST = 200
"""So many rows of one return are told one by one; the rest are counted."""
_EMPTY = "(empty)"


def compare_rows(
    earlier: Earlier,
    chronology: Chronology,
    followed: Mapping[str, tuple[str, str]],
    explained: Collection[str],
    came: Collection[str],
    day: date,
) -> Iterator[Happening]:
    """The rows that are told otherwise, went or came, but for those that are `explained` by a later
    version of their return, or that `came` with it.
    """
    rows = {event.id: event for event in (*chronology.events, *chronology.as_returned)}
    known = {one.sha256 for one in earlier.sources}
    unchanged = frozenset(one.file for one in chronology.sources if one.sha256 in known)
    pair = _Pair(day, _name_cells(chronology.case), unchanged)
    repeats = {one.other.id: one for one in chronology.duplicates}
    new = set(rows.keys() - {event.id for event in earlier.events} - set(earlier.deleted))
    cells: list[Happening] = []
    gone: list[Happening] = []
    renamed = Counter[tuple[str, str]]()
    for event in earlier.events:
        if event.id in followed and (now := rows.get(followed[event.id][0])):
            new.discard(now.id)
            if now.agency != event.agency:
                renamed[event.agency, now.agency] += 1
            same = _key(event) == _key(now) and (event.id in rows or now.agency != event.agency)
            if not same and now.id not in explained:
                yield pair.tell_altered(event, now, followed[event.id][1])
            elif same and event.id not in rows:
                cells += pair.tell_cells(event, now)
        elif now := rows.get(event.id):
            cells += pair.tell_cells(event, now)
        elif event.id in repeats:
            kept = repeats[event.id].kept
            versioned = repeats[event.id].kind is DuplicateKind.EARLIER_VERSION
            if not (versioned and kept in explained):
                yield Happening(
                    day, HappeningKind.ROW_REPEATS, event.agency, kept, event.text, "", event.id
                )
        else:
            kind = HappeningKind.ROW_WENT
            gone.append(Happening(day, kind, event.agency, event.id, tell_row(event)))
    for (before, after), number in renamed.items():
        yield Happening(day, HappeningKind.RENAMED, after, "", before, after, f"{number:,} rows")
    yield from keep_most(cells)
    yield from keep_most(gone)
    yield from keep_most(_list_fresh(chronology, new - set(explained), came, day))


def _list_fresh(
    chronology: Chronology, new: Collection[str], came: Collection[str], day: date
) -> list[Happening]:
    return [
        Happening(
            day,
            HappeningKind.ROW_CAME,
            event.agency,
            event.id,
            after=tell_row(event),
            remark=str(event.origin),
        )
        for event in chronology.events
        if event.id in new and not event.own and event.origin.file not in came
    ]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Tells what became of a row, on the `day` of the merge, by the `headings` of its cells.

    In a file that is `unchanged` no cell is another: the author's words would be told as new.
    """

    day: date
    headings: Mapping[str, str]
    unchanged: frozenset[str]

    def tell_altered(self, was: Event, now: Event, reason: str) -> Happening:
        same = fold(was.text) == fold(now.text)
        kind = name_kind(was.when, now.when) if same else HappeningKind.WORDS
        before, after = tell_row(was), tell_row(now)
        if cells := _compare_cells(was, now, self.headings):
            before, after = f"{before}\n{cells[0]}", f"{after}\n{cells[1]}"
        return Happening(self.day, kind, now.agency, now.id, before, after, reason)

    def tell_cells(self, was: Event, now: Event) -> list[Happening]:
        if now.origin.file in self.unchanged:
            return []
        if _ends_otherwise(was.when, now.when):
            return [self.tell_altered(was, now, str(now.origin))]
        cells = _compare_cells(was, now, self.headings)
        kind, place = HappeningKind.CELLS, str(now.origin)
        return [Happening(self.day, kind, now.agency, now.id, *cells, place)] if cells else []


def tell_row(event: Event) -> str:
    """The day, with its time, and the words of a row."""
    return f"{name_moment(event.when)}: {event.text}"


def name_kind(was: When, now: When) -> HappeningKind:
    """What became of a row whose words are as they were."""
    days = (was.first, was.last) == (now.first, now.last)
    times = (was.at, was.until) == (now.at, now.until)
    return HappeningKind.TIME if days and not times else HappeningKind.DATE


def _ends_otherwise(was: When, now: When) -> bool:
    """Whether the last day, or the time at which it ended, is another: no id tells of these."""
    days = was.first, was.last, now.first, now.last
    return None not in days and (was.last, was.until) != (now.last, now.until)


def _name_cells(case: Case) -> dict[str, str]:
    """The headings of the columns in which an agency tells more than a day and a text."""
    told = {*WORD_KEYS} - {"text"}
    return {one.key: one.heading for one in list_columns(case) if one.key in told}


def _compare_cells(was: Event, now: Event, headings: Mapping[str, str]) -> tuple[str, str] | None:
    """The cells that tell otherwise, by their headings, as they were and as they are."""
    before, after = (_list_cells(one, headings) for one in (was, now))
    changed = [
        heading
        for heading in dict.fromkeys((*before, *after))
        if (was_cell := before.get(heading, "")) != (now_cell := after.get(heading, ""))
        and fold(was_cell) != fold(now_cell)
        and not was_cell.endswith(CUT_MARK.strip())
    ]
    if not changed:
        return None
    was_told, now_told = (
        "\n".join(f"{heading}: {cells.get(heading) or _EMPTY}" for heading in changed)
        for cells in (before, after)
    )
    return was_told, now_told


def _list_cells(event: Event, headings: Mapping[str, str]) -> dict[str, str]:
    record = tell_record(event)
    other = split_other(str(record["other"]))  # as it is read back from the sheet
    return {heading: str(record[key]) for key, heading in headings.items()} | other


def _key(event: Event) -> tuple[object, ...]:
    when = event.when
    return when.first, when.last, when.at, fold(event.text)


def keep_most(happenings: Sequence[Happening]) -> Iterator[Happening]:
    """The first ones of each agency, and how many more there are."""
    by_agency = defaultdict[str, list[Happening]](list)
    for one in happenings:
        by_agency[one.agency].append(one)
    for some in by_agency.values():
        yield from some[:_MOST]
        if len(some) > _MOST:
            left = f"and {len(some) - _MOST:,} more"
            yield replace(some[0], event="", before="", after="", remark=left)

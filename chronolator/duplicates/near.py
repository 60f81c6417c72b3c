"""Rows of one day that are one row told twice, although not the same word for word."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from chronolator.duplicates.cells import contradict
from chronolator.duplicates.likeness import TEXT, Likeness, liken_texts
from chronolator.duplicates.repeated import describe_differences, find_day, rank_rows, tell_day
from chronolator.duplicates.subjects import Subjects
from chronolator.duplicates.wording import Wording
from chronolator.model import Duplicate, DuplicateKind, Event
from chronolator.words.fold import fold

_Bag = frozenset[str]


def find_near(events: Sequence[Event], wording: Wording, subjects: Subjects) -> list[Duplicate]:
    """The rows that repeat another of their agency and day in nearly the same words, each with that
    row, in the order of agencies and days.

    Enough words of a row's own must be shared, and nothing may tell against it: see
    `DuplicateRules`. The row with the longer text is kept, then the fuller, then the first by file
    and row. No row repeats one that is itself a repetition. The order of the rows does not matter,
    and each row is compared with rows of its day alone that share a word of its own with it.
    """
    by_agency: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if not event.own and event.text.strip():
            by_agency[fold(event.agency)].append(event)
    found: list[Duplicate] = []
    for _, rows in sorted(by_agency.items()):
        found += _find_in_agency(rows, wording, subjects)
    return found


def _find_in_agency(
    rows: Sequence[Event], wording: Wording, subjects: Subjects
) -> Iterator[Duplicate]:
    days: defaultdict[object, list[Event]] = defaultdict(list)
    for row in rows:
        days[find_day(row)].append(row)
    if all(len(day) == 1 for day in days.values()):
        return
    bags = {row.id: frozenset(fold(row.text).split()) for row in rows}
    enough = wording.rules.enough
    told = Counter(
        word for day in days.values() for word in set().union(*(bags[row.id] for row in day))
    )
    most = max(enough.often_days, enough.often * len(days))

    def is_own(word: str) -> bool:
        return told[word] <= most and wording.may_be_own(word)

    for _, day in sorted(days.items(), key=lambda item: str(item[0])):
        if len(day) > 1:
            yield from _find_in_day(day, bags, is_own, wording, subjects)


def _find_in_day(
    day: Sequence[Event],
    bags: dict[str, _Bag],
    is_own: Callable[[str], bool],
    wording: Wording,
    subjects: Subjects,
) -> Iterator[Duplicate]:
    likely = _list_likely(day, bags, wording)
    ranked = rank_rows([row for row in day if likely[row.id]], ())
    ranked.sort(key=lambda row: len(wording.read(row.text)), reverse=True)
    kept: dict[str, Event] = {}
    for row in ranked:
        matches: list[tuple[int, Event, Likeness]] = []
        for one in (kept[name] for name in likely[row.id] if name in kept):
            if subjects.are_others(one, row) or contradict(one, row, wording):
                continue
            likeness = liken_texts(one, row, wording, is_own)
            if likeness is not None:
                matches.append((-likeness.shared, one, likeness))
        if not matches:
            kept[row.id] = row
            continue
        _, one, likeness = min(matches, key=lambda match: (match[0], match[1].origin))
        yield _mark(one, row, likeness)


def _list_likely(
    day: Sequence[Event],
    bags: dict[str, _Bag],
    wording: Wording,
) -> dict[str, set[str]]:
    """By the id of each row, those that share a word of its own with it, and such a share of the
    words of the shorter one as may be enough; a word that many of them hold brings none together.
    """
    enough = wording.rules.enough
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for row in day:
        for word in bags[row.id]:
            if wording.may_be_own(word):
                holders[word].append(row.id)
    likely: dict[str, set[str]] = {row.id: set() for row in day}
    for names in holders.values():
        if len(names) <= enough.crowd:
            for one, other in combinations(names, 2):
                least = enough.beside * min(len(bags[one]), len(bags[other]))
                if other not in likely[one] and len(bags[one] & bags[other]) >= least:
                    likely[one].add(other)
                    likely[other].add(one)
    return likely


def _mark(kept: Event, other: Event, likeness: Likeness) -> Duplicate:
    differs = (*likeness.differs, *describe_differences(kept, other))
    when, also = kept.when, other.when
    written = fold(when.written) != fold(also.written) and when.at == also.at
    if written:
        differs = (*differs, f"date: {also.written}")
    if not differs:
        differs = (f"{TEXT}in other signs",)
    ground = f"{tell_day(kept, other)}; {likeness.ground}"
    return Duplicate(kept.id, other, DuplicateKind.NEAR, differs, ground)

"""Rows of two versions of one return: which is which."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from rapidfuzz import fuzz

from chronolator.model import Event, VersionRules
from chronolator.words.fold import fold

_WHO_AND_HOW = ("contact_type", "author", "people", "place", "reference")
"""What a correction of the words leaves as it was."""
_CROWD = 40
"""Of more rows a day, the likest are not looked for one by one."""
_Key = Hashable
Pair = tuple[Event, Event]


def count_alike(
    fewer: Sequence[Event], more: Sequence[Event], rules: VersionRules
) -> tuple[int, int]:
    """How many of the fewer rows stand among the others: as they are, and corrected or not."""
    both = Counter(map(_key_of_row, fewer)) & Counter(map(_key_of_row, more))
    settled = {one.id for group in (fewer, more) for one in _take(group, both.copy())}
    return both.total(), both.total() + len(pair_rows(fewer, more, settled, rules))


def pair_rows(
    earlier: Sequence[Event],
    later: Sequence[Event],
    settled: Collection[str],
    rules: VersionRules,
) -> list[Pair]:
    """Each row of the earlier version that stands corrected in the later one, with that row; none
    of the `settled`, which are given by their ids.

    By its words, which stand in each once, on another day; else of the rows left of its day the
    only one about the same kind of contact by the same people; else by the likest words, of the
    same day or of one near it, and liker than any other's. A row is paired once.
    """
    pairs: list[Pair] = []
    # Words that come often, such as "no reply", tell no row by themselves: they are looked for in
    # all rows, a contact of one day among those that are left.
    for key, among_all in ((_key_of_words, True), (_key_of_contact, False)):
        taken = _list_taken(pairs, settled)
        left_out = set() if among_all else taken
        before, after = (_list_unique(group, key, left_out) for group in (earlier, later))
        pairs += [
            (before[told], after[told])
            for told in before
            if told in after and not {before[told].id, after[told].id} & taken
        ]
    taken = _list_taken(pairs, settled)
    left = [[one for one in group if one.id not in taken] for group in (earlier, later)]
    often = {
        words
        for group in (earlier, later)
        for words, count in Counter(map(_key_of_words, group)).items()
        if count > 1
    }
    return pairs + list(_pair_likest(left[0], left[1], often, rules))


def _take(events: Iterable[Event], keys: Counter[_Key]) -> Iterator[Event]:
    """The events with these keys, as many of each as are counted."""
    for event in events:
        key = _key_of_row(event)
        if keys[key] > 0:
            keys[key] -= 1
            yield event


def _list_taken(pairs: Iterable[Pair], settled: Collection[str]) -> set[str]:
    return {event.id for pair in pairs for event in pair} | set(settled)


def _list_unique(
    events: Iterable[Event], key: Callable[[Event], _Key | None], left_out: set[str]
) -> dict[_Key, Event]:
    """The events that alone have their key."""
    groups: defaultdict[_Key, list[Event]] = defaultdict(list)
    for event in events:
        told = key(event)
        if told is not None and event.id not in left_out:
            groups[told].append(event)
    return {told: members[0] for told, members in groups.items() if len(members) == 1}


def _key_of_row(event: Event) -> _Key:
    when = event.when
    return when.first, when.last, fold(event.text)


def _key_of_words(event: Event) -> _Key | None:
    return fold(event.text) or None


def _key_of_contact(event: Event) -> _Key | None:
    """The day, the time and by whom; None where a row says too little to be told by it."""
    when = event.when
    about = tuple(fold(getattr(event, name)) for name in _WHO_AND_HOW)
    if when.first is None or not fold(event.contact_type):
        return None
    return (when.first, when.last, when.at, about)


def _pair_likest(
    earlier: list[Event], later: list[Event], often: Collection[_Key], rules: VersionRules
) -> Iterator[Pair]:
    by_day: defaultdict[date | None, list[Event]] = defaultdict(list)
    for event in later:
        by_day[event.when.first].append(event)
    drafts = Counter(event.when.first for event in earlier)
    folded = {event.id: fold(event.text) for event in (*earlier, *later)}
    told: list[tuple[float, Event, Event]] = []
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for draft in earlier:
        for final in _list_near(draft, by_day, rules):
            day = final.when.first
            same = day == draft.when.first
            if not same and folded[final.id] in often:
                continue
            alone = same and drafts[day] == len(by_day[day]) == 1
            least = rules.alone if alone else rules.near if same else rules.likest
            likeness = _liken(folded[draft.id], folded[final.id], least)
            if likeness >= least:
                # A row of the same day is meant before one of another.
                score = likeness + (rules.margin if same else 0)
                told.append((score, draft, final))
                scores[draft.id].append(score)
                scores[final.id].append(score)
    for score, draft, final in told:
        if all(_is_best(score, scores[event.id], rules) for event in (draft, final)):
            yield draft, final


def _is_best(score: float, scores: list[float], rules: VersionRules) -> bool:
    """True where no other of the scores comes near."""
    return sum(one > score - rules.margin for one in scores) == 1


def _list_near(
    draft: Event, by_day: dict[date | None, list[Event]], rules: VersionRules
) -> Iterator[Event]:
    day = draft.when.first
    near: list[date | None] = [day]
    if day is not None:
        steps = range(-rules.days, rules.days + 1)
        near += [day + timedelta(step) for step in steps if step and _is_day(day, step)]
    for other in near:
        events = by_day.get(other, ())
        if len(events) <= _CROWD:
            yield from events


def _is_day(day: date, step: int) -> bool:
    return date.min.toordinal() <= day.toordinal() + step <= date.max.toordinal()


def _liken(first: str, second: str, least: float) -> float:
    """The share of letters that stay (0 to 100) in two folded texts: 100 where one goes on from the
    other, 0 where it is less than is asked for.
    """
    if not (first and second):
        return 0
    if f" {first} " in f" {second} " or f" {second} " in f" {first} ":
        return 100
    return fuzz.ratio(first, second, score_cutoff=least)

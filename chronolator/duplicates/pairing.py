"""One agency's rows that are gone, and those that came: which is which, the surest first."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from chronolator.model import Event, FollowRules
from chronolator.words.fold import fold


@dataclass(frozen=True, slots=True)
class Pair:
    """A row that is gone, and the one that it is now. `parted`: what was one row is several now, or
    what was several is one.
    """

    old: Event
    new: Event
    parted: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its folded words, its day (of one without a day its date as written, folded), and
    the ids of the unchanged rows next to it in its return, whichever way that is sorted. `once`: no
    other row of the return has its words.
    """

    event: Event
    words: str
    day: date | str
    between: frozenset[str]
    once: bool


_Scored = tuple[float, _Row, _Row]


def pair_changed(
    before: Sequence[Event], after: Sequence[Event], stay: Collection[str], rules: FollowRules
) -> Iterator[Pair]:
    """Each row of before that stands changed among those after, with that row; one that may be this
    row or that one is left out. Those whose ids are among `stay` are as they were.

    In this order: the same words, which stand once among all rows, on any day; the same words
    within some days; between the same unchanged rows of its day; the likest words within some days;
    words that hold those of the other row. Each step goes by what the ones before it left.
    """
    gone, came = _tell_rows(before, stay), _tell_rows(after, stay)
    paired: list[tuple[_Row, _Row]] = []
    for score in (_score_once, _score_again, _score_between, _score_likest):
        found = list(_take_best(list(score(gone, came, rules)), rules.margin))
        paired += found
        taken = {row.event.id for pair in found for row in pair}
        gone = [row for row in gone if row.event.id not in taken]
        came = [row for row in came if row.event.id not in taken]
    yield from (Pair(old.event, new.event) for old, new in paired)
    yield from _pair_parts(gone, [*came, *(new for _, new in paired)], rules)


def are_near(one: Event, other: Event, days: int) -> bool:
    """True where at most so many days lie between them, or their dates are written alike."""
    day, also = _find_day(one), _find_day(other)
    if isinstance(day, date) and isinstance(also, date):
        return abs((day - also).days) <= days
    return day == also


def _tell_rows(rows: Sequence[Event], stay: Collection[str]) -> list[_Row]:
    """The rows that do not stay, with those that do next to them."""
    ordered = sorted(rows, key=lambda row: (row.origin, row.id))
    words = [fold(row.text) for row in ordered]
    counted = Counter(words)
    kept = [row.id if row.id in stay else "" for row in ordered]
    above, below = _carry_on(kept), _carry_on(kept[::-1])[::-1]
    return [
        _Row(row, told, _find_day(row), frozenset(next_to), once=counted[told] == 1)
        for row, told, *next_to in zip(ordered, words, above, below, strict=True)
        if row.id not in stay
    ]


def _find_day(row: Event) -> date | str:
    return row.when.known_day or fold(row.when.written)


def _carry_on(ids: Sequence[str]) -> list[str]:
    """For each place the last id before it, "" where none is."""
    last, told = "", []
    for one in ids:
        told.append(last)
        last = one or last
    return told


def _score_once(
    gone: Iterable[_Row], came: Iterable[_Row], rules: FollowRules
) -> Iterator[_Scored]:
    alike = _match_words(gone, came)
    return ((rules.margin, old, new) for old, new in alike if old.once and new.once)


def _score_again(
    gone: Iterable[_Row], came: Iterable[_Row], rules: FollowRules
) -> Iterator[_Scored]:
    for old, new in _match_words(gone, came):
        apart = _count_days(old, new)
        if apart is not None and apart <= rules.days:
            yield rules.margin * _count_common(old, new) - apart, old, new


def _score_between(
    gone: Iterable[_Row], came: Iterable[_Row], rules: FollowRules
) -> Iterator[_Scored]:
    for old, new in _match_days(gone, came, 0):
        if _have_neighbours(old, new):
            likeness = _liken_sorted(old.words, new.words)
            if likeness >= rules.between:
                yield likeness, old, new


def _score_likest(
    gone: Iterable[_Row], came: Iterable[_Row], rules: FollowRules
) -> Iterator[_Scored]:
    for old, new in _match_days(gone, came, rules.days):
        least = rules.moment if _are_of_one_moment(old.event, new.event) else rules.likest
        likeness = fuzz.ratio(old.words, new.words, score_cutoff=least)
        if likeness and old.words:
            yield likeness + rules.margin * _count_common(old, new), old, new


def _take_best(scored: list[_Scored], margin: float) -> Iterator[tuple[_Row, _Row]]:
    """The pairs that are better by the margin than any other of their two rows; then, without those
    rows, again.
    """
    while scored:
        scores: defaultdict[str, list[float]] = defaultdict(list)
        for score, old, new in scored:
            scores[old.event.id].append(score)
            scores[new.event.id].append(score)
        best = [
            (old, new)
            for score, old, new in scored
            if all(
                sum(one > score - margin for one in scores[row.event.id]) == 1 for row in (old, new)
            )
        ]
        if not best:
            return
        yield from best
        taken = {row.event.id for pair in best for row in pair}
        scored = [one for one in scored if not {one[1].event.id, one[2].event.id} & taken]


def _pair_parts(gone: Iterable[_Row], now: Sequence[_Row], rules: FollowRules) -> Iterator[Pair]:
    """The rows whose words stand in one of several rows now, or with those of another in one: of
    several parts the longest.
    """
    parts: defaultdict[str, list[_Scored]] = defaultdict(list)
    for old, new in _match_days(gone, now, rules.days):
        fewer, more = sorted((old.words, new.words), key=len)
        enough = old.day == new.day or len(fewer.split()) >= rules.words
        told = fewer and fewer != more  # of rows alike, which came and which went cannot be told
        if told and enough and fuzz.partial_ratio(fewer, more) >= rules.held:
            parts[old.event.id].append((len(fewer) + _count_common(old, new), old, new))
    for scored in parts.values():
        most, old, best = max(scored, key=lambda one: one[0])
        if not any(
            score == most or fuzz.ratio(best.words, other.words) >= rules.likest
            for score, _, other in scored
            if other is not best
        ):
            yield Pair(old.event, best.event, parted=True)


def _match_words(gone: Iterable[_Row], came: Iterable[_Row]) -> Iterator[tuple[_Row, _Row]]:
    by_words = defaultdict(list)
    for new in came:
        by_words[new.words].append(new)
    return ((old, new) for old in gone if old.words for new in by_words[old.words])


def _match_days(
    gone: Iterable[_Row], came: Iterable[_Row], days: int
) -> Iterator[tuple[_Row, _Row]]:
    """The rows with each that came of their day, and of so many days before and after it."""
    by_day: defaultdict[int | str, list[_Row]] = defaultdict(list)
    for new in came:
        by_day[_number(new)].append(new)
    for old in gone:
        day = _number(old)
        near = range(day - days, day + days + 1) if isinstance(day, int) else (day,)
        yield from ((old, new) for one in near if one in by_day for new in by_day[one])


def _number(row: _Row) -> int | str:
    return row.day.toordinal() if isinstance(row.day, date) else row.day


def _count_days(old: _Row, new: _Row) -> int | None:
    """How many days lie between them; None where one has no day, and they are not written alike."""
    if isinstance(old.day, date) and isinstance(new.day, date):
        return abs((old.day - new.day).days)
    return 0 if old.day == new.day else None


def _count_common(old: _Row, new: _Row) -> int:
    """What they have in common besides their words: the day, the time, the rows next to them."""
    at = old.event.when.at
    timed = at is not None and at == new.event.when.at
    return (old.day == new.day) + timed + _have_neighbours(old, new)


def _have_neighbours(old: _Row, new: _Row) -> bool:
    return old.between == new.between and any(old.between)


def _are_of_one_moment(old: Event, new: Event) -> bool:
    """True where day and time are the same, or the number under which the agency keeps the row."""
    was, now = old.when, new.when
    if was.at is not None and (was.first, was.at) == (now.first, now.at):
        return True
    return bool(old.reference) and fold(old.reference) == fold(new.reference)


def _liken_sorted(one: str, other: str) -> float:
    """The share of letters that stay (0 to 100), wherever in the row its words stand."""
    return fuzz.token_sort_ratio(one, other) if one and other else 0

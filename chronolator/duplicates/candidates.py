"""Rows that may be meant by a note whose row is gone, for the author to choose from."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz

from chronolator.model import Event, FollowRules
from chronolator.words.fold import fold


class Candidates:
    """Finds among the events those that a row of an earlier workbook may be now."""

    def __init__(self, events: Iterable[Event], rules: FollowRules) -> None:
        self._rules = rules
        self._by_day: defaultdict[int, list[Event]] = defaultdict(list)
        self._by_words: defaultdict[str, list[Event]] = defaultdict(list)
        for event in events:
            if event.own:
                continue
            self._by_words[fold(event.text)].append(event)
            if event.when.first is not None:
                self._by_day[event.when.first.toordinal()].append(event)

    def find(self, row: Event) -> tuple[str, ...]:
        """The ids of the likeliest, the likeliest first: rows of its agency (of any, where that has
        none) that have its words, or stand near its day.
        """
        words, day = fold(row.text), row.when.first
        near = list(self._by_words.get(words, ())) if words else []
        if day is not None:
            steps = range(-self._rules.offered_days, self._rules.offered_days + 1)
            near += [
                event for step in steps for event in self._by_day.get(day.toordinal() + step, ())
            ]
        agency = fold(row.agency)
        own = [event for event in near if fold(event.agency) == agency] or near
        unlike = {
            event.id: (-fuzz.token_sort_ratio(words, fold(event.text)), _count_days(row, event))
            for event in own
        }
        return tuple(sorted(unlike, key=lambda one: (unlike[one], one))[: self._rules.candidates])


def _count_days(row: Event, event: Event) -> int:
    if row.when.first is None or event.when.first is None:
        return 0
    return abs((row.when.first - event.when.first).days)

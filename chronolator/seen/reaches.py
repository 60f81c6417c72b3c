"""Which cues reach which phrase of a text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from chronolator.model import Cue, Means, Reach
from chronolator.seen.nets import Span
from chronolator.words.clauses import Word

_BOTH_WAYS = frozenset({Reach.CLAUSE_BOTH, Reach.SENTENCE_BOTH})
_IN_CLAUSE = frozenset({Reach.CLAUSE, Reach.CLAUSE_BOTH})
_AT_A_DISTANCE = frozenset({Means.REMOTE, Means.VIDEO, Means.MEETING})


class Reaches:
    """The cues of a text, laid out so that a long text takes no longer for each phrase.

    A cue that reaches forward from within the words of a phrase is part of the phrase.
    """

    def __init__(self, words: Sequence[Word], cues: Iterable[tuple[Cue, Span]]) -> None:
        self._words = words
        self._forward: dict[tuple[bool, int], dict[Means, int]] = defaultdict(dict)
        self._both: dict[tuple[bool, int], dict[Means, int]] = defaultdict(dict)
        self._negated: dict[tuple[bool, int], list[int]] = defaultdict(list)
        self._row: dict[Means, list[int]] = defaultdict(list)
        there = self._row[Means.IN_PERSON]
        for cue, match in cues:
            means, reach, first = cue.means, cue.reach, match.first
            if reach is Reach.ROW and not (there and means in _AT_A_DISTANCE):
                self._row[means].append(first)
                continue
            in_clause = reach in _IN_CLAUSE
            place = in_clause, words[first].clause if in_clause else words[first].sentence
            if means is Means.NEGATED:
                self._negated[place].append(first)
            elif reach in _BOTH_WAYS:
                self._both[place].setdefault(means, first)
            else:
                self._forward[place].setdefault(means, first)

    def find(self, match: Span, *, spoken: bool) -> tuple[set[Means], bool]:
        """The meanings that reach the match, and whether they turn it into its contrary.

        What stands behind words of speech is what was said, and does not reach them.
        """
        words = self._words
        first, last = words[match.first], words[match.last - 1]
        reached: set[Means] = set()
        negations = 0
        for place in {(True, first.clause), (True, last.clause), (False, last.sentence)}:
            for means, at in self._both.get(place, {}).items():
                if at < match.last or not spoken or means is Means.TODAY:
                    reached.add(means)
            for means, at in self._forward.get(place, {}).items():
                if at < match.first:
                    reached.add(means)
            if place in self._negated:
                negations += bisect_left(self._negated[place], match.first)
        arrivals = self._row[Means.IN_PERSON]
        arrived = bisect_left(arrivals, match.last)
        there = arrivals[arrived - 1] if arrived else -1
        for means, at_all in self._row.items():
            before = bisect_left(at_all, match.first)
            if before and (at_all[before - 1] >= there or means not in _AT_A_DISTANCE):
                reached.add(means)
        return reached, negations % 2 == 1

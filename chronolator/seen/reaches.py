"""Which cues reach which phrase of a text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from chronolator.model import Cue, Means, Reach
from chronolator.seen.nets import Span
from chronolator.words.word import Word

_BOTH_WAYS = frozenset({Reach.CLAUSE_BOTH, Reach.SENTENCE_BOTH, Reach.SENTENCE_AND_ROW})
_ROW = frozenset({Reach.ROW, Reach.SENTENCE_AND_ROW})
_IN_CLAUSE = frozenset({Reach.CLAUSE, Reach.CLAUSE_BOTH})
AT_A_DISTANCE = frozenset({Means.REMOTE, Means.VIDEO, Means.MEETING})
"""What a contact is at which nobody was in a room with the child, unless it is said."""
_UNTIL_ARRIVAL = AT_A_DISTANCE | {Means.HEARSAY}
"""What reaches over a row until somebody of the agency is there: "neighbour rang; visited"."""
_NOT_NOW = frozenset({Means.PLANNED, Means.CONDITIONAL, Means.EARLIER})
_LATER = frozenset({Means.TODAY})
"""What may stand behind what was said and reach it all the same."""


class Reaches:
    """The cues of a text, laid out so that a long text takes no longer for each phrase.

    A cue that reaches forward from within the words of a phrase is part of the phrase; a phrase
    with which the name of a meeting begins is part of that: "attended conference". What is said in
    a clause goes on behind one of `choices`: "not spoken to or seen"; a plan behind one of `joins`
    too.
    """

    def __init__(
        self,
        words: Sequence[Word],
        cues: Iterable[tuple[Cue, Span]],
        choices: Container[str] = frozenset(),
        joins: Container[str] = frozenset(),
    ) -> None:
        self._words = words
        self._joins = joins
        self._goes_on = {
            behind.clause: before.clause
            for before, word, behind in zip(words, words[1:], words[2:], strict=False)
            if word.text in choices and before.segment == behind.segment
        }
        self._forward: dict[tuple[bool, int], dict[Means, int]] = defaultdict(dict)
        self._both: dict[tuple[bool, int], dict[Means, int]] = defaultdict(dict)
        self._negated: dict[tuple[bool, int], list[int]] = defaultdict(list)
        self._row: dict[Means, list[int]] = defaultdict(list)
        self._meetings: dict[int, int] = {}
        self._labels: dict[int, dict[Means, int]] = defaultdict(dict)
        there = self._row[Means.IN_PERSON]
        for cue, match in _leave_calls(list(cues)):
            means, reach, first = cue.means, cue.reach, match.first
            if there and means is Means.VIDEO and self._shares_clause(there[-1], first):
                there.pop()  # "visit by video call"
            if there and means is Means.MEETING and first <= there[-1] < match.last:
                there.pop()  # "attended conference"
            if reach is Reach.LABEL:
                self._labels[words[first - 1].clause][means] = first
                continue
            if reach in _ROW and not (there and means in AT_A_DISTANCE):
                self._row[means].append(first)
                if means is Means.MEETING:
                    self._meetings[first] = match.last
                if reach is Reach.ROW:
                    continue
            in_clause = reach in _IN_CLAUSE
            place = in_clause, words[first].clause if in_clause else words[first].sentence
            if means is Means.NEGATED:
                self._negated[place].append(first)
            elif reach in _BOTH_WAYS:
                self._both[place].setdefault(means, first)
            else:
                self._forward[place].setdefault(means, first)

    def _find_going_on(self, match: Span) -> dict[Means, int]:
        """What is planned or past in the clause before an "and" that goes on without another
        subject: "will be seen and spoken to", "was seen on 3 May and was pale".
        """
        words, at = self._words, match.first - 1
        if (
            at < 1
            or words[at].text not in self._joins
            or words[at].segment != words[at - 1].segment
        ):
            return {}
        place = True, words[at - 1].clause
        told = self._forward.get(place, {}) | self._both.get(place, {})
        return {means: there for means, there in told.items() if means in _NOT_NOW}

    def _find_over_row(self, match: Span) -> dict[Means, int]:
        """What reaches the match over the row, from before it; or from the name of a meeting that
        it begins.
        """
        reached: dict[Means, int] = {}
        arrivals = self._row[Means.IN_PERSON]
        arrived = bisect_left(arrivals, match.last)
        there = arrivals[arrived - 1] if arrived else -1
        for means, at_all in self._row.items():
            before = bisect_left(at_all, match.first)
            if before and (at_all[before - 1] >= there or means not in _UNTIL_ARRIVAL):
                reached[means] = at_all[before - 1]
        if reached.get(Means.SOURCE, -1) > reached.get(Means.HEARSAY, len(self._words)):
            del reached[Means.HEARSAY]  # "neighbour rang; PC rang back: seen in bed"
        if self._meetings.get(match.first, -1) > match.last:
            reached[Means.MEETING] = match.first
        return reached

    def _shares_clause(self, one: int, other: int) -> bool:
        return self._words[one].clause == self._words[other].clause

    def _is_aside(self, place: int, match: Span) -> bool:
        """True within what the match passes over: "K, who was seen last week, was out"."""
        ends = {self._words[match.first].segment, self._words[match.last - 1].segment}
        return match.first < place < match.last and self._words[place].segment not in ends

    def find(self, match: Span, *, spoken: bool, who: int = -1) -> tuple[dict[Means, int], int]:
        """The meanings that reach the match; and the "not" that turns it into its contrary, -1
        where none does. Each is told by the place of a cue's first word.

        What stands behind words of speech is what was said, and does not reach them, but for how.
        `who`: where it names of whom it speaks, who may begin with a "not": "neither of the boys",
        "saw neither of the boys".
        """
        words = self._words
        first, last = words[match.first], words[match.last - 1]
        reached: dict[Means, int] = {}
        negations, nearest = 0, -1
        clauses = {first.clause, last.clause}
        clauses |= {self._goes_on[one] for one in clauses if one in self._goes_on}
        for place in {(False, last.sentence), *((True, clause) for clause in clauses)}:
            both = self._both.get(place, {}).items()
            reached |= {
                m: at
                for m, at in both
                if (at < match.last or not spoken or m in _LATER or _joins(m, at, match))
                and not self._is_aside(at, match)
            }
            forward = self._forward.get(place, {}).items()
            reached |= {means: at for means, at in forward if at < match.first}
            if place in self._negated:
                told = self._negated[place]
                turning = [at for at in told if at < match.first or at == who]
                negations += len(turning)
                nearest = max((nearest, *turning))
        answered = {} if spoken else self._labels.get(last.clause, {})
        for means, at in answered.items():
            if means is Means.NEGATED:
                negations, nearest = negations + 1, at
            else:
                reached[means] = at
        reached |= self._find_going_on(match)
        reached |= self._find_over_row(match)
        if {Means.EARLIER, Means.THIS_TIME} <= reached.keys():
            earlier, now = reached[Means.EARLIER], reached[Means.THIS_TIME]
            if _measure(now, match) < _measure(earlier, match):
                del reached[Means.EARLIER]  # "refused last week, I was let in today"
        return reached, nearest if negations % 2 else -1


def _leave_calls(cues: Sequence[tuple[Cue, Span]]) -> Iterator[tuple[Cue, Span]]:
    """The cues without a source whose words go on to a call: "SW rang mother" tells what mother
    said.
    """
    calls = {(one.first, one.last) for cue, one in cues if cue.means is Means.REMOTE}
    for cue, one in cues:
        further = (first == one.first and last > one.last for first, last in calls)
        if cue.means is not Means.SOURCE or not any(further):
            yield cue, one


def _joins(means: Means, place: int, match: Span) -> bool:
    """True of how something was said, which stands right behind it: "told me on the phone"."""
    return means in AT_A_DISTANCE and place <= match.last + 1


def _measure(place: int, match: Span) -> int:
    """How many words the place is away from the match."""
    return max(match.first - place, place - match.last + 1, 0)

"""Which children the column that asks who was present names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from chronolator.model import Answer, Event, Evidence, Field, Kind, Question, Reason
from chronolator.seen.decide import Finding
from chronolator.seen.targets import Listener
from chronolator.words.fold import fold, holds
from chronolator.words.names import Mention

_RULE = "present-column"
_CHILDREN = frozenset({Kind.CHILD, Kind.CHILDREN, Kind.SOME_CHILD})
_NOBODY = frozenset({Kind.NAME, Kind.THING})
_CARERS = frozenset({Kind.ADULT})


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas: who is named there, and the words about them."""

    evidence: Evidence
    mentions: tuple[Mention, ...]
    rest: str
    sentence: int

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(kind for one in self.mentions for kind in one.kinds)


class Presence:
    """The rules of the column, ready to read cells."""

    def __init__(self, listener: Listener) -> None:
        """Prepare once for all cells."""
        self._listener = listener
        self._rules = listener.rules.presence
        self._plain = frozenset(self._rules.plain)

    def asks(self, heading: str) -> bool:
        """True where the heading asks who was present, of anybody."""
        told = fold(heading)
        if any(holds(told, word) for word in self._rules.other_headings):
            return False
        return any(holds(told, word) for word in self._rules.headings)

    def read(self, event: Event, whose: frozenset[int], child: int) -> list[Finding]:
        """What the row's cell tells of the child: in sight, and with whom; nothing where it does
        not name the child. `whose` are the children of whom the row is.
        """
        told: list[Finding] = []
        for start, end in self._find_cells(event):
            parts = list(self._split(event.people, start, end))
            for number, part in enumerate(parts):
                answer = self._answer(parts[number : number + 2], whose, child)
                if answer is None:
                    continue
                told.append(Finding(Question.SEEN, *answer, (part.evidence,), _RULE))
                if answer[0] is Answer.YES:
                    told += _list_carers(_list_company(parts, part))
        return told

    def _find_cells(self, event: Event) -> Iterator[tuple[int, int]]:
        """Where the cell answers what asks: all of it, or the lines that begin with a heading."""
        if event.people_heading:
            if self.asks(event.people_heading):
                yield 0, len(event.people)
            return
        start = 0
        for line in event.people.split("\n"):
            heading, colon, _ = line.partition(": ")
            if colon and self.asks(heading):
                yield start + len(heading) + len(colon), start + len(line)
            start += len(line) + 1

    def _split(self, cell: str, start: int, end: int) -> Iterator[_Part]:
        words = [w for w in self._listener.split(cell) if start <= w.start and w.end <= end]
        mentions = self._listener.people.find(words)
        for _, part in groupby(range(len(words)), key=lambda at: words[at].segment):
            places = list(part)
            inside = tuple(one for one in mentions if places[0] <= one.first <= places[-1])
            named = {at for one in inside for at in range(one.first, one.last)}
            first, last = words[places[0]].start, words[places[-1]].end
            yield _Part(
                Evidence(cell[first:last], Field.PEOPLE, first, last),
                inside,
                " ".join(fold(words[at].text) for at in places if at not in named),
                words[places[0]].sentence,
            )

    def _answer(
        self, parts: Sequence[_Part], whose: frozenset[int], child: int
    ) -> tuple[Answer, Reason] | None:
        """What the first part says of the child, with the one behind it where that names nobody:
        "K (asleep)".
        """
        there = [one for one in parts[0].mentions if not one.owner]
        named = any(child in one.children for one in there)
        children = [one for one in there if not _CHILDREN.isdisjoint(one.kinds)]
        if not named and not any(child in one.perhaps for one in children):
            return None
        about = [parts[0], *(part for part in parts[1:] if _NOBODY.issuperset(part.kinds))]
        said = fold(" ".join(part.evidence.words for part in about))
        if any(holds(said, word) for word in self._rules.absent):
            return Answer.NO, Reason.NOT_SEEN
        if any(holds(said, word) for word in self._rules.away):
            return Answer.NOT_RECORDED, Reason.VIDEO
        rest = (word for part in about for word in part.rest.split())
        understood = all(word in self._plain or word.isdigit() for word in rest)
        if understood and (named or whose == frozenset({child})):
            return Answer.YES, Reason.COLUMN
        return Answer.UNCLEAR, Reason.DOUBT


def _list_company(parts: Sequence[_Part], part: _Part) -> list[_Part]:
    """Who was there with whom the part names: "K, DSL; W, mother" tells of two places."""
    beside = [one for one in parts if one.sentence == part.sentence]
    return beside if len(beside) > 1 else list(parts)


def _list_carers(parts: Sequence[_Part]) -> Iterator[Finding]:
    for part in parts:
        if any(_CARERS.issuperset(one.kinds) and not one.owner for one in part.mentions):
            answer = Answer.NO, Reason.WITH_CARER, (part.evidence,), _RULE
            yield Finding(Question.ALONE, *answer, implied=True)

"""Which children the column that asks who was present names."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from chronolator.model import Answer, Event, Evidence, Field, Kind, Question, Reason
from chronolator.seen.decide import Finding
from chronolator.seen.pieces import Piece, split_cell
from chronolator.seen.targets import Listener
from chronolator.words.fold import fold, holds_any, match_any
from chronolator.words.mention import NOBODY, Mention

PRESENT = "present-column"
"""The rule by which the column that asks who was present answers."""
_CHILDREN = frozenset({Kind.CHILD, Kind.CHILDREN, Kind.SOME_CHILD})
_CARERS = frozenset({Kind.ADULT})


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas: who is named there, and the words about them."""

    evidence: Evidence
    mentions: tuple[Mention, ...]
    rest: str
    sentence: int


class Presence:
    """The rules of the column, ready to read cells."""

    def __init__(self, listener: Listener) -> None:
        """Prepare once for all cells."""
        self._listener = listener
        self._rules = listener.rules.presence
        self._plain = match_any(sorted(self._rules.plain, key=len, reverse=True))
        cells = listener.rules.cells
        self._marks = (*cells.ticked, *cells.crossed, *cells.empty, "?", ":")

    def asks(self, heading: str) -> bool:
        """True where the heading asks who was present, of anybody."""
        told = fold(heading)
        if told in self._rules.headings:
            return True
        if holds_any(told, self._rules.other_headings):
            return False
        return holds_any(told, self._rules.headings)

    def asks_for_company(self, heading: str) -> bool:
        """True where the heading asks with whom the child was."""
        told = fold(heading)
        return told in self._rules.company_alone or holds_any(told, self._rules.company)

    def _tells_of_some(self, heading: str) -> bool:
        return self.asks(heading) or self.asks_for_company(heading)

    def is_at_a_distance(self, event: Event) -> bool:
        """True where the cell tells of a telephone or a screen, and of nobody who was in a room:
        "(phone)", "mother (telephone)".
        """
        parts = [
            part
            for start, end in self._find_cells(event, self.asks)
            for part in self._split(event, start, end, NOBODY)
        ]
        told = [holds_any(fold(part.evidence.words), self._rules.away) for part in parts]
        named = [bool(part.mentions) for part in parts]
        return any(told) and sum(named) <= sum(told)

    def read(self, event: Event, whose: frozenset[int], child: int) -> list[Finding]:
        """What the row's cell tells of the child: in sight, and with whom; nothing where it does
        not name the child. `whose` are the children of whom the row is.

        A word of absence or distance beside the child counts for it; elsewhere in the cell it may
        be meant for all, and makes what is told unclear.
        """
        told: list[Finding] = []
        for start, end in self._find_cells(event, self.asks):
            parts = list(self._split(event, start, end, whose))
            for number, part in enumerate(parts):
                answer = self._answer(event.people[:end], parts, number, whose, child)
                if answer is None:
                    continue
                told.append(Finding(Question.SEEN, *answer, (part.evidence,), PRESENT))
                if answer[0] is Answer.YES:
                    there = _list_company(parts, part)
                    company = list(_list_carers([p for p in there if not self._tells_alone(p)]))
                    told += company or self._list_alone(parts)
        return told

    def find_company(self, event: Event) -> list[Finding]:
        """What the row's cell tells of adults of the family who were there, whoever was seen: any
        child who was, was with them.
        """
        cells = [
            list(self._split(event, start, end, NOBODY))
            for start, end in self._find_cells(event, self._tells_of_some)
        ]
        carers = [
            one
            for parts in cells
            for one in _list_carers(
                [part for part in parts if self._is_there(event.people, parts, part)]
            )
        ]
        alone = (one for parts in cells for one in self._list_alone(parts))
        return carers or [*alone, *self._find_nobody(event)]

    def _find_nobody(self, event: Event) -> Iterator[Finding]:
        """What says that nobody came with the child: "Accompanied by: Nil"."""
        for start, end in self._find_cells(event, self.asks_for_company):
            if fold(event.people[start:end]) in self._rules.nobody_alone:
                words = Evidence(event.people[start:end], Field.PEOPLE, start, end)
                yield Finding(Question.ALONE, Answer.YES, Reason.ON_OWN, (words,), PRESENT)

    def _list_alone(self, parts: Sequence[_Part]) -> list[Finding]:
        """What says that nobody of the family was with the child: "K only", "no adults"."""
        return [
            Finding(Question.ALONE, Answer.YES, Reason.ON_OWN, (part.evidence,), PRESENT)
            for part in parts
            if self._tells_alone(part)
        ]

    def _tells_alone(self, part: _Part) -> bool:
        """True for "K only", "then alone"; not for "mother only"."""
        others = any(Kind.ADULT in one.kinds and one.children == NOBODY for one in part.mentions)
        said = fold(part.evidence.words)
        return holds_any(said, self._rules.nobody) or (
            not others and holds_any(part.rest, self._rules.alone)
        )

    def _is_there(self, cell: str, parts: Sequence[_Part], part: _Part) -> bool:
        """False where the part, or a remark behind it, tells of absence or distance."""
        about = [part]
        behind = parts[parts.index(part) + 1 :]
        if behind and (not behind[0].mentions or _is_remark(cell, part, behind[0])):
            about.append(behind[0])
        return not holds_any(_tell(about), (*self._rules.absent, *self._rules.away))

    def _find_cells(self, event: Event, asks: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
        """Where the cell answers what asks: all of it, or the lines that begin with a heading."""
        if event.people_heading:
            if asks(event.people_heading):
                yield 0, len(event.people)
            return
        start = 0
        for line in event.people.split("\n"):
            heading, colon, _ = line.partition(": ")
            if colon and asks(heading):
                yield start + len(heading) + len(colon), start + len(line)
            start += len(line) + 1

    def _split(self, event: Event, start: int, end: int, whose: frozenset[int]) -> Iterator[_Part]:
        cell, day = event.people, event.when.known_day
        for piece in split_cell(self._listener, cell, start, end, whose, day):
            first, last = piece.start, piece.end
            mentions = piece.mentions or self._find_letter(piece, cell)
            if len(piece.places) == 1 and last - first == 1 and cell[:first].endswith("("):
                mentions = ()  # "SW (J)"
            people = [one for one in mentions if Kind.THING not in one.kinds]
            yield _Part(
                Evidence(cell[first:last], Field.PEOPLE, first, last),
                mentions,
                piece.tell_without(people),
                piece.sentence,
            )

    def _find_letter(self, piece: Piece, cell: str) -> tuple[Mention, ...]:
        """The child for whom a letter stands in a list: "G, D, M"; a "Y" alone is an answer, and
        in "SW (R)" it is the worker's.
        """
        alone = cell[piece.start : piece.end] == cell.strip()
        if len(piece.places) > 1 or alone or cell[: piece.start].endswith("("):
            return ()
        child = self._listener.people.find_letter(piece.words, piece.places[0])
        return (child,) if child else ()

    def _answer(
        self,
        cell: str,
        parts: Sequence[_Part],
        number: int,
        whose: frozenset[int],
        child: int,
    ) -> tuple[Answer, Reason] | None:
        """What the part says of the child, with a remark behind it: "K (asleep)"."""
        part = parts[number]
        there = [one for one in part.mentions if not one.owner]
        named = any(child in one.children for one in there)
        children = [one for one in there if not _CHILDREN.isdisjoint(one.kinds)]
        if not named and not any(child in one.perhaps for one in children):
            return None
        about = [part]
        if number + 1 < len(parts) and _is_remark(cell, part, parts[number + 1]):
            about.append(parts[number + 1])
        said = _tell(about)
        if holds_any(said, self._rules.absent):
            return Answer.NO, Reason.NOT_SEEN
        if holds_any(said, self._rules.away):
            return Answer.NOT_RECORDED, Reason.VIDEO
        rest = [
            one
            for one in parts
            if one not in about and not self._tells_alone(one) and not _is_of_adults(one)
        ]
        elsewhere = _tell(rest)
        doubted = (
            holds_any(elsewhere, (*self._rules.absent, *self._rules.away))
            or any(mark in cell[parts[0].evidence.start :] for mark in self._marks)
            or self._is_anothers(part, child)
            or any(not word.isdigit() for word in self._leave_plain(part.rest))
            or bool(self._leave_plain(_tell(about[1:])))
        )
        if doubted or not (named or whose == frozenset({child})):
            return Answer.UNCLEAR, Reason.DOUBT
        return Answer.YES, Reason.COLUMN

    def _leave_plain(self, told: str) -> list[str]:
        """The words that say more than that somebody was there."""
        return self._plain.sub(" ", told).split()

    def _is_anothers(self, part: _Part, child: int) -> bool:
        """True for "Wren's mum", who is not Wren; not for "Wren in mum's arms"."""
        owned = any(one.owner and child not in one.children for one in part.mentions)
        return owned and frozenset(self._rules.held).isdisjoint(part.rest.split())


def _is_of_adults(part: _Part) -> bool:
    """True for "Mr Hill not there", which says nothing of a child."""
    people = [one for one in part.mentions if Kind.THING not in one.kinds]
    return bool(people) and all(_CARERS.issuperset(one.kinds) for one in people)


def _tell(parts: Sequence[_Part]) -> str:
    return fold(" ".join(part.evidence.words for part in parts))


def _is_remark(cell: str, part: _Part, behind: _Part) -> bool:
    """True for what stands in brackets or behind a dash, not for another of the list, or somebody
    with whom the next sentence begins.
    """
    between = cell[part.evidence.end : behind.evidence.start]
    begins = "." in between and bool(behind.mentions)
    return not begins and all(mark not in between for mark in ",\n;")


def _list_company(parts: Sequence[_Part], part: _Part) -> list[_Part]:
    """Who was there with whom the part names: "K, DSL; W, mother" tells of two places."""
    beside = [one for one in parts if one.sentence == part.sentence]
    return beside if len(beside) > 1 else list(parts)


def _list_carers(parts: Sequence[_Part]) -> Iterator[Finding]:
    for part in parts:
        if any(_CARERS.issuperset(one.kinds) and not one.owner for one in part.mentions):
            answer = Answer.NO, Reason.WITH_CARER, (part.evidence,), PRESENT
            yield Finding(Question.ALONE, *answer, implied=True)

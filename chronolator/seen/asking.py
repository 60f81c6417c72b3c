"""What the columns that ask answer for each child of a row, and how that meets its own words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronolator.model import Answer, Case, Event, Kind, Means, Question, Reason
from chronolator.seen.ages import is_unborn, is_younger
from chronolator.seen.cell_dates import leave_other_days
from chronolator.seen.cells_heard import hear_seen, hear_views, join_columns
from chronolator.seen.columns import Cells
from chronolator.seen.decide import Finding
from chronolator.seen.heard import How
from chronolator.seen.observed import Row
from chronolator.seen.parts import STRENGTH
from chronolator.seen.present import Presence
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.targets import Listener
from chronolator.seen.told import FIELDS, Told, answers_for_others
from chronolator.seen.unnamed import is_of_others, leave_out, leave_to_others, says_yes
from chronolator.seen.whose import Whence
from chronolator.words.fold import fold
from chronolator.words.mention import NOBODY

_SOMEBODY = (Kind.NAME,)
_ADULT = (Kind.ADULT,)
_PAIR = 2


class Columns:
    """The columns that ask about the children of a case, and that of who was present."""

    def __init__(self, listener: Listener, case: Case) -> None:
        """Prepare once for all rows."""
        self._listener = listener
        self._cells = Cells(listener)
        self._presence = Presence(listener)
        self._children = case.children
        self._both = frozenset(listener.rules.people.both)
        self._placed = frozenset(listener.rules.cells.placed)
        self._everyone = frozenset(range(len(case.children)))

    def read(self, event: Event) -> dict[Question, list[Told]]:
        """What the cells of the row answer."""
        told = {
            question: leave_other_days(
                self._cells.read(cell, question, event.when.known_day),
                cell,
                event.when,
            )
            for question, field in FIELDS.items()
            if (cell := getattr(event, field))
        }
        if not event.seen_alone and (company := self._cells.read_company(event.child_seen)):
            told[Question.ALONE] = company
        return told

    def read_letters(
        self, row: Row, told: dict[Question, list[Told]]
    ) -> dict[Question, list[Told]]:
        """What the cells answer; in the row of one child a letter that names another is an answer:
        "Y" or "Y, alone" for Wren, whose brother is Yusuf.
        """
        whose = row.whose.children
        read = dict(told)
        for question, cells in told.items():
            named = NOBODY.union(*(one.children or NOBODY for one in cells))
            if not whose or not named or not whose.isdisjoint(named):
                continue
            cell = getattr(row.event, FIELDS[question])
            letter = self._cells.read_letter(cell, question)
            if letter is not None:
                read[question] = [letter]
            elif not cell:  # who was there stands beside the answer to another question
                read[question] = [replace(one, children=None) for one in cells]
        return read

    def name_present(self, event: Event) -> frozenset[int]:
        """The one child whom the column of who was present names; nobody where it is not one."""
        if not event.people:
            return NOBODY
        named = frozenset(
            number
            for number in self._everyone
            if any(
                one.question is Question.SEEN and one.answer is Answer.YES
                for one in self._presence.read(event, NOBODY, number)
            )
        )
        return named if len(named) == 1 else NOBODY

    def is_at_a_distance(self, event: Event) -> bool:
        """True where the column of who was present tells of a telephone or a screen alone."""
        return bool(event.people) and self._presence.is_at_a_distance(event)

    def read_present(self, row: Row) -> list[list[Finding]]:
        """By child, what the column of who was present tells of it."""
        if not row.event.people:
            return [[] for _ in self._children]
        whose = row.whose.children
        company = self._presence.find_company(row.event)
        named = [self._presence.read(row.event, whose, one) for one in sorted(self._everyone)]
        return [there or list(company) for there in named]

    def ask(
        self,
        row: Row,
        told: dict[Question, list[Told]],
        there: Sequence[Sequence[Finding]],
        seen: Mapping[int, Finding],
    ) -> dict[int, dict[Question, Finding | None]]:
        """What the columns answer for each child. `told`: its cells as read, `there`: who was
        present, by child; `seen`: what the row's own words say, by child. A yes that names nobody
        is of no child of whom they say no, where they name another.
        """
        if not told and not any(there):
            return {child: dict.fromkeys(Question) for child in seen}
        present = frozenset(n for n, one in enumerate(there) if _names(one))
        told = {question: self._count_both(row, cells, present) for question, cells in told.items()}
        meant = row.titled or (row.named & present) or present or row.named
        denied = frozenset(n for n, one in seen.items() if one.answer is Answer.NO)
        if says_yes(told.get(Question.SEEN, ())):
            meant = meant - denied or meant
        sighted = frozenset(n for n, one in seen.items() if one.answer is Answer.YES)
        told_of = row.finds(*AT_A_DISTANCE) and row.finds(Means.SOURCE)
        passed_on = bool(told_of) and self._names_worker(row.event.child_seen)
        missed = any(one.reason is Reason.NOT_BROUGHT for one in seen.values())
        answers = {}
        for child in seen:
            column = {
                question: self._choose(
                    row, told.get(question, []), child, meant, told_of=bool(sighted) or missed
                )
                for question in Question
            }
            if is_of_others(child, told.get(Question.SEEN, ()), seen):
                column[Question.SEEN] = leave_to_others(column, meant, child, seen[child])
            asked = meant | _list_named(seen)
            answers[child] = self._complete(row, child, column, told, there[child], sighted, asked)
            if passed_on and (child in row.named or len(self._children) == 1):
                answers[child][Question.SEEN] = _pass_on(answers[child][Question.SEEN])
            others = answers_for_others(told.get(Question.SEEN, ()), child)
            if others and answers[child][Question.SEEN] is None:
                answers[child][Question.SEEN] = leave_out(
                    row, child, told, seen[child], self._placed
                )
        return answers

    def _find_pair(self, row: Row) -> frozenset[int]:
        """The only two whom the text or the titles name together: "twins", "the girls"."""
        people, split = self._listener.people, self._listener.split
        titled = [one for title in row.event.titles for one in people.find(split(title), row.day)]
        for mentions in (row.heard.mentions, titled):
            pairs = {one.children for one in mentions if len(one.children) == _PAIR}
            if len(pairs) == 1:
                return pairs.pop()
        return NOBODY

    def _names_worker(self, cell: str) -> bool:
        found = self._listener.people.find(self._listener.split(cell), None)
        return any(one.kinds == (Kind.PROFESSIONAL,) for one in found)

    def _count_both(self, row: Row, told: Sequence[Told], present: frozenset[int]) -> list[Told]:
        """What a cell answers, "both" being the two whose row it is, who were present, whom its
        text names, or who were born; where there are not two of them, a yes is unclear.
        """
        said = any(fold(one.words) in self._both for cell in told for one in cell.finding.evidence)
        if not said or len(self._children) < _PAIR:
            return list(told)
        born = frozenset(n for n, one in enumerate(self._children) if not is_unborn(one, row.event))
        groups = row.whose.children, present, self._find_pair(row), row.named, born
        pair = next((one for one in groups if len(one) == _PAIR), None)
        return [_pair(one, pair) if one.children is None else one for one in told]

    def _complete(
        self,
        row: Row,
        child: int,
        column: dict[Question, Finding | None],
        told: dict[Question, list[Told]],
        there: Sequence[Finding],
        shown: frozenset[int],
        meant: frozenset[int],
    ) -> dict[Question, Finding | None]:
        """The answers, with what no word of a column tells, and with who was present (`there`).
        `shown`: the children whom the row's words show; `meant`: of whom a bare answer is.
        """
        event = row.event
        if event.views and not says_yes(told.get(Question.VIEWS, ())):
            able = self._find_able(event)
            words = hear_views(self._listener, self._cells, row, child, able, shown)
            if not told.get(Question.VIEWS) or (words and words.answer is Answer.YES):
                column[Question.VIEWS] = words  # "would not talk, but drew a sad face"
        others = answers_for_others(told.get(Question.SEEN, ()), child)
        if column[Question.SEEN] is None and not others and not row.finds(*AT_A_DISTANCE):
            named = any(child in (one.children or NOBODY) for one in told.get(Question.ALONE, ()))
            sure = named or len(self._children) == 1 or child in (meant | row.whose.children)
            column[Question.SEEN] = _follow_alone(column[Question.ALONE], row, sure=sure)
        present = [one for one in there if one.question is Question.SEEN]
        if present:
            weakest = min(present, key=lambda one: STRENGTH.index(one.answer))
            column[Question.SEEN] = join_columns(weakest, column[Question.SEEN])
        if not present and self._cells.is_unread(event.child_seen, told.get(Question.SEEN)):
            column[Question.SEEN] = hear_seen(self._listener, self._cells, row, child)
        return column

    def _find_able(self, event: Event) -> frozenset[int]:
        """The children who were born, and can say something."""
        months = self._listener.rules.speechless_months
        return frozenset(
            number
            for number, child in enumerate(self._children)
            if not is_unborn(child, event) and not is_younger(child, event, months)
        )

    def _choose(
        self,
        row: Row,
        told: Sequence[Told],
        child: int,
        meant: frozenset[int],
        *,
        told_of: bool,
    ) -> Finding | None:
        """What the cell answers for the child: what names the child, else what names nobody and is
        of those who are `meant`, if anybody is. `told_of`: the row's words show a child, or tell of
        one who was not brought; where they do not, a no is of every child of whom the row may be.

        Of several the weakest counts: "Y (video)".
        """
        named = [one.finding for one in told if one.children is not None and child in one.children]
        bare = [one.finding for one in told if one.children is None]
        ours = row.whose.children or row.whose.perhaps or row.whence is Whence.GROWN
        if not named and bare and not ours:
            return None  # the row is somebody else's
        if not named and bare and row.whose.kinds == _SOMEBODY:
            weaker = min(bare, key=lambda one: STRENGTH.index(one.answer))
            doubt = weaker.answer is Answer.YES
            return replace(weaker, answer=Answer.UNCLEAR, reason=Reason.DOUBT) if doubt else weaker
        if not named and bare:
            may_be = not row.whose.children or child in row.whose.children
            denied = may_be and not told_of and all(one.answer is Answer.NO for one in bare)
            named = bare if not meant or child in meant or denied else []
        return min(named, key=lambda one: STRENGTH.index(one.answer), default=None)


def _pass_on(column: Finding | None) -> Finding | None:
    """The answer; a yes is what another saw, of which the row's author was told: "Yes (ED)"."""
    if column is None or column.answer is not Answer.YES:
        return column
    return replace(column, reason=Reason.SECOND_HAND)


def _pair(told: Told, pair: frozenset[int] | None) -> Told:
    if pair is not None:
        return replace(told, children=pair)
    doubted = told.finding.answer is Answer.YES
    unclear = replace(told.finding, answer=Answer.UNCLEAR, reason=Reason.DOUBT)
    return replace(told, finding=unclear) if doubted else told


def _follow_alone(alone: Finding | None, row: Row, *, sure: bool) -> Finding | None:
    """Who was seen alone was seen; where the words begin with an adult, it may be the adult, and
    where it is not `sure` which child is meant, another.
    """
    if alone is None or alone.answer is not Answer.YES:
        return None
    first = next(iter(row.heard.mentions), None)
    adult = first is not None and first.first == 0 and first.kinds == _ADULT
    if adult or not sure:
        return replace(alone, question=Question.SEEN, answer=Answer.UNCLEAR, reason=Reason.DOUBT)
    return replace(alone, question=Question.SEEN)


def name_seen(told: Mapping[Question, Sequence[Told]]) -> frozenset[int]:
    """The children whom the column names as seen, where it answers for no others beside them."""
    seen = told.get(Question.SEEN, ())
    if any(one.children is None for one in seen):
        return NOBODY
    return NOBODY.union(
        *(one.children or NOBODY for one in seen if one.finding.answer is Answer.YES)
    )


def _list_named(seen: Mapping[int, Finding]) -> frozenset[int]:
    """The children who are seen by words that name them: "both children seen"."""
    return frozenset(
        child
        for child, one in seen.items()
        if one.answer is Answer.YES and one.target is not None and one.target.how is How.IN_WORDS
    )


def _names(present: Sequence[Finding]) -> bool:
    return any(one.question is Question.SEEN for one in present)

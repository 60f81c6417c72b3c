"""One row's answers for each child: what the text says, what the columns say, and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chronolator.model import (
    Answer,
    Case,
    Child,
    Event,
    Field,
    Flag,
    Means,
    Question,
    Reach,
    Reason,
    Says,
)
from chronolator.seen.ages import is_unborn, is_younger
from chronolator.seen.asking import Columns, name_seen
from chronolator.seen.cells_heard import blank_denied
from chronolator.seen.decide import (
    Finding,
    find_adults_there,
    find_answers,
    leave_out_words,
    settle,
)
from chronolator.seen.heard import SILENCE, Heard, How
from chronolator.seen.hosts import leave_out_elsewhere, leave_out_host
from chronolator.seen.judging import Judge
from chronolator.seen.network import Network, Reading, load_network
from chronolator.seen.observed import Judged, Observed, Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.stays import Stays
from chronolator.seen.subject_cells import make_mention
from chronolator.seen.targets import Listener
from chronolator.seen.tokens import Token, list_for_children
from chronolator.seen.told import FIELDS, Told
from chronolator.seen.unmet import Unmet
from chronolator.seen.whose import Records, Whence
from chronolator.words.fold import fold, holds_any
from chronolator.words.withdrawn import blank_withdrawn, is_withdrawn_whole, stands_twice

_KINDS_OF_CONTACT = AT_A_DISTANCE | {Means.IN_PERSON, Means.HEARSAY, Means.ELSEWHERE}
_TOLD = AT_A_DISTANCE | {Means.HEARSAY}
"""What a log's source ("Intel") says of how it was told, where no kind of contact is named."""
_MAY_BE_ASKED = frozenset({Whence.CASE, Whence.AGE, Whence.FILE, Whence.TITLES})
_HEARD = (Field.TEXT, Field.CONTACT_TYPE, *FIELDS.values(), Field.PLACE)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A row before its words are weighed. `event` is what counts of `whole`; `tokens` are the text
    for each child for whom it is to be weighed.
    """

    whole: Event
    event: Event
    row: Row
    told: dict[Question, list[Told]]
    found: dict[int, list[Finding]]
    columns: dict[int, dict[Question, Finding | None]]
    tokens: dict[int, list[Token]]


class Observer:
    """The rules compiled for a case: answers the three questions of rows."""

    def __init__(self, listener: Listener, case: Case, network: Network | None = None) -> None:
        """Compile once for all rows. `network`: what weighs the words, in place of the rules' own.
        Raises `OSError` where the file of that cannot be read.
        """
        self._listener = listener
        self._case = case
        self._records = Records(case, listener.rules, listener.people)
        self._columns = Columns(listener, case)
        self._unmet = Unmet(listener.rules)
        self._judge = Judge(listener.rules, case, self._unmet)
        self._helplines = frozenset(listener.rules.helplines)
        self._stays = Stays(listener.rules)
        files = listener.rules.weights.files
        self._network = network or (load_network(files) if files else None)

    def answer(self, event: Event, kind: str) -> tuple[Flag, ...]:
        """The three answers for each child, from the row of an agency of that kind."""
        return self.observe(event, kind).flags

    def observe(self, event: Event, kind: str) -> Observed:
        """The answers with all that they are made of."""
        return next(self.observe_all([(event, kind)]))

    def observe_all(self, rows: Iterable[tuple[Event, str]]) -> Iterator[Observed]:
        """The same of rows, each with the kind of its agency; many at once take less time.

        Words that an agency struck out are not heard; where the same words stand in the rest too,
        it is not sure which are meant, and a yes is unclear.
        """
        heard = [(event, self._strike(event), kind) for event, kind in rows]
        waiting = [
            event if left is None else self._hear_all(event, left, kind)
            for event, left, kind in heard
        ]
        every = [text for one in waiting if isinstance(one, _Heard) for text in one.tokens.values()]
        texts = {id(text): text for text in every}
        read = self._network.read([*texts.values()]) if self._network and texts else ()
        readings = dict(zip(texts, read, strict=True))
        for one in waiting:
            if isinstance(one, Event):
                yield self._take_back(one)
            else:
                found = {child: readings[id(text)] for child, text in one.tokens.items()}
                yield self._conclude(one, found)

    def _strike(self, event: Event) -> Event | None:
        """The event without the words that its agency struck out; None where it took all back."""
        marks = map(fold, event.marks)
        if any(mark in self._listener.rules.withdrawn for mark in marks):
            return None
        if not event.withdrawn:
            return event
        struck = _list_struck(event)
        if Field.TEXT in struck and is_withdrawn_whole(event.text, struck[Field.TEXT]):
            return None
        left: dict[str, Any] = {
            name: blank_withdrawn(getattr(event, name), words) for name, words in struck.items()
        }
        return replace(event, **left)

    def _hear_all(self, whole: Event, event: Event, kind: str) -> _Heard:
        told = self._columns.read(event)
        row = self._hear(event, kind, told)
        told = self._columns.read_letters(row, told)
        there = self._columns.read_present(row)
        born = [n for n, child in enumerate(self._case.children) if not is_unborn(child, event)]
        found = {number: self._find(row, number, there) for number in born}
        found = leave_out_elsewhere(found, row, self._listener.rules.pupils)
        seen = {number: settle(found[number], Question.SEEN) for number in born}
        columns = self._columns.ask(row, told, there, seen)
        tokens = self._list_tokens(row, born)
        return _Heard(whole, event, row, told, found, columns, tokens)

    def _list_tokens(self, row: Row, born: Iterable[int]) -> dict[int, list[Token]]:
        """The text as it is weighed, for each child for whom it is."""
        weights = self._listener.rules.weights
        if (
            self._network is None
            or not weights.fewest_words <= len(row.heard.words) <= weights.most_words
            or self._columns.is_at_a_distance(row.event)
            or fold(row.event.agency) in self._helplines
            or _is_of_another_day(row)
            or self._unmet.is_kind(row.event.contact_type)
        ):
            return {}
        return list_for_children(row, born)

    def _conclude(self, heard: _Heard, readings: dict[int, Reading]) -> Observed:
        event, flags, judged = heard.event, list[Flag](), list[Judged]()
        for number, child in enumerate(self._case.children):
            if number not in heard.found:
                flags += [_silence(event, child, question, Reason.UNBORN) for question in Question]
                continue
            one = self._judge.judge(
                heard.row,
                number,
                heard.found[number],
                heard.columns[number],
                heard.told,
                readings.get(number),
            )
            judged.append(one)
            flags += [
                Flag(event.id, child.name, f.question, f.answer, f.reason, f.evidence, f.rule)
                for f in one.answers
            ]
        doubted = False
        if event is not heard.whole:
            struck = _list_struck(heard.whole)
            doubted = any(
                stands_twice(getattr(heard.whole, name), words) for name, words in struck.items()
            )
            flags = [_restore(flag, heard.whole, doubted=doubted) for flag in flags]
        return Observed(tuple(flags), heard.row, heard.told, tuple(judged), doubted)

    def _take_back(self, event: Event) -> Observed:
        """Silence: its agency took the row back."""
        return Observed(
            tuple(
                _silence(event, child, question, Reason.WITHDRAWN)
                for child in self._case.children
                for question in Question
            )
        )

    def _hear(self, event: Event, kind: str, told_cells: dict[Question, list[Told]]) -> Row:
        day = event.when.known_day
        whose, whence = self._records.find(event, kind)
        if whence in _MAY_BE_ASKED:
            named = name_seen(told_cells) or self._columns.name_present(event)
            if named:
                whose, whence = make_mention(named), Whence.ASKED
        contact = SILENCE
        means = frozenset[Means]()
        told = blank_denied(event.contact_type, self._listener.rules.cells.denied)
        if told.strip():
            contact = self._listener.hear(told, kind, day, whose)
            means = _KINDS_OF_CONTACT.intersection(one.cue.means for one in contact.cues)
        elif event.source:
            source = self._listener.hear(event.source, kind, day, whose)
            means = _TOLD.intersection(one.cue.means for one in source.cues)
        if self._columns.is_at_a_distance(event) or fold(event.agency) in self._helplines:
            means |= {Means.REMOTE}
        heard = self._listener.hear(event.text, kind, day, whose, means)
        if Means.REMOTE not in means and self._unmet.is_familys_call(told, heard):
            heard = self._listener.hear(event.text, kind, day, whose, means | {Means.REMOTE})
        if Means.REMOTE in means and self._unmet.is_from_worker(heard):
            heard = self._listener.hear(event.text, kind, day, whose, means | {Means.SOURCE})
        if contact.targets and heard.whose != whose:
            contact = self._listener.hear(told, kind, day, heard.whose)
        return Row(event, kind, day, whose, whence, heard, contact)

    def _find(self, row: Row, child: int, there: Sequence[Sequence[Finding]]) -> list[Finding]:
        """What the texts of the row say of the child, and who was with it by the column."""
        told = row.heard.targets or row.contact.targets
        found = self._find_told(row, child, there[child]) if told else []
        found += self._stays.find(row, child)
        found += [one for one in there[child] if one.question is Question.ALONE]
        return found

    def _find_told(self, row: Row, child: int, there: Sequence[Finding]) -> list[Finding]:
        event = row.event
        found = find_answers(_widen(row), child, event.text, Field.TEXT)
        months = self._listener.rules.speechless_months
        if is_younger(self._case.children[child], event, months):
            found = leave_out_words(found)
        found += find_answers(row.contact, child, event.contact_type, Field.CONTACT_TYPE)
        if row.kind not in self._listener.rules.pupils:
            found += find_adults_there(row.heard, event.text, Field.TEXT)
        if row.is_of_others(child):
            found = [one for one in found if one.says is not Says.NO_ACCESS]
        if row.is_an_adults_own:
            found = [one for one in found if one.reason is not Reason.AWAY]
        found = self._leave_out_indoors(leave_out_host(found, row))
        if any(one.answer is Answer.YES for one in there):
            found = [one for one in found if not _is_of_any(one)]
        return found

    def _leave_out_indoors(self, found: list[Finding]) -> list[Finding]:
        """The same, without what was only heard or told through a door that stayed shut."""
        shut = any(one.reason is Reason.NO_ACCESS and not one.implied for one in found)
        if not shut:
            return found
        indoors = self._listener.rules.indoors
        return [
            one
            for one in found
            if not (
                one.answer is Answer.YES
                and one.implied
                and holds_any(fold(one.evidence[0].words), indoors)
            )
        ]


def _is_of_another_day(row: Row) -> bool:
    """True where a cue says of the whole row that it is of an earlier day: a form typed up late."""
    return any(
        one.cue.means is Means.EARLIER and one.cue.reach is Reach.ROW for one in row.heard.cues
    )


def _widen(row: Row) -> Heard:
    """The text as it was heard; where nobody opened a family's door, the no is of all its children,
    though the text names one who was heard behind it.
    """
    heard = row.heard
    if row.whence is not Whence.CASE or not row.whose.perhaps:
        return heard
    targets = [
        replace(one, who=row.whose)
        if Says.NO_ACCESS in one.says and one.how is How.DEFAULT
        else one
        for one in heard.targets
    ]
    return replace(heard, targets=tuple(targets))


def _list_struck(event: Event) -> dict[str, Any]:
    return {name: words for name in _HEARD if (words := event.withdrawn.get(name))}


def _is_of_any(one: Finding) -> bool:
    """True for a no of children who may be meant, as "no other children": not of who was there."""
    return one.answer is Answer.NO and one.target is not None and bool(one.target.who.perhaps)


def _restore(flag: Flag, event: Event, *, doubted: bool) -> Flag:
    """The flag with its evidence as the event has it, struck words and all."""
    evidence = tuple(
        replace(one, words=getattr(event, one.field)[one.start : one.end]) for one in flag.evidence
    )
    if doubted and flag.answer is Answer.YES:
        return replace(flag, answer=Answer.UNCLEAR, reason=Reason.DOUBT, evidence=evidence)
    return replace(flag, evidence=evidence)


def _silence(event: Event, child: Child, question: Question, reason: Reason) -> Flag:
    return Flag(event.id, child.name, question, Answer.NOT_RECORDED, reason)

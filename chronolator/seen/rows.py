"""One row's answers for each child: what the text says, what the columns say, and when."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from chronolator.model import (
    Answer,
    Case,
    Child,
    Event,
    Evidence,
    Field,
    Flag,
    Means,
    Question,
    Reason,
    Says,
)
from chronolator.seen.ages import is_unborn, is_younger
from chronolator.seen.asking import Columns, name_seen
from chronolator.seen.cells_heard import CHILDS_WORDS, blank_denied, give_way
from chronolator.seen.columns import FIELDS, Told, answers_for_others
from chronolator.seen.decide import (
    NOT_TOLD,
    Finding,
    find_adults_there,
    find_answers,
    leave_out_quotations,
    leave_out_words,
    settle,
)
from chronolator.seen.heard import SILENCE
from chronolator.seen.hosts import leave_out_host
from chronolator.seen.meet import meet_alone, meet_named, meet_seen, meet_views
from chronolator.seen.observed import Judged, Observed, Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.targets import Listener
from chronolator.seen.unmet import Unmet
from chronolator.seen.weighing import weigh
from chronolator.seen.whose import Records, Whence, make_mention
from chronolator.words.fold import fold, holds_any, match_any
from chronolator.words.withdrawn import blank_withdrawn, is_withdrawn_whole, stands_twice

_KINDS_OF_CONTACT = AT_A_DISTANCE | {Means.IN_PERSON, Means.HEARSAY}
_MAY_BE_ASKED = frozenset({Whence.CASE, Whence.TITLES})
_NO_ANSWERS = NOT_TOLD[Question.SEEN], NOT_TOLD[Question.ALONE], NOT_TOLD[Question.VIEWS]
_HEARD = (Field.TEXT, Field.CONTACT_TYPE, *FIELDS.values(), Field.PLACE)


class Observer:
    """The rules compiled for a case: answers the three questions of rows."""

    def __init__(self, listener: Listener, case: Case) -> None:
        """Compile once for all rows."""
        self._listener = listener
        self._case = case
        self._records = Records(case, listener.rules, listener.people)
        self._columns = Columns(listener, case)
        self._unmet = Unmet(listener.rules)
        self._helplines = frozenset(listener.rules.helplines)
        self._stays = re.compile(match_any(listener.rules.stays).pattern, re.IGNORECASE)

    def answer(self, event: Event, kind: str) -> tuple[Flag, ...]:
        """The three answers for each child, from the row of an agency of that kind."""
        return self.observe(event, kind).flags

    def observe(self, event: Event, kind: str) -> Observed:
        """The answers with all that they are made of.

        Words that the agency struck out are not heard; where the same words stand in the rest too,
        it is not sure which are meant, and a yes is unclear.
        """
        if event.marks and any(
            fold(mark) in self._listener.rules.withdrawn for mark in event.marks
        ):
            return self._take_back(event)
        if not event.withdrawn:
            return self._observe(event, kind)
        struck = {name: words for name in _HEARD if (words := event.withdrawn.get(name))}
        left: dict[str, Any] = {
            name: blank_withdrawn(getattr(event, name), words) for name, words in struck.items()
        }
        if Field.TEXT in struck and is_withdrawn_whole(event.text, struck[Field.TEXT]):
            return self._take_back(event)
        observed = self._observe(replace(event, **left), kind)
        doubted = any(stands_twice(getattr(event, name), words) for name, words in struck.items())
        flags = tuple(_restore(flag, event, doubted=doubted) for flag in observed.flags)
        return replace(observed, flags=flags, doubted=doubted)

    def _observe(self, event: Event, kind: str) -> Observed:
        told = self._columns.read(event)
        row = self._hear(event, kind, told)
        there = self._columns.read_present(row)
        flags: list[Flag] = []
        judged: list[Judged] = []
        born = [n for n, child in enumerate(self._case.children) if not is_unborn(child, event)]
        found = {number: self._find(row, number, there) for number in born}
        seen = {number: settle(found[number], Question.SEEN) for number in born}
        columns = self._columns.ask(row, told, there, seen)
        for number, child in enumerate(self._case.children):
            if number not in found:
                flags += [_silence(event, child, question, Reason.UNBORN) for question in Question]
                continue
            judged.append(self._judge(row, number, found[number], columns[number], told))
            flags += [
                Flag(event.id, child.name, f.question, f.answer, f.reason, f.evidence, f.rule)
                for f in judged[-1].answers
            ]
        return Observed(tuple(flags), row, told, tuple(judged))

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
        day = event.when.first or event.when.last
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
        if self._columns.is_at_a_distance(event) or fold(event.agency) in self._helplines:
            means |= {Means.REMOTE}
        heard = self._listener.hear(event.text, kind, day, whose, means)
        if contact.targets and heard.whose != whose:
            contact = self._listener.hear(told, kind, day, heard.whose)
        return Row(event, kind, day, whose, whence, heard, contact)

    def _find(self, row: Row, child: int, there: Sequence[Sequence[Finding]]) -> list[Finding]:
        """What the texts of the row say of the child, and who was with it by the column."""
        told = row.heard.targets or row.contact.targets
        found = self._find_told(row, child, there[child]) if told else []
        found += self._find_stay(row, child)
        found += [one for one in there[child] if one.question is Question.ALONE]
        return found

    def _find_told(self, row: Row, child: int, there: Sequence[Finding]) -> list[Finding]:
        event = row.event
        found = find_answers(row.heard, child, event.text, Field.TEXT)
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

    def _judge(
        self,
        row: Row,
        child: int,
        found: list[Finding],
        column: dict[Question, Finding | None],
        told: dict[Question, list[Told]],
    ) -> Judged:
        if answers_for_others(told.get(Question.SEEN, ()), child):
            found = [one for one in found if one.says is not Says.NO_ACCESS]
        asked = column[Question.VIEWS]
        if asked is not None and asked.rule == CHILDS_WORDS:
            found = [*found, *self._find_pupil(row, asked)]
        text = self._settle(row, child, found, asked=any(told.values()))
        if text == NOT_TOLD and not any(column.values()):
            return Judged(child, (), NOT_TOLD, column, _NO_ANSWERS)
        for question in (Question.SEEN, Question.ALONE):
            column[question] = give_way(column[question], text[question])
        column[Question.SEEN] = self._unmet.silence(row, column[Question.SEEN], text[Question.SEEN])
        seen = meet_seen(row, found, text[Question.SEEN], column[Question.SEEN])
        names = any(one.children and child in one.children for one in told.get(Question.ALONE, ()))
        both = text[Question.ALONE], column[Question.ALONE]
        alone = meet_named(*both, child) if names else meet_alone(*both)
        if seen.answer is Answer.NO:
            alone = replace(seen, question=Question.ALONE)
        elif seen.answer is Answer.NOT_RECORDED:
            alone = Finding(Question.ALONE, Answer.NOT_RECORDED)
        elif seen.answer is Answer.UNCLEAR and alone.answer is Answer.YES:
            alone = replace(alone, answer=Answer.UNCLEAR, reason=Reason.DOUBT)
        if seen.answer is not Answer.YES and text[Question.VIEWS].reason is not Reason.WEIGHED:
            there = seen.answer is Answer.NOT_RECORDED and row.finds(*AT_A_DISTANCE) is None
            kept = leave_out_quotations(found, own=there, ours=child in row.whose.children)
            text[Question.VIEWS] = settle(kept, Question.VIEWS)
        views = meet_views(text[Question.VIEWS], asked)
        found = [*found, *(one for one in text.values() if one.reason is Reason.WEIGHED)]
        return Judged(child, tuple(found), text, column, (seen, alone, views))

    def _settle(
        self, row: Row, child: int, found: list[Finding], *, asked: bool
    ) -> dict[Question, Finding]:
        """What the text answers: by its phrases, else by its words where no column is `asked`."""
        text = {question: settle(found, question) for question in Question}
        if (
            asked
            or row.heard is SILENCE
            or self._columns.is_at_a_distance(row.event)
            or self._unmet.is_kind(row.event.contact_type)
        ):
            return text
        rules = self._listener.rules
        speaks = not is_younger(self._case.children[child], row.event, rules.speechless_months)
        return weigh(text, found, row, child, rules.weights, speaks=speaks)

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

    def _find_stay(self, row: Row, child: int) -> list[Finding]:
        """An admission, told by a ward: the child was there throughout a period of days, and on one
        day of which the ward writes more than that somebody rang.
        """
        event, when = row.event, row.event.when
        if when.first is None or when.last is None or child not in row.whose.children:
            return []
        if when.first == when.last and (row.finds(*AT_A_DISTANCE) or not event.text):
            return []
        fields = [Field.PLACE, Field.CONTACT_TYPE]
        if when.first != when.last and row.kind in self._listener.rules.patients:
            fields.append(Field.TEXT)
        for field in fields:
            words = getattr(event, field)
            if found := self._stays.search(words):
                whole = (0, len(words)) if field is not Field.TEXT else found.span()
                evidence = (Evidence(words[slice(*whole)], field, *whole),)
                return [
                    Finding(
                        Question.SEEN,
                        Answer.YES,
                        Reason.IN_SIGHT,
                        evidence,
                        "stay",
                        implied=True,
                    )
                ]
        return []

    def _find_pupil(self, row: Row, words: Finding) -> list[Finding]:
        """What a child said to a school's staff was said in their sight, unless it says not."""
        if (
            words.answer is not Answer.YES
            or row.kind not in self._listener.rules.pupils
            or row.finds(*AT_A_DISTANCE) is not None
        ):
            return []
        return [
            replace(words, question=Question.SEEN, reason=Reason.IN_SIGHT, implied=True),
        ]


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

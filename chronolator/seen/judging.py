"""From all that was found for a child in a row to its three answers."""

from dataclasses import replace

from chronolator.model import Answer, Case, Question, Reason, Says, SeenRules
from chronolator.seen.ages import is_younger
from chronolator.seen.cells_heard import CHILDS_WORDS, give_way
from chronolator.seen.decide import NOT_TOLD, Finding, leave_out_quotations, settle
from chronolator.seen.hosts import leave_out_meeting_place
from chronolator.seen.meet import meet_alone, meet_named, meet_seen, meet_views
from chronolator.seen.network import Reading
from chronolator.seen.observed import Judged, Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.told import Told, answers_for_others
from chronolator.seen.unmet import Unmet
from chronolator.seen.weighing import weigh

_NO_ANSWERS = NOT_TOLD[Question.SEEN], NOT_TOLD[Question.ALONE], NOT_TOLD[Question.VIEWS]


class Judge:
    """Who settles what phrases, words and columns say of the children of a case."""

    def __init__(self, rules: SeenRules, case: Case, unmet: Unmet) -> None:
        """`unmet` knows which contacts nobody was met at."""
        self._rules = rules
        self._case = case
        self._unmet = unmet

    def judge(
        self,
        row: Row,
        child: int,
        found: list[Finding],
        column: dict[Question, Finding | None],
        told: dict[Question, list[Told]],
        reading: Reading | None,
    ) -> Judged:
        """The three answers for a child from what was `found` in the row's texts, what each
        `column` that asks answers and how its cells were `told`, and what the words weigh (None:
        they were not weighed).
        """
        if answers_for_others(told.get(Question.SEEN, ()), child):
            found = [one for one in found if one.says is not Says.NO_ACCESS]
        cell = column[Question.SEEN]
        if cell is not None and cell.answer is Answer.YES:
            found = leave_out_meeting_place(found, row, child)
        asked = column[Question.VIEWS]
        if asked is not None and asked.rule == CHILDS_WORDS:
            found = [*found, *self._find_pupil(row, asked)]
        text = self._settle(row, child, found, reading, told)
        if text == NOT_TOLD and not any(column.values()):
            return Judged(child, (), NOT_TOLD, column, _NO_ANSWERS)
        for question in (Question.SEEN, Question.ALONE):
            column[question] = give_way(column[question], text[question])
        column[Question.SEEN] = self._unmet.silence(row, column[Question.SEEN], text[Question.SEEN])
        away = self._unmet.find_away(row)
        seen = meet_seen(row, found, text[Question.SEEN], column[Question.SEEN], away)
        names = any(one.children and child in one.children for one in told.get(Question.ALONE, ()))
        both = text[Question.ALONE], column[Question.ALONE]
        alone = meet_named(*both, child) if names else meet_alone(*both)
        if seen.answer is Answer.NO:
            alone = replace(seen, question=Question.ALONE)
        elif seen.answer is Answer.NOT_RECORDED:
            alone = Finding(Question.ALONE, Answer.NOT_RECORDED)
        elif seen.answer is Answer.UNCLEAR and alone.answer is Answer.YES:
            alone = replace(alone, answer=Answer.UNCLEAR, reason=Reason.DOUBT)
        unweighed = reading is None or told.get(Question.VIEWS)
        if seen.answer is not Answer.YES and unweighed:
            there = seen.answer is Answer.NOT_RECORDED and row.finds(*AT_A_DISTANCE) is None
            kept = leave_out_quotations(found, own=there, ours=child in row.whose.children)
            text[Question.VIEWS] = settle(kept, Question.VIEWS)
        views = meet_views(text[Question.VIEWS], asked)
        found = [*found, *(one for one in text.values() if one.reason is Reason.WEIGHED)]
        return Judged(child, tuple(found), text, column, (seen, alone, views))

    def _settle(
        self,
        row: Row,
        child: int,
        found: list[Finding],
        reading: Reading | None,
        told: dict[Question, list[Told]],
    ) -> dict[Question, Finding]:
        """What the text answers: by its phrases, and by its words where they were read and no
        column tells an answer; beside a column words do not tell who else was in the room.
        """
        text = {question: settle(found, question) for question in Question}
        if reading is None:
            return text
        rules = self._rules
        speaks = not is_younger(self._case.children[child], row.event, rules.speechless_months)
        weighed = weigh(text, row, reading, rules.weights, speaks=speaks)
        asked = {question for question in Question if told.get(question)}
        if asked:
            weighed |= {question: text[question] for question in {*asked, Question.ALONE}}
        if row.kind in rules.pupils and weighed[Question.ALONE].answer is not Answer.YES:
            weighed[Question.ALONE] = text[Question.ALONE]  # a parent spoken of was not in class
        return weighed

    def _find_pupil(self, row: Row, words: Finding) -> list[Finding]:
        """What a child said to a school's staff was said in their sight, unless it says not."""
        if (
            words.answer is not Answer.YES
            or row.kind not in self._rules.pupils
            or row.finds(*AT_A_DISTANCE) is not None
        ):
            return []
        return [
            replace(words, question=Question.SEEN, reason=Reason.IN_SIGHT, implied=True),
        ]

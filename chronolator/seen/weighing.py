"""What the words of a text weigh together for its answers, beside what its phrases tell."""

from collections.abc import Mapping
from dataclasses import replace

from chronolator.model import Answer, Event, Evidence, Field, Kind, Means, Question, Reason
from chronolator.model.rules.weights import Weights
from chronolator.seen.decide import NOT_TOLD, Finding
from chronolator.seen.network import Reading
from chronolator.seen.observed import Row
from chronolator.seen.tokens import names_child

RULE = "weighed-words"
_NOT_THERE = frozenset(
    {Reason.REMOTE, Reason.VIDEO, Reason.HEARSAY}
)  # words alone make no sighting
_UNTOLD = frozenset(
    {Reason.SILENT, Reason.ADULT_ONLY, Reason.SIBLING_ONLY, Reason.MEETING, Reason.DOUBT}
)
"""Why there is no answer where no phrase speaks of the child: of what one tells and takes back, as
of a plan or of another day, words that are not likely enough make no doubt.
"""
_GROWN = frozenset({Kind.ADULT, Kind.LAY})
_WORKER = (Kind.PROFESSIONAL,)
_NEVER = 2.0  # no likelihood
_SHOWN = 3  # stretches of words: as many as the eye takes in


def weigh(
    text: Mapping[Question, Finding],
    row: Row,
    reading: Reading,
    weights: Weights,
    *,
    speaks: bool,
) -> dict[Question, Finding]:
    """The answers of a text by its words, where its phrases answer otherwise or not at all.

    Where a phrase states a yes and the words weigh for another answer, but not surely, and where
    one states that the child was not seen or was elsewhere and they weigh for a yes, the answer is
    unclear: the person decides. Words that tell of no sighting take no stated doubt away.
    `speaks`: the child can have words of its own.
    """
    scale = _Scale(row, reading, weights)
    weighed = {question: scale.answer(found) for question, found in text.items()}
    if weighed[Question.SEEN].answer is not Answer.YES:
        weighed[Question.ALONE] = text[Question.ALONE]
    if not speaks:
        weighed[Question.VIEWS] = text[Question.VIEWS]
    return weighed


class _Scale:
    """A text as read, and what it makes of an answer."""

    def __init__(self, row: Row, reading: Reading, weights: Weights) -> None:
        self._row = row
        self._reading = reading
        self._tokens = reading.tokens
        self._weights = weights

    def answer(self, found: Finding) -> Finding:
        """What was found, or the likelier answer; a no that another cell tells is not weighed."""
        if found.answer is Answer.NO and all(one.field != Field.TEXT for one in found.evidence):
            return found
        likely = self._reading.find_likely(found.question)
        best = max(likely, key=lambda answer: likely[answer])
        chosen = self._choose(found, likely, best)
        if chosen is found.answer:
            return found
        if chosen is Answer.UNCLEAR:
            return self._doubt(found, best)
        evidence = self._show(found.question, chosen)
        if chosen is Answer.NOT_RECORDED:
            return replace(NOT_TOLD[found.question], reason=Reason.WEIGHED, evidence=evidence)
        if not evidence:
            return found
        return Finding(found.question, chosen, Reason.WEIGHED, evidence, RULE, implied=True)

    def _choose(self, found: Finding, likely: Mapping[Answer, float], best: Answer) -> Answer:
        if _is_settled(found) or not self._can_be(found, best, likely[best]):
            return found.answer
        if self._are_at_work(found) and likely[best] < self._weights.surely:
            return found.answer
        sighting = found.question is Question.SEEN
        least = self._weights.least[found.question]
        denies = found.answer is Answer.NO and not (found.implied and sighting)
        if denies and likely.get(Answer.NO, 0) >= least.denied:
            return Answer.NO
        told = Answer.YES in (best, found.answer)
        if told and likely.get(Answer.YES, 0) >= self._find_least(found):
            return Answer.YES
        if best is Answer.YES:
            return self._doubt_yes(found, likely[best])
        stated = not found.implied and found.answer in (Answer.YES, Answer.UNCLEAR)
        doubted = found.answer is Answer.UNCLEAR and best is Answer.NOT_RECORDED and sighting
        holds = doubted or likely[best] < self._weights.surely
        return Answer.UNCLEAR if stated and holds else best

    def _doubt_yes(self, found: Finding, likely: float) -> Answer:
        """What becomes of an answer where a yes is likeliest, but not likely enough."""
        taken_back = found.answer is Answer.NOT_RECORDED and found.reason not in _UNTOLD
        untold = self._weights.least[found.question].untold
        far = likely < (untold if taken_back else self._weights.doubtful) or self._have_met(found)
        left = far and found.answer is not Answer.YES
        return found.answer if left or found.question is Question.VIEWS else Answer.UNCLEAR

    def _find_least(self, found: Finding) -> float:
        """From which likelihood on a yes holds, by what phrases tell; above 1 where none does."""
        least = self._weights.least[found.question]
        if found.answer is Answer.YES:
            return least.hinted if found.implied else least.stated
        sighting = found.question is Question.SEEN
        if found.reason in _NOT_THERE and sighting:
            return _NEVER
        if found.reason is Reason.EARLIER and sighting:
            return self._weights.surely
        if found.answer is Answer.UNCLEAR or (found.answer is Answer.NO and not found.implied):
            gives_way = not sighting or (found.implied and names_child(self._tokens))
            found_again = found.reason is Reason.MISSING  # who was missing may have been met since
            return self._weights.surely if gives_way or found_again else _NEVER
        return least.untold

    def _can_be(self, found: Finding, best: Answer, likely: float) -> bool:
        """True unless a child had somebody with it where the text names no adult of the family, or
        tells it of a sibling, and the words are not as sure as a sighting needs that no phrase
        tells.
        """
        if (found.question, best) != (Question.ALONE, Answer.NO):
            return True
        named = any(not _GROWN.isdisjoint(one.kinds) for one in self._row.heard.mentions)
        told_of_ours = named and found.reason is not Reason.SIBLING_ONLY
        return told_of_ours or likely >= self._weights.least[Question.SEEN].untold

    def _are_at_work(self, found: Finding) -> bool:
        """True where several workers are named and no phrase speaks of a child: words of such a row
        tell of who came, and of what was decided.
        """
        words = self._row.heard.words
        workers = {
            tuple(word.text for word in words[one.first : one.last])
            for one in self._row.heard.mentions
            if one.kinds == _WORKER
        }
        silent = found.answer is Answer.NOT_RECORDED and found.reason is Reason.SILENT
        return silent and len(workers) >= self._weights.workers

    def _have_met(self, found: Finding) -> bool:
        """True where words tell of a meeting, at which a child is talked of, and no phrase tells of
        one who was seen.
        """
        met = self._row.heard.holds(Means.MEETING)
        return found.answer is Answer.NOT_RECORDED and met is not None

    def _doubt(self, found: Finding, best: Answer) -> Finding:
        shown = self._show(found.question, best)
        evidence = (*found.evidence, *(one for one in shown if one not in found.evidence))
        rule = found.rule or RULE
        return replace(
            found, answer=Answer.UNCLEAR, reason=Reason.DOUBT, evidence=evidence, rule=rule
        )

    def _show(self, question: Question, answer: Answer) -> tuple[Evidence, ...]:
        """The words that weigh most for the answer, in the order of the text, those that touch as
        one.
        """
        told = self._reading.weigh_tokens(question, answer)
        heavy = [
            (weight, token)
            for weight, token in zip(told, self._tokens, strict=True)
            if weight > 0 and token.last
        ]
        heavy = sorted(heavy, key=lambda one: -one[0])[:_SHOWN]
        places: list[tuple[int, int]] = []
        for first, last in sorted((token.first, token.last) for _, token in heavy):
            if places and first <= places[-1][1]:
                places[-1] = places[-1][0], max(last, places[-1][1])
            else:
                places.append((first, last))
        words = self._row.heard.words
        return tuple(
            _cite(self._row.event, words[first].start, words[last - 1].end)
            for first, last in places
        )


def _is_settled(found: Finding) -> bool:
    """True for what no words take back: a stay over days, which no phrase tells, and a child who
    is named as the exception: "all seen but K".
    """
    if found.target is None:
        return found.answer is Answer.YES
    excepted = found.reason is Reason.NOT_SEEN and bool(found.target.who.left_out)
    return excepted and not found.implied


def _cite(event: Event, start: int, end: int) -> Evidence:
    return Evidence(event.text[start:end], Field.TEXT, start, end)

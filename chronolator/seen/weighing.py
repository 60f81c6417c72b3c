"""What the words of a text weigh together for its answers, beside what its phrases tell."""

from collections.abc import Mapping
from dataclasses import replace

from chronolator.model import Answer, Event, Evidence, Field, Kind, Question, Reason
from chronolator.model.rules.weights import Least, Weights
from chronolator.seen.decide import NOT_TOLD, Finding
from chronolator.seen.network import Reading
from chronolator.seen.observed import Row
from chronolator.seen.tokens import names_child

RULE = "weighed-words"
_CONTRARY = {(Answer.YES, Answer.NO), (Answer.NO, Answer.YES), (Answer.YES, Answer.NOT_RECORDED)}
"""Of a phrase that states the one and words that weigh for the other the person decides, unless the
words are sure that it is no yes. A no may turn out to be of a contact at which nobody could have
been seen."""
_UNTOLD = frozenset(
    {Reason.SILENT, Reason.ADULT_ONLY, Reason.SIBLING_ONLY, Reason.REMOTE, Reason.MEETING}
)
"""Why there is no answer where no phrase speaks of the child: against what one tells and takes
back, as of a plan or of another day, words must be surer.
"""
_ADULT = (Kind.ADULT,)  # in whose own record of a child is mostly only spoken
_NOT_THERE = frozenset(
    {Reason.REMOTE, Reason.VIDEO, Reason.HEARSAY}
)  # words alone make no sighting
_GROWN = frozenset({Kind.ADULT, Kind.LAY})
_SILENCE = Least(1.0, 1.0)  # tells nothing that words would have to make likely
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

    Where a phrase states a yes or a no and the words weigh for the contrary, the answer is unclear:
    the person decides. `speaks`: the child can have words of its own.
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
        if self._holds(found, likely) or not self._can_be(found, best):
            return found.answer
        surely = likely[best] >= self._weights.surely
        if found.answer is Answer.UNCLEAR:
            return best if surely and found.implied and names_child(self._tokens) else found.answer
        if not found.implied and (found.answer, best) in _CONTRARY:
            return best if surely and best is not Answer.YES else Answer.UNCLEAR
        told = best if surely else self._outweigh(found, likely[best], best)
        apart = found.question is Question.SEEN and found.reason in _NOT_THERE
        return Answer.UNCLEAR if told is Answer.YES and apart else told

    def _outweigh(self, found: Finding, likely: float, best: Answer) -> Answer:
        """What becomes of an answer where words are likelier to tell another, but not sure."""
        if self._is_left(found):
            return found.answer
        seen = found.question is Question.SEEN and found.answer is Answer.YES
        if seen and likely < self._weights.outweighs:
            return Answer.UNCLEAR
        if likely >= self._find_least(found.question, best).untold:
            return best
        doubtful = best is Answer.YES and found.question is not Question.VIEWS
        return (
            Answer.UNCLEAR if doubtful and likely >= self._weights.doubtful else Answer.NOT_RECORDED
        )

    def _holds(self, found: Finding, likely: Mapping[Answer, float]) -> bool:
        """True for what the words make likely enough, and for a stay over days, which no phrase
        tells.
        """
        least = self._find_least(found.question, found.answer)
        enough = likely.get(found.answer, 0) >= (least.hinted if found.implied else least.stated)
        return enough or (found.answer is Answer.YES and found.target is None)

    def _can_be(self, found: Finding, best: Answer) -> bool:
        """True unless a child had somebody with it where the text names no adult of the family."""
        return (found.question, best) != (Question.ALONE, Answer.NO) or any(
            not _GROWN.isdisjoint(one.kinds) for one in self._row.heard.mentions
        )

    def _is_left(self, found: Finding) -> bool:
        """True for what only the surest words outweigh: a no that a phrase states, what one phrase
        tells and another takes back or tells of a sibling, and that an adult's own record tells
        nothing of a child.
        """
        if found.answer is Answer.NO:
            return not found.implied
        alone = found.question is Question.ALONE and found.reason is Reason.SIBLING_ONLY
        return found.answer is Answer.NOT_RECORDED and (
            alone or found.reason not in _UNTOLD or self._row.heard.whose.kinds == _ADULT
        )

    def _find_least(self, question: Question, answer: Answer) -> Least:
        return self._weights.least.get((question, answer), _SILENCE)

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


def _cite(event: Event, start: int, end: int) -> Evidence:
    return Evidence(event.text[start:end], Field.TEXT, start, end)

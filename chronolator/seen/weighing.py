"""What the words of a text weigh together for an answer, where no phrase of the rules tells it.

A text is taken apart into its words, pairs of neighbours, and each word with whoever its sentence
named last before it; everybody named stands for what they are (a child whose row it is, a parent, a
worker). Each piece has a weight, estimated from labelled rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from math import exp
from typing import NamedTuple

from chronolator.model import Answer, Evidence, Field, Kind, Question, Reason
from chronolator.model.rules.weights import LEANINGS, Leaning, Weights
from chronolator.seen.decide import NOT_TOLD, Finding
from chronolator.seen.heard import Heard, Target
from chronolator.seen.observed import Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.seen.room import denies
from chronolator.words.names import NOBODY, Mention

RULE = "weighed-words"
_UNTOLD = frozenset(
    {Reason.SILENT, Reason.ADULT_ONLY, Reason.SIBLING_ONLY, Reason.REMOTE, Reason.MEETING}
)
"""Why there is no answer where no phrase speaks of the child: what one tells and takes back, of a
plan or of another day, is told."""
_STAND_FOR = (  # the first kind that one of a group is of
    (Kind.PROFESSIONAL, "{worker}"),
    (Kind.UNBORN, "{unborn}"),
    (Kind.ADULT, "{adult}"),
    (Kind.SIBLING, "{sibling}"),
    (Kind.CHILD, "{sibling}"),
    (Kind.CHILDREN, "{sibling}"),
    (Kind.LAY, "{lay}"),
    (Kind.NAME, "{name}"),
)
_SIBLINGS = frozenset({Kind.SIBLING, Kind.CHILD, Kind.CHILDREN})
_SIGHTING = (Question.SEEN, Answer.YES)
_END, _PAUSE = ".", ","
_NUMBER = "#"
_MARKS = str.maketrans("", "", "./:")  # of dates and times
_STEM = 5  # letters: "exam*" is met by examined and examination
_SHOWN = 3  # pieces: as many as the eye takes in
_MOST = 50.0  # log odds that no likelihood can be told from


class Piece(NamedTuple):
    """A piece of a text and the words in which it stands; of all of it where `last` is 0."""

    name: str
    first: int = 0
    last: int = 0


def take_apart(heard: Heard, child: int, kind: str) -> list[Piece]:
    """The pieces of a text for one child, each once, where it stands first."""
    tokens = list(_list_tokens(heard, child))
    bounds = [Piece(_END), *tokens, Piece(_END)]
    found = [Piece(f"{kind}:"), Piece(f"({_name_record(heard.whose, child)})")]
    who = ""
    for token in tokens:
        if token.name == _END:
            who = ""
        elif token.last:
            found.append(token)
            if token.name[0] == "{":
                who = token.name
                continue
            found.append(token._replace(name=f"{who}>{token.name}"))
            if len(token.name) > _STEM:
                found.append(token._replace(name=f"{token.name[:_STEM]}*"))
    for one, other in pairwise(bounds):
        first, last = one.first if one.last else other.first, other.last or one.last
        found.append(Piece(f"{one.name} {other.name}", first, last))
    return list({one.name: one for one in reversed(found)}.values())


def _name_record(whose: Mention, child: int) -> str:
    if child in whose.children:
        return "child"
    return "perhaps" if child in whose.perhaps else whose.kinds[0].value


def _list_tokens(heard: Heard, child: int) -> Iterator[Piece]:
    """The words, numbers and people of a text in order, and where a sentence or segment ends."""
    words, before = heard.words, None
    people = {one.first: (name, one) for one in heard.mentions if (name := _stand_for(one, child))}
    at = 0
    while at < len(words):
        word = words[at]
        if before is not None and before.sentence != word.sentence:
            yield Piece(_END)
        elif before is not None and before.segment != word.segment:
            yield Piece(_PAUSE)
        name, last = word.text, at + 1
        if at in people:
            name, who = people[at]
            name, last = f"{name}'s" if who.owner else name, who.last
        elif name.translate(_MARKS).isdigit():
            name = _NUMBER
        yield Piece(name, at, last)
        before, at = words[last - 1], last


def _stand_for(one: Mention, child: int) -> str:
    if child in one.children:
        return "{child}"
    if child in one.perhaps:
        return "{perhaps}"
    return next((name for kind, name in _STAND_FOR if kind in one.kinds), "")


def weigh(
    text: dict[Question, Finding],
    found: Iterable[Finding],
    row: Row,
    child: int,
    weights: Weights,
    *,
    speaks: bool,
) -> dict[Question, Finding]:
    """What the text answers by all that its phrases have `found`; where none of them tells it, what
    its words weigh for. An answer of a phrase that they make too unlikely is unclear, and a mere
    hint gives way. `speaks`: the child can have words of its own.
    """
    if len(row.heard.words) < weights.fewest_words:
        return text
    pieces = list_pieces(row, child)
    if not pieces:
        return text
    met = [(one, weights.pieces[one.name]) for one in pieces if one.name in weights.pieces]
    scale = _Scale(met, row, weights)
    weighed = {question: scale.doubt(one) for question, one in text.items()}
    told = {one.question for one in found if one.reason not in _UNTOLD}
    for question in Question:
        if question is Question.ALONE and weighed[Question.SEEN].answer is not Answer.YES:
            continue
        if question is Question.VIEWS and not speaks:
            continue
        if weighed[question] != text[question]:
            continue
        answer = scale.overrule if question in told else scale.settle
        weighed[question] = answer(weighed[question])
    return weighed


def list_pieces(row: Row, child: int) -> list[Piece]:
    """The pieces of the row's text that weigh for the child: of the sentences that do, but for
    what tells that an adult alone was not there.
    """
    sentences = _find_sentences(row, child)
    if not sentences:
        return []
    absent = [(one.start, one.end) for one in row.heard.targets if _tells_adult_absent(one, child)]
    counted = {
        at
        for at, word in enumerate(row.heard.words)
        if word.sentence in sentences
        and not any(start <= word.start < end for start, end in absent)
    }
    pieces = take_apart(row.heard, child, row.kind)
    return [one for one in pieces if counted.issuperset(range(one.first, one.last))]


def _tells_adult_absent(one: Target, child: int) -> bool:
    return Kind.ADULT in one.who.kinds and child not in _meant(one.who) and denies(one)


def _find_sentences(row: Row, child: int) -> frozenset[int]:
    """The sentences that weigh for the child: where no other of the case is named all but those of
    siblings alone; else those that name this child and no other. None where the row is another
    child's, or at a distance.
    """
    heard = row.heard
    if row.is_of_others(child):
        return frozenset()
    if row.contact.holds(*AT_A_DISTANCE):
        return frozenset()
    named = defaultdict[int, list[Mention]](list)
    for one in heard.mentions:
        named[heard.words[one.first].sentence].append(one)
    meant = NOBODY.union(*(_meant(one) for one in heard.mentions if not one.owner))
    if meant <= {child} and (child in meant or heard.whose.children == {child}):
        every = {word.sentence for word in heard.words}
        of_siblings = (
            at for at, some in named.items() if all(_is_another(one, child) for one in some)
        )
        return frozenset(every.difference(of_siblings))
    return frozenset(
        at
        for at, some in named.items()
        if any(child in one.children for one in some)
        and not any(_is_another(one, child) or _meant(one) - {child} for one in some)
    )


def _meant(one: Mention) -> frozenset[int]:
    return one.children | one.perhaps


def _is_another(one: Mention, child: int) -> bool:
    """True for a child that this one is not: where it was, this one was not for that."""
    return child not in _meant(one) and not _SIBLINGS.isdisjoint(one.kinds)


class _Scale:
    """The pieces of a row that weigh, and what they make of an answer."""

    def __init__(
        self, met: list[tuple[Piece, tuple[float, ...]]], row: Row, weights: Weights
    ) -> None:
        self._met = met
        self._row = row
        self._weights = weights
        self._likely = _find_likely(met, weights)

    def settle(self, found: Finding) -> Finding:
        """The likeliest answer to the question, if it is likely enough; else what was found."""
        return self._answer(found, self._weights.likely)

    def overrule(self, found: Finding) -> Finding:
        """What was found, but for a likelier answer where phrases tell one and take it back; where
        they contradict each other the person decides.
        """
        silent = found.answer is Answer.NOT_RECORDED
        return self._answer(found, self._weights.surely) if silent else found

    def _answer(self, found: Finding, least: Mapping[Leaning, float]) -> Finding:
        for leaning in LEANINGS:
            if leaning[0] is not found.question or self._holds(self._weights.unless, leaning):
                continue
            doubted = self._holds(self._weights.doubted, leaning)
            limits = self._weights.surely if doubted else least
            if self._likely[leaning] < limits.get(leaning, 2):
                continue
            if evidence := self._show(leaning, 1):
                return Finding(*leaning, Reason.WEIGHED, evidence, RULE, implied=True)
        return found

    def _holds(self, means: Mapping[Leaning, tuple[str, ...]], leaning: Leaning) -> bool:
        """True where the text holds a cue of a meaning that is listed for the answer."""
        listed = means.get(leaning, ())
        return any(one.cue.means in listed for one in self._row.heard.cues)

    def doubt(self, found: Finding) -> Finding:
        """A sighting that was found, unclear where all words make it too unlikely; of what a phrase
        only hints at and they make untrue, what they weigh for. Another answer as it was found.
        """
        leaning, limits = (found.question, found.answer), self._weights.doubt
        if leaning != _SIGHTING:
            return found
        likely = self._likely[leaning]
        if found.implied and likely < limits.untrue:
            return self._answer(NOT_TOLD[found.question], self._weights.likely)
        if likely >= (limits.hinted if found.implied else limits.stated):
            return found
        against = tuple(one for one in self._show(leaning, -1) if one not in found.evidence)
        return replace(
            found, answer=Answer.UNCLEAR, reason=Reason.DOUBT, evidence=(*found.evidence, *against)
        )

    def _show(self, leaning: Leaning, side: int) -> tuple[Evidence, ...]:
        """The words that weigh most for it (1) or against it (-1), in the order of the text, those
        that touch as one.
        """
        place = LEANINGS.index(leaning)
        heavy = [(side * weight[place], one) for one, weight in self._met if one.last]
        heavy = sorted((one for one in heavy if one[0] > 0), key=lambda one: -one[0])
        places: list[tuple[int, int]] = []
        for first, last in sorted((one.first, one.last) for _, one in heavy[:_SHOWN]):
            if places and first <= places[-1][1]:
                places[-1] = places[-1][0], max(last, places[-1][1])
            else:
                places.append((first, last))
        words, told = self._row.heard.words, self._row.event.text
        spans = [(words[first].start, words[last - 1].end) for first, last in places]
        return tuple(Evidence(told[start:end], Field.TEXT, start, end) for start, end in spans)


def _find_likely(
    met: Iterable[tuple[Piece, tuple[float, ...]]], weights: Weights
) -> dict[Leaning, float]:
    """How likely each answer is: its odds are held against those of the question's others and of
    none, which are one.
    """
    sums = list(map(sum, zip(weights.start, *(weight for _, weight in met), strict=True)))
    odds = {one: exp(min(total, _MOST)) for one, total in zip(LEANINGS, sums, strict=True)}
    whole = dict.fromkeys(Question, 1.0)
    for leaning, each in odds.items():
        whole[leaning[0]] += each
    return {leaning: each / whole[leaning[0]] for leaning, each in odds.items()}

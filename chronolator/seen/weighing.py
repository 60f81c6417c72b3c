"""What the words of a text weigh together for an answer, where no phrase of the rules tells it.

A text is taken apart into its words and pairs of neighbours, everybody named standing for what they
are (a child whose row it is, a parent, a worker), and the words with the kind of agency before
them. Each piece has a weight, estimated from labelled rows.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from typing import NamedTuple

from chronolator.model import Answer, Evidence, Field, Kind, Question, Reason
from chronolator.model.rules.weights import LEANINGS, Leaning, Weights
from chronolator.seen.decide import Finding
from chronolator.seen.heard import Heard
from chronolator.seen.observed import Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.words.names import NOBODY, Mention

RULE = "weighed-words"
_UNTOLD = frozenset(
    {Reason.SILENT, Reason.ADULT_ONLY, Reason.SIBLING_ONLY, Reason.REMOTE, Reason.MEETING}
)
"""Why there is no answer where no phrase speaks of the child: what one tells and takes back, of a
plan or of another day, is told."""
_ADULT = frozenset({Kind.ADULT})
_STRANGER = (Kind.NAME,)
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
_END, _PAUSE = ".", ","
_NUMBER = "#"
_STEM = 5  # letters: "exam*" is met by examined and examination
_SHOWN = 3  # pieces: as many as the eye takes in


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
    for token in tokens:
        if token.last:
            found += [token, token._replace(name=f"{kind}: {token.name}")]
            if len(token.name) > _STEM and token.name[0] != "{":
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


_MARKS = str.maketrans("", "", "./:")


def _stand_for(one: Mention, child: int) -> str:
    if child in one.children:
        return "{child}"
    if child in one.perhaps:
        return "{perhaps}"
    return next((name for kind, name in _STAND_FOR if kind in one.kinds), "")


def weigh(
    text: dict[Question, Finding], row: Row, child: int, weights: Weights, *, speaks: bool
) -> dict[Question, Finding]:
    """What the text answers; where no phrase tells it, what its words weigh for. `speaks`: the
    child can have words of its own.
    """
    if not _can_weigh(row, child, weights):
        return text
    pieces = take_apart(row.heard, child, row.kind)
    weighed = dict(text)
    if _is_untold(text, Question.SEEN):
        _settle(weighed, Question.SEEN, pieces, row, weights)
    if weighed[Question.SEEN].answer is Answer.YES and _is_untold(text, Question.ALONE):
        _settle(weighed, Question.ALONE, pieces, row, weights)
    if speaks and text[Question.VIEWS].reason is Reason.SILENT:  # no phrase hears another
        _settle(weighed, Question.VIEWS, pieces, row, weights)
    return weighed


def _is_untold(text: dict[Question, Finding], question: Question) -> bool:
    found = text[question]
    return found.answer is Answer.NOT_RECORDED and found.reason in _UNTOLD


def _can_weigh(row: Row, child: int, weights: Weights) -> bool:
    """False where it is not sure that the text is of the child, and of nobody else with a name, or
    that anybody met.
    """
    heard = row.heard
    if len(heard.words) < weights.fewest_words or row.is_of_others(child):
        return False
    if row.contact.holds(*AT_A_DISTANCE):
        return False
    meant = NOBODY.union(*(one.children | one.perhaps for one in heard.mentions if not one.owner))
    if not meant <= {child} or _ADULT.issuperset(heard.whose.kinds):
        return False
    if child in meant and any(one.kinds == _STRANGER and not one.owner for one in heard.mentions):
        return False
    return child in meant or heard.whose.children == {child}


def _settle(
    text: dict[Question, Finding],
    question: Question,
    pieces: Sequence[Piece],
    row: Row,
    weights: Weights,
) -> None:
    """The likeliest answer to the question, if it is likely enough."""
    doubted = any(one.cue.means in weights.unless for one in row.heard.cues)
    if doubted and question is not Question.ALONE:
        return
    met = [(one, weights.pieces[one.name]) for one in pieces if one.name in weights.pieces]
    for place, leaning in enumerate(LEANINGS):
        if leaning[0] is not question or leaning not in weights.least:
            continue
        total = weights.start[place] + sum(weight[place] for _, weight in met)
        if 1 / (1 + exp(-total)) < weights.least[leaning]:
            continue
        evidence = _show([(one, weight[place]) for one, weight in met], row)
        if evidence:
            text[question] = _find(leaning, evidence)
            return


def _find(leaning: Leaning, evidence: tuple[Evidence, ...]) -> Finding:
    return Finding(*leaning, Reason.WEIGHED, evidence, RULE, implied=True)


def _show(met: Sequence[tuple[Piece, float]], row: Row) -> tuple[Evidence, ...]:
    """The words that weigh most, in the order of the text, those that touch as one."""
    heavy = sorted((one for one in met if one[1] > 0 and one[0].last), key=lambda one: -one[1])
    places: list[tuple[int, int]] = []
    for first, last in sorted((one.first, one.last) for one, _ in heavy[:_SHOWN]):
        if places and first <= places[-1][1]:
            places[-1] = places[-1][0], max(last, places[-1][1])
        else:
            places.append((first, last))
    words, told = row.heard.words, row.event.text
    spans = [(words[first].start, words[last - 1].end) for first, last in places]
    return tuple(Evidence(told[start:end], Field.TEXT, start, end) for start, end in spans)

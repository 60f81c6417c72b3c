"""How a row was heard and answered. It is the work of the answers itself, named and kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from chronolator.model import (
    AgencyRules,
    Answer,
    Case,
    Cue,
    Event,
    Field,
    Flag,
    Kind,
    Means,
    Phrase,
    Question,
    Reason,
    SeenRules,
)
from chronolator.seen.decide import Finding
from chronolator.seen.heard import Heard, Loss, Target
from chronolator.seen.nets import Span
from chronolator.seen.observed import Judged, Observed, Row
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.seen.whose import Whence
from chronolator.words.agencies import Kinds
from chronolator.words.mention import Mention


class Standing(Enum):
    """What became of one finding among the others about its question."""

    COUNTS = auto()
    SAME = auto()
    """It says what another says that counts."""
    IMPLIED = auto()
    """It only implies, and another states."""
    WEAKER = auto()
    """Another is surer, or what it tells of came to nothing only at first."""
    SILENT = auto()
    """It answers nothing for this child."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who is meant. `words` are how the text names them ("": it does not); `children` are the names
    of the case's children who are meant, `perhaps` of those who may be, `left_out` of those who
    are said to be left out.
    """

    words: str
    kinds: tuple[Kind, ...]
    children: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Reaching:
    """A cue that reaches a phrase. `words` and `rule` are "" where what a person says before in the
    sentence is what reaches it. `counts` is false where the phrase holds despite it.
    """

    means: Means
    words: str
    rule: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class PhraseMet:
    """A phrase met in a text, of whom it speaks, who did it, and what reaches it."""

    target: Target
    words: str
    who: Somebody
    by: Somebody | None
    reaching: tuple[Reaching, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A phrase or a cue that was met and does not count: `to` is what has its words."""

    rule: Phrase | Cue
    words: str
    loss: Loss
    to: str = ""
    to_words: str = ""


@dataclass(frozen=True, slots=True)
class TextHeard:
    """One cell as heard: its sentences, each as its clauses, and what was met in them: phrases that
    say something, cues (with their words and what they mean, whether they reach anything or not),
    and what does not count.
    """

    field: Field
    sentences: tuple[tuple[str, ...], ...]
    people: tuple[Somebody, ...]
    met: tuple[PhraseMet, ...]
    cues: tuple[tuple[Cue, str], ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One question about one child: everything that was found and what became of it, what the text
    answers, what the column that asks does (None: there is none, or it says nothing), and the flag.
    """

    question: Question
    found: tuple[tuple[Finding, Standing], ...]
    text: Finding
    column: Finding | None
    flag: Flag


@dataclass(frozen=True, slots=True)
class ChildExplained:
    """The three questions for a child; none where the child was not born, or nothing was heard."""

    child: str
    judgements: tuple[Judgement, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A row explained. `kind` is the kind of its agency ("": none is known). `whose` is None where
    nothing was heard, since its agency took the row back. `doubted`: words that it struck out stand
    in the rest of the text too.
    """

    event: Event
    kind: str
    whose: Somebody | None
    whence: Whence
    texts: tuple[TextHeard, ...]
    children: tuple[ChildExplained, ...]
    doubted: bool


class Explainer:
    """The rules compiled for a case: explains rows."""

    def __init__(self, case: Case, rules: SeenRules, agencies: AgencyRules) -> None:
        """Compile once for all rows. Raises `RulesError` where a pattern cannot be read."""
        self._listener = Listener(rules, case)
        self._observer = Observer(self._listener, case)
        self._kinds = Kinds(agencies)
        self._names = tuple(child.name for child in case.children)

    def explain(self, event: Event) -> Explanation:
        """How the row's answers, those of `flag_sightings`, came about."""
        kind = self._kinds.find(event)
        observed = self._observer.observe(event, kind)
        names, row = self._names, observed.row
        return Explanation(
            event,
            kind,
            _name(row.whose, names) if row else None,
            row.whence if row else Whence.CASE,
            tuple(_explain_texts(row, self._listener, names)) if row else (),
            tuple(_explain_child(observed, number, name) for number, name in enumerate(names)),
            observed.doubted,
        )


def _name(
    mention: Mention, names: Sequence[str], heard: Heard | None = None, text: str = ""
) -> Somebody:
    words, pronoun = "", False
    if heard is not None and mention.last > mention.first:
        words = _quote(heard, text, mention.first, mention.last)
        pronoun = mention.first in heard.pronouns

    def name(children: Iterable[int]) -> tuple[str, ...]:
        return tuple(names[one] for one in sorted(children))

    kinds = tuple(dict.fromkeys(mention.kinds))
    meant, perhaps = name(mention.children), name(mention.perhaps)
    return Somebody(words, kinds, meant, perhaps, name(mention.left_out), pronoun)


def _quote(heard: Heard, text: str, first: int, last: int) -> str:
    return text[heard.words[first].start : heard.words[last - 1].end]


def _explain_texts(row: Row, listener: Listener, names: Sequence[str]) -> Iterable[TextHeard]:
    for field, heard in ((Field.CONTACT_TYPE, row.contact), (Field.TEXT, row.heard)):
        text = getattr(row.event, field)
        if heard.words:
            people = tuple(_name(one, names, heard, text) for one in heard.mentions)
            yield TextHeard(
                field,
                tuple(_split(heard, text)),
                people,
                tuple(_explain_target(one, heard, text, row, names) for one in heard.targets),
                tuple((one.cue, text[one.start : one.end]) for one in heard.cues),
                tuple(dict.fromkeys(_list_lost(heard, text, listener))),
            )


def _split(heard: Heard, text: str) -> Iterable[tuple[str, ...]]:
    for _, sentence in groupby(heard.words, key=lambda word: word.sentence):
        clauses = [list(words) for _, words in groupby(sentence, key=lambda word: word.clause)]
        yield tuple(text[words[0].start : words[-1].end] for words in clauses)


def _explain_target(
    target: Target, heard: Heard, text: str, row: Row, names: Sequence[str]
) -> PhraseMet:
    return PhraseMet(
        target,
        text[target.start : target.end],
        _name(target.who, names, heard, text),
        _name(target.by, names, heard, text) if target.by else None,
        tuple(_list_reaching(target, heard, text, row)),
    )


def _list_reaching(target: Target, heard: Heard, text: str, row: Row) -> Iterable[Reaching]:
    """The cues of the text, then those of the kind of contact, then what another says."""
    places = dict(target.reached)
    if target.turned >= 0:
        places[Means.NEGATED] = target.turned
    for means, at in places.items():
        start = heard.words[at].start
        cue = next(one for one in heard.cues if one.start == start and one.cue.means is means)
        counts = means not in target.phrase.despite
        yield Reaching(means, text[cue.start : cue.end], cue.cue.id, counts)
    kind = row.event.contact_type
    for means in sorted(target.means.difference(places)):
        told = row.contact.holds(means) if heard is row.heard else None
        if told is None:
            yield Reaching(means, "", "")
        else:
            yield Reaching(means, kind[told.start : told.end], told.cue.id)


def _list_lost(heard: Heard, text: str, listener: Listener) -> Iterable[Lost]:
    """What was met and does not count, but for a shorter form of what does."""
    for span, loss in heard.met.lost:
        rule = listener.find_rule(span.meaning)
        words = _quote(heard, text, span.first, span.last)
        if loss in {Loss.QUOTED, Loss.AGENCY, Loss.GIVEN, Loss.UNLESS}:
            yield Lost(rule, words, loss)
            continue
        same = isinstance(rule, Phrase) or loss is Loss.MASKED
        winner = _find_winner(span, heard.met.phrases if same else heard.met.cues)
        if winner is not None and winner.meaning != span.meaning:
            to = listener.find_rule(winner.meaning).id
            yield Lost(rule, words, loss, to, _quote(heard, text, winner.first, winner.last))


def _find_winner(span: Span, kept: Iterable[Span]) -> Span | None:
    """The longest of those that share words with the span."""
    over = [one for one in kept if one.first < span.last and span.first < one.last]
    return max(over, key=lambda one: one.last - one.first, default=None)


def _explain_child(observed: Observed, number: int, name: str) -> ChildExplained:
    flags = tuple(flag for flag in observed.flags if flag.child == name)
    judged = next((one for one in observed.judged if one.child == number), None)
    if judged is None:
        return ChildExplained(name, (), flags)
    return ChildExplained(name, tuple(_judge(judged, flag) for flag in flags), flags)


def _judge(judged: Judged, flag: Flag) -> Judgement:
    question = flag.question
    text = judged.text[question]
    found = tuple(
        (one, _find_standing(one, text)) for one in judged.found if one.question is question
    )
    return Judgement(question, found, text, judged.column[question], flag)


def _find_standing(found: Finding, text: Finding) -> Standing:
    if found.answer is Answer.NOT_RECORDED:
        return Standing.COUNTS if found is text else Standing.SILENT
    same = (found.evidence, found.rule, found.answer) == (text.evidence, text.rule, text.answer)
    if same or _holds(text, found):
        return Standing.COUNTS
    if found.answer is text.answer:
        return Standing.SAME
    return Standing.IMPLIED if found.implied and not text.implied else Standing.WEAKER


def _holds(text: Finding, found: Finding) -> bool:
    """True where the text's answer, made of several that disagree, is made of this one too."""
    if text.reason is Reason.WEIGHED or text.evidence == found.evidence:
        return False
    return bool(found.evidence) and set(found.evidence) <= set(text.evidence)

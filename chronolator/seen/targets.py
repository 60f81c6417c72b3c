"""What a text says of sightings: each target with its subject, and what takes it back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from chronolator.model import Case, Cue, Kind, Means, Phrase, Question, Says, SeenRules
from chronolator.seen.nets import Span
from chronolator.seen.patterns import Patterns
from chronolator.seen.reaches import Reaches
from chronolator.seen.subjects import ANYBODY, Subjects
from chronolator.seen.tells import TELLS
from chronolator.words.clauses import Word, split_clauses
from chronolator.words.groups import join_groups, leave_out, resolve_pronouns, settle_roles
from chronolator.words.names import NOBODY, Mention, People

_PRONOUN = (Kind.PRONOUN,)
_PATIENT = (Kind.PATIENT,)
_UNBORN = (Kind.UNBORN,)
_NO_VOICE = frozenset({Kind.ADULT, Kind.LAY, Kind.SIBLING})
_ALL = frozenset[Question | Means](Question)
_MASK = (Says.NOTHING,)
NO_MEANS: frozenset[Means] = frozenset()


@dataclass(frozen=True, slots=True)
class Target:
    """A phrase met in the text at `start` to `end`, of whom it speaks, and the cues that reach it.

    `named`: the subject stands in the words, or in those before them in the sentence; otherwise it
    was taken from whose record it is.
    """

    phrase: Phrase
    start: int
    end: int
    who: Mention
    by: Mention | None
    means: frozenset[Means]
    says: tuple[Says, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A cue met in the text at `start` to `end`."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A text as understood: its targets and cues in order, everybody named in it, and of whom it
    speaks where it names nobody.
    """

    targets: tuple[Target, ...] = ()
    mentions: tuple[Mention, ...] = ()
    cues: tuple[Told, ...] = ()
    whose: Mention = ANYBODY

    def holds(self, *means: Means) -> Told | None:
        """The first cue of one of these meanings, wherever in the text."""
        return next((one for one in self.cues if one.cue.means in means), None)


SILENCE = Heard()


class Listener:
    """The rules compiled for one case; hears what a text says."""

    def __init__(self, rules: SeenRules, case: Case) -> None:
        """Compile once; a listener is used for every text of the run."""
        self.rules = rules
        self.people = People(case, rules.people)
        self._breaks = frozenset(rules.people.breaks)
        self._turns = frozenset(rules.people.turns)
        self._short = frozenset(rules.people.short)
        self._shorthand = rules.people.shorthand
        self._recorded = frozenset((*rules.patients, *rules.clients, *rules.expecting))
        self._aside = frozenset(rules.people.aside)
        self._companions = self._aside.union(rules.people.companions)
        self._about: list[frozenset[Question | Means]] = [
            _find_questions(one) for one in rules.phrases
        ]
        self._about += [frozenset({one.means}) for one in rules.cues]
        self._patterns = _compile(rules)

    def split(self, text: str) -> tuple[Word, ...]:
        """The words of a text, parted as `hear` parts them."""
        return split_clauses(text, self._breaks, self._turns, self._short, self._shorthand)

    def hear(
        self,
        text: str,
        agency: str,
        day: date | None,
        default: Mention,
        means: frozenset[Means] = NO_MEANS,
    ) -> Heard:
        """What the text says in a record of an agency of that kind on that day.

        `default` is of whom it speaks where it names nobody; `means` reach all of it.
        """
        words = self.split(text)
        people = self.people.find(words, day)
        if agency in self._recorded:
            people = tuple(_identify(one, default) for one in people)
        found, default = _recognise(people, default)
        found = settle_roles(text, words, found)
        mentions, groups = found, join_groups(text, words, found, self.rules.people)
        if any(one.kinds == _PRONOUN for one in found):
            mentions = resolve_pronouns(words, found, groups, default)
            groups = join_groups(text, words, mentions, self.rules.people)
        line, spans = self._patterns.find(words, [*mentions, *groups])
        phrases, cues = self._meet(words, spans, agency)
        told = tuple(
            Told(cue, words[match.first].start, words[match.last - 1].end) for cue, match in cues
        )
        if not phrases:
            return Heard((), mentions, told, default)
        reaches = Reaches(words, cues)
        subjects = Subjects(words, [*mentions, *groups], (self._companions, self._aside), default)
        by_place = {one.first: one for one in mentions}
        targets: list[Target] = []
        hearsay = -1
        for span in phrases:
            match = self._patterns.bind(line, span)
            phrase = self.rules.phrases[match.meaning]
            spoken = Says.VIEWS in phrase.says
            who, named = subjects.find(match, phrase.of, spoken=spoken)
            who = leave_out(words, who, match.last, by_place, self.rules.people)
            reached, negated = reaches.find(span, spoken=spoken)
            sentence = words[match.first].sentence
            if sentence == hearsay:
                reached.add(Means.HEARSAY)
            elif Says.VIEWS in phrase.says and _NO_VOICE.issuperset(who.kinds):
                hearsay = sentence  # whatever follows there is what another says
            reached = (reached | means).difference(phrase.despite)
            says = phrase.says
            if negated and Means.NEGATED not in phrase.despite:
                says = phrase.negated
            targets.append(
                Target(
                    phrase,
                    words[match.first].start,
                    words[match.last - 1].end,
                    who,
                    match.by,
                    frozenset(reached),
                    tuple(one for one in says if one is not Says.NOTHING),
                    named,
                )
            )
        return Heard(tuple(targets), mentions, told, default)

    def _meet(
        self, words: Sequence[Word], spans: Iterable[Span], agency: str
    ) -> tuple[list[Span], list[tuple[Cue, Span]]]:
        """The phrases and the cues that count of all that were met."""
        rules = self.rules
        count = len(rules.phrases)
        phrases: list[Span] = []
        cues: list[Span] = []
        for span in spans:
            if words[span.first].quoted:
                continue
            if span.meaning >= count:
                cues.append(span)
                continue
            agencies = rules.phrases[span.meaning].agencies
            if not agencies or agency in agencies:
                phrases.append(span)
        kept = _keep_longest(phrases, self._about)
        masked: set[int] = set()
        targets: list[Span] = []
        for span in kept:
            if rules.phrases[span.meaning].says == _MASK:
                masked.update(range(span.first, span.last))
            else:
                targets.append(span)
        free = [one for one in cues if masked.isdisjoint(range(one.first, one.last))]
        told = _keep_longest(free, self._about)
        return targets, [(rules.cues[one.meaning - count], one) for one in told]


@lru_cache(maxsize=2)
def _compile(rules: SeenRules) -> Patterns:
    """The patterns of the rules, which are the same for every case."""
    words = [*(one.words for one in rules.phrases), *(one.words for one in rules.cues)]
    return Patterns(words, rules.lists or {})


def _find_questions(phrase: Phrase) -> frozenset[Question | Means]:
    """About which questions a phrase speaks; one that says nothing keeps all others away."""
    if Says.NOTHING in phrase.says:
        return _ALL
    return frozenset[Question | Means](TELLS[says][0] for says in (*phrase.says, *phrase.negated))


def _identify(mention: Mention, default: Mention) -> Mention:
    """The mention, a patient being whose record it is."""
    if mention.kinds != _PATIENT or default.kinds == _UNBORN:
        return mention
    return mention._replace(kinds=default.kinds, children=default.children, perhaps=default.perhaps)


def _recognise(found: Sequence[Mention], default: Mention) -> tuple[tuple[Mention, ...], Mention]:
    """The mentions and the default, "the child" being the one named, or whose record it is."""
    named = NOBODY.union(*(one.children for one in found if one.kinds == (Kind.CHILD,)))
    if len(default.children) == 1:
        named = default.children
    if len(named) != 1:
        return tuple(found), default
    if named <= default.perhaps:
        default = default._replace(children=named, perhaps=NOBODY)
    return tuple(
        one._replace(children=named, perhaps=NOBODY)
        if one.kinds == (Kind.CHILD,) and named <= one.perhaps
        else one
        for one in found
    ), default


def _keep_longest(
    spans: Iterable[Span], about: Sequence[frozenset[Question | Means]]
) -> list[Span]:
    """The spans without those that a longer one about the same thing overlaps, in order."""
    kept: list[Span] = []
    taken: dict[Question | Means, set[int]] = defaultdict(set)
    for span in sorted(spans, key=lambda one: (one.first - one.last, one.first, one.meaning)):
        words = range(span.first, span.last)
        places = [taken[thing] for thing in about[span.meaning]]
        if all(place.isdisjoint(words) for place in places):
            for place in places:
                place.update(words)
            kept.append(span)
    kept.sort(key=lambda one: one.first)
    return kept

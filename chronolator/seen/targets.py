"""What a text says of sightings: each target with its subject, and what takes it back."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from chronolator.model import Case, Cue, Kind, Means, Of, Phrase, Question, Reach, Says, SeenRules
from chronolator.seen.patterns import Match, Patterns
from chronolator.seen.tells import TELLS
from chronolator.words.clauses import Word, split_clauses
from chronolator.words.groups import join_groups, leave_out, resolve_pronouns, settle_roles
from chronolator.words.names import NOBODY, Mention, People

_NO_SUBJECT = frozenset({Kind.PROFESSIONAL, Kind.PRONOUN, Kind.THING})
_NOT_THEIR_OWN = frozenset({Kind.PROFESSIONAL, Kind.THING, Kind.UNBORN, Kind.NAME, Kind.SIBLING})
_NO_TOPIC = frozenset({Kind.PROFESSIONAL, Kind.THING, Kind.UNBORN, Kind.NAME})
_BOTH_WAYS = frozenset({Reach.CLAUSE_BOTH, Reach.SENTENCE_BOTH})
_IN_CLAUSE = frozenset({Reach.CLAUSE, Reach.CLAUSE_BOTH})
_PRONOUN = (Kind.PRONOUN,)
_NO_VOICE = frozenset({Kind.ADULT, Kind.LAY, Kind.SIBLING})
_AT_A_DISTANCE = frozenset({Means.REMOTE, Means.VIDEO, Means.MEETING})
_ALL = frozenset[Question | Means](Question)
_MASK = (Says.NOTHING,)
NO_MEANS: frozenset[Means] = frozenset()


ANYBODY = Mention(0, 0, (Kind.NAME,))


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
        self._aside = frozenset(rules.people.aside)
        self._companions = self._aside.union(rules.people.companions)
        self._about: list[frozenset[Question | Means]] = [
            _find_questions(one) for one in rules.phrases
        ]
        self._about += [frozenset({one.means}) for one in rules.cues]
        self._patterns = _compile(rules)

    def split(self, text: str) -> tuple[Word, ...]:
        """The words of a text, parted as `hear` parts them."""
        return split_clauses(text, self._breaks, self._turns, self._short)

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
        found, default = _recognise(self.people.find(words, day), default)
        found = settle_roles(text, words, found)
        mentions, groups = found, join_groups(text, words, found, self.rules.people)
        if any(one.kinds == _PRONOUN for one in found):
            mentions = resolve_pronouns(words, found, groups, default)
            groups = join_groups(text, words, mentions, self.rules.people)
        phrases, cues = self._meet(words, [*mentions, *groups], agency)
        told = tuple(
            Told(cue, words[match.first].start, words[match.last - 1].end) for cue, match in cues
        )
        if not phrases:
            return Heard((), mentions, told, default)
        reaches = _Reaches(words, cues)
        subjects = _Subjects(words, [*mentions, *groups], (self._companions, self._aside), default)
        by_place = {one.first: one for one in mentions}
        targets: list[Target] = []
        hearsay = -1
        for match in phrases:
            phrase = self.rules.phrases[match.meaning]
            spoken = Says.VIEWS in phrase.says
            who, named = subjects.find(match, phrase.of, spoken=spoken)
            who = leave_out(words, who, match.last, by_place, self.rules.people)
            reached, negated = reaches.find(match, spoken=spoken)
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
        self, words: Sequence[Word], mentions: Sequence[Mention], agency: str
    ) -> tuple[list[Match], list[tuple[Cue, Match]]]:
        rules = self.rules
        count = len(rules.phrases)
        phrases: list[Match] = []
        cues: list[Match] = []
        for match in self._patterns.find(words, mentions):
            if words[match.first].quoted:
                continue
            if match.meaning >= count:
                cues.append(match)
                continue
            agencies = rules.phrases[match.meaning].agencies
            if not agencies or agency in agencies:
                phrases.append(match)
        kept = _keep_longest(phrases, self._about)
        masked: set[int] = set()
        targets: list[Match] = []
        for match in kept:
            if self.rules.phrases[match.meaning].says == _MASK:
                masked.update(range(match.first, match.last))
            else:
                targets.append(match)
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


class _Subjects:
    """Whom each match speaks of: who stands in it, else in its sentence, else the row's."""

    def __init__(
        self,
        words: Sequence[Word],
        mentions: Sequence[Mention],
        behind: tuple[frozenset[str], frozenset[str]],
        default: Mention,
    ) -> None:
        self._words = words
        companions, aside = behind
        everybody = sorted(mentions, key=lambda one: (one.last, -one.first))
        people = [one for one in everybody if not one.owner and _NO_SUBJECT.isdisjoint(one.kinds)]
        self._people = [one for one in people if not self._stands_behind(one, companions)]
        self._speakers = [
            one
            for one in people
            if not self._stands_behind(one, aside) and _NOT_THEIR_OWN.isdisjoint(one.kinds)
        ]
        self._default = default
        self._last: tuple[int, Mention] | None = None
        self._topic: Mention | None = None

    def _stands_behind(self, mention: Mention, before: frozenset[str]) -> bool:
        return mention.first > 0 and self._words[mention.first - 1].text in before

    def find(self, match: Match, of: Of, *, spoken: bool) -> tuple[Mention, bool]:
        """Who it is, and whether the sentence names them."""
        sentence = self._words[match.first].sentence
        who = match.who or self._find_before(match, sentence, spoken=spoken)
        if who is None and of is not Of.THE_ROW:
            fallback = self._default if of is Of.LAST_NAMED else ANYBODY
            return _find_last(self._speakers, match) or fallback, False
        if who is None:
            return self._topic or self._default, False
        if _NO_SUBJECT.isdisjoint(who.kinds):
            self._last = sentence, who
        if _NO_TOPIC.isdisjoint(who.kinds):
            self._topic = who
        return who, True

    def _find_before(self, match: Match, sentence: int, *, spoken: bool) -> Mention | None:
        """The nearest before it in its sentence: whom a phrase spoke of, or who is named."""
        last = self._last[1] if self._last is not None and self._last[0] == sentence else None
        person = _find_last(self._speakers if spoken else self._people, match)
        if person is None or self._words[person.first].sentence != sentence:
            return last
        return last if last is not None and last.last >= person.last else person


def _find_last(people: Sequence[Mention], match: Match) -> Mention | None:
    place = bisect_right(people, match.first, key=lambda one: one.last) - 1
    return people[place] if place >= 0 else None


class _Reaches:
    """The cues of a text, laid out so that a long text takes no longer for each phrase.

    A cue that reaches forward from within the words of a phrase is part of the phrase.
    """

    def __init__(self, words: Sequence[Word], cues: Iterable[tuple[Cue, Match]]) -> None:
        self._words = words
        self._forward: dict[tuple[bool, int], dict[Means, int]] = defaultdict(dict)
        self._both: dict[tuple[bool, int], dict[Means, int]] = defaultdict(dict)
        self._negated: dict[tuple[bool, int], list[int]] = defaultdict(list)
        self._row: dict[Means, list[int]] = defaultdict(list)
        there = self._row[Means.IN_PERSON]
        for cue, match in cues:
            means, reach, first = cue.means, cue.reach, match.first
            if reach is Reach.ROW and not (there and means in _AT_A_DISTANCE):
                self._row[means].append(first)
                continue
            in_clause = reach in _IN_CLAUSE
            place = in_clause, words[first].clause if in_clause else words[first].sentence
            if means is Means.NEGATED:
                self._negated[place].append(first)
            elif reach in _BOTH_WAYS:
                self._both[place].setdefault(means, first)
            else:
                self._forward[place].setdefault(means, first)

    def find(self, match: Match, *, spoken: bool) -> tuple[set[Means], bool]:
        """The meanings that reach the match, and whether they turn it into its contrary.

        What stands behind words of speech is what was said, and does not reach them.
        """
        words = self._words
        first, last = words[match.first], words[match.last - 1]
        reached: set[Means] = set()
        negations = 0
        for place in {(True, first.clause), (True, last.clause), (False, last.sentence)}:
            for means, at in self._both.get(place, {}).items():
                if at < match.last or not spoken or means is Means.TODAY:
                    reached.add(means)
            for means, at in self._forward.get(place, {}).items():
                if at < match.first:
                    reached.add(means)
            if place in self._negated:
                negations += bisect_left(self._negated[place], match.first)
        arrivals = self._row[Means.IN_PERSON]
        arrived = bisect_left(arrivals, match.last)
        there = arrivals[arrived - 1] if arrived else -1
        for means, at_all in self._row.items():
            before = bisect_left(at_all, match.first)
            if before and (at_all[before - 1] >= there or means not in _AT_A_DISTANCE):
                reached.add(means)
        return reached, negations % 2 == 1


def _keep_longest(
    matches: Iterable[Match], about: Sequence[frozenset[Question | Means]]
) -> list[Match]:
    """The matches without those that a longer one about the same thing overlaps, in order."""
    kept: list[Match] = []
    taken: dict[Question | Means, set[int]] = defaultdict(set)
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first, m.meaning)):
        span = range(match.first, match.last)
        places = [taken[thing] for thing in about[match.meaning]]
        if all(place.isdisjoint(span) for place in places):
            for place in places:
                place.update(span)
            kept.append(match)
    kept.sort(key=lambda m: m.first)
    return kept

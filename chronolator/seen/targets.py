"""What a text says of sightings: each target with its subject, and what takes it back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache, partial

from chronolator.model import (
    Answer,
    Case,
    Cue,
    Kind,
    Means,
    Of,
    Phrase,
    Says,
    SeenRules,
)
from chronolator.seen.callers import Call
from chronolator.seen.choosing import Chooser
from chronolator.seen.clauses import is_clause, is_left_blank
from chronolator.seen.deeds import Deeds
from chronolator.seen.doers import find_doer, find_doer_before, sort_spans
from chronolator.seen.heard import Heard, Target, Told
from chronolator.seen.joints import take_joints
from chronolator.seen.missing import deny_company, find_missing
from chronolator.seen.naming import Naming, recognise
from chronolator.seen.nets import Span
from chronolator.seen.patterns import Match, Patterns
from chronolator.seen.quotations import is_told_in_marks
from chronolator.seen.reaches import Reaches
from chronolator.seen.speech import Speech
from chronolator.seen.splitter import Splitter
from chronolator.seen.subjects import Subjects
from chronolator.seen.tells import TELLS, find_says
from chronolator.words.excepted import leave_excepted
from chronolator.words.groups import join_groups, leave_out, settle_roles
from chronolator.words.mention import Mention
from chronolator.words.names import People
from chronolator.words.pronouns import resolve_pronouns
from chronolator.words.remaining import Remaining
from chronolator.words.siblings import name_siblings
from chronolator.words.word import Word

_PRONOUN = (Kind.PRONOUN,)
_ADULT = frozenset({Kind.ADULT})
_THING = (Kind.THING,)
_SIGHT = (Says.SEEN,)
_NOT_BROUGHT = (Says.NOT_BROUGHT,)
_WITH_CARER = (Says.WITH_CARER,)
_SHOWS = frozenset({Says.SEEN, Says.ASLEEP, Says.MAYBE_SEEN, Says.ALONE})
_DENIES = frozenset(says for says, (_, answer, _) in TELLS.items() if answer is Answer.NO)
NO_MEANS: frozenset[Means] = frozenset()
_MOST_KEPT = 1024
"""Texts of which what they say is kept: kinds of contact and short entries come again and again."""


class Listener:
    """The rules compiled for one case; hears what a text says."""

    def __init__(self, rules: SeenRules, case: Case) -> None:
        """Compile once; a listener is used for every text of the run."""
        self._hear_once = lru_cache(_MOST_KEPT)(self._hear)
        self.rules = rules
        self.people = People(case, rules.people)
        self.split = Splitter(rules.people, self.people).split
        self._naming = Naming(self.people, rules)
        self._remaining = Remaining(self.people.children, rules.people)
        self._joints = take_joints(rules.people)
        self._choices = frozenset(rules.people.choices)
        self._chooser = Chooser(rules)
        self._patterns = compile_phrases(rules)
        self._of_others = frozenset(
            meaning for meaning, one in enumerate(rules.phrases) if one.of is Of.OTHERS
        )
        self._sightings = frozenset(
            meaning for meaning, one in enumerate(rules.phrases) if one.says == _SIGHT
        )

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
        return self._hear_once(text, agency, self.people.children.find_stage(day), default, means)

    def _hear(
        self,
        text: str,
        agency: str,
        day: date | None,
        default: Mention,
        means: frozenset[Means],
    ) -> Heard:
        words = self.split(text)
        default, mentions, groups, pronouns = self._name(text, words, agency, day, default)
        line, every = self._patterns.find(words, [*mentions, *groups])
        if not every:
            return Heard((), mentions, (), default, words, pronouns)
        bind = cache(partial(self._patterns.bind, line))  # asked more than once of a span
        deeds = Deeds(words, mentions, pronouns)
        spans = [one for one in every if self._can_speak(bind, one, default, deeds)]
        met, phrases = self._chooser.choose(words, spans, agency, means)
        cues = [(self.find_cue(one.meaning), one) for one in met.cues]
        told = tuple(
            Told(cue, words[one.first].start, words[one.last - 1].end) for cue, one in cues
        )
        if not phrases:
            return Heard((), mentions, told, default, words, pronouns, met)
        reaches = Reaches(words, cues, self._choices, self.rules.people.joins)
        subjects = Subjects(
            words,
            [*mentions, *groups],
            self._joints,
            default,
            spoken_for=agency in self.rules.spoken_for,
        )
        by_place = {one.first: one for one in (*mentions, *groups)}
        by_beginning = sort_spans(spans)
        everyone = frozenset(self.people.children.list_born(day))
        missing = find_missing(words, mentions, self._joints.missing)
        targets: list[Target] = []
        speech, call = Speech(), Call(words, mentions, cues, self._joints.joins)
        for span in phrases:
            match = bind(span)
            # Before who else begins it counts: a "neither" of the phrase's own turns nothing.
            begins = -1 if match.who is None else match.who.first
            phrase = self.rules.phrases[match.meaning]
            spoken = Says.VIEWS in phrase.says
            denies = _DENIES.issuperset(phrase.says)
            match = _settle_match(words, match, phrase, by_place, denies=denies)
            who, how = subjects.find(match, phrase, spoken=spoken, denies=denies)
            sentence = words[match.first].sentence
            if denies and who.first in pronouns:
                who = _find_denied(who, match, subjects, told=sentence == speech.others)
            explains = words[match.first].quoted and who.last == match.first  # "K 'in bed'"
            who = leave_out(words, who, match.last, by_place, self.rules.people)
            who = leave_excepted(words, who, by_place, everyone, self.rules.people)
            reached, turned = reaches.find(span, spoken=spoken, who=begins)
            counted = means.union(reached)
            called = call.tells(match, phrase, who, counted)
            whole = spoken and is_clause(words, match)
            if speech.follow(words[match.first], phrase, who, inserted=whole) or called:
                counted |= {Means.HEARSAY}
            if who.titled and who.children:
                counted -= {Means.UNBORN}  # who has a name and was born is no unborn
            aside = (
                self._stands_behind(words, match, self._joints.aside)
                or is_left_blank(words, match)
                or (denies and sentence == speech.own and not _is_company(phrase))
            )
            says = find_says(phrase, aside=aside, turned=turned >= 0, half=span in met.half)
            if not missing.isdisjoint(range(match.first, match.last)):
                says = deny_company(says, who, missing)
            if spoken and (explains or self._stands_behind(words, match, self._joints.absent)):
                says = ()
            if not spoken and is_told_in_marks(words, match):
                says = tuple(one for one in says if one not in _SHOWS)
            subjects.leave(match, says, who)
            targets.append(
                Target(
                    phrase,
                    words[match.first].start,
                    words[match.last - 1].end,
                    who,
                    match.by
                    or find_doer_before(words, match, phrase, targets, self._joints.joins)
                    or find_doer(span, by_beginning, bind),
                    counted.difference(phrase.despite),
                    tuple(one for one in says if one is not Says.NOTHING),
                    how,
                    tuple(reached.items()),
                    turned,
                    agency not in self.rules.clients,
                )
            )
        return Heard(
            tuple(targets),
            mentions,
            told,
            default,
            words,
            pronouns,
            met,
            self._find_aside(words, mentions),
        )

    def _name(
        self, text: str, words: Sequence[Word], agency: str, day: date | None, default: Mention
    ) -> tuple[Mention, tuple[Mention, ...], Sequence[Mention], frozenset[int]]:
        """Of whom the text speaks where it names nobody, who is named, those named together, and
        where pronouns stand.
        """
        people = self._naming.find(words, day, agency, default)
        people = self._remaining.settle(words, people, day)
        family = default.children | default.perhaps
        found, default = recognise(
            words, people, default, self.rules.people, self.people.children.genders
        )
        found = settle_roles(text, words, found, self.rules.people)
        found = name_siblings(
            words, found, default.children, self.people.children, self.rules.people, day
        )
        groups = join_groups(text, words, found, self.rules.people)
        pronouns = frozenset(one.first for one in found if one.kinds == _PRONOUN)
        if not pronouns:
            return default, found, groups, pronouns
        mentions = resolve_pronouns(
            words, found, groups, default, self.rules.people, self.people.children.genders, family
        )
        return default, mentions, join_groups(text, words, mentions, self.rules.people), pronouns

    def _find_aside(self, words: Sequence[Word], mentions: Iterable[Mention]) -> frozenset[int]:
        """Where those begin of whom something only is told: "a card for nan"."""
        behind = self._joints.aside
        return frozenset(
            one.first for one in mentions if one.first and words[one.first - 1].text in behind
        )

    def _can_speak(
        self, bind: Callable[[Span], Match], span: Span, default: Mention, deeds: Deeds
    ) -> bool:
        """False for what is said of others beside the child whose record it is, but names none; and
        for whom or what a child met or held, which is no sighting of those, but the child's deed.
        """
        if span.meaning in self._of_others:
            who = bind(span).who
            own = default.children
            return bool(own) and who is not None and own.isdisjoint(who.children | who.perhaps)
        if span.meaning not in self._sightings:
            return True
        return not deeds.hold(bind(span))

    @staticmethod
    def _stands_behind(words: Sequence[Word], match: Match, before: frozenset[str]) -> bool:
        """True where who begins the phrase stands behind one of the words before: it is not the
        child who was reviewed in "results for the child reviewed", nor said in "without K: ...".
        """
        who = match.who
        begins = who is not None and who.first == match.first
        if not begins or not match.first:
            return False
        last, here = words[match.first - 1], words[match.first]
        return last.text in before and last.segment == here.segment

    def find_rule(self, meaning: int) -> Phrase | Cue:
        """The phrase or the cue that a span tells by its meaning."""
        count = len(self.rules.phrases)
        return self.rules.phrases[meaning] if meaning < count else self.find_cue(meaning)

    def find_cue(self, meaning: int) -> Cue:
        """The cue that a span tells by its meaning."""
        return self.rules.cues[meaning - len(self.rules.phrases)]


def _settle_match(
    words: Sequence[Word],
    match: Match,
    phrase: Phrase,
    by_place: Mapping[int, Mention],
    *,
    denies: bool,
) -> Match:
    """The match with the one of whom it speaks: no thing that was not brought or has a colon behind
    it ("ward round: stable"), and who begins what denies a sighting ("neither girl was in").
    """
    who = match.who
    if who is not None and who.kinds == _THING:
        label = words[who.last - 1].colon and who.last < match.last
        match = match._replace(who=None) if label or phrase.says == _NOT_BROUGHT else match
    own = by_place.get(match.first) if denies and match.who is None else None
    if own is not None and own.last <= match.last and own.children:
        match = match._replace(who=own)
    return match


def _find_denied(who: Mention, match: Match, subjects: Subjects, *, told: bool) -> Mention:
    """Whom a pronoun means that was not seen: the child, where another tells ("mum says she is at
    her nan's"), or one named before: "K in the bath, mum called up. I did not see her".
    """
    if told:
        return subjects.find_child()
    if not _ADULT.issuperset(who.kinds):
        return who
    return subjects.find_named(match, who.gender) or who


@lru_cache(maxsize=2)
def compile_phrases(rules: SeenRules) -> Patterns:
    """The patterns of the rules, which are the same for every case. Raises `RulesError` where one
    cannot be read.
    """
    words = [
        *((one.id, one.words) for one in rules.phrases),
        *((one.id, one.words) for one in rules.cues),
    ]
    return Patterns(words, rules.lists or {})


def _is_company(phrase: Phrase) -> bool:
    """True for what is stated of who was there, even where the child tells: "in front of dad"."""
    return phrase.says == _WITH_CARER and not phrase.implied

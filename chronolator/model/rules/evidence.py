"""By what rows of several agencies are held to be accounts of one contact."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from chronolator.model.rules.differing import (
    Action,
    ActionWords,
    Cause,
    Claim,
    DayWords,
    Doing,
    ThingWords,
    TopicWords,
)
from chronolator.model.rules.told_numbers import ToldNumbers
from chronolator.model.rules.turning import Turning


class Mode(StrEnum):
    """How people met, or did not: it tells how near in time accounts of one contact must be."""

    MEETING = "meeting"
    MESSAGE = "message"
    NOTICE = "notice"
    DIRECT = "direct"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a sum of evidence (log-odds, base 2) makes a link, and how far is looked.

    `linked` and `possible` are the least sums of each; a rival within `margin` makes a link only
    possible; two accounts of one group weigh `agree` or more. Times up to `minutes_alike` apart do
    not differ, nor do deadlines up to `days_alike` apart or such a share (`share_alike`) of the
    longer time, nor marks of which one is up to `size_alike` times as long; a time in the words
    differs from the other's where it lies within `told_minutes` of it. Across midnight, times
    within `night_hours` are one night; one held once more is `again_hours` later at least. A
    word is rare by the rows of `nearby_days` on either side, a time quiet by those of
    `quiet_days`. Accounts lie at most `most_days` apart. Two rows of one agency and time, of
    `same_words` or more, say the same where they have `same_share` of their words in common.
    """

    linked: float
    possible: float
    margin: float
    agree: float
    minutes_alike: int
    days_alike: int
    share_alike: float
    size_alike: float
    told_minutes: int
    night_hours: int
    again_hours: int
    nearby_days: int
    quiet_days: int
    most_days: int
    same_words: int
    same_share: float


@dataclass(frozen=True, slots=True)
class EvidenceWeight:
    """What one piece of evidence weighs, and how it is said: {a} and {b} are the rows' own."""

    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class ContactKind:
    """A kind of contact and the phrases that tell of it ("*": up to three words between).

    `of` is the kind it is a form of. `types` count in a column for the kind of contact alone.
    `mirrors` are the kinds that the other side tells instead, `party` the kind of agency that alone
    sends such a notice. `means`: a means of talking or writing, of which a contact has but one.
    `loose`: what some call a meeting that others call by its own name.
    Before one of `not_before` the phrases mean something else. With `told_by`, they tell of it in
    rows of these kinds of agency alone, and there before a phrase of another kind.
    """

    id: str
    mode: Mode
    words: tuple[str, ...]
    of: str = ""
    types: tuple[str, ...] = ()
    mirrors: tuple[str, ...] = ()
    party: str = ""
    means: bool = False
    loose: bool = False
    not_before: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyWords:
    """What other agencies call agencies of these kinds, and their people.

    `shared`: what each of these kinds calls its own people, so that it means no other by it.
    `otherwise` are the kinds whose agencies are meant where the run has none of `kinds`.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...]
    shared: bool = False
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Phrases next to a kind of contact that make it a plan, a reason or a paper.

    Those `before` may be parted from it by words of `over`.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words of one meaning. `of`: the group that this one is a part of. `any`: it may be all."""

    id: str
    words: tuple[str, ...]
    of: str = ""
    any: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceWords:
    """Phrases that tell who was at a meeting, by where they stand to the one meant.

    `absent_behind` counts with a "no" before the one meant, `absent_at_end` where a clause ends
    with it. `own` ones have no subject: the agency
    that writes was there, or not; it was, where one of `own_going` stands before a meeting. Behind
    one of `beside` an agency is a place, not somebody who was there; behind one of `elsewhere`
    "with" tells of a life together. At a meeting, who does one of `present_at_meetings` is there,
    at a visit (told of by one of the words `visits`) of whom `present_at_visits` is said, or whose
    clause ends with `present_at_end`.
    Nobody else was there with whom `alone_after` stands behind, one of `alone_adverbs` with nothing
    behind it, or `alone_before` before, and of the family nobody with `no_family`, nobody but those
    named before with `no_others`. Who has one of `aloof` need not have been at the meeting of which
    they tell, nor of whom one of the `papers` was read there. A list of those at a meeting holds
    short items with none of `no_items` in them ("Mum, SENCO, family worker, dad on speakerphone"),
    and beside who is known nothing but one of `list_beside`. Behind one of `owners` a mother may be
    a parent's. Behind one of `supposed` it is no account of who was there, and behind one of
    `telling` it is a tale where in the home somebody was.
    """

    absent_before: tuple[str, ...] = ()
    absent_behind: tuple[str, ...] = ()
    absent_at_end: tuple[str, ...] = ()
    absent_after: tuple[str, ...] = ()
    present_before: tuple[str, ...] = ()
    present_after: tuple[str, ...] = ()
    present_at_meetings: tuple[str, ...] = ()
    present_at_visits: tuple[str, ...] = ()
    present_at_end: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    own_present: tuple[str, ...] = ()
    own_absent: tuple[str, ...] = ()
    own_going: tuple[str, ...] = ()
    alone_after: tuple[str, ...] = ()
    alone_before: tuple[str, ...] = ()
    alone_adverbs: tuple[str, ...] = ()
    no_family: tuple[str, ...] = ()
    no_others: tuple[str, ...] = ()
    no_adults: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    aloof: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    no_items: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    list_beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words for numbers (the first is none) and the words for children that they stand before;
    `both` are phrases for two. `units`: measures of which one account can have but one value.
    Before one of `not_counted` a number counts nothing that can differ; before the phrases of
    `rates`, by the time meant, what is not named. `single` words are one; one of `many` before a
    harm is more than two; shortly behind one of `scales` stands its number. `lengths`: the units in
    which marks are measured, in millimetres. `others`: who is counted, and what stands behind the
    number.
    """

    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    scales: tuple[str, ...] = ()
    rates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lengths: dict[str, float] = field(default_factory=dict)
    others: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MatterRules:
    """How it is weighed if two texts are about like matters, where each has `fewest_words` that
    tell: below so much likeness (1 is the most), that piece of evidence, or none (""). `file`: the
    vectors of words (None: nothing is weighed).
    """

    file: Path | None = None
    fewest_words: int = 0
    bins: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceRules:
    """The rules by which contacts are linked. Two are equal only where they are one.

    `clock`: up to so many minutes apart, that weight; `a_day_off`: where both have one time on two
    days, that weight for the first number of minutes that divides it; a time behind one of
    `happenings` is of what happens once in a contact; one of `of_others` before a
    time in the words makes it the time of something else. `days` the weights by mode for none,
    one, two and more days apart. `people` and `rare_words`: how many of these count at most.
    `family` are words for people of no agency, `kin` for whom one of them can have ("mother's
    son"), `whom` stands for one to whom something is done, `asking` for those who turn to several
    at once. `hosts` are the kinds of agency whose visits are at their own place, `home` the kinds
    of contact that are not; `proper` those that have a name of their own, which is no place's,
    `by_town` those called by their town's where they do something; `public` those whom anybody
    rings, and tells another of it. A talk is not with those of `about`, but about them; a row with
    one of `every_child` is about all children of the case. `common`
    words tell nothing of which contact is meant. `sides` are the words for left, right and both,
    `none` words take back the phrase behind them, but for what a word of `partly` between leaves
    ("no new bruises"); `ailments` are the groups of harms that are no injury, `unhurt` phrases
    for none, `whole` for no other; `spared` stand behind a part of the body that is not hurt,
    `free_of` before it; `harmless` phrases hold a word for a harm and tell of none.
    `relatives` are those who attend, by the words for each, but not in a phrase of `nobody`, which
    names a thing; `persons` all others of no agency, `attenders` those of them who may be at a
    contact; a word of `either` means one of several relatives. `topics` are one thing in several
    words, `terms` what lasts for a time; `durations` are units in hours.
    """

    limits: Limits
    weights: dict[str, EvidenceWeight]
    kinds: tuple[ContactKind, ...]
    parties: tuple[PartyWords, ...]
    clock: tuple[tuple[int, float], ...]
    days: dict[Mode, tuple[float, ...]]
    of_others: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()
    a_day_off: tuple[tuple[int, float], ...] = ()
    rare_words: int = 0
    people: int = 0
    matters: MatterRules = MatterRules()
    aside: Aside = Aside()
    turning: Turning = field(default_factory=Turning)
    family: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    proper: tuple[str, ...] = ()
    by_town: tuple[str, ...] = ()
    called_without: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    every_child: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    told_numbers: ToldNumbers = field(default_factory=ToldNumbers)
    common: tuple[str, ...] = ()
    same: tuple[WordGroup, ...] = ()
    parts: tuple[WordGroup, ...] = ()
    harms: tuple[WordGroup, ...] = ()
    causes: tuple[Cause, ...] = ()
    things: ThingWords = field(default_factory=ThingWords)
    claims: tuple[Claim, ...] = ()
    doings: tuple[Doing, ...] = ()
    details: tuple[Doing, ...] = ()
    topics: tuple[WordGroup, ...] = ()
    topic_words: TopicWords = field(default_factory=TopicWords)
    day_words: DayWords = field(default_factory=DayWords)
    terms: tuple[WordGroup, ...] = ()
    durations: dict[str, int] = field(default_factory=dict)
    persons: tuple[WordGroup, ...] = ()
    none: tuple[str, ...] = ()
    unhurt: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    free_of: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    ailments: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    sides: dict[str, tuple[str, ...]] = field(default_factory=dict)
    relatives: tuple[WordGroup, ...] = ()
    attenders: tuple[WordGroup, ...] = ()
    either: dict[str, tuple[str, ...]] = field(default_factory=dict)
    attendance: AttendanceWords = AttendanceWords()
    numbers: NumberWords = NumberWords()
    actions: tuple[Action, ...] = ()
    acting: ActionWords = field(default_factory=ActionWords)

"""Which phrases say that a child was seen, seen alone, heard, and what takes them back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chronolator.model.fields import Answer, Question, Reason
from chronolator.model.rules.cells import CellRules, PresenceRules
from chronolator.model.rules.people import PeopleRules
from chronolator.model.rules.weights import Weights


class Says(StrEnum):
    """What a phrase tells of its subject. `NOTHING` keeps other phrases from its words.

    `AT_SCHOOL` is away for who visits at home, and a sighting where the school itself says so.
    `LEFT_ASLEEP` is not seen, unless anything tells of a sighting.
    """

    SEEN = "seen"
    ASLEEP = "asleep"
    ADMITTED = "admitted"
    DISCHARGED = "discharged"
    MAYBE_SEEN = "maybe seen"
    NOT_SEEN = "not seen"
    NO_ACCESS = "no access"
    NOT_BROUGHT = "not brought"
    AWAY = "away"
    AT_SCHOOL = "at school"
    MISSING = "missing"
    LEFT = "left"
    LEFT_ASLEEP = "left asleep"
    ALONE = "alone"
    WITH_CARER = "with carer"
    CARER_ABOUT = "carer about"
    VIEWS = "views"
    DECLINED = "declined"
    NOTHING = "nothing"


class Means(StrEnum):
    """What a cue does to the phrases in its reach."""

    NEGATED = "negated"
    PLANNED = "planned"
    EARLIER = "earlier"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"
    HEARSAY = "hearsay"
    REMOTE = "remote"
    RANG_IN = "rang in"
    VIDEO = "video"
    MEETING = "meeting"
    UNBORN = "unborn"
    TODAY = "today"
    THIS_TIME = "this time"
    SOURCE = "source"
    INTERVIEW = "interview"
    IN_PERSON = "in person"
    AGAIN = "again"
    AT_THE_DOOR = "at the door"
    CAME_TO_SEE = "came to see"
    ELSEWHERE = "elsewhere"


class Reach(StrEnum):
    """How far a cue reaches from where it stands; from the answer of a form, to the label that asks
    for it: "Child present? No".
    """

    LABEL = "label"
    CLAUSE = "clause"
    CLAUSE_BOTH = "clause, both ways"
    SENTENCE = "sentence"
    SENTENCE_BOTH = "sentence, both ways"
    SENTENCE_AND_ROW = "sentence, both ways, and the row"
    ROW = "row"


class Of(StrEnum):
    """Of whom a phrase speaks where its sentence names nobody.

    Of whose row it is; of who was named last, else whose row it is; never of the latter; of the
    adult or sibling with whom a sentence before it began, else whose row it is; or of the child of
    whom the text spoke last, else whose row it is, whoever else its sentence names. What is said of
    `OTHERS` is of children beside the one whose record the row is, and of nobody else.
    """

    THE_ROW = "the row"
    LAST_NAMED = "last named"
    NAMED = "named"
    HEAD = "head"
    CHILD = "child"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Patterns of one meaning (the language is told at the top of seen.toml).

    `negated` is what they say under a "not". `implied`: they give way to phrases that state.
    `agencies`: the kinds of agency in whose rows alone they count. `given`: they count only in a
    text that holds a cue of this meaning. `unless`: in none that holds one of these. `despite`: the
    cues that do not touch them. `quotation`: they are met where quoted words begin, in which no
    others count; and they count of a child whom the row shows alone.
    """

    id: str
    says: tuple[Says, ...]
    words: tuple[str, ...]
    negated: tuple[Says, ...] = ()
    implied: bool = False
    agencies: tuple[str, ...] = ()
    despite: tuple[Means, ...] = ()
    of: Of = Of.THE_ROW
    given: Means | None = None
    unless: tuple[Means, ...] = ()
    quotation: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Patterns that change what the phrases in their reach tell."""

    id: str
    means: Means
    reach: Reach
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServedRules:
    """An agency with one of `words` in its name, and none of `unless`, has to do with children who
    have had `first` birthdays, and have not had `before`; a `general` rule tells it of agencies of
    which no other does.
    """

    id: str
    words: tuple[str, ...]
    first: int
    before: int
    unless: tuple[str, ...] = ()
    general: bool = False


@dataclass(frozen=True, slots=True)
class TitleWords:
    """How the titles above a table say whose record it is.

    A name behind one of `labels` ("pupil") is the record's child, and so is one before one of
    `alone` ("only"). A title with one of `others` ("family") is of more people; a part of one with
    one of `reviews` names the review that the chronology is for. The name of a file with one of
    `apart` is of nobody's record, nor is one with a word behind the child's name that is none of
    `behind` ("Robin Hood Primary").
    """

    labels: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """What a cell of a column that asks holds, folded, and what it tells.

    The words begin a part of the cell, or are the `whole` of it.
    """

    id: str
    question: Question
    answer: Answer
    words: tuple[str, ...]
    reason: Reason = Reason.COLUMN
    whole: bool = False


@dataclass(frozen=True, slots=True)
class UnmetRules:
    """The kinds of contact at which nobody can have been in sight: they hold one of `words`, and
    none of `met`. Such as are made of `calls` alone, with words of `beside`, were over a distance.
    `papers` beside a yes of a column tell of no call, nor does what the text of one of `called_out`
    begins with: these kinds of agency go where they are called to.
    """

    words: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    called_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class SeenRules:
    """The rules by which sightings are found. Two are equal only where they are one.

    `lists` are the words that a pattern names in angle brackets. `patients`, `clients`, `expecting`
    are the kinds of agency whose record is the child's, an adult's, an unborn's; one of `survivors`
    is an adult's, where it does not begin with a child. What a child says in a record of one of
    `pupils` was said there, and in one of `spoken_for` the parent with whom a child was seen tells
    of it. A text of one of `mixed`, which keep records of parents too, is an adult's where it holds
    one of `grown` and none of `young`, of one of `aged` where it begins with a grown-up's age; one
    of `expecting` is a child's where it holds one of `born`, or the child was born at most
    `newborn_days` before. A record of an agency of `served` is of the one child of the age that
    it serves. Younger than `speechless_months` a child has said nothing. A period at a
    place with one of `stays` in its name is a stay there. A row with one of `withdrawn` among its
    marks was taken back by its agency. A column headed by one of `subject_headings` says whose row
    it is, also by one of `subject_groups` ("both") with how many they are, 0 for all; one of people
    headed by one of `nominal_headings` does where it names children, and adds nothing in brackets
    but one of `nominal_asides`; what a title says of it is
    told by `titles`. In an adult's own row one of `own_names` is the adult.
    What holds one of `indoors` shows nobody to those who were not let in. An agency with one of
    `helplines` for its name sees nobody: all that it writes of is told over the telephone. Where no
    phrase tells an answer the words are weighed with `weights`.
    """

    people: PeopleRules
    phrases: tuple[Phrase, ...] = ()
    cues: tuple[Cue, ...] = ()
    lists: dict[str, tuple[str, ...]] | None = None
    columns: tuple[ColumnWords, ...] = ()
    cells: CellRules = field(default_factory=CellRules)
    presence: PresenceRules = field(default_factory=PresenceRules)
    unmet: UnmetRules = UnmetRules()
    pupils: tuple[str, ...] = ()
    spoken_for: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    survivors: tuple[str, ...] = ()
    expecting: tuple[str, ...] = ()
    newborn_days: int = 0
    speechless_months: int = 0
    stays: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    young: tuple[str, ...] = ()
    subject_headings: tuple[str, ...] = ()
    nominal_headings: tuple[str, ...] = ()
    nominal_asides: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    subject_groups: Mapping[str, int] = field(default_factory=dict)
    titles: TitleWords = TitleWords()
    served: tuple[ServedRules, ...] = ()
    indoors: tuple[str, ...] = ()
    helplines: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    weights: Weights = field(default_factory=Weights)

"""The closed lists of words that the other nouns are made of."""

from enum import StrEnum


class Field(StrEnum):
    """What a column of an agency's return can hold."""

    DATE = "date"
    TIME = "time"
    END_DATE = "end_date"
    AGENCY = "agency"
    SERVICE = "service"
    SUBJECT = "subject"
    SOURCE = "source"
    AUTHOR = "author"
    TEXT = "text"
    PEOPLE = "people"
    PLACE = "place"
    CONTACT_TYPE = "contact_type"
    CHILD_SEEN = "child_seen"
    SEEN_ALONE = "seen_alone"
    VIEWS = "views"
    ACTION = "action"
    OUTCOME = "outcome"
    COMMENT = "comment"
    SIGNIFICANCE = "significance"
    GOOD_PRACTICE = "good_practice"
    REFERENCE = "reference"


class Precision(StrEnum):
    """How finely a date is known (of its ends, where it is a range)."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


TIMED = frozenset({Precision.HOUR, Precision.MINUTE})
"""How finely a date is known of which a time is known: where it is approximate, the time is."""
TO_THE_DAY = TIMED | {Precision.DAY}
"""How finely a date is known of which the very day is known."""


class Qualifier(StrEnum):
    """How a date is meant."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    BEFORE = "before"
    AFTER = "after"
    RANGE = "range"
    UNDATED = "undated"
    INVALID = "invalid"
    INHERITED = "inherited"


class Question(StrEnum):
    """What is asked of every event for every child."""

    SEEN = "seen"
    ALONE = "alone"
    VIEWS = "views"


class Answer(StrEnum):
    """What the record answers. `NOT_RECORDED` is not `NO`: silence is a finding of its own."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
    NOT_RECORDED = "not recorded"


class Reason(StrEnum):
    """Why an answer is what it is, in words that can stand in the result."""

    IN_SIGHT = "in sight"
    ASLEEP = "asleep but looked at"
    ADMITTED = "admitted"
    DISCHARGED = "discharged"
    SECOND_HAND = "seen by another professional the same day"
    WITH_CARER = "with a parent or carer"
    ON_OWN = "on the child's own"
    OWN_WORDS = "the child's own words"
    NOT_SEEN = "not seen"
    NO_ACCESS = "no access"
    NOT_BROUGHT = "not brought"
    AWAY = "away"
    MISSING = "missing"
    LEFT_BEFORE_SEEN = "left before being seen"
    SIBLING_ONLY = "sibling only"
    REMOTE = "remote"
    VIDEO = "video call"
    HEARSAY = "told by another"
    PLANNED = "planned"
    EARLIER = "earlier"
    UNBORN = "before birth"
    WITHDRAWN = "withdrawn"
    ADULT_ONLY = "adult only"
    MEETING = "meeting of professionals"
    DECLINED = "declined to talk"
    COLUMN = "a column says so"
    DISAGREE = "column and text disagree"
    UNREAD = "the cell cannot be understood"
    DOUBT = "the words allow both"
    WEIGHED = "the words weighed together"
    AUTHOR = "corrected by the author"
    SILENT = "nothing said"


class Unit(StrEnum):
    """In what the time between two expected sightings is told."""

    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"


class Counting(StrEnum):
    """If the day of a sighting is itself counted: it is day 0, or day 1."""

    DAY_AFTER = "from the day after"
    THE_DAY = "from the day"


class Holidays(StrEnum):
    """Whose bank holidays are no working days."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"
    NONE = "none"


class DuplicateKind(StrEnum):
    """Why two rows of one agency are held to be one."""

    EXACT = "exact"
    NEAR = "near"
    EARLIER_VERSION = "earlier version"
    DECIDED = "your decision"


class ChangeKind(StrEnum):
    """What a corrected return changed."""

    WORDS = "words"
    DATE = "date"
    ADDED = "added"
    DROPPED = "only in the earlier version"


class ContactStatus(StrEnum):
    """`POSSIBLE` contacts are shown for the author's decision and never counted as links."""

    LINKED = "linked"
    POSSIBLE = "possible"


class DecisionKind(StrEnum):
    """What the author decided of two or more rows."""

    SAME = "same contact"
    NOT_SAME = "not the same"
    DUPLICATE = "duplicate"
    NOT_DUPLICATE = "not a duplicate"


class DifferenceKind(StrEnum):
    """In what two accounts of one contact differ."""

    DATE = "date"
    TIME = "time"
    SEEN = "seen"
    ATTENDANCE = "attendance"
    INJURY = "injury"
    OTHER = "other"


class ProblemKind(StrEnum):
    """What kind of doubt or trouble a `Problem` tells of."""

    FILE_NOT_READ = "file not read"
    FILE_PASSED_OVER = "file passed over"
    SHEET_NOT_READ = "sheet not read"
    READING_UNCERTAIN = "reading uncertain"
    CELL = "cell not read"
    DATE = "date"
    TIME = "time"
    AGENCY = "agency"
    ANSWER = "answer"
    CASE = "case file"
    VERSION = "version"
    NOTE = "note"
    CORRECTION = "correction"
    NOT_CARRIED = "not carried"
    DECISION = "decision"
    OUTPUT = "output"

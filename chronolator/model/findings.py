"""What the tool finds in the events. A finding points at events by id and never changes them."""

from dataclasses import dataclass
from datetime import date

from chronolator.model.case import Visiting
from chronolator.model.events import Event
from chronolator.model.fields import (
    Answer,
    ChangeKind,
    ContactStatus,
    DifferenceKind,
    DuplicateKind,
    Question,
    Reason,
)
from chronolator.model.sheets import Origin


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that say so: `getattr(event, field)[start:end] == words`."""

    words: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flag:
    """The answer to one question for one child in one event.

    `rule` is the id of the rule that decided ("" where nothing is said). A `yes` or a `no` always
    has evidence.
    """

    event: str
    child: str
    question: Question
    answer: Answer
    reason: Reason
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """One agency's row told twice. `kept` is the id of the event that stays in the chronology,
    `other` the whole row that repeats it, `differs` what it says otherwise, in words.
    """

    kept: str
    other: Event
    kind: DuplicateKind
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a corrected return changed in one row.

    `before` and `after` are as each version has it, "" for a row that it does not hold. `event` is
    the id of the row in the chronology; `origins` are its places, the earlier version's first.
    """

    kind: ChangeKind
    agency: str
    event: str
    before: str
    after: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One account's own words, shown beside another's."""

    event: str
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """In what the accounts of one contact differ, with the words of each."""

    kind: DifferenceKind
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """What one account tells (`said`) and the event `of` does not mention. No contradiction."""

    about: str
    of: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Accounts of one contact by several agencies.

    `weight` is the sum of the evidence (log-odds, base 2) and `evidence` the same in words. `id`
    is "Contact 1", "Contact 2" in the order of the chronology for linked ones, "Possible 1" for
    others.
    """

    id: str
    events: tuple[str, ...]
    weight: float
    evidence: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    silences: tuple[Silence, ...] = ()
    status: ContactStatus = ContactStatus.LINKED


@dataclass(frozen=True, slots=True)
class OneSided:
    """A communication that only one side records: `agency` is who should have an entry."""

    event: str
    kind: str
    agency: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which a child is not recorded in the returns as seen (or `of` another question).

    `last_seen` and `next_seen` are None at an edge of the period; `first` and `last` are always
    there. `days` is `last` minus `first`; `shortest` and `longest` what it can have been where a
    sighting inside is unclear or at an end is of uncertain date. `certain` is false with an unclear
    sighting inside. `entries` are the events inside, `missed_chances` those that could have been a
    sighting.
    """

    child: str
    of: Question
    by: str | None
    first: date
    last: date
    last_seen: date | None
    next_seen: date | None
    days: int
    shortest: int
    longest: int
    certain: bool
    entries: tuple[str, ...] = ()
    missed_chances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """A time between two recorded sightings that is, or may be, longer than expected.

    `first` and `last` are the days that leave it longest, where a sighting at an end is not known
    to the day; `counted` is what lies between them, `shortest` what it can have been, both in
    working days or days as the expectation counts. `certain` where it is longer than expected on
    every reading. `begins_with` and `ends_with` are the sightings at its ends, () where counting
    begins or ends; `unclear` are the entries that may be a sighting inside. `words` tell it all.
    """

    first: date
    last: date
    counted: int
    shortest: int
    certain: bool
    begins_with: tuple[str, ...] = ()
    ends_with: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """An expectation of visits held against the sightings, from `first` to `last`, inclusive.

    `longer` are the intervals longer than it. `words` say what is expected, `rule` how the days are
    counted. `remark` says why it could not be held ("" where it was): `longer` is empty then too.
    """

    visiting: Visiting
    words: str
    rule: str
    first: date | None = None
    last: date | None = None
    longer: tuple[Interval, ...] = ()
    remark: str = ""

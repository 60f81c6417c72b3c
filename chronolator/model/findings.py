"""What the tool finds in the events. A finding points at events by id and never changes them."""

from dataclasses import dataclass, field
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
    `other` the whole row that repeats it, `differs` what it says otherwise, in words, and `ground`
    why the two are held to be one.
    """

    kept: str
    other: Event
    kind: DuplicateKind
    differs: tuple[str, ...] = ()
    ground: str = ""

    @property
    def of_earlier_version(self) -> bool:
        """True for a row of an earlier version of the same return: it repeats nothing there."""
        return self.kind is DuplicateKind.EARLIER_VERSION

    @property
    def unchanged(self) -> bool:
        """True for such a row that the later version has as it was: there is nothing to know."""
        return self.of_earlier_version and not self.differs


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
    """In what the accounts of one contact differ, with the words of each. `children`: of which of
    several the words are, where it is a child's answers that differ.
    """

    kind: DifferenceKind
    said: tuple[Said, ...]
    children: tuple[str, ...] = ()

    @property
    def topic(self) -> str:
        """The kind, and the children: "seen (Robin)"."""
        return f"{self.kind} ({', '.join(self.children)})" if self.children else self.kind.value


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
    """A contact that only one side records: `event` tells of it in the `words`, and no entry was
    found in the returns of `agency`, who should have one, from `first` to `last`. `unlinked` are
    that agency's entries of the event's own day, none of which was taken for it.
    """

    event: str
    kind: str
    agency: str
    first: date
    last: date
    words: str = ""
    unlinked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sighting, or what may be one: on some day from `first` to `last`, inclusive, or on all of
    them (`throughout`).

    One that `closes` a gap is answered with yes, and both its days are known; of any other it is
    not sure that it was, or when it began or ended.
    """

    event: str
    first: date
    last: date
    throughout: bool = False
    closes: bool = True


@dataclass(frozen=True, slots=True)
class Chance:
    """An entry that could have been a sighting, and why it is none."""

    event: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which a child is not recorded in the returns as seen (or `of` another question).

    `last_seen` and `next_seen` are None at an edge of the period, and `begins_with` and
    `ends_with`, the sightings there, (); `first` and `last` are always there. `days` is `last`
    minus `first`, the most that it can have been (`longest`); `shortest` is the least, where a
    sighting inside is unclear or a date is not exact. `certain` is false where what may be a
    sighting may lie inside.

    `entries` are the events inside, and `agencies` how many of them each agency has; `chances` are
    those that could have been a sighting. `no_contact` are the rows that tell of no contact on days
    of it: they are no entries. `unclear` are those that may be a sighting, and may lie inside.
    With `by`, `by_others` are the sightings of other agencies inside, and `unseen_by_anyone` the
    most days inside without one of any agency; () and None without. `open_stay`: it begins with an
    admission, and no discharge that could end the stay was found.
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
    chances: tuple[Chance, ...] = ()
    agencies: dict[str, int] = field(default_factory=dict)
    no_contact: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    begins_with: tuple[str, ...] = ()
    ends_with: tuple[str, ...] = ()
    by_others: tuple[str, ...] = ()
    unseen_by_anyone: int | None = None
    open_stay: bool = False

    @property
    def missed_chances(self) -> tuple[str, ...]:
        """The events that could have been a sighting."""
        return tuple(one.event for one in self.chances)


@dataclass(frozen=True, slots=True)
class Clock:
    """What the returns record of one question for one child from `first` to `last`: of any agency,
    or of one alone (`by`).

    `sightings` and `chances` are in the order of their days. `undated` are the entries that are or
    may be a sighting and have no date: they may lie anywhere, and close no gap. `gaps` are the
    stretches between the sightings that are long enough to be told.
    """

    child: str
    of: Question
    by: str | None
    first: date
    last: date
    sightings: tuple[Sighting, ...] = ()
    chances: tuple[Chance, ...] = ()
    undated: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


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

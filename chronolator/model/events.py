"""What happened, when, and who told it."""

from dataclasses import dataclass, field
from datetime import date, time

from chronolator.model.fields import Precision, Qualifier
from chronolator.model.sheets import Origin


@dataclass(frozen=True, slots=True)
class When:
    """A date as written, and what can be known from it. Nothing is filled in.

    `first` and `last` are inclusive and equal for a single day; None where an end is open
    (`before`: first; `after`: last) or unknown. `at` and `until` are None where no time is written.
    `corrected`: the author put all but `written` in place of what the agency wrote.
    """

    written: str
    first: date | None = None
    last: date | None = None
    at: time | None = None
    until: time | None = None
    precision: Precision = Precision.UNKNOWN
    qualifier: Qualifier = Qualifier.UNDATED
    corrected: bool = False

    @property
    def known_day(self) -> date | None:
        """Its first day, or where that is not known its last; None where it has no date."""
        return self.first or self.last


@dataclass(frozen=True, slots=True)
class Event:
    """A row as one event of the chronology. Findings point at it by `id` and never change it.

    `text` is what the agency recorded. `service` is the part of the agency that the row names, as a
    ward or a team; `subject` whose record the row is, where a column of its own says so. `source`
    is the record that the agency took it from, `origin` where the row stands in our files. `other`
    holds the cells under headings that are no field. `withdrawn` are, by the name of the field,
    words of it that the agency struck out; the field holds them too. `people_heading` is the
    heading above `people`, "" for several. `titles` stand above the table of the row, or on the
    cover of its file; `subjects` in the column of `subject`, each once. `own`: a row of the
    overview author's.
    """

    id: str
    when: When
    agency: str
    text: str
    origin: Origin
    service: str = ""
    subject: str = ""
    people: str = ""
    source: str = ""
    author: str = ""
    place: str = ""
    contact_type: str = ""
    child_seen: str = ""
    seen_alone: str = ""
    views: str = ""
    action: str = ""
    outcome: str = ""
    comment: str = ""
    significance: str = ""
    good_practice: str = ""
    reference: str = ""
    other: dict[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    withdrawn: dict[str, tuple[str, ...]] = field(default_factory=dict)
    people_heading: str = ""
    titles: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    own: bool = False

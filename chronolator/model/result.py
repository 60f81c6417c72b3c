"""The whole result."""

from dataclasses import dataclass, field

from chronolator.model.case import Case, GenderTold
from chronolator.model.events import Event
from chronolator.model.findings import (
    Change,
    Clock,
    Contact,
    Duplicate,
    Expectation,
    Flag,
    Gap,
    OneSided,
)
from chronolator.model.history import Happening
from chronolator.model.looks import Jotting, OwnSheet, SheetLook
from chronolator.model.returns import Query
from chronolator.model.review import Check, Correction, Decision, Note, UnplacedNote, UnreadDecision
from chronolator.model.sheets import Entry, NotEvent, Origin, Problem, Source, Term


@dataclass(frozen=True, slots=True)
class Reading:
    """What the files hold, before anything is concluded: every row that is not blank is an entry or
    not an event. The counts in `sources` do not yet know duplicates.
    """

    entries: tuple[Entry, ...] = ()
    not_events: tuple[NotEvent, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()
    glossary: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Chronology:
    """The integrated chronology: `events` in the order of the result, duplicates not among them
    (they stand in `duplicates`, whole), and the findings. `clocks` tell when each child was seen,
    with the `gaps`; `further_clocks` tell when alone, and when views were recorded. `queries` are
    what to ask the agencies, `unread` what the author meant as decisions, `history` what each merge
    changed, the newest first. `as_returned` are
    the events that the author corrected as their agencies told them; `looks`, `own_sheets`,
    `jottings` and `tables` are what she made of the earlier workbook.
    """

    case: Case
    events: tuple[Event, ...] = ()
    not_events: tuple[NotEvent, ...] = ()
    flags: tuple[Flag, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    changes: tuple[Change, ...] = ()
    contacts: tuple[Contact, ...] = ()
    one_sided: tuple[OneSided, ...] = ()
    gaps: tuple[Gap, ...] = ()
    clocks: tuple[Clock, ...] = ()
    further_clocks: tuple[Clock, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    notes: tuple[Note, ...] = ()
    checks: tuple[Check, ...] = ()
    unplaced: tuple[UnplacedNote, ...] = ()
    corrections: tuple[Correction, ...] = ()
    as_returned: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()
    unread: tuple[UnreadDecision, ...] = ()
    author_columns: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()
    glossary: tuple[Term, ...] = ()
    genders: tuple[GenderTold, ...] = ()
    looks: SheetLook = field(default_factory=SheetLook)
    own_sheets: tuple[OwnSheet, ...] = ()
    jottings: tuple[Jotting, ...] = ()
    tables: dict[str, SheetLook] = field(default_factory=dict)
    queries: tuple[Query, ...] = ()
    history: tuple[Happening, ...] = ()

    @property
    def redated(self) -> frozenset[Origin]:
        """Where the rows stand whose days the author corrected, which settles what was doubtful."""
        if not self.as_returned:
            return frozenset()
        days = {event.id: (event.when.first, event.when.last) for event in self.as_returned}
        return frozenset(
            event.origin
            for event in self.events
            if event.when.corrected and (event.when.first, event.when.last) != days.get(event.id)
        )

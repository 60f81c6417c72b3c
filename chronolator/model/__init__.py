"""The nouns: frozen values that every other part of the house speaks in.

Mappings in them are plain dicts by convention: nobody changes one that was handed over.
"""

from chronolator.model.case import (
    REVIEW_COLUMNS,
    THE_CHILD,
    Agency,
    Case,
    Child,
    Person,
    Visiting,
)
from chronolator.model.events import (
    Event,
    When,
)
from chronolator.model.fields import (
    Answer,
    ContactStatus,
    DifferenceKind,
    DuplicateKind,
    Field,
    Precision,
    ProblemKind,
    Qualifier,
    Question,
    Reason,
)
from chronolator.model.findings import (
    Contact,
    Difference,
    Duplicate,
    Evidence,
    Flag,
    Gap,
    OneSided,
    Said,
    Silence,
)
from chronolator.model.result import (
    Chronology,
    Reading,
)
from chronolator.model.review import (
    Correction,
    Earlier,
    Note,
    OwnRow,
    UnplacedNote,
)
from chronolator.model.rules import Rules
from chronolator.model.rules.agencies import (
    AgencyKind,
    AgencyRules,
)
from chronolator.model.rules.dates import DateRules, DateSays, DateWord
from chronolator.model.rules.headings import HeadingRule, HeadingRules, RowRule
from chronolator.model.sheets import (
    Counts,
    Entry,
    Layout,
    NotEvent,
    Origin,
    Problem,
    Sheet,
    Source,
    Value,
)

__all__ = [
    "REVIEW_COLUMNS",
    "THE_CHILD",
    "Agency",
    "AgencyKind",
    "AgencyRules",
    "Answer",
    "Case",
    "Child",
    "Chronology",
    "Contact",
    "ContactStatus",
    "Correction",
    "Counts",
    "DateRules",
    "DateSays",
    "DateWord",
    "Difference",
    "DifferenceKind",
    "Duplicate",
    "DuplicateKind",
    "Earlier",
    "Entry",
    "Event",
    "Evidence",
    "Field",
    "Flag",
    "Gap",
    "HeadingRule",
    "HeadingRules",
    "Layout",
    "NotEvent",
    "Note",
    "OneSided",
    "Origin",
    "OwnRow",
    "Person",
    "Precision",
    "Problem",
    "ProblemKind",
    "Qualifier",
    "Question",
    "Reading",
    "Reason",
    "RowRule",
    "Rules",
    "Said",
    "Sheet",
    "Silence",
    "Source",
    "UnplacedNote",
    "Value",
    "Visiting",
    "When",
]

"""Judgement as values: the types of what the TOML in `chronolator/rules` says."""

from dataclasses import dataclass

from chronolator.model.rules.agencies import AgencyRules
from chronolator.model.rules.dates import DateRules
from chronolator.model.rules.headings import HeadingRules


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a run."""

    headings: HeadingRules
    agencies: AgencyRules
    dates: DateRules
    seen: object
    evidence: object

"""Judgement as values: the types of what the TOML in `chronolator/rules` says."""

from dataclasses import dataclass

from chronolator.model.rules.agencies import AgencyRules
from chronolator.model.rules.anonymise import AnonymiseRules
from chronolator.model.rules.dates import DateRules
from chronolator.model.rules.duplicates import DuplicateRules
from chronolator.model.rules.evidence import EvidenceRules
from chronolator.model.rules.gaps import GapRules
from chronolator.model.rules.headings import HeadingRules
from chronolator.model.rules.layouts import LayoutRules
from chronolator.model.rules.one_sided import OneSidedRules
from chronolator.model.rules.questions import QuestionRules
from chronolator.model.rules.seen import SeenRules
from chronolator.model.rules.template import TemplateRules
from chronolator.model.rules.versions import VersionRules


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a run."""

    headings: HeadingRules
    agencies: AgencyRules
    dates: DateRules
    seen: SeenRules
    evidence: EvidenceRules
    versions: VersionRules
    duplicates: DuplicateRules
    questions: QuestionRules
    layouts: LayoutRules
    gaps: GapRules
    one_sided: OneSidedRules
    anonymise: AnonymiseRules
    template: TemplateRules

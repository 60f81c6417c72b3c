"""Proves the examples of the rules: each comes out as its file says."""

from collections.abc import Callable, Iterator
from pathlib import Path

from chronolator.model import Rules
from chronolator.proof.agencies import prove_agencies
from chronolator.proof.anonymise import prove_anonymise
from chronolator.proof.dates import prove_dates
from chronolator.proof.duplicates import prove_duplicates
from chronolator.proof.evidence import prove_evidence
from chronolator.proof.gaps import prove_gaps
from chronolator.proof.headings import prove_headings
from chronolator.proof.layouts import prove_layouts
from chronolator.proof.nouns import Proof
from chronolator.proof.one_sided import prove_one_sided
from chronolator.proof.people import prove_people
from chronolator.proof.questions import prove_questions
from chronolator.proof.seen import prove_seen
from chronolator.proof.template import prove_template
from chronolator.proof.versions import prove_versions
from chronolator.rules import load_rules

__all__ = ["PROVED", "Proof", "prove_rules"]

Prove = Callable[[Rules, Path | None], Iterator[Proof]]
PROVED: dict[str, Prove] = {
    "agencies.toml": prove_agencies,
    "anonymise.toml": prove_anonymise,
    "dates.toml": prove_dates,
    "duplicates.toml": prove_duplicates,
    "evidence.toml": prove_evidence,
    "gaps.toml": prove_gaps,
    "headings.toml": prove_headings,
    "layouts.toml": prove_layouts,
    "one_sided.toml": prove_one_sided,
    "people.toml": prove_people,
    "questions.toml": prove_questions,
    "seen.toml": prove_seen,
    "template.toml": prove_template,
    "versions.toml": prove_versions,
}
"""What proves the examples of each file of rules."""


def prove_rules(folder: Path | None = None) -> Iterator[Proof]:
    """Every example of our rules with a board's own in `folder` laid over them, file by file: a
    board's rule can take an example from one of ours. Raises `RulesError`.
    """
    rules = load_rules(folder)
    for prove in PROVED.values():
        yield from prove(rules, folder)

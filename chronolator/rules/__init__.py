"""Loads the TOML of this folder, plain and checked: judgement about language is data."""

from functools import cache
from pathlib import Path

from chronolator.errors import RulesError
from chronolator.model import Rules
from chronolator.rules.agencies import load_agencies
from chronolator.rules.anonymise import load_anonymise
from chronolator.rules.dates import load_dates
from chronolator.rules.duplicates import load_duplicates
from chronolator.rules.evidence import load_evidence
from chronolator.rules.gaps import load_gaps
from chronolator.rules.headings import load_headings
from chronolator.rules.layouts import load_layouts
from chronolator.rules.one_sided import load_one_sided
from chronolator.rules.questions import load_questions
from chronolator.rules.seen import load_seen
from chronolator.rules.template import load_template
from chronolator.rules.versions import load_versions


def load_rules(folder: Path | None = None) -> Rules:
    """All rules, with a board's own files in `folder` laid over ours; ours alone are read once.

    Raises `RulesError` where the folder is not there, holds a file that is none of the rules', or
    one that is not as it should be.
    """
    if folder is None:
        return _load_ours()
    _check_folder(folder)
    return _load(folder)


@cache
def _load_ours() -> Rules:
    return _load(None)


def _load(folder: Path | None) -> Rules:
    rules = Rules(
        headings=load_headings(folder),
        agencies=load_agencies(folder),
        dates=load_dates(folder),
        seen=load_seen(folder),
        evidence=load_evidence(folder),
        versions=load_versions(folder),
        duplicates=load_duplicates(folder),
        questions=load_questions(folder),
        layouts=load_layouts(folder),
        gaps=load_gaps(folder),
        one_sided=load_one_sided(folder),
        anonymise=load_anonymise(folder),
        template=load_template(folder),
    )
    _require_kinds(rules)
    return rules


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise RulesError(f"{folder}: there is no such folder", hint="Check the name.")
    ours = {path.name for path in Path(__file__).parent.glob("*.toml")}
    for path in sorted((*folder.glob("*.toml"), *folder.glob("*.toml.txt"))):
        if path.suffix == ".txt":
            raise RulesError(
                f"{path}: is no file of rules",
                hint=f"Windows hides the ending .txt. Rename it to {path.stem}.",
            )
        if path.name not in ours:
            raise RulesError(
                f"{path}: no file of rules has that name",
                hint=f"The files are: {', '.join(sorted(ours))}.",
            )


def _require_kinds(rules: Rules) -> None:
    """That a phrase which counts in the rows of some kinds of agency alone names kinds that are."""
    known = {kind.name for kind in rules.agencies.kinds}
    for phrase in rules.seen.phrases:
        for kind in filter(None, phrase.agencies):
            if kind not in known:
                raise RulesError(
                    f'seen.toml, [[phrase]] "{phrase.id}": agencies: there is no kind "{kind}"',
                    hint=f"It can be {', '.join(sorted(known))}.",
                )

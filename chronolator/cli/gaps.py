"""`chron gaps`."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.merge import end_by_unread, require_any_read
from chronolator.cli.options import (
    DEFAULT_TARGET,
    OPENS_FILES,
    CaseFile,
    Children,
    DecisionsPath,
    From,
    LimitMemory,
    LimitSeconds,
    Quiet,
    ReaderName,
    RulesFolder,
    To,
)
from chronolator.cli.progress import show_progress
from chronolator.errors import CaseError
from chronolator.model import Case, Chronology, Question
from chronolator.words.fold import fold


def gaps(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help=f"Files, folders or patterns. Without one: {DEFAULT_TARGET}, with what its "
            "author corrected.",
            show_default=False,
        ),
    ] = None,
    of: Annotated[Question, typer.Option("--of", help="Which question.")] = Question.SEEN,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="AGENCY", help="Only what this agency itself saw."),
    ] = None,
    longer_than: Annotated[
        int | None,
        typer.Option("--longer-than", metavar="DAYS", min=0, help="Instead of the case file's."),
    ] = None,
    children: Children = None,
    first: From = None,
    last: To = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the list too: .xlsx, .json or .csv."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the list that stands there.")
    ] = False,
    case_file: CaseFile = None,
    decisions_path: DecisionsPath = None,
    rules_folder: RulesFolder = None,
    reader: ReaderName = None,
    quiet: Quiet = False,
    limit_seconds: LimitSeconds = None,
    limit_memory: LimitMemory = None,
) -> None:
    """List the stretches in which a child is not recorded as seen."""
    from chronolator.cli.situation import (
        change_case,
        load_case_named,
        load_decisions_named,
        make_limits,
        take_today,
    )
    from chronolator.workers import warm_up

    warm_up(OPENS_FILES)
    from chronolator import earlier, journey, save
    from chronolator.cli.calendar import tell_timeline
    from chronolator.cli.expectations import tell_expectations
    from chronolator.cli.gap_lists import tell_edges, tell_gaps
    from chronolator.gaps import run_clocks
    from chronolator.readers.package import is_ours
    from chronolator.rules import load_rules
    from chronolator.timeline import lay_out

    if target is not None:
        save.check_gaps_target(target, force=force)
    limits = make_limits(limit_seconds, limit_memory)
    rules = load_rules(rules_folder)
    alone = Path(inputs[0]) if inputs and len(inputs) == 1 else DEFAULT_TARGET
    if not inputs or is_ours(alone):
        _require_nothing_of_returns(decisions_path, reader)
        chronology = earlier.reopen(alone, rules, limits)
        for problem in chronology.problems:
            show.show_problem(problem)
        known = load_case_named(case_file) if case_file else None
        case = change_case(known or chronology.case, children, first, last)
        _require_children(alone, chronology.case, case)
    else:
        named = load_case_named(case_file) or Case()
        case = change_case(named, children, first, last)
        # All its children are read, for a sibling seen is a chance to see the child chosen.
        are_ours = set(case.children) <= set(named.children)
        whole = change_case(named, None, first, last) if are_ours else case
        with show_progress(quiet=quiet) as talk:
            reading = journey.read(
                inputs,
                whole,
                rules=rules,
                reader=reader,
                limits=limits,
                progress=talk.tell,
                ask_password=talk.ask_password,
            )
        require_any_read(reading)
        chronology = journey.conclude(
            reading,
            whole,
            rules=rules,
            decisions=load_decisions_named(decisions_path),
            merged_on=take_today(),
            further=False,
        )
    _require_agency(chronology, case, by)
    case = replace(case, unseen_days=case.unseen_days if longer_than is None else longer_than)
    clocks = run_clocks(
        chronology.events,
        chronology.flags,
        case,
        of=of,
        by=by,
        rules=rules.gaps,
        agencies=rules.agencies,
    )
    listed = tuple(gap for clock in clocks if clock.by or not by for gap in clock.gaps)
    expected = journey.hold_expectations(chronology.events, chronology.flags, case, rules)
    chronology = replace(chronology, case=case, clocks=clocks, gaps=listed, expectations=expected)
    tell_gaps(chronology, of, by)
    timeline = lay_out(chronology)
    if timeline is not None:
        tell_timeline(timeline, case.unseen_days)
    tell_expectations(chronology)
    show.say()
    tell_edges(case)
    if target is not None:
        save.save_gaps(chronology, target, merged_on=take_today(), force=force)
        show.say(f"Written to {target}.", errors=True)
    end_by_unread(chronology.problems)


def _require_nothing_of_returns(decisions: Path | None, reader: str | None) -> None:
    """Stop where a workbook is asked with what a merge alone can follow."""
    if decisions or reader:
        raise typer.BadParameter(
            "--decisions and --reader are for returns. Merge with them, then ask the workbook."
        )


def _require_children(path: Path, made_with: Case, asked: Case) -> None:
    """Stop where the workbook says nothing of a child: no gap may come of that."""
    known = [child.name for child in made_with.children]
    for child in asked.children:
        if child.name not in known:
            raise CaseError(
                f'{path}: has no columns for the child "{child.name}"',
                hint=f"It was made for {', '.join(known)}: merge again with the case file.",
            )


def _require_agency(chronology: Chronology, case: Case, by: str | None) -> None:
    """Stop where an agency is asked for that neither the returns nor the case know."""
    if by is None:
        return
    agencies = {event.agency: event.agency for event in chronology.events}
    agencies |= {name: one.name for one in case.agencies for name in (one.name, one.short)}
    if fold(by) not in map(fold, agencies):
        raise CaseError(
            f'There is no agency "{by}"',
            hint=f"Known are: {', '.join(sorted({*filter(None, agencies.values())}))}.",
        )

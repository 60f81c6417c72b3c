"""`chron merge`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.options import (
    COPY_TARGET,
    DEFAULT_TARGET,
    OPENS_FILES,
    CaseFile,
    Children,
    Collapse,
    Columns,
    DecisionsPath,
    From,
    Inputs,
    LimitMemory,
    LimitSeconds,
    NotesFrom,
    Quiet,
    ReaderName,
    RulesFolder,
    To,
    WithNotes,
)
from chronolator.cli.progress import show_progress
from chronolator.cli.tell_merge import tell_merge, tell_not_carried
from chronolator.cli.tell_written import say_passed_over, say_written
from chronolator.errors import ReaderError
from chronolator.model import Case, Problem, ProblemKind, Reading

DEFAULT_INPUT = "agency"
NOT_ALL_READ = 3
_WORKBOOK = ".xlsx"
_PAGE = ".html"


def merge(
    inputs: Inputs = None,
    named: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write: .xlsx, .docx (an appendix for a report), .html (a "
            "page with a timeline), .json or .csv. "
            f"Without it: {DEFAULT_TARGET}.",
            show_default=False,
        ),
    ] = None,
    collapse: Collapse = False,
    columns: Columns = None,
    with_notes: WithNotes = False,
    case_file: CaseFile = None,
    children: Children = None,
    first: From = None,
    last: To = None,
    decisions_path: DecisionsPath = None,
    notes_from: NotesFrom = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="AGENCY",
            help="Leave this agency's earlier return out on purpose. May be given several times.",
        ),
    ] = None,
    reader: ReaderName = None,
    rules_folder: RulesFolder = None,
    backups: Annotated[
        int, typer.Option("--backups", metavar="N", min=1, help="Earlier workbooks to keep.")
    ] = 3,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that chron did not write.")
    ] = False,
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="List every problem, with its words.")
    ] = False,
    limit_seconds: LimitSeconds = None,
    limit_memory: LimitMemory = None,
) -> None:
    """Make one integrated chronology from the agencies' returns.

    What you wrote in a workbook that is already there is carried into the new one. A .docx, .html,
    .json or .csv file has what you wrote in the integrated-chronology.xlsx of this folder, where
    that was made of the same returns.
    """
    from chronolator.cli.situation import (
        change_case,
        load_case_named,
        load_decisions_named,
        make_limits,
        read_before,
        take_now,
    )
    from chronolator.workers import let_go, warm_up

    warm_up(OPENS_FILES)
    from chronolator import journey, save
    from chronolator.columns import Choice
    from chronolator.earlier import tell_left_aside
    from chronolator.rules import load_rules

    now = take_now()
    today = now.date()
    case = change_case(load_case_named(case_file) or Case(), children, first, last)
    decisions = load_decisions_named(decisions_path)
    rules = load_rules(rules_folder)
    target = named or (COPY_TARGET if collapse else DEFAULT_TARGET)
    check = save.check_target_by_contact if collapse else save.check_target
    write = save.save_by_contact if collapse else save.save
    choice = Choice(tuple(columns or ()), with_notes)
    stood = check(target, force=force, choice=choice)
    limits = make_limits(limit_seconds, limit_memory)
    beside = collapse or target.suffix.casefold() != _WORKBOOK
    unnamed = beside and not collapse and notes_from is None
    earlier, replaced = read_before(notes_from, None if beside else target, limits)
    with show_progress(quiet=quiet) as talk:
        reading = journey.read(
            inputs or [DEFAULT_INPUT],
            case,
            rules=rules,
            reader=reader,
            limits=limits,
            progress=talk.tell,
            ask_password=talk.ask_password,
        )
        require_any_read(reading)
        aside = None
        if earlier is not None and unnamed:
            aside = tell_left_aside(earlier, reading, without or ())
        if aside is not None:
            earlier = None
            reading = replace(reading, problems=(*reading.problems, aside))
        chronology = journey.conclude(
            reading,
            case,
            rules=rules,
            decisions=decisions,
            earlier=earlier,
            replaced=replaced,
            without=without or (),
            merged_on=today,
            merged_at=now.time(),
            further=target.suffix.casefold() == _PAGE,
        )
    del reading  # the entries of a large case would stand beside its rows until these are written
    let_go()  # nothing is read any more; the end of a worker takes a while too
    tell_not_carried(chronology.problems, quiet=quiet)
    saved = write(
        chronology,
        target,
        merged_on=today,
        backups=backups,
        force=force,
        choice=choice,
        stood=stood,
    )
    if quiet and aside is not None:
        show.show_problem(aside)
    if not quiet:
        tell_merge(chronology, target, verbose=verbose, collapse=collapse)
        say_written(
            chronology,
            target,
            earlier,
            named=unnamed,
            choice=choice,
            collapse=collapse,
        )
        if saved.backup:
            show.say(f"The earlier file is kept beside it as {saved.backup.name}.")
    elsewhere = target.resolve() != DEFAULT_TARGET.resolve()
    if elsewhere and not beside and earlier is None and notes_from is None:
        say_passed_over(chronology.sources, limits, quiet=quiet)
    end_by_unread(chronology.problems)


def require_any_read(reading: Reading) -> None:
    """Stop where not one file could be read: each is named on the error stream."""
    if any(source.reader for source in reading.sources):
        return
    for problem in reading.problems:
        show.show_problem(problem)
    raise ReaderError(
        "Nothing was written: no file of events could be read",
        hint="Each file is named above, with what to do.",
    )


def end_by_unread(problems: Sequence[Problem]) -> None:
    """Name every file that could not be read on the error stream; with one, end with status 3."""
    unread = [one for one in problems if one.kind is ProblemKind.FILE_NOT_READ]
    for problem in unread:
        show.show_problem(problem)
    if unread:
        raise typer.Exit(NOT_ALL_READ)

"""`chron check`."""

from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.merge import NOT_ALL_READ
from chronolator.cli.options import (
    OPENS_FILES,
    CaseFile,
    LimitMemory,
    LimitSeconds,
    ReaderName,
    RulesFolder,
)
from chronolator.cli.progress import show_progress
from chronolator.model import Case, Chronology, Source


def check(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", show_default=False)],
    columns: Annotated[
        bool, typer.Option("--columns", help="Show how each column is read.")
    ] = False,
    case_file: CaseFile = None,
    rules_folder: RulesFolder = None,
    reader: ReaderName = None,
    limit_seconds: LimitSeconds = None,
    limit_memory: LimitMemory = None,
) -> None:
    """Show how each file would be read. Writes nothing."""
    from chronolator.cli.situation import load_case_named, make_limits
    from chronolator.workers import warm_up

    warm_up(OPENS_FILES)
    from chronolator import journey
    from chronolator.rules import load_rules

    case, rules = load_case_named(case_file) or Case(), load_rules(rules_folder)
    with show_progress(quiet=False) as talk:
        reading = journey.read(
            inputs,
            case,
            rules=rules,
            reader=reader,
            limits=make_limits(limit_seconds, limit_memory),
            progress=talk.tell,
            ask_password=talk.ask_password,
        )
        chronology = journey.conclude(reading, case, rules=rules)
    _tell_sources(chronology)
    if columns:
        for source in chronology.sources:
            _tell_columns(source)
    if not chronology.problems:
        show.say("Nothing to ask.")
        return
    show.say()
    show.say(f"To look at or to ask ({len(chronology.problems)}):", style="bold")
    for problem in chronology.problems:
        show.say(f"  {show.tell_problem(problem)}")
        show.say(f"    {problem.hint}")
    raise typer.Exit(NOT_ALL_READ)


def _tell_sources(chronology: Chronology) -> None:
    table = show.make_table(
        "Return", "Agency", "Reader", "Headings", "Rows", "Entries", numbers=(4, 5)
    )
    for source in chronology.sources:
        place = f"{source.file}: {source.sheet}" if source.sheet else source.file
        show.add_row(
            table,
            place,
            source.agency,
            source.reader or "none",
            f"row {source.header_row}" if source.header_row else "",
            f"{source.counts.not_blank:,}",
            f"{source.counts.events:,}",
        )
    show.open_console().print(table)


def _tell_columns(source: Source) -> None:
    show.say()
    show.say(f"{source.file}: {source.sheet}" if source.sheet else source.file, style="bold")
    table = show.make_table("Heading", "Read as")
    for heading, field in source.columns.items():
        show.add_row(table, f"  {heading}", field.value if field else "kept under its heading")
    show.open_console().print(table)

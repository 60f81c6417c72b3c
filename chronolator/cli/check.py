"""`chron check`."""

from collections.abc import Sequence
from glob import escape
from itertools import groupby
from pathlib import Path, PureWindowsPath
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.merge import DEFAULT_INPUT, NOT_ALL_READ
from chronolator.cli.options import (
    OPENS_FILES,
    CaseFile,
    Inputs,
    LimitMemory,
    LimitSeconds,
    ReaderName,
    RulesFolder,
)
from chronolator.cli.progress import show_progress
from chronolator.cli.returns_table import say_returns
from chronolator.model import (
    Awaited,
    Case,
    Chronology,
    Origin,
    Problem,
    ProblemKind,
    Query,
    Return,
    Source,
    Whence,
)
from chronolator.problems import ABOUT_ROWS, group_problems


def check(
    inputs: Inputs = None,
    columns: Annotated[
        bool, typer.Option("--columns", help="Show how each column is read.")
    ] = False,
    case_file: CaseFile = None,
    rules_folder: RulesFolder = None,
    reader: ReaderName = None,
    limit_seconds: LimitSeconds = None,
    limit_memory: LimitMemory = None,
) -> None:
    """Show what came, what is still awaited, and what to ask each agency. Writes nothing.

    Ends with status 0 where there is nothing to ask and all was read, else with 3.
    """
    from chronolator.cli.situation import load_case_named, make_limits, take_today
    from chronolator.workers import warm_up

    warm_up(OPENS_FILES)
    from chronolator import journey, returns
    from chronolator.arranging import arrange
    from chronolator.questions import list_queries
    from chronolator.rules import load_rules

    inputs = inputs or [DEFAULT_INPUT]
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
        chronology, _ = arrange(reading, case, rules=rules, merged_on=take_today())
    came = returns.list_returns(reading, chronology)
    say_returns(came)
    if columns:
        for source in chronology.sources:
            _say_columns(source, chronology)
    unread = returns.list_unread(chronology.problems)
    alone = len(inputs) == 1 and Path(inputs[0]).is_file()  # one file is looked at, not the case
    awaited = () if alone else returns.list_awaited(chronology)
    strangers = returns.list_strangers(came, case)
    queries = list_queries(reading, chronology, rules)
    _say_awaited(unread, awaited)
    _say_strangers(strangers)
    _say_queries(queries, came)
    told = {*ABOUT_ROWS, ProblemKind.FILE_NOT_READ}
    if strangers and awaited:
        told.add(ProblemKind.CASE)
    empty = {Origin(one.file) for one in came if not (one.entries or one.first)}
    rest = [one for one in chronology.problems if one.kind not in told and one.origin not in empty]
    _say_problems(rest)
    if not (unread or awaited or strangers or queries or rest):
        show.say()
        show.say("Nothing to ask.")
        return
    raise typer.Exit(NOT_ALL_READ)


def _say_columns(source: Source, chronology: Chronology) -> None:
    place = Origin(source.file, source.sheet)
    doubts = [one.message + one.hint for one in chronology.problems if one.origin == place]
    how = [f"read as {source.reader}"] if source.reader else ["not read"]
    if source.header_row:
        how.append(f"headings in row {source.header_row}")
    show.say()
    show.say(f"{place} ({', '.join(how)})", style="bold")
    table = show.make_table("Heading", "Read as")
    for heading, field in source.columns.items():
        read_as = field.value if field else "kept under its heading"
        inferred = any(f"“{heading}”" in one or f'"{heading}"' in one for one in doubts)
        show.add_row(
            table, f"  {heading}", f"{read_as} (inferred: see below)" * inferred or read_as
        )
    show.open_console().print(table)


def _say_awaited(unread: Sequence[Problem], awaited: Sequence[Awaited]) -> None:
    if unread:
        show.say_title("Not read")
        show.say_groups(group_problems(unread))
    if awaited:
        show.say_title("Still awaited, by the case file")
        for one in awaited:
            show.say(f"{one.agency}: {one.why}.", lead="  - ")


def _say_strangers(strangers: Sequence[Return]) -> None:
    if not strangers:
        return
    show.say_title("Whose return is it? Please confirm")
    for one in strangers:
        names, how = " and ".join(one.agencies), " and ".join(one.whence)
        other = "" if Whence.FILE_NAME in one.whence else "; the case file has no such agency"
        show.say(f"{one.file}: taken for {names}, by its {how}{other}.", lead="  - ")
    pattern = f"{escape(PureWindowsPath(strangers[0].file).stem)}*"
    show.say("To confirm, name the file in case.toml under its agency, as the first:", lead="  ")
    show.say(f'files = ["{pattern}"]', lead="  ")


def _say_queries(queries: Sequence[Query], came: Sequence[Return]) -> None:
    for agency, asked in groupby(queries, key=lambda query: query.agency):
        mine = [one for one in came if agency in one.agencies]
        files = ", ".join(one.file for one in mine if one.entries or not one.first)
        show.say_title(f"To ask {agency}" + (f" ({files})" if files else ""))
        for query in asked:
            show.say(query.words, lead="  - ")


def _say_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    show.say_title(f"To look at yourself ({len(problems):,})")
    show.say_groups(group_problems(problems))

"""`chron merge`."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.options import (
    COPY_TARGET,
    OPENS_FILES,
    CaseFile,
    Children,
    Collapse,
    DecisionsPath,
    From,
    Inputs,
    LimitMemory,
    LimitSeconds,
    Quiet,
    ReaderName,
    RulesFolder,
    To,
)
from chronolator.cli.progress import show_progress
from chronolator.errors import ReaderError
from chronolator.model import (
    Answer,
    Case,
    Chronology,
    ContactStatus,
    Decision,
    Expectation,
    Problem,
    ProblemKind,
    Question,
    Reading,
)
from chronolator.problems import group_problems
from chronolator.rows.by_contact import gather_events

DEFAULT_INPUT = "agency"
DEFAULT_TARGET = Path("integrated-chronology.xlsx")
NOT_ALL_READ = 3


def merge(
    inputs: Inputs = None,
    named: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=f"Where to write: .xlsx, .json or .csv. Without it: {DEFAULT_TARGET}.",
            show_default=False,
        ),
    ] = None,
    collapse: Collapse = False,
    case_file: CaseFile = None,
    children: Children = None,
    first: From = None,
    last: To = None,
    decisions_path: DecisionsPath = None,
    notes_from: Annotated[
        Path | None,
        typer.Option(
            "--notes-from", metavar="FILE", help="Take the author's notes from this workbook."
        ),
    ] = None,
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

    What an author wrote in a workbook that is already there is carried into the new one.
    """
    from chronolator.cli.situation import (
        change_case,
        load_case_named,
        load_decisions_named,
        make_limits,
        take_today,
    )
    from chronolator.workers import warm_up

    warm_up(OPENS_FILES)
    from chronolator import journey, save
    from chronolator.earlier import read_earlier
    from chronolator.readers.package import is_reading_copy
    from chronolator.rules import load_rules

    today = take_today()
    case = change_case(load_case_named(case_file) or Case(), children, first, last)
    decisions = load_decisions_named(decisions_path)
    rules = load_rules(rules_folder)
    target = named or (COPY_TARGET if collapse else DEFAULT_TARGET)
    check, write = save.check_target, save.save
    if collapse:
        check, write = save.check_target_by_contact, save.save_by_contact
    check(target, force=force)
    limits = make_limits(limit_seconds, limit_memory)
    earlier = read_earlier(notes_from or (DEFAULT_TARGET if collapse else target), limits)
    replaced = None
    if notes_from is not None:
        if earlier is None:
            copy = "a copy for reading, in which no notes are kept"
            raise ReaderError(
                f"{notes_from}: "
                + (copy if is_reading_copy(notes_from) else "not a workbook that chron wrote"),
                hint="Name the workbook in which the author wrote her notes.",
            )
        with suppress(ReaderError):  # a damaged one is what --notes-from helps out of
            replaced = read_earlier(target, limits)
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
        chronology = journey.conclude(
            reading,
            case,
            rules=rules,
            decisions=decisions,
            earlier=earlier,
            replaced=replaced,
            without=without or (),
            merged_on=today,
        )
        saved = write(chronology, target, merged_on=today, backups=backups, force=force)
    if not quiet:
        _tell(chronology, target, verbose=verbose, collapse=collapse)
        if earlier is not None:
            show.say(_tell_carried(chronology))
        elif collapse:
            show.say(f"No {DEFAULT_TARGET} is here, whose notes it could show.")
        if chronology.decisions:
            show.say(_tell_decisions(chronology.decisions))
        if saved.backup:
            show.say(f"The earlier file is kept as {saved.backup}.")
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


def _tell(chronology: Chronology, target: Path, *, verbose: bool, collapse: bool) -> None:
    console = show.open_console()
    console.print(make_accounts(chronology))
    show.say()
    linked = [one for one in chronology.contacts if one.status is ContactStatus.LINKED]
    show.say(
        f"{target}: {show.count(len(chronology.events), 'entry', 'entries')}, "
        f"{show.count(len(chronology.duplicates), 'duplicate')} marked, "
        f"{show.count(len(linked), 'contact')} told by more than one agency, "
        f"{len(chronology.one_sided):,} told by one side only.",
        style="bold",
    )
    if collapse:
        show.say(
            f"In {show.count(len(gather_events(chronology)), 'row')}, one a contact: a copy for "
            "reading. Notes go into the full workbook, which has the sheets named here."
        )
    for child in chronology.case.children:
        show.say(_tell_child(chronology, child.name))
    for expectation in chronology.expectations:
        show.say(_tell_expectation(expectation))
    _tell_problems(chronology.problems, verbose=verbose)


def _tell_carried(chronology: Chronology) -> str:
    """What the author wrote in the earlier workbook and finds in this one."""
    own = sum(event.own for event in chronology.events)
    told = [
        show.count(len({note.id for note in chronology.notes}), "row") + " with notes",
        show.count(len(chronology.corrections), "corrected answer"),
        show.count(own, "row") + " of your own",
    ]
    if chronology.unplaced:
        told.append(show.count(len(chronology.unplaced), "note") + " to place")
    return f"Carried from the earlier workbook: {', '.join(told)}."


def _tell_decisions(decisions: Sequence[Decision]) -> str:
    followed = sum(one.honoured for one in decisions)
    told = f"Your decisions: {followed} followed"
    left = len(decisions) - followed
    return f"{told}, {left} not, see the sheet Problems." if left else f"{told}."


def _tell_child(chronology: Chronology, child: str) -> str:
    gaps = [gap for gap in chronology.gaps if gap.child == child and gap.by is None]
    seen = sum(
        flag.child == child and flag.question is Question.SEEN and flag.answer is Answer.YES
        for flag in chronology.flags
    )
    name = child[:1].upper() + child[1:]
    told = f"{name}: recorded as seen in {show.count(seen, 'entry', 'entries')}; "
    if not gaps:
        return (
            told + f"no stretch of more than {chronology.case.unseen_days} days without a sighting."
        )
    longest = max(gaps, key=lambda gap: gap.days)
    return (
        told + f"{show.count(len(gaps), 'stretch', 'stretches')} of more than "
        f"{chronology.case.unseen_days} days without a recorded sighting, the longest "
        f"{longest.days} days ({show.name_day(longest.first)} to {show.name_day(longest.last)})."
    )


def _tell_expectation(expectation: Expectation) -> str:
    told = f"{expectation.visiting.child}, {expectation.words}: "
    if expectation.remark:
        return told + "not held against the sightings, see the sheet Expectations."
    longer = show.count(len(expectation.longer), "interval")
    return told + f"{longer} longer than that, see the sheet Expectations."


def make_accounts(chronology: Chronology) -> object:
    """The table of sources with what became of their rows; its last line adds them up."""
    table = show.make_table(
        "Return", "Rows", "Entries", "Duplicates", "Not entries", numbers=(1, 2, 3, 4)
    )
    totals = [0, 0, 0, 0]
    for source in chronology.sources:
        counts = source.counts
        numbers = [counts.not_blank, counts.events, counts.duplicates, counts.not_events]
        totals = [a + b for a, b in zip(totals, numbers, strict=True)]
        place = f"{source.file}: {source.sheet}" if source.sheet else source.file
        show.add_row(table, place, *(f"{number:,}" for number in numbers))
    show.add_row(table, "All", *(f"{number:,}" for number in totals), style="bold")
    return table


def _tell_problems(problems: Sequence[Problem], *, verbose: bool) -> None:
    told = [one for one in problems if one.kind is not ProblemKind.FILE_NOT_READ]
    if not told:
        return
    show.say()
    show.say(f"To look at ({len(told)}, on the sheet Problems):", style="bold")
    if verbose:
        for problem in told:
            show.say(f"  {show.tell_problem(problem)}")
        return
    for group in group_problems(told):
        show.say_group(group)

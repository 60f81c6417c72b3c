"""`chron gaps`."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.merge import DEFAULT_TARGET, end_by_unread
from chronolator.cli.options import (
    OPENS_FILES,
    CaseFile,
    Children,
    From,
    LimitMemory,
    LimitSeconds,
    Quiet,
    ReaderName,
    RulesFolder,
    To,
)
from chronolator.cli.progress import show_progress
from chronolator.model import Case, Chronology, Gap, Question

_ASKED = {
    Question.SEEN: "recorded in the returns as seen",
    Question.ALONE: "recorded in the returns as seen alone",
    Question.VIEWS: "recorded in the returns as having been heard",
}


def gaps(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUT]...",
            help=f"Files, folders or patterns. Without one: {DEFAULT_TARGET}, with what its "
            "author corrected.",
            show_default=False,
        ),
    ] = None,
    of: Annotated[Question, typer.Option("--of", help="Which question.")] = Question.SEEN,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="AGENCY", help="Count only what this agency recorded."),
    ] = None,
    longer_than: Annotated[
        int | None,
        typer.Option("--longer-than", metavar="DAYS", min=0, help="Instead of the case file's."),
    ] = None,
    children: Children = None,
    first: From = None,
    last: To = None,
    case_file: CaseFile = None,
    rules_folder: RulesFolder = None,
    reader: ReaderName = None,
    quiet: Quiet = False,
    limit_seconds: LimitSeconds = None,
    limit_memory: LimitMemory = None,
) -> None:
    """List the stretches in which a child is not recorded as seen."""
    from chronolator.cli.situation import change_case, load_case_named, make_limits, take_today
    from chronolator.workers import warm_up

    warm_up(OPENS_FILES)
    from chronolator import journey
    from chronolator.gaps import find_gaps
    from chronolator.readers.package import is_ours
    from chronolator.rules import load_rules

    limits = make_limits(limit_seconds, limit_memory)
    rules = load_rules(rules_folder)
    named = load_case_named(case_file)
    alone = Path(inputs[0]) if inputs and len(inputs) == 1 else DEFAULT_TARGET
    if not inputs or is_ours(alone):
        chronology = journey.reopen(alone, rules, limits)
        case = change_case(named or chronology.case, children, first, last)
        chronology = replace(chronology, case=case)
    else:
        case = change_case(named or Case(), children, first, last)
        with show_progress(quiet=quiet) as progress:
            reading = journey.read(
                inputs, case, rules=rules, reader=reader, limits=limits, progress=progress
            )
            chronology = journey.conclude(reading, case, rules=rules, merged_on=take_today())
    found = find_gaps(
        chronology.events, chronology.flags, case, of=of, by=by, longer_than=longer_than
    )
    _tell(chronology, found, of, case.unseen_days if longer_than is None else longer_than, by)
    end_by_unread(chronology.problems)


def _tell(
    chronology: Chronology, found: tuple[Gap, ...], of: Question, days: int, by: str | None
) -> None:
    console = show.open_console()
    where = f" by {by}" if by else ""
    show.say(f"Stretches of more than {days} days in which a child is not {_ASKED[of]}{where}.")
    for child in chronology.case.children:
        show.say()
        show.say(child.name[:1].upper() + child.name[1:], style="bold")
        mine = [gap for gap in found if gap.child == child.name]
        if not mine:
            show.say("  None.")
            continue
        table = show.make_table(
            "Last seen", "Next seen", "Days", "Entries", "Chances", "", numbers=(2, 3, 4)
        )
        for gap in mine:
            show.add_row(
                table,
                show.name_day(gap.last_seen) or f"(from {show.name_day(gap.first)})",
                show.name_day(gap.next_seen) or f"(to {show.name_day(gap.last)})",
                gap.days,
                len(gap.entries),
                len(gap.missed_chances),
                _tell_doubt(gap),
            )
        console.print(table)
        _tell_chances(chronology, mine)
    show.say()
    _tell_edges(chronology.case)


def _tell_doubt(gap: Gap) -> str:
    if gap.certain and gap.shortest == gap.days == gap.longest:
        return ""
    span = f"{gap.shortest} to {gap.longest} days"
    return f"uncertain: {span}" if not gap.certain else f"between {span}"


def _tell_chances(chronology: Chronology, found: list[Gap]) -> None:
    events = {event.id: event for event in chronology.events}
    chances = [events[one] for gap in found for one in gap.missed_chances if one in events]
    if not chances:
        return
    show.say("  Entries that could have been a sighting:")
    for event in chances:
        day = show.name_day(event.when.first) or event.when.written
        show.say(f"    {day}, {event.agency} ({event.id})")


def _tell_edges(case: Case) -> None:
    show.say(
        "Days are counted from the last sighting to the next. A date in brackets is the edge of "
        "the period looked at. Not recorded in the returns does not mean that it did not happen; "
        "an unclear sighting closes no stretch, it makes it uncertain."
    )
    if case.first is None or case.last is None:
        show.say(
            "No review period is set, so the first and last dated entries are the edges: set it "
            "in case.toml, or with --from and --to."
        )

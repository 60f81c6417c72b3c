"""`chron gaps`."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.merge import DEFAULT_TARGET, end_by_unread, require_any_read
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
from chronolator.errors import CaseError
from chronolator.model import Case, Chronology, Gap, Question
from chronolator.words.fold import fold

_ASKED = {
    Question.SEEN: "recorded in the returns as seen",
    Question.ALONE: "recorded in the returns as seen alone",
    Question.VIEWS: "recorded in the returns as having been heard",
}
_HEADINGS = {
    Question.SEEN: ("Last seen", "Next seen"),
    Question.ALONE: ("Last alone", "Next alone"),
    Question.VIEWS: ("Last heard", "Next heard"),
}


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
        typer.Option("--by", metavar="AGENCY", help="Count only what this agency recorded."),
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
    alone = Path(inputs[0]) if inputs and len(inputs) == 1 else DEFAULT_TARGET
    if not inputs or is_ours(alone):
        chronology = journey.reopen(alone, rules, limits)
        known = load_case_named(case_file) if case_file else None
        case = change_case(known or chronology.case, children, first, last)
        _require_children(alone, chronology.case, case)
    else:
        case = change_case(load_case_named(case_file) or Case(), children, first, last)
        with show_progress(quiet=quiet) as talk:
            reading = journey.read(
                inputs,
                case,
                rules=rules,
                reader=reader,
                limits=limits,
                progress=talk.tell,
                ask_password=talk.ask_password,
            )
        require_any_read(reading)
        chronology = journey.conclude(reading, case, rules=rules, merged_on=take_today())
    _require_agency(chronology, case, by)
    if longer_than is not None:
        case = replace(case, unseen_days=longer_than)
    found = find_gaps(chronology.events, chronology.flags, case, of=of, by=by)
    chronology = replace(chronology, case=case, gaps=found)
    _tell(chronology, of, by)
    if target is not None:
        from chronolator.save import save_gaps

        save_gaps(chronology, target, merged_on=take_today(), force=force)
        show.say(f"Written to {target}.", errors=True)
    end_by_unread(chronology.problems)


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


def _tell(chronology: Chronology, of: Question, by: str | None) -> None:
    days = chronology.case.unseen_days
    console = show.open_console()
    where = f" by {by}" if by else ""
    show.say(f"Stretches of more than {days} days in which a child is not {_ASKED[of]}{where}.")
    for child in chronology.case.children:
        show.say()
        show.say(child.name[:1].upper() + child.name[1:], style="bold")
        mine = [gap for gap in chronology.gaps if gap.child == child.name]
        if not mine:
            show.say("  None.")
            continue
        table = show.make_table(*_HEADINGS[of], "Days", "Entries", "Chances", "", numbers=(2, 3, 4))
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
    if gap.certain:
        return f"between {gap.shortest} and {gap.longest} days"
    return f"uncertain: {gap.shortest} to {gap.longest} days"


def _tell_chances(chronology: Chronology, found: list[Gap]) -> None:
    events = {event.id: event for event in chronology.events}
    chances = [events[one] for gap in found for one in gap.missed_chances if one in events]
    if not chances:
        return
    show.say("  Chances, entries that could have been a sighting:")
    for event in chances:
        day = show.name_day(event.when.first) or event.when.written
        show.say(f"    {day}, {event.agency} ({event.id})")


def _tell_edges(case: Case) -> None:
    show.say(
        "Days are counted from the one day to the other. A date in brackets is the edge of "
        "the period looked at. Not recorded in the returns does not mean that it did not happen; "
        "an unclear answer closes no stretch, it makes it uncertain."
    )
    if case.first is None or case.last is None:
        show.say(
            "No review period is set, so the first and last dated entries are the edges: set it "
            "in case.toml, or with --from and --to."
        )

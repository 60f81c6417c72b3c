"""`chron explain`."""

from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli.asked_rows import find_place, read_asked, require_same
from chronolator.cli.options import (
    DEFAULT_TARGET,
    OPENS_FILES,
    CaseFile,
    Children,
    DecisionsPath,
    LimitMemory,
    LimitSeconds,
    ReaderName,
    RulesFolder,
)
from chronolator.cli.progress import show_progress
from chronolator.model import THE_CHILD, Case, NotEvent

DecidedIn = Annotated[
    Path | None,
    typer.Option(
        "--notes-from",
        metavar="FILE",
        help=f"Take your decisions from this workbook. Without it: {DEFAULT_TARGET} here, if chron "
        "wrote it.",
        show_default=False,
    ),
]


def explain(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE[:SHEET] ROW | REF | TEXT",
            help="A row of a file, or its Ref in the workbook; two such rows; or a text in "
            "quotation marks.",
            show_default=False,
        ),
    ],
    children: Children = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="NAME", help="Of whose row the text is.")
    ] = None,
    among: Annotated[
        list[str] | None,
        typer.Option(
            "--among",
            metavar="INPUT",
            help="Two rows are weighed among these returns too, as a merge of all would. May be "
            "given several times.",
        ),
    ] = None,
    case_file: CaseFile = None,
    decisions_path: DecisionsPath = None,
    notes_from: DecidedIn = None,
    rules_folder: RulesFolder = None,
    reader: ReaderName = None,
    limit_seconds: LimitSeconds = None,
    limit_memory: LimitMemory = None,
) -> None:
    """Show how a row was read, dated and answered; or why two rows are linked, or are not.

    What you decided counts, in decisions.toml and in the integrated-chronology.xlsx of this folder.
    """
    from chronolator.cli.situation import (
        change_case,
        load_case_named,
        load_decisions_named,
        make_limits,
        read_notes_here,
        read_notes_named,
        take_today,
    )

    asked = read_asked(what)
    if asked:
        from chronolator.workers import warm_up

        warm_up(OPENS_FILES)
    from chronolator import explaining
    from chronolator.cli.merge import end_by_unread
    from chronolator.cli.tell_pair import tell_pair
    from chronolator.cli.tell_row import tell_row, tell_text
    from chronolator.rules import load_rules

    known = load_case_named(case_file) or Case()
    chosen = change_case(known, children, None, None)
    # a child left out would change the answers of the other: she is only not told
    case = chosen if known.children == (THE_CHILD,) else known
    names = {child.name for child in chosen.children}
    rules = load_rules(rules_folder)
    if not asked:
        tell_text(explaining.explain_text(what[0], agency or "", case, rules), names)
        return
    limits = make_limits(limit_seconds, limit_memory)
    with show_progress(quiet=False) as talk:
        decisions = load_decisions_named(decisions_path)
        earlier = read_notes_named(notes_from, limits) if notes_from else read_notes_here(limits)
        places = [find_place(one, earlier) if isinstance(one, str) else one for one in asked]
        files = explaining.Reader(
            case, rules, reader, limits, talk.ask_password, take_today(), decisions, earlier
        )
        if len(places) > 1:
            pair = explaining.explain_two(places[0], places[1], among or (), files)
            require_same(asked, (pair.a.id, pair.b.id))
        else:
            told = explaining.explain_row(places[0], files)
            require_same(asked, (one.event.id for one in told if not isinstance(one, NotEvent)))
    if len(places) > 1:
        tell_pair(pair, alone=not among, workbook=earlier.path if earlier else "")
        end_by_unread(pair.unread)
    else:
        tell_row(told, names)

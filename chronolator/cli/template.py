"""`chron template`."""

from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.options import CaseFile, RulesFolder
from chronolator.model import THE_CHILD, Agency, Case
from chronolator.model.values import join_words

BLANK_TARGET = Path("return.xlsx")
"""Where the blank return goes unless another place is named."""


def template(
    target: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write it: .xlsx, or .docx for Word."
        ),
    ] = BLANK_TARGET,
    agency: Annotated[
        str,
        typer.Option(
            "--agency",
            metavar="NAME",
            help="Whose return it is. Without it the agency writes its name into it.",
            show_default=False,
        ),
    ] = "",
    case_file: CaseFile = None,
    rules_folder: RulesFolder = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
) -> None:
    """Write a blank return for an agency to fill in, with columns for each child of the case file.

    What comes back is read by check and merge as it is.
    """
    from chronolator.cli.situation import load_case_named, take_today
    from chronolator.rules import load_rules
    from chronolator.save.template import save_template

    case, rules = load_case_named(case_file) or Case(), load_rules(rules_folder)
    known = _find_agency(agency, case)
    save_template(
        case,
        target,
        agency=known.name if known else agency.strip(),
        rules=rules.template,
        made_on=take_today(),
        force=force,
    )
    show.say(f"{target} is written: {_tell_what(case)}.", style="bold")
    _tell_doubts(case, agency, known)
    show.say(
        "Send it to the agency. When it comes back, put it into the folder agency and run: "
        "chron check"
    )


def _find_agency(named: str, case: Case) -> Agency | None:
    """The agency of the case file that is meant, by its name or the short one."""
    told = named.strip().casefold()
    return next((one for one in case.agencies if told in _list_names(one)), None) if told else None


def _list_names(agency: Agency) -> set[str]:
    return {agency.name.casefold(), agency.short.casefold()} - {""}


def _tell_what(case: Case) -> str:
    names = [one.name for one in case.children if one != THE_CHILD]
    return f"a blank return about {join_words(names)}" if names else "a blank return"


def _tell_doubts(case: Case, named: str, known: Agency | None) -> None:
    if case.children == (THE_CHILD,):
        show.say("No child is named in a case file: its columns ask of “the child”.")
    if named and known is None:
        show.say(f"The case file has no agency “{named}”: add it there, so that it is awaited.")

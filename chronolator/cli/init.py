"""`chron init`."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.asking import MARKING, ask_case
from chronolator.cli.merge import DEFAULT_INPUT
from chronolator.cli.options import OPENS_FILES, RulesFolder
from chronolator.cli.progress import show_progress
from chronolator.cli.returns_table import say_returns
from chronolator.errors import OutputError
from chronolator.model import THE_CHILD, Case, Child, Return
from chronolator.proposals import (
    ProposedAgency,
    ProposedChild,
    propose_agencies,
    propose_children,
)


def init(
    folder: Annotated[
        Path,
        typer.Argument(help="The folder of the case. Its returns stand in its folder agency."),
    ] = Path(),
    rules_folder: RulesFolder = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Ask nothing: write what the returns tell.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a case file that is there.")
    ] = False,
) -> None:
    """Ask for the children, the agencies and the review period, and write case.toml.

    Where returns have come, what they say is proposed. Enter takes what stands in square brackets.
    """
    from chronolator.case import CASE_FILE, compose_case, load_case

    returns, target = _find_places(folder, CASE_FILE)
    if target.exists() and not force:
        raise OutputError(
            f"{target}: is there already",
            hint="Open it in Notepad and change it there, or write a new one with --force.",
        )
    came, children, agencies = _read_returns(returns, rules_folder)
    if yes:
        first, *others = [Child(one.name, one.born, one.aliases) for one in children] or [THE_CHILD]
        agreed = Case(
            children=(first,),
            agencies=tuple(one.agency for one in agencies),
            marking=MARKING,
        )
        unsure = {one.agency.name for one in agencies if not one.sure}
        text = compose_case(agreed, unsure, others)
    else:
        text = compose_case(ask_case(came, children, agencies))
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"{target}: cannot be written ({error.strerror})",
            hint="Check that the folder is there and that you may write in it.",
        ) from error
    load_case(target)
    show.say()
    if yes and children:
        show.say(
            f"{children[0].name} is written as the child: no other name stands in so many entries. "
            "Others whom the returns name stand there as remarks."
        )
    if came:
        show.say(f"{target} is written. Look through it with Notepad, then run: chron check")
    else:
        show.say(
            f"{target} is written. Look through it with Notepad. A blank return to send to the "
            "agencies is made by: chron template"
        )


def _find_places(folder: Path, name: str) -> tuple[Path | None, Path]:
    """Where the returns are, None where none has come, and where the case file goes: beside the
    folder of the returns.
    """
    if not folder.is_dir():
        raise OutputError(f"{folder}: there is no such folder", hint="Make it first.")
    inside = folder / DEFAULT_INPUT
    if inside.is_dir():
        return inside, folder / name
    if folder.resolve().name.casefold() == DEFAULT_INPUT:
        return folder, folder / ".." / name if folder == Path() else folder.parent / name
    return None, folder / name


def _read_returns(
    place: Path | None, rules_folder: Path | None
) -> tuple[tuple[Return, ...], tuple[ProposedChild, ...], tuple[ProposedAgency, ...]]:
    if place is None or not any(place.iterdir()):
        return (), (), ()
    from chronolator.cli.situation import make_limits, take_today
    from chronolator.workers import warm_up

    warm_up(OPENS_FILES)
    from chronolator import journey, returns
    from chronolator.arranging import arrange
    from chronolator.births import find_births
    from chronolator.rules import load_rules

    rules = load_rules(rules_folder)
    with show_progress(quiet=False) as talk:
        reading = journey.read(
            place,
            rules=rules,
            limits=make_limits(None, None),
            progress=talk.tell,
            ask_password=talk.ask_password,
        )
        chronology, _ = arrange(reading, Case(), rules=rules, merged_on=take_today())
    came = returns.list_returns(reading, chronology)
    say_returns(came)
    unread = returns.list_unread(reading.problems)
    for problem in unread:
        show.show_problem(problem)
    agencies = propose_agencies(came, [one.origin.file for one in unread])
    children = propose_children(chronology.events, rules)
    titles = [title for event in chronology.events for title in event.titles]
    names = {written: one.name for one in children for written in (one.name, *one.aliases)}
    births = find_births(titles, names, rules)
    return came, tuple(replace(one, born=births.get(one.name)) for one in children), agencies

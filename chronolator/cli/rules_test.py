"""`chron rules test`."""

from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli.plain_help import PlainCommand

rules = typer.Typer(
    name="rules",
    help="Your board's own rules.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@rules.callback()
def _rules() -> None:
    """A board's own rules, laid over ours."""


@rules.command("test", cls=PlainCommand)
def prove(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]",
            help="Your board's own files of rules. Without it our own are proved.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Prove every example of the rules, a board's own laid over ours. Writes nothing.

    Ends with status 1 where an example does not hold.
    """
    from chronolator.cli.tell_proofs import tell_proofs
    from chronolator.proof import prove_rules

    proofs = list(prove_rules(folder))
    tell_proofs(proofs, folder)
    if not all(one.holds for one in proofs):
        raise typer.Exit(1)

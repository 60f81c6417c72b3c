"""The command line: asks, calls, shows. One file for each command."""

import atexit
import gc
import sys
import traceback

import typer

from chronolator.cli import (
    anonymise,
    check,
    explain,
    gaps,
    init,
    merge,
    readers,
    rules_test,
    show,
    template,
)
from chronolator.cli.plain_help import PlainCommand
from chronolator.errors import ChronolatorError

STOPPED = 130
"""The exit status where the user pressed Ctrl and C."""

app = typer.Typer(
    name="chron",
    help="One integrated chronology from the returns of many agencies.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init", cls=PlainCommand)(init.init)
app.command("template", cls=PlainCommand)(template.template)
app.command("merge", cls=PlainCommand)(merge.merge)
app.command("gaps", cls=PlainCommand)(gaps.gaps)
app.command("check", cls=PlainCommand)(check.check)
app.command("explain", cls=PlainCommand)(explain.explain)
app.command("anonymise", cls=PlainCommand)(anonymise.anonymise)
app.command("restore", cls=PlainCommand)(anonymise.restore)
app.add_typer(rules_test.rules)
app.command("readers", cls=PlainCommand)(readers.readers)


def main() -> None:
    """Run `chron`. What stops a run is told as place, cause and remedy, with exit status 1."""
    show.prepare_streams()
    gc.disable()  # frozen values make no circles, and looking for them takes a tenth of the time
    atexit.register(gc.freeze)  # and a last look, at the end, another twentieth
    try:
        app()
    except ChronolatorError as error:
        show.show_error(error)
        sys.exit(1)
    except SystemExit as error:
        if error.code == STOPPED:
            show.say("chron: stopped. A file that stood there before is whole.", errors=True)
        raise
    except Exception as error:  # noqa: BLE001  no traceback reaches a user
        place = traceback.extract_tb(error.__traceback__)[-1]
        show.say(
            f"chron: a fault of its own ({type(error).__name__} in {place.name}, "
            f"line {place.lineno}). A file that stood there before is whole.",
            errors=True,
            style="bold red",
        )
        show.say("  Please report this line to whoever keeps chron for you.", errors=True)
        sys.exit(1)
    finally:
        gc.enable()

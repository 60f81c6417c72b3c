"""What is said and asked while files are read: at a terminal only, and not when told to be quiet.

Progress goes to the error stream. A password is asked for without showing it, and stays a value.
"""

import getpass
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from chronolator.cli.show import clean, open_console, say

AskPassword = Callable[[str], str]
Tell = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What `journey.read` takes from the user: `tell` shows progress, `ask_password` (None where
    there is nobody to ask) gives what was typed, "" where the file is to be left out.
    """

    tell: Tell
    ask_password: AskPassword | None


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Talk]:
    """A bar while the block runs, fed by what it gives."""
    asks = not quiet and sys.stdin is not None and sys.stdin.isatty()
    if quiet or not sys.stderr.isatty():
        yield Talk(lambda _what, _done, _of: None, ask_password if asks else None)
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
    )
    with Progress(*columns, console=open_console(errors=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def tell(what: str, done: int, of: int) -> None:
            bar.update(task, description=clean(what), completed=done, total=of)

        def ask(question: str) -> str:
            bar.stop()  # it would draw over what is asked
            try:
                return ask_password(question)
            finally:
                bar.start()

        yield Talk(tell, ask if asks else None)


def ask_password(question: str) -> str:
    """What the user types, which is not shown; "" where she passes, or it could not be hidden."""
    say(question, errors=True)
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
        try:
            return getpass.getpass("Password (Enter leaves the file out): ")
        except (EOFError, getpass.GetPassWarning):
            return ""

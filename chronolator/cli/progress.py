"""Progress on the error stream: at a terminal only, and not when told to be quiet."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from chronolator.cli.show import clean, open_console

Tell = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and of how much."""


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Tell]:
    """A bar while the block runs, fed by the callable that it gives."""
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
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

        yield tell

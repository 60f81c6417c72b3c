"""The other end of `chronolator.workers`: runs what it is told until its input ends."""

import contextlib
import gc
import os
import signal
import sys
from importlib import import_module
from typing import IO

from chronolator.errors import ChronolatorError, ReaderError
from chronolator.workers.pipes import load, receive, send


def main() -> None:
    """Take calls from standard input, answer on standard output. The argument is a module to import
    beforehand, while the caller is still busy.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not be taken for an answer.
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  a device, not a path
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    import_module(sys.argv[1])
    gc.disable()  # values make no circles, and looking for them costs a large file a tenth
    gc.freeze()
    serve(sys.stdin.buffer, answers)
    gc.freeze()  # what is left goes with the process, without a last look for circles in it


def serve(calls: IO[bytes], answers: IO[bytes]) -> None:
    """Answer every call with a tuple of its value, or with an exception saying what was wrong."""
    while (data := receive(calls)) is not None:
        place, what, arguments, megabytes = load(data)
        _limit_memory(megabytes)
        module, _, name = what.partition(":")
        try:
            answer: object = (getattr(import_module(module), name)(*arguments),)
        except ChronolatorError as error:
            answer = error
        except MemoryError:
            answer = ReaderError(
                f"{place}: needs more than {megabytes} MB of memory",
                hint="Look for stray cells far out, or allow more with --limit-memory.",
            )
        except BaseException as error:  # noqa: BLE001  a library's panic is no Exception
            answer = ReaderError(
                f"{place}: cannot be read ({type(error).__name__})",
                hint="Open it in Excel and save it anew as an Excel workbook.",
            )
        send(answers, answer)
        del answer, arguments, data
        gc.collect(0)  # what a library left in circles, of what is new, while the caller works on


def list_modules() -> list[str]:
    """The modules that this process has imported."""
    return sorted(sys.modules)


def _limit_memory(megabytes: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  not there on Windows; memory is watched from outside too

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, most))


if __name__ == "__main__":
    main()

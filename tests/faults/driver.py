"""Runs `chron` and sends it a signal just before its n-th touch of a file in the working folder.

python driver.py SIGNAL N WORD ...: with N 0 nothing is sent, and the touches are listed in the file
named by the environment's TOUCHES.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from chronolator.__main__ import main

_TOUCHING = frozenset({"open", "os.rename", "os.remove", "os.scandir", "shutil.copyfile"})


def watch(number: int, fatal: int) -> None:
    """Have each touch counted, and the signal sent at that number of them."""
    here, touches = f"{Path.cwd()}{os.sep}", count(1)
    listed = os.environ.get("TOUCHES", "")

    def see(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _TOUCHING or not f"{arguments[0]}{os.sep}".startswith(here):
            return
        at = next(touches)
        if listed:
            handle = os.open(listed, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.write(handle, f"{event} {arguments[0]}\n".encode())
            os.close(handle)
        if at == number:
            signal.raise_signal(fatal)

    sys.addaudithook(see)


if __name__ == "__main__":
    name, number, *words = sys.argv[1:]
    sys.argv = ["chron", *words]
    watch(int(number), signal.Signals[name])
    main()

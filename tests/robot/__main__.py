"""Let the robot author live many histories, and tell what became of what it wrote."""

import argparse
import os
import sys
import time

from tests.robot.fate import FAULTS
from tests.robot.figures import Figures
from tests.robot.history import History
from tests.robot.later import MIX
from tests.robot.run import run

_SHOWN = 9
"""Of the faults of one history, these are printed."""


def main() -> int:
    """Print the faults as they are found, then the figures; 1 where there was one."""
    parser = argparse.ArgumentParser(prog="python -m tests.robot", description=__doc__)
    parser.add_argument("--histories", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    begun = time.monotonic()
    figures, faulty = Figures(), 0
    for history in run(range(asked.first, asked.first + asked.histories), asked.jobs):
        figures.add(history.judged)
        faulty += _tell(history)
    for line in figures.tell(MIX):
        print(line)
    print(f"{asked.histories} histories, {faulty} with a fault; {time.monotonic() - begun:.0f} s")
    return 1 if faulty else 0


def _tell(history: History) -> bool:
    """Print what went wrong in it, if anything."""
    faults = [one for one in history.judged if one.fate in FAULTS]
    if not faults and not history.stopped:
        return False
    print(f"seed {history.seed}: {', '.join(history.told)}", *history.stopped, sep="\n    ")
    for one in faults[:_SHOWN]:
        torn = ", torn" if one.held.torn else ""
        where = f"{one.held.ref or 'her row'}, {one.held.column or one.held.ours}"
        print(
            f"    {one.fate}: {one.held.kind} {one.held.text[:50]!r} ({where}{torn}) {one.change}"
        )
    if len(faults) > _SHOWN:
        print(f"    and {len(faults) - _SHOWN} more")
    sys.stdout.flush()
    return True


if __name__ == "__main__":
    sys.exit(main())

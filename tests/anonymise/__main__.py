"""Make many cases, take their names out, give them back, and tell the figures."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from chronolator.rules import load_rules
from tests.anonymise.run import Figures, run_case, run_document

_SHOWN = 15


def main() -> int:
    """Print what went wrong, and the figures; 1 where a name was left or came back wrongly."""
    parser = argparse.ArgumentParser(prog="python -m tests.anonymise", description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--documents", type=int, default=40, help="of so many a Word document too")
    asked = parser.parse_args()
    rules, figures, begun = load_rules(), Figures(), time.monotonic()
    for seed in range(asked.first, asked.first + asked.cases):
        with tempfile.TemporaryDirectory() as folder:
            figures.add(run_case(seed, Path(folder), rules))
            if seed < asked.first + asked.documents:
                figures.add(run_document(seed, Path(folder), rules))
    for name in ("left", "missed", "wrong", "changed", "edited_wrongly"):
        for line in getattr(figures, name)[:_SHOWN]:
            print(f"{name}: {line}")
    print(f"{len(figures.left)} places where a name is left")
    print(f"{figures.met - len(figures.missed)} of {figures.met} people proposed")
    print(f"{figures.proposed - len(figures.wrong)} of {figures.proposed} proposals are people")
    print(f"{len(figures.changed)} of {figures.cells} cells came back otherwise than they were")
    print(f"{len(figures.edited_wrongly)} of {figures.edits} edited cells came back wrongly")
    print(f"{time.monotonic() - begun:.0f} s")
    return 1 if figures.left or figures.changed or figures.edited_wrongly else 0


if __name__ == "__main__":
    sys.exit(main())

"""Merges many cases side by side, each in a process of its own.

    python merge_cases.py CASES RESULTS [--processes N]

CASES holds a folder for each case. A case that cannot be merged is named, and costs no other; the
exit status is then 3.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ONE_CASE = Path(__file__).with_name("one_case.py")


def main() -> int:
    """Merge all cases, and tell of each what became of it."""
    ask = argparse.ArgumentParser(description="Merges many cases side by side.")
    ask.add_argument("cases", type=Path)
    ask.add_argument("results", type=Path)
    ask.add_argument("--processes", type=int, default=os.cpu_count())
    given = ask.parse_args()
    cases = sorted(one.parent for one in given.cases.glob("*/agency"))
    with ThreadPoolExecutor(given.processes) as side_by_side:
        merged = sum(side_by_side.map(partial(merge, results=given.results), cases))
    print(f"{merged} of {len(cases)} cases are in {given.results}.")
    return 0 if cases and merged == len(cases) else 3


def merge(case: Path, results: Path) -> bool:
    """Merge one case in a process of its own, and tell how it went. True where it is merged."""
    command = [sys.executable, str(ONE_CASE), str(case), str(results)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode == 0:
        print(ran.stdout.strip(), flush=True)
    else:
        print(f"{case.name}: not merged. {ran.stderr.strip()}", flush=True)
    return ran.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

"""Try a part of the tool by the hour, and tell what went wrong."""

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

try:
    import atheris
except ImportError:
    atheris = None
with atheris.instrument_imports(["chronolator"]) if atheris else nullcontext():
    from tests.fuzzing.trials import TRIALS

_BYTES = 8192
"""Of chance for one case: what it does not use is left over."""
_CORPUS = 200


class Tried:
    """Counts the cases of some trials until the time is over, each fault once by its place."""

    def __init__(self, trials: tuple[Callable[[], None], ...], minutes: float) -> None:
        self._next = cycle(trials)
        self._until = time.monotonic() + minutes * 60
        self._cases: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()

    def run(self, chance: bytes) -> None:
        """One case by these bytes. Hypothesis keeps the bytes of a fault: the tests find it again,
        and make it as small as can be.
        """
        trial: Any = next(self._next)
        try:
            if trial.hypothesis.fuzz_one_input(chance) is not None:
                self._cases[trial.__name__] += 1
        except Exception as error:  # noqa: BLE001  every fault is told, and the next case tried
            place = traceback.extract_tb(error.__traceback__)[-1]
            fault = f"{trial.__name__}: {type(error).__name__} in {place.filename}:{place.lineno}"
            self._faults[fault] += 1
            if self._faults[fault] == 1:
                print(fault, *traceback.format_exception(error)[-3:], sep="\n", flush=True)
        if time.monotonic() > self._until:
            self._end()

    def _end(self) -> None:
        for name, number in self._cases.items():
            print(f"{name}: {number:,} cases")
        for fault, number in self._faults.items():
            print(f"{number:,} times {fault}")
        print(f"{len(self._faults)} faults", flush=True)
        os._exit(1 if self._faults else 0)  # atheris gives no way back


def main() -> None:
    """Print each fault as it is found, then how many cases were tried; 1 where there was one."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("part", choices=TRIALS)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tried, random = Tried(TRIALS[asked.part], asked.minutes), Random(asked.seed)
    if atheris is None:
        print("by chance (atheris is not installed)", flush=True)
        while True:
            tried.run(random.randbytes(_BYTES))
    print("by the lines that are reached (atheris)", flush=True)
    with tempfile.TemporaryDirectory() as corpus:
        for number in range(_CORPUS):
            Path(corpus, str(number)).write_bytes(random.randbytes(_BYTES))
        limits = ("-len_control=0", f"-max_len={_BYTES}", "-rss_limit_mb=6000", "-timeout=300")
        atheris.Setup([sys.argv[0], corpus, *limits, f"-seed={asked.seed}"], tried.run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

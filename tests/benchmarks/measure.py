"""How fast a merge is, and what memory it takes, against the floor and against a plain script.

    python -m tests.benchmarks.measure [ROWS ...] [--runs RUNS]

Not a test: nothing here is collected. For each number of rows (200, 2,000, 20,000 and 100,000)
sixteen returns are made up (`returns.py`), and three commands run in turn on them: `chron merge`,
whole; the floor (`floor.py`), python-calamine reading the same files and XlsxWriter writing every
cell of our workbook with its format; and, up to 20,000 rows, a plain script (`plain_script.py`).
The figures are medians of the runs. Seconds are of the wall clock and, behind it, of the processor,
all processes of a command added up; memory is the most that these held at one time. At the end each
stage's share of one more merge, whose clocks cost a little (`stages.py`), how much longer each size
took than the one before, and the start: `chron --help` against an empty typer command. It needs
Linux or macOS.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import psutil

from tests.benchmarks.returns import make_returns

SIZES = (200, 2_000, 20_000, 100_000)
MOST_FOR_SCRIPT = 20_000
MANY = 20_000
"""Above so many rows one run, instead of several, tells enough."""
DEFAULT_RUNS = 3
WATCH_SECONDS = 0.1
TOP = Path(__file__).parents[2]
PYTHON = sys.executable
UNHURRIED = ("--limit-seconds", "3600", "--limit-memory", "8000")
MERGE = ("merge", "-o", "out.xlsx", "--quiet", *UNHURRIED)
CHRON = (PYTHON, "-m", "chronolator")
FLOOR = (PYTHON, "-m", "tests.benchmarks.floor")
STAGES = (PYTHON, "-m", "tests.benchmarks.stages")
SCRIPT = (PYTHON, str(Path(__file__).with_name("plain_script.py")))
EMPTY_COMMAND = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    "Nothing."
app()
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of processor, and megabytes at the highest."""

    wall: float
    processor: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command that may print what of its seconds does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        with watch_memory(process.pid) as tell_memory:
            told, _ = process.communicate()
        wall = perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    aside = json.loads(told) if told.startswith("[") else (0.0, 0.0)
    return Cost(wall - aside[0], used - aside[1], tell_memory() / 2**20)


@contextmanager
def watch_memory(number: int) -> Iterator[Callable[[], int]]:
    """Look again and again at what a process and its children hold; what is yielded tells the most
    in bytes.
    """
    held = [0]
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            with suppress(psutil.Error):
                process = psutil.Process(number)
                every = [process, *process.children(recursive=True)]
                held[0] = max(held[0], sum(one.memory_info().rss for one in every))
            sleep(WATCH_SECONDS)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield lambda: held[0]
    finally:
        over.set()
        watcher.join()


def find_median(costs: Sequence[Cost]) -> Cost:
    """The medians, each for itself."""
    return Cost(
        statistics.median(one.wall for one in costs),
        statistics.median(one.processor for one in costs),
        statistics.median(one.memory for one in costs),
    )


def measure_size(rows: int, runs: int, folder: Path) -> tuple[dict[str, Cost], dict[str, float]]:
    """What each command costs, and the seconds of each stage of ours."""
    make_returns(folder, rows)
    out = folder / "out.xlsx"
    run((*FLOOR, "record", "cells", *MERGE), folder)
    out.unlink()
    commands: dict[str, tuple[str, ...]] = {
        "ours": (*CHRON, *MERGE),
        "floor": (*FLOOR, "write", "cells", "agency", "floor.xlsx"),
    }
    if rows <= MOST_FOR_SCRIPT:
        commands["script"] = (*SCRIPT, "agency", "script.xlsx")
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs if rows <= MANY else 1):
        for name, command in commands.items():
            costs[name].append(run(command, folder))
            if name == "ours":
                out.unlink()
    run((*STAGES, "stages.json", *MERGE), folder)
    stages: dict[str, float] = json.loads((folder / "stages.json").read_text(encoding="utf-8"))
    return {name: find_median(some) for name, some in costs.items()}, stages


def say(line: str) -> None:
    """One line of the result."""
    print(line, flush=True)  # noqa: T201  a command's result


def tell(rows: int, costs: dict[str, Cost]) -> None:
    """One line of the table."""
    ours, floor = costs["ours"], costs["floor"]
    script = costs.get("script")
    cells = [
        f"{rows:,}",
        f"{ours.wall:.1f} ({ours.processor:.1f})",
        f"{floor.wall:.1f} ({floor.processor:.1f})",
        f"{script.wall:.1f} ({script.processor:.1f})" if script else "",
        f"{ours.wall / floor.wall:.1f}",
        f"{ours.memory:,.0f}",
        f"{floor.memory:,.0f}",
    ]
    say(f"| {' | '.join(cells)} |")


def measure_start(runs: int, folder: Path) -> None:
    """How long it takes until the help stands there."""
    help_, empty = (*CHRON, "--help"), (PYTHON, "-c", EMPTY_COMMAND, "--help")
    pairs = [(run(help_, folder), run(empty, folder)) for _ in range(runs)]
    ours, bare = (statistics.median(one[place].wall for one in pairs) for place in (0, 1))
    say(f"\nchron --help: {ours:.2f} s, an empty typer command {bare:.2f} s ({runs} runs)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="*", type=int, default=SIZES)
    parser.add_argument("--runs", type=int, default=DEFAULT_RUNS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        there = Path(scratch)
        # As where it is installed, no module is compiled again for each run.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(there / "bytecode")
        os.environ["PYTHONPATH"] = str(TOP)
        say("| rows | chron merge, s | floor, s | script, s | times the floor | MB | floor, MB |")
        say("|---|---|---|---|---|---|---|")
        every: dict[int, tuple[dict[str, Cost], dict[str, float]]] = {}
        for rows in asked.rows:
            folder = there / str(rows)
            folder.mkdir()
            every[rows] = measure_size(rows, asked.runs, folder)
            tell(rows, every[rows][0])
        say("\n| rows | " + " | ".join(next(iter(every.values()))[1]) + " | growth |")
        say("|---|" + "---|" * (len(next(iter(every.values()))[1]) + 1))
        before = 0.0
        for rows, (costs, stages) in every.items():
            whole, wall = sum(stages.values()), costs["ours"].wall
            shares = [f"{seconds / whole:.0%}" for seconds in stages.values()]
            growth = f"{wall / before:.1f}" if before else ""
            say(f"| {' | '.join([f'{rows:,}', *shares, growth])} |")
            before = wall
        measure_start(asked.runs, there)


if __name__ == "__main__":
    main()

"""How long a workbook of very many rows takes to write, and what memory a row costs. Not a test:
nothing here is collected.

    python -m tests.benchmarks.writing [ROWS] [RUNS]

The entries of the example case over and over, each in words of its own, in 24 columns. Ours is the
whole workbook, from the chronology to the closed file: evidence set off, heights, choices, the base
sheet, the other sheets. The floor is XlsxWriter alone: every cell of the chronology sheet again
with its format, what is set off as plain text, no heights, no other sheet. A second floor sets it
off as we do. Each runs in a process of its own, in turn, without the search for circles, as the
command does; what it costs to make the entries, or to load the recorded cells, does not count. The
figures are medians. Seconds are the processor's. Memory is the highest that a process had, less
what it had before it began to write.
"""

import gc
import json
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import process_time

from chronolator import integrate
from chronolator.columns import CHRONOLOGY_SHEET
from chronolator.model import Case, Chronology, Event, Flag
from chronolator.write import write_workbook
from tests.benchmarks import floor

ROWS, DEFAULT_RUNS = 100_000, 3
EXAMPLE = Path(__file__).parents[2] / "examples" / "robin"
MERGED = date(2026, 11, 24)
PARTS = {
    "ours": "our whole workbook",
    "plain": "its cells and formats alone by XlsxWriter",
    "rich": "the same with what is set off",
}
PASSAGE = 3
"""So many entries' words make one text: about 230 characters, as in real returns."""


def make_chronology(rows: int) -> Chronology:
    """So many events about one child, in 24 columns."""
    told = integrate([EXAMPLE / "agency"], EXAMPLE / "case.toml")
    child = replace(told.case.children[0], born=None)
    flags_of = defaultdict(list)
    for flag in told.flags:
        if flag.child == child.name:
            flags_of[flag.event].append(flag)
    events: list[Event] = []
    flags: list[Flag] = []
    for number in range(rows):
        one = told.events[number % len(told.events)]
        events.append(_retell(told.events, number))
        flags += [replace(flag, event=events[-1].id) for flag in flags_of[one.id]]
    case = Case(told.case.title, (child,), review_columns=("Review notes",))
    return Chronology(case, tuple(events), flags=tuple(flags), sources=told.sources)


def _retell(events: tuple[Event, ...], number: int) -> Event:
    copy, place = divmod(number, len(events))
    one = events[place]
    texts = [events[(place + more) % len(events)].text for more in range(PASSAGE)]
    first, last = (
        day and max(day - timedelta(days=copy), date(1900, 3, 1))
        for day in (one.when.first, one.when.last)
    )
    return Event(
        f"C-{number:010d}",
        replace(one.when, first=first, last=last),
        one.agency,
        f"{' '.join(texts)} ({number})",
        replace(one.origin, sheet="", part=1, row=number + 2),
    )


def write_ours(folder: Path) -> Callable[[], object]:
    """The whole workbook."""
    with (folder / "chronology").open("rb") as file:
        chronology = pickle.load(file)  # noqa: S301  what this command wrote itself
    return lambda: write_workbook(chronology, folder / "ours.xlsx", MERGED)


def run_part(part: str, folder: Path) -> None:
    """Print seconds, and bytes at the highest above what there was before."""
    write = write_ours(folder) if part == "ours" else None
    gc.disable()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, aside = process_time(), 0.0
    if write:
        write()
    else:
        kept, target = folder / "cells", folder / "floor.xlsx"
        _, aside = floor.write(kept, target, CHRONOLOGY_SHEET, plain=part == "plain")
    taken = process_time() - start - aside
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([taken, (highest - before) * 1024]))  # noqa: T201  to the process that asked


def measure(rows: int, runs: int, folder: Path) -> None:
    """Measure and print."""
    with (folder / "chronology").open("wb") as file:
        pickle.dump(make_chronology(rows), file)
    _start("record", folder)
    taken: dict[str, list[tuple[float, float]]] = {part: [] for part in PARTS}
    for _ in range(runs):
        for part, told in taken.items():
            told.append(json.loads(_start(part, folder)))
    seconds, memory = (
        {part: [one[place] for one in told] for part, told in taken.items()} for place in (0, 1)
    )
    for part, what in PARTS.items():
        ratio = statistics.median(
            ours / other for ours, other in zip(seconds["ours"], seconds[part], strict=True)
        )
        print(  # noqa: T201  a command's result
            f"{rows:,} rows, {what}: {statistics.median(seconds[part]):.2f} s, "
            f"{statistics.median(memory[part]) / rows / 1000:.1f} kB a row; "
            f"ours is {ratio:.2f} times that ({runs} runs)"
        )


def _start(part: str, folder: Path) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.writing", part, str(folder)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main() -> None:
    """Measure, or run one part in this process."""
    if sys.argv[1:2] == ["record"]:
        folder = Path(sys.argv[2])
        floor.record(folder / "cells", write_ours(folder))
    elif len(sys.argv) > 1 and sys.argv[1] in PARTS:
        run_part(sys.argv[1], Path(sys.argv[2]))
    else:
        rows, runs = (*map(int, sys.argv[1:]), *(ROWS, DEFAULT_RUNS)[len(sys.argv) - 1 :])
        with tempfile.TemporaryDirectory() as scratch:
            measure(rows, runs, Path(scratch))


if __name__ == "__main__":
    main()

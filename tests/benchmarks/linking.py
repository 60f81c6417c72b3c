"""Contacts found by us and by three tools for linking records, on the same rows in one run.

    python -m tests.benchmarks.linking [--events N] [--density EVENTS_A_DAY] [--environments FOLDER]

Not a test: nothing here is collected. The rows are an invented history (tests/histories). Each peer
runs in an environment of its own that this command makes (pip needs its index); what it compares
stands at the top of its file in `peers/`. It learns from another history of the same size, with the
true contacts told, and the threshold that is best there is its threshold here: for all pairs above
it, or for those of them that are each other's best, whichever is better there. Ours are the
published rules, which learn from neither. Seconds are those of the processor, all threads added up,
from rows in memory to links: no start and no import; the median of the runs. What a tool needs to
learn from as many rows is told beside: Chronolator and rapidfuzz learn nothing.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

from tests.histories.linking import link_rows
from tests.histories.scoring import Score, compare_pairs, list_linked_pairs, list_true_pairs
from tests.histories.story import Row, make_history

PEERS = Path(__file__).with_name("peers")
STEPS = 300
"""So many thresholds are tried at most."""

TUNING, MEASURED = 501, 502
"""Seeds of the histories; no test and no rule has looked at either."""


@dataclass(frozen=True)
class Peer:
    """A tool: the file that runs it, and what pip installs for it."""

    name: str
    file: str
    packages: tuple[str, ...]


ALL = (
    Peer("rapidfuzz token_set_ratio", "ratio.py", ("rapidfuzz==3.14.6", "numpy==2.4.6")),
    Peer("Python Record Linkage Toolkit", "record_linkage.py", ("recordlinkage==0.16",)),
    Peer("Splink", "splink_model.py", ("splink==5.0.0",)),
)


@dataclass(frozen=True)
class Seconds:
    linking: float
    learning: float


Scored = list[tuple[frozenset[str], float]]


@dataclass(frozen=True)
class Cut:
    """From which score on pairs are links, all of them or only those that are each other's best."""

    least: float
    mutual: bool


def choose_cut(scored: Scored, true: set[frozenset[str]]) -> Cut:
    """The cut with the best F1."""
    best, chosen = -1.0, Cut(0.0, mutual=False)
    for mutual in (False, True):
        left = keep_mutual(scored) if mutual else scored
        steps = sorted({round(score, 2) for _, score in left})
        for least in steps[:: max(1, len(steps) // STEPS)]:
            cut = Cut(least, mutual)
            rate = compare_pairs(true, {pair for pair, score in left if score >= least}).f1
            if rate > best:
                best, chosen = rate, cut
    return chosen


def take(scored: Scored, cut: Cut) -> set[frozenset[str]]:
    """The pairs that are links by the cut."""
    left = keep_mutual(scored) if cut.mutual else scored
    return {pair for pair, score in left if score >= cut.least}


def keep_mutual(scored: Scored) -> Scored:
    """The pairs of which neither row has a better one."""
    best: dict[str, float] = {}
    for pair, score in scored:
        for one in pair:
            best[one] = max(score, best.get(one, score))
    return [(pair, score) for pair, score in scored if all(score >= best[one] for one in pair)]


def write_rows(rows: Sequence[Row], file: Path) -> None:
    told = [
        {
            "id": row.event.id,
            "day": row.event.when.first.toordinal() if row.event.when.first else None,
            "minutes": row.event.when.at.hour * 60 + row.event.when.at.minute
            if row.event.when.at
            else None,
            "agency": row.event.agency,
            "text": row.event.text,
            "author": row.event.author,
            "contact": row.contact,
        }
        for row in rows
    ]
    file.write_text(json.dumps(told), encoding="utf-8")


def make_environment(peer: Peer, folder: Path) -> Path:
    """The Python of the peer's environment, made where it is not there yet."""
    place = folder / peer.file.removesuffix(".py")
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not place.exists():
        venv.create(place, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", *peer.packages]
    subprocess.run(pip, check=True)
    return python


def run_peer(python: Path, peer: Peer, files: Sequence[Path], runs: int) -> tuple[Any, Seconds]:
    """What the peer found the last time, and its median seconds."""
    command = [str(python), "-W", "ignore", str(PEERS / peer.file), *map(str, files)]
    told = []
    for _ in range(runs):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = json.loads(files[2].read_text(encoding="utf-8"))
        told.append((found["seconds"], found["learning"]))
    seconds, learning = zip(*told, strict=True)
    return found, Seconds(statistics.median(seconds), statistics.median(learning))


def time_ours(rows: Sequence[Row], runs: int) -> tuple[set[frozenset[str]], Seconds]:
    """The pairs that we link, and our median seconds."""
    seconds = []
    for _ in range(runs):
        start = process_time()
        contacts = link_rows(rows)
        seconds.append(process_time() - start)
    return list_linked_pairs(contacts), Seconds(statistics.median(seconds), 0.0)


def tell(name: str, score: Score, seconds: Seconds, base: float) -> None:
    learning = f"{seconds.learning:.2f}" if seconds.learning else "-"
    sys.stdout.write(
        f"| {name} | {score.precision:.1%} | {score.recall:.1%} | {score.f1:.1%} "
        f"| {seconds.linking:.2f} | {learning} | {seconds.linking / base:.1f} |\n"
    )


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.linking", description=__doc__)
    parser.add_argument("--events", type=int, default=3000)
    parser.add_argument("--density", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--environments", type=Path, help="a folder in which they are kept")
    asked = parser.parse_args()
    tuning, measured = (
        make_history(asked.events, asked.density, one) for one in (TUNING, MEASURED)
    )
    true = list_true_pairs(measured)
    # Ours go first, before what the peers found fills the memory of this process.
    pairs, taken = time_ours(measured, asked.runs)
    results: list[tuple[str, Score, Seconds]] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.environments or Path(scratch)
        files = [Path(scratch) / f"{name}.json" for name in ("tuning", "measured", "out")]
        write_rows(tuning, files[0])
        write_rows(measured, files[1])
        for peer in ALL:
            found, seconds = run_peer(make_environment(peer, folder), peer, files, asked.runs)
            scored = {
                name: [(frozenset((a, b)), score) for a, b, score in found[name]]
                for name in ("tuning", "measured")
            }
            cut = choose_cut(scored["tuning"], list_true_pairs(tuning))
            sys.stderr.write(f"{peer.name}: {cut}\n")
            results.append((peer.name, compare_pairs(true, take(scored["measured"], cut)), seconds))
    results.append(("Chronolator", compare_pairs(true, pairs), taken))
    sys.stdout.write(
        f"{len(measured):,} rows, {asked.density:g} a day, {len(true):,} true pairs\n\n"
        "| | precision | recall | F1 | seconds | to learn | seconds by rapidfuzz's |\n"
        "|---|---|---|---|---|---|---|\n"
    )
    for name, score, seconds in results:
        tell(name, score, seconds, results[0][2].linking)


if __name__ == "__main__":
    main()

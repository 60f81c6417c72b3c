"""Write, read back and compare every layout."""

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from multiprocessing import Pool
from pathlib import Path
from random import Random

from .build import find_conflict
from .features import FEATURES
from .formats import FORMATS, carries
from .run import Layout, find_layout, list_pairs, list_single, run

_TOLD_EVERY = 500
_SHOWN = 4
"""Of the differences of one layout, these are printed."""


def main() -> int:
    """Print a table of features and formats; 1 where a layout was not read whole."""
    parser = argparse.ArgumentParser(prog="python -m tests.layouts", description=__doc__)
    parser.add_argument("--singles", action="store_true", help="leave the pairs out")
    parser.add_argument("--only", default="", help="layouts whose name holds these words")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder in which the files stay")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--share", type=float, default=1.0, help="of the pairs, drawn by the seed")
    parser.add_argument("--apart", action="store_true", help="say which two do not go together")
    asked = parser.parse_args()
    if asked.apart:
        print(*_list_apart(), sep="\n")
        return 0
    layouts = [*list_single()]
    if not asked.singles:
        pairs = [*list_pairs()]
        layouts += Random(asked.seed).sample(pairs, round(asked.share * len(pairs)))  # noqa: S311
    chosen = [one for one in layouts if asked.only in one.name]
    begun = time.monotonic()
    failed = _run_all(chosen, asked)
    print(_make_table(chosen, failed))
    print(
        f"{len(chosen)} layouts, {len(chosen) - len(failed)} read back whole, {len(failed)} not; "
        f"{time.monotonic() - begun:.0f} s"
    )
    return 1 if failed else 0


def _list_apart() -> Iterator[str]:
    for one, other in combinations(FEATURES, 2):
        if why := find_conflict(one, other):
            yield f"{one.name} + {other.name}: {why}"
        elif not any(carries(form, (one, other)) for form in FORMATS):
            yield f"{one.name} + {other.name}: no format carries both"


def _run_all(layouts: Sequence[Layout], asked: argparse.Namespace) -> list[Layout]:
    """Those that were not read back whole; what differs is printed as it is found."""
    failed = []
    tasks = [(one.name, asked.seed, asked.keep) for one in layouts]
    with Pool(asked.jobs) as pool:
        found = pool.imap(_try, tasks, chunksize=8)
        for number, (layout, differences) in enumerate(zip(layouts, found, strict=True), start=1):
            if number % _TOLD_EVERY == 0:
                print(f"{number} of {len(layouts)}", file=sys.stderr, flush=True)
            if differences:
                failed.append(layout)
                print(layout.name, *differences[:_SHOWN], sep="\n    ", flush=True)
                if len(differences) > _SHOWN:
                    print(f"    and {len(differences) - _SHOWN} more")
    return failed


def _try(task: tuple[str, int, Path | None]) -> list[str]:
    name, seed, keep = task
    layout = find_layout(name)
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep / re.sub(r"\W+", " ", name) if keep else Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return run(layout, folder, seed)
        except Exception as error:  # noqa: BLE001 - a fault costs its layout, and the others go on
            return [f"{type(error).__name__}: {error}"]


def _make_table(layouts: Iterable[Layout], failed: Iterable[Layout]) -> str:
    """Feature by format: how many layouts were tried, or of how many how many were read whole."""
    tried: Counter[tuple[str, str]] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    for counter, chosen in ((tried, layouts), (missed, failed)):
        for layout in chosen:
            for name in {one.name for one in layout.features} or {"plain"}:
                counter[name, layout.form.name] += 1
    forms = [form.name for form in FORMATS if any(form.name == name for _, name in tried)]
    width = max(len(one.name) for one in FEATURES)
    lines = [" ".join([" " * width, *(f"{name[:8]:>8}" for name in forms)])]
    for name in ("plain", *(one.name for one in FEATURES)):
        cells = [_show(tried[name, form], missed[name, form]) for form in forms]
        if any(cells):
            lines.append(" ".join([f"{name:{width}}", *(f"{cell:>8}" for cell in cells)]))
    return "\n".join(lines)


def _show(tried: int, missed: int) -> str:
    if not tried:
        return ""
    return f"{tried - missed}/{tried}" if missed else str(tried)


if __name__ == "__main__":
    sys.exit(main())

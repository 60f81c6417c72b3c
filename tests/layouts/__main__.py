"""Run every layout: `python -m tests.layouts [--only WORDS]`."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from .features import FEATURES
from .formats import FORMATS
from .run import Layout, list_pairs, list_single, run


def main() -> int:
    """Print a table of features and formats; 1 where a layout was not read whole."""
    parser = argparse.ArgumentParser(prog="python -m tests.layouts", description=__doc__)
    parser.add_argument("--singles", action="store_true", help="leave the pairs out")
    parser.add_argument("--only", default="", help="layouts whose name holds these words")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder in which the files stay")
    asked = parser.parse_args()
    layouts = [*list_single()] + ([] if asked.singles else [*list_pairs()])
    chosen = [one for one in layouts if asked.only in one.name]
    begun = time.monotonic()
    failed = _run_all(chosen, asked.seed, asked.keep)
    print(_make_table(chosen, failed))
    print(
        f"{len(chosen)} layouts, {len(chosen) - len(failed)} read back whole, {len(failed)} not; "
        f"{time.monotonic() - begun:.0f} s"
    )
    return 1 if failed else 0


def _run_all(layouts: Iterable[Layout], seed: int, keep: Path | None) -> list[Layout]:
    failed = []
    for number, layout in enumerate(layouts):
        with tempfile.TemporaryDirectory() as scratch:
            folder = keep / f"{number:05}" if keep else Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            differences = run(layout, folder, seed)
        if differences:
            failed.append(layout)
            print(layout.name)
            for line in differences[:4]:
                print(f"    {line}")
            if len(differences) > 4:
                print(f"    and {len(differences) - 4} more")
    return failed


def _make_table(layouts: Iterable[Layout], failed: Iterable[Layout]) -> str:
    """Feature by format: how many layouts were read back whole, of how many."""
    tried: Counter[tuple[str, str]] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    for counter, chosen in ((tried, layouts), (missed, failed)):
        for layout in chosen:
            for name in {one.name for one in layout.features} or {"plain"}:
                counter[name, layout.form.name] += 1
    width = max(len(one.name) for one in FEATURES)
    heads = "  ".join(f"{form.name:>15}" for form in FORMATS)
    lines = [f"{'':{width}}  {heads}"]
    for name in ("plain", *(one.name for one in FEATURES)):
        cells = []
        for form in FORMATS:
            number = tried[name, form.name]
            read = number - missed[name, form.name]
            cells.append(f"{f'{read}/{number}' if number else '':>15}")
        if any(cell.strip() for cell in cells):
            lines.append(f"{name:{width}}  {'  '.join(cells)}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

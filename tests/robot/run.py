"""Many histories, side by side; what waits for LibreOffice is saved by one process of it."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.robot.history import History, Saving, live
from tests.robot.office import OFFICE, save_again

BATCH = 10


def run(seeds: Sequence[int], jobs: int | None = None) -> Iterator[History]:
    """The history of each seed, in their order, made on all cores."""
    batches = [tuple(seeds[n : n + BATCH]) for n in range(0, len(seeds), BATCH)]
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        for histories in pool.map(run_batch, batches):
            yield from histories


def run_batch(seeds: Sequence[int]) -> list[History]:
    """The histories of these seeds, one after the other but for LibreOffice's part."""
    with tempfile.TemporaryDirectory() as scratch:
        going: dict[int, Saving] = {}
        for seed in seeds:
            folder = Path(scratch) / str(seed)
            folder.mkdir()
            going[seed] = live(seed, folder)
        done: dict[int, History] = {}
        while going:
            waiting = []
            for seed, history in [*going.items()]:
                try:
                    waiting.append(next(history))
                except StopIteration as end:
                    done[seed] = end.value
                    del going[seed]
            if waiting and OFFICE:
                save_again(waiting)
    return [done[seed] for seed in seeds]

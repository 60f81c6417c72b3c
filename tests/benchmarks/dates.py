"""How long the reading of dates takes, as ratios in one run. Not a test: nothing here is collected.

    python tests/benchmarks/dates.py [RUNS]

`many of few` is a million cells of 5,000 distinct forms, `all distinct` 100,000 cells of which no
two are alike. The floor of each is one `fullmatch` of a sensible pattern on the same cells. Reading
and floor run in turn, each time with a new reader that knows nothing, and without looking for
circles, as in a run of chron; the figures are medians.
"""

import gc
import random
import re
import statistics
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from time import perf_counter

from chronolator.dates import DateReader
from chronolator.model import DateRules
from chronolator.rules.dates import load_dates

DEFAULT_RUNS, SEED = 5, 20190312
FIRST, DAYS = date(1998, 1, 1), 10_000
LATEST = date(2026, 6, 1)
PATTERN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?: (\d\d?):(\d\d))?")
FORMS = (
    (50, "{0:%d/%m/%Y}"),
    (14, "{0:%d/%m/%Y} {1:02}:{2:02}"),
    (5, "{0.day}/{0.month}/{0:%y}"),
    (5, "{0:%d.%m.%y}"),
    (5, "{0:%Y-%m-%d} {1:02}:{2:02}:00"),
    (4, "{0:%d-%b-%Y}"),
    (4, "{0.day} {0:%B} {0.year}"),
    (2, "{0.day}th {0:%B} {0.year} {1:02}{2:02}hrs"),
    (2, "{0:%a} {0:%d/%m/%y} at {1}.{2:02}"),
    (3, "{0:%d/%m/%Y} - {3:%d/%m/%Y}"),
    (1, "{4.day}-{0.day} {0:%B} {0.year}"),
    (1, "c. {0:%d/%m/%Y}"),
    (1, "approx {0.day} {0:%b} {0:%y}"),
    (1, "w/c {0:%d/%m/%Y}"),
    (1, "{0:%B} {0.year}"),
    (1, "{0:%d/%m/%Y} (recorded {3:%d/%m/%Y})"),
)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_RUNS
    chance = random.Random(SEED)  # noqa: S311  no secret: the same cells in every run
    few = make_distinct(5_000, chance)
    show("many of few", chance.choices(few, k=1_000_000), runs)
    show("all distinct", make_distinct(100_000, chance), runs)


def make_distinct(count: int, chance: random.Random) -> list[str]:
    """So many different cells; which form each has is drawn by its weight."""
    weights, forms = zip(*FORMS, strict=True)
    made: dict[str, None] = {}
    while len(made) < count:
        (form,) = chance.choices(forms, weights)
        day = FIRST + timedelta(chance.randrange(DAYS))
        later = day + timedelta(chance.randrange(1, 28))
        earlier = day.replace(day=(day.day + 1) // 2)
        clock = chance.randrange(24), chance.randrange(60)
        made[form.format(day, *clock, later, earlier)] = None
    return list(made)


def show(name: str, cells: Sequence[str], runs: int) -> None:
    """Print the median of both and of their ratio."""
    rules = load_dates()
    DateReader(rules).read("early May")  # the words of the rules are put in order once
    pairs = [(clock(match_all, cells), clock(read_all(rules), cells)) for _ in range(runs)]
    floor, reading = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for other, one in pairs)
    sys.stdout.write(
        f"{name}: {len(cells):,} cells, fullmatch {floor:.3f} s, reading {reading:.3f} s, "
        f"{ratio:.2f} times\n"
    )


def match_all(cells: Sequence[str]) -> None:
    """The floor."""
    fullmatch = PATTERN.fullmatch
    for cell in cells:
        fullmatch(cell)


def read_all(rules: DateRules) -> Callable[[Sequence[str]], None]:
    """What is measured."""

    def run(cells: Sequence[str]) -> None:
        read = DateReader(rules, latest=LATEST, today=LATEST).read
        for cell in cells:
            read(cell)

    return run


def clock(work: Callable[[Sequence[str]], None], cells: Sequence[str]) -> float:
    """Seconds."""
    gc.collect()
    gc.disable()
    start = perf_counter()
    work(cells)
    taken = perf_counter() - start
    gc.enable()
    return taken


if __name__ == "__main__":
    main()

"""rapidfuzz: token_set_ratio of rows of one day. Runs in an environment with rapidfuzz alone.

python ratio.py TUNING.json MEASURED.json OUT.json
"""

import json
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import Any

from rapidfuzz import fuzz, process, utils

Rows = list[dict[str, Any]]


def compare(rows: Rows) -> list[tuple[str, str, float]]:
    """Every two rows of one day and two agencies, with their ratio."""
    days: defaultdict[int, Rows] = defaultdict(list)
    for row in rows:
        days[row["day"]].append(row | {"plain": utils.default_process(row["text"])})
    found = []
    for one in days.values():
        texts = [row["plain"] for row in one]
        ratios = process.cdist(texts, texts, scorer=fuzz.token_set_ratio)
        found += [
            (one[a]["id"], one[b]["id"], float(ratios[a][b]))
            for a, b in combinations(range(len(one)), 2)
            if one[a]["agency"] != one[b]["agency"]
        ]
    return found


def main() -> None:
    tuning, measured = (json.loads(Path(one).read_text("utf-8")) for one in sys.argv[1:3])
    tuned = compare(tuning)
    start = process_time()
    found = compare(measured)
    seconds = process_time() - start
    out = {"tuning": tuned, "measured": found, "seconds": seconds, "learning": 0.0}
    Path(sys.argv[3]).write_text(json.dumps(out), "utf-8")


main()

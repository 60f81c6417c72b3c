"""Try every fault at all moments, and tell what went wrong."""

import sys
import tempfile
from pathlib import Path

from tests.faults.case import make_case
from tests.faults.trials import judge, list_full_disks, list_kills, list_stops

KILLS, STOPS, FULL = 50, 20, 20


def main() -> int:
    """Print each fault after which something was not as it should be; 1 where there was one."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        case = make_case(folder / "case")
        trials = [
            *list_kills(case, folder / "kills", KILLS),
            *list_stops(case, folder / "stops", STOPS),
            *list_full_disks(case, FULL),
        ]
        wrong = 0
        for number, trial in enumerate(trials):
            told = judge(case, folder / f"trial-{number}", trial)
            wrong += bool(told)
            print(*told, sep="\n", end="\n" if told else "")
    print(f"{len(trials)} faults tried, after {wrong} of them something was wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

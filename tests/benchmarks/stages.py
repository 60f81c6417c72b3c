"""The command with a clock beside each of its stages. Not a test: not collected.

python -m tests.benchmarks.stages FILE merge ...    the command; to FILE the seconds of each
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

STAGES = {
    "reading": ("chronolator.journey:read",),
    "dates and duplicates": ("chronolator.journey:arrange",),
    "sightings and contacts": (
        "chronolator.workers.shared:Shared.finish",
        "chronolator.journey:link_events",
        "chronolator.journey:compare_words",
        "chronolator.journey:describe_contacts",
        "chronolator.journey:find_one_sided",
    ),
    "order, gaps, questions": (
        "chronolator.journey:sort_events",
        "chronolator.journey:run_clocks",
        "chronolator.journey:list_queries",
    ),
    "writing the cells": ("chronolator.save.forms:write_workbook",),
    "closing the file": ("xlsxwriter.workbook:Workbook.close",),
    "reading back": ("chronolator.save.forms:read_refs",),
}
"""Each with its functions, as the module that calls them names them."""
INSIDE = {"closing the file": "writing the cells"}
"""A stage that is part of another one, which is told without it."""
REST = "start and the rest"


def time_stages(run: Callable[[], object], told: Path) -> None:
    """Write the seconds of wall clock in each stage while it runs."""
    taken: defaultdict[str, float] = defaultdict(float)

    def wrap(stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **named: Any) -> Any:
            since = perf_counter()
            try:
                result = call(*args, **named)
            finally:
                taken[stage] += perf_counter() - since
            return result

        return timed

    for stage, names in STAGES.items():
        for name in names:
            module, _, path = name.partition(":")
            *owners, function = path.split(".")
            owner: Any = import_module(module)
            for one in owners:
                owner = getattr(owner, one)
            setattr(owner, function, wrap(stage, getattr(owner, function)))
    since = perf_counter()
    try:
        run()
    finally:  # the command ends by SystemExit
        whole = perf_counter() - since
        for stage, outer in INSIDE.items():
            taken[outer] -= taken[stage]
        taken[REST] = whole - sum(taken.values())
        told.write_text(json.dumps({stage: taken[stage] for stage in (*STAGES, REST)}))


def main() -> None:
    """Run the command."""
    from chronolator.cli import main as run  # noqa: PLC0415  what is timed is imported here

    target, *rest = sys.argv[1:]
    sys.argv = ["chron", *rest]
    time_stages(run, Path(target))


if __name__ == "__main__":
    main()

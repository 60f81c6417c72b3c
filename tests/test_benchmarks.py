"""What the benchmarks hold us against is what they say."""

import json
import os
import subprocess
import sys
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.benchmarks.returns import make_returns

TOP = Path(__file__).parents[1]
ROWS = 60


def run(folder: Path, *command: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(TOP)}
    told = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return told.stdout


def read_cells(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(path)
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def test_the_floor_writes_every_cell_of_ours(tmp_path: Path) -> None:
    make_returns(tmp_path, ROWS)
    floor = ("-m", "tests.benchmarks.floor")
    run(tmp_path, *floor, "record", "cells", "merge", "-o", "ours.xlsx", "--quiet")
    told = run(tmp_path, *floor, "write", "cells", "agency", "floor.xlsx")
    assert len(json.loads(told)) == 2
    ours, bare = read_cells(tmp_path / "ours.xlsx"), read_cells(tmp_path / "floor.xlsx")
    assert {name: cells for name, cells in ours.items() if cells} == {
        name: bare[name] for name, cells in ours.items() if cells
    }


def test_every_stage_is_told_and_the_plain_script_finds_every_row(tmp_path: Path) -> None:
    rows = make_returns(tmp_path, ROWS)
    command = ("stages.json", "merge", "-o", "out.xlsx", "--quiet")
    run(tmp_path, "-m", "tests.benchmarks.stages", *command)
    stages = json.loads((tmp_path / "stages.json").read_text(encoding="utf-8"))
    assert all(seconds > 0 for seconds in stages.values())
    run(tmp_path, str(TOP / "tests/benchmarks/plain_script.py"), "agency", "script.xlsx")
    (cells,) = read_cells(tmp_path / "script.xlsx").values()
    assert len(cells) == rows + 1

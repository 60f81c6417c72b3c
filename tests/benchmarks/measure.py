"""How long a merge and the start take, as ratios in one run. Not a test: nothing here is collected.

    python tests/benchmarks/measure.py [RUNS]

`merge` is the whole command on about 2,000 rows from ten workbooks. Its floor is a bare loop:
python-calamine reads the same files, XlsxWriter writes every cell of our output again with its
format (the calls are recorded beforehand; the time to load them does not count). `chron --help` has
an empty typer command as its floor. Each pair runs in turn; the figures are medians.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import datetime, time, timedelta
from pathlib import Path
from time import perf_counter

import xlsxwriter

from chronolator import integrate

COPIES, DEFAULT_RUNS = 8, 7
EXAMPLE = Path(__file__).parents[2] / "examples" / "robin"
RECORDER = """
import pickle, sys
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

properties, formats, sheets, cells = {}, [], [], []
add_format = Workbook.add_format

def keep_format(book, given=None):
    made = add_format(book, given)
    properties[made] = dict(given or {})
    return made

def keep_calls(name):
    write = getattr(Worksheet, name)
    def kept(sheet, row, column, *args):
        if sheet not in sheets:
            sheets.append(sheet)
        formats.extend(one for one in args if one in properties and one not in formats)
        plain = [(True, formats.index(one)) if one in properties else (False, one) for one in args]
        cells.append((sheets.index(sheet), name, row, column, plain))
        return write(sheet, row, column, *args)
    setattr(Worksheet, name, kept)

Workbook.add_format = keep_format
for name in ("string", "blank", "number", "datetime", "rich_string"):
    keep_calls(f"write_{name}")
from chronolator.write.workbook.assembled import AssembledSheet

def place_singly(sheet, row, cells):
    for column, value, style in cells:
        kind = "blank" if value is None else "string" if isinstance(value, str) else "number"
        getattr(sheet, f"write_{kind}")(row, column, value, style)
    return True

AssembledSheet.place = place_singly
kept, sys.argv = sys.argv[1], ["chron", *sys.argv[2:]]
from chronolator.cli import main
try:
    main()
finally:
    told = [properties[one] for one in formats], [sheet.name for sheet in sheets], cells
    with open(kept, "wb") as file:
        pickle.dump(told, file)
"""
FLOOR = """
import pathlib, pickle, sys, time
from python_calamine import CalamineWorkbook
import xlsxwriter
start = time.perf_counter()
with open(sys.argv[2], "rb") as file:
    properties, names, cells = pickle.load(file)
loading = time.perf_counter() - start
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
out = xlsxwriter.Workbook(sys.argv[3])
formats = [out.add_format(one) for one in properties]
sheets = [out.add_worksheet(name) for name in names]
for sheet, name, row, column, args in cells:
    given = [formats[one] if is_format else one for is_format, one in args]
    getattr(sheets[sheet], name)(row, column, *given)
out.close()
print(loading)
"""
EMPTY_COMMAND = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    "Nothing."
app()
"""


def make_returns(folder: Path) -> int:
    """Ten workbooks that hold the rows of the example case eight times over, each some years before
    the last, and how many rows that is: records as agencies write them, as many a week as in a real
    case, none in the future.
    """
    chronology = integrate([EXAMPLE / "agency"], EXAMPLE / "case.toml")
    dated = [event for event in chronology.events if event.when.first]
    rows = [
        (event.when.first - copy * timedelta(days=1000), event)
        for copy in range(COPIES)
        for event in dated
        if event.when.first
    ]
    agencies = sorted({event.agency for event in dated})
    files = {agency: [row for row in rows if row[1].agency == agency] for agency in agencies}
    busiest = max(files, key=lambda agency: len(files[agency]))
    half = len(files[busiest]) // 2
    files[f"{busiest} (2)"], files[busiest] = files[busiest][half:], files[busiest][:half]
    for name, told in files.items():
        book = xlsxwriter.Workbook(folder / f"{name}.xlsx")
        sheet = book.add_worksheet("Chronology")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["Agency", "Date", "Time", "Event", "Source", "Author"])
        for place, (when, event) in enumerate(told, start=1):
            at = f"{event.when.at:%H:%M}" if event.when.at else ""
            sheet.write_datetime(place, 1, datetime.combine(when, time()), day)
            sheet.write_row(place, 2, [at, event.text, event.source, event.author])
            sheet.write_string(place, 0, event.agency)
        book.close()
    return len(rows)


def time_command(command: list[str], folder: Path) -> float:
    """Seconds of wall clock of the whole process, less those that it prints as its last line."""
    start = perf_counter()
    ran = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    taken = perf_counter() - start
    last = ran.stdout.split("\n")[-2] if ran.stdout.endswith("\n") else ""
    return taken - float(last) if last.replace(".", "").isdigit() else taken


def tell(name: str, ours: list[float], floor: list[float]) -> None:
    """One line: the medians and the median of the ratios."""
    ratio = statistics.median(a / b for a, b in zip(ours, floor, strict=True))
    print(  # noqa: T201  a command's result
        f"{name}: {statistics.median(ours):.2f} s, floor {statistics.median(floor):.2f} s, "
        f"ratio {ratio:.2f} ({len(ours)} runs)"
    )


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_RUNS
    chron = [sys.executable, "-m", "chronolator"]
    with tempfile.TemporaryDirectory() as scratch:
        there = Path(scratch)
        # As where it is installed, no module is compiled again for each run.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(there / "bytecode")
        returns = there / "agency"
        returns.mkdir()
        rows = make_returns(returns)
        # Nobody is seen before birth: the children are made old enough for all copies.
        case = (EXAMPLE / "case.toml").read_text(encoding="utf-8").replace("born = 20", "born = 19")
        (there / "case.toml").write_text(case, encoding="utf-8")
        merge = [*chron, "merge", "agency", "-o", "out.xlsx", "--quiet"]
        floor = [sys.executable, "-c", FLOOR, "agency", "cells", "floor.xlsx"]
        time_command([sys.executable, "-c", RECORDER, "cells", *merge[3:]], there)
        (there / "out.xlsx").unlink()
        ours, bare = [], []
        for _ in range(runs):
            ours.append(time_command(merge, there))
            bare.append(time_command(floor, there))
            (there / "out.xlsx").unlink()
        tell(f"merge of {rows:,} rows from ten files", ours, bare)
        ours, bare = [], []
        for _ in range(runs):
            ours.append(time_command([*chron, "--help"], there))
            bare.append(time_command([sys.executable, "-c", EMPTY_COMMAND, "--help"], there))
        tell("chron --help", ours, bare)


if __name__ == "__main__":
    main()

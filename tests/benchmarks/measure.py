"""How long a merge and the start take, as ratios in one run. Not a test: nothing here is collected.

    python tests/benchmarks/measure.py [RUNS]

`merge` is the whole command on 2,000 rows from ten workbooks. Its floor is a bare loop:
python-calamine reads the same files, XlsxWriter writes every cell of our output with a format.
`chron --help` has an empty typer command as its floor. Each pair runs in turn; the figures are
medians.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

import xlsxwriter

ROWS, FILES, DEFAULT_RUNS = 2_000, 10, 7
AGENCIES = (
    "Police",
    "Social Care",
    "Surgery",
    "Health Visiting",
    "Hospital",
    "Primary School",
    "Housing",
    "Probation",
    "Nursery",
    "Early Help",
)
PHRASES = (
    "Home visit. Robin seen with mother in the living room, playing with bricks.",
    "Telephone call to mother, no reply. Message left.",
    "Robin was not brought to the appointment. Letter sent.",
    "Joint visit with PC Hale and SW Hill. Children seen, house cold.",
    "Mother attended alone and said that things are better.",
    "Strategy discussion held with police and health. Single agency enquiry.",
    "Robin weighed in clinic. Wren at school.",
    "Wren spoke to the class teacher on her own and said that she is tired.",
    "No access, card left. Neighbour says that the family are away.",
    "Referral received from school about attendance and lateness.",
)
KEEP_CELLS = """
import json, sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
cells = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
json.dump(cells, open(sys.argv[2], "w"), default=str)
"""
FLOOR = """
import json, pathlib, sys
from python_calamine import CalamineWorkbook
import xlsxwriter
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
cells = json.load(open(sys.argv[2]))
out = xlsxwriter.Workbook(sys.argv[3])
wrapped = out.add_format({"text_wrap": True, "valign": "top"})
for name, rows in cells.items():
    sheet = out.add_worksheet(name)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write_string(r, c, str(value), wrapped)
out.close()
"""
EMPTY_COMMAND = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    "Nothing."
app()
"""


def make_returns(folder: Path) -> None:
    """Ten workbooks with 200 rows each, the same at every run."""
    chance = random.Random(2018)  # noqa: S311  no secret, the same rows each time
    for agency in AGENCIES:
        book = xlsxwriter.Workbook(folder / f"{agency}.xlsx")
        sheet = book.add_worksheet("Chronology")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["Date", "Time", "Event", "Source", "Author"])
        for row in range(1, ROWS // FILES + 1):
            when = datetime(2018, 4, 1) + timedelta(days=chance.randrange(900))
            words = " ".join(chance.sample(PHRASES, 3))
            sheet.write_datetime(row, 0, when, day)
            clock = f"{chance.randrange(8, 18)}:{chance.randrange(60):02}"
            sheet.write_row(row, 1, [clock, words, f"Record {row}", f"Worker {row % 7}"])
        book.close()


def time_command(command: list[str], folder: Path) -> float:
    """Seconds of wall clock of the whole process."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


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
        returns = there / "agency"
        returns.mkdir()
        make_returns(returns)
        (there / "case.toml").write_text(
            '[[child]]\nname = "Robin"\nborn = 2015-11-03\n[[child]]\nname = "Wren"\n'
            "born = 2010-02-01\n",
            encoding="utf-8",
        )
        merge = [*chron, "merge", "agency", "-o", "out.xlsx", "--quiet"]
        floor = [sys.executable, "-c", FLOOR, "agency", "cells.json", "floor.xlsx"]
        time_command(merge, there)
        time_command([sys.executable, "-c", KEEP_CELLS, "out.xlsx", "cells.json"], there)
        (there / "out.xlsx").unlink()
        ours, bare = [], []
        for _ in range(runs):
            ours.append(time_command(merge, there))
            bare.append(time_command(floor, there))
            (there / "out.xlsx").unlink()
        tell("merge of 2,000 rows from ten files", ours, bare)
        ours, bare = [], []
        for _ in range(runs):
            ours.append(time_command([*chron, "--help"], there))
            bare.append(time_command([sys.executable, "-c", EMPTY_COMMAND, "--help"], there))
        tell("chron --help", ours, bare)


if __name__ == "__main__":
    main()

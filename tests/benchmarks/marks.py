"""How long the marks of a large workbook take, as ratios in one run. Not a test: not collected.

    python tests/benchmarks/marks.py [RUNS]

100,000 rows of eight columns are read in the worker process. Without a mark, against
python-calamine's bare read of the same file; with some marks (coloured headings, and one row in a
hundred hidden, struck through, commented on or linked), and with every row coloured, against
openpyxl's own full read, which is made once for each file. Else the figures are medians.
"""

import io
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

from chronolator import workers
from chronolator.readers.files import OPEN_FILE, open_in_worker
from chronolator.workers import Limits

ROWS, DEFAULT_RUNS = 100_000, 5
UNHURRIED = Limits(seconds=600, megabytes=4000)
TEXT = "Home visit {}. Child seen in the living room, clean and settled; no reply from the school."
COLOURS = ("#FFC000", "#92D050", "#FF0000")


def make_workbook(path: Path, *, some: bool = False, every: bool = False) -> None:
    """A return with no marks, with `some`, or with `every` row coloured."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Chronology")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    heading = book.add_format({"bg_color": "#D9E1F2"} if some or every else {})
    fills = [book.add_format({"bg_color": colour}) for colour in COLOURS]
    struck, bold = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
    for column in range(8):
        sheet.write_string(0, column, f"Heading {column}", heading)
    for row in range(1, ROWS + 1):
        look = fills[row % 3] if every else None
        sheet.write_datetime(row, 0, datetime(2015, 1, 1) + timedelta(hours=row), look or day)
        sheet.write_string(row, 1, TEXT.format(row), look)
        for column in range(2, 8):
            sheet.write_string(row, column, f"Record {row % 50} {column}", look)
        if some and row % 100 == 0:
            sheet.set_row(row + 1, options={"hidden": True})
            sheet.write_rich_string(row, 1, bold, f"Seen {row} ", struck, "alone", bold, " by HV")
            sheet.write_comment(row, 2, f"Not ours {row}", {"author": "J Hale"})
            sheet.write_url(row, 3, f"https://records.example/{row}", string=f"Record {row}")
    book.close()


def read_bare(path: Path) -> None:
    """What python-calamine alone needs for the cells."""
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def read_with_openpyxl(path: Path) -> None:
    """What openpyxl needs for the cells and all that stands about them."""
    openpyxl.load_workbook(io.BytesIO(path.read_bytes()), rich_text=True)


def measure(name: str, path: Path, runs: int, floor: Callable[[Path], None], times: int) -> None:
    """One line: our reading in the worker against the floor's."""
    ours, bare = [], []
    for number in range(runs):
        start = perf_counter()
        opened = open_in_worker(path, path.name, UNHURRIED)
        ours.append(perf_counter() - start)
        marks = len(opened.sheets[0].marks)
        del opened
        if number < times:
            start = perf_counter()
            floor(path)
            bare.append(perf_counter() - start)
    taken, least = statistics.median(ours), statistics.median(bare)
    print(  # noqa: T201  a command's result
        f"{ROWS:,} rows with {name} ({marks:,} marks): {taken:.2f} s in the worker, "
        f"{floor.__name__} {least:.2f} s, ratio {taken / least:.2f} ({runs} runs)"
    )


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_RUNS
    workers.warm_up(OPEN_FILE.partition(":")[0])
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "return.xlsx"
        make_workbook(path)
        measure("no marks", path, runs, read_bare, runs)
        make_workbook(path, some=True)
        measure("some marks", path, runs, read_with_openpyxl, 1)
        make_workbook(path, every=True)
        measure("every row coloured", path, runs, read_with_openpyxl, 1)


if __name__ == "__main__":
    main()

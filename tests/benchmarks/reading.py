"""How long it takes to read a large workbook, as a ratio in one run. Not a test: not collected.

    python tests/benchmarks/reading.py [RUNS]

100,000 rows of ten columns with texts as agencies write them, read in the worker process, against
python-calamine's bare read of the same file in this process. Each pair runs in turn; the figures
are medians.
"""

import random
import statistics
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import xlsxwriter
from python_calamine import CalamineWorkbook

from chronolator import workers
from chronolator.readers.files import OPEN_FILE, open_in_worker
from chronolator.workers import Limits

ROWS, DEFAULT_RUNS = 100_000, 5
UNHURRIED = Limits(seconds=600, megabytes=4000)
HEADINGS = (
    "No.",
    "Date",
    "Time",
    "Agency",
    "Source",
    "Event",
    "Action",
    "Child seen",
    "Author",
    "Comment",
)
SENTENCES = (
    "Home visit by the health visitor, mother and maternal grandmother present.",
    "Child seen in the living room, clean and settled, playing with his brother.",
    "Telephone call to the school: attendance 92% this term, two days of illness.",
    "Mother said that she would ring the housing office about the damp in the bedroom.",
    "No reply at the door, card left; neighbour said that they were out.",
    "Strategy discussion held, minutes on file. S47 enquiry to be led by the team manager.",
    "Attended A&E with a burn to the left hand; explanation recorded as consistent.",
    "Weighed in clinic, on the 25th centile, no concerns raised by either parent.",
)


def make_workbook(path: Path, rows: int = ROWS) -> None:
    """A return of that many rows; every text is one of its own."""
    chance = random.Random(7)  # noqa: S311  the same texts in every run
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Chronology")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADINGS)
    first = datetime(2015, 1, 1)
    for number in range(1, rows + 1):
        text = " ".join(chance.sample(SENTENCES, chance.randint(1, 4)))
        sheet.write_number(number, 0, number)
        sheet.write_datetime(number, 1, first + timedelta(days=number // 40), day)
        at = f"{chance.randint(8, 19):02}:{chance.choice(('00', '15', '30', '45'))}"
        agency = chance.choice(("Police", "School", "GP", "Health visiting"))
        seen = chance.choice(("Yes", "No", ""))
        record = f"Case record {number}"
        action = chance.choice(("NFA", "Referral", "Letter sent"))
        sheet.write_row(number, 2, [at, agency, record, f"{text} ({number})", action, seen])
        sheet.write_row(number, 8, [chance.choice(("SW Hill", "PC Hale", "HV Marsh")), ""])
    book.close()


def read_bare(path: Path) -> None:
    """What python-calamine alone needs for the cells."""
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_RUNS
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "return.xlsx"
        make_workbook(path)
        workers.warm_up(OPEN_FILE.partition(":")[0])
        ours, bare = [], []
        for _ in range(runs):
            start = perf_counter()
            opened = open_in_worker(path, path.name, UNHURRIED)
            ours.append(perf_counter() - start)
            assert len(opened.sheets[0].rows) == ROWS + 1
            del opened
            start = perf_counter()
            read_bare(path)
            bare.append(perf_counter() - start)
    ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    print(  # noqa: T201  a command's result
        f"{ROWS:,} rows of {len(HEADINGS)} columns: {statistics.median(ours):.2f} s in the worker, "
        f"{statistics.median(bare):.2f} s bare, ratio {ratio:.2f} ({runs} runs)"
    )


if __name__ == "__main__":
    main()

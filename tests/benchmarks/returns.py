"""Returns of so many rows, as sixteen agencies would write them, for the other files here."""

from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter

from tests.histories.story import START, Row, make_history

HEADINGS = ("Agency", "Date", "Time", "Event", "Source", "Author")
CASE = """\
title = "A history of {rows} rows"

[[child]]
name = "Mia Harte"
aliases = ["MH"]

[[child]]
name = "Jude Harte"

[[person]]
name = "Lee Dyson"
role = "partner"

[review]
columns = ["Review notes"]
"""
_LAST = date(2026, 6, 30)
_LONGEST = 40_000
"""Days: Excel knows no more."""


def make_returns(folder: Path, rows: int, seed: int = 7) -> int:
    """Write `agency/`, a workbook for each agency, and `case.toml`; the number of rows in all.

    One row a day, or as many as are needed for the rows to stand between 1917 and today.
    """
    density = max(1.0, rows / _LONGEST)
    back = timedelta(days=int(rows / density)) - (_LAST - START.date())
    files: dict[str, list[Row]] = {}
    for row in make_history(rows, density, seed):
        files.setdefault(row.event.agency, []).append(row)
    returns = folder / "agency"
    returns.mkdir()
    for agency, told in files.items():
        _write_return(returns / f"{agency}.xlsx", told, back)
    (folder / "case.toml").write_text(CASE.format(rows=rows), encoding="utf-8")
    return sum(map(len, files.values()))


def _write_return(path: Path, told: list[Row], back: timedelta) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Chronology")
    shown = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADINGS)
    for place, row in enumerate(sorted(told, key=_find_day), start=1):
        event = row.event
        at = f"{event.when.at:%H:%M}" if event.when.at else ""
        sheet.write_string(place, 0, event.agency)
        sheet.write_datetime(place, 1, _find_day(row) - back, shown)
        sheet.write_row(place, 2, [at, event.text, f"File {place}", event.author])
    book.close()


def _find_day(row: Row) -> datetime:
    day = row.event.when.first or START.date()
    return datetime(day.year, day.month, day.day)

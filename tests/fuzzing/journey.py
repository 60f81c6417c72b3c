"""The whole journey: tables in, a chronology out whose accounts add up, and a note that stays."""

import csv
import tempfile
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from chronolator import integrate, read
from chronolator.columns import CHRONOLOGY_SHEET
from chronolator.earlier import read_earlier
from chronolator.journey import conclude
from chronolator.model import Case, Value
from chronolator.save import save
from chronolator.workers import Limits
from tests.fuzzing.cases import cases
from tests.fuzzing.writing import RULES, SHORT, awkward, days, letters, texts
from tests.test_accounting import check_accounts

_TODAY = date(2024, 6, 1)
_LIMITS = Limits(seconds=120)
_NOTE = "her note"
_HEADINGS = (
    ("Date", "Event"),
    ("Date", "Time", "Details", "Agency"),
    ("Date of event", "What happened", "Child seen? (Y/N)", "Seen alone", "Child's voice"),
    ("When", "Source", "Narrative", "Present", "Outcome"),
    ("Ref", "Date", "Entry", "Comment", "Date"),
    (),
)
_FILES = ("GP", "Eastvale Police", "School v2", "Health Visiting draft", "chronology")
Row = list[Value]


@st.composite
def _rows(draw: st.DrawFn) -> list[Row]:
    """Titles, headings, and rows most of which fit below them."""
    headings = draw(st.sampled_from(_HEADINGS))
    titles = draw(st.lists(st.lists(letters | awkward | texts(), max_size=2), max_size=2))
    written = days | st.dates(date(1990, 1, 1)) | st.datetimes(datetime(1990, 1, 1)) | st.integers()
    cells = texts() | awkward | letters | st.just("") | days
    row = st.builds(
        lambda day, others: [day, *others], written, st.lists(cells, max_size=len(headings) + 1)
    )
    rows = draw(st.lists(row, max_size=14))
    again = rows[: draw(st.integers(0, 2))]
    return [*titles, list(headings), *rows, *again]


def _write(path: Path, rows: list[Row]) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        return
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            place = sheet.cell(row, column)
            if isinstance(cell, str):
                place.value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", cell)[:32_000]
                place.data_type = "s"
            else:
                place.value = cell
    book.save(path)


@settings(SHORT)
@given(
    st.lists(st.tuples(st.sampled_from(_FILES), _rows()), min_size=1, max_size=3),
    st.sampled_from((".csv", ".xlsx")),
    cases(),
    st.sampled_from((False, False, True)),
)
def try_journey(returns: list[tuple[str, list[Row]]], ending: str, case: Case, twice: bool) -> None:
    """The accounts add up. Merged again, a note of hers stands where it stood."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "agency"
        folder.mkdir()
        for name, rows in returns:
            _write(folder / f"{name}{ending}", rows)
        chronology = integrate(folder, case, rules=RULES, limits=_LIMITS, merged_on=_TODAY)
        check_accounts(chronology)
        if twice and chronology.events:
            _merge_again(folder, case, Path(place) / "out.xlsx")


def _merge_again(folder: Path, case: Case, path: Path) -> None:
    told = integrate(folder, case, rules=RULES, limits=_LIMITS, merged_on=_TODAY)
    save(told, path, merged_on=_TODAY)
    ref = _write_note(path)
    earlier = read_earlier(path)
    reading = read(folder, case, rules=RULES, limits=_LIMITS)
    again = conclude(reading, case, rules=RULES, earlier=earlier, merged_on=_TODAY)
    check_accounts(again)
    assert [one.id for one in again.events] == [one.id for one in told.events]
    save(again, path, merged_on=_TODAY)
    assert _find_notes(path) == [ref]


def _write_note(path: Path) -> str:
    """Write a note of hers beside the last row, and give that row's Ref."""
    book = openpyxl.load_workbook(path)
    sheet = book[CHRONOLOGY_SHEET]
    heading = [cell.value for cell in sheet[1]]
    row = sheet.max_row
    while not sheet.cell(row, heading.index("Ref") + 1).value:
        row -= 1
    sheet.cell(row, heading.index("Review notes") + 1).value = _NOTE
    book.save(path)
    return str(sheet.cell(row, heading.index("Ref") + 1).value)


def _find_notes(path: Path) -> list[str]:
    """The Refs of the rows beside which her note stands."""
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        heading, *rows = book[CHRONOLOGY_SHEET].iter_rows(values_only=True)
    ref, note = heading.index("Ref"), heading.index("Review notes")
    return [str(row[ref]) for row in rows if row[note] == _NOTE]

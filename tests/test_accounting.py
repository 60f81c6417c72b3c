"""Every row that is not blank is an event, a duplicate or not an event: counted again by others."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import load as load_ods
from odf.table import Table, TableCell, TableRow
from odf.teletype import extractText
from python_calamine import CalamineWorkbook

from chronolator import Case, integrate
from chronolator.accounting import adds_up, count_rows
from chronolator.model import (
    Agency,
    Chronology,
    Counts,
    Duplicate,
    DuplicateKind,
    Event,
    NotEvent,
    Origin,
    Source,
    When,
)

pytestmark = pytest.mark.usefixtures("untraced")

ROOT = Path(__file__).parent.parent
ENDINGS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"}
RETURNS = {"agency", "returns"}  # the folders of what an agency sends; other tables are labels
INPUTS = [
    path
    for folder in ("tests", "examples")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in ENDINGS and path.parent.name in RETURNS
]


def count_not_blank(rows: Iterable[Sequence[object]]) -> int:
    return sum(any(str(cell or "").strip() for cell in row) for row in rows)


def count_again(path: Path) -> dict[str, int]:
    """Rows that are not blank by sheet, counted without any of our code."""
    if path.suffix in {".csv", ".tsv"}:
        data = path.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
        delimiter = "\t" if path.suffix == ".tsv" else ",;"[";" in text.partition("\n")[0]]
        return {"": count_not_blank(csv.reader(io.StringIO(text), delimiter=delimiter))}
    if path.suffix == ".ods":
        tables = load_ods(path).spreadsheet.getElementsByType(Table)
        return {table.getAttribute("name"): count_ods(table) for table in tables}
    if path.suffix in {".xlsx", ".xlsm"}:
        book = openpyxl.load_workbook(path, data_only=True)
        return {one.title: count_not_blank(one.values) for one in book.worksheets}
    old = CalamineWorkbook.from_path(path)  # nothing else reads .xls and .xlsb here
    return {
        name: count_not_blank(old.get_sheet_by_name(name).to_python()) for name in old.sheet_names
    }


def count_ods(table: Table) -> int:
    total = 0
    for row in table.getElementsByType(TableRow):
        if any(extractText(cell).strip() for cell in row.getElementsByType(TableCell)):
            total += int(row.getAttribute("numberrowsrepeated") or 1)
    return total


def check_accounts(chronology: Chronology) -> None:
    assert all(adds_up(source) for source in chronology.sources)
    told = [event.origin for event in chronology.events]
    told += [one.other.origin for one in chronology.duplicates]
    told += [one.origin for one in chronology.not_events]
    for source in chronology.sources:
        rows = {one.row for one in told if (one.file, one.sheet) == (source.file, source.sheet)}
        assert len(rows) == source.counts.not_blank


def test_there_are_inputs() -> None:
    assert len(INPUTS) > 8


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_accounts_of_every_input(path: Path) -> None:
    chronology = integrate(path)
    check_accounts(chronology)
    assert chronology.sources
    counted = {name: number for name, number in count_again(path).items() if number}
    assert {one.sheet: one.counts.not_blank for one in chronology.sources} == counted


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
CELLS = TEXTS | st.sampled_from(
    ["", "", "12/03/2019", "March 2019", "as above", "Child seen", "n.d.", "14:30", "Total"]
)
HEADINGS = st.sampled_from([["Date", "Event"], ["Date", "Time", "Details", "Agency"], []])


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    HEADINGS,
    st.lists(st.lists(CELLS, max_size=5), max_size=12),
    st.lists(st.lists(CELLS, max_size=3), max_size=3),
)
def test_no_table_loses_a_row(
    tmp_path: Path, headings: list[str], rows: list[list[str]], titles: list[list[str]]
) -> None:
    path = tmp_path / "return.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([*titles, headings, *rows, *rows[:2]])
    check_accounts(integrate(path))


def make_event(row: int, part: int = 1, agency: str = "GP") -> Event:
    return Event(f"C-{row}-{part}", When(""), agency, "x", Origin("a.csv", "", row, part))


def test_a_row_that_tells_several_events_counts_once_and_as_an_event() -> None:
    kept = [make_event(2, 1), make_event(2, 2), make_event(3)]
    again = [
        Duplicate(kept[0].id, make_event(2, 3), DuplicateKind.EXACT),
        Duplicate(kept[0].id, make_event(4), DuplicateKind.EXACT),
    ]
    left = [NotEvent(Origin("a.csv", "", 1), "the headings", "Date | Event")]
    source = Source("a.csv", "", "layout", 1, {}, Counts(not_blank=4), "aa")
    (counted,) = count_rows([source], kept, again, left)
    assert counted.counts == Counts(4, 2, 1, 1)
    assert adds_up(counted)
    assert counted.agency == "GP"


def test_a_row_that_nobody_tells_shows_in_the_accounts() -> None:
    source = Source("a.csv", "", "layout", 1, {}, Counts(not_blank=2), "aa")
    (counted,) = count_rows([source], [make_event(2)], [], [])
    assert not adds_up(counted)


def test_rows_of_an_earlier_version_are_duplicates_of_their_file(tmp_path: Path) -> None:
    for name in ("final.csv", "draft.csv"):
        (tmp_path / name).write_text("Date,Event\n1/3/2019,Seen at home\n", encoding="utf-8")
    case = Case(agencies=(Agency("GP", files=("final*",), supersedes=("draft*",)),))
    chronology = integrate(tmp_path, case)
    check_accounts(chronology)
    counts = {one.file: one.counts for one in chronology.sources}
    assert counts == {"final.csv": Counts(2, 1, 0, 1), "draft.csv": Counts(2, 0, 1, 1)}
    assert [one.kind for one in chronology.duplicates] == [DuplicateKind.EARLIER_VERSION]

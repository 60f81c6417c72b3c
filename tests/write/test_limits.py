"""What Excel can hold, just below and just above: nothing is cut in silence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from chronolator.columns import CHRONOLOGY_SHEET, CUT_MARK, list_columns, name_of_key
from chronolator.columns.parts import MOST_ROWS
from chronolator.errors import OutputError
from chronolator.model import (
    Case,
    Chronology,
    Duplicate,
    DuplicateKind,
    Event,
    Evidence,
    NotEvent,
    Origin,
    OwnSheet,
)
from chronolator.write import write_workbook
from chronolator.write.workbook.checked import MOST_COLUMNS, CheckedSheet, add_sheet
from chronolator.write.workbook.heights import MOST_LINES
from chronolator.write.workbook.long_entries import CELL_LIMIT
from tests.opening.repairs import find_repairs
from tests.opening.written import MAIN, SheetPart, Written, read_written, units

MERGED = date(2026, 11, 24)
TEXT = "What the agency recorded"
FACE = "\N{GRINNING FACE}"


@contextmanager
def open_sheet(path: Path) -> Iterator[CheckedSheet]:
    book = Workbook(str(path), {"in_memory": True, "strings_to_urls": False})
    yield add_sheet(book, "Sheet")
    book.close()


def write(chronology: Chronology, folder: Path) -> Written:
    write_workbook(chronology, folder / "out.xlsx", MERGED)
    assert find_repairs(folder / "out.xlsx") == []
    return read_written(folder / "out.xlsx")


def find_sheet(written: Written, name: str) -> SheetPart:
    (sheet,) = (one for one in written.sheets if one.name == name)
    return sheet


def tell(written: Written, name: str) -> list[dict[str, str]]:
    """The rows of a sheet by its headings."""
    cells = find_sheet(written, name).cells
    headings = {column: cell.text for (column, row), cell in cells.items() if row == 1}
    rows: dict[int, dict[str, str]] = {}
    for (column, row), cell in cells.items():
        rows.setdefault(row, {})[headings[column]] = cell.text
    return [rows[number] for number in sorted(rows)[1:]]


def join_parts(written: Written, place: str, column: str = TEXT) -> str:
    return "".join(
        row["Words"]
        for row in tell(written, "Long entries")
        if (row["Ref or place"], row["Column"]) == (place, column)
    )


def test_the_last_row_and_the_last_column_are_written_and_none_behind_them(tmp_path: Path) -> None:
    with open_sheet(tmp_path / "out.xlsx") as sheet:
        plain = Workbook().add_format()
        sheet.put(MOST_ROWS - 1, MOST_COLUMNS - 1, "last", plain)
        for row, column in ((MOST_ROWS, 0), (0, MOST_COLUMNS)):
            with pytest.raises(OutputError, match="cannot be written"):
                sheet.put(row, column, "behind it", plain)
    (part,) = read_written(tmp_path / "out.xlsx").sheets
    assert [cell.text for cell in part.cells.values()] == ["last"]


def test_there_is_room_for_as_many_rows_and_columns_and_no_more(tmp_path: Path) -> None:
    with open_sheet(tmp_path / "out.xlsx") as sheet:
        sheet.require_room(1_048_576, 16_384)
        with pytest.raises(OutputError, match="1,048,577 rows are more than the 1,048,576"):
            sheet.require_room(1_048_577, 16_384)
        with pytest.raises(OutputError, match="16,385 columns are more than the 16,384"):
            sheet.require_room(1_048_576, 16_385)


def test_a_finding_goes_on_on_another_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = [NotEvent(Origin("gp.xlsx", "Sheet1", n), "title", f"words {n}") for n in range(300)]
    told = Chronology(Case(), not_events=tuple(blank))
    monkeypatch.setattr("chronolator.columns.parts.MOST_ROWS", 201)
    written = write(told, tmp_path)
    sheets = ("Rows that are not events", "Rows that are not events (2)")
    rows = [row for sheet in sheets for row in tell(written, sheet)]
    assert [row["What the row says"] for row in rows] == [f"words {n}" for n in range(300)]
    first = {row["What"]: row["What to know"] for row in tell(written, "Start here")}
    assert "goes on here" in first[sheets[1]]


def test_too_many_rows_to_decide_on_are_said_before_any_of_them_is_written(
    make_event: Callable[..., Event], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = [make_event(f"C-{number}", "the same words") for number in range(301)]
    twice = tuple(Duplicate("C-0", one, DuplicateKind.EXACT) for one in events[1:])
    told = Chronology(Case(), tuple(events[:1]), duplicates=twice)
    monkeypatch.setattr(f"{CheckedSheet.__module__}.MOST_ROWS", 300)
    with pytest.raises(OutputError, match="301 rows are more than the 300") as raised:
        write_workbook(told, tmp_path / "above.xlsx", MERGED)
    assert ".csv or .json" in raised.value.hint
    assert not (tmp_path / "above.xlsx").exists()


def test_too_many_columns_are_said_before_any_is_written(
    make_event: Callable[..., Event], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tuple(f"Question {number}" for number in range(100))
    told = Chronology(Case(review_columns=names), (make_event("C-1", "entry"),))
    columns = len(tell(write(told, tmp_path), CHRONOLOGY_SHEET)[0])
    monkeypatch.setattr(f"{CheckedSheet.__module__}.MOST_COLUMNS", columns)
    write(told, tmp_path)
    monkeypatch.setattr(f"{CheckedSheet.__module__}.MOST_COLUMNS", columns - 1)
    with pytest.raises(OutputError, match="columns are more than") as raised:
        write_workbook(told, tmp_path / "above.xlsx", MERGED)
    assert "review columns" in raised.value.hint


@pytest.mark.parametrize("evidence", [False, True])
@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("a" * CELL_LIMIT, True),
        ("a" * (CELL_LIMIT + 1), False),
        ("a" + FACE * (CELL_LIMIT // 2), True),
        (FACE * (CELL_LIMIT // 2 + 1), False),
        ("&" * CELL_LIMIT, True),
        ("a\r\n" * (CELL_LIMIT // 2), True),
    ],
    ids=["letters", "one above", "pairs", "half a pair above", "ampersands", "lines"],
)
def test_a_cell_holds_so_much_and_the_rest_stands_elsewhere(
    text: str,
    is_whole: bool,  # noqa: FBT001  as the table hands it
    evidence: bool,  # noqa: FBT001  the same
    chronology: Chronology,
    make_event: Callable[..., Event],
    tmp_path: Path,
) -> None:
    spans = (Evidence("", "text", 2, 90), Evidence("", "text", len(text) - 9, len(text)))
    flag = replace(chronology.flags[0], event="C-1", evidence=spans)
    told = Chronology(
        chronology.case, (make_event("C-1", text),), flags=(flag,) if evidence else ()
    )
    written = write(told, tmp_path)
    shown = tell(written, CHRONOLOGY_SHEET)[0][TEXT]
    clean = text.replace("\r\n", "\n")
    assert units(shown) <= CELL_LIMIT
    assert (shown == clean) == is_whole
    assert shown.endswith(CUT_MARK) != is_whole
    assert clean.startswith(shown.removesuffix(CUT_MARK))
    assert join_parts(written, "C-1") == clean


def test_a_cell_of_any_sheet_holds_so_much(chronology: Chronology, tmp_path: Path) -> None:
    text = "b" * (CELL_LIMIT + 1)
    row = NotEvent(Origin("gp.xlsx", "Sheet1", 1), "title", text)
    written = write(Chronology(chronology.case, not_events=(row,)), tmp_path)
    assert all(
        units(cell.text) <= CELL_LIMIT for sheet in written.sheets for cell in sheet.cells.values()
    )
    parts = [row["Words"] for row in tell(written, "Long entries")]
    assert "".join(parts) == text


@pytest.mark.parametrize(("lines", "is_long"), [(MOST_LINES, False), (MOST_LINES + 1, True)])
def test_a_row_shows_so_many_lines_and_says_where_the_rest_is(
    lines: int,
    is_long: bool,  # noqa: FBT001  as the table hands it
    chronology: Chronology,
    make_event: Callable[..., Event],
    tmp_path: Path,
) -> None:
    text = "\n".join(f"line {number}" for number in range(lines))
    written = write(Chronology(chronology.case, (make_event("C-1", text),)), tmp_path)
    row = tell(written, CHRONOLOGY_SHEET)[0]
    assert row[TEXT] == text
    assert ("Long entries" in row["About this row"]) == is_long
    assert ("Long entries" in [sheet.name for sheet in written.sheets]) == is_long
    height = float(find_sheet(written, CHRONOLOGY_SHEET).find("sheetData/row")[1].attrib["ht"])
    assert 390 < height <= 409.5


def test_addresses_stay_texts_so_their_number_has_no_limit(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    event = make_event("C-1", "https://records.example/1", source="mailto:gp@example.org")
    written = write(Chronology(chronology.case, (event,)), tmp_path)
    assert not [sheet.name for sheet in written.sheets if sheet.find("hyperlinks")]


def test_the_last_link_that_excel_takes_is_written_and_the_next_refused(tmp_path: Path) -> None:
    with open_sheet(tmp_path / "out.xlsx") as sheet:
        for row in range(65_530):
            sheet.check(sheet.write_url(row, 0, f"internal:A{row + 1}", None, "to"), row)
        with (
            pytest.warns(UserWarning, match="65,530"),
            pytest.raises(OutputError, match="cannot be written"),
        ):
            sheet.check(sheet.write_url(65_530, 0, "internal:A1", None, "to"), 65_530)


def test_a_list_to_choose_from_holds_255_units(tmp_path: Path) -> None:
    with open_sheet(tmp_path / "out.xlsx") as sheet:
        choices = ["a" * 100, "b" * 100, "c" * 53]
        sheet.add_choice((0, 0, 9, 0), {"validate": "list", "source": choices})
        with (
            pytest.warns(UserWarning, match="255"),
            pytest.raises(OutputError, match="cannot be written"),
        ):
            sheet.add_choice((0, 1, 9, 1), {"validate": "list", "source": [*choices, ""]})
    (part,) = read_written(tmp_path / "out.xlsx").sheets
    (choice,) = part.find("dataValidations/dataValidation/formula1")
    assert units(choice.text or "") == 255 + 2


@pytest.mark.parametrize("heading", ["h" * 400, FACE * 400, "&" * 400, "&G" * 200, "&[Tab]" * 60])
def test_a_long_marking_or_title_is_marked_as_cut_on_the_page_and_whole_in_about(
    heading: str, chronology: Chronology, tmp_path: Path
) -> None:
    case = replace(chronology.case, marking=heading, title=heading)
    written = write(replace(chronology, case=case), tmp_path)
    assert {"Marking": heading, "Title": heading}.items() <= {
        row["What"]: row["Meaning"] for row in tell(written, "About")
    }.items()
    for sheet in written.shown:
        for told in (*sheet.find("headerFooter/oddHeader"), *sheet.find("headerFooter/oddFooter")):
            assert "…" in (told.text or "")


def test_a_marking_that_fits_is_whole_on_the_page(chronology: Chronology, tmp_path: Path) -> None:
    case = replace(chronology.case, marking="M" * 50, title="T" * 50)
    written = write(replace(chronology, case=case), tmp_path)
    for sheet in written.shown:
        (header,) = sheet.find("headerFooter/oddHeader")
        assert f"&B{'M' * 50}&C" in (header.text or "")
        assert (header.text or "").endswith("&R" + "T" * 50)


def test_a_column_whose_key_is_too_long_for_a_name_goes_without(
    chronology: Chronology, tmp_path: Path
) -> None:
    spare = 255 - len(name_of_key("review "))
    names = ("f" * spare, "g" * (spare + 1))
    written = write(
        replace(chronology, case=replace(chronology.case, review_columns=names)), tmp_path
    )
    given = {
        one.attrib["name"] for one in written.root("xl/workbook.xml").iter(f"{MAIN}definedName")
    }
    assert [name_of_key(f"review {one}") in given for one in names] == [True, False]
    told = tell(written, CHRONOLOGY_SHEET)[0]
    assert {one.heading for one in list_columns(Case(review_columns=names))} >= {
        "f" * 200,
        "g" * 200,
    }
    assert {"f" * 200, "g" * 200} <= set(told)


def test_formats_do_not_grow_with_agencies_or_rows(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    events = [make_event(f"C-{n}", "entry", agency=f"Agency {n}") for n in range(1_000)]
    written = write(Chronology(chronology.case, tuple(events)), tmp_path)
    styles = written.root("xl/styles.xml")
    assert len(styles.findall(f"{MAIN}cellXfs/{MAIN}xf")) < 200


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Her  notes", "Her  notes"),
        ("History", "History (2)"),
        ("2019/20 [draft]?", "2019_20 _draft__"),
        ("'quoted'", "quoted"),
        ("'", "Sheet"),
        ("", "Sheet"),
        ("k" * 40, "k" * 31),
        (FACE * 20, FACE * 15),
        ("a\tb\x07\nc", "a_b_c"),
        ("ABOUT", "ABOUT (2)"),
    ],
)
def test_a_sheet_of_hers_has_a_name_that_excel_takes(
    name: str, written: str, tmp_path: Path
) -> None:
    sheets = (OwnSheet(name, (("x",),)), OwnSheet(name, (("y",),)))
    told = write(Chronology(Case(), own_sheets=sheets), tmp_path)
    first = [one for one in told.sheets if (1, 1) in one.cells and one.cells[1, 1].text == "x"]
    assert [one.name for one in first] == [written]

"""The government's checklist for accessible spreadsheets, of every sheet that a reader sees."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronolator.columns import BASE_SHEET, CASE_SHEET
from chronolator.model import (
    Case,
    Change,
    ChangeKind,
    Chronology,
    Every,
    Expectation,
    Origin,
    Term,
    Unit,
    Visiting,
)
from chronolator.write import write_gaps_workbook, write_workbook, write_workbook_by_contact
from tests.opening.looks import WHITE, Look, Looks, contrast
from tests.opening.written import MAIN, Cell, SheetPart, Written, read_box, read_written

MERGED = date(2026, 11, 24)
READABLE, DISCERNIBLE = 4.5, 3.0
"""Level AA of WCAG 2: letters, and the parts of a picture."""
GUIDES = {WHITE, "E3E7EB"}
"""Colours of what parts and guides the eye, and tells nothing."""
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PAINT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WRITERS = [write_workbook, write_workbook_by_contact, write_gaps_workbook]


def fill(chronology: Chronology) -> Chronology:
    """The chronology with something for every sheet."""
    first, *others = chronology.events
    long = replace(first, text=first.text + " and so on" * 900)
    visiting = Visiting(first.agency, Every(10, Unit.WORKING_DAYS))
    return replace(
        chronology,
        events=(long, *others),
        changes=(Change(ChangeKind.ADDED, "GP", first.id, "", "new words", (Origin("gp.xlsx"),)),),
        expectations=(Expectation(visiting, "every 10 working days", "from the day after"),),
        glossary=(Term(Origin("gp.xlsx"), "DNA", "did not attend", "GP"),),
    )


@pytest.fixture(params=WRITERS, ids=lambda one: one.__name__)
def written(request: pytest.FixtureRequest, chronology: Chronology, tmp_path: Path) -> Written:
    write: Callable[[Chronology, Path, date], None] = request.param
    write(fill(chronology), tmp_path / "out.xlsx", MERGED)
    return read_written(tmp_path / "out.xlsx")


@pytest.fixture(params=WRITERS, ids=lambda one: one.__name__)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Written:
    write: Callable[[Chronology, Path, date], None] = request.param
    write(Chronology(Case()), tmp_path / "out.xlsx", MERGED)
    return read_written(tmp_path / "out.xlsx")


def list_texts(written: Written) -> Iterator[tuple[SheetPart, Cell]]:
    return ((sheet, cell) for sheet in written.shown for cell in sheet.cells.values() if cell.text)


def test_a_sheet_is_one_table_from_its_first_cell_to_its_last(written: Written) -> None:
    for sheet in written.shown:
        (table,) = sheet.tables
        left, top, right, bottom = read_box(table.attrib["ref"])
        assert (left, top) == (1, 1), sheet.name
        assert max(sheet.cells) == (right, bottom), sheet.name
        assert max(row for _, row in sheet.cells) == bottom, sheet.name


def test_where_there_is_nothing_a_sheet_is_one_sentence(empty: Written) -> None:
    for sheet in empty.shown:
        if not sheet.tables:
            (cell,) = sheet.cells.values()
            assert (cell.column, cell.row) == (1, 1), sheet.name
            assert cell.text.endswith("."), sheet.name


def test_a_table_has_one_row_of_headings_and_no_blank_row_or_column(written: Written) -> None:
    for sheet in written.shown:
        (table,) = sheet.tables
        assert table.get("headerRowCount", "1") == "1"
        assert table.get("totalsRowCount", "0") == "0"
        _, _, right, bottom = read_box(table.attrib["ref"])
        told = {(cell.column, cell.row) for cell in sheet.cells.values() if cell.text}
        assert {row for _, row in told} == set(range(1, bottom + 1)), sheet.name
        assert {column for column, row in told if row == 1} == set(range(1, right + 1)), sheet.name


def test_no_cells_are_merged(written: Written, empty: Written) -> None:
    assert not [
        sheet.name for one in (written, empty) for sheet in one.sheets if sheet.find("mergeCells")
    ]


def test_every_text_is_wrapped(written: Written, empty: Written) -> None:
    for one in (written, empty):
        looks = Looks(one).cells
        assert not [
            (sheet.name, cell.text)
            for sheet, cell in list_texts(one)
            if cell.kind == "s" and not looks[cell.style].wrapped
        ]


def test_sheets_have_names_of_their_own_that_say_something(written: Written) -> None:
    names = [sheet.name.casefold() for sheet in written.sheets]
    assert len(set(names)) == len(names)
    assert not [name for name in names if re.fullmatch(r"sheet ?\d*", name)]


def test_every_text_can_be_told_from_its_paper(written: Written, empty: Written) -> None:
    for one in (written, empty):
        looks, runs = Looks(one).cells, Looks(one).runs
        for sheet, cell in list_texts(one):
            look = looks[cell.style]
            for ink in {look.ink, *runs.get(cell.text, ())}:
                assert contrast(ink or "", look.paper or "") >= READABLE, (sheet.name, cell, ink)


def test_what_she_writes_can_be_told_from_its_paper(written: Written) -> None:
    for look in Looks(written).cells:
        assert contrast(look.ink or "", look.paper or "") >= READABLE, look


def test_a_rule_that_colours_says_a_word_and_can_be_read(written: Written) -> None:
    looks = Looks(written)
    for sheet in written.shown:
        for place in sheet.find("conditionalFormatting"):
            left, top, _, _ = read_box(place.attrib["sqref"].split()[0])
            beneath = looks.cells[sheet.cells[left, top].style]
            for rule in place:
                assert (rule.get("type"), rule.get("operator")) == ("cellIs", "equal")
                assert re.fullmatch('"[^"]+"', rule.findtext(f"{MAIN}formula") or "")
                look: Look = looks.rules[int(rule.attrib["dxfId"])]
                ink, paper = look.ink or beneath.ink or "", look.paper or beneath.paper or ""
                assert contrast(ink, paper) >= READABLE, (sheet.name, rule.attrib)


def test_the_first_sheet_is_open_with_the_cursor_in_its_first_cell(
    written: Written, empty: Written
) -> None:
    for one in (written, empty):
        assert one.sheets[0].state == "visible"
        views = list(one.root("xl/workbook.xml").iter(f"{MAIN}workbookView"))
        assert [view.get("activeTab", "0") for view in views] == ["0"]
        assert [view.get("firstSheet", "1") for view in views] == ["1"]
        for sheet in one.shown:
            (view,) = sheet.find("sheetViews/sheetView")
            active = [pane.get("activePane") for pane in view.iter(f"{MAIN}pane")]
            cursors = [
                cursor.get("activeCell", "A1")
                for cursor in view.iter(f"{MAIN}selection")
                if [cursor.get("pane")] == active or not active
            ]
            assert cursors in ([], ["A1"]), sheet.name
            assert view.get("topLeftCell", "A1") == "A1"


def test_the_headings_stay_in_sight_and_are_printed_on_every_page(written: Written) -> None:
    names = written.root("xl/workbook.xml").iter(f"{MAIN}definedName")
    titles = [one.text or "" for one in names if one.attrib["name"] == "_xlnm.Print_Titles"]
    assert len(titles) == len(written.shown)
    assert all(one.endswith("!$1:$1") for one in titles)
    for sheet in written.shown:
        (pane,) = sheet.find("sheetViews/sheetView/pane")
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen"), sheet.name


def test_the_document_has_a_title_and_a_language(written: Written) -> None:
    core = written.root("docProps/core.xml")
    title = core.findtext("{http://purl.org/dc/elements/1.1/}title")
    assert title == "LCSPR B&G"
    custom = {
        one.attrib["name"]: "".join(one.itertext()) for one in written.root("docProps/custom.xml")
    }
    assert custom["Language"] == "en-GB"


def test_what_stands_in_headers_and_footers_stands_in_cells_too(written: Written) -> None:
    texts = {cell.text for _, cell in list_texts(written)}
    assert {"OFFICIAL-SENSITIVE", "LCSPR B&G"} <= texts


def test_a_picture_has_words_and_its_numbers_stand_in_a_table(written: Written) -> None:
    tables = {
        sheet.name: read_box(table.attrib["ref"])
        for sheet in written.shown
        for table in sheet.tables
    }
    cells = {sheet.name: sheet.cells for sheet in written.shown}
    for sheet in written.shown:
        for drawn in sheet.drawings:
            frames = list(drawn.root.iter(f"{DRAWING}cNvPr"))
            assert all(len(one.get("descr", "")) > 20 for one in frames), sheet.name
            for chart in drawn.charts.values():
                for formula in chart.iter(f"{CHART}f"):
                    place, _, ref = (formula.text or "").rpartition("!")
                    left, top, right, bottom = read_box(ref)
                    name = place.strip("'").replace("''", "'")
                    if (left, top) == (right, bottom) and (left, top) not in cells[name]:
                        continue  # an entry of the key: it has no numbers
                    table = tables[name]
                    assert table[0] <= left <= right <= table[2], formula.text
                    assert table[1] <= top <= bottom <= table[3], formula.text


def test_the_parts_of_a_picture_can_be_told_from_their_paper(written: Written) -> None:
    for sheet in written.shown:
        for drawn in sheet.drawings:
            for chart in drawn.charts.values():
                for series in chart.iter(f"{CHART}ser"):
                    inks = {one.attrib["val"] for one in series.iter(f"{PAINT}srgbClr")} - GUIDES
                    assert inks, sheet.name
                    assert all(contrast(ink, WHITE) >= DISCERNIBLE for ink in inks), sheet.name


def test_about_says_where_we_differ_from_the_checklist(
    chronology: Chronology, tmp_path: Path
) -> None:
    write_workbook(chronology, tmp_path / "out.xlsx", MERGED)
    (about,) = (one for one in read_written(tmp_path / "out.xlsx").shown if one.name == "About")
    told = "\n".join(cell.text for cell in about.cells.values())
    for what in ("checklist", "header", "empty", "folded", "hidden"):
        assert what in told


def test_no_sheet_is_hidden_but_the_two_that_are_read_back(written: Written) -> None:
    assert {one.name for one in written.sheets} - {one.name for one in written.shown} <= {
        BASE_SHEET,
        CASE_SHEET,
    }

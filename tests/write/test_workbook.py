import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from chronolator.case import decode_case
from chronolator.columns import (
    BASE_SHEET,
    CASE_SHEET,
    CHRONOLOGY_SHEET,
    OWN_ROW,
    cell_hash,
    cell_text,
    clean_text,
    key_of_name,
    read_hashes,
)
from chronolator.errors import OutputError
from chronolator.model import Agency, Chronology, ContactStatus, Event, Evidence, Flag, Note
from chronolator.write import write_workbook
from chronolator.write.workbook.long_entries import CELL_LIMIT

MERGED = date(2026, 11, 24)


@pytest.fixture
def book(chronology: Chronology, tmp_path: Path) -> openpyxl.Workbook:
    path = tmp_path / "out.xlsx"
    write_workbook(chronology, path, MERGED)
    return openpyxl.load_workbook(path, rich_text=False)


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    lines = list(sheet.iter_rows(values_only=True))
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def test_sheets_stand_in_their_order_and_open_at_the_first(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [
        "Start here",
        CHRONOLOGY_SHEET,
        "Picture",
        "Gaps",
        "Differences",
        "One-sided",
        "Contacts",
        "Possible contacts",
        "Duplicates",
        "Decisions",
        "Questions",
        "Notes to place",
        "Changes",
        "Problems",
        "Rows that are not events",
        "Sources and accounting",
        "By month",
        "Marks",
        "About",
        BASE_SHEET,
        CASE_SHEET,
    ]
    assert book.active is book["Start here"]
    assert book["Start here"].sheet_view.selection[0].activeCell in {None, "A1"}
    assert [one.title for one in book if one.sheet_state == "veryHidden"] == [
        BASE_SHEET,
        CASE_SHEET,
    ]


def test_every_visible_table_is_whole_and_every_heading_is_its_columns_name(
    book: openpyxl.Workbook,
) -> None:
    names = []
    for sheet in book:
        assert not sheet.merged_cells.ranges
        if sheet.sheet_state == "veryHidden":
            continue
        (table,) = sheet.tables.values()
        names.append(table.displayName)
        assert table.ref == sheet.dimensions
        headings = [cell.value for cell in sheet[1]]
        assert [column.name for column in table.tableColumns] == headings
        assert all(isinstance(one, str) and one for one in headings)
        assert len({str(one).casefold() for one in headings}) == len(headings)
    assert names[1] == "Chronology"
    assert len(set(names)) == len(names)


def test_an_event_is_a_row_with_everything_it_holds(book: openpyxl.Workbook) -> None:
    row = rows_of(book[CHRONOLOGY_SHEET])[0]
    assert 'MATCH("C-AAAAAAAAA2"' in str(row.pop("On another day"))
    assert {key: row[key] for key in row if row[key] is not None} == {
        "Ref": "C-AAAAAAAAA1",
        "No.": 1,
        "Date": datetime(2018, 5, 22),
        "Time": time(10, 5),
        "Until": time(11, 0),
        "Agency": "Health visiting",
        "What the agency recorded": "Home visit. Robin seen on mother's lap, weighed. =SUM(A1)",
        "People": "HV Orr",
        "Robin: age": "2y 6m",
        "Robin: seen": "Yes",
        "Robin: alone": "No",
        "Robin: views": "Not recorded",
        "Wren: seen": "Not recorded",
        "Wren: alone": "Not recorded",
        "Wren: views": "Not recorded",
        "Contact": "Contact 1: accounts differ (time)",
        "About this row": (
            "Hidden row\nYou corrected Robin: seen; it was “Unclear”\n"
            "What you wrote beside it is to be checked: see Carried note: check"
        ),
        "Carried note: check": "The same words; the date was 1/2/18.",
        "Review notes": "Compare with Probation.\nAnd with the GP.",
        "Robin: why": (
            "Seen: in sight: “Robin seen on mother's lap”\nAlone: a column says so: “HV” in People"
        ),
        "Other columns": "RAG: amber",
        "Date as written": "22/05/2018 10.00",
        "Where it stands": "gp.xlsx, row 7",
        "Date known to the": "minute",
        "Date is": "exact",
        "In review period": "Yes",
        "File": "gp.xlsx",
        "Sheet": "Sheet1",
        "Row": 7,
    }


def test_columns_that_are_empty_throughout_are_left_out(book: openpyxl.Workbook) -> None:
    headings = rows_of(book[CHRONOLOGY_SHEET])[0].keys()
    assert not {"Action", "Outcome", "Place", "Wren: age"} & headings
    assert {"People", "Other columns", "Sheet", "Part", "Your column 1", "To"} <= headings


def test_an_own_row_has_no_ref_and_an_old_day_is_told_as_before(book: openpyxl.Workbook) -> None:
    _, month, before, own, undated = rows_of(book[CHRONOLOGY_SHEET])
    assert own["Ref"] is None
    assert own["File"] is None
    assert own["About this row"] == "Your own row"
    assert before["Date"] is None
    assert before["About this row"] == "Outside the review period"
    assert month["A column of hers"] == "+44 is no formula"
    assert str(month["About this row"]).splitlines() == [
        "Also row 8 of gp.xlsx, sheet Sheet1, near: same day (no date)",
        (
            "One side only (referral): no entry found in the returns of Police from 1 May 2018 "
            "to 8 May 2018"
        ),
    ]
    assert undated["About this row"] == "Date not understood: “31/06/2016”"


def test_a_day_is_shown_as_finely_as_it_is_known(book: openpyxl.Workbook) -> None:
    sheet = book[CHRONOLOGY_SHEET]
    assert sheet["D2"].number_format == "ddd dd mmm yyyy"
    assert sheet["D3"].number_format == '"c. "mmmm yyyy'
    assert sheet["E3"].number_format == '"c. "dd mmm yyyy'
    assert sheet["E4"].number_format == '"before "dd mmm yyyy'


def test_evidence_is_bold_and_underlined_in_the_text(
    chronology: Chronology, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    write_workbook(chronology, path, MERGED)
    with zipfile.ZipFile(path) as package:
        shared = package.read("xl/sharedStrings.xml").decode()
    (marked,) = re.findall(r"<r><rPr><b/><u/>.*?<t>(.*?)</t></r>", shared)
    assert marked == "Robin seen on mother's lap"


@pytest.mark.parametrize("spans", [[(0, 6)], [(0, 3), (2, 6)], [(0, 1), (5, 6)], [(2, 4)]])
def test_text_with_evidence_is_the_same_text(
    spans: list[tuple[int, int]],
    chronology: Chronology,
    make_event: Callable[..., Event],
    tmp_path: Path,
) -> None:
    event = make_event("C-1", "abc\r\nd")
    evidence = tuple(Evidence("", "text", *span) for span in spans)
    flag = replace(chronology.flags[0], event="C-1", evidence=evidence)
    told = Chronology(chronology.case, (event,), flags=(flag,))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[CHRONOLOGY_SHEET]
    assert rows_of(sheet)[0]["What the agency recorded"] == "abc\nd"


def test_answers_are_chosen_from_a_list_and_coloured_by_rule(book: openpyxl.Workbook) -> None:
    sheet = book[CHRONOLOGY_SHEET]
    assert {one.formula1 for one in sheet.data_validations.dataValidation} == {
        '"Yes,No,Unclear,Not recorded"'
    }
    assert len(sheet.data_validations.dataValidation) == 6
    formulas = {
        formula
        for rules in sheet.conditional_formatting
        for one in rules.rules
        for formula in one.formula
    }
    assert formulas == {'"Yes"', '"No"', '"Unclear"', '"Not recorded"'}


def test_what_is_not_recorded_is_a_word_in_its_cell_and_shown_as_a_dash(
    book: openpyxl.Workbook,
) -> None:
    sheet = book[CHRONOLOGY_SHEET]
    shown = {
        rule.formula[0]: rule.dxf.numFmt.formatCode
        for rules in sheet.conditional_formatting
        for rule in rules.rules
        if rule.dxf.numFmt
    }
    assert shown == {'"Not recorded"': ';;;"\N{EN DASH}"'}
    words = [row["Wren: seen"] for row in rows_of(sheet)]
    assert words == ["Not recorded"] * len(words)
    heights = [sheet.row_dimensions[row].height for row in range(2, 7)]
    assert min(heights) < 30  # the word, which takes two lines, makes no row higher


def test_accounts_of_one_contact_that_stand_together_are_seen_as_one(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    events = tuple(make_event(f"C-{n}", "words") for n in range(7))
    told = (("Contact 1", (0, 1)), ("Contact 2", (2, 3, 5)), ("Possible 1", (5, 6)))
    contacts = tuple(
        replace(
            chronology.contacts[0],
            id=name,
            events=tuple(f"C-{n}" for n in members),
            status=ContactStatus.LINKED if name[0] == "C" else ContactStatus.POSSIBLE,
        )
        for name, members in told
    )
    write_workbook(
        replace(chronology, events=events, contacts=contacts), tmp_path / "out.xlsx", MERGED
    )
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[CHRONOLOGY_SHEET]
    places = {cell.value: cell.column for cell in sheet[1]}
    for heading in ("No.", "Contact"):
        first, again, second, with_it, none, away, possible = (
            sheet.cell(row, places[heading] or 0).fill.fgColor.rgb for row in range(2, 9)
        )
        assert first == again != second == with_it
        assert none == away == possible
        assert none not in {first, second}


def test_every_heading_cell_bears_the_name_of_its_key(book: openpyxl.Workbook) -> None:
    sheet = book[CHRONOLOGY_SHEET]
    keys = {}
    for name, defined in book.defined_names.items():
        ((title, place),) = defined.destinations
        assert title == CHRONOLOGY_SHEET
        keys[key_of_name(name)] = sheet[place.replace("$", "")].value
    assert keys["ref"] == "Ref"
    assert keys["seen Robin Ashdown"] == "Robin: seen"
    assert keys["author A column of hers"] == "A column of hers"
    assert len(keys) == sheet.max_column


def test_the_base_holds_the_hashes_of_the_cells_as_calamine_reads_them(
    chronology: Chronology, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    write_workbook(chronology, path, MERGED)
    book = CalamineWorkbook.from_path(path)
    heading, *rows = book.get_sheet_by_name(CHRONOLOGY_SHEET).to_python(skip_empty_area=False)
    names = openpyxl.load_workbook(path).defined_names
    keys: dict[int, str] = {}
    for name, defined in names.items():
        column = re.sub(r"[^A-Z]", "", defined.attr_text.rpartition("!")[2])
        keys[column_index_from_string(column) - 1] = str(key_of_name(name))
    rows_kept = book.get_sheet_by_name(BASE_SHEET).to_python()[1:]
    assert [str(row[0]) for row in rows_kept] == [
        OWN_ROW if event.own else event.id for event in chronology.events
    ]
    base = {str(id_): str(told) for id_, told, *_ in rows_kept}
    said = {(one.event, one.field): one.agency_said for one in chronology.corrections}
    assert said
    for row in rows:
        if row[0]:
            texts = {keys[i]: cell_text(value) for i, value in enumerate(row)}
            ours = {key: said.get((str(row[0]), key), text) for key, text in texts.items()}
            hashes = {key: cell_hash(text) for key, text in ours.items() if text}
            assert read_hashes(base[str(row[0])]) == hashes
    assert len(heading) == len(keys)


def test_the_case_comes_back_without_passwords(chronology: Chronology, tmp_path: Path) -> None:
    agency = Agency("GP", password="secret")  # noqa: S106  what must not come out
    people = tuple(f"name {n}" for n in range(4000))
    child = replace(chronology.case.children[0], aliases=people)
    case = replace(chronology.case, agencies=(agency,), children=(child,))
    write_workbook(replace(chronology, case=case), tmp_path / "out.xlsx", MERGED)
    sheet = CalamineWorkbook.from_path(tmp_path / "out.xlsx").get_sheet_by_name(CASE_SHEET)
    pieces = [str(row[0]) for row in sheet.to_python(skip_empty_area=False)]
    assert len(pieces) > 1
    stored = json.loads("".join(pieces))
    assert decode_case(stored["case"]) == replace(case, agencies=(Agency("GP"),))
    assert "secret" not in "".join(pieces)
    assert stored["sources"] == [
        {
            "file": "gp.xlsx",
            "sheet": "Sheet1",
            "reader": "layout",
            "agency": "GP",
            "sha256": "ab" * 32,
        }
    ]


def test_findings_say_what_they_hold(book: openpyxl.Workbook) -> None:
    (gap,) = rows_of(book["Gaps"])
    assert gap["Begins with"] == "C-AAAAAAAAA1, 22 May 2018, Health visiting"
    assert gap["Ends with"] == "the edge of the period"
    assert gap["Entries inside"] == "all 1, GP 2, Police 1"
    assert gap["Might have been seen, and why not"] == (
        "by your correction: No. 4, 22 May 2018, Overview author\n"
        "not brought: C-AAAAAAAAA2, c. May 2018, GP"
    )
    assert str(gap["In words, and what to look at"]).splitlines() == [
        (
            "From 22 May 2018 to 30 Sep 2020 (862 days) Robin Ashdown is not recorded in the "
            "returns as seen. An entry that may lie inside is unclear: it can be 400 to 862 days."
        ),
        "May be a sighting inside: C-AAAAAAAAA2, c. May 2018, GP",
        "Says that there was no contact: C-AAAAAAAAA3, by 1/2/16, GP",
        "Without a date, could lie inside: C-AAAAAAAAA5, 31/06/2016, GP",
    ]
    contacts, possible = rows_of(book["Contacts"]), rows_of(book["Possible contacts"])
    assert [(row["Contact"], row["Ref"]) for row in (*contacts, *possible)] == [
        ("Contact 1", "C-AAAAAAAAA1"),
        ("Contact 1", "C-AAAAAAAAA2"),
        ("Possible 1", "C-AAAAAAAAA3"),
        ("Possible 1", "No. 4"),
    ]
    assert [row["They differ in"] for row in contacts] == ["time", None]
    assert contacts[1]["What this account does not mention"] == (
        "weight; Health visiting: “weighed”"
    )
    (duplicate,) = rows_of(book["Duplicates"])
    assert duplicate["What the row says"] == "=1+1"
    assert duplicate["What the row kept says"] == "(the same words)"
    assert duplicate["Why they are held alike"] == "same day"
    assert duplicate["Everything else in the row"] == "Action: none"
    assert {row["Your decision"] for row in (*contacts, *possible, duplicate)} == {None}
    first, second, more = rows_of(book["Decisions"])
    assert first == {
        "Decision": "not the same",
        "Refs": "C-AAAAAAAAA1\nC-AAAAAAAAA2",
        "Why": "=two visits",
        "What the rows tell": "• 22 May 2018, Health visiting, Home visit.\n• (not known)",
        "What became of it": "Followed\nC-AAAAAAAAA9 is now C-AAAAAAAAA2: the same words",
        "Written in": "decisions.toml, line 5",
    }
    assert second["What became of it"] == "Not followed\nrow C-GONE is gone"
    assert second["Written in"] == "this workbook"
    assert [key for key, value in more.items() if value] == ["What the rows tell"]
    notes = rows_of(book["Notes to place"])
    assert [row["Note"] for row in notes] == ["lost", "of a row that is not there"]
    (row,) = rows_of(book["Rows that are not events"])
    assert row["What the row says"] == "=the practice"
    yours, undated, other = rows_of(book["Questions"])
    assert (yours["Agency"], yours["Question"], yours["Ref"]) == (
        *("GP", "=Who was told?"),
        "C-AAAAAAAAA2",
    )
    assert yours["The agency's own words"] == "“=1+1”"
    assert str(undated["The agency's own words"]).splitlines() == [
        "gp.xlsx, sheet Sheet1, row 9, part 2: “Nobody knows when.”",
        "gp.xlsx, sheet Sheet1, row 11: “<r><t>no markup</t></r>”",
    ]
    assert (other["Agency"], other["The agency's own words"]) == ("Police", None)
    changed, begun = rows_of(book["Changes"])
    assert (changed["What changed"], changed["Before"]) == ("in other words", "1 May 2018: =1")
    assert begun["Merged on"] == datetime(2026, 5, 3)
    (differs,) = rows_of(book["Differences"])
    assert (differs["They differ in"], differs["says"], differs["Another account"]) == (
        *("time", "“10:05”"),
        None,
    )
    (problem,) = rows_of(book["Problems"])
    assert problem["What to do"] == "Ask the GP."
    (source,) = rows_of(book["Sources and accounting"])
    assert source["Adds up"] == "yes"
    assert source["Columns, and how each was read"] == "Date = date\nRAG = kept as it is"


def test_decisions_are_chosen_from_a_list_where_there_is_something_to_decide(
    book: openpyxl.Workbook,
) -> None:
    offered = {
        name: {
            str(one.sqref): str(one.formula1)
            for one in book[name].data_validations.dataValidation
            if one.type == "list"
        }
        for name in ("Contacts", "Possible contacts", "Duplicates", "Decisions")
    }
    assert offered == {
        "Contacts": {"H2:H3": '"same contact,not the same"'},
        "Possible contacts": {"H2:H3": '"same contact,not the same"'},
        "Duplicates": {"I2": '"duplicate,not a duplicate"'},
        "Decisions": {"A2:A204": '"same contact,not the same,duplicate,not a duplicate"'},
    }


def test_no_gap_claims_more_than_the_returns(book: openpyxl.Workbook) -> None:
    words = [str(cell.value) for row in book["Gaps"].iter_rows() for cell in row]
    assert not [one for one in words if "was not seen" in one]


def test_about_bears_the_marking_and_every_column(book: openpyxl.Workbook) -> None:
    rows = rows_of(book["About"])
    said = {row["What"]: row["Meaning"] for row in rows}
    assert said["Marking"] == "OFFICIAL-SENSITIVE"
    assert said["As merged on"] == "24 Nov 2026"
    assert said["Review period"] == "from 1 Apr 2018 to 30 Sep 2020"
    assert set(rows_of(book[CHRONOLOGY_SHEET])[0]) <= set(said)


def test_every_page_bears_the_marking_and_the_heading_row(
    chronology: Chronology, tmp_path: Path
) -> None:
    write_workbook(chronology, tmp_path / "out.xlsx", MERGED)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        sheets = [package.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, 20)]
        titles = package.read("xl/workbook.xml").decode()
        properties = package.read("docProps/custom.xml").decode()
    for number, xml in enumerate(sheets, start=1):
        paper = 8 if number in {2, 3} else 9  # A3 for the chronology and the picture, else A4
        setup = f'<pageSetup paperSize="{paper}" fitToHeight="0" orientation="landscape"/>'
        assert setup in xml
        assert "<oddHeader>&amp;L&amp;BOFFICIAL-SENSITIVE&amp;C" in xml
        assert "&amp;RLCSPR B&amp;&amp; G</oddHeader>" in xml
        assert "&amp;R&amp;BPage &amp;P of &amp;N</oddFooter>" in xml
    assert titles.count("Print_Titles") == len(sheets)
    assert 'name="Chronolator"><vt:lpwstr>1</vt:lpwstr>' in properties


def test_an_empty_chronology_says_so_in_one_sentence_a_finding(tmp_path: Path) -> None:
    write_workbook(Chronology(case=decode_case("{}")), tmp_path / "out.xlsx", MERGED)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    shown = ["Start here", CHRONOLOGY_SHEET, "Picture", "Gaps", "Decisions", "About"]
    assert book.sheetnames == [*shown, BASE_SHEET, CASE_SHEET]
    sheet = book["Gaps"]
    assert not sheet.tables
    assert sheet.dimensions == "A1:A1"
    assert str(sheet["A1"].value).endswith(".")
    listed = [row for row in rows_of(book["Start here"]) if row["Part"] == "In this workbook"]
    told = {row["What"]: row["What to know"] for row in listed}
    assert told["Contacts"] == "No two agencies' rows are held to be accounts of one contact."
    assert told["Notes to place"] == "Every note stands beside its row."
    assert len(told) == 18
    said = {row["What"]: row["Meaning"] for row in rows_of(book["About"])}
    assert said["Review period"] == "none is set in the case file"


def test_rows_open_as_high_as_their_text_and_may_grow(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    events = (make_event("C-1", "short"), make_event("C-2", "word " * 200))
    write_workbook(replace(chronology, events=events), tmp_path / "out.xlsx", MERGED)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        xml = package.read("xl/worksheets/sheet2.xml").decode()
    assert "customHeight" not in xml.partition("<sheetData>")[2]
    heights = [float(one) for one in re.findall(r'<row [^>]*ht="([\d.]+)"', xml)]
    assert heights[1] < 40
    assert 150 < heights[2] < 409.5


def test_a_long_text_stands_whole_in_its_cell_and_in_parts(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    text = "".join(f"Sentence number {n} of minutes. " for n in range(300))
    told = replace(chronology, events=(make_event("C-1", text),))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    row = rows_of(book[CHRONOLOGY_SHEET])[0]
    assert row["What the agency recorded"] == text
    assert "Long entries" in str(row["About this row"])
    assert book[CHRONOLOGY_SHEET].row_dimensions[2].height == pytest.approx(409.5, abs=0.8)
    parts = [one for one in rows_of(book["Long entries"]) if one["Ref or place"] == "C-1"]
    assert "".join(str(one["Words"]) for one in parts) == text
    assert parts[0]["Part"] == f"1 of {len(parts)}"


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark_and_whole_in_parts(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    text = "\N{GRINNING FACE}" * 20_000
    flag = replace(
        chronology.flags[0],
        event="C-1",
        evidence=(Evidence("", "text", 2, 5), Evidence("", "text", 19_000, 20_000)),
    )
    told = replace(chronology, events=(make_event("C-1", text),), flags=(flag,))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cell = str(rows_of(book[CHRONOLOGY_SHEET])[0]["What the agency recorded"])
    words, mark = cell.rsplit("\n", 1)
    assert "Long entries" in mark
    assert text.startswith(words)
    assert len(cell.encode("utf-16-le")) // 2 in range(CELL_LIMIT - 2, CELL_LIMIT + 1)
    parts = [one for one in rows_of(book["Long entries"]) if one["Ref or place"] == "C-1"]
    assert "".join(str(one["Words"]) for one in parts) == text


def test_days_that_excel_cannot_count_are_written_as_text(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    told = replace(chronology, events=(make_event("C-1", "old", day=date(1899, 12, 31)),))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[CHRONOLOGY_SHEET]
    assert rows_of(sheet)[0]["Date"] == "1899-12-31"


def test_headings_of_the_case_never_break_the_table(chronology: Chronology, tmp_path: Path) -> None:
    case = replace(chronology.case, review_columns=("Agency", "two\nlines", "Ref", "x" * 300))
    told = replace(chronology, case=case, author_columns=("agency", "Date", "DATE"))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[CHRONOLOGY_SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    assert {"Agency (2)", "two lines", "Ref (2)", "agency (3)", "Date (2)"} <= set(headings)
    assert [one.name for one in sheet.tables["Chronology"].tableColumns] == headings


@pytest.mark.parametrize(
    ("method", "answer", "said"),
    [
        ("finish", False, "row 2, column 1: cannot be written"),
        ("place_formula", False, "cannot be written"),
        ("place_runs", False, "row 2, column 9: cannot be written"),
        ("add_table", -1, "row 1, column 1: cannot be written"),
    ],
)
def test_a_refused_write_is_an_error(
    method: str,
    answer: int,
    said: str,
    chronology: Chronology,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        f"chronolator.write.workbook.assembled.AssembledSheet.{method}", lambda *_: answer
    )
    with pytest.raises(OutputError, match=said):
        write_workbook(chronology, tmp_path / "out.xlsx", MERGED)


def test_a_place_that_cannot_be_written_is_the_systems_error(
    chronology: Chronology, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        write_workbook(chronology, tmp_path / "missing" / "out.xlsx", MERGED)


def test_the_same_chronology_gives_the_same_bytes(chronology: Chronology, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(chronology, tmp_path / name, MERGED)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    texts=st.lists(
        st.text(min_size=1).filter(lambda text: "_x" not in text), min_size=1, max_size=40
    )
)
def test_any_text_survives_but_for_control_characters(
    texts: list[str],
    chronology: Chronology,
    make_event: Callable[..., Event],
    tmp_path: Path,
) -> None:
    events = tuple(make_event(f"C-{n}", text, people="x") for n, text in enumerate(texts))
    flags = tuple(
        Flag(e.id, "Robin Ashdown", f.question, f.answer, f.reason, (Evidence("", "text", 0, 1),))
        for e in events
        for f in chronology.flags[:1]
    )
    told = replace(chronology, events=events, flags=flags)
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")[CHRONOLOGY_SHEET]
    read = [row["What the agency recorded"] or "" for row in rows_of(sheet)]
    assert read == [clean_text(text) for text in texts]


def test_what_an_agency_struck_out_is_struck_through(
    chronology: Chronology, tmp_path: Path
) -> None:
    event = replace(
        chronology.events[0],
        text="Home visit. Robin seen, weighed.",
        action="none",
        place="x",
        withdrawn={"text": ("seen, weighed",), "action": ("none",), "place": ("x",)},
    )
    start = event.text.index("Robin")
    evidence = (Evidence("Robin seen", "text", start, start + 10),)
    flag = replace(chronology.flags[0], event=event.id, evidence=evidence)
    told = Chronology(chronology.case, (event,), flags=(flag,))
    write_workbook(told, tmp_path / "out.xlsx", MERGED)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx", rich_text=True)[CHRONOLOGY_SHEET]
    cells = {cell.value: sheet.cell(2, cell.column or 0) for cell in sheet[1]}
    text, action = cells["What the agency recorded"].value, cells["Action"].value
    assert isinstance(text, CellRichText)
    assert isinstance(action, CellRichText)
    assert [(str(run), _is_struck(run)) for run in text] == [
        ("Home visit. ", False),
        ("Robin ", False),
        ("seen", True),
        (", weighed", True),
        (".", False),
    ]
    assert all(map(_is_struck, action))
    assert str(action) == "none"
    assert cells["Place"].font.strike


def _is_struck(run: str | TextBlock) -> bool:
    return isinstance(run, TextBlock) and bool(run.font.strike)


@pytest.mark.parametrize(
    ("column", "last"),
    [("", "Review notes"), ("Question for agency", "Question for agency")],
)
def test_paper_holds_what_is_read_and_where_she_wrote(
    chronology: Chronology, tmp_path: Path, column: str, last: str
) -> None:
    notes = (Note(chronology.events[0].id, column, "Why?"),) if column else ()
    path = tmp_path / "out.xlsx"
    write_workbook(replace(chronology, notes=notes), path, MERGED)
    sheet = openpyxl.load_workbook(path)[CHRONOLOGY_SHEET]
    area = str(sheet.print_area).rpartition("!")[2].replace("$", "")
    first, *_ = (cell.value for cell in sheet[area][0])
    headings = [cell.value for cell in sheet[area][0]]
    assert (first, headings[-1]) == ("No.", last)
    assert len(sheet[area]) == len(chronology.events) + 1
    far = {"Where it stands", "Date as written", "Agency's own words", "Carried note: check"}
    assert far.isdisjoint(headings)

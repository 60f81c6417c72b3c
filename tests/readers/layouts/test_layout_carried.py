"""A sheet, or the next table of a document, that carries on without headings."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chronolator.model import UNDER_HEADING, Field, Layout, Reading, Sheet, Value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.sheet import read_sheets
from chronolator.testing import make_settings

SETTINGS = make_settings()
READER = LayoutReader()
Rows = Sequence[Sequence[Value]]
FIRST: Rows = [
    ["Agency: Northshire Police"],
    ["Date", "Agency ref", "Event", "Child seen?", "Outcome"],
    ["12/03/2019", "A1", "Called to the house, noise", "Y", "Advice"],
    ["13/03/2019", "A2", "Rang mother", None, "None"],
]


def read(*sheets: Rows) -> Reading:
    made = [Sheet("f.xlsx", f"S{n}", rows) for n, rows in enumerate(sheets, start=1)]
    parts = read_sheets(made, [READER], SETTINGS, "")
    return Reading(
        entries=tuple(one for part in parts for one in part.entries),
        not_events=tuple(one for part in parts for one in part.not_events),
        problems=tuple(one for part in parts for one in part.problems),
        sources=tuple(one for part in parts for one in part.sources),
    )


def test_it_is_read_as_the_sheet_before_and_that_is_said() -> None:
    reading = read(FIRST, [["14/03/2019", "A3", "Spoke to GP", "N"], ["15/03/2019", "A4", "Visit"]])
    second = reading.sources[1]
    assert (second.reader, second.header_row, second.agency) == ("layout", 0, "Northshire Police")
    assert list(second.columns) == list(reading.sources[0].columns)
    assert reading.entries[2].cells == {
        Field.DATE: "14/03/2019",
        Field.REFERENCE: "A3",
        Field.TEXT: "Spoke to GP",
        Field.CHILD_SEEN: "N",
    }
    (problem,) = reading.problems
    assert problem.origin.sheet == "S2"
    assert "sheet before" in problem.message
    assert '"Column A" = "date"' in problem.hint


def test_the_case_file_settles_its_columns_by_their_letters() -> None:
    before = Layout(1, {"Date": Field.DATE, "Notes": Field.TEXT, "By": Field.AUTHOR}, (0, 1, 2))
    by_hand = {"Column B": Field.AUTHOR, "Column C": Field.TEXT}
    settings = replace(SETTINGS, before=before, columns=by_hand)
    sheet = Sheet("f.xlsx", "S", [["14/03/2019", "J Hill", "Spoke to the GP"]])
    layout = READER.recognise(sheet, settings)
    assert layout is not None
    assert list(layout.columns.values()) == [Field.DATE, Field.AUTHOR, Field.TEXT]
    ((_, hint),) = layout.doubts
    assert 'columns = { "Column A" = "date" }' in hint
    settled = replace(settings, columns={**by_hand, "Column A": Field.DATE})
    assert READER.recognise(sheet, settled) == replace(layout, doubts=())


def test_it_goes_on_over_several_sheets() -> None:
    rows: Rows = [["14/03/2019", "A3", "Spoke to the GP"]]
    reading = read(FIRST, rows, rows, rows)
    assert len(reading.entries) == 5
    assert len(reading.problems) == 3


def test_the_rest_of_the_last_row_of_a_page_is_an_entry() -> None:
    rows: Rows = [
        [None, None, "and then left the house"],
        ["14/03/2019", "A3", "Spoke to GP"],
    ]
    reading = read(FIRST, rows)
    assert [(one.origin.sheet, one.origin.row) for one in reading.entries[2:]] == [
        ("S2", 1),
        ("S2", 2),
    ]
    assert reading.entries[2].cells == {Field.TEXT: "and then left the house"}


def test_a_title_of_its_own_is_none_of_its_entries() -> None:
    reading = read(
        FIRST,
        [
            ["Continued from the sheet before, with the entries of the second year"],
            [],
            ["14/03/2019", "A3", "Spoke to GP"],
        ],
    )
    assert [one.origin.row for one in reading.entries if one.origin.sheet == "S2"] == [3]
    assert [one.reason for one in reading.not_events if one.origin.sheet == "S2"] == ["title"]


def test_headings_of_its_own_go_before() -> None:
    reading = read(FIRST, [["Date", "Event"], ["14/03/2019", "Spoke to GP"]])
    assert reading.sources[1].header_row == 1
    assert reading.problems == ()


@pytest.mark.parametrize(
    "rows",
    [
        [["HV", "x", "Health visitor"], ["SW", "y", "Social worker"]],
        [["Name", "DOB", "Relationship"], ["Robin", "03/11/2015", "subject"]],
        [["14/03/2019", "A3", "Spoke to GP", "N", "None", "one column", "more"]],
        [["14/03/2019", "A3", 14], ["15/03/2019", "A4", 15]],
        [["14/03/2019", "A3"], ["15/03/2019", "A4"]],
        [["Total", 14], ["Seen", 3]],
        [["Recommendation 1"], ["Recommendation 2"]],
        [],
    ],
)
def test_other_tables_carry_nothing_on(rows: Rows) -> None:
    assert all(one.origin.sheet == "S1" for one in read(FIRST, rows).entries)


def test_nothing_is_carried_on_from_a_table_without_dates() -> None:
    before = Layout(1, {"Event": Field.TEXT, "Source": Field.SOURCE}, (0, 1))
    sheet = Sheet("f.xlsx", "S", [["Spoke to GP", "file"]])
    assert READER.recognise(sheet, replace(SETTINGS, before=before)) is None


def test_a_sheet_carries_on_its_own_file_alone() -> None:
    rows: Rows = [["14/03/2019", "A3", "Spoke to GP"]]
    assert READER.recognise(Sheet("f.xlsx", "S", rows), SETTINGS) is None


def test_every_row_is_told() -> None:
    rows: Rows = [["Page 2"], ["14/03/2019", "A3", "Spoke to GP"], ["END"]]
    reading = read(FIRST, rows)
    told = [one.origin for one in reading.entries]
    told += [one.origin for one in reading.not_events]
    assert sorted(one.row for one in told if one.sheet == "S2") == [1, 2, 3]


PAGES = [["Date", "Event"], ["12/3", "Called to the house, noise"]]


def read_pages(*above: tuple[str, ...]) -> list[str]:
    sheets = [
        Sheet("f.docx", f"table {n}", PAGES, above=texts) for n, texts in enumerate(above, start=1)
    ]
    parts = read_sheets(sheets, [READER], SETTINGS, "")
    return [part.entries[0].period for part in parts]


def test_a_table_of_a_document_goes_on_below_the_year_of_the_one_before() -> None:
    assert read_pages(("2019",), (), ()) == ["2019"] * 3


def test_below_words_of_its_own_it_does_not() -> None:
    assert read_pages(("2019",), ("Further entries that came to light later",)) == ["2019", ""]


@pytest.mark.parametrize(
    ("foot", "period"),
    [([], "2019"), ([["2020"]], "2020"), ([["Robin Ashdown"]], "2019")],
)
def test_a_banner_of_the_table_before_holds_on_its_next_page(foot: Rows, period: str) -> None:
    first = [PAGES[0], ["2019"], ["Wren Ashdown"], PAGES[1], *foot]
    sheets = [Sheet("f.docx", "table 1", first), Sheet("f.docx", "table 2", PAGES)]
    _, second = read_sheets(sheets, [READER], SETTINGS, "")
    (entry,) = second.entries
    below = "Robin Ashdown" if period == "2019" and foot else "Wren Ashdown"
    assert entry.period == period
    assert entry.other.get(UNDER_HEADING) == (None if period == "2020" else below)


def test_a_sheet_of_a_workbook_stands_for_itself() -> None:
    first = [PAGES[0], ["2019"], PAGES[1]]
    sheets = [Sheet("f.xlsx", "A", first), Sheet("f.xlsx", "B", PAGES)]
    parts = read_sheets(sheets, [READER], SETTINGS, "")
    assert [part.entries[0].period for part in parts] == ["2019", ""]


def test_the_titles_above_a_table_stand_with_its_source_and_a_covers_with_those_behind() -> None:
    cover: Rows = [["Record of Wren Ashdown", None, "Years", 2019]]
    reading = read(cover, FIRST, [["Foot", None], *FIRST[1:]])
    assert [one.titles for one in reading.sources] == [
        (),
        ("Record of Wren Ashdown Years 2019", "Agency: Northshire Police"),
        ("Record of Wren Ashdown Years 2019", "Foot"),
    ]

"""Sheets and tables that come with a chronology and are none."""

from collections.abc import Sequence

import pytest

from chronolator.model import Entry, NotEvent, ProblemKind, Reading, Sheet, Term, Value
from chronolator.readers.layouts.aside import read_aside
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.readers.sheet import read_sheet
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
READER = LayoutReader()
Rows = Sequence[Sequence[Value]]
HEAD: tuple[Value, ...] = ("Date", "Event", "Author")
ROW: tuple[Value, ...] = ("12/03/2019", "Home visit, no reply", "J Hale")


def read(name: str, rows: Rows) -> Reading:
    return read_sheet(Sheet("f.xlsx", name, rows), [READER], SETTINGS, "")


def reasons(reading: Reading) -> set[str]:
    return {one.reason for one in reading.not_events}


@pytest.mark.parametrize(
    ("name", "rows", "reason"),
    [
        ("Glossary", [["Abbreviation", "Meaning"], ["HV", "Health visitor"]], "glossary"),
        ("Sheet2", [["Term", "Definition"], ["HV", "Health visitor"]], "glossary"),
        ("Key", [["HV", "Health visitor"], ["DSL", "Safeguarding lead"]], "glossary"),
        ("Sheet3", [["Abbreviations used"], ["HV = Health visitor"]], "glossary"),
        (
            "Sheet2",
            [["Family"], [], ["Name", "Relationship", "DOB"], ["Wren", "sister", "3/4/2010"]],
            "list of people",
        ),
        ("Sheet2", [["Name", "Role", "Agency"], ["J Hale", "HV", "NHS"]], "list of people"),
        (
            "History",
            [["Version", "Date", "Author", "Changes"], ["1.0", "3/4/2020", "J Hale", "First"]],
            "document history",
        ),
        (
            "Sheet1",
            [["Chronology"], ["Agency", "Housing"], ["Completed by", "J Hale"], ["Date", "3/4/20"]],
            "cover sheet",
        ),
        ("Sheet1", [["Agency: Housing"], ["Completed by: J Hale"], ["Date:"]], "cover sheet"),
        (
            "Terms of reference",
            [["1. Was the child seen?"], ["2. Was it known?"]],
            "guidance, terms of reference",
        ),
        ("Lists", [["Yes"], ["No"], ["Not known"]], "list of choices"),
        (
            "Guidance",
            [
                ["Date", "The day on which it happened"],
                ["Where it stands", "Source", "The record in which the event stands"],
                ["Date", "What happened", "Who"],
            ],
            "guidance, terms of reference",
        ),
    ],
)
def test_each_row_has_its_reason_and_there_is_no_problem(
    name: str, rows: Rows, reason: str
) -> None:
    reading = read(name, rows)
    assert reasons(reading) == {reason}
    assert reading.problems == ()
    assert len(reading.not_events) == sum(bool(row) for row in rows)
    assert reading.entries == ()


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Sheet2", [["Some words"], ["and others"]]),
        ("Sheet2", [["Name", "Amount"], ["Rent", 12]]),
        ("Cover", [["a", "b", "c", "d", "e"], ["1/2/2019", "x", "y", "z", "q"]]),
        ("Guidance", [["1/2/2019", "Advice given"], ["3/4/2019", "Visit"]]),
        ("Sheet2", [["Agency", "Housing"], ["Zebra", "stripes"], ["Lion", "none"]]),
    ],
)
def test_in_doubt_the_problem_stays(name: str, rows: Rows) -> None:
    kinds = {one.kind for one in read(name, rows).problems}
    assert kinds == {ProblemKind.SHEET_NOT_READ}


def test_a_glossary_sheet_gives_its_terms() -> None:
    reading = read("Glossary", [["Term", "Definition"], ["HV", "Health visitor"], ["DSL - Lead"]])
    assert [(one.term, one.meaning, one.origin.row) for one in reading.glossary] == [
        ("HV", "Health visitor", 2),
        ("DSL", "Lead", 3),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Nil return"], ["Northshire Leisure had no contact with the family."]],
        [["Northshire Leisure"], [], ["No involvement in the period"]],
        [["Agency", "Housing"], ["Chronology", "NIL RETURN"]],
        [[*HEAD], [None, "No contact with this family"]],
        [[*HEAD], ["No records held"]],
        [[*HEAD], ["N/A", "Family not known to this service", "J Hale"]],
        [[*HEAD], ["N/A", "Nil return - no contact in the review period", "N/A"]],
        [[*HEAD], [None, "No records held for Robin Ashdown or his mother"]],
    ],
)
def test_a_nil_return_is_an_answer_and_said(rows: Rows) -> None:
    reading = read("S", rows)
    assert "nil return" in reasons(reading)
    assert reading.entries == ()
    assert [one.kind for one in reading.problems] == [ProblemKind.READING_UNCERTAIN]
    assert "nil return" in reading.problems[0].message


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ROW, (None, "No contact with this family")],
        [HEAD, ROW, (None, "No contact with this family in the review period")],
        [HEAD, ("u/d", "Call"), ("u/d", "Call"), ("n/k", "No contact with the family since March")],
        [HEAD, ("March 2019 to May 2019", "No contact with this family")],
        [HEAD, ("March 2019",), (None, "No contact")],
        [HEAD, ROW, ("Signed: J Hale",), (None, "Mother told the worker about the flat")],
        [HEAD, ROW, (None, "Key: left under the mat")],
    ],
)
def test_what_only_looks_like_it_is_an_entry(rows: Rows) -> None:
    assert read("S", rows).entries[-1].origin.row == len(rows)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["Page 3 of 9"], "page number or footer"),
        ([None, None, "Page 3"], "page number or footer"),
        (["Printed on 12/03/2020"], "page number or footer"),
        (["OFFICIAL-SENSITIVE"], "protective marking"),
        ([None, "Signed: J Hale"], "signature"),
        (["Signature ____________"], "signature"),
        (["Total entries: 14"], "total"),
    ],
)
def test_footers_markings_and_signatures_are_no_events(row: list[Value], reason: str) -> None:
    reading = read("S", [HEAD, ROW, row])
    assert [one.reason for one in reading.not_events][-1] == reason


def test_a_block_of_signatures_goes_on() -> None:
    block: Rows = [["Signed: J Hale"], ["Name: Jo Hale"], ["Date: 12/03/2020"], ["Role", "HV"]]
    reading = read("S", [HEAD, ROW, [], *block, ROW])
    assert [one.reason for one in reading.not_events[1:]] == ["signature"] * 4
    assert reading.entries[-1].origin.row == 8


def test_a_table_of_another_kind_below_is_left_out_row_by_row() -> None:
    reading = read(
        "S",
        [
            HEAD,
            ROW,
            [],
            ["Version", "Changes"],
            ["1.0", "First"],
            [],
            ["Term", "Meaning"],
            ["HV", "Health visitor"],
            ["13/03/2019", "Visit made", "J Hale"],
        ],
    )
    assert [one.reason for one in reading.not_events[1:]] == [
        "document history",
        "document history",
        "glossary",
        "glossary",
    ]
    assert [one.term for one in reading.glossary] == ["HV"]
    assert len(reading.entries) == 2


def test_a_dated_row_right_under_another_tables_headings_is_of_that_table() -> None:
    reading = read(
        "S",
        [
            HEAD,
            ROW,
            ["Date", "Version", "Author"],
            ["3/4/2020", "1.0", "J Hale"],
            ["5/4/2020", "1.1", "J Hale"],
            [],
            ["13/03/2019", "Visit made", "J Hale"],
        ],
    )
    assert [one.reason for one in reading.not_events[1:]] == ["document history"] * 3
    assert [one.origin.row for one in reading.entries] == [2, 7]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ROW, ["Key:"], ["HV", "Health visitor"]],
        [HEAD, ROW, ["Key:"], ["HV = Health visitor"]],
        [HEAD, ROW, ["Key: HV = Health visitor"]],
        [["Key:"], ["HV", "Health visitor"], [], HEAD, ROW],
        [["Housing"], ["Abbreviations: HV = Health visitor"], HEAD, ROW],
    ],
)
def test_a_key_on_the_sheet_gives_its_terms(rows: Rows) -> None:
    reading = read("S", rows)
    assert [(one.term, one.meaning) for one in reading.glossary] == [("HV", "Health visitor")]
    assert len(reading.entries) == 1
    assert reading.problems == ()


def test_the_text_round_the_tables_of_a_document_explains_its_words() -> None:
    rows: Rows = [
        ["This return covers the years under review."],
        ["Abbreviations"],
        ["HV = Health visitor"],
        ["Signed by J Hale."],
    ]
    aside = read_aside(Sheet("f.docx", "text", rows, prose=True), [1, 2, 3, 4], SETTINGS)
    assert aside is not None
    assert {one.reason for one in aside.not_events} == {"text outside the tables"}
    assert [one.term for one in aside.terms] == ["HV"]
    assert aside.problems == ()


def test_entries_and_terms_are_told_apart() -> None:
    told = read("S", [HEAD, ROW, ["Key"], ["HV", "Health visitor"]])
    assert all(isinstance(one, Entry) for one in told.entries)
    assert all(isinstance(one, NotEvent) for one in told.not_events)
    assert all(isinstance(one, Term) for one in told.glossary)


def test_an_event_of_unknown_date_is_no_nil_return() -> None:
    rows: Rows = [["Date", "Event"], ["Not known", "Review held, plan agreed by all."]]
    reading = read("S", rows)
    assert [entry.origin.row for entry in reading.entries] == [2]

"""Word documents as agencies send them, from the file to its entries."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document

from chronolator import read
from chronolator.model import Field, ProblemKind, Reading


def add_table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text


def make_return(path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "OFFICIAL"
    document.add_table(1, 1).cell(0, 0).text = "Individual agency chronology"
    document.add_paragraph()
    add_table(document, [["Name of agency", "Eastvale Constabulary"], ["Author", "A Reader"]])
    document.add_heading("Significant events", 1)
    head = ["Date", "Time", "Event", "Child seen?"]
    add_table(
        document,
        [
            head,
            ["12/03/2019", "14:30", "Officers attended the home.", "Yes"],
            ["14/03/2019", "", "Referral sent to social care.", "N/A"],
            head,
            ["02/01/2020", "09:15", "No reply. Card left.", "No"],
        ],
    )
    document.add_paragraph("continued")
    add_table(document, [["05/01/2020", "10:00", "Officers attended again.", "No"]])
    document.add_paragraph("Prepared by A Reader, 4 February 2021.")
    document.save(str(path))


def accounted(reading: Reading) -> int:
    places = {(one.origin.sheet, one.origin.row) for one in reading.entries}
    places |= {(one.origin.sheet, one.origin.row) for one in reading.not_events}
    return len(places)


def test_a_return_with_a_cover_and_a_table_over_two_pages(tmp_path: Path) -> None:
    make_return(tmp_path / "return.docx")
    reading = read(tmp_path / "return.docx")
    assert [(one.origin.sheet, one.origin.row) for one in reading.entries] == [
        ("table 3", 2),
        ("table 3", 3),
        ("table 3", 5),
        ("table 4", 1),
    ]
    assert reading.entries[3].cells[Field.CHILD_SEEN] == "No"
    by_sheet = {one.sheet: one.agency for one in reading.sources}
    assert by_sheet["table 3"] == by_sheet["table 4"] == "Eastvale Constabulary"
    assert accounted(reading) == sum(one.counts.not_blank for one in reading.sources)
    reasons = {(one.origin.sheet, one.origin.row): one.reason for one in reading.not_events}
    assert reasons["table 3", 4] == "heading repeated"
    assert reasons["table 2", 1] == "cover sheet"
    assert {reason for place, reason in reasons.items() if place[0] == "text"} == {
        "text outside the tables"
    }


@pytest.mark.parametrize(
    ("rows", "paragraphs", "message"),
    [
        ([], ["Dear colleague,", "Please find our return attached."], "no table of events"),
        ([["Name of agency", "X Police"], ["Author", "A"], ["Period", "2019"]], [], "cover sheet"),
        ([], [], "nothing stands in it"),
    ],
)
def test_a_document_without_entries_is_named_as_not_read(
    tmp_path: Path, rows: list[list[str]], paragraphs: list[str], message: str
) -> None:
    document = docx.Document()
    if rows:
        add_table(document, rows)
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(tmp_path / "return.docx"))
    reading = read(tmp_path / "return.docx")
    assert reading.entries == ()
    first = reading.problems[0]
    assert first.kind is ProblemKind.FILE_NOT_READ
    assert message in first.message
    assert first.hint


def test_a_document_that_lists_its_events_without_a_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Agency: Eastvale Surgery", 0)
    document.add_paragraph("03/05/2019 Seen by the doctor, a rash.", style="List Bullet")
    document.add_paragraph("10 June 2019: not brought.", style="List Bullet")
    document.add_heading("Analysis", 1)
    document.add_paragraph("The child was seen often.")
    document.save(str(tmp_path / "return.docx"))
    reading = read(tmp_path / "return.docx")
    assert [one.cells[Field.TEXT] for one in reading.entries] == [
        "Seen by the doctor, a rash.",
        "not brought.",
    ]
    assert reading.sources[0].agency == "Eastvale Surgery"
    assert [one.kind for one in reading.problems] == [ProblemKind.READING_UNCERTAIN]
    assert accounted(reading) == 5

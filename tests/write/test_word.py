"""The chronology as a Word document, read by another library."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronolator.columns import ORDER_HEADING, READING_PROPERTY, Choice, clean_text
from chronolator.errors import OutputError
from chronolator.model import (
    Case,
    Child,
    Chronology,
    Correction,
    Event,
    Note,
    Origin,
    Precision,
    Qualifier,
    Term,
    When,
)
from chronolator.readers.package import is_reading_copy
from chronolator.write.palette import AGENCY_COLOURS, ANSWER_INKS, INK, QUIET
from chronolator.write.word import NAME, write_document, write_document_by_contact
from chronolator.write.word.entries import NOTES_PAPER

MADE = date(2026, 11, 24)
FIRST, SECOND = (colour[1:] for colour in AGENCY_COLOURS[:2])
Write = Callable[..., None]
BOTH = pytest.mark.parametrize("write", [write_document, write_document_by_contact])


def make(
    chronology: Chronology,
    folder: Path,
    write: Write = write_document,
    *columns: str,
    with_notes: bool = False,
) -> Document:
    write(chronology, folder / "out.docx", MADE, Choice(columns, with_notes))
    return docx.Document(str(folder / "out.docx"))


def markup_of(held: Any) -> Any:
    return held._element  # noqa: SLF001  python-docx shows it in no other way


def name_table(table: Table) -> str:
    caption = markup_of(table).tblPr.find(qn("w:tblCaption"))
    return str(caption.get(qn("w:val")))


def find_table(document: Document, name: str = NAME) -> Table:
    return next(table for table in document.tables if name_table(table) == name)


def list_headings(document: Document) -> list[str]:
    return [cell.text for cell in find_table(document).rows[0].cells]


def list_rows(document: Document) -> list[dict[str, _Cell]]:
    first, *rows = find_table(document).rows
    headings = [cell.text for cell in first.cells]
    return [dict(zip(headings, row.cells, strict=True)) for row in rows]


def list_styled(cell: _Cell, style: str) -> list[str]:
    """The words of a cell in a style of characters."""
    return [
        run.text
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.style and run.style.name == style
    ]


def bar_of(held: _Cell | Paragraph) -> str | None:
    """The colour at the left edge of a cell or a paragraph."""
    edge = markup_of(held)[0].find(".//" + qn("w:left"))
    return None if edge is None else edge.get(qn("w:color"))


def text_of(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@BOTH
def test_its_pages_are_landscape_with_marking_and_number(
    write: Write, chronology: Chronology, tmp_path: Path
) -> None:
    section = make(chronology, tmp_path, write).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)  # type: ignore[union-attr]
    assert section.header.paragraphs[0].text == (
        "OFFICIAL-SENSITIVE\tIntegrated chronology: LCSPR B&G"
    )
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith("OFFICIAL-SENSITIVE\tPage ")
    assert re.findall(r'w:instr=" (\w+) "', markup_of(footer).xml) == ["PAGE", "NUMPAGES"]


@BOTH
def test_every_table_can_be_told_to_who_does_not_see_it(
    write: Write, chronology: Chronology, tmp_path: Path
) -> None:
    told = replace(chronology, glossary=(Term(Origin("gp.xlsx"), "FTA", "failed to attend", "GP"),))
    document = make(told, tmp_path, write)
    names = [name_table(table) for table in document.tables]
    assert names == [
        "The returns",
        "Stretches without a recorded sighting",
        NAME,
        "Abbreviations",
    ]
    for table in document.tables:
        assert markup_of(table).tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        marked = ["w:tblHeader" in markup_of(row).xml for row in table.rows]
        assert marked == [True, *[False] * (len(marked) - 1)]
        assert "w:gridSpan" not in markup_of(table).xml
        assert "w:vMerge" not in markup_of(table).xml
        widths = [int(one.get(qn("w:w"))) for one in markup_of(table).tblGrid]
        assert abs(sum(widths) - 15138) < 15
        assert all(cell.text for cell in table.rows[0].cells)


@BOTH
def test_it_says_what_it_is(write: Write, chronology: Chronology, tmp_path: Path) -> None:
    document = make(chronology, tmp_path, write)
    core = document.core_properties
    assert (core.title, core.language) == ("Integrated chronology: LCSPR B&G", "en-GB")
    assert core.category == "OFFICIAL-SENSITIVE"
    assert 'w:lang w:val="en-GB"' in document.styles.element.xml
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "Integrated chronology: LCSPR B&G"
    ]
    assert is_reading_copy(tmp_path / "out.docx")
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        assert READING_PROPERTY in package.read("docProps/custom.xml").decode()


def test_the_same_chronology_gives_the_same_file(chronology: Chronology, tmp_path: Path) -> None:
    make(chronology, tmp_path)
    before = (tmp_path / "out.docx").read_bytes()
    make(chronology, tmp_path)
    assert (tmp_path / "out.docx").read_bytes() == before


def test_the_first_paragraphs_say_of_what_it_was_made_and_what_it_does_not_say(
    chronology: Chronology, tmp_path: Path
) -> None:
    told = text_of(make(chronology, tmp_path))
    assert told.startswith("OFFICIAL-SENSITIVE\nIntegrated chronology: LCSPR B&G\n")
    assert (
        "This is what 2 agencies recorded about Robin Ashdown (born 3 Nov 2015) and Wren Ashdown, "
        "for the review period from 1 Apr 2018 to 30 Sep 2020. It was put together on 24 Nov 2026 "
        "from 1 file that the agencies sent, and holds 5 entries in the order of their dates. "
        "1 entry lies outside the review period. 1 entry was added by the author of the review. "
        "1 row of the returns that repeats another of the same agency is left out. "
        "1 contact is told by more than one agency: its accounts bear the same number. "
        "1 cell is corrected by the author, and marked so where it is shown."
    ) in told
    assert "“Not recorded” means that the returns do not say so." in told
    assert "Not shown here, and in the full workbook: Other columns." in told
    assert "its accounts stand in one row" in text_of(
        make(chronology, tmp_path, write_document_by_contact)
    )


def test_without_children_of_a_case_or_gaps_it_is_plain(tmp_path: Path) -> None:
    document = make(Chronology(Case()), tmp_path)
    told = text_of(document)
    assert "This is what 0 agencies recorded about the child." in told
    assert "No stretch of more than 28 days without a recorded sighting was found" in told
    assert list_headings(document) == [
        "No.",
        "Date",
        "Agency",
        "What the agency recorded",
        "The child",
    ]
    assert list_rows(document) == []


def test_the_returns_and_the_gaps_have_tables(chronology: Chronology, tmp_path: Path) -> None:
    document = make(chronology, tmp_path)
    returns = [
        [cell.text for cell in row.cells] for row in find_table(document, "The returns").rows
    ]
    assert returns[1:] == [
        ["Health visiting", "gp.xlsx", "1", "22 May 2018", "22 May 2018"],
        ["GP", "gp.xlsx", "3", "1 Feb 2016", "31 May 2018"],
    ]
    gaps = find_table(document, "Stretches without a recorded sighting").rows
    assert [cell.text for cell in gaps[1].cells] == [
        "Robin Ashdown",
        "seen",
        "22 May 2018",
        "30 Sep 2020",
        "862",
        "GP 2, Police 1",
        "by your correction (1), not brought (1)",
        "An entry that may lie inside is unclear: it can be 400 to 862 days.",
    ]
    assert "Robin Ashdown: 1 entry without a date is or may be a sighting" in text_of(document)


def test_a_row_shows_its_day_its_agency_its_words_and_the_answers(
    chronology: Chronology, tmp_path: Path
) -> None:
    document = make(chronology, tmp_path)
    assert list_headings(document) == [
        *("No.", "Date", "Time", "Agency", "What the agency recorded", "Robin", "Wren", "Contact")
    ]
    visit, month, before, own, undated = list_rows(document)
    assert visit["Date"].text == "Tue 22 May 2018"
    assert visit["Time"].text == "10:05 to 11:00"
    assert (visit["Agency"].text, bar_of(visit["Agency"])) == ("Health visiting", FIRST)
    assert (month["Agency"].text, bar_of(month["Agency"])) == ("GP", SECOND)
    assert visit["What the agency recorded"].text == (
        "Home visit. Robin seen on mother's lap, weighed. =SUM(A1)\nPeople: HV Orr\nHidden row"
    )
    seen = list_styled(visit["What the agency recorded"], "Evidence")
    assert seen == ["Robin seen on mother's lap"]
    assert visit["Robin"].text == (
        "Seen: Yes (corrected by the author)\nAlone: No\nViews: Not recorded"
    )
    assert list_styled(visit["Robin"], "Answer yes") == ["Yes"]
    assert list_styled(visit["Robin"], "Answer, no alarm") == ["No"]
    assert visit["Wren"].text == "Not recorded"
    assert list_styled(visit["Wren"], "Quiet") == ["Not recorded"]
    assert visit["Contact"].text == "Contact 1: accounts differ (time)"
    assert before["Contact"].text == ""  # it is only possible
    assert [row["Date"].text for row in (month, before, undated)] == [
        *("c. May 2018", "by 1/2/16", "31/06/2016")
    ]
    assert before["What the agency recorded"].text == (
        "<r><t>no markup</t></r>\nOutside the review period"
    )
    assert own["Agency"].text == "Overview author\nAdded by the author"


def test_a_row_without_a_date_says_so(make_event: Callable[..., Event], tmp_path: Path) -> None:
    document = make(Chronology(Case(), (make_event("C-1", "x", when=When("")),)), tmp_path)
    assert list_rows(document)[0]["Date"].text == "No date"


def test_numbers_stand_on_one_line(make_event: Callable[..., Event], tmp_path: Path) -> None:
    events = tuple(make_event(f"C-{number}", "x") for number in range(1_001))
    table = find_table(make(Chronology(Case(), events), tmp_path))
    assert markup_of(table.rows[-1]).tc_lst[0].p_lst[0].text == "1001"
    assert int(markup_of(table).tblGrid[0].get(qn("w:w"))) / 567 >= 1.1


def test_what_an_agency_struck_out_is_struck_through(
    make_event: Callable[..., Event], tmp_path: Path
) -> None:
    event = make_event(
        "C-1",
        "Seen at home. Not seen.",
        action="NFA. Referred.",
        withdrawn={"text": ("Seen at home.",), "action": ("NFA.",)},
    )
    row = list_rows(make(Chronology(Case(), (event,)), tmp_path))[0]
    text = row["What the agency recorded"]
    assert text.text == "Seen at home. Not seen.\nAction: NFA. Referred."
    assert list_styled(text, "Withdrawn") == ["Seen at home.", "NFA."]


def test_what_the_author_corrected_is_marked_as_hers(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    told = replace(
        chronology,
        events=(make_event("C-1", "Her words"),),
        corrections=(
            Correction("C-1", "text", "His words", "Her words"),
            Correction("C-1", "date", "2018-05-23", "2018-05-22"),
        ),
        as_returned=(make_event("C-1", "His words"),),
    )
    row = list_rows(make(told, tmp_path))[0]
    assert row["What the agency recorded"].text.startswith("Her words\nCorrected by the author")
    assert row["Date"].text == "Tue 22 May 2018\nCorrected by the author"
    assert "orrected" not in row["Agency"].text


@BOTH
def test_the_agency_s_own_words_are_not_lost_with_the_columns_chosen(
    write: Write, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    told = Chronology(
        Case(),
        (make_event("C-1", "Her words"),),
        corrections=(Correction("C-1", "text", "His words", "Her words"),),
    )
    chosen = make(told, tmp_path, write, "date,text")
    assert "What the agency recorded: His words" in list(list_rows(chosen)[0].values())[-1].text
    assert "Date; " not in text_of(chosen)
    without = text_of(make(told, tmp_path, write, "agency"))
    assert "His words" not in without
    assert re.search("Not shown here, .+: Date; What the agenc.+; Agency.+own words", without)
    alone = list_rows(make(told, tmp_path, write, "text,agency_words"))[0]
    assert [one.text.count("His words") for one in alone.values()] == [0, 1]


def test_the_accounts_of_a_contact_stand_below_each_other_under_their_names(
    chronology: Chronology, tmp_path: Path
) -> None:
    visit, month, *others = chronology.events
    told = replace(chronology, events=(replace(visit, action="Weighed."), month, *others))
    rows = list_rows(make(told, tmp_path, write_document_by_contact))
    assert [row["No."].text for row in rows] == ["1", "2", "3", "4"]
    text = rows[0]["What the agencies recorded"]
    assert text.text == (
        "Health visiting (22 May 2018, 10:05 to 11:00)\n"
        "Home visit. Robin seen on mother's lap, weighed. =SUM(A1)\n"
        "People: HV Orr\n"
        "Action: Weighed.\n"
        "Hidden row\n"
        "GP (c. May 2018)\n"
        "=1+1\n"
        "Where the accounts differ: Time: Health visiting “10:05”"
    )
    bars = [bar_of(one) for one in text.paragraphs]
    assert bars == [*[FIRST] * 5, *[SECOND] * 2, None]
    agencies = rows[0]["Agencies"]
    assert [(one.text, bar_of(one)) for one in agencies.paragraphs] == [
        *(("Health visiting", FIRST), ("GP", SECOND))
    ]
    assert rows[0]["Date"].text == "Tue 22 May 2018\nc. May 2018"
    assert rows[1]["What the agencies recorded"].text.startswith("<r><t>no markup</t></r>")


@BOTH
def test_notes_are_shown_only_if_asked_for(
    write: Write, chronology: Chronology, tmp_path: Path
) -> None:
    document = make(chronology, tmp_path, write)
    assert "Compare with Probation." not in markup_of(find_table(document)).xml
    document = make(chronology, tmp_path, write, with_notes=True)
    assert list_headings(document)[-1] == "The author's notes"
    notes = "\n".join(row["The author's notes"].text for row in list_rows(document))
    assert "Review notes: Compare with Probation.\nAnd with the GP." in notes
    assert "A column of hers: +44 is no formula" in notes
    alone = replace(chronology, notes=chronology.notes[:1])
    document = make(alone, tmp_path, write, with_notes=True)
    assert list_headings(document)[-1] == "Review notes"
    assert list_rows(document)[0]["Review notes"].text == "Compare with Probation."


@BOTH
def test_numbers_and_days_of_hers_are_notes_too(
    write: Write, chronology: Chronology, tmp_path: Path
) -> None:
    notes = (
        Note("C-AAAAAAAAA1", "Review notes", "0", 0),
        Note("C-AAAAAAAAA2", "Review notes", "06/05/2019", date(2019, 5, 6)),
        Note("C-AAAAAAAAA2", "Practice", "good"),
    )
    document = make(replace(chronology, notes=notes), tmp_path, write, with_notes=True)
    told = "\n".join(row[list_headings(document)[-1]].text for row in list_rows(document))
    assert "0" in told.split()
    assert "06/05/2019" in told or "6 May 2019" in told
    assert "good" in told
    document = make(replace(chronology, notes=notes[:2]), tmp_path, write, with_notes=True)
    told = "\n".join(row["Review notes"].text for row in list_rows(document))
    assert "0" in told.split()
    assert "6 May 2019" in told or "06/05/2019" in told


def test_of_her_notes_those_are_shown_that_are_named(
    chronology: Chronology, tmp_path: Path
) -> None:
    """A question to an agency is no part of a report because a column of notes is."""
    chosen = "date, text, Review notes"
    document = make(chronology, tmp_path, write_document, chosen, with_notes=True)
    assert list_headings(document) == ["Date", "What the agency recorded", "Review notes"]


def test_the_number_by_which_she_orders_a_day_is_no_note(
    chronology: Chronology, tmp_path: Path
) -> None:
    ordered = replace(chronology, notes=(Note("C-AAAAAAAAA1", ORDER_HEADING, "2"),))
    assert list_headings(make(ordered, tmp_path, with_notes=True))[-1] == "Contact"


def test_columns_stand_as_they_are_named(chronology: Chronology, tmp_path: Path) -> None:
    document = make(
        chronology, tmp_path, write_document, "Agency, seen, Robin: views, Review notes"
    )
    assert list_headings(document) == [
        *("Agency", "Robin: seen", "Wren: seen", "Robin: views", "Review notes")
    ]
    row = list_rows(document)[0]
    assert row["Robin: seen"].text == "Yes (corrected by the author)"
    assert row["Review notes"].text == "Compare with Probation.\nAnd with the GP."
    document = make(chronology, tmp_path, write_document, "date, people, text, Robin, ref, row, to")
    assert list_headings(document) == [
        *("Date", "People", "What the agency recorded", "Robin", "Ref", "Row", "To")
    ]
    assert [list_rows(document)[1][name].text for name in ("Ref", "Row", "To")] == [
        *("C-AAAAAAAAA2", "10", "Thu 31 May 2018")
    ]
    assert "Words in bold" in text_of(document)
    document = make(chronology, tmp_path, write_document, "date, agency")
    assert "Words in bold" not in text_of(document)


def test_more_columns_than_a_page_holds_are_refused(chronology: Chronology, tmp_path: Path) -> None:
    every = "ref,number,date,to,time,until,agency,text,views,people,action,outcome,place,file"
    with pytest.raises(OutputError, match="15 columns are more than a page can hold"):
        make(chronology, tmp_path, write_document, every)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_the_text_stays_readable_beside_several_children(
    count: int, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    children = tuple(Child(f"Child{number} Ashdown") for number in range(count))
    told = Chronology(Case(children=children), (make_event("C-1", "x"),))
    widths = dict(
        zip(
            list_headings(make(told, tmp_path)),
            (
                int(one.get(qn("w:w"))) / 567
                for one in markup_of(find_table(make(told, tmp_path))).tblGrid
            ),
            strict=True,
        )
    )
    assert widths["What the agency recorded"] >= 6
    assert min(widths[f"Child{number}"] for number in range(count)) >= 1.9


@pytest.mark.parametrize(
    ("length", "together"), [(10, True), (900, True), (6_000, False), (40_000, False)]
)
@BOTH
def test_a_text_of_any_length_is_whole_and_a_long_row_may_be_parted(
    write: Write,
    length: int,
    together: bool,  # noqa: FBT001  the case
    make_event: Callable[..., Event],
    tmp_path: Path,
) -> None:
    text = ("word " * length)[:length]
    table = find_table(make(Chronology(Case(), (make_event("C-1", text),)), tmp_path, write))
    assert text in markup_of(table).xml
    assert ("w:cantSplit" in markup_of(table.rows[1]).xml) is together


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(codec=None), max_size=60),
    name=st.text(max_size=20),
)
def test_any_text_can_be_written_and_is_read_as_it_was(
    text: str, name: str, tmp_path: Path
) -> None:
    when = When(name, MADE, MADE, None, None, Precision.DAY, Qualifier.EXACT)
    event = Event("C-1", when, name, text, Origin(f"{name}.csv"), marks=(name,))
    case = Case(title=name, marking=name, children=(Child(name or "K"),))
    told = Chronology(case, (event,), notes=(Note("C-1", "Review notes", text),))
    row = list_rows(make(told, tmp_path, with_notes=True))[0]
    written = row["What the agency recorded"].paragraphs[0].text
    assert written == clean_text(text)


def brightness(colour: str) -> float:
    """By the Web Content Accessibility Guidelines 2.2, "relative luminance"."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", [INK, QUIET, *ANSWER_INKS.values()])
@pytest.mark.parametrize("paper", ["#FFFFFF", NOTES_PAPER])
def test_words_can_be_read_on_their_paper(ink: str, paper: str) -> None:
    assert (brightness(paper) + 0.05) / (brightness(ink) + 0.05) >= 4.5


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
@BOTH
def test_libreoffice_opens_it(write: Write, chronology: Chronology, tmp_path: Path) -> None:
    make(chronology, tmp_path, write, with_notes=True)
    assert SOFFICE is not None
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "txt:Text", "--outdir"),
            *(str(tmp_path), str(tmp_path / "out.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    told = (tmp_path / "out.txt").read_text(encoding="utf-8-sig")
    assert "Home visit. Robin seen on mother's lap, weighed. =SUM(A1)" in told
    assert "Compare with Probation." in told


@BOTH
def test_whose_record_a_row_is_stands_below_its_words(
    chronology: Chronology, tmp_path: Path, write: Write
) -> None:
    first, *others = chronology.events
    told = replace(chronology, events=(replace(first, subject="Wren A", service="Ward 7"), *others))
    text = "\n".join(cell.text for cell in find_table(make(told, tmp_path, write)).columns[4].cells)
    assert "Whose record: Wren A" in text
    assert "Service: Ward 7" in text


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("Ring the GP", "Action: Ring the GP (corrected by the author)"),
        ("", "Action: emptied by the author"),
    ],
)
def test_what_she_corrected_below_the_words_is_marked_there(
    chronology: Chronology, tmp_path: Path, action: str, told: str
) -> None:
    first, *others = chronology.events
    said = Correction(first.id, "action", "Ring the school", action)
    made = replace(
        chronology,
        events=(replace(first, action=action), replace(others[0], action="None."), *others[1:]),
        corrections=(said,),
        as_returned=(replace(first, action="Ring the school"),),
    )
    cells = find_table(make(made, tmp_path)).columns[4].cells
    assert told in "\n".join(cell.text for cell in cells).splitlines()

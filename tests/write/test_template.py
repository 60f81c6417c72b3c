"""A blank return comes back as it was filled in, whatever was done to it, and nothing is asked."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronolator import journey
from chronolator.model import (
    Answer,
    Case,
    Child,
    Chronology,
    Event,
    Person,
    Query,
    Question,
)
from chronolator.questions import list_queries
from chronolator.rules import load_rules
from chronolator.rules.template import read_template
from chronolator.write.package import is_sound
from chronolator.write.template import write_blank_document, write_blank_workbook
from chronolator.write.template.workbook import ROWS
from tests.opening.repairs import find_repairs
from tests.write.filling import (
    Filled,
    fill_document,
    fill_workbook,
    reorder_columns,
)

pytestmark = pytest.mark.usefixtures("untraced")

MADE = date(2026, 11, 27)
RULES = load_rules()
SOFFICE = shutil.which("soffice")
AGENCY = "Eastvale Constabulary"
TERMS = {"PSB": "Public safety bureau", "QXM": "Quarterly exchange meeting"}
ENDINGS = pytest.mark.parametrize("ending", [".xlsx", ".docx"])
ONE, TWO, THREE = (
    Case(
        title="LCSPR Robin",
        children=tuple(Child(f"{name} Ashdown", date(2010, 5, 3)) for name in names),
        people=(Person("Tara Ashdown", "mother"),),
        first=date(2019, 1, 1),
        last=date(2022, 12, 31),
        marking="OFFICIAL-SENSITIVE",
    )
    for names in (("Robin",), ("Robin", "Wren"), ("Robin", "Wren", "Jay"))
)
CASES = pytest.mark.parametrize("case", [ONE, TWO, THREE], ids=["one", "two", "three"])


@dataclass(frozen=True)
class Back:
    """What came back of a return, and what is to be asked about it."""

    chronology: Chronology
    queries: tuple[Query, ...]

    def find(self, text: str) -> Event:
        (event,) = (one for one in self.chronology.events if one.text == text)
        return event


def write(path: Path, case: Case, agency: str = AGENCY) -> Path:
    blank = write_blank_workbook if path.suffix == ".xlsx" else write_blank_document
    blank(case, path, MADE, RULES.template, agency)
    return path


def name_children(case: Case) -> list[str]:
    return [one.name.split()[0] for one in case.children]


def fill(path: Path, case: Case, rows: Sequence[Filled], agency: str = "") -> Path:
    if path.suffix == ".xlsx":
        fill_workbook(path, rows, terms=TERMS, agency=agency)
    else:
        fill_document(path, rows, name_children(case), terms=TERMS, agency=agency)
    return path


def read(path: Path, case: Case) -> Back:
    chronology = journey.integrate(path, case, rules=RULES, merged_on=MADE)
    reading = journey.read(path, case, rules=RULES)
    return Back(chronology, list_queries(reading, chronology, RULES))


def save_by_libreoffice(path: Path, folder: Path) -> Path:
    assert SOFFICE is not None
    ending = path.suffix.removeprefix(".")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", ending, "--outdir", folder / "out", path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / "out" / path.name


NEEDS_LIBREOFFICE = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def make_rows(case: Case) -> list[dict[str, str]]:
    """Rows in which each column has each of its examples and choices, a month between them at the
    most, each known by its text.
    """
    columns = read_template().column
    children = name_children(case)
    asked = [
        (one, child, value)
        for one in columns
        for child in (children if "{child}" in one.heading else [""])
        for value in (*one.choices, *one.examples)
        if one.id not in ("date", "event")
    ]
    rows = []
    for number, (one, child, value) in enumerate(asked):
        day = date(2019, 1, 7) + timedelta(days=790 * number // len(asked))
        rows.append(
            {
                "Date": day.strftime("%d/%m/%Y"),
                "What happened": f"Row {number} of the record, told in a PSB note.",
                one.heading.replace("{child}", child): value,
            }
        )
    dates = next(one.examples for one in columns if one.id == "date")
    for number, value in enumerate(dates):
        rows.append({"Date": value, "What happened": f"Dated row {number} of the record."})
    return rows


FIELDS = {
    "Kind of contact": "contact_type",
    "Who was present": "people",
    "Action taken": "action",
    "Source of information": "source",
    "Comment": "comment",
}


def expect(row: Filled, event: Event) -> None:
    """Each cell of the row is in the event as it was written."""
    for heading, value in row.items():
        if heading in FIELDS:
            assert getattr(event, FIELDS[heading]) == value, heading
        elif heading == "What happened":
            assert event.text == value
        elif heading in ("Date", "Time"):
            assert value in event.when.written, heading
    for heading, held in (
        ("seen?", event.child_seen),
        ("seen alone?", event.seen_alone),
        ("views", event.views),
    ):
        for value in (text for name, text in row.items() if name.endswith(f": {heading}")):
            assert value.casefold() in held.casefold(), heading


def answer(back: Back, event: Event, child: str, question: Question) -> Answer:
    (flag,) = (
        one
        for one in back.chronology.flags
        if one.event == event.id and one.child.startswith(child) and one.question is question
    )
    return flag.answer


@ENDINGS
@CASES
def test_every_column_in_every_form_comes_back(ending: str, case: Case, tmp_path: Path) -> None:
    rows = make_rows(case)
    back = read(fill(write(tmp_path / f"r{ending}", case), case, rows), case)
    assert len(back.chronology.events) == len(rows)
    for row in rows:
        expect(row, back.find(row["What happened"]))
    assert {one.agency for one in back.chronology.events} == {AGENCY}
    assert {one.term: one.meaning for one in back.chronology.glossary} == TERMS
    assert [one.words for one in back.queries] == []


@ENDINGS
@CASES
def test_the_answers_for_each_child_are_those_that_were_chosen(
    ending: str, case: Case, tmp_path: Path
) -> None:
    first, *others = name_children(case)
    rows = [
        {
            "Date": "14/03/2021",
            "Kind of contact": "Home visit",
            "What happened": "Visited the family at home.",
            f"{first}: seen?": "Yes",
            f"{first}: seen alone?": "Yes",
            f"{first}: views": "I don't like it when they shout.",
            **{f"{one}: seen?": "No" for one in others},
        },
        {
            "Date": "15/03/2021",
            "Kind of contact": "Home visit",
            "What happened": "Visited again.",
            f"{first}: seen?": "Yes",
            f"{first}: seen alone?": "No",
            f"{first}: views": "Declined",
            **{f"{one}: views": "Not sought" for one in others},
        },
        {"Date": "16/03/2021", "Kind of contact": "Home visit", "What happened": "And again."},
    ]
    back = read(fill(write(tmp_path / f"r{ending}", case), case, rows), case)
    yes, no, silent = Answer.YES, Answer.NO, Answer.NOT_RECORDED
    for row, mine, theirs in zip(
        rows,
        [(yes, yes, yes), (yes, no, no), (silent, silent, silent)],
        [(no, no, silent), (silent, silent, no), (silent, silent, silent)],
        strict=True,
    ):
        event = back.find(row["What happened"])
        assert tuple(answer(back, event, first, one) for one in Question) == mine
        for child in others:
            assert tuple(answer(back, event, child, one) for one in Question) == theirs
    assert [one.words for one in back.queries] == []


def test_no_kind_of_contact_that_is_offered_claims_a_sighting(tmp_path: Path) -> None:
    kinds = next(one.choices for one in read_template().column if one.id == "kind")
    rows = [
        {
            "Date": f"{number:02}/03/2021",
            "Kind of contact": kind,
            "What happened": f"Housing benefit was discussed (case note {number}).",
        }
        for number, kind in enumerate(kinds, start=1)
    ]
    back = read(fill(write(tmp_path / "r.xlsx", ONE), ONE, rows), ONE)
    for row in rows:
        event = back.find(row["What happened"])
        said = answer(back, event, "Robin", Question.SEEN)
        unseen = row["Kind of contact"] in ("No access", "Missed appointment")
        assert said is (Answer.NO if unseen else Answer.NOT_RECORDED), row


@ENDINGS
def test_a_blank_return_holds_no_entry(ending: str, tmp_path: Path) -> None:
    for agency in (AGENCY, ""):
        back = read(write(tmp_path / f"r{ending}", TWO, agency), TWO)
        assert back.chronology.events == ()
        assert [one.kind for one in back.queries] == ["no entry"]
        assert {one.origin.sheet for one in back.chronology.problems} == {""}


@ENDINGS
def test_an_agency_writes_its_own_name(ending: str, tmp_path: Path) -> None:
    rows = [{"Date": "14/03/2021", "What happened": "Visited the family."}]
    path = fill(write(tmp_path / f"r{ending}", TWO, ""), TWO, rows, "Little Terns Nursery")
    assert [one.agency for one in read(path, TWO).chronology.events] == ["Little Terns Nursery"]


@ENDINGS
def test_nothing_to_report_is_an_answer(ending: str, tmp_path: Path) -> None:
    path = fill(write(tmp_path / f"r{ending}", TWO), TWO, [{"What happened": "Nil return"}])
    back = read(path, TWO)
    assert back.queries == ()
    assert back.chronology.events == ()
    assert "a nil return" in back.chronology.problems[0].message


@ENDINGS
def test_a_period_without_contact_is_known_as_one(ending: str, tmp_path: Path) -> None:
    rows = [
        {"Date": "20/12/2019", "What happened": "Robin seen at home.", "Robin: seen?": "Yes"},
        {
            "Date": "1 January 2020 to 30 June 2020",
            "Kind of contact": "No contact",
            "What happened": "No contact. The family had moved away.",
        },
        {"Date": "2 July 2020", "What happened": "Robin seen again.", "Robin: seen?": "Yes"},
    ]
    back = read(fill(write(tmp_path / f"r{ending}", ONE), ONE, rows), ONE)
    assert back.queries == ()
    said = back.find("No contact. The family had moved away.")
    assert (said.when.first, said.when.last) == (date(2020, 1, 1), date(2020, 6, 30))
    assert said.id in {one for gap in back.chronology.gaps for one in gap.no_contact}


@ENDINGS
def test_rows_beyond_those_prepared_are_read_too(ending: str, tmp_path: Path) -> None:
    rows = [
        {"Date": f"{n % 28 + 1:02}/0{n % 9 + 1}/2021", "What happened": f"Entry {n} of many."}
        for n in range(ROWS + 30 if ending == ".xlsx" else 40)
    ]
    path = fill(write(tmp_path / f"r{ending}", ONE), ONE, rows)
    assert len(read(path, ONE).chronology.events) == len(rows)


def test_columns_in_another_order_are_read_as_before(tmp_path: Path) -> None:
    rows = make_rows(TWO)
    path = fill(write(tmp_path / "r.xlsx", TWO), TWO, rows)
    reorder_columns(path)
    back = read(path, TWO)
    for row in rows:
        expect(row, back.find(row["What happened"]))
    assert back.queries == ()


@NEEDS_LIBREOFFICE
@ENDINGS
@pytest.mark.parametrize("case", [ONE, TWO], ids=["one", "two"])
def test_saved_by_libreoffice_it_comes_back_the_same(
    ending: str, case: Case, tmp_path: Path
) -> None:
    rows = make_rows(case)
    path = fill(write(tmp_path / f"r{ending}", case), case, rows)
    back = read(save_by_libreoffice(path, tmp_path), case)
    assert len(back.chronology.events) == len(rows)
    for row in rows:
        expect(row, back.find(row["What happened"]))
    assert back.queries == ()


@NEEDS_LIBREOFFICE
@ENDINGS
def test_filled_in_behind_libreoffice_it_comes_back_the_same(ending: str, tmp_path: Path) -> None:
    rows = make_rows(TWO)[:10]
    path = save_by_libreoffice(write(tmp_path / f"r{ending}", TWO), tmp_path)
    assert read(path, TWO).chronology.events == ()
    if ending == ".xlsx":
        fill_workbook(path, rows)
        assert len(read(path, TWO).chronology.events) == len(rows)


@CASES
@pytest.mark.parametrize("agency", [AGENCY, ""])
def test_excel_has_nothing_to_repair(case: Case, agency: str, tmp_path: Path) -> None:
    assert find_repairs(write(tmp_path / "r.xlsx", case, agency)) == []


def test_no_cell_holds_a_formula_and_no_check_refuses_anything(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "r.xlsx", TWO))
    for sheet in book.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        for one in sheet.data_validations.dataValidation:
            refuses = one.type not in (None, "none") and one.showErrorMessage
            assert not refuses or one.errorStyle in ("warning", "information")


def test_it_says_what_it_is(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "r.xlsx", TWO))
    assert book.sheetnames == ["Guidance", "About this return", "Chronology", "Abbreviations"]
    assert book.properties.category == "OFFICIAL-SENSITIVE"
    for sheet in book.worksheets:
        assert sheet.oddHeader is not None
        assert "OFFICIAL-SENSITIVE" in str(sheet.oddHeader.left.text)
        assert len(sheet.tables) == 1
    sheet = book["Chronology"]
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$3:$3"
    document = docx.Document(str(write(tmp_path / "r.docx", TWO)))
    assert document.sections[0].header.paragraphs[0].text.startswith("OFFICIAL-SENSITIVE")
    assert document.core_properties.language == "en-GB"


@ENDINGS
def test_the_same_input_gives_the_same_file(ending: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    assert write(first, THREE).read_bytes() == write(second, THREE).read_bytes()


DATES = [
    *((one, True) for one in read_template().column[0].examples),
    *(
        (one, True)
        for one in ("14.3.2021", "Unknown", "c. 1998", "not known", "week of 3 May 2021")
    ),
    *((one, False) for one in ("14 March", "14/3", "last spring", "Tuesday", "?")),
]


@NEEDS_LIBREOFFICE
def test_a_date_is_asked_back_where_it_has_no_year(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "r.xlsx", TWO))
    checks = book["Chronology"].data_validations.dataValidation
    (check,) = (one for one in checks if one.type == "custom")
    tried = openpyxl.Workbook()
    first = tried.worksheets[0]
    for number, (written, _) in enumerate(DATES, start=1):
        first.cell(number, 1).value = written
        first.cell(number, 2).value = f"={check.formula1.replace('A4', f'A{number}')}"
    tried.save(tmp_path / "tried.xlsx")
    saved = save_by_libreoffice(tmp_path / "tried.xlsx", tmp_path)
    sheet = openpyxl.load_workbook(saved, data_only=True).worksheets[0]
    told = [(row[0], bool(row[1])) for row in sheet.iter_rows(values_only=True)]
    assert told == DATES


def test_a_name_of_characters_that_excel_counts_twice_is_cut_by_its_count(tmp_path: Path) -> None:
    case = replace(TWO, children=(Child(26 * "0" + 2 * "\N{GOTHIC LETTER AHSA}"),))
    assert find_repairs(write(tmp_path / "return.xlsx", case)) == []


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1)
NAMES = st.lists(WORDS.filter(str.strip), min_size=1, max_size=4, unique_by=str.casefold)


@given(names=NAMES, title=WORDS, agency=WORDS, data=st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_a_case_holds_a_return_can_be_written(
    tmp_path: Path, names: list[str], title: str, agency: str, data: st.DataObject
) -> None:
    case = replace(TWO, title=title, children=tuple(map(Child, names)), marking=title)
    ending = data.draw(st.sampled_from([".xlsx", ".docx"]))
    path = write(tmp_path / f"any{ending}", case, agency)
    assert is_sound(path)
    if ending == ".xlsx":
        assert find_repairs(path) == []
    else:
        docx.Document(str(path))

"""How the returns stand, from files as they come."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from chronolator import journey
from chronolator.arranging import arrange
from chronolator.model import Agency, Case, ProblemKind, Return, Whence
from chronolator.returns import list_awaited, list_returns, list_strangers
from chronolator.rules import load_rules

RULES = load_rules()
HEAD = "Date,Event\n"
ROW = "12/03/2019,Seen at home.\n"
Look = Callable[[dict[str, str], Case], tuple[tuple[Return, ...], dict[str, str], list[str]]]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """The returns, the agencies that are awaited with the reason, the files to be confirmed."""

    def run(
        files: dict[str, str], case: Case
    ) -> tuple[tuple[Return, ...], dict[str, str], list[str]]:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        reading = journey.read([tmp_path], case, rules=RULES)
        chronology = journey.conclude(reading, case, rules=RULES, merged_on=date(2026, 1, 2))
        came = list_returns(reading, chronology)
        awaited = {one.agency: one.why for one in list_awaited(chronology)}
        return came, awaited, [one.file for one in list_strangers(came, case)]

    return run


POLICE = Agency("Eastvale Police", files=("police*",))


@pytest.mark.parametrize(
    ("text", "case", "agencies", "whence"),
    [
        (HEAD + ROW, Case(agencies=(POLICE,)), ("Eastvale Police",), (Whence.CASE,)),
        (HEAD + ROW, Case(), ("Police",), (Whence.FILE_NAME,)),
        ("Agency: Tollgate School,\n" + HEAD + ROW, Case(), ("Tollgate School",), (Whence.TITLES,)),
        (
            "Date,Event,Agency\n12/03/2019,Seen.,Homes\n13/03/2019,Rang.,Homes\n14/03/2019,Met.,GP\n",
            Case(),
            ("Homes", "GP"),
            (Whence.COLUMN,),
        ),
        (HEAD, Case(agencies=(POLICE,)), ("Eastvale Police",), (Whence.CASE,)),
        (HEAD, Case(), (), ()),
    ],
)
def test_whose_return_it_is_and_what_told_so(
    look: Look, text: str, case: Case, agencies: tuple[str, ...], whence: tuple[Whence, ...]
) -> None:
    (one,), _, _ = look({"police.csv": text}, case)
    assert (one.agencies, one.whence) == (agencies, whence)


def test_what_a_return_holds(look: Look) -> None:
    rows = ROW + ROW + "\n,Mother rang.\n" + "05/2020,A month alone.\n" + "31/06/2019,Rang again.\n"
    (one,), _, _ = look({"police.csv": HEAD + rows}, Case(agencies=(POLICE,)))
    assert (one.sheets, one.sheets_read, one.rows) == (1, 1, 6)
    assert (one.entries, one.dated) == (4, 2)  # one row stands there twice
    assert (one.first, one.last) == (date(2019, 3, 12), date(2020, 5, 31))
    assert one.problems == 2


def test_a_glossary_is_read_and_a_sheet_without_a_table_is_not(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, rows in {
        "Log": [["Date", "Event"], ["12/03/2019", "Seen at home."]],
        "Abbreviations": [["Abbreviation", "Meaning"], ["ZQR", "Zone review"]],
        "Plan": [["Some words"], ["and more of them, about nothing in a table of events at all"]],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "police.xlsx")
    reading = journey.read([tmp_path], Case(), rules=RULES)
    chronology, _ = arrange(reading, Case(), rules=RULES)
    unread = [one for one in chronology.problems if one.kind is ProblemKind.SHEET_NOT_READ]
    (came,) = list_returns(reading, chronology)
    assert (came.sheets, came.sheets_read) == (3, 3 - len(unread))
    assert came.sheets_read >= 2


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"police 2.csv": HEAD + ROW}, None),
        ({"police.csv": HEAD}, None),  # it is here, and asked for its entries
        ({"police.csv": "no table at all\n"}, "police.csv could not be read"),
        ({"other.csv": HEAD + ROW}, 'no file is named "police*"'),
        ({"other.csv": "Agency: Eastvale Police,\n" + HEAD + ROW}, None),
        ({"police.pdf": "%PDF-1.7", "other.csv": HEAD + ROW}, "police.pdf could not be read"),
    ],
)
def test_who_is_awaited_and_why(look: Look, files: dict[str, str], why: str | None) -> None:
    _, awaited, _ = look(files, Case(agencies=(POLICE,)))
    assert awaited == ({POLICE.name: why} if why else {})


LETTER = "Eastvale Police,\n\n{}\n"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("We have searched our systems and hold no record of the family.", None),
        ("Nil return.", None),
        ("She had no contact with her father that year.", "letter.csv could not be read"),
        (
            "We hold no record. " + "A long story is told here. " * 60,
            "letter.csv could not be read",
        ),
    ],
)
@pytest.mark.parametrize("files", [("letter*",), ()])
def test_a_letter_of_an_agency_with_nothing_to_tell_is_an_answer(
    look: Look, said: str, why: str | None, files: tuple[str, ...]
) -> None:
    case = Case(agencies=(Agency("Eastvale Police", files=files),))
    (came,), awaited, _ = look({"letter.csv": LETTER.format(said)}, case)
    if why is None:
        assert (came.agencies, came.entries, awaited) == (("Eastvale Police",), 0, {})
    else:
        assert set(awaited) == {"Eastvale Police"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Eastvale Police records.pdf", "Eastvale Police records.pdf may be its return, and could"),
        ("Op X police.pdf", "Op X police.pdf may be its return, and could not be read"),
        ("Homes.pdf", "no return names it"),
    ],
)
def test_a_file_that_could_not_be_read_may_be_what_is_awaited(
    look: Look, name: str, why: str
) -> None:
    case = Case(agencies=(Agency("Eastvale Police", "Police"),))
    _, awaited, _ = look({name: "%PDF-1.7"}, case)
    assert awaited["Eastvale Police"].startswith(why)
    if "may be" in why:
        case = Case(agencies=(Agency("Eastvale Police", "Police", files=("constab*",)),))
        assert look({name: "%PDF-1.7"}, case)[1]["Eastvale Police"].startswith(why)


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Childrens_Social_Care final.csv", "Children's Social Care"),
        ("Chronology, CHILDREN\u2019S SOCIAL CARE (2).csv", "Children's Social Care"),
        ("Social Care.csv", "Social Care"),
    ],
)
def test_a_file_named_by_an_agency_of_the_case_is_taken_for_its_return(
    look: Look, name: str, agency: str
) -> None:
    case = Case(agencies=(Agency("Children's Social Care"), Agency("Eastvale Police")))
    (came,), _, strangers = look({name: HEAD + ROW}, case)
    assert came.agencies == (agency,)
    assert strangers == [name]


def test_an_agency_without_patterns_is_awaited_until_a_return_names_it(look: Look) -> None:
    case = Case(agencies=(Agency("Tollgate School", "School"),))
    assert look({"a.csv": HEAD + ROW}, case)[1] == {"Tollgate School": "no return names it"}
    assert look({"a.csv": "Agency: School,\n" + HEAD + ROW}, case)[1] == {}


@pytest.mark.parametrize(
    ("name", "text", "case", "stranger"),
    [
        ("police.csv", HEAD + ROW, Case(agencies=(POLICE,)), False),
        ("stray.csv", HEAD + ROW, Case(agencies=(POLICE,)), True),
        ("stray.csv", HEAD + ROW, Case(), True),
        ("titled.csv", "Agency: Tollgate School,\n" + HEAD + ROW, Case(), False),
        ("titled.csv", "Agency: Tollgate School,\n" + HEAD + ROW, Case(agencies=(POLICE,)), True),
        ("titled.csv", "Agency: Eastvale Police,\n" + HEAD + ROW, Case(agencies=(POLICE,)), False),
    ],
)
def test_a_person_confirms_what_nothing_but_the_name_tells(
    look: Look, name: str, text: str, case: Case, *, stranger: bool
) -> None:
    assert look({name: text}, case)[2] == ([name] if stranger else [])

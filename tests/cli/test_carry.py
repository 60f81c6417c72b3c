"""What an author wrote in the workbook, from merge to merge."""

import json
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from chronolator.columns import NOTES_SHEET

pytestmark = pytest.mark.usefixtures("untraced")

TEXT = "What the agency recorded"
ABOUT = "About this row"
CHECK = "Carried note: check"


def list_sheet(path: Path, sheet: str) -> list[tuple[str, ...]]:
    book = openpyxl.load_workbook(path)
    if sheet not in book.sheetnames:
        return []
    return [tuple(str(cell) for cell in row) for row in book[sheet].values]


def test_notes_and_corrections_survive_every_merge(
    chron: Any, workbook: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Review notes", "No reply at the door", "Ask the police")
    edit(workbook, "Your column 1", "No reply at the door", "+44 is no formula")
    edit(workbook, "Robin: seen", "No reply at the door", "Unclear")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert look(workbook, "Review notes", "No reply at the door") == "Ask the police"
        assert look(workbook, "Your column 1", "No reply at the door") == "+44 is no formula"
        assert look(workbook, "Robin: seen", "No reply at the door") == "Unclear"
        assert "You corrected Robin: seen" in look(workbook, ABOUT, "No reply at the door")
        assert look(workbook, "Review notes", "Joint visit") is None
        assert list_sheet(workbook, NOTES_SHEET) == []


def test_the_json_tells_notes_and_corrections(
    chron: Any, workbook: Path, edit: Any, tmp_path: Path
) -> None:
    edit(workbook, "Practice", "No reply at the door", "mine")
    edit(workbook, "Robin: alone", "No reply at the door", "Unclear")
    assert chron("merge", "-o", "out.json", "--notes-from", workbook.name).status == 0
    events = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["events"]
    (event,) = [one for one in events if "No reply" in one["text"]]
    assert event["notes"] == {"Practice": "mine"}
    assert [(one["field"], one["author_said"]) for one in event["corrections"]] == [
        ("alone Robin Ashdown", "Unclear")
    ]
    assert event["seen"][0]["alone"]["answer"] == "unclear"


def test_a_row_of_the_authors_stays_hers_in_date_order(
    chron: Any, workbook: Path, add_row: Any, look: Any, tmp_path: Path
) -> None:
    cells = {"Date": "20/05/2019", TEXT: "Interview with aunt", "Robin: seen": "Yes"}
    add_row(workbook, **cells, Practice="hers")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert look(workbook, "Ref", "Interview with aunt") is None
        assert look(workbook, "Practice", "Interview with aunt") == "hers"
        assert look(workbook, "Robin: seen", "Interview with aunt") == "Yes"
        rows = list_sheet(workbook, "Integrated chronology")
        found = [number for number, row in enumerate(rows) if "Interview with aunt" in row]
        assert len(found) == 1
        assert "No reply" in " ".join(rows[found[0] - 1])
        assert "in school" in " ".join(rows[found[0] + 1])
    assert chron("merge", "-o", "out.json", "--notes-from", workbook.name).status == 0
    events = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["events"]
    assert [one["text"] for one in events if one["own"]] == ["Interview with aunt"]


def test_a_row_of_hers_with_the_words_of_an_agencys_leaves_that_one_alone(
    chron: Any, workbook: Path, add_row: Any, look: Any, tmp_path: Path
) -> None:
    before = look(workbook, "Robin: seen", "Joint visit")
    cells = {
        "Date": "12/03/2019",
        "Time": "14:45",
        "Agency": "Police",
        TEXT: look(workbook, TEXT, "Joint visit"),
        "Robin: seen": "No",
        "Practice": "hers",
    }
    add_row(workbook, **cells)
    assert chron("merge", "-o", "out.json", "--quiet", "--notes-from", workbook.name).status == 0
    events = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["events"]
    assert len({event["id"] for event in events}) == len(events) == 5
    told = {event["own"]: event for event in events if "Joint visit" in event["text"]}
    assert told[False]["seen"][0]["answer"] == before.lower()
    assert (told[False]["notes"], told[False]["corrections"]) == ({}, [])
    assert told[True]["seen"][0]["answer"] == "no"
    assert told[True]["notes"] == {"Practice": "hers"}


def test_a_row_that_she_deleted_comes_back_marked(
    chron: Any, workbook: Path, look: Any, agency: Path
) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book["Integrated chronology"]
    sheet.delete_rows(2)
    book.save(workbook)
    assert look(workbook, TEXT, "Joint visit") is None
    assert chron("merge", "--quiet").status == 0
    assert "Deleted in the earlier workbook" in look(workbook, ABOUT, "Joint visit")
    assert agency.exists()


def test_a_missing_return_stops_the_merge(chron: Any, workbook: Path, agency: Path) -> None:
    (agency / "School.csv").unlink()
    before = workbook.read_bytes()
    ran = chron("merge")
    assert (ran.status, ran.out) == (1, "")
    assert "School.csv (School)" in ran.err
    assert "--without" in ran.err
    assert workbook.read_bytes() == before
    assert chron("merge", "--without", "police").status == 1
    assert chron("merge", "--without", "school").status == 0
    assert "School.csv" not in " ".join(map(str, list_sheet(workbook, "Sources and accounting")))
    assert chron("merge").status == 0


def test_without_takes_the_agencys_name_short_name_or_file(
    chron: Any, agency: Path, case_file: Path, tmp_path: Path
) -> None:
    with case_file.open("a", encoding="utf-8") as file:
        file.write('[[agency]]\nname = "Hill Primary"\nshort = "School"\nfiles = ["Sch*"]\n')
    workbook = tmp_path / "integrated-chronology.xlsx"
    assert chron("merge", "--quiet").status == 0
    made = workbook.read_bytes()
    (agency / "School.csv").unlink()
    for name in ("Hill Primary", "School", "School.csv", "SCHOOL"):
        workbook.write_bytes(made)
        assert chron("merge", "--quiet", "--without", name).status == 0, name


@pytest.mark.parametrize(
    ("data", "cause", "remedy"),
    [
        (b"%PDF-1.7", "School.csv: a PDF", "Word or Excel file that it was made from"),
        (b"words\nno table\n", "School.csv: no table of events", "It was looked for by"),
    ],
)
def test_a_return_that_cannot_be_read_any_more_stops_the_merge_with_the_cause(
    chron: Any, workbook: Path, agency: Path, data: bytes, cause: str, remedy: str
) -> None:
    (agency / "School.csv").write_bytes(data)
    before = workbook.read_bytes()
    ran = chron("merge")
    assert ran.status == 1
    told = " ".join(ran.err.split())
    assert cause in told
    assert remedy in told
    assert workbook.read_bytes() == before
    assert chron("merge", "--quiet", "--without", "School").status == 3


def test_a_file_that_was_never_read_stops_nothing(
    chron: Any, agency: Path, case_file: Path
) -> None:
    assert case_file.exists()
    (agency / "Cover letter.csv").write_text("words\nno table\n", encoding="utf-8")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 3
    (agency / "Cover letter.csv").unlink()
    assert chron("merge", "--quiet").status == 0


def test_a_renamed_file_of_the_same_content_is_no_missing_return(
    chron: Any, workbook: Path, agency: Path
) -> None:
    assert workbook.exists()
    (agency / "School.csv").rename(agency / "School final.csv")
    assert chron("merge", "--quiet").status == 0


def test_a_corrected_return_under_another_name_is_named_with_what_to_do(
    chron: Any, workbook: Path, agency: Path, case_file: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    (agency / "School.csv").rename(agency / "hill v2 FINAL.csv")
    change_text = (agency / "hill v2 FINAL.csv").read_text(encoding="utf-8")
    (agency / "hill v2 FINAL.csv").write_text(
        change_text.replace("in school today", "in school all day"), encoding="utf-8"
    )
    ran = chron("merge")
    told = " ".join(ran.err.split())
    assert ran.status == 1
    assert "took the place of one that is missing" in told
    assert "New among the returns: hill v2 FINAL.csv." in told
    assert 'merge again with --without "School"; but first put its name into case.toml' in told
    with case_file.open("a", encoding="utf-8") as file:
        file.write('[[agency]]\nname = "School"\nfiles = ["hill v2*"]\n')
    told = " ".join(chron("merge").err.split())
    assert 'merge again with --without "School".' in told
    assert "all of the new one is read, and your notes follow" in told
    assert chron("merge", "--quiet", "--without", "School").status == 0
    assert look(workbook, "Review notes", "in school all day") == "Who saw her?"


def test_what_finds_no_row_is_kept_to_place(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    edit(workbook, "Robin: alone", "in school today", "Yes")
    (agency / "School.csv").write_text(
        "Date,Event\n20/09/2019,Parents evening. Mother came alone.\n", encoding="utf-8"
    )
    for _ in range(3):
        ran = chron("merge")
        assert ran.status == 0
        assert "note" in ran.out
        rows = list_sheet(workbook, NOTES_SHEET)[1:]
        assert sorted(row[:2] for row in rows) == [
            ("Who saw her?", "Review notes"),
            ("Yes", "Robin: alone"),
        ]
        assert all("Robin in school today." in row for row in rows)


def test_a_note_and_an_answer_follow_the_same_words_to_another_date(
    chron: Any, workbook: Path, agency: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    edit(workbook, "Robin: alone", "in school today", "Yes")
    text = (agency / "School.csv").read_text(encoding="utf-8")
    (agency / "School.csv").write_text(text.replace("14/06", "13/06"), encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Review notes", "in school today") == "Who saw her?"
    assert look(workbook, "Robin: alone", "in school today") == "Yes"
    check = look(workbook, CHECK, "in school today")
    assert check == (
        "The same words; the date was 14/06/2019. It was: 14 Jun 2019, School, Robin in school "
        "today."
    )
    problems = " ".join(map(str, list_sheet(workbook, "Problems")))
    assert "hat you wrote in row" in problems
    assert "the date was 14/06/2019" in problems


def test_a_changed_cell_that_is_not_hers_is_named_and_stands_in_the_backup(
    chron: Any, workbook: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Date as written", "in school today", "yesterday")
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Date as written", "in school today") == "14/06/2019"
    problems = " ".join(map(str, list_sheet(workbook, "Problems")))
    assert "column Date as written" in problems
    backup = workbook.with_name("integrated-chronology.backup-1.xlsx")
    assert look(backup, "Date as written", "in school today") == "yesterday"


@pytest.mark.parametrize(("options", "kept"), [((), 3), (("--backups", "1"), 1)])
def test_earlier_workbooks_are_kept(
    chron: Any, workbook: Path, edit: Any, look: Any, options: tuple[str, ...], kept: int
) -> None:
    for number in range(4):
        edit(workbook, "Practice", "Joint visit", f"note {number}")
        assert chron("merge", "--quiet", *options).status == 0
    backups = [workbook.with_name(f"integrated-chronology.backup-{n}.xlsx") for n in (1, 2, 3, 4)]
    assert [path.exists() for path in backups] == [n <= kept for n in (1, 2, 3, 4)]
    for number, path in zip((3, 2, 1), backups[:kept], strict=False):
        assert look(path, "Practice", "Joint visit") == f"note {number}"


def test_notes_from_another_workbook(
    chron: Any, workbook: Path, edit: Any, look: Any, tmp_path: Path
) -> None:
    hers = tmp_path / "from the author.xlsx"
    hers.write_bytes(workbook.read_bytes())
    edit(hers, "Practice", "Joint visit", "hers")
    assert chron("merge", "--quiet", "--notes-from", hers.name).status == 0
    assert look(workbook, "Practice", "Joint visit") == "hers"
    assert not list_problems(workbook, "not carried")


def test_what_stands_in_the_replaced_workbook_alone_is_told(
    chron: Any, workbook: Path, edit: Any, look: Any, tmp_path: Path
) -> None:
    hers = tmp_path / "from the author.xlsx"
    hers.write_bytes(workbook.read_bytes())
    edit(workbook, "Practice", "Joint visit", "written meanwhile")
    ran = chron("merge", "--quiet", "--notes-from", hers.name)
    assert ran.status == 0
    assert "Two workbooks are not joined" in " ".join(ran.err.split())
    assert look(workbook, "Practice", "Joint visit") is None
    (told,) = list_problems(workbook, "not carried")
    assert "(notes and answers: 1)" in told
    backup = workbook.with_name("integrated-chronology.backup-1.xlsx")
    assert look(backup, "Practice", "Joint visit") == "written meanwhile"


def test_a_damaged_workbook_stops_the_merge_and_notes_from_helps(
    chron: Any, workbook: Path, tmp_path: Path, look: Any
) -> None:
    good = tmp_path / "copy.xlsx"
    good.write_bytes(workbook.read_bytes())
    book = openpyxl.load_workbook(workbook)
    del book["Integrated chronology"]
    book.save(workbook)
    ran = chron("merge")
    assert ran.status == 1
    assert "the chronology's sheet is gone" in " ".join(ran.err.split())
    assert chron("merge", "--quiet", "--notes-from", good.name).status == 0
    assert look(workbook, TEXT, "Joint visit") is not None


def list_problems(path: Path, words: str) -> list[str]:
    return [row[2] for row in list_sheet(path, "Problems") if words in row[2]]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("in school today", "in school all of today"), "the agency's words were changed"),
        (("Robin in school today.", "Robin in school today. Collected by an aunt."), "words"),
    ],
)
def test_a_note_follows_changed_words_with_a_word_and_names_none_of_them(
    chron: Any, workbook: Path, agency: Path, edit: Any, look: Any, words: Any, reason: str
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    text = (agency / "School.csv").read_text(encoding="utf-8")
    (agency / "School.csv").write_text(text.replace(*words), encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Review notes", "in school") == "Who saw her?"
    assert reason in look(workbook, CHECK, "in school").lower()
    (told,) = list_problems(workbook, "hat you wrote in row")
    (row,) = list_beside(workbook, "Who saw her?")
    assert f"stands beside the same row in other words now, {row[0]} (School, 14 Jun 2019)" in told
    assert "aunt" not in told


def test_a_note_follows_a_row_under_its_agencys_new_name(
    chron: Any, workbook: Path, edit: Any, look: Any, case_file: Path
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    with case_file.open("a", encoding="utf-8") as file:
        file.write('[[agency]]\nname = "Hill Primary"\nfiles = ["School*"]\n')
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Review notes", "in school today") == "Who saw her?"
    assert "under the agency's new name" in look(workbook, CHECK, "in school today")
    assert list_sheet(workbook, NOTES_SHEET) == []


def change(agency: Path, was: str, now: str) -> None:
    text = (agency / "School.csv").read_text(encoding="utf-8")
    assert was in text
    (agency / "School.csv").write_text(text.replace(was, now), encoding="utf-8")


def list_beside(path: Path, words: str) -> list[tuple[str, ...]]:
    """The rows of the chronology that hold the words."""
    return [row for row in list_sheet(path, "Integrated chronology") if words in str(row)]


def list_headings(path: Path) -> tuple[str, ...]:
    return list_sheet(path, "Integrated chronology")[0]


def test_a_check_stays_until_its_cell_is_emptied(
    chron: Any, workbook: Path, agency: Path, edit: Any, look: Any
) -> None:
    assert CHECK not in list_headings(workbook)
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    change(agency, "14/06", "13/06")
    for _ in range(3):
        assert chron("merge", "--quiet").status == 0
        assert "It was: 14 Jun 2019" in look(workbook, CHECK, "in school today")
        (row,) = list_beside(workbook, "Who saw her?")
        (told,) = list_problems(workbook, f"{row[0]} (School, 13 Jun 2019)")
        assert "another row now" in told or "still to be checked" in told
    edit(workbook, CHECK, "in school today", None)
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert CHECK not in list_headings(workbook)
        assert look(workbook, "Review notes", "in school today") == "Who saw her?"
        assert not list_problems(workbook, "School, 13 Jun 2019")


def test_what_she_writes_into_a_check_is_hers(
    chron: Any, workbook: Path, agency: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    change(agency, "14/06", "13/06")
    assert chron("merge", "--quiet").status == 0
    edit(workbook, CHECK, "in school today", "ask the school which day")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert look(workbook, CHECK, "in school today") == "ask the school which day"
    assert not list_problems(workbook, CHECK)


def give_up(agency: Path) -> None:
    """The school takes a row out, and has another one on a day near it."""
    (agency / "School.csv").write_text(
        "Date,Event\n20/06/2019,Parents evening. Mother came alone.\n", encoding="utf-8"
    )


def write_on(path: Path, name: str, heading: str, text: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[name]
    sheet.cell(2, [cell.value for cell in sheet[1]].index(heading) + 1).value = text
    book.save(path)


def read_on(path: Path, name: str, heading: str) -> list[str]:
    rows = list_sheet(path, name)
    return [row[rows[0].index(heading)] for row in rows[1:]]


def test_a_note_is_placed_by_the_ref_of_a_candidate_and_stays_there(
    chron: Any, workbook: Path, agency: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    give_up(agency)
    assert chron("merge", "--quiet").status == 0
    (offered,) = read_on(workbook, NOTES_SHEET, "Candidates")
    ref = look(workbook, "Ref", "Parents evening")
    assert offered == f"{ref}: 20 Jun 2019, School, Parents evening. Mother came alone."
    write_on(workbook, NOTES_SHEET, "Place at Ref", ref.lower())
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert look(workbook, "Review notes", "Parents evening") == "Who saw her?"
        assert list_sheet(workbook, NOTES_SHEET) == []
        assert CHECK not in list_headings(workbook)


def test_a_ref_that_is_none_is_told_and_the_note_waits(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    give_up(agency)
    assert chron("merge", "--quiet").status == 0
    write_on(workbook, NOTES_SHEET, "Place at Ref", "C-0000000000")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert read_on(workbook, NOTES_SHEET, "Note") == ["Who saw her?"]
        assert read_on(workbook, NOTES_SHEET, "Place at Ref") == ["C-0000000000"]
        assert list_problems(workbook, "is the Ref of none")


def test_an_answer_is_placed_too(
    chron: Any, workbook: Path, agency: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Robin: alone", "in school today", "Yes")
    give_up(agency)
    assert chron("merge", "--quiet").status == 0
    ref = look(workbook, "Ref", "Parents evening")
    write_on(workbook, NOTES_SHEET, "Place at Ref", ref)
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Robin: alone", "Parents evening") == "Yes"
    assert list_sheet(workbook, NOTES_SHEET) == []


def test_a_waiting_note_goes_to_its_row_when_that_is_back_in_other_words(
    chron: Any, workbook: Path, agency: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Review notes", "in school today", "Who saw her?")
    before = (agency / "School.csv").read_text(encoding="utf-8")
    give_up(agency)
    assert chron("merge", "--quiet").status == 0
    (agency / "School.csv").write_text(
        before.replace("in school today", "was in school today"), encoding="utf-8"
    )
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Review notes", "was in school") == "Who saw her?"
    assert "the agency's words were changed" in look(workbook, CHECK, "was in school").lower()
    assert list_sheet(workbook, NOTES_SHEET) == []


@pytest.mark.parametrize("write", [str.lower, " {} ".format, lambda ref: f"\u00a0{ref.lower()}"])
def test_a_ref_in_small_letters_or_with_blanks_is_the_ref(
    chron: Any, workbook: Path, edit: Any, look: Any, write: Callable[[str], str]
) -> None:
    ref = look(workbook, "Ref", "Joint visit")
    edit(workbook, "Review notes", "Joint visit", "hers")
    edit(workbook, "Ref", "Joint visit", write(ref))
    assert chron("merge", "--quiet").status == 0
    assert len(list_beside(workbook, "Joint visit")) == 1
    assert look(workbook, "Ref", "Joint visit") == ref
    assert look(workbook, "Review notes", "Joint visit") == "hers"
    assert "Deleted" not in str(look(workbook, ABOUT, "Joint visit"))


@pytest.mark.parametrize("corrected", [{}, {"Time": "15:30", "Robin: seen": "Unclear"}])
def test_a_row_whose_ref_was_cleared_is_known_again_and_told(
    chron: Any, workbook: Path, edit: Any, look: Any, corrected: dict[str, str]
) -> None:
    refs = {words: look(workbook, "Ref", words) for words in ("Joint visit", "in school today")}
    edit(workbook, "Review notes", "Joint visit", "hers")
    for heading, value in corrected.items():
        edit(workbook, heading, "Joint visit", value)
    for words in refs:
        edit(workbook, "Ref", words, None)
    assert chron("merge", "--quiet").status == 0
    for words, ref in refs.items():
        assert len(list_beside(workbook, words)) == 1
        assert look(workbook, "Ref", words) == ref
        assert "Deleted" not in str(look(workbook, ABOUT, words))
    assert look(workbook, "Review notes", "Joint visit") == "hers"
    for heading, value in corrected.items():
        assert str(look(workbook, heading, "Joint visit")).startswith(value)
    (told,) = list_problems(workbook, "Ref was cleared")
    assert all(ref in told for ref in refs.values())
    assert chron("merge", "--quiet").status == 0
    assert not list_problems(workbook, "Ref was cleared")


def test_a_row_whose_ref_was_cleared_after_its_words_were_corrected_is_known_again(
    chron: Any, workbook: Path, edit: Any, look: Any
) -> None:
    ref = look(workbook, "Ref", "Joint visit")
    edit(workbook, TEXT, "Joint visit", "A visit of both.")
    assert chron("merge", "--quiet").status == 0
    edit(workbook, "Ref", "A visit of both", None)
    assert chron("merge", "--quiet").status == 0
    assert look(workbook, "Ref", "A visit of both") == ref


def test_a_copied_row_without_its_ref_is_hers_and_two_alike_are_not_taken_for_one(
    chron: Any, workbook: Path, add_row: Any, edit: Any
) -> None:
    book = openpyxl.load_workbook(workbook)
    headings, *rows = book["Integrated chronology"].values
    (visit,) = (row for row in rows if "Joint visit" in str(row))
    copy = {str(one): cell for one, cell in zip(headings, visit, strict=True) if cell is not None}
    add_row(workbook, **copy | {"Ref": None})
    assert chron("merge", "--quiet").status == 0
    assert not list_problems(workbook, "Ref was cleared")
    assert len(list_beside(workbook, "Joint visit")) == 2
    add_row(workbook, **copy | {"Ref": None})
    edit(workbook, "Ref", str(copy["Ref"]), None)
    assert chron("merge", "--quiet").status == 0
    assert not list_problems(workbook, "Ref was cleared")


def test_answers_about_a_child_renamed_in_the_case_file_go_by_their_heading(
    chron: Any, workbook: Path, edit: Any, add_row: Any, look: Any, case_file: Path
) -> None:
    edit(workbook, "Robin: seen", "No reply at the door", "Unclear")
    add_row(workbook, **{"Date": "20/05/2019", TEXT: "Interview", "Robin: seen": "Yes"})
    case = case_file.read_text(encoding="utf-8")
    case_file.write_text(case.replace("Robin Ashdown", "Robin Ashdown-Hill"), encoding="utf-8")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert look(workbook, "Robin: seen", "No reply at the door") == "Unclear"
        assert look(workbook, "Robin: seen", "Interview") == "Yes"
        assert "You corrected Robin: seen" in look(workbook, ABOUT, "No reply at the door")
        assert list_sheet(workbook, NOTES_SHEET) == []


def test_colours_that_were_carried_to_another_row_are_told_once(
    chron: Any, workbook: Path, agency: Path
) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book["Integrated chronology"]
    for row in sheet.iter_rows(min_row=2):
        if any("in school today" in str(cell.value) for cell in row):
            for cell in row[1:4]:
                cell.fill = PatternFill("solid", fgColor="92D050")
    book.save(workbook)
    change(agency, "in school today", "in school all of today")
    assert chron("merge", "--quiet").status == 0
    (told,) = list_problems(workbook, "was carried to another row")
    assert "the colours and letters: the agency's words were changed" in told
    assert chron("merge", "--quiet").status == 0
    assert not list_problems(workbook, "was carried to another row")


def test_numbers_days_and_times_in_her_columns_stay_what_they_are(
    chron: Any, workbook: Path, edit: Any
) -> None:
    values = {
        "Joint visit": 0.25,
        "No reply": datetime(2019, 5, 6),
        "in school today": time(9, 5),
        "school trip": -1234567.5,
    }
    edit(workbook, "Your column 2", "No reply", timedelta(hours=30, minutes=15))
    for words, value in values.items():
        edit(workbook, "Your column 1", words, value)
        edit(workbook, "Order", words, value)
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        told = {row[7]: row for row in list_values(workbook)}
        for words, value in values.items():
            row = next(row for text, row in told.items() if words in str(text))
            assert value in row
            assert ("30:15" in row) == (words == "No reply")


def list_values(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path)["Integrated chronology"].values)

"""What an author wrote comes back with the rows that come back, and stays marked until she says."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from chronolator.columns import NOTES_SHEET

ABOUT = "About this row"
MOVED = "The same words; the date was 14/06/2019."


def merge(chron: Any, *words: str) -> None:
    assert chron("merge", "--quiet", *words).status == 0


def test_notes_and_answers_go_back_to_a_row_that_is_there_again(
    chron: Any, workbook: Path, edit: Any, look: Any, agency: Path, tmp_path: Path
) -> None:
    edit(workbook, "Practice", "in school today", "Why only here?")
    edit(workbook, "Robin: seen", "in school today", "Unclear")
    (agency / "School.csv").rename(tmp_path / "School.csv")
    merge(chron, "--without", "School")
    assert NOTES_SHEET in openpyxl.load_workbook(workbook).sheetnames
    (tmp_path / "School.csv").rename(agency / "School.csv")
    merge(chron)
    assert look(workbook, "Practice", "in school today") == "Why only here?"
    assert look(workbook, "Robin: seen", "in school today") == "Unclear"
    assert NOTES_SHEET not in openpyxl.load_workbook(workbook).sheetnames


def test_a_note_that_was_carried_to_another_date_stays_marked(
    chron: Any, workbook: Path, edit: Any, look: Any, agency: Path
) -> None:
    edit(workbook, "Practice", "in school today", "Why only here?")
    school = agency / "School.csv"
    school.write_text(school.read_text().replace("14/06/2019", "13/06/2019"), encoding="utf-8")
    for _ in range(3):
        merge(chron)
        assert look(workbook, "Practice", "in school today") == "Why only here?"
        assert MOVED in look(workbook, "Carried note: check", "in school today")


def test_a_note_beside_words_that_a_later_version_changed_is_to_be_checked(
    chron: Any, agency: Path, case_file: Path, tmp_path: Path, edit: Any, look: Any
) -> None:
    assert case_file.exists()
    rows = [f"{day:02}/03/2019,Robin seen on visit {day} at home.\n" for day in range(1, 9)]
    (agency / "Homes DRAFT.csv").write_text(f"Date,Event\n{''.join(rows)}", encoding="utf-8")
    merge(chron)
    workbook = tmp_path / "integrated-chronology.xlsx"
    for words in ("visit 3", "visit 4"):
        edit(workbook, "Practice", words, "Seen.")
    edit(workbook, "Robin: seen", "visit 5", "Unclear")
    edit(workbook, "Robin: seen", "visit 6", "perhaps")
    for visit in (3, 5):
        old, new = f"visit {visit} at home.", f"visit {visit} at home by the officer."
        rows[visit - 1] = rows[visit - 1].replace(old, new)
    (agency / "Homes FINAL.csv").write_text(f"Date,Event\n{''.join(rows)}", encoding="utf-8")
    told = " ".join(chron("merge").out.split())
    assert "Carried from the earlier workbook: 2 rows with notes, 1 correction," in told
    assert told.count("a later version of the return changed this row, and you have written") == 2
    assert "Robin: seen (which takes Yes, No, Unclear or Not recorded)" in told
    for _ in range(2):
        changed = "A later version of the return changed this row"
        assert changed in look(workbook, "Carried note: check", "visit 3")
        assert not look(workbook, "Carried note: check", "visit 4")
        assert look(workbook, "Practice", "visit 3") == "Seen."
        merge(chron)


def test_a_row_that_she_deleted_stays_marked(chron: Any, workbook: Path, look: Any) -> None:
    book = openpyxl.load_workbook(workbook, rich_text=True)
    sheet = book["Integrated chronology"]
    row = next(
        n
        for n in range(2, 9)
        if "in school today" in str(sheet.cell(n, 8).value)
        or any("in school today" in str(cell.value) for cell in sheet[n])
    )
    sheet.delete_rows(row)
    book.save(workbook)
    for _ in range(3):
        merge(chron)
        assert "Deleted in the earlier workbook" in look(workbook, ABOUT, "in school today")


def test_a_review_column_that_she_renamed_keeps_her_heading(
    chron: Any, workbook: Path, edit: Any, look: Any
) -> None:
    edit(workbook, "Practice", "in school today", "Good")
    book = openpyxl.load_workbook(workbook, rich_text=True)
    heading = next(cell for cell in book["Integrated chronology"][1] if cell.value == "Practice")
    heading.value = "Good or poor practice"
    book.save(workbook)
    ran = chron("merge", "--verbose")
    assert 'column "Good or poor practice" is for notes' in " ".join(ran.out.split())
    assert look(workbook, "Good or poor practice", "in school today") == "Good"


def test_an_answer_in_other_words_is_unclear_to_the_gaps(
    chron: Any, workbook: Path, edit: Any
) -> None:
    edit(workbook, "Robin: seen", "in school today", "not by a professional")
    ran = chron("gaps")
    assert "uncertain" in ran.out


def test_her_own_row_answers_only_what_she_answered(
    chron: Any, workbook: Path, add_row: Any, look: Any
) -> None:
    cells = {"Date": "20/05/2019", "What the agency recorded": "Interview with aunt"}
    add_row(workbook, **cells)
    for _ in range(3):
        merge(chron)
        assert look(workbook, "Robin: why", "Interview with aunt") is None


def test_what_is_said_of_a_sibling_is_not_of_the_child_chosen(
    chron: Any, agency: Path, case_file: Path
) -> None:
    more = '\n[[child]]\nname = "Wren Ashdown"\n'
    case_file.write_text(case_file.read_text() + more, encoding="utf-8")
    (agency / "HV.csv").write_text(
        "Date,Event\n02/05/2019,Home visit. Wren seen with mother.\n", encoding="utf-8"
    )
    whole = chron("gaps", "agency").out
    chosen = chron("gaps", "agency", "--child", "Robin Ashdown").out
    assert "2 May 2019" in whole.partition("Wren Ashdown")[2]
    timeline = f"{' ' * 10}Robin Ashdown, by any agency"
    list_chosen, list_whole = (one.partition(timeline)[0].rstrip() for one in (chosen, whole))
    assert "sibling seen only (1)" in list_chosen
    assert list_whole.startswith(list_chosen)


def write_calls(agency: Path, *rows: str) -> None:
    told = "".join(f"18/05/2019,Housing,{row}\n" for row in rows)
    (agency / "Homes.csv").write_text(f"Date,Agency,Event,Author\n{told}", encoding="utf-8")


def test_a_cell_that_she_emptied_goes_with_its_row_where_the_other_of_its_words_is_reworded(
    chron: Any, agency: Path, case_file: Path, tmp_path: Path, edit: Any, look: Any
) -> None:
    """The two rows are told apart by the worker alone, whom she had taken out."""
    assert case_file.exists()
    write_calls(agency, "Caretaker let her in.,", "Caretaker let her in.,R Castle")
    merge(chron)
    workbook = tmp_path / "integrated-chronology.xlsx"
    edit(workbook, "Author", "R Castle", None)
    write_calls(agency, "Caretaker let her in all day.,", "Caretaker let her in.,R Castle")
    merge(chron)
    assert "You corrected Author" in (look(workbook, ABOUT, "Caretaker let her in.") or "")
    assert "Author: R Castle" in look(workbook, "Agency's own words", "Caretaker let her in.")


@pytest.mark.parametrize("deleted", ["Agency", "Author", "Date"])
def test_a_row_is_followed_though_she_deleted_a_column(
    chron: Any,
    agency: Path,
    case_file: Path,
    tmp_path: Path,
    edit: Any,
    look: Any,
    deleted: str,
) -> None:
    assert case_file.exists()
    write_calls(agency, "Caretaker let her in.,J Lamb", "Rent in arrears again.,R Castle")
    merge(chron)
    workbook = tmp_path / "integrated-chronology.xlsx"
    edit(workbook, "Practice", "Caretaker", "Why?")
    book = openpyxl.load_workbook(workbook)
    sheet = book["Integrated chronology"]
    sheet.delete_cols([cell.value for cell in sheet[1]].index(deleted) + 1)
    sheet.tables.clear()
    book.save(workbook)
    write_calls(agency, "Caretaker let her in all day.,J Lamb", "Rent in arrears again.,R Castle")
    merge(chron)
    assert look(workbook, "Practice", "Caretaker") == "Why?"
    assert "words were changed" in look(workbook, "Carried note: check", "Caretaker")

"""The author's corrections of an agency's row, from merge to merge."""

import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

pytestmark = pytest.mark.usefixtures("untraced")

SHEET = "Integrated chronology"
TEXT = "What the agency recorded"
ABOUT = "About this row"
WORDS = "Agency's own words"


def list_rows(path: Path, sheet: str = SHEET) -> list[dict[str, Any]]:
    head, *rows = openpyxl.load_workbook(path)[sheet].values
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def find(path: Path, words: str) -> dict[str, Any]:
    return next(row for row in list_rows(path) if words in str(row[TEXT]))


def tell_problems(path: Path) -> str:
    """What the sheet Problems says; "" where there is none, since there is nothing to say."""
    if "Problems" not in openpyxl.load_workbook(path).sheetnames:
        return ""
    return "\n".join(str(row["What"]) for row in list_rows(path, "Problems"))


def replace_in(agency: Path, name: str, before: str, after: str) -> None:
    text = (agency / name).read_text(encoding="utf-8")
    assert before in text
    (agency / name).write_text(text.replace(before, after), encoding="utf-8")


def test_her_values_win_and_are_carried_from_merge_to_merge(
    chron: Any, workbook: Path, edit: Any
) -> None:
    ref = find(workbook, "No reply")["Ref"]
    edit(workbook, "Date", "No reply", datetime(2019, 4, 3))
    edit(workbook, "Time", "No reply", time(14, 30))
    edit(workbook, "Agency", "No reply", "school")
    edit(workbook, "Robin: seen", "No reply", "Unclear")
    edit(workbook, TEXT, "No reply", "Robin was seen at the window. No reply at the door.")
    told = set()
    for _ in range(3):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "No reply")
        assert row["Ref"] == ref
        assert (row["Date"], row["Time"]) == (datetime(2019, 4, 3), time(14, 30))
        assert (row["Agency"], row["Robin: seen"]) == ("School", "Unclear")
        assert row["Date as written"] == "01/04/2019"
        assert row[WORDS].splitlines() == [
            "Date: 01/04/2019",
            "Time: (empty)",
            "Agency: Police",
            f"{TEXT}: Robin not seen. No reply at the door.",
        ]
        assert f"You corrected Date, Time, Agency, {TEXT}: see {WORDS}" in row[ABOUT]
        assert "You corrected Robin: seen" in row[ABOUT]
        assert "not carried" not in tell_problems(workbook)
        assert "Joint visit" not in str(row)
        told.add(str(list_rows(workbook)))
    assert len(told) == 1


def test_without_a_correction_there_is_no_column_for_the_agencys_words(workbook: Path) -> None:
    assert WORDS not in list_rows(workbook)[0]


def test_a_date_is_read_however_she_types_it(chron: Any, workbook: Path, edit: Any) -> None:
    rows = {
        "Joint visit": ("about 5 May 2019", datetime(2019, 5, 5), None, "minute", "approximate"),
        "No reply": ("May 2019", datetime(2019, 5, 1), datetime(2019, 5, 31), "month", "exact"),
        "in school": ("before 5 May", None, datetime(2019, 5, 5), "day", "before"),
        "Mother rang": (43590, datetime(2019, 5, 5), None, "day", "exact"),
    }
    for words, (typed, *_) in rows.items():
        edit(workbook, "Date", words, typed)
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        for words, (_, *told) in rows.items():
            row = find(workbook, words)
            shown = [row[name] for name in ("Date", "To", "Date known to the", "Date is")]
            assert shown == told, words
        assert find(workbook, "Joint visit")[WORDS] == "Date: 12/03/2019 14:45"
        assert "cannot be read" not in tell_problems(workbook)


def test_a_date_that_shows_the_agencys_day_stays_hers(
    chron: Any, workbook: Path, edit: Any
) -> None:
    """Excel shows the same day for "about 1 April" as for the agency's own."""
    edit(workbook, "Date", "No reply", "about 1 April 2019")
    for _ in range(3):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "No reply")
        assert row["Date"] == datetime(2019, 4, 1)
        assert row["Date is"] == "approximate"
        assert row[WORDS] == "Date: 01/04/2019"
    edit(workbook, "Date", "No reply", "1 April 2019")
    assert chron("merge", "--quiet").status == 0
    assert find(workbook, "No reply")["Date is"] == "exact"


def test_that_the_day_is_not_known_is_a_correction(chron: Any, workbook: Path, edit: Any) -> None:
    edit(workbook, "Date", "Joint visit", "unknown")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "Joint visit")
        assert (row["Date"], row["Date is"], row["Time"]) == ("unknown", "undated", None)
        assert "not carried" not in tell_problems(workbook)


def test_what_cannot_be_read_is_kept_and_told_and_the_agencys_counts(
    chron: Any, workbook: Path, edit: Any
) -> None:
    edit(workbook, "Date", "Joint visit", "the day of the fair")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "Joint visit")
        assert row["Date"] == "the day of the fair"
        assert row["No."] == 1
        assert "cannot be read" in row[ABOUT]
        assert "column Date: what you wrote there cannot be read" in tell_problems(workbook)
    edit(workbook, "Date", "Joint visit", "13/3/19")
    assert chron("merge", "--quiet").status == 0
    assert find(workbook, "Joint visit")["Date"] == datetime(2019, 3, 13)
    assert "cannot be read" not in tell_problems(workbook)


def test_a_cell_set_back_is_no_correction_any_more(chron: Any, workbook: Path, edit: Any) -> None:
    edit(workbook, "Date", "Joint visit", "May 2019")
    edit(workbook, TEXT, "No reply", "other words: No reply")
    assert chron("merge", "--quiet").status == 0
    edit(workbook, "Date", "Joint visit", datetime(2019, 3, 12))
    edit(workbook, TEXT, "No reply", "Robin not seen.  No reply at the door.")
    assert chron("merge", "--quiet").status == 0
    assert WORDS not in list_rows(workbook)[0]
    row = find(workbook, "Joint visit")
    assert (row["Date"], row["Date known to the"]) == (datetime(2019, 3, 12), "minute")
    assert "You corrected" not in str(row[ABOUT])


def test_an_emptied_cell_is_a_correction_but_not_of_day_agency_and_words(
    chron: Any, workbook: Path, edit: Any
) -> None:
    for heading in ("Date", "Time", "Agency"):
        edit(workbook, heading, "Joint visit", None)
    edit(workbook, TEXT, "No reply", None)
    assert chron("merge", "--quiet").status == 0
    row = find(workbook, "Joint visit")
    assert (row["Date"], row["Time"], row["Agency"]) == (datetime(2019, 3, 12), None, "Police")
    assert row[WORDS] == "Time: 14:45"
    assert find(workbook, "No reply")[TEXT] == "Robin not seen. No reply at the door."
    told = tell_problems(workbook)
    assert "Date (which was emptied)" in told
    assert "Agency (which was emptied)" in told
    assert f"{TEXT} (which was emptied)" in told
    assert "column Time" not in told


def test_a_cell_emptied_in_its_column_alone_stays_empty(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    text = "Date,Event,Action\n02/03/2019,Rent visit.,Letter to follow\n"
    (agency / "Housing.csv").write_text(text, encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    edit(workbook, "Action", "Rent visit", None)
    for _ in range(3):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "Rent visit")
        assert (row["Action"], row[WORDS]) == (None, "Action: Letter to follow")


def test_gaps_are_counted_with_the_corrected_date(chron: Any, workbook: Path, edit: Any) -> None:
    before = chron("gaps").out
    edit(workbook, "Date", "Joint visit", "about 3 February 2019")
    edited = chron("gaps").out
    assert edited != before
    assert chron("merge", "--quiet").status == 0
    assert chron("gaps").out == edited
    assert chron("merge", "-o", "out.json", "--notes-from", workbook.name).status == 0
    told = json.loads((workbook.parent / "out.json").read_text(encoding="utf-8"))
    assert "2019-02-03" in {gap["last_seen"] for gap in told["gaps"]}
    (event,) = [one for one in told["events"] if "Joint visit" in one["text"]]
    assert (event["start"], event["qualifier"]) == ("2019-02-03", "approximate")
    assert event["date_written"] == "12/03/2019 14:45"
    assert event["corrections"] == [
        {
            "field": "date",
            "agency_said": "2019-03-12",
            "author_said": "about 3 February 2019",
            "changed": False,
            "counts": True,
        }
    ]


def test_the_answers_follow_her_words(chron: Any, workbook: Path, edit: Any) -> None:
    edit(workbook, TEXT, "No reply", "Robin seen in the garden. No reply at the door.")
    assert chron("merge", "--quiet").status == 0
    assert find(workbook, "No reply")["Robin: seen"] == "Yes"


def test_a_cell_that_the_agency_changes_later_is_for_her_to_decide(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Time", "Joint visit", time(15, 30))
    assert chron("merge", "--quiet").status == 0
    replace_in(agency, "Police.csv", "14:45", "15:00")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "Joint visit")
        assert row["Time"] == time(15, 30)
        assert row[WORDS] == "Time, changed by the agency since you corrected it: 15:00"
        assert "The agency has changed Time since you corrected it" in row[ABOUT]
        assert "the agency has changed what you corrected" in tell_problems(workbook)
    edit(workbook, WORDS, "Joint visit", None)  # hers stands
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "Joint visit")
        assert (row["Time"], row[WORDS]) == (time(15, 30), "Time: 15:00")
        assert "the agency has changed" not in tell_problems(workbook).casefold()
        assert "not carried" not in tell_problems(workbook)
    replace_in(agency, "Police.csv", "15:00", "15:10")
    assert chron("merge", "--quiet").status == 0
    edit(workbook, "Time", "Joint visit", time(15, 10))  # the agency is right
    assert chron("merge", "--quiet").status == 0
    assert WORDS not in list_rows(workbook)[0]
    assert find(workbook, "Joint visit")["Time"] == time(15, 10)


def test_what_the_agency_corrects_as_she_did_is_no_correction_any_more(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Time", "Joint visit", time(15, 0))
    replace_in(agency, "Police.csv", "14:45", "15:00")
    assert chron("merge", "--quiet").status == 0
    assert WORDS not in list_rows(workbook)[0]
    assert find(workbook, "Joint visit")["Time"] == time(15, 0)


def test_corrections_follow_a_row_that_the_agency_changes_elsewhere(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Date", "No reply", "3 April 2019")
    edit(workbook, "Agency", "No reply", "Housing")
    assert chron("merge", "--quiet").status == 0
    replace_in(agency, "Police.csv", "No reply at the door", "No reply at the front door")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "No reply at the front door")
        assert (row["Date"], row["Agency"]) == (datetime(2019, 4, 3), "Housing")
        assert row[WORDS] == "Date: 01/04/2019\nAgency: Police"
        assert "has changed" not in row[ABOUT]


def test_corrections_follow_a_row_that_the_agency_changes_before_the_next_merge(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Date", "No reply", "20 April 2019")
    edit(workbook, "Time", "No reply", "14:00")
    edit(workbook, "Agency", "No reply", "Housing")
    edit(workbook, "Review notes", "No reply", "Who called?")
    replace_in(agency, "Police.csv", "No reply at the door", "No reply at the front door")
    assert chron("merge", "--quiet").status == 0
    row = find(workbook, "No reply at the front door")
    assert (row["Date"], row["Agency"]) == (datetime(2019, 4, 20), "Housing")
    assert (row["Time"], row["Review notes"]) == (time(14, 0), "Who called?")
    assert row[WORDS] == "Date: 01/04/2019\nTime: (empty)\nAgency: Police"
    told = {row["What changed"]: row for row in list_rows(workbook, "Changes")}
    assert told["in other words"]["Before"] == "1 Apr 2019: Robin not seen. No reply at the door."
    assert not {"agency under another name", "row went"} & told.keys()


def test_the_agencys_words_are_known_again_where_it_corrects_the_day_of_words_that_she_corrected(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, TEXT, "No reply", "Nobody was met.")
    replace_in(agency, "Police.csv", "01/04/2019,,", "04/04/2019,,")
    assert chron("merge", "--quiet").status == 0
    row = find(workbook, "Nobody was met.")
    assert (row["Date"], row[WORDS]) == (
        datetime(2019, 4, 4),
        f"{TEXT}: Robin not seen. No reply at the door.",
    )
    told = {row["What changed"]: row for row in list_rows(workbook, "Changes")}
    assert told["another date"]["Before"] == "1 Apr 2019: Robin not seen. No reply at the door."


def test_her_words_are_not_told_as_the_agencys_where_both_changed(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, TEXT, "No reply", "Robin was not seen. No reply at his door.")
    replace_in(agency, "Police.csv", "No reply at the door", "No reply at the front door")
    assert chron("merge", "--quiet").status == 0
    told = {row["What changed"]: row for row in list_rows(workbook, "Changes")}
    assert told["in other words"]["Before"] == (
        "1 Apr 2019: Robin was not seen. No reply at his door. (as you had corrected it)"
    )


def test_a_cell_that_the_agency_corrected_alone_is_told_once(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    text = (agency / "Police.csv").read_text(encoding="utf-8")
    first, *rest = text.splitlines()
    lines = [f"{first},Outcome", *(f"{line},NFA" for line in rest)]
    (agency / "Police.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    edit(workbook, "Outcome", "Joint visit", "No further action")
    replace_in(agency, "Police.csv", lines[1], lines[1].replace(",NFA", ",Open"))
    replace_in(agency, "Police.csv", lines[2], lines[2].replace(",NFA", ",Section 47"))
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        told = [row for row in list_rows(workbook, "Changes") if row["Before"]]
        assert [(row["What changed"], row["Before"], row["Since then"]) for row in told][:2] == [
            (
                "in other columns",
                "Outcome: No further action (as you had corrected it)",
                "Outcome: Open",
            ),
            ("in other columns", "Outcome: NFA", "Outcome: Section 47"),
        ]
        assert len(told) == 2 + len(rest)


def test_a_correction_goes_to_the_row_that_repeats_its_own(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Time", "Joint visit", time(15, 0))
    text = (agency / "Police.csv").read_text(encoding="utf-8")
    (agency / "Police.csv").write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        rows = [row for row in list_rows(workbook) if "Joint visit" in str(row[TEXT])]
        assert [row["Time"] for row in rows] == [time(15, 0)]


def test_a_correction_whose_row_is_gone_waits_and_comes_back(
    chron: Any, workbook: Path, agency: Path, edit: Any
) -> None:
    edit(workbook, "Date", "Joint visit", "about 3 March 2019")
    edit(workbook, "Time", "Joint visit", None)
    whole = (agency / "Police.csv").read_text(encoding="utf-8")
    replace_in(agency, "Police.csv", whole.splitlines()[1] + "\n", "")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        waiting = {row["Column"]: row["Note"] for row in list_rows(workbook, "Notes to place")}
        assert waiting == {"Date": "about 3 March 2019", "Time": "(emptied)"}
    (agency / "Police.csv").write_text(whole, encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    row = find(workbook, "Joint visit")
    assert (row["Date"], row["Time"]) == (datetime(2019, 3, 3), None)
    assert row["Date is"] == "approximate"


def test_corrections_survive_sorting_and_a_column_that_is_deleted(
    chron: Any, workbook: Path, edit: Any
) -> None:
    edit(workbook, "Date", "No reply", "about 3 April 2019")
    edit(workbook, TEXT, "No reply", "No reply: her own words")
    assert chron("merge", "--quiet").status == 0
    book = openpyxl.load_workbook(workbook, rich_text=True)
    sheet = book[SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, values in enumerate(reversed(rows), start=2):
        for place, value in enumerate(values, start=1):
            sheet.cell(number, place).value = value
    headings = [cell.value for cell in sheet[1]]
    sheet.delete_cols(headings.index("Time") + 1)
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    row = find(workbook, "her own words")
    assert (row["Date"], row["Date is"]) == (datetime(2019, 4, 3), "approximate")
    assert find(workbook, "Joint visit")["Time"] == time(14, 45)


def test_a_row_of_her_own_keeps_its_date_as_finely_as_it_is_known(
    chron: Any, workbook: Path, add_row: Any
) -> None:
    rows = {
        "Aunt": ("about 5 May 2019", datetime(2019, 5, 5), "approximate", "day"),
        "Uncle": ("May 2019", datetime(2019, 5, 1), "exact", "month"),
        "Teacher": ("5/5/19", datetime(2019, 5, 5), "exact", "day"),
        "Bundle": ("the day of the fair", "the day of the fair", "undated", "unknown"),
    }
    for words, (typed, *_) in rows.items():
        add_row(workbook, Date=typed, **{TEXT: words})
    for _ in range(3):
        assert chron("merge", "--quiet").status == 0
        for words, (_, *told) in rows.items():
            row = find(workbook, words)
            assert [row[name] for name in ("Date", "Date is", "Date known to the")] == told, words
            assert row["Ref"] is None


def test_a_row_of_her_own_keeps_both_its_times(chron: Any, workbook: Path, add_row: Any) -> None:
    add_row(workbook, Date="5/5/19", Time="14:00-15:30", **{TEXT: "Interview with aunt"})
    for _ in range(3):
        assert chron("merge", "--quiet").status == 0
        row = find(workbook, "Interview with aunt")
        assert (row["Time"], row["Until"]) == (time(14, 0), time(15, 30))
    book = openpyxl.load_workbook(workbook)
    sheet = book[SHEET]
    place = [cell.value for cell in sheet[1]].index("Until") + 1
    number = next(n for n, row in enumerate(sheet.values, 1) if "Interview with aunt" in row)
    sheet.cell(number, place).value = time(16, 0)
    book.save(workbook)
    assert chron("merge", "--quiet").status == 0
    assert find(workbook, "Interview with aunt")["Until"] == time(16, 0)


def test_explain_says_that_an_answer_is_hers_and_what_the_agency_says(
    chron: Any, workbook: Path, edit: Any
) -> None:
    row = find(workbook, "No reply")
    place = (f"agency/{row['File']}", str(row["Row"]))
    before = " ".join(chron("explain", *place).out.split())
    assert "You corrected" not in before
    edit(workbook, "Robin: seen", "No reply", "Unclear")
    edit(workbook, "Date", "No reply", datetime(2019, 4, 3))
    for _ in range(2):
        told = " ".join(chron("explain", *place).out.split())
        assert "You corrected this row in integrated-chronology.xlsx." in told
        assert 'Date: the agency says "2019-04-01", you wrote "2019-04-03".' in told
        hers = (
            "Seen: unclear in the chronology, the answer is yours. By the agency's own words it is:"
        )
        assert f"{hers} Seen: no, not seen" in told
        assert chron("merge", "--quiet").status == 0


def test_explain_says_what_her_words_answer(chron: Any, workbook: Path, edit: Any) -> None:
    row = find(workbook, "No reply")
    edit(workbook, TEXT, "No reply", "Robin was seen at the window. No reply at the door.")
    told = " ".join(chron("explain", f"agency/{row['File']}", str(row["Row"])).out.split())
    assert "Seen: yes in the chronology, by the words that you wrote. By the" in told
    assert "own words it is: Seen: no, not seen" in told
    assert "Alone: " not in told


def test_a_day_that_she_gave_is_no_problem_and_no_question_any_more(
    chron: Any, workbook: Path, edit: Any
) -> None:
    asked = "Please give the date"
    assert "The row has no date" in tell_problems(workbook)
    assert asked in str(list_rows(workbook, "Questions"))
    edit(workbook, "Date", "school trip", "3 July 2018")
    for _ in range(2):
        assert chron("merge", "--quiet").status == 0
        assert find(workbook, "school trip")["Date"] == datetime(2018, 7, 3)
        said = str(
            [
                list_rows(workbook, sheet)
                for sheet in openpyxl.load_workbook(workbook).sheetnames
                if sheet in {"Problems", "Questions"}
            ]
        )
        for doubt in ("The row has no date", asked, "out of the order", "review period"):
            assert doubt not in said


def test_a_time_that_she_gave_settles_no_day(chron: Any, workbook: Path, edit: Any) -> None:
    edit(workbook, "Time", "school trip", time(14, 30))
    assert chron("merge", "--quiet").status == 0
    assert "The row has no date" in tell_problems(workbook)


def test_two_rows_are_explained_by_the_time_and_the_day_that_she_wrote(
    chron: Any, workbook: Path, edit: Any
) -> None:
    """As the next merge weighs them, not as the agencies have them."""
    visit, school = find(workbook, "Joint visit"), find(workbook, "in school today")
    places = [f"agency/{row['File']}" for row in (visit, school)]
    words = (places[0], str(visit["Row"]), places[1], str(school["Row"]))
    before = " ".join(chron("explain", *words).out.split())
    assert "too many days apart" in before
    edit(workbook, "Date", "in school today", datetime(2019, 3, 12))
    edit(workbook, "Time", "Joint visit", time(9, 15))
    told = " ".join(chron("explain", *words).out.split())
    assert "too many days apart" not in told
    assert "12 Mar 2019 09:15" in told
    assert "As you corrected it in integrated-chronology.xlsx:" in told
    assert 'Time: the agency says "14:45", you wrote "09:15".' in told
    assert 'Date: the agency says "2019-06-14", you wrote "2019-03-12".' in told


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%a %d %b %Y", "%Y-%m-%d"])
def test_days_that_became_text_are_no_corrections(
    chron: Any, agency: Path, tmp_path: Path, form: str
) -> None:
    """As by Text to Columns, or by pasting what the cells show."""
    replace_in(agency, "Police.csv", "01/04/2019", "April 2019")
    replace_in(agency, "School.csv", "14/06/2019", "about 14/06/2019")
    assert chron("merge", "--quiet").status == 0
    path = tmp_path / "integrated-chronology.xlsx"
    before = list_rows(path)
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    column = [cell.value for cell in sheet[1]].index("Date") + 1
    for row in range(2, sheet.max_row + 1):
        day = sheet.cell(row, column).value
        if isinstance(day, datetime):
            sheet.cell(row, column).value = f"{day:{form}}"
    book.save(path)
    assert chron("merge", "--quiet").status == 0
    assert list_rows(path) == before

"""`chron explain`: a text, a row, two rows, and what is asked wrongly."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest


def squeeze(text: str) -> str:
    return " ".join(text.split())


def test_a_text_for_a_child(chron: Any) -> None:
    ran = chron("explain", "Home visit. K seen upstairs.", "--child", "K", "--agency", "CSC")
    assert (ran.status, ran.err) == (0, "")
    told = squeeze(ran.out)
    assert "CSC, an agency of the kind social care." in told
    assert '"K seen", by the rule “seen”: seen. Of K: named in these words.' in told
    assert '"Home visit" bears on it: in person, by the rule “here”' in told
    assert 'Seen: yes, in sight: "K seen", by the rule “seen”' in told
    assert max(map(len, ran.out.splitlines())) <= 80


def test_brackets_and_what_steers_a_terminal_are_plain_text(chron: Any) -> None:
    ran = chron("explain", "[bold]Child seen[/bold] at \x1b[31mhome [police].")
    assert "[bold]Child seen[/bold] at [31mhome [police]." in squeeze(ran.out)
    assert "\x1b" not in ran.out


def test_a_text_longer_than_any_name_of_a_file(chron: Any) -> None:
    ran = chron("explain", "Child seen at home. " * 400)
    assert (ran.status, ran.err) == (0, "")
    assert "Seen: yes, in sight" in squeeze(ran.out)


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_a_stream_that_cannot_carry_a_letter(chron_apart: Any, encoding: str) -> None:
    ran = chron_apart(
        "explain", "Zo\u00eb \u0141 seen \u2013 \u201cat home\u201d.", encoding=encoding
    )
    assert (ran.status, ran.err) == (0, "")
    assert "Seen:" in ran.out


def test_what_reaches_a_phrase_and_takes_it_back(chron: Any) -> None:
    told = squeeze(chron("explain", "Plan: child seen weekly.").out)
    assert '"Plan" bears on it: a plan, by the rule “plan”' in told
    assert "not recorded, planned; taken back." in told
    told = squeeze(chron("explain", "Nobody thought that the child attended.").out)
    assert '"Nobody" bears on it: a not, by the rule “not”; so it says: not brought' in told


def test_what_gives_way_and_what_does_not_count(chron: Any) -> None:
    told = squeeze(chron("explain", "Child not seen. Child happy at home.").out)
    assert "gives way: it only implies, and another states" in told
    told = squeeze(chron("explain", "Child seen but not seen alone.").out)
    assert 'it is a part of "not seen alone", which counts by the rule “not-seen-alone”' in told
    told = squeeze(chron("explain", 'The letter read "child seen at home".').out)
    assert "it stands between quotation marks" in told
    assert "No words are known in it that say something of a child." in told


def test_a_row_of_a_file(chron: Any, agency: Path, case_file: Path) -> None:
    assert agency.exists()
    assert case_file.exists()
    ran = chron("explain", "agency/Police.csv", "3")
    assert (ran.status, ran.err) == (0, "")
    told = squeeze(ran.out)
    assert "Police.csv, row 3: Police (C-" in told
    assert "Read as layout, headings in row 1:" in told
    assert "Event text (its text: see below)" in told
    assert 'Date: written "01/04/2019", read as 1 Apr 2019 (exact, known to the day).' in told
    assert "Seen: no, not seen: " in told
    assert max(map(len, ran.out.splitlines())) <= 80


def test_an_undated_row_and_a_row_that_is_no_event(chron: Any, agency: Path) -> None:
    assert agency.exists()
    told = squeeze(chron("explain", "agency/School.csv", "3").out)
    assert "Date: none is written, and none is read (undated)." in told
    assert "To look at: " in told
    assert "not an event (heading)" in chron("explain", "agency/School.csv", "1").out


def test_columns_that_ask_are_told(chron: Any, tmp_path: Path) -> None:
    text = "Date,Event,Child seen?\n12/03/2019,Child not seen.,Y\n13/03/2019,Child seen.,Y\n"
    (tmp_path / "Police.csv").write_text(text, encoding="utf-8")
    told = squeeze(chron("explain", "Police.csv", "2").out)
    assert 'The column that asks (seen) answers yes by "Y", a column says so.' in told
    assert "They disagree, so the answer is unclear." in told
    told = squeeze(chron("explain", "Police.csv", "3").out)
    assert "A column that asks goes before the text." in told


def test_a_child_who_was_not_born_and_a_row_taken_back(
    chron: Any, agency: Path, tmp_path: Path
) -> None:
    assert agency.exists()
    (tmp_path / "case.toml").write_text(
        '[[child]]\nname = "Robin Ashdown"\nborn = 2020-01-01\n', encoding="utf-8"
    )
    told = squeeze(chron("explain", "agency/Police.csv", "2").out)
    assert "Not recorded, whatever is asked: before birth." in told


def test_two_rows(chron: Any, agency: Path, tmp_path: Path) -> None:
    text = "Date,Time,Event\n12/03/2019,14:50,Joint visit with PC Hale.\n"
    (agency / "Social care.csv").write_text(text, encoding="utf-8")
    (tmp_path / "Police.csv").write_text(
        'Date,Time,Event\n12/03/2019,14:45,"Joint visit with SW [duty]."\n', encoding="utf-8"
    )
    ran = chron("explain", "Police.csv", "2", "agency/Social care.csv", "2")
    assert (ran.status, ran.err) == (0, "")
    told = squeeze(ran.out)
    assert "Joint visit with SW [duty]." in told
    assert "They are held to be accounts of one contact." in told
    assert "-3.7 two rows of two agencies are seldom accounts of one contact" in told
    assert "together" in told
    assert "Weighed among the rows of these files alone." in told
    ran = chron("explain", "Police.csv", "2", "agency/School.csv", "2", "--among", "agency")
    told = squeeze(ran.out)
    assert "They are not linked: they lie too many days apart (10 at most)." in told
    assert "never" in told
    assert "Weighed among" not in told


def _weigh(chron: Any, agency: Path, *among: str) -> Any:
    for name, tells in {"Police": "Joint visit with SW.", "CSC": "Joint visit with PC."}.items():
        (agency / f"{name}.csv").write_text(f"Date,Event\n12/03/2019,{tells}\n", encoding="utf-8")
    return chron("explain", "agency/Police.csv", "2", "agency/CSC.csv", "2", *among)


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.xlsx", b""), ("cut.xlsx", b"PK\x03\x04 cut off"), ("scan.pdf", b"%PDF-1.7\n")],
)
def test_a_return_beside_the_two_that_cannot_be_read_is_named_and_the_rest_is_weighed(
    chron: Any, agency: Path, name: str, data: bytes
) -> None:
    (agency / name).write_bytes(data)
    ran = _weigh(chron, agency, "--among", "agency")
    assert ran.status == 3
    assert name in ran.err
    assert "They are " in squeeze(ran.out)
    assert ran.err == chron("gaps", "agency").err


def test_of_the_two_rows_themselves_each_must_be_read(chron: Any, agency: Path) -> None:
    (agency / "empty.xlsx").write_bytes(b"")
    ran = chron("explain", "agency/Police.csv", "2", "agency/empty.xlsx", "2", "--among", "agency")
    assert (ran.status, ran.out) == (1, "")
    assert "empty.xlsx" in ran.err


def test_two_rows_that_are_one(chron: Any, tmp_path: Path) -> None:
    row = "12/03/2019,Child seen.\n"
    (tmp_path / "Police.csv").write_text(f"Date,Event\n{row}{row}", encoding="utf-8")
    told = squeeze(chron("explain", "Police.csv", "2", "Police.csv", "3").out)
    assert (
        "They are one row told twice (exact): Police.csv, row 3 repeats Police.csv, row 2" in told
    )
    told = squeeze(chron("explain", "Police.csv", "3").out)
    assert "Held to repeat Police.csv, row 2 (exact), and marked so." in told


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("agency/Police.csv",), "no row is named"),
        (("C-NB8MD0BH46",), "there is no workbook here in which this Ref could be looked up"),
        (("agency/Police.csv", "2", "agency/CSC.csv"), "Neither rows nor one text are given"),
        (("Police.csv", "2") * 3, "Neither rows nor one text are given"),
        (("agency/Police.csv", "two"), '"two": not the number of a row'),
        (("agency/Police.csv", "0"), '"0": not the number of a row'),
        (("nowhere.csv", "2"), "nowhere.csv: there is no such file"),
        (("agency/Police.csv", "99"), "row 99 is blank, or not there"),
        (("agency/Police.csv:Sheet", "2"), 'there is no sheet "Sheet"'),
        (("a", "b", "c"), "Neither rows nor one text are given"),
        (("text", "--child", "K", "--case", "nowhere.toml"), "nowhere.toml"),
        (("text", "--rules", "nowhere"), "nowhere: there is no such folder"),
    ],
)
def test_what_is_asked_wrongly(chron: Any, agency: Path, words: tuple[str, ...], says: str) -> None:
    assert agency.exists()
    ran = chron("explain", *words)
    assert ran.status == 1
    assert says in squeeze(ran.err)
    assert ran.out == ""


def test_a_ref_of_the_workbook_leads_to_its_row(chron: Any, workbook: Path) -> None:
    sheet = openpyxl.load_workbook(workbook)["Integrated chronology"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(row for row in rows if "Ref" in row)
    told = [
        dict(zip(map(str, head), map(str, row), strict=True))
        for row in rows[rows.index(head) + 1 :]
    ]
    two = [row for row in told if row["Ref"].startswith("C-")][:2]
    for row in two:
        by_ref = chron("explain", row["Ref"])
        place = (f"agency/{row['File']}", row["Row"])
        assert (by_ref.status, by_ref.out) == (0, chron("explain", *place).out)
    both = [one for row in two for one in (f"agency/{row['File']}", row["Row"])]
    pair = chron("explain", two[0]["Ref"], two[1]["Ref"].lower())
    assert (pair.status, pair.out) == (0, chron("explain", *both).out)


def test_a_ref_that_leads_to_no_row(chron: Any, workbook: Path) -> None:
    ran = chron("explain", "C-NB8MD0BH46")
    assert (ran.status, f"no row of {workbook.name} has this Ref" in squeeze(ran.err)) == (1, True)
    sheet = openpyxl.load_workbook(workbook)["Integrated chronology"]
    ref = next(str(cell.value) for row in sheet for cell in row if str(cell.value).startswith("C-"))
    for copy in list((workbook.parent / "agency").iterdir()):
        (workbook.parent / "other").mkdir(exist_ok=True)
        (workbook.parent / "other" / copy.name).write_bytes(copy.read_bytes())
    ran = chron("explain", ref)
    assert (ran.status, "several files of that name" in squeeze(ran.err)) == (1, True)


def test_a_ref_whose_row_has_moved_is_told_and_another_row_is_not_explained(
    chron: Any, agency: Path
) -> None:
    assert chron("merge", "agency").status == 0
    sheet = openpyxl.load_workbook(agency.parent / "integrated-chronology.xlsx")
    told = [[str(cell) for cell in row] for row in sheet["Integrated chronology"].values]
    ref = next(word for row in told if "Police.csv" in row for word in row if word[:2] == "C-")
    assert chron("explain", f" {ref} ").status == 0
    lines = (agency / "Police.csv").read_text(encoding="utf-8").splitlines()
    lines.insert(1, "01/03/2019,00:10,Another row.")
    (agency / "Police.csv").write_text("\n".join(lines), encoding="utf-8")
    ran = chron("explain", ref)
    assert (ran.status, ran.out) == (1, "")
    assert "another row stands (C-" in squeeze(ran.err)


def test_a_workbook_of_ours_is_no_return(chron: Any, workbook: Path) -> None:
    ran = chron("explain", workbook.name, "2")
    assert ran.status == 1
    assert "the columns File, Sheet and Row say which" in squeeze(ran.err)


def test_a_sheet_behind_a_colon(chron: Any, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("2018", "2019"):
        sheet = book.create_sheet(name)
        sheet.append(["Date", "Event"])
        sheet.append([f"12/03/{name}", "Child seen."])
    del book["Sheet"]
    book.save(tmp_path / "Police.xlsx")
    assert "12 Mar 2019" in chron("explain", "Police.xlsx:2019", "2").out
    ran = chron("explain", "Police.xlsx", "2")
    assert (ran.status, "stands in several sheets" in squeeze(ran.err)) == (1, True)


def test_a_phrase_of_the_boards_own(chron: Any, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "seen.toml").write_text(
        '[[phrase]]\nid = "slip"\nsays = ["seen"]\nwords = ["slip done for {whom}"]\n',
        encoding="utf-8",
    )
    words = ("explain", "Slip done for K.", "--child", "K")
    assert "rule “slip”" not in chron(*words).out
    told = squeeze(chron(*words, "--rules", "rules").out)
    assert 'Seen: yes, in sight: "Slip done for K", by the rule “slip”' in told


def test_one_row_named_twice(chron: Any, agency: Path) -> None:
    name = str(agency / "Police.csv")
    told = squeeze(chron("explain", name, "2", name, "2").out)
    assert "Both are one and the same row: it is named twice." in told

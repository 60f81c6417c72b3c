"""`chron gaps`: from the returns, and from the workbook with what its author corrected."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

JOINT = "12 Mar 2019"
SCHOOL = "14 Jun 2019"
ASKED = ("Robin: seen", "Robin: alone", "Robin: views")
ANSWERS = {
    "Joint visit": ("Yes", "No", "Not recorded"),
    "No reply": ("No", "Not recorded", "Not recorded"),
    "in school": ("Yes", "Yes", "Yes"),
}


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def with_answers(merged: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook in which its author answered, so that the answers are what the test says."""
    path = tmp_path_factory.mktemp("answers") / "answered.xlsx"
    path.write_bytes(merged)
    book = openpyxl.load_workbook(path, rich_text=True)
    sheet = book["Integrated chronology"]
    headings = [str(cell.value) for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        text = " ".join(str(cell.value) for cell in row)
        for words, answers in ANSWERS.items():
            for heading, answer in zip(ASKED, answers if words in text else (), strict=False):
                row[headings.index(heading)].value = answer
    book.save(path)
    return path.read_bytes()


@pytest.fixture
def answered(workbook: Path, with_answers: bytes) -> Path:
    workbook.write_bytes(with_answers)
    return workbook


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("option", [("--decisions", "decisions.toml"), ("--reader", "layout")])
def test_what_is_for_returns_is_refused_beside_a_workbook(
    chron: Any, option: tuple[str, str]
) -> None:
    ran = chron("gaps", *option)
    assert ran.status == 2
    assert "Merge with them" in squeeze(ran.err)


@pytest.mark.usefixtures("agency", "case_file")
def test_from_returns_and_from_the_workbook_the_same(chron: Any) -> None:
    from_returns = chron("gaps", "agency")
    assert (from_returns.status, from_returns.err) == (0, "")
    assert chron("merge", "--quiet").status == 0
    assert chron("gaps").out == from_returns.out
    assert chron("gaps", "integrated-chronology.xlsx").out == from_returns.out


@pytest.mark.usefixtures("answered")
def test_each_stretch_with_its_days_entries_and_chances(chron: Any) -> None:
    ran = chron("gaps")
    assert (ran.status, ran.err) == (0, "")
    rows = [squeeze(line) for line in ran.out.splitlines()]
    assert "Last seen Next seen Days Entries Chances" in rows
    assert f"(from 1 Jan 2019) {JOINT} 70 0 0" in rows
    assert f"{JOINT} {SCHOOL} 94 1 1" in rows
    assert f"{SCHOOL} (to 31 Dec 2019) 200 0 0" in rows
    assert f"{JOINT} to {SCHOOL}, 94 days" in rows
    assert "Entries meanwhile: Police 1" in rows
    assert "Chances: not seen (1)" in rows or "Chances: no access (1)" in rows
    assert any("1 Apr 2019 Police C-" in row for row in rows)
    told = squeeze(ran.out)
    assert "not recorded in the returns as seen" in told
    assert "Not recorded in the returns does not mean that it did not happen" in told
    assert "was not seen" not in told


def test_a_sighting_in_a_month_gives_the_shortest_and_the_longest_stretch(
    chron: Any, tmp_path: Path
) -> None:
    rows = "01/01/2020,Visit,Yes\nMarch 2020,Visit,Yes\n"
    (tmp_path / "csc.csv").write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    told = " ".join(chron("gaps", "csc.csv").out.split())
    assert "1 Jan 2020 31 Mar 2020 90 0 0 between 60 and 90 days" in told


def test_what_the_author_corrects_counts_and_unclear_closes_nothing(
    chron: Any, answered: Path, edit: Any
) -> None:
    edit(answered, "Robin: seen", "Joint visit", "No")
    assert f"(from 1 Jan 2019) {SCHOOL} 164 2 2" in map(squeeze, chron("gaps").out.splitlines())
    edit(answered, "Robin: seen", "Joint visit", "Unclear")
    told = squeeze(chron("gaps", columns=160).out)
    assert f"(from 1 Jan 2019) {SCHOOL} 164 2 1 uncertain: 94 to 164 days" in told


def test_a_row_of_the_authors_counts(chron: Any, answered: Path, add_row: Any) -> None:
    cells = {"Date": "20/09/2019", "What the agency recorded": "Own", "Robin: seen": "Yes"}
    add_row(answered, **cells)
    assert f"{SCHOOL} 20 Sep 2019 98 0 0" in map(squeeze, chron("gaps").out.splitlines())


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        (("--of", "alone"), f"(from 1 Jan 2019) {SCHOOL} 164", f"{JOINT} {SCHOOL}"),
        (("--of", "views"), f"(from 1 Jan 2019) {SCHOOL} 164", f"{JOINT} {SCHOOL}"),
        (("--by", "police"), f"{JOINT} (to 31 Dec 2019) 294", SCHOOL),
        (("--by", "School"), f"(from 1 Jan 2019) {SCHOOL} 164", f"{JOINT} {SCHOOL}"),
        (("--longer-than", "94"), f"{SCHOOL} (to 31 Dec 2019) 200", f"{JOINT} {SCHOOL}"),
        (("--longer-than", "93"), f"{JOINT} {SCHOOL} 94", "of more than 28 days"),
        (("--longer-than", "400"), "None.", "Last seen"),
        (("--child", "robin"), "Robin Ashdown Last seen Next seen Days", "Wren"),
        (("--from", "2019-03-01"), f"{JOINT} {SCHOOL} 94", "(from 1 Jan 2019)"),
        (("--to", "30/06/2019"), f"{JOINT} {SCHOOL} 94", "(to 31 Dec 2019)"),
    ],
)
def test_options(chron: Any, options: tuple[str, ...], there: str, gone: str) -> None:
    ran = chron("gaps", *options)
    assert (ran.status, ran.err) == (0, "")
    assert there in squeeze(ran.out)
    assert gone not in squeeze(ran.out)


@pytest.mark.usefixtures("agency")
def test_without_a_period_the_dated_entries_are_the_edges_and_it_says_so(chron: Any) -> None:
    told = squeeze(chron("gaps", "agency", "--child", "Robin").out)
    assert "No review period is set" in told
    assert "--from and --to" in told
    assert "(from 12 Mar 2019)" in told or "12 Mar 2019" in told


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize(
    ("options", "cause", "remedy"),
    [
        (("--child", "Robyn"), 'has no child "Robyn"', "Robin Ashdown"),
        (("--by", "Polic"), 'no agency "Polic"', "Police"),
        (("--case", "other.toml"), 'no columns for the child "Kim"', "merge again"),
        (("--from", "2019-12-01", "--to", "2019-01-01"), "ends before it begins", "Exchange"),
    ],
)
def test_a_slip_in_a_name_makes_no_gap(
    chron: Any, tmp_path: Path, options: tuple[str, ...], cause: str, remedy: str
) -> None:
    (tmp_path / "other.toml").write_text('[[child]]\nname = "Kim"\n', encoding="utf-8")
    ran = chron("gaps", *options)
    assert (ran.status, ran.out) == (1, "")
    assert cause in squeeze(ran.err)
    assert remedy in squeeze(ran.err)


def test_the_case_that_the_workbook_was_made_with_counts(
    chron: Any, answered: Path, case_file: Path
) -> None:
    before = chron("gaps").out
    text = case_file.read_text(encoding="utf-8").replace("to = 2019-12-31", "to = 2019-06-30")
    case_file.write_text(text, encoding="utf-8")
    assert answered.exists()
    assert chron("gaps").out == before
    assert "(to 31 Dec 2019)" not in squeeze(chron("gaps", "--case", "case.toml").out)
    case_file.unlink()
    assert chron("gaps").out == before


VISITS = """
[[visiting]]
child = "Robin"
every = "4 weeks"
by = "police"
"""


@pytest.mark.usefixtures("answered")
def test_two_clocks_stand_side_by_side_where_visits_are_expected(
    chron: Any, case_file: Path
) -> None:
    case_file.write_text(case_file.read_text(encoding="utf-8") + VISITS, encoding="utf-8")
    told = chron("gaps", "--case", "case.toml").out
    rows = [squeeze(line) for line in told.splitlines()]
    anyone, police = rows.index("Seen by any agency"), rows.index("Seen by police")
    assert f"{JOINT} {SCHOOL} 94 1 1" in rows[anyone:police]
    assert f"{JOINT} (to 31 Dec 2019) 294 200 2 1" in rows[police:]
    assert f"By police: {JOINT} to 31 Dec 2019, 294 days" in rows[anyone:police]
    assert "Seen meanwhile by others: 1 entry" in rows[police:]
    assert any("by any agency" in row and "by police" in row for row in rows)


@pytest.mark.usefixtures("answered")
def test_the_timeline_shows_each_sighting_and_chance_on_its_day(chron: Any) -> None:
    lines = chron("gaps").out.splitlines()
    march, april, june = (
        next(line[10:] for line in lines if line[5:10] == f"{month}  ")
        for month in ("Mar", "Apr", "Jun")
    )
    assert (march[10], march[11], march[12]) == ("=", "S", "=")
    assert (april[0], april[1]) == ("x", "=")
    assert (june[12], june[13], june[14]) == ("=", "S", "=")
    assert any(" 200 days " in line for line in lines)


def test_what_has_no_date_is_said_not_counted(chron: Any, tmp_path: Path) -> None:
    rows = "01/01/2020,Visit,Yes\n01/06/2020,Visit,Yes\nundated,Visit,Yes\n"
    (tmp_path / "csc.csv").write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    told = squeeze(chron("gaps", "csc.csv", "-o", "gaps.json").out)
    assert "1 Jan 2020 1 Jun 2020 152 0 0" in told
    assert "1 entry without a date is or may be a sighting, and could lie in any" in told
    (gap,) = json.loads((tmp_path / "gaps.json").read_text(encoding="utf-8"))["gaps"]
    assert gap["certain"] is True
    assert len(gap["undated"]) == 1


@pytest.mark.parametrize(
    ("case", "rows", "told"),
    [
        (
            'from = 2019-01-01\nto = 2019-01-20\n[[child]]\nname = "Robin"\n',
            "05/01/2019,Visit,No\n",
            (
                "None of more than 28 days: from 1 Jan 2019 to 20 Jan 2019 are 19 days. But no "
                "entry in them says that Robin was seen."
            ),
        ),
        (
            'from = 2019-01-01\nto = 2019-01-20\n[[child]]\nname = "Robin"\n',
            "05/01/2019,Visit,Yes\n",
            "Robin None. Robin, by any agency",
        ),
        (
            '[[child]]\nname = "Robin"\nborn = 2019-06-01\n',
            "05/01/2019,Visit,No\n",
            "Robin Not looked at: born on 1 Jun 2019, after the last day looked at.",
        ),
        (
            '[[child]]\nname = "Robin"\n',
            "undated,Visit,Yes\n",
            "Robin Not looked at: no entry has a date, and no review period is set.",
        ),
        (
            'from = 2020-01-01\n[[child]]\nname = "Robin"\n',
            "05/01/2019,Visit,Yes\n",
            "Robin Not looked at: no entry has a date in the period.",
        ),
    ],
)
def test_none_is_not_said_of_what_was_not_looked_at_or_not_seen(
    chron: Any, tmp_path: Path, case: str, rows: str, told: str
) -> None:
    (tmp_path / "case.toml").write_text(case, encoding="utf-8")
    (tmp_path / "csc.csv").write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    assert told in squeeze(chron("gaps", "csc.csv").out)


def test_an_agency_that_sent_nothing_is_told_instead_of_a_gap(chron: Any, tmp_path: Path) -> None:
    case = (
        'from = 2019-01-01\nto = 2019-12-31\n[[child]]\nname = "Robin"\n'
        '[[agency]]\nname = "Eastvale Homes"\nshort = "Housing"\n'
    )
    (tmp_path / "case.toml").write_text(case, encoding="utf-8")
    (tmp_path / "csc.csv").write_text("Date,Event\n01/04/2019,Robin seen.\n", encoding="utf-8")
    told = squeeze(chron("gaps", "csc.csv", "--by", "Housing", "-o", "gaps.csv").out)
    assert "Robin No entry of Housing is among the returns." in told
    assert "364" not in told
    assert (tmp_path / "gaps.csv").read_text(encoding="utf-8-sig").count("\n") == 1


def test_no_gap_reaches_beyond_a_death(chron: Any, tmp_path: Path) -> None:
    case = (
        'from = 2019-01-01\nto = 2019-12-31\n[[child]]\nname = "Robin"\nborn = 2015-11-03\n'
        'died = 2019-05-20\n[[child]]\nname = "Wren"\n[[child]]\nname = "Jay"\ndied = 2018-05-05\n'
        '[[visiting]]\nchild = "Robin"\nevery = "10 days"\n'
    )
    (tmp_path / "case.toml").write_text(case, encoding="utf-8")
    rows = "01/04/2019,Robin and Wren seen at home.\n01/06/2019,Wren seen at home.\n"
    (tmp_path / "csc.csv").write_text(f"Date,Event\n{rows}", encoding="utf-8")
    told = squeeze(chron("gaps", "csc.csv", "-o", "gaps.xlsx").out)
    assert "(from 1 Jan 2019) 1 Apr 2019 90 0 0 1 Apr 2019 (to 20 May 2019) 49 0 0" in told
    assert "Jay Not looked at: died on 5 May 2018, before the first day looked at." in told
    assert "Held from 1 Jan 2019 to 20 May 2019." in told
    assert "1 Apr 2019 (none up to 20 May 2019) 49" in told
    assert "1 Jun 2019 (to 31 Dec 2019) 213" in told
    headings, *rows_told = openpyxl.load_workbook(tmp_path / "gaps.xlsx")["Gaps"].iter_rows(
        values_only=True
    )
    ends = headings.index("Ends with")
    assert rows_told[1][ends] == "the death"
    assert rows_told[-1][ends] == "the edge of the period"


def test_a_gap_that_begins_with_the_birth_says_so(chron: Any, tmp_path: Path) -> None:
    case = 'from = 2019-01-01\nto = 2019-06-30\n[[child]]\nname = "Robin"\nborn = 2019-02-01\n'
    (tmp_path / "case.toml").write_text(case, encoding="utf-8")
    (tmp_path / "csc.csv").write_text("Date,Event\n05/05/2019,Call\n", encoding="utf-8")
    told = squeeze(chron("gaps", "csc.csv", "-o", "gaps.xlsx").out)
    assert "(from 1 Feb 2019) (to 30 Jun 2019) 149 1 0" in told
    assert (
        "A date in brackets is the edge of the period looked at, or a child's birth or death."
        in told
    )
    headings, row = openpyxl.load_workbook(tmp_path / "gaps.xlsx")["Gaps"].iter_rows(
        values_only=True
    )
    edges = dict(zip(headings, row, strict=True))
    assert (edges["Begins with"], edges["Ends with"]) == ("the birth", "the edge of the period")


@pytest.mark.parametrize("columns", [80, 160])
def test_an_entry_whose_day_is_not_known_is_named_as_it_is_dated(
    chron: Any, tmp_path: Path, columns: int
) -> None:
    rows = (
        "01/01/2020,Visit,Yes\napprox 01/03/2020,Visit,Yes\nearly June 2020,Visit,Unclear\n"
        "July 2020,No reply,No\nSeptember 2020,Visit,Yes\n"
    )
    (tmp_path / "csc.csv").write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    told = squeeze(chron("gaps", "csc.csv", "-o", "gaps.xlsx", columns=columns).out)
    assert "ends with CSC, dated approx 01/03/2020 (C-" in told
    assert "Begins with CSC, dated approx 01/03/2020 (C-" in told
    assert "May be a sighting inside: early June 2020, CSC (C-" in told
    assert " July 2020 CSC C-" in told
    assert "ends with CSC, dated September 2020 (C-" in told
    headings, *rows_told = openpyxl.load_workbook(tmp_path / "gaps.xlsx")["Gaps"].iter_rows(
        values_only=True
    )
    gap = dict(zip(headings, rows_told[1], strict=True))
    assert str(gap["Begins with"]).endswith(", approx 01/03/2020, CSC")
    looked_at = str(gap["In words, and what to look at"]).splitlines()[-1]
    assert looked_at.startswith("May be a sighting inside: C-")
    assert looked_at.endswith(", early June 2020, CSC")
    assert str(gap["Ends with"]).endswith(", September 2020, CSC")


def test_what_is_not_sure_wraps_in_no_column_of_the_table(chron: Any, tmp_path: Path) -> None:
    rows = "01/03/2019,Visit,Yes\napprox 01/05/2019,Visit,Yes\n01/09/2022,Visit,Yes\n"
    (tmp_path / "csc.csv").write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    dates = ("--from", "2019-01-01", "--to", "2019-12-31")
    lines = [
        line.rstrip() for line in chron("gaps", "csc.csv", *dates, columns=80).out.splitlines()
    ]
    assert "  between 54 and 68 days" in lines  # below the table: beside it there is no room
    assert "1 Mar 2019         8 May 2019          68        0        0" in lines
    long = chron("gaps", "csc.csv", columns=80).out
    assert long.count("1,226 days") == 3  # told alike in the table, below it and in the timeline
    assert "1226" not in long


def test_an_approximate_day_reaches_further(chron: Any, tmp_path: Path) -> None:
    rows = "01/01/2020,Visit,Yes\napprox 01/03/2020,Visit,Yes\n01/06/2020,Visit,Yes\n"
    (tmp_path / "csc.csv").write_text(f"Date,Event,Child seen\n{rows}", encoding="utf-8")
    told = squeeze(chron("gaps", "csc.csv").out)
    assert "1 Jan 2020 8 Mar 2020 67 0 0 between 53 and 67 days" in told
    assert "23 Feb 2020 1 Jun 2020 99 0 0 between 85 and 99 days" in told


@pytest.mark.usefixtures("answered")
def test_on_a_narrow_terminal_days_stay_on_their_line(
    chron: Any, answered: Path, edit: Any
) -> None:
    edit(answered, "Robin: seen", "Joint visit", "Unclear")
    lines = chron("gaps", columns=60).out.splitlines()
    assert max(map(len, lines)) <= 60
    rows = [squeeze(line) for line in lines]
    assert f"(1 Jan 2019) {SCHOOL} 164 2 1" in rows
    assert "uncertain: 94 to 164 days" in rows


@pytest.mark.usefixtures("answered")
def test_a_list_as_a_file(chron: Any, tmp_path: Path) -> None:
    for name in ("gaps.csv", "gaps.json", "gaps.xlsx"):
        ran = chron("gaps", "-o", name)
        assert ran.status == 0
        assert ran.err.strip() == f"Written to {name}."
    with (tmp_path / "gaps.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["From"], row["To"], row["Days"]) for row in rows] == [
        ("2019-01-01", "2019-03-12", "70"),
        ("2019-03-12", "2019-06-14", "94"),
        ("2019-06-14", "2019-12-31", "200"),
    ]
    assert rows[1]["Might have been seen"].startswith("C-")
    told = json.loads((tmp_path / "gaps.json").read_text(encoding="utf-8"))
    assert {"format", "case", "gaps"} <= set(told)
    assert [gap["days"] for gap in told["gaps"]] == [70, 94, 200]
    sheet = openpyxl.load_workbook(tmp_path / "gaps.xlsx")["Gaps"]
    headings, *gaps = sheet.iter_rows(values_only=True)
    days = headings.index("Days")
    assert [gap[days] for gap in gaps] == [70, 94, 200]


@pytest.mark.usefixtures("agency", "case_file")
def test_a_list_from_the_workbook_tells_the_same_words(chron: Any, tmp_path: Path) -> None:
    assert chron("gaps", "agency", "-o", "returns.xlsx").status == 0
    assert chron("merge", "--quiet").status == 0
    assert chron("gaps", "-o", "workbook.xlsx").status == 0
    one, other = (
        [*openpyxl.load_workbook(tmp_path / f"{name}.xlsx")["Gaps"].iter_rows(values_only=True)]
        for name in ("returns", "workbook")
    )
    told = "Might have been seen"
    chances = next(at for at, text in enumerate(one[0]) if str(text).startswith(told))
    assert any("“" in str(row[chances]) for row in one)
    assert [row[chances] for row in other] == [row[chances] for row in one]


def test_a_list_never_replaces_a_chronology(chron: Any, answered: Path, tmp_path: Path) -> None:
    before = answered.read_bytes()
    for force in ((), ("--force",)):
        ran = chron("gaps", "-o", answered.name, *force)
        assert (ran.status, ran.out) == (1, "")
        assert "is an integrated chronology" in ran.err
    assert answered.read_bytes() == before
    assert chron("gaps", "-o", "gaps.csv", "--longer-than", "400").status == 0
    again = chron("gaps", "-o", "gaps.csv")
    assert (again.status, again.out) == (1, "")  # it says so before the list, not below it
    assert chron("gaps", "-o", "gaps.csv", "--force").status == 0
    assert (tmp_path / "gaps.csv").read_text(encoding="utf-8-sig").count("\n") == 4


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("columns", [80, 160])
def test_lines_fit_the_terminal_and_nothing_is_cut(chron: Any, columns: int) -> None:
    ran = chron("gaps", columns=columns)
    lines = ran.out.splitlines()
    assert max(map(len, lines)) <= columns
    assert max(map(len, lines)) > columns - 20
    assert "\u2026" not in ran.out
    row = next(line for line in lines if line.startswith(JOINT))
    assert SCHOOL in row
    assert row.split()[6:9] == ["94", "1", "1"]


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_a_stream_of_windows_carries_it(chron_apart: Any, encoding: str) -> None:
    told = chron_apart("gaps", encoding=encoding)
    assert told.status == 0
    assert told.out == chron_apart("gaps").out
    assert "?" not in told.out


@pytest.mark.usefixtures("case_file")
def test_a_return_that_is_not_read_ends_with_status_3(chron: Any, agency: Path) -> None:
    (agency / "scan.pdf").write_bytes(b"%PDF-1.7")
    ran = chron("gaps", "agency", "--quiet")
    assert ran.status == 3
    assert "scan.pdf: a PDF" in ran.err
    assert "Robin Ashdown" in ran.out


@pytest.mark.parametrize(
    ("names", "asked", "status"),
    [
        (("Robin Ashdown", "Wren Ashdown"), "wren", 0),
        (("Robin Ashdown", "Robin Hale"), "robin", 1),
        (("Robin Ashdown", "Wren Ashdown"), "Ashdown", 1),
    ],
)
def test_a_child_is_chosen_by_a_first_name_that_no_other_has(
    chron: Any, agency: Path, tmp_path: Path, names: tuple[str, ...], asked: str, status: int
) -> None:
    told = "".join(f'[[child]]\nname = "{name}"\n' for name in names)
    (tmp_path / "family.toml").write_text(told, encoding="utf-8")
    ran = chron("gaps", agency.name, "--case", "family.toml", "--child", asked)
    assert ran.status == status
    assert ("Wren Ashdown" in squeeze(ran.out)) is (status == 0)

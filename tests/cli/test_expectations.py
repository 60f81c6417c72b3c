"""Expected visits: from the case file to the screen, the sheet and the JSON, and back again."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

VISITS = """Date,Event,Child seen,Seen alone
01/03/2019,Home visit,Yes,No
15/03/2019,Home visit,Yes,No
20/03/2019,Home visit,N,N
17/04/2019,Home visit,Yes,Yes
"""
CASE = """
from = 2019-03-01
to = 2019-04-30
[[child]]
name = "Robin Ashdown"
[[visiting]]
child = "Robin Ashdown"
every = "10 working days"
by = "CSC"
source = "Local procedures 4.2"
[[visiting]]
child = "Robin Ashdown"
every = "1 month"
of = "alone"
"""
RULE = (
    "The day of a sighting is day 0. Saturdays, Sundays and the bank holidays of England do not "
    "count."
)


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agency").mkdir()
    (tmp_path / "agency" / "CSC.csv").write_text(VISITS, encoding="utf-8")
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_gaps_are_followed_by_what_was_expected(chron: Any) -> None:
    ran = chron("gaps", "agency")
    assert (ran.status, ran.err) == (0, "")
    told = squeeze(ran.out)
    head = (
        "Robin Ashdown, expected to be seen every 10 working days by CSC (Local procedures 4.2), "
        f"counted from the day after Held from 1 Mar 2019 to 30 Apr 2019. {RULE}"
    )
    assert f"{head} Last seen Next seen Working days 15 Mar 2019 17 Apr 2019 23 " in told
    assert "Robin Ashdown, expected to be seen alone every month, counted" in told
    assert "Last alone Next alone Days (from 1 Mar 2019) 17 Apr 2019 47" in told


@pytest.mark.usefixtures("folder")
def test_from_the_workbook_the_same(chron: Any) -> None:
    told = chron("gaps", "agency").out
    assert chron("merge", "--quiet").status == 0
    assert chron("gaps").out == told


@pytest.mark.usefixtures("folder")
def test_a_merge_says_how_many_are_longer(chron: Any) -> None:
    told = squeeze(chron("merge").out)
    expected = "Robin Ashdown, expected to be seen every 10 working days by CSC"
    assert (
        f"{expected} (Local procedures 4.2), counted from the day after: 1 interval longer" in told
    )


@pytest.mark.usefixtures("folder")
def test_what_the_author_corrects_counts(chron: Any, edit: Any) -> None:
    assert chron("merge", "--quiet").status == 0
    edit(Path("integrated-chronology.xlsx"), "Robin: seen", "20/03/2019", "Unclear")
    assert "at least 20, at most 23" in squeeze(chron("gaps", columns=160).out)


def test_what_leaves_an_interval_in_doubt_is_named(chron: Any, folder: Path) -> None:
    rows = "01/03/2019,Visit,Yes,\n11/03/2019,Visit,Unclear,\napprox 29/03/2019,Visit,Yes,\n"
    path = folder / "agency" / "CSC.csv"
    path.write_text(f"Date,Event,Child seen,Seen alone\n{rows}", encoding="utf-8")
    told = squeeze(chron("gaps", "agency", columns=160).out)
    assert "1 Mar 2019 5 Apr 2019 25 uncertain: at least 9, at most 25" in told
    assert "1 Mar 2019 to 5 Apr 2019: ends with CSC, dated approx 29/03/2019 (C-" in told
    assert "; may be a sighting inside: 11 Mar 2019, CSC (C-" in told
    assert "22 Mar 2019 to 30 Apr 2019: begins with CSC, dated approx 29/03/2019 (C-" in told


@pytest.mark.usefixtures("folder")
def test_another_period_and_a_child(chron: Any) -> None:
    told = squeeze(chron("gaps", "agency", "--to", "2019-04-03", "--child", "robin ashdown").out)
    assert "15 Mar 2019 (none up to 3 Apr 2019) 13" in told
    later = squeeze(chron("gaps", "agency", "--from", "2019-04-10").out)
    assert "No time between two recorded sightings was longer." in later


def test_a_case_that_expects_nothing_prints_nothing_of_it(chron: Any, folder: Path) -> None:
    text = CASE.partition("[[visiting]]")[0]
    (folder / "case.toml").write_text(text, encoding="utf-8")
    assert "expected" not in chron("gaps", "agency").out
    merged = chron("merge")
    assert (merged.status, "expected to be" in merged.out) == (0, False)
    sheets = openpyxl.load_workbook(folder / "integrated-chronology.xlsx").sheetnames
    assert "Expectations" not in sheets


def test_the_sheet_has_a_row_for_each_interval(chron: Any, folder: Path) -> None:
    assert chron("merge", "--quiet").status == 0
    assert chron("gaps", "-o", "gaps.xlsx").status == 0
    for name in ("integrated-chronology.xlsx", "gaps.xlsx"):
        book = openpyxl.load_workbook(folder / name)
        headings, *rows = book["Expectations"].iter_rows(values_only=True)
        seen, alone = (dict(zip(headings, row, strict=True)) for row in rows)
        assert (seen["Child"], seen["Counted"], seen["Counted in"]) == (
            *("Robin Ashdown", 23),
            "working days",
        )
        assert seen["Counting rule"] == RULE
        assert str(seen["Begins with"]).startswith("C-")
        assert str(seen["Ends with"]).endswith("17 Apr 2019, CSC")
        assert seen["In words"] == (
            "Expected every 10 working days by CSC (Local procedures 4.2), counted from the day "
            "after; seen 15 Mar 2019; next sighting after 23 working days, 17 Apr 2019."
        )
        assert (alone["Begins with"], alone["Counted"], alone["Counted in"]) == (
            *("the first day", 47),
            "days",
        )


def test_an_expectation_that_was_met_or_not_held_has_a_row_too(chron: Any, folder: Path) -> None:
    text = CASE.replace("10 working", "30 working").replace('"alone"', '"alone"\nby = "Housing"')
    text += '[[agency]]\nname = "Eastvale Homes"\nshort = "Housing"\n'
    (folder / "case.toml").write_text(text, encoding="utf-8")
    assert chron("merge", "--quiet").status == 0
    sheet = openpyxl.load_workbook(folder / "integrated-chronology.xlsx")["Expectations"]
    words = [row[-1] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert words == [
        (
            "From 1 Mar 2019 to 30 Apr 2019 no time between two recorded sightings was longer than "
            "expected."
        ),
        "No entry of Housing is among the returns.",
    ]
    assert "Not held against the sightings. No entry of Housing is" in squeeze(chron("gaps").out)


def test_the_json_tells_how_it_was_counted(chron: Any, folder: Path) -> None:
    assert chron("merge", "-o", "all.json", "--quiet").status == 0
    assert chron("gaps", "agency", "-o", "gaps.json").status == 0
    whole, alone = (
        json.loads((folder / name).read_text(encoding="utf-8"))["expectations"]
        for name in ("all.json", "gaps.json")
    )
    assert whole == alone
    first = whole[0]
    longer = first.pop("longer")
    ids = [*longer[0].pop("begins_with"), *longer[0].pop("ends_with")]
    assert len(ids) == 2
    assert first == {
        "child": "Robin Ashdown",
        "of": "seen",
        "every": "10 working days",
        "by": "CSC",
        "counting": "from the day after",
        "holidays": "england",
        "source": "Local procedures 4.2",
        "from": "2019-03-01",
        "to": "2019-04-30",
        "counted_in": "working days",
        "words": (
            "expected to be seen every 10 working days by CSC (Local procedures 4.2), counted "
            "from the day after"
        ),
        "rule": RULE,
        "remark": "",
    }
    assert longer == [
        {
            "from": "2019-03-15",
            "to": "2019-04-17",
            "counted": 23,
            "shortest": 23,
            "longest": 23,
            "certain": True,
            "unclear": [],
            "words": (
                "Expected every 10 working days by CSC (Local procedures 4.2), counted from the "
                "day after; seen 15 Mar 2019; next sighting after 23 working days, 17 Apr 2019."
            ),
        }
    ]
    assert [one["every"] for one in whole] == ["10 working days", "1 month"]


def test_an_agency_that_nobody_knows_stops_the_merge(chron: Any, folder: Path) -> None:
    (folder / "case.toml").write_text(CASE.replace('"CSC"', '"CCS"'), encoding="utf-8")
    ran = chron("merge", "--quiet")
    assert ran.status == 1
    assert '[[visiting]] number 1: there is no agency "CCS"' in squeeze(ran.err)
    assert "Write by as it is called there: CSC." in squeeze(ran.err)
    assert not (folder / "integrated-chronology.xlsx").exists()
